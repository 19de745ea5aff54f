//! Cells of a form as it is written.

use rust_decimal::Decimal;
use zengshou_sheets::SheetDate;

use crate::region::key::{Unit, Year};

/// A cell of a form.
#[derive(Clone, Debug, PartialEq)]
pub enum TemplateCell {
    /// Nothing yet.
    Blank,
    /// Text.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A share, written as a percentage.
    Share(Decimal),
    /// A year.
    Year(Year),
    /// A day.
    Day(SheetDate),
}

/// A number in the unit that its row is written in.
pub fn cell_of(unit: Option<Unit>, value: Decimal) -> TemplateCell {
    match unit {
        Some(Unit::Share) => TemplateCell::Share(value.normalize()),
        Some(Unit::Yuan) => TemplateCell::Number((value / Decimal::from(10_000)).normalize()),
        Some(Unit::Flag) => TemplateCell::Text(flag_word(!value.is_zero()).to_owned()),
        _ => TemplateCell::Number(value.normalize()),
    }
}

/// The word for a flag, as Chinese forms have it; English is read as well.
pub fn flag_word(is_set: bool) -> &'static str {
    if is_set { "是" } else { "否" }
}
