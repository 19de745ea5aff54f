//! The projector before an exercise's own page: it shows the attempt's step, and its keys do what the page's buttons do. Nothing
//! is revealed that the attempt has not committed.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::presentation::keys::PresentationKey;
use crate::app::presentation::slide::Slide;
use crate::app::presentation::{Presentation, PresentationAction};
use crate::app::state::{Action, ExerciseAction, State};
use crate::app::view::shared::Shared;
use crate::exercise::attempt::Answer;

/// Follows the attempt of the page, where it is an exercise's.
#[hook]
pub fn use_attempt(state: &Rc<State>, act: &Callback<PresentationAction>) {
    let latest = act.clone();
    let is_first = use_mut_ref(|| true);
    use_effect_with(state.exercise.clone().map(Shared), move |ongoing| {
        if let Some(ongoing) = ongoing.as_ref().filter(|_| !is_first.replace(false)) {
            latest.emit(PresentationAction::Follow(ongoing.0.clone()));
        }
    });
}

/// The exercise's action that a key means on the step of the attempt; a notice where the step has to be done first. None
/// where the key means what it means everywhere.
pub fn meant(
    state: &State,
    presentation: &Presentation,
    key: PresentationKey,
) -> Option<Result<Action, &'static str>> {
    let ongoing = state.exercise.as_ref()?;
    let at = ongoing.attempt.step;
    if presentation.slide != Slide::Step(at) {
        return None;
    }
    let action = match key {
        PresentationKey::Back => ExerciseAction::Back,
        PresentationKey::Next => {
            let lesson = presentation.lesson.as_ref()?;
            let asked = lesson.hides(at);
            match lesson.answers.get(&at).filter(|_| asked) {
                Some(answer) => ExerciseAction::Answer(Answer::Predicted(*answer)),
                None if asked || !ongoing.attempt.is_done(&ongoing.exercise, at) => {
                    return Some(Err("present-answer-first"));
                }
                None => ExerciseAction::Forward,
            }
        }
        _ => return None,
    };
    Some(Ok(Action::Exercise(action)))
}
