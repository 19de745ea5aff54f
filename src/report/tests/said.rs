//! Tests of the report's sentences and of its tables of changes, sources and open assumptions.

use super::*;

/// A scenario of keys by their names.
fn named(region: &Region, values: &[(&str, &str)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (name, text) in values {
        let key = Key::parse(name).expect("a key");
        let value = Decimal::from_str_exact(text).expect("a decimal");
        scenario.set(region, key, value).expect("in range");
    }
    scenario
}

fn said(region: &Region, scenario: &Scenario) -> String {
    let language = Language::SimplifiedChinese;
    let document = written(region, scenario, &Own::default(), language);
    let items = document.sections[0].blocks.iter().map(|block| match block {
        DocumentBlock::Items(items) => items.join("\n"),
        DocumentBlock::Text(text) => text.clone(),
        _ => String::new(),
    });
    items.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_money_of_single_years_is_never_reported_for_every_year() {
    let region = region();
    let industry = ("funds.central.industry", "800000000");
    let every = said(&region, &named(&region, &[industry]));
    assert!(every.contains("衔接资金每年 37.95 亿元"), "{every}");
    let once = said(&region, &named(&region, &[industry, ("repeat", "0")]));
    assert!(!once.contains("衔接资金每年"), "{once}");
    for part in [
        "2023 年 37.95 亿元，比计划增加 1.13 亿元",
        "2024—2030 年每年 36.82 亿元，与计划持平",
        "只在 2023 年执行",
        "2023 年中央衔接资金用于产业占",
    ] {
        assert!(once.contains(part), "{part}: {once}");
    }
    let apart = [("funds.central.industry.2026", "800000000")];
    let apart = said(&region, &named(&region, &apart));
    assert!(
        apart.contains("2023—2025 年每年 36.82 亿元，与计划持平；2026 年 37.95 亿元"),
        "{apart}"
    );
    assert!(!apart.contains("恢复计划安排"), "{apart}");
    // A later year that breaks the rule is named.
    let broken = [("funds.central.industry.2027", "0")];
    let broken = said(&region, &named(&region, &broken));
    assert!(broken.contains("未达到要求的年份为 2027"), "{broken}");
}

#[test]
fn labour_that_is_not_there_is_said() {
    let region = region();
    let enough = said(&region, &named(&region, &[("jobs.outward", "100")]));
    assert!(!enough.contains("富余劳动力"), "{enough}");
    let over = [("idle_labour", "20000"), ("jobs.outward", "20001")];
    let over = said(&region, &named(&region, &over));
    let sentence = "2023 年各批岗位合计 20,001 个，超过可转移的富余劳动力 20,000 人。";
    assert!(over.contains(sentence), "{over}");
}

/// A year's value against the plan's, not against the scenario's own other value; shares in points.
#[test]
fn levers_are_held_against_the_plan_and_each_says_what_it_moves() {
    let region = region();
    let values = [("coverage", "0.85"), ("coverage.2025", "0.9")];
    let scenario = named(&region, &values);
    let language = Language::SimplifiedChinese;
    let document = written(&region, &scenario, &Own::default(), language);
    let all = tables(&document);
    let levers = all.iter().find(|table| table.name == "levers");
    let levers = levers.expect("a table");
    let shown = |row: &document::ReportRow| -> Vec<String> {
        row.cells
            .iter()
            .map(|cell| cell.shown().to_owned())
            .collect()
    };
    assert_eq!(
        shown(&levers.rows[0])[..4],
        ["产业帮扶覆盖率", "81", "85", "+4"]
    );
    assert_eq!(
        shown(&levers.rows[1])[1..5],
        ["81", "90", "+9", "% / 百分点"]
    );
    let note = levers.note.as_deref().expect("a note");
    assert!(note.contains("85%"), "{note}");
    let facts = Facts::of(&region, &scenario);
    let sum = levers.rows.last().expect("a sum");
    let policy = facts.outcome.scenario[0].difference().rounded();
    assert_eq!(plain(sum.cells.last().expect("a cell")), policy);
}

/// Assumptions that cut the policy effect say so, although they leave the plan as it is.
#[test]
fn effects_of_assumptions_on_policy_are_stated() {
    let region = region();
    let values = [
        ("operating_rate", "1"),
        ("population", "940000"),
        ("asset_return", "0.06"),
    ];
    let scenario = named(&region, &values);
    let facts = Facts::of(&region, &scenario);
    let (first, _) = facts.ends().expect("years");
    assert!(first.assumption_effect().rounded().is_zero());
    let shift = first.policy_shift();
    assert!(shift < YuanPerPerson::ZERO);
    let text = said(&region, &scenario);
    let shift = Catalog::new(Language::SimplifiedChinese).signed_money(shift);
    assert!(
        text.contains(&format!("政策效果本身 2023 年变动 {shift} 元")),
        "{text}"
    );
    assert!(text.contains("比同样假设下的计划增加"), "{text}");
    let document = written(&region, &scenario, &Own::default(), Language::English);
    let all = tables(&document);
    let assumptions = all.iter().find(|table| table.name == "assumptions");
    let rows = &assumptions.expect("a table").rows;
    let moved = |row: &document::ReportRow| plain(row.cells.last().expect("a cell"));
    assert!(rows[..2].iter().all(|row| moved(row) < Decimal::ZERO));
    let (sum, parts) = rows.split_last().expect("rows");
    assert_eq!(parts.iter().map(moved).sum::<Decimal>(), moved(sum));
}

#[test]
fn open_assumptions_stand_by_how_much_they_move() {
    let region = region();
    let document = written(
        &region,
        &Scenario::default(),
        &Own::default(),
        Language::English,
    );
    let all = tables(&document);
    let open = all
        .iter()
        .find(|table| table.name == "open")
        .expect("a table");
    let widths: Vec<[Decimal; 2]> = open
        .rows
        .iter()
        .map(|row| [5, 6].map(|column| plain(&row.cells[column])))
        .collect();
    assert!(widths.is_sorted_by(|one, next| one[0] >= next[0]));
    assert!(widths[0][0] > Decimal::ZERO);
}

#[test]
fn citations_mark_titles_alone_and_say_where_no_date_is_known() {
    let region = region();
    let language = Language::SimplifiedChinese;
    let document = written(&region, &Scenario::default(), &Own::default(), language);
    let all = tables(&document);
    let sources = all.iter().find(|table| table.name == "sources");
    let cited: Vec<&str> = sources
        .expect("a table")
        .rows
        .iter()
        .map(|row| row.cells[0].shown())
        .collect();
    // What publishes the region's own figures comes first, studies that assumptions lean on last.
    assert!(cited[0].starts_with("《坚决守住防贫底线"), "{cited:?}");
    let place = |text: &str| cited.iter().position(|line| line.contains(text));
    assert!(place("国家统计局") < place("研究，"), "{cited:?}");
    for (source, cited) in region.sources.values().filter_map(|source| {
        let line = Catalog::new(language).citation(source);
        cited.contains(&line.as_str()).then_some((source, line))
    }) {
        assert_eq!(cited.starts_with('《'), !source.is_untitled, "{cited}");
        assert!(!cited.contains('—') || cited.contains("2020—"), "{cited}");
        let note = source
            .note
            .as_ref()
            .map_or("", |note| note.in_language(language));
        assert!(
            !note.contains("原标题未记录") || source.is_untitled,
            "{cited}"
        );
    }
}

#[test]
fn the_report_says_how_far_spending_has_come() {
    let text = said(&region(), &Scenario::default());
    for part in ["22.40 亿元", "60.84%", "5.46%", "均衡进度", "可能结转"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// The first figure goes from the published plan over assumptions to the plan under these.
#[test]
fn the_first_figure_sets_assumptions_apart() {
    let region = region();
    let texts = |values: &[(&str, &str)]| -> Vec<String> {
        let scenario = named(&region, values);
        let language = Language::SimplifiedChinese;
        let document = written(&region, &scenario, &Own::default(), language);
        let blocks = document.sections.iter().flat_map(|of| &of.blocks);
        let drawings = blocks.filter_map(|block| match block {
            DocumentBlock::Figure(figure) => Some(figure.drawing.clone()),
            _ => None,
        });
        let first = drawings.into_iter().next().expect("a figure");
        let labels = first.option["yAxis"]["data"].as_array().expect("a list");
        let labels = labels.iter().filter_map(|label| label.as_str());
        labels.map(str::to_owned).collect()
    };
    let own = texts(&[("coverage", "0.85"), ("growth_near.wage", "0.1")]);
    for name in ["假设变动的影响", "计划（所改假设）", "方案 − 公布计划"] {
        assert!(own.iter().any(|text| text == name), "{name}: {own:?}");
    }
    let plain = texts(&[("coverage", "0.85")]);
    assert!(plain.iter().any(|text| text == "方案 − 计划"), "{plain:?}");
    assert_eq!(plain.len() + 2, own.len());
}

#[test]
fn a_long_link_is_written_over_several_cells() {
    let words = Catalog::new(Language::English);
    let short = "https://example.org/#v=1&region=x";
    assert_eq!(link_cells(short, &words), [short]);
    let long = format!("https://example.org/#v=4&tray.1={}", "-_=a".repeat(20_000));
    let cells = link_cells(&long, &words);
    assert!(cells[0].contains("the next 3 cells"), "{}", cells[0]);
    assert_eq!(cells[1..].concat(), long);
    for cell in &cells[1..] {
        assert!(cell.len() < 32_767 && cell.starts_with(|c: char| c.is_ascii_alphanumeric()));
    }
}

/// Markdown draws nothing: each figure is described once, without hatching and widths.
#[test]
fn markdown_tells_each_figure_once_and_never_how_to_read_a_drawing() {
    let region = region();
    let scenario = named(&region, &[("coverage", "0.85")]);
    for language in Language::ALL {
        let words = Catalog::new(language);
        let document = written(&region, &scenario, &Own::default(), language);
        let text = markdown::write(&document, &words);
        let blocks = document.sections.iter().flat_map(|of| &of.blocks);
        let figures: Vec<_> = blocks
            .filter_map(|block| match block {
                DocumentBlock::Figure(figure) => Some(figure),
                _ => None,
            })
            .collect();
        assert!(figures.iter().filter(|f| f.reading.is_some()).count() > 2);
        for figure in figures {
            let said = markdown::escaped(&figure.description);
            assert_eq!(
                text.lines().filter(|line| *line == said).count(),
                1,
                "{said}"
            );
            let told = words.format("report-figure-told", &[("caption", &figure.caption)]);
            assert!(text.contains(&markdown::escaped(&told)), "{told}");
            if let Some(reading) = &figure.reading {
                assert!(!text.contains(&markdown::escaped(reading)), "{reading}");
            }
            if let Some(note) = &figure.note {
                assert!(text.contains(&markdown::escaped(note)), "{note}");
            }
        }
    }
}

/// A note explains what stands in the table, and nothing that does not.
#[test]
fn single_years_are_explained_only_where_there_are_any() {
    let region = region();
    let note = |values: &[(&str, &str)]| {
        let scenario = named(&region, values);
        let language = Language::SimplifiedChinese;
        let document = written(&region, &scenario, &Own::default(), language);
        let all = tables(&document);
        let levers = all.iter().find(|table| table.name == "levers");
        levers.and_then(|table| table.note.clone()).expect("a note")
    };
    assert!(!note(&[("coverage", "0.85")]).contains("单年"));
    let years = note(&[("coverage.2025", "0.9")]);
    assert!(
        years.contains("单年设定的") && years.contains("覆盖率为 81%"),
        "{years}"
    );
}

/// Names that hold commas are parted by semicolons, and no figure is glued to a name.
#[test]
fn english_lists_can_be_told_apart() {
    let region = region();
    let scenario = named(&region, &[("coverage.2025", "0.9")]);
    let document = written(&region, &scenario, &Own::default(), Language::English);
    let text = markdown::write(&document, &Catalog::new(Language::English));
    for part in [
        "Industry-support coverage, 2025: 81%",
        "Lifted population, nation, 2021; Farmers of lifted counties, 2021",
        "Lifted population, province: 325.44 yuan behind",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// A link without an address is no link to be opened: the report says where to put it.
#[test]
fn a_bare_link_says_where_it_belongs() {
    let region = region();
    let words = Catalog::new(Language::SimplifiedChinese);
    let text = |link: &str| {
        let given = Given {
            region: &region,
            scenario: &Scenario::default(),
            name: None,
            link,
            date: Date {
                year: 2026,
                month: 11,
                day: 23,
            },
            own: &Own::default(),
            draws: None,
            prices: PriceBasis::Nominal,
        };
        markdown::write(&report(&given, &words), &words)
    };
    assert!(text("#v=1&region=x").contains("粘贴到本工具的页面上"));
    assert!(!text("https://example.org/#v=1&region=x").contains("粘贴到"));
    for local in [
        "http://127.0.0.1:8000/#v=1&region=x",
        "file:///a/index.html#v=1",
    ] {
        assert!(
            text(local).contains("只在编制报告的这台电脑上有效"),
            "{local}"
        );
    }
}

/// Wages of 2025 typed over those of 2021 are computed with, and named.
#[test]
fn a_value_beside_its_plausible_range_is_named_below_the_changes() {
    let region = region();
    for language in Language::ALL {
        let words = Catalog::new(language);
        let said = |value: &str| {
            let scenario = named(&region, &[("income0.wage", value)]);
            let document = written(&region, &scenario, &Own::default(), language);
            markdown::write(&document, &words)
        };
        let heading = words.text("report-unlikely");
        assert!(!said("7500").contains(&*heading));
        let beside = said("9900");
        assert!(beside.contains(&*heading));
        let range = "6,540.00";
        let mut lines = beside.lines();
        let line = lines.find(|line| line.starts_with("1. ") && line.contains(range));
        assert!(
            line.is_some_and(|line| line.contains("9,900.00")),
            "{beside}"
        );
    }
}
