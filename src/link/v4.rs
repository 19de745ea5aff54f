//! Version 4 of the encoding: version 3 with what travels beside the scenario.
//!
//! `tray.N=TEXT` is the draft in place N, counted from 1: the base64 of its name, a line
//! break, and its values and notes as parts of a link have them, `KEY=VALUE&note.KEY=TEXT`.
//! `tray.reference` is the place of the entry that the others are measured against, or `present`.
//! `draw.seed`, `draw.count` and `draw.KEY=SHAPE_LEAST_MOST` are the input distributions.
//!
//! All of them stand before the region, as notes do. Frozen once released, as version 1 is.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{v1, v3};
use crate::problem::{Fault, Problem, quote};

/// The beginning of the name of a draft's part.
const TRAY: &str = "tray.";
/// The beginning of the name of a distribution's part.
const DRAW: &str = "draw.";
/// The part that names the reference.
const REFERENCE: &str = "reference";

/// The most places. There is room for fewer drafts; the reader of the link names those that find none.
const MOST_PLACES: usize = 99;

/// The content of a link of version 4.
#[derive(Debug, Default)]
pub struct ContentV4<'a> {
    /// All that version 3 says too.
    pub third: v3::ContentV3<'a>,
    /// The drafts in their order: their name in the link, and their text.
    pub entries: Vec<(&'a str, String)>,
    /// The reference of the comparison, as it stands.
    pub reference: Option<&'a str>,
    /// Names and texts of the distributions.
    pub doubts: Vec<(&'a str, &'a str)>,
}

impl<'a> From<v3::ContentV3<'a>> for ContentV4<'a> {
    fn from(third: v3::ContentV3<'a>) -> Self {
        Self {
            third,
            ..Self::default()
        }
    }
}

/// Reads a link.
pub fn read(link: &str) -> ContentV4<'_> {
    let mut content = ContentV4::from(v3::read(link));
    let values = &mut content.third.first.values;
    values.retain(|(name, _)| !name.starts_with(TRAY) && !name.starts_with(DRAW));
    let mut entries: Vec<(usize, &str, String)> = Vec::new();
    for (name, value) in link.split('&').filter_map(|part| part.split_once('=')) {
        if let Some(doubt) = name.strip_prefix(DRAW) {
            content.doubts.push((doubt, value));
        } else if let Some(place) = name.strip_prefix(TRAY) {
            let fault = match read_part(&mut entries, &mut content.reference, (name, place), value)
            {
                Ok(()) => continue,
                Err(fault) => fault,
            };
            content.third.first.problems.push(Problem::new(name, fault));
        }
    }
    entries.sort_by_key(|(place, ..)| *place);
    let entries = entries.into_iter().map(|(_, name, text)| (name, text));
    content.entries = entries.collect();
    content
}

fn read_part<'a>(
    entries: &mut Vec<(usize, &'a str, String)>,
    reference: &mut Option<&'a str>,
    (name, place): (&'a str, &'a str),
    value: &'a str,
) -> Result<(), Fault> {
    if place == REFERENCE {
        return match reference.replace(value) {
            None => Ok(()),
            Some(first) => {
                *reference = Some(first);
                Err(Fault::Duplicate)
            }
        };
    }
    let not_understood = || Fault::NotUnderstood(quote(value));
    let place: usize = match place.parse() {
        Ok(place) if v1::is_digits(name.trim_start_matches(TRAY)) => place,
        _ => return Err(Fault::UnknownKey),
    };
    if place == 0 || place > MOST_PLACES {
        return Err(Fault::UnknownKey);
    }
    if entries.iter().any(|(known, ..)| *known == place) {
        return Err(Fault::Duplicate);
    }
    let bytes = URL_SAFE_NO_PAD
        .decode(value)
        .map_err(|_| not_understood())?;
    let text = String::from_utf8(bytes).map_err(|_| not_understood())?;
    entries.push((place, name, text));
    Ok(())
}

/// The part of an entry.
pub fn entry(place: usize, name: &str, parts: &str) -> String {
    let text = format!("{name}\n{parts}");
    format!("{TRAY}{place}={}", URL_SAFE_NO_PAD.encode(text))
}

/// The part of the reference.
pub fn reference(text: &str) -> String {
    format!("{TRAY}{REFERENCE}={text}")
}

/// A part of the distributions.
pub fn doubt(name: &str, text: &str) -> String {
    format!("{DRAW}{name}={text}")
}
