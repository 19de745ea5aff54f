//! Versions of the arithmetic: what an earlier one computes, a later one computes too, with the keys
//! that came with the later one at their neutral values.

use rust_decimal::Decimal;

use crate::VERSION;
use crate::key::{Benchmark, Fixed, Key, Yearly};

/// A key that came with a version of the model, and the value at which the model computes what the
/// version before it did.
#[derive(Clone, Copy, Debug)]
pub struct Introduced {
    /// The version that it came with.
    pub version: u32,
    /// The key.
    pub key: Fixed,
    /// Its neutral value.
    pub neutral: Decimal,
}

/// A key of the second version.
const fn second(key: Fixed, neutral: Decimal) -> Introduced {
    Introduced {
        version: 2,
        key,
        neutral,
    }
}

/// More people than there are: a check that never says anything.
const EVERYBODY: Decimal = Decimal::from_parts(1_500_000_000, 0, 0, false, 0);
/// Two per cent, which the first version was read with.
const TWO_PER_CENT: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

/// The keys that came after the first version.
pub const INTRODUCED: &[Introduced] = &[
    second(Fixed::FundsGrowthCentral, Decimal::ZERO),
    second(Fixed::FundsGrowthProvincial, Decimal::ZERO),
    second(Fixed::FundsGrowthCity, Decimal::ZERO),
    second(Fixed::FundsGrowthCounty, Decimal::ZERO),
    second(Fixed::CoverageUpkeep, Decimal::ZERO),
    second(Fixed::CoverageInKind, Decimal::ZERO),
    second(Fixed::CostGrowth, Decimal::ZERO),
    second(Fixed::DeadweightOutward, Decimal::ZERO),
    second(Fixed::DeadweightWorkshop, Decimal::ZERO),
    second(Fixed::DeadweightRelief, Decimal::ZERO),
    second(Fixed::DeadweightWelfare, Decimal::ZERO),
    second(Fixed::DeadweightStartup, Decimal::ZERO),
    second(Fixed::JobFirstYear, Decimal::ONE),
    second(Fixed::IdleLabour, EVERYBODY),
    second(Fixed::RelocatedDeadweight, Decimal::ZERO),
    second(Fixed::RelocatedEmployed, Decimal::ZERO),
    // While the series of the city are unknown, their growth does nothing; these are what a value was read with.
    second(
        Fixed::BenchGrowthRuralCity,
        Decimal::from_parts(6, 0, 0, false, 2),
    ),
    second(
        Fixed::BenchGrowthLiftedCountiesCity,
        Decimal::from_parts(62, 0, 0, false, 3),
    ),
    second(Fixed::CloseCall, Decimal::ZERO),
    second(Fixed::GrowthTogether, Decimal::ZERO),
    second(Fixed::DiscountRate, Decimal::ZERO),
    second(Fixed::PriceGrowth, TWO_PER_CENT),
];

/// True for a key that came after the first version of the model, at its neutral value; as a lever in
/// a single year, too.
pub fn is_neutral(key: Key, value: Decimal) -> bool {
    introduction(key).is_some_and(|introduced| introduced.neutral == value)
}

/// The introduction of a key, if it came after the first version.
fn introduction(key: Key) -> Option<&'static Introduced> {
    let (Key::Fixed(fixed) | Key::Yearly(Yearly::Lever(fixed), _)) = key else {
        return None;
    };
    INTRODUCED.iter().find(|introduced| introduced.key == fixed)
}

/// True for a figure of a series that the first version did not know.
fn is_of_city(key: Key) -> bool {
    let city = [Benchmark::RuralCity, Benchmark::LiftedCountiesCity];
    matches!(key, Key::Yearly(Yearly::Bench(name) | Yearly::BenchGrowth(name), _) if city.contains(&name))
}

/// The oldest version of the model that computes the same from these values.
pub fn oldest_alike(values: impl Iterator<Item = (Key, Decimal)>) -> u32 {
    let needed = values.filter_map(|(key, value)| {
        if is_of_city(key) {
            return Some(2);
        }
        let introduced = introduction(key)?;
        (introduced.neutral != value).then_some(introduced.version)
    });
    needed.max().unwrap_or(1).min(VERSION)
}
