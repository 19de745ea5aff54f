//! The channels through which levers reach income, each in yuan a head and by component.
//!
//! One channel a file. Channels are computed for the plan and for the scenario alike; what counts
//! is the difference. Only the claw-back follows from that difference itself.

pub mod claw_back;
pub mod coverage;
pub mod employment;
pub mod grants;
pub mod industry;
pub mod infrastructure;
pub mod other;
pub mod relocation;
pub mod social;

use crate::arithmetic::Arithmetic;
use crate::baseline::PathYear;
use crate::channel::Channel;
use crate::inputs::{Assumptions, Levers};
use crate::key::{ByCategory, ByComponent, Component};
use crate::number::{People, Share, Yuan, YuanPerPerson};
use crate::term::{At, Quantity};

/// Yuan a head by channel and component.
pub type ByChannel<N> = [ByComponent<YuanPerPerson<N>>; Channel::ALL.len()];

/// A channel by component, and the part of its wages that is public work ([`crate::gain`]).
pub type WithPublicWork<N> = (ByComponent<YuanPerPerson<N>>, YuanPerPerson<N>);

/// The state of one plan year on one side, which channels start from.
pub struct ChannelYear<'a, N> {
    /// The year, and whether it is the plan's or the scenario's.
    pub at: At,
    /// The plan year, counted from the first.
    pub step: usize,
    /// The levers.
    pub levers: &'a Levers<N>,
    /// The assumptions.
    pub assumptions: &'a Assumptions<N>,
    /// The planned path.
    pub path: &'a PathYear<N>,
    /// The money spent by category.
    pub spent: ByCategory<Yuan<N>>,
}

impl<N: Arithmetic> ChannelYear<'_, N> {
    /// The lifted population.
    #[inline(always)]
    pub fn people(&self) -> People<N> {
        self.path.population
    }
}

/// Work of a year out of what there is now and was before: what is new is worked for a part of the year.
#[inline(always)]
fn worked<N: Arithmetic>(now: N, before: N, first_year: Share<N>) -> N {
    now - first_year.rest().exact() * (now - before).max(N::ZERO)
}

/// The parts of a channel under their names; nothing for the components that it doesn't reach.
#[inline(always)]
fn parts<N: Arithmetic, const REACHED: usize>(
    (channel, at): (Channel, At),
    reached: [(Component, YuanPerPerson<N>); REACHED],
) -> ByComponent<YuanPerPerson<N>> {
    let mut parts = [YuanPerPerson::zero(); Component::ALL.len()];
    for (component, amount) in reached {
        let term = at.term(Quantity::Effect(channel, component));
        parts[component as usize] = amount.named(term);
    }
    parts
}
