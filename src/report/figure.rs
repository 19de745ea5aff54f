//! The report's figures as plain shapes, so that they print without any chart library: black on
//! white, lines told apart by dashes and symbols, bars by their filling.
//!
//! Places in a drawing are pixels and need no exact arithmetic; every figure that is written
//! into it is rounded and formatted as everywhere.

mod components;
mod flows;
mod marginal;
mod paths;
mod plot;
mod progress;
mod waterfall;

pub use components::components;
pub use flows::flows;
pub use marginal::marginal;
pub use paths::{SHADED, paths};
pub use progress::progress;
pub use waterfall::waterfall;

use rust_decimal::prelude::ToPrimitive;

use crate::number::YuanPerPerson;

/// A drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Its shapes, those behind first.
    pub shapes: Vec<Shape>,
}

/// A shape of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line through points.
    Line {
        /// The points.
        points: Vec<(f64, f64)>,
        /// How it is drawn.
        pen: Pen,
    },
    /// A bar.
    Bar {
        /// Its left edge.
        x: f64,
        /// Its upper edge.
        y: f64,
        /// Its width.
        width: f64,
        /// Its height.
        height: f64,
        /// How it is filled.
        filling: Filling,
    },
    /// An area behind the data.
    Area {
        /// Its corners.
        points: Vec<(f64, f64)>,
        /// How dark it is.
        shade: Shade,
    },
    /// A symbol about a point.
    Mark {
        /// The point.
        at: (f64, f64),
        /// Which.
        symbol: Symbol,
    },
    /// Words.
    Text {
        /// Where they stand.
        at: (f64, f64),
        /// Which end of them stands there.
        anchor: Anchor,
        /// The words.
        text: String,
        /// Whether they are heavy.
        is_bold: bool,
    },
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// Its width.
    pub width: f64,
    /// Lengths of dashes and gaps; empty for a solid line.
    pub dashes: &'static str,
    /// Whether it is a guide behind the data.
    pub is_faint: bool,
}

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Hardly: a ground of its own.
    Ground,
    /// Striped lightly: what lies between two lines.
    Between,
    /// Grey: what flows.
    Flow,
}

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    /// Dark: what is earned.
    Earned,
    /// Striped: what is received.
    Received,
    /// Light: a whole.
    Whole,
    /// Dotted.
    Dotted,
    /// Ruled: level lines.
    Ruled,
}

/// A symbol at a line's points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// ●
    Disc,
    /// ○
    Circle,
    /// □
    Square,
    /// ▲
    Triangle,
    /// △
    EmptyTriangle,
    /// ◆
    Diamond,
    /// ◇
    EmptyDiamond,
}

impl Symbol {
    /// Whether only its outline is drawn.
    pub fn is_empty(self) -> bool {
        matches!(
            self,
            Self::Circle | Self::Square | Self::EmptyTriangle | Self::EmptyDiamond
        )
    }

    /// Its outline about a point, as the data of an SVG path.
    pub fn path(self, (x, y): (f64, f64)) -> String {
        let r = 3.2;
        match self {
            Self::Disc | Self::Circle => format!(
                "M{:.1} {y:.1}a{r} {r} 0 1 0 {:.1} 0a{r} {r} 0 1 0 {:.1} 0z",
                x - r,
                2.0 * r,
                -2.0 * r
            ),
            Self::Square => format!(
                "M{:.1} {:.1}h{r2:.1}v{r2:.1}h-{r2:.1}z",
                x - r,
                y - r,
                r2 = 2.0 * r
            ),
            Self::Triangle | Self::EmptyTriangle => format!(
                "M{x:.1} {:.1}L{:.1} {:.1}H{:.1}z",
                y - 4.0,
                x + 4.0,
                y + 3.0,
                x - 4.0
            ),
            Self::Diamond | Self::EmptyDiamond => format!(
                "M{x:.1} {:.1}L{:.1} {y:.1}L{x:.1} {:.1}L{:.1} {y:.1}z",
                y - 4.4,
                x + 4.4,
                y + 4.4,
                x - 4.4
            ),
        }
    }
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// The name in SVG.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A line behind the data.
const GUIDE: Pen = Pen {
    width: 0.6,
    dashes: "",
    is_faint: true,
};

/// A text at a place.
fn label(at: (f64, f64), anchor: Anchor, text: impl Into<String>) -> Shape {
    Shape::Text {
        at,
        anchor,
        text: text.into(),
        is_bold: false,
    }
}

/// About how wide a text is at the figures' size: Chinese characters are square, others half.
pub fn text_width(text: &str) -> f64 {
    text.chars()
        .map(|c| if c.is_ascii() { 6.1 } else { 11.0 })
        .sum()
}

/// An amount as a place needs it: the nearest binary number will do for a pixel.
fn pixels(amount: YuanPerPerson) -> f64 {
    amount.exact().to_f64().unwrap_or_default()
}

/// A round step that parts a range into about so many.
fn round_step(range: f64, parts: f64) -> f64 {
    let rough = (range / parts).max(1e-9);
    let power = 10f64.powf(rough.log10().floor());
    let factor = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .find(|factor| factor * power >= rough)
        .unwrap_or(10.0);
    factor * power
}
