//! A slider with its scale: the whole way, the plausible part of it, the way from the plan's
//! value to the present one, and a mark at the plan's value.
//!
//! The scale is drawn with attributes of its own, because the page's security policy allows no
//! styles in elements.

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::track::Track;
use crate::app::view::keys::use_keys;

/// What the slider shows.
#[derive(Properties, PartialEq)]
pub struct SliderProps {
    /// The identifier in the page.
    pub id: AttrValue,
    /// The dotted name of what it moves.
    pub name: AttrValue,
    /// Its way.
    pub track: Track,
    /// The value that holds.
    pub value: Decimal,
    /// The plan's value.
    pub plan: Decimal,
    /// The range that an expert would find plausible.
    pub plausible: Option<(Decimal, Decimal)>,
    /// The identifier of what names it.
    pub labelled_by: AttrValue,
    /// The identifiers of what describes it.
    pub described_by: AttrValue,
    /// The value with its unit.
    pub value_text: AttrValue,
    /// Whether it can't be moved.
    #[prop_or_default]
    pub disabled: bool,
    /// The value that holds at the moment, which may be newer than the one shown; none if the row is
    /// gone.
    pub held: Callback<(), Option<Decimal>>,
    /// Gets each value on the way.
    pub on_value: Callback<Decimal>,
    /// Hears that a row of moves ended.
    pub on_seal: Callback<()>,
}

/// A slider with a mark at the plan's value.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let track = props.track;
    let by_key = use_mut_ref(|| false);
    let oninput = {
        let (on_value, plan) = (props.on_value.clone(), props.plan);
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Ok(position) = input.value().parse() {
                on_value.emit(track.value(position, plan));
            }
        })
    };
    let note = |key: bool| {
        let by_key = by_key.clone();
        move || *by_key.borrow_mut() = key
    };
    let node = use_node_ref();
    use_keys(&node, {
        let note = note(true);
        Callback::from(move |_: KeyboardEvent| note())
    });
    let onpointerdown = {
        let note = note(false);
        Callback::from(move |_: PointerEvent| note())
    };
    let position = track.position(props.value).to_string();
    // The browser tells each key press as a finished change, but a row of them is one step. A
    // thumb whose last moves were refused goes back to the value that holds.
    let onchange = {
        let (on_seal, held) = (props.on_seal.clone(), props.held.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(held) = held.emit(()) {
                let position = track.position(held).to_string();
                // Even the same position once more would have the browser lay the slider out at once.
                if input.value() != position {
                    input.set_value(&position);
                }
            }
            if !*by_key.borrow() {
                on_seal.emit(());
            }
        })
    };
    let onblur = {
        let on_seal = props.on_seal.clone();
        Callback::from(move |_: FocusEvent| on_seal.emit(()))
    };
    html! {
        <div class="slider">
            { scale(props) }
            <input ref={node} type="range" id={props.id.clone()} data-key={props.name.clone()}
                min={track.first().to_string()} max={track.last().to_string()} step="1"
                value={position} disabled={props.disabled}
                aria-labelledby={props.labelled_by.clone()}
                aria-describedby={props.described_by.clone()}
                aria-valuetext={props.value_text.clone()}
                {oninput} {onpointerdown} {onchange} {onblur} />
        </div>
    }
}

fn scale(props: &SliderProps) -> Html {
    let bar = |class: &'static str, from: i64, to: i64| {
        let (x, width) = (percent(from.min(to)), percent((to - from).abs()));
        html! { <rect {class} {x} {width} y="10" height="4" rx="2" /> }
    };
    let at = |value: Decimal| props.track.distance(value);
    let plan = percent(at(props.plan));
    html! {
        <svg class="scale" aria-hidden="true" focusable="false">
            { bar("scale-way", 0, 10_000) }
            if let Some((least, most)) = props.plausible {
                { bar("scale-plausible", at(least), at(most)) }
            }
            { bar("scale-moved", at(props.plan), at(props.value)) }
            <line class="scale-plan" x1={plan.clone()} x2={plan} y1="1" y2="23" />
        </svg>
    }
}

/// Hundredths of a per cent as a coordinate.
fn percent(hundredths: i64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
