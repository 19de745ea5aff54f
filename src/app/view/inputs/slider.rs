//! A slider with its scale: the whole way, the plausible part of it, the way from the plan's
//! value to the present one, and a mark at the plan's value.
//!
//! The scale is drawn with attributes of its own, because the page's security policy allows no
//! styles in elements.

use std::rc::Rc;

use gloo::events::EventListener;
use rust_decimal::Decimal;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::track::Track;
use crate::app::view::keys::use_keys;

/// Properties of the slider.
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
    /// True where it can't be moved.
    #[prop_or_default]
    pub disabled: bool,
    /// The value that holds at the moment, which may be newer than the one shown; none if the row is
    /// gone.
    pub held: Callback<(), Option<Decimal>>,
    /// Gets each value on the way.
    pub on_value: Callback<Decimal>,
    /// Called when a row of moves has ended.
    pub on_seal: Callback<()>,
}

/// The most that a finger may stray in a tap, and the least that it must go along the slider to drag it, in
/// pixels.
const STRAY: i32 = 8;

/// A finger on the slider. Browsers move the thumb under it at once, before it is clear whether it taps, drags
/// or scrolls the page; so nothing is taken from it until it is.
struct Finger {
    x: i32,
    y: i32,
    /// The slider's position before the finger came.
    before: String,
    /// The position that the browser has given it since.
    wanted: Option<String>,
    /// True once it is known to drag.
    is_sure: bool,
    _moves: EventListener,
}

impl Finger {
    /// A finger or a pen; a mouse scrolls nothing. The slider itself listens for its moves, and no longer than it
    /// is there, so that no other pointer waits for that.
    fn of(event: &PointerEvent, moved: impl Fn(&PointerEvent) + 'static) -> Option<Self> {
        if event.pointer_type() == "mouse" {
            return None;
        }
        let input: HtmlInputElement = event.target_unchecked_into();
        let moves = EventListener::new(&input, "pointermove", move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                moved(event);
            }
        });
        Some(Self {
            x: event.client_x(),
            y: event.client_y(),
            before: input.value(),
            wanted: None,
            is_sure: false,
            _moves: moves,
        })
    }

    /// The position that it wants, once it has gone along the slider rather than across.
    fn drag(&mut self, event: &PointerEvent) -> Option<String> {
        let along = (event.client_x() - self.x).abs();
        if self.is_sure || along <= STRAY || along <= (event.client_y() - self.y).abs() {
            return None;
        }
        self.is_sure = true;
        self.wanted.take()
    }

    /// True while it is still where it came down.
    fn is_still(&self, event: &PointerEvent) -> bool {
        (event.client_x() - self.x).abs() <= STRAY && (event.client_y() - self.y).abs() <= STRAY
    }
}

/// A slider with a mark at the plan's value.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let track = props.track;
    let by_key = use_mut_ref(|| false);
    let finger = use_mut_ref(|| None::<Finger>);
    let take = {
        let (on_value, plan) = (props.on_value.clone(), props.plan);
        move |position: &str| {
            if let Ok(position) = position.parse() {
                on_value.emit(track.value(position, plan));
            }
        }
    };
    let oninput = {
        let (finger, take) = (finger.clone(), take.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let value = input.value();
            match finger.borrow_mut().as_mut() {
                Some(finger) if !finger.is_sure => {
                    input.set_value(&finger.before);
                    finger.wanted = Some(value);
                }
                _ => take(&value),
            }
        })
    };
    // What a finger wanted before it was clear what it does.
    let settle = {
        let take = take.clone();
        move |input: &HtmlInputElement, wanted: Option<String>| {
            if let Some(wanted) = wanted {
                input.set_value(&wanted);
                take(&wanted);
            }
        }
    };
    let onpointerup = {
        let (finger, settle) = (finger.clone(), settle.clone());
        Callback::from(move |event: PointerEvent| {
            let lifted = finger.borrow_mut().take();
            let tapped = lifted.filter(|finger| finger.is_still(&event));
            settle(
                &event.target_unchecked_into(),
                tapped.and_then(|finger| finger.wanted),
            );
        })
    };
    // The browser has taken the finger for a scroll.
    let onpointercancel = {
        let finger = finger.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(finger) = finger.borrow_mut().as_mut()
                && !finger.is_sure
            {
                finger.wanted = None;
                let input: HtmlInputElement = event.target_unchecked_into();
                input.set_value(&finger.before);
            }
        })
    };
    let note = |key: bool| {
        let by_key = by_key.clone();
        move || *by_key.borrow_mut() = key
    };
    let node = use_node_ref();
    use_keys(&node, {
        let (note, finger) = (note(true), finger.clone());
        Callback::from(move |_: KeyboardEvent| {
            note();
            *finger.borrow_mut() = None;
        })
    });
    let onpointerdown = {
        let (note, finger, settle) = (note(false), finger.clone(), settle.clone());
        Callback::from(move |event: PointerEvent| {
            note();
            let (moved, settle) = (Rc::downgrade(&finger), settle.clone());
            *finger.borrow_mut() = Finger::of(&event, move |event| {
                let Some(finger) = moved.upgrade() else {
                    return;
                };
                let wanted = finger.borrow_mut().as_mut().and_then(|f| f.drag(event));
                settle(&event.target_unchecked_into(), wanted);
            });
        })
    };
    let position = track.position(props.value).to_string();
    // The browser reports each key press as a finished change, but a row of them is one step. A thumb whose last
    // moves were refused goes back to the value that holds.
    let onchange = {
        let (on_seal, held) = (props.on_seal.clone(), props.held.clone());
        Callback::from(move |event: Event| {
            *finger.borrow_mut() = None;
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
                {oninput} {onpointerdown} {onpointerup} {onpointercancel}
                {onchange} {onblur} />
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
