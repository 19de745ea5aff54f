//! The projection of incomes, in rooms that are used again.
//!
//! What is called from outside is never inlined: within a caller that is built for size it would be built
//! for size as well.

use zengshou_model::baseline::{Path, PathYear};
use zengshou_model::effects::{Walk, YearEffects};
use zengshou_model::inputs::{Assumptions, Levers};
use zengshou_model::moved;
use zengshou_model::number::YuanPerPerson;
use zengshou_model::term::Side;
use zengshou_model::years::Years;

/// Incomes of the last projection, and the rooms that it was computed in.
pub struct Projection {
    /// The plan's income, yuan a head, by plan year.
    pub plan: Vec<f64>,
    /// The scenario's.
    pub scenario: Vec<f64>,
    /// Market income of the scenario beyond the plan: wages, operating and property income without
    /// public work, yuan a head by year.
    pub market: Vec<f64>,
    /// Income in the year before the plan.
    pub base: f64,
    years: Years,
    path: Vec<PathYear<f64>>,
    plan_effects: Vec<YearEffects<f64>>,
}

impl Projection {
    /// Rooms for the projections of a region.
    pub fn new(years: Years) -> Self {
        Self {
            plan: Vec::new(),
            scenario: Vec::new(),
            market: Vec::new(),
            base: 0.0,
            years,
            path: Vec::new(),
            plan_effects: Vec::new(),
        }
    }

    /// The years that are projected.
    pub fn years(&self) -> Years {
        self.years
    }

    /// Projects plan and scenario.
    pub fn run(
        &mut self,
        assumptions: &Assumptions<f64>,
        plan: &Levers<f64>,
        scenario: &Levers<f64>,
    ) {
        self.run_plan(assumptions, plan);
        self.run_scenario(assumptions, plan, scenario);
    }

    /// Projects the plan alone; scenarios under the same assumptions may follow.
    #[inline(never)]
    pub fn run_plan(&mut self, assumptions: &Assumptions<f64>, plan: &Levers<f64>) {
        let years = self.years;
        self.path.clear();
        self.plan.clear();
        self.plan_effects.clear();
        let mut path = Path::start(assumptions, years);
        self.base = sum(path.income);
        let mut walk = Walk::start((Side::Plan, years.base()), plan, plan, assumptions);
        for year in years.plan() {
            let path = path.next_year(year);
            self.plan_effects.push(walk.next_year(&path));
            self.plan.push(sum(path.income));
            self.path.push(path);
        }
    }

    /// Projects a scenario beside the last plan.
    #[inline(never)]
    pub fn run_scenario(
        &mut self,
        assumptions: &Assumptions<f64>,
        plan: &Levers<f64>,
        scenario: &Levers<f64>,
    ) {
        self.scenario.clear();
        self.market.clear();
        let start = (Side::Scenario, self.years.base());
        let mut walk = Walk::start(start, scenario, plan, assumptions);
        for (path, plan) in self.path.iter().zip(&self.plan_effects) {
            let own = walk.next_year(path);
            let moved = moved(path, &own, plan, assumptions.clawback);
            self.scenario.push(moved.income.exact());
            self.market.push(moved.market().exact());
        }
    }
}

impl Projection {
    /// The coverage that levers reach in a plan year, counted from the first, beside the last plan.
    #[inline(never)]
    pub fn coverage(
        &self,
        step: usize,
        assumptions: &Assumptions<f64>,
        plan: &Levers<f64>,
        levers: &Levers<f64>,
    ) -> f64 {
        let start = (Side::Scenario, self.years.base());
        let mut walk = Walk::start(start, levers, plan, assumptions);
        let years = self.path.iter().take(step + 1);
        let last = years
            .map(|path| walk.next_year(path).coverage.exact())
            .last();
        last.unwrap_or(assumptions.coverage0.exact())
    }
}

fn sum<const PARTS: usize>(parts: [YuanPerPerson<f64>; PARTS]) -> f64 {
    YuanPerPerson::total(parts).exact()
}
