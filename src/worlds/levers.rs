//! What the planner decides, as plain numbers by plan year.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::region::key::{Batch, Category, Fixed, Level, Yearly, funds, jobs};
use crate::region::{Values, Years};
use zengshou_kernel::{Decided, Levers};

/// The levers in `values`; `plan` holds what returns where they don't repeat. `follows_coverage`
/// says that the wanted coverage is the known coverage, whatever that is.
pub fn levers(values: &Values, plan: &Values, years: Years, follows_coverage: bool) -> Levers {
    let at = |key: Fixed| number(values.fixed(key));
    let repeats = values.fixed(Fixed::Repeat) != Decimal::ZERO;
    let help = at(Fixed::Social) * at(Fixed::SocialIndustry);
    let decided = (0..years.plan().len()).map(|step| {
        let in_force = if step == 0 || repeats { values } else { plan };
        let year = years.first_plan + step as u16;
        let own = |lever: Fixed| values.yearly(Yearly::Lever(lever), year);
        let mut allocated = Category::ALL.map(|category| {
            let cell = |level: Level| {
                let key = funds(level, category);
                number(own(key).unwrap_or_else(|| in_force.fixed(key)))
            };
            Level::ALL.map(cell).iter().sum()
        });
        allocated[Category::Industry as usize] += help;
        Decided {
            allocated,
            execution: number(in_force.fixed(Fixed::Execution)),
            coverage: match own(Fixed::Coverage) {
                Some(own) => Some(number(own)),
                None => (!follows_coverage).then(|| at(Fixed::Coverage)),
            },
            jobs: Batch::ALL.map(|batch| own(jobs(batch)).map_or_else(|| at(jobs(batch)), number)),
        }
    });
    Levers {
        years: decided.collect(),
        grants_share: at(Fixed::GrantsShare),
        operating_benefit: at(Fixed::OperatingRate) * at(Fixed::BenefitShare),
        relief_labour: at(Fixed::ReliefShare) * at(Fixed::LabourShare),
        relocated_employment: at(Fixed::RelocatedEmployment),
        direct_help: at(Fixed::Social) * (1.0 - at(Fixed::SocialIndustry)),
    }
}

fn number(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(f64::NAN)
}
