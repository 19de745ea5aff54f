//! Draws of growths that share a factor, and of values that are one figure.

use super::*;
use crate::floating::sampling::rank_correlation;
use crate::model::version::is_neutral;
use crate::scenario::note::Note;

/// The region as it was released first: the numbers that old links show are of it.
fn version_1() -> Region {
    let mut then = region().as_of(Some(1)).into_owned();
    // What came later was neither uncertain nor drawn.
    let values = then.parameters.iter_mut();
    for (_, figure) in values.filter(|(key, figure)| is_neutral(**key, figure.value)) {
        figure.range = None;
    }
    then
}

/// The region with a value of `growth_together`.
fn together(region: &Region, share: &str) -> Scenario {
    let mut scenario = Scenario::default();
    let key = Fixed::GrowthTogether.into();
    scenario.set(region, key, decimal(share)).expect("in range");
    scenario
}

#[test]
fn draws_of_the_first_version_are_what_they_were() {
    // Computed by the program before growths went together (commit 64d3143).
    let region = version_1();
    let answer = run(&region, &Example::Together.scenario(&region), request(1000));
    let last = &answer.years[7];
    let near = |found: f64, expected: f64| {
        assert!((found - expected).abs() < 1e-6, "{found} for {expected}")
    };
    for (band, expected) in [
        (
            last.plan,
            [
                19_545.883_386_670_324,
                20_607.225_218_866_1,
                21_587.096_722_941_922,
            ],
        ),
        (
            last.scenario,
            [
                20_284.326_010_003_54,
                21_409.954_769_654_807,
                22_546.244_078_440_985,
            ],
        ),
        (
            answer.years[0].plan,
            [
                13_170.269_191_491_2,
                13_477.794_960_511_952,
                13_745.994_004_002_285,
            ],
        ),
    ] {
        near(band.p10, expected[0]);
        near(band.p50, expected[1]);
        near(band.p90, expected[2]);
    }
    assert_eq!(last.scenario_reaches[..3], [0.525, 0.032, 0.0]);
    assert_eq!((last.scenario_first, last.second), (0.555, 0.564));
    assert_eq!(answer.drivers[0].key, Fixed::GrowthFarWage.into());
    near(answer.drivers[0].correlation, 0.746_021_210_021_21);
}

/// The values that a key takes over the draws.
fn taken(simulation: &Simulation, name: &str) -> Vec<f64> {
    let key = Key::parse(name).expect("a key");
    let drawn = simulation.drawn.iter().zip(&simulation.values);
    let mut drawn = drawn.filter(|(drawn, _)| drawn.key == key || drawn.tied.contains(&key));
    let (drawn, values) = drawn.next().expect("drawn");
    let draws = 0..drawn.alone.len();
    draws.map(|draw| values.in_draw(draw)).collect()
}

#[test]
fn whatever_growths_share_each_keeps_its_own_distribution() {
    let region = region();
    let simulation = |share: &str| {
        let scenario = together(&region, share);
        Simulation::new(&region, &scenario, request(2000)).expect("in order")
    };
    let [apart, much, one] = ["0", "0.8", "1"].map(simulation);
    assert!(apart.factor.is_none());
    for drawn in &apart.drawn {
        let name = drawn.key.to_string();
        // Sorted, the values are the same to the last bit: every quantile once.
        let sorted = |simulation: &Simulation| {
            let mut values = taken(simulation, &name);
            values.sort_unstable_by(f64::total_cmp);
            values
        };
        assert_eq!(sorted(&much), sorted(&apart), "{name}");
        assert_eq!(sorted(&one), sorted(&apart), "{name}");
        // What shares nothing is drawn as ever.
        if !is_shared(drawn.key) {
            assert_eq!(taken(&much, &name), taken(&apart, &name), "{name}");
        }
    }
    let ranks = |simulation: &Simulation| {
        let [a, b] = ["growth_far.wage", "bench_growth.lifted_province"]
            .map(|name| rank_correlation::ranks(&taken(simulation, name)));
        let steps: Vec<u16> = a.iter().map(|rank| *rank as u16).collect();
        rank_correlation::CentredRanks::of(b).correlation(&steps)
    };
    assert!(ranks(&apart).abs() < 0.05);
    assert!((ranks(&much) - 0.7859).abs() < 0.02, "{}", ranks(&much));
    assert!(ranks(&one) > 0.999_999);
}

#[test]
fn what_growths_share_is_one_driver_and_decides_how_often_a_benchmark_is_reached() {
    let region = region();
    let [apart, much] =
        ["0", "0.8"].map(|share| run(&region, &together(&region, share), request(4000)));
    let of = |answer: &MonteCarloAnswer, key: Fixed| {
        let drivers = answer.drivers.iter();
        let mut found = drivers.filter(|driver| driver.key == key.into());
        found.next().map(|driver| driver.correlation)
    };
    assert_eq!(of(&apart, Fixed::GrowthTogether), None);
    assert_eq!(much.drivers[0].key, Fixed::GrowthTogether.into());
    assert!(of(&much, Fixed::GrowthTogether) > Some(0.8));
    // Of each growth only its own part is left, smaller than when it was drawn apart.
    assert!(of(&much, Fixed::GrowthFarWage) < of(&apart, Fixed::GrowthFarWage));
    // What is listed was drawn apart: together it explains no more than all.
    let squares = |answer: &MonteCarloAnswer| -> f64 {
        let drivers = answer.drivers.iter();
        drivers
            .map(|driver| driver.correlation * driver.correlation)
            .sum()
    };
    assert!(
        squares(&much) > 0.8 && squares(&much) < 1.02,
        "{}",
        squares(&much)
    );
    // Incomes spread more, since growths no longer make up for one another.
    let width = |answer: &MonteCarloAnswer| answer.years[7].plan.p90 - answer.years[7].plan.p10;
    assert!(width(&much) > 1.2 * width(&apart));
    assert_eq!((apart.together, much.together), (0.0, 0.8));
}

/// The region with the province's growth of 2022 tied to the city's.
fn tied_region() -> Region {
    let mut region = region();
    let (key, with) = tied_keys();
    let range = region.parameters[&with].range;
    let tied = region.parameters.get_mut(&key).expect("a value");
    (tied.same_as, tied.range, tied.status) =
        (Some(with), range, crate::region::Status::Assumption);
    region
}

fn tied_keys() -> (Key, Key) {
    let key = |name: &str| Key::parse(name).expect("a key");
    (
        key("bench_growth.lifted_province.2022"),
        key("growth_known.2022"),
    )
}

#[test]
fn tied_values_are_drawn_once_until_the_user_answers_for_one() {
    let region = tied_region();
    let (key, with) = tied_keys();
    let simulation = |scenario: &Scenario, own: Vec<InputDistribution>| {
        let asked = MonteCarloRequest {
            distributions: own,
            ..request(500)
        };
        Simulation::new(&region, scenario, asked).expect("in order")
    };
    let plain = Scenario::default();
    let one = simulation(&plain, Vec::new());
    assert_eq!(
        taken(&one, &key.to_string()),
        taken(&one, &with.to_string())
    );
    assert!(one.drawn.iter().all(|drawn| drawn.key != key));
    let (name, other) = (key.to_string(), with.to_string());
    let apart = |simulation: &Simulation| taken(simulation, &name) != taken(simulation, &other);
    // A value, a note, a range of the user's own, of whichever of the two: each ends it.
    for of in [key, with] {
        let mut own = plain.clone();
        own.set(&region, of, decimal("0.12")).expect("in range");
        assert!(apart(&simulation(&own, Vec::new())), "{of}");
        let mut noted = plain.clone();
        let note = Note::read("统计局").0;
        noted.set_note(&region, of, note).expect("it is there");
        assert!(apart(&simulation(&noted, Vec::new())), "{of}");
        let range = InputDistribution {
            key: of,
            least: decimal("0.1"),
            most: decimal("0.15"),
            shape: DistributionShape::Pert,
        };
        assert!(apart(&simulation(&plain, vec![range])), "{of}");
    }
    // The driver says that it stands for both, also where growths have nothing else in common.
    let mut alone = plain.clone();
    let key_together = Fixed::GrowthTogether.into();
    alone
        .set(&region, key_together, Decimal::ZERO)
        .expect("in range");
    let drivers = run(&region, &alone, request(2000)).drivers;
    let driver = drivers.iter().find(|driver| driver.key == with);
    assert_eq!(driver.map(|driver| &driver.tied[..]), Some(&[key][..]));
}

#[test]
fn the_single_projection_is_the_models_own() {
    let region = region();
    let scenario = Example::Together.scenario(&region);
    let answer = run(&region, &scenario, request(10));
    let outcome = scenario.project(&region);
    let exact = outcome.plan.iter().zip(&outcome.scenario);
    for (year, (plan, scenario)) in answer.years.iter().zip(exact) {
        for (found, exact) in [(year.plan_single, plan), (year.scenario_single, scenario)] {
            let exact = exact.income.exact().to_f64().expect("a number");
            assert!(
                (found - exact).abs() < 1e-6,
                "{}: {found} for {exact}",
                year.year
            );
        }
    }
}
