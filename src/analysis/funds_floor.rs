//! The money that has to come first, as a floor of the funds matrix.
//!
//! Guarantees are kept from the columns of infrastructure and of other uses: industry money works for industry. A floor
//! binds each of the two by what must come from it, and both together by everything.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::model::inputs::Inputs;
use crate::number::Yuan;
use crate::region::Years;
use crate::region::key::{Category, Level, Yearly, funds};
use crate::scenario::Resolved;
use crate::scenario::matrix::{Matrix, MatrixPart};

/// The cells that keep a floor, at whatever level pays for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FloorPart {
    /// Infrastructure.
    Infrastructure,
    /// Other uses.
    Other,
    /// Both together.
    Both,
}

impl FloorPart {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Infrastructure, Self::Other, Self::Both];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Infrastructure => "infrastructure",
            Self::Other => "other",
            Self::Both => "both",
        }
    }

    /// True where a category's cells are among its own.
    pub fn has(self, category: Category) -> bool {
        match self {
            Self::Infrastructure => category == Category::Infrastructure,
            Self::Other => category == Category::Other,
            Self::Both => category != Category::Industry,
        }
    }
}

/// The money that has to come first in a year, yuan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundsFloor {
    /// The money that infrastructure has to keep.
    pub infrastructure: Decimal,
    /// The money that other uses have to keep.
    pub other: Decimal,
    /// The money that either of the two may keep.
    pub either: Decimal,
}

/// A part of the matrix below its floor, yuan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloorCut {
    /// The part.
    pub part: FloorPart,
    /// Its floor.
    pub floor: Decimal,
    /// The money it has.
    pub has: Decimal,
}

impl FloorCut {
    /// The money that is missing.
    pub fn missing(&self) -> Decimal {
        self.floor - self.has
    }
}

impl FundsFloor {
    /// True where nothing has to come first.
    pub fn is_empty(&self) -> bool {
        self.bound(FloorPart::Both).is_zero()
    }

    /// The least that a part has to have.
    pub fn bound(&self, part: FloorPart) -> Decimal {
        match part {
            FloorPart::Infrastructure => self.infrastructure,
            FloorPart::Other => self.other,
            FloorPart::Both => self.infrastructure + self.other + self.either,
        }
    }

    /// The parts with a floor; both together only where that says more than the two alone.
    pub fn parts(&self) -> impl Iterator<Item = (FloorPart, Decimal)> {
        let is_said = self.infrastructure.is_zero() && self.other.is_zero();
        let is_more = !self.either.is_zero() || is_said;
        let parts = FloorPart::ALL.map(|part| (part, self.bound(part)));
        parts
            .into_iter()
            .filter(move |(part, bound)| !bound.is_zero() && (*part != FloorPart::Both || is_more))
    }

    /// The parts of a matrix that are below their floors.
    pub fn cuts(&self, matrix: &Matrix) -> Vec<FloorCut> {
        let cut = |(part, floor)| {
            let has = money(matrix, part);
            (has < floor).then_some(FloorCut { part, floor, has })
        };
        self.parts().filter_map(cut).collect()
    }
}

/// The funds of the first plan year, whose money puts problems right first: its own amounts where it has any.
pub fn first_year(resolved: &Resolved, years: Years) -> Matrix {
    let values = &resolved.scenario;
    Level::ALL.map(|level| {
        Category::ALL.map(|category| {
            let cell = funds(level, category);
            let own = values.of_year(Yearly::Lever(cell), years.first_plan);
            Yuan(own.unwrap_or_else(|| values.fixed(cell)))
        })
    })
}

/// The money of a part, yuan.
fn money(matrix: &Matrix, part: FloorPart) -> Decimal {
    let cells = Level::ALL.into_iter().flat_map(|level| {
        let own = Category::ALL.into_iter().filter(|own| part.has(*own));
        own.map(move |category| MatrixPart::Cell(level, category).of(matrix).exact())
    });
    cells.sum()
}
