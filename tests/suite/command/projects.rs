//! The projects of a region on the command line: added up, offered in the place of assumptions, and slipping a year.

use std::fs;

use serde_json::{Value, json};

use super::counties::with_table;
use super::{printed, refused};

const COLUMNS: [&str; 13] = [
    "number",
    "county",
    "year",
    "project_type",
    "state",
    "total",
    "central",
    "province",
    "paid",
    "asset_value",
    "asset_class",
    "operation",
    "yearly_return",
];

/// Two planned projects of 300 and 200, one in reserve, and an operating asset of an earlier year; in units of 10,000 yuan.
fn region(folder: &str) -> String {
    let rows = [
        json!([
            "A-1",
            "甲县",
            2026,
            "Industry",
            "Completed",
            "3000000",
            "2000000",
            "1000000",
            "3000000",
            null,
            null,
            null,
            null
        ]),
        json!([
            "A-2",
            "乙县",
            2026,
            "RuralConstruction",
            "NotStarted",
            "2000000",
            "500000",
            "1500000",
            "0",
            null,
            null,
            null,
            null
        ]),
        json!([
            "A-3", "乙县", 2026, "Industry", "Reserve", "9000000", "9000000", null, null, null,
            null, null, null
        ]),
        json!([
            "A-0",
            "乙县",
            2024,
            "Industry",
            "Accepted",
            "1000000",
            null,
            null,
            "2000000",
            "1000000",
            "Operating",
            "Good",
            "60000"
        ]),
    ];
    with_table(folder, "projects", &COLUMNS, &rows)
}

fn settings(folder: &str) -> String {
    let file = format!("{}/{folder}-settings.json", env!("CARGO_TARGET_TMPDIR"));
    fs::write(&file, r#"{"zengshou-counties":1,"day":"2026-06-30"}"#).expect("written");
    file
}

fn json_of(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments, "")).expect("JSON")
}

#[test]
fn projects_are_added_up_and_offered() {
    let (own, settings) = (region("projects"), settings("projects"));
    let whole = json_of(&["projects", &own, "--json", "--settings", &settings]);
    assert_eq!([&whole["year"], &whole["month"]], [2026, 6]);
    assert_eq!(whole["standings"]["planned"]["money"], "5000000");
    assert_eq!(whole["standings"]["reserve"]["projects"], 1);
    let central = &whole["funds"]["sources"]["central"];
    assert_eq!(
        [&central["industry"], &central["infrastructure"]],
        ["2000000", "500000"]
    );
    let all = &whole["progress"][0];
    assert_eq!([&all["planned"], &all["paid"]], ["5000000", "3000000"]);
    assert_eq!(all["spending"]["share"], "0.6000");
    assert_eq!(all["spending"]["lead"], "0.1000");
    // Two million in six months.
    assert_eq!(all["spending"]["needed_a_month"], "333333.3333");
    let risk = &whole["at_risk"][0];
    assert_eq!(
        [&risk["number"], &risk["unpaid"], &risk["reason"]],
        ["A-2", "2000000", "not_begun"]
    );
    let offer = |key: &str| {
        let offers = whole["offers"].as_array().expect("offers");
        offers
            .iter()
            .find(|offer| offer["key"] == key)
            .expect("an offer")
            .clone()
    };
    assert_eq!(offer("existing_assets")["value"], "1000000");
    assert_eq!(offer("asset_return")["value"], "0.06");
    assert_eq!(offer("funds.provincial.infrastructure")["value"], "1500000");
    assert_eq!(whole["faults"][0]["kind"], "above_whole");
    assert_eq!(whole["faults"][0]["row"], 4);
}

#[test]
fn the_overview_is_a_document_and_a_workbook() {
    let (own, settings) = (region("projects-paper"), settings("projects-paper"));
    let text = printed(&["projects", &own, "--settings", &settings], "");
    assert!(text.contains("某市: the library of projects"), "{text}");
    assert!(text.contains("figures as of 2026-06-30"), "{text}");
    assert!(text.contains("not begun"), "{text}");
    let file = format!("{}/projects.xlsx", env!("CARGO_TARGET_TMPDIR"));
    printed(&["projects", &own, "--out", &file], "");
    assert!(fs::read(&file).expect("a workbook").starts_with(b"PK"));
    let without_day = printed(&["projects", &own], "");
    assert!(without_day.contains("No day is said"), "{without_day}");
}

#[test]
fn what_slips_a_year_is_a_scenario() {
    let own = region("projects-slip");
    let scenario = printed(&["projects", &own, "--defer", "a-2"], "");
    let file: Value = serde_json::from_str(&scenario).expect("JSON");
    let values = &file["values"];
    // The region plans 5 million in each cell.
    assert_eq!(values["funds.central.infrastructure"], "4500000");
    assert_eq!(values["funds.central.infrastructure.2027"], "5500000");
    assert_eq!(values["funds.provincial.infrastructure.2027"], "6500000");
    assert_eq!(values["funds.provincial.infrastructure.2028"], "5000000");
    let lines = refused(&["projects", &own, "--defer", "A-3,B-9"], b"");
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[1].contains("B-9"), "{lines:?}");
}

#[test]
fn figures_of_the_projects_take_the_place_of_assumptions_with_their_source() {
    let (own, settings) = (region("projects-take"), settings("projects-take"));
    let taken = |what: &str| {
        let arguments = ["projects", &own, "--settings", &settings, "--take", what];
        printed(&arguments, "")
    };
    let read = |text: &str| -> Value { serde_json::from_str(text).expect("JSON") };
    let assets = read(&taken("assets"));
    let value = &assets["values"]["asset_return"];
    assert_eq!([&value["value"], &value["status"]], ["0.06", "derived"]);
    assert_eq!(value["source"], "Project list as of 2026-06-30");
    assert_eq!(
        value["basis"],
        "6.00 ÷ 100.00, in 10,000 yuan (projects: 1, left out: 0)"
    );
    assert_eq!(
        assets["values"]["funds.central.industry"]["value"],
        "5000000"
    );
    assert_eq!(assets["version"], 2);
    assert_eq!(assets["projects"]["rows"].as_array().map(Vec::len), Some(4));
    let all = taken("all");
    let values = &read(&all)["values"];
    assert_eq!(values["funds.central.industry"]["value"], "2000000");
    // The region with them is one like any other, and the projects offer nothing new.
    let file = format!("{}/projects-taken.json", env!("CARGO_TARGET_TMPDIR"));
    fs::write(&file, all).expect("written");
    let again = json_of(&["projects", &file, "--json", "--settings", &settings]);
    let offers = again["offers"].as_array().expect("offers");
    assert!(
        offers
            .iter()
            .all(|offer| offer["value"] == offer["present"])
    );
    let lines = refused(&["projects", &own, "--take", "funds.city.other,speed"], b"");
    assert!(lines[0].contains("replaced together"), "{lines:?}");
    assert!(lines[1].contains("speed"), "{lines:?}");
}

#[test]
fn a_region_without_projects_says_so() {
    let own = with_table("projects-none", "projects", &COLUMNS, &[]);
    let lines = refused(&["projects", &own], b"");
    assert!(lines[0].contains("no table of projects"), "{lines:?}");
}

#[test]
fn the_invented_city_has_the_published_sums() {
    let file = format!("{}/invented.json", env!("CARGO_TARGET_TMPDIR"));
    let city = printed(&["example"], "");
    fs::write(&file, &city).expect("written");
    let whole = json_of(&["projects", &file, "--json"]);
    assert_eq!(whole["year"], 2023);
    assert_eq!(whole["progress"][0]["paid"], "2240000000");
    assert_eq!(whole["progress"][0]["completion"]["share"], "0.0546");
    assert_eq!(whole["progress"][0]["spending"]["share"], "0.5418");
    assert_eq!(whole["faults"], json!([]));
    let counties = json_of(&["counties", &file, "--json", "--divide", "3亿元"]);
    assert_eq!(
        counties["league"]["lines"].as_array().map(Vec::len),
        Some(16)
    );
    assert_eq!(counties["faults"], json!([]));
    // What is called invented in one language is so in the others.
    assert!(city.contains("Invented County 16"));
    assert_ne!(printed(&["example", "--seed", "2"], ""), city);
}
