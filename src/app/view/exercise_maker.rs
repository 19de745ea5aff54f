//! An exercise made from the scenario on the screen: what is open and hidden is ticked, steps are written into a form, and it is
//! tried, saved and handed on.

mod outputs;
mod pass_on;
mod step;

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::context::use_page;
use super::exercise_papers::OpenedPaper;
use super::modal::Modal;
use crate::app::effects::storage;
use crate::app::state::State;
use crate::app::words::Words;
use crate::exercise::card::Card;
use crate::exercise::draft::{DraftKind, DraftStep, ExerciseDraft};
use crate::language::Language;
use crate::problem::Problem;
use crate::region::key::Key;
use outputs::{Offered, decimal_text};
use pass_on::PassOn;
use step::StepForm;

/// The place of the draft in this tab's memory.
const DRAFT: &str = "exercise-draft";
/// The messages of the trainer's notes, in their order.
const NOTES: [&str; 4] = [
    "exercise-paper-aim",
    "exercise-paper-plan",
    "exercise-paper-mistakes",
    "exercise-paper-ask",
];

/// Properties of the dialog.
#[derive(Properties)]
pub struct ExerciseMakerProps {
    /// The state.
    pub state: Rc<State>,
    /// The link of the scenario on the screen.
    pub address: AttrValue,
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
    /// Called to put the exercise on paper.
    pub on_paper: Callback<OpenedPaper>,
    /// Opens the page that collects the results of groups.
    pub on_groups: Callback<()>,
}

impl PartialEq for ExerciseMakerProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.address == other.address
    }
}

/// The dialog.
#[component]
pub fn ExerciseMaker(props: &ExerciseMakerProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let region = state.region.clone();
    let offered = use_memo((), |()| Offered::of(words, &region));
    let draft = use_state_eq(|| kept().unwrap_or_else(|| fresh(state)));
    use_effect_with((*draft).clone(), |draft| {
        if let Ok(text) = serde_json::to_string(draft) {
            storage::remember_in_tab(DRAFT, &text);
        }
    });
    let change = {
        let draft = draft.clone();
        Callback::from(move |change: DraftChange| {
            let mut next = (*draft).clone();
            change.apply(&mut next);
            draft.set(next);
        })
    };
    let plain = with_decimals(&draft, &offered);
    let made = plain.exercise(&state.region, state.scenario(), words.language());
    let faults = made.as_ref().err().cloned().unwrap_or_default();
    let at = |place: &str| said(words, &faults, place);
    let steps = draft.steps.iter().enumerate().map(|(index, step)| {
        let faults = said(words, &faults, &format!("steps.{}.", index + 1));
        html! {
            <StepForm key={index} {index} step={step.clone()} count={draft.steps.len()} {faults}
                offered={offered.clone()} change={change.clone()} />
        }
    });
    let again = {
        let (draft, state) = (draft.clone(), state.clone());
        Callback::from(move |_: MouseEvent| draft.set(fresh(&state)))
    };
    let add = {
        let change = change.clone();
        Callback::from(move |_: MouseEvent| change.emit(DraftChange::Add))
    };
    let funds = flag(
        words.text("maker-funds"),
        draft.funds_fixed,
        &change,
        DraftChange::Funds,
    );
    let start = flag(
        words.text("maker-start"),
        draft.from_scenario,
        &change,
        DraftChange::Start,
    );
    html! {
        <Modal title={words.text("maker-title")} on_close={props.on_close.clone()}>
            <div class="exercise-maker">
                <p>{ words.text("maker-lead") }</p>
                <div class="maker-fields">
                    { text_field(words, "maker-name", &draft.title, &at("title"), &change, DraftChange::Title) }
                    { text_field(words, "maker-minutes", &draft.minutes, &at("minutes"), &change, DraftChange::Minutes) }
                </div>
                { start }{ funds }
                { ticks(words, "maker-open", levers(state, &draft, words), &draft.open, &change, DraftChange::Open) }
                { ticks(words, "maker-hide", cards(words), &draft.hide, &change, DraftChange::Hide) }
                <h3>{ words.text("exercise-paper-steps") }</h3>
                <ol class="maker-steps">{ for steps }</ol>
                { problems(&at("steps")) }
                <button type="button" class="button" data-testid="maker-add" onclick={add}>{ words.text("maker-add") }</button>
                <details class="maker-notes">
                    <summary>{ words.text("maker-notes") }</summary>
                    { for NOTES.iter().enumerate().map(|(index, id)| {
                        area(words.text(id), &draft.notes[index], &change, move |text| DraftChange::Note(index, text))
                    }) }
                </details>
                { match made {
                    Ok(exercise) => html! {
                        <PassOn exercise={Rc::new(exercise)} state={state.clone()} address={props.address.clone()}
                            on_paper={props.on_paper.clone()}
                            on_groups={props.on_groups.clone()} />
                    },
                    Err(_) => html! { <p role="status">{ words.text("maker-unfinished") }</p> },
                } }
                <button type="button" class="button plain" data-testid="maker-again" onclick={again}>
                    { words.text("maker-again") }
                </button>
            </div>
        </Modal>
    }
}

/// A change of the draft.
pub enum DraftChange {
    /// Another title.
    Title(String),
    /// Other minutes, as typed.
    Minutes(String),
    /// The start: the scenario, or the plan.
    Start(bool),
    /// The total of funds fixed, or not.
    Funds(bool),
    /// A key opened or closed.
    Open(String, bool),
    /// A card hidden or shown.
    Hide(String, bool),
    /// Another note.
    Note(usize, String),
    /// A step more.
    Add,
    /// A step less.
    Remove(usize),
    /// A step before the one above it.
    Up(usize),
    /// Another content of a step.
    Step(usize, DraftStep),
}

impl DraftChange {
    fn apply(self, draft: &mut ExerciseDraft) {
        let tick = |list: &mut Vec<String>, name: String, on: bool| {
            list.retain(|own| *own != name);
            if on {
                list.push(name);
            }
        };
        match self {
            Self::Title(text) => draft.title = text,
            Self::Minutes(text) => draft.minutes = text,
            Self::Start(on) => draft.from_scenario = on,
            Self::Funds(on) => draft.funds_fixed = on,
            Self::Open(name, on) => tick(&mut draft.open, name, on),
            Self::Hide(name, on) => tick(&mut draft.hide, name, on),
            Self::Note(index, text) => draft.notes[index] = text,
            Self::Add => draft.steps.push(DraftStep {
                kind: DraftKind::Say,
                output: draft
                    .steps
                    .first()
                    .map_or_else(String::new, |step| step.output.clone()),
                ..DraftStep::default()
            }),
            Self::Remove(index) => drop(draft.steps.remove(index)),
            Self::Up(index) => draft.steps.swap(index - 1, index),
            Self::Step(index, step) => draft.steps[index] = step,
        }
    }
}

fn kept() -> Option<ExerciseDraft> {
    serde_json::from_str(&storage::recall_in_tab(DRAFT)?).ok()
}

fn fresh(state: &State) -> ExerciseDraft {
    ExerciseDraft::of_scenario(&state.region, state.scenario())
}

/// The draft with its typed numbers as the decimals that they mean.
fn with_decimals(draft: &ExerciseDraft, offered: &Offered) -> ExerciseDraft {
    let mut plain = draft.clone();
    for step in &mut plain.steps {
        let unit = offered.unit(&step.output);
        step.within = decimal_text(unit, &step.within);
        step.goal = decimal_text(unit, &step.goal);
    }
    plain
}

/// The problems of a place in words; those of all that is in it for a place that ends in a point.
fn said(words: &Words, faults: &[Problem], place: &str) -> Vec<String> {
    let is_language = |rest: &str| rest.strip_prefix('.').and_then(Language::parse).is_some();
    let of = faults.iter().filter(|problem| {
        let rest = problem.place.strip_prefix(place);
        rest.is_some_and(|rest| rest.is_empty() || place.ends_with('.') || is_language(rest))
    });
    of.map(|problem| words.fault(&problem.fault)).collect()
}

/// Problems as a list.
pub fn problems(faults: &[String]) -> Html {
    html! {
        if !faults.is_empty() {
            <ul class="maker-faults">{ for faults.iter().map(|fault| html! { <li>{ fault }</li> }) }</ul>
        }
    }
}

/// A box to tick.
fn flag(
    label: Rc<str>,
    on: bool,
    change: &Callback<DraftChange>,
    make: fn(bool) -> DraftChange,
) -> Html {
    let onchange = {
        let change = change.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            change.emit(make(input.checked()));
        })
    };
    html! { <label class="choice"><input type="checkbox" checked={on} {onchange} />{ label }</label> }
}

fn text_field(
    words: &Words,
    id: &'static str,
    text: &str,
    faults: &[String],
    change: &Callback<DraftChange>,
    make: fn(String) -> DraftChange,
) -> Html {
    let oninput = {
        let change = change.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            change.emit(make(input.value()));
        })
    };
    html! {
        <label>
            { words.text(id) }
            <input type="text" value={text.to_owned()} data-testid={id} {oninput} />
            { problems(faults) }
        </label>
    }
}

/// A field of several lines.
pub fn area(
    label: Rc<str>,
    text: &str,
    change: &Callback<DraftChange>,
    make: impl Fn(String) -> DraftChange + 'static,
) -> Html {
    let oninput = {
        let change = change.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlTextAreaElement = event.target_unchecked_into();
            change.emit(make(input.value()));
        })
    };
    html! { <label>{ label }<textarea rows="2" value={text.to_owned()} {oninput} /></label> }
}

/// A list of names to tick, folded.
fn ticks(
    words: &Words,
    id: &'static str,
    all: Vec<(String, Rc<str>)>,
    ticked: &[String],
    change: &Callback<DraftChange>,
    make: fn(String, bool) -> DraftChange,
) -> Html {
    let count = ticked.len().to_string();
    let tick = |(name, label): (String, Rc<str>)| {
        let on = ticked.contains(&name);
        let testid = format!("{id}-{name}");
        let onchange = {
            let change = change.clone();
            Callback::from(move |event: Event| {
                let input: HtmlInputElement = event.target_unchecked_into();
                change.emit(make(name.clone(), input.checked()));
            })
        };
        html! {
            <label class="choice"><input type="checkbox" checked={on} data-testid={testid} {onchange} />{ label }</label>
        }
    };
    html! {
        <details class="maker-ticks" data-testid={id}>
            <summary>{ words.format(id, &[("count", &count)]) }</summary>
            <div>{ for all.into_iter().map(tick) }</div>
        </details>
    }
}

/// The levers, and the assumptions that the scenario changes.
fn levers(state: &State, draft: &ExerciseDraft, words: &Words) -> Vec<(String, Rc<str>)> {
    let is_of = |key: &Key| {
        key.is_lever()
            || state.scenario().changed(*key).is_some()
            || draft.open.contains(&key.to_string())
    };
    let keys = state.region.parameters.keys().copied().filter(is_of);
    keys.map(|key| (key.to_string(), words.key_name(key)))
        .collect()
}

fn cards(words: &Words) -> Vec<(String, Rc<str>)> {
    let all = Card::NAMES.iter().zip(CARDS);
    all.map(|((_, name), id)| ((*name).to_owned(), words.text(id)))
        .collect()
}

/// The messages of the cards, in their order.
const CARDS: [&str; Card::NAMES.len()] = [
    "maker-card-headline",
    "maker-card-gain",
    "maker-card-gaps",
    "maker-card-targets",
    "maker-card-paths",
    "maker-card-steps",
    "maker-card-shares",
    "maker-card-flows",
    "maker-card-progress",
    "maker-card-marginal",
    "maker-card-channels",
    "maker-card-components",
    "maker-card-coverage",
    "maker-card-risk",
    "maker-card-years",
    "maker-card-changes",
    "maker-card-effects",
    "maker-card-explanations",
    "maker-card-planning",
    "maker-card-report",
    "maker-card-sources",
    "maker-card-looking-back",
];
