//! Extras beside a scenario: drafts and input distributions.

use super::super::*;
use super::{names, region};
use crate::region::key::Fixed;
use crate::scenario::drafts::{Extras, Reference};
use crate::scenario::examples::Example;
use crate::scenario::input_distributions::InputDistribution;
use crate::scenario::note::Note;

fn extras(region: &Region) -> Extras {
    let mut extras = Extras::default();
    for example in [
        Example::Coverage,
        Example::Jobs,
        Example::Shift,
        Example::Together,
    ] {
        let scenario = example.scenario(region);
        assert!(
            extras
                .drafts
                .add(&format!("方案 {}", example.name()), scenario)
        );
    }
    extras.drafts.refer_to(Reference::Draft(1));
    extras.distributions.seed = 7;
    let range = InputDistribution::read(region, Fixed::AssetReturn.into(), "uniform_0_0.2");
    extras.distributions.put(range.expect("a range"));
    extras
}

fn text(region: &Region, extras: &Extras) -> String {
    let scenario = Example::Operation.scenario(region);
    let income = scenario.project(region).scenario[0].income;
    encode_with(region, &scenario, extras, None, income, None)
}

#[test]
fn four_drafts_fit_one_link_and_reads_as_it_was_written() {
    let region = region();
    let extras = extras(&region);
    let text = text(&region, &extras);
    assert!(text.starts_with("v=4&"), "{text}");
    assert!(text.len() < 1_000, "{} characters", text.len());
    let link = decode(&region, &text).expect("a link");
    assert_eq!(link.problems, []);
    assert_eq!(link.scenario, Example::Operation.scenario(&region));
    assert_eq!(link.extras, Some(extras));
}

#[test]
fn notes_of_entries_travel_too() {
    let region = region();
    let mut noted = Example::Jobs.scenario(&region);
    let (note, _) = Note::read("市人社局，2023 年");
    noted
        .set_note(&region, Fixed::JobsOutward.into(), note)
        .expect("a key of the region");
    let mut extras = Extras::default();
    extras.drafts.add("甲", noted);
    let link = decode(&region, &text(&region, &extras)).expect("a link");
    assert_eq!(link.extras, Some(extras));
}

#[test]
fn without_anything_beside_it_the_old_version_is_written() {
    let region = region();
    let scenario = Example::Coverage.scenario(&region);
    let income = scenario.project(&region).scenario[0].income;
    let plain = encode(&region, &scenario, income, None);
    let with = encode_with(&region, &scenario, &Extras::default(), None, income, None);
    assert_eq!(plain, with);
    assert!(plain.starts_with("v=1&"));
    assert_eq!(decode(&region, &plain).expect("a link").extras, None);
}

#[test]
fn what_is_wrong_beside_the_scenario_is_reported_and_the_rest_counts() {
    let region = region();
    let entry = |text: &str| v4::entry(1, "甲", text).replacen("tray.1", "tray.2", 1);
    let good = v4::entry(1, "乙", "coverage=0.9");
    let bad = entry("coverage=7&nokey=1");
    let link = format!(
        "v=4&{good}&{bad}&{good}&tray.100={0}&tray.3=%%&tray.reference=5&draw.count=0&draw.clawback=pert_0_0.2\
         &region=zhangjiakou-2021&coverage=0.85",
        "YQ"
    );
    let link = decode(&region, &link).expect("a link");
    assert_eq!(
        names(&link.problems),
        [
            "tray.2: coverage OutOfRange",
            "tray.2: nokey UnknownKey",
            "tray.reference NotUnderstood",
            "draw.count NotUnderstood",
            "tray.1 Duplicate",
            "tray.100 UnknownKey",
            "tray.3 NotUnderstood",
        ]
    );
    let extras = link.extras.expect("a tray");
    let names: Vec<&str> = extras
        .drafts
        .entries()
        .iter()
        .map(|entry| &*entry.name)
        .collect();
    assert_eq!(names, ["乙", "甲"]);
    assert_eq!(extras.drafts.reference(), Reference::Plan);
    assert_eq!(extras.distributions.distributions.len(), 1);
    assert_eq!(link.scenario.entries().count(), 1);
}

#[test]
fn hostile_names_are_cleaned() {
    let region = region();
    let mut parts = Vec::new();
    let long = "长".repeat(10_000);
    for (index, name) in ["<b>x</b>", "\u{202e}gnp", &long, "=1+1"]
        .iter()
        .enumerate()
    {
        parts.push(v4::entry(index + 1, name, ""));
    }
    let link = format!("v=4&{}&region=zhangjiakou-2021", parts.join("&"));
    let link = decode(&region, &link).expect("a link");
    let extras = link.extras.expect("a tray");
    let names: Vec<&str> = extras
        .drafts
        .entries()
        .iter()
        .map(|entry| &*entry.name)
        .collect();
    assert_eq!(names[0], "<b>x</b>");
    assert_eq!(names[1], "gnp");
    assert_eq!(
        names[2].chars().count(),
        crate::scenario::name::MOST_NAME_CHARACTERS
    );
}

#[test]
fn a_file_holds_the_same() {
    let region = region();
    let extras = extras(&region);
    let scenario = Example::Operation.scenario(&region);
    let text = file::write_with(&region, &scenario, Some("甲"), &extras);
    let read = file::read(&region, &text).expect("a file");
    assert_eq!(read.problems, []);
    assert_eq!((read.scenario, read.extras), (scenario, extras));
    let bad = r#"{"region":"zhangjiakou-2021","values":{},"tray":[{"name":"x","values":{"coverage":"9"}}],
        "tray_reference":"3","draws":{"clawback":"pert_1_0"}}"#;
    let read = file::read(&region, bad).expect("a file");
    assert_eq!(
        names(&read.problems),
        [
            "tray.1: coverage OutOfRange",
            "tray_reference NotUnderstood",
            "draws.clawback BadRange"
        ]
    );
}

#[test]
fn drafts_that_find_no_room_are_named() {
    let region = region();
    let entries = (1..=10).map(|at| v4::entry(at, &format!("草案{at}"), ""));
    let parts: Vec<String> = entries.collect();
    let link = format!("v=4&{}&region=zhangjiakou-2021", parts.join("&"));
    let link = decode(&region, &link).expect("a link");
    let names = ["草案9", "草案10"].map(str::to_owned).to_vec();
    let told = Problem::new("", Fault::DraftsLeftOut(8, names));
    assert_eq!(link.problems, [told]);
    let extras = link.extras.expect("a tray");
    assert_eq!(extras.drafts.entries().len(), 8);
}
