//! Other spending: `spent·other_targeting / N` reaches people; `other_transfer` of it is transfer
//! income, `other_wage·(1 − other_displaced)` of it wages.

use super::{ChannelYear, WithPublicWork, parts};
use crate::arithmetic::Arithmetic;
use crate::channel::Channel;
use crate::key::{Category, Component};
use crate::term::Quantity;

/// The channel in a year, and the public work in it: all of its wages.
#[inline(always)]
pub fn effect<N: Arithmetic>(year: &ChannelYear<N>) -> WithPublicWork<N> {
    let (a, at) = (year.assumptions, year.at);
    let reaching = year.spent[Category::Other as usize] * a.other_targeting / year.people();
    let reaching = reaching.named(at.term(Quantity::OtherReaching));
    let wage = reaching * a.other_wage * a.other_displaced.rest();
    let transfer = reaching * a.other_transfer;
    let parts = parts(
        (Channel::Other, at),
        [(Component::Wage, wage), (Component::Transfer, transfer)],
    );
    (parts, parts[Component::Wage as usize])
}
