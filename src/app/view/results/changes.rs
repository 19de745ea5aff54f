//! All that was changed, each revertible: levers and assumptions apart, funds together.

use std::collections::BTreeMap;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::parts::{sentence, signed};
use crate::analysis::idle::Reason;
use crate::app::state::{Action, Results};
use crate::app::view::context::{Words, use_page};
use crate::app::view::figure::{Figure, figure};
use crate::number::YuanPerPerson;
use crate::region::key::{Fixed, Group, Key, Year};
use crate::scenario::Change;

/// What all levers together and all assumptions together come to in the first plan year.
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

/// The changes.
#[derive(Properties, PartialEq)]
pub struct ChangesProps {
    /// Levers before assumptions.
    pub changes: Vec<Change>,
    /// What they come to.
    pub effects: Option<Effects>,
    /// The user's own words on where values come from.
    pub notes: BTreeMap<Key, AttrValue>,
    /// Those that do nothing, and why.
    pub idle: BTreeMap<Key, Reason>,
}

/// The list of changes.
#[component]
pub fn Changes(props: &ChangesProps) -> Html {
    let page = use_page();
    let words = &page.words;
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
    let (levers, assumptions): (Vec<_>, Vec<_>) = props
        .changes
        .iter()
        .copied()
        .partition(|change| change.key.is_lever());
    let part = |title: std::rc::Rc<str>, changes: &[Change], reset: Action, label, effect| {
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
                { for by_group(changes).into_iter().map(|(group, changes)| {
                    list(words, &act, group, changes, props)
                }) }
            </div>
        }
    };
    let effect =
        |id, test: &'static str, of: fn(Year) -> Figure, amount: fn(&Effects) -> YuanPerPerson| {
            let Some(effects) = &props.effects else {
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
    html! {
        <>
            <h2 id="results-changes-title" ref={title} tabindex="-1">{ words.text("change-title") }</h2>
            if props.changes.is_empty() {
                <p class="empty" data-testid="no-changes">{ words.text("change-none") }</p>
            }
            { part(words.text("change-levers"), &levers, Action::ResetLevers,
                words.text("change-reset-levers"),
                effect("apart-levers", "changes-policy", Figure::Difference, |effects| effects.policy)) }
            { part(words.text("change-assumptions"), &assumptions, Action::ResetAssumptions,
                words.text("change-reset-assumptions"),
                effect("apart-assumptions", "changes-assumed", Figure::AssumptionEffect, |effects| effects.assumed)) }
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

fn list(
    words: &Words,
    act: &Callback<Action>,
    group: Group,
    changes: &[Change],
    props: &ChangesProps,
) -> Html {
    let is_cell = |key: Key| matches!(key, Key::Fixed(fixed) if fixed <= Fixed::FundsCountyOther);
    let cells = changes.iter().filter(|change| is_cell(change.key)).count();
    html! {
        <div class="changes-group">
            <div class="card-head">
                <h4>{ words.group(group) }</h4>
                if cells > 1 {
                    { button(act, Action::RevertFunds, "link", words.text("change-revert-funds"), None) }
                }
            </div>
            <ul>
                { for changes.iter().map(|change| entry(words, act, change, props)) }
            </ul>
        </div>
    }
}

fn entry(words: &Words, act: &Callback<Action>, change: &Change, props: &ChangesProps) -> Html {
    let key = change.key;
    let (idle, note) = (props.idle.get(&key), props.notes.get(&key));
    let name = words.key_name(key);
    let label = words.format("change-revert", &[("name", &name)]);
    html! {
        <li key={key.to_string()} data-testid={format!("change-{key}")}>
            <span class="change-name">{ name }</span>
            <span class="change-values">
                <span class="unseen">{ words.text("change-from") }</span>
                <span class="soft">{ words.value(key, change.from) }</span>
                <span aria-hidden="true">{ " → " }</span>
                <span class="unseen">{ words.text("change-to") }</span>
                <strong>{ words.value(key, change.to) }</strong>
            </span>
            { button(act, Action::Revert(key), "button plain", words.text("change-revert-short"), Some(label)) }
            if let Some(note) = note {
                <span class="change-note soft" data-testid={format!("change-note-{key}")}>
                    { words.format("apart-note", &[("note", note)]) }
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
