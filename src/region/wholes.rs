//! Shares that divide one whole: together they may not exceed it.

use rust_decimal::Decimal;

use super::Values;
use super::key::{Fixed, Key};
use crate::problem::Fault;

/// The groups of shares that divide one whole.
pub const WHOLES: [&[Fixed]; 5] = [
    &[Fixed::GrantsShare, Fixed::OverheadShare],
    &[Fixed::IndustryLagNow, Fixed::IndustryLagNext],
    &[Fixed::InfraLagNow, Fixed::InfraLagNext],
    &[Fixed::SplitWage, Fixed::SplitOperating],
    &[Fixed::OtherTransfer, Fixed::OtherWage],
];

/// The other shares of the whole that a key belongs to, if it belongs to one.
pub fn partners(key: Key) -> impl Iterator<Item = Fixed> {
    WHOLES
        .into_iter()
        .filter(move |whole| whole.iter().any(|part| Key::Fixed(*part) == key))
        .flatten()
        .copied()
        .filter(move |part| Key::Fixed(*part) != key)
}

/// A fault for every whole whose shares add up to more than it.
pub fn exceeded(values: &Values) -> Vec<Fault> {
    WHOLES
        .into_iter()
        .filter(|whole| {
            whole
                .iter()
                .map(|part| values.fixed(*part))
                .sum::<Decimal>()
                > Decimal::ONE
        })
        .map(|whole| {
            Fault::MoreThanWhole(
                whole
                    .iter()
                    .map(|part| part.row().name.to_owned())
                    .collect(),
            )
        })
        .collect()
}
