//! Checked rows of the three forms. A blank cell is unknown and never zero.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::cell::{SheetCell, SheetDate};
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
    pub unit: Option<String>,
    /// The figure's year.
    pub year: Option<u16>,
    /// The source of the figure.
    pub source: Option<String>,
    /// The definition of the figure.
    pub definition: Option<String>,
    /// Its status: published, derived or assumed.
    pub status: Option<FigureStatus>,
    /// The kind of operating income, gross or net, where the name or an answer says so.
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
    pub place: CellPlace,
    /// The county's name.
    pub name: String,
    /// True for the city itself (市本级), which is a unit of its own.
    pub is_city_itself: bool,
    /// The code of its administrative division.
    pub code: Option<String>,
    /// Lifted households.
    pub lifted_households: Option<u64>,
    /// Lifted people.
    pub lifted_people: Option<u64>,
    /// Net income of lifted people, yuan a head.
    pub income: Option<Decimal>,
    /// The same a year before.
    pub income_before: Option<Decimal>,
    /// Disposable income of rural residents, yuan a head.
    pub rural_income: Option<Decimal>,
    /// Funds granted.
    pub granted: Option<Decimal>,
    /// Of these, for industry.
    pub granted_industry: Option<Decimal>,
    /// Funds spent.
    pub spent: Option<Decimal>,
    /// Projects.
    pub projects: Option<u64>,
    /// Projects begun.
    pub started: Option<u64>,
    /// Projects completed.
    pub completed: Option<u64>,
    /// Lifted people who work outside.
    pub workers: Option<u64>,
    /// Lifted people who can work.
    pub labour: Option<u64>,
    /// Public-welfare jobs.
    pub public_jobs: Option<u64>,
    /// Households with a measure of industry.
    pub covered_households: Option<u64>,
    /// Households that should have one.
    pub due_households: Option<u64>,
    /// Monitored households since the beginning.
    pub monitored_households: Option<u64>,
    /// Of these, free of risk.
    pub risk_free_households: Option<u64>,
    /// Problems with the three guarantees.
    pub guarantee_problems: Option<u64>,
    /// Of these, solved.
    pub guarantee_solved: Option<u64>,
    /// Balance of small credit.
    pub credit: Option<Decimal>,
    /// The day of these figures.
    pub day: Option<SheetDate>,
    /// A remark.
    pub remark: Option<String>,
}

/// A row of the form of projects. Amounts are in yuan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectRow {
    /// The row's first cell.
    pub place: CellPlace,
    /// The project's number, with all its digits.
    pub number: Option<String>,
    /// The county.
    pub county: Option<String>,
    /// The township.
    pub township: Option<String>,
    /// The village.
    pub village: Option<String>,
    /// The project's name.
    pub name: Option<String>,
    /// The year of its plan.
    pub year: Option<u16>,
    /// Its type.
    pub project_type: Option<ProjectType>,
    /// Its second level, by the form's name where it is known and else as it stands there.
    pub second_level: Option<String>,
    /// New, continued or enlarged, as it stands there.
    pub nature: Option<String>,
    /// Total investment.
    pub total: Option<Decimal>,
    /// Funds of the central government.
    pub central: Option<Decimal>,
    /// Funds of the province.
    pub province: Option<Decimal>,
    /// Funds of the city.
    pub city: Option<Decimal>,
    /// Funds of the county.
    pub county_funds: Option<Decimal>,
    /// Other funds.
    pub other_funds: Option<Decimal>,
    /// The name of other funds.
    pub other_name: Option<String>,
    /// Amount paid.
    pub paid: Option<Decimal>,
    /// The project's state.
    pub state: Option<ProjectState>,
    /// Its start.
    pub started: Option<SheetDate>,
    /// Its completion.
    pub completed: Option<SheetDate>,
    /// The asset's original value.
    pub asset_value: Option<Decimal>,
    /// The asset's class.
    pub asset_class: Option<AssetClass>,
    /// The owner of the asset, as it stands there.
    pub ownership: Option<String>,
    /// The operation of the asset.
    pub operation: Option<OperatingState>,
    /// The asset's return in a year.
    pub yearly_return: Option<Decimal>,
    /// Of that, to households.
    pub return_to_households: Option<Decimal>,
    /// Lifted households that benefit.
    pub lifted_households: Option<u64>,
    /// Monitored households that benefit.
    pub monitored_households: Option<u64>,
    /// People employed.
    pub workers: Option<u64>,
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
