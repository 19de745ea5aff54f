//! A slider's way: whole steps outside, exact decimals inside.
//!
//! The browser counts steps in whole numbers, so that no binary fraction ever becomes a value:
//! the fifth step of a hundredth is 0.05, not 0.05000000000000001.
#![deny(clippy::float_arithmetic)]

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

/// From where to where a slider goes, and in which steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Track {
    /// The value at its left end.
    pub low: Decimal,
    /// The value at its right end.
    pub high: Decimal,
    /// The difference of two neighbouring positions; positive.
    pub step: Decimal,
}

impl Track {
    /// The same steps over a range that holds the value, too.
    pub fn holding(self, value: Decimal) -> Self {
        Self {
            low: self.low.min(value),
            high: self.high.max(value),
            ..self
        }
    }

    /// The position of the left end.
    pub fn first(&self) -> i64 {
        whole(self.low / self.step, RoundingStrategy::ToNegativeInfinity)
    }

    /// The position of the right end.
    pub fn last(&self) -> i64 {
        whole(self.high / self.step, RoundingStrategy::ToPositiveInfinity)
    }

    /// The position nearest to a value.
    pub fn position(&self, value: Decimal) -> i64 {
        if value <= self.low {
            self.first()
        } else if value >= self.high {
            self.last()
        } else {
            whole(value / self.step, RoundingStrategy::MidpointAwayFromZero)
        }
    }

    /// The value of a position: round ones, except at the plan's value and at the ends, which are exact.
    pub fn value(&self, position: i64, plan: Decimal) -> Decimal {
        [plan, self.low, self.high]
            .into_iter()
            .find(|exact| self.position(*exact) == position)
            .unwrap_or_else(|| (Decimal::from(position) * self.step).normalize())
    }

    /// Position of a value along the track, in hundredths of a per cent.
    pub fn distance(&self, value: Decimal) -> i64 {
        let (first, last) = (self.first(), self.last());
        let way = (last - first).max(1);
        (self.position(value) - first) * 10_000 / way
    }
}

fn whole(count: Decimal, strategy: RoundingStrategy) -> i64 {
    let rounded = count.round_dp_with_strategy(0, strategy);
    rounded.to_i64().unwrap_or_default()
}

/// The greatest of 1, 2, 5, 10, 20, 50, … (and 0.5, 0.2, …) that is not above an amount.
pub fn round_step(amount: Decimal) -> Decimal {
    let ten = Decimal::TEN;
    let mut unit = Decimal::ONE;
    if amount <= Decimal::ZERO {
        return unit;
    }
    while unit * ten <= amount {
        unit *= ten;
    }
    while unit > amount {
        unit /= ten;
    }
    let fits = |factor: i64| unit * Decimal::from(factor) <= amount;
    let factor = [5, 2].into_iter().find(|factor| fits(*factor)).unwrap_or(1);
    unit * Decimal::from(factor)
}
