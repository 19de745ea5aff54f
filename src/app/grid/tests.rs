use super::paste::{Block, MOST_BYTES};
use super::*;
use crate::i18n::Catalog;
use crate::language::Language;
use crate::region::tests::region;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

/// A single cell as what is chosen.
fn at(row: usize, column: usize) -> (Place, Place) {
    ((row, column), (row, column))
}

/// The rows: four levels of three cells and a total, four totals, coverage, five batches of jobs.
const COUNTY: usize = 12;
const COUNTY_TOTAL: usize = 15;
const INDUSTRY_TOTAL: usize = 16;
const TOTAL: usize = 19;
const COVERAGE: usize = 20;
const JOBS: usize = 21;

/// A sheet that is changed step by step.
struct Desk {
    region: Region,
    scenario: Scenario,
    locks: Locks,
}

impl Desk {
    fn new() -> Self {
        Self {
            region: region(),
            scenario: Scenario::default(),
            locks: Locks::default(),
        }
    }

    fn sheet(&self) -> YearSheet<'_> {
        YearSheet {
            region: &self.region,
            scenario: &self.scenario,
            locks: &self.locks,
        }
    }

    fn put(&mut self, place: Place, value: &str) {
        self.scenario = self.sheet().put(place, decimal(value)).expect("fits");
    }

    fn value(&self, row: usize, column: usize) -> Decimal {
        let cell = self.sheet().cell((row, column));
        cell.expect("a cell").value.normalize()
    }

    /// An amount in ten thousand yuan.
    fn funds(&self, row: usize, column: usize) -> Decimal {
        (self.value(row, column) / Decimal::from(10_000)).normalize()
    }

    fn paste(&self, corners: (Place, Place), text: &str) -> Block {
        let languages = Language::ALL.map(Catalog::new);
        let languages: Vec<&Catalog> = languages.iter().collect();
        let block = self.sheet().paste(corners, text, &languages);
        block.expect("not too long")
    }

    fn taken(&mut self, corners: (Place, Place), text: &str) -> Block {
        let block = self.paste(corners, text);
        assert!(block.fits(), "{block:?}");
        self.scenario = block.scenario.clone();
        block
    }
}

#[test]
fn the_first_column_is_the_lever_and_the_others_are_years() {
    let mut desk = Desk::new();
    assert_eq!(desk.sheet().size(), (26, 8));
    assert_eq!(desk.sheet().keys((COVERAGE, 0)), [Fixed::Coverage.into()]);
    let keys = desk.sheet().keys((COVERAGE, 2));
    assert_eq!(keys[0].to_string(), "coverage.2025");
    assert_eq!(desk.sheet().keys((COUNTY_TOTAL, 1)).len(), 3);
    assert_eq!(desk.sheet().keys((TOTAL, 1)).len(), 12);
    assert_eq!(desk.sheet().cell((COVERAGE, 8)), None);
    assert_eq!(desk.sheet().cell((26, 0)), None);
    desk.put((COVERAGE, 0), "0.9");
    // What was decided for all years is followed by each.
    let found = desk.sheet().cell((COVERAGE, 5)).expect("a cell");
    assert_eq!((found.value, found.is_own), (decimal("0.9"), false));
    let refused = desk.sheet().put((COVERAGE, 5), decimal("1.5"));
    let refused = refused.expect_err("out of range");
    assert!(matches!(
        refused[0].why,
        Why::Fault(Fault::OutOfRange { .. })
    ));
}

#[test]
fn totals_are_cells_that_stand_below_what_they_add_up() {
    let desk = Desk::new();
    for (row, line) in lines().into_iter().enumerate() {
        let GridLine::Sum(part) = line else { continue };
        let rows = lines().into_iter().enumerate().filter(
            |(_, line)| matches!(line, GridLine::Lever(lever) if levers_of(part).contains(lever)),
        );
        let sum: Decimal = rows.map(|(row, _)| desk.value(row, 3)).sum();
        assert_eq!(desk.value(row, 3), sum.normalize(), "{part:?}");
    }
}

#[test]
fn a_row_is_filled_to_the_right_and_taken_back() {
    let mut desk = Desk::new();
    desk.put((JOBS, 2), "500");
    let one = desk.scenario.clone();
    desk.scenario = desk.sheet().fill_right(at(JOBS, 2)).expect("fits");
    for column in 0..8 {
        let expected = if column < 2 { "0" } else { "500" };
        assert_eq!(desk.value(JOBS, column), decimal(expected), "{column}");
    }
    let cleared = desk.sheet().clear(((JOBS, 7), (JOBS, 0))).expect("fits");
    assert!(cleared.is_plan());
    desk.scenario = one;
    desk.scenario = desk
        .sheet()
        .fill_right(((JOBS, 4), (JOBS, 2)))
        .expect("fits");
    assert_eq!(desk.value(JOBS, 4), decimal("500"));
    assert_eq!(desk.value(JOBS, 5), decimal("0"), "beside the block");
}

/// The county's funds of the plan, in ten thousand yuan.
fn county_plan() -> Decimal {
    Desk::new().funds(COUNTY_TOTAL, 0)
}

#[test]
fn five_per_cent_less_a_year_for_a_level_is_one_total_and_one_fill() {
    let mut desk = Desk::new();
    let before = county_plan();
    let first = (before * decimal("0.95")).normalize();
    desk.put((COUNTY_TOTAL, 0), &(first * decimal("10000")).to_string());
    let filled = desk.sheet().grow(at(COUNTY_TOTAL, 0), decimal("-0.05"));
    let filled = filled.expect("nothing stands in the way");
    assert!(filled.at_limit.is_empty());
    desk.scenario = filled.scenario;
    let mut wanted = first;
    for column in 0..8 {
        if column > 0 {
            wanted = crate::number::round(wanted * decimal("0.95"), 0).normalize();
        }
        assert_eq!(desk.funds(COUNTY_TOTAL, column), wanted, "{column}");
        // Each cell keeps its part, to a whole ten thousand, and no other level moves.
        let plan = Desk::new();
        for row in COUNTY..COUNTY_TOTAL {
            let part = plan.funds(row, 0) / before * wanted;
            let differs = (desk.funds(row, column) - part).abs();
            assert!(differs <= Decimal::from(5), "{row} {column}: {differs}");
        }
        assert_eq!(desk.value(11, column), plan.value(11, column));
    }
}

#[test]
fn growth_stops_at_limits_and_says_so() {
    let mut desk = Desk::new();
    let filled = desk
        .sheet()
        .grow(at(COVERAGE, 0), decimal("0.1"))
        .expect("fits");
    desk.scenario = filled.scenario;
    assert_eq!(desk.value(COVERAGE, 1), decimal("0.891"));
    assert_eq!(desk.value(COVERAGE, 2), decimal("0.9801"));
    assert_eq!(desk.value(COVERAGE, 3), Decimal::ONE);
    assert_eq!(filled.at_limit.first(), Some(&(COVERAGE, 3)));
    let wrong = desk
        .sheet()
        .grow(at(COVERAGE, 0), decimal("1.5"))
        .expect_err("too fast");
    assert_eq!(wrong[0].place, None);
}

#[test]
fn locks_hold_in_every_year() {
    let mut desk = Desk::new();
    desk.locks.toggle(MatrixPart::Row(Level::County));
    let before = desk.value(COUNTY_TOTAL, 2);
    let total = desk.value(TOTAL, 2);
    // The row keeps its total: its other cells give way.
    let more = desk.value(COUNTY, 2) + decimal("1000000");
    desk.put((COUNTY, 2), &more.to_string());
    assert_eq!(desk.value(COUNTY_TOTAL, 2), before);
    // What all have to give, the others give.
    let less = (total - decimal("100000000")).to_string();
    desk.put((TOTAL, 2), &less);
    assert_eq!(desk.value(TOTAL, 2), decimal(&less));
    assert_eq!(desk.value(COUNTY_TOTAL, 2), before);
    let refused = desk
        .sheet()
        .put((COUNTY_TOTAL, 2), Decimal::ZERO)
        .expect_err("locked");
    assert_eq!(refused[0].place, Some((COUNTY_TOTAL, 2)));
    assert!(matches!(
        refused[0].why,
        Why::Funds(MatrixPart::Row(Level::County), Impossible::Locked)
    ));
    // The year has a cell of its own, so that the others can't follow the first year alone.
    let refused = desk
        .sheet()
        .clear(at(COUNTY, 2))
        .expect_err("would move the total");
    assert_eq!(refused[0].place, Some((COUNTY_TOTAL, 2)));
    let block = desk.paste(at(COUNTY, 3), "1\n2\n3");
    assert_eq!(block.refused().count(), 3);
    assert_eq!(block.scenario, desk.scenario);
}

#[test]
fn a_block_is_pasted_and_one_that_does_not_fit_is_refused_cell_by_cell() {
    let mut desk = Desk::new();
    let plan = desk.scenario.clone();
    // Per cent and people, as the sheet shows them; a spreadsheet's own line ends.
    let block = desk.taken(at(COVERAGE, 1), "82\t\t84%\r\n1,000\t2000\t\r\n");
    assert_eq!(block.over, ((COVERAGE, 1), (JOBS, 3)));
    let values = |row: usize| [1, 2, 3].map(|column| desk.value(row, column));
    assert_eq!(values(COVERAGE), ["0.82", "0.81", "0.84"].map(decimal));
    assert_eq!(values(JOBS), ["1000", "2000", "0"].map(decimal));
    desk.scenario = plan;
    let block = desk.paste(at(COVERAGE, 6), "82\tx\t84\n-5");
    let places: Vec<Option<Place>> = block.refused().map(|(cell, _)| cell.to).collect();
    assert_eq!(places, [Some((COVERAGE, 7)), None, Some((JOBS, 6))]);
    assert!(!block.fits());
    // What can be taken is there to be taken.
    assert_eq!(block.put(), 1);
    desk.scenario = block.scenario.clone();
    assert_eq!(desk.value(COVERAGE, 6), decimal("0.82"));
    let words = Catalog::new(Language::SimplifiedChinese);
    let long = desk
        .sheet()
        .paste(at(0, 0), &"1\t".repeat(MOST_BYTES), &[&words]);
    assert_eq!(long, Err(Fault::TooLong(MOST_BYTES)));
}

#[test]
fn a_copied_block_comes_back_as_it_was() {
    let mut desk = Desk::new();
    desk.put((JOBS, 1), "700");
    let corners = ((JOBS + 1, 2), (JOBS, 0));
    let plain = |_: Unit, value: Decimal| value.normalize().to_string();
    let text = desk.sheet().copy(corners, plain);
    assert_eq!(text, "0\t700\t0\n0\t0\t0");
    let before = desk.scenario.clone();
    desk.taken(at(JOBS, 0), &text);
    for (row, column) in between(corners) {
        let old = Desk {
            scenario: before.clone(),
            ..Desk::new()
        };
        assert_eq!(desk.value(row, column), old.value(row, column));
    }
    // What was pasted was put there, also where it holds anyway.
    assert!(desk.sheet().cell((JOBS, 2)).expect("a cell").is_own);
    // The whole sheet, totals and all, comes back too.
    let words = Catalog::new(Language::SimplifiedChinese);
    let all = ((0, 0), (25, 7));
    let text = desk
        .sheet()
        .copy(all, |unit, value| words.typed(unit, value));
    let before: Vec<Decimal> = between(all)
        .map(|(row, column)| desk.value(row, column))
        .collect();
    let block = desk.taken(at(0, 0), &text);
    assert_eq!(block.agreeing(), 64);
    let after: Vec<Decimal> = between(all)
        .map(|(row, column)| desk.value(row, column))
        .collect();
    assert_eq!(before, after);
}

#[test]
fn what_goes_evenly_into_what_is_chosen_fills_it() {
    let decimals = |texts: [&str; 8]| texts.map(decimal).to_vec();
    let chosen = ((JOBS + 1, 4), (JOBS, 1));
    for (text, expected) in [
        ("7", ["7"; 8]),
        ("1\t2", ["1", "2", "1", "2", "1", "2", "1", "2"]),
        ("1\n2", ["1", "1", "1", "1", "2", "2", "2", "2"]),
        // Three columns don't go into four: once, from the corner on.
        ("1\t2\t3", ["1", "2", "3", "0", "0", "0", "0", "0"]),
    ] {
        let mut desk = Desk::new();
        let block = desk.taken(chosen, text);
        let jobs = between(((JOBS, 1), (JOBS + 1, 4)));
        let jobs: Vec<Decimal> = jobs.map(|(row, column)| desk.value(row, column)).collect();
        assert_eq!(jobs, decimals(expected), "{text}");
        let whole = ((JOBS, 1), (JOBS + 1, 4));
        let once = ((JOBS, 1), (JOBS, 3));
        assert_eq!(block.over, if text.contains('3') { once } else { whole });
    }
    let mut desk = Desk::new();
    desk.taken(chosen, "\n");
    assert!(desk.scenario.is_plan());
    // One amount over a level fills its cells; its total follows.
    desk.taken(((COUNTY, 1), (COUNTY_TOTAL, 1)), "100");
    assert_eq!(desk.funds(COUNTY_TOTAL, 1), decimal("300"));
}

#[test]
fn totals_in_a_block_are_checked_against_their_cells_or_set() {
    let mut desk = Desk::new();
    let block = desk.taken(at(COUNTY, 1), "100\n200\n300\n600");
    assert_eq!((block.put(), block.agreeing()), (3, 1));
    assert_eq!(desk.funds(COUNTY_TOTAL, 1), decimal("600"));
    // Totals alone are set as if they were typed.
    desk.taken(at(COUNTY_TOTAL, 2), "6000\t5000");
    assert_eq!(desk.funds(COUNTY_TOTAL, 2), decimal("6000"));
    assert_eq!(desk.funds(COUNTY_TOTAL, 3), decimal("5000"));
    // Totals of all categories and of all of it.
    desk.taken(at(INDUSTRY_TOTAL, 4), "10000\n20000\n3000\n33000");
    assert_eq!(desk.funds(INDUSTRY_TOTAL + 1, 4), decimal("20000"));
    assert_eq!(desk.funds(TOTAL, 4), decimal("33000"));
    // A total that its cells don't add up to.
    let block = desk.paste(at(INDUSTRY_TOTAL, 5), "10000\n20000\n3000\n90000");
    let refused: Vec<_> = block.refused().collect();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].0.to, Some((TOTAL, 5)));
}

#[test]
fn a_block_without_totals_goes_past_those_of_the_sheet_but_not_unasked() {
    let mut desk = Desk::new();
    let text = (1..=12)
        .map(|n| (n * 100).to_string())
        .collect::<Vec<_>>()
        .join("\n");
    let block = desk.paste(at(0, 1), &text);
    assert!(block.skips_totals && !block.fits(), "{block:?}");
    assert_eq!((block.put(), block.refused().count()), (12, 0));
    desk.scenario = block.scenario.clone();
    assert_eq!(desk.funds(COUNTY, 1), decimal("1000"));
    assert_eq!(desk.funds(TOTAL, 1), decimal("7800"));
    // A total beside some of its cells may be meant otherwise.
    assert!(!desk.paste(at(14, 2), "100\n900").fits());
}

#[test]
fn years_and_names_at_the_rims_say_where_a_block_goes() {
    let mut desk = Desk::new();
    let text = "单位：万元\t\t\n项目\t2026年\t2025年度\n县级·产业\t5100\t5200\n县级·基础设施\t100\t200\n县级·其他\t10\t20\n县级合计\t5210\t5420\n产业帮扶覆盖率（%）\t85\t84";
    // Years run downwards here, which is no head; upwards they are.
    let block = desk.paste(at(0, 0), text);
    assert!(!block.fits());
    let text = text.replace("2026年\t2025年度", "2025年\t2026年度");
    let block = desk.taken(at(0, 0), &text);
    assert_eq!((block.put(), block.agreeing()), (8, 2));
    assert_eq!(desk.funds(COUNTY, 2), decimal("5100"));
    assert_eq!(desk.funds(COUNTY + 1, 3), decimal("200"));
    assert_eq!(desk.value(COVERAGE, 3), decimal("0.84"));
    assert_eq!(desk.value(COVERAGE, 1), decimal("0.81"));
    // Levels beside categories, as a budget has them; a year and a row that are not here.
    let text = "级次\t类别\t2022\t2024\n县级\t产业\t1\t4000\n\t其他\t2\t500\n\t小计\t3\t4500\n县级\t公共服务\t4\t7";
    let block = desk.paste(at(5, 5), text);
    assert_eq!((block.put(), block.agreeing()), (3, 0), "{block:?}");
    desk.scenario = block.scenario.clone();
    assert_eq!(desk.funds(COUNTY, 1), decimal("4000"));
    let nowhere = block.refused().filter(|(cell, _)| cell.to.is_none());
    assert_eq!(nowhere.count(), 5);
    let sum = block
        .refused()
        .find(|(cell, _)| cell.to == Some((COUNTY_TOTAL, 1)));
    assert!(sum.is_none(), "{sum:?}");
}

#[test]
fn values_that_look_like_years_stay_values() {
    let mut desk = Desk::new();
    desk.taken(at(JOBS, 1), "2024\t2025\n2026\t2027");
    assert_eq!(desk.value(JOBS, 1), decimal("2024"));
    assert_eq!(desk.value(JOBS + 1, 2), decimal("2027"));
    // Years above values with no names at their left need a confirmation.
    assert!(!desk.paste(at(JOBS, 1), "2024\t2025\n20\t30").fits());
}

#[test]
fn no_block_makes_it_fail() {
    let desk = Desk::new();
    for text in [
        "",
        "\t",
        "\n\n\t",
        "\"",
        "\"\t\n\"",
        "2024",
        "2024\t2025",
        "合计",
        "a\tb\nc\td",
        "县级\t\n县级",
        "2024\t2025\n",
        "\u{202e}1\t２",
        "县级合计\t1\n县级合计\t2",
        "\"2024\n年\"\t\"2025\n年\"\n1\t2",
    ] {
        for corners in [at(0, 0), at(25, 7), ((3, 2), (9, 5))] {
            let block = desk.paste(corners, text);
            assert!(block.over.1.0 < 26 && block.over.1.1 < 8, "{text}");
        }
    }
}
