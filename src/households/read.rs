//! Registers of households as csv, read as they come in: bytes of UTF-8 in pieces of any length, columns by their heads.
//!
//! Two forms: a row a household, and the bureau's export with a row a person, where the household's figures stand on every
//! member's row and count once. Columns of persons are dropped while reading, and no problem quotes a cell.

mod amount;
mod check;
mod head;
mod reader;

#[cfg(test)]
mod tests;

pub use head::{ColumnFate, HouseholdColumn};
pub use reader::{HouseholdReader, ReadRegister};

/// Something that is wrong in a row.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum RowFault {
    /// A cell that is needed is empty; the household is left out.
    Empty,
    /// A cell is no amount in yuan with at most two digits behind the point; left out.
    NotAmount,
    /// An amount beyond 21 million yuan; left out.
    TooLarge,
    /// Members are not 1 to 20; left out.
    Members,
    /// A kind, a category or an answer that is not known; left out.
    UnknownWord,
    /// A weight that is no whole number from 1; left out.
    Weight,
    /// Fewer or more cells than heads; left out.
    Cells,
    /// The household was there before; left out.
    Twice,
    /// A member's row has other figures of the household than its first row, which counts.
    OtherFigures,
    /// Net income is not the sum of its parts; taken by its parts.
    NetDiffers,
    /// Net income a head is below 4,000 yuan; taken.
    LowIncome,
    /// Wages of 1 to 299 yuan; taken.
    SmallWage,
    /// Wages above 300,000 yuan; taken.
    LargeWage,
    /// Operating income without any cost; taken.
    NoCost,
    /// A negative amount where none is usual; taken.
    Negative,
}

impl RowFault {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Empty,
        Self::NotAmount,
        Self::TooLarge,
        Self::Members,
        Self::UnknownWord,
        Self::Weight,
        Self::Cells,
        Self::Twice,
        Self::OtherFigures,
        Self::NetDiffers,
        Self::LowIncome,
        Self::SmallWage,
        Self::LargeWage,
        Self::NoCost,
        Self::Negative,
    ];

    /// True where the household is left out for it.
    pub fn leaves_out(self) -> bool {
        self < Self::OtherFigures
    }

    /// The name in files of JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotAmount => "not_amount",
            Self::TooLarge => "too_large",
            Self::Members => "members",
            Self::UnknownWord => "unknown_word",
            Self::Weight => "weight",
            Self::Cells => "cells",
            Self::Twice => "twice",
            Self::OtherFigures => "other_figures",
            Self::NetDiffers => "net_differs",
            Self::LowIncome => "low_income",
            Self::SmallWage => "small_wage",
            Self::LargeWage => "large_wage",
            Self::NoCost => "no_cost",
            Self::Negative => "negative",
        }
    }
}

/// A problem at its place. It holds no word of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct RowProblem {
    /// The row, counted from 1 as spreadsheets do.
    pub row: u32,
    /// The column, where it is one cell's.
    pub column: Option<HouseholdColumn>,
    /// The fault.
    pub fault: RowFault,
}

/// The reason for which nothing of a file is taken.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterRefusal {
    /// Nothing is in it.
    Empty,
    /// No row of the first ten has the heads of a register.
    NoHead,
    /// Columns that are needed are missing.
    Missing(Vec<HouseholdColumn>),
    /// Two columns have the same meaning.
    HeadTwice(HouseholdColumn),
    /// A row is of another year than the first.
    OtherYear(u32),
    /// The file ends in the middle of this row.
    Cut(u32),
    /// A row is longer than any register's: a quotation mark that is never closed, most likely.
    LongRow(u32),
    /// More places than can be distinguished.
    Places(u32),
    /// More rows than can be numbered.
    Rows,
}
