use super::*;
use crate::region::tests::region;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

/// A single cell as what is chosen.
fn at(row: usize, column: usize) -> (Place, Place) {
    ((row, column), (row, column))
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
        at(COVERAGE, 1),
        "82\t\t84%\r\n1,000\t2000\t\r\n",
    );
    let (pasted, over) = pasted.expect("fits");
    assert_eq!(over, ((COVERAGE, 1), (JOBS, 3)));
    let value = |row, column| cell(&region, &pasted, (row, column)).expect("a cell").value;
    assert_eq!(
        (value(COVERAGE, 1), value(COVERAGE, 2), value(COVERAGE, 3)),
        (decimal("0.82"), decimal("0.81"), decimal("0.84"))
    );
    assert_eq!(
        (value(JOBS, 1), value(JOBS, 2), value(JOBS, 3)),
        (decimal("1000"), decimal("2000"), decimal("0"))
    );
    let wrong = paste(&region, &plan, at(COVERAGE, 6), "82\tx\t84\n-5").expect_err("three faults");
    let places: Vec<Option<Place>> = wrong.iter().map(|wrong| wrong.place).collect();
    assert_eq!(places, [Some((COVERAGE, 7)), None, Some((JOBS, 6))]);
    let long = "1\t".repeat(MOST_BYTES);
    assert_eq!(
        paste(&region, &plan, at(0, 0), &long).expect_err("long")[0].fault,
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
    let (again, _) = paste(&region, &one, at(JOBS, 0), &text).expect("fits");
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

#[test]
fn what_goes_evenly_into_what_is_chosen_fills_it() {
    let region = region();
    let plan = Scenario::default();
    let jobs = |scenario: &Scenario| -> Vec<Decimal> {
        let cells = between(((JOBS, 1), (JOBS + 1, 4)));
        cells
            .filter_map(|place| cell(&region, scenario, place))
            .map(|cell| cell.value)
            .collect()
    };
    let decimals = |texts: [&str; 8]| texts.map(decimal).to_vec();
    let chosen = ((JOBS + 1, 4), (JOBS, 1));
    for (text, expected) in [
        ("7", ["7"; 8]),
        ("1\t2", ["1", "2", "1", "2", "1", "2", "1", "2"]),
        ("1\n2", ["1", "1", "1", "1", "2", "2", "2", "2"]),
        // Three columns don't go into four: once, from the corner on.
        ("1\t2\t3", ["1", "2", "3", "0", "0", "0", "0", "0"]),
    ] {
        let (pasted, over) = paste(&region, &plan, chosen, text).expect("fits");
        assert_eq!(jobs(&pasted), decimals(expected), "{text}");
        let whole = ((JOBS, 1), (JOBS + 1, 4));
        let once = ((JOBS, 1), (JOBS, 3));
        assert_eq!(over, if text.contains('3') { once } else { whole });
    }
    let (nothing, _) = paste(&region, &plan, chosen, "\n").expect("fits");
    assert!(nothing.is_plan());
}
