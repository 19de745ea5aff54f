//! Links to exercises and to their results, as parts of text: `v=5&check=…&x=ID&g=GROUP`. Version 5 kept `x` and `g` for them.
//!
//! `x=ID` names a shipped exercise. An own one travels whole beside it, `xf=TEXT`, a result as `xr=TEXT`; both texts are
//! deflated, in the base64 of notes. `g=GROUP` is a plain word of letters and digits as it is, any other name behind a point
//! in that base64.
//!
//! The check stands first, so that a link cut off anywhere either shows it or is too short to be anything but one. Only a
//! link to a shipped exercise may lack it: trainers write such by hand.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{MOST_BYTES, find, v1, value_of};
use crate::language::Language;
use crate::problem::{Fault, Problem, quote};

/// The longest text that a link unpacks to, in bytes.
const MOST_UNPACKED: usize = 1 << 16;
/// The effort of packing: the most, since every character counts.
const EFFORT: u8 = 10;
/// The version of the encoding that exercises have.
const VERSION: &str = "5";
/// The parts that only links to exercises have.
const OF_EXERCISES: [&str; 4] = ["x", "xf", "xr", "g"];
/// The parts that any link may have.
const COMMON: [&str; 3] = ["v", "check", "lang"];
/// Parts of scenarios that links to exercises of earlier programs have; they say nothing.
const IDLE: [&str; 3] = ["model", "region", "income"];

/// The parts of a link to an exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExerciseParts {
    /// The exercise's identifier.
    pub id: String,
    /// The file of an own exercise.
    pub file: Option<String>,
    /// The text of a result.
    pub result: Option<String>,
    /// The group, as it stands.
    pub group: Option<String>,
    /// The language.
    pub language: Option<Language>,
}

/// True for a link that opens an exercise or a result, or is so short that it may have been one: it is never to open
/// the calculator.
pub fn is_exercise(text: &str) -> bool {
    let Some(found) = find(text) else {
        return false;
    };
    if value_of(&found.link, "v").map(|version| version.trim_start_matches('0')) != Some(VERSION) {
        return false;
    }
    let names = || {
        let parts = found.link.split('&').filter(|part| !part.is_empty());
        parts.map(|part| part.split('=').next().unwrap_or_default())
    };
    let is_of_exercises = |name: &str| OF_EXERCISES.contains(&name);
    // A link with a name goes on behind its version with the model's.
    let is_common = |name: &str| COMMON.iter().any(|common| common.starts_with(name));
    names().any(is_of_exercises) || names().all(is_common)
}

/// The link to an exercise or a result that stands in a text, alone and whole; none where there is none.
pub fn exercise_link(text: &str) -> Option<String> {
    exercise_parts(text)?.ok()?;
    Some(find(text)?.link)
}

/// Reads the parts of a link to an exercise; none for another text.
///
/// # Errors
/// The problems: a link that was cut off or altered, a part that is not understood.
pub fn exercise_parts(text: &str) -> Option<Result<ExerciseParts, Vec<Problem>>> {
    if !is_exercise(text) {
        return None;
    }
    let found = find(text)?;
    if found.is_cut {
        return Some(Err(vec![Problem::new("", Fault::TooLong(MOST_BYTES))]));
    }
    Some(parts_of(&found.link))
}

fn parts_of(link: &str) -> Result<ExerciseParts, Vec<Problem>> {
    let altered = || vec![Problem::new("", Fault::Altered)];
    let seal = v1::seal_of(link);
    if seal == v1::Seal::Broken {
        return Err(altered());
    }
    let mut parts = ExerciseParts::default();
    let mut problems = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for part in link.split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        if seen.contains(&name) {
            problems.push(Problem::new(name, Fault::Duplicate));
            continue;
        }
        seen.push(name);
        let is_read = match name {
            "x" => {
                parts.id = value.to_owned();
                !value.is_empty()
            }
            "xf" => take(&mut parts.file, unpacked(value)),
            "xr" => take(&mut parts.result, unpacked(value)),
            "g" => take(&mut parts.group, group_of(value)),
            "lang" => take(&mut parts.language, Language::parse(value)),
            other => COMMON.contains(&other) || IDLE.contains(&other),
        };
        if !is_read {
            problems.push(Problem::new(name, Fault::NotUnderstood(quote(value))));
        }
    }
    let carries = parts.file.is_some() || parts.result.is_some();
    let is_sealed = seal == v1::Seal::Whole;
    if parts.id.is_empty() || (carries && !is_sealed) {
        return Err(altered());
    }
    match problems.is_empty() {
        true => Ok(parts),
        false => Err(problems),
    }
}

fn take<T>(place: &mut Option<T>, read: Option<T>) -> bool {
    *place = read;
    place.is_some()
}

/// Writes a link to an exercise.
pub fn write_exercise(parts: &ExerciseParts) -> String {
    let mut rest = vec![format!("x={}", parts.id)];
    let mut add = |name: &str, value: Option<String>| {
        rest.extend(value.map(|value| format!("{name}={value}")));
    };
    add("xf", parts.file.as_deref().map(packed));
    add("xr", parts.result.as_deref().map(packed));
    add("g", parts.group.as_deref().map(group_text));
    add("lang", parts.language.map(|it| it.tag().to_owned()));
    let version = format!("v={VERSION}");
    let all = rest.iter().map(String::as_str);
    let check = v1::check_of(all.chain([version.as_str()]));
    format!("{version}&check={check}&{}", rest.join("&"))
}

fn packed(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(compress_to_vec(text.as_bytes(), EFFORT))
}

fn unpacked(text: &str) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let bytes = decompress_to_vec_with_limit(&bytes, MOST_UNPACKED).ok()?;
    String::from_utf8(bytes).ok()
}

/// The mark of a group's name in base64.
const ENCODED: char = '.';

fn group_text(name: &str) -> String {
    let is_plain = name.bytes().all(|b| b.is_ascii_alphanumeric());
    match is_plain {
        true => name.to_owned(),
        false => format!("{ENCODED}{}", URL_SAFE_NO_PAD.encode(name)),
    }
}

fn group_of(text: &str) -> Option<String> {
    match text.strip_prefix(ENCODED) {
        Some(encoded) => String::from_utf8(URL_SAFE_NO_PAD.decode(encoded).ok()?).ok(),
        None => Some(text.to_owned()),
    }
}
