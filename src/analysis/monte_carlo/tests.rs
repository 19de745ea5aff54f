//! Draws: what must hold of them whatever chance brings.

use rust_decimal::prelude::ToPrimitive;

use super::*;
use crate::region::tests::{region, region_as_of};
use crate::scenario::examples::Example;

mod together;

fn request(draws: u16) -> MonteCarloRequest {
    MonteCarloRequest {
        seed: 2023,
        draws,
        distributions: Vec::new(),
        year: 2030,
        measure: OutcomeMeasure::Income,
        drafts: Vec::new(),
    }
}

fn run(region: &Region, scenario: &Scenario, request: MonteCarloRequest) -> MonteCarloAnswer {
    let mut draws = Simulation::new(region, scenario, request).expect("in order");
    while !draws.advance() {}
    draws.answer(region.years)
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

#[test]
fn the_plan_differs_from_itself_in_no_world() {
    let region = region();
    let answer = run(&region, &Scenario::default(), request(400));
    for year in &answer.years {
        assert_eq!(year.difference, Band::default(), "{}", year.year);
        assert_eq!(year.plan, year.scenario);
        assert_eq!(year.plan_reaches, year.scenario_reaches);
    }
}

#[test]
fn with_fixed_values_every_draw_is_the_models_own_figure() {
    let region = region();
    let scenario = Example::Together.scenario(&region);
    let fixed = ranges(&region, &scenario, &[])
        .into_iter()
        .map(|distribution| InputDistribution {
            shape: DistributionShape::Fixed,
            ..distribution
        });
    let asked = MonteCarloRequest {
        distributions: fixed.collect(),
        ..request(3)
    };
    let answer = run(&region, &scenario, asked);
    let outcome = scenario.project(&region);
    for (year, exact) in answer.years.iter().zip(&outcome.scenario) {
        let income = exact.income.exact().to_f64().expect("a number");
        for value in [year.scenario.p10, year.scenario.p50, year.scenario.p90] {
            assert!(
                (value - income).abs() < 1e-6,
                "{}: {value} for {income}",
                year.year
            );
        }
        let reaches = Benchmark::ALL.map(|name| {
            let known = exact.benchmark(name);
            known.is_some_and(|known| exact.income >= known)
        });
        assert_eq!(year.scenario_reaches, reaches.map(f64::from));
    }
    assert!(answer.drivers.is_empty());
}

#[test]
fn bands_are_in_order_and_shares_are_shares() {
    let region = region();
    let scenario = Example::Together.scenario(&region);
    let answer = run(&region, &scenario, request(2000));
    for year in &answer.years {
        for band in [year.plan, year.scenario, year.difference] {
            assert!(band.p10 < band.p50 && band.p50 < band.p90, "{year:?}");
        }
        let shares = year.plan_reaches.iter().chain(&year.scenario_reaches);
        let shares = shares.chain([&year.plan_first, &year.scenario_first, &year.second]);
        assert!(shares.into_iter().all(|share| (0.0..=1.0).contains(share)));
    }
    // Doubts add up with the years.
    let width = |year: &YearDistribution| year.scenario.p90 - year.scenario.p10;
    assert!(width(&answer.years[7]) > width(&answer.years[0]));
}

#[test]
fn seeds_decide_and_other_keys_do_not() {
    let region = region();
    let scenario = Example::Coverage.scenario(&region);
    let one = run(&region, &scenario, request(1000));
    assert_eq!(one, run(&region, &scenario, request(1000)));
    let other = run(
        &region,
        &scenario,
        MonteCarloRequest {
            seed: 1,
            ..request(1000)
        },
    );
    assert_ne!(one.years, other.years);
    // Near one another all the same: chance is small in what it is asked for.
    let (a, b) = (one.years[7].scenario.p50, other.years[7].scenario.p50);
    assert!((a / b - 1.0).abs() < 0.02, "{a} and {b}");
    // The key alone decides its draws, so that dropping one distribution leaves the others.
    let less = InputDistribution {
        key: Fixed::GrowthFade.into(),
        least: decimal("0"),
        most: decimal("0.7"),
        shape: DistributionShape::Fixed,
    };
    let answer = run(
        &region,
        &scenario,
        MonteCarloRequest {
            distributions: vec![less],
            ..request(1000)
        },
    );
    let of = |answer: &MonteCarloAnswer, key: Fixed| {
        let driver = answer
            .drivers
            .iter()
            .find(|driver| driver.key == key.into());
        driver.map(|driver| driver.correlation)
    };
    assert_eq!(of(&answer, Fixed::GrowthFade), None);
    let (a, b) = (
        of(&one, Fixed::GrowthFarWage),
        of(&answer, Fixed::GrowthFarWage),
    );
    assert!((a.expect("drawn") - b.expect("drawn")).abs() < 0.1);
}

#[test]
fn growth_of_wages_drives_income_and_not_the_gain() {
    // The first version draws every growth apart, so that each shows apart from the others.
    let region = region_as_of(1);
    let scenario = Example::Operation.scenario(&region);
    let income = run(&region, &scenario, request(2000));
    assert_eq!(income.drivers[0].key, Fixed::GrowthFarWage.into());
    let asked = MonteCarloRequest {
        measure: OutcomeMeasure::Difference,
        ..request(2000)
    };
    let gain = run(&region, &scenario, asked);
    let strong = |key: Fixed| {
        let driver = gain.drivers.iter().find(|driver| driver.key == key.into());
        driver.map(|driver| driver.correlation)
    };
    assert!(
        strong(Fixed::AssetReturn) > Some(0.3),
        "{:?}",
        strong(Fixed::AssetReturn)
    );
    assert_eq!(strong(Fixed::GrowthFarWage), None, "no more than chance");
}

#[test]
fn what_can_not_be_drawn_is_refused() {
    let region = region();
    let scenario = Scenario::default();
    let refused = |asked: MonteCarloRequest| Simulation::new(&region, &scenario, asked).err();
    assert_eq!(refused(request(0)), Some(MonteCarloRefusal::Count));
    assert_eq!(
        refused(request(MOST_DRAWS + 1)),
        Some(MonteCarloRefusal::Count)
    );
    let upside_down = InputDistribution {
        key: Fixed::Clawback.into(),
        least: decimal("0.2"),
        most: decimal("0.1"),
        shape: DistributionShape::Pert,
    };
    let asked = MonteCarloRequest {
        distributions: vec![upside_down],
        ..request(10)
    };
    let Some(MonteCarloRefusal::Ranges(problems)) = refused(asked) else {
        panic!("a range upside down is refused");
    };
    assert_eq!(problems[0].place, "clawback");
}

#[test]
fn a_value_outside_the_range_widens_it() {
    let region = region();
    let mut scenario = Scenario::default();
    let key = Key::from(Fixed::AssetReturn);
    scenario
        .set(&region, key, decimal("0.3"))
        .expect("in range");
    let found = ranges(&region, &scenario, &[]);
    let distribution = found
        .iter()
        .find(|distribution| distribution.key == key)
        .expect("drawn");
    assert_eq!(
        (distribution.least, distribution.most),
        (decimal("0.04"), decimal("0.3"))
    );
    assert!(Simulation::new(&region, &scenario, request(10)).is_ok());
    // Levers, and what moves no income, are not drawn.
    let drawn = |key: Fixed| {
        found
            .iter()
            .any(|distribution| distribution.key == key.into())
    };
    assert!(!drawn(Fixed::GrantsShare) && !drawn(Fixed::Gini) && !drawn(Fixed::CoverageProvince));
}

#[test]
fn shares_keep_their_whole_and_income_its_total() {
    let region = region();
    let resolved = Scenario::default().resolve(&region);
    let mut sample = floating::FloatingValues::of(&resolved.plan, region.years);
    let total = 10_905.0;
    sample.put(Fixed::IndustryLagNow, 0.6);
    sample.put(Fixed::IndustryLagNext, 0.65);
    sample.put(Fixed::OverheadShare, 0.2);
    sample.put(Fixed::Income0Transfer, 3_810.0);
    rescale_shares(&mut sample, 0.9);
    rescale_known_income(&mut sample, published(&region), total);
    let lags = sample.at(Fixed::IndustryLagNow) + sample.at(Fixed::IndustryLagNext);
    assert!((lags - 1.0).abs() < 1e-12);
    assert!((sample.at(Fixed::OverheadShare) - 0.1).abs() < 1e-12);
    let sum: f64 = Component::ALL.iter().map(|k| sample.at(income0(*k))).sum();
    assert!((sum - total).abs() < 1e-9);
    assert_eq!(sample.at(Fixed::Income0Operating), 1_506.0);
}

#[test]
fn drafts_meet_the_worlds_that_the_scenario_meets() {
    let region = region();
    let scenario = Example::Coverage.scenario(&region);
    let alone = run(&region, &scenario, request(600));
    let others = [Example::Coverage, Example::Together, Example::Plan];
    let asked = MonteCarloRequest {
        drafts: others
            .iter()
            .map(|example| levers_of(&example.scenario(&region)))
            .collect(),
        ..request(600)
    };
    let answer = run(&region, &scenario, asked);
    // Drafts beside it change nothing in what is said of the scenario.
    assert_eq!(
        (&answer.years, &answer.drivers),
        (&alone.years, &alone.drivers)
    );
    let [Some(same), Some(better), Some(plan)] = &answer.drafts[..] else {
        panic!("three drafts that stand");
    };
    for (step, year) in answer.years.iter().enumerate() {
        assert_eq!(same.years[step].income, year.scenario);
        assert_eq!(same.years[step].reaches, year.scenario_reaches);
        assert_eq!(same.years[step].first, year.scenario_first);
        assert_eq!(
            (same.years[step].beyond, same.years[step].ahead),
            (Band::default(), 0.0)
        );
        assert_eq!(plan.years[step].income, year.plan);
        assert_eq!(better.years[step].ahead, 1.0, "it does all that and more");
        // As a scenario of its own it meets the same draws, too.
        let own = Example::Together.scenario(&region);
        assert_eq!(
            better.years[step].income,
            run(&region, &own, request(600)).years[step].scenario
        );
    }
}

#[test]
fn a_draft_brings_its_levers_and_no_assumptions() {
    let region = region();
    let mut draft = Example::Coverage.scenario(&region);
    draft
        .set(&region, Fixed::GrowthNearWage.into(), decimal("0.2"))
        .expect("in range");
    assert!(levers_of(&draft).iter().all(|(key, _)| key.is_lever()));
    let asked = MonteCarloRequest {
        drafts: vec![
            levers_of(&draft),
            vec![(Fixed::GrantsShare.into(), decimal("7"))],
        ],
        ..request(50)
    };
    let answer = run(&region, &Example::Coverage.scenario(&region), asked);
    let found = answer.drafts[0].as_ref().expect("it stands");
    assert_eq!(found.years[0].income, answer.years[0].scenario);
    assert_eq!(answer.drafts[1], None, "out of range");
}

#[test]
fn only_what_can_touch_the_result_and_stands_out_drives_it() {
    let region = region();
    let scenario = Example::Together.scenario(&region);
    for measure in [OutcomeMeasure::Income, OutcomeMeasure::Difference] {
        let asked = MonteCarloRequest {
            measure,
            year: 2023,
            ..request(2000)
        };
        let answer = run(&region, &scenario, asked);
        // 4/√1999.
        assert!((answer.noise - 0.0895).abs() < 1e-4, "{}", answer.noise);
        assert!(!answer.drivers.is_empty());
        for driver in &answer.drivers {
            assert!(driver.correlation.abs() >= answer.noise, "{}", driver.key);
            assert!(
                crate::analysis::ranges::moves_incomes(driver.key),
                "{}",
                driver.key
            );
        }
    }
    // A plan that differs from itself in no draw has nothing that drives the difference.
    let asked = MonteCarloRequest {
        measure: OutcomeMeasure::Difference,
        ..request(400)
    };
    let answer = run(&region, &Scenario::default(), asked);
    assert!(answer.drivers.is_empty());
}

#[test]
fn a_range_too_narrow_for_the_value_is_no_reason_to_say_nothing() {
    let region = region();
    let mut scenario = Scenario::default();
    let key = Key::from(Fixed::AssetReturn);
    scenario
        .set(&region, key, decimal("0.14"))
        .expect("in range");
    let own = InputDistribution {
        key,
        least: decimal("0.04"),
        most: decimal("0.12"),
        shape: DistributionShape::Pert,
    };
    let asked = MonteCarloRequest {
        distributions: vec![own],
        ..request(50)
    };
    let answer = run(&region, &scenario, asked);
    let used = answer
        .distributions
        .iter()
        .find(|distribution| distribution.key == key);
    assert_eq!(
        used.map(|distribution| distribution.most),
        Some(decimal("0.14"))
    );
}
