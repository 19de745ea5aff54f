//! Exercises: any text as the file of one, and as a link to one or to a result.

use std::sync::LazyLock;

use zengshou::exercise::Exercise;
use zengshou::exercise::attempt::{Answer, ExerciseResult, MOST_GROUP, MOST_SAID};
use zengshou::exercise::judge::Judge;
use zengshou::exercise::link::{
    ExerciseLink, read_link, read_result, write_own, write_result, write_shipped,
};
use zengshou::i18n::exercises::StepNumbers;
use zengshou::link;

use crate::fixtures::{REGION, are_readable, is_plain, is_sound, text, with_words};

/// The exercise that results are of.
const USUAL: &str = include_str!("../../found/exercise/usual.json");

static EXERCISE: LazyLock<Exercise> =
    LazyLock::new(|| Exercise::read(USUAL, &[&REGION]).expect("an exercise in order"));

/// Reads the text as a file and as a link, and what was read once more after it was written.
pub fn check(data: &[u8]) {
    let text = text(data);
    match Exercise::read(&text, &[&REGION]) {
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a word");
            are_readable(&problems);
        }
        Ok(exercise) => is_right(&exercise),
    }
    match read_link(&text) {
        None => assert!(!link::is_exercise(&text)),
        Some(Err(problems)) => {
            assert!(!problems.is_empty(), "refused without a word");
            are_readable(&problems);
        }
        Some(Ok(read)) => link_is_right(&read),
    }
}

fn is_right(exercise: &Exercise) {
    is_sound(&exercise.start);
    for written in [exercise.write(), exercise.write_short()] {
        let read = Exercise::read(&written, &[&REGION]);
        assert_eq!(read.as_ref(), Ok(exercise), "{written}");
    }
    let judge = Judge::new(exercise, &REGION);
    for index in 0..exercise.steps.len() {
        is_sound(&exercise.step_scenario(&REGION, index));
        let outputs = judge.step_outputs(index);
        let numbers = StepNumbers {
            judge: &judge,
            step: &outputs,
            now: None,
            prediction: None,
        };
        for texts in exercise.steps[index].texts() {
            let said = with_words(index, |words| words.exercise_text(texts, &numbers));
            is_plain(&said.replace('\n', " "));
        }
        judge.truth(index, &outputs);
        judge.choice(index);
        judge.goal(index, judge.start());
    }
    let link = read_link(&write_own(exercise, Some("1"), None)).expect("a link");
    let link = link.unwrap_or_else(|problems| panic!("{problems:?}"));
    let file = link.file.expect("a file");
    let read = Exercise::read(&file, &[&REGION]);
    assert_eq!(read, Ok(exercise.without_notes()));
}

fn link_is_right(read: &ExerciseLink) {
    if let Some(group) = &read.group {
        is_plain(group);
        assert!(group.chars().count() <= MOST_GROUP && !group.is_empty());
    }
    let written = write_shipped(&read.id, read.group.as_deref(), read.language);
    let again = read_link(&written).expect("a link").expect("whole");
    assert_eq!((&again.id, &again.group), (&read.id, &read.group));
    match read_result(&EXERCISE, &REGION, read) {
        Err(problems) => are_readable(&problems),
        Ok(result) => result_is_right(&result),
    }
}

fn result_is_right(result: &ExerciseResult) {
    is_sound(&result.scenario);
    for answer in result.answers.iter().flatten() {
        match answer {
            Answer::Said(text) | Answer::Chosen { why: text, .. } => {
                is_plain(text);
                assert!(text.chars().count() <= MOST_SAID);
            }
            Answer::Tried { scenario, .. } => is_sound(scenario),
            Answer::Predicted(_) => {}
        }
    }
    let written = write_result(&EXERCISE, result);
    let link = read_link(&written).expect("a link").expect("whole");
    let again = read_result(&EXERCISE, &REGION, &link).expect("a result");
    assert_eq!(again.answers, result.answers);
    assert_eq!(again.scenario, result.scenario);
}
