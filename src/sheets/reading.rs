//! The reading of a file: rows, and everything that its reader has to know.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::fault::FormProblem;
use crate::field::{Field, FormKind};
use crate::place::CellPlace;
use crate::project_type::{FundUse, ProjectType};
use crate::rows::{CountyRow, FigureRow, ProjectRow};
use crate::type_map::TypeName;
use crate::unit::{AmountScale, MoneyUnit, Operating};

/// Everything that was read from the sheets of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The tables that were found, in order.
    pub tables: Vec<FoundTable>,
    /// Sheets with something in them, but without a table of a known form.
    pub other_sheets: Vec<String>,
    /// Rows of the forms of figures.
    pub figures: Vec<FigureRow>,
    /// Rows of the forms of counties, totals left out.
    pub counties: Vec<CountyRow>,
    /// Rows of the forms of projects, totals left out.
    pub projects: Vec<ProjectRow>,
    /// Every total of a table, held against its parts.
    pub totals: Vec<TotalCheck>,
    /// Questions that only the file’s owner can answer. Until then, the values that depend on them are unknown.
    pub questions: Vec<SheetQuestion>,
    /// Problems, by place.
    pub problems: Vec<FormProblem>,
    /// Problems past those that are listed.
    pub more_problems: u32,
    /// Remarks that change nothing.
    pub notes: Vec<ReadingNote>,
    /// The uses that types of projects were said to be counted as.
    pub uses: BTreeMap<TypeName, Option<FundUse>>,
}

/// A table that was found on a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundTable {
    /// The form that the table was taken for.
    pub form: FormKind,
    /// The header's first cell.
    pub place: CellPlace,
    /// Rows of the header.
    pub header_rows: u32,
    /// Rows of values, totals left out.
    pub rows: u32,
    /// The unit of money that is said above the table or was answered.
    pub unit: Option<MoneyUnit>,
    /// Fates of the columns that have a header.
    pub columns: Vec<TableColumn>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableColumn {
    /// The header's lowest cell.
    pub place: CellPlace,
    /// The header, levels joined by `/`, cut.
    pub header: String,
    /// Its fate.
    pub used: ColumnUse,
    /// The unit of money, of a column of amounts.
    pub unit: Option<MoneyUnit>,
}

/// The fate of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnUse {
    /// Read as a field.
    Field(Field),
    /// Not needed.
    Surplus,
    /// Dropped while reading: nothing of it was kept.
    Dropped(DropReason),
}

/// The reason for which a column is dropped while reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DropReason {
    /// Names of people.
    Person,
    /// Telephone numbers and addresses.
    Contact,
    /// Numbers of documents or bank cards, and household numbers.
    Identity,
    /// Health and disability.
    Health,
}

/// A total of a table, held against its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TotalCheck {
    /// The total's cell.
    pub place: CellPlace,
    /// The row's label, such as 合计, cut.
    pub label: String,
    /// The column.
    pub field: Field,
    /// The stated amount, in yuan or in numbers of what is counted.
    pub stated: Decimal,
    /// The sum of the parts.
    pub computed: Decimal,
    /// The stated amount minus the sum; nothing is right.
    pub difference: Decimal,
    /// Parts that have a value.
    pub parts: u32,
    /// Parts whose cell is blank: the sum is of those known.
    pub unknown_parts: u32,
}

/// Something that only the file's owner can say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetQuestion {
    /// Is a figure without a sign a share, or a percentage?
    AmountScale {
        /// The figure's cell.
        place: CellPlace,
        /// The figure's name, cut.
        label: String,
        /// The number.
        number: Decimal,
    },
    /// Is operating income gross, or is it net of costs?
    Operating {
        /// The figure's cell.
        place: CellPlace,
        /// The figure's name, cut.
        label: String,
    },
    /// In what unit are a table's amounts?
    Unit {
        /// The header's first cell, by which the answer is kept.
        place: CellPlace,
        /// The largest amount, to help to see it.
        largest: Decimal,
    },
    /// The type that a text means: by the text, not by its rows.
    Type {
        /// The text, cut.
        text: String,
        /// The first cell with it.
        place: CellPlace,
        /// Rows with it.
        rows: u32,
    },
}

/// Answers of the file's owner. Places are written as [`CellPlace`] writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// The writing of a figure's share, by its cell.
    pub scales: BTreeMap<String, AmountScale>,
    /// The kind of operating income, gross or net, by its cell.
    pub operating: BTreeMap<String, Operating>,
    /// The unit of a table's amounts, by the header's first cell.
    pub units: BTreeMap<String, MoneyUnit>,
    /// The field of a column, by its header's lowest cell; nothing leaves the column out.
    pub columns: BTreeMap<String, Option<Field>>,
    /// Types of projects that a text means.
    pub types: BTreeMap<String, ProjectType>,
    /// The uses that types and second levels are counted as; nothing for the usual one.
    pub uses: BTreeMap<TypeName, Option<FundUse>>,
}

/// Something that was noticed and changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadingNote {
    /// A hidden sheet was read.
    HiddenSheet(String),
    /// Hidden rows were read: the sheet, how many in tables, and the first.
    HiddenRows(String, u32, u32),
    /// Hidden columns were read: the sheet and the columns.
    HiddenColumns(String, Vec<u32>),
    /// A table ends at a footnote.
    Footnote(CellPlace),
    /// An amount below zero, kept as a correction.
    Negative(CellPlace),
    /// A household's or a person's table: nothing of it was kept.
    Household(String),
}
