//! Industry-support coverage: how fast it can rise, and what it does to operating income.
//!
//! A year's household grants pay for a rise, at a cost for each household:
//! `c(t) = min(wanted, c(t−1) + grants / (cost·N / household_size))`, so that a fall is immediate.
//! `m(c) = 1 + effect·(c − saturation·c²/2)`; operating income changes by
//! `baseline_operating·(m(ĉ)/m(c₀) − 1)`, where ĉ mixes this year's and last year's coverage.

use rust_decimal::Decimal;

use super::{ChannelYear, parts};
use crate::arithmetic::Arithmetic;
use crate::channel::Channel;
use crate::inputs::Assumptions;
use crate::key::{ByComponent, Component};
use crate::number::{People, Share, Yuan, YuanPerPerson};
use crate::term::{At, Quantity, Reached, Side, Term};

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
    /// The cost of the rest of the wanted rise.
    pub missing: Yuan<N>,
    /// The effect of coverage by component, against the coverage of the known year.
    pub effect: ByComponent<YuanPerPerson<N>>,
}

impl<N: Arithmetic> Coverage<N> {
    /// The known coverage, in the year before the plan.
    #[inline(always)]
    pub fn new(assumptions: &Assumptions<N>) -> Self {
        let reached = assumptions.coverage0;
        Self {
            reached,
            multiplier0: multiplier(reached, assumptions)
                .named(Term::timeless(Quantity::KnownMultiplier, Side::Shared)),
        }
    }

    /// The channel in the next year, towards the wanted coverage with that year's grants to households.
    #[inline(always)]
    pub fn next_year(&mut self, year: &ChannelYear<N>, grants: Yuan<N>) -> YearCoverage<N> {
        let (a, at) = (year.assumptions, year.at);
        let wanted = year.levers.coverage_in(year.step);
        let before = self.reached;
        let whole = whole_cost(a, year.people(), at);
        let needed = (whole * (wanted - before)).named(at.term(Quantity::CoverageNeeded));
        let missing = (needed - grants).max(Yuan::zero());
        let missing = missing.named(at.term(Quantity::CoverageMissing));
        let reached = wanted.min(before + grants / whole);
        let how = || match (wanted > before, missing > Yuan::zero()) {
            (false, _) => Reached::AtOnce,
            (true, false) => Reached::Paid,
            (true, true) => Reached::InPart,
        };
        self.reached = reached.named_by(|| at.term(Quantity::Coverage(how())));
        let now = a.coverage_now;
        let effective = self.reached * now + before * now.rest();
        let effective = effective.named(at.term(Quantity::CoverageEffective));
        let multiplier = multiplier(effective, a).named(at.term(Quantity::Multiplier));
        let change = multiplier / self.multiplier0 - Share::one();
        let operating = year.path.income[Component::Operating as usize] * change;
        YearCoverage {
            reached: self.reached,
            missing,
            effect: parts((Channel::Coverage, at), [(Component::Operating, operating)]),
        }
    }
}

/// The cost of covering all households at once: `cost·N / household_size`.
#[inline(always)]
pub fn whole_cost<N: Arithmetic>(
    assumptions: &Assumptions<N>,
    people: People<N>,
    at: At,
) -> Yuan<N> {
    let cost = assumptions.coverage_cost * people.exact() / assumptions.household_size.exact();
    Yuan(cost).named(at.term(Quantity::CoverageWhole))
}

/// The factor on operating income at that coverage; never below one, since `c ≥ c²/2`.
#[inline(always)]
fn multiplier<N: Arithmetic>(coverage: Share<N>, assumptions: &Assumptions<N>) -> Share<N> {
    let half = Share(N::HALF);
    let slack = assumptions.coverage_saturation * coverage * coverage * half;
    Share::one() + assumptions.coverage_effect * (coverage - slack)
}
