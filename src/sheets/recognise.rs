//! Tables on sheets: where they start and end, and what stands in them.

use std::collections::BTreeMap;

use crate::cell::{ForeignSheet, SheetCell, SheetRow};
use crate::fault::{FormProblem, quoted};
use crate::field::{Field, FormKind, Kind};
use crate::header::{self, Header, Plan};
use crate::place::CellPlace;
use crate::reading::{Answers, FoundTable, Reading, ReadingNote, SheetQuestion};
use crate::synonyms::{KnownTerm, Synonyms};
use crate::totals::{self, TotalLine};
use crate::typed::narrow;
use crate::unit::MoneyUnit;
use crate::values::{RowFindings, row_values};

mod counties;
mod figures;
mod projects;

/// Rows with something in them among which a table's header is looked for.
const HEADER_WITHIN: usize = 10;
/// The most problems that are listed.
const MOST_PROBLEMS: usize = 1_000;

/// Everything that the sheets hold of the three forms.
pub fn recognise(sheets: &[ForeignSheet], synonyms: &Synonyms, answers: &Answers) -> Reading {
    let known = KnownTerm::new(synonyms);
    let mut reader = Reader {
        known: &known,
        answers,
        reading: Reading {
            uses: answers.uses.clone(),
            ..Reading::default()
        },
        unknown_types: BTreeMap::new(),
        names: BTreeMap::new(),
    };
    for sheet in sheets {
        reader.sheet(sheet);
    }
    reader.finish()
}

/// A reading under way.
struct Reader<'a> {
    known: &'a KnownTerm<'a>,
    answers: &'a Answers,
    reading: Reading,
    /// Unknown types of projects: the first cell and how many rows.
    unknown_types: BTreeMap<String, (CellPlace, u32)>,
    /// Names of counties and numbers of projects, each with its first cell.
    names: BTreeMap<(FormKind, String), CellPlace>,
}

impl Reader<'_> {
    fn sheet(&mut self, sheet: &ForeignSheet) {
        let tables_before = self.reading.tables.len();
        let (mut at, mut unit) = (0, None);
        while let Some((start, header)) = self.next_header(sheet, at) {
            let above = sheet.rows.get(at..start).unwrap_or_default();
            unit = above
                .iter()
                .flat_map(|row| &row.cells)
                .filter_map(unit_of_cell)
                .next_back()
                .or(unit);
            at = self.table(sheet, start, &header, unit);
        }
        if self.reading.tables.len() > tables_before {
            self.hidden(sheet);
        } else if !sheet.rows.is_empty() {
            let persons = sheet
                .rows
                .iter()
                .take(HEADER_WITHIN)
                .any(header::is_of_persons);
            if persons {
                self.reading
                    .notes
                    .push(ReadingNote::Household(quoted(&sheet.name)));
            }
            self.reading.other_sheets.push(quoted(&sheet.name));
        }
    }

    /// Hidden parts of a sheet with a table: they were read all the same, and its reader is said.
    fn hidden(&mut self, sheet: &ForeignSheet) {
        let notes = &mut self.reading.notes;
        if sheet.hidden {
            notes.push(ReadingNote::HiddenSheet(quoted(&sheet.name)));
        }
        let mut rows = sheet.rows.iter().filter(|row| row.hidden);
        if let Some(first) = rows.next() {
            let count = u32::try_from(1 + rows.count()).unwrap_or(u32::MAX);
            notes.push(ReadingNote::HiddenRows(
                quoted(&sheet.name),
                count,
                first.number,
            ));
        }
        let width = sheet
            .rows
            .iter()
            .map(|row| row.cells.len())
            .max()
            .unwrap_or_default();
        let within = |column: &&u32| (**column as usize) < width;
        let columns: Vec<u32> = sheet
            .hidden_columns
            .iter()
            .filter(within)
            .copied()
            .collect();
        if !columns.is_empty() {
            notes.push(ReadingNote::HiddenColumns(quoted(&sheet.name), columns));
        }
    }

    /// The next header, if one starts within the next ten rows.
    fn next_header(&self, sheet: &ForeignSheet, from: usize) -> Option<(usize, Header)> {
        (from..sheet.rows.len().min(from + HEADER_WITHIN))
            .find_map(|at| Some((at, header::header_at(sheet, at, self.known)?)))
    }

    /// Reads a table; the place of the first row past it.
    fn table(
        &mut self,
        sheet: &ForeignSheet,
        start: usize,
        header: &Header,
        unit: Option<MoneyUnit>,
    ) -> usize {
        let first_column = header.columns.first().map_or(0, |column| column.column);
        let place = CellPlace::new(&sheet.name, sheet.rows[start].number, first_column);
        let answered = self.answers.units.get(&place.to_string()).copied();
        let unit = unit.or(answered);
        let problems = &mut self.reading.problems;
        let (columns, plans) = header::plan(sheet, header, unit, self.answers, problems);
        let mut findings = RowFindings {
            sheet: &sheet.name,
            key_column: plans
                .iter()
                .rfind(|plan| header::is_key(Some(plan.field)))
                .map_or(0, |plan| plan.column),
            problems: Vec::new(),
            negative: Vec::new(),
            without_unit: None,
        };
        let fills = Fills::of(sheet, start, &plans);
        let mut lines = Vec::new();
        let mut at = start + header.levels;
        let mut rows = 0;
        if sheet.rows.get(at).is_some_and(is_numbering) {
            at += 1;
        }
        let mut ended = false;
        while let Some(row) = sheet.rows.get(at) {
            if is_footnote(row) {
                let column = row.first_filled().unwrap_or_default();
                self.reading
                    .notes
                    .push(ReadingNote::Footnote(CellPlace::new(
                        &sheet.name,
                        row.number,
                        column,
                    )));
                ended = true;
                break;
            }
            if self.starts_another(sheet, at) {
                break;
            }
            let cell_at = |column: u32, field: Field| fills.cell(sheet, row, column, field);
            if let Some((level, label)) = totals::total_of(row) {
                // What a total's words stand in is no value, so that it is no problem either.
                let adding: Vec<Plan> = plans.iter().filter(|plan| adds(plan)).cloned().collect();
                let values = row_values(row, |column, _| row.cell(column), &adding, &mut findings);
                lines.push(TotalLine::Total(row.number, level, label, values));
            } else {
                let values = row_values(row, cell_at, &plans, &mut findings);
                let own = plans.iter().any(|plan| !row.cell(plan.column).is_empty());
                if !values.is_empty() && own {
                    let taken = match header.form {
                        FormKind::Figures => self.figure(row, &values, &plans, &mut findings),
                        FormKind::Counties => self.county(row, &values, &mut findings),
                        FormKind::Projects => self.project(row, &values, &plans, &mut findings),
                    };
                    rows += u32::from(taken);
                    if taken && header.form != FormKind::Figures {
                        lines.push(TotalLine::Values(values.numbers()));
                    }
                }
            }
            at += 1;
        }
        self.reading
            .totals
            .extend(totals::checks(&sheet.name, &plans, &lines));
        if let Some(largest) = findings.without_unit {
            self.reading.questions.push(SheetQuestion::Unit {
                place: place.clone(),
                largest,
            });
        }
        self.reading
            .notes
            .extend(findings.negative.into_iter().map(ReadingNote::Negative));
        self.take_problems(findings.problems);
        let header_rows = u32::try_from(header.levels).unwrap_or(u32::MAX);
        let form = header.form;
        self.reading.tables.push(FoundTable {
            form,
            place,
            header_rows,
            rows,
            unit,
            columns,
        });
        at + usize::from(ended)
    }

    /// Lists problems, up to a bound, past which they are counted.
    fn take_problems(&mut self, problems: Vec<FormProblem>) {
        let room = MOST_PROBLEMS.saturating_sub(self.reading.problems.len());
        let past = problems.len().saturating_sub(room);
        let past = u32::try_from(past).unwrap_or(u32::MAX);
        self.reading.more_problems = self.reading.more_problems.saturating_add(past);
        self.reading
            .problems
            .extend(problems.into_iter().take(room));
    }

    /// True where another table starts, its title and its unit included.
    fn starts_another(&self, sheet: &ForeignSheet, at: usize) -> bool {
        let looks_like = |row: &SheetRow| {
            let mut texts = row.cells.iter().filter_map(|cell| match cell {
                SheetCell::Text(text) if !text.trim().is_empty() => Some(text),
                _ => None,
            });
            let words = texts.by_ref().take(4);
            words
                .filter(|text| text.len() < 60 && self.known.is_header(text))
                .count()
                >= 2
        };
        let is_title =
            |row: &SheetRow| row.cells.iter().filter(|cell| !cell.is_empty()).count() <= 2;
        let ahead = sheet.rows.get(at..).unwrap_or_default();
        let titles = ahead.iter().take(4).take_while(|row| is_title(row)).count();
        match ahead.get(titles) {
            Some(row) if looks_like(row) => {
                header::header_at(sheet, at + titles, self.known).is_some()
            }
            _ => false,
        }
    }

    fn finish(mut self) -> Reading {
        for (text, (place, rows)) in self.unknown_types {
            let text = quoted(&text);
            self.reading
                .questions
                .push(SheetQuestion::Type { text, place, rows });
        }
        self.reading
    }
}

/// True for a column that a total adds up.
fn adds(plan: &Plan) -> bool {
    matches!(plan.field.kind(), Kind::Amount | Kind::Count)
}

fn unit_of_cell(cell: &SheetCell) -> Option<MoneyUnit> {
    match cell {
        SheetCell::Text(text) if text.len() < 600 => header::unit_in_line(text),
        _ => None,
    }
}

/// True for the line of column numbers that printed forms have below the header.
fn is_numbering(row: &SheetRow) -> bool {
    let mut last = 0_u32;
    let mut numbers = 0;
    for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
        let text = cell.text();
        let text = narrow(&text);
        match text.trim_matches(['(', ')']).parse::<u32>() {
            Ok(number) if number == last + 1 => {
                last = number;
                numbers += 1;
            }
            _ if ["甲", "乙", "丙", "丁", "栏次", "序号"].contains(&&*text) => {}
            _ => return false,
        }
    }
    numbers >= 3
}

/// True for the words below a table: notes, and who filled it in.
fn is_footnote(row: &SheetRow) -> bool {
    let mut cells = row.cells.iter().filter(|cell| !cell.is_empty());
    let Some(SheetCell::Text(first)) = cells.next() else {
        return false;
    };
    if !cells.all(|cell| matches!(cell, SheetCell::Text(_) | SheetCell::Date(_))) {
        return false;
    }
    let text = narrow(first).to_lowercase();
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let starts = [
        "注:",
        "注1",
        "注：",
        "备注:",
        "备注：",
        "说明:",
        "填表说明",
        "填表人",
        "填报人",
        "填表单位",
        "填报单位",
        "制表",
        "审核人",
        "审核:",
        "单位负责人",
        "负责人:",
        "联系人",
        "联系电话",
        "数据来源:",
        "註:",
        "備註:",
        "填報",
        "note:",
        "notes:",
        "source:",
        "preparedby",
        "filledinby",
        "※",
    ];
    starts.iter().any(|start| text.starts_with(start)) || text == "注" || text.starts_with("注.")
}

/// Vertical joins, whose value holds for each of their rows in columns of words.
struct Fills {
    /// Joined ranges by column, in order.
    joined: BTreeMap<u32, Vec<(u32, u32)>>,
}

impl Fills {
    fn of(sheet: &ForeignSheet, start: usize, plans: &[Plan]) -> Self {
        let first = sheet.rows.get(start).map_or(0, |row| row.number);
        let mut joined: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
        for each in sheet
            .merged
            .iter()
            .filter(|each| each.bottom > each.top && each.top > first)
        {
            // A range that joins columns as well holds the value of its first column alone.
            if plans.iter().any(|plan| plan.column == each.left) {
                joined
                    .entry(each.left)
                    .or_default()
                    .push((each.top, each.bottom));
            }
        }
        for ranges in joined.values_mut() {
            ranges.sort_unstable();
        }
        Self { joined }
    }

    /// A cell, or the joined cell that it is a part of. An amount that is joined is never repeated.
    fn cell<'c>(
        &self,
        sheet: &'c ForeignSheet,
        row: &'c SheetRow,
        column: u32,
        field: Field,
    ) -> &'c SheetCell {
        let own = row.cell(column);
        let repeats = matches!(field.kind(), Kind::Text | Kind::Category | Kind::Year);
        if !own.is_empty() || !repeats {
            return own;
        }
        let top = self.joined.get(&column).and_then(|ranges| {
            let place = ranges
                .partition_point(|(top, _)| *top <= row.number)
                .checked_sub(1)?;
            ranges
                .get(place)
                .filter(|(_, bottom)| row.number <= *bottom)
                .map(|(top, _)| *top)
        });
        let upper = top.and_then(|top| {
            let place = sheet
                .rows
                .binary_search_by_key(&top, |row| row.number)
                .ok()?;
            sheet.rows.get(place)
        });
        upper.map_or(own, |upper| upper.cell(column))
    }
}
