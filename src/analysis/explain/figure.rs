//! The figures that the screen shows, each with a stable name.

use std::fmt;

use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::model::Channel;
use crate::model::gain::GainPart;
use crate::model::term::{Side, Target};
use crate::region::key::{Benchmark, Category, Component, Key, Level, Year};

/// A figure on the screen. Its text form names it in the page and on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ScreenFigure {
    /// Net income a head; of the plan or the scenario.
    Income(Side, Year),
    /// The plan's under the region's own assumptions.
    PublishedIncome(Year),
    /// Net income a head in the year before the plan.
    BaseIncome,
    /// Scenario minus plan.
    Difference(Year),
    /// The effect of changed assumptions on the plan.
    AssumptionEffect(Year),
    /// A part of the difference: market income, public work or transfers.
    GainPart(GainPart, Year),
    /// Market income as a share of the difference.
    MarketShare(Year),
    /// A component of income.
    Component(Component, Side, Year),
    /// A component's part of the difference.
    ComponentDifference(Component, Year),
    /// A component of the plan under the region's own assumptions.
    PublishedComponent(Component, Year),
    /// The effect of changed assumptions on a component of the plan.
    ComponentAssumption(Component, Year),
    /// A channel's effect.
    Channel(Channel, Year),
    /// Public work or transfers as a share of what a channel adds.
    ChannelShare(Channel, GainPart, Year),
    /// A channel's effect on a component.
    ChannelPart(Channel, Component, Year),
    /// A benchmark's value.
    Benchmark(Benchmark, Year),
    /// Income minus benchmark.
    Lead(Benchmark, Year),
    /// The effect of changed assumptions on income minus benchmark.
    LeadAssumption(Benchmark, Year),
    /// Benchmark minus income.
    Gap(Benchmark, Year),
    /// Growth a year that would close a gap by the horizon.
    NeededGrowth(Benchmark),
    /// The scenario's own growth a year.
    AverageGrowth,
    /// By how much a higher-than is met.
    Margin(Target, Year),
    /// Coverage reached.
    Coverage(Year),
    /// Coverage minus the province's.
    CoverageLead(Year),
    /// Money that grants lack for the wanted coverage.
    CoverageMissing(Year),
    /// A use of the allocation for a category.
    Spending(Money, Category, Year),
    /// All funds of a level.
    LevelFunds(Level),
    /// All funds for a category.
    CategoryFunds(Category),
    /// All funds.
    AllFunds,
    /// Central funds for industry as a share of central funds.
    CentralShare,
    /// The monitoring line.
    RiskLine(Year),
    /// People estimated at risk.
    PeopleAtRisk(Side, Year),
    /// Their share, in the scenario.
    ShareAtRisk(Year),
    /// Their mean shortfall, in the scenario.
    MeanShortfall(Year),
    /// The scenario's value of a key.
    Input(Key),
    /// The contribution of a user's change: to the plan's income, or to scenario minus plan.
    Contribution(OutcomeMeasure, Key),
    /// The change of a year's result at an end of a key's plausible range.
    Swing(OutcomeMeasure, RangeEnd, Year, Key),
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RangeEnd {
    /// The lower one.
    Least,
    /// The upper one.
    Most,
}

impl RangeEnd {
    fn name(self) -> &'static str {
        match self {
            Self::Least => "least",
            Self::Most => "most",
        }
    }
}

impl ScreenFigure {
    /// The figure of that text form, if it is one that needs the model to be run with other values.
    pub fn counterfactual(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once('.')?;
        let measures = [OutcomeMeasure::Income, OutcomeMeasure::Difference];
        let measure = |name: &str| measures.into_iter().find(|which| which.name() == name);
        if kind == "contribution" {
            let (of, key) = rest.split_once('.')?;
            return Some(Self::Contribution(measure(of)?, Key::parse(key)?));
        }
        let mut parts = rest.splitn(4, '.');
        let (of, end, year, key) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let ends = [RangeEnd::Least, RangeEnd::Most];
        let end = ends.into_iter().find(|which| which.name() == end)?;
        let (year, key) = (year.parse().ok()?, Key::parse(key)?);
        (kind == "swing").then_some(Self::Swing(measure(of)?, end, year, key))
    }
}

/// Uses of an allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Money {
    /// Allocated for the year.
    Allocated,
    /// Of it, spent in the year.
    SpentInYear,
    /// Of it, carried into the next.
    Carried,
    /// Of it, lapsed.
    Lapsed,
    /// All that is spent in the year, with what was carried into it.
    Spent,
}

impl Money {
    fn name(self) -> &'static str {
        match self {
            Self::Allocated => "allocated",
            Self::SpentInYear => "spent_in_year",
            Self::Carried => "carried",
            Self::Lapsed => "lapsed",
            Self::Spent => "spent",
        }
    }
}

fn target(target: Target) -> &'static str {
    match target {
        Target::First => "first",
        Target::Second => "second",
    }
}

impl fmt::Display for ScreenFigure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Income(side, year) => write!(out, "income.{}.{year}", side.name()),
            Self::PublishedIncome(year) => write!(out, "income.published.{year}"),
            Self::BaseIncome => write!(out, "income.base"),
            Self::Difference(year) => write!(out, "difference.{year}"),
            Self::AssumptionEffect(year) => write!(out, "assumption_effect.{year}"),
            Self::GainPart(part, year) => write!(out, "gain.{}.{year}", part.name()),
            Self::MarketShare(year) => write!(out, "gain_share.market.{year}"),
            Self::Component(component, side, year) => {
                write!(out, "component.{}.{}.{year}", component.name(), side.name())
            }
            Self::ComponentDifference(component, year) => {
                write!(out, "component.{}.difference.{year}", component.name())
            }
            Self::Channel(channel, year) => write!(out, "channel.{}.{year}", channel.name()),
            Self::ChannelPart(channel, component, year) => {
                let (channel, component) = (channel.name(), component.name());
                write!(out, "channel.{channel}.{component}.{year}")
            }
            Self::PublishedComponent(component, year) => {
                write!(out, "component.{}.published.{year}", component.name())
            }
            Self::ComponentAssumption(component, year) => {
                write!(out, "component_assumption.{}.{year}", component.name())
            }
            Self::ChannelShare(channel, part, year) => {
                let (channel, part) = (channel.name(), part.name());
                write!(out, "channel_share.{channel}.{part}.{year}")
            }
            Self::LeadAssumption(benchmark, year) => {
                write!(out, "lead_assumption.{}.{year}", benchmark.name())
            }
            Self::Benchmark(benchmark, year) => {
                write!(out, "benchmark.{}.{year}", benchmark.name())
            }
            Self::Lead(benchmark, year) => write!(out, "lead.{}.{year}", benchmark.name()),
            Self::Gap(benchmark, year) => write!(out, "gap.{}.{year}", benchmark.name()),
            Self::NeededGrowth(benchmark) => write!(out, "needed_growth.{}", benchmark.name()),
            Self::AverageGrowth => write!(out, "average_growth"),
            Self::Margin(which, year) => write!(out, "margin.{}.{year}", target(which)),
            Self::Coverage(year) => write!(out, "coverage.{year}"),
            Self::CoverageLead(year) => write!(out, "coverage_lead.{year}"),
            Self::CoverageMissing(year) => write!(out, "coverage_missing.{year}"),
            Self::Spending(money, category, year) => {
                write!(out, "spending.{}.{}.{year}", money.name(), category.name())
            }
            Self::LevelFunds(level) => write!(out, "funds.{}", level.name()),
            Self::CategoryFunds(category) => write!(out, "funds.{}", category.name()),
            Self::AllFunds => write!(out, "funds"),
            Self::CentralShare => write!(out, "central_share"),
            Self::RiskLine(year) => write!(out, "risk_line.{year}"),
            Self::PeopleAtRisk(side, year) => write!(out, "risk.people.{}.{year}", side.name()),
            Self::ShareAtRisk(year) => write!(out, "risk.share.{year}"),
            Self::MeanShortfall(year) => write!(out, "risk.shortfall.{year}"),
            Self::Input(key) => write!(out, "input.{key}"),
            Self::Contribution(of, key) => write!(out, "contribution.{}.{key}", of.name()),
            Self::Swing(of, end, year, key) => {
                write!(out, "swing.{}.{}.{year}.{key}", of.name(), end.name())
            }
        }
    }
}
