use rust_decimal::Decimal;

use super::super::judge::{Direction, Judge, PredictedAnswer, hints};
use super::super::output::{OutputNames, Outputs};
use super::super::step::{BoundValue, OutputBound, StepKind, changed};
use super::{region, small};
use crate::i18n::Catalog;
use crate::i18n::exercises::StepNumbers;
use crate::language::Language;
use crate::region::key::{Fixed, Key};
use crate::scenario::Scenario;

#[test]
fn outputs_are_the_figures_that_can_be_explained() {
    let region = region();
    let names = OutputNames::of(&region);
    let outputs = Outputs::of(&region, &Scenario::plan(&region));
    let outcome = Scenario::plan(&region).project(&region);
    let name = names.find("income.scenario.2023").expect("the headline");
    let value = outputs.value(&name).expect("a value");
    assert_eq!(value.number, outcome.scenario[0].income.rounded());
    // A total of funds under both names.
    let [total, funds] = ["funds.total", "funds"].map(|name| {
        let name = names.find(name).expect("a total");
        outputs.value(&name).expect("an amount")
    });
    assert_eq!(total, funds);
    // A share of nothing is an output all the same.
    let share = names.find("gain_share.market.2023").expect("a share");
    assert_eq!(outputs.value(&share), None);
    assert!(names.all().count() > 500);
    for name in names.all() {
        // Whatever has a value has a unit that can be said.
        outputs.value(&name);
    }
}

#[test]
fn a_prediction_is_held_against_the_model() {
    let region = region();
    let exercise = small(&region);
    let judge = Judge::new(&exercise, &region);
    let (with, problems) = changed(
        &region,
        &exercise.start,
        &[(Fixed::Coverage.into(), Decimal::new(85, 2))],
    );
    assert_eq!(problems, []);
    let income = |scenario: &Scenario| scenario.project(&region).scenario[0].income;
    // Rounded once, after the difference: what the screen says too.
    let gain = (income(&with) - income(&exercise.start)).rounded();
    assert!(
        gain < Decimal::ZERO,
        "coverage alone takes its money from elsewhere"
    );
    let truth = judge
        .truth(0, &judge.step_outputs(0))
        .expect("a prediction");
    assert_eq!(truth.number, gain);
    assert_eq!(truth.direction, Direction::Down);
    let near = PredictedAnswer::Number(gain + Decimal::from(20));
    let verdict = judge
        .prediction(0, &judge.step_outputs(0), near)
        .expect("a verdict");
    assert_eq!(verdict.distance, Some(Decimal::from(20)));
    assert_eq!(verdict.is_right, Some(true));
    let far = PredictedAnswer::Number(gain - Decimal::from(21));
    assert_eq!(
        judge
            .prediction(0, &judge.step_outputs(0), far)
            .and_then(|it| it.is_right),
        Some(false)
    );
    for (direction, is_right) in [
        (Direction::Up, false),
        (Direction::Down, false),
        (Direction::Same, true),
    ] {
        let direction = PredictedAnswer::Direction(direction);
        let verdict = judge
            .prediction(1, &judge.step_outputs(1), direction)
            .expect("a verdict");
        assert_eq!(verdict.is_right, Some(is_right));
    }
    assert_eq!(
        judge.truth(2, &judge.step_outputs(2)),
        None,
        "no prediction"
    );
    assert_eq!(judge.truth(9, &judge.step_outputs(9)), None, "no step");
}

#[test]
fn a_goal_names_the_limits_that_are_broken() {
    let region = region();
    let exercise = small(&region);
    let judge = Judge::new(&exercise, &region);
    let at_start = judge
        .goal(3, &Outputs::of(judge.region(), &exercise.start))
        .expect("a goal");
    assert!(!at_start.is_met(), "nothing is reached at the start");
    assert_eq!(at_start.broken().count(), 0);
    let mut scenario = exercise.start.clone();
    scenario
        .set(&region, Fixed::JobsOutward.into(), Decimal::from(8000))
        .expect("jobs");
    assert!(
        judge
            .goal(3, &Outputs::of(judge.region(), &scenario))
            .is_some_and(|it| it.is_met())
    );
    let cell = Key::from(Fixed::FundsCityIndustry);
    let more = scenario.value(&region, cell).expect("funds") + Decimal::from(10_000);
    scenario.set(&region, cell, more).expect("money");
    let broken = judge
        .goal(3, &Outputs::of(judge.region(), &scenario))
        .expect("a goal");
    assert!(!broken.is_met());
    let limits: Vec<_> = broken.broken().collect();
    assert_eq!(limits.len(), 1);
    assert_eq!(limits[0].output.as_str(), "funds.total");
    assert_eq!(limits[0].missed_by, Some(Decimal::from(10_000)));
}

#[test]
fn a_bound_by_the_plan_binds_where_the_plan_has_no_value() {
    let region = region();
    let mut exercise = small(&region);
    // A share of a gain of nothing.
    let share = OutputNames::of(&region).find("gain_share.market.2023");
    let bound = |at_least, at_most| OutputBound {
        output: share.clone().expect("a share"),
        at_least,
        at_most,
    };
    exercise.start = Scenario::plan(&region);
    exercise.limits = vec![
        bound(None, Some(BoundValue::Plan)),
        bound(None, Some(BoundValue::Start)),
        bound(Some(BoundValue::Plan), None),
    ];
    let judge = Judge::new(&exercise, &region);
    let mut scenario = exercise.start.clone();
    scenario
        .set(&region, Fixed::JobsOutward.into(), Decimal::from(8000))
        .expect("jobs");
    let outputs = Outputs::of(judge.region(), &scenario);
    let value = outputs.value(&exercise.limits[0].output).expect("a share");
    assert!(value.number > Decimal::ZERO);
    let verdict = judge.goal(3, &outputs).expect("a goal");
    let missed: Vec<_> = verdict
        .limits
        .iter()
        .take(3)
        .map(|it| it.missed_by)
        .collect();
    assert_eq!(
        missed,
        [Some(value.number), Some(value.number), Some(Decimal::ZERO)]
    );
}

#[test]
fn the_best_choice_is_the_models_and_hints_come_with_tries() {
    let region = region();
    let exercise = small(&region);
    let judge = Judge::new(&exercise, &region);
    let truth = judge.choice(4).expect("a choice");
    assert_eq!(truth.best, [0]);
    let StepKind::Do(task) = &exercise.steps[3].kind else {
        panic!("a task");
    };
    assert_eq!(hints(task, 1).count(), 0);
    assert_eq!(hints(task, 2).count(), 1);
}

#[test]
fn texts_bear_the_numbers_of_their_scenarios() {
    let region = region();
    let exercise = small(&region);
    let judge = Judge::new(&exercise, &region);
    let words = Catalog::new(Language::SimplifiedChinese);
    let step = judge.step_outputs(0);
    let own = PredictedAnswer::Number(Decimal::from(100));
    let verdict = judge
        .prediction(0, &judge.step_outputs(0), own)
        .expect("a verdict");
    let numbers = StepNumbers {
        judge: &judge,
        step: &step,
        now: None,
        prediction: Some((own, verdict)),
    };
    let StepKind::Predict(predict) = &exercise.steps[0].kind else {
        panic!("a prediction");
    };
    let feedback = predict.feedback.as_ref().expect("feedback");
    let text = words.exercise_text(feedback, &numbers);
    let truth = verdict.truth.number;
    let distance = (Decimal::from(100) - truth).abs();
    assert_eq!(
        text,
        format!("您预测+100.00 元，实际为{truth} 元，相差{distance} 元。")
    );
    let step = judge.step_outputs(2);
    let numbers = StepNumbers {
        step: &step,
        prediction: None,
        ..numbers
    };
    let text = words.exercise_text(&exercise.steps[2].text, &numbers);
    let incomes = [
        &exercise.start,
        &exercise.step_scenario(&region, 2),
        &Scenario::plan(&region),
    ];
    for scenario in incomes {
        let income = words.money(scenario.project(&region).scenario[0].income);
        assert!(text.contains(&income), "{text}: {income}");
    }
    // Without a prediction nothing is invented.
    assert!(
        words.exercise_text(feedback, &numbers).contains("未知"),
        "{text}"
    );
}
