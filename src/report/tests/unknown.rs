//! Benchmarks that nobody knows: no line, no gap, no verdict and never a zero.

use super::*;
use crate::analysis::goal::{Goal, GoalRequest, GoalVerdict, seek};
use crate::analysis::summary::Closing;
use crate::model::targets::Verdict;
use crate::region::key::{Benchmark, Yearly};
use crate::region::parse::parse_region;
use crate::region::tests::region_file;
use crate::scenario::file;

/// The region without a single value of any benchmark.
fn without_benchmarks() -> Region {
    let mut file: serde_json::Value = serde_json::from_str(&region_file()).expect("JSON");
    let parameters = file["parameters"].as_object_mut().expect("an object");
    parameters.retain(|key, _| !key.starts_with("bench."));
    let vintages = file["vintages"].as_object_mut().expect("an object");
    for vintage in vintages.values_mut().filter_map(|one| one.as_object_mut()) {
        vintage.retain(|key, _| !key.starts_with("bench."));
    }
    parse_region(&file.to_string()).expect("a region may know no benchmark")
}

fn series(name: Benchmark, year: u16) -> Key {
    Key::Yearly(Yearly::Bench(name), year)
}

fn entered(region: &Region, values: &[(Key, &str)]) -> Scenario {
    let mut scenario = Scenario::plan(region);
    for (key, text) in values {
        let value = Decimal::from_str_exact(text).expect("a decimal");
        scenario.set(region, *key, value).expect("in range");
    }
    scenario
}

#[test]
fn a_region_without_any_benchmark_is_shown_without_one() {
    let region = without_benchmarks();
    let scenario = Example::Together.scenario(&region);
    let facts = Facts::of(&region, &scenario);
    for year in &facts.outcome.scenario {
        assert!(year.benchmarks.iter().all(Option::is_none));
        assert!(Benchmark::ALL.iter().all(|name| year.gap(*name).is_none()));
    }
    let unknown = |closing: &Closing| *closing == Closing::Unknown;
    assert!(facts.summary.closing.iter().all(unknown));
    assert!(facts.summary.first_higher_than.is_empty());
    assert!(facts.summary.second_higher_than.is_empty());
    for language in Language::ALL {
        let words = Catalog::new(language);
        let document = written(&region, &scenario, &Own::default(), language);
        let text = markdown::write(&document, &words);
        assert!(text.contains(&*words.text("report-gaps-unknown")));
        assert!(text.contains(&*words.text("target-against-unknown")));
        for table in tables(&document) {
            let is_of_gaps = matches!(table.name, "gaps" | "gap-parts" | "benchmarks");
            assert!(!is_of_gaps, "{}: a table of nothing", table.name);
        }
    }
    let request = GoalRequest {
        goal: Goal::Reach {
            benchmark: Benchmark::LiftedProvince,
            year: 2024,
        },
        levers: Vec::new(),
        prices: crate::analysis::goal::Prices::usual(&region),
        raises_other: false,
    };
    for goal in [request.goal, Goal::HigherThans] {
        let request = GoalRequest {
            goal,
            ..request.clone()
        };
        let answer = seek(&region, &scenario, &request);
        assert_eq!(answer.verdict, GoalVerdict::UnknownBenchmark);
    }
}

#[test]
fn a_figure_that_the_region_does_not_give_is_entered_kept_and_taken_back() {
    let region = region();
    let key = series(Benchmark::RuralCity, 2022);
    let later = series(Benchmark::RuralNation, 2026);
    let mut scenario = entered(&region, &[(key, "16000"), (later, "25900")]);
    let changes = scenario.changes(&region);
    assert_eq!(changes.len(), 2);
    assert!(changes.iter().all(|change| change.from.is_none()));
    let outcome = scenario.project(&region);
    let nation = outcome.scenario[3].benchmark(Benchmark::RuralNation);
    assert_eq!(nation.expect("known").to_string(), "25900.00");
    assert!(
        outcome
            .benchmarks_of_income()
            .any(|own| own == Benchmark::RuralCity)
    );
    let facts = Facts::of(&region, &scenario);
    assert_eq!(facts.summary.first_benchmark, Some(Benchmark::RuralCity));
    // Links and files carry it.
    let income = outcome.scenario[0].income;
    let link = link::encode(&region, &scenario, income, None);
    let opened = link::decode(&region, &link).expect("a link of its own");
    assert_eq!(opened.scenario, scenario, "{link}");
    let text = file::write(&region, &scenario, None);
    let read = file::read(&region, &text).expect("a file of its own");
    assert!(read.problems.is_empty());
    assert_eq!(read.scenario, scenario);
    // Every report says what was entered, against unknown.
    let words = Catalog::new(Language::English);
    let document = written(&region, &scenario, &Own::default(), Language::English);
    let text = markdown::write(&document, &words);
    assert!(text.contains(&*words.key_name(key)));
    assert!(text.contains(&*words.text("target-against-rural_city")));
    scenario.revert(&region, key);
    scenario.revert(&region, later);
    assert!(scenario.is_plan());
}

#[test]
fn years_beyond_the_projection_and_impossible_values_are_refused() {
    let region = region();
    let mut scenario = Scenario::plan(&region);
    for (name, value) in [
        ("bench.rural_city.2020", "16000"),
        ("bench.rural_city.2031", "16000"),
        ("bench.rural_nation.2031", "16000"),
        ("bench_growth.rural_city.2021", "0.05"),
        ("bench.rural_city.2022", "-1"),
        ("bench_growth.rural_city.2022", "7"),
    ] {
        let key = Key::parse(name).expect("a key");
        let value = Decimal::from_str_exact(value).expect("a decimal");
        assert!(scenario.set(&region, key, value).is_err(), "{name}");
        assert!(scenario.is_plan());
    }
}

#[test]
fn the_report_says_which_of_three_verdicts() {
    let region = region();
    let close = Key::from(Fixed::CloseCall);
    for (before, after, expected) in [
        ("16000", "17840", Verdict::TooClose),
        ("16000", "17000", Verdict::Met),
        ("16000", "18000", Verdict::NotMet),
    ] {
        let (base, first) = (
            series(Benchmark::RuralCity, 2022),
            series(Benchmark::RuralCity, 2023),
        );
        let scenario = entered(&region, &[(base, before), (first, after), (close, "0.005")]);
        let facts = Facts::of(&region, &scenario);
        assert_eq!(facts.summary.first_higher_than[0].verdict, expected);
        let document = written(&region, &scenario, &Own::default(), Language::English);
        let targets = tables(&document);
        let targets = targets.iter().find(|table| table.name == "targets");
        let judged = &targets.expect("a table").rows[0].cells[4];
        let words = Catalog::new(Language::English);
        assert_eq!(
            *judged,
            ReportCell::Text(words.verdict(expected).to_string())
        );
    }
}
