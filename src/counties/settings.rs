//! The settings that a bureau decides on: weights, schedule, lamps and goals of the contest, the factors of a division, the
//! checklist of guarantees and campaigns.
//!
//! `{"zengshou-counties": 1, "weights": {"spending": "20"}, "schedule": ["0.08", …], "lamps": {"yellow": "0.05"},
//! "targets": {"started": "1"}, "goals": {"spending": "0.95"}, "small": 30, "day": "2026-06-30", "division": {"weights":
//! {"people": "35", "income": "30", "policy": "35"}, "amount": "300000000", "floor": "1000000", "cap": "90000000", "money": "instead",
//! "counties": {"张北县": {"policy": "1.2", "appraisal": "1.1"}}, "taken": {"张北县": "20000000"}}, "projects": {"sizes":
//! ["500000", …], "begin_by": 4, "most_lag": "0.2"},
//! "guarantees": {…}, "campaigns": […]}`; the last two as `settings/guarantees.rs` and `settings/campaigns.rs` show them. Whatever is not there stays as it is here; numbers are
//! decimal texts, amounts yuan in whole 10,000.

mod campaigns;
mod guarantees;
mod raw;
mod read;
mod reading;

use std::collections::BTreeMap;

pub use reading::day_of;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use zengshou_sheets::SheetDate;

use super::WAN;
use super::campaigns::CampaignSettings;
use super::guarantees::GuaranteeSettings;
use super::indicator::{ByIndicator, Indicator};
use crate::analysis::progress::Month;
use crate::number::Share;

/// The schema of settings that this program writes and reads.
pub const COUNTIES_SCHEMA: u32 = 1;
/// The greatest amount of a division, in 10,000 yuan.
pub const MOST_WAN: u64 = 100_000_000;
/// The most bytes of a file of settings.
pub const MOST_SETTINGS_BYTES: usize = 4 << 20;
/// The months of a year.
const MONTHS: usize = crate::analysis::progress::MONTHS as usize;

/// The settings of contest and division.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountySettings {
    /// The weight of each indicator; one without weight is shown and not counted.
    pub weights: ByIndicator<Decimal>,
    /// The share that should be spent by the end of each month.
    pub schedule: [Decimal; MONTHS],
    /// The distance below its target within which a lamp is yellow.
    pub yellow: Decimal,
    /// The targets that lamps are held against; that of spending is the schedule.
    pub targets: ByIndicator<Option<Decimal>>,
    /// The goals of the year.
    pub goals: ByIndicator<Option<Decimal>>,
    /// The denominator below which a share is flagged.
    pub small: u64,
    /// The day of rows that say none.
    pub day: Option<SheetDate>,
    /// The division of money.
    pub division: DivisionSettings,
    /// The terms that projects are looked at under.
    pub projects: ProjectSettings,
    /// The checklist of guarantees.
    pub guarantees: GuaranteeSettings,
    /// The campaigns, in their order.
    pub campaigns: Vec<CampaignSettings>,
}

/// The terms that projects are looked at under, beside schedule and goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectSettings {
    /// The edges of the classes of size, in yuan, rising.
    pub edges: Vec<Decimal>,
    /// The month from whose end a project that is not begun puts its money at risk.
    pub begin_by: Month,
    /// The share that a project's spending may lag behind the schedule before its money is at risk.
    pub most_lag: Share,
}

impl Default for ProjectSettings {
    /// The classes and the term that many notices use: all begun by the first of April.
    fn default() -> Self {
        Self {
            edges: [500_000, 2_000_000, 5_000_000, 10_000_000]
                .map(Decimal::from)
                .to_vec(),
            begin_by: Month::new(3).unwrap_or(Month::LAST),
            most_lag: Share(Decimal::new(2, 1)),
        }
    }
}

/// The factors of a division and its limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DivisionSettings {
    /// The money to divide, in 10,000 yuan.
    pub money: Option<u64>,
    /// The weights of the factors.
    pub weights: [Decimal; Factor::ALL.len()],
    /// The least of every county, in 10,000 yuan.
    pub floor: Option<u64>,
    /// The most of every county, in 10,000 yuan.
    pub cap: Option<u64>,
    /// True where the money comes on top of what counties have; else it stands in its place.
    pub is_added: bool,
    /// The terms of single counties, by name.
    pub counties: BTreeMap<String, CountyTerms>,
    /// The money of each county, in 10,000 yuan and by name, of a division that was taken over: incomes are projected with it.
    pub taken: BTreeMap<String, u64>,
}

/// The terms of one county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountyTerms {
    /// The least, in 10,000 yuan; else that of every county.
    pub floor: Option<u64>,
    /// The most, in 10,000 yuan; else that of every county.
    pub cap: Option<u64>,
    /// The weight that policy gives each of its people; 1 for no preference.
    pub policy: Decimal,
    /// The factor of its appraisal; 1 for none.
    pub appraisal: Decimal,
}

impl Default for CountyTerms {
    fn default() -> Self {
        Self {
            floor: None,
            cap: None,
            policy: Decimal::ONE,
            appraisal: Decimal::ONE,
        }
    }
}

/// A factor of a division.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// The people concerned.
    People,
    /// Their income: who has less counts for more.
    Income,
    /// Policy.
    Policy,
}

impl Factor {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::People, Self::Income, Self::Policy];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Income => "income",
            Self::Policy => "policy",
        }
    }
}

impl Default for CountySettings {
    /// An even schedule, and starting weights that the bureau replaces by its own.
    fn default() -> Self {
        let month = |month: i64| Decimal::from(month) / Decimal::from(MONTHS as i64);
        let mut schedule = [Decimal::ONE; MONTHS];
        for (share, number) in schedule.iter_mut().zip(1..MONTHS as i64) {
            *share = month(number);
        }
        let goal = |indicator| {
            let whole = [
                Indicator::Spending,
                Indicator::Started,
                Indicator::Completed,
                Indicator::RiskFree,
                Indicator::Solved,
            ];
            whole.contains(&indicator).then_some(Decimal::ONE)
        };
        Self {
            weights: [20, 10, 15, 15, 10, 10, 10, 10].map(Decimal::from),
            schedule,
            yellow: Decimal::new(5, 2),
            targets: [None; Indicator::ALL.len()],
            goals: Indicator::ALL.map(goal),
            small: 30,
            day: None,
            division: DivisionSettings {
                money: None,
                weights: [35, 30, 35].map(Decimal::from),
                floor: None,
                cap: None,
                is_added: false,
                counties: BTreeMap::new(),
                taken: BTreeMap::new(),
            },
            projects: ProjectSettings::default(),
            guarantees: GuaranteeSettings::default(),
            campaigns: Vec::new(),
        }
    }
}

/// An amount in yuan as a whole number of 10,000; none for any other.
pub fn whole_wan(yuan: Decimal) -> Option<u64> {
    let wan = yuan.checked_div(Decimal::from(WAN))?;
    let whole = wan.is_integer().then(|| wan.to_u64()).flatten();
    whole.filter(|wan| *wan <= MOST_WAN)
}
