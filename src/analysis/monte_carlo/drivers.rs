//! Drivers of the spread: values whose rank in their range correlates with the result's, as far as
//! they can affect it and stand out from chance.

use serde::{Deserialize, Serialize};

use super::Simulation;
use crate::analysis::ranges::moves_incomes;
use crate::floating::sampling::rank_correlation;
use crate::region::key::{Fixed, Key};

/// The number of standard errors that a correlation must reach. Of some seventy values that have
/// nothing to do with the result, one alone reaches that in about two hundred runs.
const ERRORS: f64 = 4.0;

/// The least correlation that stands out from the luck of the draw: that of values that have nothing to do with one
/// another has a standard error of 1/√(draws − 1).
pub fn noise(draws: usize) -> f64 {
    match draws {
        0 | 1 => 1.0,
        _ => (ERRORS / ((draws - 1) as f64).sqrt()).min(1.0),
    }
}

/// The rank correlation of a value with the result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Driver {
    /// The key; `growth_together` for the factor that growths share.
    pub key: Key,
    /// The values that are the same figure and were drawn with it.
    pub tied: Vec<Key>,
    /// Spearman's rank correlation, from −1 to 1.
    pub correlation: f64,
}

impl Simulation {
    /// The rank correlation of each value with the results, strongest first. A value's rank in a draw
    /// is its step; where the draws were called off, the ranks are those of the steps drawn. What
    /// growths share counts once, as the factor; of each growth only what it has of its own counts, so
    /// that what is listed was drawn apart.
    pub(super) fn drivers(&self, results: &[f64]) -> Vec<Driver> {
        let ranks = rank_correlation::CentredRanks::of(rank_correlation::ranks(results));
        let noise = noise(results.len());
        let factor = self.factor.iter().map(|factor| Driver {
            key: Fixed::GrowthTogether.into(),
            tied: Vec::new(),
            correlation: ranks.correlation(&factor.steps()[..results.len()]),
        });
        let can_touch = self.drawn.iter().filter(|drawn| {
            let mut all = [drawn.key].into_iter().chain(drawn.tied.iter().copied());
            all.any(moves_incomes)
        });
        let values = can_touch.map(|drawn| Driver {
            key: drawn.key,
            tied: drawn.tied.clone(),
            correlation: ranks.correlation(&drawn.alone[..results.len()]),
        });
        let mut drivers: Vec<Driver> = factor
            .chain(values)
            .filter(|driver| driver.correlation.abs() >= noise)
            .collect();
        drivers.sort_by(|one, other| other.correlation.abs().total_cmp(&one.correlation.abs()));
        drivers
    }
}
