//! The fields of the form, each with its faults below it once it was left.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::words::Words;
use crate::problem::Problem;

/// Faults with their places, as far as they are to be shown.
pub type PlacedFaults = Vec<(String, String)>;

/// Faults of a part of the form, until a field takes them; those that none takes stand at the part's end.
pub struct FieldFaults(RefCell<PlacedFaults>);

impl FieldFaults {
    /// Faults that no field has taken yet.
    pub fn of(faults: &PlacedFaults) -> Self {
        Self(RefCell::new(faults.clone()))
    }

    /// Takes those of a place and of all that is in it.
    pub fn take(&self, place: &str) -> PlacedFaults {
        let is_of = |own: &str| {
            let rest = own.strip_prefix(place);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let mut left = self.0.borrow_mut();
        let (taken, rest) = left.drain(..).partition(|(own, _)| is_of(own));
        *left = rest;
        taken
    }

    /// Those that no field has taken.
    pub fn rest(&self) -> PlacedFaults {
        self.0.take()
    }
}

/// The faults of a form that are to be shown: those of fields that were left, or all where the whole was asked for.
pub fn shown(words: &Words, faults: &[Problem], is_asked: bool, left: &[String]) -> PlacedFaults {
    let is_left = |place: &str| {
        left.iter().any(|own| {
            let rest = place.strip_prefix(&**own);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    };
    let shown = faults.iter().filter(|it| is_asked || is_left(&it.place));
    shown
        .map(|it| (it.place.clone(), words.fault(&it.fault)))
        .collect()
}

/// Faults as a list.
pub fn problems(faults: &PlacedFaults) -> Html {
    html! {
        if !faults.is_empty() {
            <ul class="maker-faults">{ for faults.iter().map(|(_, fault)| html! { <li>{ fault }</li> }) }</ul>
        }
    }
}

/// A callback for a text that changes a part of the form.
pub fn edited<T: Clone + 'static>(
    value: &T,
    change: &Callback<T>,
    edit: impl Fn(&mut T, String) + 'static,
) -> Callback<String> {
    let (value, change) = (value.clone(), change.clone());
    Callback::from(move |text: String| {
        let mut next = value.clone();
        edit(&mut next, text);
        change.emit(next);
    })
}

/// A callback for a press that changes a part of the form.
pub fn pressed<T: Clone + 'static>(
    value: &T,
    change: &Callback<T>,
    edit: impl Fn(&mut T) + 'static,
) -> Callback<MouseEvent> {
    edited(value, change, move |value, _| edit(value)).reform(|_: MouseEvent| String::new())
}

/// A callback for a box that changes a part of the form.
pub fn ticked<T: Clone + 'static>(
    value: &T,
    change: &Callback<T>,
    edit: impl Fn(&mut T, bool) + 'static,
) -> Callback<Event> {
    let (value, change) = (value.clone(), change.clone());
    Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let mut next = value.clone();
        edit(&mut next, input.checked());
        change.emit(next);
    })
}

fn value_of(event: &Event) -> String {
    let target = event.target();
    let target = target.as_ref();
    let input = target.and_then(|it| it.dyn_ref::<HtmlInputElement>().map(|it| it.value()));
    let area = || target.and_then(|it| it.dyn_ref::<HtmlTextAreaElement>().map(|it| it.value()));
    let select = || target.and_then(|it| it.dyn_ref::<HtmlSelectElement>().map(|it| it.value()));
    input.or_else(area).or_else(select).unwrap_or_default()
}

/// The name of a field, its place among faults, and its mark for tests.
pub struct FieldName {
    /// The label.
    pub label: Rc<str>,
    /// The place.
    pub place: String,
    /// The mark.
    pub testid: String,
}

/// A field of one line.
pub fn line(name: FieldName, text: &str, faults: &FieldFaults, on: Callback<String>) -> Html {
    let faults = faults.take(&name.place);
    let oninput = on.reform(|event: InputEvent| value_of(&event));
    let invalid = (!faults.is_empty()).then_some("true");
    html! {
        <label>
            { name.label }
            <input type="text" value={text.to_owned()} data-testid={name.testid} data-place={name.place}
                aria-invalid={invalid} {oninput} />
            { problems(&faults) }
        </label>
    }
}

/// A field of several lines.
pub fn area(name: FieldName, text: &str, faults: &FieldFaults, on: Callback<String>) -> Html {
    let faults = faults.take(&name.place);
    let oninput = on.reform(|event: InputEvent| value_of(&event));
    let invalid = (!faults.is_empty()).then_some("true");
    html! {
        <label>
            { name.label }
            <textarea rows="2" value={text.to_owned()} data-testid={name.testid} data-place={name.place}
                aria-invalid={invalid} {oninput} />
            { problems(&faults) }
        </label>
    }
}

/// A box to tick.
pub fn tick(label: Rc<str>, testid: String, on: bool, onchange: Callback<Event>) -> Html {
    html! {
        <label class="choice"><input type="checkbox" checked={on} data-testid={testid} {onchange} />{ label }</label>
    }
}

/// A choice among names.
pub fn choice(
    label: Rc<str>,
    testid: String,
    options: impl Iterator<Item = (&'static str, Rc<str>)>,
    chosen: &str,
    on: Callback<String>,
) -> Html {
    let onchange = on.reform(|event: Event| value_of(&event));
    html! {
        <label>
            { label }
            <select data-testid={testid} {onchange}>
                { for options.map(|(name, label)| html! {
                    <option value={name} selected={name == chosen}>{ label }</option>
                }) }
            </select>
        </label>
    }
}

/// A list of names to tick, folded.
pub fn ticks(
    summary: String,
    testid: &'static str,
    all: Vec<(String, Rc<str>)>,
    listed: &[String],
    change: &Callback<Vec<String>>,
) -> Html {
    let listed = listed.to_vec();
    let box_of = |(name, label): (String, Rc<str>)| {
        let on = listed.contains(&name);
        let mark = format!("{testid}-{name}");
        let onchange = ticked(&listed, change, move |list, on| {
            list.retain(|own| *own != name);
            if on {
                list.push(name.clone());
            }
        });
        tick(label, mark, on, onchange)
    };
    html! {
        <details class="maker-ticks" data-testid={testid}>
            <summary>{ summary }</summary>
            <div>{ for all.into_iter().map(box_of) }</div>
        </details>
    }
}
