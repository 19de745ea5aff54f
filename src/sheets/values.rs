//! A row's cells as values of their columns, each held against what the column wants.

use std::borrow::Cow;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::cell::{SheetCell, SheetDate, SheetRow};
use crate::fault::{FormProblem, Wanted, is_hidden, quoted};
use crate::field::{Field, Kind};
use crate::header::Plan;
use crate::personal::without_numbers;
use crate::place::CellPlace;
use crate::typed::{self, NumberCell};
use crate::unit::MoneyUnit;

/// Yuan past which no county's amount goes.
const MOST_YUAN: i64 = 1_000_000_000_000_000;
/// Digits past which a spreadsheet has rounded a number.
const EXACT: i64 = 999_999_999_999_999;

/// A value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetValue {
    /// Words.
    Text(String),
    /// Yuan.
    Amount(Decimal),
    /// A number of things.
    Count(u64),
    /// A year.
    Year(u16),
    /// A date.
    SheetDate(SheetDate),
}

/// The values of a row.
pub struct RowValues {
    values: Vec<(Field, u32, SheetValue)>,
}

impl RowValues {
    fn find(&self, field: impl Into<Field>) -> Option<&(Field, u32, SheetValue)> {
        let field = field.into();
        self.values.iter().find(|(own, ..)| *own == field)
    }

    /// True for a row without any value.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The values that can be added up alone: all that is held of a row against totals.
    pub fn numbers(mut self) -> Self {
        let is_number =
            |value: &SheetValue| matches!(value, SheetValue::Amount(_) | SheetValue::Count(_));
        self.values.retain(|(.., value)| is_number(value));
        self.values.shrink_to_fit();
        self
    }

    /// The column of a value.
    pub fn column(&self, field: impl Into<Field>) -> Option<u32> {
        self.find(field).map(|(_, column, _)| *column)
    }

    /// Words of a column.
    pub fn text(&self, field: impl Into<Field>) -> Option<String> {
        match &self.find(field)?.2 {
            SheetValue::Text(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// An amount in yuan.
    pub fn amount(&self, field: impl Into<Field>) -> Option<Decimal> {
        match &self.find(field)?.2 {
            SheetValue::Amount(amount) => Some(*amount),
            _ => None,
        }
    }

    /// A number of things.
    pub fn count(&self, field: impl Into<Field>) -> Option<u64> {
        match &self.find(field)?.2 {
            SheetValue::Count(count) => Some(*count),
            _ => None,
        }
    }

    /// A year.
    pub fn year(&self, field: impl Into<Field>) -> Option<u16> {
        match &self.find(field)?.2 {
            SheetValue::Year(year) => Some(*year),
            _ => None,
        }
    }

    /// A date.
    pub fn date(&self, field: impl Into<Field>) -> Option<SheetDate> {
        match &self.find(field)?.2 {
            SheetValue::SheetDate(date) => Some(*date),
            _ => None,
        }
    }

    /// An amount or a number of things, to be added up.
    pub fn number(&self, field: Field) -> Option<Decimal> {
        match &self.find(field)?.2 {
            SheetValue::Amount(amount) => Some(*amount),
            SheetValue::Count(count) => Some((*count).into()),
            _ => None,
        }
    }
}

/// The lists that reading a row adds to.
pub struct RowFindings<'a> {
    /// The sheet's name.
    pub sheet: &'a str,
    /// The column in which a row says what it is about.
    pub key_column: u32,
    /// Problems.
    pub problems: Vec<FormProblem>,
    /// Amounts below zero.
    pub negative: Vec<CellPlace>,
    /// The largest amount without a unit.
    pub without_unit: Option<Decimal>,
}

impl RowFindings<'_> {
    /// Adds a problem of a cell.
    pub fn wrong(&mut self, row: u32, column: u32, found: &str, wanted: Wanted) {
        self.problems.push(FormProblem {
            place: CellPlace::new(self.sheet, row, column),
            found: quoted(found),
            wanted,
        });
    }
}

/// The values of a row; a cell that has none of its column is a problem and unknown.
pub fn row_values<'c>(
    row: &'c SheetRow,
    cell_at: impl Fn(u32, Field) -> &'c SheetCell,
    plans: &[Plan],
    findings: &mut RowFindings<'_>,
) -> RowValues {
    let mut values = Vec::new();
    for plan in plans {
        let cell = cell_at(plan.column, plan.field);
        if cell.is_empty() {
            continue;
        }
        match value(cell, plan, row.number, findings) {
            Ok(Some(value)) => values.push((plan.field, plan.column, value)),
            Ok(None) => {}
            Err(wanted) => findings.wrong(row.number, plan.column, &cell.text(), wanted),
        }
    }
    RowValues { values }
}

fn value(
    cell: &SheetCell,
    plan: &Plan,
    row: u32,
    findings: &mut RowFindings<'_>,
) -> Result<Option<SheetValue>, Wanted> {
    match cell {
        SheetCell::Error(_) => return Err(Wanted::NoError),
        SheetCell::Uncomputed => return Err(Wanted::Result),
        _ => {}
    }
    let kind = plan.field.kind();
    if let (SheetCell::Text(text), false) =
        (cell, matches!(kind, Kind::Text | Kind::Id | Kind::Any))
        && typed::is_nothing(text)
    {
        return Ok(None);
    }
    Ok(Some(match kind {
        Kind::Text | Kind::Category | Kind::Any => match words(&shown(cell)) {
            Some(text) => SheetValue::Text(without_numbers(&text)),
            None => return Ok(None),
        },
        Kind::Id => match id(cell)? {
            Some(id) => SheetValue::Text(id),
            None => return Ok(None),
        },
        Kind::Amount | Kind::PerHead => match amount(cell, plan, row, findings)? {
            Some(amount) => SheetValue::Amount(amount),
            None => return Ok(None),
        },
        Kind::Count => SheetValue::Count(count(cell, plan)?),
        Kind::Year => SheetValue::Year(typed::year(cell).ok_or(Wanted::Year)?),
        Kind::Date => SheetValue::SheetDate(typed::date(cell).ok_or(Wanted::Date)?),
    }))
}

/// A cell as text, borrowed where it is one.
fn shown(cell: &SheetCell) -> Cow<'_, str> {
    match cell {
        SheetCell::Text(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.text()),
    }
}

/// Words on one line, nothing for a sign for nothing.
pub fn words(text: &str) -> Option<String> {
    let is_plain = |c: char| !c.is_whitespace() && !is_hidden(c);
    if text.chars().all(is_plain) {
        return (!typed::is_nothing(text)).then(|| text.to_owned());
    }
    let text: String = text
        .chars()
        .filter(|c| !is_hidden(*c) || c.is_whitespace())
        .collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    (!typed::is_nothing(&text)).then_some(text)
}

/// An identifier with all its digits.
fn id(cell: &SheetCell) -> Result<Option<String>, Wanted> {
    if let SheetCell::Number(number) = cell
        && number.abs() > Decimal::from(EXACT)
    {
        return Err(Wanted::AllDigits);
    }
    // A leading apostrophe or tab is how some programs keep digits.
    let text = shown(cell);
    let text = text.trim_start_matches(['\'', '’', '`', '\t']);
    let Some(text) = words(text) else {
        return Ok(None);
    };
    let is_rounded = text.contains(['E', 'e'])
        && text.contains('.')
        && text.parse::<f64>().is_ok_and(|number| number > 1e9);
    if is_rounded {
        return Err(Wanted::AllDigits);
    }
    Ok(Some(typed::narrow(&text).into_owned()))
}

fn amount(
    cell: &SheetCell,
    plan: &Plan,
    row: u32,
    findings: &mut RowFindings<'_>,
) -> Result<Option<Decimal>, Wanted> {
    let typed = match typed::number(cell) {
        NumberCell::Nothing => return Ok(None),
        NumberCell::Typed(typed) if !typed.is_percent => typed,
        _ => return Err(Wanted::Number),
    };
    let Some(unit) = typed.unit.or(plan.unit) else {
        let largest = findings.without_unit.unwrap_or_default();
        findings.without_unit = Some(largest.max(typed.number.abs()));
        return Ok(None);
    };
    let amount = typed
        .number
        .checked_mul(unit.yuan())
        .ok_or(Wanted::SmallerNumber)?;
    if amount.abs() > Decimal::from(MOST_YUAN) {
        return Err(Wanted::SmallerNumber);
    }
    if amount.is_sign_negative() && !amount.is_zero() {
        if plan.field.kind() == Kind::PerHead {
            return Err(Wanted::NotNegative);
        }
        findings
            .negative
            .push(CellPlace::new(findings.sheet, row, plan.column));
    }
    Ok(Some(amount.normalize()))
}

fn count(cell: &SheetCell, plan: &Plan) -> Result<u64, Wanted> {
    let NumberCell::Typed(typed) = typed::number(cell) else {
        return Err(Wanted::Count);
    };
    let factor = if plan.in_ten_thousands {
        MoneyUnit::TenThousand.yuan()
    } else {
        Decimal::ONE
    };
    let number = typed
        .number
        .checked_mul(factor)
        .ok_or(Wanted::SmallerNumber)?;
    if typed.is_percent || typed.unit.is_some() || !number.is_integer() || number < Decimal::ZERO {
        return Err(Wanted::Count);
    }
    number
        .to_u64()
        .filter(|count| *count <= 10_000_000_000)
        .ok_or(Wanted::SmallerNumber)
}
