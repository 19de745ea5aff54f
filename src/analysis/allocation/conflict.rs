//! Conditions that can't hold together: the fewest that say so, and which of them would have to give
//! way how far.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::Condition;
use super::cell_program::{CellProgram, LinearConstraint};
use crate::analysis::search::TEN_THOUSAND;
use crate::scenario::matrix::MatrixPart;

/// A condition among those that can't hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllocationConflict {
    /// The condition.
    pub condition: Condition,
    /// Its limit in whole 10,000 yuan, yuan; none for the rule.
    pub limit: Option<Decimal>,
    /// True where everything could hold if this condition alone were dropped.
    pub cures: bool,
    /// The nearest limit with which everything could hold, yuan, where it cures and has one.
    pub enough: Option<Decimal>,
}

/// Conditions that can't hold together, none of which can be left out of them; none where all can hold.
/// Others beside them may contradict each other too, so that one that gives way need not cure all.
pub(super) fn conflicts(table: &CellProgram) -> Option<Vec<AllocationConflict>> {
    if table.has_room() {
        return None;
    }
    // Of several such sets the smallest says most; the order of dropping decides the set that is
    // found.
    let rank = |row: &LinearConstraint| match row.condition {
        Condition::Least(part) | Condition::Most(part) => match part {
            MatrixPart::Total => 0,
            MatrixPart::Column(_) => 1,
            MatrixPart::Row(_) => 2,
            MatrixPart::Cell(..) => 3,
        },
        Condition::Rule | Condition::Other(_) | Condition::Floor(_) => 4,
    };
    let orders: [[usize; 5]; 3] = [[0, 1, 2, 3, 4], [3, 0, 1, 2, 4], [2, 3, 1, 0, 4]];
    let sets = orders.map(|order| {
        let mut left = table.clone();
        left.rows
            .sort_by_key(|row| order.iter().position(|own| *own == rank(row)));
        least(left)
    });
    let smallest = sets.iter().min_by_key(|set| set.rows.len())?;
    let rows = smallest.rows.iter();
    Some(rows.map(|row| conflict(table, row)).collect())
}

/// The table with every row left out, in their order, without which the rest can't hold either.
fn least(mut left: CellProgram) -> CellProgram {
    let mut index = 0;
    while index < left.rows.len() {
        let row = left.rows.remove(index);
        if left.has_room() {
            left.rows.insert(index, row);
            index += 1;
        }
    }
    left
}

fn conflict(table: &CellProgram, row: &LinearConstraint) -> AllocationConflict {
    let mut without = table.clone();
    without.rows.retain(|own| own.condition != row.condition);
    let units = |units: f64| Decimal::from_f64(units).map(|units| units * TEN_THOUSAND);
    let has_limit = row.condition != Condition::Rule;
    let enough = without.nearest_sum(row);
    AllocationConflict {
        condition: row.condition,
        limit: units(row.bound).filter(|_| has_limit),
        cures: enough.is_some(),
        enough: enough.and_then(units).filter(|_| has_limit),
    }
}
