//! Names of scenarios and drafts, as they may be shown, stored and sent.

use crate::problem::one_line;

/// The longest name of a scenario, in characters.
pub const MOST_NAME_CHARACTERS: usize = 80;

/// A name as it may be shown and stored: one line, no control or direction characters, bounded.
pub fn clean_name(name: &str) -> String {
    let line = one_line(name);
    let cut: String = line.chars().take(MOST_NAME_CHARACTERS).collect();
    // A blank at the cut would be lost on the name's way.
    cut.trim_end().to_owned()
}

/// A name with a number behind it that distinguishes it from others, no longer than names are: it
/// would be cut off on its way.
pub fn numbered(name: &str, number: usize) -> String {
    let end = format!(" ({number})");
    let room = MOST_NAME_CHARACTERS.saturating_sub(end.chars().count());
    let start: String = name.chars().take(room).collect();
    format!("{}{end}", start.trim_end())
}
