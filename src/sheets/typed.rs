//! Typed content of cells: numbers with all their dresses, dates, years, and signs for nothing.

use std::borrow::Cow;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::cell::{SheetCell, SheetDate};
use crate::fault::is_hidden;
use crate::unit::MoneyUnit;

/// A character in the narrow form in which tables are compared.
pub fn narrowed(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\t' | '\n' | '\r' => ' ',
        '−' | '﹣' | '‐' | '‑' => '-',
        '。' => '.',
        c => c,
    }
}

/// A text with full-width forms made narrow, without what can't be seen, trimmed.
pub fn narrow(text: &str) -> Cow<'_, str> {
    // Most cells have nothing to be made narrow.
    let is_plain = |c: char| narrowed(c) == c && !is_hidden(c);
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text.trim());
    }
    let narrow: String = text
        .chars()
        .map(narrowed)
        .filter(|c| !is_hidden(*c))
        .collect();
    Cow::Owned(narrow.trim().to_owned())
}

/// True for signs that mean nothing: dashes, strokes and words for 'not there'.
pub fn is_nothing(text: &str) -> bool {
    // Most cells of figures begin with a digit, which no such sign or word does.
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let text = narrow(text);
    let text = text.trim_matches(['(', ')', ' ']);
    let is_sign = |c| {
        matches!(
            c,
            '-' | '—' | '–' | '―' | '─' | '/' | '\\' | '.' | '…' | '*' | '一'
        )
    };
    if text.chars().all(is_sign) {
        return true;
    }
    let words = [
        "无",
        "無",
        "空",
        "未知",
        "不详",
        "暂无",
        "无数据",
        "缺",
        "n/a",
        "na",
        "none",
        "null",
        "unknown",
    ];
    // None of them is longer; a sentence need not be made small first.
    text.len() <= 9 && words.contains(&&*text.to_lowercase())
}

/// A number as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypedCell {
    /// The number; of a percentage, the share.
    pub number: Decimal,
    /// True for a percentage.
    pub is_percent: bool,
    /// The unit of money in the same cell.
    pub unit: Option<MoneyUnit>,
}

/// The content of a cell where a number is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberCell {
    /// Nothing.
    Nothing,
    /// A number.
    Typed(TypedCell),
    /// Something else.
    Else,
}

/// A cell as a number.
pub fn number(cell: &SheetCell) -> NumberCell {
    let plain = |number, is_percent| {
        NumberCell::Typed(TypedCell {
            number,
            is_percent,
            unit: None,
        })
    };
    match cell {
        SheetCell::Empty => NumberCell::Nothing,
        SheetCell::Number(number) => plain(*number, false),
        SheetCell::Percent(share) => plain(*share, true),
        SheetCell::Text(text) if is_nothing(text) => NumberCell::Nothing,
        SheetCell::Text(text) => typed(text).map_or(NumberCell::Else, NumberCell::Typed),
        SheetCell::Date(_) | SheetCell::Flag(_) | SheetCell::Error(_) | SheetCell::Uncomputed => {
            NumberCell::Else
        }
    }
}

/// A typed number: digits, thousands in threes, a sign or an accountant's brackets, a percentage, a unit.
fn typed(text: &str) -> Option<TypedCell> {
    let text = narrow(text);
    let text = text.trim_start_matches(['¥', '￥', '$']).trim();
    let (text, unit) = without_unit(text);
    let (text, is_percent) = match text.strip_suffix(['%', '﹪']) {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    };
    let (text, is_negative) = match text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inner) => (inner.trim(), true),
        None => (text, false),
    };
    let mut number = digits(text)?;
    if is_negative {
        number = -number;
    }
    if is_percent {
        number = number.checked_div(Decimal::ONE_HUNDRED)?;
    }
    Some(TypedCell {
        number,
        is_percent,
        unit,
    })
}

/// A text without a unit at its end, and the unit if it is one of money.
fn without_unit(text: &str) -> (&str, Option<MoneyUnit>) {
    if text.ends_with(|c: char| c.is_ascii()) {
        return (text, None);
    }
    for unit in [
        MoneyUnit::HundredMillion,
        MoneyUnit::Million,
        MoneyUnit::TenThousand,
        MoneyUnit::Thousand,
        MoneyUnit::Yuan,
    ] {
        let names = [unit.official_name(), traditional_name(unit)];
        if let Some(rest) = names.iter().find_map(|name| text.strip_suffix(name)) {
            return (rest.trim_end(), Some(unit));
        }
    }
    for word in [
        "人次", "人", "户", "戶", "个", "個", "年", "家", "处", "處", "项", "項",
    ] {
        if let Some(rest) = text.strip_suffix(word) {
            return (rest.trim_end(), None);
        }
    }
    (text, None)
}

fn traditional_name(unit: MoneyUnit) -> &'static str {
    match unit {
        MoneyUnit::Yuan => "圆",
        MoneyUnit::Thousand => "仟元",
        MoneyUnit::TenThousand => "萬元",
        MoneyUnit::Million => "百萬元",
        MoneyUnit::HundredMillion => "億元",
    }
}

/// Digits as a decimal. Commas must part threes: what could mean two things is refused.
fn digits(text: &str) -> Option<Decimal> {
    if text.len() > 40 {
        return None;
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let starts = unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    if !starts || !unsigned.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if text.contains(['e', 'E']) {
        return Decimal::from_scientific(text).ok();
    }
    let whole = unsigned.split('.').next().unwrap_or_default();
    if text.contains(',') {
        let mut groups = whole.split(',');
        let first = groups.next().unwrap_or_default();
        let in_threes = groups.all(|group| group.len() == 3);
        let fraction_is_whole = !unsigned.get(whole.len()..)?.contains(',');
        if !(1..=3).contains(&first.len()) || !in_threes || !fraction_is_whole {
            return None;
        }
    }
    // Exactly: a number with more digits than are held is refused, not rounded.
    let text = text.trim_start_matches('+');
    if text.contains(',') {
        return Decimal::from_str_exact(&text.replace(',', "")).ok();
    }
    Decimal::from_str_exact(text).ok()
}

/// A cell as a date, nothing if it is none. Numbers are a spreadsheet's days, or a date's digits.
pub fn date(cell: &SheetCell) -> Option<SheetDate> {
    match cell {
        SheetCell::Date(date) => Some(*date),
        SheetCell::Number(number) if number.is_integer() => date_of_number(number.to_u32()?),
        SheetCell::Text(text) => date_of_text(&narrow(text)),
        _ => None,
    }
}

fn date_of_number(number: u32) -> Option<SheetDate> {
    match number {
        // 2000 to 2099, as days since the end of 1899.
        36_526..=73_050 => of_serial(number),
        190_001..=220_012 => date_of_parts(number / 100, number % 100, None),
        19_000_101..=22_001_231 => {
            date_of_parts(number / 10_000, number / 100 % 100, Some(number % 100))
        }
        _ => None,
    }
}

fn date_of_parts(year: u32, month: u32, day: Option<u32>) -> Option<SheetDate> {
    let day = match day {
        Some(day) => Some(u8::try_from(day).ok()?),
        None => None,
    };
    SheetDate::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, day)
}

/// The day of a spreadsheet's number, counted from 1899-12-30.
fn of_serial(serial: u32) -> Option<SheetDate> {
    // Days since 0000-03-01, so that leap days end their years.
    let days = serial + 693_899;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    date_of_parts(era * 400 + year + u32::from(month <= 2), month, Some(day))
}

fn date_of_text(text: &str) -> Option<SheetDate> {
    // A time of day may follow.
    let text = text.split([' ', 'T']).next().unwrap_or_default();
    if text.len() <= 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return date_of_number(text.parse().ok()?);
    }
    let mut parts = Vec::new();
    for part in text.split(['-', '/', '.', '年', '月', '日', '号']) {
        if !part.is_empty() {
            parts.push(part.parse::<u32>().ok()?);
        }
    }
    match *parts {
        [year, month] if year >= 1_900 => date_of_parts(year, month, None),
        [year, month, day] if year >= 1_900 => date_of_parts(year, month, Some(day)),
        _ => None,
    }
}

/// A cell as a year of four digits.
pub fn year(cell: &SheetCell) -> Option<u16> {
    let year = match cell {
        SheetCell::Date(date) => Some(date.year),
        SheetCell::Number(number) if number.is_integer() => number.to_u16(),
        SheetCell::Text(text) => {
            let text = narrow(text);
            let text = text.trim_end_matches('度').trim_end_matches('年');
            match text.parse::<u16>() {
                Ok(year) => Some(year),
                Err(_) => date_of_text(text).map(|date| date.year),
            }
        }
        _ => None,
    };
    year.filter(|year| (1_900..=2_200).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> NumberCell {
        number(&SheetCell::Text(text.to_owned()))
    }

    #[test]
    fn numbers_are_read_in_every_dress() {
        for (text, wanted) in [
            ("17177.1233", "17177.1233"),
            ("１７，１７７．１２", "17177.12"),
            (" 87.680651 \n", "87.680651"),
            ("-12.5", "-12.5"),
            ("－12.5", "-12.5"),
            ("(12.5)", "-12.5"),
            ("（１２．５）", "-12.5"),
            ("1,234,567", "1234567"),
            ("￥1,234.5元", "1234.5"),
            ("125户", "125"),
            ("1.2E+05", "120000"),
            ("85%", "0.85"),
            ("８５．５％", "0.855"),
        ] {
            let NumberCell::Typed(typed) = of(text) else {
                panic!("{text} is no number");
            };
            assert_eq!(typed.number.normalize().to_string(), wanted, "{text}");
            assert_eq!(typed.is_percent, text.contains(['%', '％']), "{text}");
        }
        let NumberCell::Typed(typed) = of("12.5万元") else {
            panic!("no number");
        };
        assert_eq!(typed.unit, Some(MoneyUnit::TenThousand));
    }

    #[test]
    fn what_could_mean_two_things_is_no_number() {
        for text in [
            "1,5",
            "12 345",
            "1,23,456",
            "约1200",
            "1200左右",
            "12..5",
            "三百",
            "1.5.2",
            "-",
            "12,345.6,7",
        ] {
            assert!(!matches!(of(text), NumberCell::Typed(_)), "{text}");
        }
    }

    #[test]
    fn signs_for_nothing_are_nothing() {
        for text in ["", "—", "——", "/", "－", "-", "无", "N/A", " … ", "一"] {
            assert_eq!(of(text), NumberCell::Nothing, "{text}");
        }
        assert_ne!(of("0"), NumberCell::Nothing);
    }

    #[test]
    fn dates_are_days_or_months_however_they_are_written() {
        let day = SheetDate::new(2025, 3, Some(1));
        for text in [
            "2025-03-01",
            "2025/3/1",
            "2025.3.1",
            "2025年3月1日",
            "20250301",
            "45717",
            "２０２５年３月１日",
            "2025-03-01 08:00",
        ] {
            assert_eq!(date(&SheetCell::Text(text.into())), day, "{text}");
        }
        assert_eq!(date(&SheetCell::Number(45_717.into())), day);
        let month = SheetDate::new(2025, 3, None);
        for text in ["2025年3月", "2025-03", "202503"] {
            assert_eq!(date(&SheetCell::Text(text.into())), month, "{text}");
        }
        for text in ["2025", "2025-13-01", "2025-02-30", "3月", "待定"] {
            assert_eq!(date(&SheetCell::Text(text.into())), None, "{text}");
        }
        let text = |serial| of_serial(serial).map(|date| date.to_string());
        assert_eq!(text(36_526).as_deref(), Some("2000-01-01"));
        assert_eq!(text(45_351).as_deref(), Some("2024-02-29"));
        assert_eq!(text(73_050).as_deref(), Some("2099-12-31"));
    }

    #[test]
    fn years_have_four_digits() {
        let of = |text: &str| year(&SheetCell::Text(text.to_owned()));
        assert_eq!(of("2025年"), Some(2025));
        assert_eq!(of("２０２５年度"), Some(2025));
        assert_eq!(of("25"), None);
        assert_eq!(year(&SheetCell::Number(2025.into())), Some(2025));
    }
}
