//! Summary of a projection, common to the screen and the command line.

use crate::analysis::labour::LabourChecks;
use crate::model::inputs::{Inputs, Levers};
use crate::model::risk::{self, AtRisk};
use crate::model::targets::{self, HigherThan};
use crate::model::{ByBenchmark, Outcome, benchmarks};
use crate::number::{People, Share, YuanPerPerson};
use crate::region::key::{Benchmark, Category, Fixed, Key, Level, Year, Yearly, funds};
use crate::region::{Region, Status};
use crate::scenario::{Resolved, Scenario};

/// The closing year of a benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Closing {
    /// In this plan year.
    In(Year),
    /// Not by the horizon; with the yearly growth that would be needed, unless not even
    /// doubling each year would do.
    NotByHorizon(Option<Share>),
    /// Nobody knows: the benchmark has no value.
    Unknown,
}

/// The central funds for industry against the rule of the first plan year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CentralIndustry {
    /// The share; none without central funds.
    pub share: Option<Share>,
    /// The least share that the rule asks for, if there is a rule.
    pub rule: Option<Share>,
    /// The year from which no national share is set, where this plan begins so late.
    pub ended: Option<Year>,
    /// True where the division of central funds over categories is published or the user's own: while it is
    /// assumed, nobody knows the share.
    pub is_division_known: bool,
}

impl CentralIndustry {
    /// True where the rule is kept; none where there is nothing to judge, or the division is assumed.
    pub fn is_kept(&self) -> Option<bool> {
        let is_kept = self.share? >= self.rule?;
        self.is_division_known.then_some(is_kept)
    }

    /// True where there is a share and a rule, but the division that decides is assumed.
    pub fn is_unknown(&self) -> bool {
        self.share.is_some() && self.rule.is_some() && !self.is_division_known
    }
}

/// Summary of the scenario's projection.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The closing year of each benchmark.
    pub closing: ByBenchmark<Closing>,
    /// The scenario's own yearly growth to the horizon, to hold against the growth needed.
    pub average_growth: Option<Share>,
    /// The benchmark of T1: the rural residents of the city where they are known, else those of the
    /// province as a proxy; none where both are unknown.
    pub first_benchmark: Option<Benchmark>,
    /// The series of T2: the city's own lifted counties where they are known, else all of the nation's.
    pub second_series: Option<Benchmark>,
    /// T1, year by year; empty where it can't be judged.
    pub first_higher_than: Vec<HigherThan>,
    /// T2, year by year; empty where it can't be judged.
    pub second_higher_than: Vec<HigherThan>,
    /// The people estimated at risk in the scenario, year by year.
    pub at_risk: Vec<Option<AtRisk>>,
    /// The same in the plan.
    pub at_risk_in_plan: Vec<Option<AtRisk>>,
    /// The monitoring line, year by year.
    pub risk_line: Vec<YuanPerPerson>,
    /// The scenario's central funds for industry.
    pub central_industry: CentralIndustry,
    /// The labour that the scenario needs beyond what there is.
    pub labour: LabourChecks,
    /// Coverage of the province, to hold against the region's.
    pub coverage_province: Share,
}

/// Puts the summary together; [`is_division_known`] of the scenario decides whether the rule is judged.
pub fn summary(
    region: &Region,
    is_division_known: bool,
    resolved: &Resolved,
    outcome: &Outcome,
) -> Summary {
    let values = &resolved.scenario;
    let years = outcome.years;
    let first = usize::from(years.first_plan - years.income);
    let risk_line = benchmarks::risk_line(values, years).split_off(first);
    let at_risk = |of: &[crate::model::YearOutcome]| {
        of.iter()
            .zip(&risk_line)
            .enumerate()
            .map(|(step, (year, line))| {
                let gini = Share(values.fixed(Fixed::Gini));
                risk::at_risk(year.income, *line, gini, population(values, step))
            })
            .collect()
    };
    Summary {
        closing: Benchmark::ALL.map(|name| closing(outcome, name)),
        average_growth: targets::average_growth(outcome),
        first_benchmark: targets::first_benchmark(outcome),
        second_series: targets::second_series(outcome),
        first_higher_than: targets::first_higher_than(outcome),
        second_higher_than: targets::second_higher_than(outcome),
        at_risk: at_risk(&outcome.scenario),
        at_risk_in_plan: at_risk(&outcome.plan),
        central_industry: CentralIndustry {
            share: targets::central_industry_share(&Levers::of(values)),
            rule: region.central_industry_rule(values, years.first_plan),
            ended: region.national_share_ended(),
            is_division_known,
        },
        labour: LabourChecks::of(years, values),
        coverage_province: Share(values.fixed(Fixed::CoverageProvince)),
        risk_line,
    }
}

/// True where a cell of the central funds is published by the region or the user's own, in any year.
pub fn is_division_known(region: &Region, scenario: &Scenario) -> bool {
    Category::ALL.into_iter().any(|category| {
        let key = Key::from(funds(Level::Central, category));
        let figure = region.parameters.get(&key);
        let is_published = figure.is_some_and(|figure| figure.status == Status::Source);
        let in_a_year =
            |own: Key| matches!(own, Key::Yearly(Yearly::Lever(lever), _) if key == lever.into());
        let is_replaced = scenario.is_own(key) || scenario.entries().any(|(own, _)| in_a_year(own));
        is_published || is_replaced
    })
}

fn closing(outcome: &Outcome, name: Benchmark) -> Closing {
    let last = outcome.scenario.last();
    if last.and_then(|year| year.benchmark(name)).is_none() {
        return Closing::Unknown;
    }
    match targets::closing_year(outcome, name) {
        Some(year) => Closing::In(year),
        None => Closing::NotByHorizon(targets::needed_growth(outcome, name)),
    }
}

/// The lifted population in the plan year of that index.
pub fn population<V: Inputs>(values: &V, step: usize) -> People<V::Number> {
    let growth = Share(values.of_key(Fixed::PopulationGrowth));
    let mut population = People(values.of_key(Fixed::Population));
    for _ in 0..=step {
        population = population * growth.factor();
    }
    population
}
