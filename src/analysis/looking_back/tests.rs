//! Rules applied to known years, against figures worked out by hand.

use super::*;
use crate::number::round;
use crate::region::key::Fixed;
use crate::region::tests::region;
use crate::scenario::note::Note;

const NATION: Series = Series::Benchmark(Benchmark::LiftedNation);
const COUNTIES: Series = Series::Benchmark(Benchmark::LiftedCounties);
const RURAL: Series = Series::Benchmark(Benchmark::RuralNation);

fn with(region: &Region, values: &[(&str, &str)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (key, text) in values {
        let key = Key::parse(key).unwrap_or_else(|| panic!("no key {key}"));
        let value = Decimal::from_str_exact(text).expect("a decimal");
        scenario.set(region, key, value).expect("a value in range");
    }
    scenario
}

fn note(region: &Region, scenario: &mut Scenario, key: &str) {
    let key = Key::parse(key).expect("a key");
    let (note, _) = Note::read("市统计局年报");
    scenario
        .set_note(region, key, note)
        .expect("a year of the region");
}

fn trial(back: &LookingBack, of: Series, rule: Rule) -> &Trial {
    let mut trials = back.trials.iter();
    let found = trials.find(|trial| trial.of == of && trial.rule == rule);
    found.unwrap_or_else(|| panic!("no {rule:?} of {of:?}"))
}

/// From, year, predicted to the fen, relative error in per cent.
fn rows(trial: &Trial) -> Vec<(Year, Year, String, String)> {
    let row = |one: &Prediction| {
        let percent = round(one.relative_error().exact() * Decimal::ONE_HUNDRED, 2);
        (
            one.from,
            one.year,
            one.predicted.to_string(),
            percent.to_string(),
        )
    };
    trial.predictions.iter().map(row).collect()
}

fn expected(rows: &[(Year, Year, &str, &str)]) -> Vec<(Year, Year, String, String)> {
    let own = |(from, year, amount, error): &(Year, Year, &str, &str)| {
        (*from, *year, (*amount).to_owned(), (*error).to_owned())
    };
    rows.iter().map(own).collect()
}

/// 10,740 × 14,051 ÷ 12,588; 12,550 × 15,111 ÷ 14,051.
#[test]
fn the_lifted_counties_lead_the_lifted_population_too_low() {
    let back = looking_back(&region(), &Scenario::default());
    let follows = Rule::Follows(Benchmark::LiftedCounties);
    let trial = trial(&back, NATION, follows);
    assert_eq!(
        rows(trial),
        expected(&[
            (2020, 2021, "11988.22", "-4.48"),
            (2020, 2022, "12892.61", "-10.11"),
            (2021, 2022, "13496.77", "-5.89"),
        ])
    );
    let mean = trial.mean_error().expect("two tries");
    assert_eq!(round(mean.exact(), 4).to_string(), "0.0518");
    assert_eq!(trial.greatest().map(|one| one.year), Some(2022));
    assert_eq!(trial.most_ahead(), 2);
}

/// 6.2 % a year for the counties, 6 % for rural residents.
#[test]
fn one_growth_for_every_year_is_held_against_each() {
    let region = region();
    let growth = [
        ("bench_growth.lifted_counties", "0.062"),
        ("bench_growth.rural_nation", "0.06"),
    ];
    let back = looking_back(&region, &with(&region, &growth));
    let next = |of| {
        let next = trial(&back, of, Rule::GrowthAfter).next_years();
        let row = |one: Prediction| (one.year, one.predicted.to_string(), one.error().to_string());
        next.map(row).collect::<Vec<_>>()
    };
    let own = |rows: &[(Year, &str, &str)]| -> Vec<(Year, String, String)> {
        let row = |(year, a, b): &(Year, &str, &str)| (*year, (*a).to_owned(), (*b).to_owned());
        rows.iter().map(row).collect()
    };
    assert_eq!(
        next(COUNTIES),
        own(&[
            (2021, "13368.46", "-682.54"),
            (2022, "14922.16", "-188.84"),
            (2023, "16047.88", "-348.12"),
            (2024, "17412.55", "-109.45"),
        ])
    );
    assert_eq!(
        next(RURAL),
        own(&[
            (2021, "18158.86", "-772.14"),
            (2022, "20066.86", "-66.14"),
            (2023, "21340.98", "-350.02"),
            (2024, "22992.46", "-126.54"),
            (2025, "24506.14", "50.14"),
        ])
    );
    let far = trial(&back, RURAL, Rule::GrowthAfter).at(2020, 5);
    assert_eq!(
        far.map(|one| one.predicted.to_string()),
        Some("22925.14".to_owned())
    );
}

/// Near 10 %, far 5 %, fade 0.5: 10,740 × 1.1 × 1.075.
#[test]
fn the_headlines_rule_fades_from_near_to_far() {
    let region = region();
    let mut values = vec![("growth_fade", "0.5")];
    for (near, far) in [
        ("growth_near.wage", "growth_far.wage"),
        ("growth_near.operating", "growth_far.operating"),
        ("growth_near.property", "growth_far.property"),
        ("growth_near.transfer", "growth_far.transfer"),
    ] {
        values.extend([(near, "0.1"), (far, "0.05")]);
    }
    let back = looking_back(&region, &with(&region, &values));
    assert_eq!(
        rows(trial(&back, NATION, Rule::NearToFar)),
        expected(&[
            (2020, 2021, "11814.00", "-5.86"),
            (2020, 2022, "12700.05", "-11.45"),
            (2021, 2022, "13805.00", "-3.74"),
        ])
    );
    // Disposable income follows no rule of net income.
    let near = back.trials.iter().filter(|one| one.rule == Rule::NearToFar);
    assert_eq!(near.map(|one| one.of).collect::<Vec<_>>(), [NATION]);
}

/// The counties grew by 8.5037 % in 2023 and by 6.8675 % in 2024: 0.115 and 0.084 are 2.9963 and 1.5325
/// points more. 10,740 × (1.116222 + 0.029963); 12,550 × (1.075440 + 0.029963).
#[test]
fn an_excess_assumed_today_is_tried_too() {
    let region = region();
    let excess = [
        ("bench_growth.lifted_nation.2023", "0.115"),
        ("bench_growth.lifted_nation.2024", "0.084"),
    ];
    let back = looking_back(&region, &with(&region, &excess));
    let with_excess = Rule::FollowsWithExcess(Benchmark::LiftedCounties);
    assert_eq!(
        rows(trial(&back, NATION, with_excess)),
        expected(&[
            (2020, 2021, "12310.02", "-1.91"),
            (2020, 2022, "13427.33", "-6.38"),
            (2021, 2022, "13872.80", "-3.27"),
        ])
    );
    // What a proxy's growth rounded to a tenth of a point leaves is no excess.
    let alone = [
        ("bench_growth.lifted_nation.2023", "0.085"),
        ("bench_growth.lifted_nation.2024", "0.069"),
    ];
    let back = looking_back(&region, &with(&region, &alone));
    assert!(
        !back
            .trials
            .iter()
            .any(|one| one.rule == with_excess && one.of == NATION)
    );
}

#[test]
fn what_has_one_known_year_is_said_to_be_untested() {
    let back = looking_back(&region(), &Scenario::default());
    let province = Series::Benchmark(Benchmark::LiftedProvince);
    for untested in [
        (Series::Own, Rule::NearToFar),
        (Series::Own, Rule::Follows(Benchmark::LiftedNation)),
        (province, Rule::Follows(Benchmark::LiftedCounties)),
        (
            Series::Benchmark(Benchmark::RuralProvince),
            Rule::Follows(Benchmark::RuralNation),
        ),
    ] {
        assert!(back.untested.contains(&untested), "{untested:?}");
    }
    assert!(
        back.trials
            .iter()
            .all(|one| one.of != Series::Own && one.of != province)
    );
}

/// The city's own growth of 12 % in 2022 beside the nation's 14,342 ÷ 12,550.
#[test]
fn a_figure_of_ones_own_joins_once_its_source_is_given() {
    let region = region();
    let mut scenario = with(&region, &[("growth_known.2022", "0.12")]);
    let follows = Rule::Follows(Benchmark::LiftedNation);
    let own = |scenario: &Scenario| {
        let back = looking_back(&region, scenario);
        let mut trials = back.trials.into_iter();
        trials.find(|one| one.of == Series::Own && one.rule == follows)
    };
    assert_eq!(own(&scenario), None, "an assumption is no figure");
    note(&region, &mut scenario, "growth_known.2022");
    let trial = own(&scenario).expect("a known year more");
    assert_eq!(rows(&trial), expected(&[(2021, 2022, "12462.11", "2.03")]));
    let errors = looking_back(&region, &scenario).errors;
    let before = looking_back(&region, &Scenario::default()).errors;
    assert_eq!(errors[0].count, before[0].count + 1);
    // A benchmark's own later figure is held against the rules as well, and is no assumption any more.
    let mut scenario = with(&region, &[("bench_growth.lifted_nation.2023", "0.1")]);
    note(&region, &mut scenario, "bench_growth.lifted_nation.2023");
    let back = looking_back(&region, &scenario);
    let follows = Rule::Follows(Benchmark::LiftedCounties);
    let trial = self::trial(&back, NATION, follows);
    // 14,342 × 16,396 ÷ 15,111 against 14,342 × 1.1.
    let last = trial.at(2022, 1).expect("a year more");
    assert_eq!(last.predicted.to_string(), "15561.61");
    assert_eq!(last.published.to_string(), "15776.20");
}

/// One year ahead the rural series gives −0.20 % (2025) and the counties +5.11 % (2021) where both grow at
/// one rate; later years are never narrower.
#[test]
fn errors_ahead_reach_as_far_as_the_known_years() {
    let region = region();
    let mut values = vec![
        ("bench_growth.lifted_counties", "0.062"),
        ("bench_growth.rural_nation", "0.06"),
    ];
    // So that the nation's lifted population is between the two: 16.85 and 14.28 % were its growths.
    for key in [
        "growth_near.wage",
        "growth_near.operating",
        "growth_near.property",
        "growth_near.transfer",
    ] {
        values.push((key, "0.15"));
    }
    let back = looking_back(&region, &with(&region, &values));
    let errors = &back.errors;
    let ahead: Vec<Year> = errors.iter().map(|one| one.ahead).collect();
    assert_eq!(ahead, [1, 2, 3, 4, 5]);
    let counts: Vec<usize> = errors.iter().map(|one| one.count).collect();
    // Nation 2 + 1, counties 4 + 3 + 2 + 1, rural residents 5 + 4 + 3 + 2 + 1.
    assert_eq!(counts, [11, 8, 5, 3, 1]);
    let percent = |share: Share| round(share.exact() * Decimal::ONE_HUNDRED, 2).to_string();
    // Nation 2022 from 2021: 14,342 ÷ (12,550 × 1.15) − 1 = −0.63 %.
    assert_eq!(percent(errors[0].lowest), "-0.63");
    assert_eq!(percent(errors[0].highest), "5.11");
    // Counties 2024 from 2020: 17,522 ÷ (12,588 × 1.062⁴) − 1.
    assert_eq!(percent(errors[3].highest), "9.43");
    for pair in errors.windows(2) {
        assert!(pair[1].lowest <= pair[0].lowest && pair[1].highest >= pair[0].highest);
    }
}

#[test]
fn incomes_of_nothing_and_shrinking_growth_are_met() {
    let region = region();
    let nothing = [
        ("income0.wage", "0"),
        ("income0.operating", "0"),
        ("income0.property", "0"),
        ("income0.transfer", "0"),
    ];
    let back = looking_back(&region, &with(&region, &nothing));
    assert!(back.trials.iter().all(|one| one.rule != Rule::NearToFar));
    let least = Key::Fixed(Fixed::BenchGrowthRuralNation).range().0;
    let mut scenario = Scenario::default();
    let set = scenario.set(&region, Fixed::BenchGrowthRuralNation.into(), least);
    set.expect("the least growth");
    let back = looking_back(&region, &scenario);
    let first = trial(&back, RURAL, Rule::GrowthAfter).at(2020, 1);
    assert_eq!(
        first.map(|one| one.predicted.to_string()),
        Some("8565.50".to_owned())
    );
}
