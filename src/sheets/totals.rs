//! Rows of totals, wherever they stand: set apart from the rows that they add up, and held against them.

use rust_decimal::Decimal;

use crate::cell::{SheetCell, SheetRow};
use crate::fault::quoted;
use crate::field::{Field, Kind};
use crate::header::Plan;
use crate::place::CellPlace;
use crate::reading::TotalCheck;
use crate::synonyms::folded;
use crate::values::RowValues;

/// The scope of a row of sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The whole table.
    Whole,
    /// A part of it.
    Part,
}

/// Cells of a row in which a total says that it is one.
const LOOKED_AT: usize = 3;

/// The level and the words of a total, nothing for any other row.
pub fn total_of(row: &SheetRow) -> Option<(Level, String)> {
    let texts = row
        .cells
        .iter()
        .filter(|cell| !cell.is_empty())
        .take(LOOKED_AT);
    for cell in texts {
        let SheetCell::Text(text) = cell else {
            continue;
        };
        if text.chars().count() > 30 {
            continue;
        }
        let word = folded(text);
        let ends = |words: &str| words.split('|').any(|end| word.ends_with(end));
        let is = |words: &str| words.split('|').any(|each| word == each);
        if ends("小计") || is("subtotal") {
            return Some((Level::Part, quoted(text)));
        }
        if ends("合计|总计|共计|累计") || is("全市|全县|全区|全省|total|grandtotal|sum")
        {
            return Some((Level::Whole, quoted(text)));
        }
    }
    None
}

/// A row of a table, kept until its totals are known.
pub enum TotalLine {
    /// A total: the row's number, its level, its words and its values.
    Total(u32, Level, String, RowValues),
    /// A row of values.
    Values(RowValues),
}

/// Every total of a table, held against its parts.
pub fn checks(sheet: &str, plans: &[Plan], lines: &[TotalLine]) -> Vec<TotalCheck> {
    let mut checks = Vec::new();
    let levels = levels(lines);
    // Totals of parts stand above their parts where the first line but the whole's is one.
    let first_part = lines
        .iter()
        .zip(&levels)
        .find(|(_, level)| **level != Some(Level::Whole));
    let leads = first_part.is_some_and(|(_, level)| *level == Some(Level::Part));
    for (place, line) in lines.iter().enumerate() {
        let TotalLine::Total(row, _, label, total) = line else {
            continue;
        };
        let is_part = levels[place] == Some(Level::Part);
        let is_value = |line: &&TotalLine| matches!(line, TotalLine::Values(_));
        let parts: Vec<&RowValues> = match (is_part, leads) {
            (false, _) => lines.iter().filter_map(values).collect(),
            (true, true) => lines[place + 1..]
                .iter()
                .take_while(is_value)
                .filter_map(values)
                .collect(),
            (true, false) => lines[..place]
                .iter()
                .rev()
                .take_while(is_value)
                .filter_map(values)
                .collect(),
        };
        for plan in plans.iter().filter(|plan| can_add(plan.field)) {
            let Some(stated) = total.number(plan.field) else {
                continue;
            };
            let known: Vec<Decimal> = parts
                .iter()
                .filter_map(|part| part.number(plan.field))
                .collect();
            let sum = known
                .iter()
                .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part));
            let Some(computed) = sum.filter(|_| !known.is_empty()) else {
                continue;
            };
            checks.push(TotalCheck {
                place: CellPlace::new(sheet, *row, plan.column),
                label: label.clone(),
                field: plan.field,
                stated,
                computed,
                difference: stated - computed,
                parts: u32::try_from(known.len()).unwrap_or(u32::MAX),
                unknown_parts: u32::try_from(parts.len() - known.len()).unwrap_or(u32::MAX),
            });
        }
    }
    checks
}

/// The level of each line. Where several lines say 合计, those among the rows are of parts.
fn levels(lines: &[TotalLine]) -> Vec<Option<Level>> {
    let said = |line: &TotalLine| match line {
        TotalLine::Total(_, level, ..) => Some(*level),
        TotalLine::Values(_) => None,
    };
    let mut levels: Vec<Option<Level>> = lines.iter().map(said).collect();
    let wholes: Vec<usize> = (0..levels.len())
        .filter(|at| levels[*at] == Some(Level::Whole))
        .collect();
    if let (Some(first), Some(last)) = (wholes.first(), wholes.last()) {
        let kept = if *first == 0 { *first } else { *last };
        for at in wholes.iter().filter(|at| **at != kept) {
            levels[*at] = Some(Level::Part);
        }
    }
    levels
}

fn values(line: &TotalLine) -> Option<&RowValues> {
    match line {
        TotalLine::Values(values) => Some(values),
        TotalLine::Total(..) => None,
    }
}

/// True for columns that add up.
fn can_add(field: Field) -> bool {
    matches!(field.kind(), Kind::Amount | Kind::Count)
}
