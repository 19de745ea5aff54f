//! The band of errors on the scenario's line.

use rust_decimal::Decimal;

use super::{history, start};
use crate::analysis::looking_back::ErrorsAhead;
use crate::chart::Line;
use crate::chart::paths::{Incomes, PathsChoice, PathsView, chart_model};
use crate::export::table::TableCell;
use crate::i18n::Catalog;
use crate::language::Language;
use crate::number::Share;
use crate::region::key::Benchmark;

fn share(text: &str) -> Share {
    Share(Decimal::from_str_exact(text).expect("a decimal"))
}

/// The band has no width in the known year, and ends where no year can be held against it; a
/// path of 100 yuan with errors of −1 % and +10 % lies between 99 and 110.
#[test]
fn errors_of_the_past_lie_on_the_scenarios_line() {
    let state = start();
    let words = Catalog::new(Language::English);
    let history = history(&state);
    let ahead = |ahead, lowest, highest| ErrorsAhead {
        ahead,
        count: 1,
        lowest: share(lowest),
        highest: share(highest),
    };
    let errors = [ahead(1, "-0.002", "0.05"), ahead(2, "-0.01", "0.1")];
    let incomes = Incomes {
        errors: &errors,
        ..state.results.incomes(&history)
    };
    let mut choice = PathsChoice {
        view: PathsView::Levels,
        hidden: vec![],
        benchmark: Some(Benchmark::LiftedProvince),
    };
    let drawn = chart_model(&words, incomes, &choice);
    let table = &drawn.table;
    let column = |name: &str| table.heads.iter().position(|head| head == name);
    let low = column("Error band, lower edge").expect("a column");
    assert_eq!(column("Error band, upper edge"), Some(low + 1));
    let edges = |row: usize| {
        let cell = |column: usize| match &table.rows[row].cells[column - 1] {
            TableCell::Number { value, .. } => Some(crate::number::round(*value, 2)),
            _ => None,
        };
        [cell(low), cell(low + 1)]
    };
    let income = |row: usize| Line::Scenario.amounts(incomes)[row].expect("known").exact();
    let expected = |row: usize, factors: [&str; 2]| {
        factors.map(|factor| {
            let factor = share(factor).exact();
            Some(crate::number::round(income(row) * factor, 2))
        })
    };
    assert_eq!(edges(0), expected(0, ["1", "1"]));
    assert_eq!(edges(1), expected(1, ["0.998", "1.05"]));
    assert_eq!(edges(2), expected(2, ["0.99", "1.1"]));
    assert_eq!(edges(3), [None, None]);
    assert!(drawn.description.contains("Error band: 1 to 2 years ahead"));
    let series = drawn.drawing.option["series"].as_array().expect("a list");
    let band = series.iter().find(|one| one["name"] == "Error band");
    let band = band.expect("a band");
    assert_eq!(band["data"].as_array().map(Vec::len), Some(3));
    assert_eq!(band["stack"], "errors");
    // It takes the place of the gap's shade, and leaves the differences alone.
    assert!(!series.iter().any(|one| one["stack"] == "gap"));
    choice.view = PathsView::Differences;
    let drawn = chart_model(&words, incomes, &choice);
    assert!(!drawn.description.contains("Error band"));
    assert_eq!(drawn.table.heads.len(), 2);
}
