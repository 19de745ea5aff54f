//! The numbers of a county's row by their columns.

use rust_decimal::Decimal;
use zengshou_sheets::{CountyField, CountyRow};

/// The columns that hold numbers.
pub const NUMBERS: [CountyField; 20] = [
    CountyField::LiftedHouseholds,
    CountyField::LiftedPeople,
    CountyField::Income,
    CountyField::IncomeBefore,
    CountyField::RuralIncome,
    CountyField::Granted,
    CountyField::GrantedIndustry,
    CountyField::Spent,
    CountyField::Projects,
    CountyField::Started,
    CountyField::Completed,
    CountyField::Workers,
    CountyField::Labour,
    CountyField::PublicJobs,
    CountyField::CoveredHouseholds,
    CountyField::DueHouseholds,
    CountyField::MonitoredHouseholds,
    CountyField::RiskFreeHouseholds,
    CountyField::GuaranteeProblems,
    CountyField::GuaranteeSolved,
];

/// Parts and the wholes that they are not larger than.
pub const PARTS: [(CountyField, CountyField); 8] = [
    (CountyField::GrantedIndustry, CountyField::Granted),
    (CountyField::Spent, CountyField::Granted),
    (CountyField::Started, CountyField::Projects),
    (CountyField::Completed, CountyField::Projects),
    (CountyField::Workers, CountyField::Labour),
    (CountyField::CoveredHouseholds, CountyField::DueHouseholds),
    (
        CountyField::RiskFreeHouseholds,
        CountyField::MonitoredHouseholds,
    ),
    (CountyField::GuaranteeSolved, CountyField::GuaranteeProblems),
];

/// The number of a column; none where the cell is blank or holds none.
pub fn number(row: &CountyRow, field: CountyField) -> Option<Decimal> {
    let count = match field {
        CountyField::LiftedHouseholds => row.lifted_households,
        CountyField::LiftedPeople => row.lifted_people,
        CountyField::Projects => row.projects,
        CountyField::Started => row.started,
        CountyField::Completed => row.completed,
        CountyField::Workers => row.workers,
        CountyField::Labour => row.labour,
        CountyField::PublicJobs => row.public_jobs,
        CountyField::CoveredHouseholds => row.covered_households,
        CountyField::DueHouseholds => row.due_households,
        CountyField::MonitoredHouseholds => row.monitored_households,
        CountyField::RiskFreeHouseholds => row.risk_free_households,
        CountyField::GuaranteeProblems => row.guarantee_problems,
        CountyField::GuaranteeSolved => row.guarantee_solved,
        _ => None,
    };
    match field {
        CountyField::Income => row.income,
        CountyField::IncomeBefore => row.income_before,
        CountyField::RuralIncome => row.rural_income,
        CountyField::Granted => row.granted,
        CountyField::GrantedIndustry => row.granted_industry,
        CountyField::Spent => row.spent,
        _ => count.map(Decimal::from),
    }
}

/// The most that a column can hold of any county: money of a budget, money a head, or things.
pub fn most(field: CountyField) -> Decimal {
    use zengshou_sheets::Kind;
    Decimal::from(match field.kind() {
        Kind::Amount => 1_000_000_000_000_i64,
        Kind::PerHead => 1_000_000,
        _ => 1_500_000_000,
    })
}
