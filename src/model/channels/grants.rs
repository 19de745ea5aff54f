//! Household grants (到户奖补), in the year paid:
//! `grants_share·grants_counted·grants_targeting·spent_industry / N`, transfer income.

use super::{ChannelYear, parts};
use crate::arithmetic::Arithmetic;
use crate::channel::Channel;
use crate::key::{ByComponent, Category, Component};
use crate::number::{Yuan, YuanPerPerson};
use crate::term::Quantity;

/// Grants paid to households in the year; they pay for coverage too.
#[inline(always)]
pub fn paid<N: Arithmetic>(year: &ChannelYear<N>) -> Yuan<N> {
    let paid = year.spent[Category::Industry as usize] * year.levers.grants_share;
    paid.named(year.at.term(Quantity::Grants))
}

/// The channel in a year in which so much is paid.
#[inline(always)]
pub fn effect<N: Arithmetic>(
    year: &ChannelYear<N>,
    paid: Yuan<N>,
) -> ByComponent<YuanPerPerson<N>> {
    let a = year.assumptions;
    let counted = paid * a.grants_counted * a.grants_targeting / year.people();
    parts((Channel::Grants, year.at), [(Component::Transfer, counted)])
}
