//! Undoing of changes that programs make to a text that holds a link.

use crate::problem::is_hidden;

/// The longest link that is read, in bytes; the longest that is written, with a note on every
/// value, is a fifth shorter.
pub const MOST_BYTES: usize = 128 << 10;

/// The greatest number of encodings around one another that are undone: a page in a page in a page.
const MOST_LAYERS: usize = 4;

/// The ways in which a text may be read.
pub struct Readings {
    /// All of them, the likeliest first; a check must vouch for a link that is found in one.
    pub all: Vec<String>,
    /// Those in which a link is read that nothing vouches for.
    pub plain: Vec<String>,
    /// True where the text was too long to be read whole.
    pub is_cut: bool,
}

/// The ways in which a text may be read.
pub fn readings(text: &str) -> Readings {
    let text = text.trim();
    let end = text.floor_char_boundary(MOST_BYTES);
    let given = without_hidden(&text[..end]);
    let mut all = layers(given.clone());
    let mut plain: Vec<String> = all.last().cloned().into_iter().collect();
    if let Some(decoded) = quoted_printable(&given) {
        let layers = layers(decoded);
        plain.extend(layers.last().cloned());
        all.extend(layers);
    }
    if given.contains("-3D") {
        all.extend(layers(given.replace('-', "%").replace('_', "/")));
    }
    let escaped: Vec<String> = all.iter().filter_map(|text| unescaped(text)).collect();
    all.extend(escaped);
    let is_cut = end < text.len();
    Readings { all, plain, is_cut }
}

/// The text, and its versions as one encoding after the other is undone.
fn layers(given: String) -> Vec<String> {
    let mut layers = vec![given];
    for _ in 0..MOST_LAYERS {
        let last = layers.last().map_or("", String::as_str);
        let decoded = match wrapped(last) {
            Some(value) => decoded(&value, b'%'),
            None => decoded(last, b'%'),
        };
        let next = without_hidden(&decoded).replace("&amp;", "&");
        if next == last {
            break;
        }
        layers.push(next);
    }
    layers
}

/// The text up to the end of an encoded link that is a value in another address: its own parts are
/// joined by an encoded `&`, so that a plain one ends it. An escape that a line's end broke is whole again.
fn wrapped(text: &str) -> Option<String> {
    let is_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    if text
        .match_indices("#v=")
        .any(|(at, _)| is_digit(&text[at + 3..]))
    {
        return None;
    }
    let start = text.match_indices("v%").find_map(|(at, _)| {
        let sign = text[at + 2..].trim_start_matches("25");
        let version = sign
            .strip_prefix("3D")
            .or_else(|| sign.strip_prefix("3d"))?;
        is_digit(version).then_some(at)
    })?;
    let end = text[start..].find(['&', '#', '"', '<']);
    let value = &text[start..end.map_or(text.len(), |end| start + end)];
    let is_encoded = ["%26", "%2526", "%252526"]
        .iter()
        .any(|and| value.contains(and));
    is_encoded.then(|| format!("#{}", with_whole_escapes(value)))
}

/// The text without the ends of lines, and the marks of quoting behind them, that break a `%XX`.
fn with_whole_escapes(text: &str) -> String {
    let mut lines = text.lines();
    let mut whole = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        let end = whole.len().saturating_sub(2);
        if whole.as_bytes()[end..].contains(&b'%') {
            whole.push_str(line.trim_start_matches(['>', ' ']));
        } else {
            whole.push('\n');
            whole.push_str(line);
        }
    }
    whole
}

/// A mail's body as it was before it was made fit for seven bits: `=3D` for `=`, and lines that
/// end in `=` and go on.
fn quoted_printable(text: &str) -> Option<String> {
    if !text.contains("=3D") && !text.contains("=3d") {
        return None;
    }
    let lines = text
        .lines()
        .map(|line| match line.trim_end().strip_suffix('=') {
            Some(start) => start.to_owned(),
            None => format!("{line}\n"),
        });
    let joined: String = lines.collect();
    Some(without_hidden(&decoded(&joined, b'=')))
}

/// The text with the signs of links as they are, where a program wrote them for its own language or
/// an input method made wide ones of them.
fn unescaped(text: &str) -> Option<String> {
    const ESCAPES: [(&str, &str); 12] = [
        ("\\u0026", "&"),
        ("\\u003d", "="),
        ("\\u003D", "="),
        ("\\u0023", "#"),
        ("&#38;", "&"),
        ("&#x26;", "&"),
        ("&#61;", "="),
        ("&#x3D;", "="),
        ("&#x3d;", "="),
        ("&#35;", "#"),
        ("&#x23;", "#"),
        ("\\", ""),
    ];
    let plain = ESCAPES
        .iter()
        .fold(text.to_owned(), |text, (escape, sign)| {
            match text.contains(escape) {
                true => text.replace(escape, sign),
                false => text,
            }
        });
    let plain: String = plain.chars().map(narrow).collect();
    (plain != text).then_some(plain)
}

/// The narrow character of a wide one, and the hyphen of every dash.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => c,
    }
}

/// Without the characters that no one sees: they slip in where lines may break.
fn without_hidden(text: &str) -> String {
    let is_hidden = |c: char| is_hidden(c) && !c.is_control() && !c.is_whitespace();
    text.chars().filter(|c| !is_hidden(*c)).collect()
}

/// Decodes each `%XX`, or what begins with another mark, once; anything else stays as it is, and
/// bytes that are no text become the replacement character, which no key and no value holds.
fn decoded(text: &str, mark: u8) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let encoded = match tail {
            [high, low, ..] if *first == mark => hex(*high).zip(hex(*low)),
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
