//! The changes of single households' incomes in a year by plan and scenario: factors for everyone, and what reaches
//! some alone, for the kernel in whole numbers ([`zengshou_households`]).
//!
//! Each kind of income is multiplied by what the model says of it, `income_k(t) / income0_k`. Two effects reach single
//! households: support of households that are newly covered, and further jobs. Operating income is therefore taken without the
//! coverage channel and wages without further jobs, and whom these reach gets them whole, so that the mean stays the model's.
//! The claw-back belongs to who earns more: those whom support and jobs reach have them less their part of it, and nobody
//! else loses transfer income by them.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use zengshou_households::columns::{COMPONENTS, OPERATING};
use zengshou_households::factors::{IncomeChange, IncomeFactor, SCALE};

use crate::model::baseline::baseline;
use crate::model::benchmarks::risk_line;
use crate::model::inputs::{Assumptions, Levers};
use crate::model::{Channel, YearOutcome};
use crate::number::YuanPerPerson;
use crate::region::key::{Batch, Component, Fixed, Year};
use crate::region::{Region, Values};
use crate::scenario::Scenario;

/// The households of a register that measures can reach, by weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RegisterSize {
    /// All households.
    pub households: u64,
    /// Their members.
    pub people: u64,
    /// Households without industry support.
    pub uncovered: u64,
    /// Households with it.
    pub covered: u64,
    /// Households of the kinds that jobs are for.
    pub for_jobs: u64,
}

/// The changes of household incomes in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseholdChanges {
    /// The year.
    pub year: Year,
    /// The monitoring line in fen a head.
    pub line: i64,
    /// The change from the register's incomes to the plan's.
    pub plan: IncomeChange,
    /// The change from the register's incomes to the scenario's.
    pub scenario: IncomeChange,
    /// Households that should be reached and are not there.
    pub unreached: UnreachedHouseholds,
}

/// Households that should be reached and are not in the register: what they would have is missing in its mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnreachedHouseholds {
    /// Newly covered ones beyond those without support.
    pub cover: u64,
    /// Jobs beyond the households that they are for.
    pub jobs: u64,
}

/// The reason for which no factors can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorFault {
    /// Not a plan year.
    NoPlanYear(Year),
    /// A kind of income that nobody has in the known year, so that nothing can be multiplied.
    NoIncome(Component),
    /// A factor beyond a thousand.
    TooLarge(Component),
    /// The pay of a job is beyond what a household's income can be.
    Pay,
}

/// The exact numbers by which measures reach single households, before a register's size makes whole ones of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureReach {
    /// The share of households whose support changes: the scenario's working coverage less the plan's.
    pub coverage: Decimal,
    /// Further jobs of the scenario in the year.
    pub jobs: Decimal,
    /// Lifted people in the year, whom these jobs are for.
    pub people: Decimal,
}

impl MeasureReach {
    /// The reach of a scenario's measures in a plan year.
    ///
    /// # Errors
    /// [`FactorFault::NoPlanYear`] where the year is none of the plan.
    pub fn of(region: &Region, scenario: &Scenario, year: Year) -> Result<Self, FactorFault> {
        let outcome = scenario.project_until(region, year);
        let is_there = outcome.plan.iter().any(|it| it.year == year);
        if !is_there {
            return Err(FactorFault::NoPlanYear(year));
        }
        let values = scenario.resolve(region);
        Ok(Self::in_year(
            region,
            (&values.plan, &values.scenario),
            (&outcome.plan, &outcome.scenario),
            year,
        ))
    }

    fn in_year(
        region: &Region,
        (known, own): (&Values, &Values),
        (plan, scenario): (&[YearOutcome], &[YearOutcome]),
        year: Year,
    ) -> Self {
        let years = region.years.until(year);
        let step = usize::from(year - years.first_plan);
        let path = baseline(&Assumptions::of(own, years), years).plan;
        let jobs = |values: &Values| -> Decimal {
            let levers = Levers::with_years(values, years);
            let batches = Batch::ALL.into_iter();
            batches
                .map(|batch| levers.jobs_in(step, batch).exact())
                .sum()
        };
        Self {
            coverage: effective_coverage(own, scenario) - effective_coverage(own, plan),
            jobs: jobs(own) - jobs(known),
            people: path
                .get(step)
                .map_or(Decimal::ZERO, |path| path.population.exact()),
        }
    }
}

impl HouseholdChanges {
    /// The changes of a year for a register of that size.
    ///
    /// # Errors
    /// [`FactorFault`] where the year is none of the plan, or a factor cannot be made.
    pub fn of(
        region: &Region,
        scenario: &Scenario,
        year: Year,
        size: RegisterSize,
    ) -> Result<Self, FactorFault> {
        let outcome = scenario.project_until(region, year);
        let is_it = |it: &&YearOutcome| it.year == year;
        let (plan, moved) = outcome
            .plan
            .iter()
            .find(is_it)
            .zip(outcome.scenario.iter().find(is_it))
            .ok_or(FactorFault::NoPlanYear(year))?;
        let values = scenario.resolve(region);
        let (known, own) = (&values.plan, &values.scenario);
        let years = region.years.until(year);
        let lines = risk_line(own, years);
        let line = lines.get(usize::from(year - years.income));
        let line = line.copied().unwrap_or(YuanPerPerson::ZERO).rounded();
        let mut change = IncomeChange {
            factors: each_factor(own, |component| moved.components[component as usize])?,
            ..IncomeChange::NONE
        };
        let mut unreached = UnreachedHouseholds::default();
        let reach = MeasureReach::in_year(
            region,
            (known, own),
            (&outcome.plan, &outcome.scenario),
            year,
        );
        let covered = cover(
            &mut change,
            &mut unreached.cover,
            (own, moved),
            (reach.coverage, size),
        )?;
        let worked = jobs_of(
            &mut change,
            &mut unreached.jobs,
            (own, moved, reach.people),
            (reach.jobs, size),
        )?;
        let transfer = Component::Transfer;
        let borne = own.fixed(Fixed::Clawback) * (covered + worked);
        let without = moved.components[transfer as usize].exact() + borne;
        change.factors[transfer as usize] = factor(own, transfer, without)?;
        let plan = IncomeChange {
            factors: each_factor(own, |component| plan.components[component as usize])?,
            ..IncomeChange::NONE
        };
        Ok(Self {
            year,
            line: (line * Decimal::ONE_HUNDRED)
                .to_i64()
                .unwrap_or(i64::MAX >> 16),
            plan: plan.for_everyone(),
            scenario: change,
            unreached,
        })
    }
}

/// The known income of a component in yuan a head.
pub fn known_income(values: &Values, component: Component) -> Decimal {
    values.fixed(match component {
        Component::Wage => Fixed::Income0Wage,
        Component::Operating => Fixed::Income0Operating,
        Component::Property => Fixed::Income0Property,
        Component::Transfer => Fixed::Income0Transfer,
    })
}

/// `income / income0`, scaled by 2³⁰ and rounded half away from zero.
fn factor(
    values: &Values,
    component: Component,
    income: Decimal,
) -> Result<IncomeFactor, FactorFault> {
    let known = known_income(values, component);
    let quotient = income
        .checked_div(known)
        .ok_or(FactorFault::NoIncome(component))?;
    let scaled = quotient.checked_mul(Decimal::from(SCALE));
    let rounded =
        |it: Decimal| it.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    scaled
        .and_then(|scaled| IncomeFactor::of_scaled(rounded(scaled).to_i64()?))
        .ok_or(FactorFault::TooLarge(component))
}

fn each_factor(
    values: &Values,
    income: impl Fn(Component) -> YuanPerPerson,
) -> Result<[IncomeFactor; COMPONENTS], FactorFault> {
    let mut factors = [IncomeFactor::ONE; COMPONENTS];
    for component in Component::ALL {
        factors[component as usize] = factor(values, component, income(component).exact())?;
    }
    Ok(factors)
}

/// Coverage of the last of some years as far as it works: a rise counts in its first year for a part only.
fn effective_coverage(values: &Values, outcomes: &[YearOutcome]) -> Decimal {
    let now = values.fixed(Fixed::CoverageNow);
    let reached = |outcome: &YearOutcome| outcome.coverage.exact();
    let mut last = outcomes.iter().rev();
    let this = last.next().map_or(Decimal::ZERO, reached);
    let before = last
        .next()
        .map_or_else(|| values.fixed(Fixed::Coverage0), reached);
    now * this + (Decimal::ONE - now) * before
}

/// A number of households or jobs: whole, rounded half away from zero.
fn whole(number: Decimal) -> u64 {
    let rounded = number.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    rounded.to_u64().unwrap_or_default()
}

/// The part of earned income that the claw-back leaves.
fn kept(values: &Values) -> Decimal {
    Decimal::ONE - values.fixed(Fixed::Clawback)
}

/// Gives the coverage channel, less its part of the claw-back, to the households that a change of coverage reaches; returns
/// the yuan a head that go to them alone.
fn cover(
    change: &mut IncomeChange,
    unreached: &mut u64,
    (values, moved): (&Values, &YearOutcome),
    (difference, size): (Decimal, RegisterSize),
) -> Result<Decimal, FactorFault> {
    let households = whole(difference.abs() * Decimal::from(size.households));
    if households == 0 {
        return Ok(Decimal::ZERO);
    }
    let channel = moved.channel(Channel::Coverage).exact();
    let without = moved.components[Component::Operating as usize].exact() - channel;
    let of = |income: Decimal| factor(values, Component::Operating, income);
    change.factors[OPERATING] = of(without)?;
    // Of all people, only the share `difference` has the whole of it.
    let share = difference.abs();
    let reached = of(without + channel * kept(values) / share)?;
    let there = if difference > Decimal::ZERO {
        size.uncovered
    } else {
        size.covered
    };
    *unreached = households.saturating_sub(there);
    if difference > Decimal::ZERO {
        change.newly_covered = reached;
        change.gaining_cover = households;
    } else {
        change.uncovered = reached;
        change.losing_cover = households;
    }
    Ok(channel)
}

/// Gives the wages of further jobs, less their part of the claw-back, to one household a job; returns the yuan a head that go
/// to these alone.
fn jobs_of(
    change: &mut IncomeChange,
    unreached: &mut u64,
    (values, moved, people): (&Values, &YearOutcome, Decimal),
    (jobs, size): (Decimal, RegisterSize),
) -> Result<Decimal, FactorFault> {
    let channel = moved.channel(Channel::Employment).exact();
    let count = jobs
        .checked_mul(Decimal::from(size.people))
        .and_then(|jobs| jobs.checked_div(people))
        .map_or(0, whole);
    if count == 0 || channel <= Decimal::ZERO {
        return Ok(Decimal::ZERO);
    }
    let wage = Component::Wage;
    let without = moved.components[wage as usize].exact() - channel;
    change.factors[wage as usize] = factor(values, wage, without)?;
    let pay = channel * kept(values) * people / jobs * Decimal::ONE_HUNDRED;
    let pay = pay.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    change.pay = pay.to_i32().ok_or(FactorFault::Pay)?;
    change.jobs = count;
    *unreached = count.saturating_sub(size.for_jobs);
    Ok(channel)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
