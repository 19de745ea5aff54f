use super::*;
use crate::counties::guarantees::{Guarantee, GuaranteeSource};
use crate::counties::indicator::Indicator;
use crate::counties::settings::{CountySettings, CountyTerms, whole_wan};

const FULL: &str = r#"{
  "zengshou-counties": 1,
  "weights": {"spending": "25", "growth": "0"},
  "schedule": ["0.05","0.1","0.3","0.35","0.4","0.5","0.6","0.7","0.8","0.9","0.95","1"],
  "lamps": {"yellow": "0.03"},
  "targets": {"started": "1"},
  "goals": {"spending": "0.95", "solved": null},
  "small": 50,
  "day": "2026-06-30",
  "division": {
    "weights": {"people": "40", "income": "25", "policy": "35"},
    "amount": "300000000", "taken": {"张北县": "20000000"},
    "floor": "1000000", "cap": "90000000", "money": "added",
    "counties": {"张北县": {"floor": "2000000", "policy": "1.2", "appraisal": "1.1"}}
  },
  "projects": {"sizes": ["1000000", "3000000"], "begin_by": 4, "most_lag": "0.1"},
  "guarantees": {
    "housing": {"problems": 8, "solved": 8},
    "water": {"problems": 120, "solved": 100, "unit_cost": "30000", "from": "infrastructure",
      "counties": {"张北县": {"problems": 20, "solved": 15, "unit_cost": "25000.5"}}}
  },
  "campaigns": [{
    "name": "百日行动", "first": "2026-07-01", "last": "2026-10-08", "measure": "jobs",
    "start": "0", "goal": "3000", "imports": true, "counties": {"张北县": {"goal": "400"}},
    "entries": [{"day": "2026-07-10", "value": "240"}, {"day": "2026-07-10", "county": "张北县", "value": "60"}]
  }]
}"#;

#[test]
fn settings_are_read_and_written_back_the_same() {
    let read = CountySettings::read(FULL).expect("settings");
    assert_eq!(read.weights[Indicator::Spending as usize], decimal("25"));
    assert_eq!(read.weights[Indicator::Started as usize], decimal("10"));
    assert_eq!(read.schedule[2], decimal("0.3"));
    assert_eq!(read.goals[Indicator::Solved as usize], None);
    assert_eq!(read.day, SheetDate::new(2026, 6, Some(30)));
    assert!(read.division.is_added);
    assert_eq!(read.division.money, Some(30_000));
    assert_eq!(read.division.taken.get("张北县"), Some(&2_000));
    assert_eq!(read.division.floor, Some(100));
    let terms = CountyTerms {
        floor: Some(200),
        cap: None,
        policy: decimal("1.2"),
        appraisal: decimal("1.1"),
    };
    assert_eq!(read.division.counties.get("张北县"), Some(&terms));
    assert_eq!(
        read.projects.edges,
        [decimal("1000000"), decimal("3000000")]
    );
    assert_eq!(read.projects.begin_by.number(), 4);
    let water = read.guarantees.entries[Guarantee::Water as usize].clone();
    let water = water.expect("an entry");
    assert_eq!(water.source, GuaranteeSource::Infrastructure);
    assert_eq!(water.counties[0].unit_cost, Some(decimal("25000.5")));
    assert_eq!(water.whole.left(), Some(20));
    assert_eq!(read.campaigns[0].entries.len(), 2);
    assert_eq!(read.campaigns[0].counties[0].aim.goal, Some(decimal("400")));
    assert_eq!(CountySettings::read(&read.write()), Ok(read));
    let usual = CountySettings::default();
    assert_eq!(usual.write(), "{\n  \"zengshou-counties\": 1\n}");
    assert_eq!(CountySettings::read(&usual.write()), Ok(usual));
}

fn campaign(measure: &str, more: &str, value: &str) -> String {
    let days = r#""first": "2026-07-01", "last": "2026-10-08""#;
    format!(
        r#""campaigns": [{{"name": "x", {days}, "measure": "{measure}", {more}
        "entries": [{{"day": "2026-07-10", "value": "{value}"}}]}}]"#
    )
}

#[test]
fn nothing_is_left_out_in_silence() {
    let places = |inside: &str| -> Vec<String> {
        let text = format!("{{\"zengshou-counties\": 1, {inside}}}");
        let problems = CountySettings::read(&text).err().unwrap_or_default();
        problems.into_iter().map(|problem| problem.place).collect()
    };
    for (inside, place) in [
        (r#""weights": {"speed": "1"}"#, "weights.speed"),
        (r#""weights": {"started": "-1"}"#, "weights.started"),
        (
            r#""weights": {"started": "1", "started": "2"}"#,
            "weights.started",
        ),
        (r#""schedule": ["0.5"]"#, "schedule"),
        (
            r#""schedule": ["0.1","0.1","0.1","0.1","0.1","0.1","0.1","0.1","0.1","0.1","0.1","0.05"]"#,
            "schedule.12",
        ),
        (r#""targets": {"spending": "1"}"#, "targets.spending"),
        (r#""goals": {"started": "1.2"}"#, "goals.started"),
        (r#""day": "2026-02-30""#, "day"),
        (r#""lamps": {"yellow": "x"}"#, "lamps.yellow"),
        (r#""division": {"floor": "15000"}"#, "division.floor"),
        (r#""division": {"money": "more"}"#, "division.money"),
        (r#""guarantees": {"roads": {}}"#, "guarantees.roads"),
        (
            r#""guarantees": {"food": {"from": "x"}}"#,
            "guarantees.food.from",
        ),
        (
            r#""guarantees": {"food": {"unit_cost": "-1"}}"#,
            "guarantees.food.unit_cost",
        ),
        (
            r#""guarantees": {"food": {"problems": 1500000001}}"#,
            "guarantees.food.problems",
        ),
        (
            r#""guarantees": {"food": {"counties": {"甲": {}, "甲": {}}}}"#,
            "guarantees.food.counties.甲",
        ),
        (&campaign("jobs", "", "1.5"), "campaigns.1.entries.1.value"),
        (
            &campaign("coverage", "", "1.5"),
            "campaigns.1.entries.1.value",
        ),
        (
            r#""campaigns": [{"name": "x", "first": "2020-01-01", "last": "2026-01-01", "measure": "jobs"}]"#,
            "campaigns.1.last",
        ),
        (&campaign("speed", "", "1"), "campaigns.1.measure"),
        (
            &campaign("jobs", r#""goal": "x","#, "1"),
            "campaigns.1.goal",
        ),
        (r#""projects": {"sizes": ["2", "2"]}"#, "projects.sizes.2"),
        (r#""projects": {"sizes": ["-1"]}"#, "projects.sizes.1"),
        (r#""projects": {"begin_by": 13}"#, "projects.begin_by"),
        (r#""projects": {"most_lag": "2"}"#, "projects.most_lag"),
        (
            r#""division": {"weights": {"people": "0", "income": "0", "policy": "0"}}"#,
            "division.weights",
        ),
        (
            r#""division": {"counties": {"甲": {"policy": "1001"}}}"#,
            "division.counties.甲.policy",
        ),
    ] {
        assert_eq!(places(inside), [place], "{inside}");
    }
    let zeros: Vec<String> = Indicator::ALL
        .map(|one| format!("\"{}\": \"0\"", one.name()))
        .into();
    assert_eq!(
        places(&format!("\"weights\": {{{}}}", zeros.join(","))),
        ["weights"]
    );
    for text in [
        "",
        "{}",
        r#"{"zengshou-counties": 2}"#,
        r#"{"zengshou-counties": 1, "x": 1}"#,
        r#"{"zengshou-counties": 1, "guarantees": {"food": {"x": 1}}}"#,
        r#"{"zengshou-counties": 1, "campaigns": [{"name": "x"}]}"#,
    ] {
        assert_eq!(
            CountySettings::read(text).err().map(|it| it.len()),
            Some(1),
            "{text}"
        );
    }
}

#[test]
fn money_is_divided_in_whole_ten_thousands() {
    assert_eq!(whole_wan(decimal("30000")), Some(3));
    for other in ["30001", "-10000", "0.5", "79228162514264337593543950335"] {
        assert_eq!(whole_wan(decimal(other)), None, "{other}");
    }
}
