//! What comes of moved levers, in floating point: the kernel with some levers at other values.

use rust_decimal::Decimal;

use super::{cell, float};
use crate::region::Region;
use crate::region::key::{Batch, Benchmark, Category, Fixed, Key, jobs};
use crate::scenario::Scenario;
use crate::worlds::{Assumptions, Layout, Levers, Projection, World, levers};

/// Levers that work as a product, or on several things at once.
const FACTORS: [Fixed; 6] = [
    Fixed::OperatingRate,
    Fixed::BenefitShare,
    Fixed::ReliefShare,
    Fixed::LabourShare,
    Fixed::Social,
    Fixed::SocialIndustry,
];

/// A lever that is moved.
struct Lever {
    key: Key,
    start: f64,
    /// The plan years whose decisions follow it.
    holds: Vec<bool>,
}

/// A quick look at a scenario with some levers at other values.
pub struct Fast {
    assumed: Assumptions,
    plan: Levers,
    start: Levers,
    now: Levers,
    factors: [f64; FACTORS.len()],
    levers: Vec<Lever>,
    projection: Projection,
    benchmarks: [Vec<f64>; Benchmark::ALL.len()],
}

impl Fast {
    /// Prepares for moving these levers.
    pub fn new(region: &Region, scenario: &Scenario, keys: &[Key]) -> Self {
        let resolved = scenario.resolve(region);
        let years = region.years;
        let layout = Layout::of(&resolved.plan, years);
        let world = World::of(&layout, &resolved.plan);
        let plan = levers(&resolved.plan, &resolved.plan, years, true);
        let follows = scenario.changed(Fixed::Coverage.into()).is_none();
        let start = levers(&resolved.scenario, &resolved.plan, years, follows);
        let mut values = resolved.scenario;
        let moving = keys
            .iter()
            .map(|key| {
                let value = values.get(*key).unwrap_or_default();
                // Which years follow a lever is seen by moving it: not every year need.
                let other = if value.is_zero() {
                    super::step(*key)
                } else {
                    value * Decimal::new(5, 1)
                };
                values.set(*key, other);
                let follows = follows && *key != Key::Fixed(Fixed::Coverage);
                let moved = levers(&values, &resolved.plan, years, follows);
                values.set(*key, value);
                let both = start.years.iter().zip(&moved.years);
                Lever {
                    key: *key,
                    start: float(value),
                    holds: both.map(|(start, moved)| start != moved).collect(),
                }
            })
            .collect();
        let mut projection = Projection::default();
        let assumed = world.assumptions();
        projection.run_plan(&assumed, &plan);
        let mut benchmarks = Default::default();
        layout.benchmarks(&world, &mut benchmarks);
        Self {
            factors: FACTORS.map(|fixed| float(values.fixed(fixed))),
            now: start.clone(),
            assumed,
            plan,
            start,
            levers: moving,
            projection,
            benchmarks,
        }
    }

    /// The levers' values in the scenario as it stands.
    pub fn start(&self) -> Vec<f64> {
        self.levers.iter().map(|lever| lever.start).collect()
    }

    /// An earlier lever that does the same: a cell of the same category that the same years follow.
    pub fn like(&self, index: usize) -> Option<usize> {
        let own = &self.levers[index];
        let (_, category) = cell(own.key)?;
        self.levers[..index].iter().position(|other| {
            cell(other.key).is_some_and(|(_, of)| of == category) && other.holds == own.holds
        })
    }

    /// Projects with the levers at these values.
    pub fn run(&mut self, at: &[f64]) {
        self.now.clone_from(&self.start);
        let now = &mut self.now;
        let mut factors = self.factors;
        for (lever, value) in self.levers.iter().zip(at) {
            let Key::Fixed(fixed) = lever.key else {
                continue;
            };
            if let Some(place) = FACTORS.iter().position(|factor| *factor == fixed) {
                factors[place] = *value;
            }
            match fixed {
                Fixed::GrantsShare => now.grants_share = *value,
                Fixed::RelocatedEmployment => now.relocated_employment = *value,
                _ => {}
            }
            let change = value - lever.start;
            let category = cell(lever.key).map(|(_, category)| category);
            let batch = Batch::ALL.into_iter().find(|batch| jobs(*batch) == fixed);
            let years = now.years.iter_mut().zip(&lever.holds);
            for (year, _) in years.filter(|(_, holds)| **holds) {
                match (category, batch) {
                    (Some(category), _) => year.allocated[category as usize] += change,
                    (_, Some(batch)) => year.jobs[batch as usize] += change,
                    _ if fixed == Fixed::Execution => year.execution = *value,
                    _ if fixed == Fixed::Coverage => year.coverage = Some(*value),
                    _ => {}
                }
            }
        }
        let [operating, benefit, relief, labour, social, industry] = factors;
        now.operating_benefit = operating * benefit;
        now.relief_labour = relief * labour;
        now.direct_help = social * (1.0 - industry);
        let help = social * industry - self.factors[4] * self.factors[5];
        for year in &mut now.years {
            year.allocated[Category::Industry as usize] += help;
        }
        self.projection
            .run_scenario(&self.assumed, &self.plan, &self.now);
    }

    /// The scenario's income of a plan year, counted from the first.
    pub fn income(&self, step: usize) -> f64 {
        self.projection.scenario[step]
    }

    /// The plan's income of a plan year.
    pub fn plan_income(&self, step: usize) -> f64 {
        self.projection.plan[step]
    }

    /// What people earn in a plan year beyond the plan.
    pub fn earned(&self, step: usize) -> f64 {
        self.projection.earned[step]
    }

    /// Income in the year before the plan.
    pub fn base(&self) -> f64 {
        self.projection.base
    }

    /// How many plan years there are.
    pub fn years(&self) -> usize {
        self.plan.years.len()
    }

    /// A benchmark, counted from the year before the plan.
    pub fn benchmark(&self, name: Benchmark, step: usize) -> f64 {
        self.benchmarks[name as usize][step]
    }

    /// The highest coverage that grants could have paid for by a plan year.
    pub fn payable(&self, step: usize) -> f64 {
        let assumed = &self.assumed;
        let industry = Category::Industry as usize;
        let before = &self.plan.years[0];
        let mut carried = (1.0 - before.execution) * before.allocated[industry];
        let mut people = assumed.population;
        let mut payable = assumed.coverage0;
        for year in &self.now.years[..=step] {
            people *= 1.0 + assumed.population_growth;
            let allocated = year.allocated[industry];
            let spent = year.execution * allocated + assumed.carry_spent * carried;
            carried = (1.0 - year.execution) * allocated;
            let whole = assumed.coverage_cost * people / assumed.household_size;
            payable += self.now.grants_share * spent / whole;
        }
        payable
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Moved, movable, usual, with};
    use super::*;
    use crate::region::parse::parse_region;
    use crate::scenario::examples::Example;

    #[test]
    fn a_quick_look_is_what_the_model_says() {
        let text = include_str!("../../../static/regions/zhangjiakou-2021.json");
        let region = parse_region(text).expect("in order");
        let keys = movable();
        // Years of their own keep what they have when the lever moves.
        let mut by_year = Scenario::default();
        for (name, value) in [
            ("funds.central.industry.2025", 900_000_000),
            ("jobs.outward.2026", 300),
            ("coverage.2027", 1),
        ] {
            let key = Key::parse(name).expect("a key");
            let set = by_year.set(&region, key, Decimal::from(value));
            set.expect("in range");
        }
        for scenario in [
            Scenario::default(),
            Example::Together.scenario(&region),
            by_year,
        ] {
            let mut fast = Fast::new(&region, &scenario, &keys);
            let mut at = fast.start();
            let mut moves = Vec::new();
            for round in 0..=keys.len() {
                fast.run(&at);
                let moved = with(&region, &scenario, &moves).expect("fits");
                let exact = moved.project(&region);
                for (step, year) in exact.scenario.iter().enumerate() {
                    let income = float(year.income.exact());
                    assert!((fast.income(step) - income).abs() < 1e-6, "{round}");
                }
                let Some(key) = keys.get(round) else { break };
                let limits = usual(&region, &scenario, *key);
                at[round] = float(limits.most);
                moves.push(Moved {
                    key: *key,
                    from: limits.least,
                    to: limits.most,
                });
            }
        }
    }
}
