//! The channels from plan to scenario as bars, each beginning where the last one ended.

use rust_decimal::Decimal;

use crate::analysis::sums;
use crate::model::Channel;
use crate::model::YearOutcome;
use crate::number::{Share, YuanPerPerson, round};
use crate::region::key::Component;

/// The width of the drawing: bars are laid out in per cent of it.
pub const WIDTH: u32 = 100;
/// The least width of a bar that is not nothing, so that it can be seen.
const LEAST: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// One channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The channel.
    pub channel: Channel,
    /// What it adds to the plan.
    pub amount: YuanPerPerson,
    /// The part of it that is transfer income.
    pub received: YuanPerPerson,
    /// Its bar.
    pub bar: Bar,
}

/// A bar within [`WIDTH`]: the earned part first, then the received one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bar {
    /// Its left edge.
    pub left: Decimal,
    /// Its width.
    pub width: Decimal,
    /// The left edge of its received part.
    pub received_left: Decimal,
    /// The width of its received part.
    pub received_width: Decimal,
}

/// A year's channels.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// The channels in their usual order.
    pub steps: Vec<Step>,
    /// What the rounded channels lack against the rounded difference.
    pub rounding: YuanPerPerson,
    /// Where the plan's income stands.
    pub origin: Decimal,
}

impl Step {
    /// The received share of the channel; none where it does nothing that is shown.
    pub fn received_share(&self) -> Option<Share> {
        let shown = !self.amount.rounded().is_zero();
        shown.then(|| self.received / self.amount)
    }
}

/// Lays the channels of a year out.
pub fn waterfall(year: &YearOutcome) -> Waterfall {
    let zero = YuanPerPerson::ZERO;
    let mut reached = zero;
    let (mut least, mut most) = (zero, zero);
    for channel in Channel::ALL {
        reached += year.channel(channel);
        least = least.min(reached);
        most = most.max(reached);
    }
    let range = (most - least).exact();
    let place = |amount: YuanPerPerson| {
        if range.is_zero() {
            return Decimal::ZERO;
        }
        round((amount - least).exact() / range * Decimal::from(WIDTH), 2)
    };
    let mut from = zero;
    let steps = Channel::ALL
        .map(|channel| {
            let amount = year.channel(channel);
            let received = year.channels[channel as usize][Component::Transfer as usize];
            let to = from + amount;
            // The received part lies at the end at which the bar arrives.
            let bar = bar(place(from), place(to), place(to - received));
            from = to;
            Step {
                channel,
                amount,
                received,
                bar,
            }
        })
        .into();
    Waterfall {
        steps,
        rounding: sums::rounding(
            year.difference(),
            Channel::ALL.map(|channel| year.channel(channel)),
        ),
        origin: place(zero),
    }
}

fn bar(from: Decimal, to: Decimal, received_from: Decimal) -> Bar {
    let width = (to - from).abs();
    if width.is_zero() {
        return Bar::default();
    }
    let width = width.max(LEAST);
    let left = from.min(to).min(Decimal::from(WIDTH) - width);
    let received_width = (to - received_from).abs().min(width);
    let received_left = if to > from {
        left + width - received_width
    } else {
        left
    };
    Bar {
        left,
        width,
        received_left,
        received_width,
    }
}
