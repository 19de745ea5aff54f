//! The workbook: the whole projection as formulas of a spreadsheet, so that a colleague can
//! follow and check it, and try other values where the scenario's stand.
//!
//! Numbers stand on the first sheet alone ([`inputs`]); everything after it is a formula. The
//! calculation is written from the recording of the model's own computation ([`calculation`],
//! [`cells`]), so that there is no second set of formulas: what the model computes is there. Beside
//! it stand what is read off it ([`judgements`]), the [`result`] held against the calculator's, and
//! the [`sources`]. [`formula`] knows how formulas are written and worked out, [`book`] where they
//! stand, [`file`] makes the bytes.

pub mod book;
mod calculation;
mod cells;
mod file;
pub mod formula;
mod inputs;
mod judgements;
mod result;
mod sources;

use super::{Facts, Given};
use crate::analysis::explain::table::Table;
use crate::i18n::Catalog;
use crate::region::Region;
use book::Book;
use calculation::Calculation;
use inputs::InputSheet;

/// Faults of making the file, in the library's own words.
pub use file::WorkbookFault;

/// The parts that every sheet is built with.
struct Builder<'a> {
    book: Book,
    words: &'a Catalog,
    region: &'a Region,
    facts: &'a Facts,
    inputs: InputSheet,
}

impl Builder<'_> {
    /// Adds a sheet with a column for each year.
    fn year_sheet(&mut self, name: &str, note: &str, after_years: &str) -> usize {
        let [item, unit] = ["report-item", "report-change-unit"].map(|id| self.words.text(id));
        self.book
            .year_sheet(name, note, [&item, &unit, after_years])
    }
}

/// Builds the workbook and says where its rows stand.
fn build(given: &Given<'_>, facts: &Facts, words: &Catalog) -> (Book, Calculation) {
    let years = given.region.years;
    let mut book = Book::new((years.income..=years.horizon).collect());
    let region = given.region.name.in_language(words.language());
    book.title = match &given.own.title {
        Some(title) => title.clone(),
        None => words.format("workbook-title", &[("region", region)]),
    };
    book.creator = words.text("app-title").to_string();
    let inputs = inputs::sheet(&mut book, given, facts, words);
    let mut builder = Builder {
        book,
        words,
        region: given.region,
        facts,
        inputs,
    };
    let table = Table::of(given.region, given.scenario);
    let calculation = calculation::sheets(&mut builder, &table);
    judgements::write(&mut builder, &calculation);
    result::sheet(&mut builder, facts, &calculation);
    sources::sheet(&mut builder, given, facts);
    (builder.book, calculation)
}

/// Writes the workbook as a file of Excel's.
///
/// # Errors
/// When the library refuses a cell, which would be a fault of the program.
pub fn write(given: &Given<'_>, facts: &Facts, words: &Catalog) -> Result<Vec<u8>, WorkbookFault> {
    let (book, _) = build(given, facts, words);
    file::write(&book, given)
}

#[cfg(test)]
mod tests;
