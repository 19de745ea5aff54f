//! Decision variables of a plan or a scenario, carried through the draws.

use crate::floating::{self, Floating, Levers};
use crate::number::Share;
use crate::region::key::Fixed;
use crate::region::{Values, Years};

/// Levers in floating point.
pub struct DecisionVariables {
    levers: Levers<f64>,
    /// True where the wanted coverage is the known coverage, whatever its value in a draw.
    follows_coverage: bool,
}

impl DecisionVariables {
    /// The levers in `values`.
    pub fn of(values: &Values, years: Years, follows_coverage: bool) -> Self {
        Self {
            levers: Levers::with_years(&Floating(values), years),
            follows_coverage,
        }
    }

    /// The levers in a draw.
    pub fn in_draw(&mut self, sample: &floating::FloatingValues) -> &Levers<f64> {
        if self.follows_coverage {
            self.levers.coverage = Share(sample.at(Fixed::Coverage0));
        }
        &self.levers
    }

    /// The levers of the last draw.
    pub fn levers(&self) -> &Levers<f64> {
        &self.levers
    }

    /// The share of industry money that goes to households.
    pub fn grants_share(&self) -> f64 {
        self.levers.grants_share.exact()
    }
}
