use rust_decimal::Decimal;

use super::*;
use crate::model::inputs::Inputs;
use crate::region::key::{Component, Key};
use crate::region::tests::region;

/// A scenario in which everything is spent in its year and the population stands still.
fn plain(entries: &[(&str, &str)]) -> Scenario {
    let region = region();
    let mut scenario = Scenario::default();
    let usual = [
        ("execution", "1"),
        ("population_growth", "0"),
        ("discount_rate", "0.04"),
    ];
    for (name, value) in usual.iter().chain(entries) {
        let key = Key::parse(name).expect("a key");
        let value = Decimal::from_str_exact(value).expect("a decimal");
        scenario.set(&region, key, value).expect("in range");
    }
    scenario
}

struct Asked {
    table: LifetimeTable,
    values: crate::region::Values,
    scenario: Scenario,
}

fn ask(entries: &[(&str, &str)]) -> Asked {
    let region = region();
    let scenario = plain(entries);
    let resolved = scenario.resolve(&region);
    Asked {
        table: table(&region, &resolved),
        values: resolved.scenario,
        scenario,
    }
}

impl Asked {
    fn of(&self, fixed: Fixed) -> f64 {
        float(self.values.of_key(fixed))
    }

    fn row(&self, place: LifetimeUse) -> LifetimeRow {
        *self.table.row(place).expect("money can be put there")
    }
}

#[track_caller]
fn same(found: f64, expected: f64) {
    let is_near = (found - expected).abs() <= expected.abs().max(1.0) * 1e-6;
    assert!(is_near, "{found} {expected}");
}

#[test]
fn what_ends_with_its_year_is_the_product_of_its_shares() {
    let asked = ask(&[
        ("deadweight.outward", "0.4"),
        ("displacement.outward", "0.2"),
        ("job_first_year", "0.5"),
        ("clawback", "0.1"),
        ("grants_counted", "0.5"),
        ("grants_targeting", "0.9"),
        ("other_transfer", "0.3"),
        ("other_wage", "0.3"),
        ("other_displaced", "0.2"),
        ("other_targeting", "0.8"),
        ("social_direct", "0.9"),
    ]);
    for (place, expected) in [
        // 0.6 · 0.8 less a tenth; the part of the year that is worked is paid and earned alike.
        (LifetimeUse::Jobs(Batch::Outward), 0.432),
        (LifetimeUse::Grants, 0.45),
        // 0.8 · (0.3 + 0.3 · 0.8 · 0.9).
        (LifetimeUse::Other, 0.4128),
        (LifetimeUse::Social, 0.9),
    ] {
        let row = asked.row(place);
        for found in [row.horizon, row.far] {
            same(found.plain, expected);
            same(found.discounted, expected);
        }
    }
}

#[test]
fn assets_work_for_years_and_wear() {
    let asked = ask(&[("clawback", "0.1")]);
    let of = |fixed| asked.of(fixed);
    let (now, next) = (of(Fixed::IndustryLagNow), of(Fixed::IndustryLagNext));
    let (first_year, wear) = (of(Fixed::FirstYear), 1.0 - of(Fixed::IndustryDepreciation));
    let (wage, operating) = (of(Fixed::SplitWage), of(Fixed::SplitOperating));
    let kept = wage * (1.0 - of(Fixed::DisplacedWage))
        + operating * (1.0 - of(Fixed::Overlap))
        + (1.0 - wage - operating);
    let year = of(Fixed::OperatingRate)
        * of(Fixed::AssetReturn)
        * of(Fixed::BenefitShare)
        * of(Fixed::Targeting)
        * kept
        * 0.9;
    // By hand: a part is an asset at once, a part in the next year, each works a part of its first.
    let (mut stock, mut plain, mut discounted, mut factor) = (0.0, 0.0, 0.0, 1.0);
    let mut sums = Vec::new();
    for step in 0_usize..=2060 - 2023 {
        let formed = [now, next].get(step).copied().unwrap_or(0.0);
        let working = stock * wear + formed * first_year;
        stock = stock * wear + formed;
        plain += working * year;
        discounted += working * year * factor;
        factor /= 1.04;
        sums.push((plain, discounted));
    }
    let row = asked.row(LifetimeUse::Assets);
    let horizon = sums[usize::from(asked.table.horizon - 2023)];
    let far = sums[sums.len() - 1];
    for (found, (plain, discounted)) in [(row.horizon, horizon), (row.far, far)] {
        same(found.plain, plain);
        same(found.discounted, discounted);
    }
    assert!(row.far.discounted < row.far.plain && row.horizon.plain < row.far.plain);
    assert_eq!(asked.table.far, 2060);
}

#[test]
fn coverage_costs_inputs_first_and_pays_later() {
    let asked = ask(&[
        ("clawback", "0.1"),
        ("coverage_saturation", "0"),
        ("coverage_effect", "0.6"),
        ("coverage_in_kind", "0.5"),
        ("coverage_upkeep", "0"),
        ("cost_growth", "0"),
        ("coverage_now", "0.5"),
    ]);
    let of = |fixed| asked.of(fixed);
    let outcome = asked.scenario.project(&region());
    let people = of(Fixed::Population);
    let cost = of(Fixed::CoverageCost) * people / of(Fixed::HouseholdSize);
    // A yuan covers 1/cost of all households; half of it is inputs, no income.
    let slope = 0.6 / (1.0 + 0.6 * of(Fixed::Coverage0)) / cost;
    let mut expected = 0.5 * of(Fixed::GrantsCounted) * of(Fixed::GrantsTargeting);
    for (step, year) in outcome.plan.iter().enumerate() {
        let operating = float(year.components[Component::Operating as usize].exact());
        let part = if step == 0 { 0.5 } else { 1.0 };
        expected += operating * people * slope * part * 0.9;
    }
    same(asked.row(LifetimeUse::Coverage).horizon.plain, expected);
    // What has to be kept up takes from later grants.
    let kept = ask(&[("coverage_upkeep", "0.7"), ("coverage_in_kind", "0.5")]);
    let free = ask(&[("coverage_upkeep", "0"), ("coverage_in_kind", "0.5")]);
    let far = |asked: &Asked| asked.row(LifetimeUse::Coverage).far.plain;
    assert!(far(&kept) < far(&free));
}

#[test]
fn money_spent_a_year_later_is_divided_and_discounted_like_its_income() {
    let asked = ask(&[("execution", "0.9"), ("carry_spent", "0.5")]);
    // Cash brings the same for each yuan, whenever it is paid.
    let row = asked.row(LifetimeUse::Grants);
    let expected = asked.of(Fixed::GrantsCounted) * asked.of(Fixed::GrantsTargeting);
    same(row.far.plain, expected);
    same(row.far.discounted, expected);
}

#[test]
fn a_use_that_no_money_can_be_put_to_has_no_row() {
    let without = ask(&[("grants_share", "0")]);
    assert!(without.table.row(LifetimeUse::Grants).is_none());
    assert!(without.table.row(LifetimeUse::Coverage).is_none());
    assert!(without.table.row(LifetimeUse::Assets).is_some());
    assert!(without.table.capital.is_none());
    let covered = ask(&[("coverage0", "1"), ("coverage", "1")]);
    assert!(covered.table.row(LifetimeUse::Coverage).is_none());
    let unspent = ask(&[("execution", "0"), ("carry_spent", "0")]);
    let jobs = |row: &LifetimeRow| row.place.is_from_outside();
    assert!(unspent.table.rows.iter().all(jobs));
}

#[test]
fn capital_is_held_against_the_study_by_the_numbers() {
    let capital = |entries: &[(&str, &str)]| {
        let asked = ask(entries);
        let capital = asked.table.capital.expect("the region cites the study");
        let (assets, cash) = (
            asked.row(LifetimeUse::Assets).far.plain,
            asked.row(LifetimeUse::Grants).far.plain,
        );
        same(capital.assets, assets);
        same(capital.cash, cash);
        assert_eq!(capital.study, 2027);
        capital
    };
    let never = capital(&[("asset_return", "0")]);
    assert!(never.overtakes.is_none() && never.disagrees());
    let cash_less = capital(&[("grants_counted", "0.001")]);
    assert!(cash_less.overtakes.is_some_and(|year| year <= 2027));
    assert!(!cash_less.disagrees());
    let late = capital(&[
        ("asset_return", "0.1"),
        ("industry_depreciation", "0"),
        ("grants_counted", "0.5"),
    ]);
    assert!(late.overtakes.is_none_or(|year| year > 2027) == late.disagrees());
}

#[test]
fn a_switching_value_turns_the_order_and_none_is_left_out() {
    let region = region();
    let scenario = plain(&[]);
    let answer = answer(&region, &scenario);
    assert!(!answer.switching.is_empty());
    let at = |key: Key, value: Decimal, place: LifetimeUse, is_far: bool| {
        let mut changed = scenario.clone();
        changed.set(&region, key, value).ok()?;
        let table = table(&region, &changed.resolve(&region));
        let row = *table.row(place)?;
        Some(if is_far { row.far } else { row.horizon }.discounted)
    };
    for turn in answer.switching.iter().take(12) {
        let both = |value| {
            let of = |place| at(turn.key, value, place, turn.is_far);
            (
                of(turn.above).expect("a row"),
                of(turn.below).expect("a row"),
            )
        };
        let (above, below) = both(turn.now);
        assert!(above < below, "{turn:?}");
        let (above, below) = both(turn.end);
        assert!(above > below, "{turn:?}");
        let is_within = (turn.least..=turn.most).contains(&turn.edge);
        assert!(is_within, "{turn:?}");
        let (above, below) = both(turn.edge);
        assert!(
            (above - below).abs() < below.abs().max(0.1) * 0.02,
            "{turn:?}"
        );
    }
    // Every end of the range of one value, by asking there.
    let key = Key::from(Fixed::AssetReturn);
    let (least, most) = region.parameters[&key].range.expect("a range");
    let now = scenario.value(&region, key).expect("a value");
    for end in [least, most].into_iter().filter(|end| *end != now) {
        for is_far in [false, true] {
            for above in LifetimeUse::COMPARED {
                for below in LifetimeUse::COMPARED {
                    let more = |value| {
                        let of = |place| at(key, value, place, is_far).expect("a row");
                        of(above) > of(below)
                    };
                    let less = at(key, now, above, is_far) < at(key, now, below, is_far);
                    let is_told = answer.switching.iter().any(|own| {
                        own.key == key
                            && own.end == end
                            && (own.above, own.below) == (above, below)
                            && own.is_far == is_far
                    });
                    assert_eq!(is_told, less && more(end), "{above:?} {below:?}");
                }
            }
        }
    }
    let text = serde_json::to_string(&answer).expect("text");
    let read: LifetimeAnswer = serde_json::from_str(&text).expect("the same");
    assert_eq!(read.switching, answer.switching);
    assert_eq!(read.table.rows.len(), answer.table.rows.len());
}
