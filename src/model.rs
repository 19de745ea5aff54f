//! The income model: what a scenario adds to the planned path of per-capita income.
//!
//! The planned path already contains money spent as usual, so that only differences count:
//! `income(t) = baseline(t) + effect(scenario, t) − effect(plan, t)`. A scenario equal to the
//! plan changes nothing, to the fen. It moves a planned path; it is no forecast.
//!
//! One calculation a file: [`baseline`], [`spending`], [`capital`], [`coverage`], [`employment`],
//! put together by [`effects`]; then [`benchmarks`] and [`targets`] measure the result, and
//! [`risk`] estimates the people at risk.
#![deny(clippy::float_arithmetic)]

pub mod baseline;
pub mod benchmarks;
pub mod capital;
pub mod coverage;
pub mod effects;
pub mod employment;
pub mod inputs;
#[allow(clippy::float_arithmetic)]
// A log-normal needs logarithms; its results are marked as estimates.
pub mod risk;
pub mod spending;
pub mod targets;
pub mod term;

use crate::number::{Share, Yuan, YuanPerPerson};
use crate::region::Years;
use crate::region::key::{Benchmark, Component, Year};
use effects::{Channel, YearEffects};
use inputs::{Assumptions, Inputs, Levers};
use rust_decimal::Decimal;
use spending::YearSpending;
use term::{Arithmetic, At, Side, Term, What};

/// The version of the arithmetic. It is raised when any result changes for the same inputs.
pub const VERSION: u32 = 1;

/// One amount for each component of income.
pub type ByComponent<T> = [T; Component::ALL.len()];
/// One amount for each benchmark.
pub type ByBenchmark<T> = [T; Benchmark::ALL.len()];

/// What the model says of one plan year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearOutcome<N = Decimal> {
    /// The year.
    pub year: Year,
    /// Per-capita net income of the lifted population.
    pub income: YuanPerPerson<N>,
    /// The income by component.
    pub components: ByComponent<YuanPerPerson<N>>,
    /// What each channel adds to the plan's income, by component; the channels add up exactly
    /// to scenario minus plan.
    pub channels: [ByComponent<YuanPerPerson<N>>; Channel::ALL.len()],
    /// Industry-support coverage reached.
    pub coverage: Share<N>,
    /// What the wanted coverage still lacks in money of household grants.
    pub coverage_missing: Yuan<N>,
    /// The year's allocation, by category of project.
    pub spending: YearSpending<N>,
    /// The benchmarks' values.
    pub benchmarks: ByBenchmark<YuanPerPerson<N>>,
}

impl<N: Arithmetic> YearOutcome<N> {
    /// What one channel adds to the plan's income.
    pub fn channel(&self, channel: Channel) -> YuanPerPerson<N> {
        let parts = self.channels[channel as usize].iter().copied();
        let term = Term::scenario(What::Channel(channel), self.year);
        parts.sum::<YuanPerPerson<N>>().named(term)
    }

    /// Scenario minus plan: all channels together.
    pub fn difference(&self) -> YuanPerPerson<N> {
        let channels = Channel::ALL
            .into_iter()
            .map(|channel| self.channel(channel));
        let term = Term::scenario(What::Difference, self.year);
        channels.sum::<YuanPerPerson<N>>().named(term)
    }

    /// The part of the difference that people receive rather than earn: transfer income.
    pub fn transfer_difference(&self) -> YuanPerPerson<N> {
        let transfers = self
            .channels
            .iter()
            .map(|components| components[Component::Transfer as usize]);
        let term = Term::scenario(What::Received, self.year);
        transfers.sum::<YuanPerPerson<N>>().named(term)
    }

    /// Benchmark minus income: positive while behind.
    pub fn gap(&self, benchmark: Benchmark) -> YuanPerPerson<N> {
        let gap = self.benchmarks[benchmark as usize] - self.income;
        gap.named(Term::scenario(What::Gap(benchmark), self.year))
    }

    /// Income minus benchmark: negative while behind.
    pub fn lead(&self, benchmark: Benchmark) -> YuanPerPerson<N> {
        let lead = self.income - self.benchmarks[benchmark as usize];
        lead.named(Term::scenario(What::Lead(benchmark), self.year))
    }
}

/// The projection of a plan and of a scenario under the same assumptions.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome<N = Decimal> {
    /// The years that it walks through.
    pub years: Years,
    /// The plan's years; every channel is nothing.
    pub plan: Vec<YearOutcome<N>>,
    /// The scenario's years.
    pub scenario: Vec<YearOutcome<N>>,
    /// Income in the year before the plan, the same for both.
    pub base_income: YuanPerPerson<N>,
    /// The benchmarks in the year before the plan.
    pub base_benchmarks: ByBenchmark<YuanPerPerson<N>>,
}

/// Projects a plan and a scenario. `plan` holds the plan's levers and `scenario` the scenario's;
/// the assumptions are those of `scenario` and hold for both.
///
/// Never panics for values within the ranges of the key table.
pub fn project<V: Inputs>(years: Years, plan: &V, scenario: &V) -> Outcome<V::Number> {
    let assumptions = Assumptions::of(scenario, years);
    let plan_levers = Levers::with_years(plan, years);
    let scenario_levers = Levers::with_years(scenario, years);
    let baseline = baseline::baseline(&assumptions, years);
    let benchmarks = benchmarks::all_series(scenario, years);
    let plan_effects = effects::effects(
        Side::Plan,
        &plan_levers,
        &plan_levers,
        &assumptions,
        &baseline,
        years,
    );
    let scenario_effects = if plan_levers == scenario_levers {
        plan_effects.clone()
    } else {
        effects::effects(
            Side::Scenario,
            &scenario_levers,
            &plan_levers,
            &assumptions,
            &baseline,
            years,
        )
    };
    let base = usize::from(years.base() - years.income);
    let at = |step: usize| Benchmark::ALL.map(|name| benchmarks[name as usize][base + 1 + step]);
    let outcome = |side: Side, own: &[YearEffects<V::Number>]| {
        years
            .plan()
            .enumerate()
            .map(|(step, year)| {
                year_outcome(
                    At { year, side },
                    &baseline.plan[step],
                    &own[step],
                    &plan_effects[step],
                    &assumptions,
                    at(step),
                )
            })
            .collect()
    };
    let base_income: YuanPerPerson<V::Number> = baseline.base.iter().copied().sum();
    Outcome {
        years,
        plan: outcome(Side::Plan, &plan_effects),
        scenario: outcome(Side::Scenario, &scenario_effects),
        base_income: base_income.named(Term::shared(What::BaseIncome, years.base())),
        base_benchmarks: Benchmark::ALL.map(|name| benchmarks[name as usize][base]),
    }
}

/// Adds to the baseline what each channel does beyond the plan, and takes back from transfers
/// what minimum-living allowances fall by as earnings rise (the claw-back).
fn year_outcome<N: Arithmetic>(
    at: At,
    baseline: &ByComponent<YuanPerPerson<N>>,
    own: &YearEffects<N>,
    plan: &YearEffects<N>,
    assumptions: &Assumptions<N>,
    benchmarks: ByBenchmark<YuanPerPerson<N>>,
) -> YearOutcome<N> {
    let mut channels = [[YuanPerPerson::zero(); Component::ALL.len()]; Channel::ALL.len()];
    let mut components = *baseline;
    for channel in Channel::ALL {
        for component in Component::ALL {
            let (row, column) = (channel as usize, component as usize);
            let difference = own.channels[row][column] - plan.channels[row][column];
            let difference = difference.named(at.term(What::ChannelPart(channel, component)));
            channels[row][column] = difference;
            components[column] += difference;
        }
    }
    let earned: YuanPerPerson<N> = [Component::Wage, Component::Operating, Component::Property]
        .into_iter()
        .map(|component| components[component as usize] - baseline[component as usize])
        .sum();
    let earned = earned.named(at.term(What::EarnedChange));
    let clawback = -(earned * assumptions.clawback);
    let part = What::ChannelPart(Channel::Clawback, Component::Transfer);
    let clawback = clawback.named(at.term(part));
    channels[Channel::Clawback as usize][Component::Transfer as usize] = clawback;
    components[Component::Transfer as usize] += clawback;
    let components = Component::ALL
        .map(|component| components[component as usize].named(at.term(What::Component(component))));
    let income: YuanPerPerson<N> = components.iter().copied().sum();
    YearOutcome {
        year: at.year,
        income: income.named(at.term(What::Income)),
        components,
        channels,
        coverage: own.coverage,
        coverage_missing: own.coverage_missing,
        spending: own.spending,
        benchmarks,
    }
}
