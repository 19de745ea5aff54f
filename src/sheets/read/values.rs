//! Values of a workbook as cells.

use calamine::{Data, DataRef, ExcelDateTime};
use rust_decimal::Decimal;

use super::text_cell;
use crate::cell::{SheetCell, SheetDate};
use crate::fault::ReadFault;

/// Digits that spreadsheets show of a number, past which floating point invents them.
const DIGITS: usize = 15;

/// A number in floating point with the digits that its writer saw.
pub fn decimal(number: f64) -> Option<Decimal> {
    short(number).or_else(|| by_digits(number))
}

/// Any number, by the digits of its shortest text.
fn by_digits(number: f64) -> Option<Decimal> {
    let shortest = format!("{number:e}");
    let mantissa = shortest.split('e').next().unwrap_or_default();
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    let text = if digits <= DIGITS {
        shortest
    } else {
        format!("{number:.*e}", DIGITS - 1)
    };
    Decimal::from_scientific(&text)
        .ok()
        .map(|each| each.normalize())
}

/// A number of few digits, without a text in between, which most cells have. Up to fifteen digits no two decimals
/// are the same floating point, so that the one that is found is the one that was typed.
fn short(number: f64) -> Option<Decimal> {
    for (scale, power) in [(0, 1.0), (2, 1e2), (6, 1e6)] {
        let whole = (number * power).round();
        if whole.abs() < 1e15 && whole / power == number {
            return Some(Decimal::new(whole as i64, scale).normalize());
        }
    }
    None
}

/// A number as a cell, a share where the file shows it as a percentage.
fn number_cell(number: f64, is_percent: bool) -> SheetCell {
    match decimal(number) {
        Some(number) if is_percent => SheetCell::Percent(number),
        Some(number) => SheetCell::Number(number),
        // Past what decimals hold: kept as text, which no column takes for a number.
        None => SheetCell::Text(format!("{number:e}")),
    }
}

fn date_cell(date: &ExcelDateTime) -> SheetCell {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    let is_day = date.is_datetime() && date.as_f64() >= 1.0;
    match SheetDate::new(year, month, Some(day)) {
        Some(date) if is_day => SheetCell::Date(date),
        _ => number_cell(date.as_f64(), false),
    }
}

/// A date of ISO 8601, past whose tenth character stands a time of day.
fn iso_cell(text: &str) -> SheetCell {
    let mut parts = text.get(..10).unwrap_or_default().split('-');
    let mut next = || parts.next()?.parse::<u16>().ok();
    let date = next()
        .zip(next())
        .zip(next())
        .and_then(|((year, month), day)| {
            let day = u8::try_from(day).ok()?;
            SheetDate::new(year, u8::try_from(month).ok()?, Some(day))
        });
    date.map_or_else(|| SheetCell::Text(text.to_owned()), SheetCell::Date)
}

/// A value that borrows its text.
pub fn of_reference(value: &DataRef<'_>, is_percent: bool) -> Result<SheetCell, ReadFault> {
    Ok(match value {
        DataRef::Int(number) => SheetCell::Number((*number).into()),
        DataRef::Float(number) => number_cell(*number, is_percent),
        DataRef::String(text) => text_cell(text)?,
        DataRef::SharedString(text) => text_cell(text)?,
        DataRef::Bool(flag) => SheetCell::Flag(*flag),
        DataRef::DateTime(date) => date_cell(date),
        DataRef::DateTimeIso(text) => iso_cell(text),
        DataRef::DurationIso(text) => text_cell(text)?,
        DataRef::Error(error) => SheetCell::Error(error.to_string()),
        DataRef::Empty => SheetCell::Empty,
    })
}

/// A value that owns its text.
pub fn of_value(value: &Data) -> Result<SheetCell, ReadFault> {
    Ok(match value {
        Data::Int(number) => SheetCell::Number((*number).into()),
        Data::Float(number) => number_cell(*number, false),
        Data::String(text) => text_cell(text)?,
        Data::Bool(flag) => SheetCell::Flag(*flag),
        Data::DateTime(date) => date_cell(date),
        Data::DateTimeIso(text) => iso_cell(text),
        Data::DurationIso(text) => text_cell(text)?,
        Data::Error(error) => SheetCell::Error(error.to_string()),
        Data::Empty => SheetCell::Empty,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_digits_that_were_typed() {
        for (number, text) in [
            (17_177.123_3, "17177.1233"),
            (87.680_651, "87.680651"),
            (0.1 + 0.2, "0.3"),
            (-12.5, "-12.5"),
            (1e15, "1000000000000000"),
            (0.0, "0"),
        ] {
            assert_eq!(
                decimal(number).map(|each| each.to_string()).as_deref(),
                Some(text)
            );
        }
        assert_eq!(decimal(f64::NAN), None);
        assert_eq!(decimal(1e300), None);
    }

    #[test]
    fn the_quick_way_to_a_number_gives_the_same_digits() {
        let mut quick = 0;
        for step in 0_u32..20_000 {
            let whole = f64::from(step.wrapping_mul(2_654_435_761));
            for number in [
                whole / 1e6,
                whole / 100.0,
                -whole / 7.0,
                whole * 1e9,
                whole / 1e9,
            ] {
                quick += u32::from(short(number).is_some());
                assert_eq!(decimal(number), by_digits(number), "{number}");
            }
        }
        assert!((40_000..90_000).contains(&quick), "{quick}");
    }

    #[test]
    fn iso_dates_are_days_and_anything_else_stays_text() {
        let day = SheetDate::new(2025, 3, Some(1)).map(SheetCell::Date);
        assert_eq!(Some(iso_cell("2025-03-01T12:00:00")), day);
        assert_eq!(iso_cell("2025-13-01"), SheetCell::Text("2025-13-01".into()));
        assert_eq!(
            iso_cell("年月日年月日"),
            SheetCell::Text("年月日年月日".into())
        );
    }
}
