//! The pace that a county needs to reach the year's goals, from the day of its figures on.

use rust_decimal::Decimal;

use super::indicator::{Indicator, IndicatorRate};
use super::league::LeagueLine;
use super::settings::CountySettings;
use crate::analysis::progress::{MONTHS, Month};
use crate::number::Share;

/// The way to a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalPace {
    /// It is reached.
    Reached,
    /// So much in each of so many months.
    Monthly {
        /// The amount a month.
        amount: Decimal,
        /// The months that are left.
        months: u8,
    },
    /// So much is missing, and no month is left.
    TooLate {
        /// The amount that is missing.
        missing: Decimal,
    },
    /// So much is missing; without a day nobody knows how many months are left.
    NoDay {
        /// The amount that is missing.
        missing: Decimal,
    },
}

/// A goal of a county, and the way to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountyGoal {
    /// The indicator.
    pub indicator: Indicator,
    /// The share that the year should reach.
    pub goal: Share,
    /// The way there.
    pub pace: GoalPace,
}

/// The goals of a county. A rise of income is no task of months: growth has none.
pub fn goals(line: &LeagueLine, settings: &CountySettings) -> Vec<CountyGoal> {
    let goal = |indicator: Indicator| {
        let goal = settings.goals[indicator as usize]?;
        let rate = line.rates[indicator as usize].as_ref().ok()?;
        (indicator != Indicator::Growth).then(|| CountyGoal {
            indicator,
            goal: Share(goal),
            pace: pace(rate, goal, line),
        })
    };
    Indicator::ALL.into_iter().filter_map(goal).collect()
}

fn pace(rate: &IndicatorRate, goal: Decimal, line: &LeagueLine) -> GoalPace {
    let missing = rate.denominator * goal - rate.numerator;
    if missing <= Decimal::ZERO {
        return GoalPace::Reached;
    }
    let Some(day) = line.day else {
        return GoalPace::NoDay { missing };
    };
    let left = Month::ended(day.month, day.day).map_or(MONTHS, Month::left);
    match left {
        0 => GoalPace::TooLate { missing },
        months => GoalPace::Monthly {
            amount: missing / Decimal::from(months),
            months,
        },
    }
}
