//! The table of a sweep as a file for spreadsheets.

use std::iter;

use crate::analysis::sweep::SweepTable;
use crate::export::csv::{self, CsvCell};

/// Writes the table; its heads are the stable names of keys and figures, so that a program can read it.
pub fn write(table: &SweepTable) -> String {
    let heads = table.heads.iter().cloned().map(CsvCell::Text).collect();
    let numbers = |row: &Vec<String>| row.iter().cloned().map(CsvCell::Number).collect();
    let rows = table.rows.iter().map(numbers);
    csv::write(&iter::once(heads).chain(rows).collect::<Vec<_>>())
}
