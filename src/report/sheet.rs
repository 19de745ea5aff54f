//! The workbook: the whole projection as formulas of a spreadsheet, so that a colleague can
//! follow and check it, and try other values where the scenario's stand.
//!
//! Numbers stand on the first sheet alone; everything after it is a formula. A sheet a
//! calculation, as a file a calculation in the model: [`inputs`], [`baseline`], [`spending`],
//! [`assets`], [`coverage`], [`channels`], [`result`], [`benchmarks`], [`sources`]. [`formula`]
//! knows how formulas are written and worked out, [`book`] where they stand, [`file`] makes the
//! bytes.

mod assets;
mod baseline;
mod benchmarks;
pub mod book;
mod channels;
mod coverage;
mod file;
pub mod formula;
mod inputs;
mod result;
mod sources;
mod spending;

use super::{Facts, Given};
use crate::i18n::Catalog;
use crate::region::key::{Fixed, Key, Year, Yearly};
use crate::region::{Region, Years};
use book::{Book, Format, Line, Look};
use formula::Formula;
use inputs::Inputs;

/// What can go wrong when the file is made; the library's own words.
pub use file::Fault;

/// Whose levers a block of rows follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Plan,
    Scenario,
}

impl Side {
    const BOTH: [Self; 2] = [Self::Plan, Self::Scenario];

    fn title(self, words: &Catalog) -> std::rc::Rc<str> {
        words.text(match self {
            Self::Plan => "result-plan",
            Self::Scenario => "result-scenario",
        })
    }
}

/// What every sheet is built with.
struct Builder<'a> {
    book: Book,
    words: &'a Catalog,
    region: &'a Region,
    inputs: Inputs,
}

impl Builder<'_> {
    fn years(&self) -> Years {
        self.region.years
    }

    /// A value that plan and scenario share.
    fn assumed(&self, key: impl Into<Key>) -> Formula {
        self.inputs.in_force(key.into())
    }

    /// A lever's value.
    fn lever(&self, side: Side, key: impl Into<Key>) -> Formula {
        match side {
            Side::Plan => self.inputs.plan(key.into()),
            Side::Scenario => self.inputs.in_force(key.into()),
        }
    }

    /// Whether a lever has a value of its own in a year.
    fn has_lever_in(&self, side: Side, lever: Fixed, year: Year) -> bool {
        let key = Key::Yearly(Yearly::Lever(lever), year);
        side == Side::Scenario && self.inputs.has(key)
    }

    /// A lever's value in a year: its own there, if the scenario has one, else `otherwise`.
    fn lever_in(&self, side: Side, lever: Fixed, year: Year, otherwise: Formula) -> Formula {
        let key = Key::Yearly(Yearly::Lever(lever), year);
        match side {
            Side::Scenario if self.inputs.has(key) => self.inputs.in_force(key),
            Side::Plan | Side::Scenario => otherwise,
        }
    }

    /// Adds a sheet with a column for each year.
    fn year_sheet(&mut self, name: &str, note: &str) -> usize {
        let [name, note, item, unit] =
            [name, note, "report-item", "report-change-unit"].map(|id| self.words.text(id));
        self.book.year_sheet(&name, &name, &note, [&item, &unit])
    }

    /// Adds a row of money a head.
    fn money(
        &mut self,
        sheet: usize,
        name: &str,
        of: impl Fn(Line, Year) -> Option<Formula>,
    ) -> Line {
        self.line(sheet, name, "result-yuan-a-head", Format::Money, of)
    }

    /// Adds a row of totals of money, in ten thousand yuan as everywhere in the tool.
    fn yuan(
        &mut self,
        sheet: usize,
        name: &str,
        of: impl Fn(Line, Year) -> Option<Formula>,
    ) -> Line {
        self.line(sheet, name, "unit-wan-yuan", Format::Wan, of)
    }

    /// Adds a row of shares.
    fn share(
        &mut self,
        sheet: usize,
        name: &str,
        of: impl Fn(Line, Year) -> Option<Formula>,
    ) -> Line {
        // The cells say that they are per cent.
        self.line(sheet, name, "unit-none", Format::Percent, of)
    }

    /// Adds a row whose unit is a message.
    fn line(
        &mut self,
        sheet: usize,
        name: &str,
        unit: &str,
        format: Format,
        of: impl Fn(Line, Year) -> Option<Formula>,
    ) -> Line {
        let unit = self.words.text(unit);
        let label = (name, &*unit);
        self.book.line(sheet, label, (format, Look::Body), of)
    }

    /// Adds a row that matters most.
    fn result(
        &mut self,
        sheet: usize,
        name: &str,
        of: impl Fn(Line, Year) -> Option<Formula>,
    ) -> Line {
        let unit = self.words.text("result-yuan-a-head");
        let label = (name, &*unit);
        let look = (Format::Money, Look::Result);
        self.book.line(sheet, label, look, of)
    }
}

/// Builds the workbook and says where its incomes stand: the plan's and the scenario's.
pub fn build(given: &Given<'_>, facts: &Facts, words: &Catalog) -> (Book, [Line; 2]) {
    let years = given.region.years;
    let mut book = Book::new((years.income..=years.horizon).collect());
    let region = given.region.name.in_language(words.language());
    book.title = match &given.own.title {
        Some(title) => title.clone(),
        None => words.format("sheet-title", &[("region", region)]),
    };
    book.creator = words.text("app-title").to_string();
    let inputs = inputs::sheet(&mut book, given, facts, words);
    let mut builder = Builder {
        book,
        words,
        region: given.region,
        inputs,
    };
    let baseline = baseline::sheet(&mut builder);
    let spending = spending::sheet(&mut builder);
    let assets = assets::sheet(&mut builder, &spending);
    let coverage = coverage::sheet(&mut builder, &spending, &baseline);
    let channels = channels::sheet(&mut builder, &spending, &assets, &coverage, &baseline);
    let result = result::sheet(&mut builder, facts, &baseline, &channels, &coverage);
    benchmarks::sheet(&mut builder, result.scenario);
    sources::sheet(&mut builder, given, facts);
    (builder.book, [result.plan, result.scenario])
}

/// Writes the workbook as a file of Excel's.
///
/// # Errors
/// When the library refuses a cell, which would be a fault of the program.
pub fn write(given: &Given<'_>, facts: &Facts, words: &Catalog) -> Result<Vec<u8>, Fault> {
    let (book, _) = build(given, facts, words);
    file::write(&book, given)
}

#[cfg(test)]
mod tests;
