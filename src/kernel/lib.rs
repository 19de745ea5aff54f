//! The model once more in floating point, for questions that need it ten thousand times: how sure,
//! what would it take, and a map of two levers. It tells incomes and benchmarks, no more; every figure that is
//! shown as the result of one scenario comes from the calculator's decimal model. A property test
//! holds both within one part in 10⁹.
//!
//! The formulas are those of the model, channel by channel, and are explained there. Amounts are in
//! yuan, yuan a head or people, shares are fractions; years are plan years in their order.

mod effects;
mod series;

pub use effects::Effects;
pub use series::{Series, Step};

/// Amounts by component of income: wage, operating, property, transfer.
pub type ByComponent = [f64; 4];
/// Amounts by category of project: industry, infrastructure, other.
pub type ByCategory = [f64; 3];
/// Amounts by batch of jobs.
pub type ByBatch = [f64; 5];

/// The places of the components.
pub const WAGE: usize = 0;
/// Income from own farms and businesses.
pub const OPERATING: usize = 1;
/// Income from property.
pub const PROPERTY: usize = 2;
/// What is received.
pub const TRANSFER: usize = 3;

/// What is assumed of the world; the names are those of the model's inputs.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Assumptions {
    pub population: f64,
    pub population_growth: f64,
    pub rural_residents: f64,
    pub household_size: f64,
    pub income0: ByComponent,
    /// The product of one plus the growth of every known year.
    pub known_factor: f64,
    pub growth_near: ByComponent,
    pub growth_far: ByComponent,
    pub growth_fade: f64,
    pub carry_spent: f64,
    pub overhead_share: f64,
    pub existing_assets: f64,
    pub first_year: f64,
    pub industry: Formation,
    pub infrastructure: Formation,
    pub asset_return: f64,
    pub targeting: f64,
    pub split_wage: f64,
    pub split_operating: f64,
    pub displaced_wage: f64,
    pub overlap: f64,
    pub grants_counted: f64,
    pub grants_targeting: f64,
    pub coverage0: f64,
    pub coverage_cost: f64,
    pub coverage_effect: f64,
    pub coverage_saturation: f64,
    pub coverage_now: f64,
    pub infra_return: f64,
    pub infra_reach: f64,
    pub infra_split_wage: f64,
    pub labour_local: f64,
    pub labour_displaced: f64,
    pub other_transfer: f64,
    pub other_wage: f64,
    pub other_targeting: f64,
    pub other_displaced: f64,
    pub social_direct: f64,
    pub clawback: f64,
    /// Pay of each batch after what it displaces.
    pub batch_pay: ByBatch,
    /// Pay of the relocated after what it displaces, times their labour force.
    pub relocated_pay: f64,
}

/// How spending becomes a stock of assets, and how the stock wears.
#[derive(Clone, Copy, Debug, Default)]
pub struct Formation {
    /// The part of spending that is an asset in the same year.
    pub lag_now: f64,
    /// The part that is an asset in the next year.
    pub lag_next: f64,
    /// Yearly depreciation.
    pub depreciation: f64,
}

/// What is decided for one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// The allocation by category, social help for industry among it.
    pub allocated: ByCategory,
    /// The share of it spent in the year.
    pub execution: f64,
    /// The coverage wanted; none where it follows the known coverage.
    pub coverage: Option<f64>,
    /// Jobs beyond the plan.
    pub jobs: ByBatch,
}

/// The levers of a plan or a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Levers {
    /// What is decided for each plan year.
    pub years: Vec<Decided>,
    /// The share of industry money that goes to households as grants.
    pub grants_share: f64,
    /// The share of assets that operate well, times the share of returns that reaches households.
    pub operating_benefit: f64,
    /// The share of infrastructure paid as wages of work relief.
    pub relief_labour: f64,
    /// Change of the employed share of the relocated labour force.
    pub relocated_employment: f64,
    /// Direct social help, yuan a year, before what counts as income.
    pub direct_help: f64,
}

/// The planned path under one set of assumptions.
#[derive(Default)]
struct Baseline {
    income: Vec<ByComponent>,
    wage_index: Vec<f64>,
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
    baseline: Baseline,
    plan_effects: Effects,
    scenario_effects: Effects,
}

impl Projection {
    /// Projects plan and scenario.
    pub fn run(&mut self, a: &Assumptions, plan: &Levers, scenario: &Levers) {
        self.run_plan(a, plan);
        self.run_scenario(a, plan, scenario);
    }

    /// Projects the plan alone; scenarios under the same assumptions may follow.
    pub fn run_plan(&mut self, a: &Assumptions, plan: &Levers) {
        self.walk_baseline(a, plan.years.len());
        self.plan_effects.walk(plan, plan, a, &self.baseline);
        self.plan.clear();
        let incomes = self.baseline.income.iter();
        self.plan
            .extend(incomes.map(|income| income.iter().sum::<f64>()));
    }

    /// Projects a scenario beside the last plan.
    pub fn run_scenario(&mut self, a: &Assumptions, plan: &Levers, scenario: &Levers) {
        self.scenario_effects
            .walk(scenario, plan, a, &self.baseline);
        self.scenario.clear();
        self.earned.clear();
        let both = self
            .scenario_effects
            .years
            .iter()
            .zip(&self.plan_effects.years);
        for ((own, plan), income) in both.zip(&self.plan) {
            let earned = own[WAGE] - plan[WAGE] + own[OPERATING] - plan[OPERATING] + own[PROPERTY]
                - plan[PROPERTY];
            self.earned.push(earned);
            let change = earned * (1.0 - a.clawback) + own[TRANSFER] - plan[TRANSFER];
            self.scenario.push(income + change);
        }
    }

    fn walk_baseline(&mut self, a: &Assumptions, years: usize) {
        let mut income = a.income0.map(|amount| amount * a.known_factor);
        self.base = income.iter().sum();
        let baseline = &mut self.baseline;
        baseline.income.clear();
        baseline.wage_index.clear();
        baseline.population.clear();
        let (mut fade, mut index, mut population) = (1.0, 1.0, a.population);
        for step in 0..years {
            for (k, amount) in income.iter_mut().enumerate() {
                let factor = 1.0 + a.growth_far[k] + (a.growth_near[k] - a.growth_far[k]) * fade;
                *amount *= factor;
                if k == WAGE && step > 0 {
                    index *= factor;
                }
            }
            fade *= a.growth_fade;
            population *= 1.0 + a.population_growth;
            baseline.income.push(income);
            baseline.wage_index.push(index);
            baseline.population.push(population);
        }
    }
}
