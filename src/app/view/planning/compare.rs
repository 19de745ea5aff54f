//! Drafts side by side: what differs in levers, assumptions and results, and two of them merged.

mod add;
mod merge;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use super::chart_host::use_chart_host;
use super::year::year_choice;
use crate::analysis::compare::{Comparison, Counted};
use crate::app::state::{Action, State};
use crate::app::view::context::use_page;
use crate::app::view::context::use_session_state;
use crate::app::view::explain::{PressedFigure, pressed_of};
use crate::app::view::results::frame::Frame;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::chart;
use crate::scenario::drafts::{Drafts, Reference, RemovedDraft};
use add::AddToTray;
use merge::MergeCard;
pub use table::lines::lead_word;
use table::{CompareTable, counted_choice};

/// Properties of the tab.
#[derive(Properties)]
pub struct CompareProps {
    /// The state.
    pub state: Rc<State>,
    /// Called with a figure that was pressed.
    pub on_figure: Callback<PressedFigure>,
}

impl PartialEq for CompareProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The name of a column.
fn name_of(words: &Words, drafts: &Drafts, what: Reference) -> String {
    match what {
        Reference::Plan => words.text("plan-compare-plan").to_string(),
        Reference::Present => words.text("plan-compare-present").to_string(),
        Reference::Draft(at) => {
            let entry = drafts.entries().get(at);
            entry.map(|entry| entry.name.clone()).unwrap_or_default()
        }
    }
}

/// The tab.
#[component]
pub fn CompareTab(props: &CompareProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let host = use_chart_host();
    let step = use_session_state("compare-step", || 0_usize);
    // Whole incomes are so close together that the difference says more.
    let shows_difference = use_session_state("compare-difference", || true);
    let counted = use_session_state("compare-counted", || Counted::All);
    let drafts = &state.extras.drafts;
    let removed = use_session_state("compare-removed", || None::<RemovedDraft>);
    let on_removed = {
        let setter = removed.setter();
        use_callback((), move |removed: RemovedDraft, ()| {
            setter.set(Some(removed))
        })
    };
    let comparison = {
        let region = Shared(state.region.clone());
        use_memo(
            (region, state.scenario().clone(), drafts.clone()),
            |(region, present, drafts)| Comparison::of(region, present, drafts),
        )
    };
    let names: Vec<String> = comparison
        .columns
        .iter()
        .map(|column| name_of(words, drafts, column.what))
        .collect();
    let on_press = {
        let (comparison, names) = (comparison.clone(), names.clone());
        let on_figure = props.on_figure.clone();
        Callback::from(move |event: MouseEvent| {
            let scenario = |column: usize| {
                let name = AttrValue::from(names.get(column)?.clone());
                Some((name, comparison.columns.get(column)?.scenario.clone()))
            };
            if let Some(pressed) = pressed_of(&event, scenario) {
                on_figure.emit(pressed);
            }
        })
    };
    let model = use_memo(
        (
            Shared(comparison.clone()),
            words.clone(),
            names.clone(),
            *shows_difference,
        ),
        |(comparison, words, names, shows_difference)| {
            Rc::new(chart::overlay::chart_model(
                words,
                comparison,
                names,
                *shows_difference,
            ))
        },
    );
    let years = state.region.years;
    let year = years.plan().nth(*step).unwrap_or(years.first_plan);
    let switch = [(false, "plan-compare-incomes"), (true, "plan-compare-differences")].map(|(difference, id)| {
        let setter = shows_difference.setter();
        html! {
            <button type="button" aria-pressed={(*shows_difference == difference).to_string()} data-testid={id}
                onclick={move |_: MouseEvent| setter.set(difference)}>{ words.text(id) }</button>
        }
    });
    let controls = html! {
        <div class="view-choice" role="group" aria-label={words.text("plan-compare-show")}>{ for switch }</div>
    };
    let is_alone = *shows_difference && comparison.is_alone();
    let note = match *shows_difference {
        true => words.format(
            "plan-compare-note-differences",
            &[("name", &names[comparison.reference])],
        ),
        false => words.text("plan-compare-note").to_string(),
    };
    html! {
        <>
            <AddToTray state={state.clone()} />
            <section class="card planning-card" data-testid="compare" onclick={on_press}>
                <div class="planning-form">
                    { year_choice(words, years, &step) }
                    { counted_choice(words, &comparison, &counted) }
                </div>
                if comparison.mixes_versions() {
                    <p role="status" data-testid="compare-versions">{ words.text("plan-compare-versions") }</p>
                }
                { bring_back(words, drafts, &removed, &page.act) }
                <CompareTable state={state.clone()} comparison={Shared(comparison)} {names} {year}
                    counted={*counted} {on_removed} />
            </section>
            if is_alone {
                <section class="card planning-card" data-testid="compare-nothing">
                    <div class="planning-result-head"><h2>{ words.text("plan-compare-chart") }</h2>{ controls }</div>
                    <p role="status">{ words.text("plan-compare-nothing") }</p>
                </section>
            } else {
                <section class="card chart planning-chart">
                    <Frame name="overlay" title={AttrValue::from(words.text("plan-compare-chart"))}
                        unit={AttrValue::from(words.text("unit-yuan"))} model={Shared((*model).clone())} {host} {controls}
                        note={html! { <p>{ note }</p> }} />
                </section>
            }
            <MergeCard state={state.clone()} />
        </>
    }
}

/// Offers the draft that was taken out last, as long as there is room for it.
fn bring_back(
    words: &Words,
    drafts: &Drafts,
    removed: &UseStateHandle<Option<RemovedDraft>>,
    act: &Callback<Action>,
) -> Html {
    let Some(last) = (**removed).clone() else {
        return html! {};
    };
    let said = words.format("plan-compare-removed", &[("name", &last.entry.name)]);
    let is_full = drafts.is_full();
    let onclick = {
        let (act, drafts, removed) = (act.clone(), drafts.clone(), removed.clone());
        Callback::from(move |_: MouseEvent| {
            let mut drafts = drafts.clone();
            if drafts.put_back(last.clone()) {
                act.emit(Action::SetTray(drafts));
                removed.set(None);
            }
        })
    };
    html! {
        <p class="compare-removed" role="status">
            { said }{ " " }
            <button type="button" class="link" data-testid="compare-bring-back" disabled={is_full} {onclick}>{ words.text("plan-compare-bring-back") }</button>
        </p>
    }
}
