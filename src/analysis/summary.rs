//! Summary of a projection, common to the screen and the command line.

use crate::model::inputs::{Inputs, Levers};
use crate::model::risk::{self, AtRisk};
use crate::model::targets::{self, HigherThan};
use crate::model::{ByBenchmark, Outcome, benchmarks};
use crate::number::{People, Share, YuanPerPerson};
use crate::region::Region;
use crate::region::key::{Benchmark, Fixed, Year};
use crate::scenario::Resolved;

/// The closing year of a benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Closing {
    /// In this plan year.
    In(Year),
    /// Not by the horizon; with the yearly growth that would be needed, unless not even
    /// doubling each year would do.
    NotByHorizon(Option<Share>),
}

/// The central funds for industry against the rule of the first plan year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CentralIndustry {
    /// The share; none without central funds.
    pub share: Option<Share>,
    /// The least share that the rule asks for, if there is a rule.
    pub rule: Option<Share>,
}

impl CentralIndustry {
    /// True where the rule is kept; none where there is nothing to judge.
    pub fn is_kept(&self) -> Option<bool> {
        Some(self.share? >= self.rule?)
    }
}

/// Summary of the scenario's projection.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The closing year of each benchmark.
    pub closing: ByBenchmark<Closing>,
    /// The scenario's own yearly growth to the horizon, to hold against the growth needed.
    pub average_growth: Option<Share>,
    /// T1, year by year.
    pub first_higher_than: Vec<HigherThan>,
    /// T2, year by year.
    pub second_higher_than: Vec<HigherThan>,
    /// The people estimated at risk in the scenario, year by year.
    pub at_risk: Vec<Option<AtRisk>>,
    /// The same in the plan.
    pub at_risk_in_plan: Vec<Option<AtRisk>>,
    /// The monitoring line, year by year.
    pub risk_line: Vec<YuanPerPerson>,
    /// The scenario's central funds for industry.
    pub central_industry: CentralIndustry,
    /// Coverage of the province, to hold against the region's.
    pub coverage_province: Share,
}

/// Puts the summary together.
pub fn summary(region: &Region, resolved: &Resolved, outcome: &Outcome) -> Summary {
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
        closing: Benchmark::ALL.map(|name| match targets::closing_year(outcome, name) {
            Some(year) => Closing::In(year),
            None => Closing::NotByHorizon(targets::needed_growth(outcome, name)),
        }),
        average_growth: targets::average_growth(outcome),
        first_higher_than: targets::first_higher_than(outcome),
        second_higher_than: targets::second_higher_than(outcome),
        at_risk: at_risk(&outcome.scenario),
        at_risk_in_plan: at_risk(&outcome.plan),
        central_industry: CentralIndustry {
            share: targets::central_industry_share(&Levers::of(values)),
            rule: region.central_industry_rule(values, years.first_plan),
        },
        coverage_province: Share(values.fixed(Fixed::CoverageProvince)),
        risk_line,
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
