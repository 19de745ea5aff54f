//! The income model: what a scenario adds to the planned path of per-capita income.
//!
//! The planned path already contains money spent as usual, so that only differences count:
//! `income(t) = baseline(t) + effect(scenario, t) − effect(plan, t)`. A scenario equal to the
//! plan changes nothing, to the fen. It moves a planned path; it is no forecast.
//!
//! The formulas are generic over the kind of number ([`arithmetic`]). One calculation a file:
//! [`baseline`], [`spending`], [`capital`], and each channel to income in [`channels`]; [`effects`]
//! walks the years and gathers them. Then [`benchmarks`] and [`targets`] measure the result, and
//! [`risk`] estimates the people at risk. [`key`] is the one table of keys, [`number`] has the units
//! and the one rounding.
#![deny(clippy::float_arithmetic)]

pub mod arithmetic;
pub mod baseline;
pub mod benchmarks;
pub mod capital;
pub mod channel;
pub mod channels;
pub mod effects;
pub mod gain;
pub mod gain_part;
pub mod inputs;
pub mod key;
pub mod number;
#[allow(clippy::float_arithmetic)]
// A log-normal needs logarithms; its results are marked as estimates.
pub mod risk;
pub mod spending;
pub mod targets;
pub mod term;
pub mod topic;
pub mod version;
pub mod years;

pub use channel::Channel;
pub use key::{ByBatch, ByBenchmark, ByCategory, ByComponent};

use arithmetic::Arithmetic;
use baseline::PathYear;
use channels::{ByChannel, claw_back};
use effects::YearEffects;
use gain::{Gain, GainPart, PublicWork};
use inputs::{Assumptions, Inputs, Levers};
use key::{Benchmark, Component, Fixed, Year};
use number::{Share, Yuan, YuanPerPerson};
use rust_decimal::Decimal;
use spending::YearSpending;
use term::{At, Quantity, Side, Term};
use years::Years;

/// The version of the arithmetic. It is raised when any result changes for the same inputs.
pub const VERSION: u32 = 2;

/// The outcome of one plan year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearOutcome<N = Decimal> {
    /// The year.
    pub year: Year,
    /// Per-capita net income of the lifted population.
    pub income: YuanPerPerson<N>,
    /// The income by component.
    pub components: ByComponent<YuanPerPerson<N>>,
    /// The channels' effects on the plan's income, by component; the channels add up exactly to
    /// scenario minus plan.
    pub channels: ByChannel<N>,
    /// Of the channels' wages, public work beyond the plan's.
    pub public_work: PublicWork<N>,
    /// The change of wage, operating and property income, public work among it.
    pub earned: YuanPerPerson<N>,
    /// Industry-support coverage reached.
    pub coverage: Share<N>,
    /// Money of household grants still lacking for the wanted coverage.
    pub coverage_missing: Yuan<N>,
    /// Household grants used for coverage: its upkeep and its rise.
    pub coverage_used: Yuan<N>,
    /// The year's allocation, by category of project.
    pub spending: YearSpending<N>,
    /// The benchmarks' values; none where unknown.
    pub benchmarks: ByBenchmark<Option<YuanPerPerson<N>>>,
}

impl<N: Arithmetic> YearOutcome<N> {
    /// One channel's effect on the plan's income.
    pub fn channel(&self, channel: Channel) -> YuanPerPerson<N> {
        let parts = self.channels[channel as usize].iter().copied();
        let term = Term::scenario(Quantity::Channel(channel), self.year);
        parts.sum::<YuanPerPerson<N>>().named(term)
    }

    /// Scenario minus plan: all channels together.
    pub fn difference(&self) -> YuanPerPerson<N> {
        let channels = Channel::ALL
            .into_iter()
            .map(|channel| self.channel(channel));
        let term = Term::scenario(Quantity::Difference, self.year);
        channels.sum::<YuanPerPerson<N>>().named(term)
    }

    /// Scenario minus plan by where it comes from.
    pub fn gain(&self) -> Gain<N> {
        let name = |part| Term::scenario(Quantity::GainPart(part), self.year);
        let transfers = self
            .channels
            .iter()
            .map(|components| components[Component::Transfer as usize]);
        let transfers = transfers.sum::<YuanPerPerson<N>>();
        let public_work = gain::total(&self.public_work).named(name(GainPart::PublicWork));
        Gain {
            difference: self.difference(),
            parts: [
                (self.earned - public_work).named(name(GainPart::Market)),
                public_work,
                transfers.named(name(GainPart::Transfer)),
            ],
        }
    }

    /// One channel's effect by where it comes from.
    pub fn channel_gain(&self, channel: Channel) -> Gain<N> {
        let difference = self.channel(channel);
        let transfer = self.channels[channel as usize][Component::Transfer as usize];
        let public_work = self.public_work[channel as usize];
        Gain {
            difference,
            parts: [difference - public_work - transfer, public_work, transfer],
        }
    }

    /// A benchmark's value; none where it is unknown.
    pub fn benchmark(&self, benchmark: Benchmark) -> Option<YuanPerPerson<N>> {
        self.benchmarks[benchmark as usize]
    }

    /// True where the benchmark is known and the income is below it.
    pub fn is_behind(&self, benchmark: Benchmark) -> bool {
        let known = self.benchmark(benchmark);
        known.is_some_and(|known| self.income < known)
    }

    /// Benchmark minus income: positive while behind.
    pub fn gap(&self, benchmark: Benchmark) -> Option<YuanPerPerson<N>> {
        let gap = self.benchmark(benchmark)? - self.income;
        Some(gap.named(Term::scenario(Quantity::Gap(benchmark), self.year)))
    }

    /// Income minus benchmark: negative while behind.
    pub fn lead(&self, benchmark: Benchmark) -> Option<YuanPerPerson<N>> {
        let lead = self.income - self.benchmark(benchmark)?;
        Some(lead.named(Term::scenario(Quantity::Lead(benchmark), self.year)))
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
    /// The benchmarks in the year before the plan; none where unknown.
    pub base_benchmarks: ByBenchmark<Option<YuanPerPerson<N>>>,
    /// The margin of growth below which a higher-than is too close to call.
    pub close_call: Share<N>,
}

impl<N: Arithmetic> Outcome<N> {
    /// True for a benchmark that is known in every plan year and in the year before.
    pub fn knows(&self, benchmark: Benchmark) -> bool {
        self.base_benchmarks[benchmark as usize].is_some()
    }

    /// The benchmarks that the income is measured against: those of [`Benchmark::OF_INCOME`] that are
    /// known in any plan year. Once known, a benchmark is known up to the horizon.
    pub fn benchmarks_of_income(&self) -> impl Iterator<Item = Benchmark> + '_ {
        let last = self.scenario.last();
        let is_known =
            move |name: &Benchmark| last.is_some_and(|year| year.benchmark(*name).is_some());
        Benchmark::OF_INCOME.into_iter().filter(is_known)
    }
}

/// Projects a plan and a scenario. `plan` holds the plan's levers and `scenario` the scenario's;
/// the assumptions are those of `scenario` and hold for both.
///
/// Never panics for values within the ranges of the key table.
pub fn project<V: Inputs>(years: Years, plan: &V, scenario: &V) -> Outcome<V::Number> {
    projected(years, plan, scenario, |plan, scenario| plan == scenario)
}

/// The same with every step of the scenario computed by itself, also where its levers are the
/// plan's: for a table of formulas, whose inputs change later.
pub fn project_apart<V: Inputs>(years: Years, plan: &V, scenario: &V) -> Outcome<V::Number> {
    projected(years, plan, scenario, |_, _| false)
}

/// The projection; where the levers are the `same`, the scenario's effects are the plan's.
#[inline(always)]
fn projected<V: Inputs>(
    years: Years,
    plan: &V,
    scenario: &V,
    same: impl Fn(&Levers<V::Number>, &Levers<V::Number>) -> bool,
) -> Outcome<V::Number> {
    let assumptions = Assumptions::of(scenario, years);
    let plan_levers = Levers::with_years(plan, years);
    let scenario_levers = Levers::with_years(scenario, years);
    let baseline = baseline::baseline(&assumptions, years);
    let benchmarks = benchmarks::all_series(scenario, years);
    let close_call = Share(scenario.of_key(Fixed::CloseCall));
    let effects =
        |side, levers| effects::effects(side, levers, &plan_levers, &assumptions, &baseline);
    let plan_effects = effects(Side::Plan, &plan_levers);
    let scenario_effects = if same(&plan_levers, &scenario_levers) {
        plan_effects.clone()
    } else {
        effects(Side::Scenario, &scenario_levers)
    };
    let base = usize::from(years.base() - years.income);
    let in_step =
        |step: usize| Benchmark::ALL.map(|name| benchmarks[name as usize][base + 1 + step]);
    let steps = || baseline.plan.iter().zip(&plan_effects).enumerate();
    let outcome = |year: Year, own: &YearEffects<V::Number>, moved: YearIncome<V::Number>, step| {
        YearOutcome {
            year,
            income: moved.income,
            components: moved.components,
            channels: moved.channels,
            public_work: moved.public_work,
            earned: moved.earned,
            coverage: own.coverage,
            coverage_missing: own.coverage_missing,
            coverage_used: own.coverage_used,
            spending: own.spending,
            benchmarks: in_step(step),
        }
    };
    let plan = steps().map(|(step, (path, own))| outcome(path.year, own, planned(path), step));
    let scenario = steps()
        .zip(&scenario_effects)
        .map(|((step, (path, plan)), own)| {
            let moved = moved(path, own, plan, assumptions.clawback);
            outcome(path.year, own, moved, step)
        });
    let base_income: YuanPerPerson<V::Number> = baseline.base.iter().copied().sum();
    Outcome {
        years,
        plan: plan.collect(),
        scenario: scenario.collect(),
        base_income: base_income.named(Term::shared(Quantity::BaseIncome, years.base())),
        base_benchmarks: Benchmark::ALL.map(|name| benchmarks[name as usize][base]),
        close_call,
    }
}

/// The income of a year beside what moved it from the planned path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearIncome<N = Decimal> {
    /// The income.
    pub income: YuanPerPerson<N>,
    /// The income by component.
    pub components: ByComponent<YuanPerPerson<N>>,
    /// The channels' effects on the planned path.
    pub channels: ByChannel<N>,
    /// Of the channels' wages, public work.
    pub public_work: PublicWork<N>,
    /// The change of wage, operating and property income, public work among it.
    pub earned: YuanPerPerson<N>,
}

impl<N: Arithmetic> YearIncome<N> {
    /// The change of market income: what public work does not pay of it.
    #[inline(always)]
    pub fn market(&self) -> YuanPerPerson<N> {
        self.earned - gain::total(&self.public_work)
    }
}

/// The plan's income: the planned path, which no channel moves.
fn planned<N: Arithmetic>(path: &PathYear<N>) -> YearIncome<N> {
    let at = At {
        year: path.year,
        side: Side::Plan,
    };
    let zero = YuanPerPerson::zero();
    let channels = [[zero; Component::ALL.len()]; Channel::ALL.len()];
    gathered(path.income, channels, (zero, gain::no_public_work()), at)
}

/// The scenario's income: the planned path with what each channel does beyond the plan, and without
/// what minimum-living allowances then fall by.
#[inline(always)]
pub fn moved<N: Arithmetic>(
    path: &PathYear<N>,
    own: &YearEffects<N>,
    plan: &YearEffects<N>,
    clawback: Share<N>,
) -> YearIncome<N> {
    let at = At {
        year: path.year,
        side: Side::Scenario,
    };
    let mut channels = [[YuanPerPerson::zero(); Component::ALL.len()]; Channel::ALL.len()];
    let mut components = path.income;
    for channel in Channel::ALL {
        for component in Component::ALL {
            let (row, column) = (channel as usize, component as usize);
            let difference = own.channels[row][column] - plan.channels[row][column];
            let difference = difference.named(at.term(Quantity::ChannelPart(channel, component)));
            channels[row][column] = difference;
            components[column] += difference;
        }
    }
    let earned = claw_back::earned_change(&path.income, &components, at);
    let back = claw_back::effect(earned, clawback, at);
    channels[Channel::Clawback as usize][Component::Transfer as usize] = back;
    components[Component::Transfer as usize] += back;
    let public_work = gain::public_work_change(&own.public_work, &plan.public_work, at);
    gathered(components, channels, (earned, public_work), at)
}

/// The sum of the components, all under their names.
#[inline(always)]
fn gathered<N: Arithmetic>(
    components: ByComponent<YuanPerPerson<N>>,
    channels: ByChannel<N>,
    (earned, public_work): (YuanPerPerson<N>, PublicWork<N>),
    at: At,
) -> YearIncome<N> {
    let components = Component::each(|component| {
        components[component as usize].named(at.term(Quantity::Component(component)))
    });
    let income = YuanPerPerson::total(components);
    YearIncome {
        income: income.named(at.term(Quantity::Income)),
        components,
        channels,
        public_work,
        earned,
    }
}
