use rust_decimal::Decimal;

use super::super::attempt::{Answer, Attempt, MOST_GROUP, MOST_MOVES, group_name, said};
use super::super::card::Card;
use super::super::judge::{Direction, PredictedAnswer};
use super::{region, small};
use crate::region::key::Fixed;

#[test]
fn a_step_is_left_only_when_it_is_done() {
    let region = region();
    let exercise = small(&region);
    let attempt = Attempt::new(&exercise, Some("三组"));
    assert_eq!(attempt.forward(&exercise).step, 0, "nothing was predicted");
    let number = |number| Answer::Predicted(PredictedAnswer::Number(Decimal::from(number)));
    let direction = Answer::Predicted(PredictedAnswer::Direction(Direction::Up));
    // An answer of another kind, or to a step that is still to come, changes nothing.
    assert_eq!(attempt.answered(&exercise, 0, direction.clone()), attempt);
    assert_eq!(attempt.answered(&exercise, 1, direction.clone()), attempt);
    let attempt = attempt
        .answered(&exercise, 0, number(90))
        .answered(&exercise, 0, number(100));
    let attempt = attempt.forward(&exercise);
    assert_eq!((attempt.step, attempt.reached), (1, 1));
    assert_eq!(
        attempt.answered(&exercise, 0, number(1)),
        attempt,
        "it was revealed"
    );
    let attempt = attempt.answered(&exercise, 1, direction).forward(&exercise);
    assert_eq!(attempt.step, 2);
    let back = attempt.back();
    assert_eq!((back.step, back.reached), (1, 2));
    assert_eq!(back.forward(&exercise).step, 2);
    // What is only shown needs no answer.
    assert_eq!(attempt.forward(&exercise).step, 3);
}

#[test]
fn cards_stay_hidden_until_a_step_reveals_them() {
    let region = region();
    let exercise = small(&region);
    let mut attempt = Attempt::new(&exercise, None);
    assert_eq!(attempt.hidden(&exercise), exercise.hide);
    attempt.reached = 2;
    let hidden = attempt.hidden(&exercise);
    assert_eq!(hidden, [Card::Paths, Card::Gaps].into());
    // What was seen stays seen.
    assert_eq!(attempt.back().hidden(&exercise), hidden);
}

#[test]
fn tries_and_moves_are_counted() {
    let region = region();
    let exercise = small(&region);
    let mut attempt = Attempt::new(&exercise, None);
    attempt.reached = 3;
    let attempt = attempt.tried(&exercise, 3, &exercise.start);
    assert_eq!(attempt.tried(&exercise, 3, &exercise.start).tries(3), 2);
    let moves = (0..200).fold(attempt, |attempt, index| {
        let key = if index % 2 == 0 {
            Fixed::Coverage
        } else {
            Fixed::JobsOutward
        };
        attempt
            .moved(key.into(), Decimal::from(index))
            .moved(key.into(), Decimal::from(index + 1))
    });
    assert_eq!(moves.moves.len(), MOST_MOVES);
    assert_eq!(
        moves.moves.last().map(|(_, value)| *value),
        Some(Decimal::from(200))
    );
}

#[test]
fn names_and_words_are_one_bounded_line() {
    assert_eq!(group_name(" 第一组\u{202e}\n "), Some("第一组".to_owned()));
    assert_eq!(group_name("\u{200b}"), None);
    assert_eq!(
        group_name(&"组".repeat(50)).map(|it| it.chars().count()),
        Some(MOST_GROUP)
    );
    assert_eq!(said("一\n二\u{200b}"), "一 二");
}
