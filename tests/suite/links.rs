//! Every shape of link ever released, replayed in every release: its reading, the messages for the reader and its
//! incomes.
//!
//! A file of `tests/links` is never changed once it holds results. A new one starts as `note` and
//! `link`; `ZENGSHOU_WRITE_GOLDEN=1 cargo test --test suite golden` fills in the rest, to be
//! read and kept if it is right. A changed income is a changed model: it needs another model version, and
//! the old results stay.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::later;
use crate::support::{data_files, whole_region_file};
use serde::{Deserialize, Serialize};
use zengshou::link::{self, Link};
use zengshou::model;
use zengshou::problem::Problem;
use zengshou::region::Region;
use zengshou::region::parse::parse_region;
use zengshou::scenario::{Scenario, file, value_text};

/// The region that a link is held against if it names none that is here, as in the browser.
const DEFAULT_REGION: &str = "zhangjiakou-2021";

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    /// The reason why the link is here.
    note: String,
    /// The link as it came.
    link: String,
    /// The result; none in a new file.
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Reading>,
}

/// The result of a link.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    /// The version of the model that computed the incomes.
    model: u32,
    /// The region's data that they were computed from: identifier and version.
    data: String,
    /// Each changed value; nothing where the link is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<BTreeMap<String, String>>,
    /// The user's notes on where values come from.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    notes: BTreeMap<String, String>,
    /// The income by year.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    income: BTreeMap<String, String>,
    /// The language that the link carries.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    /// The headline as shared and today's, where the reader gets a message that they differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<[String; 2]>,
    /// The scenario's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// The extras that travel with the scenario, as a scenario file writes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    beside: Option<serde_json::Value>,
    /// The place and the name of every problem.
    problems: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn golden_files() -> Vec<PathBuf> {
    let files = data_files("tests/links", "json").into_iter();
    files.map(|(_, path)| path).collect()
}

fn read_golden(path: &Path) -> Golden {
    let text = fs::read_to_string(path).expect("a readable file");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn in_order(id: &str, text: &str) -> Region {
    parse_region(text).unwrap_or_else(|problems| panic!("{id}: {problems:?}"))
}

/// The region as the program has it today.
fn region_today(id: &str) -> Option<Region> {
    whole_region_file(id).map(|text| in_order(id, &text))
}

/// The region whose own figures a link carries, over the default region at hand.
fn region_of_link(text: &str, default: &Region) -> Option<Region> {
    let own = link::own_figures_of(text)?.ok()?;
    let region = own.region(default);
    Some(region.unwrap_or_else(|problems| panic!("{}: {problems:?}", own.id)))
}

/// The region as a reader had it when these data were the newest; of own figures, over the default region of then.
fn region_as_released(data: &str, text: &str) -> Region {
    if let Some(Ok(own)) = link::own_figures_of(text) {
        let used = own.default.expect("the default that stood in");
        let default = region_as_released(&format!("{}.{}", used.id, used.version), "");
        return region_of_link(text, &default).expect("own figures");
    }
    let (id, version) = data.split_once('.').expect("a region and its version");
    let file = whole_region_file(id).expect("a region is never taken away: links need it");
    let version = version.parse().expect("a number");
    in_order(data, &later::as_released(&file, version))
}

fn name_of(region: &Region) -> String {
    format!("{}.{}", region.id, region.version)
}

/// Reads a link with the region as it is handed over.
fn replay(region: &Region, text: &str) -> Reading {
    let reading = Reading {
        model: model::VERSION,
        data: name_of(region),
        values: None,
        notes: BTreeMap::new(),
        income: BTreeMap::new(),
        language: None,
        headline: None,
        name: None,
        beside: None,
        problems: Vec::new(),
    };
    match link::decode(region, text) {
        Err(problems) => Reading {
            problems: names(&problems),
            ..reading
        },
        Ok(link) => replay_understood(region, &link, reading),
    }
}

fn replay_understood(region: &Region, link: &Link, reading: Reading) -> Reading {
    let region = &*link.scenario.region(region);
    let outcome = link.scenario.project(region);
    let today = outcome.scenario[0].income;
    let values = link.scenario.entries();
    let incomes = outcome.scenario.iter();
    Reading {
        values: Some(
            values
                .map(|(key, value)| (key.to_string(), value_text(key, value)))
                .collect(),
        ),
        notes: link
            .scenario
            .notes()
            .map(|(key, note)| (key.to_string(), note.text().to_owned()))
            .collect(),
        income: incomes
            .map(|year| (year.year.to_string(), year.income.to_string()))
            .collect(),
        language: link.language.map(|language| language.tag().to_owned()),
        headline: link::compare_headline(link, today)
            .map(|(shared, today)| [shared.to_string(), today.to_string()]),
        name: link.name.clone(),
        beside: link.extras.as_ref().map(|extras| {
            let text = file::write_with(region, &Scenario::plan(region), None, extras);
            serde_json::from_str(&text).expect("JSON")
        }),
        problems: names(&link.problems),
        ..reading
    }
}

/// A problem as the files have it: its place, if it has one, and the name of its fault.
fn names(problems: &[Problem]) -> Vec<String> {
    let name = |problem: &Problem| {
        let fault = format!("{:?}", problem.fault);
        let end = fault.find([' ', '(']).unwrap_or(fault.len());
        format!("{} {}", problem.place, &fault[..end])
            .trim_start()
            .to_owned()
    };
    problems.iter().map(name).collect()
}

/// Fills in a new file; one that holds a result is left as it is.
fn fill_in(path: &Path) {
    let golden = read_golden(path);
    if golden.result.is_some() {
        return;
    }
    let default = region_today(DEFAULT_REGION).expect("the default region");
    let named = link::region_of(&golden.link).and_then(|id| region_today(&id));
    let region = region_of_link(&golden.link, &default).or(named);
    let region = region.unwrap_or(default);
    let filled = Golden {
        result: Some(replay(&region, &golden.link)),
        ..golden
    };
    let text = serde_json::to_string_pretty(&filled).expect("plain data");
    fs::write(path, text + "\n").expect("a writable file");
}

/// Compares what a file's link gives with what it gave when it was released.
fn check_link(path: &Path) {
    if env::var("ZENGSHOU_WRITE_GOLDEN").is_ok_and(|wish| wish == "1") {
        fill_in(path);
    }
    let place = path.display();
    let golden = read_golden(path);
    let Some(expected) = golden.result else {
        panic!("{place} has no result yet; see the head of tests/suite/links.rs");
    };
    let region = region_as_released(&expected.data, &golden.link);
    let expected = under_todays_model(expected, &region, &golden.link);
    assert_eq!(
        replay(&region, &golden.link),
        expected,
        "{place}: {}",
        golden.note
    );
    // As the next release shows it: the data have changed, the link has not.
    let later = region_of_later(&expected.data, &golden.link);
    let names_version = |link: &Link| link.region_version == region.version;
    if link::decode(&later, &golden.link).is_ok_and(|link| names_version(&link)) {
        let data = name_of(&later);
        let then = Reading { data, ..expected };
        let shown = replay(&later, &golden.link);
        assert_eq!(shown, then, "{place} with later data");
    }
}

/// A region after the next release of its data, with other values and some for a new year.
fn region_of_later(data: &str, text: &str) -> Region {
    if link::own_figures_of(text).is_some() {
        let default = region_of_later(DEFAULT_REGION, "");
        return region_of_link(text, &default).expect("own figures");
    }
    let id = data.split('.').next().unwrap_or(data);
    let file = whole_region_file(id).expect("a region is never taken away: links need it");
    let changed = [
        ("coverage_effect", "0.55"),
        ("household_size", "1.95"),
        ("growth_near.wage", "0.111"),
        ("displacement.relief", "0.45"),
    ];
    let new = [(
        "bench.rural_nation.2026",
        "25900",
        "bench.rural_nation.2024",
    )];
    in_order(id, &later::released(&file, &changed, &new))
}

/// The reading of an older release in the terms of today's: its numbers are the same, and a model that was still
/// to come is known once it is there.
fn under_todays_model(then: Reading, region: &Region, text: &str) -> Reading {
    let named = link::decode(region, text).map(|link| link.model);
    let is_known = named.is_ok_and(|version| (then.model..=model::VERSION).contains(&version));
    let is_kept = |problem: &String| !(is_known && problem == "model OtherModel");
    Reading {
        model: model::VERSION,
        problems: then.problems.into_iter().filter(is_kept).collect(),
        ..then
    }
}

/// The files of `tests/links`.
mod golden {
    crate::support::a_test_for_each_file!(
        "tests/links", "json", super::check_link:
        altered appended_by_chat appended_by_trackers appended_digit appended_key
        broken_by_hand by_hand by_hand_without_data_version chat_appended
        chat_percent_encoded cut_off cut_off_header duplicate escaped_in_html
        escaped_in_json everything_changed example_coverage example_jobs example_operation
        example_shift example_together exercise glued_bracket glued_digits glued_list
        glued_sentence greeting_around hand_checked html_escaped language mail_wrapped
        more_than_whole named named_with_everything newer_encoding no_link notes other_data
        other_model other_region out_of_range own_region page_in_page plan quoted_and_broken
        quoted_and_encoded quoted_printable quoted_printable_and_cut_off quoted_twice
        reordered tray unknown_key wide_characters wrapped_and_cut_off wrapped_by_chat
        wrapped_by_firewall wrapped_by_mail_guard wrapped_by_search wrapped_plainly
        wrapped_twice
    );
}

#[test]
fn no_golden_link_was_lost_or_is_there_twice() {
    let files = golden_files();
    assert!(files.len() >= 14, "golden links were lost");
    let mut links = BTreeSet::new();
    for path in files {
        let link = read_golden(&path).link;
        assert!(links.insert(link), "{} is there twice", path.display());
    }
}

/// Also a reader of today, whose data may be newer, can open every link that could be opened.
#[test]
fn every_golden_link_still_opens() {
    for path in golden_files() {
        let golden = read_golden(&path);
        let Some(then) = golden.result.filter(|result| result.values.is_some()) else {
            continue;
        };
        let id = then.data.split('.').next().unwrap_or_default();
        let default = region_today(DEFAULT_REGION).expect("the default region");
        let region = region_of_link(&golden.link, &default).or_else(|| region_today(id));
        let region = region.expect("a region is never taken away: links need it");
        let now = replay(&region, &golden.link);
        assert!(now.values.is_some(), "{}", path.display());
        assert!(link::looks_like_link(&golden.link), "{}", path.display());
    }
}

/// The frozen incomes are no mere echo of the program: these were worked out by hand.
#[test]
fn the_incomes_are_those_of_the_hand_arithmetic() {
    for (file, year, income) in [
        ("plan", "2023", "13568.19"),
        ("plan", "2024", "14502.03"),
        // 13568.1908976 + 34.4757286842, and 14502.0300111855 + 49.3116589317.
        ("hand-checked", "2023", "13602.67"),
        ("hand-checked", "2024", "14551.34"),
    ] {
        let path = root().join(format!("tests/links/{file}.json"));
        let result = read_golden(&path).result.expect("a result");
        assert_eq!(result.income[year], income, "{file} {year}");
    }
}
