//! Results of a report beyond the projection itself that take many projections: found once, however often the
//! report is then written.

use std::collections::BTreeMap;

use super::Facts;
use crate::analysis::contribution::{Contributions, contributions};
use crate::analysis::lifetime::{self, LifetimeTable};
use crate::analysis::marginal::{Marginal, marginal};
use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::analysis::one_way_sensitivity::{Swing, swings};
use crate::region::Region;
use crate::region::key::Key;
use crate::scenario::Scenario;

/// Results of many projections.
pub struct Findings {
    /// Effect of each change alone; none for a plan without years.
    pub parts: Option<Contributions>,
    /// Movement of the result over each value's plausible range.
    pub swings: BTreeMap<Key, Swing>,
    /// Gain from 10,000 yuan more in each place.
    pub marginal: Vec<Marginal>,
    /// Income over a lifetime for each yuan spent.
    pub lifetime: LifetimeTable,
}

impl Findings {
    /// Finds all of it.
    pub fn of(region: &Region, scenario: &Scenario, facts: &Facts) -> Self {
        Self {
            parts: contributions(region, scenario),
            swings: swings(region, scenario, OutcomeMeasure::Income),
            marginal: marginal(region.years, &facts.resolved, &facts.outcome.scenario),
            lifetime: lifetime::table(region, &facts.resolved),
        }
    }
}
