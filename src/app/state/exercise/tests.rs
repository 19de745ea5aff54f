use std::rc::Rc;

use rust_decimal::Decimal;

use super::*;
use crate::app::exercise::{TriedGoal, goal};
use crate::app::state::{Opened, Panel};
use crate::exercise::judge::{Direction, PredictedAnswer};
use crate::exercise::tests::small;
use crate::i18n::Catalog;
use crate::number::Yuan;
use crate::region::key::{Category, Fixed, Level};
use crate::region::tests::region;
use crate::scenario::examples::Example;

const COVERAGE: Key = Key::Fixed(Fixed::Coverage);
const OUTWARD: Key = Key::Fixed(Fixed::JobsOutward);

#[test]
fn an_attempt_that_was_kept_elsewhere_goes_on_where_it_stood() {
    let state = at(3, |_| {});
    let moved = state.apply(Action::Set(OUTWARD, Decimal::from(700)));
    let ongoing = moved.exercise.clone().expect("an exercise");
    let kept = KeptAttempt {
        attempt: ongoing.attempt.clone(),
        work: ongoing.work().clone(),
    };
    let fresh = at(0, |_| {});
    let resumed = act(&fresh, ExerciseAction::Resume(Box::new(kept)));
    let resumed_exercise = resumed.exercise.as_ref().expect("an exercise");
    assert_eq!(resumed_exercise.attempt, ongoing.attempt);
    assert_eq!(resumed.scenario(), moved.scenario());
    assert_eq!(resumed.hides(Card::Headline), moved.hides(Card::Headline));
    assert!(
        !resumed.history.can_undo(),
        "nothing before it is taken back"
    );
}

/// The small exercise, with its first `done` steps answered.
fn at(done: usize, edit: impl Fn(&mut Exercise)) -> State {
    let region = Rc::new(region());
    let mut exercise = small(&region);
    edit(&mut exercise);
    let attempt = Attempt::new(&exercise, None);
    let ongoing = Ongoing::new(Rc::new(exercise), attempt, BTreeMap::new(), false);
    let mut state = State::of_exercise(region, Language::SimplifiedChinese, ongoing);
    let answers = [
        Some(Answer::Predicted(PredictedAnswer::Number(Decimal::TEN))),
        Some(Answer::Predicted(PredictedAnswer::Direction(Direction::Up))),
        None,
    ];
    for answer in answers.into_iter().take(done) {
        if let Some(answer) = answer {
            state = act(&state, ExerciseAction::Answer(answer));
        }
        state = act(&state, ExerciseAction::Forward);
    }
    state
}

fn act(state: &State, action: ExerciseAction) -> State {
    state.apply(Action::Exercise(action))
}

fn attempt(state: &State) -> &Attempt {
    &state.exercise.as_ref().expect("an exercise").attempt
}

/// The small exercise at its goal.
fn at_goal() -> State {
    at(3, |_| {})
}

#[test]
fn nothing_is_moved_before_a_prediction_and_only_open_levers_at_the_goal() {
    let state = at(0, |_| {});
    let moved = state.apply(Action::Set(COVERAGE, Decimal::new(9, 1)));
    assert_eq!(moved.scenario(), state.scenario());
    assert_eq!(moved.refused, Some(Refused::Closed(COVERAGE)));
    let state = at_goal();
    let moved = state.apply(Action::Set(COVERAGE, Decimal::new(9, 1)));
    assert_eq!(moved.scenario().changed(COVERAGE), Some(Decimal::new(9, 1)));
    assert_eq!(moved.refused, None);
    assert_eq!(attempt(&moved).moves, [(COVERAGE, Decimal::new(9, 1))]);
}

#[test]
fn a_closed_lever_stays_whatever_way_an_action_comes() {
    let state = at_goal();
    let closed: Key = Fixed::Execution.into();
    let mut other = state.scenario().clone();
    other
        .set(&state.region, closed, Decimal::new(99, 2))
        .expect("a value");
    let opened = Opened {
        given: None,
        ..Opened::draft(other.clone())
    };
    for action in [
        Action::Set(closed, Decimal::new(99, 2)),
        Action::Set(Fixed::JobsWorkshop.into(), Decimal::ZERO),
        Action::Revert(Fixed::JobsWorkshop.into()),
        Action::ResetLevers,
        Action::Undo,
        Action::Redo,
        Action::ChooseExample(Example::Together),
        Action::Navigate(other.clone()),
        Action::Open(Box::new(opened)),
        Action::Restore(other.clone(), None),
        Action::TakeData(Some(1)),
        Action::AddDraft("A".to_owned(), other.clone()),
        Action::Unnamed,
        Action::Saved("A".to_owned()),
        Action::OpenPanel(Panel::Assumptions),
        Action::Set(Fixed::PriceGrowth.into(), Decimal::new(5, 2)),
    ] {
        let said = format!("{action:?}");
        let after = state.apply(action);
        assert_eq!(after.scenario(), state.scenario(), "{said}");
        assert_eq!(after.extras, state.extras, "{said}");
        assert_eq!(after.name, None, "{said}");
    }
    // What moves open levers alone may come by any of these ways.
    let mut own = state.scenario().clone();
    own.set(&state.region, OUTWARD, Decimal::from(500))
        .expect("a value");
    assert_eq!(*state.apply(Action::Navigate(own.clone())).scenario(), own);
}

#[test]
fn closed_cells_of_the_matrix_are_locked_and_stay_so() {
    let cell = MatrixPart::Cell(Level::Central, Category::Industry);
    let other = MatrixPart::Cell(Level::County, Category::Other);
    let key: Key = funds(Level::County, Category::Other).into();
    let state = at(3, |exercise| {
        exercise.open.remove(&key);
    });
    assert!(state.locks.contains(other) && !state.locks.contains(cell));
    let freed = state.apply(Action::ToggleLock(other));
    assert!(freed.locks.contains(other));
    assert_eq!(freed.refused, Some(Refused::Closed(key)));
    let before = state.matrix();
    let moved = state.apply(Action::SetFunds(
        MatrixPart::Total,
        Yuan(Decimal::from(4_000_000_000_i64)),
    ));
    assert_eq!(
        moved.matrix()[Level::County as usize][Category::Other as usize],
        before[Level::County as usize][Category::Other as usize]
    );
    assert_ne!(moved.matrix(), before);
    // Undo takes back the move, not the locks nor the step.
    let back = moved.apply(Action::Undo).apply(Action::Undo);
    assert_eq!(back.matrix(), before);
    assert!(back.locks.contains(other));
}

#[test]
fn hidden_cards_come_with_their_step_and_pages_of_all_figures_stay_closed() {
    let state = at(0, |_| {});
    for card in [
        Card::Headline,
        Card::Paths,
        Card::Years,
        Card::Report,
        Card::Explanations,
    ] {
        assert!(state.hides(card) && !state.opens(card), "{}", card.name());
    }
    assert!(!state.hides(Card::Coverage));
    assert!(state.hides_results());
    // The third step reveals the headline; the chart of paths and what shows the same stay away.
    let state = at(2, |_| {});
    assert!(!state.hides(Card::Headline));
    for card in [
        Card::Paths,
        Card::Years,
        Card::Gaps,
        Card::Report,
        Card::Planning,
    ] {
        assert!(state.hides(card), "{}", card.name());
    }
    let open = at(3, |exercise| exercise.hide.clear());
    assert!(!open.hides_results() && open.opens(Card::Planning));
    // While an answer is asked for, nothing that could find it is open.
    assert!(!at(0, |exercise| exercise.hide.clear()).opens(Card::Planning));
}

#[test]
fn a_prediction_of_the_start_itself_hides_every_result_until_it_is_committed() {
    let edit = |exercise: &mut Exercise| {
        exercise.hide.clear();
        if let StepKind::Predict(predict) = &mut exercise.steps[0].kind {
            predict.change.clear();
            predict.is_of_change = false;
        }
    };
    let state = at(0, edit);
    assert!(state.hides(Card::Coverage) && state.hides(Card::Headline));
    let answer = Answer::Predicted(PredictedAnswer::Number(Decimal::from(13_000)));
    let told = act(&state, ExerciseAction::Answer(answer));
    assert!(!told.hides(Card::Headline));
}

#[test]
fn the_screen_shows_the_start_until_a_prediction_is_committed_then_its_change() {
    let state = at(0, |_| {});
    assert_eq!(state.scenario().changed(COVERAGE), None);
    assert_eq!(
        state.scenario().changed(Fixed::JobsWorkshop.into()),
        Some(Decimal::from(5000))
    );
    let answer = Answer::Predicted(PredictedAnswer::Number(Decimal::TEN));
    let told = act(&state, ExerciseAction::Answer(answer.clone()));
    assert_eq!(attempt(&told).step, 0);
    assert_eq!(told.scenario().changed(COVERAGE), Some(Decimal::new(85, 2)));
    // A committed answer stays, and undo leads to no screen before it.
    let other = Answer::Predicted(PredictedAnswer::Number(Decimal::ONE));
    let again = act(&told, ExerciseAction::Answer(other)).apply(Action::Undo);
    assert_eq!(attempt(&again).answers[0], Some(answer));
    assert_eq!(again.scenario(), told.scenario());
}

#[test]
fn work_at_a_goal_is_found_again_and_a_restart_begins_from_the_start() {
    let state = at_goal().apply(Action::Set(OUTWARD, Decimal::from(700)));
    let own = state.scenario().clone();
    let there = act(
        &act(&act(&state, ExerciseAction::Try), ExerciseAction::Forward),
        ExerciseAction::Back,
    );
    assert_eq!(*there.scenario(), own);
    assert_eq!(attempt(&there).tries(3), 1);
    let again = act(&there, ExerciseAction::Restart);
    assert_eq!(attempt(&again).reached, 0);
    assert_eq!(
        *again.scenario(),
        again.exercise.as_ref().expect("it").exercise.start
    );
    assert!(attempt(&again).moves.is_empty());
}

#[test]
fn before_a_room_closed_levers_stay_where_they_are() {
    let state = State::new(Rc::new(region()), Language::SimplifiedChinese);
    let open = Rc::new([COVERAGE].into());
    let taught = state.apply(Action::Teach(Some(open)));
    let moved = taught.apply(Action::Set(COVERAGE, Decimal::new(85, 2)));
    assert_eq!(
        moved.scenario().changed(COVERAGE),
        Some(Decimal::new(85, 2))
    );
    for closed in [
        Action::Set(OUTWARD, Decimal::from(700)),
        Action::ChooseExample(Example::Together),
    ] {
        let refused = moved.apply(closed);
        assert_eq!(refused.scenario(), moved.scenario());
        let news = refused.notices.last().map(|it| &it.news);
        assert_eq!(news, Some(&News::Failed("present-closed")));
    }
    let free = moved.apply(Action::Teach(None));
    let set = free.apply(Action::Set(OUTWARD, Decimal::from(700)));
    assert_eq!(set.scenario().changed(OUTWARD), Some(Decimal::from(700)));
}

#[test]
fn each_goal_has_its_own_work_tried_or_not() {
    // Two goals in a row.
    let two = |exercise: &mut Exercise| {
        let goal = exercise.steps[3].clone();
        exercise.steps.insert(4, goal);
    };
    let ongoing = |state: &State| state.exercise.clone().expect("an exercise");
    let first = act(&at(3, two), ExerciseAction::Try).apply(Action::Set(OUTWARD, 700.into()));
    let second = act(&first, ExerciseAction::Forward).apply(Action::Set(OUTWARD, 900.into()));
    let back = act(&second, ExerciseAction::Back);
    assert_eq!(back.scenario(), first.scenario(), "untried, but kept");
    assert_eq!(
        act(&back, ExerciseAction::Forward).scenario(),
        second.scenario()
    );
    // What is kept in the browser begins both again, wherever it was left.
    let left = ongoing(&back);
    let work = left.work().clone();
    let again = Ongoing::new(left.exercise.clone(), left.attempt.clone(), work, false);
    let again = State::of_exercise(back.region.clone(), back.language, again);
    assert_eq!(again.scenario(), first.scenario());
    assert_eq!(
        act(&again, ExerciseAction::Forward).scenario(),
        second.scenario()
    );
}

#[test]
fn a_goal_is_met_by_what_was_tried_and_not_by_what_was_moved_since() {
    let well_done = |exercise: &mut Exercise| {
        let text = exercise.steps[3].text.clone();
        if let StepKind::Do(task) = &mut exercise.steps[3].kind {
            task.feedback = Some(text);
        }
    };
    let words = Catalog::new(Language::SimplifiedChinese);
    let told = |state: &State| {
        let ongoing = state.exercise.as_ref().expect("an exercise");
        goal(&words, &state.region, ongoing, state.scenario()).expect("a goal")
    };
    let handed_in = |state: &State| state.exercise.as_ref().map(|it| it.final_scenario());
    let state = at(3, well_done);
    assert_eq!(told(&state).tried, None);
    let failed = act(&state, ExerciseAction::Try);
    assert_eq!(told(&failed).tried, Some(TriedGoal::Missed));
    let moved = failed.apply(Action::Set(OUTWARD, Decimal::from(8000)));
    let words_on_moved = told(&moved);
    assert!(words_on_moved.is_met, "the conditions follow the levers");
    assert_eq!(words_on_moved.tried, Some(TriedGoal::Changed));
    assert_eq!(words_on_moved.feedback, None);
    assert_ne!(handed_in(&moved).as_ref(), Some(moved.scenario()));
    let tried = act(&moved, ExerciseAction::Try);
    assert_eq!(told(&tried).tried, Some(TriedGoal::Met));
    assert!(told(&tried).feedback.is_some());
    assert_eq!(handed_in(&tried).as_ref(), Some(tried.scenario()));
    // The other way round, too.
    let spoilt = tried.apply(Action::Set(OUTWARD, Decimal::ZERO));
    assert_eq!(told(&spoilt).tried, Some(TriedGoal::Changed));
    assert_eq!(handed_in(&spoilt).as_ref(), Some(moved.scenario()));
}

#[test]
fn somebody_elses_result_is_only_looked_at() {
    let region = Rc::new(region());
    let exercise = small(&region);
    let mut attempt_ = Attempt::new(&exercise, Some("3"));
    attempt_.step = exercise.steps.len();
    attempt_.reached = attempt_.step;
    let ongoing = Ongoing::new(Rc::new(exercise), attempt_, BTreeMap::new(), true);
    let state = State::of_exercise(region, Language::English, ongoing);
    for action in [
        ExerciseAction::Restart,
        ExerciseAction::Back,
        ExerciseAction::Name("4".to_owned()),
    ] {
        let after = act(&state, action);
        assert_eq!(attempt(&after), attempt(&state));
    }
}
