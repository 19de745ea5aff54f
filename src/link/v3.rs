//! Version 3 of the encoding: version 1 with the user's notes on where values come from.
//!
//! A note is `note.KEY=TEXT`, its text the base64 of the UTF-8 with `-` and `_` and without
//! padding (RFC 4648, section 5): of all encodings of Chinese that no chat program touches, the
//! shortest. The notes stand before the region, so that no `_` ends a link, where it would be
//! taken for the punctuation of a sentence.
//!
//! Frozen once released, as version 1 is.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::v1;
use crate::problem::{Fault, Problem, quote};

/// The beginning of the name of a note's part.
const NOTE: &str = "note.";

/// The content of a link of version 3.
#[derive(Debug, Default)]
pub struct ContentV3<'a> {
    /// All that version 1 says too.
    pub first: v1::ContentV1<'a>,
    /// Names of keys, and what the user says of them.
    pub notes: Vec<(&'a str, String)>,
}

impl<'a> From<v1::ContentV1<'a>> for ContentV3<'a> {
    fn from(first: v1::ContentV1<'a>) -> Self {
        Self {
            first,
            notes: Vec::new(),
        }
    }
}

/// Reads a link.
pub fn read(link: &str) -> ContentV3<'_> {
    let mut content = ContentV3::from(v1::read(link));
    let values = &mut content.first.values;
    values.retain(|(name, _)| !name.starts_with(NOTE));
    for (name, value) in link.split('&').filter_map(|part| part.split_once('=')) {
        let Some(key) = name.strip_prefix(NOTE) else {
            continue;
        };
        let bytes = URL_SAFE_NO_PAD.decode(value).ok();
        match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(text) => content.notes.push((key, text)),
            None => {
                let fault = Fault::NotUnderstood(quote(value));
                content.first.problems.push(Problem::new(name, fault));
            }
        }
    }
    content
}

/// The part of a note.
pub fn note(key: &str, text: &str) -> String {
    format!("{NOTE}{key}={}", URL_SAFE_NO_PAD.encode(text))
}
