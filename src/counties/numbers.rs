//! The columns of a county's row that hold numbers, with what they can hold.

use rust_decimal::Decimal;
use zengshou_sheets::CountyField;

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

/// The most that a column can hold of any county: money of a budget, money a head, or things.
pub fn most(field: CountyField) -> Decimal {
    use zengshou_sheets::Kind;
    Decimal::from(match field.kind() {
        Kind::Amount => 1_000_000_000_000_i64,
        Kind::PerHead => 1_000_000,
        _ => 1_500_000_000,
    })
}
