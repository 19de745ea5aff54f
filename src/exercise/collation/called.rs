//! Predictions that are called out and typed by the trainer, as `第一组 120`: the group, and behind it the number or the
//! direction.

use crate::exercise::attempt::group_name;
use crate::exercise::judge::Direction;

/// The most characters of a line.
const MOST_LINE: usize = 80;
/// The signs between a group and its number.
const BETWEEN: [char; 9] = [' ', '\t', '\u{3000}', ':', '：', ',', '，', '、', '='];
/// The endings of groups' names that need no sign behind them.
const ENDS: [&str; 2] = ["组", "組"];

/// The ways in which directions are typed.
const WORDS: [(Direction, &[&str]); 3] = [
    (
        Direction::Up,
        &[
            "↑", "+", "上升", "升", "上", "增加", "增", "提高", "多", "up", "rises", "rise", "more",
        ],
    ),
    (
        Direction::Down,
        &[
            "↓", "-", "−", "下降", "降", "下", "减少", "減少", "减", "減", "少", "down", "falls",
            "fall", "less",
        ],
    ),
    (
        Direction::Same,
        &[
            "→",
            "=",
            "不变",
            "不變",
            "平",
            "持平",
            "一样",
            "一樣",
            "same",
            "stays",
            "no change",
        ],
    ),
];

/// The lines of what was typed: several at once are parted by line ends or semicolons.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', ';', '；'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
}

/// The group of a line, and what stands behind it; none where there is no group or nothing behind it.
pub fn parts(line: &str) -> Option<(String, &str)> {
    if line.chars().count() > MOST_LINE {
        return None;
    }
    let line = line.trim();
    let by_end = ENDS
        .iter()
        .filter_map(|end| Some(line.find(end)? + end.len()));
    // Of names with blanks in them the number is what stands last: `Group 2 120`.
    let by_sign = line
        .char_indices()
        .rev()
        .find(|(_, c)| BETWEEN.contains(c))
        .map(|(at, _)| at);
    let at = by_end.min().or(by_sign)?;
    let (group, rest) = line.split_at(at);
    let group = group.trim_matches(BETWEEN);
    let rest = rest.trim_start_matches(BETWEEN);
    let group = group_name(group)?;
    (!rest.is_empty()).then_some((group, rest))
}

/// The direction that a word means.
pub fn direction(text: &str) -> Option<Direction> {
    let text = text.trim().to_lowercase();
    let mut all = WORDS.iter();
    all.find_map(|(direction, words)| words.contains(&&*text).then_some(*direction))
}
