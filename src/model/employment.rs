//! Jobs beyond the plan, paid by money outside it: the five batches and the relocated.
//!
//! Work relief and posts that the plan itself pays are wages of the infrastructure and other
//! channels already; here they would be counted twice.

use super::inputs::{Assumptions, Levers};
use crate::number::{Share, Yuan};
use crate::region::key::Batch;

/// Wages of the five batches: `Σ jobs·pay·(1 − displacement)·index`.
pub fn batches_wages(levers: &Levers, assumptions: &Assumptions, wage_index: Share) -> Yuan {
    Batch::ALL
        .into_iter()
        .map(|batch| {
            let b = batch as usize;
            assumptions.pay[b] * levers.jobs[b] * assumptions.displacement[b].rest()
        })
        .sum::<Yuan>()
        * wage_index
}

/// Wages of the relocated:
/// `relocated_employment·relocated_labour·relocated_pay·(1 − displacement)·index`.
pub fn relocated_wages(levers: &Levers, assumptions: &Assumptions, wage_index: Share) -> Yuan {
    assumptions.relocated_pay
        * (assumptions.relocated_labour * levers.relocated_employment)
        * assumptions.relocated_displacement.rest()
        * wage_index
}
