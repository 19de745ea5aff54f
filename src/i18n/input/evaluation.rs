//! Evaluation of a typed text: its parts computed exactly, by the rules of arithmetic.

use rust_decimal::Decimal;

use super::token::{Token, default_factor};
use crate::problem::Mistyped;
use crate::region::key::Unit;

/// The greatest depth of nested brackets.
const MOST_DEPTH: usize = 16;

/// The value of a text.
pub(super) struct EvaluatedText {
    /// The value inside.
    pub(super) value: Decimal,
    /// True for digits in the unit of the field.
    pub(super) is_plain: bool,
    /// True where something was computed.
    pub(super) is_computed: bool,
}

/// A number on the way.
#[derive(Clone, Copy)]
enum Amount {
    /// A number without a unit.
    Bare(Decimal),
    /// A part of something.
    Percent(Decimal),
    /// A value in the unit inside.
    Quantity(Decimal),
}

/// Works out the parts of a text.
pub(super) fn evaluate(
    unit: Unit,
    tokens: &[Token],
    present: Option<Decimal>,
) -> Result<EvaluatedText, Mistyped> {
    let is_formula = tokens.first() == Some(&Token::Equals);
    let tokens = if is_formula { &tokens[1..] } else { tokens };
    if unit != Unit::Share
        && let [sign @ (Token::Plus | Token::Minus), Token::Percent(part)] = tokens
    {
        return relative(*sign == Token::Minus, *part, present);
    }
    if let [Token::Open, number, Token::Close] = tokens
        && !is_formula
        && let Token::Number(_) | Token::Quantity(_) | Token::Percent(_) = number
    {
        // Spreadsheets write negative numbers in brackets.
        return finish(unit, negative(amount(*number)), false, false);
    }
    let mut parts = Parts {
        unit,
        rest: tokens,
        is_computed: false,
    };
    let found = parts.sum(0)?;
    match parts.rest.first() {
        None => {}
        Some(Token::Close) => return Err(Mistyped::Unfinished),
        Some(_) => return Err(Mistyped::NotANumber),
    }
    if parts.is_computed && unit == Unit::Share {
        return Err(Mistyped::Share);
    }
    let is_plain = !is_formula && !parts.is_computed && matches!(found, Amount::Bare(_));
    finish(unit, found, is_plain, parts.is_computed)
}

/// A value that is so much more or less than the present one.
fn relative(
    is_less: bool,
    part: Decimal,
    present: Option<Decimal>,
) -> Result<EvaluatedText, Mistyped> {
    let present = present.ok_or(Mistyped::NoPresent)?;
    let factor = if is_less {
        Decimal::ONE - part
    } else {
        Decimal::ONE + part
    };
    Ok(EvaluatedText {
        value: present.checked_mul(factor).ok_or(Mistyped::TooManyDigits)?,
        is_plain: false,
        is_computed: true,
    })
}

/// The value inside of what was found.
fn finish(
    unit: Unit,
    found: Amount,
    is_plain: bool,
    is_computed: bool,
) -> Result<EvaluatedText, Mistyped> {
    let value = match found {
        Amount::Quantity(value) => value,
        Amount::Percent(part) if unit == Unit::Share => part,
        Amount::Percent(_) => return Err(Mistyped::PercentOfWhat),
        Amount::Bare(value) => value
            .checked_mul(default_factor(unit))
            .ok_or(Mistyped::TooManyDigits)?,
    };
    Ok(EvaluatedText {
        value,
        is_plain,
        is_computed,
    })
}

fn amount(token: Token) -> Amount {
    match token {
        Token::Percent(part) => Amount::Percent(part),
        Token::Quantity(value) => Amount::Quantity(value),
        Token::Number(value) => Amount::Bare(value),
        _ => Amount::Bare(Decimal::ZERO),
    }
}

fn negative(amount: Amount) -> Amount {
    match amount {
        Amount::Bare(value) => Amount::Bare(-value),
        Amount::Percent(part) => Amount::Percent(-part),
        Amount::Quantity(value) => Amount::Quantity(-value),
    }
}

/// The remaining tokens of a text.
struct Parts<'a> {
    unit: Unit,
    rest: &'a [Token],
    is_computed: bool,
}

impl Parts<'_> {
    fn next_if(&mut self, wanted: impl Fn(&Token) -> bool) -> Option<Token> {
        let (first, rest) = self.rest.split_first()?;
        wanted(first).then(|| {
            self.rest = rest;
            *first
        })
    }

    fn sum(&mut self, depth: usize) -> Result<Amount, Mistyped> {
        let mut left = self.product(depth)?;
        while let Some(sign) = self.next_if(|token| matches!(token, Token::Plus | Token::Minus)) {
            let right = self.product(depth)?;
            self.is_computed = true;
            left = self.add(
                left,
                if sign == Token::Minus {
                    negative(right)
                } else {
                    right
                },
            )?;
        }
        Ok(left)
    }

    fn product(&mut self, depth: usize) -> Result<Amount, Mistyped> {
        let mut left = self.factor(depth)?;
        while let Some(sign) = self.next_if(|token| matches!(token, Token::Times | Token::Over)) {
            let right = self.factor(depth)?;
            // `5,166 × 10⁴ yuan` is how the page writes one number.
            let is_written = sign == Token::Times
                && matches!((left, right), (Amount::Bare(_), Amount::Quantity(value)) if is_power(value));
            self.is_computed |= !is_written;
            left = match sign {
                Token::Times => times(left, right)?,
                _ => over(left, right)?,
            };
        }
        Ok(left)
    }

    fn factor(&mut self, depth: usize) -> Result<Amount, Mistyped> {
        if depth > MOST_DEPTH {
            return Err(Mistyped::TooLong);
        }
        let sign = self.next_if(|token| matches!(token, Token::Plus | Token::Minus));
        let is_number = |token: &Token| {
            matches!(
                token,
                Token::Number(_) | Token::Quantity(_) | Token::Percent(_)
            )
        };
        let found = if self.next_if(|token| *token == Token::Open).is_some() {
            self.is_computed = true;
            let found = self.sum(depth + 1)?;
            self.next_if(|token| *token == Token::Close)
                .ok_or(Mistyped::Unfinished)?;
            found
        } else {
            amount(self.next_if(is_number).ok_or(Mistyped::Unfinished)?)
        };
        Ok(match sign {
            Some(Token::Minus) => negative(found),
            _ => found,
        })
    }

    fn add(&self, left: Amount, right: Amount) -> Result<Amount, Mistyped> {
        let sum =
            |left: Decimal, right: Decimal| left.checked_add(right).ok_or(Mistyped::TooManyDigits);
        let inside = |bare: Decimal| {
            let inside = bare.checked_mul(default_factor(self.unit));
            inside.ok_or(Mistyped::TooManyDigits)
        };
        Ok(match (left, right) {
            (Amount::Bare(left), Amount::Bare(right)) => Amount::Bare(sum(left, right)?),
            (Amount::Quantity(left), Amount::Quantity(right)) => {
                Amount::Quantity(sum(left, right)?)
            }
            (Amount::Bare(left), Amount::Quantity(right)) => {
                Amount::Quantity(sum(inside(left)?, right)?)
            }
            (Amount::Quantity(left), Amount::Bare(right)) => {
                Amount::Quantity(sum(left, inside(right)?)?)
            }
            // Of what: of the present value, of the other part?
            _ if self.unit == Unit::Share => return Err(Mistyped::Share),
            _ => return Err(Mistyped::PercentOfWhat),
        })
    }
}

/// True for a power of ten from one hundred on.
fn is_power(value: Decimal) -> bool {
    (2..16).any(|power| value == Decimal::from(10_u64.pow(power)))
}

fn times(left: Amount, right: Amount) -> Result<Amount, Mistyped> {
    use Amount::{Bare, Percent, Quantity};
    let product =
        |left: Decimal, right: Decimal| left.checked_mul(right).ok_or(Mistyped::TooManyDigits);
    Ok(match (left, right) {
        (Quantity(_), Quantity(_)) => return Err(Mistyped::Units),
        (Quantity(left), Bare(right) | Percent(right)) => Quantity(product(left, right)?),
        (Bare(left) | Percent(left), Quantity(right)) => Quantity(product(left, right)?),
        (Percent(left), Percent(right)) => Percent(product(left, right)?),
        (Bare(left) | Percent(left), Bare(right) | Percent(right)) => Bare(product(left, right)?),
    })
}

fn over(left: Amount, right: Amount) -> Result<Amount, Mistyped> {
    use Amount::{Bare, Percent, Quantity};
    let divisor = match right {
        Bare(value) | Percent(value) | Quantity(value) => value,
    };
    if divisor.is_zero() {
        return Err(Mistyped::OverNothing);
    }
    let quotient = |left: Decimal| left.checked_div(divisor).ok_or(Mistyped::TooManyDigits);
    Ok(match (left, right) {
        (Quantity(left), Quantity(_)) => Bare(quotient(left)?),
        (_, Quantity(_)) => return Err(Mistyped::Units),
        (Quantity(left), _) => Quantity(quotient(left)?),
        (Percent(left), Bare(_)) => Percent(quotient(left)?),
        (Bare(left) | Percent(left), _) => Bare(quotient(left)?),
    })
}
