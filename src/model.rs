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

use crate::number::{Share, Yuan, YuanPerPerson};
use crate::region::key::{Benchmark, Component, Year};
use crate::region::{Values, Years};
use effects::{Channel, YearEffects};
use inputs::{Assumptions, Levers};
use spending::YearSpending;

/// The version of the arithmetic. It is raised when any result changes for the same inputs.
pub const VERSION: u32 = 1;

/// One amount for each component of income.
pub type ByComponent<T> = [T; Component::ALL.len()];
/// One amount for each benchmark.
pub type ByBenchmark<T> = [T; Benchmark::ALL.len()];

/// What the model says of one plan year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearOutcome {
    /// The year.
    pub year: Year,
    /// Per-capita net income of the lifted population.
    pub income: YuanPerPerson,
    /// The income by component.
    pub components: ByComponent<YuanPerPerson>,
    /// What each channel adds to the plan's income, by component; the channels add up exactly
    /// to scenario minus plan.
    pub channels: [ByComponent<YuanPerPerson>; Channel::ALL.len()],
    /// Industry-support coverage reached.
    pub coverage: Share,
    /// What the wanted coverage still lacks in money of household grants.
    pub coverage_missing: Yuan,
    /// The year's allocation, by category of project.
    pub spending: YearSpending,
    /// The benchmarks' values.
    pub benchmarks: ByBenchmark<YuanPerPerson>,
}

impl YearOutcome {
    /// What one channel adds to the plan's income.
    pub fn channel(&self, channel: Channel) -> YuanPerPerson {
        self.channels[channel as usize].iter().copied().sum()
    }

    /// Scenario minus plan: all channels together.
    pub fn difference(&self) -> YuanPerPerson {
        Channel::ALL
            .into_iter()
            .map(|channel| self.channel(channel))
            .sum()
    }

    /// The part of the difference that people receive rather than earn: transfer income.
    pub fn transfer_difference(&self) -> YuanPerPerson {
        self.channels
            .iter()
            .map(|components| components[Component::Transfer as usize])
            .sum()
    }

    /// Benchmark minus income: positive while behind.
    pub fn gap(&self, benchmark: Benchmark) -> YuanPerPerson {
        self.benchmarks[benchmark as usize] - self.income
    }
}

/// The projection of a plan and of a scenario under the same assumptions.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The years that it walks through.
    pub years: Years,
    /// The plan's years; every channel is nothing.
    pub plan: Vec<YearOutcome>,
    /// The scenario's years.
    pub scenario: Vec<YearOutcome>,
    /// Income in the year before the plan, the same for both.
    pub base_income: YuanPerPerson,
    /// The benchmarks in the year before the plan.
    pub base_benchmarks: ByBenchmark<YuanPerPerson>,
}

/// Projects a plan and a scenario. `plan` holds the plan's levers and `scenario` the scenario's;
/// the assumptions are those of `scenario` and hold for both.
///
/// Never panics for values within the ranges of the key table.
pub fn project(years: Years, plan: &Values, scenario: &Values) -> Outcome {
    let assumptions = Assumptions::of(scenario, years);
    let plan_levers = Levers::of(plan);
    let scenario_levers = Levers::of(scenario);
    let baseline = baseline::baseline(&assumptions, years);
    let benchmarks = benchmarks::all_series(scenario, years);
    let plan_effects = effects::effects(&plan_levers, &plan_levers, &assumptions, &baseline, years);
    let scenario_effects = if plan_levers == scenario_levers {
        plan_effects.clone()
    } else {
        effects::effects(
            &scenario_levers,
            &plan_levers,
            &assumptions,
            &baseline,
            years,
        )
    };
    let base = usize::from(years.base() - years.income);
    let at = |step: usize| Benchmark::ALL.map(|name| benchmarks[name as usize][base + 1 + step]);
    let outcome = |own: &[YearEffects]| {
        years
            .plan()
            .enumerate()
            .map(|(step, year)| {
                year_outcome(
                    year,
                    &baseline.plan[step],
                    &own[step],
                    &plan_effects[step],
                    &assumptions,
                    at(step),
                )
            })
            .collect()
    };
    Outcome {
        years,
        plan: outcome(&plan_effects),
        scenario: outcome(&scenario_effects),
        base_income: baseline.base.iter().copied().sum(),
        base_benchmarks: Benchmark::ALL.map(|name| benchmarks[name as usize][base]),
    }
}

/// Adds to the baseline what each channel does beyond the plan, and takes back from transfers
/// what minimum-living allowances fall by as earnings rise (the claw-back).
fn year_outcome(
    year: Year,
    baseline: &ByComponent<YuanPerPerson>,
    own: &YearEffects,
    plan: &YearEffects,
    assumptions: &Assumptions,
    benchmarks: ByBenchmark<YuanPerPerson>,
) -> YearOutcome {
    let mut channels = [[YuanPerPerson::ZERO; Component::ALL.len()]; Channel::ALL.len()];
    let mut components = *baseline;
    for channel in Channel::ALL {
        for component in Component::ALL {
            let (row, column) = (channel as usize, component as usize);
            let difference = own.channels[row][column] - plan.channels[row][column];
            channels[row][column] = difference;
            components[column] += difference;
        }
    }
    let earned: YuanPerPerson = [Component::Wage, Component::Operating, Component::Property]
        .into_iter()
        .map(|component| components[component as usize] - baseline[component as usize])
        .sum();
    let clawback = -(earned * assumptions.clawback);
    channels[Channel::Clawback as usize][Component::Transfer as usize] = clawback;
    components[Component::Transfer as usize] += clawback;
    YearOutcome {
        year,
        income: components.iter().copied().sum(),
        components,
        channels,
        coverage: own.coverage,
        coverage_missing: own.coverage_missing,
        spending: own.spending,
        benchmarks,
    }
}
