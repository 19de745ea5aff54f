use std::rc::Rc;

use rust_decimal::Decimal;

use super::super::replay::replay;
use super::super::sheet::sheets;
use super::super::statistics::{
    figures, groups_of_direction, is_less_better, levers, outputs_of, predicted_numbers, ranks,
    spread,
};
use super::super::{CalledAnswer, SessionEntry};
use super::{called, known, link, region, session};
use crate::exercise::judge::{Direction, Judge, PredictedAnswer};
use crate::region::key::{Fixed, Key};

#[test]
fn levers_have_least_mean_most_and_how_many_touched_them() {
    let region = region();
    let known = known(&region);
    let text = [("1", 5000), ("2", 8000), ("3", 6500), ("1", 8000)]
        .map(|(group, jobs)| link(&region, &known.exercise, (Some(group), 5, jobs)));
    let mut session = session(&known, &text.join("\n"));
    // Whoever only called a number out handed no scenario in.
    session.add([called(&known, "4", 7)]);
    let all = [Rc::new(known)];
    let sheets = sheets(&session, &all);
    let levers = levers(&sheets[0]);
    let of = |key: Fixed| {
        levers
            .iter()
            .find(|lever| lever.key == key.into())
            .expect("a lever")
    };
    let jobs = of(Fixed::JobsOutward);
    let number = |number: i64| Decimal::from(number);
    assert_eq!(
        (
            jobs.spread.least,
            jobs.spread.mean,
            jobs.spread.most,
            jobs.touched
        ),
        (number(6500), number(7500), number(8000), 3)
    );
    // Moved to and fro is touched, though it stands where it stood.
    let coverage = of(Fixed::Coverage);
    assert_eq!(coverage.touched, 3);
    assert_eq!(coverage.spread.least, coverage.start);
    assert_eq!(coverage.spread.most, coverage.start);
    assert_eq!(of(Fixed::FundsCityIndustry).touched, 0);
    assert_eq!(levers.len(), all[0].exercise.open.len());
}

#[test]
fn outputs_and_goals_are_the_models() {
    let region = region();
    let known = known(&region);
    let text = link(&region, &known.exercise, (Some("1"), 5, 8000));
    let session = session(&known, &text);
    let names = outputs_of(&known);
    let said: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
    assert_eq!(
        said,
        [
            "income.scenario.2023",
            "difference.2023",
            "coverage_missing.2023",
            "funds.total"
        ]
    );
    let judge = Judge::new(&known.exercise, &known.region);
    let all = [Rc::new(known.clone())];
    let sheets = sheets(&session, &all);
    let result = sheets[0].groups[0].last().expect("a result");
    let figures = figures(&judge, &names, result);
    let income = result.scenario.project(&known.region).scenario[0].income;
    assert_eq!(
        figures.values[0].map(|it| it.number),
        Some(income.rounded())
    );
    assert_eq!(figures.goals.len(), 1);
    assert!(figures.goals[0].is_met && figures.goals[0].tries == 2 && figures.goals[0].step == 3);
    assert!(is_less_better(&known.exercise, &names[3]));
    assert!(!is_less_better(&known.exercise, &names[0]));
}

#[test]
fn a_replay_goes_move_by_move_to_the_final_scenario() {
    let region = region();
    let known = known(&region);
    let text = link(&region, &known.exercise, (Some("1"), 5, 8000));
    let session = session(&known, &text);
    let all = [Rc::new(known.clone())];
    let sheets = sheets(&session, &all);
    let mut result = sheets[0].groups[0].last().expect("a result").clone();
    let frames = replay(&known, &result);
    let moved: Vec<_> = frames
        .iter()
        .map(|frame| frame.moved.map(|(key, _)| key))
        .collect();
    let [coverage, workshop, jobs] =
        [Fixed::Coverage, Fixed::JobsWorkshop, Fixed::JobsOutward].map(Key::from);
    assert_eq!(
        moved,
        [
            None,
            Some(coverage),
            Some(workshop),
            Some(coverage),
            Some(jobs)
        ]
    );
    let income = |it: &crate::scenario::Scenario| it.project(&known.region).scenario[0].income;
    assert_eq!(frames[0].income, income(&known.exercise.start));
    assert_eq!(frames[4].income, income(&result.scenario));
    assert_ne!(frames[0].income, frames[1].income);
    // Without moves there are only start and end.
    result.moves.clear();
    let frames = replay(&known, &result);
    assert_eq!(frames.len(), 2);
    assert_eq!(frames[1].income, income(&result.scenario));
}

#[test]
fn predictions_are_counted_by_group() {
    let region = region();
    let known = known(&region);
    let mut session = session(
        &known,
        &link(&region, &known.exercise, (Some("1"), 120, 6000)),
    );
    let said = |group: &str, step, answer| {
        SessionEntry::Called(CalledAnswer {
            mark: known.mark.clone(),
            step,
            group: group.to_owned(),
            answer,
        })
    };
    let up = PredictedAnswer::Direction(Direction::Up);
    session.add([
        said("2", 1, up),
        said("1", 1, up),
        // Of another kind than the step asks for.
        said("3", 0, up),
        said("3", 9, up),
        called(&known, "2", -40),
    ]);
    let all = [Rc::new(known.clone())];
    let sheets = sheets(&session, &all);
    assert_eq!(sheets[0].predict_steps(), [0, 1]);
    let numbers = predicted_numbers(&sheets[0], 0);
    assert_eq!(numbers, [(0, Decimal::from(120)), (1, Decimal::from(-40))]);
    assert_eq!(groups_of_direction(&sheets[0], 1, Direction::Up), [0, 1]);
    assert_eq!(groups_of_direction(&sheets[0], 1, Direction::Down), [0; 0]);
}

#[test]
fn spreads_and_ranks_hold_for_any_numbers() {
    assert_eq!(spread([]), None);
    let most = spread([Decimal::MAX, Decimal::MAX]).expect("a spread");
    assert_eq!(most.most, Decimal::MAX);
    let numbers = [3, 1, 3, 2].map(|number| Some(Decimal::from(number)));
    assert_eq!(ranks(&numbers), [Some(3), Some(1), Some(3), Some(2)]);
    assert_eq!(ranks(&[None, Some(Decimal::ONE)]), [None, Some(1)]);
}
