//! Planning as a page of its own: the tools that ask what it would take, what is best and how sure
//! one can be, chosen by tabs.

mod aim;
mod allocation;
pub mod answering;
mod bounds;
pub mod chart_host;
pub mod choice;
mod compare;
mod goal;
mod monte_carlo;
mod moves;
mod pick;
mod sensitivity;
pub mod status_bar;
mod sweep;
mod taken;
mod year;
mod years;

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::context::use_page;
use super::cover::{use_cover, use_window_title};
use super::explain::{PressedFigure, pressed};
use super::parts::{focus, nominal_here};
use super::tools::Tool;
use crate::app::state::State;
use crate::app::view::keys::{turned_tab, use_keys};
use allocation::AllocationTab;
use compare::CompareTab;
use goal::GoalTab;
use monte_carlo::MonteCarloTab;
use sensitivity::SensitivityTab;
use status_bar::StatusBar;
use sweep::SweepTab;
use years::YearsTab;

/// The tool itself.
fn panel(
    tool: Tool,
    state: &Rc<State>,
    on_figure: &Callback<PressedFigure>,
    on_refusal: &Callback<bool>,
) -> Html {
    let state = state.clone();
    match tool {
        Tool::Compare => html! { <CompareTab {state} on_figure={on_figure.clone()} /> },
        Tool::Goal => html! { <GoalTab {state} /> },
        Tool::Allocation => html! { <AllocationTab {state} /> },
        Tool::Years => html! { <YearsTab {state} on_refusal={on_refusal.clone()} /> },
        Tool::Sensitivity => html! { <SensitivityTab {state} /> },
        Tool::MonteCarlo => html! { <MonteCarloTab {state} /> },
        Tool::Sweep => html! { <SweepTab {state} /> },
    }
}

/// Properties of the page.
#[derive(Properties)]
pub struct PlanningProps {
    /// The state.
    pub state: Rc<State>,
    /// The tool that is shown first.
    #[prop_or(Tool::Compare)]
    pub first: Tool,
    /// Called when the reader goes back.
    pub on_close: Callback<()>,
    /// Called with a figure that was pressed.
    pub on_figure: Callback<PressedFigure>,
}

impl PartialEq for PlanningProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The page of planning.
#[component]
pub fn PlanningPage(props: &PlanningProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let title = use_node_ref();
    use_cover(&title);
    use_window_title(&words.text("plan-title"), words);
    let first = props.first;
    let tab = use_state_eq(|| first);
    let close = {
        let on_close = props.on_close.clone();
        Callback::from(move |_: MouseEvent| on_close.emit(()))
    };
    let on_press = use_callback(props.on_figure.clone(), |event: MouseEvent, on_figure| {
        if let Some(pressed) = pressed(&event) {
            on_figure.emit(pressed);
        }
    });
    let is_refused = use_state_eq(|| false);
    let on_refusal = {
        let is_refused = is_refused.setter();
        use_callback((), move |refused: bool, ()| is_refused.set(refused))
    };
    let tabs = use_node_ref();
    use_keys(&tabs, {
        let tab = tab.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(next) = turned_tab(&event, &Tool::ALL, *tab) else {
                return;
            };
            tab.set(next);
            let focused = focus(&next.id());
            debug_assert!(focused.is_some(), "a tab takes the focus");
        })
    });
    let button = |which: Tool| {
        let is_chosen = *tab == which;
        let tab = tab.clone();
        let onclick = Callback::from(move |_: MouseEvent| tab.set(which));
        html! {
            <button type="button" role="tab" class="tab" id={which.id()} data-testid={which.id()}
                aria-selected={is_chosen.to_string()} aria-controls="plan-panel"
                tabindex={if is_chosen { "0" } else { "-1" }} {onclick}>
                { words.text(which.label()) }
            </button>
        }
    };
    html! {
        <div class="cover-page planning-page" onclick={on_press}>
            <a class="skip" href="#plan-panel" onclick={skip_to_tool()}>{ words.text("plan-skip") }</a>
            <header class="report-tools" aria-label={words.text("plan-tools")}>
                <div class="report-actions">
                    <button type="button" class="button" data-testid="plan-close" onclick={close}>
                        { words.text("plan-close") }
                    </button>
                </div>
                <StatusBar state={props.state.clone()} is_refused={*is_refused} />
                <div class="segments planning-tabs" role="tablist" ref={tabs}
                    aria-label={words.text("plan-title")}>
                    { for Tool::ALL.map(button) }
                </div>
            </header>
            <main class="planning-desk" aria-labelledby="plan-title">
                <h1 id="plan-title" ref={title} tabindex="-1">{ words.text("plan-title") }</h1>
                <div id="plan-panel" class="results" role="tabpanel" tabindex="-1" aria-labelledby={tab.id()} key={tab.name()}>
                    <p class="planning-lead">
                        { words.text(tab.lead()) }
                        { nominal_here(words, &props.state) }
                    </p>
                    { panel(*tab, &props.state, &props.on_figure, &on_refusal) }
                </div>
            </main>
        </div>
    }
}

/// Moves the focus to the tool without touching the address bar, which holds the scenario.
fn skip_to_tool() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        let focused = focus("plan-panel");
        debug_assert!(focused.is_some(), "the tool takes the focus");
    })
}
