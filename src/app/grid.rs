//! Levers year by year as a sheet of cells: funds, coverage and jobs down, plan years across. The
//! first column is the lever itself; what is typed into another one holds for that year alone.

pub mod press;

use rust_decimal::Decimal;

use crate::i18n::input::read_typed;
use crate::problem::Fault;
use crate::region::Region;
use crate::region::key::{Fixed, Key, Yearly};
use crate::scenario::Scenario;

/// The longest text that is pasted, in bytes.
pub const MOST_BYTES: usize = 64 * 1024;

/// A place: row and column, counted from nothing.
pub type Place = (usize, usize);

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The value that holds.
    pub value: Decimal,
    /// Whether it was put there, not followed from elsewhere.
    pub is_own: bool,
}

/// What can't be put into a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// Where; none where it is beside the sheet.
    pub place: Option<Place>,
    /// What is wrong with it.
    pub fault: Fault,
}

/// The levers in the order of the rows.
pub fn levers() -> Vec<Fixed> {
    Yearly::levers().collect()
}

/// The key of a place; none beside the sheet.
pub fn key_at(region: &Region, (row, column): Place) -> Option<Key> {
    let lever = Yearly::levers().nth(row)?;
    let year = region.years.plan().nth(column)?;
    Some(match column {
        0 => lever.into(),
        _ => Key::Yearly(Yearly::Lever(lever), year),
    })
}

/// What stands at a place.
pub fn cell(region: &Region, scenario: &Scenario, place: Place) -> Option<Cell> {
    let key = key_at(region, place)?;
    Some(Cell {
        value: scenario.value(region, key)?,
        is_own: scenario.changed(key).is_some(),
    })
}

/// The scenario with one cell put.
///
/// # Errors
/// Why it can't be.
pub fn put(
    region: &Region,
    scenario: &Scenario,
    place: Place,
    value: Decimal,
) -> Result<Scenario, Fault> {
    let key = key_at(region, place).ok_or(Fault::UnknownYear)?;
    let mut next = scenario.clone();
    next.set(region, key, value)?;
    Ok(next)
}

/// The scenario with the cells between two corners taken back.
pub fn clear(region: &Region, scenario: &Scenario, corners: (Place, Place)) -> Scenario {
    let mut next = scenario.clone();
    for place in between(corners) {
        if let Some(key) = key_at(region, place) {
            next.revert(region, key);
        }
    }
    next
}

/// The scenario with each row's value at the left corner put into the years to its right: those of the
/// block, or all of them where a single column is chosen.
pub fn fill_right(region: &Region, scenario: &Scenario, corners: (Place, Place)) -> Scenario {
    let ((top, left), (bottom, right)) = ordered(corners);
    let end = if right > left {
        right + 1
    } else {
        region.years.plan().len()
    };
    let mut next = scenario.clone();
    for row in top..=bottom {
        let Some(from) = cell(region, scenario, (row, left)) else {
            continue;
        };
        for column in left + 1..end {
            if let Some(key) = key_at(region, (row, column)) {
                // A value that stands in one year is in range in every other.
                let fits = next.set(region, key, from.value);
                debug_assert!(fits.is_ok(), "the same lever");
            }
        }
    }
    next
}

/// A block of cells as text: tabs between columns, lines between rows, plain numbers in the units that are
/// shown, so that a spreadsheet takes it.
pub fn copy(
    region: &Region,
    scenario: &Scenario,
    corners: (Place, Place),
    write: impl Fn(Key, Decimal) -> String,
) -> String {
    let ((top, left), (bottom, right)) = ordered(corners);
    let text = |place: Place| {
        let (key, cell) = (key_at(region, place)?, cell(region, scenario, place)?);
        Some(write(key, cell.value))
    };
    let line = |row: usize| {
        let cells = (left..=right).map(|column| text((row, column)).unwrap_or_default());
        cells.collect::<Vec<_>>().join("\t")
    };
    (top..=bottom).map(line).collect::<Vec<_>>().join("\n")
}

/// The scenario with a block of text put over what is chosen, and the corners of what it was put over. A
/// block that goes evenly into what is chosen is repeated there; any other is put in from the upper left
/// corner on. All of it or nothing is taken; an empty cell leaves what is there.
///
/// # Errors
/// Every cell that can't be taken, with its place.
pub fn paste(
    region: &Region,
    scenario: &Scenario,
    corners: (Place, Place),
    text: &str,
) -> Result<(Scenario, (Place, Place)), Vec<Wrong>> {
    if text.len() > MOST_BYTES {
        let fault = Fault::TooLong(MOST_BYTES);
        return Err(vec![Wrong { place: None, fault }]);
    }
    let ((top, left), (bottom, right)) = ordered(corners);
    let lines = text.trim_end_matches(['\r', '\n']).lines();
    let block: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    let width = block.iter().map(Vec::len).max().unwrap_or(0);
    if width == 0 {
        return Ok((scenario.clone(), corners));
    }
    let (rows, columns) = (bottom - top + 1, right - left + 1);
    let fits = rows.is_multiple_of(block.len()) && columns.is_multiple_of(width);
    let (rows, columns) = match fits {
        true => (rows, columns),
        false => (block.len(), width),
    };
    let mut wrong = Vec::new();
    let mut next = scenario.clone();
    for (row, column) in between(((0, 0), (rows - 1, columns - 1))) {
        let typed = block[row % block.len()].get(column % width);
        let Some(typed) = typed.filter(|typed| !typed.trim().is_empty()) else {
            continue;
        };
        let place = (top + row, left + column);
        let taken = match key_at(region, place) {
            None => Err(Fault::UnknownYear),
            Some(key) => {
                read_typed(key.unit(), typed).and_then(|value| next.set(region, key, value))
            }
        };
        if let Err(fault) = taken {
            let is_beside = key_at(region, place).is_none();
            wrong.push(Wrong {
                place: (!is_beside).then_some(place),
                fault,
            });
        }
    }
    if wrong.is_empty() {
        Ok((next, ((top, left), (top + rows - 1, left + columns - 1))))
    } else {
        Err(wrong)
    }
}

fn ordered(((r1, c1), (r2, c2)): (Place, Place)) -> (Place, Place) {
    ((r1.min(r2), c1.min(c2)), (r1.max(r2), c1.max(c2)))
}

fn between(corners: (Place, Place)) -> impl Iterator<Item = Place> {
    let ((top, left), (bottom, right)) = ordered(corners);
    (top..=bottom).flat_map(move |row| (left..=right).map(move |column| (row, column)))
}

#[cfg(test)]
mod tests;
