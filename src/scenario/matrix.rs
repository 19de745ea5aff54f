//! Changes of the funds matrix that keep every margin exact.
//!
//! Linking funds stand in four rows, one for each level of government that pays, and three
//! columns, one for each category they pay for. A user may change a cell, a row total, a column
//! total or the grand total, and may lock any of these twenty parts. Whatever is changed, the
//! margins are sums of cells, locked parts stay as they are to the last digit, and no cell falls
//! below zero or leaves the range of its key.
//!
//! A difference is carried by whichever parts surprise least:
//!
//! * a changed cell changes its own row total, column total and the grand total, and no other
//!   cell, as long as these are free;
//! * a changed total spreads over its cells in proportion to them; among cells that are all
//!   zero in proportion to the plan, and where the plan has none either, evenly;
//! * under a locked grand total a changed cell takes from its own row first, in proportion, so
//!   that no level pays for another; only when its row has no more, from its own column;
//! * a row total that is raised under a locked grand total keeps its mix of categories, and the
//!   other levels give in proportion to what they have in each.
//!
//! [`circulation`] knows what is possible and which locks stand in the way; [`spread`] chooses
//! among the possible.
#![deny(clippy::float_arithmetic)]

mod circulation;
mod spread;
#[cfg(test)]
mod tests;
pub mod transfer;

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::number::{MONEY_PLACES, MOST_PLACES, Yuan};
use crate::region::key::{Category, Key, Level};

use circulation::{CEILING, Circulation, Limit};

/// The linking funds: a row for each level, in it a cell for each category.
pub type Matrix = [[Yuan; 3]; 4];

/// A part of the matrix that can be changed and locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatrixPart {
    /// The funds of one level for one category.
    Cell(Level, Category),
    /// All funds of one level.
    Row(Level),
    /// All funds for one category.
    Column(Category),
    /// All funds.
    Total,
}

impl MatrixPart {
    /// The cell that a key is; none for any other key.
    pub fn of_key(key: Key) -> Option<Self> {
        let Key::Fixed(key) = key else {
            return None;
        };
        key.cell_of_funds()
            .map(|(level, category)| Self::Cell(level, category))
    }

    /// All twenty parts: cells, row totals, column totals, the grand total.
    pub fn all() -> impl Iterator<Item = Self> {
        Level::ALL
            .into_iter()
            .flat_map(|level| Category::ALL.map(|category| Self::Cell(level, category)))
            .chain(Level::ALL.map(Self::Row))
            .chain(Category::ALL.map(Self::Column))
            .chain([Self::Total])
    }

    /// The amount of this part; a sum too great for a decimal stays at the greatest decimal.
    pub fn of(self, matrix: &Matrix) -> Yuan {
        let cell =
            |level: Level, category: Category| matrix[level as usize][category as usize].exact();
        let sum = |cells: &mut dyn Iterator<Item = Decimal>| {
            Yuan(cells.fold(Decimal::ZERO, Decimal::saturating_add))
        };
        match self {
            Self::Cell(level, category) => Yuan(cell(level, category)),
            Self::Row(level) => sum(&mut Category::ALL.into_iter().map(|c| cell(level, c))),
            Self::Column(category) => sum(&mut Level::ALL.into_iter().map(|l| cell(l, category))),
            Self::Total => sum(&mut matrix.iter().flatten().map(|amount| amount.exact())),
        }
    }
}

/// The parts that no change of another part may move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locks(BTreeSet<MatrixPart>);

impl Locks {
    /// True where a part is locked itself. A part can also be held by the locks of others.
    pub fn contains(&self, part: MatrixPart) -> bool {
        self.0.contains(&part)
    }

    /// Locks a free part, frees a locked one.
    pub fn toggle(&mut self, part: MatrixPart) {
        if !self.0.remove(&part) {
            self.0.insert(part);
        }
    }

    /// The locked parts in the order of [`MatrixPart::all`].
    pub fn iter(&self) -> impl Iterator<Item = MatrixPart> + '_ {
        self.0.iter().copied()
    }
}

impl FromIterator<MatrixPart> for Locks {
    fn from_iter<I: IntoIterator<Item = MatrixPart>>(parts: I) -> Self {
        Self(parts.into_iter().collect())
    }
}

/// The reason for an impossible change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// The part itself is locked.
    Locked,
    /// Funds can't be below zero.
    Negative,
    /// This cell would exceed the range of its key.
    AboveRange(Level, Category),
    /// The room that other parts leave.
    Bound {
        /// The least that the part can become.
        least: Yuan,
        /// The most that it can become; none if only the range of cells ends it.
        most: Option<Yuan>,
        /// The locks that stand in the way. Freeing any one of them moves the bound; where no
        /// single lock does, these are the fewest that do together. Empty if no lock is to
        /// blame.
        because: Vec<MatrixPart>,
    },
    /// Money has no more digits than fen.
    MoreDigitsThanFen,
}

/// The matrix with one part changed to the wanted amount. Among cells that are all zero a difference spreads in
/// proportion to the cells of `usual`, the plan's matrix.
///
/// Whole 万元 stay whole when the wanted amount and the difference are. Cells may have come with
/// up to [`MOST_PLACES`] places; a wanted amount may have more places than fen only where it
/// is what the part has already or one end of what it can reach.
///
/// # Errors
/// [`Impossible`] says why; a matrix that already breaks a rule is refused for the same reason.
pub fn change(
    matrix: &Matrix,
    usual: &Matrix,
    locks: &Locks,
    part: MatrixPart,
    wanted: Yuan,
) -> Result<Matrix, Impossible> {
    let mut table = Circulation::new(matrix, locks)?;
    let target = atoms(wanted);
    if target == Some(table.amount(part)) {
        return Ok(*matrix);
    }
    if locks.contains(part) {
        return Err(Impossible::Locked);
    }
    if wanted.exact() < Decimal::ZERO {
        return Err(Impossible::Negative);
    }
    let (least, most) = (table.limit(part, false), table.limit(part, true));
    let is_end = |limit: &Limit| target == Some(limit.amount);
    if wanted.exact().normalize().scale() > MONEY_PLACES && !is_end(&least) && !is_end(&most) {
        return Err(Impossible::MoreDigitsThanFen);
    }
    // An amount too great to count in atoms is beyond any bound.
    let target = target.unwrap_or(i128::MAX);
    let crossed = if target < least.amount {
        &least
    } else if target > most.amount {
        &most
    } else {
        spread::carry(&mut table, usual, part, target);
        return Ok(table.write(matrix));
    };
    let (cell, because) = crossed.obstacles(part);
    match cell {
        Some((level, category)) if because.is_empty() || !crossed.is_beyond_locks(target) => {
            Err(Impossible::AboveRange(level, category))
        }
        _ => Err(Impossible::Bound {
            least: yuan(least.amount),
            most: most.shown(),
            because,
        }),
    }
}

/// The least and the most that a part can become under the locks; no most if only the range of
/// cells ends it. A matrix that already breaks a rule can't be changed at all.
pub fn reachable(matrix: &Matrix, locks: &Locks, part: MatrixPart) -> (Yuan, Option<Yuan>) {
    let present = part.of(matrix);
    if locks.contains(part) {
        return (present, Some(present));
    }
    match Circulation::new(matrix, locks) {
        Ok(table) => (
            yuan(table.limit(part, false).amount),
            table.limit(part, true).shown(),
        ),
        Err(_) => (present, Some(present)),
    }
}

/// One yuan, counted in the smallest amounts that an input can have.
const YUAN: i128 = 10_i128.pow(MOST_PLACES);
/// One fen, so counted.
const FEN: i128 = 10_i128.pow(MOST_PLACES - MONEY_PLACES);
/// One 万元, so counted.
const TEN_THOUSAND: i128 = 10_000 * YUAN;

/// An amount in units of 10⁻¹² yuan; none if it has more places or is out of all reason.
fn atoms(amount: Yuan) -> Option<i128> {
    let amount = amount.exact().normalize();
    let missing = MOST_PLACES.checked_sub(amount.scale())?;
    amount.mantissa().checked_mul(10_i128.checked_pow(missing)?)
}

/// The amount of so many units of 10⁻¹² yuan: twelve full cells are 1.2·10²⁵ of them, far
/// within a decimal.
fn yuan(atoms: i128) -> Yuan {
    debug_assert!((0..=12 * CEILING).contains(&atoms), "an amount in range");
    Yuan(Decimal::from_i128_with_scale(atoms, MOST_PLACES).normalize())
}
