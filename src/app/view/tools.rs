//! The tools of planning, and ways to them from where a question arises.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::app::words::Words;

/// A tool of planning.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Drafts side by side.
    Compare,
    /// The levers needed for a goal.
    Goal,
    /// The best use of the money.
    Allocation,
    /// Levers year by year.
    Years,
    /// The inputs that the result depends on most.
    Sensitivity,
    /// The uncertainty of the result.
    MonteCarlo,
    /// A table of values and results.
    Sweep,
}

impl Tool {
    /// Every tool, in the order of the tabs.
    pub const ALL: [Self; 7] = [
        Self::Compare,
        Self::Goal,
        Self::Allocation,
        Self::Years,
        Self::Sensitivity,
        Self::MonteCarlo,
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
            Self::MonteCarlo => "chance",
            Self::Sweep => "sweep",
        }
    }

    /// The identifier of its tab in the page.
    pub fn id(self) -> String {
        format!("plan-tab-{}", self.name())
    }

    /// The message of its tab.
    pub fn label(self) -> &'static str {
        match self {
            Self::Compare => "plan-tab-compare",
            Self::Goal => "plan-tab-goal",
            Self::Allocation => "plan-tab-allocation",
            Self::Years => "plan-tab-years",
            Self::Sensitivity => "plan-tab-sensitivity",
            Self::MonteCarlo => "plan-tab-chance",
            Self::Sweep => "plan-tab-sweep",
        }
    }

    /// The message that says in a sentence what it is for.
    pub fn lead(self) -> &'static str {
        match self {
            Self::Compare => "plan-lead-compare",
            Self::Goal => "plan-lead-goal",
            Self::Allocation => "plan-lead-allocation",
            Self::Years => "plan-lead-years",
            Self::Sensitivity => "plan-lead-sensitivity",
            Self::MonteCarlo => "plan-lead-chance",
            Self::Sweep => "plan-lead-sweep",
        }
    }
}

/// The tool that an event asks for, if it does: buttons anywhere on the page name it.
pub fn asked_for(event: &MouseEvent) -> Option<Tool> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let button = target.closest("button[data-tool]").ok()??;
    let name = button.get_attribute("data-tool")?;
    Tool::ALL.into_iter().find(|tool| tool.name() == name)
}

/// True where an event asks for the page that looks back.
pub fn asks_to_look_back(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into().ok());
    let button =
        target.and_then(|target: Element| target.closest("button[data-looking-back]").ok());
    button.flatten().is_some()
}

/// A button that opens the page that looks back; like those of the tools it sends nothing itself.
pub fn looking_back_button(words: &Words, label: &'static str) -> Html {
    html! {
        <button type="button" class="link" data-looking-back="" data-testid={label}>
            { words.text(label) }
        </button>
    }
}

/// True where an event asks for the page of counties and projects.
pub fn asks_for_bureau(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into().ok());
    let button = target.and_then(|target: Element| target.closest("button[data-bureau]").ok());
    button.flatten().is_some()
}

/// A button that opens the page of counties and projects; it sends nothing itself either.
pub fn bureau_button(words: &Words, label: &'static str) -> Html {
    html! {
        <button type="button" class="link" data-bureau="" data-testid={label}>{ words.text(label) }</button>
    }
}

/// True where an event asks for the page of households.
pub fn asks_for_households(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into().ok());
    let button = target.and_then(|target: Element| target.closest("button[data-households]").ok());
    button.flatten().is_some()
}

/// A button that opens the page of households; it sends nothing itself either.
pub fn households_button(words: &Words, label: &'static str, class: &'static str) -> Html {
    html! {
        <button type="button" {class} data-households="" data-testid={label}>{ words.text(label) }</button>
    }
}

/// A button that opens a tool. It sends nothing itself: the page listens for all of them ([`asked_for`]).
pub fn tool_button(words: &Words, tool: Tool, label: &'static str) -> Html {
    html! {
        <button type="button" class="link tool-link" data-tool={tool.name()}>
            { words.text(label) }
        </button>
    }
}
