//! The running total of a year's channels from plan to scenario: each channel begins where the
//! last one ended. Every waterfall is laid out by it.

use super::sums;
use crate::model::{Channel, YearOutcome};
use crate::number::{Share, YuanPerPerson};
use crate::region::key::Component;

/// One channel's step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelStep {
    /// The channel.
    pub channel: Channel,
    /// The difference to the plan before it.
    pub from: YuanPerPerson,
    /// The difference to the plan with it.
    pub to: YuanPerPerson,
    /// The part of it that is transfer income.
    pub received: YuanPerPerson,
}

/// A year's channels.
#[derive(Clone, Debug, PartialEq)]
pub struct RunningTotal {
    /// The channels in their usual order.
    pub steps: Vec<ChannelStep>,
    /// The rounded difference less the rounded channels.
    pub rounding: YuanPerPerson,
}

impl ChannelStep {
    /// The channel's whole amount.
    pub fn amount(&self) -> YuanPerPerson {
        self.to - self.from
    }

    /// The total at which its received part begins, which ends with the step: no more of it than the
    /// step is long, and none where it points the other way.
    pub fn received_from(&self) -> YuanPerPerson {
        let (least, most) = (self.from.min(self.to), self.from.max(self.to));
        (self.to - self.received).max(least).min(most)
    }

    /// The received share of the channel; none where it does nothing that is shown.
    pub fn received_share(&self) -> Option<Share> {
        let shown = !self.amount().rounded().is_zero();
        shown.then(|| self.received / self.amount())
    }
}

impl RunningTotal {
    /// The channels of a year.
    pub fn of(year: &YearOutcome) -> Self {
        let mut reached = YuanPerPerson::ZERO;
        let steps = Channel::ALL.map(|channel| {
            let from = reached;
            reached += year.channel(channel);
            ChannelStep {
                channel,
                from,
                to: reached,
                received: year.channels[channel as usize][Component::Transfer as usize],
            }
        });
        let amounts = Channel::ALL.map(|channel| year.channel(channel));
        Self {
            steps: steps.into(),
            rounding: sums::rounding(year.difference(), amounts),
        }
    }

    /// The least and the most that is reached, the plan's nothing among them.
    pub fn ends(&self) -> (YuanPerPerson, YuanPerPerson) {
        let zero = YuanPerPerson::ZERO;
        let reached = self.steps.iter().map(|step| step.to);
        reached.fold((zero, zero), |(least, most), to| {
            (least.min(to), most.max(to))
        })
    }
}
