//! The levers of an exercise: those that are open as they always are, the others as they stand, locked.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::props::StateProps;
use crate::app::state::{Action, Ongoing, Refused, State};
use crate::app::view::context::use_page;
use crate::app::view::inputs::Funds;
use crate::app::view::inputs::field::Field;
use crate::app::view::inputs::flag::FlagRow;
use crate::app::view::inputs::row::{Row, RowData};
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::i18n::number::scale;
use crate::problem::Fault;
use crate::region::key::{Key, Unit};

/// The levers.
#[component]
pub fn ExerciseLevers(props: &StateProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let Some(ongoing) = &state.exercise else {
        return html! {};
    };
    let is_cell = |key: &Key| matches!(key, Key::Fixed(fixed) if fixed.cell_of_funds().is_some());
    let mut open: Vec<Key> = ongoing.exercise.open.iter().copied().collect();
    open.sort_by_key(|key| key.place_in_order());
    let (of_matrix, others): (Vec<Key>, Vec<Key>) = open.iter().copied().partition(is_cell);
    let may_move = open.iter().any(|key| state.may_move(*key));
    let region = Shared(state.region.clone());
    let refused = match &state.refused {
        Some(Refused::Closed(key)) => {
            Some(words.format("exercise-closed", &[("name", &words.key_name(*key))]))
        }
        _ => None,
    };
    let row = |key: Key| match (RowData::of(state, key), key) {
        (Some(data), Key::Fixed(_)) if key.unit() == Unit::Flag => {
            html! { <FlagRow key={key.to_string()} {data} region={region.clone()} /> }
        }
        (Some(data), _) if state.region.parameters.contains_key(&key) => {
            html! { <Row key={key.to_string()} {data} region={region.clone()} /> }
        }
        _ => html! { <YearRow key={key.to_string()} state={state.clone()} of={key} /> },
    };
    let all = state.region.parameters.keys().copied();
    let mut closed: Vec<Key> = all
        .filter(|key| key.is_lever() && !ongoing.exercise.open.contains(key))
        .collect();
    closed.sort_by_key(|key| key.place_in_order());
    html! {
        <section class="card exercise-levers" aria-labelledby="exercise-levers">
            <h2 id="exercise-levers">{ words.text("exercise-levers") }</h2>
            if let Some(refused) = refused {
                <p class="remark refused" role="alert" data-testid="exercise-closed">{ refused }</p>
            }
            if open.is_empty() {
                <p class="soft">{ words.text("exercise-none-open") }</p>
            } else if may_move {
                // As the panel of levers has it, by whose style buttons without a use are not to be seen.
                <div class="inputs">
                if !of_matrix.is_empty() {
                    <div class="group"><Funds state={Shared(state.clone())} /></div>
                }
                <div class="group">{ for others.into_iter().map(row) }</div>
                </div>
            } else {
                <p class="soft" data-testid="exercise-answer-first">{ words.text(why_not(ongoing)) }</p>
                <details class="folded">
                    <summary><h3>{ words.format("exercise-open-now", &[("count", &open.len().to_string())]) }</h3></summary>
                    { locked(words, state, &open) }
                </details>
            }
            <details class="folded" data-testid="exercise-locked">
                <summary><h3>{ words.format("exercise-locked", &[("count", &closed.len().to_string())]) }</h3></summary>
                <p class="soft">{ words.text("exercise-locked-why") }</p>
                { locked(words, state, &closed) }
            </details>
        </section>
    }
}

/// The reason why nothing can be moved now.
fn why_not(ongoing: &Ongoing) -> &'static str {
    match ongoing.step() {
        None => "exercise-over-locked",
        Some(_) if ongoing.is_committed() => "exercise-not-this-step",
        Some(_) => "exercise-answer-first",
    }
}

/// Values that can't be moved now.
fn locked(words: &Words, state: &State, keys: &[Key]) -> Html {
    let line = |key: &Key| {
        let value = state.scenario().value(&state.region, *key)?;
        Some(html! {
            <div>
                <dt>{ words.key_name(*key) }</dt>
                <dd class="number">{ words.value(*key, value) }</dd>
            </div>
        })
    };
    html! { <dl class="exercise-values">{ for keys.iter().filter_map(line) }</dl> }
}

/// Properties of a lever of one year.
#[derive(Properties)]
struct YearRowProps {
    state: std::rc::Rc<State>,
    of: Key,
}

impl PartialEq for YearRowProps {
    fn eq(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(&self.state, &other.state) && self.of == other.of
    }
}

/// A lever of a single year, which has no slider.
#[component]
fn YearRow(props: &YearRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (state, key) = (&props.state, props.of);
    let on_value = use_callback(
        (key, page.act.clone()),
        |read: Result<Decimal, Fault>, (key, act)| {
            act.emit(Action::Seal);
            match read {
                Ok(value) => act.emit(Action::Set(*key, value)),
                Err(fault) => act.emit(Action::Refuse(*key, fault)),
            }
            act.emit(Action::Seal);
        },
    );
    let fault = match &state.refused {
        Some(Refused::Value(refused, fault)) if *refused == key => Some(fault.clone()),
        _ => None,
    };
    let id = format!("field-{}", key.to_string().replace('.', "-"));
    html! {
        <div class="lever">
            <div class="lever-head">
                <label class="lever-name" for={id.clone()}>{ words.key_name(key) }</label>
                <div>
                    <Field {id} name={key.to_string()} unit={key.unit()}
                        value={state.scenario().value(&state.region, key).unwrap_or_default()}
                        refused={fault.is_some()} {on_value} />
                </div>
                <span class="unit">{ words.text(scale(key.unit()).unit) }</span>
            </div>
            if let Some(fault) = fault {
                <p class="remark refused" role="alert">{ words.fault(&fault) }</p>
            }
        </div>
    }
}
