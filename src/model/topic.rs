//! The calculation that each named step belongs to: the division of a table of all steps.

use crate::channel::Channel;
use crate::term::{Asset, Quantity, Reached};

/// A calculation that steps belong to; a table of them has the topics in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// The planned path.
    Baseline,
    /// Spending of allocations.
    Spending,
    /// The steps of a channel, on one side alone.
    Channel(Channel),
    /// The channels' effects on components of the plan.
    Parts,
    /// The channels' effects on the plan's income.
    Channels,
    /// Incomes and what is between them.
    Income,
    /// The benchmarks.
    Benchmarks,
    /// Incomes against the benchmarks.
    Gaps,
    /// The two higher-thans.
    Targets,
    /// The people at risk.
    Risk,
    /// Effects of changed assumptions, or of one change alone.
    Changes,
}

impl Asset {
    /// The channel that the assets work in.
    fn channel(self) -> Channel {
        match self {
            Self::Industry => Channel::Industry,
            Self::Infrastructure => Channel::Infrastructure,
        }
    }
}

impl Quantity {
    /// The calculation that it belongs to.
    pub fn topic(self) -> Topic {
        match self {
            Self::Baseline(_)
            | Self::Growth(_)
            | Self::Fade
            | Self::WageIndex
            | Self::Population => Topic::Baseline,
            Self::CategoryFunds(_)
            | Self::LevelFunds(_)
            | Self::FundsIndex(_)
            | Self::CellFunds(..)
            | Self::AllFunds
            | Self::CentralShare
            | Self::Allocated(..)
            | Self::SpentInYear(_)
            | Self::Unspent(_)
            | Self::Carried(_)
            | Self::Lapsed(_)
            | Self::Spent(_) => Topic::Spending,
            Self::Invested(asset)
            | Self::Formed(asset)
            | Self::Kept(asset)
            | Self::Stock(asset)
            | Self::Working(asset) => Topic::Channel(asset.channel()),
            Self::Returns => Topic::Channel(Channel::Industry),
            Self::LastingReturns | Self::ReliefWages => Topic::Channel(Channel::Infrastructure),
            Self::OtherReaching => Topic::Channel(Channel::Other),
            Self::Grants => Topic::Channel(Channel::Grants),
            Self::Coverage(_)
            | Self::CostIndex
            | Self::KnownUpkeep
            | Self::CoverageKept
            | Self::CoverageUpkeep
            | Self::CoverageLeft
            | Self::CoverageUsed
            | Self::CoverageWhole
            | Self::CoverageNeeded
            | Self::CoverageMissing
            | Self::CoverageEffective
            | Self::CoverageLead
            | Self::Multiplier
            | Self::KnownMultiplier => Topic::Channel(Channel::Coverage),
            Self::JobsWorked(_)
            | Self::BatchWages(_)
            | Self::AllBatchesWages
            | Self::PublicBatchWages => Topic::Channel(Channel::Employment),
            Self::RelocatedWorked | Self::RelocatedWages => Topic::Channel(Channel::Relocation),
            Self::Effect(channel, _) => Topic::Channel(channel),
            Self::ChannelPart(..) | Self::PublicWorkPart(_) | Self::EarnedChange => Topic::Parts,
            Self::Channel(_) | Self::ChannelShare(..) => Topic::Channels,
            Self::Income
            | Self::BaseIncome
            | Self::Component(_)
            | Self::Difference
            | Self::GainPart(_)
            | Self::MarketShare
            | Self::ComponentDifference(_) => Topic::Income,
            Self::Benchmark(_) => Topic::Benchmarks,
            Self::Lead(_) | Self::Gap(_) | Self::NeededGrowth(_) | Self::AverageGrowth => {
                Topic::Gaps
            }
            Self::IncomeGrowth | Self::BenchmarkGrowth(_) | Self::Margin(_) => Topic::Targets,
            Self::RiskLine
            | Self::PeopleAtRisk
            | Self::ShareAtRisk
            | Self::MeanShortfall
            | Self::LogSpread
            | Self::LinePlace => Topic::Risk,
            Self::AssumptionEffect
            | Self::ComponentAssumption(_)
            | Self::LeadAssumption(_)
            | Self::Contribution(_)
            | Self::PlanContribution(_)
            | Self::IncomeMove(_)
            | Self::DifferenceMove(_) => Topic::Changes,
        }
    }

    /// The name without the way in which the value came about.
    pub fn whichever_way(self) -> Self {
        match self {
            Self::Allocated(category, _) => Self::Allocated(category, false),
            Self::Coverage(_) => Self::Coverage(Reached::AtOnce),
            other => other,
        }
    }

    /// True where a table whose inputs change later has it: shares of a possible zero are not in
    /// every scenario, and benchmark minus income is the same as income minus benchmark, with the
    /// other sign.
    pub fn is_in_tables(self) -> bool {
        !matches!(
            self,
            Self::CentralShare | Self::MarketShare | Self::ChannelShare(..) | Self::Gap(_)
        )
    }
}
