//! Typed numbers, of every unit.

use zengshou::i18n::input::read_typed;
use zengshou::i18n::number::scale;
use zengshou::number::MOST_PLACES;
use zengshou::problem::Fault;
use zengshou::region::key::Unit;

use crate::world::{is_plain, text, with_words};

/// The most bytes that a fault takes in words.
const MOST_WORDS: usize = 2_000;

/// An amount of so many digits can be written out in any case.
const MOST_DIGITS: usize = 15;

/// Reads the text as a number of every unit.
pub fn check(data: &[u8]) {
    let text = text(data);
    for (at, (unit, _)) in Unit::NAMES.into_iter().enumerate() {
        match read_typed(unit, &text) {
            Ok(value) => {
                assert!(value.scale() <= MOST_PLACES, "{unit:?} {text:?}: {value}");
                // Whatever is read can be written as a plain number in the unit's scale, which is
                // read as the same.
                let Some(shown) = value.checked_mul(scale(unit).factor) else {
                    continue;
                };
                let shown = shown.normalize();
                let plain = shown.to_string();
                let is_long = plain.len() > MOST_DIGITS || shown.scale() > MOST_PLACES;
                match read_typed(unit, &plain) {
                    // An amount with a unit can be longer than one that is written out.
                    Err(Fault::TooManyDigits(_)) if is_long => {}
                    again => assert_eq!(again, Ok(value), "{unit:?} {text:?}: {plain}"),
                }
            }
            Err(fault) => {
                let told = with_words(at, |words| words.fault(&fault));
                assert!(told.len() <= MOST_WORDS, "{unit:?}: {} bytes", told.len());
                is_plain(&told);
            }
        }
    }
}
