//! The report of another city with later years: its own words and years, and nothing of the shipped region.

use super::*;
use crate::model::years::Years;
use crate::region::key::Benchmark;
use crate::region::tests::another_city;

/// Words of the shipped region, and of years before those of the other one.
const FOREIGN: [&str; 10] = [
    "张家口",
    "張家口",
    "Zhangjiakou",
    "河北",
    "Hebei",
    "衔接",
    "銜接",
    "inking funds",
    "过渡期",
    "過渡期",
];

/// Years before the base year of the other one.
const FORMER: std::ops::RangeInclusive<u16> = 2015..=2024;

/// The lines where a text names something of the shipped region. A year within a longer number is none.
fn foreign(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| {
        let numbers = line.split(|c: char| !(c.is_ascii_digit() || ".,".contains(c)));
        let mut numbers = numbers.map(|number| number.trim_matches(['.', ',']));
        FOREIGN.iter().any(|part| line.contains(part))
            || numbers.any(|number| {
                let year = number.parse::<u16>();
                year.is_ok_and(|year| FORMER.contains(&year))
            })
    });
    lines.map(str::to_owned).collect()
}

/// The words of a language as the region calls things.
fn words_of(region: &Region, language: Language) -> Catalog {
    let words = Catalog::new(language);
    words.name_after(&region.terms, region.years);
    words
}

/// The report in every form, with the options of its figures and the texts of the workbook.
fn everything(region: &Region, scenario: &Scenario, words: &Catalog) -> String {
    let income = scenario.project(region).scenario[0].income;
    let link = link::encode(region, scenario, income, None);
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
        own: &Own::default(),
        draws: None,
        prices: PriceBasis::Nominal,
    };
    let document = report(&given, words);
    let mut all = markdown::write(&document, words);
    all.push_str(&csv::write(&document, words));
    for section in &document.sections {
        for block in &section.blocks {
            if let DocumentBlock::Figure(figure) = block {
                all.push_str(&format!("\n{}\n", figure.description));
                let option = serde_json::to_string_pretty(&figure.drawing.option);
                all.push_str(&option.expect("JSON"));
            }
        }
    }
    let facts = Facts::of(region, scenario);
    let workbook = workbook::write(&given, &facts, words).expect("a workbook");
    let sheets = zengshou_sheets::read_file(&workbook, "a.xlsx").expect("sheets");
    for sheet in sheets {
        for row in &sheet.rows {
            for cell in &row.cells {
                all.push_str(&format!("\n{}", cell.text()));
            }
        }
    }
    all
}

#[test]
fn nothing_of_the_shipped_region_is_in_the_report_of_another_city() {
    for years in [
        another_city::YEARS,
        // Known growths between base and plan; the shortest and the longest plan.
        Years {
            income: 2025,
            first_plan: 2028,
            horizon: 2030,
        },
        Years {
            income: 2025,
            first_plan: 2026,
            horizon: 2040,
        },
    ] {
        let region = another_city::region_of(years);
        for scenario in [Scenario::default(), Example::Together.scenario(&region)] {
            for language in Language::ALL {
                let words = words_of(&region, language);
                let text = everything(&region, &scenario, &words);
                assert_eq!(foreign(&text), Vec::<String>::new(), "{}", language.tag());
                assert!(text.contains(region.name.in_language(language)));
                assert!(text.contains(&years.horizon.to_string()));
            }
        }
    }
}

#[test]
fn a_plan_from_2026_on_says_that_no_national_share_is_set_and_what_is_unknown() {
    let region = another_city::region();
    let words = words_of(&region, Language::SimplifiedChinese);
    let text = everything(&region, &Scenario::default(), &words);
    for part in [
        "常态化帮扶资金每年 36.82 亿元",
        "中央常态化帮扶资金用于产业占 64.01%；2026 年起国家不再统一规定占比",
        "脱贫县农民收入增速高于全国农村居民的年数未知",
        "全国脱贫人口：未知，没有公布数",
    ] {
        assert!(text.contains(part), "{part}");
    }
    let facts = Facts::of(&region, &Scenario::default());
    assert_eq!(facts.summary.central_industry.rule, None);
    assert_eq!(facts.summary.central_industry.ended, Some(2026));
    let nation = Benchmark::LiftedNation;
    let years = &facts.outcome.scenario;
    assert!(years.iter().all(|year| year.benchmark(nation).is_none()));
}

/// A county's own figures, filled in from the shipped region: the nation's published years are its evidence too,
/// but nothing of the shipped place is, and no rule that has ended.
#[test]
fn a_region_of_own_figures_has_nothing_of_the_place_that_fills_it_in() {
    let county = crate::region::own::tests::county();
    let region = county.region(&region()).expect("a whole region");
    for scenario in [Scenario::default(), Example::Together.scenario(&region)] {
        for language in Language::ALL {
            let words = words_of(&region, language);
            let text = everything(&region, &scenario, &words);
            // The nation's publications of former years are called as they were.
            for part in &FOREIGN[..5] {
                let lines: Vec<&str> = text.lines().filter(|line| line.contains(part)).collect();
                assert!(lines.is_empty(), "{part} in {}: {lines:?}", language.tag());
            }
            assert!(text.contains("蔚县"));
            for (id, figure) in &region.figures {
                let is_own = matches!(&**id, "funds.total" | "funds.spent");
                let name = words.figure_name(id, figure);
                let funds = words.text("group-funds");
                let funds = funds.split(" (").next().unwrap_or_default().to_lowercase();
                assert_eq!(is_own, name.to_lowercase().contains(&*funds), "{name}");
            }
        }
    }
    let rules = region.parameters.keys().filter(|key| {
        matches!(
            key,
            Key::Yearly(crate::region::key::Yearly::RuleCentralIndustry, _)
        )
    });
    assert_eq!(rules.count(), 0);
    let facts = Facts::of(&region, &Scenario::default());
    assert_eq!(facts.summary.central_industry.ended, Some(2026));
}

/// A rule that a file gives for 2026 or later is its own; one of before has ended.
#[test]
fn a_rule_of_ones_own_holds_after_the_national_one() {
    let with_rule = |since: u16| {
        let mut file: serde_json::Value =
            serde_json::from_str(&another_city::file(another_city::YEARS)).expect("JSON");
        file["parameters"][format!("rule.central_industry.{since}")] = serde_json::json!({
            "value": "0.5", "unit": "share", "year": since, "status": "derived", "sources": [],
            "basis": { "zh-Hans": "X", "zh-Hant": "X", "en": "X" },
        });
        let region = crate::region::parse::parse_region(&file.to_string()).expect("in order");
        Facts::of(&region, &Scenario::default())
            .summary
            .central_industry
            .rule
    };
    assert_eq!(with_rule(2023), None);
    let own = with_rule(2026).map(crate::number::Share::exact);
    assert_eq!(own, Some(Decimal::new(5, 1)));
    // The shipped plan began while the national share was set, and keeps it to its horizon.
    let shipped = region();
    let rule = shipped.central_industry_rule(shipped.values(), shipped.years.horizon);
    assert_eq!(
        rule.map(crate::number::Share::exact),
        Some(Decimal::new(6, 1))
    );
    assert_eq!(shipped.national_share_ended(), None);
}
