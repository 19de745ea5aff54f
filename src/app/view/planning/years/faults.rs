//! Names of rows and cells, and what can't be put into a cell, in words.

use crate::app::grid::{GridLine, Place, Why, Wrong, lines};
use crate::app::view::inputs::matrix::{part_name, refusal::refusal};
use crate::app::words::Words;
use crate::number::Yuan;
use crate::region::Region;
use crate::region::key::{Unit, Year};

/// The name of a row.
pub fn line_name(words: &Words, line: GridLine) -> String {
    match line {
        GridLine::Lever(lever) => words.key_name(lever.into()).to_string(),
        GridLine::Sum(part) => part_name(words, part),
    }
}

/// A cell's name: its row and its year.
pub fn cell_name(words: &Words, region: &Region, (row, column): Place) -> String {
    let name = lines().get(row).map(|line| line_name(words, *line));
    let year = region.years.first_plan + column as Year;
    let parts = [
        ("name", &*name.unwrap_or_default()),
        ("year", &*year.to_string()),
    ];
    words.format("plan-years-place", &parts)
}

/// The reason why something can't be put there.
pub fn why(words: &Words, why: &Why) -> String {
    match why {
        Why::Fault(fault) => words.fault(fault),
        Why::Funds(part, impossible) => refusal(words, *part, impossible),
        Why::NotTheSum(Yuan(sum)) => {
            let sum = words.value_of_unit(Unit::Yuan, *sum);
            words.format("plan-years-not-the-sum", &[("sum", &sum)])
        }
        Why::NoRow(name) if name.is_empty() => words.text("plan-years-no-name").to_string(),
        Why::NoRow(name) => words.format("plan-years-no-row", &[("name", name)]),
        Why::NoYear(year) if year.is_empty() => words.text("plan-years-no-head").to_string(),
        Why::NoYear(year) => words.format("plan-years-no-year", &[("year", year)]),
        Why::Beside => words.text("plan-years-beside").to_string(),
    }
}

/// The fault, and where it is.
pub fn fault_text(words: &Words, region: &Region, wrong: &Wrong) -> String {
    let fault = why(words, &wrong.why);
    match wrong.place {
        Some(place) => {
            let place = cell_name(words, region, place);
            words.format("plan-years-fault", &[("place", &place), ("fault", &fault)])
        }
        None => fault,
    }
}
