//! All that was changed, each revertible: levers and assumptions apart, funds together.

mod each;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::analysis::contribution::{Contributions, Together};
use crate::app::state::{Action, Results, State};
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{sentence, signed};
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::number::YuanPerPerson;
use crate::region::key::{Fixed, Group, Key, Year};
use crate::scenario::Change;
use each::{contribution_line, together_line, use_contributions};

/// Joint effects of all levers and of all assumptions in the first plan year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effects {
    year: Year,
    policy: YuanPerPerson,
    assumed: YuanPerPerson,
}

impl Effects {
    /// Reads them off the results.
    pub fn of(results: &Results) -> Option<Self> {
        let (plan, scenario) = results
            .outcome
            .plan
            .first()
            .zip(results.outcome.scenario.first())?;
        let published = results.published.plan.first()?;
        Some(Self {
            year: plan.year,
            policy: scenario.difference(),
            assumed: plan.income - published.income,
        })
    }
}

/// The state.
#[derive(Properties, PartialEq)]
pub struct ChangesProps {
    /// The one that is shown.
    pub state: Shared<State>,
}

/// The inputs of the list.
struct List<'a> {
    words: &'a Words,
    state: &'a State,
    act: &'a Callback<Action>,
    parts: Option<&'a Contributions>,
}

/// The list of changes.
#[component]
pub fn Changes(props: &ChangesProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let parts = use_contributions(state);
    let parts = parts.as_deref();
    let effects = Effects::of(&state.results);
    let title = use_node_ref();
    // The button that was pressed vanishes with its change; the focus must not fall off the page.
    let act = {
        let (act, title) = (page.act.clone(), title.clone());
        use_callback(act, move |action: Action, act| {
            act.emit(action);
            if let Some(title) = title.cast::<HtmlElement>() {
                let focused = title.focus();
                debug_assert!(focused.is_ok(), "the list's title takes the focus");
            }
        })
    };
    let all = state.scenario().changes(&state.region);
    let is_empty = all.is_empty();
    let (levers, assumptions): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|change| change.key.is_lever());
    let list = List {
        words,
        state,
        act: &act,
        parts,
    };
    let part = |title: std::rc::Rc<str>,
                changes: &[Change],
                reset: Action,
                label,
                effect,
                together| {
        if changes.is_empty() {
            return html! {};
        }
        html! {
            <div class="changes-part">
                <div class="card-head">
                    <h3>{ title }</h3>
                    { button(&act, reset, "button", label, None) }
                </div>
                { effect }
                { together }
                { for by_group(changes).into_iter().map(|(group, changes)| list.group(group, changes)) }
            </div>
        }
    };
    let effect = |id,
                  test: &'static str,
                  of: fn(Year) -> ScreenFigure,
                  amount: fn(&Effects) -> YuanPerPerson| {
        let Some(effects) = &effects else {
            return html! {};
        };
        let amount = figure(of(effects.year), signed(words, amount(effects)));
        let year = html! { { effects.year } };
        html! {
            <p class="changes-effect" data-testid={test}>
                { sentence(words, id, &[("year", year), ("amount", amount)]) }
            </p>
        }
    };
    let together = |test, count, of: fn(&Contributions) -> &Together| {
        together_line(words, test, count, parts.map(of))
    };
    html! {
        <>
            <h2 id="results-changes-title" ref={title} tabindex="-1">{ words.text("change-title") }</h2>
            if is_empty {
                <p class="empty" data-testid="no-changes">{ words.text("change-none") }</p>
            }
            { part(words.text("change-levers"), &levers, Action::ResetLevers,
                words.text("change-reset-levers"),
                effect("apart-levers", "changes-policy", ScreenFigure::Difference, |effects| effects.policy),
                together("together-policy", levers.len(), |parts| &parts.levers)) }
            { part(words.text("change-assumptions"), &assumptions, Action::ResetAssumptions,
                words.text("change-reset-assumptions"),
                effect("apart-assumptions", "changes-assumed", ScreenFigure::AssumptionEffect, |effects| effects.assumed),
                together("together-assumed", assumptions.len(), |parts| &parts.assumptions)) }
        </>
    }
}

/// The changes of each group, in their order.
fn by_group(changes: &[Change]) -> Vec<(Group, &[Change])> {
    changes
        .chunk_by(|one, other| one.key.group() == other.key.group())
        .filter_map(|chunk| Some((chunk.first()?.key.group(), chunk)))
        .collect()
}

impl List<'_> {
    fn group(&self, group: Group, changes: &[Change]) -> Html {
        let words = self.words;
        let is_cell =
            |key: Key| matches!(key, Key::Fixed(fixed) if fixed <= Fixed::FundsCountyOther);
        let cells = changes.iter().filter(|change| is_cell(change.key)).count();
        let revert = words.text("change-revert-funds");
        html! {
            <div class="changes-group">
                <div class="card-head">
                    <h4>{ words.group(group) }</h4>
                    if cells > 1 {
                        { button(self.act, Action::RevertFunds, "link", revert, None) }
                    }
                </div>
                <ul>{ for changes.iter().map(|change| self.entry(change)) }</ul>
            </div>
        }
    }

    fn entry(&self, change: &Change) -> Html {
        let (words, key) = (self.words, change.key);
        let (idle, note) = (
            self.state.results.idle.get(&key),
            self.state.scenario().note(key),
        );
        let name = words.key_name(key);
        let label = words.format("change-revert", &[("name", &name)]);
        html! {
            <li key={key.to_string()} data-testid={format!("change-{key}")}>
                <span class="change-name">{ name }</span>
                <span class="change-values">
                    <span class="unseen">{ words.text("change-from") }</span>
                    <span class="soft">{ words.value_if_known(key, change.from) }</span>
                    <span aria-hidden="true">{ " → " }</span>
                    <span class="unseen">{ words.text("change-to") }</span>
                    <strong>{ words.value(key, change.to) }</strong>
                </span>
                { button(self.act, Action::Revert(key), "button plain", words.text("change-revert-short"), Some(label)) }
                { contribution_line(words, key, self.parts) }
                if let Some(note) = note {
                    <span class="change-note soft" data-testid={format!("change-note-{key}")}>
                        { words.format("apart-note", &[("note", note.text())]) }
                    </span>
                }
                if let Some(reason) = idle {
                    <span class="change-idle" data-testid={format!("idle-{key}")}>
                        { words.format("change-idle", &[("reason", &words.idle(*reason))]) }
                    </span>
                }
            </li>
        }
    }
}

fn button(
    act: &Callback<Action>,
    action: Action,
    class: &'static str,
    text: std::rc::Rc<str>,
    label: Option<String>,
) -> Html {
    let act = act.clone();
    let onclick = Callback::from(move |_: MouseEvent| act.emit(action.clone()));
    html! { <button type="button" {class} aria-label={label} {onclick}>{ text }</button> }
}
