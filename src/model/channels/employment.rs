//! The five batches: jobs beyond the plan, paid by money outside it,
//! `Σ worked·pay·(1 − deadweight)·(1 − displacement)·index / N`, wages.
//!
//! `worked(t) = jobs(t) − (1 − job_first_year)·max(0, jobs(t) − jobs(t−1))`: a new job is worked for a part of
//! its first year. Work relief and posts that the plan itself pays are wages of the infrastructure and
//! other channels already; here they would be counted twice.

use super::{ChannelYear, WithPublicWork, parts, worked};
use crate::arithmetic::Arithmetic;
use crate::channel::Channel;
use crate::key::{Batch, ByBatch, Component};
use crate::number::{People, Yuan};
use crate::term::Quantity;

/// Jobs on their way through the years.
pub struct Employment<N> {
    /// Jobs of the year before, beyond the plan.
    before: ByBatch<People<N>>,
}

impl<N: Arithmetic> Employment<N> {
    /// No job beyond the plan in the year before it.
    #[inline(always)]
    pub fn start() -> Self {
        Self {
            before: Batch::each(|_| People::zero()),
        }
    }

    /// The channel in the next year, and the public work in it: work relief and welfare posts.
    #[inline(always)]
    pub fn next_year(&mut self, year: &ChannelYear<N>) -> WithPublicWork<N> {
        let (a, at) = (year.assumptions, year.at);
        let at_first_pay = Batch::each(|batch| {
            let b = batch as usize;
            let jobs = year.levers.jobs_in(year.step, batch);
            let worked = worked(jobs.exact(), self.before[b].exact(), a.job_first_year);
            let worked = People(worked).named(at.term(Quantity::JobsWorked(batch)));
            self.before[b] = jobs;
            let additional = a.deadweight[b].rest() * a.displacement[b].rest();
            let wages = a.pay[b] * worked * additional;
            wages.named(at.term(Quantity::BatchWages(batch)))
        });
        let wages = (Yuan::total(at_first_pay) * year.path.wage_index)
            .named(at.term(Quantity::AllBatchesWages));
        let public = Batch::PUBLIC_WORK.map(|batch| at_first_pay[batch as usize]);
        let public = Yuan::total(public) * year.path.wage_index / year.people();
        let parts = parts(
            (Channel::Employment, at),
            [(Component::Wage, wages / year.people())],
        );
        (parts, public.named(at.term(Quantity::PublicBatchWages)))
    }
}
