//! A bureau's own figures: a region as its differences from the default one.
//!
//! `{"zengshou-region": 1, "id": "r130726-2025", "version": 1, "name": "蔚县", "base_year": 2025,
//! "first_plan_year": 2026, "horizon": 2035, "values": {"income0.wage": {"value": "9000", "status":
//! "source", "source": "…"}}}`. A value that is not there is filled in from the default region and marked
//! as an assumption; one that nobody knows stays unknown. How it is filled in is the business of
//! [`build`].

mod build;
pub mod correct;
mod fallback;
mod figures;
pub mod raw;
mod table;
#[cfg(test)]
pub mod tests;
pub mod years;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use zengshou_sheets::{CountyRow, ProjectRow, SheetDate, TypeMap};

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
    /// The default region that stands in for what is not given; the one at hand where it is not said.
    pub default: Option<DefaultUsed>,
    /// The values given, by key.
    pub values: BTreeMap<Key, OwnFigure>,
    /// Further figures given.
    pub figures: BTreeMap<GivenFigure, OwnFigure>,
    /// The units below it: counties, districts, and the city itself.
    pub counties: Vec<CountyRow>,
    /// Its projects.
    pub projects: Vec<ProjectRow>,
    /// The uses that its projects are counted as, where they are not the usual ones.
    pub types: TypeMap,
    /// Tables that it has elsewhere: a link has no room for them.
    pub absent: Vec<AbsentTable>,
}

/// The default region that stood in for what was not given, so that it still does when a newer one is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefaultUsed {
    /// Its identifier.
    pub id: String,
    /// The version of its data.
    pub version: u32,
}

/// A table of a region, by its contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsentTable {
    /// The table.
    pub kind: TableKind,
    /// The number of its rows.
    pub rows: usize,
    /// A sum of its contents: another table has another.
    pub fingerprint: String,
}

/// The tables that a region may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableKind {
    /// Counties.
    Counties,
    /// Projects.
    Projects,
}

impl TableKind {
    /// The name in files and links.
    pub fn name(self) -> &'static str {
        match self {
            Self::Counties => "counties",
            Self::Projects => "projects",
        }
    }

    /// The table of that name.
    pub fn parse(name: &str) -> Option<Self> {
        let mut all = [Self::Counties, Self::Projects].into_iter();
        all.find(|kind| kind.name() == name)
    }
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
            default: None,
            values: BTreeMap::new(),
            figures: BTreeMap::new(),
            counties: Vec::new(),
            projects: Vec::new(),
            types: TypeMap::default(),
            absent: Vec::new(),
        }
    }

    /// The same with its tables elsewhere.
    pub fn without_tables(&self) -> Self {
        Self {
            counties: Vec::new(),
            projects: Vec::new(),
            absent: self.tables(),
            ..self.clone()
        }
    }

    /// The figures alone, as a link carries them: the tables are elsewhere, and what their projects are counted as.
    pub fn figures_alone(&self) -> Self {
        Self {
            types: TypeMap::default(),
            ..self.without_tables()
        }
    }

    /// True where all figures are the same, whatever tables are at hand.
    pub fn has_same_figures(&self, other: &Self) -> bool {
        self.figures_alone() == other.figures_alone()
    }

    /// Its tables by their contents, those at hand and those elsewhere.
    pub fn tables(&self) -> Vec<AbsentTable> {
        let mut tables = self.absent.clone();
        let mut put = |kind, rows, written: String| {
            tables.retain(|table| table.kind != kind);
            tables.push(AbsentTable {
                kind,
                rows,
                fingerprint: raw::fingerprint(&written),
            });
        };
        if !self.counties.is_empty() {
            let rows = self.counties.len();
            put(TableKind::Counties, rows, raw::plain(&self.counties));
        }
        if !self.projects.is_empty() {
            let rows = self.projects.len();
            put(TableKind::Projects, rows, raw::plain(&self.projects));
        }
        tables.sort_unstable_by_key(|table| table.kind);
        tables
    }

    /// Takes the tables that are elsewhere from the same region, where their contents are the same.
    pub fn take_tables(&mut self, other: &Self) {
        let theirs = other.tables();
        let absent = std::mem::take(&mut self.absent);
        for table in absent {
            if !theirs.contains(&table) || other.absent.contains(&table) {
                self.absent.push(table);
                continue;
            }
            match table.kind {
                TableKind::Counties => self.counties.clone_from(&other.counties),
                TableKind::Projects => {
                    self.projects.clone_from(&other.projects);
                    self.types.clone_from(&other.types);
                }
            }
        }
        // Uses that are said before there are projects belong to no table.
        if self.projects.is_empty() && self.types.is_empty() && self.has_same_figures(other) {
            self.types.clone_from(&other.types);
        }
    }

    /// The year of a key's value where it is not said: levers are of the first plan year, what is known of the
    /// base year.
    pub fn implied_year(&self, key: Key) -> Year {
        let known = [
            Fixed::Population,
            Fixed::HouseholdSize,
            Fixed::RuralResidents,
            Fixed::Coverage0,
            Fixed::CoverageProvince,
            Fixed::ExistingAssets,
            Fixed::RelocatedLabour,
            Fixed::RelocatedEmployed,
            Fixed::Gini,
        ];
        match key {
            Key::Yearly(_, year) => year,
            Key::Fixed(fixed) if known.contains(&fixed) => self.years.income,
            Key::Fixed(fixed) if Component::ALL.map(income0).contains(&fixed) => self.years.income,
            Key::Fixed(_) => self.years.first_plan,
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
