//! Levers year by year as a sheet of cells: funds with their totals, coverage and jobs down, plan years
//! across. The first column is the lever itself; what is typed into another one holds for that year alone.
//!
//! Totals are cells like others: what is typed into one is spread over its cells as on the main screen
//! ([`matrix::change`]), in that year, and the locks of the main screen hold in every year.

pub mod growth;
pub mod names;
pub mod paste;
pub mod press;

use rust_decimal::Decimal;

use crate::analysis::plausible::Unlikely;
use crate::number::Yuan;
use crate::problem::Fault;
use crate::region::Region;
use crate::region::key::{Category, Fixed, Key, Level, Unit, Yearly, cells_of_funds, funds};
use crate::scenario::Scenario;
use crate::scenario::matrix::{self, Impossible, Locks, Matrix, MatrixPart};

/// A place: row and column, counted from nothing.
pub type Place = (usize, usize);

/// A row of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridLine {
    /// A lever.
    Lever(Fixed),
    /// A total of the funds.
    Sum(MatrixPart),
}

impl GridLine {
    /// The unit of its numbers.
    pub fn unit(self) -> Unit {
        match self {
            Self::Lever(lever) => lever.row().unit,
            Self::Sum(_) => Unit::Yuan,
        }
    }

    /// The part of the funds that it is; none for coverage and jobs.
    pub fn part(self) -> Option<MatrixPart> {
        match self {
            Self::Sum(part) => Some(part),
            Self::Lever(lever) => cells_of_funds()
                .find(|(level, category)| funds(*level, *category) == lever)
                .map(|(level, category)| MatrixPart::Cell(level, category)),
        }
    }
}

/// The rows in their order: each level's cells above their total, the totals of the categories and of all,
/// then coverage and jobs.
pub fn lines() -> Vec<GridLine> {
    let level = |level: Level| {
        let cells = Category::ALL.map(|category| GridLine::Lever(funds(level, category)));
        cells
            .into_iter()
            .chain([GridLine::Sum(MatrixPart::Row(level))])
    };
    let others = Yearly::levers().filter(|lever| *lever > Fixed::FundsCountyOther);
    Level::ALL
        .into_iter()
        .flat_map(level)
        .chain(Category::ALL.map(|category| GridLine::Sum(MatrixPart::Column(category))))
        .chain([GridLine::Sum(MatrixPart::Total)])
        .chain(others.map(GridLine::Lever))
        .collect()
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GridCell {
    /// The value that holds.
    pub value: Decimal,
    /// True where the value was entered here, not carried over from elsewhere; for a total, where any of its cells
    /// was.
    pub is_own: bool,
}

/// Reasons why a cell can't take a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// The number itself.
    Fault(Fault),
    /// The total or the locks that limit this part of the funds.
    Funds(MatrixPart, Impossible),
    /// The cells beside it add up to another total.
    NotTheSum(Yuan),
    /// No row has that name.
    NoRow(String),
    /// The year is not one of the plan's.
    NoYear(String),
    /// The place is outside the sheet.
    Beside,
}

/// A cell that can't take its value, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// The cell's place; none where it is outside the sheet.
    pub place: Option<Place>,
    /// The reason.
    pub why: Why,
}

/// The sheet of a scenario.
#[derive(Clone, Copy)]
pub struct YearSheet<'a> {
    /// The region.
    pub region: &'a Region,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The locked parts of the funds.
    pub locks: &'a Locks,
}

impl YearSheet<'_> {
    /// Number of rows and of columns.
    pub fn size(&self) -> (usize, usize) {
        (lines().len(), self.region.years.plan().len())
    }

    /// The key of a lever in a column; none outside the sheet.
    fn key_of(&self, lever: Fixed, column: usize) -> Option<Key> {
        let year = self.region.years.plan().nth(column)?;
        Some(match column {
            0 => lever.into(),
            _ => Key::Yearly(Yearly::Lever(lever), year),
        })
    }

    /// The remark on a lever's cell that differs from the plan and is hardly plausible.
    pub fn unlikely(&self, place: Place) -> Option<Unlikely> {
        let GridLine::Lever(lever) = *lines().get(place.0)? else {
            return None;
        };
        let key = self.key_of(lever, place.1)?;
        let plan = self.region.values().fixed(lever);
        let value = self.cell(place)?.value;
        let found = (value != plan).then(|| Unlikely::of(self.region, self.scenario, key, value));
        found.flatten()
    }

    /// The keys behind a place: one of a lever, those of its cells of a total, none outside the sheet.
    pub fn keys(&self, (row, column): Place) -> Vec<Key> {
        let key = |lever: Fixed| self.key_of(lever, column);
        match lines().get(row) {
            Some(GridLine::Lever(lever)) => key(*lever).into_iter().collect(),
            Some(GridLine::Sum(part)) => levers_of(*part).into_iter().filter_map(key).collect(),
            None => Vec::new(),
        }
    }

    /// The cell at a place; none outside the sheet.
    pub fn cell(&self, place: Place) -> Option<GridCell> {
        let keys = self.keys(place);
        let value = |key: &Key| self.scenario.value(self.region, *key);
        let is_own = |key: &Key| self.scenario.changed(*key).is_some();
        (!keys.is_empty()).then(|| GridCell {
            value: keys.iter().filter_map(value).sum(),
            is_own: keys.iter().any(is_own),
        })
    }

    /// The funds of one column.
    fn matrix(&self, column: usize) -> Matrix {
        Level::ALL.map(|level| {
            Category::ALL.map(|category| {
                let key = self.key_of(funds(level, category), column);
                let value = key.and_then(|key| self.scenario.value(self.region, key));
                Yuan(value.unwrap_or_default())
            })
        })
    }

    /// The scenario with one cell put.
    ///
    /// # Errors
    /// The reasons, with their places: a lock may prevent it in a later year, which follows.
    pub fn put(&self, (row, column): Place, value: Decimal) -> Result<Scenario, Vec<Wrong>> {
        let mut next = self.scenario.clone();
        let mut wrong = self.put_column(&mut next, column, &[(row, value)]);
        if wrong.is_empty() {
            wrong = self.broken_locks(&next);
        }
        done(next, wrong)
    }

    /// The scenario with the cells between two corners taken back.
    ///
    /// # Errors
    /// The locks that prevent it.
    pub fn clear(&self, corners: (Place, Place)) -> Result<Scenario, Vec<Wrong>> {
        let mut next = self.scenario.clone();
        for key in between(corners).flat_map(|place| self.keys(place)) {
            next.revert(self.region, key);
        }
        let wrong = self.broken_locks(&next);
        done(next, wrong)
    }

    /// A block of cells as text: tabs between columns, lines between rows, plain numbers in the units that are
    /// shown, so that a spreadsheet takes it.
    pub fn copy(&self, corners: (Place, Place), write: impl Fn(Unit, Decimal) -> String) -> String {
        let ((top, left), (bottom, right)) = ordered(corners);
        let lines = lines();
        let text = |place: Place| {
            let (line, cell) = (lines.get(place.0)?, self.cell(place)?);
            Some(write(line.unit(), cell.value))
        };
        let line = |row: usize| {
            let cells = (left..=right).map(|column| text((row, column)).unwrap_or_default());
            cells.collect::<Vec<_>>().join("\t")
        };
        (top..=bottom).map(line).collect::<Vec<_>>().join("\n")
    }

    /// Puts values into the rows of one column: the levers first, then the totals, each over those of its cells
    /// that were not put themselves. A single part of the funds is put as on the main screen, so that locked
    /// totals have other cells give way.
    fn put_column(
        &self,
        next: &mut Scenario,
        column: usize,
        wanted: &[(usize, Decimal)],
    ) -> Vec<Wrong> {
        let lines = lines();
        let mut wrong = Vec::new();
        let mut wanted: Vec<(usize, GridLine, Decimal)> = wanted
            .iter()
            .filter_map(|(row, value)| Some((*row, *lines.get(*row)?, *value)))
            .collect();
        wanted.sort_by_key(|(row, line, _)| (matches!(line, GridLine::Sum(_)), *row));
        let of_funds = wanted.iter().filter(|(_, line, _)| line.part().is_some());
        let is_single = of_funds.count() == 1;
        let mut locks = self.locks.clone();
        let mut put = Vec::new();
        for (row, line, value) in wanted {
            let at = Some((row, column));
            let mut refuse = |why| wrong.push(Wrong { place: at, why });
            let part = line.part();
            if let Some(part) = part.filter(|_| is_single || matches!(line, GridLine::Sum(_))) {
                let now = YearSheet {
                    scenario: next,
                    ..*self
                };
                let present = now.matrix(column);
                let differs = (part.of(&present).exact() - value).abs();
                let own = levers_of(part);
                let has_all = !is_single && own.iter().all(|lever| put.contains(lever));
                // Rounded cells add up to a rounded total to within half of ten thousand yuan each.
                if has_all && differs > Decimal::from(5_000 * own.len()) {
                    refuse(Why::NotTheSum(part.of(&present)));
                } else if !has_all {
                    match matrix::change(&present, &self.usual(), &locks, part, Yuan(value)) {
                        Ok(matrix) => self.write(next, column, &present, &matrix),
                        Err(impossible) => {
                            refuse(Why::Funds(part, impossible));
                            continue;
                        }
                    }
                }
                hold(&mut locks, part);
            }
            if let GridLine::Lever(lever) = line
                && let Some(key) = self.key_of(lever, column)
            {
                match next.set(self.region, key, value) {
                    Ok(()) => put.push(lever),
                    Err(fault) => refuse(Why::Fault(fault)),
                }
                if let Some(part) = part {
                    hold(&mut locks, part);
                }
            }
        }
        wrong
    }

    /// Writes the cells that a change of the funds moved.
    fn write(&self, next: &mut Scenario, column: usize, before: &Matrix, after: &Matrix) {
        for (level, category) in cells_of_funds() {
            let (row, place) = (level as usize, category as usize);
            let key = self.key_of(funds(level, category), column);
            if let Some(key) = key.filter(|_| before[row][place] != after[row][place]) {
                let set = next.set(self.region, key, after[row][place].exact());
                debug_assert!(set.is_ok(), "the matrix keeps cells in range");
            }
        }
    }

    /// The plan's funds.
    fn usual(&self) -> Matrix {
        let values = self.region.values();
        Level::ALL
            .map(|level| Category::ALL.map(|category| Yuan(values.fixed(funds(level, category)))))
    }

    /// The locked parts that are another amount in another scenario, each where it is so first.
    fn broken_locks(&self, other: &Scenario) -> Vec<Wrong> {
        let after = YearSheet {
            scenario: other,
            ..*self
        };
        let lines = lines();
        let years = self.region.years.plan().len();
        let mut wrong = Vec::new();
        for part in self.locks.iter() {
            let is_moved =
                |column: &usize| part.of(&self.matrix(*column)) != part.of(&after.matrix(*column));
            let row = lines.iter().position(|line| line.part() == Some(part));
            if let Some(place) = row.zip((0..years).find(is_moved)) {
                wrong.push(Wrong {
                    place: Some(place),
                    why: Why::Funds(part, Impossible::Locked),
                });
            }
        }
        wrong
    }
}

/// Keeps what was put from being moved by the totals that follow.
fn hold(locks: &mut Locks, part: MatrixPart) {
    if !locks.contains(part) {
        locks.toggle(part);
    }
}

fn done(next: Scenario, wrong: Vec<Wrong>) -> Result<Scenario, Vec<Wrong>> {
    if wrong.is_empty() {
        Ok(next)
    } else {
        Err(wrong)
    }
}

/// The levers that a part of the funds adds up.
pub fn levers_of(part: MatrixPart) -> Vec<Fixed> {
    let holds = |(level, category): &(Level, Category)| match part {
        MatrixPart::Cell(own, of) => *level == own && *category == of,
        MatrixPart::Row(own) => *level == own,
        MatrixPart::Column(of) => *category == of,
        MatrixPart::Total => true,
    };
    let levers = cells_of_funds().filter(holds);
    levers
        .map(|(level, category)| funds(level, category))
        .collect()
}

/// Two corners, the upper left one first.
pub fn ordered(((r1, c1), (r2, c2)): (Place, Place)) -> (Place, Place) {
    ((r1.min(r2), c1.min(c2)), (r1.max(r2), c1.max(c2)))
}

fn between(corners: (Place, Place)) -> impl Iterator<Item = Place> {
    let ((top, left), (bottom, right)) = ordered(corners);
    (top..=bottom).flat_map(move |row| (left..=right).map(move |column| (row, column)))
}

#[cfg(test)]
mod tests;
