//! Drafts that become exercises, and exercises that become drafts.

use rust_decimal::Decimal;

use super::*;
use crate::exercise::judge::Judge;
use crate::exercise::step::BoundValue;
use crate::exercise::step::StepKind;
use crate::exercise::tests::small;
use crate::problem::{ExerciseFault, Fault};
use crate::region::key::Fixed;
use crate::region::tests::region;

fn scenario(region: &Region) -> Scenario {
    let mut scenario = Scenario::plan(region);
    let set = scenario.set(region, Fixed::Coverage.into(), Decimal::new(85, 2));
    set.expect("a value in range");
    scenario
}

/// A draft with a step of every kind, filled in.
fn filled(region: &Region) -> ExerciseDraft {
    let mut draft = ExerciseDraft::of_scenario(region, &scenario(region));
    draft.title = "覆盖{率}".into();
    draft.minutes = "20".to_owned();
    draft.notes[0] = "目的".into();
    for (kind, _) in DraftKind::NAMES.into_iter().skip(3) {
        draft.steps.push(DraftStep {
            kind,
            ..DraftStep::about("difference.2024")
        });
    }
    for step in &mut draft.steps {
        step.text = "请看".into();
    }
    let task = &mut draft.steps[2];
    task.goal[0].value = "100".to_owned();
    task.hints[0].text = "就业".into();
    let options = &mut draft.steps[3].options;
    options[0].text = "甲".into();
    options[1].text = "乙".into();
    draft
}

#[test]
fn a_draft_of_a_scenario_opens_what_it_changes_and_asks_for_its_gain() {
    let region = region();
    let scenario = scenario(&region);
    let exercise = filled(&region).exercise(&region, &scenario, Language::SimplifiedChinese);
    let exercise = exercise.unwrap_or_else(|problems| panic!("{problems:?}"));
    assert!(exercise.start.is_plan());
    assert_eq!(exercise.open, [Fixed::Coverage.into()].into());
    let title = exercise
        .title
        .filled(Language::SimplifiedChinese, |_| String::new());
    assert_eq!(title, "覆盖{率}");
    let kinds: Vec<&str> = exercise.steps.iter().map(|step| step.kind.name()).collect();
    assert_eq!(kinds, ["predict", "show", "do", "choose", "say"]);
    let judge = Judge::new(&exercise, &region);
    let truth = judge.truth(0, &judge.step_outputs(0)).expect("a result");
    assert_eq!(
        truth.number,
        scenario.project(&region).scenario[0].difference().rounded()
    );
    let StepKind::Show(show) = &exercise.steps[1].kind else {
        panic!("a reveal");
    };
    assert_eq!(show.reveal, exercise.hide);
    assert!(exercise.notes.is_some() && exercise.without_notes().notes.is_none());
}

#[test]
fn what_is_missing_is_told_at_its_step() {
    let region = region();
    let scenario = scenario(&region);
    let mut draft = filled(&region);
    draft.steps[1].text = "".into();
    draft.steps[2].goal[0].value = "viel".to_owned();
    draft.steps[3].options[1].text = "".into();
    draft.minutes = "many".to_owned();
    let problems = draft
        .exercise(&region, &scenario, Language::English)
        .expect_err("faults");
    let places: Vec<&str> = problems.iter().map(|problem| &*problem.place).collect();
    assert_eq!(
        places,
        [
            "minutes",
            "steps.2.text.en",
            "steps.3.goal.1.at_least",
            "steps.4.options"
        ]
    );
    let count = Fault::from(ExerciseFault::Count { least: 2, most: 6 });
    assert_eq!(problems[3].fault, count);
}

#[test]
fn a_step_may_have_several_goals_limits_and_outputs() {
    let region = region();
    let scenario = scenario(&region);
    let mut draft = filled(&region);
    let bound = |output: &str, end, value: &str| DraftBound {
        output: output.to_owned(),
        end,
        value: value.to_owned(),
        ..DraftBound::default()
    };
    draft.steps[1]
        .outputs
        .push("income.scenario.2024".to_owned());
    draft.steps[2]
        .goal
        .push(bound("coverage.2024", DraftEnd::AtLeastStart, ""));
    draft.steps[2]
        .limits
        .push(bound("funds.total", DraftEnd::AtMost, "900000000"));
    draft
        .limits
        .push(bound("difference.2024", DraftEnd::AtLeastPlan, ""));
    let exercise = draft
        .exercise(&region, &scenario, Language::English)
        .expect("an exercise");
    let StepKind::Show(show) = &exercise.steps[1].kind else {
        panic!("a reveal");
    };
    assert_eq!(show.outputs.len(), 2);
    let StepKind::Do(task) = &exercise.steps[2].kind else {
        panic!("a goal");
    };
    assert_eq!((task.goal.len(), task.limits.len()), (2, 1));
    assert_eq!(task.goal[1].at_least, Some(BoundValue::Start));
    assert_eq!(exercise.limits.len(), 2);
    assert_eq!(exercise.limits[1].at_least, Some(BoundValue::Plan));
}

#[test]
fn every_exercise_is_opened_and_saved_as_it_was() {
    let region = region();
    let screen = scenario(&region);
    let shipped = crate::exercise::tests::shipped::all(&region);
    for exercise in shipped.iter().chain([&small(&region)]) {
        for language in Language::ALL {
            let draft = ExerciseDraft::of_exercise(exercise, language);
            let remarks = draft.remarks(exercise.region_version);
            let again = draft.exercise(&region, &screen, language);
            let again = again.unwrap_or_else(|problems| panic!("{}: {problems:?}", exercise.id));
            assert!(again == *exercise, "{} is another", exercise.id);
            assert!(!remarks.is_empty(), "{}: {remarks:?}", exercise.id);
        }
    }
    let small = small(&region);
    let draft = ExerciseDraft::of_exercise(&small, Language::SimplifiedChinese);
    let remarks = draft.remarks(9);
    assert_eq!(
        remarks,
        [
            DraftRemark::OtherLanguages,
            DraftRemark::Numbers,
            DraftRemark::OtherData(2)
        ]
    );
}
