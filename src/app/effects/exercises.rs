//! Exercises as the page opens them: those that it was built with, those that a link or a file brings, and the
//! attempts that the browser keeps. An exercise is another start of the page, so that nothing of the user's own work
//! is near it.

use std::rc::Rc;

use super::boot::{self, WHOLE};
use super::locales::Extent;
use super::{address, page_file, regions, storage};
use crate::app::clock::next_task;
use crate::app::state::{Ongoing, State, StorageFault};
use crate::app::words::Words;
use crate::exercise::Exercise;
use crate::exercise::attempt::Attempt;
use crate::exercise::kept::KeptAttempt;
use crate::exercise::link::{
    ExerciseLink, read_link, read_result, write_own, write_result, write_shipped,
};
use crate::exercise::shipped::ShippedExercises;
use crate::language::Language;
use crate::problem::{ExerciseFault, Fault, Problem, quote};
use crate::region::Region;

/// The folder of attempts in the storage.
const FOLDER: &str = "attempt";
/// The most attempts that are kept.
const MOST_KEPT: usize = 40;
/// The place of an exercise's file in this tab's memory, where it is too long for a link.
const FILE: &str = "exercise";
/// The longest exercise that travels in the address bar, in characters.
const MOST_IN_ADDRESS: usize = 8_000;

/// The page that opens for a link to an exercise.
pub enum OpenedExercise {
    /// The exercise.
    Exercise(Box<State>),
    /// Nothing: the reasons why it can't be opened.
    Refused(Words, Vec<Problem>),
}

/// The exercises that the page was built with, with the trainers' notes where they are wanted.
///
/// # Errors
/// What went wrong, in the browser's words.
pub async fn shipped(with_notes: bool) -> Result<ShippedExercises, String> {
    let (all, notes) = announced().ok_or("no exercises")?;
    let all = page_file::text(&all).await?;
    let notes = match with_notes {
        true => Some(page_file::text(&notes).await?),
        false => None,
    };
    ShippedExercises::read(&all, notes.as_deref()).map_err(|problem| problem.place)
}

/// The files that the page announces: the exercises, and the notes for their trainers.
fn announced() -> Option<(String, String)> {
    let document = gloo::utils::document();
    let link = document.query_selector("link[data-exercises]").ok()??;
    let notes = link.get_attribute("data-exercises")?;
    Some((link.get_attribute("href")?, notes))
}

/// Opens the exercise of a link; none where the page can't start at all, which is then reported on it.
pub async fn begin(fragment: &str) -> Option<OpenedExercise> {
    let link = match read_link(fragment) {
        Some(read) => read,
        None => Err(vec![Problem::new("", Fault::NotALink)]),
    };
    let found = match link {
        Ok(link) => match text_of(&link).await {
            Ok(text) => Ok((link, text)),
            Err(problems) => Err(problems),
        },
        Err(problems) => Err(problems),
    };
    let language = found.as_ref().ok().and_then(|(link, _)| link.language);
    let region = found
        .as_ref()
        .ok()
        .and_then(|(_, text)| Exercise::region_of(text));
    let start = boot::prepare(Extent::Whole, WHOLE, asked_for(region, language)).await?;
    next_task().await;
    regions::shows(&start.region, start.own);
    let language = start.words.language();
    let region = Rc::new(start.region);
    let opened = found.and_then(|(link, text)| open(&region, &link, &text));
    Some(match opened {
        Ok(ongoing) => {
            OpenedExercise::Exercise(Box::new(State::of_exercise(region, language, ongoing)))
        }
        Err(problems) => OpenedExercise::Refused(start.words, problems),
    })
}

/// A link that asks for a region and a language and nothing else.
fn asked_for(region: Option<String>, language: Option<Language>) -> String {
    let region = region.map(|id| format!("&region={id}.1"));
    let language = language.map(|language| format!("&lang={}", language.tag()));
    format!(
        "v=1{}{}",
        region.unwrap_or_default(),
        language.unwrap_or_default()
    )
}

/// The text of the exercise that a link opens.
async fn text_of(link: &ExerciseLink) -> Result<String, Vec<Problem>> {
    if let Some(file) = &link.file {
        return Ok(file.clone());
    }
    let is_it = |text: &String| id_of(text).as_deref() == Some(&*link.id);
    if let Some(text) = storage::recall_in_tab(FILE).filter(is_it) {
        return Ok(text);
    }
    let unknown = || {
        let fault = ExerciseFault::Unknown(quote(&link.id));
        vec![Problem::new("x", fault.into())]
    };
    let shipped = shipped(false).await.map_err(|_| unknown())?;
    shipped.text(&link.id).ok_or_else(unknown)
}

/// The identifier that a file of an exercise has.
fn id_of(text: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    value.get("id")?.as_str().map(str::to_owned)
}

fn open(region: &Region, link: &ExerciseLink, text: &str) -> Result<Ongoing, Vec<Problem>> {
    let exercise = Exercise::read(text, &[region])?.without_notes();
    let exercise = Rc::new(exercise);
    if link.result.is_some() {
        let result = read_result(&exercise, region, link)?;
        let end = exercise.steps.len();
        let attempt = Attempt {
            group: result.group,
            step: end,
            reached: end,
            answers: result.answers,
            moves: result.moves,
        };
        return Ok(Ongoing::new(exercise, attempt, None, true));
    }
    let kept = kept(region, &exercise, link.group.as_deref());
    let (attempt, work) =
        kept.unwrap_or_else(|| (Attempt::new(&exercise, link.group.as_deref()), None));
    Ok(Ongoing::new(exercise, attempt, work, false))
}

/// The place of an attempt in the storage.
fn key(exercise: &Exercise, group: Option<&str>) -> String {
    let (id, fingerprint) = (&exercise.id, exercise.fingerprint());
    format!("{FOLDER}/{id}.{fingerprint}.{}", group.unwrap_or_default())
}

/// The attempt that was begun here before, with the scenario that was being worked on.
fn kept(
    region: &Region,
    exercise: &Exercise,
    group: Option<&str>,
) -> Option<(Attempt, Option<crate::scenario::Scenario>)> {
    let text = storage::read(&key(exercise, group)).ok()??;
    let kept = KeptAttempt::read(exercise, region, &text).ok()?;
    Some((kept.attempt, Some(kept.work)))
}

/// Keeps an attempt under the group that its link named.
///
/// # Errors
/// When storage is blocked or full.
pub fn keep(ongoing: &Ongoing, group: Option<&str>) -> Result<(), StorageFault> {
    let key = key(&ongoing.exercise, group);
    let names = storage::names(FOLDER)?;
    let others = names
        .iter()
        .filter(|name| key != format!("{FOLDER}/{name}"));
    for name in others.skip(MOST_KEPT - 1) {
        storage::remove(&format!("{FOLDER}/{name}"))?;
    }
    storage::write(&key, &kept_text(ongoing))
}

/// An attempt as it is kept.
pub fn kept_text(ongoing: &Ongoing) -> String {
    let work = ongoing.work().cloned();
    let kept = KeptAttempt {
        attempt: ongoing.attempt.clone(),
        work: work.unwrap_or_else(|| ongoing.final_scenario()),
    };
    kept.write(&ongoing.exercise)
}

/// The link to the result of an attempt, without the `#`.
pub fn result_link(ongoing: &Ongoing) -> String {
    let exercise = &ongoing.exercise;
    let result = ongoing.attempt.result(exercise, &ongoing.final_scenario());
    write_result(exercise, &result)
}

/// Goes to a shipped exercise.
pub fn go_to(id: &str) {
    storage::forget_in_tab(FILE);
    address::leave_for(&write_shipped(id, None, None));
}

/// Goes to the exercise of a file, which was read whole.
pub fn go_to_own(exercise: &Exercise) {
    let link = write_own(exercise, None, None);
    if link.len() <= MOST_IN_ADDRESS {
        address::leave_for(&link);
        return;
    }
    storage::remember_in_tab(FILE, &exercise.without_notes().write_short());
    address::leave_for(&write_shipped(&exercise.id, None, None));
}
