//! Attempts as they are kept, and come back.

use super::super::attempt::{Answer, Attempt};
use super::super::judge::PredictedAnswer;
use super::super::kept::KeptAttempt;
use super::small;
use crate::exercise::step::changed;
use crate::number::parse_decimal;
use crate::problem::{ExerciseFault, Fault};
use crate::region::Region;
use crate::region::tests::region;

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
    KeptAttempt { attempt, work }
}

#[test]
fn an_attempt_comes_back_as_it_was_kept() {
    let region = region();
    let (exercise, kept) = (small(&region), kept(&region));
    let text = kept.write(&exercise);
    assert!(text.is_ascii() && text.len() < 300, "{text}");
    assert_eq!(
        KeptAttempt::read(&exercise, &region, &text),
        Ok(kept.clone())
    );
    let (place, link) = text.rsplit_once(' ').expect("a link");
    let earlier = format!("{place}\n{link}");
    assert_eq!(KeptAttempt::read(&exercise, &region, &earlier), Ok(kept));
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
