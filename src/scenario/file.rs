//! Scenario files: `{"region":"…","values":{"coverage":"0.85"}}`, keys and values as texts, only
//! what differs. `"notes":{"coverage":"…"}` holds the user's own words on where values come from. A
//! name and the version of the region's data may stand beside them.

use serde::{Deserialize, Serialize};

use super::{Scenario, value_text};
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;
use crate::region::key::Key;
use crate::region::parse::{OrderedPairs, json_problem};

/// The longest scenario file that is read, in bytes.
pub const MOST_BYTES: usize = 1 << 20;
/// The longest name of a scenario, in characters.
pub const MOST_NAME_CHARACTERS: usize = 80;
/// The most problems that are listed one by one.
pub const MOST_PROBLEMS: usize = 50;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    region: String,
    #[serde(default)]
    region_version: Option<u32>,
    #[serde(default)]
    name: Option<String>,
    values: OrderedPairs<String>,
    #[serde(default)]
    notes: Option<OrderedPairs<String>>,
}

#[derive(Serialize)]
struct WrittenFile<'a> {
    region: &'a str,
    region_version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    values: serde_json::Map<String, serde_json::Value>,
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    notes: serde_json::Map<String, serde_json::Value>,
}

/// What a scenario file holds, as far as it could be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioFile {
    /// The scenario's name, if it has one.
    pub name: Option<String>,
    /// The scenario.
    pub scenario: Scenario,
    /// What was not understood.
    pub problems: Vec<Problem>,
}

/// The region that a scenario file is of, to choose the region before reading the rest.
///
/// # Errors
/// The problem, if the text is no scenario file.
pub fn region_id(text: &str) -> Result<String, Problem> {
    parse(text).map(|file| file.region)
}

fn parse(text: &str) -> Result<RawFile, Problem> {
    if text.len() > MOST_BYTES {
        return Err(Problem::new("", Fault::TooLong(MOST_BYTES)));
    }
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| json_problem(&error))
}

/// Reads a scenario file of that region. What is wrong is listed; the rest counts.
///
/// # Errors
/// The problem, if the text is no scenario file of the region at all.
pub fn read(region: &Region, text: &str) -> Result<ScenarioFile, Problem> {
    let raw = parse(text)?;
    if raw.region != region.id {
        return Err(Problem::new(
            "region",
            Fault::UnknownRegion(quote(&raw.region)),
        ));
    }
    let pairs = raw
        .values
        .0
        .iter()
        .map(|(name, text)| (Key::parse(name), &**name, &**text));
    let (mut scenario, mut problems) = Scenario::read(region, pairs);
    if let Some(notes) = &raw.notes {
        let notes = notes.0.iter();
        let notes = notes.map(|(name, text)| (Key::parse(name), format!("notes.{name}"), &**text));
        problems.extend(scenario.read_notes(region, notes));
    }
    if let Some(version) = raw.region_version
        && version != region.version
    {
        problems.push(Problem::new(
            "region_version",
            Fault::OtherRegionVersion(version.to_string()),
        ));
    }
    shorten(&mut problems);
    let name = raw
        .name
        .map(|name| clean_name(&name))
        .filter(|name| !name.is_empty());
    Ok(ScenarioFile {
        name,
        scenario,
        problems,
    })
}

/// Keeps the first problems and counts the others.
pub fn shorten(problems: &mut Vec<Problem>) {
    if problems.len() > MOST_PROBLEMS {
        let more = problems.len() - MOST_PROBLEMS;
        problems.truncate(MOST_PROBLEMS);
        problems.push(Problem::new("", Fault::More(more)));
    }
}

/// A name as it may be shown and stored: one line, no control or direction characters, bounded.
pub fn clean_name(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    crate::problem::without_tricks(&words.join(" "))
        .chars()
        .take(MOST_NAME_CHARACTERS)
        .collect()
}

/// Writes a scenario file.
pub fn write(region: &Region, scenario: &Scenario, name: Option<&str>) -> String {
    let values = scenario
        .entries()
        .map(|(key, value)| (key.to_string(), value_text(key, value).into()))
        .collect();
    let notes = scenario
        .notes()
        .map(|(key, note)| (key.to_string(), note.text().into()))
        .collect();
    let file = WrittenFile {
        region: &region.id,
        region_version: region.version,
        name,
        values,
        notes,
    };
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}
