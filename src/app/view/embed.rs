//! The page inside another page: a slim bar in the place of the head, and the messages to and from the page around.

use std::rc::Rc;

use yew::prelude::*;

use super::context::use_page;
use super::store::{Store, StoreMessage};
use super::undo::UndoButtons;
use crate::app::effects::corrections::BesideCorrections;
use crate::app::effects::embed::{self, HeightWatch};
use crate::app::effects::{address, boot, exercises};
use crate::app::embedding::{self, Incoming};
use crate::app::state::{Action, ExerciseAction, State};
use crate::app::words::Words;
use crate::exercise::kept::KeptAttempt;
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;

/// Sends what is on the screen to the page around, and does what it asks for.
#[hook]
pub fn use_embedding(store: &Rc<Store>, state: &Rc<State>, words: &Words) {
    let latest = use_mut_ref(|| words.clone());
    *latest.borrow_mut() = words.clone();
    use_presence(&state.region);
    {
        let store = store.clone();
        use_effect_with((), move |()| {
            let begun = embed::is_told().then(|| address::fragment(&store.newest()));
            let listener = begun.and_then(|begun| {
                embed::listen(move |message| {
                    let said = message.map_err(|problem| vec![problem]);
                    let problems = said.and_then(|message| take(&store, message, &begun));
                    let problems = problems.unwrap_or_else(|problems| problems);
                    let lines = problems.iter().map(|it| latest.borrow().problem(it));
                    tell(&store.newest(), &lines.collect::<Vec<_>>());
                })
            });
            move || drop(listener)
        });
    }
    // A page on its own has no listener, and no work with one.
    let shown = embed::is_told().then(|| (state.scenario().clone(), state.extras.clone()));
    let state = state.clone();
    use_effect_with(shown, move |shown| {
        if shown.is_some() {
            tell(&state, &[]);
        }
    });
}

/// Sends the attempt at an exercise to the page around, which may keep it and give it back, and once it is done the result.
/// Incomes on the way are sent nowhere: the exercise may hide them.
#[hook]
pub fn use_embedding_of_exercise(store: &Rc<Store>, state: &Rc<State>, words: &Words) {
    let latest = use_mut_ref(|| words.clone());
    *latest.borrow_mut() = words.clone();
    use_presence(&state.region);
    {
        let store = store.clone();
        use_effect_with((), move |()| {
            let listener = embed::is_told().then(|| {
                embed::listen(move |message| {
                    let words = latest.borrow();
                    let said = message.map_err(|problem| vec![words.problem(&problem)]);
                    let taken = said.and_then(|message| take_in_exercise(&store, message, &words));
                    if let Err(refused) = taken {
                        embed::say(&embedding::attempt(None, &refused));
                    }
                })
            });
            move || drop(listener)
        });
    }
    let ongoing = state.exercise.clone().filter(|_| embed::is_told());
    let attempt = ongoing
        .as_ref()
        .map(|it| (it.attempt.clone(), it.work().clone()));
    let is_begun = use_mut_ref(|| false);
    use_effect_with(attempt, move |_| {
        // At the start there is nothing that is worth keeping.
        if is_begun.replace(true)
            && let Some(ongoing) = ongoing
        {
            let text = exercises::kept_text(&ongoing);
            embed::say(&embedding::attempt(Some(&text), &[]));
        }
    });
    let done = state.exercise.as_ref();
    let done = done.filter(|ongoing| embed::is_told() && ongoing.step().is_none());
    let result = done.map(|ongoing| exercises::result_link(ongoing));
    use_effect_with(result, move |result| {
        if let Some(link) = result {
            embed::say(&embedding::result(link));
        }
    });
}

/// Sends to the page around that this one is there, and how high it is.
#[hook]
fn use_presence(region: &Rc<Region>) {
    let region = region.clone();
    use_effect_with((), move |()| {
        let height = embed::is_around().then(|| {
            embed::say_openly(&embedding::ready(&region));
            HeightWatch::begin(|height| embed::say_openly(&embedding::height(height)))
        });
        move || drop(height)
    });
}

/// Does what the page around asks for, and returns what of it could not be used.
///
/// # Errors
/// Why nothing of it was used.
fn take(store: &Rc<Store>, message: Incoming, begun: &str) -> Result<Vec<Problem>, Vec<Problem>> {
    let state = store.newest();
    let mut problems = Vec::new();
    match message {
        Incoming::Reset => store.dispatch(StoreMessage::OpenLink(begun.to_owned())),
        Incoming::Attempt(text) => {
            let fault = Fault::NotUnderstood(quote(&text));
            return Err(vec![Problem::new("attempt", fault)]);
        }
        Incoming::Link(link) => {
            // One that leads to another region or to an exercise is another start of the page.
            if store.leads_elsewhere(&link).is_none() {
                let (opened, _) = boot::read_link(&state.region, &link)?;
                problems = opened.problems;
            }
            store.dispatch(StoreMessage::OpenLink(link));
        }
        Incoming::Values(values) => {
            let next = embedding::with_values(&state.region, state.scenario(), &values)?;
            store.dispatch(StoreMessage::Act(Action::Navigate(next)));
        }
    }
    Ok(problems)
}

/// Does what the page around asks for in an exercise.
fn take_in_exercise(
    store: &Rc<Store>,
    message: Incoming,
    words: &Words,
) -> Result<(), Vec<String>> {
    let state = store.newest();
    let action = match (message, &state.exercise) {
        (Incoming::Reset, _) => ExerciseAction::Restart,
        (Incoming::Attempt(text), Some(ongoing)) => {
            let kept = KeptAttempt::read(&ongoing.exercise, &state.region, &text);
            let kept = kept.map_err(|problems| {
                let lines = problems.iter().map(|problem| words.problem(problem));
                lines.collect::<Vec<_>>()
            })?;
            ExerciseAction::Resume(Box::new(kept))
        }
        _ => return Err(vec![words.text("exercise-not-here").to_string()]),
    };
    store.dispatch(StoreMessage::Act(Action::Exercise(action)));
    Ok(())
}

fn tell(state: &State, refused: &[String]) {
    embed::say(&embedding::state(state, &address::fragment(state), refused));
}

/// Properties of the bar.
#[derive(Properties, PartialEq)]
pub struct EmbedBarProps {
    /// The region's name.
    pub region: AttrValue,
    /// The link to the whole calculator with this scenario.
    pub address: String,
    /// True where a step can be taken back.
    pub can_undo: bool,
    /// True where one that was taken back can be done again.
    pub can_redo: bool,
    /// The corrections beside the region.
    pub corrections: BesideCorrections,
}

/// The bar of an embedded page.
#[component]
pub fn EmbedBar(props: &EmbedBarProps) -> Html {
    let page = use_page();
    let words = &page.words;
    html! {
        <header class="embed-bar">
            <h1>{ words.text("app-name") }<span class="soft">{ &props.region }</span></h1>
            <UndoButtons can_undo={props.can_undo} can_redo={props.can_redo} corrections={props.corrections} />
            <a class="button" data-testid="embed-whole" href={props.address.clone()} target="_blank"
                rel="noopener">{ words.text("embed-whole") }</a>
        </header>
    }
}
