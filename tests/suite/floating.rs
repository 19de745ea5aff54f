//! The model in floating point computes what it computes in decimals: within one part in 10⁹ wherever an expert
//! could find the assumptions plausible, and in the corners of what can be typed within one part in
//! 10⁹ of the largest amount on the way, which floating point can't do better.

use crate::support::region;
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use zengshou::floating::{Assumptions, Floating, FloatingValues, Levers, Projection};
use zengshou::model::Outcome;
use zengshou::region::key::{Benchmark, Fixed, Key, Yearly};
use zengshou::scenario::Scenario;

const TOLERANCE: f64 = 1e-9;

fn number(value: Decimal) -> f64 {
    value.to_f64().expect("a number")
}

/// Some keys with a place in their ranges, in thousandths; the ends are as likely as all between.
fn changes() -> impl Strategy<Value = Vec<(usize, u32)>> {
    let place = prop_oneof![Just(0), Just(1000), 0..=1000u32];
    prop::collection::vec((any::<usize>(), place), 0..160)
}

/// A scenario that moves keys within the ranges given for them.
fn scenario(
    changes: &[(usize, u32)],
    range: impl Fn(Key) -> Option<(Decimal, Decimal)>,
) -> Scenario {
    let years = region().years;
    let by_year = Yearly::levers().flat_map(|lever| {
        let later = years.plan().skip(1);
        later.map(move |year| Key::Yearly(Yearly::Lever(lever), year))
    });
    let keys: Vec<Key> = region().parameters.keys().copied().chain(by_year).collect();
    let mut scenario = Scenario::default();
    for (index, place) in changes {
        let key = keys[index % keys.len()];
        if let Some((least, most)) = range(key) {
            let value = least + (most - least) * Decimal::new(i64::from(*place), 3);
            // What one whole has no room for is refused, which is in order here.
            let _refused = scenario.set(region(), key, value.round_dp(6));
        }
    }
    scenario
}

/// The ranges of levers are those that can be typed, those of assumptions the plausible ones.
fn plausible(key: Key) -> Option<(Decimal, Decimal)> {
    match key.is_lever() {
        true => Some(key.range()),
        false => region().parameters[&key].range,
    }
}

/// Results in floating point.
struct Fast {
    projection: Projection,
    benchmarks: [Vec<f64>; Benchmark::ALL.len()],
}

fn fast(scenario: &Scenario) -> Fast {
    let resolved = scenario.resolve(region());
    let years = region().years;
    let values = FloatingValues::of(&resolved.plan, years);
    let plan = Levers::with_years(&Floating(&resolved.plan), years);
    let own = Levers::with_years(&Floating(&resolved.scenario), years);
    let mut projection = Projection::new(years);
    projection.run(&Assumptions::of(&values, years), &plan, &own);
    let mut benchmarks: [Vec<f64>; Benchmark::ALL.len()] = Default::default();
    values.benchmarks(&mut benchmarks);
    Fast {
        projection,
        benchmarks,
    }
}

/// Holds both against one another; `size` is what the tolerance is a part of.
fn compare(exact: &Outcome, fast: &Fast, size: impl Fn(usize) -> f64) -> Result<(), TestCaseError> {
    let near = |name: &str, exact: Decimal, fast: f64, size: f64| {
        let exact = number(exact);
        prop_assert!(
            (exact - fast).abs() <= TOLERANCE * size.max(1.0),
            "{name}: {exact} is {fast}, of {size}"
        );
        Ok(())
    };
    prop_assert_eq!(exact.scenario.len(), fast.projection.scenario.len());
    let base = exact.base_income.exact();
    near("base", base, fast.projection.base, number(base).abs())?;
    for (step, (plan, own)) in exact.plan.iter().zip(&exact.scenario).enumerate() {
        near(
            "plan",
            plan.income.exact(),
            fast.projection.plan[step],
            size(step),
        )?;
        near(
            "scenario",
            own.income.exact(),
            fast.projection.scenario[step],
            size(step),
        )?;
        for name in Benchmark::ALL {
            let series = &fast.benchmarks[name as usize];
            let Some(value) = own.benchmark(name) else {
                prop_assert!(series[step + 1].is_nan(), "{} is unknown", name.name());
                continue;
            };
            let value = value.exact();
            near(name.name(), value, series[step + 1], number(value))?;
        }
    }
    for name in Benchmark::ALL {
        let Some(value) = exact.base_benchmarks[name as usize] else {
            prop_assert!(fast.benchmarks[name as usize][0].is_nan());
            continue;
        };
        let value = value.exact();
        near(
            name.name(),
            value,
            fast.benchmarks[name as usize][0],
            number(value),
        )?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn it_equals_the_model_where_it_is_used(changes in changes()) {
        // Levers as far as a plan goes: no more money or jobs than there are people for.
        let scenario = scenario(&changes, |key| {
            let (least, most) = plausible(key)?;
            Some((least, most.min(Decimal::from(1_000_000_000))))
        });
        let exact = scenario.project(region());
        let income = |step: usize| number(exact.scenario[step].income.exact()).abs();
        compare(&exact, &fast(&scenario), income)?;
    }

    #[test]
    fn it_equals_the_model_in_the_corners(changes in changes()) {
        let scenario = scenario(&changes, |key| Some(key.range()));
        let exact = scenario.project(region());
        let people = |step: usize| {
            let value = |key: Fixed| number(scenario.value(region(), key.into()).expect("a value"));
            let growth = 1.0 + value(Fixed::PopulationGrowth);
            value(Fixed::Population) * growth.powi(i32::try_from(step).expect("few") + 1)
        };
        let size = |step: usize| {
            let (plan, own) = (&exact.plan[step], &exact.scenario[step]);
            let parts = own.channels.iter().flatten().map(|part| number(part.exact()).abs());
            let spent = |year: &zengshou::model::YearOutcome| -> f64 {
                year.spending.spent.iter().map(|money| number(money.exact())).sum()
            };
            // All that was ever spent may still be at work.
            let spent: f64 = (0..=step).map(|s| spent(&exact.plan[s]) + spent(&exact.scenario[s])).sum();
            let assets = number(scenario.value(region(), Fixed::ExistingAssets.into()).expect("a value"));
            number(plan.income.exact()).abs() + parts.sum::<f64>() + (spent + assets) / people(step).min(1e6)
        };
        compare(&exact, &fast(&scenario), size)?;
    }
}

#[test]
fn hand_checked_incomes() {
    let plan = fast(&Scenario::default());
    assert!((plan.projection.plan[0] - 13_892.265_687_6).abs() < 1e-7);
    assert!((plan.projection.scenario[1] - 14_977.955_782_151_5).abs() < 1e-7);
}
