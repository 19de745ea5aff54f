//! The income of every household after a change.

use std::ops::Range;

use crate::columns::{COMPONENTS, Households, OPERATING, PROPERTY, TRANSFER, WAGE};
use crate::factors::{IncomeChange, IncomeFactor};
use crate::order::Ranks;

/// Writes the yearly income in fen of each household of some rows after a change.
///
/// # Panics
/// Where `out` is shorter than the rows, or the ranks are those of other households.
pub fn changed_incomes(
    households: &Households,
    ranks: &Ranks,
    change: &IncomeChange,
    rows: Range<usize>,
    out: &mut [i64],
) {
    let columns: [&[i32]; COMPONENTS] =
        std::array::from_fn(|component| &households.incomes(component)[rows.clone()]);
    let out = &mut out[..rows.len()];
    if change.is_selective() {
        selected(households, ranks, change, (rows, columns), out);
    } else {
        for_all(columns, &change.factors, out);
    }
}

/// Every household by the same factors.
#[inline(never)]
fn for_all(columns: [&[i32]; COMPONENTS], factors: &[IncomeFactor; COMPONENTS], out: &mut [i64]) {
    let [wage, operating, property, transfer] = columns.map(|column| &column[..out.len()]);
    for (row, income) in out.iter_mut().enumerate() {
        *income = factors[WAGE].of(wage[row])
            + factors[OPERATING].of(operating[row])
            + factors[PROPERTY].of(property[row])
            + factors[TRANSFER].of(transfer[row]);
    }
}

/// Those whom support or jobs reach apart from the others.
#[inline(never)]
fn selected(
    households: &Households,
    ranks: &Ranks,
    change: &IncomeChange,
    (rows, columns): (Range<usize>, [&[i32]; COMPONENTS]),
    out: &mut [i64],
) {
    let [wage, operating, property, transfer] = columns.map(|column| &column[..out.len()]);
    let covered = &households.covered()[rows.clone()][..out.len()];
    let cover = &ranks.cover[rows.clone()][..out.len()];
    let job = &ranks.job[rows][..out.len()];
    let factors = &change.factors;
    for (row, income) in out.iter_mut().enumerate() {
        let (reached, with_reach) = match covered[row] {
            false => (change.gaining_cover, change.newly_covered),
            true => (change.losing_cover, change.uncovered),
        };
        let is_reached = u64::from(cover[row]) < reached;
        let of_operating = if is_reached {
            with_reach
        } else {
            factors[OPERATING]
        };
        let has_job = u64::from(job[row]) < change.jobs;
        *income = factors[WAGE].of(wage[row])
            + of_operating.of(operating[row])
            + factors[PROPERTY].of(property[row])
            + factors[TRANSFER].of(transfer[row])
            + if has_job { i64::from(change.pay) } else { 0 };
    }
}
