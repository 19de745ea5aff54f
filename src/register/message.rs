//! Orders from the page to the worker that has a register, and its reports, as texts of JSON. A file itself goes beside its
//! order, and the bytes of one that is exported beside their report.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use zengshou_households::columns::HouseholdKind;
use zengshou_households::order::CoverRule;
use zengshou_households::read::{ColumnFate, RegisterRefusal, RowFault, RowProblem};
use zengshou_sheets::ReadFault;

use super::figures::{RegisterFigures, YearUnderLine};
use crate::analysis::households::FactorFault;
use crate::region::files::RegionFiles;
use crate::region::key::Year;

/// The most problems of a file that are listed with their rows; all are counted.
pub const MOST_LISTED_PROBLEMS: usize = 100;
/// The most rows of the list of households at risk that are handed over at once.
pub const MOST_RISK_ROWS: u32 = 500;
/// The most households of an invented register.
pub const MOST_INVENTED: u32 = 10_000_000;

/// An order to the worker. A report bears the number of the order that it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterOrder {
    /// The region whose plan is computed; before any [`RegisterOrder::Compute`], and again where it changes.
    Region(Box<RegionFiles>),
    /// Opens the file that goes beside it, in the place of the register that was open.
    Open {
        /// The order's number.
        id: u32,
    },
    /// Makes an invented register, in the place of the one that was open.
    Sample {
        /// The order's number.
        id: u32,
        /// Households.
        rows: u32,
        /// The seed: the same gives the same register.
        seed: u64,
    },
    /// Calls off an order. Of a file nothing is taken by half.
    Cancel {
        /// The number of the order that is called off.
        id: u32,
    },
    /// Computes a year under plan and scenario; the newest takes the place of one that waits.
    Compute(Box<ComputeOrder>),
    /// Computes the share under the line of every plan year, by the scenario that was computed last.
    Years {
        /// The order's number.
        id: u32,
    },
    /// Asks for rows of households under the line, the largest gap first.
    AtRisk {
        /// The order's number.
        id: u32,
        /// The rows that are wanted.
        filter: RiskFilter,
        /// Rows before the first that is wanted.
        offset: u32,
        /// Rows, up to [`MOST_RISK_ROWS`].
        count: u32,
    },
    /// Asks for all such rows as csv.
    Export {
        /// The order's number.
        id: u32,
        /// The rows that are wanted.
        filter: RiskFilter,
        /// Heads of the columns and names of the kinds, in the reader's language.
        words: Box<ExportWords>,
    },
    /// Lets the register go.
    Forget,
}

/// A year to be computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComputeOrder {
    /// The order's number.
    pub id: u32,
    /// The scenario as its file.
    pub scenario: String,
    /// The year.
    pub year: Year,
    /// A line of one's own in fen a head; else the region's monitoring line of the year.
    pub line: Option<i64>,
    /// The rule by which support reaches households.
    pub cover: CoverRule,
    /// Kinds that further jobs are for; none means all.
    pub jobs: Vec<HouseholdKind>,
}

/// Households under the line that are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskFilter {
    /// The county's name; else all.
    pub county: Option<String>,
    /// The kind; else all.
    pub kind: Option<HouseholdKind>,
    /// Under the line where.
    pub under: UnderWhere,
}

/// The side on which a household is under the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnderWhere {
    /// Under the scenario, whatever the plan.
    #[default]
    Scenario,
    /// Under the plan, whatever the scenario.
    Plan,
    /// Under the plan, no more under the scenario.
    Lifted,
    /// Under the scenario, not under the plan.
    Fallen,
}

/// Words for an exported list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportWords {
    /// Heads: row, county, kind, members, income a head under the plan and the scenario, what is lacking to the line.
    pub heads: [String; 7],
    /// Names of the kinds, in the order of [`HouseholdKind::ALL`].
    pub kinds: [String; HouseholdKind::ALL.len()],
}

/// A report of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterReport {
    /// A file on its way in, a few times a second; of an invented register, rows in the place of bytes.
    Progress {
        /// The order's number.
        id: u32,
        /// Bytes that were read.
        bytes: u64,
        /// Bytes of the file.
        of: u64,
        /// Rows that were read.
        rows: u32,
    },
    /// A register is open.
    Preview {
        /// The order's number.
        id: u32,
        /// The content of the file.
        preview: Box<RegisterPreview>,
    },
    /// A year was computed.
    Computed {
        /// The order's number.
        id: u32,
        /// The figures.
        figures: Box<RegisterFigures>,
        /// The time of the passes over all households in thousandths of a millisecond, as the worker measured it.
        microseconds: u64,
    },
    /// The share under the line, a plan year after the other.
    Years {
        /// The order's number.
        id: u32,
        /// The years.
        years: Vec<YearUnderLine>,
    },
    /// Rows of the list of households at risk.
    Rows {
        /// The order's number.
        id: u32,
        /// All rows that the filter lets through.
        of: u32,
        /// The rows that were asked for.
        rows: Vec<RiskRow>,
    },
    /// The list as csv; its bytes go beside it.
    File {
        /// The order's number.
        id: u32,
        /// Its rows without the head.
        rows: u32,
    },
    /// An order was called off; the register that was open before is gone where it was to be replaced.
    Canceled {
        /// The order's number.
        id: u32,
    },
    /// An order was refused.
    Refused {
        /// The order's number; none of the region.
        id: Option<u32>,
        /// The reason.
        reason: RegisterFault,
    },
}

/// A household under the line, by its row in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskRow {
    /// The row, counted from 1 as spreadsheets do.
    pub row: u32,
    /// The county's name.
    pub county: String,
    /// The kind.
    pub kind: HouseholdKind,
    /// Members.
    pub members: u8,
    /// Income under the plan in yuan a head.
    pub plan: Decimal,
    /// Income under the scenario in yuan a head.
    pub scenario: Decimal,
    /// Yuan that the household lacks to the line: under the scenario, of [`UnderWhere::Plan`] and
    /// [`UnderWhere::Lifted`] under the plan.
    pub gap: Decimal,
}

/// The content of an opened register, without a word of its cells but the heads that were known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterPreview {
    /// The form of the file.
    pub form: RegisterForm,
    /// The sheet of a workbook that the register stands on, counted from 1.
    pub sheet: Option<u32>,
    /// The row of the head, counted from 1.
    pub head_row: u32,
    /// True where a row is a person, whose household's figures count once.
    pub rows_are_persons: bool,
    /// True where a column says whom support has reached; without it nobody counts as reached.
    pub knows_support: bool,
    /// True where households stand for several.
    pub is_weighted: bool,
    /// The fate of every column, from the first on.
    pub columns: Vec<ColumnFate>,
    /// Rows with anything in them below the head.
    pub rows: u32,
    /// Households that were taken.
    pub households: u64,
    /// Their members.
    pub people: u64,
    /// The names of the counties, in their order.
    pub counties: Vec<String>,
    /// Households left out, for the faults that [`RowFault::leaves_out`] names.
    pub left_out: u64,
    /// Faults that were found, with their number.
    pub faults: Vec<FaultCount>,
    /// The first problems by row, up to [`MOST_LISTED_PROBLEMS`].
    pub problems: Vec<RowProblem>,
}

/// The number of a fault in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultCount {
    /// The fault.
    pub fault: RowFault,
    /// The number of times that it was found.
    pub count: u64,
}

/// The form of a register's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterForm {
    /// Text in UTF-8.
    Utf8,
    /// Text in a Chinese code page: GBK or GB18030.
    Gb18030,
    /// Text in UTF-16.
    Utf16,
    /// A workbook.
    Workbook,
    /// Invented here.
    Invented,
}

/// The reason for which an order is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterFault {
    /// Nothing of the file is taken.
    Refused(RegisterRefusal),
    /// This row, counted from 1, has bytes that are no text of the file's encoding.
    NotText(u32),
    /// The file ends within a character, in this row.
    CutCharacter(u32),
    /// The browser can no longer read the file: it was changed, moved or taken away while it was read.
    Unreadable,
    /// A workbook that can't be read.
    Workbook(ReadFault),
    /// A workbook of more bytes than are read as one; saved as csv, any size can be read.
    LargeWorkbook {
        /// The most bytes.
        most: u64,
    },
    /// More households than the page has room for; the command line takes any number.
    TooMany {
        /// The most households.
        most: u32,
        /// The row, counted from 1, from which on there is no room.
        row: u32,
    },
    /// Fewer households than the smallest group that may be shown.
    Few {
        /// That number.
        fewest: u64,
    },
    /// No factors can be made for the year.
    Factor(FactorFault),
    /// A line that is not above nothing, or beyond any income.
    Line,
    /// The region that was handed over can't be read; a fault of the page.
    Region,
    /// The scenario can't be read; a fault of the page.
    Scenario,
    /// No register is open.
    NoRegister,
    /// No year was computed yet.
    NotComputed,
    /// More invented households than are made.
    Invented,
    /// The order can't be understood; a fault of the page.
    Order,
}

/// The message that says a row's fault.
pub const fn row_fault_message(fault: RowFault) -> &'static str {
    match fault {
        RowFault::Empty => "households-fault-empty",
        RowFault::NotAmount => "households-fault-not-amount",
        RowFault::TooLarge => "households-fault-too-large",
        RowFault::Members => "households-fault-members",
        RowFault::UnknownWord => "households-fault-unknown-word",
        RowFault::Weight => "households-fault-weight",
        RowFault::Cells => "households-fault-cells",
        RowFault::Twice => "households-fault-twice",
        RowFault::OtherFigures => "households-fault-other-figures",
        RowFault::NetDiffers => "households-fault-net-differs",
        RowFault::LowIncome => "households-fault-low-income",
        RowFault::SmallWage => "households-fault-small-wage",
        RowFault::LargeWage => "households-fault-large-wage",
        RowFault::NoCost => "households-fault-no-cost",
        RowFault::Negative => "households-fault-negative",
    }
}
