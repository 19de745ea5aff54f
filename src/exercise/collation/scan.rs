//! Finds every result in a text: a chat with names, times and other words, a file that a group saved, several of both.
//!
//! Programs encode, quote and break links, so that each is read by the reader of links from where it begins to where the
//! next one does; its own check says where it ends. Whatever looks like a link and gives no result is listed.

use super::{ExerciseMark, HandedResult, words_of};
use crate::exercise::link::read_link;
use crate::link;
use crate::problem::{ExerciseFault, Fault, Problem};

/// The longest text that is read, in bytes.
pub const MOST_TEXT_BYTES: usize = 1 << 20;
/// The longest part of a text that a link is looked for in, in bytes.
const MOST_SEGMENT: usize = 32 << 10;
/// The most links that are read.
const MOST_LINKS: usize = 400;
/// The most faults that are listed.
const MOST_FAULTS: usize = 50;
/// The ways in which `=` stands behind the first letter of a link.
const EQUALS: [&str; 9] = [
    "=3D", "=", "%3D", "%3d", "%253D", "%25253D", "\\u003d", "&#61;", "＝",
];
/// The ways in which `#` stands before it.
const HASHES: [&str; 5] = ["#", "%23", "%2523", "=23", "\\u0023"];

/// The content of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScannedText {
    /// The results, in their order.
    pub results: Vec<HandedResult>,
    /// The files of exercises that links carried.
    pub exercises: Vec<String>,
    /// The faults.
    pub faults: Vec<ScanFault>,
    /// The number of faults beyond those that are listed.
    pub further_faults: usize,
    /// True where the text was too long to be read whole.
    pub is_cut: bool,
}

/// A link that gives no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanFault {
    /// The line that it begins in, counted from one.
    pub line: usize,
    /// The line's first words.
    pub words: String,
    /// The problem.
    pub problem: Problem,
}

/// Reads a text.
pub fn scan(text: &str) -> ScannedText {
    let end = text.floor_char_boundary(MOST_TEXT_BYTES);
    let mut scanned = ScannedText {
        is_cut: end < text.len(),
        ..ScannedText::default()
    };
    let text = &text[..end];
    let mut starts: Vec<usize> = starts(text);
    if starts.len() > MOST_LINKS {
        starts.truncate(MOST_LINKS);
        scanned.is_cut = true;
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    for (start, end) in starts.iter().copied().zip(ends) {
        let most = text.floor_char_boundary(start.saturating_add(MOST_SEGMENT));
        if let Err(problem) = scanned.take(&text[start..end.min(most)]) {
            scanned.report(text, start, problem);
        }
    }
    scanned
}

impl ScannedText {
    /// Reads a part of a text that begins with a link.
    fn take(&mut self, segment: &str) -> Result<(), Problem> {
        let Some(read) = read_link(segment) else {
            return match link::looks_like_link(segment) && segment.contains("region") {
                true => Err(Problem::new("", ExerciseFault::NoResult.into())),
                // Words that only look like the beginning of a link.
                false => Ok(()),
            };
        };
        let read = read.map_err(|problems| {
            let first = problems.into_iter().next();
            first.unwrap_or_else(|| Problem::new("", Fault::Altered))
        })?;
        if let Some(file) = &read.file {
            self.exercises.push(file.clone());
        }
        // A link to the exercise itself is the trainer's own message.
        if let (Some(mark), Some(link)) = (ExerciseMark::of_link(&read), link::clean(segment)) {
            self.results.push(HandedResult { mark, link, read });
        }
        Ok(())
    }

    fn report(&mut self, text: &str, at: usize, problem: Problem) {
        if self.faults.len() == MOST_FAULTS {
            self.further_faults += 1;
            return;
        }
        let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let line = text[line_start..].lines().next().unwrap_or_default();
        self.faults.push(ScanFault {
            line: text[..at].matches('\n').count() + 1,
            words: words_of(line),
            problem,
        });
    }
}

/// The result of a link as a session keeps it.
pub(super) fn handed(link: &str) -> Option<HandedResult> {
    let read = read_link(link)?.ok()?;
    let mark = ExerciseMark::of_link(&read)?;
    let link = link::clean(link)?;
    Some(HandedResult { mark, link, read })
}

/// Places where a link may begin.
fn starts(text: &str) -> Vec<usize> {
    let found = text.match_indices(['v', 'ｖ']).filter(|(at, letter)| {
        let (before, behind) = (&text[..*at], &text[at + letter.len()..]);
        let last = before.chars().next_back();
        let is_name = last.is_none_or(|c| !c.is_ascii_alphanumeric() && !"._-=&".contains(c))
            || HASHES.iter().any(|hash| before.ends_with(hash));
        is_name
            && EQUALS
                .iter()
                .any(|equals| starts_with_version(behind, equals))
    });
    found.map(|(at, _)| at).collect()
}

/// True for a sign and a digit behind it, but for the version of a page before the `#` of its address.
fn starts_with_version(text: &str, equals: &str) -> bool {
    let Some(version) = text.strip_prefix(equals) else {
        return false;
    };
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let rest = version.trim_start_matches(is_digit);
    rest.len() < version.len() && !HASHES.iter().any(|hash| rest.starts_with(hash))
}
