//! Values beside what is plausible: they are computed with, and said to be so beside themselves.
//!
//! An assumption has the range of its evidence. An income without one is held against the region's own figure
//! of its year, or the nearest that is known: rural residents of the city against those of the province.

use rust_decimal::Decimal;

use crate::model::benchmarks;
use crate::number::YuanPerPerson;
use crate::region::Region;
use crate::region::key::{Benchmark, Fixed, Key, Unit, Year, Yearly};
use crate::scenario::Scenario;

/// The share that an income may be from the region's own figure, on either side.
const MOST_APART: Decimal = Decimal::from_parts(4, 0, 0, false, 1);

/// A value outside its plausible range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unlikely {
    /// Its key.
    pub key: Key,
    /// The value.
    pub value: Decimal,
    /// The least that is plausible.
    pub least: Decimal,
    /// The most that is plausible.
    pub most: Decimal,
}

impl Unlikely {
    /// A value for a key, where it is outside what is plausible in a region.
    pub fn of(region: &Region, key: Key, value: Decimal) -> Option<Self> {
        let (least, most) = range(region, key)?;
        let is_within = (least..=most).contains(&value);
        (!is_within).then_some(Self {
            key,
            value,
            least,
            most,
        })
    }

    /// The changed values of a scenario that are outside what is plausible.
    pub fn all(region: &Region, scenario: &Scenario) -> Vec<Self> {
        let changes = scenario.changes(region).into_iter();
        changes
            .filter(|change| change.from != Some(change.to))
            .filter_map(|change| Self::of(region, change.key, change.to))
            .collect()
    }
}

/// The plausible range of a key's value; none where nothing says one.
pub fn range(region: &Region, key: Key) -> Option<(Decimal, Decimal)> {
    let figure = region.parameters.get(&key);
    let stated = figure.and_then(|figure| figure.range);
    // A range of a single value says that nobody gave one.
    if let Some((least, most)) = stated.filter(|(least, most)| least < most) {
        return Some((least, most));
    }
    let reference = match key {
        Key::Yearly(Yearly::Bench(name), year) => known_nearby(region, name, year)?,
        Key::Fixed(Fixed::CoverageCost) => figure?.value,
        _ if key.unit() == Unit::YuanPerPerson => figure?.value,
        _ => return None,
    };
    let apart = reference * MOST_APART;
    Some((reference - apart, reference + apart))
}

/// The region's own figure of a series in a year, published or as it is projected; else of the series that is
/// most like it.
fn known_nearby(region: &Region, name: Benchmark, year: Year) -> Option<Decimal> {
    use Benchmark::{
        LiftedCounties, LiftedCountiesCity, LiftedNation, LiftedProvince, RuralCity, RuralNation,
        RuralProvince,
    };
    let alike: &[Benchmark] = match name {
        LiftedProvince => &[LiftedNation],
        LiftedNation => &[LiftedProvince],
        RuralCity => &[RuralProvince, RuralNation],
        RuralProvince => &[RuralNation],
        RuralNation => &[RuralProvince],
        LiftedCounties => &[RuralNation],
        LiftedCountiesCity => &[LiftedCounties, RuralNation],
    };
    let step = usize::from(year.checked_sub(region.years.income)?);
    let mut series = [name].into_iter().chain(alike.iter().copied());
    let found = series.find_map(|name| {
        benchmarks::benchmark(region.values(), region.years, name)
            .nth(step)
            .flatten()
    });
    found.map(YuanPerPerson::exact)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::tests::{another_city, region};

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    fn unlikely(region: &Region, key: &str, value: &str) -> Option<(String, String)> {
        let key = Key::parse(key).expect("a key");
        let found = Unlikely::of(region, key, decimal(value))?;
        let text = |value: Decimal| value.normalize().to_string();
        Some((text(found.least), text(found.most)))
    }

    fn between(least: &str, most: &str) -> Option<(String, String)> {
        Some((least.to_owned(), most.to_owned()))
    }

    /// A figure of 2025 over one of 2021: 9,900 yuan of wages, where 6,540 to 7,850 are plausible.
    #[test]
    fn a_value_beside_the_range_of_its_evidence_is_found() {
        let region = region();
        let wages = unlikely(&region, "income0.wage", "9900");
        assert_eq!(wages, between("6540", "7850"));
        assert_eq!(unlikely(&region, "income0.wage", "7000"), None);
        assert_eq!(unlikely(&region, "execution", "0.79"), between("0.8", "1"));
        // Nobody says how much money, or how many jobs, are plausible.
        assert_eq!(unlikely(&region, "funds.central.industry", "1"), None);
        assert_eq!(unlikely(&region, "jobs.outward.2026", "100000"), None);
    }

    /// 1,506 yuan from operating are published without a range: 903.60 to 2,108.40.
    #[test]
    fn an_income_without_a_range_is_held_against_the_regions_own() {
        let shipped = region();
        let operating = unlikely(&shipped, "income0.operating", "2109");
        assert_eq!(operating, between("903.6", "2108.4"));
        // 24,456 in 2025, 6 % more in 2026: 25,923.36, of which 40 % are 10,369.34.
        let city = another_city::region();
        let nation = unlikely(&city, "bench.rural_nation.2026", "40000");
        assert_eq!(nation, between("15554.016", "36292.704"));
        // Nobody knows the city's rural residents: the province's 23,000 are the nearest.
        let rural = unlikely(&city, "bench.rural_city.2025", "2300");
        assert_eq!(rural, between("13800", "32200"));
        assert_eq!(unlikely(&city, "bench.rural_city.2025", "21000"), None);
        assert_eq!(
            unlikely(&city, "bench.lifted_nation.2025", "1"),
            between("11160", "26040")
        );
        assert_eq!(unlikely(&city, "bench.rural_nation.2020", "1"), None);
    }

    #[test]
    fn a_scenario_names_its_changed_values_alone() {
        let region = region();
        let mut scenario = Scenario::default();
        assert_eq!(Unlikely::all(&region, &scenario), []);
        for (key, value) in [("income0.wage", "9900"), ("execution", "0.9")] {
            let key = Key::parse(key).expect("a key");
            scenario
                .set(&region, key, decimal(value))
                .expect("in range");
        }
        let all = Unlikely::all(&region, &scenario);
        let keys: Vec<String> = all.iter().map(|found| found.key.to_string()).collect();
        assert_eq!(keys, ["income0.wage"]);
    }
}
