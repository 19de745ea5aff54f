//! The shipped exercises against today's data.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::attempt::{Answer, Attempt};
use super::super::judge::{Direction, Judge, PredictedAnswer};
use super::super::merge::merge;
use super::super::output::Outputs;
use super::super::step::{Ask, StepKind};
use super::super::text::NumberOf;
use super::super::{Exercise, MOST_BYTES};
use super::region;
use crate::i18n::Catalog;
use crate::i18n::exercises::StepNumbers;
use crate::language::Language;
use crate::region::Region;
use crate::region::key::Key;
use crate::region::parse::parse_value;
use crate::scenario::Scenario;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/exercises")
}

fn read(id: &str, region: &Region) -> Exercise {
    let text = |path: PathBuf| {
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let numbers = text(folder().join(format!("{id}.json")));
    let texts = Language::ALL.map(|language| {
        let tag = language.tag();
        (tag, text(folder().join(id).join(format!("{tag}.json"))))
    });
    let whole = merge(&numbers, &texts).unwrap_or_else(|problems| panic!("{id}: {problems:?}"));
    assert!(whole.len() < MOST_BYTES, "{id} has {} bytes", whole.len());
    Exercise::read(&whole, &[region]).unwrap_or_else(|problems| {
        let words = Catalog::new(Language::English);
        let said: Vec<String> = problems.iter().map(|it| words.problem(it)).collect();
        panic!("{id}: {}", said.join("\n"))
    })
}

/// Every shipped exercise.
pub fn all(region: &Region) -> Vec<Exercise> {
    let mut ids: Vec<String> = fs::read_dir(folder())
        .expect("the folder of exercises")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    ids.sort();
    let read = |id: &String| {
        let exercise = read(id, region);
        assert_eq!(&exercise.id, id, "a file is named after its exercise");
        exercise
    };
    ids.iter().map(read).collect()
}

#[test]
fn six_exercises_are_whole_in_every_language() {
    let region = region();
    let all = all(&region);
    let ids: Vec<&str> = all.iter().map(|exercise| &*exercise.id).collect();
    assert_eq!(
        ids,
        [
            "zjk-assumptions-1",
            "zjk-coverage-1",
            "zjk-earned-1",
            "zjk-gap-1",
            "zjk-reading-1",
            "zjk-targets-1"
        ]
    );
    for exercise in &all {
        assert_eq!(
            exercise.region_version,
            region.newest(),
            "{}: today's data",
            exercise.id
        );
        assert!(
            exercise.minutes.is_some() && exercise.notes.is_some(),
            "{}",
            exercise.id
        );
        for (place, texts) in exercise.texts() {
            let languages: Vec<Language> = texts.languages().collect();
            assert_eq!(languages, Language::ALL, "{}: {place}", exercise.id);
            // A translation bears the same numbers.
            let numbers = |language| {
                let written = texts.written(language).unwrap_or_default();
                let mut numbers: Vec<String> = written
                    .split('{')
                    .skip(1)
                    .map(|it| it.split('}').next().unwrap_or_default().to_owned())
                    .collect();
                numbers.sort();
                numbers
            };
            for language in Language::ALL {
                assert_eq!(
                    numbers(language),
                    numbers(Language::SimplifiedChinese),
                    "{}: {place}",
                    exercise.id
                );
            }
        }
    }
}

#[test]
fn participants_predict_before_they_see() {
    let region = region();
    for exercise in all(&region) {
        let first_show = exercise
            .steps
            .iter()
            .position(|step| matches!(step.kind, StepKind::Show(_)));
        let first_guess = exercise
            .steps
            .iter()
            .position(|step| matches!(step.kind, StepKind::Predict(_) | StepKind::Choose(_)));
        assert!(first_guess < first_show, "{}", exercise.id);
        assert!((3..=8).contains(&exercise.steps.len()), "{}", exercise.id);
        // Whatever is revealed was hidden before.
        for step in &exercise.steps {
            if let StepKind::Show(show) = &step.kind {
                assert!(
                    show.reveal.is_subset(&exercise.hide),
                    "{}: {:?}",
                    exercise.id,
                    show.reveal
                );
            }
        }
    }
}

#[test]
fn every_number_of_a_text_is_known() {
    let region = region();
    for exercise in all(&region) {
        let judge = Judge::new(&exercise, &region);
        for (index, step) in exercise.steps.iter().enumerate() {
            let own = judge.step_outputs(index);
            let now = solution(&exercise, index, &judge);
            let now = now.map(|scenario| Outputs::of(judge.region(), &scenario));
            for texts in step.texts() {
                for (of, name) in texts.numbers() {
                    let value = judge.number((of, name), &own, now.as_ref());
                    assert!(
                        value.is_some(),
                        "{} step {}: {of:?} {name}",
                        exercise.id,
                        index + 1
                    );
                    assert!(
                        of != NumberOf::Now || now.is_some(),
                        "{} step {}",
                        exercise.id,
                        index + 1
                    );
                }
            }
        }
    }
}

/// A scenario that reaches the goal of a step, found by hand.
fn solution(exercise: &Exercise, index: usize, judge: &Judge<'_>) -> Option<Scenario> {
    let StepKind::Do(_) = &exercise.steps[index].kind else {
        return None;
    };
    let values: &[(&str, &str)] = match &*exercise.id {
        "zjk-coverage-1" => &[("coverage", "0.9"), ("grants_share", "0.16")],
        "zjk-earned-1" => &[("jobs.outward", "4000"), ("jobs.workshop", "2000")],
        "zjk-targets-1" => &[("operating_rate", "0.95"), ("benefit_share", "0.9")],
        "zjk-assumptions-1" => &[("coverage_effect", "0.17")],
        "zjk-gap-1" => &[
            ("jobs.outward", "6000"),
            ("jobs.workshop", "3000"),
            ("jobs.startup", "1000"),
            ("relocated_employment", "0.05"),
            ("operating_rate", "0.95"),
            ("benefit_share", "0.8"),
        ],
        other => panic!("{other} has no solution"),
    };
    let mut scenario = exercise.start.clone();
    for (name, value) in values {
        let key = Key::parse(name).expect("a key");
        assert!(
            exercise.open.contains(&key),
            "{}: {name} is closed",
            exercise.id
        );
        let value = parse_value(key.unit(), value).expect("a value");
        scenario
            .set(judge.region(), key, value)
            .expect("a value in range");
    }
    Some(scenario)
}

#[test]
fn goals_can_be_reached_and_are_not_there_at_the_start() {
    let region = region();
    let mut goals = 0;
    for exercise in all(&region) {
        let judge = Judge::new(&exercise, &region);
        for index in 0..exercise.steps.len() {
            let Some(solution) = solution(&exercise, index, &judge) else {
                continue;
            };
            goals += 1;
            let at_start = judge
                .goal(index, &Outputs::of(judge.region(), &exercise.start))
                .expect("a goal");
            assert!(!at_start.is_met(), "{}: reached at the start", exercise.id);
            assert_eq!(
                at_start.broken().count(),
                0,
                "{}: a limit is broken at the start",
                exercise.id
            );
            let reached = judge
                .goal(index, &Outputs::of(judge.region(), &solution))
                .expect("a goal");
            assert!(reached.is_met(), "{}: {reached:#?}", exercise.id);
        }
    }
    assert_eq!(goals, 5);
}

#[test]
fn predictions_have_results_and_choices_one_best() {
    let region = region();
    let mut surprises = 0;
    for exercise in all(&region) {
        let judge = Judge::new(&exercise, &region);
        for (index, step) in exercise.steps.iter().enumerate() {
            match &step.kind {
                StepKind::Predict(predict) => {
                    let truth = judge
                        .truth(index, &judge.step_outputs(index))
                        .expect("a result");
                    let is_near = predict.within.is_some();
                    assert_eq!(is_near, predict.ask == Ask::Number, "{}", exercise.id);
                    surprises += usize::from(truth.direction != Direction::Up);
                }
                StepKind::Choose(choose) if choose.best.is_some() => {
                    let best = judge.choice(index).expect("a measure").best;
                    assert_eq!(best.len(), 1, "{} step {}", exercise.id, index + 1);
                }
                _ => {}
            }
        }
    }
    assert!(surprises > 3, "not every measure helps: {surprises}");
}

#[test]
fn every_exercise_can_be_walked_through_to_its_end() {
    let region = region();
    for exercise in all(&region) {
        let judge = Judge::new(&exercise, &region);
        let words = Catalog::new(Language::SimplifiedChinese);
        let mut attempt = Attempt::new(&exercise, Some("1"));
        for (index, step) in exercise.steps.iter().enumerate() {
            assert_eq!(attempt.step, index, "{}", exercise.id);
            let answer = match &step.kind {
                StepKind::Predict(predict) => {
                    let truth = judge
                        .truth(index, &judge.step_outputs(index))
                        .expect("a result");
                    let own = match predict.ask {
                        Ask::Number => PredictedAnswer::Number(truth.number),
                        Ask::Direction => PredictedAnswer::Direction(truth.direction),
                    };
                    let verdict = judge
                        .prediction(index, &judge.step_outputs(index), own)
                        .expect("a verdict");
                    assert_eq!(verdict.is_right, Some(true), "{}", exercise.id);
                    let own_outputs = judge.step_outputs(index);
                    let numbers = StepNumbers {
                        judge: &judge,
                        step: &own_outputs,
                        now: None,
                        prediction: Some((own, verdict)),
                    };
                    let feedback = predict.feedback.as_ref().expect("feedback");
                    let said = words.exercise_text(feedback, &numbers);
                    assert!(!said.contains(&*words.text("value-unknown")), "{said}");
                    Some(Answer::Predicted(own))
                }
                StepKind::Show(_) => None,
                StepKind::Do(_) => Some(Answer::Tried {
                    tries: 1,
                    scenario: solution(&exercise, index, &judge).expect("a solution"),
                }),
                StepKind::Choose(_) => Some(Answer::Chosen {
                    option: 0,
                    why: "因为".to_owned(),
                }),
                StepKind::Say => Some(Answer::Said("钱从哪里来".to_owned())),
            };
            if let Some(answer) = answer {
                attempt = attempt.answered(&exercise, index, answer);
            }
            attempt = attempt.forward(&exercise);
        }
        assert!(attempt.is_over(&exercise), "{}", exercise.id);
    }
}
