//! A difference to the plan by where it comes from: market income, public work and transfers.
//!
//! Market income is the difference of wage, operating and property income without public work. Public
//! work is paid for by public money as long as there is any: welfare posts, work relief, and the wages
//! of other spending. The claw-back counts among the transfers. The three add up to the whole.

use rust_decimal::Decimal;

use crate::arithmetic::Arithmetic;
use crate::channel::Channel;
pub use crate::gain_part::GainPart;
use crate::number::YuanPerPerson;
use crate::term::{At, Quantity};

/// A difference to the plan and its three parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain<N = Decimal> {
    /// Scenario minus plan.
    pub difference: YuanPerPerson<N>,
    /// Its parts, in the order of [`GainPart`].
    pub parts: [YuanPerPerson<N>; GainPart::ALL.len()],
}

impl<N: Arithmetic> Gain<N> {
    /// One of the parts.
    #[inline(always)]
    pub fn part(&self, part: GainPart) -> YuanPerPerson<N> {
        self.parts[part as usize]
    }
}

/// Wages of public work by channel, yuan a head; nothing but for [`Channel::WITH_PUBLIC_WORK`].
pub type PublicWork<N = Decimal> = [YuanPerPerson<N>; Channel::ALL.len()];

/// Nothing by any channel.
#[inline(always)]
pub fn no_public_work<N: Arithmetic>() -> PublicWork<N> {
    [YuanPerPerson::zero(); Channel::ALL.len()]
}

/// Public work beyond the plan, by channel.
#[inline(always)]
pub fn public_work_change<N: Arithmetic>(
    own: &PublicWork<N>,
    plan: &PublicWork<N>,
    at: At,
) -> PublicWork<N> {
    let mut change = no_public_work();
    for channel in Channel::WITH_PUBLIC_WORK {
        let difference = own[channel as usize] - plan[channel as usize];
        let term = at.term(Quantity::PublicWorkPart(channel));
        change[channel as usize] = difference.named(term);
    }
    change
}

/// All public work together.
#[inline(always)]
pub fn total<N: Arithmetic>(public_work: &PublicWork<N>) -> YuanPerPerson<N> {
    YuanPerPerson::total(Channel::WITH_PUBLIC_WORK.map(|channel| public_work[channel as usize]))
}
