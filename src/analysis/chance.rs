//! How sure a result is: every assumption takes values from its plausible range, ten thousand times, and
//! plan and scenario are projected in each of those worlds.
//!
//! Each assumption is drawn apart from the others; that they may move together is not known and not
//! modelled. Shares of one whole that come out above it are scaled down together, and the
//! known income keeps its published total: only how it divides is drawn. Levers are not drawn: they are decided.

mod order;
mod rank;
mod spread;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use crate::problem::Problem;
use crate::region::key::{Benchmark, Component, Fixed, Key, Year, income0};
use crate::region::wholes::WHOLES;
use crate::region::{Region, Years};
use crate::scenario::Scenario;
use crate::scenario::doubt::{MOST_DRAWS, Shape, Spread};
use crate::worlds::{Layout, Levers, Projection, Slot, World, levers};
use spread::quantiles;

/// Draws made in one turn, between which the reader may call it off.
const TURN: usize = 500;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// What chance starts from; the same seed brings the same draws.
    pub seed: u64,
    /// How many worlds are drawn.
    pub draws: u16,
    /// Ranges that the user changed; the others are the region's, as PERT.
    pub spreads: Vec<Spread>,
    /// The year of the drivers.
    pub year: Year,
    /// Of which result the drivers are asked.
    pub measure: Measure,
}

/// A result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The scenario's income.
    Income,
    /// Scenario minus plan.
    Difference,
}

/// What ten per cent, half and ninety per cent of the draws stay below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// Ten per cent.
    pub p10: f64,
    /// Half.
    pub p50: f64,
    /// Ninety per cent.
    pub p90: f64,
}

/// What the draws say of a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearChance {
    /// The year.
    pub year: Year,
    /// The plan's income, yuan a head.
    pub plan: Band,
    /// The scenario's.
    pub scenario: Band,
    /// Scenario minus plan.
    pub difference: Band,
    /// The share of draws in which the plan reaches each benchmark.
    pub plan_reaches: [f64; Benchmark::ALL.len()],
    /// The same of the scenario.
    pub scenario_reaches: [f64; Benchmark::ALL.len()],
    /// The share of draws in which the plan's income grows faster than that of the province's
    /// rural residents.
    pub plan_first: f64,
    /// The same of the scenario.
    pub scenario_first: f64,
    /// The share of draws in which farmers of the lifted counties gain on the nation's.
    pub second: f64,
}

/// How much a value's place in its range goes with the result's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Driver {
    /// The key.
    pub key: Key,
    /// Spearman's rank correlation, from −1 to 1.
    pub correlation: f64,
}

/// What the draws come to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// By plan year.
    pub years: Vec<YearChance>,
    /// What drives the result of the year asked for, strongest first.
    pub drivers: Vec<Driver>,
    /// What was drawn from.
    pub spreads: Vec<Spread>,
}

/// The ranges that draws are made from: the region's, and the user's in their place. A value
/// of the user's outside the region's range widens it.
pub fn spreads(region: &Region, scenario: &Scenario, own: &[Spread]) -> Vec<Spread> {
    let layout = Layout::of(region.values(), region.years);
    let drawn = region
        .parameters
        .iter()
        .filter(|(key, _)| layout.slot(**key).is_some());
    drawn
        .filter_map(|(key, figure)| {
            if let Some(own) = own.iter().find(|spread| spread.key == *key) {
                return Some(*own);
            }
            let (least, most) = figure.range?;
            let value = scenario.value(region, *key)?;
            Some(Spread {
                key: *key,
                least: least.min(value),
                most: most.max(value),
                shape: Shape::Pert,
            })
        })
        .collect()
}

/// Draws under way.
pub struct Draws {
    layout: Layout,
    centre: World,
    plan: Levers,
    scenario: Levers,
    grants_shares: f64,
    known_total: f64,
    spreads: Vec<Spread>,
    drawn: Vec<Drawn>,
    request: Request,
    done: usize,
    plan_incomes: Vec<Vec<f64>>,
    scenario_incomes: Vec<Vec<f64>>,
    counts: Vec<Counts>,
    projection: Projection,
    benchmarks: [Vec<f64>; Benchmark::ALL.len()],
    world: World,
}

/// One value on its way through the draws.
struct Drawn {
    key: Key,
    slot: Slot,
    quantiles: Vec<f64>,
    steps: Vec<u16>,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    plan_reaches: [u32; Benchmark::ALL.len()],
    scenario_reaches: [u32; Benchmark::ALL.len()],
    plan_first: u32,
    scenario_first: u32,
    second: u32,
}

impl Draws {
    /// Makes everything ready.
    ///
    /// # Errors
    /// What is wrong with the ranges, and no draws or too many of them as [`Refused::Count`].
    pub fn new(region: &Region, scenario: &Scenario, request: Request) -> Result<Self, Refused> {
        if request.draws == 0 || request.draws > MOST_DRAWS {
            return Err(Refused::Count);
        }
        let spreads = spreads(region, scenario, &request.spreads);
        let value = |key: Key| scenario.value(region, key).unwrap_or_default();
        let faults: Vec<Problem> = spreads
            .iter()
            .filter_map(|spread| spread.check(value(spread.key)).err())
            .collect();
        if !faults.is_empty() {
            return Err(Refused::Ranges(faults));
        }
        let resolved = scenario.resolve(region);
        let years = region.years;
        let layout = Layout::of(&resolved.plan, years);
        let centre = World::of(&layout, &resolved.plan);
        let follows = scenario.changed(Fixed::Coverage.into()).is_none();
        let count = usize::from(request.draws);
        let drawn = spreads
            .iter()
            .filter(|spread| spread.shape != Shape::Fixed)
            .filter_map(|spread| {
                Some(Drawn {
                    key: spread.key,
                    slot: layout.slot(spread.key)?,
                    quantiles: quantiles(spread, value(spread.key), count),
                    steps: order::steps(request.seed, &spread.key.to_string(), request.draws),
                })
            })
            .collect();
        let number = |value: Decimal| value.to_f64().unwrap_or(f64::NAN);
        let grants = |values: &crate::region::Values| number(values.fixed(Fixed::GrantsShare));
        let rooms = || vec![Vec::with_capacity(count); years.plan().len()];
        Ok(Self {
            plan: levers(&resolved.plan, &resolved.plan, years, true),
            scenario: levers(&resolved.scenario, &resolved.plan, years, follows),
            grants_shares: grants(&resolved.plan).max(grants(&resolved.scenario)),
            known_total: Component::ALL.iter().map(|k| centre.at(income0(*k))).sum(),
            world: centre.clone(),
            layout,
            centre,
            spreads,
            drawn,
            done: 0,
            plan_incomes: rooms(),
            scenario_incomes: rooms(),
            counts: vec![Counts::default(); years.plan().len()],
            projection: Projection::default(),
            benchmarks: Default::default(),
            request,
        })
    }

    /// The share that is done.
    pub fn progress(&self) -> f64 {
        self.done as f64 / f64::from(self.request.draws)
    }

    /// Draws some more worlds; whether all are drawn.
    pub fn advance(&mut self) -> bool {
        let end = (self.done + TURN).min(usize::from(self.request.draws));
        for draw in self.done..end {
            self.draw(draw);
        }
        self.done = end;
        end == usize::from(self.request.draws)
    }

    fn draw(&mut self, draw: usize) {
        let world = &mut self.world;
        world.clone_from(&self.centre);
        for drawn in &self.drawn {
            world.set(drawn.slot, drawn.quantiles[usize::from(drawn.steps[draw])]);
        }
        keep_wholes(world, self.grants_shares);
        keep_known_total(world, self.known_total);
        let projection = &mut self.projection;
        projection.run(&world.assumptions(), &self.plan, &self.scenario);
        self.layout.benchmarks(world, &mut self.benchmarks);
        let benchmarks = &self.benchmarks;
        let (mut plan_before, mut scenario_before) = (projection.base, projection.base);
        for (step, counts) in self.counts.iter_mut().enumerate() {
            let (plan, scenario) = (projection.plan[step], projection.scenario[step]);
            self.plan_incomes[step].push(plan);
            self.scenario_incomes[step].push(scenario);
            for (index, series) in benchmarks.iter().enumerate() {
                counts.plan_reaches[index] += u32::from(plan >= series[step + 1]);
                counts.scenario_reaches[index] += u32::from(scenario >= series[step + 1]);
            }
            let series = |name: Benchmark| {
                let series = &benchmarks[name as usize];
                (series[step], series[step + 1])
            };
            let gains = |(from, to): (f64, f64), (other_from, other_to): (f64, f64)| {
                u32::from(to * other_from > other_to * from)
            };
            let province = series(Benchmark::RuralProvince);
            counts.plan_first += gains((plan_before, plan), province);
            counts.scenario_first += gains((scenario_before, scenario), province);
            let nation = series(Benchmark::RuralNation);
            counts.second += gains(series(Benchmark::LiftedCounties), nation);
            (plan_before, scenario_before) = (plan, scenario);
        }
    }

    /// What the draws made so far come to.
    pub fn answer(&self, years: Years) -> Answer {
        let share = |count: u32| f64::from(count) / self.done.max(1) as f64;
        let difference = |step: usize| -> Vec<f64> {
            let pairs = self.scenario_incomes[step]
                .iter()
                .zip(&self.plan_incomes[step]);
            pairs.map(|(own, plan)| own - plan).collect()
        };
        let of_year = |(step, year): (usize, Year)| {
            let counts = &self.counts[step];
            YearChance {
                year,
                plan: band(self.plan_incomes[step].clone()),
                scenario: band(self.scenario_incomes[step].clone()),
                difference: band(difference(step)),
                plan_reaches: counts.plan_reaches.map(share),
                scenario_reaches: counts.scenario_reaches.map(share),
                plan_first: share(counts.plan_first),
                scenario_first: share(counts.scenario_first),
                second: share(counts.second),
            }
        };
        let step = usize::from(self.request.year.saturating_sub(years.first_plan));
        let step = step.min(years.plan().len() - 1);
        let results = match self.request.measure {
            Measure::Income => self.scenario_incomes[step].clone(),
            Measure::Difference => difference(step),
        };
        Answer {
            years: years.plan().enumerate().map(of_year).collect(),
            drivers: self.drivers(&results),
            spreads: self.spreads.clone(),
        }
    }

    /// The rank correlation of each value with the results, strongest first. A value's rank in a draw
    /// is its step; where the draws were called off, the ranks are those of the steps drawn.
    fn drivers(&self, results: &[f64]) -> Vec<Driver> {
        let ranks = rank::ranks(results);
        let mut drivers: Vec<Driver> = self
            .drawn
            .iter()
            .map(|drawn| Driver {
                key: drawn.key,
                correlation: rank::correlation(&drawn.steps[..results.len()], &ranks),
            })
            .collect();
        drivers.sort_by(|one, other| other.correlation.abs().total_cmp(&one.correlation.abs()));
        drivers
    }
}

/// Why there are no draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No draws, or too many.
    Count,
    /// What is wrong with the ranges.
    Ranges(Vec<Problem>),
}

/// Scales shares of one whole down together where they exceed it; a lever's share is decided, so that the
/// others give way.
fn keep_wholes(world: &mut World, grants_shares: f64) {
    for whole in WHOLES {
        let decided = match whole.contains(&Fixed::GrantsShare) {
            true => grants_shares,
            false => 0.0,
        };
        let drawn = || whole.iter().filter(|part| **part != Fixed::GrantsShare);
        let sum: f64 = drawn().map(|part| world.at(*part)).sum();
        let room = 1.0 - decided;
        if sum > room {
            for part in drawn() {
                let value = world.at(*part) * room / sum;
                world.put(*part, value);
            }
        }
    }
}

/// Scales what was drawn of the known income's parts so that they add up to its total. Operating
/// income is published beside the total, so that it stays.
fn keep_known_total(world: &mut World, total: f64) {
    let drawn = [Component::Wage, Component::Property, Component::Transfer].map(income0);
    let sum: f64 = drawn.iter().map(|key| world.at(*key)).sum();
    let room = total - world.at(income0(Component::Operating));
    if sum > 0.0 && room >= 0.0 {
        for key in drawn {
            let value = world.at(key) * room / sum;
            world.put(key, value);
        }
    }
}

fn band(mut values: Vec<f64>) -> Band {
    let count = values.len();
    if count == 0 {
        return Band::default();
    }
    let place = |share: f64| ((count as f64 * share) as usize).min(count - 1);
    let (low, middle, high) = (place(0.1), place(0.5), place(0.9));
    let (below, median, above) = values.select_nth_unstable_by(middle, f64::total_cmp);
    let p50 = *median;
    let p10 = match low < middle {
        true => *below.select_nth_unstable_by(low, f64::total_cmp).1,
        false => p50,
    };
    let p90 = match high > middle {
        true => {
            *above
                .select_nth_unstable_by(high - middle - 1, f64::total_cmp)
                .1
        }
        false => p50,
    };
    Band { p10, p50, p90 }
}

#[cfg(test)]
mod tests;
