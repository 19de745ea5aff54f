//! What the planner decides, as plain numbers by plan year.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::region::key::{Batch, Category, Fixed, Level, funds, jobs};
use crate::region::{Values, Years};

/// Money by category of project, yuan.
pub type ByCategory = [f64; Category::ALL.len()];

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
    pub jobs: [f64; Batch::ALL.len()],
}

/// The levers of a plan or a scenario.
#[derive(Clone, Debug)]
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

impl Levers {
    /// The levers in `values`; `plan` holds what returns where they don't repeat. `follows_coverage`
    /// says that the wanted coverage is the known coverage, whatever that is.
    pub fn of(values: &Values, plan: &Values, years: Years, follows_coverage: bool) -> Self {
        let at = |key: Fixed| number(values.fixed(key));
        let repeats = values.fixed(Fixed::Repeat) != Decimal::ZERO;
        let help = at(Fixed::Social) * at(Fixed::SocialIndustry);
        let decided = (0..years.plan().len()).map(|step| {
            let in_force = if step == 0 || repeats { values } else { plan };
            let mut allocated = Category::ALL.map(|category| {
                let cells = Level::ALL.map(|level| number(in_force.fixed(funds(level, category))));
                cells.iter().sum()
            });
            allocated[Category::Industry as usize] += help;
            Decided {
                allocated,
                execution: number(in_force.fixed(Fixed::Execution)),
                coverage: (!follows_coverage).then(|| at(Fixed::Coverage)),
                jobs: Batch::ALL.map(|batch| at(jobs(batch))),
            }
        });
        Self {
            years: decided.collect(),
            grants_share: at(Fixed::GrantsShare),
            operating_benefit: at(Fixed::OperatingRate) * at(Fixed::BenefitShare),
            relief_labour: at(Fixed::ReliefShare) * at(Fixed::LabourShare),
            relocated_employment: at(Fixed::RelocatedEmployment),
            direct_help: at(Fixed::Social) * (1.0 - at(Fixed::SocialIndustry)),
        }
    }
}

fn number(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(f64::NAN)
}
