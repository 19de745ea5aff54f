//! The ranges that are drawn from: least, likeliest, most and the form between; each can be changed.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::analysis::chance::spreads;
use crate::app::state::{Action, State};
use crate::app::view::context::{Words, use_page};
use crate::app::view::inputs::field::Field;
use crate::problem::Fault;
use crate::scenario::doubt::Doubts;
use crate::scenario::doubt::{Shape, Spread};

/// What is shown.
#[derive(Properties)]
pub struct RangesProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for RangesProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The ranges, folded away until they are asked for.
#[component]
pub fn Ranges(props: &RangesProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let is_open = use_state_eq(|| false);
    // The last change that was refused, with the words of it.
    let refused = use_state_eq(|| None::<(Spread, AttrValue)>);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let own = state.extras.doubts.spreads.len();
    let reset = {
        let (act, settings, refused) = (
            page.act.clone(),
            state.extras.doubts.clone(),
            refused.clone(),
        );
        Callback::from(move |_: MouseEvent| {
            refused.set(None);
            act.emit(Action::SetDoubts(Doubts {
                spreads: Vec::new(),
                ..settings.clone()
            }));
        })
    };
    let change = {
        let (act, state, refused) = (page.act.clone(), state.clone(), refused.clone());
        let words = words.clone();
        Callback::from(move |spread: Spread| {
            let likeliest = state.scenario().value(&state.region, spread.key);
            if let Err(problem) = spread.check(likeliest.unwrap_or_default()) {
                refused.set(Some((spread, words.problem(&problem).into())));
                return;
            }
            refused.set(None);
            let mut settings = state.extras.doubts.clone();
            settings.put(spread);
            act.emit(Action::SetDoubts(settings));
        })
    };
    let rows = || {
        let mut all = spreads(
            &state.region,
            state.scenario(),
            &state.extras.doubts.spreads,
        );
        all.sort_by_key(|spread| spread.key.place_in_order());
        all.into_iter().map(|spread| {
            let fault = refused
                .as_ref()
                .filter(|(refused, _)| refused.key == spread.key);
            let fault = fault.map(|(_, words)| words.clone());
            let is_own = state
                .extras
                .doubts
                .spreads
                .iter()
                .any(|own| own.key == spread.key);
            let likeliest = state.scenario().value(&state.region, spread.key);
            row(
                words,
                spread,
                likeliest.unwrap_or_default(),
                is_own,
                fault,
                &change,
            )
        })
    };
    let columns = [
        "plan-range-what",
        "plan-range-least",
        "plan-range-likeliest",
        "plan-range-most",
        "plan-range-shape",
    ];
    html! {
        <section class="card planning-card" data-testid="chance-ranges">
            <div class="planning-result-head">
                <button type="button" class="button" data-testid="chance-ranges-open"
                    aria-expanded={is_open.to_string()} onclick={toggle}>
                    { words.text("plan-chance-ranges") }
                </button>
                if own > 0 {
                    <button type="button" class="button" data-testid="chance-ranges-reset" onclick={reset}>
                        { words.format("plan-chance-ranges-reset", &[("count", &own.to_string())]) }
                    </button>
                }
            </div>
            if *is_open {
                <p class="soft">{ words.text("plan-chance-ranges-lead") }</p>
                <div class="scroller" role="region" tabindex="0" aria-label={words.text("plan-chance-ranges")}>
                    <table class="planning-table ranges-table">
                        <thead><tr>{ for columns.map(|id| html! { <th scope="col">{ words.text(id) }</th> }) }</tr></thead>
                        <tbody>{ for rows() }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn row(
    words: &Words,
    spread: Spread,
    likeliest: Decimal,
    is_own: bool,
    fault: Option<AttrValue>,
    change: &Callback<Spread>,
) -> Html {
    let unit = spread.key.unit();
    let name = words.key_name(spread.key);
    let field = |part: &str, label: &str, value: Decimal, set: fn(&mut Spread, Decimal)| {
        let change = change.clone();
        let on_value = Callback::from(move |typed: Result<Decimal, Fault>| {
            if let Ok(value) = typed {
                let mut next = spread;
                set(&mut next, value);
                change.emit(next);
            }
        });
        let label = words.format(
            "plan-range-label",
            &[("name", &name), ("part", &words.text(label))],
        );
        html! {
            <Field id={format!("range-{part}-{}", spread.key)} name={format!("range.{part}.{}", spread.key)}
                {unit} {value} refused={fault.is_some()} label={Some(AttrValue::from(label))} {on_value} />
        }
    };
    let on_shape = {
        let change = change.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let shape = Shape::ALL
                .into_iter()
                .find(|shape| shape.name() == select.value());
            if let Some(shape) = shape {
                change.emit(Spread { shape, ..spread });
            }
        })
    };
    let label = words.format(
        "plan-range-label",
        &[("name", &name), ("part", &words.text("plan-range-shape"))],
    );
    html! {
        <tr key={spread.key.to_string()} class={is_own.then_some("own")}>
            <th scope="row">
                { &name }
                if is_own { <span class="badge">{ words.text("plan-range-own") }</span> }
                if let Some(fault) = &fault { <p class="fault" role="alert">{ fault }</p> }
            </th>
            <td>{ field("least", "plan-range-least", spread.least, |spread, value| spread.least = value) }</td>
            <td class="number">{ words.value(spread.key, likeliest) }</td>
            <td>{ field("most", "plan-range-most", spread.most, |spread, value| spread.most = value) }</td>
            <td>
                <select aria-label={label} data-testid={format!("range-shape-{}", spread.key)} onchange={on_shape}>
                    { for Shape::ALL.map(|shape| html! {
                        <option value={shape.name()} selected={shape == spread.shape}>
                            { words.text(&format!("plan-shape-{}", shape.name())) }
                        </option>
                    }) }
                </select>
            </td>
        </tr>
    }
}
