//! The report in constant prices.

use super::*;
use crate::analysis::monte_carlo::MonteCarloAnswer;
use crate::analysis::prices::Deflator;
use crate::scenario::input_distributions::InputDistributions;

struct Case {
    region: Region,
    scenario: Scenario,
    draws: MonteCarloAnswer,
}

impl Case {
    fn new() -> Self {
        let region = region();
        let mut scenario = Example::Together.scenario(&region);
        // An assumption of one's own, so that every table is there.
        let growth = Key::parse("growth_near.wage").expect("a key");
        scenario
            .set(&region, growth, Decimal::new(9, 2))
            .expect("a value in range");
        let few = InputDistributions {
            draws: 200,
            seed: 7,
            ..InputDistributions::default()
        };
        let draws = draws::made(&region, &scenario, &few).expect("in order");
        Self {
            region,
            scenario,
            draws,
        }
    }

    fn written(&self, prices: PriceBasis, language: Language) -> Document {
        let given = Given {
            region: &self.region,
            scenario: &self.scenario,
            name: None,
            link: "#v=1",
            date: Date {
                year: 2026,
                month: 11,
                day: 30,
            },
            own: &Own::default(),
            draws: Some(&self.draws),
            prices,
        };
        report(&given, &Catalog::new(language))
    }
}

fn named<'d>(document: &'d Document, name: &str) -> &'d ReportTable {
    let found = tables(document)
        .into_iter()
        .find(|table| table.name == name);
    found.expect("a table")
}

#[test]
fn amounts_of_every_year_are_divided_by_its_prices_and_still_add_up() {
    let case = Case::new();
    let nominal = case.written(PriceBasis::Nominal, Language::English);
    let constant = case.written(PriceBasis::Constant, Language::English);
    let facts = Facts::of(&case.region, &case.scenario);
    let of = Deflator::of(case.region.years, &facts.resolved.scenario);
    let rows = &named(&constant, "years").rows;
    assert_eq!(rows[0], named(&nominal, "years").rows[0]);
    for (row, year) in rows.iter().zip(facts.years()) {
        let at = year.scenario.year;
        let shown: Vec<Decimal> = row.cells[1..].iter().map(plain).collect();
        assert_eq!(shown[0], of.amount(year.published.income, at).rounded());
        assert_eq!(shown[3], of.amount(year.scenario.income, at).rounded());
        assert_eq!(
            shown[4],
            of.amount(year.scenario.difference(), at).rounded()
        );
    }
    for row in &named(&constant, "components").rows {
        let all: Vec<Decimal> = row.cells[1..].iter().map(plain).collect();
        let (sum, parts) = all.split_last().expect("a sum");
        assert_eq!(parts.iter().copied().sum::<Decimal>(), *sum);
    }
    // The worth of a gap, the monitoring line and the draws are in the same prices.
    let last = |document: &Document, name: &str, cell: usize| {
        let row = named(document, name).rows.last().expect("a row").clone();
        plain(&row.cells[cell])
    };
    let level = of.level(case.region.years.horizon).exact();
    for (name, cell, off) in [
        ("benchmarks", 1, "0.01"),
        ("benchmarks", 2, "0.01"),
        ("risk", 1, "0.01"),
        ("draws", 1, "1"),
        ("draws", 4, "1"),
    ] {
        let expected = last(&nominal, name, cell) / level;
        let off = Decimal::from_str_exact(off).expect("a decimal");
        let shown = last(&constant, name, cell);
        assert!(
            (shown - expected).abs() <= off,
            "{name} {cell}: {shown}, not {expected}"
        );
    }
}

#[test]
fn judgements_money_and_the_checksum_stay_and_the_first_lines_say_so() {
    let case = Case::new();
    let nominal = case.written(PriceBasis::Nominal, Language::English);
    let constant = case.written(PriceBasis::Constant, Language::English);
    assert_eq!(constant.checksum, nominal.checksum);
    for name in ["targets", "coverage", "draws-goals", "gaps"] {
        assert_eq!(
            named(&constant, name).rows,
            named(&nominal, name).rows,
            "{name}"
        );
    }
    let first_lines = |document: &Document| match &document.sections[0].blocks[2] {
        DocumentBlock::Text(text) => text.clone(),
        _ => String::new(),
    };
    assert_eq!(first_lines(&nominal), "");
    let said = first_lines(&constant);
    assert!(
        said.contains("constant prices of 2023") && said.contains("2% a year"),
        "{said}"
    );
    let unit = |name: &str| named(&constant, name).unit.clone().unwrap_or_default();
    for name in [
        "first",
        "channels",
        "years",
        "components",
        "gaps",
        "gap-parts",
        "benchmarks",
        "draws",
    ] {
        assert_eq!(unit(name), "yuan a head, in 2023 prices", "{name}");
    }
    assert!(
        named(&constant, "risk")
            .caption
            .contains("In 2023 prices (prices rise 2% a year)")
    );
    let chinese = case.written(PriceBasis::Constant, Language::SimplifiedChinese);
    let words = Catalog::new(Language::SimplifiedChinese);
    let text = csv::write(&chinese, &words);
    assert!(text.contains("按 2023 年不变价") && text.contains("物价年涨幅 2%"));
    assert!(
        !csv::write(
            &case.written(PriceBasis::Nominal, Language::SimplifiedChinese),
            &words
        )
        .contains("不变价")
    );
}
