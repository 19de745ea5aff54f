//! Properties of every scenario, tried on many: the whole range of every key, its corners, and every order of
//! setting them.

use crate::support::region;
use proptest::prelude::*;
use rust_decimal::Decimal;
use zengshou::analysis::summary::summary;
use zengshou::model::Channel;
use zengshou::model::gain::GainPart;
use zengshou::model::{self, Outcome};
use zengshou::region::key::{Batch, Category, Component, Fixed, Key, Level, Yearly, funds, jobs};
use zengshou::scenario::Scenario;

/// A value of a key's range: an end, or somewhere between with few decimals.
fn value_of(key: Key, place: u32) -> Decimal {
    let (least, most) = key.range();
    match place {
        0 => least,
        1000 => most,
        _ => (least + (most - least) * Decimal::new(i64::from(place), 3)).round_dp(6),
    }
}

/// Every key that a scenario can change: the region's, and each lever of a single year.
fn keys() -> impl Iterator<Item = Key> {
    let years = region().years;
    let by_year = Yearly::levers().flat_map(move |lever| {
        let later = years.plan().skip(1);
        later.map(move |year| Key::Yearly(Yearly::Lever(lever), year))
    });
    region().parameters.keys().copied().chain(by_year)
}

fn scenario(keys: &[(usize, u32)], wanted: impl Fn(Key) -> bool) -> Scenario {
    let all: Vec<Key> = self::keys().filter(|key| wanted(*key)).collect();
    let mut scenario = Scenario::default();
    for (index, place) in keys {
        let key = all[index % all.len()];
        // What one whole has no room for is refused, which is in order here.
        let _refused = scenario.set(region(), key, value_of(key, *place));
    }
    scenario
}

/// Some keys with a place in their ranges; the ends are as likely as all between.
fn changes(most: usize) -> impl Strategy<Value = Vec<(usize, u32)>> {
    let place = prop_oneof![Just(0), Just(1000), 0..=1000u32];
    prop::collection::vec((any::<usize>(), place), 0..most)
}

/// Equal far below a fen. Yuan a head may be of the size of 10¹⁶ in the corners of the ranges, of
/// which 28 digits keep twelve decimals; where two such amounts nearly cancel, that is what stays.
fn same(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() <= Decimal::new(1, 6)
}

/// True where the yearly upkeep of a covered household is above the cost of covering another.
fn upkeep_is_dearer_than_a_rise(scenario: &Scenario) -> bool {
    let values = scenario.resolve(region()).plan;
    let outcome = scenario.project(region());
    let spent = outcome.plan[0].spending.spent[Category::Industry as usize].exact();
    let upkeep = spent * values.fixed(Fixed::GrantsShare) * values.fixed(Fixed::CoverageUpkeep);
    let households = values.fixed(Fixed::Population) / values.fixed(Fixed::HouseholdSize);
    upkeep > values.fixed(Fixed::Coverage0) * households * values.fixed(Fixed::CoverageCost)
}

fn check(outcome: &Outcome) -> Result<(), TestCaseError> {
    let mut carried = [None; Category::ALL.len()];
    for (plan, year) in outcome.plan.iter().zip(&outcome.scenario) {
        let difference = year.income.exact() - plan.income.exact();
        prop_assert!(
            same(year.difference().exact(), difference),
            "channels of {}",
            year.year
        );
        let gain = year.gain();
        let parts: Decimal = gain.parts.iter().map(|part| part.exact()).sum();
        prop_assert!(same(parts, difference), "three parts of {}", year.year);
        let transfer = Component::Transfer as usize;
        let received = year.components[transfer].exact() - plan.components[transfer].exact();
        let transfer = gain.part(GainPart::Transfer).exact();
        prop_assert!(same(transfer, received), "transfers of {}", year.year);
        for part in GainPart::ALL {
            let channels =
                Channel::ALL.map(|channel| year.channel_gain(channel).part(part).exact());
            let whole = channels.iter().sum::<Decimal>();
            prop_assert!(
                same(whole, gain.part(part).exact()),
                "{:?} of {}",
                part,
                year.year
            );
        }
        let parts: Decimal = year.components.iter().map(|part| part.exact()).sum();
        prop_assert!(
            same(parts, year.income.exact()),
            "components of {}",
            year.year
        );
        for category in Category::ALL {
            let c = category as usize;
            let of = year.spending.allocations[c];
            let whole = of.spent_in_year.exact() + of.carried.exact() + of.lapsed.exact();
            prop_assert!(
                same(whole, of.allocated.exact()),
                "allocation of {}",
                year.year
            );
            if let Some(from_last_year) = carried[c] {
                let spent = of.spent_in_year.exact() + from_last_year;
                prop_assert!(
                    same(spent, year.spending.spent[c].exact()),
                    "spent in {}",
                    year.year
                );
            }
            carried[c] = Some(of.carried.exact());
        }
        for channel in Channel::ALL {
            prop_assert_eq!(plan.channel(channel).exact(), Decimal::ZERO);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    /// No year depends on a later one: a projection that ends earlier is the beginning of the whole.
    #[test]
    fn a_projection_that_ends_earlier_is_the_beginning_of_the_whole(places in changes(40), step in 0..8usize) {
        let scenario = scenario(&places, |_| true);
        let year = region().years.first_plan + step as u16;
        let whole = scenario.project(region());
        let until = scenario.project_until(region(), year);
        prop_assert_eq!(&until.plan[..], &whole.plan[..=step]);
        prop_assert_eq!(&until.scenario[..], &whole.scenario[..=step]);
        prop_assert_eq!(until.base_income, whole.base_income);
        prop_assert_eq!(until.base_benchmarks, whole.base_benchmarks);
    }

    /// A lever set for each year alone has the same effect as one set for all years.
    #[test]
    fn levers_by_year_equal_the_lever(places in prop::collection::vec(0..=1000u32, 18)) {
        let mut together = Scenario::default();
        let mut apart = Scenario::default();
        for (lever, place) in Yearly::levers().zip(places) {
            let value = value_of(lever.into(), place);
            let first = together.set(region(), lever.into(), value);
            prop_assert!(first.is_ok());
            // The first plan year is the lever itself; a lever that repeats would hold for the rest.
            let years = region().years.plan().skip(1);
            for year in years {
                let key = Key::Yearly(Yearly::Lever(lever), year);
                prop_assert!(apart.set(region(), key, value).is_ok());
            }
            prop_assert!(apart.set(region(), lever.into(), value).is_ok());
        }
        let (one, other) = (together.project(region()), apart.project(region()));
        prop_assert_eq!(one.scenario, other.scenario);
    }

    /// Nothing in range overflows or panics, sums agree, and every figure can be summed up.
    #[test]
    fn any_scenario_adds_up(keys in changes(160)) {
        let scenario = scenario(&keys, |_| true);
        let resolved = scenario.resolve(region());
        let outcome = model::project(region().years, &resolved.plan, &resolved.scenario);
        check(&outcome)?;
        let summary = summary(region(), true, &resolved, &outcome);
        prop_assert_eq!(summary.at_risk.len(), outcome.scenario.len());
    }

    /// A scenario equal to the plan changes nothing, under any assumptions.
    #[test]
    fn the_plan_changes_nothing(keys in changes(120)) {
        let scenario = scenario(&keys, |key| !key.is_lever());
        let outcome = scenario.project(region());
        for (plan, year) in outcome.plan.iter().zip(&outcome.scenario) {
            prop_assert_eq!(plan.income, year.income);
            prop_assert_eq!(year.difference().exact(), Decimal::ZERO);
            prop_assert_eq!(year.coverage_missing, plan.coverage_missing);
        }
    }

    /// Coverage never uses more money than the year's grants, and is never above what is wanted and
    /// was. More upkeep never raises it, as long as that of a household costs no more than to cover
    /// another: beyond, a year that reached less leaves the next one more to rise with.
    #[test]
    fn coverage_costs_what_there_is(keys in changes(60), more in 1i64..1_000_000) {
        let before = scenario(&keys, |_| true);
        let upkeep = Key::from(Fixed::CoverageUpkeep);
        let value = before.value(region(), upkeep).unwrap_or_default();
        let mut after = before.clone();
        let dearer = (value + Decimal::new(more, 6)).min(Decimal::ONE);
        prop_assert!(after.set(region(), upkeep, dearer).is_ok());
        let is_dearer = upkeep_is_dearer_than_a_rise(&after);
        let values = before.resolve(region());
        let (before, after) = (before.project(region()), after.project(region()));
        let noise = Decimal::new(1, 15);
        let sides = [
            (&values.plan, before.plan.iter().zip(&after.plan)),
            (&values.scenario, before.scenario.iter().zip(&after.scenario)),
        ];
        for (values, (less, more)) in sides.into_iter().flat_map(|(of, years)| {
            years.map(move |year| (of, year))
        }) {
            let grants = less.spending.spent[Category::Industry as usize].exact()
                * values.fixed(Fixed::GrantsShare);
            prop_assert!(is_dearer || more.coverage.exact() <= less.coverage.exact() + noise);
            prop_assert!((Decimal::ZERO..=Decimal::ONE).contains(&more.coverage.exact()));
            prop_assert!(less.coverage_used.exact() <= grants, "{}", less.year);
            prop_assert!(less.coverage_missing.exact() >= Decimal::ZERO);
        }
    }

    /// The order of setting does not matter, and taking everything back leads to the plan.
    #[test]
    fn orders_and_reverts_leave_no_trace(keys in changes(12)) {
        let mut distinct = keys;
        distinct.sort_by_key(|(index, _)| index % region().parameters.len());
        distinct.dedup_by_key(|(index, _)| *index % region().parameters.len());
        let levers = |key: Key| key.is_lever() && key != Key::from(Fixed::GrantsShare);
        let forward = scenario(&distinct, levers);
        let mut changed: Vec<(Key, Decimal)> = forward.entries().collect();
        changed.reverse();
        let mut backward = Scenario::default();
        for (key, value) in &changed {
            prop_assert_eq!(backward.set(region(), *key, *value), Ok(()));
        }
        prop_assert_eq!(&forward, &backward);
        prop_assert_eq!(forward.project(region()), backward.project(region()));
        for (key, _) in changed {
            backward.revert(region(), key);
        }
        prop_assert!(backward.is_plan());
    }

    /// More of a good thing never lowers income: returns, grants and wages are at least zero, a
    /// part of earnings at most is taken back, and more coverage never lowers operating income. Only
    /// inputs that coverage takes from grants are no income, and where it costs more to keep a household
    /// covered than to cover another, a year's higher coverage leaves the next one less.
    #[test]
    fn more_is_never_less(
        keys in changes(40),
        cell in 0usize..12,
        batch in 0usize..5,
        more in 1i64..1_000_000,
    ) {
        // Money moved from grants to assets is no 'more', nor is a growth below zero.
        let kept = |key: Key| !matches!(key, Key::Fixed(
            Fixed::GrantsShare
                | Fixed::RelocatedEmployment
                | Fixed::Repeat
                | Fixed::CoverageInKind
        )) && !key.to_string().contains("growth");
        let mut before = scenario(&keys, kept);
        let in_kind = Key::from(Fixed::CoverageInKind);
        prop_assert!(before.set(region(), in_kind, Decimal::ZERO).is_ok());
        let value = |key: Key| before.value(region(), key).unwrap_or_default();
        let funds = Key::from(funds(Level::ALL[cell / 3], Category::ALL[cell % 3]));
        let jobs = Key::from(jobs(Batch::ALL[batch]));
        let coverage = Key::from(Fixed::Coverage);
        for (key, to) in [
            (funds, value(funds) + Decimal::from(more) * Decimal::from(10_000)),
            (jobs, value(jobs) + Decimal::from(more)),
            (coverage, (value(coverage) + Decimal::new(more, 6)).min(Decimal::ONE)),
        ] {
            let mut after = before.clone();
            if key == coverage && upkeep_is_dearer_than_a_rise(&before) {
                continue;
            }
            if after.set(region(), key, to).is_err() {
                continue;
            }
            for (less, more) in before.project(region()).scenario.iter()
                .zip(&after.project(region()).scenario)
            {
                let gain = more.income.exact() - less.income.exact();
                let noise = Decimal::new(1, 6);
                prop_assert!(gain >= -noise, "{} in {}: {}", key, less.year, gain);
            }
        }
    }
}

/// All keys at their least, at their most, and in turns.
#[test]
fn the_corners_of_all_ranges_hold() {
    for place in [
        |_| 0,
        |_| 1000,
        |i: usize| 1000 * (i % 2) as u32,
        |i| 1000 * ((i + 1) % 2) as u32,
    ] {
        let keys: Vec<(usize, u32)> = (0..region().parameters.len())
            .map(|index| (index, place(index)))
            .collect();
        let scenario = scenario(&keys, |_| true);
        let resolved = scenario.resolve(region());
        let outcome = model::project(region().years, &resolved.plan, &resolved.scenario);
        check(&outcome).expect("sums agree at the corners");
        let _summed_up = summary(region(), true, &resolved, &outcome);
        assert_eq!(outcome.scenario.len(), 8);
        assert_eq!(outcome.scenario[0].components.len(), Component::ALL.len());
    }
}
