//! Follow-up of relocation:
//! `relocated_employment·relocated_labour·relocated_pay·(1 − relocated_displacement)·index / N`, wages.

use super::{ChannelYear, parts};
use crate::arithmetic::Arithmetic;
use crate::channel::Channel;
use crate::key::{ByComponent, Component};
use crate::number::YuanPerPerson;
use crate::term::Quantity;

/// The channel in a year.
#[inline(always)]
pub fn effect<N: Arithmetic>(year: &ChannelYear<N>) -> ByComponent<YuanPerPerson<N>> {
    let (a, at) = (year.assumptions, year.at);
    let wages = a.relocated_pay
        * (a.relocated_labour * year.levers.relocated_employment)
        * a.relocated_displacement.rest()
        * year.path.wage_index;
    let wages = wages.named(at.term(Quantity::RelocatedWages));
    parts(
        (Channel::Relocation, at),
        [(Component::Wage, wages / year.people())],
    )
}
