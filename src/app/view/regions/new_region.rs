//! A new region: its name and years, and the form for them.

use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use super::Said;
use super::template::save_form;
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::form::new_region::{NewRegionFault, NewRegionField, TypedRegion};
use crate::region::key::Year;

/// The fields in their order.
const FIELDS: [NewRegionField; 4] = [
    NewRegionField::Name,
    NewRegionField::BaseYear,
    NewRegionField::FirstPlanYear,
    NewRegionField::LastPlanYear,
];

/// Properties of the form.
#[derive(Properties, PartialEq)]
pub struct NewRegionProps {
    /// The identifier of the default region.
    pub default: String,
    /// Its base year.
    pub least_base: Year,
    /// Called with a failure.
    pub tell: Callback<Option<Said>>,
}

fn id_of(field: NewRegionField) -> &'static str {
    match field {
        NewRegionField::Name => "new-region-name",
        NewRegionField::BaseYear => "new-region-base-year",
        NewRegionField::FirstPlanYear => "new-region-first-plan-year",
        NewRegionField::LastPlanYear => "new-region-last-plan-year",
    }
}

fn text_of(typed: &mut TypedRegion, field: NewRegionField) -> &mut String {
    match field {
        NewRegionField::Name => &mut typed.name,
        NewRegionField::BaseYear => &mut typed.base_year,
        NewRegionField::FirstPlanYear => &mut typed.first_plan_year,
        NewRegionField::LastPlanYear => &mut typed.last_plan_year,
    }
}

fn said(words: &Words, fault: NewRegionFault) -> String {
    match fault {
        NewRegionFault::Name(most) => {
            words.format("new-region-fault-name", &[("most", &most.to_string())])
        }
        NewRegionFault::Year(least, most) => {
            let [least, most] = [least, most].map(|year| year.to_string());
            words.format(
                "new-region-fault-year",
                &[("least", &least), ("most", &most)],
            )
        }
    }
}

/// The form.
#[component]
pub fn NewRegionForm(props: &NewRegionProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let typed = use_state_eq(TypedRegion::default);
    // What is wrong is said once the form was asked for, and then as it is typed.
    let is_asked = use_state_eq(|| false);
    let is_busy = use_state_eq(|| false);
    let faults = match typed.read(props.least_base) {
        Err(faults) if *is_asked => faults,
        _ => Vec::new(),
    };
    let (first, last) = typed.usual();
    let field = |field: NewRegionField| {
        let id = id_of(field);
        let fault = faults.iter().find(|(of, _)| *of == field);
        let fault = fault.map(|(_, fault)| said(&words, *fault));
        let oninput = {
            let typed = typed.clone();
            Callback::from(move |event: InputEvent| {
                let mut next = (*typed).clone();
                *text_of(&mut next, field) =
                    event.target_unchecked_into::<HtmlInputElement>().value();
                typed.set(next);
            })
        };
        let usual = match field {
            NewRegionField::FirstPlanYear => first,
            NewRegionField::LastPlanYear => last,
            NewRegionField::Name | NewRegionField::BaseYear => None,
        };
        let is_name = field == NewRegionField::Name;
        let fault_id = format!("{id}-fault");
        html! {
            <div class="new-region-field">
                <label for={id}>{ words.text(id) }</label>
                <input {id} data-testid={id} type="text" inputmode={if is_name { "text" } else { "numeric" }}
                    autocomplete="off" maxlength={if is_name { "80" } else { "10" }}
                    placeholder={usual.map(|year| year.to_string())}
                    value={text_of(&mut (*typed).clone(), field).clone()}
                    aria-invalid={fault.as_ref().map(|_| "true")}
                    aria-describedby={fault.as_ref().map(|_| fault_id.clone())} {oninput} />
                <span id={fault_id} class="fault" role="alert">{ fault }</span>
            </div>
        }
    };
    let save = |is_text: bool| {
        let (typed, is_asked, is_busy) = (typed.clone(), is_asked.setter(), is_busy.setter());
        let (words, tell) = (words.clone(), props.tell.clone());
        let (default, least_base) = (props.default.clone(), props.least_base);
        Callback::from(move |()| {
            is_asked.set(true);
            tell.emit(None);
            let new = match typed.read(least_base) {
                Ok(new) => new,
                Err(faults) => {
                    if let Some((field, _)) = faults.first() {
                        focus(*field);
                    }
                    return;
                }
            };
            let (is_busy, words, tell) = (is_busy.clone(), words.clone(), tell.clone());
            let default = default.clone();
            is_busy.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                let of = (&*default, Some(&new));
                let failed = save_form(&words, of, &new.name, is_text).await;
                is_busy.set(false);
                if failed.is_some() {
                    tell.emit(failed);
                }
            });
        })
    };
    let onsubmit = save(false).reform(|event: SubmitEvent| event.prevent_default());
    let on_text = save(true).reform(|_: MouseEvent| ());
    html! {
        <details class="new-region" data-testid="new-region">
            <summary>{ words.text("new-region") }</summary>
            <p class="soft">{ words.text("new-region-about") }</p>
            <form {onsubmit} novalidate=true>
                { for FIELDS.map(field) }
                <div class="intake-buttons">
                    <button class="button" disabled={*is_busy} data-testid="new-region-xlsx">
                        { words.text("sheets-form-workbook") }
                    </button>
                    <button type="button" class="button plain" disabled={*is_busy} data-testid="new-region-csv" onclick={on_text}>
                        { words.text("sheets-form-text") }
                    </button>
                </div>
            </form>
        </details>
    }
}

/// Leads to the first field that can't be taken.
fn focus(field: NewRegionField) {
    let found = gloo::utils::document().get_element_by_id(id_of(field));
    if let Some(input) =
        found.and_then(|it| wasm_bindgen::JsCast::dyn_into::<HtmlInputElement>(it).ok())
    {
        let _may_fail = input.focus();
    }
}
