//! The problems behind a JSON reader’s own errors, whose words are English whatever the language of the page.

use crate::problem::{Fault, JsonKind, Problem};

/// The problem that a JSON reader's error is.
pub fn json_problem(error: &serde_json::Error) -> Problem {
    let place = format!("{}:{}", error.line(), error.column());
    if error.is_data() {
        Problem::new(&place, shape_fault(&error.to_string()))
    } else {
        Problem::new(&place, Fault::NotJson(error.line(), error.column()))
    }
}

/// The fault behind the JSON reader's own words, which are English whatever the language of the
/// page.
fn shape_fault(words: &str) -> Fault {
    let field = |start: &str| {
        let (name, _) = words.strip_prefix(start)?.split_once('`')?;
        Some(crate::problem::quote(name))
    };
    if let Some(name) = field("missing field `") {
        return Fault::FieldMissing(name);
    }
    if let Some(name) = field("unknown field `") {
        return Fault::FieldUnknown(name);
    }
    if let Some(name) = field("duplicate field `") {
        return Fault::FieldTwice(name);
    }
    let wrong = ["invalid type: ", "invalid value: "]
        .into_iter()
        .find_map(|start| words.strip_prefix(start));
    // What was found may itself be a text that holds these words; what was expected comes last.
    let kinds = wrong
        .and_then(|rest| rest.rsplit_once(", expected "))
        .and_then(|(found, expected)| Some((json_kind(found)?, json_kind(expected)?)));
    // A list in the place of an object is read as its fields in a row and found too short.
    if words.starts_with("invalid length ") && words.contains(", expected struct ") {
        return Fault::OtherKind {
            found: JsonKind::List,
            expected: JsonKind::Object,
        };
    }
    match kinds {
        // A number out of bounds is a number where a number belongs.
        Some((found, expected)) if found != expected => Fault::OtherKind { found, expected },
        _ => Fault::Shape,
    }
}

/// The kind of thing that the reader's words begin with.
fn json_kind(words: &str) -> Option<JsonKind> {
    let starts: [(JsonKind, &[&str]); 6] = [
        (JsonKind::Null, &["null", "unit"]),
        (JsonKind::Flag, &["boolean", "a boolean"]),
        (
            JsonKind::Number,
            &["integer", "floating point", "number", "u16", "u32"],
        ),
        (JsonKind::Text, &["string", "a string", "character"]),
        (JsonKind::List, &["sequence", "a sequence", "an array"]),
        (JsonKind::Object, &["map", "a map", "an object", "struct"]),
    ];
    let found = starts
        .into_iter()
        .find(|(_, starts)| starts.iter().any(|start| words.starts_with(start)));
    found.map(|(kind, _)| kind)
}
