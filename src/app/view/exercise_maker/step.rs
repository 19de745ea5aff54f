//! The form of one step.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::outputs::Offered;
use super::{DraftChange, area, problems};
use crate::app::view::context::use_page;
use crate::exercise::draft::{DraftKind, DraftStep};

/// The messages of the kinds, in their order.
const KINDS: [&str; DraftKind::NAMES.len()] = [
    "maker-kind-number",
    "maker-kind-direction",
    "maker-kind-show",
    "maker-kind-do",
    "maker-kind-choose",
    "maker-kind-say",
];

/// Properties of a step's form.
#[derive(Properties, PartialEq)]
pub struct StepFormProps {
    /// The step's place, counted from the first.
    pub index: usize,
    /// The number of steps.
    pub count: usize,
    /// The step.
    pub step: DraftStep,
    /// Its problems in words.
    pub faults: Vec<String>,
    /// The outputs to choose from.
    pub offered: Rc<Offered>,
    /// Called with a change.
    pub change: Callback<DraftChange>,
}

/// The form.
#[component]
pub fn StepForm(props: &StepFormProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (index, step, change) = (props.index, &props.step, &props.change);
    let number = (index + 1).to_string();
    let edit = |edit: fn(&mut DraftStep, String)| {
        let step = step.clone();
        move |text: String| {
            let mut step = step.clone();
            edit(&mut step, text);
            DraftChange::Step(index, step)
        }
    };
    let tick = |edit: fn(&mut DraftStep, bool)| {
        let (step, change) = (step.clone(), change.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let mut step = step.clone();
            edit(&mut step, input.checked());
            change.emit(DraftChange::Step(index, step));
        })
    };
    let on_kind = {
        let (step, change) = (step.clone(), change.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let name = select.value();
            let kind = DraftKind::NAMES.iter().find(|(_, own)| *own == name);
            if let Some((kind, _)) = kind {
                let step = DraftStep {
                    kind: *kind,
                    ..step.clone()
                };
                change.emit(DraftChange::Step(index, step));
            }
        })
    };
    let on_output = {
        let (step, change) = (step.clone(), change.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let step = DraftStep {
                output: select.value(),
                ..step.clone()
            };
            change.emit(DraftChange::Step(index, step));
        })
    };
    let send = |make: fn(usize) -> DraftChange| {
        let change = change.clone();
        Callback::from(move |_: MouseEvent| change.emit(make(index)))
    };
    let line = |id: &'static str, text: &str, set: fn(&mut DraftStep, String)| {
        let make = edit(set);
        let change = change.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            change.emit(make(input.value()));
        });
        html! {
            <label>{ words.text(id) }
                <input type="text" value={text.to_owned()} data-testid={format!("{id}-{number}")} {oninput} /></label>
        }
    };
    let outputs = props.offered.by_year().map(|outputs| {
        let options = outputs.iter().map(|output| html! {
            <option value={output.name.clone()} selected={output.name == step.output}>{ &output.label }</option>
        });
        let year = outputs.first().map(|output| output.year.clone()).unwrap_or_default();
        let label = if year.is_empty() { words.text("maker-no-year").to_string() } else { year };
        html! { <optgroup {label}>{ for options }</optgroup> }
    });
    let kind = step.kind;
    html! {
        <li class="maker-step" data-testid={format!("maker-step-{number}")}>
            <fieldset>
                <legend>{ words.format("maker-step", &[("number", &number)]) }</legend>
                <div class="maker-fields">
                    <label>{ words.text("maker-kind") }
                        <select data-testid={format!("maker-kind-{number}")} onchange={on_kind}>
                            { for DraftKind::NAMES.iter().zip(KINDS).map(|((own, name), id)| html! {
                                <option value={*name} selected={*own == kind}>{ words.text(id) }</option>
                            }) }
                        </select>
                    </label>
                    if kind.has_output() {
                        <label>{ words.text("exercise-paper-output") }
                            <select data-testid={format!("maker-output-{number}")} onchange={on_output}>{ for outputs }</select>
                        </label>
                    }
                </div>
                { area(words.text("maker-text"), &step.text, change, edit(|step, text| step.text = text)) }
                if kind.has_change() {
                    <label class="choice">
                        <input type="checkbox" checked={step.with_changes} onchange={tick(|step, on| step.with_changes = on)} />
                        { words.text("maker-with-changes") }
                    </label>
                }
                if kind == DraftKind::Number {
                    { line("maker-within", &step.within, |step, text| step.within = text) }
                }
                if kind == DraftKind::Do {
                    <div class="maker-fields">
                        { line("maker-goal", &step.goal, |step, text| step.goal = text) }
                        { line("maker-hint-first", &step.hints[0], |step, text| step.hints[0] = text) }
                        { line("maker-hint-second", &step.hints[1], |step, text| step.hints[1] = text) }
                    </div>
                    <label class="choice">
                        <input type="checkbox" checked={step.is_most} onchange={tick(|step, on| step.is_most = on)} />
                        { words.text("maker-most") }
                    </label>
                }
                if kind == DraftKind::Choose {
                    { area(words.text("maker-options"), &step.options, change, edit(|step, text| step.options = text)) }
                }
                if matches!(kind, DraftKind::Number | DraftKind::Direction | DraftKind::Do) {
                    { area(words.text("maker-feedback"), &step.feedback, change, edit(|step, text| step.feedback = text)) }
                }
                { problems(&props.faults) }
                <div class="maker-buttons">
                    <button type="button" class="button plain" disabled={index == 0} onclick={send(DraftChange::Up)}
                        aria-label={words.format("maker-up", &[("number", &number)])}>{ "↑" }</button>
                    <button type="button" class="button plain" disabled={props.count < 2} onclick={send(DraftChange::Remove)}
                        aria-label={words.format("maker-remove", &[("number", &number)])}>{ "✕" }</button>
                </div>
            </fieldset>
        </li>
    }
}
