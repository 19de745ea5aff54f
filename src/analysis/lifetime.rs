//! Income over a lifetime: what a yuan that is spent in the first plan year alone brings all lifted people
//! together, by the use that it is put to, to the horizon and far beyond it.
//!
//! The years beyond the horizon follow the same rules, under the levers and assumptions of the last plan year.
//! A yuan is one in the place of none, beside everything that the scenario does. Money of the plan is spent as
//! the plan spends it, a part of it in the year after; where later income is discounted, that part is, too. It is
//! computed in floating point ([`streams`]).

mod streams;
pub mod switching;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::analysis::search::float;
use crate::floating::{Assumptions, Floating, Levers};
use crate::region::key::{Batch, Fixed, Year};
use crate::region::{Publication, Region, Years};
use crate::scenario::{Resolved, Scenario};
use streams::Streams;

/// The years beyond the horizon to which the far column looks.
const FAR_BEYOND: Year = 30;
/// The years after which a study finds that capital does better than cash.
const STUDY_YEARS: Year = 4;
/// The study's name among a region's sources.
const STUDY: &str = "li-2017";

/// The use of a yuan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LifetimeUse {
    /// Industry money, divided as the scenario divides it.
    Industry,
    /// Industry money that all becomes assets.
    Assets,
    /// Household grants in cash.
    Grants,
    /// Household grants that raise coverage; its upkeep in later years comes from the grants there are.
    Coverage,
    /// Infrastructure, with its work relief.
    Infrastructure,
    /// Other spending.
    Other,
    /// Social help that is paid directly: money beside the plan's funds.
    Social,
    /// The pay of further jobs of a batch in that year: money from outside the plan.
    Jobs(Batch),
}

impl LifetimeUse {
    /// All of them, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        let own = [
            Self::Industry,
            Self::Assets,
            Self::Grants,
            Self::Coverage,
            Self::Infrastructure,
            Self::Other,
            Self::Social,
        ];
        own.into_iter().chain(Batch::ALL.map(Self::Jobs))
    }

    /// The uses of the plan's own funds that are held against each other.
    pub const COMPARED: [Self; 5] = [
        Self::Assets,
        Self::Grants,
        Self::Coverage,
        Self::Infrastructure,
        Self::Other,
    ];

    /// True where the money is not the plan's.
    pub fn is_from_outside(self) -> bool {
        matches!(self, Self::Social | Self::Jobs(_))
    }
}

/// Yuan of income for each yuan spent, up to a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LifetimeIncome {
    /// As it is.
    pub plain: f64,
    /// Discounted to the first plan year.
    pub discounted: f64,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LifetimeRow {
    /// The use.
    pub place: LifetimeUse,
    /// Income up to the horizon.
    pub horizon: LifetimeIncome,
    /// Income up to the far year.
    pub far: LifetimeIncome,
}

/// A study's finding that capital overtakes cash, held against the model.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CapitalAgainstCash {
    /// The first year in which assets have brought no less than cash, if there is one up to the far year.
    pub overtakes: Option<Year>,
    /// The year in which the study says that they do.
    pub study: Year,
    /// The income from a yuan of assets by the far year.
    pub assets: f64,
    /// The income from a yuan of cash.
    pub cash: f64,
}

impl CapitalAgainstCash {
    /// True where the model disagrees with the study.
    pub fn disagrees(&self) -> bool {
        self.overtakes.is_none_or(|year| year > self.study)
    }
}

/// The table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LifetimeTable {
    /// The first plan year, in which the money is spent.
    pub first: Year,
    /// The horizon.
    pub horizon: Year,
    /// The far year; the horizon where that is later.
    pub far: Year,
    /// The yearly rate at which later years are discounted.
    pub rate: f64,
    /// The uses that a yuan can be put to.
    pub rows: Vec<LifetimeRow>,
    /// Assets against cash, where the region cites the study and money can be put to both.
    pub capital: Option<CapitalAgainstCash>,
}

impl LifetimeTable {
    /// The row of a use.
    pub fn row(&self, place: LifetimeUse) -> Option<&LifetimeRow> {
        self.rows.iter().find(|row| row.place == place)
    }

    /// The study that assets and cash are held against.
    pub fn study<'a>(&self, region: &'a Region) -> Option<&'a Publication> {
        region.sources.get(STUDY)
    }
}

/// The answer to a question for the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LifetimeAnswer {
    /// The table.
    pub table: LifetimeTable,
    /// The values that turn the order of two uses of the plan's own funds, the nearest first.
    pub switching: Vec<switching::LifetimeSwitch>,
}

/// The table and the values that turn it.
pub fn answer(region: &Region, scenario: &Scenario) -> LifetimeAnswer {
    let table = table(region, &scenario.resolve(region));
    let switching = switching::switching(region, scenario, &table);
    LifetimeAnswer { table, switching }
}

/// The table of a scenario's values.
pub fn table(region: &Region, resolved: &Resolved) -> LifetimeTable {
    let streams = of(region, resolved, LifetimeUse::all());
    let years = region.years;
    let cites = region.sources.contains_key(STUDY);
    let capital = cites.then(|| capital(&streams, years)).flatten();
    LifetimeTable {
        first: years.first_plan,
        horizon: years.horizon,
        far: far(years),
        rate: rate(resolved),
        rows: rows(&streams, years),
        capital,
    }
}

/// The far year.
fn far(years: Years) -> Year {
    years.horizon + FAR_BEYOND
}

fn rate(resolved: &Resolved) -> f64 {
    float(resolved.scenario.fixed(Fixed::DiscountRate))
}

/// The streams of income of some uses.
fn of(region: &Region, resolved: &Resolved, uses: impl Iterator<Item = LifetimeUse>) -> Streams {
    let years = Years {
        horizon: far(region.years),
        ..region.years
    };
    let assumptions = Assumptions::of(&Floating(&resolved.scenario), years);
    let plan = Levers::with_years(&Floating(&resolved.plan), region.years);
    let levers = Levers::with_years(&Floating(&resolved.scenario), region.years);
    Streams::of(years, &assumptions, (&plan, &levers), rate(resolved), uses)
}

fn rows(streams: &Streams, years: Years) -> Vec<LifetimeRow> {
    let steps = years.plan().len();
    let all = streams.all.iter();
    all.map(|stream| LifetimeRow {
        place: stream.place,
        horizon: stream.up_to(steps, streams.rate),
        far: stream.up_to(stream.income.len(), streams.rate),
    })
    .collect()
}

/// Assets against cash.
fn capital(streams: &Streams, years: Years) -> Option<CapitalAgainstCash> {
    let (assets, cash) = (
        streams.stream(LifetimeUse::Assets)?,
        streams.stream(LifetimeUse::Grants)?,
    );
    let (of_assets, of_cash) = (assets.running(), cash.running());
    let mut both = of_assets.iter().zip(&of_cash);
    let step = both.position(|(assets, cash)| assets >= cash);
    let (assets, cash) = (of_assets.last()?, of_cash.last()?);
    Some(CapitalAgainstCash {
        overtakes: step.map(|step| years.first_plan + step as Year),
        study: years.first_plan + STUDY_YEARS,
        assets: *assets,
        cash: *cash,
    })
}
