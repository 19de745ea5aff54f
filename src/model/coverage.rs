//! Industry-support coverage: how fast it can rise, and what it does to operating income.
//!
//! A rise is at most what the year's household grants pay for, at a cost for each household; a
//! fall is immediate. `m(c) = 1 + effect·(c − saturation·c²/2)`; operating income changes by
//! `baseline_operating·(m(ĉ)/m(c₀) − 1)`, where ĉ mixes this year's and last year's coverage.

use rust_decimal::Decimal;

use super::inputs::Assumptions;
use crate::number::{People, Share, Yuan, YuanPerPerson};

/// Coverage on its way through the years.
#[derive(Clone, Debug)]
pub struct Coverage {
    reached: Share,
    multiplier0: Share,
}

/// Coverage in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearCoverage {
    /// The coverage reached.
    pub reached: Share,
    /// What the rest of the wanted rise would cost.
    pub missing: Yuan,
    /// Change of operating income against the coverage of the known year.
    pub operating: YuanPerPerson,
}

impl Coverage {
    /// Starts in the year before the plan, at the known coverage.
    pub fn new(assumptions: &Assumptions) -> Self {
        let reached = assumptions.coverage0;
        Self {
            reached,
            multiplier0: multiplier(reached, assumptions),
        }
    }

    /// Moves towards the wanted coverage with this year's household grants.
    pub fn next_year(
        &mut self,
        wanted: Share,
        grants: Yuan,
        population: People,
        baseline_operating: YuanPerPerson,
        assumptions: &Assumptions,
    ) -> YearCoverage {
        let before = self.reached;
        let mut missing = Yuan::ZERO;
        self.reached = wanted;
        if wanted > before {
            // Money for all households at once: cost·N/household_size.
            let whole = Yuan(
                assumptions.coverage_cost * population.exact() / assumptions.household_size.exact(),
            );
            let needed = whole * (wanted - before);
            if grants < needed {
                self.reached = before + grants / whole;
                missing = needed - grants;
            }
        }
        let now = assumptions.coverage_now;
        let effective = self.reached * now + before * now.rest();
        let change = multiplier(effective, assumptions) / self.multiplier0 - Share::ONE;
        YearCoverage {
            reached: self.reached,
            missing,
            operating: baseline_operating * change,
        }
    }
}

/// The factor on operating income at that coverage; never below one, since `c ≥ c²/2`.
fn multiplier(coverage: Share, assumptions: &Assumptions) -> Share {
    let half = Share(Decimal::new(5, 1));
    let slack = assumptions.coverage_saturation * coverage * coverage * half;
    Share::ONE + assumptions.coverage_effect * (coverage - slack)
}
