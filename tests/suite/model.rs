//! The model against cases worked out by hand: `tests/cases/*.case`.
//!
//! A case file is lines: `data VERSION` of the region's data at its head, `# arithmetic in words`,
//! `case NAME`, `set KEY VALUE`, `expect YEAR FIGURE VALUE`, `refuse KEY VALUE`. A value is compared at
//! the decimals that it is written with.

use std::path::Path;
use std::{env, fs};

use crate::support::{data_files, region};
use rust_decimal::Decimal;
use zengshou::analysis::summary::{Closing, Summary, summary};
use zengshou::model::Channel;
use zengshou::model::gain::GainPart;
use zengshou::model::{self, Outcome};
use zengshou::number::round;
use zengshou::region::Region;
use zengshou::region::key::{Benchmark, Category, Component, Key};
use zengshou::region::parse::parse_value;
use zengshou::scenario::Scenario;

/// A case: a scenario and what is expected of it.
struct Case {
    name: String,
    scenario: Scenario,
    expected: Vec<(u16, String, String)>,
}

fn cases(region: &Region, text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words[0] == "#" || words[0] == "data" {
            continue;
        }
        if words[0] == "case" {
            let name = words[1..].join(" ");
            cases.push(Case {
                name,
                scenario: Scenario::default(),
                expected: vec![],
            });
            continue;
        }
        let case = cases.last_mut().expect("a case before its lines");
        match words[..] {
            ["set" | "refuse", key, value] => {
                let key = Key::parse(key).unwrap_or_else(|| panic!("no key {key}"));
                let value = parse_value(key.unit(), value).expect("a value");
                let set = case.scenario.set(region, key, value);
                assert_eq!(
                    set.is_ok(),
                    words[0] == "set",
                    "{}: {line}: {set:?}",
                    case.name
                );
            }
            ["expect", year, figure, value] => {
                let year = year.parse().expect("a year");
                case.expected
                    .push((year, figure.to_owned(), value.to_owned()));
            }
            _ => panic!("{}: {line} is no line of a case", case.name),
        }
    }
    cases
}

/// A figure of a year as a text with as many decimals as the expected one.
fn figure(outcome: &Outcome, summary: &Summary, year: u16, name: &str, like: &str) -> String {
    let step = usize::from(year - outcome.years.first_plan);
    let of = &outcome.scenario[step];
    let (kind, part) = name.split_once('.').unwrap_or((name, ""));
    let benchmark = || {
        Benchmark::ALL
            .into_iter()
            .find(|b| b.name() == part)
            .expect(name) as usize
    };
    let named = |of: Option<Benchmark>| of.map_or("unknown", Benchmark::name).to_owned();
    let category = || {
        Category::ALL
            .into_iter()
            .find(|c| c.name() == part)
            .expect(name) as usize
    };
    let channel = || {
        Channel::ALL
            .into_iter()
            .find(|c| c.name() == part)
            .expect(name)
    };
    let component = || {
        Component::ALL
            .into_iter()
            .find(|c| c.name() == part)
            .expect(name) as usize
    };
    let exact = match kind {
        "income" => of.income.exact(),
        "plan" => outcome.plan[step].income.exact(),
        "difference" => of.difference().exact(),
        "channel" => of.channel(channel()).exact(),
        "gain" => {
            let wanted = GainPart::ALL.into_iter().find(|own| own.name() == part);
            of.gain().part(wanted.expect(name)).exact()
        }
        "component" => of.components[component()].exact(),
        "coverage" => of.coverage.exact(),
        "coverage_missing" => of.coverage_missing.exact(),
        "spent" => of.spending.spent[category()].exact(),
        "carried" => of.spending.allocations[category()].carried.exact(),
        "lapsed" => of.spending.allocations[category()].lapsed.exact(),
        "bench" => of.benchmarks[benchmark()].expect("known").exact(),
        "gap" => of.gap(Benchmark::ALL[benchmark()]).expect("known").exact(),
        "risk_line" => summary.risk_line[step].exact(),
        "t1" => summary.first_higher_than[step].margin().exact(),
        "t2" => summary.second_higher_than[step].margin().exact(),
        "verdict1" => return summary.first_higher_than[step].verdict.name().to_owned(),
        "verdict2" => return summary.second_higher_than[step].verdict.name().to_owned(),
        "against" => return named(summary.first_benchmark),
        "series" => return named(summary.second_series),
        "unknown" => return of.benchmarks[benchmark()].is_none().to_string(),
        "closing" => {
            return match summary.closing[benchmark()] {
                Closing::In(year) => year.to_string(),
                Closing::NotByHorizon(_) => "none".to_owned(),
                Closing::Unknown => "unknown".to_owned(),
            };
        }
        "needed" => match summary.closing[benchmark()] {
            Closing::NotByHorizon(Some(growth)) => growth.exact(),
            other => return format!("{other:?}"),
        },
        _ => panic!("no figure {name}"),
    };
    let places = like
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    round(exact, places as u32).to_string()
}

/// The region with the values of the version that a case file names at its head: its arithmetic in words
/// holds those.
fn region_of(text: &str) -> Region {
    let head = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("data "));
    let version = head.and_then(|version| version.parse().ok());
    let version = version.expect("a case file begins with the version of its data");
    assert!(region().knows(version), "no data of version {version}");
    region().as_of(Some(version)).into_owned()
}

/// The filter of the cases by name; `cargo xtask test --filter` sets it.
const ONLY: &str = "ZENGSHOU_CASE";

/// Compares every case of a file with what was worked out by hand.
fn check_cases(path: &Path) {
    let text = fs::read_to_string(path).expect("a case file");
    let region = &region_of(&text);
    let only = env::var(ONLY).unwrap_or_default();
    let mut wrong = Vec::new();
    let wanted = cases(region, &text)
        .into_iter()
        .filter(|case| case.name.contains(&only));
    for case in wanted {
        assert!(!case.expected.is_empty(), "{} expects nothing", case.name);
        let resolved = case.scenario.resolve(region);
        let outcome = model::project(region.years, &resolved.plan, &resolved.scenario);
        let summary = summary(region, true, &resolved, &outcome);
        for (year, name, value) in &case.expected {
            let got = figure(&outcome, &summary, *year, name, value);
            if got != *value {
                wrong.push(format!("{}: {year} {name}: {got}, not {value}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The files of `tests/cases`.
mod cases {
    crate::support::a_test_for_each_file!(
        "tests/cases", "case", super::check_cases:
        baseline benchmarks checked clawback coverage employment ends gain grants industry infrastructure
        population social spending together upkeep wholes years
    );
}

#[test]
fn no_case_was_lost() {
    let files = data_files("tests/cases", "case");
    let count: usize = files
        .iter()
        .map(|(_, path)| {
            let text = fs::read_to_string(path).expect("a case file");
            text.lines()
                .filter(|line| line.starts_with("case "))
                .count()
        })
        .sum();
    assert!(count >= 60, "only {count} cases");
}

/// Both ends of every lever are in the cases.
#[test]
fn every_lever_is_tried_at_both_ends() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/ends.case"))
            .expect("the cases");
    let region = region();
    for key in region.parameters.keys().filter(|key| key.is_lever()) {
        let (least, most) = key.range();
        for end in [least, most] {
            let value = zengshou::scenario::value_text(*key, end);
            let line = format!("set {key} {value}");
            let is_plan = region.values().get(*key) == Some(end);
            assert!(
                is_plan || text.lines().any(|l| l.trim() == line),
                "{line} is not tried"
            );
        }
    }
}

#[test]
fn a_wrong_expectation_is_noticed() {
    let region = region();
    let case = cases(region, "case x\nexpect 2023 income 13892.28").remove(0);
    let resolved = case.scenario.resolve(region);
    let outcome = model::project(region.years, &resolved.plan, &resolved.scenario);
    let summary = summary(region, true, &resolved, &outcome);
    assert_eq!(
        figure(&outcome, &summary, 2023, "income", "13892.28"),
        "13892.27"
    );
    assert_eq!(
        Decimal::ONE,
        figure(&outcome, &summary, 2023, "coverage", "1")
            .parse()
            .expect("x")
    );
}
