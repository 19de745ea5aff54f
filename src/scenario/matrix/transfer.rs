//! Money moved from one cell to another, in one step.

use super::{Locks, Matrix, MatrixPart, atoms, yuan};
use crate::number::{MONEY_PLACES, Yuan};
use crate::region::key::{Category, Level};

use super::circulation::CEILING;

/// A cell: who pays, and for what.
pub type MatrixCell = (Level, Category);

/// The reason for an impossible transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmovable {
    /// Both cells are the same.
    SameCell,
    /// No amount above zero.
    NoAmount,
    /// Money has no more digits than fen.
    MoreDigitsThanFen,
    /// The first cell has less than that.
    Short(Yuan),
    /// The second cell would leave its range.
    AboveRange,
    /// These parts would change and are locked.
    Locked(Vec<MatrixPart>),
}

/// The matrix with an amount moved from one cell to another. No other cell changes, and the grand total stays;
/// within a row or a column its total stays too.
///
/// # Errors
/// [`Unmovable`] says why it can't be.
pub fn transfer(
    matrix: &Matrix,
    locks: &Locks,
    from: MatrixCell,
    to: MatrixCell,
    amount: Yuan,
) -> Result<Matrix, Unmovable> {
    if from == to {
        return Err(Unmovable::SameCell);
    }
    if amount <= Yuan::ZERO {
        return Err(Unmovable::NoAmount);
    }
    let gives = MatrixPart::Cell(from.0, from.1).of(matrix);
    // All that a cell has can be moved, to the last digit that it came with.
    if amount.exact().normalize().scale() > MONEY_PLACES && amount != gives {
        return Err(Unmovable::MoreDigitsThanFen);
    }
    let locked: Vec<MatrixPart> = touched(from, to)
        .into_iter()
        .filter(|part| locks.contains(*part))
        .collect();
    if !locked.is_empty() {
        return Err(Unmovable::Locked(locked));
    }
    if amount > gives {
        return Err(Unmovable::Short(gives));
    }
    let gets = MatrixPart::Cell(to.0, to.1).of(matrix);
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
fn touched(from: MatrixCell, to: MatrixCell) -> Vec<MatrixPart> {
    let mut parts = vec![
        MatrixPart::Cell(from.0, from.1),
        MatrixPart::Cell(to.0, to.1),
    ];
    if from.0 != to.0 {
        parts.extend([MatrixPart::Row(from.0), MatrixPart::Row(to.0)]);
    }
    if from.1 != to.1 {
        parts.extend([MatrixPart::Column(from.1), MatrixPart::Column(to.1)]);
    }
    parts
}

/// The other parts that took the money of a change or gave it, and the locks that sent it there;
/// empty where the change stayed within its own part.
pub fn elsewhere(
    before: &Matrix,
    after: &Matrix,
    locks: &Locks,
    part: MatrixPart,
) -> (Vec<(MatrixCell, Yuan)>, Vec<MatrixPart>) {
    let is_own = |cell: MatrixCell| match part {
        MatrixPart::Cell(level, category) => cell == (level, category),
        MatrixPart::Row(level) => cell.0 == level,
        MatrixPart::Column(category) => cell.1 == category,
        MatrixPart::Total => true,
    };
    let cells = Level::ALL
        .into_iter()
        .flat_map(|level| Category::ALL.map(|category| (level, category)));
    let moved = cells
        .filter(|cell| !is_own(*cell))
        .filter_map(|cell| {
            let of = |matrix: &Matrix| MatrixPart::Cell(cell.0, cell.1).of(matrix);
            let change = of(after) - of(before);
            (change != Yuan::ZERO).then_some((cell, change))
        })
        .collect();
    let holds = |lock: &MatrixPart| match (part, *lock) {
        (_, MatrixPart::Total) => true,
        (MatrixPart::Cell(level, _), MatrixPart::Row(locked)) => locked == level,
        (MatrixPart::Cell(_, category), MatrixPart::Column(locked)) => locked == category,
        (MatrixPart::Row(_), MatrixPart::Column(_))
        | (MatrixPart::Column(_), MatrixPart::Row(_)) => true,
        _ => false,
    };
    (moved, locks.iter().filter(holds).collect())
}
