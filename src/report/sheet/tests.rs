//! The formulas give what the model gives.

use super::book::Content;
use super::formula::Value;
use super::*;
use crate::language::Language;
use crate::region::key::Fixed;
use crate::region::tests::region;
use crate::report::Date;
use crate::report::own::Own;
use crate::scenario::Scenario;
use crate::scenario::examples::Example;
use rust_decimal::Decimal;

fn with(region: &Region, values: &[(Fixed, &str)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (key, text) in values {
        let value = Decimal::from_str_exact(text).expect("a decimal");
        let set = scenario.set(region, (*key).into(), value);
        set.expect("a value in range");
    }
    scenario
}

fn check(region: &Region, scenario: &Scenario) {
    let facts = Facts::of(region, scenario);
    let own = Own::default();
    let date = Date {
        year: 2026,
        month: 11,
        day: 23,
    };
    let given = Given {
        region,
        scenario,
        name: None,
        link: "#v=1",
        date,
        own: &own,
    };
    let words = Catalog::new(Language::SimplifiedChinese);
    let (book, lines) = build(&given, &facts, &words);
    let values = book.values();
    let number = |line: Line, year| {
        let value = values.get(&line.address(year));
        value.and_then(Value::number).expect("a number")
    };
    let sides = [&facts.outcome.plan, &facts.outcome.scenario];
    for (line, years) in lines.into_iter().zip(sides) {
        for year in years {
            let found = crate::number::round(number(line, year.year), 2);
            assert_eq!(found, year.income.rounded(), "{}", year.year);
        }
    }
    // No formula is in error, and every check beside the calculator's result holds.
    for (sheet, of) in book.sheets.iter().enumerate() {
        for ((row, column), cell) in &of.cells {
            let address = formula::Address {
                sheet,
                row: *row,
                column: *column,
            };
            let value = values.get(&address);
            let is_blank = cell.content == Content::Blank;
            assert!(
                value.is_some() != is_blank,
                "{address:?} {:?}",
                cell.content
            );
            // The calculator's own words, never a bare TRUE.
            assert!(!matches!(value, Some(Value::Flag(_))), "{address:?}");
            if *column == 4 && value == Some(&Value::Text(words.text("flag-no").to_string())) {
                panic!("{address:?} does not agree");
            }
        }
    }
}

#[test]
fn the_formulas_agree_with_the_model_to_the_fen() {
    let region = region();
    for example in Example::ALL {
        check(&region, &example.scenario(&region));
    }
    for values in [
        vec![(Fixed::Coverage, "1"), (Fixed::GrantsShare, "0.05")],
        vec![(Fixed::Coverage, "0.5")],
        vec![(Fixed::Repeat, "0"), (Fixed::FundsCountyIndustry, "0")],
        vec![(Fixed::Execution, "0.6"), (Fixed::CarrySpent, "0.4")],
        vec![(Fixed::Social, "100000000"), (Fixed::SocialIndustry, "0.3")],
        vec![
            (Fixed::RelocatedEmployment, "0.1"),
            (Fixed::Clawback, "0.2"),
        ],
        vec![(Fixed::Coverage0, "0.7"), (Fixed::Coverage, "0.9")],
        vec![
            (Fixed::PopulationGrowth, "-0.02"),
            (Fixed::JobsWelfare, "3000"),
        ],
        vec![
            (Fixed::ExistingAssets, "1000000000"),
            (Fixed::OperatingRate, "1"),
        ],
        vec![(Fixed::InfraReturn, "0.1"), (Fixed::ReliefShare, "1")],
    ] {
        check(&region, &with(&region, &values));
    }
    for values in [
        vec![("coverage.2025", "0.6"), ("jobs.outward.2024", "3000")],
        vec![
            ("funds.county.other.2025", "0"),
            ("funds.central.industry.2030", "900000000"),
        ],
        vec![
            ("repeat", "0"),
            ("funds.city.infrastructure", "0"),
            ("funds.city.infrastructure.2026", "50000000"),
            ("coverage", "0.9"),
            ("coverage.2024", "0.82"),
        ],
    ] {
        let mut scenario = Scenario::default();
        for (name, value) in values {
            let key = Key::parse(name).expect("a key");
            let value = Decimal::from_str_exact(value).expect("a decimal");
            scenario.set(&region, key, value).expect("in range");
        }
        check(&region, &scenario);
    }
}

/// Numbers stand on the sheet of inputs, and beside the formulas as the calculator's own results.
#[test]
fn no_other_sheet_holds_a_pasted_number() {
    let region = region();
    let scenario = Example::Together.scenario(&region);
    let facts = Facts::of(&region, &scenario);
    let own = Own::default();
    let date = Date {
        year: 2026,
        month: 11,
        day: 23,
    };
    let given = Given {
        region: &region,
        scenario: &scenario,
        name: None,
        link: "#v=1",
        date,
        own: &own,
    };
    let words = Catalog::new(Language::English);
    let (book, _) = build(&given, &facts, &words);
    for (name, sheet) in book.names.iter().zip(&book.sheets).skip(1) {
        let numbers = sheet
            .cells
            .values()
            .filter(|cell| matches!(cell.content, Content::Number(..)));
        let allowed = if name == "Result" {
            5 * region.years.plan().len()
        } else {
            0
        };
        assert_eq!(numbers.count(), allowed, "{name}");
    }
}

/// Whose a replaced value is, its row says: never the publication that it replaced.
#[test]
fn a_replaced_value_names_no_publication() {
    let region = region();
    let mut scenario = Scenario::default();
    let said = "公安局户籍数";
    for (key, value) in [(Fixed::Population, "450000"), (Fixed::Coverage0, "0.8")] {
        let value = Decimal::from_str_exact(value).expect("a decimal");
        let set = scenario.set(&region, key.into(), value);
        set.expect("a value in range");
    }
    let (note, _) = crate::scenario::note::Note::read(said);
    let set = scenario.set_note(&region, Fixed::Population.into(), note);
    set.expect("a key of the region");
    let facts = Facts::of(&region, &scenario);
    let given = Given {
        region: &region,
        scenario: &scenario,
        name: None,
        link: "#v=1",
        date: Date {
            year: 2026,
            month: 11,
            day: 23,
        },
        own: &Own::default(),
    };
    let words = Catalog::new(Language::SimplifiedChinese);
    let (book, _) = build(&given, &facts, &words);
    let inputs = &book.sheets[0].cells;
    let text = |content: &Content| match content {
        Content::Text(text) => text.clone(),
        _ => String::new(),
    };
    let source_of = |key: Fixed| {
        let name = Key::from(key).to_string();
        let found = inputs.iter().find(|(_, cell)| text(&cell.content) == name);
        let ((row, _), _) = found.expect("a row for the key");
        text(&inputs[&(*row, 8)].content)
    };
    assert_eq!(source_of(Fixed::Population), said);
    assert_eq!(source_of(Fixed::Coverage0), "使用者填写");
    assert!(source_of(Fixed::Execution).len() > "使用者填写".len());
}
