use std::rc::Rc;

use rust_decimal::Decimal;

use super::super::group::group_key;
use super::super::sheet::sheets;
use super::super::{GroupSession, KnownExercise, MOST_RESULTS, SessionEntry};
use super::{called, known, link, region, session};
use crate::exercise::judge::PredictedAnswer;
use crate::exercise::tests::SMALL;

#[test]
fn the_last_of_a_group_counts_and_both_are_listed() {
    let region = region();
    let known = known(&region);
    let one =
        |group, predicted, jobs| link(&region, &known.exercise, (Some(group), predicted, jobs));
    let text = [
        one("1", 120, 6000),
        one("2", 10, 6000),
        one("第一组", 80, 8000),
        one("2", 10, 6000),
    ];
    let session = session(&known, &text.join("\n"));
    assert_eq!(
        session.entries.len(),
        3,
        "the same link is the same message"
    );
    let all = [Rc::new(known)];
    let sheets = sheets(&session, &all);
    assert_eq!(sheets.len(), 1);
    let groups = &sheets[0].groups;
    let names: Vec<_> = groups.iter().map(|group| group.name.as_deref()).collect();
    assert_eq!(names, [Some("1"), Some("2")]);
    assert_eq!(groups[0].results.len(), 2);
    let all_said: Vec<_> = groups[0].predictions[&0]
        .iter()
        .map(|it| it.answer)
        .collect();
    let number = |number: i64| PredictedAnswer::Number(Decimal::from(number));
    assert_eq!(all_said, [number(120), number(80)]);
    assert_eq!(
        groups[0].prediction(0).map(|it| it.answer),
        Some(number(80))
    );
}

#[test]
fn numbers_called_out_and_links_come_in_any_order() {
    let region = region();
    let known = known(&region);
    let handed = link(&region, &known.exercise, (Some("1"), 120, 6000));
    let mut session = session(&known, &handed);
    session.add([
        called(&known, "二组", 60),
        called(&known, "一组", 90),
        called(&known, "二组", 70),
    ]);
    let all = [Rc::new(known)];
    let sheets = sheets(&session, &all);
    let said: Vec<_> = sheets[0]
        .groups
        .iter()
        .map(|group| {
            let last = group.prediction(0).expect("a prediction");
            (
                group.key.as_str(),
                last.answer,
                last.is_called,
                group.predictions[&0].len(),
            )
        })
        .collect();
    let number = |number: i64| PredictedAnswer::Number(Decimal::from(number));
    assert_eq!(
        said,
        [("1", number(90), true, 2), ("2", number(70), true, 2)]
    );
    assert_eq!(sheets[0].results().count(), 1);
}

#[test]
fn results_without_a_name_are_groups_of_their_own() {
    let region = region();
    let known = known(&region);
    let text = [1, 2].map(|predicted| link(&region, &known.exercise, (None, predicted, 6000)));
    let session = session(&known, &text.join(" "));
    let all = [Rc::new(known)];
    assert_eq!(sheets(&session, &all)[0].groups.len(), 2);
}

#[test]
fn another_exercise_or_edition_is_kept_apart() {
    let region = region();
    let known = known(&region);
    let other = SMALL.replace("0.85", "0.86");
    let other = KnownExercise::read(&other, &region).expect("another edition");
    let older = SMALL.replace("zhangjiakou-2021.2", "zhangjiakou-2021.1");
    let older = KnownExercise::read(&older, &region).expect("of earlier data");
    assert_eq!(older.mark.region_version, 1);
    let links =
        [&known, &other, &older].map(|it| link(&it.region, &it.exercise, (Some("1"), 5, 6000)));
    let session = session(&known, &links.join("\n"));
    let all = [Rc::new(known), Rc::new(older)];
    let sheets = sheets(&session, &all);
    let found: Vec<_> = sheets
        .iter()
        .map(|sheet| {
            (
                &sheet.mark,
                sheet.known.is_some(),
                sheet.groups.len(),
                sheet.results().count(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (&all[0].mark, true, 1, 1),
            (&other.mark, false, 1, 0),
            (&all[1].mark, true, 1, 1)
        ]
    );
}

#[test]
fn groups_are_one_however_their_number_is_written() {
    for (names, key) in [
        (
            &[
                "3",
                "第三组",
                "三组",
                "3组",
                "第3小组",
                "Group 3",
                "group3",
                "３",
            ][..],
            "3",
        ),
        (&["第十二组", "12", "十二组"], "12"),
        (&["二十组", "20"], "20"),
        (&["张北县第一小组", "张北县 第一小组"], "张北县第一小组"),
        (&["Red"], "red"),
        (&["组"], "组"),
        (&["十十"], "十十"),
    ] {
        for name in names {
            assert_eq!(group_key(name), key, "{name}");
        }
    }
}

#[test]
fn a_group_is_taken_away_whole_and_room_is_bounded() {
    let region = region();
    let known = known(&region);
    let handed = link(&region, &known.exercise, (Some("1"), 120, 6000));
    let mut session = session(&known, &handed);
    session.add([called(&known, "一组", 5), called(&known, "2", 6)]);
    session.remove_group(&known.mark, "1");
    assert_eq!(session.entries, [called(&known, "2", 6)]);
    let many = (0..=MOST_RESULTS).map(|number| {
        let number = i64::try_from(number).expect("small");
        link(&region, &known.exercise, (Some("1"), number, 6000))
    });
    let text: Vec<String> = many.collect();
    let scanned = super::super::scan::scan(&text.join("\n"));
    let added = session.add(scanned.results.into_iter().map(SessionEntry::Handed));
    assert_eq!((added.new, added.left_out), (MOST_RESULTS, 1));
    // Numbers have room of their own.
    assert_eq!(session.add([called(&known, "9", 1)]).new, 1);
    let mut other = GroupSession::default();
    let added = other.merge(session.clone());
    assert_eq!((added.new, added.repeated), (session.entries.len(), 0));
    assert_eq!(other.merge(session.clone()).new, 0, "the same once more");
    assert_eq!(other, session);
}
