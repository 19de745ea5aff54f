//! The one table of keys: every quantity that a region gives and a user may change.
//!
//! Files, links, documents, screens and the command line all read names, ranges and units from
//! here. A key and its short code are never renamed and never reused: old links hold them.
#![deny(clippy::float_arithmetic)]

mod kinds;
mod members;
mod order;
mod serial;
mod table;
mod yearly;

use std::fmt;

use rust_decimal::Decimal;

pub use kinds::{Group, Unit};
pub use members::{
    Batch, Benchmark, ByBatch, ByBenchmark, ByCategory, ByComponent, ByLevel, Category, Component,
    Level,
};
pub use table::{Fixed, KeyRow};
pub use yearly::Yearly;

/// A calendar year.
pub type Year = u16;

/// The name of one quantity that a region gives and a user may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A key that every region has.
    Fixed(Fixed),
    /// A key with a year; which years there are, the region says.
    Yearly(Yearly, Year),
}

impl From<Fixed> for Key {
    fn from(fixed: Fixed) -> Self {
        Self::Fixed(fixed)
    }
}

impl Key {
    /// The key of that dotted name.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(fixed) = Fixed::ALL.iter().find(|fixed| fixed.row().name == name) {
            return Some(Self::Fixed(*fixed));
        }
        let (prefix, year) = name.rsplit_once('.')?;
        let family = Yearly::all().find(|family| family.prefix().0 == prefix)?;
        Some(Self::Yearly(family, parse_year(year, 4)?))
    }

    /// The key of that short code, as long links write it.
    pub fn parse_code(code: &str) -> Option<Self> {
        if let Some(fixed) = Fixed::ALL.iter().find(|fixed| fixed.row().code == code) {
            return Some(Self::Fixed(*fixed));
        }
        let (prefix, year) = code.split_at_checked(2)?;
        let family = Yearly::all().find(|family| family.prefix().1 == prefix)?;
        Some(Self::Yearly(family, 2000 + parse_year(year, 2)?))
    }

    /// The short code: two letters, and two digits of the year where the key has one.
    pub fn code(self) -> String {
        match self {
            Self::Fixed(fixed) => fixed.row().code.to_owned(),
            Self::Yearly(family, year) => format!("{}{:02}", family.prefix().1, year % 100),
        }
    }

    /// The key's group.
    pub fn group(self) -> Group {
        match self {
            Self::Fixed(fixed) => fixed.row().group,
            Self::Yearly(Yearly::GrowthKnown, _) => Group::Baseline,
            Self::Yearly(Yearly::Bench(_) | Yearly::BenchGrowth(_), _) => Group::Benchmarks,
            Self::Yearly(Yearly::RiskLine | Yearly::RiskLineGrowth, _) => Group::Risk,
            Self::Yearly(Yearly::RuleCentralIndustry, _) => Group::Benchmarks,
            Self::Yearly(Yearly::Lever(lever), _) => lever.row().group,
        }
    }

    /// True where only the scenario follows the key; the plan keeps its own value.
    pub fn is_lever(self) -> bool {
        self.group().holds_levers()
    }

    /// The key's unit.
    pub fn unit(self) -> Unit {
        match self {
            Self::Fixed(fixed) => fixed.row().unit,
            Self::Yearly(Yearly::Bench(_) | Yearly::RiskLine, _) => Unit::YuanPerPerson,
            Self::Yearly(Yearly::Lever(lever), _) => lever.row().unit,
            Self::Yearly(_, _) => Unit::Share,
        }
    }

    /// The least and the greatest value allowed.
    pub fn range(self) -> (Decimal, Decimal) {
        match self {
            Self::Fixed(fixed) | Self::Yearly(Yearly::Lever(fixed), _) => {
                let bound = |text| Decimal::from_str_exact(text).unwrap_or_default();
                (bound(fixed.row().least), bound(fixed.row().most))
            }
            Self::Yearly(Yearly::Bench(_) | Yearly::RiskLine, _) => {
                (Decimal::ONE, Decimal::from(10_000_000))
            }
            Self::Yearly(Yearly::RuleCentralIndustry, _) => (Decimal::ZERO, Decimal::ONE),
            Self::Yearly(_, _) => (Decimal::new(-5, 1), Decimal::ONE),
        }
    }
}

fn parse_year(text: &str, digits: usize) -> Option<Year> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(fixed) => formatter.write_str(fixed.row().name),
            Self::Yearly(family, year) => write!(formatter, "{}.{year}", family.prefix().0),
        }
    }
}

/// The key of a cell of the funds matrix.
#[inline]
pub fn funds(level: Level, category: Category) -> Fixed {
    Fixed::ALL[level as usize * Category::ALL.len() + category as usize]
}

/// The cells of the funds matrix, row by row.
pub fn cells_of_funds() -> impl Iterator<Item = (Level, Category)> {
    let levels = Level::ALL.into_iter();
    levels.flat_map(|level| Category::ALL.map(|category| (level, category)))
}

macro_rules! keys_of {
    ($($(#[$doc:meta])* $function:ident($type:ident) $first:ident;)*) => {$(
        $(#[$doc])*
        #[inline]
        pub fn $function(member: $type) -> Fixed {
            Fixed::ALL[Fixed::$first as usize + member as usize]
        }
    )*};
}
keys_of! {
    /// The key of a batch's jobs.
    jobs(Batch) JobsOutward;
    /// The key of a batch's yearly pay.
    pay(Batch) PayOutward;
    /// The key of the yearly growth of a level's funds after the first plan year.
    funds_growth(Level) FundsGrowthCentral;
    /// The key of the share of a batch's jobs that would have come anyway.
    deadweight(Batch) DeadweightOutward;
    /// The key of the share of a batch's pay that replaces earlier earnings.
    displacement(Batch) DisplacementOutward;
    /// The key of a component's income in the known year.
    income0(Component) Income0Wage;
    /// The key of a component's growth at the start of the plan.
    growth_near(Component) GrowthNearWage;
    /// The key of a component's growth far ahead.
    growth_far(Component) GrowthFarWage;
    /// The key of a benchmark's growth after the years given.
    bench_growth_after(Benchmark) BenchGrowthLiftedProvince;
}

impl Fixed {
    /// The level and category of a cell of the funds; none for any other key.
    pub fn cell_of_funds(self) -> Option<(Level, Category)> {
        cells_of_funds().find(|(level, category)| funds(*level, *category) == self)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_and_codes_lead_back_to_their_key() {
        let mut names = BTreeSet::new();
        let mut codes = BTreeSet::new();
        let yearly = Yearly::all().map(|family| Key::Yearly(family, 2024));
        for key in Fixed::ALL
            .iter()
            .map(|fixed| Key::Fixed(*fixed))
            .chain(yearly)
        {
            assert_eq!(Key::parse(&key.to_string()), Some(key));
            assert_eq!(Key::parse_code(&key.code()), Some(key));
            assert!(names.insert(key.to_string()), "{key} twice");
            assert!(codes.insert(key.code()), "code {} twice", key.code());
            let (least, most) = key.range();
            assert!(least < most, "{key} has no range");
        }
    }

    #[test]
    fn families_of_keys_stand_in_the_order_of_their_members() {
        for level in Level::ALL {
            for category in Category::ALL {
                let name = format!("funds.{}.{}", level.name(), category.name());
                assert_eq!(funds(level, category).row().name, name);
                let back = funds(level, category).cell_of_funds();
                assert_eq!(back, Some((level, category)));
            }
        }
        assert_eq!(Fixed::Coverage.cell_of_funds(), None);
        for level in Level::ALL {
            let name = format!("funds_growth.{}", level.name());
            assert_eq!(funds_growth(level).row().name, name);
        }
        for batch in Batch::ALL {
            let name = format!("deadweight.{}", batch.name());
            assert_eq!(deadweight(batch).row().name, name);
            assert_eq!(jobs(batch).row().name, format!("jobs.{}", batch.name()));
            assert_eq!(pay(batch).row().name, format!("pay.{}", batch.name()));
            assert_eq!(
                displacement(batch).row().name,
                format!("displacement.{}", batch.name())
            );
        }
        for component in Component::ALL {
            assert_eq!(
                income0(component).row().name,
                format!("income0.{}", component.name())
            );
            assert_eq!(
                growth_near(component).row().name,
                format!("growth_near.{}", component.name())
            );
            assert_eq!(
                growth_far(component).row().name,
                format!("growth_far.{}", component.name())
            );
        }
        for benchmark in Benchmark::ALL {
            let name = format!("bench_growth.{}", benchmark.name());
            assert_eq!(bench_growth_after(benchmark).row().name, name);
        }
    }

    #[test]
    fn names_that_are_almost_right_are_unknown() {
        for name in [
            "",
            "funds",
            "growth_known",
            "growth_known.22",
            "bench.lifted_province.20x1",
            "Coverage",
            "coverage ",
        ] {
            assert_eq!(Key::parse(name), None, "{name}");
        }
        for code in ["", "c", "中", "gk", "gk2", "gk2022"] {
            assert_eq!(Key::parse_code(code), None, "{code}");
        }
    }
}
