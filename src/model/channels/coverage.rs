//! Industry-support coverage: what keeps it, how fast it can rise, and what it does to operating income.
//!
//! A year's household grants first keep the coverage there is, then pay for a rise. With the households
//! `H = N / household_size`, grants `g`, the cost of a household
//! `cost·(1 + cost_growth)^(t−p)` and, from the plan's grants of the year b before the plan, the yearly
//! upkeep of a covered one `u = upkeep·g(b)/(c₀·H(b))·(1 + cost_growth)^(t−p)`:
//!
//! - `kept = min(c(t−1), wanted, g/(u·H))`, so that a fall is immediate;
//! - `left = max(0, g − u·H·kept)`, `rise = min(wanted − kept, left/(cost·H))`, `c(t) = kept + rise`.
//!
//! Where `u` is above the cost of a rise, which only values far outside their plausible ranges bring about,
//! coverage swings: a year that reached more leaves the next one less to rise with.
//!
//! `m(c) = 1 + effect·(c − saturation·c²/2)`; operating income changes by
//! `baseline_operating·(m(ĉ)/m(c₀) − 1)`, where ĉ mixes this year's and last year's coverage.

use rust_decimal::Decimal;

use super::{ChannelYear, parts};
use crate::arithmetic::Arithmetic;
use crate::channel::Channel;
use crate::inputs::{Assumptions, Levers};
use crate::key::{ByCategory, ByComponent, Category, Component};
use crate::number::{People, Share, Yuan, YuanPerPerson};
use crate::term::{At, Quantity, Reached, Side, Term};

/// Coverage on its way through the years.
#[derive(Clone, Debug)]
pub struct Coverage<N = Decimal> {
    reached: Share<N>,
    multiplier0: Share<N>,
    /// The yearly upkeep of the known coverage in the year before the plan; nothing where nobody was
    /// covered.
    upkeep0: Yuan<N>,
    cost_index: Share<N>,
}

/// Coverage in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearCoverage<N = Decimal> {
    /// The coverage reached.
    pub reached: Share<N>,
    /// The cost of the rest of the wanted rise.
    pub missing: Yuan<N>,
    /// Grants used for coverage, for its upkeep and its rise; never more than the year's grants.
    pub used: Yuan<N>,
    /// The effect of coverage by component, against the coverage of the known year.
    pub effect: ByComponent<YuanPerPerson<N>>,
}

impl<N: Arithmetic> Coverage<N> {
    /// The known coverage in the year before the plan, in which the plan was spent.
    #[inline(always)]
    pub fn new(
        plan: &Levers<N>,
        assumptions: &Assumptions<N>,
        spent: ByCategory<Yuan<N>>,
        before: At,
    ) -> Self {
        let reached = assumptions.coverage0;
        let grants = spent[Category::Industry as usize] * plan.grants_share;
        let grants = grants.named(before.term(Quantity::Grants));
        let upkeep = grants * assumptions.coverage_upkeep;
        let upkeep0 = Yuan::either(reached.exact(), upkeep, Yuan::zero());
        Self {
            reached,
            multiplier0: multiplier(reached, assumptions)
                .named(Term::timeless(Quantity::KnownMultiplier, Side::Shared)),
            upkeep0: upkeep0.named(before.term(Quantity::KnownUpkeep)),
            cost_index: Share::one(),
        }
    }

    /// The channel in the next year, towards the wanted coverage with that year's grants to households.
    #[inline(always)]
    pub fn next_year(&mut self, year: &ChannelYear<N>, grants: Yuan<N>) -> YearCoverage<N> {
        let (a, at) = (year.assumptions, year.at);
        let wanted = year.levers.coverage_in(year.step);
        let before = self.reached;
        let whole = self.whole_cost(year);
        let known = self.known_upkeep(year);
        // Where there is no upkeep, everything is kept; the divisors are then one.
        let or_one = |divisor: N| N::either(divisor, divisor, N::ONE);
        let affordable = (grants * a.coverage0) / Yuan(or_one(known.exact()));
        let affordable = Share::either(known.exact(), affordable, Share::one());
        let wanted_kept = before.min(wanted);
        let kept = wanted_kept.min(affordable);
        let kept = kept.named(at.term(Quantity::CoverageKept));
        let upkeep = Yuan((known * kept).exact() / or_one(a.coverage0.exact()));
        let upkeep = upkeep.named(at.term(Quantity::CoverageUpkeep));
        let left = (grants - upkeep).max(Yuan::zero());
        let left = left.named(at.term(Quantity::CoverageLeft));
        let needed = (whole * (wanted - kept)).max(Yuan::zero());
        let needed = needed.named(at.term(Quantity::CoverageNeeded));
        let missing = (needed - left).max(Yuan::zero());
        let missing = missing.named(at.term(Quantity::CoverageMissing));
        let reached = wanted.min(kept + left / whole);
        let how = || match (wanted_kept > kept, wanted > before, missing > Yuan::zero()) {
            (true, ..) => Reached::Unkept,
            (false, false, _) => Reached::AtOnce,
            (false, true, false) => Reached::Paid,
            (false, true, true) => Reached::InPart,
        };
        self.reached = reached.named_by(|| at.term(Quantity::Coverage(how())));
        let used = (upkeep + needed.min(left)).min(grants);
        let now = a.coverage_now;
        let effective = self.reached * now + before * now.rest();
        let effective = effective.named(at.term(Quantity::CoverageEffective));
        let multiplier = multiplier(effective, a).named(at.term(Quantity::Multiplier));
        let change = multiplier / self.multiplier0 - Share::one();
        let operating = year.path.income[Component::Operating as usize] * change;
        YearCoverage {
            reached: self.reached,
            missing,
            used: used.named(at.term(Quantity::CoverageUsed)),
            effect: parts((Channel::Coverage, at), [(Component::Operating, operating)]),
        }
    }

    /// The cost of covering all households at once: `cost·(1 + cost_growth)^(t−p)·N / household_size`.
    #[inline(always)]
    fn whole_cost(&mut self, year: &ChannelYear<N>) -> Yuan<N> {
        let (a, at) = (year.assumptions, year.at);
        let people: People<N> = year.people();
        let mut cost = a.coverage_cost * people.exact() / a.household_size.exact();
        if year.step > 0 {
            let index = self.cost_index * a.cost_growth.factor();
            self.cost_index = index.named(at.term(Quantity::CostIndex));
            cost = cost * self.cost_index.exact();
        }
        Yuan(cost).named(at.term(Quantity::CoverageWhole))
    }

    /// The yearly upkeep of the known coverage: it grows with the households and their cost.
    #[inline(always)]
    fn known_upkeep(&self, year: &ChannelYear<N>) -> Yuan<N> {
        let people = year.people().exact() / year.assumptions.population.exact();
        let mut known = self.upkeep0 * Share(people);
        if year.step > 0 {
            known = known * self.cost_index;
        }
        known.named(year.at.term(Quantity::KnownUpkeep))
    }
}

/// The factor on operating income at that coverage; never below one, since `c ≥ c²/2`.
#[inline(always)]
fn multiplier<N: Arithmetic>(coverage: Share<N>, assumptions: &Assumptions<N>) -> Share<N> {
    let half = Share(N::HALF);
    let slack = assumptions.coverage_saturation * coverage * coverage * half;
    Share::one() + assumptions.coverage_effect * (coverage - slack)
}
