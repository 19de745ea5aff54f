//! Texts that the reader types for a report: a title and a name. Both stay on the reader's machine and are in no
//! link; both are plain text of bounded length.

use crate::problem::one_line;

/// The longest title, in characters.
pub const MOST_TITLE_CHARACTERS: usize = 80;
/// The longest name of the author, in characters.
pub const MOST_NAME_CHARACTERS: usize = 60;

/// The typed texts; none where the field was left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The title in the place of the usual one.
    pub title: Option<String>,
    /// The author of the report.
    pub prepared_by: Option<String>,
}

impl Own {
    /// Takes typed texts over: one line each, no control or direction characters, cut to length.
    pub fn of(title: &str, prepared_by: &str) -> Self {
        Self {
            title: clean(title, MOST_TITLE_CHARACTERS),
            prepared_by: clean(prepared_by, MOST_NAME_CHARACTERS),
        }
    }
}

fn clean(text: &str, most: usize) -> Option<String> {
    // Cut first: what was pasted may be a megabyte long.
    let start: String = text.chars().take(most * 8).collect();
    let clean: String = one_line(&start).chars().take(most).collect();
    let clean = clean.trim();
    (!clean.is_empty()).then(|| clean.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_plain_text_of_bounded_length() {
        for (typed, kept) in [
            ("", None),
            (" \n\t ", None),
            ("\u{202e}\u{200b}", None),
            (" 增收\n方案 ", Some("增收 方案")),
            ("a\u{202e}b", Some("ab")),
            ("<b>x</b>", Some("<b>x</b>")),
            ("=1+1", Some("=1+1")),
        ] {
            assert_eq!(Own::of(typed, "").title.as_deref(), kept, "{typed:?}");
        }
        let long = "好".repeat(10_000);
        let own = Own::of(&long, &long);
        let length = |text: Option<String>| text.map(|text| text.chars().count());
        assert_eq!(length(own.title), Some(MOST_TITLE_CHARACTERS));
        assert_eq!(length(own.prepared_by), Some(MOST_NAME_CHARACTERS));
    }
}
