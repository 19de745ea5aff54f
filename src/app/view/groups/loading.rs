//! Reads texts and files, and finds the exercises that their results are of: in the record, in a link of the chat, among those
//! that come with the page.

use std::rc::Rc;

use super::record::TakenTexts;
use crate::app::effects::{exercises, groups};
use crate::exercise::collation::scan::scan;
use crate::exercise::collation::{
    ExerciseMark, GroupSession, KnownExercise, SessionEntry, looks_like_session,
};
use crate::exercise::looks_like_exercise;
use crate::problem::Problem;

/// A text with the name of the file that it is from; a pasted one has none.
pub type NamedText = (Option<String>, String);

/// Reads texts. `known` are the exercises that are at hand.
pub async fn read(texts: Vec<NamedText>, known: &[Rc<KnownExercise>]) -> TakenTexts {
    let mut taken = TakenTexts::default();
    let mut carried: Vec<String> = Vec::new();
    for (name, text) in texts {
        if looks_like_session(&text) {
            match GroupSession::read(&text) {
                Ok(session) => taken.take_session(session, &mut carried),
                Err(problems) => taken.refuse(name, problems),
            }
        } else if looks_like_exercise(&text) {
            match known_of(&text).await {
                Ok(exercise) => taken.know(exercise, known),
                Err(problems) => taken.refuse(name, problems),
            }
        } else {
            let scanned = scan(&text);
            carried.extend(scanned.exercises);
            let faults = scanned.faults.into_iter();
            taken
                .news
                .faults
                .extend(faults.map(|fault| (name.clone(), fault)));
            taken.news.further += scanned.further_faults;
            taken.news.is_cut |= scanned.is_cut;
            let results = scanned.results.into_iter();
            taken.entries.extend(results.map(SessionEntry::Handed));
        }
    }
    for text in carried {
        if let Ok(exercise) = known_of(&text).await {
            taken.know(exercise, known);
        }
    }
    let wanted: Vec<ExerciseMark> = taken.unknown(known);
    for mark in wanted {
        if let Some(exercise) = at_hand(&mark).await {
            taken.know(exercise, known);
        }
    }
    taken
}

/// The record that is kept here.
pub async fn kept() -> TakenTexts {
    match groups::kept() {
        Ok(session) => {
            let mut taken = TakenTexts::default();
            let mut carried = Vec::new();
            taken.take_session(session, &mut carried);
            for text in carried {
                if let Ok(exercise) = known_of(&text).await {
                    taken.know(exercise, &[]);
                }
            }
            taken
        }
        Err(problems) => {
            let mut taken = TakenTexts::default();
            taken.refuse(None, problems);
            taken
        }
    }
}

impl TakenTexts {
    fn take_session(&mut self, session: GroupSession, carried: &mut Vec<String>) {
        let texts = session.exercises.iter();
        carried.extend(texts.map(|exercise| exercise.text.clone()));
        self.sessions.push(session);
    }

    fn refuse(&mut self, name: Option<String>, problems: Vec<Problem>) {
        let first = problems.into_iter().next();
        let name = name.unwrap_or_default();
        self.news.files.extend(first.map(|problem| (name, problem)));
    }

    fn know(&mut self, exercise: KnownExercise, before: &[Rc<KnownExercise>]) {
        let mut all = before.iter().chain(&self.known);
        if all.all(|known| known.mark != exercise.mark) {
            self.news.exercises.push(exercise.exercise.title.clone());
            self.known.push(Rc::new(exercise));
        }
    }

    /// The editions of which something came and that are not at hand.
    fn unknown(&self, before: &[Rc<KnownExercise>]) -> Vec<ExerciseMark> {
        let of_sessions = self.sessions.iter().flat_map(|session| &session.entries);
        let entries = self.entries.iter().chain(of_sessions);
        let mut marks: Vec<ExerciseMark> = entries.map(|entry| entry.mark().clone()).collect();
        marks.sort();
        marks.dedup();
        let is_known = |mark: &ExerciseMark| {
            let mut all = before.iter().chain(&self.known);
            all.any(|known| known.mark == *mark)
        };
        marks.retain(|mark| !is_known(mark));
        marks
    }
}

/// The exercise of a file, with its region.
///
/// # Errors
/// The problems of the file.
pub async fn known_of(text: &str) -> Result<KnownExercise, Vec<Problem>> {
    match exercises::region_of(text).await {
        Some(region) => KnownExercise::read(text, &region),
        // Read without a region, it says which one it lacks.
        None => Err(crate::exercise::Exercise::read(text, &[])
            .err()
            .unwrap_or_default()),
    }
}

/// The exercise of an edition, where it comes with the page or was opened here before.
async fn at_hand(mark: &ExerciseMark) -> Option<KnownExercise> {
    if let Some(shipped) = shipped(mark).await {
        return Some(shipped);
    }
    let text = exercises::own(&mark.id, &mark.fingerprint)?;
    let exercise = known_of(&text).await.ok()?;
    (exercise.mark == *mark).then_some(exercise)
}

/// The exercise of an edition, where it is one of those that come with the page.
pub async fn shipped(mark: &ExerciseMark) -> Option<KnownExercise> {
    let all = exercises::shipped(false).await.ok()?;
    let exercise = known_of(&all.text(&mark.id)?).await.ok()?;
    (exercise.mark == *mark).then_some(exercise)
}
