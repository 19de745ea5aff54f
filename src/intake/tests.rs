//! Previews of opened files.

use zengshou_sheets::{
    CountyField, DropReason, Field, FormKind, FundUse, MoneyUnit, ProjectField, ProjectType,
    SheetDate, TypeName,
};

use super::*;
use crate::form::template::Prefill;
use crate::form::workbook::write_text;
use crate::i18n::Catalog;
use crate::language::Language;
use crate::region::files::RegionFiles;
use crate::region::own::tests::county;
use crate::region::own::{GivenFigure, OwnRegion};
use crate::region::tests::{region, region_file};

const PROJECTS: &str = "项目库\n项目名称\t项目类型\t总投资\t负责人\t备忘\n\
    养殖场\t产业发展\t120.5\t王某\t甲\n\
    村路\t修路\t80\t李某\t乙\n\
    合计\t\t210\t\t\n";

/// The page's setting, with or without a region of the bureau's own on the screen.
fn filling(own: Option<&str>) -> SheetFilling {
    let setting = IntakeSetting {
        language: "zh-Hans".to_owned(),
        region: RegionFiles {
            built_in: region_file(),
            own: own.map(str::to_owned),
        },
    };
    SheetFilling::new(&setting).expect("a setting")
}

fn pasted(text: &str) -> Result<Intake, ReadFault> {
    Intake::pasted(text, filling(None))
}

fn answered(answers: Answers) -> IntakeChoices {
    IntakeChoices {
        answers,
        ..IntakeChoices::default()
    }
}

#[test]
fn a_preview_shows_tables_columns_and_first_rows_without_persons() {
    let mut intake = pasted(PROJECTS).expect("a block");
    let preview = intake.look(&IntakeChoices::default());
    assert_eq!(
        (preview.figures, preview.counties, preview.projects),
        (0, 0, 2)
    );
    let table = &preview.tables[0];
    assert_eq!(table.table.form, FormKind::Projects);
    let uses: Vec<ColumnUse> = table.table.columns.iter().map(|it| it.used).collect();
    assert_eq!(
        uses,
        [
            ColumnUse::Field(Field::Project(ProjectField::Name)),
            ColumnUse::Field(Field::Project(ProjectField::Type)),
            ColumnUse::Field(Field::Project(ProjectField::Total)),
            ColumnUse::Dropped(DropReason::Person),
            ColumnUse::Surplus,
        ]
    );
    assert_eq!(
        table.first_rows[0],
        ["养殖场", "产业发展", "120.5", "", "甲"]
    );
    assert_eq!(table.first_rows.len(), 3);
    let sent = serde_json::to_string(&preview).expect("text");
    assert!(!sent.contains("王某") && !sent.contains("李某"));
}

#[test]
fn an_answer_is_used_at_once_and_can_be_changed() {
    let mut intake = pasted(PROJECTS).expect("a block");
    let before = intake.look(&IntakeChoices::default());
    assert_eq!(before.questions.len(), 2);
    assert_eq!(before.problems, [], "what is asked is no problem");
    assert!(before.totals.is_empty());
    let mut answers = Answers::default();
    let SheetQuestion::Unit { place, .. } = &before.questions[0] else {
        panic!("the unit is asked first");
    };
    answers
        .units
        .insert(place.to_string(), MoneyUnit::TenThousand);
    answers
        .types
        .insert("修路".to_owned(), ProjectType::RuralConstruction);
    let after = intake.look(&answered(answers.clone()));
    assert_eq!(after.questions, before.questions);
    assert_eq!(after.totals.len(), 1);
    assert_eq!(after.totals[0].difference, 95_000.into());
    let road = &intake.reading().projects[1];
    assert_eq!(road.project_type, Some(ProjectType::RuralConstruction));
    answers.units.insert(place.to_string(), MoneyUnit::Yuan);
    let changed = intake.look(&answered(answers));
    assert_eq!(
        changed.totals[0].computed,
        200.5_f64.try_into().expect("a number")
    );
    assert_eq!(changed.questions, before.questions);
}

#[test]
fn a_long_text_of_a_type_can_be_answered() {
    let long = "很长的类型".repeat(20);
    let block = format!("项目名称\t项目类型\t总投资（元）\n甲\t{long}\t1\n");
    let mut intake = pasted(&block).expect("a block");
    let preview = intake.look(&IntakeChoices::default());
    let SheetQuestion::Type { text, .. } = &preview.questions[0] else {
        panic!("the type is asked");
    };
    let mut answers = Answers::default();
    answers.types.insert(text.clone(), ProjectType::Other);
    intake.look(&answered(answers));
    let row = &intake.reading().projects[0];
    assert_eq!(row.project_type, Some(ProjectType::Other));
}

#[test]
fn a_column_can_be_given_another_field_and_is_remembered() {
    let mut intake = pasted("县区\t花了\t脱贫户数\t脱贫人口\n蔚县\t5\t1\t2\n").expect("a block");
    let preview = intake.look(&IntakeChoices::default());
    let column = &preview.tables[0].table.columns[1];
    assert_eq!(column.used, ColumnUse::Surplus);
    let field = Field::County(CountyField::Projects);
    let mut answers = Answers::default();
    answers
        .columns
        .insert(column.place.to_string(), Some(field));
    let mut choices = answered(answers);
    let changed = intake.look(&choices);
    assert_eq!(
        changed.tables[0].table.columns[1].used,
        ColumnUse::Field(field)
    );
    assert_eq!(intake.reading().counties[0].projects, Some(5));
    choices.answers = Answers::default();
    choices
        .synonyms
        .remember(FormKind::Counties, &column.header, Some(field));
    intake.look(&choices);
    assert_eq!(intake.reading().counties[0].projects, Some(5));
}

#[test]
fn what_is_too_much_to_show_is_counted() {
    let mut block = "县区\t脱贫户数\t脱贫人口\n".to_owned();
    for number in 0..1_500 {
        block.push_str(&format!("县{number}\t多\t少\n"));
    }
    let mut intake = pasted(&block).expect("a block");
    let preview = intake.look(&IntakeChoices::default());
    assert_eq!(preview.problems.len(), MOST_LISTED);
    assert_eq!(preview.more_problems, 2_800);
    assert_eq!(preview.tables[0].first_rows.len(), FIRST_ROWS);
    let wide: String = (0..400).map(|number| format!("\t栏{number}")).collect();
    let block = format!("县区\t脱贫户数\t脱贫人口{wide}\n甲\t1\t2\n");
    let preview = pasted(&block)
        .expect("a block")
        .look(&IntakeChoices::default());
    assert_eq!(preview.tables[0].table.columns.len(), MOST_COLUMNS);
    assert_eq!(preview.tables[0].more_columns, 103);
}

#[test]
fn first_rows_end_where_the_next_table_starts() {
    let block =
        "县区\t脱贫户数\t脱贫人口\n甲\t1\t2\n\n项目名称\t项目类型\t总投资（元）\n乙\t其他\t3\n";
    let mut intake = pasted(block).expect("a block");
    let preview = intake.look(&IntakeChoices::default());
    assert_eq!(preview.tables.len(), 2);
    assert_eq!(preview.tables[0].first_rows, [["甲", "1", "2"]]);
}

#[test]
fn a_file_that_can_not_be_read_is_no_intake() {
    assert!(matches!(pasted(" \n\t"), Err(ReadFault::Empty)));
    assert!(matches!(
        Intake::file(b"", "a.xlsx", filling(None)),
        Err(ReadFault::Empty)
    ));
    assert!(matches!(
        Intake::file(b"PK\x03\x04cut off", "a.xlsx", filling(None)),
        Err(ReadFault::Damaged)
    ));
}

#[test]
fn a_reply_goes_over_as_text() {
    let mut intake = pasted(PROJECTS).expect("a block");
    let reply = IntakeReply::Preview(Box::new(intake.look(&IntakeChoices::default())));
    let sent = serde_json::to_string(&reply).expect("text");
    assert_eq!(
        serde_json::from_str::<IntakeReply>(&sent).expect("the same"),
        reply
    );
}

/// The example's form as a text, as a clerk would send it back under another name.
fn form() -> String {
    let words = Catalog::new(Language::SimplifiedChinese);
    let form = write_text(
        &Prefill::of_region(&region(), &words).template(&words),
        &words,
    );
    let day = form
        .lines()
        .find(|line| line.starts_with("支出截至日期"))
        .expect("a row");
    let mut cells: Vec<&str> = day.split(',').collect();
    cells[1] = "2021-12-31";
    form.replace(day, &cells.join(","))
        .replace("张家口市", "青山市")
}

#[test]
fn a_filled_form_is_a_region_and_a_second_one_shows_its_changes() {
    let choices = IntakeChoices::default();
    let open = |form: &str, own: Option<&str>| {
        let mut intake = Intake::file(form.as_bytes(), "form.csv", filling(own)).expect("a form");
        let preview = intake.look(&choices);
        (preview.filled, intake.taken().cloned())
    };
    let (filled, taken) = open(&form(), None);
    assert_eq!(
        (&filled.missing, &filled.problems),
        (&Vec::new(), &Vec::new())
    );
    assert!(filled.is_ready && !filled.is_known);
    assert!(filled.name.contains("青山市"), "{}", filled.name);
    let taken = taken.expect("it can be taken");
    let (again, same) = open(&form(), Some(&taken.text));
    assert!(
        again.is_known && again.changes.is_empty(),
        "{:?}",
        again.changes
    );
    assert_eq!(same.as_ref(), Some(&taken));
    let line = form();
    let line = line
        .lines()
        .find(|line| line.starts_with("脱贫人口数"))
        .expect("a row");
    let mut cells: Vec<&str> = line.split(',').collect();
    cells[1] = "400000";
    let changed = form().replace(line, &cells.join(","));
    let (again, other) = open(&changed, Some(&taken.text));
    let rows: Vec<&str> = again.changes.iter().map(|change| &*change.row).collect();
    assert!(rows.contains(&"脱贫人口数"), "{:?}", again.changes);
    assert!(
        again
            .changes
            .iter()
            .any(|change| change.after.contains("400,000"))
    );
    assert_ne!(other.expect("it can be taken").text, taken.text);
}

#[test]
fn a_form_with_a_gap_or_a_fault_is_not_taken() {
    let gap: String = form()
        .lines()
        .filter(|line| !line.starts_with("脱贫人口数"))
        .map(|line| format!("{line}\n"))
        .collect();
    let mut intake = Intake::file(gap.as_bytes(), "form.csv", filling(None)).expect("a form");
    let preview = intake.look(&IntakeChoices::default());
    assert_eq!(preview.filled.missing, ["脱贫人口数"]);
    assert!(!preview.filled.is_ready && intake.taken().is_none());
}

#[test]
fn types_are_counted_as_the_region_before_says_or_as_is_answered() {
    let block =
        "单位：万元\n项目名称\t项目类型\t总投资\n养殖场\t产业发展\t120.5\n培训\t就业项目\t80\n";
    let employment = TypeName::parse("就业项目").expect("a type");
    let mut own = county();
    if let Some(spent) = own.figures.get_mut(&GivenFigure::FundsSpent) {
        spent.day = SheetDate::new(2026, 6, Some(30));
    }
    own.types
        .set(employment.clone(), Some(FundUse::Infrastructure));
    let mut intake = Intake::pasted(block, filling(Some(&own.write()))).expect("a block");
    let counted = |preview: &Preview| {
        let by_use = preview.types.by_use.map(|sum| (sum.projects, sum.money));
        by_use.map(|(projects, money)| (projects, money.to_string()))
    };
    let sums = |sums: [(u32, &str); 3]| sums.map(|(count, money)| (count, money.to_owned()));
    let before = intake.look(&IntakeChoices::default());
    assert_eq!(
        counted(&before),
        sums([(1, "1205000"), (1, "800000"), (0, "0")])
    );
    let mut answers = Answers::default();
    answers
        .uses
        .insert(employment.clone(), Some(FundUse::Industry));
    let after = intake.look(&answered(answers.clone()));
    assert_eq!(counted(&after), sums([(2, "2005000"), (0, "0"), (0, "0")]));
    assert!(after.filled.is_ready, "{:?}", after.filled);
    let taken = intake.taken().expect("a region").text.clone();
    let taken = OwnRegion::read(&taken).expect("a region");
    let kept: Vec<_> = taken.types.changes().collect();
    assert_eq!(kept, [(&employment, FundUse::Industry)]);
    assert_eq!(taken.version, own.version + 1);
    // What is counted as usual again is not kept.
    answers.uses.insert(employment, Some(FundUse::Other));
    intake.look(&answered(answers));
    let usual = intake.taken().expect("a region").text.clone();
    assert!(!usual.contains("\"types\""), "{usual}");
}
