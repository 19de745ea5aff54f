//! Follow-up of relocation: `worked·relocated_labour·relocated_pay·(1 − relocated_deadweight)·
//! (1 − relocated_displacement)·index / N`, wages, where `worked` is the change of the employed share, in its
//! first year a part of it as with the five batches.

use super::{ChannelYear, parts, worked};
use crate::arithmetic::Arithmetic;
use crate::channel::Channel;
use crate::key::{ByComponent, Component};
use crate::number::{Share, YuanPerPerson};
use crate::term::Quantity;

/// Work of the relocated on its way through the years.
pub struct Relocation<N> {
    /// Change of the employed share in the year before.
    before: Share<N>,
}

impl<N: Arithmetic> Relocation<N> {
    /// No change in the year before the plan.
    #[inline(always)]
    pub fn start() -> Self {
        Self {
            before: Share::zero(),
        }
    }

    /// The channel in the next year.
    #[inline(always)]
    pub fn next_year(&mut self, year: &ChannelYear<N>) -> ByComponent<YuanPerPerson<N>> {
        let (a, at) = (year.assumptions, year.at);
        let change = year.levers.relocated_employment;
        let worked = worked(change.exact(), self.before.exact(), a.job_first_year);
        let worked = Share(worked).named(at.term(Quantity::RelocatedWorked));
        self.before = change;
        let wages = a.relocated_pay
            * (a.relocated_labour * worked)
            * a.relocated_deadweight.rest()
            * a.relocated_displacement.rest()
            * year.path.wage_index;
        let wages = wages.named(at.term(Quantity::RelocatedWages));
        parts(
            (Channel::Relocation, at),
            [(Component::Wage, wages / year.people())],
        )
    }
}
