use rust_decimal::Decimal;

use super::super::card::Card;
use super::super::{Exercise, MOST_BYTES, MOST_TEXT, looks_like_exercise};
use super::{SMALL, read, region, small};
use crate::problem::{ExerciseFault, Fault, JsonKind};
use crate::region::key::{Fixed, Key};

#[test]
fn an_exercise_is_read_and_written_as_the_same() {
    let region = region();
    let exercise = small(&region);
    assert_eq!(exercise.id, "small");
    assert_eq!(exercise.open.len(), 14, "twelve cells and two levers");
    assert_eq!(exercise.steps.len(), 6);
    assert!(exercise.hide.contains(&Card::Paths));
    let workshop = Key::from(Fixed::JobsWorkshop);
    assert_eq!(exercise.start.changed(workshop), Some(Decimal::from(5000)));
    for written in [exercise.write(), exercise.write_short()] {
        assert_eq!(read(&written, &region), Ok(exercise.clone()), "{written}");
    }
    assert!(looks_like_exercise(&exercise.write()));
    assert!(looks_like_exercise(&exercise.write_short()));
    assert!(!looks_like_exercise(r#"{"region":"x"}"#));
    assert_eq!(
        Exercise::region_of(SMALL).as_deref(),
        Some("zhangjiakou-2021")
    );
}

#[test]
fn a_fingerprint_is_of_what_participants_see() {
    let region = region();
    let exercise = small(&region);
    assert_eq!(
        exercise.fingerprint(),
        exercise.without_notes().fingerprint()
    );
    assert_eq!(exercise.fingerprint().len(), 8);
    let other = read(&SMALL.replace("0.85", "0.86"), &region).expect("another");
    assert_ne!(exercise.fingerprint(), other.fingerprint());
}

/// The faults of the small exercise with one text in the place of another.
fn faults(from: &str, to: &str) -> Vec<(String, Fault)> {
    assert!(SMALL.contains(from), "{from}");
    let problems = read(&SMALL.replacen(from, to, 1), &region()).err();
    let problems = problems.unwrap_or_default();
    problems
        .into_iter()
        .map(|it| (it.place, it.fault))
        .collect()
}

#[test]
fn each_fault_is_told_with_its_place() {
    let output = |name: &str| Fault::from(ExerciseFault::UnknownOutput(name.to_owned()));
    let count = |least, most| Fault::from(ExerciseFault::Count { least, most });
    let not_a_number = |text: &str| Fault::NotANumber(text.to_owned());
    let missing = |name: &str| Fault::FieldMissing(name.to_owned());
    let other = |found, expected| Fault::OtherKind { found, expected };
    for (from, to, place, fault) in [
        (
            r#""exercise": 1"#,
            r#""exercise": 2"#,
            "exercise",
            ExerciseFault::Newer(2).into(),
        ),
        (r#""exercise": 1,"#, "", "", missing("exercise")),
        (
            r#""id": "small""#,
            r#""id": "Small one""#,
            "id",
            Fault::NotUnderstood("Small one".to_owned()),
        ),
        (
            r#""id": "small""#,
            r#""id": 5"#,
            "id",
            other(JsonKind::Number, JsonKind::Text),
        ),
        (
            r#""model": 2"#,
            r#""model": 3"#,
            "model",
            Fault::OtherModel("3".to_owned()),
        ),
        (
            "zhangjiakou-2021.2",
            "elsewhere-2021.2",
            "region",
            Fault::UnknownRegion("elsewhere-2021.2".to_owned()),
        ),
        (
            "zhangjiakou-2021.2",
            "zhangjiakou-2021.9",
            "region",
            Fault::OtherRegionVersion("zhangjiakou-2021.9".to_owned()),
        ),
        (
            r#"{"zh-Hans": "小练习", "en": "A small exercise"}"#,
            "{}",
            "title",
            ExerciseFault::NoLanguage.into(),
        ),
        (
            r#""en": "A small"#,
            r#""fr": "A small"#,
            "title.fr",
            Fault::UnknownKey,
        ),
        (
            r#""minutes": 10"#,
            r#""minutes": 0"#,
            "minutes",
            count(1, 600),
        ),
        (
            r#""minutes": 10"#,
            r#""minutes": 10, "colour": 1"#,
            "",
            Fault::FieldUnknown("colour".to_owned()),
        ),
        (
            r#""minutes": 10"#,
            r#""minutes": 10, "minutes": 11"#,
            "",
            Fault::FieldTwice("minutes".to_owned()),
        ),
        (
            r#""jobs.workshop": "5000""#,
            r#""jobs.workshop": 5000"#,
            "start.values.jobs.workshop",
            Fault::Unquoted("5000".to_owned()),
        ),
        (
            r#""jobs.workshop": "5000""#,
            r#""jobs.shop": "5000""#,
            "start.values.jobs.shop",
            Fault::UnknownKey,
        ),
        (
            r#"["funds", "coverage""#,
            r#"["funds", "coverages""#,
            "open.2",
            Fault::UnknownKey,
        ),
        (
            r#"["funds", "coverage""#,
            r#"["funds", "funds.city.other""#,
            "open.2",
            Fault::Duplicate,
        ),
        (
            r#"["headline","#,
            r#"["head","#,
            "hide.1",
            ExerciseFault::NotOneOf {
                text: "head".to_owned(),
                allowed: Card::NAMES.map(|(_, name)| name).join(", "),
            }
            .into(),
        ),
        (
            r#""at_most": "plan""#,
            r#""at_most": "planned""#,
            "limits.1.at_most",
            not_a_number("planned"),
        ),
        (
            r#""output": "funds.total", "at_most": "plan""#,
            r#""output": "funds.total""#,
            "limits.1",
            missing("at_least"),
        ),
        (
            r#""output": "funds.total""#,
            r#""output": "funds.totals""#,
            "limits.1.output",
            output("funds.totals"),
        ),
        (
            r#""output": "income.scenario.2023""#,
            r#""output": "income.scenario.2022""#,
            "steps.1.output",
            output("income.scenario.2022"),
        ),
        (
            r#""ask": "direction""#,
            r#""ask": "way""#,
            "steps.2.ask",
            ExerciseFault::NotOneOf {
                text: "way".to_owned(),
                allowed: "number, direction".to_owned(),
            }
            .into(),
        ),
        (
            r#""kind": "say""#,
            r#""kind": "sing""#,
            "steps.6.kind",
            ExerciseFault::NotOneOf {
                text: "sing".to_owned(),
                allowed: "predict, show, do, choose, say".to_owned(),
            }
            .into(),
        ),
        (
            r#""kind": "say", "text""#,
            r#""kind": "say", "outputs": [], "text""#,
            "steps.6",
            Fault::FieldUnknown("outputs".to_owned()),
        ),
        (
            r#""within": "20""#,
            r#""within": "-20""#,
            "steps.1.within",
            not_a_number("-20"),
        ),
        (
            "{distance}",
            "{far}",
            "steps.1.feedback.zh-Hans",
            output("far"),
        ),
        (
            "{distance}",
            "{distance",
            "steps.1.feedback.zh-Hans",
            ExerciseFault::OpenBrace.into(),
        ),
        (
            "看看外出务工。",
            " \u{200b} ",
            "steps.4.hints.1.text.zh-Hans",
            ExerciseFault::TextLength(MOST_TEXT).into(),
        ),
        (
            r#""after": 2"#,
            r#""after": 0"#,
            "steps.4.hints.1.after",
            count(1, 20),
        ),
        (
            r#""notes": {"aim""#,
            r#""notes": {"aims""#,
            "notes",
            Fault::FieldUnknown("aims".to_owned()),
        ),
    ] {
        assert_eq!(
            faults(from, to),
            [(place.to_owned(), fault)],
            "{from} → {to}"
        );
    }
    let value = faults(
        r#""coverage": "0.85"}, "ask": "number""#,
        r#""coverage": "1.85"}, "ask": "number""#,
    );
    assert!(
        matches!(&value[..], [(place, Fault::OutOfRange { .. })] if place == "steps.1.change.coverage"),
        "{value:?}"
    );
}

#[test]
fn what_is_too_long_is_refused_whole() {
    let region = region();
    let long = format!("{SMALL}{}", " ".repeat(MOST_BYTES));
    let problems = read(&long, &region).expect_err("too long");
    assert_eq!(problems[0].fault, Fault::TooLong(MOST_BYTES));
    let text = "字".repeat(MOST_TEXT + 1);
    assert_eq!(
        faults("用一句话说说体会。", &text),
        [(
            "steps.6.text.zh-Hans".to_owned(),
            ExerciseFault::TextLength(MOST_TEXT).into()
        )]
    );
}

#[test]
fn what_can_not_be_seen_is_left_out_of_texts() {
    let exercise =
        read(&SMALL.replace("说说", "说\u{200b}\u{202e}说"), &region()).expect("cleaned");
    assert_eq!(exercise, small(&region()));
}
