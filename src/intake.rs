//! Spreadsheets on their way into the calculator, as the page and a worker exchange them: the worker keeps the
//! file's rows, and the page gets a preview that it can show.

use serde::{Deserialize, Serialize};
use zengshou_sheets::{
    Answers, CellPlace, ColumnUse, ForeignSheet, FormProblem, FoundTable, ReadFault, Reading,
    ReadingNote, SheetQuestion, Synonyms, TotalCheck, TypeTable, Wanted, quoted, read_file,
    read_pasted, recognise,
};

pub mod desk;
mod filled;

pub use filled::{ChangeLine, FilledPreview, IntakeSetting, SheetFilling};

/// The most problems, remarks and differing totals that a preview lists each.
pub const MOST_LISTED: usize = 200;
/// The most questions that a preview asks.
pub const MOST_QUESTIONS: usize = 50;
/// The most columns of a table that a preview shows.
pub const MOST_COLUMNS: usize = 300;
/// The most tables that a preview shows.
pub const MOST_TABLES: usize = 50;
/// Rows of each table that a preview shows.
const FIRST_ROWS: usize = 8;

/// The reader's say on a file: answers to its questions, and words remembered from earlier files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntakeChoices {
    /// Answers about this file.
    pub answers: Answers,
    /// Words remembered in this browser.
    pub synonyms: Synonyms,
}

/// A worker's reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntakeReply {
    /// The content of the file.
    Preview(Box<Preview>),
    /// The file can't be read.
    Unread(ReadFault),
    /// The region that the file means, which is now to be kept.
    Taken(TakenRegion),
    /// Nothing was opened that could be looked at; a fault of the page.
    Nothing,
}

/// A region that was taken from a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenRegion {
    /// Its identifier.
    pub id: String,
    /// Its file.
    pub text: String,
}

/// The content of a file, short enough to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// The first tables.
    pub tables: Vec<TablePreview>,
    /// Tables past those.
    pub more_tables: u32,
    /// Sheets without a table of a known form.
    pub other_sheets: Vec<String>,
    /// Rows of figures.
    pub figures: u32,
    /// Rows of counties.
    pub counties: u32,
    /// Rows of projects.
    pub projects: u32,
    /// Totals that differ from their parts.
    pub totals: Vec<TotalCheck>,
    /// Differing totals past those.
    pub more_totals: u32,
    /// Totals that equal their parts.
    pub fitting_totals: u32,
    /// Questions, the answered ones included.
    pub questions: Vec<SheetQuestion>,
    /// Questions past those.
    pub more_questions: u32,
    /// Questions without an answer.
    pub open_questions: u32,
    /// Problems.
    pub problems: Vec<FormProblem>,
    /// Problems past those.
    pub more_problems: u32,
    /// Remarks.
    pub notes: Vec<ReadingNote>,
    /// Remarks past those.
    pub more_notes: u32,
    /// The projects by their types.
    pub types: TypeTable,
    /// The region that the file means.
    pub filled: FilledPreview,
}

/// A table with its first rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TablePreview {
    /// The table; its columns cut to those that are shown.
    pub table: FoundTable,
    /// Columns past those.
    pub more_columns: u32,
    /// The rows that follow the header, each with a text for each column; nothing of a dropped column.
    pub first_rows: Vec<Vec<String>>,
}

/// An opened file.
pub struct Intake {
    sheets: Vec<ForeignSheet>,
    /// Questions that were asked so far, so that an answer can be changed.
    asked: Vec<SheetQuestion>,
    reading: Reading,
    filling: SheetFilling,
    /// The region that the last look found ready to be taken.
    taken: Option<TakenRegion>,
}

impl Intake {
    /// Opens a file, to be read beside a region.
    ///
    /// # Errors
    /// The fault for which it can't be read.
    pub fn file(bytes: &[u8], name: &str, filling: SheetFilling) -> Result<Self, ReadFault> {
        Ok(Self::of(read_file(bytes, name)?, filling))
    }

    /// Opens a pasted block.
    ///
    /// # Errors
    /// The fault for which it can't be read.
    pub fn pasted(text: &str, filling: SheetFilling) -> Result<Self, ReadFault> {
        let sheets = read_pasted(text)?;
        if sheets.is_empty() {
            return Err(ReadFault::Empty);
        }
        Ok(Self::of(sheets, filling))
    }

    fn of(sheets: Vec<ForeignSheet>, filling: SheetFilling) -> Self {
        Self {
            sheets,
            asked: Vec::new(),
            reading: Reading::default(),
            filling,
            taken: None,
        }
    }

    /// Everything that was read at the last look.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Reads the sheets under the reader's choices.
    pub fn look(&mut self, choices: &IntakeChoices) -> Preview {
        self.reading = recognise(&self.sheets, &choices.synonyms, &choices.answers);
        self.ask(&choices.answers);
        let (filled, own) = self.filling.fill(&self.reading);
        self.taken = own.map(|own| TakenRegion {
            id: own.id.clone(),
            text: own.write(),
        });
        Preview {
            filled,
            types: self.filling.types(&self.reading),
            ..self.preview()
        }
    }

    /// The region that the last look found ready to be taken.
    pub fn taken(&self) -> Option<&TakenRegion> {
        self.taken.as_ref()
    }

    /// Keeps the questions that are open or answered, in the order in which they were first asked.
    fn ask(&mut self, answers: &Answers) {
        let open = &self.reading.questions;
        self.asked
            .retain(|question| open.contains(question) || is_answered(question, answers));
        for question in open {
            if !self.asked.contains(question) {
                self.asked.push(question.clone());
            }
        }
    }

    fn preview(&self) -> Preview {
        let reading = &self.reading;
        let (differing, fitting): (Vec<&TotalCheck>, Vec<&TotalCheck>) = reading
            .totals
            .iter()
            .partition(|check| !check.difference.is_zero());
        // An unknown type is asked about, not blamed.
        let problems: Vec<FormProblem> = reading
            .problems
            .iter()
            .filter(|problem| !self.is_asked(problem))
            .cloned()
            .collect();
        let (problems, past) = listed(&problems, MOST_LISTED);
        let (notes, more_notes) = listed(&reading.notes, MOST_LISTED);
        let (questions, more_questions) = listed(&self.asked, MOST_QUESTIONS);
        let (other_sheets, _) = listed(&reading.other_sheets, MOST_LISTED);
        Preview {
            tables: reading
                .tables
                .iter()
                .take(MOST_TABLES)
                .map(|table| self.table(table))
                .collect(),
            more_tables: count(reading.tables.len().saturating_sub(MOST_TABLES)),
            other_sheets,
            figures: count(reading.figures.len()),
            counties: count(reading.counties.len()),
            projects: count(reading.projects.len()),
            totals: differing
                .iter()
                .take(MOST_LISTED)
                .copied()
                .cloned()
                .collect(),
            more_totals: count(differing.len().saturating_sub(MOST_LISTED)),
            fitting_totals: count(fitting.len()),
            questions,
            more_questions,
            open_questions: count(reading.questions.len()),
            problems,
            more_problems: reading.more_problems.saturating_add(past),
            notes,
            more_notes,
            types: TypeTable::default(),
            filled: FilledPreview::default(),
        }
    }

    /// True for a problem that an open question is about.
    fn is_asked(&self, problem: &FormProblem) -> bool {
        problem.wanted == Wanted::ProjectType
            && self.reading.questions.iter().any(
                |question| matches!(question, SheetQuestion::Type { text, .. } if *text == problem.found),
            )
    }

    fn table(&self, table: &FoundTable) -> TablePreview {
        let (columns, more_columns) = listed(&table.columns, MOST_COLUMNS);
        let sheet = self
            .sheets
            .iter()
            .find(|sheet| sheet.name == table.place.sheet);
        let first = table.place.row.saturating_add(table.header_rows);
        let rows = sheet.map_or(&[][..], |sheet| {
            let at = sheet.rows.partition_point(|row| row.number < first);
            sheet.rows.get(at..).unwrap_or_default()
        });
        let next = self.next_table(&table.place);
        let first_rows = rows
            .iter()
            .take_while(|row| next.is_none_or(|next| row.number < next))
            .take(FIRST_ROWS);
        let first_rows = first_rows.map(|row| {
            let cells = columns.iter().map(|column| match column.used {
                ColumnUse::Dropped(_) => String::new(),
                ColumnUse::Field(_) | ColumnUse::Surplus => {
                    quoted(&row.cell(column.place.column).text())
                }
            });
            cells.collect()
        });
        TablePreview {
            first_rows: first_rows.collect(),
            more_columns,
            table: FoundTable {
                columns,
                ..table.clone()
            },
        }
    }

    /// The row in which the next table of a sheet starts.
    fn next_table(&self, place: &CellPlace) -> Option<u32> {
        let others = self.reading.tables.iter().map(|table| &table.place);
        let below = others.filter(|other| other.sheet == place.sheet && other.row > place.row);
        below.map(|other| other.row).min()
    }
}

/// True where an answer to a question is given.
fn is_answered(question: &SheetQuestion, answers: &Answers) -> bool {
    match question {
        SheetQuestion::AmountScale { place, .. } => answers.scales.contains_key(&place.to_string()),
        SheetQuestion::Operating { place, .. } => {
            answers.operating.contains_key(&place.to_string())
        }
        SheetQuestion::Unit { place, .. } => answers.units.contains_key(&place.to_string()),
        SheetQuestion::Type { text, .. } => answers.types.contains_key(text),
    }
}

/// The first of a list, and the number of those past them.
fn listed<T: Clone>(all: &[T], most: usize) -> (Vec<T>, u32) {
    let past = all.len().saturating_sub(most);
    (all.iter().take(most).cloned().collect(), count(past))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
