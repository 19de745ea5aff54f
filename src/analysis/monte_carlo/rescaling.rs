//! Rescaling of a draw: shares to their wholes, and the known income to its total.

use crate::analysis::known_total;
use crate::floating::FloatingValues;
use crate::region::key::{Component, Fixed, income0};
use crate::region::wholes::WHOLES;

/// Scales shares of one whole down together where they exceed it; a lever's share is decided, so that the
/// others give way.
pub fn rescale_shares(sample: &mut FloatingValues, grants_shares: f64) {
    for whole in WHOLES {
        let decided = match whole.contains(&Fixed::GrantsShare) {
            true => grants_shares,
            false => 0.0,
        };
        let drawn = || whole.iter().filter(|part| **part != Fixed::GrantsShare);
        let sum: f64 = drawn().map(|part| sample.at(*part)).sum();
        let room = 1.0 - decided;
        if sum > room {
            for part in drawn() {
                let value = sample.at(*part) * room / sum;
                sample.put(*part, value);
            }
        }
    }
}

/// Scales what was drawn of the known income's parts so that they add up to its total. What is
/// published beside the total stays.
pub fn rescale_known_income(
    sample: &mut FloatingValues,
    published: [bool; Component::ALL.len()],
    total: f64,
) {
    let mut parts = Component::ALL.map(|component| sample.at(income0(component)));
    if known_total::rescale(&mut parts, published, total) {
        for (component, value) in Component::ALL.into_iter().zip(parts) {
            sample.put(income0(component), value);
        }
    }
}
