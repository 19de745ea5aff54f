//! The dialog that shows where a number comes from, step by step down to its sources.

mod step;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::context::use_page;
use super::modal::Modal;
use crate::analysis::explain::Trace;
use crate::analysis::explain::tape::NodeId;
use crate::app::effects::share;
use crate::app::state::State;
use crate::scenario::Scenario;
use step::{Step, focus_step};

/// A figure that was pressed.
#[derive(Clone, PartialEq)]
pub struct PressedFigure {
    /// Its name.
    figure: AttrValue,
    /// Its button, which gets the focus back.
    button: HtmlElement,
    /// The scenario that it is of and its name, if it is not the one on the screen.
    of: Option<(AttrValue, Scenario)>,
}

/// The figure of the scenario on the screen that an event was meant for, if it was.
pub fn pressed(event: &MouseEvent) -> Option<PressedFigure> {
    let (pressed, column) = within(event)?;
    column.is_none().then_some(pressed)
}

/// The same for a figure of one of several scenarios, which are identified by the columns that hold them.
pub fn pressed_of(
    event: &MouseEvent,
    scenario: impl Fn(usize) -> Option<(AttrValue, Scenario)>,
) -> Option<PressedFigure> {
    let (pressed, column) = within(event)?;
    Some(PressedFigure {
        of: Some(scenario(column?.parse().ok()?)?),
        ..pressed
    })
}

/// The figure whose button an event fell into, and the column that the button names.
fn within(event: &MouseEvent) -> Option<(PressedFigure, Option<String>)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let button = target.closest("button[data-figure]").ok()??;
    let column = button.get_attribute("data-column");
    let pressed = PressedFigure {
        figure: button.get_attribute("data-figure")?.into(),
        button: button.dyn_into().ok()?,
        of: None,
    };
    Some((pressed, column))
}

/// Properties of the dialog.
#[derive(Properties)]
pub struct ExplainProps {
    /// The figure.
    pub pressed: PressedFigure,
    /// The state that it was read from.
    pub state: Rc<State>,
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
}

impl PartialEq for ExplainProps {
    fn eq(&self, other: &Self) -> bool {
        self.pressed == other.pressed
            && Rc::ptr_eq(&self.state, &other.state)
            && self.on_close == other.on_close
    }
}

/// State of the copy button.
#[derive(Clone, Copy, PartialEq)]
enum Copied {
    NotYet,
    Done,
    Refused,
}

/// The dialog.
#[component]
pub fn ExplainDialog(props: &ExplainProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    // Steps are counted from the start with every scenario: an undone change starts at the figure again.
    let scenario = match &props.pressed.of {
        Some((_, scenario)) => scenario.clone(),
        None => props.state.scenario().clone(),
    };
    // A column of the comparison may be of another version of the data.
    let region = match scenario.vintage() == props.state.region.vintage() {
        true => props.state.region.clone(),
        false => Rc::new(scenario.region(&props.state.region).into_owned()),
    };
    let trace = {
        let region = region.clone();
        let asked = (scenario.clone(), props.pressed.figure.clone());
        use_memo(asked, move |(scenario, figure)| {
            Trace::telling(&region, scenario, figure)
        })
    };
    let below = use_state_eq(|| (scenario.clone(), Vec::<NodeId>::new()));
    let copied = use_state_eq(|| Copied::NotYet);
    let close = {
        let (on_close, button) = (props.on_close.clone(), props.pressed.button.clone());
        Callback::from(move |()| {
            on_close.emit(());
            // Not every browser gives the focus back to a button that was pressed by pointer.
            let focused = button.focus();
            debug_assert!(focused.is_ok(), "a button of the page takes the focus");
        })
    };
    let title: AttrValue = match &props.pressed.of {
        Some((name, _)) => words.format("explain-title-of", &[("name", name)]).into(),
        None => words.text("explain-title").into(),
    };
    let start = trace
        .find(&props.pressed.figure)
        .and_then(|figure| trace.figure(figure));
    let Some(start) = start else {
        return html! {};
    };
    let mut path = vec![start];
    if below.0 == scenario {
        path.extend(below.1.iter().copied());
    }
    let id = path.last().copied().unwrap_or(start);
    let go = {
        let (below, copied) = (below.setter(), copied.setter());
        move |steps: Vec<NodeId>| {
            below.set((scenario.clone(), steps));
            copied.set(Copied::NotYet);
            focus_step();
        }
    };
    let to = |length: usize| {
        let (go, path) = (go.clone(), path.clone());
        Callback::from(move |_: MouseEvent| go(path[1..length].to_vec()))
    };
    let on_open = {
        let (go, path) = (go.clone(), path.clone());
        Callback::from(move |node: NodeId| {
            // A step that one came through already is gone back to, not deeper into.
            let known = path.iter().position(|step| *step == node);
            let mut steps = path[1..].to_vec();
            match known {
                Some(place) => steps.truncate(place),
                None => steps.push(node),
            }
            go(steps);
        })
    };
    let copy = {
        let (copied, words) = (copied.setter(), words.clone());
        let (trace, region) = (trace.clone(), region.clone());
        Callback::from(move |_: MouseEvent| {
            let text = words.explanation_text(&trace, &region, id, usize::MAX);
            let copied = copied.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let done = share::copy(&text).await.is_ok();
                copied.set(if done { Copied::Done } else { Copied::Refused });
            });
        })
    };
    let said = match *copied {
        Copied::NotYet => words.text("explain-rounded"),
        Copied::Done => words.text("explain-copied"),
        Copied::Refused => words.text("explain-copy-failed"),
    };
    let explanation = words.explain(&trace, &region, id);
    let deflator = props.state.deflator();
    let in_prices = deflator.and_then(|deflator| words.in_constant_prices(&trace, id, deflator));
    html! {
        <Modal {title} on_close={close}>
            <div class="explain" data-testid="explain">
                <div class="explain-way">
                    <button type="button" class="button" data-testid="explain-back"
                        disabled={path.len() == 1} onclick={to(path.len().saturating_sub(1).max(1))}>
                        <span aria-hidden="true">{ "← " }</span>{ words.text("explain-back") }
                    </button>
                    <nav aria-label={words.text("explain-trail")}>
                        <ol>
                            { for path.iter().enumerate().map(|(place, node)| {
                                let name = words.step_name(&trace, *node, None);
                                let is_last = place + 1 == path.len();
                                html! {
                                    <li key={place}>
                                        if is_last {
                                            <span aria-current="step">{ name }</span>
                                        } else {
                                            <button type="button" class="link" onclick={to(place + 1)}>
                                                { name }
                                            </button>
                                        }
                                    </li>
                                }
                            }) }
                        </ol>
                    </nav>
                </div>
                <Step {explanation} {on_open} />
                if let Some(said) = in_prices {
                    <p class="soft" data-testid="explain-prices">{ said }</p>
                }
                <div class="explain-foot">
                    <button type="button" class="button" data-testid="explain-copy" onclick={copy}>
                        { words.text("explain-copy") }
                    </button>
                    <p class="soft" role="status">{ said }</p>
                </div>
            </div>
        </Modal>
    }
}
