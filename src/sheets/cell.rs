//! Sheets and their cells, whatever file they came from.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The content of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetCell {
    /// Nothing: unknown, and never zero.
    #[default]
    Empty,
    /// Text as it stands, so that numbers written as text keep all their digits.
    Text(String),
    /// A number, with the digits that the file gives: at most fifteen where the file holds floating point.
    Number(Decimal),
    /// A number shown as a percentage, as a share: `85 %` is 0.85.
    Percent(Decimal),
    /// A day.
    Date(SheetDate),
    /// Yes or no.
    Flag(bool),
    /// An error value such as `#REF!`.
    Error(String),
    /// A formula whose file holds no result.
    Uncomputed,
}

impl SheetCell {
    /// True for a cell with nothing in it, or blanks alone.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The cell as text: what a reader of the sheet would copy.
    pub fn text(&self) -> String {
        match self {
            Self::Empty | Self::Uncomputed => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.normalize().to_string(),
            Self::Percent(share) => match share.checked_mul(Decimal::ONE_HUNDRED) {
                Some(percent) => format!("{}%", percent.normalize()),
                None => share.to_string(),
            },
            Self::Date(date) => date.to_string(),
            Self::Flag(flag) => flag.to_string().to_uppercase(),
        }
    }
}

/// A day, or a month where no day is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SheetDate {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1, if it is said.
    pub day: Option<u8>,
}

impl SheetDate {
    /// A day or month that exists, between 1900 and 2200.
    pub fn new(year: u16, month: u8, day: Option<u8>) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        let fits = day.is_none_or(|day| (1..=days).contains(&day));
        ((1900..=2200).contains(&year) && fits).then_some(Self { year, month, day })
    }
}

impl SheetDate {
    /// The day's number, counted from a day that does not change: two numbers differ by the days between. None for a month.
    pub fn number(self) -> Option<i64> {
        let day = i64::from(self.day?);
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        // Counted from March on, so that a leap day is the last of its year.
        let (year, month) = match month {
            1 | 2 => (year - 1, month + 9),
            _ => (year, month - 3),
        };
        let leap_days = year / 4 - year / 100 + year / 400;
        Some(year * 365 + leap_days + (month * 153 + 2) / 5 + day)
    }
}

impl SheetDate {
    /// The day after; none for a month, and after the last day there is.
    pub fn next_day(self) -> Option<Self> {
        let day = self.day?;
        Self::new(self.year, self.month, Some(day + 1))
            .or_else(|| Self::new(self.year, self.month + 1, Some(1)))
            .or_else(|| Self::new(self.year + 1, 1, Some(1)))
    }
}

impl std::fmt::Display for SheetDate {
    /// The date as ISO 8601 writes it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:02}", self.year, self.month)?;
        match self.day {
            Some(day) => write!(f, "-{day:02}"),
            None => Ok(()),
        }
    }
}

/// A row with something in it; rows that hold nothing are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// The row's number in the sheet, the first is zero.
    pub number: u32,
    /// True for a row that the file hides.
    pub hidden: bool,
    /// Cells from the first column to the last with something in it.
    pub cells: Vec<SheetCell>,
}

impl SheetRow {
    /// The first column with something in it; none in an empty row.
    pub fn first_filled(&self) -> Option<u32> {
        let place = self.cells.iter().position(|cell| !cell.is_empty())?;
        u32::try_from(place).ok()
    }

    /// The cell in a column; empty past the last.
    pub fn cell(&self, column: u32) -> &SheetCell {
        self.cells.get(column as usize).unwrap_or(&SheetCell::Empty)
    }
}

/// Cells joined to one, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The first row.
    pub top: u32,
    /// The first column, whose cell in the first row holds the value.
    pub left: u32,
    /// The last row.
    pub bottom: u32,
    /// The last column.
    pub right: u32,
}

/// A sheet of a workbook, or a whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignSheet {
    /// The sheet's name; empty for a pasted block.
    pub name: String,
    /// True for a sheet that the file hides.
    pub hidden: bool,
    /// Rows with something in them, in order.
    pub rows: Vec<SheetRow>,
    /// Cells joined to one. Only the first of them holds the value.
    pub merged: Vec<Merged>,
    /// Columns that the file hides.
    pub hidden_columns: Vec<u32>,
}

impl ForeignSheet {
    /// A sheet of rows that follow each other from the first.
    pub fn of_rows(name: &str, rows: impl IntoIterator<Item = Vec<SheetCell>>) -> Self {
        let numbered = rows.into_iter().enumerate();
        let rows = numbered.filter_map(|(number, mut cells)| {
            while cells.last().is_some_and(SheetCell::is_empty) {
                cells.pop();
            }
            (!cells.is_empty()).then(|| SheetRow {
                number: u32::try_from(number).unwrap_or(u32::MAX),
                hidden: false,
                cells,
            })
        });
        let rows = rows.collect();
        Self {
            name: name.to_owned(),
            rows,
            ..Self::default()
        }
    }
}
