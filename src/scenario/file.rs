//! Scenario files: `{"region":"…","values":{"coverage":"0.85"}}`, keys and values as texts, only
//! what differs. `"notes":{"coverage":"…"}` holds the user's own words on where values come from. A
//! name and the version of the region's data may stand beside them, and what travels beside the
//! scenario: `"tray":[{"name":"…","values":{…}}]`, `"tray_reference":"1"`, `"draws":{"seed":"7"}`. A draft of
//! another version of the data than the scenario's has a `region_version` of its own. `"own_region":{…}` are the
//! figures of a bureau's own region, so that one file holds everything.

use std::borrow::Cow;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::drafts::{Extras, MOST_DRAFTS, Reference};
use super::name::clean_name;
use super::{Scenario, value_text};
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;
use crate::region::key::Key;
use crate::region::own::{MOST_OWN_BYTES, OwnRegion};
use crate::region::parse::{OrderedPairs, json_problem};

/// The longest scenario file that is read, in bytes.
pub const MOST_BYTES: usize = 1 << 20;
/// The name of the part with the figures of a bureau's own region, as files write it.
const OWN_REGION: &str = "\"own_region\"";
/// The reference's text where it is the scenario on the screen.
const PRESENT: &str = "present";
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
    values: OrderedPairs<Written>,
    #[serde(default)]
    notes: Option<OrderedPairs<String>>,
    #[serde(default, rename = "tray")]
    drafts: Option<Vec<RawDraft>>,
    #[serde(default, rename = "tray_reference")]
    reference: Option<String>,
    #[serde(default)]
    draws: Option<OrderedPairs<String>>,
    /// The figures of a bureau's own region, which are read before the rest.
    #[serde(default, rename = "own_region")]
    _own_region: Option<IgnoredAny>,
}

/// A value as it is written. Only a text keeps every decimal, but whoever writes by hand forgets the quotes, and is to
/// hear where.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Number(serde_json::Number),
    Other(IgnoredAny),
}

impl Written {
    fn text(&self) -> Result<&str, Fault> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Number(number) => Err(Fault::Unquoted(number.to_string())),
            Self::Other(IgnoredAny) => Err(Fault::NotText),
        }
    }
}

/// A draft as a file holds it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDraft {
    name: String,
    #[serde(default)]
    region_version: Option<u32>,
    values: OrderedPairs<Written>,
    #[serde(default)]
    notes: Option<OrderedPairs<String>>,
}

type Texts = serde_json::Map<String, serde_json::Value>;

#[derive(Serialize)]
struct WrittenFile<'a> {
    region: &'a str,
    region_version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    values: Texts,
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    notes: Texts,
    #[serde(rename = "tray", skip_serializing_if = "Vec::is_empty")]
    drafts: Vec<WrittenDraft<'a>>,
    #[serde(rename = "tray_reference", skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    draws: Texts,
    #[serde(skip_serializing_if = "Option::is_none")]
    own_region: Option<&'a OwnRegion>,
}

#[derive(Serialize)]
struct WrittenDraft<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    region_version: Option<u32>,
    values: Texts,
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    notes: Texts,
}

/// The content of a scenario file, as far as it could be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioFile {
    /// The scenario's name, if it has one.
    pub name: Option<String>,
    /// The scenario.
    pub scenario: Scenario,
    /// The extras beside it.
    pub extras: Extras,
    /// Parts that were not understood.
    pub problems: Vec<Problem>,
}

/// True for a text that claims to be a scenario file; one may hold links in its notes.
pub fn looks_like_file(text: &str) -> bool {
    let is_before = |c: char| c == '\u{feff}' || c.is_whitespace();
    text.trim_start_matches(is_before).starts_with('{')
}

/// The region that a scenario file is of, to choose the region before reading the rest.
///
/// # Errors
/// The problem, if the text is no scenario file.
pub fn region_id(text: &str) -> Result<String, Problem> {
    parse(text).map(|file| file.region)
}

/// The label of a scenario file, also of another region or a newer release.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The region, as far as it can be shown.
    pub region: Option<String>,
    /// The version of the region's data.
    pub region_version: Option<u32>,
    /// The name.
    pub name: Option<String>,
}

/// Reads the label of a text that need not be a valid scenario file; an empty label for text that is cut off.
pub fn label_of(text: &str) -> Label {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct RawLabel {
        region: Option<String>,
        region_version: Option<u32>,
        name: Option<String>,
    }
    let text = text.trim_start_matches('\u{feff}');
    let raw = Some(text).filter(|text| text.len() <= MOST_BYTES);
    let raw = raw.and_then(|text| serde_json::from_str::<RawLabel>(text).ok());
    let raw = raw.unwrap_or_default();
    let name = raw.name.map(|name| clean_name(&name));
    Label {
        region: raw.region.map(|region| quote(&region)),
        region_version: raw.region_version,
        name: name.filter(|name| !name.is_empty()),
    }
}

/// The figures of a bureau's own region in a scenario file, if it holds any.
///
/// # Errors
/// Every problem of the figures.
pub fn own_region_of(text: &str) -> Option<Result<OwnRegion, Vec<Problem>>> {
    #[derive(Deserialize)]
    struct RawWhole {
        own_region: Option<serde_json::Value>,
    }
    // Most files have none, and a long one is not gone through twice for nothing.
    if text.len() > MOST_OWN_BYTES || !text.contains(OWN_REGION) {
        return None;
    }
    let text = text.trim_start_matches('\u{feff}');
    let whole: RawWhole = serde_json::from_str(text).ok()?;
    Some(OwnRegion::read(&whole.own_region?.to_string()))
}

fn parse(text: &str) -> Result<RawFile, Problem> {
    let most = match text.contains(OWN_REGION) {
        true => MOST_OWN_BYTES,
        false => MOST_BYTES,
    };
    if text.len() > most {
        return Err(Problem::new("", Fault::TooLong(most)));
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
    let own = region.as_of(raw.region_version);
    let (scenario, mut problems) = read_scenario(&own, &raw.values, raw.notes.as_ref());
    let extras = read_extras(&own, &raw, &mut problems);
    problems.extend(not_known(region, "region_version", raw.region_version));
    shorten(&mut problems);
    let name = raw
        .name
        .map(|name| clean_name(&name))
        .filter(|name| !name.is_empty());
    Ok(ScenarioFile {
        name,
        scenario,
        extras,
        problems,
    })
}

/// Says that a version of the region's data is not known here; nothing where it is.
pub fn not_known(region: &Region, place: &str, version: Option<u32>) -> Option<Problem> {
    let version = version.filter(|version| !region.knows(*version))?;
    let fault = Fault::OtherRegionVersion(version.to_string());
    Some(Problem::new(place, fault))
}

fn read_scenario(
    region: &Region,
    values: &OrderedPairs<Written>,
    notes: Option<&OrderedPairs<String>>,
) -> (Scenario, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut pairs = Vec::new();
    for (name, written) in &values.0 {
        match written.text() {
            Ok(text) => pairs.push((Key::parse(name), &**name, text)),
            Err(fault) => problems.push(Problem::new(name, fault)),
        }
    }
    let (mut scenario, others) = Scenario::read(region, pairs);
    problems.extend(others);
    if let Some(notes) = notes {
        let notes = notes.0.iter();
        let notes = notes.map(|(name, text)| (Key::parse(name), format!("notes.{name}"), &**text));
        problems.extend(scenario.read_notes(region, notes));
    }
    (scenario, problems)
}

fn read_extras(region: &Region, raw: &RawFile, problems: &mut Vec<Problem>) -> Extras {
    let mut extras = Extras::default();
    let entries = raw.drafts.iter().flatten();
    let mut left_out = Vec::new();
    for (index, entry) in entries.enumerate() {
        let place = format!("tray.{}", index + 1);
        // A draft of another version than the scenario's says so.
        let own = match entry.region_version {
            Some(version) => region.as_of(Some(version)),
            None => Cow::Borrowed(region),
        };
        let (scenario, mut faults) = read_scenario(&own, &entry.values, entry.notes.as_ref());
        faults.extend(not_known(region, "region_version", entry.region_version));
        problems.extend(faults.into_iter().map(|problem| Problem {
            place: format!("{place}: {}", problem.place),
            ..problem
        }));
        if !extras.drafts.add(&entry.name, scenario) {
            left_out.push(&*entry.name);
        }
    }
    problems.extend(drafts_left_out(left_out));
    if let Some(text) = &raw.reference {
        let entries = extras.drafts.entries().len();
        let at = text.parse::<usize>().ok();
        match at.filter(|at| (1..=entries).contains(at)) {
            Some(at) => extras.drafts.refer_to(Reference::Draft(at - 1)),
            None if text == PRESENT => extras.drafts.refer_to(Reference::Present),
            None => {
                let fault = Fault::NotUnderstood(quote(text));
                problems.push(Problem::new("tray_reference", fault));
            }
        }
    }
    for (name, text) in raw.draws.iter().flat_map(|draws| &draws.0) {
        if let Err(fault) = extras.distributions.take(region, name, text) {
            problems.push(Problem::new(&format!("draws.{name}"), fault));
        }
    }
    extras
}

/// The most drafts left out that are named one by one.
const MOST_NAMED: usize = 5;

/// Says which drafts found no room; nothing where there are none.
pub fn drafts_left_out(names: Vec<&str>) -> Option<Problem> {
    let named = names.iter().take(MOST_NAMED).map(|name| clean_name(name));
    let mut named: Vec<String> = named.collect();
    if names.len() > MOST_NAMED {
        named.push(format!("… ({})", names.len()));
    }
    let fault = Fault::DraftsLeftOut(MOST_DRAFTS, named);
    (!names.is_empty()).then(|| Problem::new("", fault))
}

/// Keeps the first problems, each once, and counts the others.
pub fn shorten(problems: &mut Vec<Problem>) {
    let mut seen: Vec<Problem> = Vec::new();
    problems.retain(|problem| {
        // Beyond what is shown, repeats are only counted.
        let is_new = seen.len() > MOST_PROBLEMS || !seen.contains(problem);
        if is_new && seen.len() <= MOST_PROBLEMS {
            seen.push(problem.clone());
        }
        is_new
    });
    if problems.len() > MOST_PROBLEMS {
        let more = problems.len() - MOST_PROBLEMS;
        problems.truncate(MOST_PROBLEMS);
        problems.push(Problem::new("", Fault::More(more)));
    }
}

/// Writes a scenario file.
pub fn write(region: &Region, scenario: &Scenario, name: Option<&str>) -> String {
    write_with(region, scenario, name, &Extras::default())
}

fn values(scenario: &Scenario) -> Texts {
    let values = scenario.entries();
    let texts = values.map(|(key, value)| (key.to_string(), value_text(key, value).into()));
    texts.collect()
}

fn notes(scenario: &Scenario) -> Texts {
    let notes = scenario.notes();
    let texts = notes.map(|(key, note)| (key.to_string(), note.text().into()));
    texts.collect()
}

/// Writes a scenario file with what travels beside the scenario.
pub fn write_with(
    region: &Region,
    scenario: &Scenario,
    name: Option<&str>,
    extras: &Extras,
) -> String {
    write_all(region, scenario, (name, extras), None)
}

/// Writes a scenario file with everything, the figures of a bureau's own region and its tables included: what is
/// handed on to somebody else.
pub fn write_whole(
    region: &Region,
    scenario: &Scenario,
    name: Option<&str>,
    extras: &Extras,
) -> String {
    write_all(region, scenario, (name, extras), region.own.as_deref())
}

fn write_all(
    region: &Region,
    scenario: &Scenario,
    (name, extras): (Option<&str>, &Extras),
    own_region: Option<&OwnRegion>,
) -> String {
    let version_of = |scenario: &Scenario| scenario.vintage().unwrap_or(region.newest());
    let entries = extras.drafts.entries().iter();
    let draws = extras
        .distributions
        .texts(|key| key.to_string())
        .into_iter();
    let file = WrittenFile {
        region: &region.id,
        region_version: version_of(scenario),
        name,
        values: values(scenario),
        notes: notes(scenario),
        drafts: entries
            .map(|entry| WrittenDraft {
                name: &entry.name,
                region_version: Some(version_of(&entry.scenario))
                    .filter(|version| *version != version_of(scenario)),
                values: values(&entry.scenario),
                notes: notes(&entry.scenario),
            })
            .collect(),
        reference: match extras.drafts.reference() {
            Reference::Plan => None,
            Reference::Present => Some(PRESENT.to_owned()),
            Reference::Draft(at) => Some((at + 1).to_string()),
        },
        draws: draws.map(|(name, text)| (name, text.into())).collect(),
        own_region,
    };
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_told_by_what_it_says_of_itself() {
        let newer =
            r#"{"region":"a-2021","region_version":7,"name":" 甲\u202e","values":[],"new":1}"#;
        let label = Label {
            region: Some("a-2021".to_owned()),
            region_version: Some(7),
            name: Some("甲".to_owned()),
        };
        assert_eq!(label_of(newer), label);
        for nothing in ["", "{", "[]", r#"{"region":5}"#, "null"] {
            assert_eq!(label_of(nothing), Label::default(), "{nothing}");
        }
    }
}
