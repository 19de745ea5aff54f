//! The sheet of inputs: every key with the plan's value and the scenario's, and how it is known.
//! No other sheet holds a number that is not worked out. Only the scenario's column is open.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::book::{Book, Content, Format, Look};
use super::formula::{Address, Formula, YUAN_IN_WAN};
use crate::i18n::Catalog;
use crate::region::Status;
use crate::region::key::{Fixed, Group, Key, Unit};
use crate::report::{Facts, Given, checksum};

const NAME: u16 = 0;
const KEY: u16 = 1;
const PLAN: u16 = 2;
const SCENARIO: u16 = 3;
const UNIT: u16 = 4;
const STATUS: u16 = 5;
const LEAST: u16 = 6;
const MOST: u16 = 7;
const SOURCES: u16 = 8;

/// The places of the inputs.
pub struct InputSheet {
    sheet: usize,
    rows: HashMap<Key, u32>,
}

impl InputSheet {
    /// The value in force: the scenario's for a lever, the user's for an assumption.
    pub fn in_force(&self, key: Key) -> Formula {
        self.cell(key, SCENARIO)
    }

    /// The plan's value of a lever, the region's own of an assumption.
    pub fn plan(&self, key: Key) -> Formula {
        self.cell(key, PLAN)
    }

    fn cell(&self, key: Key, column: u16) -> Formula {
        Formula::Cell(Address {
            sheet: self.sheet,
            row: self.rows.get(&key).copied().unwrap_or_default(),
            column,
        })
    }
}

/// Writes the sheet.
pub fn sheet(book: &mut Book, given: &Given<'_>, facts: &Facts, words: &Catalog) -> InputSheet {
    let name = words.text("workbook-inputs");
    let checksum = checksum::checksum(given, facts);
    let title = book.title.clone();
    let note = words.format("workbook-inputs-note", &[("checksum", &checksum)]);
    let sheet = book.sheet(&name, &title, &note);
    let titles = [
        "report-open-name",
        "workbook-key",
        "workbook-plan-value",
        "workbook-scenario-value",
        "report-change-unit",
        "workbook-status",
        "workbook-least",
        "workbook-most",
        "report-source",
    ];
    book.head(
        sheet,
        titles.map(|id| words.text(id).to_string()),
        PLAN..UNIT,
    );
    let mut inputs = InputSheet {
        sheet,
        rows: HashMap::new(),
    };
    for group in Group::LEVERS.into_iter().chain(Group::ASSUMPTIONS) {
        book.group(sheet, &words.group(group));
        for key in given.region.parameters.keys() {
            if key.group() == group {
                inputs.rows.insert(*key, book.take_row(sheet));
            }
        }
        // What the scenario decides for single years, and published figures that the region does not give.
        for (key, _) in given.scenario.entries() {
            if key.group() == group && !given.region.parameters.contains_key(&key) {
                inputs.rows.insert(key, book.take_row(sheet));
            }
        }
    }
    for (key, row) in &inputs.rows {
        write_row(book, &inputs, (*key, *row), given, facts, words);
    }
    let of = &mut book.sheets[sheet];
    of.widths = vec![40.0, 30.0, 20.0, 20.0, 12.0, 10.0, 16.0, 16.0, 60.0];
    of.frozen = (super::book::HEAD + 1, PLAN);
    // The evidence is long; on paper the report has it.
    of.last_printed = Some(MOST);
    inputs
}

/// The scenario's decision for a single year, which the plan does not have, or a figure that the region does
/// not give.
fn write_beyond_region(
    book: &mut Book,
    sheet: usize,
    (key, row): (Key, u32),
    facts: &Facts,
    words: &Catalog,
) {
    let Some(value) = facts.resolved.scenario.get(key) else {
        return;
    };
    let text = |text: &str| Content::Text(text.to_owned());
    let unit = unit_text(key, words);
    book.put(sheet, (row, NAME), text(&words.key_name(key)), Look::Body);
    book.put(sheet, (row, KEY), text(&key.to_string()), Look::Body);
    let number = Content::Number(shown(key, value), Format::of(key.unit()));
    book.put(sheet, (row, SCENARIO), number, Look::Changed);
    if let Some(cell) = book.sheets[sheet].cells.get_mut(&(row, SCENARIO)) {
        cell.open = Some(open_range(key));
    }
    book.put(sheet, (row, UNIT), text(&unit), Look::Body);
    book.put(
        sheet,
        (row, STATUS),
        text(&words.text("status-own")),
        Look::Body,
    );
}

/// A value as its cell holds it: totals of money in ten thousand yuan, exactly.
fn shown(key: Key, value: Decimal) -> Decimal {
    match key.unit() {
        Unit::Yuan => value / YUAN_IN_WAN,
        _ => value,
    }
}

/// Between which bounds a reader may change a cell.
fn open_range(key: Key) -> (Decimal, Decimal) {
    let (least, most) = key.range();
    (shown(key, least), shown(key, most))
}

fn unit_text(key: Key, words: &Catalog) -> String {
    match key.unit() {
        // The cells say that they are per cent.
        Unit::Share => words.text("unit-none").to_string(),
        Unit::Flag => words.text("workbook-flag").to_string(),
        unit => crate::report::tables::unit_name(words, unit).to_string(),
    }
}

fn write_row(
    book: &mut Book,
    inputs: &InputSheet,
    (key, row): (Key, u32),
    given: &Given<'_>,
    facts: &Facts,
    words: &Catalog,
) {
    let sheet = inputs.sheet;
    let Some(figure) = given.region.parameters.get(&key) else {
        write_beyond_region(book, sheet, (key, row), facts, words);
        let source = own_source(key, true, given, words).unwrap_or_default();
        book.put(sheet, (row, SOURCES), Content::Text(source), Look::Body);
        return;
    };
    let format = Format::of(key.unit());
    let changed = given.scenario.changed(key);
    let status = match figure.status {
        Status::Source => Look::Source,
        Status::Derived => Look::Derived,
        Status::Assumption => Look::Assumption,
    };
    let is_coverage = key == Key::Fixed(Fixed::Coverage);
    // The plan's coverage always is today's, also where the user assumes another one for today.
    let plan = if is_coverage {
        Content::Formula(inputs.in_force(Fixed::Coverage0.into()), format)
    } else {
        Content::Number(shown(key, figure.value), format)
    };
    let scenario = match facts.resolved.scenario.get(key) {
        _ if is_coverage && changed.is_none() => Content::Formula(inputs.plan(key), format),
        Some(value) => Content::Number(shown(key, value), format),
        None => return,
    };
    let look = if changed.is_some() {
        Look::Changed
    } else {
        status
    };
    let text = |text: &str| Content::Text(text.to_owned());
    let unit = unit_text(key, words);
    let said = match changed {
        Some(_) => words.text("status-own"),
        None => words.status(figure.status),
    };
    book.put(sheet, (row, NAME), text(&words.key_name(key)), Look::Body);
    book.put(sheet, (row, KEY), text(&key.to_string()), Look::Body);
    book.put(sheet, (row, PLAN), plan, status);
    book.put(sheet, (row, SCENARIO), scenario, look);
    if let Some(cell) = book.sheets[sheet].cells.get_mut(&(row, SCENARIO)) {
        cell.open = Some(open_range(key));
    }
    book.put(sheet, (row, UNIT), text(&unit), Look::Body);
    book.put(sheet, (row, STATUS), text(&said), Look::Body);
    if let Some((least, most)) = figure.range {
        book.put(
            sheet,
            (row, LEAST),
            Content::Number(shown(key, least), format),
            Look::Body,
        );
        book.put(
            sheet,
            (row, MOST),
            Content::Number(shown(key, most), format),
            Look::Body,
        );
    }
    let mut evidence: Vec<String> = figure
        .sources
        .iter()
        .filter_map(|id| given.region.sources.get(id))
        .map(|source| words.citation(source))
        .collect();
    evidence.extend(words.basis(figure).map(|basis| basis.into_owned()));
    // A value that was replaced no longer comes from where the region's came from.
    if changed.is_some() {
        evidence.clear();
    }
    evidence.extend(own_source(key, changed.is_some(), given, words));
    let evidence = evidence.join(&words.text("report-semicolon"));
    book.put(sheet, (row, SOURCES), text(&evidence), Look::Body);
}

/// The source of a value in the user's words; that it is the user's, where nothing was said.
fn own_source(key: Key, is_own: bool, given: &Given<'_>, words: &Catalog) -> Option<String> {
    match given.scenario.note(key) {
        Some(note) => Some(note.text().to_owned()),
        None => is_own.then(|| words.text("workbook-own-source").to_string()),
    }
}
