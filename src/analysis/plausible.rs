//! Values beside what is plausible: they are computed with, and said to be so beside themselves.
//!
//! An assumption has the range of its evidence. An income without one is held against the region's own figure
//! of its year, or the nearest that is known: rural residents of the city against those of the province.
//! A lever is held against what it draws on: coverage against what the known one may be, jobs against the people without
//! enough work, a cell of the funds against all that its level of government gives. Money may go from one category to
//! another without a remark; ten thousand times as much may not.

use rust_decimal::Decimal;

use crate::analysis::labour::known_idle;
use crate::model::benchmarks;
use crate::number::YuanPerPerson;
use crate::region::Region;
use crate::region::key::{Benchmark, Category, Fixed, Group, Key, Unit, Year, Yearly, funds};
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
    /// A value for a key, where it is outside what is plausible in a region under a scenario's other values.
    pub fn of(region: &Region, scenario: &Scenario, key: Key, value: Decimal) -> Option<Self> {
        let (least, most) = range(region, scenario, key)?;
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
            .filter_map(|change| Self::of(region, scenario, change.key, change.to))
            .collect()
    }
}

/// The plausible range of a key's value; none where nothing says one.
pub fn range(region: &Region, scenario: &Scenario, key: Key) -> Option<(Decimal, Decimal)> {
    // In a single year a lever may be what it may be in all.
    let key = match key {
        Key::Yearly(Yearly::Lever(lever), _) => lever.into(),
        key => key,
    };
    if let Some(range) = range_of_lever(region, scenario, key) {
        return Some(range);
    }
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

/// The plausible range of a lever that has no evidence of its own, by what it draws on.
fn range_of_lever(region: &Region, scenario: &Scenario, key: Key) -> Option<(Decimal, Decimal)> {
    let Key::Fixed(lever) = key else {
        return None;
    };
    let stated = |key: Fixed| region.parameters.get(&key.into())?.range;
    match lever {
        Fixed::Coverage => stated(Fixed::Coverage0).filter(|(least, most)| least < most),
        _ if key.group() == Group::Employment => {
            let people = Key::from(Fixed::IdleLabour);
            let idle = known_idle(scenario.value(region, people)?)?;
            // Whoever counted the people has replaced the evidence with its range.
            let most = match scenario.changed(people) {
                Some(_) => idle,
                None => stated(Fixed::IdleLabour).map_or(idle, |(_, most)| most.max(idle)),
            };
            Some((Decimal::ZERO, most))
        }
        _ => {
            let (level, _) = lever.cell_of_funds()?;
            let given = Category::ALL.map(|category| region.values().fixed(funds(level, category)));
            let given: Decimal = given.into_iter().sum();
            let most = given + given * MOST_APART;
            (!most.is_zero()).then_some((Decimal::ZERO, most))
        }
    }
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
    use crate::scenario::examples::Example;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    fn unlikely(region: &Region, key: &str, value: &str) -> Option<(String, String)> {
        let key = Key::parse(key).expect("a key");
        let found = Unlikely::of(region, &Scenario::default(), key, decimal(value))?;
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
    }

    /// The central funds are 1,073 million yuan, of which 40 % more are 1,502.2; idle labour is 60,000 people at most, the
    /// known coverage 60 % to all.
    #[test]
    fn a_lever_is_held_against_what_it_draws_on_in_every_year() {
        let region = region();
        // All of the central money may go to industry, or nothing of it.
        for amount in ["0", "1073000000"] {
            assert_eq!(unlikely(&region, "funds.central.industry", amount), None);
        }
        let ten_thousands = unlikely(&region, "funds.central.industry", "6867800000000");
        assert_eq!(ten_thousands, between("0", "1502200000"));
        assert_eq!(
            unlikely(&region, "funds.central.other.2026", "6867800000000"),
            ten_thousands
        );
        assert_eq!(unlikely(&region, "jobs.outward", "60000"), None);
        assert_eq!(
            unlikely(&region, "jobs.outward.2026", "100000"),
            between("0", "60000")
        );
        assert_eq!(unlikely(&region, "coverage", "0.0081"), between("0.6", "1"));
        assert_eq!(
            unlikely(&region, "coverage.2025", "0.59"),
            between("0.6", "1")
        );
        assert_eq!(unlikely(&region, "coverage.2025", "0.95"), None);
        // Nobody says how much help is plausible.
        assert_eq!(unlikely(&region, "social", "1"), None);
    }

    /// 60,000 people at most are without enough work, until the user counts them.
    #[test]
    fn jobs_are_held_against_the_people_that_the_scenario_counts() {
        let region = region();
        let judged = |idle: &str, jobs: &str| {
            let mut scenario = Scenario::default();
            for (name, value) in [("idle_labour", idle), ("jobs.outward", jobs)] {
                let key = Key::parse(name).expect("a key");
                scenario
                    .set(&region, key, decimal(value))
                    .expect("in range");
            }
            let all = Unlikely::all(&region, &scenario);
            let jobs = all
                .into_iter()
                .find(|found| found.key.to_string() == "jobs.outward")?;
            Some(jobs.most.normalize().to_string())
        };
        assert_eq!(judged("100000", "90000"), None);
        assert_eq!(judged("100000", "100001"), Some("100000".to_owned()));
        assert_eq!(judged("25000", "25001"), Some("25000".to_owned()));
        // The greatest value says that nothing is checked.
        assert_eq!(judged("1500000000", "900000"), None);
    }

    #[test]
    fn neither_a_plan_nor_an_example_is_outside() {
        for region in [region(), another_city::region()] {
            for (key, figure) in &region.parameters {
                let plan = Scenario::default();
                let found = Unlikely::of(&region, &plan, *key, figure.value);
                assert_eq!(found, None, "{key}");
            }
            for example in Example::ALL {
                let scenario = example.scenario(&region);
                assert_eq!(Unlikely::all(&region, &scenario), [], "{}", example.name());
            }
        }
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
