//! Blocks of text put into the sheet: where each of their cells goes, what can't be taken, and whether the
//! reader has to see it first.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::growth::filled_rows;
use super::names::{HeadNames, Heads, heads};
use super::{GridLine, Place, Why, Wrong, YearSheet, levers_of, lines, ordered};
use crate::i18n::Catalog;
use crate::i18n::input::read_typed;
use crate::problem::{Fault, quote};
use crate::scenario::Scenario;
use crate::scenario::matrix::MatrixPart;

/// The longest text that is pasted, in bytes.
pub const MOST_BYTES: usize = 64 * 1024;

/// A cell of the block.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// Its place in the block, line and column counted from 0.
    pub from: (usize, usize),
    /// The place it goes to; none outside the sheet.
    pub to: Option<Place>,
    /// Its text, cut to a length that can be shown.
    pub text: String,
    /// The outcome for it.
    pub comes: Comes,
}

/// The outcome for a cell of a block.
#[derive(Clone, Debug, PartialEq)]
pub enum Comes {
    /// It is put.
    Put(Decimal),
    /// It is the total of cells that are put, and agrees with them.
    Agrees,
    /// It can't be put.
    Refused(Why),
}

/// A block that is ready to be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The scenario with all of it that can be put.
    pub scenario: Scenario,
    /// The corners of what it is put over.
    pub over: (Place, Place),
    /// Its cells, without the empty ones.
    pub cells: Vec<Pasted>,
    /// The years and names recognized at its edges.
    pub heads: Heads,
    /// True where lines skip the totals of the sheet, since the block has none.
    pub skips_totals: bool,
    /// True where there are names at its left that no row has.
    pub has_foreign_names: bool,
}

impl Block {
    /// Number of cells that are put.
    pub fn put(&self) -> usize {
        let is_put = |cell: &&Pasted| matches!(cell.comes, Comes::Put(_));
        self.cells.iter().filter(is_put).count()
    }

    /// Number of totals that agree with their cells.
    pub fn agreeing(&self) -> usize {
        let agrees = |cell: &&Pasted| cell.comes == Comes::Agrees;
        self.cells.iter().filter(agrees).count()
    }

    /// The cells that can't be put, each with its reason.
    pub fn refused(&self) -> impl Iterator<Item = (&Pasted, &Why)> {
        self.cells.iter().filter_map(|cell| match &cell.comes {
            Comes::Refused(why) => Some((cell, why)),
            _ => None,
        })
    }

    /// True where the block can be put at once; else the reader sees first where each cell goes.
    pub fn fits(&self) -> bool {
        let is_guess = self.skips_totals || self.has_foreign_names || self.heads.is_guessed;
        let is_clear = !is_guess && !self.mixes();
        is_clear && self.refused().next().is_none()
    }

    /// True where a total is put together with some of its own cells, which may be meant otherwise.
    fn mixes(&self) -> bool {
        let lines = lines();
        let put = |cell: &Pasted| cell.to.filter(|_| matches!(cell.comes, Comes::Put(_)));
        let put: Vec<Place> = self.cells.iter().filter_map(put).collect();
        put.iter().any(|(row, column)| match lines[*row] {
            GridLine::Sum(part) => levers_of(part).into_iter().any(|lever| {
                let is_cell =
                    |(row, at): &Place| at == column && lines[*row] == GridLine::Lever(lever);
                put.iter().any(is_cell)
            }),
            GridLine::Lever(_) => false,
        })
    }
}

impl YearSheet<'_> {
    /// A block of text over what is chosen. Years in its head and names at its left, in any of the languages, say where it goes; without
    /// them it goes from the upper left corner on, and one that goes evenly into what is chosen is repeated
    /// there. An empty cell leaves what is there.
    ///
    /// # Errors
    /// The fault of a text that is too long; none of it was read.
    pub fn paste(
        &self,
        corners: (Place, Place),
        text: &str,
        languages: &[&Catalog],
    ) -> Result<Block, Fault> {
        if text.len() > MOST_BYTES {
            return Err(Fault::TooLong(MOST_BYTES));
        }
        let block = cells_of(text);
        let heads = heads(&block, languages);
        let (body, left) = (&block[heads.top..], heads.left);
        let corners = ordered(corners);
        let places = |skips_totals: bool| {
            let rows = match &heads.rows {
                Some(_) => None,
                None => Some(rows_from(corners.0.0, body.len(), skips_totals)),
            };
            self.placed(&heads, body, corners, rows.as_deref())
        };
        let mut taken = self.taken(places(false));
        let disagrees =
            |cell: &Pasted| matches!(cell.comes, Comes::Refused(Why::NotTheSum(_) | Why::Beside));
        let mut skips_totals = false;
        // Without totals of its own a block goes past those of the sheet.
        if heads.rows.is_none() && taken.0.iter().any(disagrees) {
            let past = self.taken(places(true));
            if refused(&past.0) < refused(&taken.0) {
                (taken, skips_totals) = (past, true);
            }
        }
        let (cells, scenario) = taken;
        let over = cells.iter().filter_map(|cell| cell.to).fold(
            None,
            |over: Option<(Place, Place)>, to @ (row, column)| {
                let ((top, left), (bottom, right)) = over.unwrap_or((to, to));
                Some((
                    (top.min(row), left.min(column)),
                    (bottom.max(row), right.max(column)),
                ))
            },
        );
        let over = over.unwrap_or(corners);
        let has_foreign_names = left > 0 && heads.rows.is_none();
        Ok(Block {
            scenario,
            over,
            cells,
            heads,
            skips_totals,
            has_foreign_names,
        })
    }

    /// The cells of a block that aren't empty, with their places. `rows` are those of its lines; none where
    /// they go by name.
    fn placed(
        &self,
        heads: &Heads,
        body: &[Vec<String>],
        ((top, left), (bottom, right)): (Place, Place),
        rows: Option<&[usize]>,
    ) -> Vec<Pasted> {
        let width = body.iter().map(Vec::len).max().unwrap_or(0);
        let width = width.saturating_sub(heads.left);
        let (lines, columns) = (bottom - top + 1, right - left + 1);
        let is_plain = heads.rows.is_none() && heads.years.is_none() && heads.left == 0;
        let fits = is_plain
            && width > 0
            && lines.is_multiple_of(body.len())
            && columns.is_multiple_of(width);
        let (lines, columns) = match fits {
            true => (lines, columns),
            false => (body.len(), width),
        };
        let is_repeated = lines > body.len();
        // A total follows where its cells are filled.
        let filled = filled_rows(top, top + lines.saturating_sub(1));
        let follows = |line: usize| is_repeated && filled.iter().all(|(row, _)| *row != top + line);
        let mut used = BTreeSet::new();
        let (rows_here, years) = self.size();
        let first = self.region.years.first_plan;
        let mut cells = Vec::new();
        for line in 0..lines {
            for column in 0..columns {
                let from = (line % body.len(), column % width + heads.left);
                let text = body[from.0].get(from.1).map_or("", String::as_str);
                if text.is_empty() || follows(line) {
                    continue;
                }
                let row = match (&heads.rows, rows) {
                    (Some(names), _) => match &names[line] {
                        HeadNames::Row(row) => Ok(*row),
                        HeadNames::Unknown(name) => Err(Why::NoRow(quote(name))),
                        HeadNames::Nothing => Err(Why::NoRow(String::new())),
                    },
                    // What is repeated goes over every row that is chosen.
                    (None, Some(rows)) if !is_repeated => {
                        rows.get(line).copied().ok_or(Why::Beside)
                    }
                    _ => Ok(top + line),
                };
                let column = match &heads.years {
                    Some(years) => match years[column] {
                        Some(year) if year >= first => Ok(usize::from(year - first)),
                        Some(year) => Err(Why::NoYear(year.to_string())),
                        None => Err(Why::NoYear(String::new())),
                    },
                    None => Ok(left + column),
                };
                let column = column.and_then(|column| match &heads.years {
                    Some(_) if column >= years => {
                        let year = first + column as crate::region::key::Year;
                        Err(Why::NoYear(year.to_string()))
                    }
                    _ => Ok(column),
                });
                let place = row.and_then(|row| Ok((row, column?)));
                let place = place.and_then(|(row, column)| {
                    let is_inside = row < rows_here && column < years;
                    is_inside.then_some((row, column)).ok_or(Why::Beside)
                });
                let unit = |row: usize| super::lines()[row].unit();
                let (to, comes) = match place {
                    Err(why) => (None, Comes::Refused(why)),
                    Ok(to) if !used.insert(to) => {
                        (Some(to), Comes::Refused(Why::Fault(Fault::Duplicate)))
                    }
                    Ok(to) => match read_typed(unit(to.0), text) {
                        Ok(value) => (Some(to), Comes::Put(value)),
                        Err(fault) => (Some(to), Comes::Refused(Why::Fault(fault))),
                    },
                };
                cells.push(Pasted {
                    from: (from.0 + heads.top, from.1),
                    to,
                    text: quote(text),
                    comes,
                });
            }
        }
        cells
    }

    /// The outcome for cells with their places, and the scenario with them. A column whose locks would break is
    /// left as it was.
    fn taken(&self, mut cells: Vec<Pasted>) -> (Vec<Pasted>, Scenario) {
        let mut scenario = self.scenario.clone();
        let lines = lines();
        for column in 0..self.size().1 {
            let values = |cells: &[Pasted]| -> Vec<(usize, Decimal)> {
                let of_column = cells
                    .iter()
                    .filter_map(|cell| match (cell.to, &cell.comes) {
                        (Some((row, at)), Comes::Put(value)) if at == column => Some((row, *value)),
                        _ => None,
                    });
                of_column.collect()
            };
            let mut next = scenario.clone();
            let wrong = self.put_column(&mut next, column, &values(&cells));
            refuse(&mut cells, &wrong);
            let broken = self.broken_locks(&next);
            if let Some(Wrong { why, .. }) = broken.first() {
                let touched = |cell: &&mut Pasted| {
                    cell.to
                        .is_some_and(|(row, at)| at == column && lines[row].part().is_some())
                        && matches!(cell.comes, Comes::Put(_))
                };
                for cell in cells.iter_mut().filter(touched) {
                    cell.comes = Comes::Refused(why.clone());
                }
                next = scenario.clone();
                let wrong = self.put_column(&mut next, column, &values(&cells));
                refuse(&mut cells, &wrong);
            }
            scenario = next;
            let put: Vec<usize> = values(&cells).into_iter().map(|(row, _)| row).collect();
            for cell in &mut cells {
                let sum = cell.to.filter(|(_, at)| *at == column);
                let sum = sum.and_then(|(row, _)| match lines[row] {
                    GridLine::Sum(part) => Some(part),
                    GridLine::Lever(_) => None,
                });
                if matches!(cell.comes, Comes::Put(_)) && sum.is_some_and(|part| covers(part, &put))
                {
                    cell.comes = Comes::Agrees;
                }
            }
        }
        (cells, scenario)
    }
}

/// Number of cells that are refused.
fn refused(cells: &[Pasted]) -> usize {
    let is_refused = |cell: &&Pasted| matches!(cell.comes, Comes::Refused(_));
    cells.iter().filter(is_refused).count()
}

/// True where every cell of a total is among the rows.
fn covers(part: MatrixPart, rows: &[usize]) -> bool {
    let lines = lines();
    let is_put = |lever| rows.iter().any(|row| lines[*row] == GridLine::Lever(lever));
    levers_of(part).into_iter().all(is_put)
}

fn refuse(cells: &mut [Pasted], wrong: &[Wrong]) {
    for cell in cells {
        let found = wrong
            .iter()
            .find(|wrong| wrong.place.is_some() && wrong.place == cell.to);
        if let Some(found) = found.filter(|_| matches!(cell.comes, Comes::Put(_))) {
            cell.comes = Comes::Refused(found.why.clone());
        }
    }
}

/// The given number of rows from one on, past the totals or not; fewer where the sheet ends.
fn rows_from(first: usize, count: usize, skips_totals: bool) -> Vec<usize> {
    let lines = lines();
    let is_taken = |row: &usize| !skips_totals || matches!(lines[*row], GridLine::Lever(_));
    (first..lines.len()).filter(is_taken).take(count).collect()
}

/// The cells of a text as spreadsheets write it: tabs between columns, lines between rows; a cell in quotation
/// marks may hold both. Spaces around a cell are no part of it.
fn cells_of(text: &str) -> Vec<Vec<String>> {
    let mut block = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(cell) = block.last_mut().and_then(|line| line.last_mut()) else {
            break;
        };
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\t' if !is_quoted => {
                if let Some(line) = block.last_mut() {
                    line.push(String::new());
                }
            }
            '\r' => {}
            '\n' if !is_quoted => block.push(vec![String::new()]),
            letter => cell.push(letter),
        }
    }
    let is_empty = |line: &Vec<String>| line.iter().all(|cell| cell.trim().is_empty());
    while block.last().is_some_and(is_empty) {
        block.pop();
    }
    for cell in block.iter_mut().flatten() {
        *cell = cell.trim().to_owned();
    }
    block
}
