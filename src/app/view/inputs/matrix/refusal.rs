//! Reasons why a change of the matrix is impossible, in words that name what limits it.

use super::parts::{amount_text, part_name};
use crate::app::words::Words;
use crate::number::Yuan;
use crate::region::key::{Key, funds};
use crate::scenario::matrix::{Impossible, MatrixPart};

/// The reason in a sentence or two.
pub fn refusal(words: &Words, part: MatrixPart, impossible: &Impossible) -> String {
    let name = part_name(words, part);
    match impossible {
        Impossible::Locked => words.format("matrix-refused-locked", &[("name", &name)]),
        Impossible::Negative => words.format("matrix-refused-negative", &[("name", &name)]),
        Impossible::MoreDigitsThanFen => words.format("matrix-refused-digits", &[("name", &name)]),
        Impossible::AboveRange(level, category) => {
            let cell = Key::Fixed(funds(*level, *category));
            let most = amount_text(words, Yuan(cell.range().1));
            words.format(
                "matrix-refused-range",
                &[("name", &words.key_name(cell)), ("most", &most)],
            )
        }
        Impossible::Bound {
            least,
            most,
            because,
        } => {
            let bound = bound(words, &name, *least, *most);
            if because.is_empty() {
                return bound;
            }
            let locks: Vec<String> = because.iter().map(|lock| part_name(words, *lock)).collect();
            let locks = locks.join(&words.text("list-and"));
            let why = words.format("matrix-refused-because", &[("locks", &locks)]);
            words.format("matrix-refused-both", &[("bound", &bound), ("why", &why)])
        }
    }
}

/// The limits of a part, in words.
fn bound(words: &Words, name: &str, least: Yuan, most: Option<Yuan>) -> String {
    let least_text = amount_text(words, least);
    match most {
        Some(most) if most == least => words.format(
            "matrix-refused-held",
            &[("name", name), ("amount", &least_text)],
        ),
        Some(most) => words.format(
            "matrix-refused-between",
            &[
                ("name", name),
                ("least", &least_text),
                ("most", &amount_text(words, most)),
            ],
        ),
        None => words.format(
            "matrix-refused-least",
            &[("name", name), ("least", &least_text)],
        ),
    }
}
