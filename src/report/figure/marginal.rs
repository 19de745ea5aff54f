//! What 10,000 yuan more bring in each place: in the first plan year and in all years.

use super::plot::fillings;
use super::{Anchor, Drawing, Filling, Pen, Shape, label, text_width};
use crate::analysis::marginal::Marginal;
use crate::chart::marginal::place_name;
use crate::i18n::Catalog;
use crate::number::{MONEY_PLACES, Yuan};
use rust_decimal::prelude::ToPrimitive;

const WIDTH: f64 = 660.0;
const ROW: f64 = 22.0;
const BAR: f64 = 12.0;
/// Room for the amounts at the right.
const AMOUNTS: f64 = 84.0;

/// A bar: the earned part and the received one, which may lie on either side of nothing.
struct Bar {
    name: String,
    income: Yuan,
    earned: f64,
    received: f64,
}

fn pixels(amount: Yuan) -> f64 {
    amount.exact().to_f64().unwrap_or_default()
}

/// Draws the places.
pub fn marginal(all: &[Marginal], words: &Catalog) -> Drawing {
    let mut bars = Vec::new();
    for place in all {
        let last = place.years.len().saturating_sub(1);
        let years = place.years.first().zip(place.years.last());
        let Some((first, horizon)) = years else {
            continue;
        };
        let name = place_name(words, place.place);
        let spans = [(0, first.year.to_string()), (last, String::new())];
        for (step, year) in spans {
            let (income, earned) = place.up_to(step);
            let (from, to) = (first.year.to_string(), horizon.year.to_string());
            let id = if step == 0 {
                "report-marginal-in-year"
            } else {
                "report-marginal-so-far"
            };
            let arguments = [
                ("name", &*name),
                ("year", &*year),
                ("from", &*from),
                ("to", &*to),
            ];
            bars.push(Bar {
                name: words.format(id, &arguments),
                income,
                earned: pixels(earned),
                received: pixels(income - earned),
            });
        }
    }
    let left = bars
        .iter()
        .map(|bar| text_width(&bar.name))
        .fold(0f64, f64::max)
        + 16.0;
    let least = bars
        .iter()
        .map(|bar| bar.earned.min(0.0) + bar.received.min(0.0));
    let least = least.fold(0f64, f64::min);
    let most = bars
        .iter()
        .map(|bar| bar.earned.max(0.0) + bar.received.max(0.0));
    let most = most.fold(0f64, f64::max);
    let span = if most > least { most - least } else { 1.0 };
    let x = |amount: f64| left + (WIDTH - left - AMOUNTS) * (amount - least) / span;
    let mut shapes = vec![Shape::Line {
        points: vec![(x(0.0), 2.0), (x(0.0), ROW * bars.len() as f64)],
        pen: Pen {
            width: 0.8,
            dashes: "",
            is_faint: false,
        },
    }];
    for (row, bar) in bars.iter().enumerate() {
        let top = ROW * row as f64;
        let middle = top + ROW / 2.0 + 4.0;
        shapes.push(label((left - 8.0, middle), Anchor::End, bar.name.clone()));
        let (mut above, mut below) = (0.0, 0.0);
        for (amount, filling) in [
            (bar.earned, Filling::Earned),
            (bar.received, Filling::Received),
        ] {
            let from = if amount < 0.0 { &mut below } else { &mut above };
            let (start, end) = (x(*from), x(*from + amount));
            *from += amount;
            if (end - start).abs() > 1e-6 {
                shapes.push(Shape::Bar {
                    x: start.min(end),
                    y: top + (ROW - BAR) / 2.0,
                    width: (end - start).abs(),
                    height: BAR,
                    filling,
                });
            }
        }
        let amount = words
            .numbers()
            .decimal(bar.income.exact(), MONEY_PLACES, true);
        shapes.push(label((WIDTH - 2.0, middle), Anchor::End, amount));
    }
    let entries = [
        (Filling::Earned, words.text("result-earned").to_string()),
        (Filling::Received, words.text("result-received").to_string()),
    ];
    let at = (left, WIDTH, ROW * bars.len() as f64 + 22.0);
    let height = fillings(&mut shapes, &entries, at);
    Drawing {
        width: WIDTH,
        height,
        shapes,
    }
}
