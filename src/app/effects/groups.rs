//! The record of a session with groups as the browser keeps it: one, until it is cleared.

use super::storage;
use crate::app::state::StorageFault;
use crate::exercise::Exercise;
use crate::exercise::collation::{ExerciseMark, GroupSession};
use crate::problem::Problem;

/// The key of the record in the storage.
const KEY: &str = "groups";
/// The place of the chosen exercise in this tab's memory.
const CHOSEN: &str = "groups-exercise";

/// The record that is kept; an empty one where there is none.
///
/// # Errors
/// The problems of one that can't be read.
pub fn kept() -> Result<GroupSession, Vec<Problem>> {
    match storage::read(KEY) {
        Ok(Some(text)) => GroupSession::read(&text),
        // A storage that is blocked is reported as soon as something is to be kept.
        Ok(None) | Err(_) => Ok(GroupSession::default()),
    }
}

/// Keeps the record.
///
/// # Errors
/// When storage is blocked or full.
pub fn keep(session: &GroupSession) -> Result<(), StorageFault> {
    storage::write(KEY, &session.write())
}

/// Forgets the record.
pub fn forget() {
    // What can't be taken away was never kept.
    let _may_fail = storage::remove(KEY);
    storage::forget_in_tab(CHOSEN);
}

/// Has the page of groups open with an exercise.
pub fn begin_with(exercise: &Exercise) {
    // A record that can't be read stays as it is; the page says so.
    if let Ok(mut session) = kept()
        && session.add_exercise(exercise)
    {
        let _may_fail = keep(&session);
        choose(&ExerciseMark::of(exercise));
    }
}

/// Remembers the exercise on the screen.
pub fn choose(mark: &ExerciseMark) {
    storage::remember_in_tab(CHOSEN, &mark.to_string());
}

/// The exercise that was on the screen last.
pub fn chosen() -> Option<ExerciseMark> {
    ExerciseMark::parse(&storage::recall_in_tab(CHOSEN)?)
}
