//! The indicators of the contest: numerator, denominator and share of each, or the reason for having none.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use zengshou_sheets::{CountyField, CountyRow};

use super::FEWEST_PEOPLE;
use super::check::CheckedCounties;
use crate::number::Share;

/// An indicator of the contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Indicator {
    /// 支出进度: spent of what was granted, against the schedule.
    Spending,
    /// 开工率: projects begun.
    Started,
    /// 完工率: projects completed.
    Completed,
    /// Growth of the lifted population's income.
    Growth,
    /// Coverage by measures of industry.
    Coverage,
    /// 务工: people with work of those who can work.
    Work,
    /// 风险消除率: monitored households that are free of risk.
    RiskFree,
    /// 问题整改率: problems with the three guarantees that are solved.
    Solved,
}

/// One value for each indicator.
pub type ByIndicator<T> = [T; Indicator::ALL.len()];

impl Indicator {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 8] = [
        Self::Spending,
        Self::Started,
        Self::Completed,
        Self::Growth,
        Self::Coverage,
        Self::Work,
        Self::RiskFree,
        Self::Solved,
    ];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Spending => "spending",
            Self::Started => "started",
            Self::Completed => "completed",
            Self::Growth => "growth",
            Self::Coverage => "coverage",
            Self::Work => "work",
            Self::RiskFree => "risk_free",
            Self::Solved => "solved",
        }
    }

    /// The indicator of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The columns of its numerator and its denominator; of growth, of both years.
    pub fn fields(self) -> (CountyField, CountyField) {
        match self {
            Self::Spending => (CountyField::Spent, CountyField::Granted),
            Self::Started => (CountyField::Started, CountyField::Projects),
            Self::Completed => (CountyField::Completed, CountyField::Projects),
            Self::Growth => (CountyField::Income, CountyField::IncomeBefore),
            Self::Coverage => (CountyField::CoveredHouseholds, CountyField::DueHouseholds),
            Self::Work => (CountyField::Workers, CountyField::Labour),
            Self::RiskFree => (
                CountyField::RiskFreeHouseholds,
                CountyField::MonitoredHouseholds,
            ),
            Self::Solved => (CountyField::GuaranteeSolved, CountyField::GuaranteeProblems),
        }
    }

    /// The column that counts the people or households behind it; none where it speaks of money, projects or problems.
    fn people(self) -> Option<CountyField> {
        match self {
            Self::Growth => Some(CountyField::LiftedPeople),
            Self::Coverage | Self::Work | Self::RiskFree => Some(self.fields().1),
            Self::Spending | Self::Started | Self::Completed | Self::Solved => None,
        }
    }

    /// True for money, whose denominators are never small.
    fn is_money(self) -> bool {
        matches!(self, Self::Spending | Self::Growth)
    }
}

/// A share with its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndicatorRate {
    /// The numerator; of growth, the rise.
    pub numerator: Decimal,
    /// The denominator, above zero.
    pub denominator: Decimal,
    /// Numerator ÷ denominator.
    pub share: Share,
    /// True where a denominator is so small that one more or less moves the share a lot.
    pub is_small: bool,
}

/// A reason for having no share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateGap {
    /// The table does not say.
    NotReported,
    /// There is nothing to be done: none of none.
    NothingToDo,
    /// Fewer people behind it than are shown.
    TooFew,
    /// The part is larger than its whole, or an income leaps.
    Faulty,
}

impl RateGap {
    /// True where it keeps a county from being ranked: it would else gain by not reporting.
    pub fn keeps_from_rank(self) -> bool {
        matches!(self, Self::NotReported | Self::Faulty)
    }
}

/// The share of an indicator in a row of a table.
pub fn rate(
    checked: &CheckedCounties<'_>,
    (index, row): (usize, &CountyRow),
    indicator: Indicator,
    small: u64,
) -> Result<IndicatorRate, RateGap> {
    let (part, whole) = indicator.fields();
    if checked.is_wrong_part(index, part) {
        return Err(RateGap::Faulty);
    }
    let (Some(numerator), Some(denominator)) = (row.number(part), row.number(whole)) else {
        return Err(RateGap::NotReported);
    };
    if let Some(people) = indicator.people()
        && row
            .number(people)
            .is_some_and(|it| !it.is_zero() && it < FEWEST_PEOPLE.into())
    {
        return Err(RateGap::TooFew);
    }
    if denominator.is_zero() {
        return Err(
            match numerator.is_zero() && indicator != Indicator::Growth {
                true => RateGap::NothingToDo,
                false => RateGap::Faulty,
            },
        );
    }
    let numerator = match indicator {
        Indicator::Growth => numerator - denominator,
        _ => numerator,
    };
    let share = numerator.checked_div(denominator).ok_or(RateGap::Faulty)?;
    Ok(IndicatorRate {
        numerator,
        denominator,
        share: Share(share),
        is_small: !indicator.is_money() && denominator < small.into(),
    })
}
