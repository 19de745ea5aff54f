//! Planning as a page of its own: the tools that ask what it would take, what is best and how sure
//! one can be, chosen by tabs.

mod aim;
mod allocation;
mod answering;
mod bounds;
mod chance;
mod choice;
mod compare;
mod easel;
mod goal;
mod limit;
mod moves;
mod pick;
mod sensitivity;
mod strip;
mod sweep;
mod taken;
mod year;
mod years;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::context::use_page;
use super::cover::{use_cover, use_window_title};
use super::explain::{Pressed, pressed};
use super::results::parts::focus;
use crate::app::state::State;
use crate::app::view::keys::use_keys;
use allocation::AllocationTab;
use chance::ChanceTab;
use compare::CompareTab;
use goal::GoalTab;
use sensitivity::SensitivityTab;
use strip::Strip;
use sweep::SweepTab;
use years::YearsTab;

/// A tool.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Drafts side by side.
    Compare,
    /// What a goal would take.
    Goal,
    /// The best use of the money.
    Allocation,
    /// Levers year by year.
    Years,
    /// What the result hangs on.
    Sensitivity,
    /// How sure it is.
    Chance,
    /// A table of values and results.
    Sweep,
}

impl Tab {
    const ALL: [Self; 7] = [
        Self::Compare,
        Self::Goal,
        Self::Allocation,
        Self::Years,
        Self::Sensitivity,
        Self::Chance,
        Self::Sweep,
    ];

    /// The name in identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compare => "compare",
            Self::Goal => "goal",
            Self::Allocation => "allocation",
            Self::Years => "years",
            Self::Sensitivity => "sensitivity",
            Self::Chance => "chance",
            Self::Sweep => "sweep",
        }
    }

    fn id(self) -> String {
        format!("plan-tab-{}", self.name())
    }

    fn label(self) -> &'static str {
        match self {
            Self::Compare => "plan-tab-compare",
            Self::Goal => "plan-tab-goal",
            Self::Allocation => "plan-tab-allocation",
            Self::Years => "plan-tab-years",
            Self::Sensitivity => "plan-tab-sensitivity",
            Self::Chance => "plan-tab-chance",
            Self::Sweep => "plan-tab-sweep",
        }
    }

    /// What the tool is for, in a sentence.
    fn lead(self) -> &'static str {
        match self {
            Self::Compare => "plan-lead-compare",
            Self::Goal => "plan-lead-goal",
            Self::Allocation => "plan-lead-allocation",
            Self::Years => "plan-lead-years",
            Self::Sensitivity => "plan-lead-sensitivity",
            Self::Chance => "plan-lead-chance",
            Self::Sweep => "plan-lead-sweep",
        }
    }

    fn panel(
        self,
        state: &Rc<State>,
        on_figure: &Callback<Pressed>,
        on_refusal: &Callback<bool>,
    ) -> Html {
        let state = state.clone();
        match self {
            Self::Compare => html! { <CompareTab {state} on_figure={on_figure.clone()} /> },
            Self::Goal => html! { <GoalTab {state} /> },
            Self::Allocation => html! { <AllocationTab {state} /> },
            Self::Years => html! { <YearsTab {state} on_refusal={on_refusal.clone()} /> },
            Self::Sensitivity => html! { <SensitivityTab {state} /> },
            Self::Chance => html! { <ChanceTab {state} /> },
            Self::Sweep => html! { <SweepTab {state} /> },
        }
    }
}

/// The tool that an event asks for, if it does: buttons anywhere on the page name it.
pub fn asked_for(event: &MouseEvent) -> Option<Tab> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let button = target.closest("button[data-tool]").ok()??;
    let name = button.get_attribute("data-tool")?;
    Tab::ALL.into_iter().find(|tab| tab.name() == name)
}

/// What the page shows.
#[derive(Properties)]
pub struct PlanningProps {
    /// The state.
    pub state: Rc<State>,
    /// The tool that is shown first.
    #[prop_or(Tab::Compare)]
    pub first: Tab,
    /// Called when the reader goes back.
    pub on_close: Callback<()>,
    /// Called with a figure that was pressed.
    pub on_figure: Callback<Pressed>,
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
            let count = Tab::ALL.len();
            let at = Tab::ALL.iter().position(|known| *known == *tab);
            let at = at.unwrap_or(0);
            let next = match event.key().as_str() {
                "ArrowLeft" => (at + count - 1) % count,
                "ArrowRight" => (at + 1) % count,
                "Home" => 0,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            tab.set(Tab::ALL[next]);
            let focused = focus(&Tab::ALL[next].id());
            debug_assert!(focused.is_some(), "a tab takes the focus");
        })
    });
    let button = |which: Tab| {
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
                <Strip state={props.state.clone()} is_refused={*is_refused} />
                <div class="segments planning-tabs" role="tablist" ref={tabs}
                    aria-label={words.text("plan-title")}>
                    { for Tab::ALL.map(button) }
                </div>
            </header>
            <main class="planning-desk" aria-labelledby="plan-title">
                <h1 id="plan-title" ref={title} tabindex="-1">{ words.text("plan-title") }</h1>
                <div id="plan-panel" class="results" role="tabpanel" tabindex="-1" aria-labelledby={tab.id()} key={tab.name()}>
                    <p class="planning-lead">{ words.text(tab.lead()) }</p>
                    { tab.panel(&props.state, &props.on_figure, &on_refusal) }
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
