//! The one grammar of typed and pasted numbers: fields, the sheet of years, sources, sweeps, planning.
//!
//! ```text
//! text     = ["="] (relative | sum) | "-" alone, Excel's nothing
//! relative = ("+" | "-") number "%"              of the present value; not for shares
//! sum      = product { ("+" | "-") product }
//! product  = factor { ("*" | "/") factor }
//! factor   = ["+" | "-"] (number | "(" sum ")")
//! number   = [currency] digits [magnitude] [unit] | 10⁴ [unit]
//! ```
//!
//! * Full width and Chinese forms mean the plain ones: `８．５％`, `（1,234）`, `×`, `÷`, `。` as a point.
//! * Marks that can't be seen are read away. Digits are never glued together: commas and single blanks part
//!   groups of three and nothing else, and what could mean two things is refused (`8 5`, `1,5`, `0,850`).
//! * Without a unit a number counts in the unit of its field (万元 for totals of money, % for shares). A
//!   currency mark before it says only that it is money: spreadsheets put it before any unit.
//! * Shares are not computed: `8+5` beside a per cent sign may be a slip. `(1,234)` alone is minus 1,234.
//! * What is computed is money to the fen and people to the whole; digits that are typed stay as they are.

mod evaluation;
mod token;
mod units;

use rust_decimal::Decimal;

use crate::number::{MOST_PLACES, parse_decimal};
use crate::problem::{Fault, Mistyped, quote};
use crate::region::key::Unit;

/// The longest text that is read, in bytes.
const MOST_BYTES: usize = 200;

/// A number as it was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Typed {
    /// The value inside.
    pub value: Decimal,
    /// True for the digits as they were typed, in the unit of the field: then there is nothing to
    /// be shown before it is taken.
    pub is_plain: bool,
    /// True where a computed value was rounded to the decimals of its unit.
    pub is_rounded: bool,
}

/// Reads a pasted number of a unit, or a typed one that has nothing to be relative to.
///
/// # Errors
/// The fault of the text; the text itself is quoted in it.
pub fn read_typed(unit: Unit, text: &str) -> Result<Decimal, Fault> {
    read(unit, text, None, true).map(|typed| typed.value)
}

/// Reads a number in the scale of its unit, or a plain factor, which has none.
///
/// # Errors
/// The fault of the text; the text itself is quoted in it.
pub fn read_number(unit: Option<Unit>, text: &str) -> Result<Decimal, Fault> {
    match unit {
        Some(unit) => read_typed(unit, text),
        None => parse_decimal(text.trim()).map_err(|_| Fault::NotANumber(quote(text))),
    }
}

/// Reads a pasted number that stands in place of a present value.
///
/// # Errors
/// As [`read_typed`].
pub fn read_pasted(unit: Unit, text: &str, present: Decimal) -> Result<Typed, Fault> {
    read(unit, text, Some(present), true)
}

/// Reads what is typed over a present value: `-5%` is five per cent less of it.
///
/// # Errors
/// As [`read_typed`].
pub fn read_over(unit: Unit, text: &str, present: Decimal) -> Result<Typed, Fault> {
    read(unit, text, Some(present), false)
}

/// The value in per cent that is likely to be meant where a share was typed as a fraction: `0.85` for 85 %.
pub fn meant(unit: Unit, value: Decimal, usual: Decimal) -> Option<Decimal> {
    let is_tiny = value.abs() < Decimal::new(1, 2) && !value.is_zero();
    let is_usually_large = usual.abs() >= Decimal::new(1, 1);
    (unit == Unit::Share && is_tiny && is_usually_large).then(|| value * Decimal::ONE_HUNDRED)
}

fn read(unit: Unit, text: &str, present: Option<Decimal>, is_pasted: bool) -> Result<Typed, Fault> {
    if text.len() > MOST_BYTES {
        return Err(Fault::TooManyDigits(quote(text)));
    }
    let fault = |why| match why {
        Mistyped::Nothing => Fault::NotANumber(String::new()),
        Mistyped::TooManyDigits => Fault::TooManyDigits(quote(text)),
        why => Fault::Mistyped(why, unit, quote(text)),
    };
    let tokens = token::tokens(unit, text, is_pasted).map_err(fault)?;
    let found = evaluation::evaluate(unit, &tokens, present).map_err(fault)?;
    let value = found.value.normalize();
    if found.is_computed {
        let rounded = value
            .round_dp_with_strategy(
                places(unit),
                rust_decimal::RoundingStrategy::MidpointAwayFromZero,
            )
            .normalize();
        return Ok(Typed {
            value: rounded,
            is_plain: false,
            is_rounded: rounded != value,
        });
    }
    if value.scale() > MOST_PLACES {
        return Err(Fault::TooManyDigits(quote(text)));
    }
    Ok(Typed {
        value,
        is_plain: found.is_plain,
        is_rounded: false,
    })
}

/// The decimals that a computed value keeps.
fn places(unit: Unit) -> u32 {
    match unit {
        Unit::Yuan | Unit::YuanPerPerson | Unit::YuanPerHousehold => crate::number::MONEY_PLACES,
        Unit::People | Unit::Projects => 0,
        Unit::PeoplePerHousehold => 4,
        Unit::Share | Unit::Flag => MOST_PLACES,
    }
}

#[cfg(test)]
mod tests;
