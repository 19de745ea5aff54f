//! Undoes what addresses go through on their way: chat programs wrap, quote and encode them.

/// The most bytes of a link that are read.
pub const MOST_BYTES: usize = 64 << 10;

/// The fragment of a text that holds a link, and whether the text was too long to be read whole.
pub fn clean(text: &str) -> (String, bool) {
    let too_long = text.len() > MOST_BYTES;
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let decoded = percent_decoded(&text[..end]);
    let fragment = decoded
        .split_once('#')
        .map_or(&*decoded, |(_, fragment)| fragment);
    let fragment = fragment.replace("&amp;", "&");
    let is_kept = |c: &char| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(*c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    let fragment: String = fragment.chars().filter(is_kept).collect();
    // Punctuation and brackets of the sentence around the link; no value ends so.
    let is_around = |c: char| "。，、；：！？）】》」』”’.,;:!?)]}>\"'".contains(c);
    (fragment.trim_end_matches(is_around).to_owned(), too_long)
}

/// Decodes `%XX` once, as far as it gives valid text; anything else stays as it is.
fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |byte: &u8| char::from(*byte).to_digit(16);
        match (first, tail) {
            (b'%', [high, low, after @ ..]) if hex(high).is_some() && hex(low).is_some() => {
                let value = hex(high).unwrap_or_default() * 16 + hex(low).unwrap_or_default();
                bytes.push(value as u8);
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
