//! A plot with an axis of amounts at the left, which several figures share.

use rust_decimal::Decimal;

use super::{Anchor, Filling, GUIDE, Shape, label, round_step, text_width};
use crate::i18n::Catalog;

/// The height of a line of a legend.
const LEGEND_LINE: f64 = 18.0;

/// Where a plot stands and which amounts it shows.
pub struct Plot {
    /// Its left edge.
    pub left: f64,
    /// Its right edge.
    pub right: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its height.
    pub height: f64,
    floor: f64,
    ceiling: f64,
    step: f64,
}

impl Plot {
    /// A plot in a box (left, right, top, height) whose axis holds two amounts.
    pub fn new((left, right, top, height): (f64, f64, f64, f64), least: f64, most: f64) -> Self {
        let step = round_step(most - least, 5.0);
        let floor = (least / step).floor() * step;
        Self {
            left,
            right,
            top,
            height,
            floor,
            ceiling: ((most / step).ceil() * step).max(floor + step),
            step,
        }
    }

    /// Where an amount stands.
    pub fn y(&self, amount: f64) -> f64 {
        self.top + self.height * (1.0 - (amount - self.floor) / (self.ceiling - self.floor))
    }

    /// The lower edge.
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// Draws the lines behind the data with their amounts.
    pub fn guides(&self, shapes: &mut Vec<Shape>, words: &Catalog, suffix: &str) {
        let ticks = ((self.ceiling - self.floor) / self.step).round() as u32;
        for tick in 0..=ticks {
            let amount = self.floor + self.step * f64::from(tick);
            let at = self.y(amount);
            shapes.push(Shape::Line {
                points: vec![(self.left, at), (self.right, at)],
                pen: GUIDE,
            });
            let shown = Decimal::try_from(amount).unwrap_or_default();
            let text = words.decimal(shown, u32::from(self.step < 1.0));
            shapes.push(label(
                (self.left - 6.0, at + 4.0),
                Anchor::End,
                format!("{text}{suffix}"),
            ));
        }
    }
}

/// Puts a legend of fillings, as many in a line as fit; returns where it ends.
pub fn fillings(
    shapes: &mut Vec<Shape>,
    entries: &[(Filling, String)],
    (left, right, top): (f64, f64, f64),
) -> f64 {
    let (mut x, mut y) = (left, top);
    for (filling, name) in entries {
        let width = 20.0 + text_width(name) + 16.0;
        if x > left && x + width > right {
            x = left;
            y += LEGEND_LINE;
        }
        shapes.push(Shape::Bar {
            x,
            y: y - 10.0,
            width: 14.0,
            height: 10.0,
            filling: *filling,
        });
        shapes.push(label((x + 20.0, y), Anchor::Start, name.clone()));
        x += width;
    }
    y + 8.0
}
