//! Household grants (到户奖补), in the year paid:
//! `(g − coverage_in_kind·U)·grants_counted·grants_targeting / N` with the grants
//! `g = grants_share·spent_industry` and what of them is used for coverage, `U`; transfer income.

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

/// The channel in a year in which so much is paid, and so much of it used for coverage.
#[inline(always)]
pub fn effect<N: Arithmetic>(
    year: &ChannelYear<N>,
    paid: Yuan<N>,
    used_for_coverage: Yuan<N>,
) -> ByComponent<YuanPerPerson<N>> {
    let a = year.assumptions;
    let in_kind = used_for_coverage * a.coverage_in_kind;
    let counted = (paid - in_kind) * a.grants_counted * a.grants_targeting / year.people();
    parts((Channel::Grants, year.at), [(Component::Transfer, counted)])
}
