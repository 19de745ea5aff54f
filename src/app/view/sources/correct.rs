//! Corrections of the region's figures: own values that are to be the region's, each with its status and source.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::effects::corrections;
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::modal::Modal;
use crate::app::view::regions::not_added_lines;
use crate::region::Status;
use crate::region::key::Key;
use crate::region::own::correct::Correction;
use crate::region::own::raw::may_be_given;
use crate::region::own::{MOST_TEXT, OwnFigure};

/// Properties of the dialog.
#[derive(Properties)]
pub struct CorrectProps {
    /// The state.
    pub state: Rc<State>,
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
}

impl PartialEq for CorrectProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.on_close == other.on_close
    }
}

/// The choice made for an own value.
#[derive(Clone, Debug, PartialEq)]
struct CorrectionChoice {
    is_taken: bool,
    status: Status,
    words: String,
}

/// The own values that a region could have: its file has no place for levers by year, nor for a coverage of the plan beside
/// that of the base year, which the plan keeps.
fn candidates(state: &State) -> Vec<Key> {
    let scenario = state.scenario();
    let changed = scenario.entries().map(|(key, _)| key);
    let noted = scenario.notes().map(|(key, _)| key);
    let keys: BTreeSet<Key> = changed.chain(noted).collect();
    keys.into_iter().filter(|key| may_be_given(*key)).collect()
}

fn first_choices(state: &State) -> BTreeMap<Key, CorrectionChoice> {
    let choice = |key: Key| {
        let note = state.scenario().note(key);
        let note = note.map(|note| note.text().to_owned());
        CorrectionChoice {
            // A lever's value may be a wish; an assumption's is what the reader takes for true.
            is_taken: !key.is_lever(),
            status: match note {
                Some(_) => Status::Source,
                None => Status::Assumption,
            },
            words: note.unwrap_or_default(),
        }
    };
    let keys = candidates(state).into_iter();
    keys.map(|key| (key, choice(key))).collect()
}

fn correction(state: &State, key: Key, choice: &CorrectionChoice) -> Option<Correction> {
    let value = state.scenario().value(&state.region, key)?;
    let words = Some(choice.words.trim().to_owned()).filter(|words| !words.is_empty());
    let is_source = choice.status == Status::Source;
    Some(Correction {
        key,
        figure: OwnFigure {
            // Without a word on where it comes from, it stands as a figure without a source.
            status: words.as_ref().map(|_| choice.status),
            source: words.clone().filter(|_| is_source),
            basis: words.filter(|_| !is_source),
            ..OwnFigure::bare(value.normalize())
        },
    })
}

/// The dialog that makes own values the region's.
#[component]
pub fn CorrectDialog(props: &CorrectProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let state = &props.state;
    let choices = use_state_eq(|| first_choices(state));
    let said = use_state_eq(Vec::<String>::new);
    let change = {
        let choices = choices.clone();
        move |key: Key, edit: &dyn Fn(&mut CorrectionChoice)| {
            let mut next = (*choices).clone();
            if let Some(choice) = next.get_mut(&key) {
                edit(choice);
            }
            choices.set(next);
        }
    };
    let rows = choices.iter().map(|(key, choice)| {
        let key = *key;
        let name = words.key_name(key);
        let theirs = state.region.parameters.get(&key).map(|figure| figure.value);
        let own = state.scenario().value(&state.region, key);
        let [theirs, own] = [theirs, own].map(|value| words.value_if_known(key, value));
        let on_take = {
            let change = change.clone();
            Callback::from(move |event: Event| {
                let is_taken = event.target_unchecked_into::<HtmlInputElement>().checked();
                change(key, &|choice| choice.is_taken = is_taken);
            })
        };
        let on_status = {
            let change = change.clone();
            Callback::from(move |event: Event| {
                let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
                let found = Status::NAMES.into_iter().find(|(_, name)| *name == chosen);
                if let Some((status, _)) = found {
                    change(key, &|choice| choice.status = status);
                }
            })
        };
        let on_words = {
            let change = change.clone();
            Callback::from(move |event: InputEvent| {
                let text = event.target_unchecked_into::<HtmlInputElement>().value();
                change(key, &|choice| choice.words.clone_from(&text));
            })
        };
        let label = |id: &str| words.format(id, &[("name", &name)]);
        html! {
            <li class="correction" key={key.to_string()} data-testid={format!("correct-{key}")}>
                <label class="correction-name">
                    <input type="checkbox" checked={choice.is_taken} onchange={on_take} />
                    <span>{ &name }{ words.format("correct-change", &[("before", &theirs), ("after", &own)]) }</span>
                </label>
                <select aria-label={label("correct-status")} disabled={!choice.is_taken} onchange={on_status}>
                    { for Status::NAMES.into_iter().map(|(status, name)| html! {
                        <option value={name} selected={status == choice.status}>{ words.status(status) }</option>
                    }) }
                </select>
                <input type="text" aria-label={label("correct-words")} placeholder={words.text("correct-words-hint")}
                    maxlength={MOST_TEXT.to_string()} value={choice.words.clone()} disabled={!choice.is_taken}
                    oninput={on_words} />
            </li>
        }
    });
    let taken: Vec<Correction> = choices
        .iter()
        .filter(|(_, choice)| choice.is_taken)
        .filter_map(|(key, choice)| correction(state, *key, choice))
        .collect();
    let count = taken.len();
    let confirm = {
        let (state, words, said) = (state.clone(), words.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let (state, words, said) = (state.clone(), words.clone(), said.clone());
            let taken = taken.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let language = words.language();
                if let Err(failed) = corrections::correct(&state, &taken, language).await {
                    said.set(not_added_lines(&words, failed));
                }
            });
        })
    };
    html! {
        <Modal title={words.text("correct-title")} on_close={props.on_close.clone()}>
            <p class="soft">{ words.text("correct-about") }</p>
            if choices.is_empty() {
                <p data-testid="correct-none">{ words.text("correct-none") }</p>
            } else {
                <ul class="corrections">{ for rows }</ul>
                <button type="button" class="button primary" data-testid="correct-confirm" disabled={count == 0}
                    onclick={confirm}>
                    { words.format("correct-confirm", &[("count", &count.to_string())]) }
                </button>
            }
            <div role="alert" data-testid="correct-said">
                { for said.iter().map(|line| html! { <p>{ line }</p> }) }
            </div>
        </Modal>
    }
}

/// Properties of the line.
#[derive(Properties, PartialEq)]
pub struct LastCorrectionProps {
    /// The version of the region's data.
    pub version: u32,
    /// The number of figures corrected.
    pub count: usize,
}

/// A line that says that the region was corrected.
#[component]
pub fn LastCorrectionLine(props: &LastCorrectionProps) -> Html {
    let page = use_page();
    let version = props.version.to_string();
    let count = props.count.to_string();
    html! {
        <p data-testid="last-correction">
            { page.words.format("correct-done", &[("count", &count), ("version", &version)]) }
        </p>
    }
}
