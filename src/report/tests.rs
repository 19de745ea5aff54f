//! The report says what the model says, whatever the scenario, the language and the typed texts.

mod another_city;
mod drawn;
mod prices;
mod said;
mod unknown;

use super::*;
use crate::language::Language;
use crate::link;
use crate::model::gain::GainPart;
use crate::region::key::{Fixed, Key};
use crate::region::tests::region;
use crate::scenario::examples::Example;
use document::{DocumentBlock, ReportCell, ReportTable, link_cells};
use rust_decimal::Decimal;

fn with(region: &Region, values: &[(Fixed, &str)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (key, text) in values {
        let value = Decimal::from_str_exact(text).expect("a decimal");
        let set = scenario.set(region, Key::from(*key), value);
        set.expect("a value in range");
    }
    scenario
}

fn written(region: &Region, scenario: &Scenario, own: &Own, language: Language) -> Document {
    let income = scenario.project(region).scenario[0].income;
    let link = format!(
        "https://example.org/#{}",
        link::encode(region, scenario, income, None)
    );
    let given = Given {
        region,
        scenario,
        name: None,
        link: &link,
        date: Date {
            year: 2026,
            month: 11,
            day: 23,
        },
        own,
        draws: None,
        prices: PriceBasis::Nominal,
    };
    report(&given, &Catalog::new(language))
}

fn tables(document: &Document) -> Vec<&ReportTable> {
    let blocks = document.sections.iter().flat_map(|of| &of.blocks);
    blocks
        .filter_map(|block| match block {
            DocumentBlock::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

fn plain(cell: &ReportCell) -> Decimal {
    match cell {
        ReportCell::Number { plain, .. } => Decimal::from_str_exact(plain).expect("a decimal"),
        ReportCell::Text(text) => panic!("{text} is no number"),
    }
}

fn scenarios(region: &Region) -> Vec<Scenario> {
    let mut all: Vec<Scenario> = Example::ALL.map(|example| example.scenario(region)).into();
    all.push(with(
        region,
        &[(Fixed::Coverage, "0.95"), (Fixed::GrowthNearWage, "0.1")],
    ));
    all.push(with(
        region,
        &[(Fixed::GrantsShare, "0"), (Fixed::Repeat, "0")],
    ));
    all
}

#[test]
fn every_table_is_whole_and_sums_agree_to_the_fen() {
    let region = region();
    for scenario in scenarios(&region) {
        for language in Language::ALL {
            let document = written(&region, &scenario, &Own::default(), language);
            for table in tables(&document) {
                assert!(!table.rows.is_empty(), "{} is empty", table.name);
                for row in &table.rows {
                    assert_eq!(row.cells.len(), table.columns.len(), "{}", table.caption);
                }
                if matches!(table.name, "first" | "channels") {
                    let (sum, parts) = table.rows.split_last().expect("rows");
                    assert!(sum.is_sum);
                    for column in 1..table.columns.len() {
                        let added: Decimal =
                            parts.iter().map(|row| plain(&row.cells[column])).sum();
                        assert_eq!(added, plain(&sum.cells[column]), "{}", table.caption);
                    }
                }
                if table.name == "components" {
                    for row in &table.rows {
                        let (sum, parts) = row.cells[1..].split_last().expect("cells");
                        let added: Decimal = parts.iter().map(plain).sum();
                        assert_eq!(added, plain(sum));
                    }
                }
            }
        }
    }
}

#[test]
fn the_years_are_those_of_the_model() {
    let region = region();
    for scenario in scenarios(&region) {
        let outcome = scenario.project(&region);
        let document = written(&region, &scenario, &Own::default(), Language::English);
        let all = tables(&document);
        let years = all.iter().find(|table| table.name == "years");
        let years = years.expect("a table of the years");
        let heads = &years.columns;
        let column = heads.iter().position(|head| head == "Scenario");
        let column = column.expect("a column of the scenario");
        for (row, year) in years.rows.iter().zip(&outcome.scenario) {
            assert_eq!(plain(&row.cells[column]), year.income.rounded());
            assert_eq!(plain(&row.cells[column + 1]), year.difference().rounded());
        }
    }
}

#[test]
fn a_gain_bought_by_grants_is_called_so() {
    let region = region();
    let scenario = with(&region, &[(Fixed::GrantsShare, "0.3")]);
    let document = written(&region, &scenario, &Own::default(), Language::English);
    let text = markdown::write(&document, &Catalog::new(Language::English));
    let facts = Facts::of(&region, &scenario);
    let first = &facts.outcome.scenario[0];
    let gain = first.gain();
    assert!(gain.part(GainPart::Transfer) > gain.difference);
    assert!(text.contains("and transfers by +"), "{text}");
}

#[test]
fn assumptions_and_policy_are_apart() {
    let region = region();
    let scenario = with(&region, &[(Fixed::GrowthNearWage, "0.13")]);
    let document = written(&region, &scenario, &Own::default(), Language::English);
    let all = tables(&document);
    let names: Vec<&str> = all.iter().map(|table| table.name).collect();
    assert!(names.contains(&"assumptions") && !names.contains(&"levers"));
    let first = all
        .iter()
        .find(|table| table.name == "first")
        .expect("a table");
    assert!(plain(&first.rows[1].cells[1]) > Decimal::ZERO);
    assert!(plain(&first.rows[2].cells[1]).is_zero());
    let gaps = all
        .iter()
        .find(|table| table.name == "gap-parts")
        .expect("a table");
    for row in &gaps.rows {
        let [published, assumed, policy, rest, result] =
            [1, 2, 3, 4, 5].map(|column| plain(&row.cells[column]));
        assert_eq!(published + assumed + policy + rest, result);
        assert!(assumed > Decimal::ZERO && policy.is_zero());
    }
}

#[test]
fn an_assumption_that_was_replaced_is_no_longer_open() {
    let region = region();
    let count = |scenario: &Scenario| {
        let document = written(&region, scenario, &Own::default(), Language::English);
        let section = document.sections.iter().find(|of| of.name == "open");
        let blocks = section.expect("a section").blocks.iter();
        let counts = blocks.filter_map(|block| match block {
            DocumentBlock::Text(text) => {
                text.split(' ').find_map(|word| word.parse::<usize>().ok())
            }
            _ => None,
        });
        // The sentence before the table counts them all.
        counts.max().unwrap_or_default()
    };
    let replaced = with(&region, &[(Fixed::AssetReturn, "0.06")]);
    assert_eq!(count(&replaced) + 1, count(&Scenario::default()));
}

/// The checksum follows link and figures; language, title, name and day do not move it.
#[test]
fn the_checksum_is_of_link_and_figures_alone() {
    let region = region();
    let scenario = with(&region, &[(Fixed::Coverage, "0.85")]);
    let own = Own::of("Title", "Name");
    let one = written(&region, &scenario, &Own::default(), Language::English);
    let other = written(&region, &scenario, &own, Language::SimplifiedChinese);
    assert_eq!(one.checksum, other.checksum);
    let changed = with(&region, &[(Fixed::Coverage, "0.86")]);
    let changed = written(&region, &changed, &Own::default(), Language::English);
    assert_ne!(one.checksum, changed.checksum);
}

#[test]
fn hostile_texts_stay_texts_in_every_form() {
    let region = region();
    let words = Catalog::new(Language::English);
    let title = "=HYPERLINK(\"x\")|<script>`a`\u{202e}\u{200b}";
    let own = Own::of(title, &"@".repeat(10_000));
    let document = written(&region, &Scenario::default(), &own, Language::English);
    assert!(!document.title.contains('\u{202e}'));
    let csv = csv::write(&document, &words);
    assert!(csv.starts_with("\u{feff}\"'=HYPERLINK"), "{}", &csv[..60]);
    let markdown = markdown::write(&document, &words);
    assert!(
        markdown.starts_with("# \\=HYPERLINK"),
        "{}",
        &markdown[..60]
    );
    assert!(markdown.contains("\\|\\<script\\>\\`a\\`"));
    assert!(!markdown.replace("\\<", "").contains("<script"));
    let longest = document
        .imprint
        .iter()
        .map(|line| line.chars().count())
        .max();
    assert!(longest < Some(100));
}

#[test]
fn csv_holds_numbers_that_a_machine_reads() {
    let region = region();
    let words = Catalog::new(Language::SimplifiedChinese);
    let own = Own::default();
    let document = written(
        &region,
        &Scenario::default(),
        &own,
        Language::SimplifiedChinese,
    );
    let text = csv::write(&document, &words);
    // A number whose unit the page shows beside it has it in the column's title.
    assert!(text.contains(",产业帮扶覆盖率（%）,"), "{text}");
    assert!(
        text.contains("2023,13892.27,13892.27,0.00,0.00,0.00,0.00\r\n"),
        "{text}"
    );
}

/// Every figure is one of the screen's charts, and its legend has room for its lines.
#[test]
fn figures_are_charts_with_their_legends() {
    let region = region();
    for scenario in scenarios(&region) {
        for language in Language::ALL {
            let document = written(&region, &scenario, &Own::default(), language);
            let blocks = document.sections.iter().flat_map(|of| &of.blocks);
            let figures = blocks.filter_map(|block| match block {
                DocumentBlock::Figure(figure) => Some(figure),
                _ => None,
            });
            let mut names = Vec::new();
            for figure in figures {
                names.push(figure.name);
                let option = &figure.drawing.option;
                let series = option["series"].as_array().expect("a list");
                assert!(!series.is_empty(), "{}", figure.name);
                assert!(figure.drawing.tips.is_empty() && !figure.drawing.picks);
                assert!(!figure.description.is_empty());
                // Money flows bear their names themselves.
                let legend = &option["legend"];
                assert_eq!(legend["show"].is_null(), figure.name == "flows");
                assert_ne!(legend["show"], false, "{}", figure.name);
            }
            let all = [
                "waterfall",
                "paths",
                "components",
                "flows",
                "progress",
                "marginal",
            ];
            assert_eq!(names, all);
        }
    }
}
