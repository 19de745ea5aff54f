//! The claw-back: minimum-living allowances fall as earnings rise, by
//! `clawback·(change of wage + operating + property income over all channels)`, transfer income.

use crate::arithmetic::Arithmetic;
use crate::channel::Channel;
use crate::key::{ByComponent, Component};
use crate::number::{Share, YuanPerPerson};
use crate::term::{At, Quantity};

/// The change of earned income from the planned path to what the other channels made of it.
#[inline(always)]
pub fn earned_change<N: Arithmetic>(
    planned: &ByComponent<YuanPerPerson<N>>,
    moved: &ByComponent<YuanPerPerson<N>>,
    at: At,
) -> YuanPerPerson<N> {
    let change = |component| moved[component as usize] - planned[component as usize];
    let earned = [
        change(Component::Wage),
        change(Component::Operating),
        change(Component::Property),
    ];
    YuanPerPerson::total(earned).named(at.term(Quantity::EarnedChange))
}

/// The change of transfers for that change of earned income.
#[inline(always)]
pub fn effect<N: Arithmetic>(
    earned: YuanPerPerson<N>,
    clawback: Share<N>,
    at: At,
) -> YuanPerPerson<N> {
    let part = Quantity::ChannelPart(Channel::Clawback, Component::Transfer);
    (-(earned * clawback)).named(at.term(part))
}
