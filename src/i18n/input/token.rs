//! A typed text in its smallest parts: numbers with their units, signs, brackets.

use rust_decimal::Decimal;

use super::units::{self, Behind, behind, blanks};
use crate::i18n::number::scale;
use crate::number::{DecimalError, parse_decimal};
use crate::problem::{Mistyped, is_hidden};
use crate::region::key::Unit;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token {
    /// Digits without a unit.
    Number(Decimal),
    /// Digits with a unit, as the value inside.
    Quantity(Decimal),
    /// Digits with a per cent sign, as a fraction.
    Percent(Decimal),
    Plus,
    Minus,
    Times,
    Over,
    Open,
    Close,
    /// The sign that spreadsheets begin a formula with.
    Equals,
}

/// The most parts that are read.
const MOST_TOKENS: usize = 60;

/// A blank that parts no thousands: a tab, a break, a full-width blank.
const WIDE: char = '\t';

/// Takes a text apart.
pub(super) fn tokens(unit: Unit, text: &str, is_pasted: bool) -> Result<Vec<Token>, Mistyped> {
    let seen: Vec<char> = text
        .chars()
        .filter(|c| c.is_whitespace() || !is_hidden(*c))
        .map(plain)
        .collect();
    let is_blank = |c: Option<&char>| c.is_some_and(|c| units::is_blank(*c));
    let has_blanks = is_blank(seen.first()) && is_blank(seen.last());
    let start = blanks(&seen);
    let end = seen
        .iter()
        .rposition(|c| !units::is_blank(*c))
        .map_or(start, |at| at + 1);
    let seen = &seen[start..end];
    if seen.is_empty() {
        return Err(Mistyped::Nothing);
    }
    if is_nothing(unit, seen, is_pasted || has_blanks) {
        return Ok(vec![Token::Number(Decimal::ZERO)]);
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < seen.len() {
        if found.len() == MOST_TOKENS {
            return Err(Mistyped::TooLong);
        }
        let c = seen[at];
        let is_behind_number = matches!(
            found.last(),
            Some(Token::Number(_) | Token::Quantity(_) | Token::Percent(_))
        );
        if units::is_blank(c) {
            at += 1;
            continue;
        }
        if c.is_ascii_digit() || c == '.' || c == ',' {
            if is_behind_number {
                return Err(Mistyped::Blank);
            }
            let (token, length) = number(unit, &seen[at..])?;
            found.push(token);
            at += length;
            continue;
        }
        if !is_behind_number && let Some(length) = units::currency(&seen[at..]) {
            let next = seen.get(at + length + blanks(&seen[at + length..]));
            let is_before = next.is_some_and(|c| c.is_ascii_digit() || "-(.".contains(*c));
            if !is_before || !units::is_money(unit) {
                return Err(Mistyped::OtherUnit);
            }
            at += length;
            continue;
        }
        found.push(match c {
            '+' => Token::Plus,
            '-' => Token::Minus,
            '*' => Token::Times,
            '/' => Token::Over,
            '(' => Token::Open,
            ')' => Token::Close,
            '=' if found.is_empty() => Token::Equals,
            _ => return Err(foreign(&seen[at..], is_behind_number)),
        });
        at += 1;
    }
    Ok(found)
}

/// Excel's nothing: a dash alone, with a currency or not. Typed without blanks it is rather the start of
/// something.
fn is_nothing(unit: Unit, text: &[char], may_be: bool) -> bool {
    let mark = units::currency(text).filter(|_| units::is_money(unit));
    let rest = &text[mark.unwrap_or(0)..];
    let rest = &rest[blanks(rest)..];
    rest == ['-'] && (may_be || mark.is_some())
}

/// Characters of a Chinese input method as the plain ones they mean. The blanks that may part thousands are
/// one, those that part more than digits another.
fn plain(c: char) -> char {
    match c {
        ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ' ',
        c if c.is_whitespace() => WIDE,
        '０'..='９' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ' => {
            char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c)
        }
        '．' | '。' | '｡' => '.',
        '，' => ',',
        '％' | '﹪' => '%',
        '－' | '−' | '–' | '—' | '‐' | '‑' | '﹣' => '-',
        '＋' | '﹢' => '+',
        '×' | '✕' | '＊' | '∗' => '*',
        '÷' | '／' | '∕' | '⁄' => '/',
        '（' | '﹙' => '(',
        '）' | '﹚' => ')',
        '＝' => '=',
        other => other,
    }
}

/// A number with what stands behind it, and its length.
fn number(unit: Unit, text: &[char]) -> Result<(Token, usize), Mistyped> {
    let (digits, length) = digits(text)?;
    let rest = &text[length..];
    if digits == "10"
        && let Some((power, more)) = power(rest)
        && units::counts_in_ten_thousands(unit)
    {
        // The page writes 10⁴ yuan where Chinese has a word: it counts single yuan or people.
        let length = length + more;
        let base = Decimal::from(10_u64.pow(power));
        let gap = blanks(&text[length..]);
        return match behind(unit, &text[length + gap..]) {
            Behind::Other => Err(Mistyped::OtherUnit),
            Behind::Factor(factor, more) => product(base, factor, length + gap + more),
            Behind::Nothing => Ok((Token::Quantity(base), length)),
        };
    }
    let value = parse_decimal(&digits).map_err(|error| match error {
        DecimalError::NotANumber => Mistyped::NotANumber,
        DecimalError::TooManyDigits => Mistyped::TooManyDigits,
    })?;
    let gap = blanks(rest);
    if rest.get(gap) == Some(&'%') {
        return Ok((Token::Percent(value * Decimal::new(1, 2)), length + gap + 1));
    }
    match behind(unit, &rest[gap..]) {
        Behind::Other => Err(Mistyped::OtherUnit),
        Behind::Factor(factor, more) => product(value, factor, length + gap + more),
        Behind::Nothing => Ok((Token::Number(value), length)),
    }
}

fn product(value: Decimal, factor: Decimal, length: usize) -> Result<(Token, usize), Mistyped> {
    let value = value.checked_mul(factor).ok_or(Mistyped::TooManyDigits)?;
    Ok((Token::Quantity(value), length))
}

/// The digits of a number without what parts its thousands, and the length that they took.
fn digits(text: &[char]) -> Result<(String, usize), Mistyped> {
    let run = |from: usize| {
        let digits = text[from..].iter().take_while(|c| c.is_ascii_digit());
        digits.count()
    };
    let mut whole: String = text[..run(0)].iter().collect();
    let mut at = whole.len();
    let first = at;
    let mut parted_by = None;
    // Each further group has a mark before it that is the same for all.
    while let Some(mark) = text.get(at).filter(|c| matches!(c, ',' | ' ')) {
        let length = run(at + 1);
        let is_other = parted_by.is_some_and(|known| known != *mark);
        if *mark == ' ' && length == 0 {
            break;
        }
        if is_other || length != 3 || !(1..=3).contains(&first) || whole.starts_with('0') {
            let is_blank = *mark == ' ';
            return Err(if is_blank {
                Mistyped::Blank
            } else {
                Mistyped::Grouping
            });
        }
        parted_by = Some(*mark);
        whole.extend(&text[at + 1..at + 4]);
        at += 4;
    }
    let mut fraction = String::new();
    if text.get(at) == Some(&'.') {
        let length = run(at + 1);
        fraction = text[at + 1..at + 1 + length].iter().collect();
        at += 1 + length;
        match text.get(at) {
            Some('.') => return Err(Mistyped::NotANumber),
            Some(',') => return Err(Mistyped::Grouping),
            _ => {}
        }
    }
    if whole.is_empty() && fraction.is_empty() {
        return Err(Mistyped::NotANumber);
    }
    if whole.is_empty() {
        whole.push('0');
    }
    if !fraction.is_empty() {
        whole.push('.');
        whole.push_str(&fraction);
    }
    Ok((whole, at))
}

/// The power behind a ten, `⁴` or `^4`, and its length.
fn power(text: &[char]) -> Option<(u32, usize)> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raised = |c: &char| RAISED.iter().position(|known| known == c);
    let (value, length) = match text {
        ['^', digit, ..] => (digit.to_digit(10)?, 2),
        [digit, ..] => (u32::try_from(raised(digit)?).ok()?, 1),
        [] => return None,
    };
    let goes_on = text.get(length);
    let goes_on = goes_on.is_some_and(|c| c.is_ascii_digit() || raised(c).is_some());
    (!goes_on).then_some((value, length))
}

/// The fault of a text that begins with a character that no number has.
fn foreign(text: &[char], is_behind_number: bool) -> Mistyped {
    let c = text[0];
    let word: Vec<char> = text
        .iter()
        .copied()
        .take_while(|c| c.is_ascii_alphanumeric() || "$!'_".contains(*c))
        .collect();
    let has = |wanted: fn(&char) -> bool| word.iter().any(wanted);
    let is_call = text.get(word.len()) == Some(&'(') && has(char::is_ascii_alphabetic);
    let is_cell = has(char::is_ascii_alphabetic)
        && word.last().is_some_and(char::is_ascii_digit)
        && !word.contains(&'_');
    if !is_behind_number && (is_call || is_cell || c == '$') {
        return Mistyped::CellReference;
    }
    // A letter or a foreign digit that passes for a digit is named: the quoted text would look right.
    let is_ideograph = ('\u{3400}'..='\u{9fff}').contains(&c);
    if (!c.is_ascii() && !is_ideograph) || (is_behind_number && "OoIlSBZ".contains(c)) {
        return Mistyped::Strange(c);
    }
    Mistyped::NotANumber
}

/// The factor from a number without a unit to the value inside.
pub(super) fn default_factor(unit: Unit) -> Decimal {
    Decimal::ONE / scale(unit).factor
}
