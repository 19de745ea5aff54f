//! Checked rows of the three forms. A blank cell is unknown and never zero.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::cell::{SheetCell, SheetDate};
use crate::field::{CountyField, ProjectField};
use crate::place::CellPlace;
use crate::project_type::ProjectType;
use crate::unit::Operating;

/// A row of the form of figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureRow {
    /// The figure's name as it stands there.
    pub indicator: String,
    /// The value: text, a number, a date, or a share as [`SheetCell::Percent`], once it is settled that it is one.
    pub value: SheetCell,
    /// The unit as it stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The figure's year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The source of the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The definition of the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// Its status: published, derived or assumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<FigureStatus>,
    /// The kind of operating income, gross or net, where the name or an answer says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operating: Option<Operating>,
    /// The value's cell.
    pub place: CellPlace,
}

/// The status of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FigureStatus {
    /// 公布.
    Published,
    /// 推算.
    Derived,
    /// 假设.
    Assumed,
}

/// A row of the form of counties. Amounts are in yuan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountyRow {
    /// The row's first cell.
    #[serde(default, skip_serializing_if = "CellPlace::is_nowhere")]
    pub place: CellPlace,
    /// The county's name.
    pub name: String,
    /// True for the city itself (市本级), which is a unit of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_city_itself: bool,
    /// The code of its administrative division.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Lifted households.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted_households: Option<u64>,
    /// Lifted people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted_people: Option<u64>,
    /// Net income of lifted people, yuan a head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub income: Option<Decimal>,
    /// The same a year before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub income_before: Option<Decimal>,
    /// Disposable income of rural residents, yuan a head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rural_income: Option<Decimal>,
    /// Funds granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granted: Option<Decimal>,
    /// Of these, for industry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granted_industry: Option<Decimal>,
    /// Funds spent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent: Option<Decimal>,
    /// Projects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<u64>,
    /// Projects begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<u64>,
    /// Projects completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed: Option<u64>,
    /// Lifted people who work outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workers: Option<u64>,
    /// Lifted people who can work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labour: Option<u64>,
    /// Public-welfare jobs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_jobs: Option<u64>,
    /// Households with a measure of industry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covered_households: Option<u64>,
    /// Households that should have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_households: Option<u64>,
    /// Monitored households since the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monitored_households: Option<u64>,
    /// Of these, free of risk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk_free_households: Option<u64>,
    /// Problems with the three guarantees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guarantee_problems: Option<u64>,
    /// Of these, solved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guarantee_solved: Option<u64>,
    /// Balance of small credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<Decimal>,
    /// The day of these figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<SheetDate>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

impl CountyRow {
    /// The number of a column; none where the cell is blank or holds none.
    pub fn number(&self, field: CountyField) -> Option<Decimal> {
        let count = match field {
            CountyField::LiftedHouseholds => self.lifted_households,
            CountyField::LiftedPeople => self.lifted_people,
            CountyField::Projects => self.projects,
            CountyField::Started => self.started,
            CountyField::Completed => self.completed,
            CountyField::Workers => self.workers,
            CountyField::Labour => self.labour,
            CountyField::PublicJobs => self.public_jobs,
            CountyField::CoveredHouseholds => self.covered_households,
            CountyField::DueHouseholds => self.due_households,
            CountyField::MonitoredHouseholds => self.monitored_households,
            CountyField::RiskFreeHouseholds => self.risk_free_households,
            CountyField::GuaranteeProblems => self.guarantee_problems,
            CountyField::GuaranteeSolved => self.guarantee_solved,
            _ => None,
        };
        match field {
            CountyField::Income => self.income,
            CountyField::IncomeBefore => self.income_before,
            CountyField::RuralIncome => self.rural_income,
            CountyField::Granted => self.granted,
            CountyField::GrantedIndustry => self.granted_industry,
            CountyField::Spent => self.spent,
            CountyField::Credit => self.credit,
            _ => count.map(Decimal::from),
        }
    }
}

/// A row of the form of projects. Amounts are in yuan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectRow {
    /// The row's first cell.
    #[serde(default, skip_serializing_if = "CellPlace::is_nowhere")]
    pub place: CellPlace,
    /// The project's number, with all its digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The county.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub county: Option<String>,
    /// The township.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub township: Option<String>,
    /// The village.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<String>,
    /// The project's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The year of its plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Its type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project_type: Option<ProjectType>,
    /// Its second level, by the form's name where it is known and else as it stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_level: Option<String>,
    /// New, continued or enlarged, as it stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<String>,
    /// Total investment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Decimal>,
    /// Funds of the central government.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub central: Option<Decimal>,
    /// Funds of the province.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<Decimal>,
    /// Funds of the city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<Decimal>,
    /// Funds of the county.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub county_funds: Option<Decimal>,
    /// Other funds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_funds: Option<Decimal>,
    /// The name of other funds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_name: Option<String>,
    /// Amount paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<Decimal>,
    /// The project's state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<ProjectState>,
    /// Its start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<SheetDate>,
    /// Its completion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed: Option<SheetDate>,
    /// The asset's original value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset_value: Option<Decimal>,
    /// The asset's class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset_class: Option<AssetClass>,
    /// The owner of the asset, as it stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ownership: Option<String>,
    /// The operation of the asset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<OperatingState>,
    /// The asset's return in a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yearly_return: Option<Decimal>,
    /// Of that, to households.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_to_households: Option<Decimal>,
    /// Lifted households that benefit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted_households: Option<u64>,
    /// Monitored households that benefit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monitored_households: Option<u64>,
    /// People employed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workers: Option<u64>,
}

impl ProjectRow {
    /// The amount of a column in yuan; none for a blank cell and for columns without amounts.
    pub fn amount(&self, field: ProjectField) -> Option<Decimal> {
        match field {
            ProjectField::Total => self.total,
            ProjectField::Central => self.central,
            ProjectField::Province => self.province,
            ProjectField::City => self.city,
            ProjectField::CountyFunds => self.county_funds,
            ProjectField::OtherFunds => self.other_funds,
            ProjectField::Paid => self.paid,
            ProjectField::AssetValue => self.asset_value,
            ProjectField::YearlyReturn => self.yearly_return,
            ProjectField::ReturnToHouseholds => self.return_to_households,
            _ => None,
        }
    }

    /// Its money by source, central government first and other funds last.
    pub fn by_source(&self) -> [Option<Decimal>; 5] {
        [
            self.central,
            self.province,
            self.city,
            self.county_funds,
            self.other_funds,
        ]
    }

    /// The sum of its sources as far as they are known; none where none is.
    pub fn from_sources(&self) -> Option<Decimal> {
        let known = self.by_source().into_iter().flatten();
        known.reduce(|one, other| one.saturating_add(other))
    }

    /// Its planned money: the total, or else its sources as far as they are known.
    pub fn planned(&self) -> Option<Decimal> {
        self.total.or_else(|| self.from_sources())
    }
}

/// A project's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ProjectState {
    /// 储备.
    Reserve,
    /// 未开工.
    NotStarted,
    /// 在建.
    UnderConstruction,
    /// 完工.
    Completed,
    /// 验收.
    Accepted,
    /// 终止.
    Ended,
}

/// An asset's class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AssetClass {
    /// 经营性.
    Operating,
    /// 公益性.
    PublicWelfare,
    /// 到户.
    Household,
}

/// The operation of an asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OperatingState {
    /// 良好.
    Good,
    /// 低效.
    Poor,
    /// 闲置.
    Idle,
}
