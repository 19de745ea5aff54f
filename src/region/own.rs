//! A bureau's own figures: a region as its differences from the default one.
//!
//! `{"zengshou-region": 1, "id": "r130726-2025", "version": 1, "name": "蔚县", "base_year": 2025,
//! "first_plan_year": 2026, "horizon": 2035, "values": {"income0.wage": {"value": "9000", "status":
//! "source", "source": "…"}}}`. A value that is not there is filled in from the default region and marked
//! as an assumption; one that nobody knows stays unknown. How it is filled in is the business of
//! [`build`].

mod build;
mod fallback;
pub mod raw;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use zengshou_sheets::{CountyRow, ProjectRow, SheetDate};

use super::key::{Benchmark, Category, Component, Fixed, Key, Level, Year, Yearly, funds, income0};
use super::{Status, Years};

/// The schema of own figures that this program writes and reads.
pub const OWN_SCHEMA: u32 = 1;
/// The most bytes that a file of own figures may have, with its tables.
pub const MOST_OWN_BYTES: usize = 32 << 20;
/// The most characters of a name.
pub const MOST_NAME: usize = 40;
/// The most characters of a source or a definition.
pub const MOST_TEXT: usize = 400;
/// The fewest plan years.
pub const LEAST_PLAN_YEARS: u16 = 3;
/// The most plan years.
pub const MOST_PLAN_YEARS: u16 = 15;
/// The plan years of a region that does not say how many it has.
pub const USUAL_PLAN_YEARS: u16 = 8;
/// The beginning of the identifiers of a bureau's own sources.
pub const OWN_SOURCE: &str = "own-";
/// The benchmarks of a region's own province and city: nothing of the default region stands in for them.
pub const LOCAL_BENCHMARKS: [Benchmark; 4] = [
    Benchmark::LiftedProvince,
    Benchmark::RuralProvince,
    Benchmark::RuralCity,
    Benchmark::LiftedCountiesCity,
];

/// A bureau's own figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRegion {
    /// Its identifier: letters, digits and hyphens.
    pub id: String,
    /// The version of its data, raised with every change.
    pub version: u32,
    /// Its name, in the bureau's own language.
    pub name: String,
    /// Its years.
    pub years: Years,
    /// The values given, by key.
    pub values: BTreeMap<Key, OwnFigure>,
    /// Further figures given.
    pub figures: BTreeMap<GivenFigure, OwnFigure>,
    /// The units below it: counties, districts, and the city itself.
    pub counties: Vec<CountyRow>,
    /// Its projects.
    pub projects: Vec<ProjectRow>,
}

/// A figure as a bureau gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFigure {
    /// The number; a flag is 1 or 0.
    pub value: Decimal,
    /// The year that it speaks of, if it is another than its place says.
    pub year: Option<Year>,
    /// The day of the figure, where it is one of a day.
    pub day: Option<SheetDate>,
    /// Its status; none where the bureau says neither that nor a source.
    pub status: Option<Status>,
    /// The source, in the bureau's words.
    pub source: Option<String>,
    /// The definition, the arithmetic or the reason, in the bureau's words.
    pub basis: Option<String>,
    /// The plausible range.
    pub range: Option<(Decimal, Decimal)>,
}

impl OwnRegion {
    /// A region of which the years alone are known.
    pub fn empty(years: Years) -> Self {
        Self {
            id: String::new(),
            version: 1,
            name: String::new(),
            years,
            values: BTreeMap::new(),
            figures: BTreeMap::new(),
            counties: Vec::new(),
            projects: Vec::new(),
        }
    }
}

impl OwnFigure {
    /// A figure of which the number alone is known.
    pub fn bare(value: Decimal) -> Self {
        Self {
            value,
            year: None,
            day: None,
            status: None,
            source: None,
            basis: None,
            range: None,
        }
    }
}

/// The figures that a bureau gives beside the model's own keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GivenFigure {
    /// Households of the lifted population.
    LiftedHouseholds,
    /// Net income a head in the base year, the sum of its four parts.
    Income,
    /// Operating income before its costs.
    OperatingGross,
    /// Costs of operating.
    OperatingCosts,
    /// Funds spent so far.
    FundsSpent,
}

impl GivenFigure {
    /// Every further figure with its name in files.
    pub const NAMES: [(Self, &'static str); 5] = [
        (Self::LiftedHouseholds, "households.lifted"),
        (Self::Income, "income.lifted"),
        (Self::OperatingGross, "income.operating_gross"),
        (Self::OperatingCosts, "income.operating_costs"),
        (Self::FundsSpent, "funds.spent"),
    ];

    /// The name in files.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// The figure of that name.
    pub fn parse(name: &str) -> Option<Self> {
        let found = Self::NAMES.into_iter().find(|(_, known)| *known == name);
        found.map(|(figure, _)| figure)
    }
}

/// The keys that a region must give itself: the cells of its funds, its lifted population, the four parts
/// of income, coverage, and its province's two incomes in the base year.
pub fn essential_keys(base_year: Year) -> Vec<Key> {
    let cells = Level::ALL
        .into_iter()
        .flat_map(|level| Category::ALL.map(|category| funds(level, category)));
    let province = [Benchmark::LiftedProvince, Benchmark::RuralProvince];
    cells
        .chain([Fixed::Population, Fixed::Coverage0])
        .chain(Component::ALL.map(income0))
        .map(Key::Fixed)
        .chain(province.map(|one| Key::Yearly(Yearly::Bench(one), base_year)))
        .collect()
}
