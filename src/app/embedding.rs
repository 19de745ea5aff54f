//! The page inside another page: what its address says of that, and the messages between both. Pure; the frame itself is
//! the effects’.
//!
//! `#…&embed=1&embed_origin=https://example.org` stands beside the link and is no part of it. Whoever embeds the
//! page names the origin that it is to talk with: only there results go, and only from there values come.

use serde_json::{Map, Value, json};

use crate::app::state::State;
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;
use crate::region::key::Key;
use crate::scenario::{Scenario, value_text};

/// The version of the messages, under the name of the program.
pub const VERSION: u32 = 1;
/// The name of the version in every message.
const NAME: &str = "zengshou";
/// The part of an address that says that the page is embedded.
const EMBED: &str = "embed=1";
/// The part that names the origin of the page around it.
const ORIGIN: &str = "embed_origin=";
/// The longest message that is read, in bytes.
const MOST_BYTES: usize = 1 << 16;
/// The most values that a message sets.
const MOST_VALUES: usize = 200;

/// The page around this one, as an address names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embedding {
    /// True where the page is embedded.
    pub is_embedded: bool,
    /// The parts as they stand in the address.
    pub parts: String,
    /// The origin to talk with; none where none is named, or what is named is no origin.
    pub origin: Option<String>,
}

/// The link of a fragment, and what stands beside it on the page around.
pub fn parted(fragment: &str) -> (String, Embedding) {
    let is_part = |part: &&str| *part == EMBED || part.starts_with(ORIGIN);
    if !fragment.split('&').any(|part| part == EMBED) {
        return (fragment.to_owned(), Embedding::default());
    }
    let link: Vec<&str> = fragment.split('&').filter(|part| !is_part(part)).collect();
    let parts: Vec<&str> = fragment.split('&').filter(is_part).collect();
    let origin = parts.iter().find_map(|part| part.strip_prefix(ORIGIN));
    let embedding = Embedding {
        is_embedded: true,
        origin: origin.and_then(origin_of),
        parts: parts.join("&"),
    };
    (link.join("&"), embedding)
}

/// An origin as browsers write it: scheme and host, with a port where it is not the usual one.
fn origin_of(text: &str) -> Option<String> {
    let text = text.replace("%3A", ":").replace("%3a", ":");
    let text = text.replace("%2F", "/").replace("%2f", "/");
    let text = text.to_ascii_lowercase();
    let schemes = [("https://", ":443"), ("http://", ":80")];
    let (scheme, usual) = schemes.into_iter().find(|(it, _)| text.starts_with(it))?;
    let place = &text[scheme.len()..];
    let place = place.strip_suffix(usual).unwrap_or(place);
    // The port stands behind the last colon, but for those within a bracket.
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (place, None),
    };
    let is_port = |port: &str| port.parse::<u16>().is_ok_and(|it| it.to_string() == port);
    let is_bracket = host.starts_with('[') && host.ends_with(']');
    let is_plain = |b: u8| {
        b.is_ascii_alphanumeric() || b == b'.' || b == b'-' || is_bracket && b":[]".contains(&b)
    };
    let is_origin = !host.is_empty() && host.bytes().all(is_plain) && port.is_none_or(is_port);
    is_origin.then(|| format!("{scheme}{place}"))
}

/// A message from the page around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// Values to put in over those of the scenario, as they are written in files.
    Values(Vec<(String, String)>),
    /// A link to open.
    Link(String),
    /// An attempt at the exercise to go on with, as [`attempt`] gave it.
    Attempt(String),
    /// Back to the plan, or to the link that the page was opened with.
    Reset,
}

impl Incoming {
    /// Reads a message, as JSON; none for one that is not meant for this page.
    ///
    /// # Errors
    /// What is wrong with one that is.
    pub fn read(text: &str) -> Option<Result<Self, Problem>> {
        if text.len() > MOST_BYTES {
            return text
                .contains(NAME)
                .then(|| Err(Problem::new("", Fault::TooLong(MOST_BYTES))));
        }
        let message: Value = serde_json::from_str(text).ok()?;
        let version = message.get(NAME)?;
        if version.as_u64() != Some(u64::from(VERSION)) {
            let fault = Fault::NotUnderstood(quote(&version.to_string()));
            return Some(Err(Problem::new(NAME, fault)));
        }
        Some(Self::of(&message))
    }

    fn of(message: &Value) -> Result<Self, Problem> {
        let kind = message.get("type").and_then(Value::as_str).unwrap_or("");
        let link = message.get("link").and_then(Value::as_str);
        let values = message.get("values").and_then(Value::as_object);
        let attempt = message.get("attempt").and_then(Value::as_str);
        match (kind, link, values, attempt) {
            ("reset", None, None, None) => Ok(Self::Reset),
            ("set", Some(link), None, None) => Ok(Self::Link(link.to_owned())),
            ("set", None, None, Some(attempt)) => Ok(Self::Attempt(attempt.to_owned())),
            ("set", None, Some(values), None) if values.len() <= MOST_VALUES => {
                let values = values.iter().map(|(key, value)| {
                    let text = match value {
                        Value::String(text) => Some(text.clone()),
                        Value::Number(number) => Some(number.to_string()),
                        Value::Bool(flag) => Some(flag.to_string()),
                        _ => None,
                    };
                    let fault = || Fault::NotANumber(quote(&value.to_string()));
                    let text = text.ok_or_else(|| Problem::new(&quote(key), fault()))?;
                    Ok((key.clone(), text))
                });
                values.collect::<Result<_, _>>().map(Self::Values)
            }
            _ => {
                let fault = Fault::NotUnderstood(quote(&message.to_string()));
                Err(Problem::new("type", fault))
            }
        }
    }
}

/// The scenario with values put in, all of them or none.
///
/// # Errors
/// Every value that can't be put in, with its key.
pub fn with_values(
    region: &Region,
    scenario: &Scenario,
    values: &[(String, String)],
) -> Result<Scenario, Vec<Problem>> {
    let given = values.iter();
    let given = given.map(|(name, text)| (Key::parse(name), quote(name), text.clone()));
    let (next, problems) = scenario.with(region, given.collect());
    if problems.is_empty() {
        Ok(next)
    } else {
        Err(problems)
    }
}

/// A message of that type to the page around.
pub fn outgoing(kind: &str, mut content: Map<String, Value>) -> String {
    content.insert(NAME.to_owned(), VERSION.into());
    content.insert("type".to_owned(), kind.into());
    Value::Object(content).to_string()
}

/// The message that the page is there: what it is of.
pub fn ready(region: &Region) -> String {
    let content =
        json!({ "region": region.id, "data": region.version, "model": crate::model::VERSION });
    outgoing("ready", object(content))
}

/// The message of the height that the page needs, in CSS pixels.
pub fn height(pixels: u32) -> String {
    outgoing("height", object(json!({ "pixels": pixels })))
}

/// The message of the scenario on the screen: its link, its changes and its incomes, amounts as text in yuan a person.
/// `refused` names what of the last message could not be used, in the reader's language.
pub fn state(state: &State, link: &str, refused: &[String]) -> String {
    let outcome = &state.results.outcome;
    let changes: Map<String, Value> = state
        .scenario()
        .entries()
        .map(|(key, value)| (key.to_string(), value_text(key, value).into()))
        .collect();
    let years = outcome.plan.iter().zip(&outcome.scenario);
    let years: Vec<Value> = years
        .map(|(plan, scenario)| {
            json!({
                "year": scenario.year,
                "plan": plan.income.rounded().to_string(),
                "scenario": scenario.income.rounded().to_string(),
            })
        })
        .collect();
    let content = json!({ "link": link, "values": changes, "years": years, "refused": refused });
    outgoing("state", object(content))
}

/// The message of the attempt at an exercise, for a page that keeps it: answers and levers, none of the results. `refused`
/// names what of the last message could not be used, in the reader's language.
pub fn attempt(attempt: Option<&str>, refused: &[String]) -> String {
    let content = json!({ "attempt": attempt, "refused": refused });
    outgoing("attempt", object(content))
}

/// The message of an exercise's result, as a link.
pub fn result(link: &str) -> String {
    outgoing("result", object(json!({ "link": link })))
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::region::key::Fixed;
    use crate::region::tests::region;
    use crate::scenario::note::Note;
    use rust_decimal::Decimal;
    use std::rc::Rc;

    #[test]
    fn an_address_says_what_is_around_the_page_beside_its_link() {
        let (link, embedding) =
            parted("v=1&embed=1&coverage=0.9&embed_origin=https%3A%2F%2Fa.example%3A8443");
        assert_eq!(link, "v=1&coverage=0.9");
        assert_eq!(embedding.origin.as_deref(), Some("https://a.example:8443"));
        assert_eq!(
            embedding.parts,
            "embed=1&embed_origin=https%3A%2F%2Fa.example%3A8443"
        );
        for link in [
            "",
            "v=1&coverage=0.9",
            "v=1&embed_origin=https://a.example",
            "v=1&embed=2",
        ] {
            assert_eq!(
                parted(link),
                (link.to_owned(), Embedding::default()),
                "{link}"
            );
        }
        for none in [
            "*",
            "null",
            "https://",
            "javascript:x",
            "https://a.example/x",
            "https://u@a.example",
            "a.example",
            "https://:::",
            "https://a.example:",
            "https://a.example:x",
            "https://a.example:99999",
        ] {
            let (_, embedding) = parted(&format!("embed=1&embed_origin={none}"));
            assert_eq!(
                (embedding.is_embedded, embedding.origin),
                (true, None),
                "{none}"
            );
        }
    }

    #[test]
    fn an_origin_is_named_as_browsers_name_it() {
        for (written, origin) in [
            ("https://A.Example:443", "https://a.example"),
            ("http://10.0.0.5:80", "http://10.0.0.5"),
            ("http://10.0.0.5:8080", "http://10.0.0.5:8080"),
            ("http://[::1]:8080", "http://[::1]:8080"),
            ("http://[::1]", "http://[::1]"),
        ] {
            assert_eq!(origin_of(written).as_deref(), Some(origin), "{written}");
        }
    }

    #[test]
    fn messages_of_others_are_none_of_ours_and_unknown_ones_are_refused() {
        for other in [
            "",
            "null",
            "3",
            "\"set\"",
            "{}",
            "{\"type\":\"set\"}",
            "[1]",
            "{\"zengshou",
        ] {
            assert_eq!(Incoming::read(other), None, "{other}");
        }
        let refused = [
            "{\"zengshou\":2,\"type\":\"set\"}",
            "{\"zengshou\":\"1\",\"type\":\"reset\"}",
            "{\"zengshou\":1}",
            "{\"zengshou\":1,\"type\":\"set\"}",
            "{\"zengshou\":1,\"type\":\"set\",\"link\":\"x\",\"values\":{}}",
            "{\"zengshou\":1,\"type\":\"set\",\"values\":{\"coverage\":[1]}}",
            "{\"zengshou\":1,\"type\":\"reset\",\"link\":\"x\"}",
            "{\"zengshou\":1,\"type\":\"set\",\"link\":\"x\",\"attempt\":\"0 0 x\"}",
        ];
        for text in refused {
            assert!(Incoming::read(text).is_some_and(|it| it.is_err()), "{text}");
        }
        let long = format!(
            "{{\"zengshou\":1,\"type\":\"set\",\"link\":\"{}\"}}",
            "x".repeat(MOST_BYTES)
        );
        assert!(Incoming::read(&long).is_some_and(|it| it.is_err()));
    }

    #[test]
    fn an_attempt_goes_out_as_it_comes_back() {
        let told: Value = serde_json::from_str(&attempt(Some("1 2 v=5&x=a"), &[])).expect("JSON");
        assert_eq!(
            told,
            json!({"zengshou": 1, "type": "attempt", "attempt": "1 2 v=5&x=a", "refused": []})
        );
        let back = json!({"zengshou": 1, "type": "set", "attempt": told["attempt"]});
        assert_eq!(
            Incoming::read(&back.to_string()),
            Some(Ok(Incoming::Attempt("1 2 v=5&x=a".to_owned())))
        );
    }

    #[test]
    fn values_are_put_in_all_or_none() {
        let region = region();
        let set = |text: &str| {
            let Some(Ok(Incoming::Values(values))) = Incoming::read(text) else {
                panic!("{text}");
            };
            with_values(&region, &Scenario::plan(&region), &values)
        };
        let next = set(
            "{\"zengshou\":1,\"type\":\"set\",\"values\":{\"coverage\":0.85,\"jobs.outward\":\"500\"}}",
        );
        let told: Vec<String> = next
            .expect("values that fit")
            .entries()
            .map(|(key, value)| format!("{key} {value}"))
            .collect();
        assert_eq!(told, ["coverage 0.85", "jobs.outward 500"]);
        let problems = set(
            "{\"zengshou\":1,\"type\":\"set\",\"values\":{\"coverage\":0.85,\"nothing\":1,\"operating_rate\":7}}",
        );
        let places: Vec<String> = problems
            .expect_err("two do not fit")
            .into_iter()
            .map(|it| it.place)
            .collect();
        assert_eq!(places, ["nothing", "operating_rate"]);
    }

    #[test]
    fn values_that_are_put_in_leave_the_others_and_every_note() {
        let region = region();
        let (rate, outward) = (Fixed::OperatingRate.into(), Fixed::JobsOutward.into());
        let mut before = Scenario::plan(&region);
        before
            .set(&region, outward, Decimal::from(500))
            .expect("jobs");
        let (note, _) = Note::read("Asked at the bureau");
        before
            .set_note(&region, rate, note.clone())
            .expect("a note");
        let given = [("coverage".to_owned(), "0.85".to_owned())];
        let next = with_values(&region, &before, &given).expect("a value that fits");
        assert_eq!(next.value(&region, outward), Some(Decimal::from(500)));
        assert_eq!(next.note(rate), note.as_ref());
    }

    #[test]
    fn the_state_is_told_with_its_incomes_as_they_are_shown() {
        let start = State::new(Rc::new(region()), Language::English);
        let told: Value = serde_json::from_str(&state(&start, "v=1", &[])).expect("JSON");
        assert_eq!(told["zengshou"], 1);
        assert_eq!(told["type"], "state");
        let income = start.results.outcome.scenario[0]
            .income
            .rounded()
            .to_string();
        assert_eq!(told["years"][0]["scenario"], income.as_str());
        assert_eq!(told["values"], json!({}));
    }
}
