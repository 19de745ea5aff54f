//! Attempts as they are kept, and come back.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::attempt::{Answer, Attempt};
use super::super::judge::PredictedAnswer;
use super::super::kept::{KeptAttempt, dated, oldest, undated};
use super::super::link::write_result;
use super::small;
use crate::exercise::Exercise;
use crate::exercise::step::changed;
use crate::number::parse_decimal;
use crate::problem::{ExerciseFault, Fault};
use crate::region::Region;
use crate::region::key::Fixed;
use crate::region::tests::region;
use crate::scenario::Scenario;

fn kept(region: &Region) -> KeptAttempt {
    let exercise = small(region);
    let number = parse_decimal("120").expect("a number");
    let answer = Answer::Predicted(PredictedAnswer::Number(number));
    let attempt = Attempt::new(&exercise, Some("3")).answered(&exercise, 0, answer);
    let attempt = attempt.committed(&exercise).forward(&exercise);
    let value = parse_decimal("0.9").expect("a number");
    let key = exercise.open.iter().next().expect("an open lever");
    let (work, problems) = changed(region, &exercise.start, &[(*key, value)]);
    assert_eq!(problems, []);
    let work = [(attempt.step, work)].into();
    KeptAttempt { attempt, work }
}

#[test]
fn an_attempt_comes_back_as_it_was_kept() {
    let region = region();
    let (exercise, kept) = (small(&region), kept(&region));
    let text = kept.write(&exercise);
    assert!(text.is_ascii() && text.len() < 400, "{text}");
    assert_eq!(KeptAttempt::read(&exercise, &region, &text), Ok(kept));
}

#[test]
fn a_place_beyond_the_end_is_the_end() {
    let region = region();
    let (exercise, kept) = (small(&region), kept(&region));
    let text = kept.write(&exercise);
    let (_, link) = text.rsplit_once(' ').expect("a link");
    let far = format!("{} 99 {link}", usize::MAX);
    let read = KeptAttempt::read(&exercise, &region, &far).expect("an attempt");
    let end = exercise.steps.len();
    assert_eq!((read.attempt.step, read.attempt.reached), (end, end));
}

#[test]
fn one_that_is_cut_anywhere_or_of_another_exercise_is_refused() {
    let region = region();
    let (exercise, kept) = (small(&region), kept(&region));
    let text = kept.write(&exercise);
    for end in 0..text.len() {
        let cut = &text[..end];
        assert!(KeptAttempt::read(&exercise, &region, cut).is_err(), "{cut}");
    }
    let mut other = exercise.clone();
    other.minutes = Some(99);
    other.steps.pop();
    let refused = KeptAttempt::read(&other, &region, &text).expect_err("another");
    assert_eq!(
        refused[0].fault,
        Fault::Exercise(ExerciseFault::OtherExercise)
    );
}

fn jobs(region: &Region, exercise: &Exercise, number: u32) -> Scenario {
    let mut scenario = exercise.start.clone();
    let set = scenario.set(region, Fixed::JobsOutward.into(), number.into());
    set.expect("a value in range");
    scenario
}

fn worked_on(region: &Region, exercise: &Exercise) -> KeptAttempt {
    let mut attempt = Attempt::new(exercise, Some("三组"));
    (attempt.step, attempt.reached) = (3, 4);
    let number = PredictedAnswer::Number(Decimal::from(100));
    attempt.answers[0] = Some(Answer::Predicted(number));
    attempt = attempt.tried(exercise, 3, &jobs(region, exercise, 1000));
    attempt = attempt.moved(Fixed::JobsOutward.into(), 1000.into());
    let work = [(3, jobs(region, exercise, 2500))].into();
    KeptAttempt { attempt, work }
}

#[test]
fn an_attempt_is_found_as_it_was_with_the_untried_work_of_each_goal() {
    let region = region();
    let exercise = small(&region);
    let kept = worked_on(&region, &exercise);
    let text = kept.write(&exercise);
    assert!(text.is_ascii() && !text.contains('\n'), "{text}");
    let read = |text: &str| KeptAttempt::read(&exercise, &region, text);
    assert_eq!(read(&text).as_ref(), Ok(&kept));
    // At another step its work stays its own.
    let mut elsewhere = kept.clone();
    elsewhere.attempt.step = 2;
    assert_eq!(read(&elsewhere.write(&exercise)).as_ref(), Ok(&elsewhere));
    // Tried work is in the answers.
    let mut tried = kept.clone();
    tried.attempt = tried.attempt.tried(&exercise, 3, &kept.work[&3]);
    let short = read(&tried.write(&exercise)).expect("an attempt");
    assert_eq!(
        (short.attempt, short.work),
        (tried.attempt, BTreeMap::new())
    );
    for cut in ["", "3 4", "3 4 v=5", "x 4 5", &format!("3 {text}")] {
        assert!(read(cut).is_err(), "{cut}");
    }
}

#[test]
fn an_attempt_of_an_earlier_program_has_its_goals_work() {
    let region = region();
    let exercise = small(&region);
    let kept = worked_on(&region, &exercise);
    let at_work = kept.attempt.result(&exercise, &kept.work[&3]);
    let text = format!("3 4\n{}", write_result(&exercise, &at_work));
    assert_eq!(undated(&text), (0, &*text));
    let read = |text: &str| KeptAttempt::read(&exercise, &region, text);
    assert_eq!(read(&text).as_ref(), Ok(&kept));
    // At another step what would be handed in was written, which is nobody's work.
    let handed_in = kept.attempt.handed_in(&exercise);
    let link = write_result(&exercise, &kept.attempt.result(&exercise, handed_in));
    let read = read(&format!("4 4\n{link}"));
    assert_eq!(read.map(|it| it.work), Ok(BTreeMap::new()));
}

#[test]
fn of_too_many_the_oldest_go() {
    let kept = |moments: &[u64]| -> Vec<(String, u64)> {
        let names = moments.iter().enumerate();
        names.map(|(at, it)| (format!("n{at}"), *it)).collect()
    };
    assert_eq!(oldest(kept(&[5, 0, 9]), 4), Vec::<String>::new());
    assert_eq!(oldest(kept(&[5, 0, 9]), 3), ["n1"]);
    assert_eq!(oldest(kept(&[5, 0, 9, 1]), 3), ["n1", "n3"]);
    assert_eq!(undated(&dated("{}\n", 7)), (7, "{}\n"));
}
