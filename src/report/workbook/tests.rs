//! The formulas give what the model gives, and hold all that it names.

use std::collections::HashMap;

use super::book::{BookLine, Content};
use super::formula::{Address, Value, YUAN_IN_WAN};
use super::*;
use crate::analysis::explain::Trace;
use crate::analysis::explain::table::RowName;
use crate::analysis::explain::tape::NodeKind;
use crate::language::Language;
use crate::model::Channel;
use crate::model::term::{Quantity, Side};
use crate::model::topic::Topic;
use crate::region::key::{Fixed, Key, Unit};
use crate::region::tests::region;
use crate::report::Date;
use crate::report::own::Own;
use crate::scenario::Scenario;
use crate::scenario::examples::Example;
use rust_decimal::Decimal;

/// A scenario with values of keys by their names.
fn with(region: &Region, values: &[(&str, &str)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (name, value) in values {
        let key = Key::parse(name).expect("a key");
        let value = Decimal::from_str_exact(value).expect("a decimal");
        scenario.set(region, key, value).expect("a value in range");
    }
    scenario
}

/// A workbook with the model's own results.
struct Made {
    book: Book,
    calculation: Calculation,
    facts: Facts,
}

fn made(region: &Region, scenario: &Scenario, language: Language) -> Made {
    let facts = Facts::of(region, scenario);
    let given = Given {
        region,
        scenario,
        name: None,
        link: "#v=1",
        date: Date {
            year: 2026,
            month: 11,
            day: 23,
        },
        own: &Own::default(),
        draws: None,
        prices: crate::analysis::prices::PriceBasis::Nominal,
    };
    let (book, calculation) = build(&given, &facts, &Catalog::new(language));
    Made {
        book,
        calculation,
        facts,
    }
}

impl Made {
    /// Holds the incomes of plan and scenario, as they are worked out here, against the model's.
    fn agrees_with(&self, facts: &Facts) {
        let values = self.book.values();
        let number = |line: BookLine, year| number(&values, line.address(year));
        for (side, years) in [
            (Side::Plan, &facts.outcome.plan),
            (Side::Scenario, &facts.outcome.scenario),
        ] {
            let line = self.calculation.line(Quantity::Income, side);
            let line = line.expect("a row of incomes");
            for year in years {
                let found = crate::number::round(number(line, year.year), 2);
                assert_eq!(found, year.income.rounded(), "{side:?} {}", year.year);
            }
        }
    }
}

fn number(values: &HashMap<Address, Value>, address: Address) -> Decimal {
    let value = values.get(&address).and_then(Value::number);
    value.unwrap_or_else(|| panic!("{address:?} has no number"))
}

/// Holds a workbook against the model, and finds none of its cells in error.
fn check(region: &Region, scenario: &Scenario) {
    let words = Catalog::new(Language::SimplifiedChinese);
    let made = made(region, scenario, Language::SimplifiedChinese);
    made.agrees_with(&made.facts);
    let values = made.book.values();
    // No formula is in error, and every check beside the calculator's result holds.
    for (sheet, of) in made.book.sheets.iter().enumerate() {
        for ((row, column), cell) in &of.cells {
            let address = Address {
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

/// Scenarios in which every part of the model is at work, and each of its choices goes either way.
fn scenarios(region: &Region) -> Vec<Scenario> {
    let changes: &[&[(&str, &str)]] = &[
        &[],
        &[("coverage", "1"), ("grants_share", "0.05")],
        &[("coverage", "0.5")],
        &[("repeat", "0"), ("funds.county.industry", "0")],
        &[("repeat", "0"), ("execution", "0.55"), ("coverage", "0.9")],
        &[("execution", "0.6"), ("carry_spent", "0.4")],
        &[("social", "100000000"), ("social_industry", "0.3")],
        &[("relocated_employment", "0.1"), ("clawback", "0.2")],
        &[("coverage0", "0.7"), ("coverage", "0.9")],
        &[("coverage0", "0.75")],
        &[("population_growth", "-0.02"), ("jobs.welfare", "3000")],
        &[("existing_assets", "1000000000"), ("operating_rate", "1")],
        &[("infra_return", "0.1"), ("relief_share", "1")],
    ];
    let mut all: Vec<Scenario> = Example::ALL.map(|example| example.scenario(region)).into();
    all.extend(changes.iter().map(|values| with(region, values)));
    all
}

/// Scenarios that decide single years.
fn of_years(region: &Region) -> Vec<Scenario> {
    let changes: [&[(&str, &str)]; 3] = [
        &[("coverage.2025", "0.6"), ("jobs.outward.2024", "3000")],
        &[
            ("funds.county.other.2025", "0"),
            ("funds.central.industry.2030", "900000000"),
        ],
        &[
            ("repeat", "0"),
            ("funds.city.infrastructure", "0"),
            ("funds.city.infrastructure.2026", "50000000"),
            ("coverage", "0.9"),
            ("coverage.2024", "0.82"),
        ],
    ];
    changes.map(|values| with(region, values)).into()
}

#[test]
fn the_formulas_agree_with_the_model_to_the_fen() {
    let region = region();
    for scenario in scenarios(&region).iter().chain(&of_years(&region)) {
        check(&region, scenario);
    }
}

/// Whoever puts other values into the scenario's column gets what the model gives for them: the formulas
/// hold every branch, not the one that was taken when the file was made.
#[test]
fn formulas_follow_changed_inputs() {
    let region = region();
    let scenarios = scenarios(&region);
    for from in [&scenarios[0], &with(&region, &[("repeat", "0")])] {
        for to in &scenarios {
            let mut made = made(&region, from, Language::English);
            let facts = Facts::of(&region, to);
            let inputs = &mut made.book.sheets[0].cells;
            let rows: Vec<(u32, Key)> = inputs
                .iter()
                .filter_map(|((row, column), cell)| match &cell.content {
                    Content::Text(text) if *column == 1 => Some((*row, Key::parse(text)?)),
                    _ => None,
                })
                .collect();
            for (row, key) in rows {
                let value = facts.resolved.scenario.get(key).expect("a value");
                let cell = inputs.get_mut(&(row, 3)).expect("a cell to put it in");
                let Content::Number(number, _) = &mut cell.content else {
                    // Wanted coverage follows the known one until it is decided.
                    if let Some(wanted) = to.changed(key) {
                        let percent = book::Format::Percent;
                        cell.content = Content::Number(wanted, percent);
                    }
                    continue;
                };
                *number = match key.unit() {
                    Unit::Yuan => value / YUAN_IN_WAN,
                    _ => value,
                };
            }
            made.agrees_with(&facts);
        }
    }
}

/// Every step that the model names and computes is in the workbook, year by year, so that no channel can be missing.
#[test]
fn every_named_step_of_every_year_has_its_cell() {
    let region = region();
    let horizon = region.years.horizon;
    for scenario in scenarios(&region).iter().chain(&of_years(&region)) {
        let made = made(&region, scenario, Language::English);
        let values = made.book.values();
        // Another recording than the one that the workbook is written from.
        let trace = Trace::of(&region, scenario);
        let mut count = 0;
        for (_, node) in trace.nodes() {
            let Some(term) = node.term else { continue };
            let is_computed = !matches!(node.kind, NodeKind::Constant | NodeKind::Found(..));
            if node.published || !is_computed || !term.what.is_in_tables() {
                continue;
            }
            let name = RowName::of(term.what, term.side);
            let line = made.calculation.lines.get(&name);
            let line = line.unwrap_or_else(|| panic!("no row for {term:?}"));
            let found = number(&values, line.address(term.year.unwrap_or(horizon)));
            let expected = match term.what.unit() {
                Some(Unit::Yuan) => node.value / YUAN_IN_WAN,
                _ => node.value,
            };
            let apart = (found - expected).abs();
            assert!(apart < Decimal::new(1, 9), "{term:?}: {found} {expected}");
            count += 1;
        }
        assert!(count > 1_000, "{count}");
    }
}

/// Each channel with steps of its own has a sheet under its name, and no file of the workbook knows which
/// channels there are, so that a new one gets its sheet by itself.
#[test]
fn channels_have_sheets_and_no_file_lists_them() {
    let region = region();
    for language in Language::ALL {
        let words = Catalog::new(language);
        let made = made(&region, &Scenario::default(), language);
        for channel in Channel::ALL {
            let mut rows = made.calculation.lines.keys();
            let has_steps = rows.any(|row| row.what.topic() == Topic::Channel(channel));
            let name = words.channel(channel);
            let has_sheet = made.book.names.iter().any(|sheet| **sheet == *name);
            assert_eq!(has_sheet, has_steps, "{name}");
        }
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/workbook");
    for file in std::fs::read_dir(folder).expect("the folder of these files") {
        let file = file.expect("a file").path();
        let text = std::fs::read_to_string(&file).expect("a text");
        for channel in Channel::ALL {
            let named = format!("Channel::{channel:?}");
            assert!(!text.contains(&named), "{} has {named}", file.display());
        }
    }
}

/// Names are those that Excel takes, each once.
#[test]
fn sheets_have_names_that_excel_allows() {
    let mut book = Book::new(vec![2023]);
    for name in [
        "Income",
        "income",
        "A/B: *'?",
        &"长".repeat(40),
        &"长".repeat(40),
    ] {
        book.sheet(name, "", "");
    }
    let long = "长".repeat(31);
    let second = format!("{} 2", "长".repeat(29));
    assert_eq!(book.names, ["Income", "income 2", "AB ", &long, &second]);
}

/// Formulas can be read in a cell.
#[test]
fn formulas_are_short_enough_to_be_read() {
    let region = region();
    for language in Language::ALL {
        let made = made(&region, &Example::Together.scenario(&region), language);
        for (sheet, of) in made.book.sheets.iter().enumerate() {
            for cell in of.cells.values() {
                if let Content::Formula(formula, _) = &cell.content {
                    let text = formula.text(sheet, &made.book.names);
                    let is_check = text.starts_with("IF(AND(");
                    assert!(text.chars().count() < 300 || is_check, "{text}");
                }
            }
        }
    }
}

/// Numbers stand on the sheet of inputs, and beside the formulas as the calculator's own results.
#[test]
fn no_other_sheet_holds_a_pasted_number() {
    let region = region();
    let scenario = Example::Together.scenario(&region);
    let made = made(&region, &scenario, Language::English);
    for (name, sheet) in made.book.names.iter().zip(&made.book.sheets).skip(1) {
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

/// A replaced value's row says whose it is, never the publication that it replaced.
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
    let made = made(&region, &scenario, Language::SimplifiedChinese);
    let inputs = &made.book.sheets[0].cells;
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

#[test]
fn the_formulas_judge_the_higher_thans_as_the_model_does() {
    let region = region();
    let words = Catalog::new(Language::English);
    for values in [
        &[][..],
        &[("close_call", "0.005")],
        &[("close_call", "0.0115")],
        &[("close_call", "0.02"), ("coverage", "0.95")],
        &[
            ("close_call", "0.005"),
            ("bench.rural_city.2022", "16000"),
            ("bench.rural_city.2023", "17440"),
        ],
        &[
            ("bench.rural_city.2022", "16000"),
            ("bench.lifted_counties_city.2021", "13000"),
        ],
    ] {
        let made = made(&region, &with(&region, values), Language::English);
        let shown = made.book.values();
        let summary = &made.facts.summary;
        let income = made.calculation.line(Quantity::Income, Side::Scenario);
        let income = income.expect("a row of incomes");
        let sheet = made.calculation.benchmarks;
        for (id, judged) in [
            ("result-target-first", &summary.first_higher_than),
            ("result-target-second", &summary.second_higher_than),
        ] {
            let name = Content::Text(words.text(id).to_string());
            let cells = &made.book.sheets[sheet].cells;
            let row = cells.iter().find(|(_, cell)| cell.content == name);
            let ((row, _), _) = row.expect("a row of verdicts");
            assert_eq!(judged.len(), 8);
            for held in judged {
                let address = Address {
                    sheet,
                    row: *row,
                    column: income.address(held.year).column,
                };
                let verdict = Value::Text(words.verdict(held.verdict).to_string());
                assert_eq!(
                    shown.get(&address),
                    Some(&verdict),
                    "{values:?} {}",
                    held.year
                );
            }
        }
    }
}
