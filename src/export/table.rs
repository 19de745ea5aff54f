//! A table as every view, spreadsheet and report shows it: one value a cell, rounded once when
//! it is written.

use rust_decimal::Decimal;

use crate::number::{MONEY_PLACES, Share, YuanPerPerson};

/// One value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text; it may come from anyone.
    Text(String),
    /// A number with the decimals that are shown.
    Number {
        /// The exact value.
        value: Decimal,
        /// The decimals that are shown.
        places: u32,
        /// Whether people see its sign when it is positive.
        signed: bool,
    },
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Money a head, to the fen.
    pub fn money(amount: YuanPerPerson) -> Self {
        Self::number(amount.exact(), MONEY_PLACES)
    }

    /// A difference of money a head, to the fen.
    pub fn difference(amount: YuanPerPerson) -> Self {
        Self::Number {
            value: amount.exact(),
            places: MONEY_PLACES,
            signed: true,
        }
    }

    /// A share in per cent, to a hundredth of a point.
    pub fn percent(share: Share) -> Self {
        Self::number(share.exact() * Decimal::ONE_HUNDRED, 2)
    }

    /// A number.
    pub fn number(value: Decimal, places: u32) -> Self {
        Self::Number {
            value,
            places,
            signed: false,
        }
    }

    /// Whether it stands in a column of numbers.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Number { .. })
    }
}

/// A row: the name of what it tells of, and its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its values, one for each head after the first.
    pub cells: Vec<Cell>,
    /// Whether it closes the table, as a sum does.
    pub is_sum: bool,
}

impl Row {
    /// A row of values.
    pub fn new(name: impl Into<String>, cells: Vec<Cell>) -> Self {
        Self {
            name: name.into(),
            cells,
            is_sum: false,
        }
    }

    /// A row that sums the others up.
    pub fn sum(name: impl Into<String>, cells: Vec<Cell>) -> Self {
        Self {
            is_sum: true,
            ..Self::new(name, cells)
        }
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The heads of all columns, that of the names first.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}
