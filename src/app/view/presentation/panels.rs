//! The panels of the prediction and of the countdown.

use web_sys::{HtmlInputElement, HtmlSelectElement, KeyboardEvent};
use yew::prelude::*;

use super::button::BarButton;
use super::keyboard::focus_on;
use super::now;
use crate::app::presentation::countdown::{
    Countdown, CountdownAction, CountdownPhase, MOST_MINUTES,
};
use crate::app::presentation::keys::PresentationKey;
use crate::app::presentation::{GuessMeasure, Presentation, PresentationAction};
use crate::app::view::context::use_page;
use crate::app::view::keys::use_keys;
use crate::i18n::input::read_typed;
use crate::problem::Fault;
use crate::region::key::Unit;

/// Properties of the panel.
#[derive(Properties, PartialEq)]
pub struct GuessPanelProps {
    /// The presentation.
    pub presentation: Presentation,
    /// Sends an action.
    pub act: Callback<PresentationAction>,
    /// Does what a key does.
    pub press: Callback<PresentationKey>,
    /// The picture, which gets the focus back.
    pub stage: NodeRef,
}

/// The room's prediction: what it is of, the number, the reveal.
#[component]
pub fn GuessPanel(props: &GuessPanelProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let fault = use_state_eq(|| None::<Fault>);
    let field = use_node_ref();
    let Some(question) = &props.presentation.question else {
        return html! {};
    };
    let measure = question.measure;
    let choose = {
        let (act, stage, fault) = (props.act.clone(), props.stage.clone(), fault.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            fault.set(None);
            act.emit(PresentationAction::Measure(match select.selected_index() {
                0 => GuessMeasure::Change,
                _ => GuessMeasure::Income,
            }));
            focus_on(&stage);
        })
    };
    let take = {
        let (act, fault) = (props.act.clone(), fault.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let text = input.value();
            let read = match text.trim() {
                "" => Ok(None),
                text => read_typed(Unit::YuanPerPerson, text).map(Some),
            };
            act.emit(PresentationAction::Guess(read.clone().ok().flatten()));
            fault.set(read.err());
        })
    };
    let reveal = {
        let press = props.press.clone();
        let button = BarButton {
            is_disabled: question.is_revealed,
            ..BarButton::of(words, "present-reveal", "present-reveal")
        };
        button.draw(move || press.emit(PresentationKey::Next))
    };
    let drop_it = {
        let act = props.act.clone();
        BarButton::of(words, "present-question-end", "present-question-end")
            .draw(move || act.emit(PresentationAction::DropQuestion))
    };
    html! {
        <div class="presenter-panel">
            <label>
                <span>{ words.text("present-measure") }</span>
                <select data-testid="present-measure" onchange={choose}>
                    <option selected={measure == GuessMeasure::Change}>{ words.text("present-measure-change") }</option>
                    <option selected={measure == GuessMeasure::Income}>{ words.text("present-measure-income") }</option>
                </select>
            </label>
            <label key={format!("{measure:?}")}>
                <span>{ words.text("present-guess-field") }</span>
                <Typed node={field} onchange={take} stage={props.stage.clone()} is_refused={fault.is_some()} />
            </label>
            { reveal }
            { drop_it }
            if let Some(fault) = &*fault {
                <p class="presenter-fault" role="alert">{ words.fault(fault) }</p>
            }
        </div>
    }
}

/// Properties of the field.
#[derive(Properties, PartialEq)]
pub struct TypedProps {
    /// Its element.
    pub node: NodeRef,
    /// Called with each text that was typed.
    pub onchange: Callback<Event>,
    /// The picture, which gets the focus back.
    pub stage: NodeRef,
    /// True where the text was refused.
    pub is_refused: bool,
}

/// A field whose Enter gives the focus back to the picture.
#[component]
pub fn Typed(props: &TypedProps) -> Html {
    use_return(&props.node, &props.stage);
    html! {
        <input ref={props.node.clone()} type="text" inputmode="text" autocomplete="off" data-testid="present-guess"
            aria-invalid={props.is_refused.then_some("true")} onchange={props.onchange.clone()} />
    }
}

/// Gives the focus to the picture at Enter, once the browser has reported what was typed.
#[hook]
fn use_return(field: &NodeRef, stage: &NodeRef) {
    let (input, stage) = (field.clone(), stage.clone());
    use_keys(
        field,
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                if let Some(input) = input.cast::<HtmlInputElement>() {
                    // Leaving it reports the change.
                    let left = input.blur();
                    debug_assert!(left.is_ok(), "a field gives the focus back");
                }
                focus_on(&stage);
            }
        }),
    );
}

/// Properties of the panel.
#[derive(Properties, PartialEq)]
pub struct TimerPanelProps {
    /// The countdown.
    pub countdown: Countdown,
    /// Sends an action.
    pub act: Callback<PresentationAction>,
    /// The picture, which gets the focus back.
    pub stage: NodeRef,
}

/// The countdown: minutes, start and pause, back to the start.
#[component]
pub fn TimerPanel(props: &TimerPanelProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let field = use_node_ref();
    use_return(&field, &props.stage);
    let send = |action: fn() -> CountdownAction| {
        let act = props.act.clone();
        move || act.emit(PresentationAction::Countdown(action()))
    };
    let set = {
        let act = props.act.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            // What is no number of minutes leaves the countdown as it is, and the field shows what holds.
            if let Ok(minutes) = input.value().trim().parse::<u32>() {
                act.emit(PresentationAction::Countdown(CountdownAction::Set(minutes)));
            }
        })
    };
    let (testid, label, action): (_, _, fn() -> CountdownAction) = match props.countdown.phase() {
        CountdownPhase::Running => ("present-timer-pause", "present-timer-pause", || {
            CountdownAction::Pause(now())
        }),
        CountdownPhase::Paused => ("present-timer-start", "present-timer-go-on", || {
            CountdownAction::Start(now())
        }),
        CountdownPhase::Set | CountdownPhase::Over => {
            ("present-timer-start", "present-timer-start", || {
                CountdownAction::Start(now())
            })
        }
    };
    html! {
        <div class="presenter-panel">
            <label>
                <span>{ words.text("present-timer") }</span>
                <input ref={field} type="number" min="1" max={MOST_MINUTES.to_string()} step="1" data-testid="present-minutes"
                    value={props.countdown.minutes().to_string()} onchange={set} />
                <span>{ words.text("present-timer-minutes") }</span>
            </label>
            { BarButton::of(words, testid, label).draw(send(action)) }
            { BarButton::of(words, "present-timer-reset", "present-timer-reset").draw(send(|| CountdownAction::Reset)) }
            <span class="presenter-left">
                <span class="unseen">{ words.text("present-time-left") }</span>
                { props.countdown.text() }
            </span>
        </div>
    }
}
