use rust_decimal::Decimal;

use super::super::Exercise;
use super::super::attempt::{Answer, Attempt, ExerciseResult};
use super::super::judge::{Direction, PredictedAnswer};
use super::super::link::{read_link, read_result, write_own, write_result, write_shipped};
use super::{SMALL, read, region, small};
use crate::language::Language;
use crate::link::{self, is_exercise};
use crate::problem::{ExerciseFault, Fault};
use crate::region::Region;
use crate::region::key::Fixed;

/// The most bytes of a QR code of version 10 at level M.
const MOST_IN_QR: usize = 213;
/// An address before the `#`, of a usual length.
const ADDRESS: &str = "https://xczx.zhangjiakou.gov.cn/zengshou/index.html#";

#[test]
fn a_link_to_a_shipped_exercise_fits_a_small_code() {
    for group in [None, Some("3"), Some("张北县第一小组")] {
        let written = write_shipped(
            "coverage-and-its-cost",
            group,
            Some(Language::SimplifiedChinese),
        );
        let length = ADDRESS.len() + written.len();
        assert!(length <= MOST_IN_QR, "{length}: {written}");
        let link = read_link(&written).expect("an exercise").expect("whole");
        assert_eq!(link.id, "coverage-and-its-cost");
        assert_eq!(link.group.as_deref(), group);
        assert_eq!(link.language, Some(Language::SimplifiedChinese));
        assert_eq!((link.file, link.result), (None, None));
        // Chat programs hand it on within sentences and encoded.
        for text in [
            format!("请打开{ADDRESS}{written}，谢谢！"),
            format!(
                "{ADDRESS}{}",
                written.replace('&', "%26").replace('=', "%3D")
            ),
            format!("> {ADDRESS}{}\n> {}", &written[..20], &written[20..]),
        ] {
            let read = read_link(&text).expect("an exercise").expect("whole");
            assert_eq!(
                (&*read.id, read.group.as_deref()),
                ("coverage-and-its-cost", group),
                "{text}"
            );
        }
    }
}

#[test]
fn a_link_by_hand_needs_no_check() {
    for (text, id, group) in [
        ("#v=5&x=zjk-gap-1&g=2", "zjk-gap-1", Some("2")),
        ("v=5&x=zjk-gap-1", "zjk-gap-1", None),
        ("#v=5&x=zjk-gap-1&g=第三组", "zjk-gap-1", Some("第三组")),
        ("#v=5&g=%E4%B8%80&x=a", "a", Some("一")),
    ] {
        let link = read_link(text).expect("an exercise").expect("whole");
        assert_eq!((&*link.id, link.group.as_deref()), (id, group), "{text}");
    }
    for text in [
        "v=5&x=",
        "v=5&g=2",
        "v=5&x=A B",
        "v=5&x=../x",
        "v=5&x=a&x=b",
        "v=5&x=a&coverage=0.9",
    ] {
        assert!(is_exercise(text), "{text}");
        assert!(read_link(text).is_some_and(|it| it.is_err()), "{text}");
    }
}

#[test]
fn a_group_is_bounded_and_has_nothing_invisible() {
    let long = "组".repeat(90);
    let link = write_shipped("a", Some(&format!(" \u{202e}{long}")), None);
    let group = read_link(&link).expect("an exercise").expect("whole").group;
    assert_eq!(group, Some("组".repeat(20)));
    assert_eq!(
        write_shipped("a", Some("\u{200b}"), None),
        write_shipped("a", None, None)
    );
}

#[test]
fn a_link_of_a_scenario_opens_no_exercise() {
    for text in [
        "",
        "v=1&model=1",
        "v=5&model=2&check=1&name=5aSa",
        "v=5&region=zhangjiakou-2021.1",
        "v=1&x=a",
        "x=a",
        "v=6&x=a",
    ] {
        assert!(!is_exercise(text), "{text}");
        assert!(read_link(text).is_none(), "{text}");
    }
}

/// A result with an answer of every kind.
fn result(exercise: &Exercise, region: &Region) -> ExerciseResult {
    let mut attempt = Attempt::new(exercise, Some("2"));
    let mut tried = exercise.start.clone();
    tried
        .set(region, Fixed::Coverage.into(), Decimal::new(9, 1))
        .expect("coverage");
    let mut last = tried.clone();
    last.set(region, Fixed::JobsOutward.into(), Decimal::from(8000))
        .expect("jobs");
    last.revert(region, Fixed::JobsWorkshop.into());
    attempt.reached = exercise.steps.len();
    attempt.answers = vec![
        Some(Answer::Predicted(PredictedAnswer::Number(Decimal::new(
            1205, 1,
        )))),
        Some(Answer::Predicted(PredictedAnswer::Direction(
            Direction::Down,
        ))),
        None,
        Some(Answer::Tried {
            tries: 3,
            scenario: tried,
        }),
        Some(Answer::Chosen {
            option: 0,
            why: "务工收入直接到人".to_owned(),
        }),
        Some(Answer::Said("覆盖面越大，越要算清钱从哪里来".to_owned())),
    ];
    let attempt = attempt.moved(Fixed::Coverage.into(), Decimal::new(9, 1));
    let attempt = attempt.moved(Fixed::JobsOutward.into(), Decimal::from(8000));
    attempt.result(exercise, &last)
}

#[test]
fn a_result_travels_whole_and_is_short() {
    let region = region();
    let exercise = small(&region);
    let result = result(&exercise, &region);
    let written = write_result(&exercise, &result);
    assert!(
        (150..=330).contains(&written.len()),
        "{}: {written}",
        written.len()
    );
    let link = read_link(&written).expect("a result").expect("whole");
    assert_eq!(read_result(&exercise, &region, &link), Ok(result.clone()));
    // Without words of one's own it is about as long as it is said to be.
    let mut numbers = result;
    numbers.answers[4] = Some(Answer::Chosen {
        option: 1,
        why: String::new(),
    });
    numbers.answers[5] = None;
    let written = write_result(&exercise, &numbers);
    assert!(
        (100..=250).contains(&written.len()),
        "{}: {written}",
        written.len()
    );
    let link = read_link(&written).expect("a result").expect("whole");
    assert_eq!(read_result(&exercise, &region, &link), Ok(numbers));
}

#[test]
fn a_result_of_another_exercise_is_refused() {
    let region = region();
    let exercise = small(&region);
    let written = write_result(&exercise, &result(&exercise, &region));
    let link = read_link(&written).expect("a result").expect("whole");
    let other = read(&SMALL.replace("0.85", "0.86"), &region).expect("another");
    let refused = read_result(&other, &region, &link).expect_err("another");
    assert_eq!(refused[0].fault, ExerciseFault::OtherExercise.into());
    let shipped = read_link(&write_shipped("small", None, None))
        .expect("a link")
        .expect("whole");
    let refused = read_result(&exercise, &region, &shipped).expect_err("no result");
    assert_eq!(refused[0].fault, Fault::Altered);
}

#[test]
fn a_link_that_is_cut_anywhere_opens_nothing() {
    let region = region();
    let exercise = small(&region);
    let links = [
        write_shipped("small", Some("三组"), None),
        write_own(&exercise, Some("3"), None),
        write_result(&exercise, &result(&exercise, &region)),
    ];
    for link in links {
        for end in "v=5".len()..link.len() {
            let cut = &link[..end];
            assert!(is_exercise(cut), "{cut}");
            assert!(read_link(cut).is_some_and(|it| it.is_err()), "{cut}");
            assert!(
                link::decode(&region, cut).is_err() || !cut.contains("&x="),
                "{cut}"
            );
        }
    }
}

#[test]
fn trainers_notes_are_in_no_link() {
    let region = region();
    let exercise = small(&region);
    assert!(exercise.notes.is_some());
    let link = read_link(&write_own(&exercise, None, None))
        .expect("a link")
        .expect("whole");
    let carried = read(&link.file.expect("a file"), &region).expect("an exercise");
    assert_eq!(carried, exercise.without_notes());
    assert_eq!(carried.notes, None);
}

#[test]
fn five_steps_in_chinese_travel_in_one_link() {
    let region = region();
    let exercise = read(FIVE_STEPS, &region).expect("an exercise");
    assert_eq!(exercise.steps.len(), 5);
    let written = write_own(&exercise, Some("张北县第一小组"), None);
    assert!(written.len() <= 1_400, "{} characters", written.len());
    let link = read_link(&written).expect("a link").expect("whole");
    let carried = read(&link.file.expect("a file"), &region).expect("an exercise");
    assert_eq!(carried, exercise);
}

/// An exercise as a trainer writes one for an afternoon.
const FIVE_STEPS: &str = r#"{"exercise":1,"id":"own-exercise","model":2,"region":"zhangjiakou-2021.2",
"title":{"zh-Hans":"产业帮扶覆盖面与务工就业的取舍"},"minutes":25,
"start":{"values":{"jobs.workshop":"3000"}},"open":["coverage","jobs.outward","execution"],
"hide":["headline","paths","gaps"],"limits":[{"output":"funds.total","at_most":"plan"}],
"steps":[
{"kind":"predict","text":{"zh-Hans":"把产业帮扶覆盖面提高到90%，其他安排不变。请先估计：2023年人均纯收入会比原计划增加多少元？"},"output":"income.scenario.2023","change":{"coverage":"0.9"},"ask":"number","of":"change","within":"30"},
{"kind":"show","text":{"zh-Hans":"实际变动为{change:income.scenario.2023}。到户奖补资金有限，覆盖面扩大以后每户分到的钱变少，请对照资金流向图说明原因。"},"change":{"coverage":"0.9"},"outputs":["difference.2023"],"reveal":["headline","paths"]},
{"kind":"do","text":{"zh-Hans":"在资金总量不超过原计划的前提下，使2023年人均纯收入比原计划高出100元。"},"goal":[{"output":"difference.2023","at_least":"100"}],"hints":[{"after":2,"text":{"zh-Hans":"先看看外出务工人数，再看资金支出进度。"}}]},
{"kind":"choose","text":{"zh-Hans":"如果只能保留一项措施，您认为哪一项最能长期见效？"},"why":true,"options":[{"text":{"zh-Hans":"扩大产业帮扶覆盖面"}},{"text":{"zh-Hans":"组织外出务工"}},{"text":{"zh-Hans":"加快资金支出进度"}}]},
{"kind":"say","text":{"zh-Hans":"请用一句话写下您所在县明年最应调整的一项安排，并说明理由。"}}]}"#;
