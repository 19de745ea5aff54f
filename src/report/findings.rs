//! What a report says beyond the projection itself, and what costs many projections: found once,
//! however often the report is then written.

use std::collections::BTreeMap;

use super::Facts;
use crate::analysis::chance::Measure;
use crate::analysis::contribution::{Contributions, contributions};
use crate::analysis::marginal::{Marginal, marginal};
use crate::analysis::swing::{Swing, swings};
use crate::region::Region;
use crate::region::key::Key;
use crate::scenario::Scenario;

/// What many projections tell.
pub struct Findings {
    /// What each change moves alone; none for a plan without years.
    pub parts: Option<Contributions>,
    /// How far the result moves over each value's plausible range.
    pub swings: BTreeMap<Key, Swing>,
    /// What 10,000 yuan more bring in each place.
    pub marginal: Vec<Marginal>,
}

impl Findings {
    /// Finds all of it.
    pub fn of(region: &Region, scenario: &Scenario, facts: &Facts) -> Self {
        Self {
            parts: contributions(region, scenario),
            swings: swings(region, scenario, Measure::Income),
            marginal: marginal(region.years, &facts.resolved, &facts.outcome.scenario),
        }
    }
}
