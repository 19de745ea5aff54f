//! Direct social help, every year: `social·(1 − social_industry)·social_direct / N`, transfer income.

use super::{ChannelYear, parts};
use crate::arithmetic::Arithmetic;
use crate::channel::Channel;
use crate::key::{ByComponent, Component};
use crate::number::YuanPerPerson;

/// The channel in a year.
#[inline(always)]
pub fn effect<N: Arithmetic>(year: &ChannelYear<N>) -> ByComponent<YuanPerPerson<N>> {
    let (levers, a) = (year.levers, year.assumptions);
    let direct = levers.social * levers.social_industry.rest() * a.social_direct / year.people();
    parts((Channel::Social, year.at), [(Component::Transfer, direct)])
}
