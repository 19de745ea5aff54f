//! Typed numbers, of every unit.

use rust_decimal::Decimal;
use zengshou::i18n::input::{Typed, read_over, read_pasted, read_typed};
use zengshou::i18n::number::scale;
use zengshou::number::MOST_PLACES;
use zengshou::problem::{Fault, is_hidden};
use zengshou::region::key::Unit;

use crate::fixtures::{is_plain, text, with_words};

/// The most bytes that a fault takes in words.
const MOST_WORDS: usize = 2_000;

/// An amount of that many digits can be written out in any case.
const MOST_DIGITS: usize = 15;

/// Reads the text as a number of every unit: alone, and over a present value.
pub fn check(data: &[u8]) {
    let text = text(data);
    let presents = [Decimal::ZERO, Decimal::new(123_456, 2), Decimal::from(-7)];
    let present = presents[text.len() % presents.len()];
    for (at, (unit, _)) in Unit::NAMES.into_iter().enumerate() {
        let alone = read_typed(unit, &text);
        match &alone {
            Ok(value) => is_kept(unit, *value, &text),
            Err(fault) => is_readable(at, fault),
        }
        for read in [
            read_over(unit, &text, present),
            read_pasted(unit, &text, present),
        ] {
            match read {
                Ok(typed) => is_understood(unit, &typed, &text),
                Err(fault) if alone.as_ref() != Err(&fault) => is_readable(at, &fault),
                Err(_) => {}
            }
        }
    }
}

fn is_readable(at: usize, fault: &Fault) {
    let message = with_words(at, |words| words.fault(fault));
    assert!(message.len() <= MOST_WORDS, "{} bytes", message.len());
    is_plain(&message);
}

/// Whatever is read can be written as a plain number in the unit's scale, which is read as the same.
fn is_kept(unit: Unit, value: Decimal, text: &str) {
    assert!(value.scale() <= MOST_PLACES, "{unit:?} {text:?}: {value}");
    let Some(shown) = value.checked_mul(scale(unit).factor) else {
        return;
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

/// Digits are never glued together, and shares are not computed.
fn is_understood(unit: Unit, typed: &Typed, text: &str) {
    assert!(typed.value.scale() <= MOST_PLACES, "{unit:?} {text:?}");
    let seen: Vec<char> = text.chars().filter(|c| !is_hidden(*c)).collect();
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, c) in seen.iter().enumerate() {
        match runs.last_mut() {
            Some((_, end)) if is_digit(*c) && *end == at => *end = at + 1,
            _ if is_digit(*c) => runs.push((at, at + 1)),
            _ => {}
        }
    }
    for pair in runs.windows(2) {
        let between: String = seen[pair[0].1..pair[1].0].iter().collect();
        let is_point = matches!(between.trim(), "." | "．" | "。");
        let is_three = pair[1].1 - pair[1].0 == 3;
        let is_group = matches!(between.trim(), "" | "," | "，") && is_three;
        if typed.is_plain || unit == Unit::Share {
            assert!(
                is_point || is_group,
                "{unit:?} {text:?} was read as {}",
                typed.value
            );
        }
    }
}
