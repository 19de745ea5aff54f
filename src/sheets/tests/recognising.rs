//! The forms as bureaus keep them, with what is commonly wrong, and the exact problem of each.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Formula, Workbook};

use super::files::saved;
use crate::cell::SheetCell;
use crate::fault::Wanted;
use crate::field::{CountyField, Field, FormKind, ProjectField};
use crate::project_type::ProjectType;
use crate::read::{read_file, read_pasted};
use crate::reading::{Answers, ColumnUse, DropReason, Reading, ReadingNote, SheetQuestion};
use crate::recognise::recognise;
use crate::synonyms::Synonyms;
use crate::unit::{AmountScale, MoneyUnit, Operating};

fn with(text: &str, answers: &Answers) -> Reading {
    let sheets = read_pasted(text).expect("a block");
    recognise(&sheets, &Synonyms::default(), answers)
}

fn pasted(text: &str) -> Reading {
    with(text, &Answers::default())
}

fn problems(reading: &Reading) -> Vec<(String, String, Wanted)> {
    let each = |problem: &crate::fault::FormProblem| {
        (
            problem.place.to_string(),
            problem.found.clone(),
            problem.wanted.clone(),
        )
    };
    reading.problems.iter().map(each).collect()
}

fn decimal(text: &str) -> Option<Decimal> {
    text.parse().ok()
}

#[test]
fn a_project_library_is_read_with_two_levels_totals_first_and_persons_dropped() {
    let reading = pasted(
        "某县项目库\n\t\t\t\t\t\t\t\t\t单位:万元\n\
         序号\t乡镇\t村\t项目名称\t项目子类型\t计划投入资金\t资金来源\t\t\t\t责任单位\t责任人\t举报电话\t备注\n\
         \t\t\t\t\t\t中央衔接\t省级衔接\t县级\t其他\t\t\t\t\n\
         合计\t\t\t\t\t17265.803951\t17177.1233\t87.680651\t\t1\t\t\t\t\n\
         1\t甲乡\t东村\t大棚\t种植业基地\t17177.1233\t17177.1233\t—\t/\t\t农业局\t王某\t13800138000\t\n\
         2\t乙镇\t西村\t道路\t农村道路建设\t88.680651\t\t８７.680651\t\t1\t交通局\t李某\t13900139000\t\n\
         注：按上级口径填报\n填表人：张某\n",
    );
    assert_eq!(problems(&reading), []);
    let [one, two] = &*reading.projects else {
        panic!("{:?}", reading.projects)
    };
    assert_eq!(one.central, decimal("171771233"));
    assert_eq!(one.province, None);
    assert_eq!(two.province, decimal("876806.51"));
    assert_eq!(two.other_funds, decimal("10000"));
    assert_eq!(one.project_type, Some(ProjectType::Industry));
    assert_eq!(two.project_type, Some(ProjectType::RuralConstruction));
    assert!(
        reading.totals.len() >= 3
            && reading
                .totals
                .iter()
                .all(|total| total.difference.is_zero())
    );
    assert_eq!(reading.tables[0].unit, Some(MoneyUnit::TenThousand));
    assert_eq!(reading.tables[0].header_rows, 2);
    let dropped: Vec<_> = reading.tables[0]
        .columns
        .iter()
        .filter_map(|column| match column.used {
            ColumnUse::Dropped(reason) => Some((&*column.header, reason)),
            _ => None,
        })
        .collect();
    assert_eq!(
        dropped,
        [
            ("责任人", DropReason::Person),
            ("举报电话", DropReason::Contact)
        ]
    );
    let all = format!("{reading:?}");
    for personal in ["王某", "李某", "13800138000", "张某"] {
        assert!(!all.contains(personal), "{personal}");
    }
    assert!(matches!(&*reading.notes, [ReadingNote::Footnote(place)] if place.to_string() == "A8"));
}

#[test]
fn a_total_that_does_not_add_up_is_shown_with_its_difference() {
    let reading = pasted(
        "单位：万元\n县区\t脱贫户数\t下达资金\n甲县\t10\t1.5\n乙县\t20\t-0.5\n小计\t30\t1\n丙县\t5\t2\n小计\t6\t2\n总计\t35\t3.5\n",
    );
    assert_eq!(problems(&reading), []);
    let off: Vec<(String, Decimal)> = reading
        .totals
        .iter()
        .filter(|total| !total.difference.is_zero())
        .map(|total| (total.place.to_string(), total.difference))
        .collect();
    assert_eq!(
        off,
        [("B7".to_owned(), 1.into()), ("C8".to_owned(), 5_000.into())]
    );
    assert_eq!(reading.totals.len(), 6);
    assert_eq!(reading.counties.len(), 3);
    assert_eq!(reading.counties[1].granted, decimal("-5000"));
    assert!(
        reading
            .notes
            .iter()
            .any(|note| matches!(note, ReadingNote::Negative(place) if place.to_string() == "C4"))
    );
}

#[test]
fn every_wrong_cell_is_named_with_what_is_wanted() {
    let reading = pasted(
        "县区\t脱贫户数\t人均纯收入\t下达资金（万元）\t已支出（万元）\t截至日期\n\
         甲县\t约10\t1,5\t3\t5\t2025-13-01\n甲县\t-1\t12000\t\t\t45717\n\t3\t\t\t\t\n",
    );
    let at = |column| crate::place::CellPlace::new("", 1, column);
    let wanted = [
        ("B2", "约10", Wanted::Count),
        ("C2", "1,5", Wanted::Number),
        ("F2", "2025-13-01", Wanted::Date),
        ("E2", "5", Wanted::AtMost(at(3))),
        ("B3", "-1", Wanted::Count),
        ("A3", "甲县", Wanted::Unique(at(0))),
        ("A4", "", Wanted::CountyName),
    ];
    let wanted = wanted.map(|(place, found, wanted)| (place.to_owned(), found.to_owned(), wanted));
    assert_eq!(problems(&reading), wanted);
    assert_eq!(reading.counties[0].lifted_households, None);
    assert_eq!(reading.counties[1].granted, None);
}

#[test]
fn an_unknown_type_is_a_problem_and_a_question_and_never_a_default() {
    let text = "项目编号\t项目名称\t项目类型\t状态\nA1\t大棚\t产业大发展\t完工\nA2\t路\t产业大发展\t修路中\nA3\t车间\t就业项目\t在建\n";
    let reading = pasted(text);
    assert_eq!(reading.projects[0].project_type, None);
    let found = problems(&reading);
    assert!(found.contains(&("C2".into(), "产业大发展".into(), Wanted::ProjectType)));
    assert!(found.contains(&("D3".into(), "修路中".into(), Wanted::ProjectState)));
    assert_eq!(found.len(), 3);
    assert!(
        matches!(&*reading.questions, [SheetQuestion::Type { text, rows: 2, .. }] if text == "产业大发展")
    );
    let mut answers = Answers::default();
    answers
        .types
        .insert("产业大发展".into(), ProjectType::Industry);
    let answered = with(text, &answers);
    assert_eq!(
        answered.projects[1].project_type,
        Some(ProjectType::Industry)
    );
    assert_eq!(answered.questions, []);
}

#[test]
fn amounts_without_a_unit_are_asked_and_unknown_until_then() {
    let text = "县区\t下达资金\t已支出\n甲县\t17177.1233\t5\n";
    let reading = pasted(text);
    assert_eq!(reading.counties[0].granted, None);
    let [SheetQuestion::Unit { place, largest }] = &*reading.questions else {
        panic!("no question")
    };
    assert_eq!(
        (place.to_string(), Some(*largest)),
        ("A1".to_owned(), decimal("17177.1233"))
    );
    let mut answers = Answers::default();
    answers.units.insert("A1".into(), MoneyUnit::TenThousand);
    assert_eq!(
        with(text, &answers).counties[0].granted,
        decimal("171771233")
    );
}

#[test]
fn shares_and_gross_operating_income_are_settled_by_questions() {
    let text = "指标\t数值\t单位\t年份\t来源\t口径\t性质\n产业帮扶覆盖率\t85\t\t2025\t\t\t公布\n参保率\t85%\t\t\t\t\t推算\n其他率\t85\t%\t\t\t\t\n\
                经营性收入\t6000\t元\t\t\t\t\n基准年\t2025\n";
    let reading = pasted(text);
    assert_eq!(problems(&reading), []);
    let values: Vec<&SheetCell> = reading.figures.iter().map(|figure| &figure.value).collect();
    let share = SheetCell::Percent(decimal("0.85").expect("a share"));
    assert_eq!(values[..3], [&SheetCell::Number(85.into()), &share, &share]);
    assert!(matches!(
        &*reading.questions,
        [
            SheetQuestion::AmountScale { .. },
            SheetQuestion::Operating { .. }
        ]
    ));
    let mut answers = Answers::default();
    answers.scales.insert("B2".into(), AmountScale::Percent);
    answers.operating.insert("B5".into(), Operating::Gross);
    let answered = with(text, &answers);
    assert_eq!(answered.questions, []);
    assert_eq!(answered.figures[0].value, share);
    assert_eq!(answered.figures[3].operating, Some(Operating::Gross));
}

#[test]
fn two_tables_on_a_sheet_and_two_hundred_columns_are_read() {
    let surplus: String = (0..200).map(|column| format!("\t附加{column}")).collect();
    let reading = pasted(&format!(
        "县区\t脱贫户数\t脱贫人口{surplus}\n甲县\t1\t2\n\n项目表\n单位：元\n项目编号\t项目名称\t总投资\n130702199001011234\t路\t5\n1.30702E+17\t桥\t6\n"
    ));
    let forms: Vec<FormKind> = reading.tables.iter().map(|table| table.form).collect();
    assert_eq!(forms, [FormKind::Counties, FormKind::Projects]);
    assert_eq!(
        reading.projects[0].number.as_deref(),
        Some("130702199001011234")
    );
    assert_eq!(reading.projects[0].total, decimal("5"));
    assert_eq!(
        problems(&reading),
        [("A8".to_owned(), "1.30702E+17".to_owned(), Wanted::AllDigits)]
    );
    let surplus = reading.tables[0]
        .columns
        .iter()
        .filter(|column| column.used == ColumnUse::Surplus);
    assert_eq!(surplus.count(), 200);
}

#[test]
fn a_workbook_says_what_it_hides_joins_and_has_not_computed() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("县区").expect("a name");
    for (column, header) in (0..).zip(["县区", "脱贫户数", "脱贫人口", "人均纯收入"])
    {
        sheet.write(2, column, header).expect("a header");
    }
    sheet.write(3, 0, "甲县").expect("a name");
    sheet.write(3, 1, 12).expect("a count");
    sheet
        .write(3, 2, Formula::new("=1/0").set_result("#DIV/0!"))
        .expect("a formula");
    sheet.write(3, 3, "１２，０００").expect("a text");
    sheet.set_row_hidden(3).expect("a row");
    sheet.set_column_hidden(1).expect("a column");
    let projects = workbook.add_worksheet();
    projects.set_name("项目").expect("a name");
    for (column, header) in (0..).zip(["县区", "项目名称", "项目类型"]) {
        projects.write(0, column, header).expect("a header");
    }
    projects
        .merge_range(1, 0, 2, 0, "甲县", &Format::new())
        .expect("a range");
    projects.write(1, 1, "路").expect("a name");
    projects.write(2, 1, "桥").expect("a name");
    let sheets = read_file(&saved(workbook), "a.xlsx").expect("a workbook");
    let reading = recognise(&sheets, &Synonyms::default(), &Answers::default());
    assert_eq!(
        problems(&reading),
        [("县区!C4".to_owned(), "#DIV/0!".to_owned(), Wanted::NoError)]
    );
    assert_eq!(reading.counties[0].income, decimal("12000"));
    assert!(
        reading
            .notes
            .contains(&ReadingNote::HiddenRows("县区".into(), 1, 3))
    );
    assert!(
        reading
            .notes
            .contains(&ReadingNote::HiddenColumns("县区".into(), vec![1]))
    );
    let counties: Vec<_> = reading
        .projects
        .iter()
        .map(|project| project.county.as_deref())
        .collect();
    assert_eq!(counties, [Some("甲县"), Some("甲县")]);
}

#[test]
fn a_formula_without_a_result_asks_for_one() {
    let row = |cells: Vec<SheetCell>| cells;
    let text = super::files::text;
    let sheet = crate::cell::ForeignSheet::of_rows(
        "县区",
        [
            row(vec![text("县区"), text("脱贫户数"), text("脱贫人口")]),
            row(vec![
                text("甲县"),
                SheetCell::Uncomputed,
                SheetCell::Number(3.into()),
            ]),
        ],
    );
    let reading = recognise(&[sheet], &Synonyms::default(), &Answers::default());
    assert_eq!(
        problems(&reading),
        [("县区!B2".to_owned(), String::new(), Wanted::Result)]
    );
}

#[test]
fn a_table_of_persons_is_told_and_nothing_of_it_kept() {
    let reading = pasted("户编号\t姓名\t证件号码\n1\t王某\t130702199001011234\n");
    assert_eq!(reading.notes, [ReadingNote::Household(String::new())]);
    assert!(reading.tables.is_empty() && !format!("{reading:?}").contains("王某"));
}

#[test]
fn incomes_of_two_years_and_english_headers_are_told_apart() {
    let reading =
        pasted("County\t2024年人均纯收入\t2025年人均纯收入\tLifted people\n市本级\t1\t2\t3\n");
    let county = &reading.counties[0];
    assert_eq!(
        (county.income_before, county.income),
        (decimal("1"), decimal("2"))
    );
    assert!(county.is_city_itself);
}

#[test]
fn a_column_can_be_given_another_field_or_none() {
    let text = "县区\t花了（元）\t脱贫户数\t脱贫人口\n甲县\t5\t1\t2\n";
    let mut answers = Answers::default();
    answers
        .columns
        .insert("B1".into(), Some(Field::County(CountyField::Spent)));
    answers.columns.insert("C1".into(), None);
    let county = &with(text, &answers).counties[0];
    assert_eq!(
        (county.spent, county.lifted_households),
        (decimal("5"), None)
    );
}

#[test]
fn sources_that_exceed_the_total_and_ends_before_starts_are_said() {
    let reading = pasted(
        "单位：元\n项目名称\t总投资\t中央\t省\t开工日\t完工日\n路\t5\t4\t3\t2025-03-01\t2024年3月\n",
    );
    let start = crate::place::CellPlace::new("", 2, 4);
    assert_eq!(
        problems(&reading),
        [
            (
                "B3".to_owned(),
                "5".to_owned(),
                Wanted::SumOfSources((-2).into())
            ),
            (
                "F3".to_owned(),
                "2024-03".to_owned(),
                Wanted::NotBefore(start)
            ),
        ]
    );
    assert!(
        reading.tables[0].columns.iter().any(|column| {
            column.used == ColumnUse::Field(Field::Project(ProjectField::Central))
        })
    );
}
