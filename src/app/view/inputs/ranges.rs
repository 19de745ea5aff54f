//! From where to where a lever's slider goes: what is practical for people, not all that the
//! model could compute. The typed number may use the whole range of its key.
#![deny(clippy::float_arithmetic)]

use rust_decimal::Decimal;

use super::track::{Track, round_step};
use crate::region::EvidencedValue;
use crate::region::key::{Fixed, Key, Unit};

/// The most jobs a slider offers in one batch.
const MOST_JOBS: Decimal = Decimal::from_parts(50_000, 0, 0, false, 0);
/// The most social help a slider offers: five hundred million yuan a year.
const MOST_SOCIAL: Decimal = Decimal::from_parts(500_000_000, 0, 0, false, 0);
/// The most by which a slider moves the employed share of the relocated: thirty points.
const MOST_RELOCATED: Decimal = Decimal::from_parts(30, 0, 0, false, 2);
/// A range of shares up to this wide is moved in tenths of a point.
const NARROW: Decimal = Decimal::from_parts(2, 0, 0, false, 1);

/// The slider's way of a key that is no flag.
pub fn track(key: Key, figure: &EvidencedValue) -> Track {
    let (least, most) = key.range();
    let (low, high) = match key {
        Key::Fixed(
            Fixed::JobsOutward
            | Fixed::JobsWorkshop
            | Fixed::JobsRelief
            | Fixed::JobsWelfare
            | Fixed::JobsStartup,
        ) => (Decimal::ZERO, MOST_JOBS),
        Key::Fixed(Fixed::Social) => (Decimal::ZERO, MOST_SOCIAL),
        Key::Fixed(Fixed::RelocatedEmployment) => (-MOST_RELOCATED, MOST_RELOCATED),
        _ if key.is_lever() => (least, most),
        _ => figure.range.unwrap_or_else(|| around(key, figure.value)),
    };
    let step = step(key.unit(), high - low);
    Track { low, high, step }.holding(figure.value)
}

/// A fifth around a published value; the whole of a share that can be anything.
fn around(key: Key, value: Decimal) -> (Decimal, Decimal) {
    let (least, most) = key.range();
    if key.unit() == Unit::Share || value.is_zero() {
        return (least, most);
    }
    let step = round_step(value / Decimal::from(50));
    let low = ((value * Decimal::new(8, 1)) / step).floor() * step;
    let high = ((value * Decimal::new(12, 1)) / step).ceil() * step;
    (low.max(least), high.min(most))
}

fn step(unit: Unit, span: Decimal) -> Decimal {
    match unit {
        Unit::Share if span <= NARROW => Decimal::new(1, 3),
        Unit::Share => Decimal::new(1, 2),
        Unit::PeoplePerHousehold => Decimal::new(5, 2),
        Unit::Flag => Decimal::ONE,
        _ => round_step(span / Decimal::from(200)).max(Decimal::ONE),
    }
}
