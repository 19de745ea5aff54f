//! Industry-support coverage: how fast it can rise, and what it does to operating income.
//!
//! A rise is at most what the year's household grants pay for, at a cost for each household; a
//! fall is immediate. `m(c) = 1 + effect·(c − saturation·c²/2)`; operating income changes by
//! `baseline_operating·(m(ĉ)/m(c₀) − 1)`, where ĉ mixes this year's and last year's coverage.

use rust_decimal::Decimal;

use super::inputs::Assumptions;
use super::term::{Arithmetic, At, Reached, Side, Term, What};
use crate::number::{People, Share, Yuan, YuanPerPerson};

/// Coverage on its way through the years.
#[derive(Clone, Debug)]
pub struct Coverage<N = Decimal> {
    reached: Share<N>,
    multiplier0: Share<N>,
}

/// Coverage in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearCoverage<N = Decimal> {
    /// The coverage reached.
    pub reached: Share<N>,
    /// What the rest of the wanted rise would cost.
    pub missing: Yuan<N>,
    /// Change of operating income against the coverage of the known year.
    pub operating: YuanPerPerson<N>,
}

impl<N: Arithmetic> Coverage<N> {
    /// Starts in the year before the plan, at the known coverage.
    pub fn new(assumptions: &Assumptions<N>) -> Self {
        let reached = assumptions.coverage0;
        Self {
            reached,
            multiplier0: multiplier(reached, assumptions)
                .named(Term::timeless(What::KnownMultiplier, Side::Shared)),
        }
    }

    /// Moves towards the wanted coverage with this year's household grants.
    pub fn next_year(
        &mut self,
        wanted: Share<N>,
        grants: Yuan<N>,
        population: People<N>,
        baseline_operating: YuanPerPerson<N>,
        assumptions: &Assumptions<N>,
        at: At,
    ) -> YearCoverage<N> {
        let before = self.reached;
        let mut missing = Yuan::zero();
        let mut reached = wanted;
        let mut how = Reached::AtOnce;
        if wanted > before {
            // Money for all households at once: cost·N/household_size.
            let whole = Yuan(
                assumptions.coverage_cost * population.exact() / assumptions.household_size.exact(),
            )
            .named(at.term(What::CoverageWhole));
            let needed = (whole * (wanted - before)).named(at.term(What::CoverageNeeded));
            how = Reached::Paid;
            if grants < needed {
                how = Reached::InPart;
                reached = before + grants / whole;
                missing = (needed - grants).named(at.term(What::CoverageMissing));
            }
        }
        self.reached = reached.named(at.term(What::Coverage(how)));
        let now = assumptions.coverage_now;
        let effective = self.reached * now + before * now.rest();
        let effective = effective.named(at.term(What::CoverageEffective));
        let multiplier = multiplier(effective, assumptions).named(at.term(What::Multiplier));
        let change = multiplier / self.multiplier0 - Share::one();
        YearCoverage {
            reached: self.reached,
            missing,
            operating: baseline_operating * change,
        }
    }
}

/// The factor on operating income at that coverage; never below one, since `c ≥ c²/2`.
fn multiplier<N: Arithmetic>(coverage: Share<N>, assumptions: &Assumptions<N>) -> Share<N> {
    let half = Share(N::from_decimal(Decimal::new(5, 1)));
    let slack = assumptions.coverage_saturation * coverage * coverage * half;
    Share::one() + assumptions.coverage_effect * (coverage - slack)
}
