//! The counties of a region on the command line: read from a table, ranked, divided, and written as a notice.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::{printed, refused, run, text};

/// A folder of a test's own files.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A region of 42,000 people and 17,471.25 yuan a head with this table of counties.
fn region(folder: &str, columns: &[&str], rows: &[Value]) -> String {
    with_table(folder, "counties", columns, rows)
}

/// The same with a table of that name.
pub fn with_table(folder: &str, table: &str, columns: &[&str], rows: &[Value]) -> String {
    let mut values = serde_json::Map::new();
    for (level, amount) in [
        ("central", 5),
        ("provincial", 5),
        ("city", 5),
        ("county", 5),
    ] {
        for category in ["industry", "infrastructure", "other"] {
            let value = json!({"value": (amount * 1_000_000).to_string()});
            values.insert(format!("funds.{level}.{category}"), value);
        }
    }
    for (key, value) in [
        ("population", "42000"),
        ("household_size", "2.4"),
        ("coverage0", "0.92"),
        ("income0.wage", "11250.40"),
        ("income0.operating", "2620.25"),
        ("income0.property", "612.35"),
        ("income0.transfer", "2988.25"),
        ("bench.lifted_province.2025", "18120"),
        ("bench.rural_province.2025", "22022"),
    ] {
        values.insert(key.to_owned(), json!({"value": value}));
    }
    let own = json!({
        "id": "test-2025", "version": 1, "name": "某市",
        "base_year": 2025, "first_plan_year": 2026, "horizon": 2033,
        "values": values,
        table: {"columns": columns, "rows": rows},
    });
    let own = own.to_string().replacen('{', "{\"zengshou-region\":1,", 1);
    let file = self::folder(folder).join("own.json");
    fs::write(&file, own).expect("written");
    file.to_str().expect("a path").to_owned()
}

const COLUMNS: [&str; 8] = [
    "name",
    "lifted_people",
    "income",
    "granted",
    "spent",
    "projects",
    "started",
    "day",
];

fn june() -> Value {
    json!({"year": 2026, "month": 6, "day": 30})
}

/// Two counties in order, of which the first has 33 % of the people and less money spent.
fn in_order(folder: &str) -> String {
    let rows = [
        json!([
            "甲县",
            10_000,
            "18000",
            "20000000",
            "9000000",
            40,
            40,
            june()
        ]),
        json!([
            "乙县",
            20_000,
            "17000",
            "24000000",
            "12000000",
            50,
            45,
            june()
        ]),
    ];
    region(folder, &COLUMNS, &rows.map(|row| row))
}

fn json_of(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments, "")).expect("JSON")
}

#[test]
fn counties_are_ranked_projected_and_given_money() {
    let own = in_order("counties");
    let whole = json_of(&["counties", &own, "--json", "--divide", "1000万元"]);
    let line = |at: usize| &whole["league"]["lines"][at];
    // Of spending the second is best, of begun projects the first: (20 × 90 + 10 × 100) ÷ 30 and (20 × 100 + 10 × 90) ÷ 30.
    assert_eq!([&line(0)["name"], &line(1)["name"]], ["乙县", "甲县"]);
    assert_eq!(
        [&line(0)["composite"], &line(1)["composite"]],
        ["96.67", "93.33"]
    );
    let spending = &line(1)["indicators"]["spending"];
    assert_eq!(spending["share"], "0.4500");
    assert_eq!(spending["lamp"], "yellow");
    assert_eq!(line(1)["lead"], "-0.0500");
    let base = &whole["incomes"]["against"][0];
    assert_eq!(
        [&base["counties"], &base["city"], &base["rest"]],
        ["17333.33", "17471.25", "17816.04"]
    );
    let parts = &whole["division"]["parts"];
    assert_eq!(
        [&parts[0]["amount"], &parts[1]["amount"]],
        ["3300000", "6700000"]
    );
    let year = &parts[0]["years"][0];
    assert_ne!(year["before"], year["after"]);

    let shown = printed(&["counties", &own, "--divide", "1000"], "");
    for said in [
        "| 1 | 乙县 | 96.67 | — | 50.00% | 90.00% |",
        "“The rest” is the income",
        "| **Sum** | **100.00%** | **100.00%** | **100.00%** |  | **100.00%** | **1,000** |  |",
        "unverified",
        "Reported by no county and left out of the points: Projects completed",
    ] {
        assert!(shown.contains(said), "{said} in {shown}");
    }
}

#[test]
fn settings_change_weights_terms_and_the_rank() {
    let own = in_order("counties-settings");
    let file = folder("counties-settings").join("settings.json");
    let settings = json!({
        "zengshou-counties": 1,
        "weights": {"spending": "0"},
        "division": {"money": "added", "counties": {"甲": {"floor": "4000000"}}},
    });
    fs::write(&file, settings.to_string()).expect("written");
    let settings = file.to_str().expect("a path");
    let asked = ["counties", &own, "--json", "--settings", settings];
    let whole = json_of(&[&asked[..], &["--divide", "1000"]].concat());
    assert_eq!(whole["league"]["lines"][0]["name"], "甲县");
    let part = &whole["division"]["parts"][0];
    assert_eq!([&part["amount"], &part["limit"]], ["4000000", "floor"]);
    assert_eq!([&part["present"], &part["after"]], ["20000000", "24000000"]);
    let too_little = [&asked[..], &["--divide", "399"]].concat();
    let lines = refused(&too_little, b"");
    assert_eq!(
        lines,
        [
            "The floors add up to 400 × 10⁴ yuan, above the 399 × 10⁴ yuan to divide; 1 × 10⁴ yuan is missing:",
            "  Row 1 (甲县): 400 × 10⁴ yuan",
        ]
    );
    fs::write(&file, r#"{"zengshou-counties":1,"weights":{"speed":"1"}}"#).expect("written");
    let lines = refused(&asked, b"");
    assert!(
        lines.len() == 1 && lines[0].contains("weights.speed"),
        "{lines:?}"
    );
}

#[test]
fn a_faulty_table_is_said_by_row_and_averaged_nowhere() {
    let rows = [
        json!([
            "张北",
            10_000,
            "18000",
            "20000000",
            "9000000",
            40,
            40,
            june()
        ]),
        json!([
            "张北县",
            10_000,
            "18000",
            "20000000",
            "9000000",
            40,
            40,
            june()
        ]),
        json!(["康保县", 0, null, "10000000", "10000001", 10, 5, june()]),
        json!([
            "沽源县",
            20_000,
            "17000",
            "24000000",
            "12000000",
            50,
            45,
            june()
        ]),
        json!(["尚义县", 9, "16000", "1000000", "500000", 4, 4, june()]),
    ];
    let own = region("counties-faulty", &COLUMNS, &rows);
    let shown = printed(&["counties", &own, "--divide", "1000"], "");
    for said in [
        "Row 2 (张北县): the same county as Row 1 (张北); both rows are set apart",
        "Row 3 (康保县): no lifted people",
        "Row 3 (康保县): “Spent” (1,000.0001 × 10⁴ yuan) is above “Funds granted” (1,000 × 10⁴ yuan)",
        "Row 5 (尚义县): fewer than 10 people, not shown",
        "| 沽源县 | 100.00% | 100.00% | 100.00% | 1 | 100.00% | 1,000 |",
    ] {
        assert!(shown.contains(said), "{said} in {shown}");
    }
    let whole = json_of(&["counties", &own, "--json"]);
    // 12 and 0.5 of 24 and 1 million: neither the double county nor the one that spent more than it has.
    assert_eq!(whole["league"]["together"]["spending"], "0.5000");
    assert_eq!(whole["faults"].as_array().map(Vec::len), Some(3));
}

#[test]
fn the_notice_names_who_is_below_and_what_a_month_has_to_bring() {
    let own = in_order("counties-notice");
    let shown = printed(&["notice", &own], "");
    for said in [
        "# 某市: notice on the progress of its counties",
        "Figures as of 30 June 2026",
        "Spending below all together (47.73%): 甲县 (45.00%).",
        // 11 million yuan in six months, up to the next hundred yuan.
        "| 甲县 | 183.34 × 10⁴ yuan a month (6 months) | reached |",
        "| 乙县 | 200 × 10⁴ yuan a month (6 months) | 1 a month (6 months) |",
    ] {
        assert!(shown.contains(said), "{said} in {shown}");
    }
    let file = folder("counties-notice").join("notice.xlsx");
    let out = file.to_str().expect("a path");
    printed(&["notice", &own, "--out", out], "");
    let bytes = fs::read(&file).expect("the workbook");
    let sheets = zengshou_sheets::read_file(&bytes, out).expect("a workbook");
    assert_eq!(sheets.len(), 6);
    let cells = |sheet: usize, row: usize| -> Vec<String> {
        let cells = sheets[sheet].rows[row].cells.iter();
        cells.map(zengshou_sheets::SheetCell::text).collect()
    };
    assert_eq!(
        cells(0, 0),
        ["某市: notice on the progress of its counties"]
    );
    let ranking = cells(2, 2);
    assert_eq!(ranking[..3], ["1", "乙县", "96.67"]);
    let before = in_order("counties-before");
    let again = json_of(&["counties", &own, "--json", "--before", &before]);
    let change = &again["league"]["lines"][0]["change"];
    assert_eq!(change, &json!({"places": 0, "composite": "0.00"}));
}

#[test]
fn what_cannot_be_shown_is_refused_in_words() {
    let own = in_order("counties-refused");
    let empty = region("counties-none", &COLUMNS, &[]);
    for (arguments, said) in [
        (vec!["counties", &*empty], "no table of counties"),
        (vec!["notice", "zhangjiakou-2021"], "no table of counties"),
        (vec!["counties", &*own, "--divide", "much"], "--divide much"),
        (
            vec!["counties", &*own, "--divide", "1.5元"],
            "whole tens of thousands",
        ),
        (vec!["notice", &*own, "--out", "notice.pdf"], ".md or .xlsx"),
        (
            vec!["counties", &*own, "--settings", "nowhere.json"],
            "nowhere.json",
        ),
    ] {
        let lines = refused(&arguments, b"");
        assert!(lines.len() == 1 && lines[0].contains(said), "{lines:?}");
    }
    let output = run(&["counties", &own, "--json", "--out", "x.md"], b"");
    assert!(!output.status.success(), "{}", text(&output.stderr));
}

/// A file of settings with a checklist and a campaign.
fn bureau(folder: &str, settings: Value) -> String {
    let file = self::folder(folder).join("settings.json");
    fs::write(&file, settings.to_string()).expect("written");
    file.to_str().expect("a path").to_owned()
}

#[test]
fn the_checklist_says_what_has_to_come_first_and_where_the_plan_is_below_it() {
    let own = in_order("guarantees");
    let settings = bureau(
        "guarantees",
        json!({
            "zengshou-counties": 1,
            "guarantees": {
                "housing": {"problems": 900, "solved": 100, "unit_cost": "30000", "from": "infrastructure"},
                "water": {"problems": 30, "solved": 10, "unit_cost": "5000",
                    "counties": {"甲": {"problems": 20, "solved": 8}, "乙县": {"problems": 4, "solved": 5}}},
                "education": {"problems": 7, "solved": 7},
            },
        }),
    );
    let whole = json_of(&["counties", &own, "--json", "--settings", &settings]);
    let list = &whole["guarantees"];
    // 800 houses at 30,000 yuan; 12 of 甲's at 5,000. What is wrong with 乙 leaves its money and the rest's unknown.
    assert_eq!(list["money"]["known"], "24060000");
    assert_eq!(list["money"]["whole"], Value::Null);
    assert_eq!(list["money"]["unknown_lines"], 2);
    assert_eq!(list["guarantees"][0]["money"]["whole"], "0");
    assert_eq!(
        list["unreported"],
        json!(["food", "clothing", "medical_care"])
    );
    // Infrastructure has 4 × 5 million, with other uses 40 million.
    let parts = &list["floor"]["parts"];
    assert_eq!(
        parts["infrastructure"],
        json!({"least": "24000000", "missing": "4000000"})
    );
    assert_eq!(parts["both"], json!({"least": "24060000", "missing": null}));
    let shown = printed(&["notice", &own, "--settings", &settings], "");
    for said in [
        "Money that has to come first: at least 2,406 × 10⁴ yuan (2 more unknown). Not entered, so unknown: Food, Clothing, Basic medical care.",
        "In 2026, infrastructure has 2,000 × 10⁴ yuan, below the 2,400 × 10⁴ yuan that guarantees need first; 400 × 10⁴ yuan is missing.",
        "| Safe housing | Whole region | 900 | 100 | 800 | 3 × 10⁴ yuan | 2,400 × 10⁴ yuan | Infrastructure |",
        "Safe drinking water (乙县): 5 put right, above the 4 found; in no sum",
    ] {
        assert!(shown.contains(said), "{said}\n in {shown}");
    }
    // Money that the plan moves there is enough.
    let scenario = "funds.county.infrastructure=10000000";
    let more = scenario_file("guarantees", scenario);
    let whole = json_of(&[
        "counties",
        &own,
        "--json",
        "--settings",
        &settings,
        "--scenario",
        &more,
    ]);
    let kept = &whole["guarantees"]["floor"]["parts"]["infrastructure"];
    assert_eq!(kept["missing"], Value::Null);
}

fn scenario_file(folder: &str, change: &str) -> String {
    let (key, value) = change.split_once('=').expect("a change");
    let file = self::folder(folder).join("scenario.json");
    let scenario = json!({"region": "test-2025", "values": {key: value}});
    fs::write(&file, scenario.to_string()).expect("written");
    file.to_str().expect("a path").to_owned()
}

#[test]
fn a_campaign_has_its_pace_in_the_notice() {
    let own = in_order("campaigns");
    let settings = bureau(
        "campaigns",
        json!({
            "zengshou-counties": 1,
            "campaigns": [
                {"name": "百日行动", "first": "2026-06-11", "last": "2026-09-18", "measure": "jobs",
                    "start": "0", "goal": "3000", "counties": {"甲县": {"start": "0", "goal": "1000"}},
                    "entries": [
                        {"day": "2026-06-20", "value": "200"},
                        {"day": "2026-06-21", "value": "190"},
                        {"day": "2026-06-20", "county": "甲", "value": "150"},
                        {"day": "2026-06-10", "county": "甲", "value": "1"},
                    ]},
                {"name": "支出", "first": "2026-06-01", "last": "2026-07-30", "measure": "spending",
                    "goal": "40000000", "imports": true},
            ],
        }),
    );
    let whole = json_of(&["counties", &own, "--json", "--settings", &settings]);
    let jobs = &whole["campaigns"][0];
    // The figures are of the 30th of June, the 20th of 100 days.
    assert_eq!([&jobs["days"], &jobs["today"]], [&json!(100), &json!(20)]);
    assert_eq!(jobs["date"], "2026-06-30");
    let standing = &jobs["whole"];
    assert_eq!(standing["short"], "2800");
    assert_eq!([&standing["expected"], &standing["lead"]], ["600", "-400"]);
    assert_eq!([&standing["pace"], &standing["each_day"]], ["daily", "35"]);
    assert_eq!(jobs["faults"].as_array().map(Vec::len), Some(2));
    // 9 and 12 million are spent of 40, with 30 days left.
    let spent = &whole["campaigns"][1]["whole"];
    assert_eq!([&spent["done"], &spent["short"]], ["21000000", "19000000"]);
    assert_eq!(spent["each_day"], "633333.333333");
    let shown = printed(&["notice", &own, "--settings", &settings], "");
    for said in [
        "百日行动: People at work, 11 June 2026 to 18 September 2026, 100 days, day 20.",
        "| 甲县 | 0 | 1,000 | 150 | 850 | -50 | 11 a day (80 days left) |",
        "| **Whole region** | **0** | **3,000** | **200** | **2,800** | **-400** | **35 a day (80 days left)** |",
        "Entry 2 (2026-06-21, Whole region): 190 is below the earlier 200; not counted",
        "Entry 4 (2026-06-10, 甲): outside 2026-06-11 to 2026-09-18; not counted",
        "63.34 × 10⁴ yuan a day (30 days left)",
    ] {
        assert!(shown.contains(said), "{said}\n in {shown}");
    }
}
