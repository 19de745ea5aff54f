//! Reads what people type: `1,234.5`, `85%`, `３．５万`, `1.2 亿元`.

use rust_decimal::Decimal;

use super::number::scale;
use crate::number::{DecimalError, MOST_PLACES, parse_decimal};
use crate::problem::{Fault, quote};
use crate::region::key::Unit;

/// Reads a typed number of a unit: without a suffix it is in the unit's own scale (per cent,
/// ten thousand yuan), and 万, 亿, 元 and % say otherwise where they fit the unit.
///
/// # Errors
/// The fault of the text; the text itself is quoted in it.
pub fn read_typed(unit: Unit, text: &str) -> Result<Decimal, Fault> {
    if text.len() > 200 {
        return Err(Fault::TooManyDigits(quote(text)));
    }
    let plain: String = text.chars().filter_map(half_width).collect();
    let (digits, factor) = split_suffix(unit, &plain);
    let not_a_number = || Fault::NotANumber(quote(text));
    let factor = factor.ok_or_else(not_a_number)?;
    let digits = without_grouping(digits).ok_or_else(not_a_number)?;
    let value = parse_decimal(&digits).map_err(|error| match error {
        DecimalError::NotANumber => not_a_number(),
        DecimalError::TooManyDigits => Fault::TooManyDigits(quote(text)),
    })?;
    let value = value
        .checked_mul(factor)
        .ok_or_else(not_a_number)?
        .normalize();
    if value.scale() > MOST_PLACES {
        return Err(Fault::TooManyDigits(quote(text)));
    }
    Ok(value)
}

/// Characters of a Chinese input method as the plain ones they mean; spaces are left out.
fn half_width(c: char) -> Option<char> {
    match c {
        c if c.is_whitespace() => None,
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32),
        '．' | '。' => Some('.'),
        '，' => Some(','),
        '％' => Some('%'),
        '－' | '−' | '–' => Some('-'),
        '＋' | '+' => None,
        other => Some(other),
    }
}

/// Splits a suffix off and gives the factor to the value inside; none if it does not fit.
fn split_suffix(unit: Unit, text: &str) -> (&str, Option<Decimal>) {
    let money = matches!(
        unit,
        Unit::Yuan | Unit::YuanPerPerson | Unit::YuanPerHousehold
    );
    let people = unit == Unit::People;
    let suffixes = [
        ("亿元", 100_000_000, money),
        ("万元", 10_000, money),
        ("元", 1, money),
        ("万人", 10_000, people),
        ("人", 1, people),
        ("亿", 100_000_000, money || people),
        ("万", 10_000, money || people),
    ];
    for (suffix, factor, fits) in suffixes {
        if let Some(digits) = text.strip_suffix(suffix) {
            return (digits, fits.then(|| Decimal::from(factor)));
        }
    }
    if let Some(digits) = text.strip_suffix('%') {
        return (digits, (unit == Unit::Share).then(|| Decimal::new(1, 2)));
    }
    let factor = match unit {
        Unit::Yuan => Decimal::from(10_000),
        Unit::Share => Decimal::new(1, 2),
        _ => Decimal::ONE / scale(unit).factor,
    };
    (text, Some(factor))
}

/// Takes commas out where they part thousands; anywhere else they are a mistake: `1,5` could
/// mean one and a half.
fn without_grouping(text: &str) -> Option<String> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let grouped_well =
        rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|g| g.len() == 3));
    if !grouped_well || fraction.is_some_and(|fraction| fraction.contains(',')) {
        return None;
    }
    Some(text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for (unit, text, value) in [
            (Unit::Share, "85", "0.85"),
            (Unit::Share, "85%", "0.85"),
            (Unit::Share, " ８５．５ ％", "0.855"),
            (Unit::Share, "-4", "-0.04"),
            (Unit::Yuan, "107300", "1073000000"),
            (Unit::Yuan, "10.73亿", "1073000000"),
            (Unit::Yuan, "10.73 亿元", "1073000000"),
            (Unit::Yuan, "1,234.5", "12345000"),
            (Unit::Yuan, "500元", "500"),
            (Unit::People, "5,000", "5000"),
            (Unit::People, "1万", "10000"),
            (Unit::People, "1.5万人", "15000"),
            (Unit::YuanPerPerson, "6761.10", "6761.1"),
            (Unit::PeoplePerHousehold, "2。1", "2.1"),
        ] {
            let expected = Decimal::from_str_exact(value).expect("a decimal");
            assert_eq!(read_typed(unit, text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn refuses_what_could_mean_two_things() {
        for (unit, text) in [
            (Unit::Share, ""),
            (Unit::Share, "abc"),
            (Unit::Share, "85万"),
            (Unit::People, "85%"),
            (Unit::Yuan, "1,5"),
            (Unit::Yuan, "12,34,567"),
            (Unit::Yuan, "1.234,5"),
            (Unit::Yuan, "1e9"),
            (Unit::People, "<b>5</b>"),
            (Unit::Yuan, ",123"),
        ] {
            let read = read_typed(unit, text);
            assert!(
                matches!(read, Err(Fault::NotANumber(_))),
                "{text}: {read:?}"
            );
        }
        let long = "9".repeat(500);
        assert!(matches!(
            read_typed(Unit::Yuan, &long),
            Err(Fault::TooManyDigits(_))
        ));
    }
}
