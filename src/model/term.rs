//! The names that an economist gives to the steps of the computation.

use crate::channel::Channel;
use crate::gain_part::GainPart;
use crate::key::{Batch, Benchmark, Category, Component, Key, Level, Unit, Year};

/// The side that a value belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// Plan and scenario have it in common.
    Shared,
    /// The plan's.
    Plan,
    /// The scenario's.
    Scenario,
}

impl Side {
    /// The name in figures and message identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Plan => "plan",
            Self::Scenario => "scenario",
        }
    }
}

/// A place in the walk through the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct At {
    /// The year.
    pub year: Year,
    /// Plan or scenario.
    pub side: Side,
}

impl At {
    /// A name for what is computed here.
    #[inline(always)]
    pub fn term(self, what: Quantity) -> Term {
        Term {
            what,
            year: Some(self.year),
            side: self.side,
        }
    }
}

/// A name with its year and side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// The quantity.
    pub what: Quantity,
    /// The year that it is of, if it is of one.
    pub year: Option<Year>,
    /// The side.
    pub side: Side,
}

impl Term {
    /// A name for what plan and scenario have in common in a year.
    #[inline(always)]
    pub fn shared(what: Quantity, year: Year) -> Self {
        At {
            year,
            side: Side::Shared,
        }
        .term(what)
    }

    /// A name for what the scenario is against the plan in a year.
    #[inline(always)]
    pub fn scenario(what: Quantity, year: Year) -> Self {
        At {
            year,
            side: Side::Scenario,
        }
        .term(what)
    }

    /// A name for what has no year.
    #[inline(always)]
    pub fn timeless(what: Quantity, side: Side) -> Self {
        Self {
            what,
            year: None,
            side,
        }
    }
}

/// The two stocks that spending builds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Asset {
    /// Assets of industry projects.
    Industry,
    /// Infrastructure.
    Infrastructure,
}

impl Asset {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Industry, Self::Infrastructure];

    /// The name in message identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Industry => "industry",
            Self::Infrastructure => "infrastructure",
        }
    }
}

/// The way in which a year's coverage was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reached {
    /// The wanted coverage is no rise, and holds at once.
    AtOnce,
    /// The year's grants pay for the whole rise.
    Paid,
    /// The year's grants pay for a part of the rise.
    InPart,
    /// The year's grants pay for the upkeep of a part of what there was.
    Unkept,
}

/// One of the two higher-thans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// T1: the lifted population against rural residents of the province.
    First,
    /// T2: lifted counties against rural residents of the nation.
    Second,
}

/// The quantity of a step of the computation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// Net income a head.
    Income,
    /// Net income a head in the year before the plan.
    BaseIncome,
    /// A component of income.
    Component(Component),
    /// A component of the planned path.
    Baseline(Component),
    /// Growth of a component on the planned path.
    Growth(Component),
    /// The remaining part of the distance from far to near growth.
    Fade,
    /// Wages against those of the first plan year.
    WageIndex,
    /// The lifted population.
    Population,
    /// Funds for a category over all levels.
    CategoryFunds(Category),
    /// Funds of a level over all categories.
    LevelFunds(Level),
    /// All funds.
    AllFunds,
    /// Central funds for industry as a share of all central funds.
    CentralShare,
    /// Funds of a level for a category in a year after the first plan year.
    CellFunds(Level, Category),
    /// Funds of a level against those of the first plan year.
    FundsIndex(Level),
    /// The allocation of a year; the plan's where the scenario's does not repeat.
    Allocated(Category, bool),
    /// Of the allocation, spent in its year.
    SpentInYear(Category),
    /// Of the allocation, not spent in its year.
    Unspent(Category),
    /// Of the allocation, carried into the next year.
    Carried(Category),
    /// Of the allocation, lapsed.
    Lapsed(Category),
    /// Spending of a year, with what was carried into it.
    Spent(Category),
    /// Spending that becomes assets.
    Invested(Asset),
    /// Assets formed in a year.
    Formed(Asset),
    /// The rest of last year's stock.
    Kept(Asset),
    /// The stock at the end of a year.
    Stock(Asset),
    /// The stock that works in a year.
    Working(Asset),
    /// Returns on industry assets that reach people, a head.
    Returns,
    /// Lasting returns of infrastructure, a head.
    LastingReturns,
    /// Wages of work relief, a head.
    ReliefWages,
    /// Other spending that reaches people, a head.
    OtherReaching,
    /// Household grants of a year.
    Grants,
    /// Industry-support coverage reached.
    Coverage(Reached),
    /// The cost of covering a household against that of the first plan year.
    CostIndex,
    /// The yearly upkeep of the known coverage.
    KnownUpkeep,
    /// The part of last year's coverage that is kept.
    CoverageKept,
    /// The upkeep of the coverage that is kept.
    CoverageUpkeep,
    /// Household grants left after upkeep.
    CoverageLeft,
    /// Household grants used for coverage.
    CoverageUsed,
    /// The cost of all households at once.
    CoverageWhole,
    /// The cost of the wanted rise of coverage.
    CoverageNeeded,
    /// Money that the grants lack for the wanted rise.
    CoverageMissing,
    /// Coverage that works in a year.
    CoverageEffective,
    /// The factor of coverage on operating income.
    Multiplier,
    /// The same at the known coverage.
    KnownMultiplier,
    /// Jobs of a batch, in full years of work.
    JobsWorked(Batch),
    /// The change of the employed share of the relocated, in full years of work.
    RelocatedWorked,
    /// Wages of a batch of jobs at the first plan year's pay.
    BatchWages(Batch),
    /// Wages of all batches.
    AllBatchesWages,
    /// Wages of the batches that are public work, a head.
    PublicBatchWages,
    /// Wages of the relocated.
    RelocatedWages,
    /// A channel's effect on a component on one side.
    Effect(Channel, Component),
    /// A channel's effect on a component of the plan.
    ChannelPart(Channel, Component),
    /// A channel's effect on the plan's income.
    Channel(Channel),
    /// A channel's public work beyond the plan's.
    PublicWorkPart(Channel),
    /// The change of wage, operating and property income, on which the claw-back is reckoned.
    EarnedChange,
    /// Scenario minus plan.
    Difference,
    /// A part of it.
    GainPart(GainPart),
    /// Market income as a share of the difference.
    MarketShare,
    /// A component's part of the difference.
    ComponentDifference(Component),
    /// The effect of changed assumptions on the plan.
    AssumptionEffect,
    /// The effect of changed assumptions on a component of the plan.
    ComponentAssumption(Component),
    /// The effect of changed assumptions on income minus benchmark.
    LeadAssumption(Benchmark),
    /// A part as a share of what a channel adds.
    ChannelShare(Channel, GainPart),
    /// A benchmark's value.
    Benchmark(Benchmark),
    /// Income minus benchmark.
    Lead(Benchmark),
    /// Benchmark minus income.
    Gap(Benchmark),
    /// Growth a year that would close a gap by the horizon.
    NeededGrowth(Benchmark),
    /// The scenario's own growth a year to the horizon.
    AverageGrowth,
    /// Growth of income on the year before.
    IncomeGrowth,
    /// Growth of a benchmark on the year before.
    BenchmarkGrowth(Benchmark),
    /// By how much a higher-than is met.
    Margin(Target),
    /// Coverage minus the province's.
    CoverageLead,
    /// The monitoring line.
    RiskLine,
    /// People estimated at risk.
    PeopleAtRisk,
    /// Their share.
    ShareAtRisk,
    /// Their mean shortfall.
    MeanShortfall,
    /// The standard deviation of the logarithms of incomes.
    LogSpread,
    /// The standardized distance of the monitoring line from their mean.
    LinePlace,
    /// The contribution of a user's change to scenario minus plan.
    Contribution(Key),
    /// The contribution of a user's change to the plan's income.
    PlanContribution(Key),
    /// The change of an income at another value of a key.
    IncomeMove(Key),
    /// The change of scenario minus plan at another value of a key.
    DifferenceMove(Key),
}

/// A way to a value that is no chain of operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// Halving, until the least growth of four decimals is found that leads far enough.
    LeastGrowth,
    /// The standard deviation of the logarithms of incomes, from the Gini coefficient; from here on
    /// estimates in floating point.
    LogSpread,
    /// The monitoring line's place in their distribution, from income, line and scatter.
    LinePlace,
    /// The share below the line, from its place.
    ShareBelow,
    /// The people below the line, from population and share.
    PeopleBelow,
    /// The mean shortfall, from line, income, standardized distance and standard deviation.
    Shortfall,
}

impl Method {
    /// True for a method in floating point.
    pub fn is_estimate(self) -> bool {
        self != Self::LeastGrowth
    }
}

impl Quantity {
    /// The value's unit; none for a plain factor.
    pub fn unit(self) -> Option<Unit> {
        match self {
            Self::Fade
            | Self::WageIndex
            | Self::FundsIndex(_)
            | Self::CostIndex
            | Self::Multiplier
            | Self::KnownMultiplier
            | Self::LogSpread
            | Self::LinePlace => None,
            Self::Population | Self::PeopleAtRisk | Self::JobsWorked(_) => Some(Unit::People),
            Self::CategoryFunds(_)
            | Self::CellFunds(..)
            | Self::LevelFunds(_)
            | Self::AllFunds
            | Self::Allocated(..)
            | Self::SpentInYear(_)
            | Self::Unspent(_)
            | Self::Carried(_)
            | Self::Lapsed(_)
            | Self::Spent(_)
            | Self::Invested(_)
            | Self::Formed(_)
            | Self::Kept(_)
            | Self::Stock(_)
            | Self::Working(_)
            | Self::Grants
            | Self::CoverageWhole
            | Self::KnownUpkeep
            | Self::CoverageUpkeep
            | Self::CoverageLeft
            | Self::CoverageUsed
            | Self::CoverageNeeded
            | Self::CoverageMissing
            | Self::BatchWages(_)
            | Self::AllBatchesWages
            | Self::RelocatedWages => Some(Unit::Yuan),
            Self::Growth(_)
            | Self::CentralShare
            | Self::Coverage(_)
            | Self::CoverageKept
            | Self::CoverageEffective
            | Self::RelocatedWorked
            | Self::MarketShare
            | Self::ChannelShare(..)
            | Self::NeededGrowth(_)
            | Self::AverageGrowth
            | Self::IncomeGrowth
            | Self::BenchmarkGrowth(_)
            | Self::Margin(_)
            | Self::CoverageLead
            | Self::ShareAtRisk => Some(Unit::Share),
            _ => Some(Unit::YuanPerPerson),
        }
    }
}
