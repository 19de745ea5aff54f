//! A cell of the sheet 基本情况 as the number, the day or the text that its row wants.

use rust_decimal::Decimal;
use zengshou_sheets::{FigureRow, FigureStatus, MoneyUnit, SheetCell, SheetDate, folded};

use super::FormRow;
use super::rows::RANGE_MARKS;
use crate::number::parse_decimal;
use crate::problem::{Fault, quote};
use crate::region::Status;
use crate::region::key::{Unit, Year};

/// The number of a row, in the model's unit.
///
/// # Errors
/// The fault of the cell.
pub fn number(row: FormRow, unit: Unit, cell: &FigureRow) -> Result<Decimal, Fault> {
    let not_a_number = || Fault::NotANumber(quote(&cell.value.text()));
    match (unit, &cell.value) {
        (Unit::Flag, SheetCell::Flag(is_set)) => Ok(Decimal::from(u8::from(*is_set))),
        (Unit::Flag, value) => flag(&value.text()),
        (Unit::Share, SheetCell::Percent(share)) => Ok(share.normalize()),
        // A number without a sign could be a share or a percentage: it is asked, and unknown until then.
        (Unit::Share, SheetCell::Number(number)) => {
            Err(Fault::ShareUnclear(quote(&number.normalize().to_string())))
        }
        (_, SheetCell::Percent(_)) => Err(not_a_number()),
        (_, SheetCell::Number(number)) => {
            let factor = factor(row, unit, cell.unit.as_deref())?;
            let value = number.checked_mul(factor).ok_or_else(not_a_number)?;
            // What files and links keep, and no more digits than that.
            parse_decimal(&value.normalize().to_string())
                .map_err(|_| Fault::TooManyDigits(quote(&number.to_string())))
        }
        _ => Err(not_a_number()),
    }
}

fn flag(text: &str) -> Result<Decimal, Fault> {
    match &*folded(text) {
        "是" | "yes" | "true" | "1" => Ok(Decimal::ONE),
        "否" | "no" | "false" | "0" => Ok(Decimal::ZERO),
        _ => Err(Fault::NotAFlag(quote(text))),
    }
}

/// The factor from the unit that is written to the model's.
fn factor(row: FormRow, unit: Unit, written: Option<&str>) -> Result<Decimal, Fault> {
    let written = written.map(str::trim).filter(|text| !text.is_empty());
    let is_money = matches!(
        unit,
        Unit::Yuan | Unit::YuanPerPerson | Unit::YuanPerHousehold
    );
    let Some(written) = written else {
        // Funds are kept in yuan here and in ten thousands there: without a unit nobody knows.
        return match unit {
            Unit::Yuan => Err(Fault::UnitMissing),
            _ => Ok(Decimal::ONE),
        };
    };
    let unknown = || Fault::UnknownUnit(quote(written));
    if is_money {
        let bare = written.split(['/', '／']).next().unwrap_or(written);
        let found = MoneyUnit::named(written).or_else(|| MoneyUnit::named(bare));
        return found.map(MoneyUnit::yuan).ok_or_else(unknown);
    }
    let of_people: &[(&str, i64)] = &[
        ("人", 1),
        ("口", 1),
        ("people", 1),
        ("persons", 1),
        ("户", 1),
        ("戶", 1),
        ("households", 1),
        ("人/户", 1),
        ("人/戶", 1),
        ("peopleperhousehold", 1),
        ("万人", 10_000),
        ("萬人", 10_000),
        ("万户", 10_000),
        ("萬戶", 10_000),
    ];
    let plain: String = written
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let found = of_people.iter().find(|(name, _)| *name == plain);
    match (found, row.unit()) {
        (Some((_, factor)), _) => Ok(Decimal::from(*factor)),
        (None, Some(Unit::Projects)) => Ok(Decimal::ONE),
        (None, _) => Err(unknown()),
    }
}

/// A year of four digits.
///
/// # Errors
/// The fault of the cell.
pub fn year(cell: &FigureRow) -> Result<Year, Fault> {
    let text = cell.value.text();
    let digits = text.trim().trim_end_matches(['年', '度']);
    let year = digits.parse::<Year>().ok();
    year.filter(|year| (1990..2100).contains(year))
        .ok_or_else(|| Fault::NotAYear(quote(&text)))
}

/// A day, or a month.
///
/// # Errors
/// The fault of the cell.
pub fn day(cell: &FigureRow) -> Result<SheetDate, Fault> {
    match cell.value {
        SheetCell::Date(date) => Ok(date),
        _ => Err(Fault::NotADay(quote(&cell.value.text()))),
    }
}

/// The status that a row states.
pub fn status(cell: &FigureRow) -> Option<Status> {
    cell.status.map(|status| match status {
        FigureStatus::Published => Status::Source,
        FigureStatus::Derived => Status::Derived,
        FigureStatus::Assumed => Status::Assumption,
    })
}

/// A reason and the plausible range behind it, as the form writes both in one cell.
pub fn with_range(unit: Unit, text: &str) -> (String, Option<(Decimal, Decimal)>) {
    let at = RANGE_MARKS
        .iter()
        .find_map(|mark| Some((text.rfind(mark)?, mark.len())));
    let Some((at, length)) = at else {
        return (text.trim().to_owned(), None);
    };
    let range = text.get(at + length..).and_then(|range| {
        let (least, most) = range.split_once(['—', '～', '~', '至'])?;
        Some((bound(unit, least)?, bound(unit, most)?))
    });
    match range.filter(|(least, most)| least <= most) {
        Some(range) => (text[..at].trim().to_owned(), Some(range)),
        None => (text.trim().to_owned(), None),
    }
}

/// A bound as the form writes it: a percentage, ten thousands of yuan, or the plain number.
fn bound(unit: Unit, text: &str) -> Option<Decimal> {
    let text = text.trim().trim_matches([':', '：', '。', '）', ')', ' ']);
    let number = |text: &str| text.trim().parse::<Decimal>().ok();
    match unit {
        Unit::Share => number(text.strip_suffix('%')?)?.checked_div(Decimal::ONE_HUNDRED),
        Unit::Yuan => number(text)?.checked_mul(Decimal::from(10_000)),
        _ => number(text),
    }
}
