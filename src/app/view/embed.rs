//! The page inside another page: a slim bar in the place of the head, and the messages to and from the page around.

use std::rc::Rc;

use yew::prelude::*;

use super::context::use_page;
use super::store::{Store, StoreMessage};
use crate::app::effects::embed::{self, HeightWatch};
use crate::app::effects::{address, boot, exercises};
use crate::app::embedding::{self, Incoming};
use crate::app::state::{Action, ExerciseAction, State};
use crate::app::words::Words;
use crate::exercise::kept::KeptAttempt;
use crate::problem::{Fault, Problem, quote};

/// Sends what is on the screen to the page around, and does what it asks for.
#[hook]
pub fn use_embedding(store: &Rc<Store>, state: &Rc<State>, words: &Words) {
    let begun = use_state(|| address::fragment(state));
    let refused = use_mut_ref(Vec::<String>::new);
    let words = {
        let latest = use_mut_ref(|| words.clone());
        *latest.borrow_mut() = words.clone();
        latest
    };
    {
        let (store, refused) = (store.clone(), refused.clone());
        use_effect_with((), move |()| {
            let first = store.newest();
            embed::say_openly(&embedding::ready(&first.region));
            let height = HeightWatch::begin(|height| {
                embed::say_openly(&embedding::height(height));
            });
            let listener = embed::listen(move |message| {
                let said = message.map_err(|problem| vec![problem]);
                let problems = said.and_then(|message| take(&store, message, &begun));
                let problems = problems.err().unwrap_or_default();
                let lines = problems.iter().map(|it| words.borrow().problem(it));
                *refused.borrow_mut() = lines.collect();
                tell(&store.newest(), &refused.borrow());
            });
            move || drop((height, listener))
        });
    }
    let what = (state.scenario().clone(), state.extras.clone());
    let state = state.clone();
    use_effect_with(what, move |_| {
        tell(&state, &[]);
    });
}

/// Sends the attempt at an exercise to the page around, which may keep it and give it back, and once it is done the result.
/// Incomes on the way are sent nowhere: the exercise may hide them.
#[hook]
pub fn use_embedding_of_exercise(store: &Rc<Store>, state: &Rc<State>, words: &Words) {
    let latest = use_mut_ref(|| words.clone());
    *latest.borrow_mut() = words.clone();
    let store = store.clone();
    use_effect_with((), move |()| {
        embed::say_openly(&embedding::ready(&store.newest().region));
        let height = HeightWatch::begin(|height| {
            embed::say_openly(&embedding::height(height));
        });
        let listener = embed::listen(move |message| {
            let words = latest.borrow();
            let said = message.map_err(|problem| vec![words.problem(&problem)]);
            if let Err(refused) = said.and_then(|message| take_in_exercise(&store, message, &words))
            {
                embed::say(&embedding::attempt(None, &refused));
            }
        });
        move || drop((height, listener))
    });
    let ongoing = state.exercise.clone();
    let attempt = ongoing
        .as_ref()
        .map(|it| (it.attempt.clone(), it.work().cloned()));
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
    let done = done.filter(|ongoing| ongoing.step().is_none());
    let result = done.map(|ongoing| exercises::result_link(ongoing));
    use_effect_with(result, move |result| {
        if let Some(link) = result {
            embed::say(&embedding::result(link));
        }
    });
}

/// Does what the page around asks for.
fn take(store: &Rc<Store>, message: Incoming, begun: &str) -> Result<(), Vec<Problem>> {
    let state = store.newest();
    match message {
        Incoming::Reset => store.dispatch(StoreMessage::OpenLink(begun.to_owned())),
        Incoming::Attempt(text) => {
            let fault = Fault::NotUnderstood(quote(&text));
            return Err(vec![Problem::new("attempt", fault)]);
        }
        Incoming::Link(link) => {
            boot::read_link(&state.region, &link)?;
            store.dispatch(StoreMessage::OpenLink(link));
        }
        Incoming::Values(values) => {
            let next = embedding::with_values(&state.region, state.scenario(), &values)?;
            store.dispatch(StoreMessage::Act(Action::Navigate(next)));
        }
    }
    Ok(())
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
}

/// The bar of an embedded page.
#[component]
pub fn EmbedBar(props: &EmbedBarProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let send = |action: Action| {
        let act = page.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    html! {
        <header class="embed-bar">
            <h1>{ words.text("app-name") }<span class="soft">{ &props.region }</span></h1>
            <button type="button" class="button" data-testid="undo" disabled={!props.can_undo}
                onclick={send(Action::Undo)} title={words.text("undo-keys")}
                aria-label={words.text("undo")}>{ "↶" }</button>
            <button type="button" class="button" data-testid="redo" disabled={!props.can_redo}
                onclick={send(Action::Redo)} title={words.text("redo-keys")}
                aria-label={words.text("redo")}>{ "↷" }</button>
            <a class="button" data-testid="embed-whole" href={props.address.clone()} target="_blank"
                rel="noopener">{ words.text("embed-whole") }</a>
        </header>
    }
}
