//! Levers year by year as a sheet of cells: funds, coverage and jobs down, plan years across. The
//! first column is the lever itself; what is typed into another one holds for that year alone.

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

/// The scenario with a block of text put in from a corner on. All of it or nothing is taken; an empty
/// cell leaves what is there.
///
/// # Errors
/// Every cell that can't be taken, with its place.
pub fn paste(
    region: &Region,
    scenario: &Scenario,
    (top, left): Place,
    text: &str,
) -> Result<Scenario, Vec<Wrong>> {
    if text.len() > MOST_BYTES {
        let fault = Fault::TooLong(MOST_BYTES);
        return Err(vec![Wrong { place: None, fault }]);
    }
    let mut wrong = Vec::new();
    let mut next = scenario.clone();
    let lines = text.trim_end_matches(['\r', '\n']).lines();
    for (row, line) in lines.enumerate() {
        for (column, typed) in line.split('\t').enumerate() {
            if typed.trim().is_empty() {
                continue;
            }
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
    }
    if wrong.is_empty() {
        Ok(next)
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
mod tests {
    use super::*;
    use crate::region::parse::parse_region;

    fn region() -> Region {
        let text = include_str!("../../static/regions/zhangjiakou-2021.json");
        parse_region(text).expect("the region's file is in order")
    }

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    /// The rows: twelve cells of funds, coverage, five batches of jobs.
    const COVERAGE: usize = 12;
    const JOBS: usize = 13;

    #[test]
    fn the_first_column_is_the_lever_and_the_others_are_years() {
        let region = region();
        assert_eq!(levers().len(), 18);
        assert_eq!(key_at(&region, (COVERAGE, 0)), Some(Fixed::Coverage.into()));
        let key = key_at(&region, (COVERAGE, 2)).expect("a year");
        assert_eq!(key.to_string(), "coverage.2025");
        assert_eq!(key_at(&region, (COVERAGE, 8)), None);
        assert_eq!(key_at(&region, (18, 0)), None);
        let one = put(&region, &Scenario::default(), (COVERAGE, 0), decimal("0.9"));
        let one = one.expect("in range");
        // What was decided for all years is followed by each.
        let found = cell(&region, &one, (COVERAGE, 5)).expect("a cell");
        assert_eq!(
            found,
            Cell {
                value: decimal("0.9"),
                is_own: false
            }
        );
        let refused = put(&region, &one, (COVERAGE, 5), decimal("1.5"));
        assert!(matches!(refused, Err(Fault::OutOfRange { .. })));
    }

    #[test]
    fn a_row_is_filled_to_the_right_and_taken_back() {
        let region = region();
        let one = put(&region, &Scenario::default(), (JOBS, 2), decimal("500")).expect("fits");
        let filled = fill_right(&region, &one, ((JOBS, 2), (JOBS, 2)));
        for column in 0..8 {
            let value = cell(&region, &filled, (JOBS, column))
                .expect("a cell")
                .value;
            let expected = if column < 2 { "0" } else { "500" };
            assert_eq!(value, decimal(expected), "{column}");
        }
        let block = fill_right(&region, &one, ((JOBS, 4), (JOBS, 2)));
        let value = |column| cell(&region, &block, (JOBS, column)).map(|cell| cell.value);
        assert_eq!(value(4), Some(decimal("500")));
        assert_eq!(value(5), Some(decimal("0")), "beside the block");
        let cleared = clear(&region, &filled, ((JOBS, 7), (JOBS, 0)));
        assert!(cleared.is_plan());
    }

    #[test]
    fn a_block_is_pasted_whole_or_not_at_all() {
        let region = region();
        let plan = Scenario::default();
        // Per cent and people, as the sheet shows them; a spreadsheet's own line ends.
        let pasted = paste(
            &region,
            &plan,
            (COVERAGE, 1),
            "82\t\t84%\r\n1,000\t2000\t\r\n",
        );
        let pasted = pasted.expect("fits");
        let value = |row, column| cell(&region, &pasted, (row, column)).expect("a cell").value;
        assert_eq!(
            (value(COVERAGE, 1), value(COVERAGE, 2), value(COVERAGE, 3)),
            (decimal("0.82"), decimal("0.81"), decimal("0.84"))
        );
        assert_eq!(
            (value(JOBS, 1), value(JOBS, 2), value(JOBS, 3)),
            (decimal("1000"), decimal("2000"), decimal("0"))
        );
        let wrong =
            paste(&region, &plan, (COVERAGE, 6), "82\tx\t84\n-5").expect_err("three faults");
        let places: Vec<Option<Place>> = wrong.iter().map(|wrong| wrong.place).collect();
        assert_eq!(places, [Some((COVERAGE, 7)), None, Some((JOBS, 6))]);
        let long = "1\t".repeat(MOST_BYTES);
        assert_eq!(
            paste(&region, &plan, (0, 0), &long).expect_err("long")[0].fault,
            Fault::TooLong(MOST_BYTES)
        );
    }

    #[test]
    fn a_copied_block_comes_back_as_it_was() {
        let region = region();
        let one = put(&region, &Scenario::default(), (JOBS, 1), decimal("700")).expect("fits");
        let corners = ((JOBS + 1, 2), (JOBS, 0));
        let text = copy(&region, &one, corners, |_, value| {
            value.normalize().to_string()
        });
        assert_eq!(text, "0\t700\t0\n0\t0\t0");
        let again = paste(&region, &one, (JOBS, 0), &text).expect("fits");
        let values = |scenario: &Scenario| -> Vec<Decimal> {
            let cells = between(corners).filter_map(|place| cell(&region, scenario, place));
            cells.map(|cell| cell.value).collect()
        };
        assert_eq!(values(&again), values(&one));
        // What was pasted was put there, also where it holds anyway.
        assert_eq!(
            cell(&region, &again, (JOBS, 2)).map(|cell| cell.is_own),
            Some(true)
        );
    }
}
