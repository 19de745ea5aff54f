use rust_decimal::Decimal;
use zengshou_sheets::{
    Answers, CountyRow, ForeignSheet, ProjectRow, ProjectState, ProjectType, Reading, SheetCell,
    SheetDate, Synonyms, read_file, recognise,
};

use super::template::Prefill;
use super::workbook::{write_text, write_workbook};
use super::*;
use crate::i18n::Catalog;
use crate::language::Language;
use crate::problem::Fault;
use crate::region::own::tests::incomes;
use crate::region::own::{GivenFigure, OwnRegion};
use crate::region::tests::region;
use crate::region::{Region, Years};
use crate::scenario::Scenario;

const YEARS: Years = Years {
    income: 2025,
    first_plan: 2026,
    horizon: 2033,
};

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// The sheets of a form that a region's figures are written in, as a workbook or as a text.
fn written(prefill: &Prefill, language: Language, is_workbook: bool) -> Vec<ForeignSheet> {
    let words = Catalog::new(language);
    let template = prefill.template(&words);
    let (bytes, name) = if is_workbook {
        let bytes = write_workbook(&template, &words, prefill.base_year()).expect("a workbook");
        (bytes, "form.xlsx")
    } else {
        (write_text(&template, &words).into_bytes(), "form.csv")
    };
    read_file(&bytes, name).expect("a form is read")
}

fn reading(sheets: &[ForeignSheet]) -> Reading {
    recognise(sheets, &Synonyms::default(), &Answers::default())
}

fn filled(sheets: &[ForeignSheet], before: Option<&OwnRegion>) -> FilledForm {
    let reading = reading(sheets);
    assert_eq!(reading.problems, [], "problems of the sheets");
    assert_eq!(reading.questions, [], "questions");
    fill(&reading, before, &region())
}

/// The form of a new region with a row's value put in, by the row's name in Chinese.
fn typed(sheets: &mut [ForeignSheet], label: &str, column: usize, cell: SheetCell) {
    for row in &mut sheets[0].rows {
        if row.cells.first().map(SheetCell::text).as_deref() == Some(label) {
            while row.cells.len() <= column {
                row.cells.push(SheetCell::Empty);
            }
            row.cells[column] = cell;
            return;
        }
    }
    panic!("no row {label}");
}

/// A new region's form with its essential rows filled in.
fn county_form() -> Vec<ForeignSheet> {
    let prefill = Prefill::of_years(YEARS, &region());
    let mut sheets = written(&prefill, Language::SimplifiedChinese, true);
    let number = |text: &str| SheetCell::Number(decimal(text));
    let words = Catalog::new(Language::SimplifiedChinese);
    typed(
        &mut sheets,
        "地区名称",
        1,
        SheetCell::Text("蔚县".to_owned()),
    );
    for (label, value) in [
        ("脱贫人口数", "42000"),
        ("脱贫户数", "17500"),
        ("脱贫人口人均纯收入", "17471.25"),
        ("其中：工资性收入", "11250.40"),
        ("其中：生产经营性收入（毛收入，未扣费用）", "4120.50"),
        ("减：生产经营性支出（费用）", "1500.25"),
        ("其中：财产性收入", "612.35"),
        ("其中：转移性收入", "2988.25"),
        ("全省脱贫人口人均纯收入", "18120"),
        ("全省农村居民人均可支配收入", "22022"),
        ("已支出资金", "3000"),
    ] {
        typed(&mut sheets, label, 1, number(value));
        typed(
            &mut sheets,
            label,
            4,
            SheetCell::Text("县统计局".to_owned()),
        );
    }
    for row in FormRow::essentials() {
        let label = row.label(&words);
        if label.starts_with("下达资金") {
            typed(&mut sheets, &label, 1, number("876.806513"));
        }
    }
    typed(
        &mut sheets,
        "产业帮扶覆盖率",
        1,
        SheetCell::Percent(decimal("0.92")),
    );
    let definition = "有一项以上措施的脱贫户和监测户 ÷ 全部脱贫户和监测户";
    typed(
        &mut sheets,
        "产业帮扶覆盖率",
        5,
        SheetCell::Text(definition.to_owned()),
    );
    let day = SheetDate::new(2025, 11, Some(30)).map(SheetCell::Date);
    typed(&mut sheets, "支出截至日期", 1, day.expect("a day"));
    sheets
}

fn whole(own: &OwnRegion) -> Region {
    own.region(&region())
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn essentials_are_twenty_eight() {
    assert_eq!(FormRow::essentials().len(), 28);
}

#[test]
fn a_form_of_the_present_region_comes_back_to_the_fen() {
    let shipped = region();
    for language in Language::ALL {
        for is_workbook in [true, false] {
            let words = Catalog::new(language);
            let prefill = Prefill::of_region(&shipped, &words);
            let mut sheets = written(&prefill, language, is_workbook);
            // Only net operating income is published there, so that its costs and the day are not known.
            let label = FormRow::SpentDay.label(&words);
            typed(
                &mut sheets,
                &label,
                1,
                SheetCell::Text("2022-10-31".to_owned()),
            );
            let filled = filled(&sheets, None);
            assert_eq!(filled.missing, [], "{language:?} {is_workbook}");
            assert_eq!(filled.problems, [], "{language:?} {is_workbook}");
            assert_eq!(filled.unused, [""; 0], "{language:?} {is_workbook}");
            let own = filled.own.expect("a region");
            let read = whole(&own);
            for (key, figure) in &shipped.parameters {
                let found = read.parameters.get(key).map(|it| it.value.normalize());
                assert_eq!(found, Some(figure.value.normalize()), "{key} {language:?}");
            }
            assert_eq!(incomes(&read), incomes(&shipped), "{language:?}");
        }
    }
}

#[test]
fn a_new_region_needs_its_essential_rows_alone() {
    let blank = written(
        &Prefill::of_years(YEARS, &region()),
        Language::SimplifiedChinese,
        true,
    );
    let nothing = filled(&blank, None);
    assert_eq!(nothing.own, None);
    // The two years stand there already.
    assert_eq!(nothing.missing.len(), 26, "{:?}", nothing.missing);

    let filled = filled(&county_form(), None);
    assert_eq!((filled.missing.len(), &*filled.problems), (0, &[][..]));
    let own = filled.own.expect("a region");
    assert_eq!((&*own.name, own.years, own.version), ("蔚县", YEARS, 1));
    // Nothing but the rows typed: the others stand in and are said to.
    assert_eq!(
        own.values.len(),
        12 + 1 + 3 + 2 + 1,
        "{:?}",
        own.values.keys()
    );
    let region = whole(&own);
    let income = Scenario::plan(&region).project(&region);
    assert!(income.plan[0].income.exact() > decimal("17471.25"));
    let cell = region.parameters[&"funds.county.other".parse_key()].value;
    assert_eq!(cell, decimal("8768065.13"));
    let spent = own.figures[&GivenFigure::FundsSpent].day;
    assert_eq!(spent, SheetDate::new(2025, 11, Some(30)));
}

trait ParseKey {
    fn parse_key(&self) -> crate::region::key::Key;
}

impl ParseKey for str {
    fn parse_key(&self) -> crate::region::key::Key {
        crate::region::key::Key::parse(self).expect("a key")
    }
}

#[test]
fn what_is_wrong_names_its_cell() {
    let said = |label: &str, column: usize, cell: SheetCell| {
        let mut sheets = county_form();
        typed(&mut sheets, label, column, cell);
        let filled = filled(&sheets, None);
        assert_eq!(filled.own, None, "{label}");
        let problems = filled.problems.into_iter();
        problems
            .map(|problem| (problem.place, problem.fault))
            .collect::<Vec<_>>()
    };
    let number = |text: &str| SheetCell::Number(decimal(text));
    let text = |text: &str| SheetCell::Text(text.to_owned());

    let parts = said("脱贫人口人均纯收入", 1, number("17000"));
    let [(place, fault)] = &parts[..] else {
        panic!("{parts:?}");
    };
    assert!(
        place.starts_with("基本情况!B") && place.ends_with("脱贫人口人均纯收入"),
        "{place}"
    );
    assert_eq!(
        *fault,
        Fault::PartsDiffer {
            stated: decimal("17000"),
            sum: decimal("17471.25")
        }
    );
    let only = |found: Vec<(String, Fault)>| {
        let [(_, fault)] = <[_; 1]>::try_from(found).expect("one problem");
        fault
    };
    assert_eq!(
        only(said("脱贫人口数", 1, text("四万二"))),
        Fault::NotANumber("四万二".to_owned())
    );
    assert_eq!(
        only(said("下达资金：中央·产业", 2, SheetCell::Empty)),
        Fault::UnitMissing
    );
    assert_eq!(
        only(said("下达资金：中央·产业", 2, text("头"))),
        Fault::UnknownUnit("头".to_owned())
    );
    assert_eq!(
        only(said("其中：工资性收入", 3, number("2021"))),
        Fault::OtherYear {
            year: 2021,
            wanted: 2025
        }
    );
    assert_eq!(
        only(said("产业帮扶覆盖率", 5, SheetCell::Empty)),
        Fault::WithoutDefinition
    );
    assert_eq!(
        only(said("首个计划年", 1, number("26"))),
        Fault::NotAYear("26".to_owned())
    );
    assert_eq!(
        only(said("支出截至日期", 1, text("上月"))),
        Fault::NotADay("上月".to_owned())
    );
    assert_eq!(
        only(said("测算末年", 1, number("2050"))),
        Fault::BadYears(2025, 2026, 2050)
    );
    assert!(matches!(
        only(said(
            "产业帮扶覆盖率",
            1,
            SheetCell::Percent(decimal("1.2"))
        )),
        Fault::OutOfRange { .. }
    ));
}

#[test]
fn a_share_without_a_sign_is_asked_or_said_and_never_dropped() {
    let unclear = |label: &str| {
        let mut sheets = county_form();
        typed(&mut sheets, label, 1, SheetCell::Number(decimal("0.5")));
        typed(&mut sheets, label, 2, SheetCell::Empty);
        let reading = reading(&sheets);
        let filled = fill(&reading, None, &region());
        assert_eq!(filled.own, None, "{label}");
        (reading.questions.len(), filled.problems)
    };
    // The reader of sheets knows a rate by its name, and asks.
    assert_eq!(unclear("全年支出率"), (1, Vec::new()));
    let (questions, problems) = unclear("工资性收入近期增速");
    let faults: Vec<_> = problems.into_iter().map(|problem| problem.fault).collect();
    assert_eq!(questions, 0);
    assert_eq!(faults, [Fault::ShareUnclear("0.5".to_owned())]);
}

#[test]
fn a_value_that_is_hardly_plausible_is_said_and_taken() {
    let mut sheets = county_form();
    typed(
        &mut sheets,
        "全年支出率",
        1,
        SheetCell::Percent(decimal("0.5")),
    );
    typed(
        &mut sheets,
        "已支出资金",
        1,
        SheetCell::Number(decimal("30000")),
    );
    let filled = filled(&sheets, None);
    let remarks = filled.remarks.iter().map(|remark| remark.row);
    let execution = FormRow::Value("execution".parse_key());
    let spent = FormRow::Given(GivenFigure::FundsSpent);
    let mut rows = remarks.collect::<Vec<_>>();
    rows.sort_unstable();
    assert_eq!(rows, [spent, execution]);
    let words = Catalog::new(Language::English);
    let said = filled.remarks.iter().map(|remark| remark.in_words(&words));
    let said = said.collect::<Vec<_>>().join("\n");
    assert!(
        said.contains("50% is outside the plausible range 80%–100%"),
        "{said}"
    );
    let own = filled.own.expect("a region all the same");
    let execution = &own.values[&"execution".parse_key()];
    // The form's own words beside the default were not the bureau's.
    assert_eq!((&execution.source, &execution.basis), (&None, &None));
}

#[test]
fn a_form_read_again_shows_what_changed() {
    let first = filled(&county_form(), None).own.expect("a region");
    let again = filled(&county_form(), Some(&first));
    assert_eq!(again.changes, []);
    assert_eq!(again.own.as_ref(), Some(&first));
    let mut sheets = county_form();
    typed(
        &mut sheets,
        "下达资金：中央·产业",
        1,
        SheetCell::Number(decimal("900")),
    );
    let changed = filled(&sheets, Some(&first));
    let [change] = &changed.changes[..] else {
        panic!("{:?}", changed.changes);
    };
    assert_eq!(
        change.row,
        FormRow::Value("funds.central.industry".parse_key())
    );
    assert_eq!(change.before, Some(decimal("8768065.13")));
    assert_eq!(change.after, Some(decimal("9000000")));
    let own = changed.own.expect("a region");
    assert_eq!((&own.id, own.version), (&first.id, 2));
    // Another name is another region.
    typed(
        &mut sheets,
        "地区名称",
        1,
        SheetCell::Text("阳原县".to_owned()),
    );
    let other = filled(&sheets, Some(&first)).own.expect("a region");
    assert_ne!(other.id, first.id);
}

#[test]
fn counties_and_projects_travel_with_the_form() {
    let mut own = filled(&county_form(), None).own.expect("a region");
    own.counties.push(CountyRow {
        name: "蔚县".to_owned(),
        code: Some("130726".to_owned()),
        lifted_people: Some(42_000),
        granted: Some(decimal("105216781.56")),
        ..CountyRow::default()
    });
    own.projects.push(ProjectRow {
        number: Some("5100001325360087999".to_owned()),
        county: Some("蔚县".to_owned()),
        name: Some("肉羊养殖".to_owned()),
        project_type: Some(ProjectType::Industry),
        total: Some(decimal("876806.51")),
        central: Some(decimal("876806.51")),
        state: Some(ProjectState::UnderConstruction),
        started: SheetDate::new(2026, 4, Some(1)),
        ..ProjectRow::default()
    });
    let region = whole(&own);
    for language in Language::ALL {
        for is_workbook in [true, false] {
            let words = Catalog::new(language);
            let prefill = Prefill::of_region(&region, &words);
            let again = filled(&written(&prefill, language, is_workbook), Some(&own));
            let read = again.own.expect("a region");
            assert_eq!(again.changes, [], "{language:?}");
            let bare = |own: &OwnRegion| {
                let own = own.clone();
                (own.counties, own.projects, own.values)
            };
            assert_eq!(bare(&read), bare(&own), "{language:?} {is_workbook}");
        }
    }
}

#[test]
fn a_form_of_tables_alone_keeps_the_figures() {
    let own = filled(&county_form(), None).own.expect("a region");
    let sheets = read_file(
        "县区,代码,脱贫户数,脱贫人口\r\n甲县,130701,500,1200\r\n".as_bytes(),
        "counties.csv",
    );
    let read = filled(&sheets.expect("a table"), Some(&own));
    assert_eq!((read.missing.len(), &*read.problems), (0, &[][..]));
    let read = read.own.expect("a region");
    assert_eq!(read.values, own.values);
    assert_eq!(read.counties.len(), 1);
    assert_eq!(read.version, own.version + 1);
}
