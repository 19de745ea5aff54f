//! Links to exercises and their results as they were once written, read in every release. A file of
//! `tests/links/exercises` is never changed.

use std::fs;

use serde::Deserialize;
use zengshou::exercise::Exercise;
use zengshou::exercise::attempt::{Answer, ExerciseResult};
use zengshou::exercise::judge::{Direction, PredictedAnswer};
use zengshou::exercise::link::{ExerciseLink, read_link, read_result};
use zengshou::problem::Problem;
use zengshou::region::key::Key;
use zengshou::scenario::{Scenario, value_text};

use crate::support::{data_files, region};

const FOLDER: &str = "tests/links/exercises";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    #[serde(rename = "note")]
    _note: String,
    link: String,
    /// The file with the link that carries the exercise of a result.
    exercise: Option<String>,
    read: Reading,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Reading {
    problem: Option<String>,
    id: Option<String>,
    group: Option<String>,
    fingerprint: Option<String>,
    steps: Option<usize>,
    answers: Vec<String>,
    values: std::collections::BTreeMap<String, String>,
    moves: Vec<String>,
}

fn golden(name: &str) -> Golden {
    let text = fs::read_to_string(format!(
        "{}/{FOLDER}/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    ));
    serde_json::from_str(&text.expect("a golden link"))
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn values(scenario: &Scenario) -> impl Iterator<Item = (String, String)> + '_ {
    let text = |(key, value): (Key, _)| (key.to_string(), value_text(key, value));
    scenario.entries().map(text)
}

fn pairs(pairs: impl Iterator<Item = (String, String)>) -> Vec<String> {
    pairs.map(|(key, value)| format!("{key}={value}")).collect()
}

fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Predicted(PredictedAnswer::Number(number)) => format!("number {number}"),
        Answer::Predicted(PredictedAnswer::Direction(direction)) => match direction {
            Direction::Up => "direction up".to_owned(),
            Direction::Down => "direction down".to_owned(),
            Direction::Same => "direction same".to_owned(),
        },
        Answer::Tried { tries, scenario } => {
            format!("{tries} tries: {}", pairs(values(scenario)).join(" "))
        }
        Answer::Chosen { option, why } => format!("option {option}: {why}"),
        Answer::Said(text) => text.clone(),
    }
}

fn of_result(link: ExerciseLink, result: &ExerciseResult) -> Reading {
    let answers = result.answers.iter();
    let moves = result.moves.iter();
    Reading {
        id: Some(link.id),
        group: result.group.clone(),
        answers: answers
            .map(|it| it.as_ref().map(answer).unwrap_or_default())
            .collect(),
        values: values(&result.scenario).collect(),
        moves: pairs(moves.map(|(key, value)| (key.to_string(), value_text(*key, *value)))),
        ..Reading::default()
    }
}

fn carried(link: &ExerciseLink) -> Option<Exercise> {
    let read = Exercise::read(link.file.as_deref()?, &[region()]);
    Some(read.unwrap_or_else(|problems| panic!("{problems:?}")))
}

fn replay(golden: &Golden) -> Reading {
    let refused = |problems: &[Problem]| {
        let named = problems
            .first()
            .map(|problem| format!("{:?}", problem.fault));
        Reading {
            problem: named,
            ..Reading::default()
        }
    };
    let link = match read_link(&golden.link).expect("a link to an exercise") {
        Ok(link) => link,
        Err(problems) => return refused(&problems),
    };
    if let Some(name) = &golden.exercise {
        let of_exercise = read_link(&self::golden(name).link)
            .expect("a link")
            .expect("whole");
        let exercise = carried(&of_exercise).expect("an exercise");
        let result = read_result(&exercise, region(), &link);
        return match result {
            Ok(result) => of_result(link, &result),
            Err(problems) => refused(&problems),
        };
    }
    let exercise = carried(&link);
    Reading {
        id: Some(link.id),
        group: link.group,
        fingerprint: exercise.as_ref().map(Exercise::fingerprint),
        steps: exercise.as_ref().map(|exercise| exercise.steps.len()),
        ..Reading::default()
    }
}

#[test]
fn every_golden_link_to_an_exercise_is_read_as_ever() {
    let files = data_files(FOLDER, "json");
    assert!(files.len() >= 5, "{files:?}");
    for (name, path) in files {
        let name = path
            .file_stem()
            .map_or(name.clone(), |it| it.to_string_lossy().into_owned());
        let golden = golden(&name);
        assert_eq!(replay(&golden), golden.read, "{name}");
    }
}
