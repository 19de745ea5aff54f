//! The bars of the channels' card, laid out in per cent of their column's width.

use rust_decimal::Decimal;

use crate::analysis::running_total::{ChannelStep, RunningTotal};
use crate::number::{YuanPerPerson, round};

/// The width of the column.
pub const WIDTH: u32 = 100;
/// The least width of a bar that is not nothing, so that it can be seen.
const LEAST: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// A bar within [`WIDTH`], and the parts within it that public money pays for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ChannelBar {
    /// Its left edge.
    pub left: Decimal,
    /// Its width.
    pub width: Decimal,
    /// Left edge and width of its public work.
    pub public_work: (Decimal, Decimal),
    /// Left edge and width of its transfers.
    pub transfers: (Decimal, Decimal),
}

/// The plan's level, and a bar for every channel.
pub fn channel_bars(total: &RunningTotal) -> (Decimal, Vec<ChannelBar>) {
    let (least, most) = total.ends();
    let range = (most - least).exact();
    let place = |amount: YuanPerPerson| {
        if range.is_zero() {
            return Decimal::ZERO;
        }
        round((amount - least).exact() / range * Decimal::from(WIDTH), 2)
    };
    let bars = total.steps.iter().map(|step| bar(step, place)).collect();
    (place(YuanPerPerson::ZERO), bars)
}

fn bar(step: &ChannelStep, place: impl Fn(YuanPerPerson) -> Decimal) -> ChannelBar {
    let (from, to) = (place(step.from), place(step.to));
    let width = (to - from).abs();
    if width.is_zero() {
        return ChannelBar::default();
    }
    let width = width.max(LEAST);
    let left = from.min(to).min(Decimal::from(WIDTH) - width);
    let starts = step.part_starts().map(place);
    // Both lie at the end at which the bar arrives, transfers last.
    let transfers = (to - starts[1]).abs().min(width);
    let public_work = (starts[1] - starts[0]).abs().min(width - transfers);
    let place = |before: Decimal, own: Decimal| match to > from {
        true => left + width - before - own,
        false => left + before,
    };
    ChannelBar {
        left,
        width,
        public_work: (place(transfers, public_work), public_work),
        transfers: (place(Decimal::ZERO, transfers), transfers),
    }
}
