//! Spreadsheets in words, in every language.

use rust_decimal::Decimal;
use zengshou_sheets::{
    Answers, CellPlace, ColumnUse, CountyField, DropReason, Field, FormKind, FormProblem,
    MoneyUnit, Operating, ProjectField, ProjectType, ReadFault, ReadLimit, ReadingNote,
    SheetQuestion, Synonyms, TotalCheck, Wanted, read_pasted, recognise,
};

use super::*;
use crate::language::Language;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

fn place() -> CellPlace {
    CellPlace::new("县区", 6, 4)
}

/// One of every kind of wanted content.
fn every_wanted() -> Vec<Wanted> {
    vec![
        Wanted::Number,
        Wanted::Count,
        Wanted::NotNegative,
        Wanted::Share,
        Wanted::Year,
        Wanted::Date,
        Wanted::SmallerNumber,
        Wanted::ProjectType,
        Wanted::SecondLevel,
        Wanted::ProjectState,
        Wanted::AssetClass,
        Wanted::OperatingState,
        Wanted::FigureStatus,
        Wanted::Indicator,
        Wanted::CountyName,
        Wanted::ProjectName,
        Wanted::Unique(place()),
        Wanted::AllDigits,
        Wanted::Result,
        Wanted::NoError,
        Wanted::AtMost(place()),
        Wanted::NotBefore(place()),
        Wanted::SumOfSources(decimal("12.5")),
        Wanted::FewerRows(3),
        Wanted::OneColumn(Field::County(CountyField::Spent), place()),
        Wanted::MoneyUnit,
    ]
}

#[test]
fn every_column_has_its_official_name_in_chinese_and_a_name_of_its_own_elsewhere() {
    let chinese = Catalog::new(Language::SimplifiedChinese);
    for form in [FormKind::Figures, FormKind::Counties, FormKind::Projects] {
        assert_eq!(chinese.form_kind(form), form.official_name());
        for field in form.fields() {
            assert_eq!(chinese.form_field(field), field.official_name());
        }
        for language in Language::ALL {
            let words = Catalog::new(language);
            let mut names: Vec<String> = form
                .fields()
                .into_iter()
                .map(|field| words.form_field(field))
                .collect();
            let count = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count, "two alike in {}", language.tag());
        }
    }
    for each in ProjectType::ALL {
        assert_eq!(chinese.project_type(each), each.official_name());
    }
    for unit in MoneyUnit::ALL {
        assert_eq!(chinese.money_unit(unit), unit.official_name());
    }
}

/// Headers in English and Traditional Chinese, as the page names them, are read as their columns again.
#[test]
fn a_table_under_the_names_of_any_language_is_recognised() {
    for language in Language::ALL {
        let words = Catalog::new(language);
        for form in [FormKind::Figures, FormKind::Counties, FormKind::Projects] {
            let fields = form.fields();
            let names: Vec<String> = fields
                .iter()
                .map(|field| words.form_field(*field))
                .collect();
            let block = format!("{}\n蔚县\t1\n", names.join("\t"));
            let sheets = read_pasted(&block).expect("a block");
            let reading = recognise(&sheets, &Synonyms::default(), &Answers::default());
            let table = &reading.tables[0];
            assert_eq!(table.form, form, "{}", language.tag());
            for (column, field) in table.columns.iter().zip(fields) {
                assert_eq!(
                    column.used,
                    ColumnUse::Field(field),
                    "{} in {}",
                    column.header,
                    language.tag()
                );
            }
        }
    }
}

#[test]
fn every_type_of_projects_is_recognised_by_its_name_in_any_language() {
    for language in Language::ALL {
        let words = Catalog::new(language);
        let names = [ProjectField::Name, ProjectField::Total, ProjectField::Type];
        let names = names.map(|field| words.form_field(Field::Project(field)));
        let mut block = format!("{}\n", names.join("\t"));
        for (number, each) in ProjectType::ALL.into_iter().enumerate() {
            block.push_str(&format!("甲{number}\t1\t{}\n", words.project_type(each)));
        }
        let sheets = read_pasted(&block).expect("a block");
        let reading = recognise(&sheets, &Synonyms::default(), &Answers::default());
        let types: Vec<_> = reading
            .projects
            .iter()
            .map(|row| row.project_type)
            .collect();
        assert_eq!(types, ProjectType::ALL.map(Some), "{}", language.tag());
    }
}

#[test]
fn a_problem_names_sheet_cell_content_and_what_is_wanted() {
    let problem = FormProblem {
        place: place(),
        found: "大约五百".to_owned(),
        wanted: Wanted::Number,
    };
    let said = |language| Catalog::new(language).form_problem(&problem);
    assert_eq!(
        said(Language::SimplifiedChinese),
        "县区!E7：“大约五百”。此处应填数字。"
    );
    assert_eq!(
        said(Language::English),
        "县区!E7: “大约五百”. A number belongs here."
    );
    for language in Language::ALL {
        let words = Catalog::new(language);
        let mut all = Vec::new();
        for wanted in every_wanted() {
            for found in ["", "x"] {
                let problem = FormProblem {
                    place: place(),
                    found: found.to_owned(),
                    wanted: wanted.clone(),
                };
                let said = words.form_problem(&problem);
                assert!(said.contains("县区!E7"), "{said}");
                assert!(!said.contains("{"), "{said}");
                all.push(said);
            }
        }
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count, "two alike in {}", language.tag());
    }
}

#[test]
fn foreign_text_can_not_hide_in_a_sentence() {
    let words = Catalog::new(Language::SimplifiedChinese);
    let sheet = format!("表\u{202e}{}", "长".repeat(200));
    let said = words.reading_note(&ReadingNote::HiddenSheet(sheet.clone()));
    assert!(
        said.contains("⟨U+202E⟩") && said.chars().count() < 100,
        "{said}"
    );
    let said = words.cell_place(&CellPlace::new(&sheet, 0, 0));
    assert!(
        said.contains("⟨U+202E⟩") && said.ends_with("…!A1"),
        "{said}"
    );
}

#[test]
fn every_fault_of_a_file_says_what_to_do() {
    let faults = [
        ReadFault::Empty,
        ReadFault::Password,
        ReadFault::Damaged,
        ReadFault::TooLarge(ReadLimit::FileBytes, 70_000_000),
        ReadFault::TooLarge(ReadLimit::UnpackedBytes, 1 << 40),
        ReadFault::TooLarge(ReadLimit::Sheets, 201),
        ReadFault::TooLarge(ReadLimit::Rows, 300_001),
        ReadFault::TooLarge(ReadLimit::Cells, 6_000_001),
        ReadFault::TooLarge(ReadLimit::Characters, 32_768),
        ReadFault::WebPage,
        ReadFault::OldXml,
        ReadFault::Unknown,
        ReadFault::NoSheets,
    ];
    for language in Language::ALL {
        let words = Catalog::new(language);
        for fault in &faults {
            let said = words.read_fault(fault);
            assert!(said.chars().count() > 8, "{said}");
        }
    }
    let words = Catalog::new(Language::English);
    assert_eq!(
        words.read_fault(&ReadFault::TooLarge(ReadLimit::Rows, 300_001)),
        "The file is too large and was not read: rows 300,001, at most 300,000. Take out what is not needed, or split it."
    );
}

#[test]
fn a_total_that_differs_is_said_with_every_digit() {
    let mut check = TotalCheck {
        place: CellPlace::new("项目", 9, 9),
        label: "合计".to_owned(),
        field: Field::Project(ProjectField::Total),
        stated: decimal("171771233"),
        computed: decimal("171771232.5"),
        difference: decimal("0.5"),
        parts: 2,
        unknown_parts: 0,
    };
    let words = Catalog::new(Language::SimplifiedChinese);
    assert_eq!(
        words.total_check(&check),
        "项目!J10“合计”的“总投资”为 17,177.1233 万元，各行之和为 17,177.12325 万元，相差 0.00005 万元。"
    );
    check.unknown_parts = 1;
    check.field = Field::County(CountyField::Projects);
    check.difference = Decimal::ZERO;
    check.stated = decimal("12");
    assert_eq!(
        words.total_check(&check),
        "项目!J10“合计”的“项目数”12，与各行之和一致。另有 1 行空白，未计入。"
    );
    let english = Catalog::new(Language::English);
    assert_eq!(
        english.total_check(&check),
        "项目!J10, “合计”, Projects: 12 is the sum of its rows. Blank rows, left out of the sum: 1."
    );
}

#[test]
fn questions_and_their_answers_have_words() {
    let questions = [
        SheetQuestion::AmountScale {
            place: place(),
            label: "覆盖率".to_owned(),
            number: decimal("0.85"),
        },
        SheetQuestion::Operating {
            place: place(),
            label: "经营收入".to_owned(),
        },
        SheetQuestion::Unit {
            place: place(),
            largest: decimal("17177.1233"),
        },
        SheetQuestion::Type {
            text: "其它类".to_owned(),
            place: place(),
            rows: 1_200,
        },
    ];
    for language in Language::ALL {
        let words = Catalog::new(language);
        for question in &questions {
            let said = words.sheet_question(question);
            assert!(said.contains("县区!E7"), "{said}");
        }
        assert_ne!(
            words.operating(Operating::Gross),
            words.operating(Operating::Net)
        );
    }
    let words = Catalog::new(Language::English);
    let said = words.sheet_question(&questions[2]);
    assert!(said.contains("17,177.1233"), "{said}");
    let written = |scale| words.share_written(decimal("0.85"), scale);
    assert_eq!(written(AmountScale::Share), "85%");
    assert_eq!(written(AmountScale::Percent), "0.85%");
    let largest = words.share_written(Decimal::MAX, AmountScale::Share);
    assert!(largest.ends_with('%'));
}

#[test]
fn remarks_and_fates_of_columns_have_words() {
    let words = Catalog::new(Language::SimplifiedChinese);
    let notes = [
        (
            ReadingNote::HiddenRows("表1".to_owned(), 3, 6),
            "工作表“表1”有 3 个隐藏行（从第 7 行起），已一并读取。",
        ),
        (
            ReadingNote::HiddenColumns("表1".to_owned(), vec![1, 26]),
            "工作表“表1”的隐藏列 B、AA 已一并读取。",
        ),
        (
            ReadingNote::Footnote(place()),
            "表格到 县区!E7 的附注为止。",
        ),
        (
            ReadingNote::Negative(place()),
            "县区!E7 为负数，按冲减处理。",
        ),
        (
            ReadingNote::Household("户".to_owned()),
            "工作表“户”是到户到人的名册，没有保留任何内容。",
        ),
    ];
    for (note, said) in notes {
        assert_eq!(words.reading_note(&note), said);
    }
    let reasons = [
        DropReason::Person,
        DropReason::Contact,
        DropReason::Identity,
        DropReason::Health,
    ];
    for language in Language::ALL {
        let words = Catalog::new(language);
        for reason in reasons {
            let said = words.column_use(ColumnUse::Dropped(reason));
            assert!(said.contains(&words.drop_reason(reason)), "{said}");
        }
        assert!(!words.column_use(ColumnUse::Surplus).is_empty());
        assert!(words.more_form_problems(1_234).contains("1,234"));
    }
}
