//! Blocks of cells that are pasted into the sheet of years.

use zengshou::app::grid::{self, Place};
use zengshou::i18n::number::scale;
use zengshou::region::key::Key;
use zengshou::scenario::Scenario;

use crate::world::{REGION, is_plain, is_sound, text, with_words};

/// Pastes the text over a block that the first two bytes choose.
pub fn check(data: &[u8]) {
    let [at, size, rest @ ..] = data else {
        return;
    };
    let text = text(rest);
    let columns = REGION.years.plan().len();
    let rows = grid::levers().len();
    let top_left: Place = (usize::from(*at) % rows, usize::from(*at) / rows % columns);
    let (height, width) = (usize::from(*size & 15), usize::from(*size >> 4));
    let bottom_right = (
        (top_left.0 + height).min(rows - 1),
        (top_left.1 + width).min(columns - 1),
    );
    let before = Scenario::default();
    match grid::paste(&REGION, &before, (top_left, bottom_right), &text) {
        Ok((after, corners)) => {
            is_sound(&after);
            let ((top, left), (bottom, right)) = corners;
            for row in 0..rows {
                for column in 0..columns {
                    let is_inside =
                        (top..=bottom).contains(&row) && (left..=right).contains(&column);
                    let key = grid::key_at(&REGION, (row, column)).expect("a cell");
                    assert!(
                        is_inside || after.changed(key) == before.changed(key),
                        "{key} beside the block was changed"
                    );
                }
            }
            is_copied(&after, (top_left, bottom_right));
        }
        Err(wrong) => {
            assert!(!wrong.is_empty(), "refused without a word");
            for (at, wrong) in wrong.iter().enumerate().take(50) {
                is_plain(&with_words(at, |words| words.fault(&wrong.fault)));
            }
        }
    }
}

/// What is copied from the sheet can be pasted where it came from and changes no value there.
fn is_copied(scenario: &Scenario, corners: (Place, Place)) {
    let write = |key: Key, value| {
        let shown: rust_decimal::Decimal = value;
        let shown = shown.checked_mul(scale(key.unit()).factor);
        shown.unwrap_or_default().normalize().to_string()
    };
    let copied = grid::copy(&REGION, scenario, corners, write);
    let (pasted, _) = grid::paste(&REGION, scenario, corners, &copied)
        .unwrap_or_else(|wrong| panic!("{wrong:?} in {copied:?}"));
    for row in 0..grid::levers().len() {
        for column in 0..REGION.years.plan().len() {
            let value =
                |scenario| grid::cell(&REGION, scenario, (row, column)).map(|cell| cell.value);
            assert_eq!(
                value(&pasted),
                value(scenario),
                "{row}, {column}: {copied:?}"
            );
        }
    }
}
