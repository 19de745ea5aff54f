//! Monte Carlo simulation: every assumption is drawn from its plausible range, ten thousand times,
//! and plan and scenario are projected in each draw.
//!
//! The growths of city and benchmarks share a factor, as far as `growth_together` says; values that are
//! one figure are drawn once; every other assumption is drawn apart. Shares of one whole that come out above it are scaled down together, and the
//! known income keeps its published total: only how it divides is drawn. Levers are not drawn: they are decided.

mod decision_variables;
mod drafts;
mod drivers;
mod quantiles;
mod rescaling;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::analysis::known_total::published;
use crate::analysis::ranges::{faults, ranges};
use crate::analysis::ties::ties;
pub use crate::floating::sampling::Band;
use crate::floating::sampling::{
    HigherThans, SampleStatistics, SampledValues, SharedFactor, is_shared, latin_hypercube,
    put_draw,
};
use crate::floating::{self, Assumptions, Floating, Layout, Projection};
use crate::model::targets;
use crate::problem::Problem;
use crate::region::key::{Benchmark, Component, Fixed, Key, Year, income0};
use crate::region::{Region, Years};
use crate::scenario::Scenario;
use crate::scenario::input_distributions::{DistributionShape, InputDistribution, MOST_DRAWS};
use decision_variables::DecisionVariables;
use drafts::DraftSample;
pub use drafts::{DraftDistribution, DraftYearDistribution, levers_of};
pub use drivers::Driver;
use quantiles::quantiles;
use rescaling::{rescale_known_income, rescale_shares};

/// Draws made in one turn, between which the reader may call it off.
const DRAWS_PER_TURN: usize = 500;

/// A request for a simulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonteCarloRequest {
    /// The seed of the generator; the same seed brings the same draws.
    pub seed: u64,
    /// The number of draws.
    pub draws: u16,
    /// Ranges that the user changed; the others are the region's, as PERT.
    pub distributions: Vec<InputDistribution>,
    /// The year of the drivers.
    pub year: Year,
    /// Of which result the drivers are asked.
    pub measure: OutcomeMeasure,
    /// Levers of other drafts, to be compared with the scenario in the same draws.
    #[serde(default)]
    pub drafts: Vec<Vec<(Key, Decimal)>>,
}

/// A result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeMeasure {
    /// The scenario's income.
    Income,
    /// Scenario minus plan.
    Difference,
}

impl OutcomeMeasure {
    /// The name in the figures of the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Income => "income",
            Self::Difference => "difference",
        }
    }
}

/// Distributions of a year's results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearDistribution {
    /// The year.
    pub year: Year,
    /// The plan's income, yuan a head.
    pub plan: Band,
    /// The scenario's.
    pub scenario: Band,
    /// Scenario minus plan.
    pub difference: Band,
    /// The plan's income where every value is the one in use.
    pub plan_single: f64,
    /// The scenario's.
    pub scenario_single: f64,
    /// The share of draws in which the plan reaches each benchmark.
    pub plan_reaches: [f64; Benchmark::ALL.len()],
    /// The same of the scenario.
    pub scenario_reaches: [f64; Benchmark::ALL.len()],
    /// The share of draws in which the plan meets the first higher-than.
    pub plan_first: f64,
    /// The same of the scenario.
    pub scenario_first: f64,
    /// The share of draws in which the second higher-than is met.
    pub second: f64,
}

/// The results of a simulation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonteCarloAnswer {
    /// The benchmarks of income that are known; shares of draws that reach another are no result.
    pub known: Vec<Benchmark>,
    /// The benchmark of the first higher-than; none where it is unknown.
    pub first_benchmark: Option<Benchmark>,
    /// The series of the second; none where it is unknown.
    pub second_series: Option<Benchmark>,
    /// By plan year.
    pub years: Vec<YearDistribution>,
    /// Drivers of the requested year's result, strongest first; without correlations that the luck
    /// of the draw alone may explain.
    pub drivers: Vec<Driver>,
    /// The share of growths that went together, from 0 to 1.
    pub together: f64,
    /// The number of draws made.
    pub draws: u16,
    /// The seed.
    pub seed: u64,
    /// The least correlation that stands out from the luck of the draw.
    pub noise: f64,
    /// The distributions that were drawn from.
    pub distributions: Vec<InputDistribution>,
    /// Distributions of each draft; none for a draft that is impossible under the present
    /// assumptions.
    pub drafts: Vec<Option<DraftDistribution>>,
}

/// Draws under way.
pub struct Simulation {
    centre: floating::FloatingValues,
    plan: DecisionVariables,
    scenario: DecisionVariables,
    grants_shares: f64,
    known_total: f64,
    /// Flags of the components of the known income that are published themselves.
    published: [bool; Component::ALL.len()],
    distributions: Vec<InputDistribution>,
    drawn: Vec<SampledInput>,
    /// The values of those, in the same order.
    values: Vec<SampledValues>,
    together: f64,
    factor: Option<SharedFactor>,
    /// Incomes of plan and scenario where every value is the one in use.
    single: [Vec<f64>; 2],
    request: MonteCarloRequest,
    done: usize,
    plan_statistics: SampleStatistics,
    scenario_statistics: SampleStatistics,
    /// Number of draws in which the second higher-than is met, by year.
    second: Vec<u32>,
    /// The benchmarks of income that are known, and those of the higher-thans.
    known: Vec<Benchmark>,
    targets: HigherThans,
    draft_samples: Vec<Option<DraftSample>>,
    projection: Projection,
    benchmarks: [Vec<f64>; Benchmark::ALL.len()],
    sample: floating::FloatingValues,
    assumptions: Assumptions<f64>,
}

/// One value on its way through the draws.
struct SampledInput {
    key: Key,
    /// The values that are the same figure.
    tied: Vec<Key>,
    /// The steps that the seed and the key's name give it, without what it shares with others.
    alone: Vec<u16>,
}

impl Simulation {
    /// Makes everything ready.
    ///
    /// # Errors
    /// Faults of the ranges, and no draws or too many of them as [`MonteCarloRefusal::Count`].
    pub fn new(
        region: &Region,
        scenario: &Scenario,
        request: MonteCarloRequest,
    ) -> Result<Self, MonteCarloRefusal> {
        if request.draws == 0 || request.draws > MOST_DRAWS {
            return Err(MonteCarloRefusal::Count);
        }
        let distributions = ranges(region, scenario, &request.distributions);
        let value = |key: Key| scenario.value(region, key).unwrap_or_default();
        let faults = faults(region, scenario, &distributions);
        if !faults.is_empty() {
            return Err(MonteCarloRefusal::Ranges(faults));
        }
        let resolved = scenario.resolve(region);
        let outcome = scenario.project(region);
        let years = region.years;
        let layout = Layout::of(&resolved.plan, years);
        let centre = floating::FloatingValues::of(&resolved.plan, years);
        let mut plan = DecisionVariables::of(&resolved.plan, years, true);
        let follows = scenario.changed(Fixed::Coverage.into()).is_none();
        let mut own = DecisionVariables::of(&resolved.scenario, years, follows);
        let assumptions = Assumptions::of(&Floating(&resolved.plan), years);
        let mut projection = Projection::new(years);
        projection.run(&assumptions, plan.in_draw(&centre), own.in_draw(&centre));
        let single = [projection.plan.clone(), projection.scenario.clone()];
        let count = usize::from(request.draws);
        let together = centre.at(Fixed::GrowthTogether);
        let factor = SharedFactor::of(together, request.seed, request.draws);
        let mut ties = ties(region, scenario, &request.distributions);
        ties.retain(|tie| tie.holds);
        let tied_to = |key: Key| ties.iter().filter(move |tie| tie.with == key);
        let is_tied = |key: Key| ties.iter().any(|tie| tie.key == key);
        let (drawn, values) = distributions
            .iter()
            .filter(|distribution| distribution.shape != DistributionShape::Fixed)
            .filter(|distribution| !is_tied(distribution.key))
            .map(|distribution| {
                let key = distribution.key;
                let alone = latin_hypercube::steps(request.seed, &key.to_string(), request.draws);
                let shared = factor.as_ref().filter(|_| is_shared(key));
                let joined = shared.map(|factor| factor.join(&alone));
                let tied: Vec<Key> = tied_to(key).map(|tie| tie.key).collect();
                let all = [key].into_iter().chain(tied.iter().copied());
                let slots = all.filter_map(|key| layout.slot(key)).collect();
                let quantiles = quantiles(distribution, value(key), count);
                let steps = joined.as_ref().unwrap_or(&alone);
                let values = SampledValues::of(slots, &quantiles, steps);
                (SampledInput { key, tied, alone }, values)
            })
            .unzip();
        let targets = HigherThans {
            first: targets::first_benchmark(&outcome),
            second: targets::second_series(&outcome),
            close_call: centre.at(Fixed::CloseCall),
        };
        let statistics = || SampleStatistics::new(years.plan().len(), count);
        let draft_samples = request
            .drafts
            .iter()
            .map(|levers| DraftSample::of(region, scenario, levers, count))
            .collect();
        Ok(Self {
            grants_shares: plan.grants_share().max(own.grants_share()),
            plan,
            scenario: own,
            known_total: Component::ALL.iter().map(|k| centre.at(income0(*k))).sum(),
            published: published(region),
            sample: centre.clone(),
            assumptions,
            centre,
            distributions,
            drawn,
            values,
            together,
            factor,
            single,
            done: 0,
            plan_statistics: statistics(),
            scenario_statistics: statistics(),
            second: vec![0; years.plan().len()],
            known: outcome.benchmarks_of_income().collect(),
            targets,
            draft_samples,
            projection,
            benchmarks: Default::default(),
            request,
        })
    }

    /// The share that is done.
    pub fn progress(&self) -> f64 {
        self.done as f64 / f64::from(self.request.draws)
    }

    /// Makes some more draws; true once all are made.
    pub fn advance(&mut self) -> bool {
        let end = (self.done + DRAWS_PER_TURN).min(usize::from(self.request.draws));
        for draw in self.done..end {
            self.draw(draw);
        }
        self.done = end;
        end == usize::from(self.request.draws)
    }

    /// Leaves room for so great a share of grants beside what is drawn of the same whole.
    pub(in crate::analysis) fn leave_room_for_grants(&mut self, share: f64) {
        self.grants_shares = self.grants_shares.max(share);
    }

    /// The values of a draw.
    pub(in crate::analysis) fn assume(&mut self, draw: usize) -> &floating::FloatingValues {
        let sample = &mut self.sample;
        sample.clone_from(&self.centre);
        put_draw(&self.values, draw, sample);
        rescale_shares(sample, self.grants_shares);
        rescale_known_income(sample, self.published, self.known_total);
        sample
    }

    fn draw(&mut self, draw: usize) {
        self.assume(draw);
        let sample = &mut self.sample;
        let projection = &mut self.projection;
        sample.assumptions(&mut self.assumptions);
        let assumptions = &self.assumptions;
        let plan = self.plan.in_draw(sample);
        projection.run(assumptions, plan, self.scenario.in_draw(sample));
        sample.benchmarks(&mut self.benchmarks);
        let benchmarks = &self.benchmarks;
        let base = projection.base;
        let targets = self.targets;
        self.plan_statistics
            .add((base, &projection.plan), benchmarks, targets);
        self.scenario_statistics
            .add((base, &projection.scenario), benchmarks, targets);
        for (step, count) in self.second.iter_mut().enumerate() {
            *count += u32::from(targets.second_is_met(step, benchmarks));
        }
        for draft in self.draft_samples.iter_mut().flatten() {
            let known = self.grants_shares;
            let plan = self.plan.levers();
            let judged = (benchmarks, targets);
            draft.add_draw((sample, assumptions), known, plan, projection, judged);
        }
    }

    /// The results of the draws made so far.
    pub fn answer(&self, years: Years) -> MonteCarloAnswer {
        let (plan, scenario) = (&self.plan_statistics, &self.scenario_statistics);
        let of_year = |(step, year): (usize, Year)| YearDistribution {
            year,
            plan: plan.band(step),
            scenario: scenario.band(step),
            difference: Band::of(scenario.beyond(plan, step)),
            plan_single: self.single[0][step],
            scenario_single: self.single[1][step],
            plan_reaches: plan.reaches(step),
            scenario_reaches: scenario.reaches(step),
            plan_first: plan.first(step),
            scenario_first: scenario.first(step),
            second: f64::from(self.second[step]) / self.done.max(1) as f64,
        };
        let step = usize::from(self.request.year.saturating_sub(years.first_plan));
        let step = step.min(years.plan().len() - 1);
        let results = match self.request.measure {
            OutcomeMeasure::Income => scenario.incomes(step).to_vec(),
            OutcomeMeasure::Difference => scenario.beyond(plan, step),
        };
        MonteCarloAnswer {
            known: self.known.clone(),
            first_benchmark: self.targets.first,
            second_series: self.targets.second,
            years: years.plan().enumerate().map(of_year).collect(),
            drivers: self.drivers(&results),
            together: self.together,
            draws: u16::try_from(self.done).unwrap_or(MOST_DRAWS),
            seed: self.request.seed,
            noise: drivers::noise(self.done),
            distributions: self.distributions.clone(),
            drafts: self
                .draft_samples
                .iter()
                .map(|draft| Some(draft.as_ref()?.distribution(years, scenario)))
                .collect(),
        }
    }
}

/// The reason for a refused simulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MonteCarloRefusal {
    /// No draws, or too many.
    Count,
    /// Faults of the ranges.
    Ranges(Vec<Problem>),
}

#[cfg(test)]
mod tests;
