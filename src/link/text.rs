//! Finds the link in a text: a whole address or a fragment, as chat and mail programs hand it
//! on. They encode, wrap, quote and break it, put their own parts behind it, and their sentence's
//! punctuation.
//!
//! Where a link ends within a text can't be seen from the text alone: `5 000`, `5万` and `0.85 %`
//! would lose their meaning if the link just ended early. So only a check that fits may say where
//! it ended and what was wrapped around it; without one everything belongs to the link, and what
//! makes no sense is reported.
//!
//! The text is cut to [`MOST_BYTES`] first, and no more than [`MOST_CHECKED`] bytes of candidates are
//! compared with their checks.

mod unwrap;

pub use unwrap::MOST_BYTES;

/// The most bytes that are compared with checks. A usual link has thousands of candidates in it, the
/// longest link sixteen.
const MOST_CHECKED: usize = 2 << 20;
/// The most places in a text where a link is looked for.
const MOST_STARTS: usize = 4;
/// The most foreign parts that a program appends.
const MOST_FOREIGN: usize = 32;

/// The marks that distinguish a link from other texts.
pub struct Marks {
    /// True where a candidate's own check vouches for it.
    pub is_whole: fn(&str) -> bool,
    /// True where a candidate names a version.
    pub is_link: fn(&str) -> bool,
    /// True where links have parts of that name.
    pub is_own: fn(&str) -> bool,
}

/// A link found in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct FoundLink {
    /// The parts of the link, joined by `&`.
    pub link: String,
    /// True where the text was too long to be read whole; the link is complete as far as it goes.
    pub is_cut: bool,
}

/// Finds the link.
pub fn find(text: &str, marks: &Marks) -> Option<FoundLink> {
    let readings = unwrap::readings(text);
    let mut left = MOST_CHECKED;
    for reading in &readings.all {
        for start in starts(reading) {
            if let Some(link) = whole_link(&reading[start..], marks, &mut left) {
                // Then nothing of the link was in what was cut.
                let is_cut = false;
                return Some(FoundLink { link, is_cut });
            }
        }
    }
    let is_cut = readings.is_cut;
    let unsealed = readings.plain.iter().filter_map(|reading| {
        let start = *starts(reading).first()?;
        Some(unsealed(&reading[start..], is_cut))
    });
    let unsealed: Vec<String> = unsealed.collect();
    let best = unsealed.iter().position(|link| (marks.is_link)(link));
    let link = unsealed.into_iter().nth(best.unwrap_or(0))?;
    Some(FoundLink { link, is_cut })
}

/// The link that ends where its own check says so. The longest candidate is tried first, and nothing
/// is left away that could be a part of a link or belong to a number.
fn whole_link(rest: &str, marks: &Marks, left: &mut usize) -> Option<String> {
    // Without a check nothing vouches for any end.
    if !rest.contains("check") {
        return None;
    }
    let mut holds = |candidate: &str| {
        let cost = candidate.len() + 1;
        let is_affordable = cost <= *left;
        *left = left.saturating_sub(cost);
        is_affordable && (marks.is_whole)(candidate)
    };
    let (joined, ends) = joined(rest);
    let name_of = |part: &str| part.split('=').next().unwrap_or_default().to_owned();
    for end in ends.into_iter().rev() {
        if let Some(behind) = joined[end..].strip_prefix('&')
            && (marks.is_own)(&name_of(behind.split('&').next().unwrap_or_default()))
        {
            continue;
        }
        let mut candidate = joined[..end].trim_end_matches(is_around);
        for _ in 0..=MOST_FOREIGN {
            if holds(candidate) {
                return Some(candidate.to_owned());
            }
            let last = candidate.rfind('&').unwrap_or(0);
            // A sentence that goes on without a blank: `…=5000.Thanks`.
            let glued = candidate[last..].rmatch_indices(['.', '-', '_', '=']);
            let glued = glued.filter(|(at, _)| !starts_with_digit(&candidate[last + at + 1..]));
            for (at, _) in glued.take(MOST_FOREIGN) {
                let shorter = candidate[..last + at].trim_end_matches(is_around);
                if holds(shorter) {
                    return Some(shorter.to_owned());
                }
            }
            if last == 0 || (marks.is_own)(&name_of(&candidate[last + 1..])) {
                break;
            }
            candidate = candidate[..last].trim_end_matches(is_around);
        }
    }
    None
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// The characters of a link up to the first other one, without the blanks and the marks of quoting
/// where a line was broken; with the places where it can end.
fn joined(rest: &str) -> (String, Vec<usize>) {
    let mut joined = String::new();
    let mut ends = Vec::new();
    for line in rest.lines() {
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || ">|》".contains(c));
        for word in line.split_whitespace() {
            let end = word.find(|c| !is_of_links(c)).unwrap_or(word.len());
            joined.push_str(&word[..end]);
            ends.push(joined.len());
            if end < word.len() {
                return (joined, ends);
            }
        }
    }
    (joined, ends)
}

/// The link in a text where no check says how far it goes: all of it. Names that a line's end broke
/// are joined again, but never the digits of a number: `5000 12` is none.
fn unsealed(rest: &str, is_cut: bool) -> String {
    let mut rest = rest;
    if is_cut {
        // Half a number is another number.
        let end = rest.rfind(|c: char| c == '&' || !is_of_links(c));
        rest = &rest[..end.unwrap_or(0)];
    }
    let parts = rest.split('&').map(|part| {
        let without_blanks = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect();
        match part.split_once('=') {
            Some((name, value)) => {
                let name: String = without_blanks(name);
                let value = match is_of_text(&name) {
                    true => without_blanks(value),
                    false => apart(value),
                };
                format!("{name}={value}")
            }
            None => without_blanks(part),
        }
    });
    let joined = parts.collect::<Vec<_>>().join("&");
    joined.trim_end_matches(is_around).to_owned()
}

/// True where the part of that name holds a text, which blanks are never part of.
fn is_of_text(name: &str) -> bool {
    matches!(name, "region" | "name" | "x" | "xf" | "xr" | "g")
        || name.starts_with("note.")
        || name.starts_with("tray.")
}

/// A value without its blanks, except where they keep two numbers apart.
fn apart(value: &str) -> String {
    let is_of_number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || "w.".contains(c));
    let mut plain = String::new();
    for word in value.split_whitespace() {
        if is_of_number(plain.chars().next_back()) && is_of_number(word.chars().next()) {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}

/// Possible beginnings of links: at a version, or, if that is not the first part, after the `#`. A
/// page may have a `?v=` of its own before the fragment, so that those after a `#` come first.
fn starts(text: &str) -> Vec<usize> {
    let before = |at: usize| text[..at].chars().next_back();
    let is_version = |at: &usize| {
        let is_name = before(*at).is_none_or(|c| !c.is_ascii_alphanumeric() && !"._-=".contains(c));
        is_name && starts_with_digit(&text[at + 2..])
    };
    let versions = text.match_indices("v=").map(|(at, _)| at);
    let versions = versions.filter(is_version);
    let (behind_hash, others): (Vec<usize>, Vec<usize>) =
        versions.partition(|at| before(*at) == Some('#'));
    let all = behind_hash.into_iter().chain(others);
    let from_border = all.take(MOST_STARTS).map(|at| {
        if before(at) != Some('&') {
            return at;
        }
        let is_border = |c: char| c == '#' || c == '?' || c.is_whitespace();
        let border = text[..at].char_indices().rfind(|(_, c)| is_border(*c));
        border.map_or(0, |(at, c)| at + c.len_utf8())
    });
    from_border.collect()
}

/// True for a character of links.
fn is_of_links(c: char) -> bool {
    c.is_ascii_alphanumeric() || "&=._-".contains(c)
}

/// Punctuation and brackets of the sentence around a link; no value ends so.
fn is_around(c: char) -> bool {
    "&.,;:!?)]}>\"'`*_。，、；：！？）】》」』”’".contains(c)
}
