//! The five batches: jobs beyond the plan, paid by money outside it,
//! `Σ jobs·pay·(1 − displacement)·index / N`, wages.
//!
//! Work relief and posts that the plan itself pays are wages of the infrastructure and other
//! channels already; here they would be counted twice.

use super::{ChannelYear, parts};
use crate::arithmetic::Arithmetic;
use crate::channel::Channel;
use crate::key::{Batch, ByComponent, Component};
use crate::number::{Yuan, YuanPerPerson};
use crate::term::Quantity;

/// The channel in a year.
#[inline(always)]
pub fn effect<N: Arithmetic>(year: &ChannelYear<N>) -> ByComponent<YuanPerPerson<N>> {
    let (a, at) = (year.assumptions, year.at);
    let at_first_pay = Batch::each(|batch| {
        let b = batch as usize;
        let jobs = year.levers.jobs_in(year.step, batch);
        let wages = a.pay[b] * jobs * a.displacement[b].rest();
        wages.named(at.term(Quantity::BatchWages(batch)))
    });
    let wages = (Yuan::total(at_first_pay) * year.path.wage_index)
        .named(at.term(Quantity::AllBatchesWages));
    parts(
        (Channel::Employment, at),
        [(Component::Wage, wages / year.people())],
    )
}
