//! The model against cases worked out by hand: `tests/cases/*.case`.
//!
//! A case file is lines: `# arithmetic in words`, `case NAME`, `set KEY VALUE`,
//! `expect YEAR FIGURE VALUE`, `refuse KEY VALUE`. A value is compared at the decimals that it
//! is written with.

use std::fs;
use std::path::Path;

use crate::support::region;
use rust_decimal::Decimal;
use zengshou::analysis::summary::{Closing, Summary, summary};
use zengshou::model::Channel;
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
        if words[0] == "#" {
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
        "component" => of.components[component()].exact(),
        "coverage" => of.coverage.exact(),
        "coverage_missing" => of.coverage_missing.exact(),
        "spent" => of.spending.spent[category()].exact(),
        "carried" => of.spending.allocations[category()].carried.exact(),
        "lapsed" => of.spending.allocations[category()].lapsed.exact(),
        "bench" => of.benchmarks[benchmark()].exact(),
        "gap" => of.gap(Benchmark::ALL[benchmark()]).exact(),
        "risk_line" => summary.risk_line[step].exact(),
        "t1" => summary.first_higher_than[step].margin().exact(),
        "t2" => summary.second_higher_than[step].margin().exact(),
        "closing" => {
            return match summary.closing[benchmark()] {
                Closing::In(year) => year.to_string(),
                Closing::NotByHorizon(_) => "none".to_owned(),
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

#[test]
fn every_case_comes_out_as_worked_out_by_hand() {
    let region = region();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut count = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).expect("the cases").flatten() {
        let text = fs::read_to_string(entry.path()).expect("a case file");
        for case in cases(region, &text) {
            count += 1;
            assert!(!case.expected.is_empty(), "{} expects nothing", case.name);
            let resolved = case.scenario.resolve(region);
            let outcome = model::project(region.years, &resolved.plan, &resolved.scenario);
            let summary = summary(region, &resolved, &outcome);
            for (year, name, value) in &case.expected {
                let got = figure(&outcome, &summary, *year, name, value);
                if got != *value {
                    wrong.push(format!("{}: {year} {name}: {got}, not {value}", case.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
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
    let case = cases(region, "case x\nexpect 2023 income 13568.20").remove(0);
    let resolved = case.scenario.resolve(region);
    let outcome = model::project(region.years, &resolved.plan, &resolved.scenario);
    let summary = summary(region, &resolved, &outcome);
    assert_eq!(
        figure(&outcome, &summary, 2023, "income", "13568.20"),
        "13568.19"
    );
    assert_eq!(
        Decimal::ONE,
        figure(&outcome, &summary, 2023, "coverage", "1")
            .parse()
            .expect("x")
    );
}
