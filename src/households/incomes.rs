//! The income of every household after a change.

use std::ops::Range;

use crate::columns::{COMPONENTS, Households, OPERATING, PROPERTY, TRANSFER, WAGE};
use crate::factors::{IncomeChange, IncomeFactor, SCALE, SCALE_BITS};
use crate::order::{Ranks, UNREACHED};

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
fn for_all(columns: [&[i32]; COMPONENTS], factors: &[IncomeFactor; COMPONENTS], out: &mut [i64]) {
    match factors.map(IncomeFactor::narrow) {
        [Some(wage), Some(operating), Some(property), Some(transfer)] => {
            narrow_for_all(columns, [wage, operating, property, transfer], out);
        }
        _ => wide_for_all(columns, factors, out),
    }
}

/// `(income·F + 2²⁹) >> 30` where both have 32 bits, so that the product needs no parts.
#[inline(always)]
fn narrow(income: i32, factor: i32) -> i64 {
    (i64::from(income) * i64::from(factor) + SCALE / 2) >> SCALE_BITS
}

/// One household after the other: in WebAssembly a product of 64 bits is slower for two at once than for each.
#[inline(never)]
fn narrow_for_all(columns: [&[i32]; COMPONENTS], factors: [i32; COMPONENTS], out: &mut [i64]) {
    let [wage, operating, property, transfer] = columns.map(|column| &column[..out.len()]);
    for (row, income) in out.iter_mut().enumerate() {
        *income = narrow(wage[row], factors[WAGE])
            + narrow(operating[row], factors[OPERATING])
            + narrow(property[row], factors[PROPERTY])
            + narrow(transfer[row], factors[TRANSFER]);
    }
}

#[inline(never)]
fn wide_for_all(
    columns: [&[i32]; COMPONENTS],
    factors: &[IncomeFactor; COMPONENTS],
    out: &mut [i64],
) {
    let [wage, operating, property, transfer] = columns.map(|column| &column[..out.len()]);
    for (row, income) in out.iter_mut().enumerate() {
        *income = factors[WAGE].of(wage[row])
            + factors[OPERATING].of(operating[row])
            + factors[PROPERTY].of(property[row])
            + factors[TRANSFER].of(transfer[row]);
    }
}

/// Those whom support or jobs reach apart from the others: first as for everyone, then what they have more, which is the
/// same as long as each kind of income is rounded by itself.
fn selected(
    households: &Households,
    ranks: &Ranks,
    change: &IncomeChange,
    (rows, columns): (Range<usize>, [&[i32]; COMPONENTS]),
    out: &mut [i64],
) {
    for_all(columns, &change.factors, out);
    let count = out.len();
    if change.gaining_cover > 0 || change.losing_cover > 0 {
        let covered = &households.covered()[rows.clone()][..count];
        let cover = &ranks.cover[rows.clone()][..count];
        let limits = [change.gaining_cover, change.losing_cover].map(limit);
        let operating = &columns[OPERATING][..count];
        let own = change.factors[OPERATING];
        let most = limits[0].max(limits[1]);
        for (row, income) in out.iter_mut().enumerate() {
            // Few come so early in the order that the rest has to be asked.
            if cover[row] < most && cover[row] < limits[usize::from(covered[row])] {
                let reached = match covered[row] {
                    false => change.newly_covered,
                    true => change.uncovered,
                };
                *income += reached.of(operating[row]) - own.of(operating[row]);
            }
        }
    }
    if change.jobs > 0 {
        add_pay(
            &ranks.job[rows][..count],
            limit(change.jobs),
            change.pay,
            out,
        );
    }
}

/// A number of households as ranks are held against it; [`UNREACHED`] itself is never below it.
fn limit(households: u64) -> u32 {
    u32::try_from(households).unwrap_or(UNREACHED)
}

#[inline(never)]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn add_pay(job: &[u32], limit: u32, pay: i32, out: &mut [i64]) {
    let out = &mut out[..job.len()];
    for (row, income) in out.iter_mut().enumerate() {
        *income += if job[row] < limit { i64::from(pay) } else { 0 };
    }
}
