//! The form of one step.

use std::rc::Rc;

use yew::prelude::*;

use super::fields::{
    FieldFaults, FieldName, PlacedFaults, choice, edited, line, problems, tick, ticked, ticks,
};
use super::lists::{ListForm, step_area};
use super::outputs::Offered;
use super::values::values_choice;
use super::{MakerChange, cards};
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
    /// The cards that the exercise hides.
    pub hidden: Vec<String>,
    /// Its faults in words.
    pub faults: PlacedFaults,
    /// The outputs to choose from.
    pub offered: Rc<Offered>,
    /// Called with a change.
    pub change: Callback<MakerChange>,
}

/// The form.
#[component]
pub fn StepForm(props: &StepFormProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (index, step) = (props.index, &props.step);
    let number = (index + 1).to_string();
    let change: Callback<DraftStep> = props
        .change
        .reform(move |step| MakerChange::Step(index, Box::new(step)));
    let send = |made: MakerChange| {
        let change = props.change.clone();
        Callback::from(move |_: MouseEvent| change.emit(made.clone()))
    };
    let faults = FieldFaults::of(&props.faults);
    let lists = ListForm {
        words,
        offered: &props.offered,
        faults: &faults,
        mark: number.clone(),
    };
    let at = |part: &str| format!("steps.{number}.{part}");
    let kind = step.kind;
    let kinds = DraftKind::NAMES.iter().zip(KINDS);
    let kinds = kinds.map(|((_, name), id)| (*name, words.text(id)));
    let on_kind = edited(step, &change, |step, name| {
        let found = DraftKind::NAMES.iter().find(|(_, own)| *own == name);
        step.kind = found.map_or(step.kind, |(kind, _)| *kind);
    });
    let on_text = edited(step, &change, |step, text| step.text.text = text);
    let on_feedback = edited(step, &change, |step, text| step.feedback.text = text);
    let on_values = {
        let (step, change) = (step.clone(), change.clone());
        Callback::from(move |values| {
            change.emit(DraftStep {
                change: values,
                ..step.clone()
            });
        })
    };
    let on_list = |set: fn(&mut DraftStep, Vec<crate::exercise::draft::DraftBound>)| {
        let (step, change) = (step.clone(), change.clone());
        Callback::from(move |list| {
            let mut step = step.clone();
            set(&mut step, list);
            change.emit(step);
        })
    };
    let on_outputs = {
        let (step, change) = (step.clone(), change.clone());
        Callback::from(move |outputs| {
            change.emit(DraftStep {
                outputs,
                ..step.clone()
            });
        })
    };
    let on_hints = {
        let (step, change) = (step.clone(), change.clone());
        Callback::from(move |hints| {
            change.emit(DraftStep {
                hints,
                ..step.clone()
            });
        })
    };
    let on_reveal = {
        let (step, change, hidden) = (step.clone(), change.clone(), props.hidden.clone());
        Callback::from(move |list: Vec<String>| {
            let is_all = hidden.iter().all(|name| list.contains(name));
            change.emit(DraftStep {
                reveal: (!is_all).then_some(list),
                ..step.clone()
            });
        })
    };
    let within = || FieldName {
        label: words.text("maker-within"),
        place: at("within"),
        testid: format!("maker-within-{number}"),
    };
    let of_change = ticked(step, &change, |step, on| step.of_change = on);
    let revealed = step.reveal.as_ref().unwrap_or(&props.hidden);
    let hidden = || {
        cards(words)
            .into_iter()
            .filter(|(name, _)| props.hidden.contains(name) || revealed.contains(name))
    };
    html! {
        <li class="maker-step" data-testid={format!("maker-step-{number}")}>
            <fieldset>
                <legend>{ words.format("maker-step", &[("number", &number)]) }</legend>
                <div class="maker-fields">
                    { choice(words.text("maker-kind"), format!("maker-kind-{number}"), kinds, kind.name(), on_kind) }
                    if kind.is_prediction() {
                        { lists.output(words.text("exercise-paper-output"), format!("maker-output-{number}"), &step.output,
                            edited(step, &change, |step, name| step.output = name)) }
                    }
                    if kind.has_change() {
                        { values_choice(words, ("maker-values", format!("maker-values-{number}")), &step.change, on_values) }
                    }
                    if kind == DraftKind::Number {
                        { line(within(), &step.within, &faults, edited(step, &change, |step, text| step.within = text)) }
                    }
                </div>
                { step_area(words, ("maker-text", at("text"), &number), &step.text.text, &faults, on_text) }
                { match kind {
                    DraftKind::Number => tick(words.text("maker-of-change"), format!("maker-of-change-{number}"), step.of_change, of_change),
                    DraftKind::Show => html! {
                        <>
                            { lists.outputs(&at("outputs"), &step.outputs, &on_outputs) }
                            { ticks(words.format("maker-reveal", &[("count", &revealed.len().to_string())]), "maker-reveal",
                                hidden().collect(), revealed, &on_reveal) }
                        </>
                    },
                    DraftKind::Do => html! {
                        <>
                            { lists.bounds(("maker-goals", "maker-more-goals", 1), &at("goal"), &step.goal, &on_list(|step, list| step.goal = list)) }
                            { lists.bounds(("maker-limits", "maker-more-limits", 0), &at("limits"), &step.limits, &on_list(|step, list| step.limits = list)) }
                            { lists.hints(&at("hints"), &step.hints, &on_hints) }
                        </>
                    },
                    DraftKind::Choose => lists.options(&format!("steps.{number}"), step, &change),
                    DraftKind::Direction | DraftKind::Say => html! {},
                } }
                if kind.is_prediction() || kind == DraftKind::Do {
                    { step_area(words, ("maker-feedback", at("feedback"), &number), &step.feedback.text, &faults, on_feedback) }
                }
                { problems(&faults.rest()) }
                <div class="maker-buttons">
                    <button type="button" class="button plain" disabled={index == 0} onclick={send(MakerChange::Up(index))}
                        aria-label={words.format("maker-up", &[("number", &number)])}>{ "↑" }</button>
                    <button type="button" class="button plain" disabled={props.count < 2} onclick={send(MakerChange::Remove(index))}
                        aria-label={words.format("maker-remove", &[("number", &number)])}>{ "✕" }</button>
                </div>
            </fieldset>
        </li>
    }
}
