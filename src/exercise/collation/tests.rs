//! Results of groups as they come: through chats, files and by voice.

mod collecting;
mod figures;
mod files;
mod scanning;

use rust_decimal::Decimal;

use super::{CalledAnswer, GroupSession, KnownExercise, SessionEntry};
use crate::exercise::Exercise;
use crate::exercise::attempt::{Answer, Attempt};
use crate::exercise::judge::PredictedAnswer;
use crate::exercise::link::write_result;
use crate::exercise::tests::SMALL;
use crate::region::Region;
use crate::region::key::Fixed;
use crate::region::tests::region;

/// The small exercise with its region.
fn known(region: &Region) -> KnownExercise {
    KnownExercise::read(SMALL, region).expect("an exercise")
}

/// The link of a group that predicted a number, and moved two levers on its way to so many jobs.
fn link(
    region: &Region,
    exercise: &Exercise,
    (group, predicted, jobs): (Option<&str>, i64, u32),
) -> String {
    let mut attempt = Attempt::new(exercise, group);
    let mut last = exercise.start.clone();
    last.set(region, Fixed::JobsOutward.into(), jobs.into())
        .expect("jobs");
    attempt.reached = exercise.steps.len();
    let number = PredictedAnswer::Number(Decimal::from(predicted));
    attempt.answers[0] = Some(Answer::Predicted(number));
    attempt.answers[3] = Some(Answer::Tried {
        tries: 2,
        scenario: last.clone(),
    });
    let attempt = attempt.moved(Fixed::Coverage.into(), Decimal::new(9, 1));
    let back = exercise.start.value(region, Fixed::Coverage.into());
    let attempt = attempt.moved(Fixed::JobsWorkshop.into(), Decimal::from(5000));
    let attempt = attempt.moved(Fixed::Coverage.into(), back.expect("coverage"));
    let attempt = attempt.moved(Fixed::JobsOutward.into(), jobs.into());
    write_result(exercise, &attempt.result(exercise, &last))
}

/// A called number.
fn called(known: &KnownExercise, group: &str, number: i64) -> SessionEntry {
    SessionEntry::Called(CalledAnswer {
        mark: known.mark.clone(),
        step: 0,
        group: group.to_owned(),
        answer: PredictedAnswer::Number(Decimal::from(number)),
    })
}

/// A session of the small exercise with all that texts bring.
fn session(known: &KnownExercise, text: &str) -> GroupSession {
    let mut session = GroupSession::default();
    session.add_exercise(&known.exercise);
    let scanned = super::scan::scan(text);
    assert_eq!(scanned.faults, []);
    session.add(scanned.results.into_iter().map(SessionEntry::Handed));
    session
}
