//! A table as every view, spreadsheet and report shows it: one value a cell, rounded once when
//! it is written.

use std::fmt::Display;

use rust_decimal::Decimal;

use super::csv;
use crate::number::{MONEY_PLACES, Share, YuanPerPerson, round};

/// One value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableCell {
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
        /// True where a positive value is shown with its sign.
        signed: bool,
        /// The name of the figure, for those who can explain it.
        figure: Option<String>,
    },
}

impl TableCell {
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
        Self::signed(amount.exact(), MONEY_PLACES)
    }

    /// A number whose sign is always seen.
    pub fn signed(value: Decimal, places: u32) -> Self {
        Self::Number {
            value,
            places,
            signed: true,
            figure: None,
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
            figure: None,
        }
    }

    /// The same as the figure of that name.
    #[must_use]
    pub fn of(mut self, name: impl Display) -> Self {
        if let Self::Number { figure, .. } = &mut self {
            *figure = Some(name.to_string());
        }
        self
    }

    /// The same for a spreadsheet: without grouping and without sign of a positive difference.
    fn plain(&self) -> csv::CsvCell {
        match self {
            Self::Empty => csv::CsvCell::Text(String::new()),
            Self::Text(text) => csv::CsvCell::Text(text.clone()),
            Self::Number { value, places, .. } => {
                csv::CsvCell::Number(round(*value, *places).to_string())
            }
        }
    }

    /// True where it stands in a column of numbers.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Number { .. })
    }
}

/// A row: its name, and its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// Its name.
    pub name: String,
    /// Its values, one for each head after the first.
    pub cells: Vec<TableCell>,
    /// True where it closes the table, as a sum does.
    pub is_sum: bool,
}

impl TableRow {
    /// A row of values.
    pub fn new(name: impl Into<String>, cells: Vec<TableCell>) -> Self {
        Self {
            name: name.into(),
            cells,
            is_sum: false,
        }
    }

    /// A row that sums the others up.
    pub fn sum(name: impl Into<String>, cells: Vec<TableCell>) -> Self {
        Self {
            is_sum: true,
            ..Self::new(name, cells)
        }
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataTable {
    /// The heads of all columns, that of the names first.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

impl DataTable {
    /// The table for a spreadsheet, with lines above it such as a title and a source.
    pub fn csv(&self, above: &[&str]) -> String {
        let text = |text: &str| csv::CsvCell::Text(text.to_owned());
        let titles = above.iter().map(|line| vec![text(line)]);
        let heads = self.heads.iter().map(|head| text(head)).collect();
        let rows = self.rows.iter().map(|row| {
            let cells = row.cells.iter().map(TableCell::plain);
            std::iter::once(text(&row.name)).chain(cells).collect()
        });
        let all: Vec<_> = titles.chain([heads]).chain(rows).collect();
        csv::write(&all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    #[test]
    fn a_table_for_a_spreadsheet_has_plain_numbers_rounded_once() {
        let table = DataTable {
            heads: vec!["年份".to_owned(), "元/人".to_owned()],
            rows: vec![
                TableRow::new(
                    "2023",
                    vec![TableCell::number(decimal("-34.4757286842"), 2)],
                ),
                TableRow::new("2024", vec![TableCell::number(decimal("13568.1908976"), 2)]),
                TableRow::new("2025", vec![TableCell::number(decimal("-0.001"), 2)]),
                TableRow::new("2026", vec![TableCell::Empty]),
            ],
        };
        assert_eq!(
            table.csv(&["=题目"]),
            "\u{feff}'=题目\r\n年份,元/人\r\n2023,-34.48\r\n2024,13568.19\r\n2025,0.00\r\n2026,\r\n"
        );
    }
}
