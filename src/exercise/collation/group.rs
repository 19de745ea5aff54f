//! Groups by their own names: `3`, `第三组` and `Group 3` are one.

use super::SessionEntry;

/// The ways in which a number of a group is written around it.
const BEFORE: [&str; 3] = ["第", "group", "team"];
const AFTER: [&str; 4] = ["小组", "小組", "组", "組"];
const DIGITS: &str = "零一二三四五六七八九";

/// The identity of a group's name, for comparing alone.
pub fn group_key(name: &str) -> String {
    let plain: String = name.chars().map(narrow).collect();
    let plain: String = plain.to_lowercase().split_whitespace().collect();
    let mut inner = plain.as_str();
    for start in BEFORE {
        inner = inner.strip_prefix(start).unwrap_or(inner);
    }
    if let Some(end) = AFTER.iter().find(|end| inner.ends_with(**end)) {
        inner = &inner[..inner.len() - end.len()];
    }
    let inner = inner.trim_matches(['#', '.', '-', '_']);
    number(inner).map_or(plain, |number| number.to_string())
}

/// The identities of the groups of entries, in their order. A result without a group's name is a group of its own.
pub fn keys<'a>(entries: impl Iterator<Item = &'a SessionEntry>) -> Vec<String> {
    let mut unnamed = 0;
    let keys = entries.map(|entry| match entry.group() {
        Some(name) => group_key(name),
        None => {
            unnamed += 1;
            // No name begins with a blank.
            format!(" {unnamed}")
        }
    });
    keys.collect()
}

fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// A number of two digits at most, in digits or in Chinese.
fn number(text: &str) -> Option<u32> {
    let is_short = (1..=3).contains(&text.chars().count());
    if is_short && text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    let digit = |text: &str| -> Option<u32> {
        let mut all = DIGITS.chars().zip(0..);
        let mut chars = text.chars();
        let found = chars.next()?;
        let digit = all.find(|(c, _)| *c == found)?.1;
        chars.next().is_none().then_some(digit)
    };
    match text.split_once('十') {
        None => digit(text),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens)? };
            let ones = if ones.is_empty() { 0 } else { digit(ones)? };
            Some(tens * 10 + ones)
        }
    }
}
