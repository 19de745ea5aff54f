//! Extras beside the scenario: written into a link's parts and read from them. A draft that was made
//! under another version of the region's data than the scenario has a `region=` of its own.

use std::borrow::Cow;

use super::{key_of, v1, v3, v4};
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;
use crate::scenario::drafts::{Extras, Reference};
use crate::scenario::{Scenario, file, value_text};

/// The reference's text where it is the scenario on the screen.
const PRESENT: &str = "present";

/// The parts, none where everything is usual.
pub fn parts(region: &Region, beside: &Scenario, extras: &Extras) -> Vec<String> {
    let mut parts = Vec::new();
    for (index, entry) in extras.drafts.entries().iter().enumerate() {
        let mut text = scenario_parts(&entry.scenario);
        if entry.scenario.vintage() != beside.vintage() {
            let separator = if text.is_empty() { "" } else { "&" };
            let version = entry.scenario.vintage().unwrap_or(region.newest());
            text = format!("region={}.{version}{separator}{text}", region.id);
        }
        parts.push(v4::entry(index + 1, &entry.name, &text));
    }
    match extras.drafts.reference() {
        Reference::Plan => {}
        Reference::Present => parts.push(v4::reference(PRESENT)),
        Reference::Draft(at) => parts.push(v4::reference(&(at + 1).to_string())),
    }
    let distributions = extras.distributions.texts(|key| key.code());
    parts.extend(
        distributions
            .iter()
            .map(|(name, text)| v4::doubt(name, text)),
    );
    parts
}

/// Values and notes of a scenario as parts of a link.
fn scenario_parts(scenario: &Scenario) -> String {
    let values = scenario
        .entries()
        .map(|(key, value)| format!("{}={}", key.code(), v1::short_value(value_text(key, value))));
    let notes = scenario
        .notes()
        .map(|(key, note)| v3::note(&key.code(), note.text()));
    values.chain(notes).collect::<Vec<_>>().join("&")
}

/// Reads the parts; what is wrong is listed, the rest counts.
pub fn read(region: &Region, content: &v4::ContentV4<'_>, problems: &mut Vec<Problem>) -> Extras {
    let mut extras = Extras::default();
    let mut left_out = Vec::new();
    for (place, text) in &content.entries {
        let (name, parts) = text.split_once('\n').unwrap_or((text, ""));
        let parts = v3::read(parts);
        let (own, other) = region_of(region, parts.first.region);
        let (scenario, faults) = scenario(&own, &parts);
        let first = parts.first.problems.iter().cloned();
        let faults = first.chain(other).chain(faults);
        problems.extend(faults.map(|problem| Problem {
            place: format!("{place}: {}", problem.place),
            ..problem
        }));
        if !extras.drafts.add(name, scenario) {
            left_out.push(name);
        }
    }
    problems.extend(file::drafts_left_out(left_out));
    if let Some(text) = content.reference {
        let entries = extras.drafts.entries().len();
        let at = text
            .parse::<usize>()
            .ok()
            .filter(|at| (1..=entries).contains(at));
        match at {
            Some(at) => extras.drafts.refer_to(Reference::Draft(at - 1)),
            None if text == PRESENT => extras.drafts.refer_to(Reference::Present),
            None => {
                let fault = Fault::NotUnderstood(quote(text));
                problems.push(Problem::new("tray.reference", fault));
            }
        }
    }
    for (name, text) in &content.doubts {
        if let Err(fault) = extras.distributions.take(region, name, text) {
            problems.push(Problem::new(&format!("draw.{name}"), fault));
        }
    }
    extras
}

/// The region that a draft was made under: the link's own where it names none, or none that is known.
fn region_of<'a>(
    region: &'a Region,
    named: Option<(&str, Option<u32>)>,
) -> (Cow<'a, Region>, Option<Problem>) {
    match named {
        Some((id, _)) if id != region.id => {
            let fault = Fault::UnknownRegion(quote(id));
            (Cow::Borrowed(region), Some(Problem::new("region", fault)))
        }
        Some((_, Some(version))) => {
            let problem = file::not_known(region, "region", Some(version));
            (region.as_of(Some(version)), problem)
        }
        _ => (Cow::Borrowed(region), None),
    }
}

/// The scenario of a link's values and notes.
pub fn scenario(region: &Region, content: &v3::ContentV3<'_>) -> (Scenario, Vec<Problem>) {
    let pairs = content.first.values.iter();
    let pairs = pairs.map(|(name, text)| (key_of(name), *name, text.as_ref()));
    let (mut scenario, mut problems) = Scenario::read(region, pairs);
    let notes = content.notes.iter();
    let notes = notes.map(|(name, text)| (key_of(name), format!("note.{name}"), text.as_str()));
    problems.extend(scenario.read_notes(region, notes));
    (scenario, problems)
}
