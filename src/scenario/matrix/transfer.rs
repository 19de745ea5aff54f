//! Money moved from one cell to another, in one step.

use super::{Locks, Matrix, Part, atoms, yuan};
use crate::number::{MONEY_PLACES, Yuan};
use crate::region::key::{Category, Level};

use super::circulation::CEILING;

/// A cell: who pays, and for what.
pub type Cell = (Level, Category);

/// Why money can't be moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmovable {
    /// Both cells are the same.
    SameCell,
    /// No amount above nought.
    NoAmount,
    /// Money has no more digits than fen.
    MoreDigitsThanFen,
    /// The first cell has less than that.
    Short(Yuan),
    /// The second cell would leave its range.
    AboveRange,
    /// These parts would change and are locked.
    Locked(Vec<Part>),
}

/// The matrix with an amount moved from one cell to another. No other cell changes, and the grand total stays;
/// within a row or a column its total stays too.
///
/// # Errors
/// [`Unmovable`] says why it can't be.
pub fn transfer(
    matrix: &Matrix,
    locks: &Locks,
    from: Cell,
    to: Cell,
    amount: Yuan,
) -> Result<Matrix, Unmovable> {
    if from == to {
        return Err(Unmovable::SameCell);
    }
    if amount <= Yuan::ZERO {
        return Err(Unmovable::NoAmount);
    }
    let gives = Part::Cell(from.0, from.1).of(matrix);
    // All that a cell has can be moved, to the last digit that it came with.
    if amount.exact().normalize().scale() > MONEY_PLACES && amount != gives {
        return Err(Unmovable::MoreDigitsThanFen);
    }
    let locked: Vec<Part> = touched(from, to)
        .into_iter()
        .filter(|part| locks.contains(*part))
        .collect();
    if !locked.is_empty() {
        return Err(Unmovable::Locked(locked));
    }
    if amount > gives {
        return Err(Unmovable::Short(gives));
    }
    let gets = Part::Cell(to.0, to.1).of(matrix);
    let sum = atoms(gets).zip(atoms(amount)).map(|(has, more)| has + more);
    let sum = sum
        .filter(|sum| *sum <= CEILING)
        .ok_or(Unmovable::AboveRange)?;
    let mut next = *matrix;
    next[from.0 as usize][from.1 as usize] = gives - amount;
    next[to.0 as usize][to.1 as usize] = yuan(sum);
    Ok(next)
}

/// The parts that money moved from one cell to another changes.
fn touched(from: Cell, to: Cell) -> Vec<Part> {
    let mut parts = vec![Part::Cell(from.0, from.1), Part::Cell(to.0, to.1)];
    if from.0 != to.0 {
        parts.extend([Part::Row(from.0), Part::Row(to.0)]);
    }
    if from.1 != to.1 {
        parts.extend([Part::Column(from.1), Part::Column(to.1)]);
    }
    parts
}

/// Where the money of a change went beside the part that was changed, or came from, and the locks that sent it
/// there; nothing where the change stayed within its own part.
pub fn elsewhere(
    before: &Matrix,
    after: &Matrix,
    locks: &Locks,
    part: Part,
) -> (Vec<(Cell, Yuan)>, Vec<Part>) {
    let is_own = |cell: Cell| match part {
        Part::Cell(level, category) => cell == (level, category),
        Part::Row(level) => cell.0 == level,
        Part::Column(category) => cell.1 == category,
        Part::Total => true,
    };
    let cells = Level::ALL
        .into_iter()
        .flat_map(|level| Category::ALL.map(|category| (level, category)));
    let moved = cells
        .filter(|cell| !is_own(*cell))
        .filter_map(|cell| {
            let of = |matrix: &Matrix| Part::Cell(cell.0, cell.1).of(matrix);
            let change = of(after) - of(before);
            (change != Yuan::ZERO).then_some((cell, change))
        })
        .collect();
    let holds = |lock: &Part| match (part, *lock) {
        (_, Part::Total) => true,
        (Part::Cell(level, _), Part::Row(locked)) => locked == level,
        (Part::Cell(_, category), Part::Column(locked)) => locked == category,
        (Part::Row(_), Part::Column(_)) | (Part::Column(_), Part::Row(_)) => true,
        _ => false,
    };
    (moved, locks.iter().filter(holds).collect())
}
