//! The model once more in floating point, for questions that need it ten thousand times: how sure,
//! and a map of two levers. It tells incomes and benchmarks, no more; every figure that is shown as the
//! result of one scenario comes from the decimal model in [`crate::model`]. A property test holds
//! both within one part in 10⁹.
//!
//! The formulas are those of the model's files, channel by channel, and are explained there.

mod effects;
mod levers;
mod world;

use crate::region::Years;
use crate::region::key::{Benchmark, Component, Fixed};

pub use levers::Levers;
pub use world::{Layout, Slot, World};

use effects::Effects;

/// Amounts by component of income.
type Components = [f64; Component::ALL.len()];

/// The planned path under one set of assumptions.
#[derive(Default)]
struct Baseline {
    /// Income by component, yuan a head, by plan year.
    income: Vec<Components>,
    /// Wages as a multiple of those of the first plan year.
    wage_index: Vec<f64>,
    /// Lifted population.
    population: Vec<f64>,
}

/// Rooms that are used again for every projection, and what the last one came to.
#[derive(Default)]
pub struct Projection {
    /// The plan's income, yuan a head, by plan year.
    pub plan: Vec<f64>,
    /// The scenario's.
    pub scenario: Vec<f64>,
    /// What the scenario's people earn beyond the plan: wages, operating and property income.
    pub earned: Vec<f64>,
    /// Income in the year before the plan.
    pub base: f64,
    /// The benchmarks from the year before the plan on, yuan a head.
    pub benchmarks: [Vec<f64>; Benchmark::ALL.len()],
    baseline: Baseline,
    plan_effects: Effects,
    scenario_effects: Effects,
}

impl Projection {
    /// Projects plan and scenario in a world.
    pub fn run(&mut self, layout: &Layout, world: &World, plan: &Levers, scenario: &Levers) {
        self.run_plan(layout, world, plan);
        self.run_scenario(world, plan, scenario);
    }

    /// Projects the plan alone, and the benchmarks; scenarios in the same world may follow.
    pub fn run_plan(&mut self, layout: &Layout, world: &World, plan: &Levers) {
        self.walk_baseline(layout.years, world);
        self.plan_effects.walk(plan, plan, world, &self.baseline);
        self.plan.clear();
        let incomes = self.baseline.income.iter();
        self.plan
            .extend(incomes.map(|income| income.iter().sum::<f64>()));
        layout.benchmarks(world, &mut self.benchmarks);
    }

    /// Projects a scenario in the world of the last plan.
    pub fn run_scenario(&mut self, world: &World, plan: &Levers, scenario: &Levers) {
        let effects = &mut self.scenario_effects;
        effects.walk(scenario, plan, world, &self.baseline);
        let clawback = world.at(Fixed::Clawback);
        let both = effects.years.iter().zip(&self.plan_effects.years);
        self.earned.clear();
        let all_earned = &mut self.earned;
        let changes = both.map(|(own, plan)| {
            let change = |component: Component| own[component as usize] - plan[component as usize];
            let earned = change(Component::Wage)
                + change(Component::Operating)
                + change(Component::Property);
            all_earned.push(earned);
            earned * (1.0 - clawback) + change(Component::Transfer)
        });
        self.scenario.clear();
        self.scenario.extend(
            self.plan
                .iter()
                .zip(changes)
                .map(|(income, change)| income + change),
        );
    }

    fn walk_baseline(&mut self, years: Years, world: &World) {
        let near = Component::ALL.map(|k| world.at(crate::region::key::growth_near(k)));
        let far = Component::ALL.map(|k| world.at(crate::region::key::growth_far(k)));
        let mut income = Component::ALL.map(|k| world.at(crate::region::key::income0(k)));
        let known: f64 = world
            .growth_known()
            .iter()
            .map(|growth| 1.0 + growth)
            .product();
        for amount in &mut income {
            *amount *= known;
        }
        self.base = income.iter().sum();
        let baseline = &mut self.baseline;
        baseline.income.clear();
        baseline.wage_index.clear();
        baseline.population.clear();
        let (mut fade, mut index) = (1.0, 1.0);
        let mut population = world.at(Fixed::Population);
        for step in 0..years.plan().len() {
            for k in 0..income.len() {
                let factor = 1.0 + far[k] + (near[k] - far[k]) * fade;
                income[k] *= factor;
                if k == Component::Wage as usize && step > 0 {
                    index *= factor;
                }
            }
            fade *= world.at(Fixed::GrowthFade);
            population *= 1.0 + world.at(Fixed::PopulationGrowth);
            baseline.income.push(income);
            baseline.wage_index.push(index);
            baseline.population.push(population);
        }
    }
}
