//! The effects of some levers, year by year: spending first, then each channel of it.

use rust_decimal::Decimal;

use crate::arithmetic::Arithmetic;
use crate::baseline::{Baseline, PathYear};
use crate::channel::Channel;
use crate::channels::coverage::Coverage;
use crate::channels::employment::Employment;
use crate::channels::industry::Industry;
use crate::channels::infrastructure::Infrastructure;
use crate::channels::relocation::Relocation;
use crate::channels::{ByChannel, ChannelYear, grants, other, social};
use crate::gain::{self, PublicWork};
use crate::inputs::{Assumptions, Levers};
use crate::key::{Component, Year};
use crate::number::{Share, Yuan, YuanPerPerson};
use crate::spending::{Spender, YearSpending};
use crate::term::{At, Side};

/// Effects of some levers in one year; without the claw-back, which needs the difference.
#[derive(Clone, Debug, PartialEq)]
pub struct YearEffects<N = Decimal> {
    /// Yuan a head by channel and component.
    pub channels: ByChannel<N>,
    /// Of their wages, public work.
    pub public_work: PublicWork<N>,
    /// Coverage reached.
    pub coverage: Share<N>,
    /// Money still lacking for the wanted coverage.
    pub coverage_missing: Yuan<N>,
    /// Household grants used for coverage.
    pub coverage_used: Yuan<N>,
    /// The year's spending.
    pub spending: YearSpending<N>,
}

/// The effects of levers in every plan year. `plan` holds before the first plan year, and for funds
/// and execution after it where the levers don't repeat.
pub fn effects<N: Arithmetic>(
    side: Side,
    levers: &Levers<N>,
    plan: &Levers<N>,
    assumptions: &Assumptions<N>,
    baseline: &Baseline<N>,
) -> Vec<YearEffects<N>> {
    let path = &baseline.plan;
    let Some(first) = path.first() else {
        return Vec::new();
    };
    let mut walk = Walk::start((side, first.year - 1), levers, plan, assumptions);
    path.iter().map(|year| walk.next_year(year)).collect()
}

/// Levers on their way through the plan years.
pub struct Walk<'a, N> {
    side: Side,
    step: usize,
    levers: &'a Levers<N>,
    assumptions: &'a Assumptions<N>,
    spender: Spender<'a, N>,
    industry: Industry<N>,
    coverage: Coverage<N>,
    infrastructure: Infrastructure<N>,
    employment: Employment<N>,
    relocation: Relocation<N>,
}

impl<'a, N: Arithmetic> Walk<'a, N> {
    /// The walk's start in the year before the plan, in which the plan holds.
    #[inline(always)]
    pub fn start(
        (side, base): (Side, Year),
        levers: &'a Levers<N>,
        plan: &'a Levers<N>,
        assumptions: &'a Assumptions<N>,
    ) -> Self {
        let spender = Spender::new(levers, plan, assumptions, (side, base));
        let spent = spender.base(base);
        let before = At {
            year: base,
            side: Side::Plan,
        };
        Self {
            side,
            step: 0,
            levers,
            assumptions,
            spender,
            industry: Industry::new(plan, assumptions, spent, before),
            coverage: Coverage::new(plan, assumptions, spent, before),
            infrastructure: Infrastructure::new(assumptions, spent),
            employment: Employment::start(),
            relocation: Relocation::start(),
        }
    }

    /// A step into the next year.
    #[inline(always)]
    pub fn next_year(&mut self, path: &PathYear<N>) -> YearEffects<N> {
        let spending = self.spender.next_year(path.year);
        let year = ChannelYear {
            at: At {
                year: path.year,
                side: self.side,
            },
            step: self.step,
            levers: self.levers,
            assumptions: self.assumptions,
            path,
            spent: spending.spent,
        };
        self.step += 1;
        let mut channels = [[YuanPerPerson::zero(); Component::ALL.len()]; Channel::ALL.len()];
        channels[Channel::Industry as usize] = self.industry.next_year(&year);
        let paid = grants::paid(&year);
        let coverage = self.coverage.next_year(&year, paid);
        channels[Channel::Grants as usize] = grants::effect(&year, paid, coverage.used);
        channels[Channel::Coverage as usize] = coverage.effect;
        let mut public_work = gain::no_public_work();
        for (channel, (effect, public)) in Channel::WITH_PUBLIC_WORK.into_iter().zip([
            self.infrastructure.next_year(&year),
            other::effect(&year),
            self.employment.next_year(&year),
        ]) {
            channels[channel as usize] = effect;
            public_work[channel as usize] = public;
        }
        channels[Channel::Relocation as usize] = self.relocation.next_year(&year);
        channels[Channel::Social as usize] = social::effect(&year);
        YearEffects {
            channels,
            public_work,
            coverage: coverage.reached,
            coverage_missing: coverage.missing,
            coverage_used: coverage.used,
            spending,
        }
    }
}
