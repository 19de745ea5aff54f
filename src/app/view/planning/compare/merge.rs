//! Two drafts put together, with what they disagree on decided one by one.

use std::collections::BTreeMap;
use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::state::{Action, State};
use crate::app::view::context::use_page;
use crate::app::view::kept::use_kept;
use crate::region::key::Key;
use crate::scenario::Scenario;
use crate::scenario::merge::{Conflict, Take, conflicts, merge};
use crate::scenario::tray::Reference;

use super::name_of;

/// What is shown.
#[derive(Properties)]
pub struct MergeProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for MergeProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The card of merging; nothing while there is only one draft.
#[component]
pub fn MergeCard(props: &MergeProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let tray = &state.extras.tray;
    let sides = use_kept("merge-sides", || (Reference::Present, Reference::Entry(0)));
    let decisions = use_kept("merge-decisions", BTreeMap::<Key, Take>::new);
    if tray.is_empty() {
        return html! {};
    }
    let all: Vec<Reference> = std::iter::once(Reference::Present)
        .chain((0..tray.entries().len()).map(Reference::Entry))
        .collect();
    let scenario = |what: Reference| -> Scenario {
        match what {
            Reference::Entry(at) => tray.entries().get(at).map(|entry| entry.scenario.clone()),
            Reference::Plan | Reference::Present => None,
        }
        .unwrap_or_else(|| state.scenario().clone())
    };
    let (first, second) = *sides;
    let (mine, other) = (scenario(first), scenario(second));
    let found = conflicts(&state.region, &mine, &other);
    let merged = merge(&state.region, &mine, &other, &decisions);
    let choose = |is_first: bool, label: &str, chosen: Reference| {
        let (sides, decisions, all) = (sides.clone(), decisions.clone(), all.clone());
        let onchange = Callback::from({
            let all = all.clone();
            move |event: Event| {
                let select: HtmlSelectElement = event.target_unchecked_into();
                let index = usize::try_from(select.selected_index()).unwrap_or(0);
                let what = all.get(index).copied().unwrap_or(Reference::Present);
                decisions.set(BTreeMap::new());
                sides.set(if is_first {
                    (what, sides.1)
                } else {
                    (sides.0, what)
                });
            }
        });
        let name = if is_first {
            "merge-first"
        } else {
            "merge-second"
        };
        html! {
            <label class="pick">
                <span>{ words.text(label) }</span>
                <select data-testid={name} {onchange}>
                    { for all.iter().map(|what| html! {
                        <option selected={*what == chosen}>{ name_of(words, tray, *what) }</option>
                    }) }
                </select>
            </label>
        }
    };
    let decide = |conflict: &Conflict| {
        let key = conflict.key;
        let taken = decisions.get(&key).copied().unwrap_or(Take::First);
        let option = |take: Take, name: String, value: rust_decimal::Decimal| {
            let decisions = decisions.clone();
            let onchange = Callback::from(move |event: Event| {
                let input: HtmlInputElement = event.target_unchecked_into();
                if input.checked() {
                    let mut next = (*decisions).clone();
                    next.insert(key, take);
                    decisions.set(next);
                }
            });
            html! {
                <label>
                    <input type="radio" name={format!("merge-{key}")} checked={taken == take} {onchange}
                        data-testid={format!("merge-{key}-{}", match take { Take::First => "first", Take::Second => "second", Take::Neither => "neither" })} />
                    { " " }{ name }{ words.text("plan-merge-colon") }{ words.value(key, value) }
                </label>
            }
        };
        html! {
            <fieldset class="planning-axis" key={key.to_string()}>
                <legend>{ words.key_name(key) }</legend>
                { option(Take::First, name_of(words, tray, first), conflict.first) }
                { option(Take::Second, name_of(words, tray, second), conflict.second) }
                { option(Take::Neither, words.text("plan-compare-plan").to_string(), conflict.base) }
            </fieldset>
        }
    };
    let take = {
        let (act, merged) = (page.act.clone(), merged.clone());
        Callback::from(move |_: MouseEvent| {
            if let Ok(merged) = &merged {
                act.emit(Action::Navigate(merged.clone()));
            }
        })
    };
    let said = match &merged {
        Ok(merged) => {
            let income = merged.project(&state.region).scenario[0].income;
            let year = state.region.years.first_plan.to_string();
            let count = merged.entries().count().to_string();
            html! {
                <p role="status" data-testid="merge-said">{ words.format("plan-merge-said", &[
                    ("count", &count), ("conflicts", &found.len().to_string()), ("year", &year), ("income", &words.money(income)),
                ]) }</p>
            }
        }
        Err(problems) => html! {
            <ul class="fault" role="alert">{ for problems.iter().map(|problem| html! { <li>{ words.problem(problem) }</li> }) }</ul>
        },
    };
    html! {
        <section class="card planning-card" data-testid="merge">
            <h2>{ words.text("plan-merge-title") }</h2>
            <p class="soft">{ words.text("plan-merge-lead") }</p>
            <div class="planning-form">
                { choose(true, "plan-merge-first", first) }
                { choose(false, "plan-merge-second", second) }
            </div>
            if !found.is_empty() {
                <div class="planning-form merge-conflicts">{ for found.iter().map(decide) }</div>
            }
            <div class="planning-form">
                { said }
                <button type="button" class="button primary" data-testid="merge-take" disabled={merged.is_err() || first == second}
                    onclick={take}>{ words.text("plan-merge-take") }</button>
            </div>
        </section>
    }
}
