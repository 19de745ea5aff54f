//! The head of the page: what this is, which scenario is open, and what can be done with it.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::context::use_page;
use super::languages::Languages;
use super::undo::UndoButtons;
use crate::app::effects::corrections::BesideCorrections;
use crate::app::state::Action;
use crate::scenario::examples::Example;

/// The way to the exercises among the examples.
const EXERCISES: &str = "exercises";

/// Properties of the header.
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// The region's name.
    pub region: AttrValue,
    /// The scenario's name, if it has one.
    pub name: Option<AttrValue>,
    /// The name that the scenario came with, if it has none here.
    pub given: Option<AttrValue>,
    /// True where the scenario differs from what is saved under the name.
    pub unkept: bool,
    /// The example that the scenario is.
    pub example: Option<Example>,
    /// True where a step can be undone.
    pub can_undo: bool,
    /// True where a step can be redone.
    pub can_redo: bool,
    /// The corrections beside the region.
    pub corrections: BesideCorrections,
    /// Opens the exercises.
    pub on_exercises: Callback<()>,
    /// Opens the regions.
    pub on_region: Callback<()>,
    /// Opens the share dialog.
    pub on_share: Callback<()>,
    /// Opens counties and projects, where the region has tables of them.
    pub on_bureau: Option<Callback<()>>,
    /// Opens the tools of planning.
    pub on_planning: Callback<()>,
    /// Opens the sources.
    pub on_sources: Callback<()>,
    /// Opens the report.
    pub on_report: Callback<()>,
    /// Begins the projector view.
    pub on_present: Callback<()>,
    /// Opens the dialog of saved scenarios and files.
    pub on_saved_scenarios: Callback<()>,
}

/// The identifier of the button that begins the projector view, which gets the focus back.
pub const PRESENT: &str = "present";

/// A screen on its stand.
fn screen_icon() -> Html {
    html! {
        <svg class="icon-screen" viewBox="0 0 20 16" width="20" height="16" aria-hidden="true">
            <path d="M1 1h18M2.5 1v9.5h15V1M10 10.5V13m-3.5 2.5L10 13l3.5 2.5" fill="none" stroke="currentColor"
                stroke-width="1.5" />
        </svg>
    }
}

/// Properties of the button that begins the projector view.
#[derive(Properties, PartialEq)]
pub struct PresentProps {
    /// Called when it is pressed.
    pub on_present: Callback<()>,
}

/// The button that begins the projector view.
#[component]
pub fn PresentButton(props: &PresentProps) -> Html {
    let words = use_page().words.clone();
    let onclick = props.on_present.reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="button" id={PRESENT} data-testid="present" {onclick}
            title={words.text("present-open-title")} aria-label={words.text("present-open")}>{ screen_icon() }</button>
    }
}

/// The head of the page.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let open = |callback: &Callback<()>| {
        let callback = callback.clone();
        Callback::from(move |_: MouseEvent| callback.emit(()))
    };
    let choose_example = {
        let (act, on_exercises) = (page.act.clone(), props.on_exercises.clone());
        let shown = props.example.map_or("", Example::name);
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let name = select.value();
            if name == EXERCISES {
                // What is chosen is what is shown; this is only a way on.
                select.set_value(shown);
                on_exercises.emit(());
                return;
            }
            let example = Example::ALL
                .into_iter()
                .find(|example| example.name() == name);
            if let Some(example) = example {
                act.emit(Action::ChooseExample(example));
            }
        })
    };
    let options = Example::ALL.map(|example| {
        let selected = props.example == Some(example);
        html! { <option value={example.name()} {selected}>{ words.example(example) }</option> }
    });
    let name = match (&props.name, &props.given) {
        (Some(name), _) => name.clone(),
        (None, Some(given)) => words.format("scenario-given", &[("name", given)]).into(),
        (None, None) => words.text("scenario-unnamed").into(),
    };
    html! {
        <header class="head">
            <div class="brand">
                <h1>{ words.text("app-name") }</h1>
                <button type="button" class="button plain region-name" data-testid="region" aria-haspopup="dialog"
                    title={words.text("region-choose")} onclick={open(&props.on_region)}>
                    <span class="region-name-text">{ &props.region }</span>
                    <span class="unseen">{ words.text("region-choose") }</span>
                    <span aria-hidden="true">{ "▾" }</span>
                </button>
            </div>
            <div class="head-scenario">
                <label class="example">
                    <span>{ words.text("example-choose") }</span>
                    <select data-testid="example" onchange={choose_example}>
                        <option value="" disabled=true selected={props.example.is_none()}>
                            { words.text("example-none") }
                        </option>
                        { for options }
                        <option value={EXERCISES}>{ words.text("exercises-title") }{ "…" }</option>
                    </select>
                </label>
                <button type="button" class="button scenario-name" data-testid="library"
                    onclick={open(&props.on_saved_scenarios)}>
                    <span class="scenario-name-text">{ name }</span>
                    if props.unkept {
                        <span class="unkept" title={words.text("scenario-unkept")}>{ "●" }
                            <span class="unseen">{ words.text("scenario-unkept") }</span></span>
                    }
                    <span aria-hidden="true">{ "▾" }</span>
                </button>
            </div>
            <div class="head-actions">
                <UndoButtons can_undo={props.can_undo} can_redo={props.can_redo} corrections={props.corrections} />
                if let Some(on_bureau) = &props.on_bureau {
                    <button type="button" class="button" data-testid="bureau"
                        onclick={open(on_bureau)} title={words.text("bureau-open-page")}>
                        { words.text("bureau-open") }
                    </button>
                }
                <button type="button" class="button" data-testid="planning"
                    onclick={open(&props.on_planning)} title={words.text("plan-open-page")}>
                    { words.text("plan-open") }
                </button>
                <button type="button" class="button" data-testid="sources"
                    onclick={open(&props.on_sources)} title={words.text("sources-open-page")}>
                    { words.text("sources") }
                </button>
                <button type="button" class="button" data-testid="report"
                    onclick={open(&props.on_report)} title={words.text("report-open-page")}>
                    { words.text("report") }
                </button>
                <PresentButton on_present={props.on_present.clone()} />
                <button type="button" class="button primary" data-testid="share"
                    onclick={open(&props.on_share)}>{ words.text("share") }</button>
                <Languages />
            </div>
        </header>
    }
}
