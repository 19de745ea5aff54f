//! The running total of a year's channels from plan to scenario: each channel begins where the
//! last one ended. Every waterfall is laid out by it.

use super::sums;
use crate::model::gain::GainPart;
use crate::model::{Channel, YearOutcome};
use crate::number::{Share, YuanPerPerson};

/// One channel's step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelStep {
    /// The channel.
    pub channel: Channel,
    /// The difference to the plan before it.
    pub from: YuanPerPerson,
    /// The difference to the plan with it.
    pub to: YuanPerPerson,
    /// Its parts, in the order of [`GainPart`].
    pub parts: [YuanPerPerson; GainPart::ALL.len()],
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

    /// The totals at which its public work and its transfers begin; market income comes before them,
    /// and transfers end with the step. No part is longer than the step, and none points the other way.
    pub fn part_starts(&self) -> [YuanPerPerson; 2] {
        let within = |start: YuanPerPerson, end: YuanPerPerson| {
            let (least, most) = (self.from.min(end), self.from.max(end));
            start.max(least).min(most)
        };
        let [_, public_work, transfer] = self.parts;
        let transfers = within(self.to - transfer, self.to);
        [within(transfers - public_work, transfers), transfers]
    }

    /// A part's share of the channel; none where the channel or the part does nothing that is shown.
    pub fn share(&self, part: GainPart) -> Option<Share> {
        let amount = self.parts[part as usize];
        let shown = |amount: YuanPerPerson| !amount.rounded().is_zero();
        (shown(self.amount()) && shown(amount)).then(|| amount / self.amount())
    }
}

impl RunningTotal {
    /// The channels of a year.
    pub fn of(year: &YearOutcome) -> Self {
        let mut reached = YuanPerPerson::ZERO;
        let steps = Channel::ALL.map(|channel| {
            let from = reached;
            let gain = year.channel_gain(channel);
            reached += gain.difference;
            ChannelStep {
                channel,
                from,
                to: reached,
                parts: gain.parts,
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
