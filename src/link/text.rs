//! Finds the link in a text: a whole address or a fragment, as chat and mail programs hand it
//! on. They encode, quote and wrap it, and put their sentence's punctuation behind it.
//!
//! Everything here is linear in the text, which is cut to [`MOST_BYTES`] first.

/// The longest link that is read, in bytes; the longest that is written, with a note on every
/// value, is a fifth shorter.
pub const MOST_BYTES: usize = 128 << 10;

/// How many encodings around one another are undone: a page in a page in a page.
const MOST_LAYERS: usize = 3;

/// A link found in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// The parts of the link, joined by `&`.
    pub link: String,
    /// Whether the text was too long to be read whole; what is here is complete as far as it
    /// goes.
    pub is_cut: bool,
}

/// Finds the link. `is_whole` says whether a candidate's own check vouches for it.
///
/// Where a link ends within a text can't be seen from the text alone: `5 000`, `5万` and `0.85 %`
/// would lose their meaning if the link just ended early. So only a check that fits may say where
/// it ended; without one everything belongs to the link, and what makes no sense is reported.
pub fn find(text: &str, is_whole: impl Fn(&str) -> bool) -> Option<Found> {
    let (text, is_cut) = unwrapped(text);
    let mut rest = &text[start(&text)?..];
    if is_cut {
        // Half a number is another number.
        let end = rest.rfind(|c: char| c == '&' || !is_of_links(c));
        rest = &rest[..end.unwrap_or(0)];
    }
    let end = rest.find(|c| !is_of_links(c)).unwrap_or(rest.len());
    let unbroken = rest[..end].trim_end_matches(is_around);
    if is_whole(unbroken) {
        // Then nothing of the link was in what was cut.
        return Some(Found {
            link: unbroken.to_owned(),
            is_cut: false,
        });
    }
    // A mail program breaks long lines, also within a name.
    let joined: String = rest.chars().filter(|c| !c.is_whitespace()).collect();
    Some(Found {
        link: joined.trim_end_matches(is_around).to_owned(),
        is_cut,
    })
}

/// The text without what programs wrap around it, and whether it was cut.
fn unwrapped(text: &str) -> (String, bool) {
    let text = text.trim();
    let end = text.floor_char_boundary(MOST_BYTES);
    let mut plain = without_hidden(&text[..end]);
    for _ in 0..MOST_LAYERS {
        let next = without_hidden(&percent_decoded(&plain)).replace("&amp;", "&");
        if next == plain {
            break;
        }
        plain = next;
    }
    (plain, end < text.len())
}

/// Where the link begins: at its version, or, if that is not the first part, after the `#`.
fn start(text: &str) -> Option<usize> {
    let before = |at: usize| text[..at].chars().next_back();
    let is_version = |at: &usize| {
        let is_name = before(*at).is_none_or(|c| !c.is_ascii_alphanumeric() && !"._-=".contains(c));
        is_name && text[at + 2..].starts_with(|c: char| c.is_ascii_digit())
    };
    let versions = || {
        text.match_indices("v=")
            .map(|(at, _)| at)
            .filter(is_version)
    };
    // A page may have a `?v=` of its own before the fragment.
    let at = versions()
        .find(|at| before(*at) == Some('#'))
        .or_else(|| versions().next())?;
    if before(at) != Some('&') {
        return Some(at);
    }
    let is_border = |c: char| c == '#' || c == '?' || c.is_whitespace();
    let border = text[..at].char_indices().rfind(|(_, c)| is_border(*c));
    Some(border.map_or(0, |(at, c)| at + c.len_utf8()))
}

/// Whether links are made of such characters.
fn is_of_links(c: char) -> bool {
    c.is_ascii_alphanumeric() || "&=._-".contains(c)
}

/// Punctuation and brackets of the sentence around a link; no value ends so.
fn is_around(c: char) -> bool {
    "&.,;:!?)]}>\"'`*_。，、；：！？）】》」』”’".contains(c)
}

/// Without the characters that no one sees: they slip in where lines may break.
fn without_hidden(text: &str) -> String {
    let is_hidden = |c: &char| {
        matches!(*c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
            || matches!(*c, '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().filter(|c| !is_hidden(c)).collect()
}

/// Decodes each `%XX` once; anything else stays as it is, and bytes that are no text become the
/// replacement character, which no key and no value holds.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let encoded = match tail {
            [high, low, ..] if *first == b'%' => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match encoded {
            Some((high, low)) => {
                bytes.push(high << 4 | low);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}
