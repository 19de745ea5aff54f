//! A user's own word on where a value comes from: one line that travels with the scenario in
//! links and files.

use crate::problem::{Fault, Problem, one_line};
use crate::region::Region;
use crate::region::key::Key;
use crate::scenario::Scenario;

/// The longest note, in bytes of UTF-8: two hundred Chinese characters. All notes of a scenario
/// together fit a link.
pub const MOST_BYTES: usize = 600;
/// The most UTF-16 units that a field takes, none of which is more than three bytes.
pub const MOST_UNITS: usize = MOST_BYTES / 3;

/// A note: one line of plain text, bounded, without control and direction characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note(String);

impl Note {
    /// Takes a text over; none where nothing of it is visible. The fault says that the text was too
    /// long and that the note is only its beginning.
    pub fn read(text: &str) -> (Option<Self>, Option<Fault>) {
        // Cut first: what comes in may be a megabyte long.
        let start = &text[..text.floor_char_boundary(MOST_BYTES * 8)];
        let clean = one_line(start);
        let cut = clean[..clean.floor_char_boundary(MOST_BYTES)].trim();
        let is_whole = start.len() == text.len() && clean.len() <= MOST_BYTES;
        let note = (!cut.is_empty()).then(|| Self(cut.to_owned()));
        (note, (!is_whole).then_some(Fault::TooLong(MOST_BYTES)))
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl Scenario {
    /// Adds the notes that came in, as far as they can be understood, to what [`Scenario::read`]
    /// gave. The first of two notes on one key counts.
    pub fn read_notes<'a>(
        &mut self,
        region: &Region,
        notes: impl IntoIterator<Item = (Option<Key>, String, &'a str)>,
    ) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (key, place, text) in notes {
            let read = match key {
                None => Err(Fault::UnknownKey),
                Some(key) if self.notes.contains_key(&key) => Err(Fault::Duplicate),
                Some(key) => {
                    let (note, fault) = Note::read(text);
                    let set = self.set_note(region, key, note);
                    set.and(fault.map_or(Ok(()), Err))
                }
            };
            if let Err(fault) = read {
                problems.push(Problem::new(&place, fault));
            }
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_one_bounded_line() {
        for (given, kept) in [
            ("", None),
            (" \n\u{200b}\t", None),
            (" 市统计局\n2022 年报 ", Some("市统计局 2022 年报")),
            ("a\u{202e}b\u{0007}c", Some("abc")),
            (
                "<img src=x onerror=alert(1)>",
                Some("<img src=x onerror=alert(1)>"),
            ),
        ] {
            let (note, fault) = Note::read(given);
            assert_eq!(note.as_ref().map(Note::text), kept, "{given:?}");
            assert_eq!(fault, None);
        }
        for long in ["好".repeat(10_000), "x".repeat(601), "🌾".repeat(151)] {
            let (note, fault) = Note::read(&long);
            let note = note.expect("the beginning is kept");
            assert!(note.text().len() <= MOST_BYTES && note.text().len() > MOST_BYTES - 4);
            assert!(long.starts_with(note.text()));
            assert_eq!(fault, Some(Fault::TooLong(MOST_BYTES)));
        }
        let (note, fault) = Note::read(&"好".repeat(MOST_BYTES / 3));
        assert_eq!(
            (note.map(|note| note.text().len()), fault),
            (Some(MOST_BYTES), None)
        );
    }
}
