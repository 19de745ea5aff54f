//! Exercises as the page opens them: those that it was built with, those that a link or a file brings, and the
//! attempts that the browser keeps. An exercise is another start of the page, so that nothing of the user's own work
//! is near it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::boot::{self, WHOLE};
use super::locales::Extent;
use super::{address, page_file, regions, storage};
use crate::app::clock::{self, next_task};
use crate::app::state::{Ongoing, State, StorageFault};
use crate::app::words::Words;
use crate::exercise::Exercise;
use crate::exercise::attempt::Attempt;
use crate::exercise::kept::{KeptAttempt, dated, oldest, undated};
use crate::exercise::link::{
    ExerciseLink, read_link, read_result, write_own, write_result, write_shipped,
};
use crate::exercise::shipped::ShippedExercises;
use crate::language::Language;
use crate::link::exercise::exercise_link;
use crate::problem::{ExerciseFault, Fault, Problem, quote};
use crate::region::Region;

/// The folder of attempts in the storage.
const ATTEMPTS: &str = "attempt";
/// The most attempts that are kept.
const MOST_ATTEMPTS: usize = 40;
/// The folder of own exercises in the storage, which results name but do not carry.
const OWN: &str = "exercise";
/// The most own exercises that are kept.
const MOST_OWN: usize = 20;
/// The place of an exercise's file in this tab's memory, where it is too long for a link.
const FILE: &str = "exercise";
/// The longest exercise that travels in the address bar, in characters.
const MOST_IN_ADDRESS: usize = 8_000;

/// The page that opens for a link to an exercise.
pub enum OpenedExercise {
    /// The exercise.
    Exercise(Box<State>),
    /// Nothing: the reasons why it can't be opened, and the exercise whose file would help.
    Refused(Words, Vec<Problem>, Option<WantedExercise>),
}

/// An exercise whose file is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedExercise {
    id: String,
    /// The edition's fingerprint, where a result names it.
    fingerprint: Option<String>,
}

impl WantedExercise {
    fn of(link: &ExerciseLink) -> Self {
        Self {
            id: link.id.clone(),
            fingerprint: link.result.as_ref().map(|it| it.fingerprint.clone()),
        }
    }

    /// True for that exercise, and that edition where one is wanted.
    pub fn is(&self, exercise: &Exercise) -> bool {
        let own = exercise.fingerprint();
        exercise.id == self.id && self.fingerprint.as_ref().is_none_or(|it| *it == own)
    }
}

/// The exercises that the page was built with, with the trainers' notes where they are wanted.
///
/// # Errors
/// What went wrong, in the browser's words.
pub async fn shipped(with_notes: bool) -> Result<ShippedExercises, String> {
    let Some((all, notes)) = announced() else {
        return Ok(ShippedExercises::default());
    };
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
    let wanted = link.as_ref().ok().map(WantedExercise::of);
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
        Err(problems) => {
            let wanted = wanted.filter(|_| problems.iter().any(is_for_want_of_file));
            OpenedExercise::Refused(start.words, problems, wanted)
        }
    })
}

/// True for a problem that the right exercise's file ends.
fn is_for_want_of_file(problem: &Problem) -> bool {
    use ExerciseFault::{FileNeeded, OtherExercise, Unknown};
    matches!(
        problem.fault,
        Fault::Exercise(FileNeeded(..) | OtherExercise | Unknown(_))
    )
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
    let fingerprint = link.result.as_ref().map(|it| &*it.fingerprint);
    let of_result = fingerprint.and_then(|it| own(&link.id, it));
    let is_it = |text: &String| id_of(text).as_deref() == Some(&*link.id);
    let here = of_result.or_else(|| storage::recall_in_tab(FILE).filter(is_it));
    if let Some(text) = here {
        return Ok(text);
    }
    let shipped = shipped(false).await.ok();
    let shipped = shipped.and_then(|shipped| shipped.text(&link.id));
    if let Some(text) = shipped.or_else(|| newest_own_exercise(&link.id)) {
        return Ok(text);
    }
    let id = quote(&link.id);
    let fault = match fingerprint {
        None => ExerciseFault::Unknown(id),
        Some(fingerprint) => ExerciseFault::FileNeeded(id, fingerprint.to_owned()),
    };
    Err(vec![Problem::new("x", fault.into())])
}

/// The identifier that a file of an exercise has.
fn id_of(text: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    value.get("id")?.as_str().map(str::to_owned)
}

/// The place of an own exercise in the storage.
fn own_key(id: &str, fingerprint: &str) -> String {
    format!("{OWN}/{id}.{fingerprint}")
}

/// The text of an own exercise that was opened here.
pub fn own(id: &str, fingerprint: &str) -> Option<String> {
    own_exercise(&own_key(id, fingerprint))
}

fn own_exercise(key: &str) -> Option<String> {
    let text = storage::read(key).ok()??;
    Some(undated(&text).1.to_owned())
}

/// The edition of an own exercise that was opened here last.
fn newest_own_exercise(id: &str) -> Option<String> {
    let names = storage::names(OWN).ok()?;
    let of_id = names
        .iter()
        .filter(|name| name.rsplit_once('.').map(|it| it.0) == Some(id));
    let texts = of_id.filter_map(|name| storage::read(&format!("{OWN}/{name}")).ok()?);
    let texts: Vec<String> = texts.collect();
    let newest = texts
        .iter()
        .map(|text| undated(text))
        .max_by_key(|(moment, _)| *moment);
    newest.map(|(_, file)| file.to_owned())
}

/// Keeps an own exercise as participants see it, so that results of it open here. Without storage they ask for its file.
pub fn keep_own(exercise: &Exercise) {
    let text = exercise.without_notes().write_short();
    let key = own_key(&exercise.id, &exercise.fingerprint());
    // Only the way back to it is lost.
    let _may_fail = keep_newest(OWN, MOST_OWN, &key, &text);
}

/// Writes a text into a folder, and drops the oldest of too many there.
fn keep_newest(folder: &str, most: usize, key: &str, text: &str) -> Result<(), StorageFault> {
    let others = storage::names(folder)?.into_iter();
    let others = others.map(|name| format!("{folder}/{name}"));
    let others: Vec<String> = others.filter(|name| name != key).collect();
    if others.len() >= most {
        let dated = others.into_iter().map(|name| {
            let text = storage::read(&name).ok().flatten();
            let moment = text.map_or(0, |text| undated(&text).0);
            (name, moment)
        });
        for name in oldest(dated.collect(), most) {
            storage::remove(&name)?;
        }
    }
    storage::write(key, &dated(text, clock::moment()))
}

/// The exercise of a file, of one of the page's regions or the reader's own.
///
/// # Errors
/// What is wrong with it.
pub async fn read_file(text: &str) -> Result<Exercise, Vec<Problem>> {
    let region = region_of(text).await;
    let regions: Vec<&Region> = region.iter().collect();
    Exercise::read(text, &regions)
}

/// The region of an exercise: one of the page's, or the reader's own.
pub async fn region_of(text: &str) -> Option<Region> {
    let id = Exercise::region_of(text)?;
    regions::files(&id).await.ok()?.region().ok()
}

fn open(region: &Region, link: &ExerciseLink, text: &str) -> Result<Ongoing, Vec<Problem>> {
    let exercise = Exercise::read(text, &[region])?.without_notes();
    if link.file.is_some() {
        keep_own(&exercise);
    }
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
        return Ok(Ongoing::new(exercise, attempt, BTreeMap::new(), true));
    }
    let kept = storage::read(&key(&exercise, link.group.as_deref())).ok();
    let kept = kept.flatten();
    let kept = kept.and_then(|text| {
        let (_, text) = undated(&text);
        KeptAttempt::read(&exercise, region, text).ok()
    });
    let kept = kept.unwrap_or_else(|| KeptAttempt {
        attempt: Attempt::new(&exercise, link.group.as_deref()),
        work: BTreeMap::new(),
    });
    Ok(Ongoing::new(exercise, kept.attempt, kept.work, false))
}

/// The place of an attempt in the storage.
fn key(exercise: &Exercise, group: Option<&str>) -> String {
    let (id, fingerprint) = (&exercise.id, exercise.fingerprint());
    format!(
        "{ATTEMPTS}/{id}.{fingerprint}.{}",
        group.unwrap_or_default()
    )
}

/// Keeps an attempt under the group that its link named.
///
/// # Errors
/// When storage is blocked or full.
pub fn keep(ongoing: &Ongoing, group: Option<&str>) -> Result<(), StorageFault> {
    let key = key(&ongoing.exercise, group);
    keep_newest(ATTEMPTS, MOST_ATTEMPTS, &key, &kept_text(ongoing))
}

/// An attempt as it is kept.
pub fn kept_text(ongoing: &Ongoing) -> String {
    let kept = KeptAttempt {
        attempt: ongoing.attempt.clone(),
        work: ongoing.work().clone(),
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
    remember(exercise);
    address::leave_for(&write_shipped(&exercise.id, None, None));
}

/// Has an exercise at hand for its link: in this tab at least, and where there is storage in others, too.
pub fn remember(exercise: &Exercise) {
    storage::remember_in_tab(FILE, &exercise.without_notes().write_short());
    keep_own(exercise);
}

/// Goes to the exercise of a file, or to a result that somebody saved as a text.
///
/// # Errors
/// What is wrong with it.
pub async fn go_to_file(text: &str) -> Result<(), Vec<Problem>> {
    if let Some(link) = exercise_link(text) {
        address::leave_for(&link);
        return Ok(());
    }
    go_to_own(&read_file(text).await?);
    Ok(())
}
