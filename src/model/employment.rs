//! Jobs beyond the plan, paid by money outside it: the five batches and the relocated.
//!
//! Work relief and posts that the plan itself pays are wages of the infrastructure and other
//! channels already; here they would be counted twice.

use super::inputs::{Assumptions, Levers};
use super::term::{Arithmetic, At, What};
use crate::number::{Share, Yuan};
use crate::region::key::Batch;

/// Wages of the five batches: `Σ jobs·pay·(1 − displacement)·index`.
pub fn batches_wages<N: Arithmetic>(
    levers: &Levers<N>,
    assumptions: &Assumptions<N>,
    wage_index: Share<N>,
    (at, step): (At, usize),
) -> Yuan<N> {
    let at_first_pay: Yuan<N> = Batch::ALL
        .into_iter()
        .map(|batch| {
            let b = batch as usize;
            let wages = assumptions.pay[b]
                * levers.jobs_in(step, batch)
                * assumptions.displacement[b].rest();
            wages.named(at.term(What::BatchWages(batch)))
        })
        .sum();
    (at_first_pay * wage_index).named(at.term(What::AllBatchesWages))
}

/// Wages of the relocated:
/// `relocated_employment·relocated_labour·relocated_pay·(1 − displacement)·index`.
pub fn relocated_wages<N: Arithmetic>(
    levers: &Levers<N>,
    assumptions: &Assumptions<N>,
    wage_index: Share<N>,
    at: At,
) -> Yuan<N> {
    let wages = assumptions.relocated_pay
        * (assumptions.relocated_labour * levers.relocated_employment)
        * assumptions.relocated_displacement.rest()
        * wage_index;
    wages.named(at.term(What::RelocatedWages))
}
