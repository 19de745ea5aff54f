//! The model in floating point with some levers at other values, to evaluate a search's points.

use super::cell;
use crate::floating::{Assumptions, Floating, FloatingValues, Levers, Projection};
use crate::number::Share;
use crate::region::Region;
use crate::region::key::{Benchmark, Fixed, Key, Year};
use crate::scenario::Scenario;

/// A lever that is moved.
struct Lever {
    key: Key,
    start: f64,
}

/// A quick look at a scenario with some levers at other values.
pub struct Evaluator {
    assumptions: Assumptions<f64>,
    plan: Levers<f64>,
    /// The scenario's values; the moved levers are put in here.
    values: FloatingValues,
    now: Levers<f64>,
    levers: Vec<Lever>,
    projection: Projection,
    /// True where the wanted coverage is the known one, whatever that is.
    follows_coverage: bool,
    benchmarks: [Vec<f64>; Benchmark::ALL.len()],
}

impl Evaluator {
    /// Prepares for moving these levers.
    pub fn new(region: &Region, scenario: &Scenario, keys: &[Key]) -> Self {
        Self::until(region, scenario, keys, region.years.horizon)
    }

    /// The same for a search that looks at no later year than this one.
    pub fn until(region: &Region, scenario: &Scenario, keys: &[Key], year: Year) -> Self {
        let resolved = scenario.resolve(region);
        let years = region.years.until(year);
        let assumptions = Assumptions::of(&Floating(&resolved.plan), years);
        let plan = Levers::with_years(&Floating(&resolved.plan), years);
        let values = FloatingValues::of(&resolved.scenario, years);
        let mut projection = Projection::new(years);
        projection.run_plan(&assumptions, &plan);
        let mut benchmarks = Default::default();
        values.benchmarks(&mut benchmarks);
        let levers = keys.iter().map(|key| Lever {
            key: *key,
            start: resolved.scenario.get(*key).map_or(0.0, super::float),
        });
        Self {
            levers: levers.collect(),
            now: Levers::with_years(&Floating(&resolved.scenario), years),
            follows_coverage: scenario.changed(Fixed::Coverage.into()).is_none(),
            assumptions,
            plan,
            values,
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
        let (level, category) = cell(self.levers[index].key)?;
        let years = self.years();
        self.levers[..index].iter().position(|other| {
            cell(other.key).is_some_and(|(other, of)| {
                let is_same = |step| {
                    let follows = |level| self.now.follows_cell(step, level, category);
                    follows(level) == follows(other)
                };
                of == category && (0..years).all(is_same)
            })
        })
    }

    /// Projects with the levers at these values.
    pub fn run(&mut self, at: &[f64]) {
        self.put(at);
        self.projection
            .run_scenario(&self.assumptions, &self.plan, &self.now);
    }

    /// Puts the assumptions of a sample in the place of those in use; benchmarks stay.
    pub fn assume(&mut self, sample: &FloatingValues) {
        sample.assumptions(&mut self.assumptions);
        self.plan.coverage = Share(sample.at(Fixed::Coverage0));
        if self.follows_coverage {
            self.values
                .put(Fixed::Coverage, sample.at(Fixed::Coverage0));
        }
        self.projection.run_plan(&self.assumptions, &self.plan);
    }

    /// Sets the levers to these values without projecting.
    pub fn put(&mut self, at: &[f64]) {
        for (lever, value) in self.levers.iter().zip(at) {
            if let Key::Fixed(key) = lever.key {
                self.values.put(key, *value);
            }
        }
        self.now.read(&self.values);
    }

    /// The scenario's income of a plan year, counted from the first.
    pub fn income(&self, step: usize) -> f64 {
        self.projection.scenario[step]
    }

    /// The plan's income of a plan year.
    pub fn plan_income(&self, step: usize) -> f64 {
        self.projection.plan[step]
    }

    /// Market income of a plan year beyond the plan, yuan a head.
    pub fn market(&self, step: usize) -> f64 {
        self.projection.market[step]
    }

    /// Market income beyond the plan over all plan years, discounted to the first, yuan a head.
    pub fn discounted_market(&self) -> f64 {
        let rate = 1.0 + self.values.at(Fixed::DiscountRate);
        let (mut factor, mut sum) = (1.0, 0.0);
        for market in &self.projection.market {
            sum += market * factor;
            factor /= rate;
        }
        sum
    }

    /// The known coverage.
    pub fn coverage0(&self) -> f64 {
        self.assumptions.coverage0.exact()
    }

    /// Income in the year before the plan.
    pub fn base(&self) -> f64 {
        self.projection.base
    }

    /// The number of plan years.
    pub fn years(&self) -> usize {
        self.projection.plan.len()
    }

    /// A benchmark, counted from the year before the plan.
    pub fn benchmark(&self, name: Benchmark, step: usize) -> f64 {
        self.benchmarks[name as usize][step]
    }

    /// The benchmark of the first higher-than: the first of the two that is known in the year before the
    /// plan.
    pub fn first_benchmark(&self) -> Option<Benchmark> {
        let mut names = [Benchmark::RuralCity, Benchmark::RuralProvince].into_iter();
        names.find(|name| !self.benchmark(*name, 0).is_nan())
    }

    /// The margin of growth below which a higher-than is too close to call.
    pub fn close_call(&self) -> f64 {
        self.values.at(Fixed::CloseCall)
    }

    /// The highest coverage that grants could have paid for by a plan year: the coverage reached where
    /// everybody's is wanted every year.
    pub fn payable(&self, step: usize) -> f64 {
        let mut wanted = self.now.clone();
        wanted.coverage = Share::one();
        for year in &mut wanted.by_year {
            year.coverage = None;
        }
        self.projection
            .coverage(step, &self.assumptions, &self.plan, &wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{LeverMove, movable, usual, with};
    use rust_decimal::Decimal;

    use super::super::float;
    use super::*;
    use crate::scenario::examples::Example;

    #[test]
    fn a_quick_look_is_what_the_model_says() {
        let region = crate::region::tests::region();
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
            let mut fast = Evaluator::new(&region, &scenario, &keys);
            let mut at = fast.start();
            let second = region.years.first_plan + 1;
            let mut early = Evaluator::until(&region, &scenario, &keys, second);
            let mut moves = Vec::new();
            for round in 0..=keys.len() {
                fast.run(&at);
                early.run(&at);
                assert_eq!(
                    [early.income(0), early.income(1)],
                    [fast.income(0), fast.income(1)]
                );
                assert_eq!((early.years(), early.payable(1)), (2, fast.payable(1)));
                let moved = with(&region, &scenario, &moves).expect("fits");
                let exact = moved.project(&region);
                for (step, year) in exact.scenario.iter().enumerate() {
                    let income = float(year.income.exact());
                    assert!((fast.income(step) - income).abs() < 1e-6, "{round}");
                }
                let Some(key) = keys.get(round) else { break };
                let limits = usual(&region, &scenario, *key);
                at[round] = float(limits.most);
                moves.push(LeverMove {
                    key: *key,
                    from: limits.least,
                    to: limits.most,
                });
            }
        }
    }
}
