//! Two drafts put together, with what they disagree on decided one by one.

mod decide;
mod money;

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::state::{Action, State};
use crate::app::view::context::use_page;
use crate::app::view::context::use_session_state;
use crate::scenario::Scenario;
use crate::scenario::drafts::Reference;
use crate::scenario::merge::{Decisions, conflicts, merge, open};

use super::name_of;
use decide::Deciding;
use money::money_table;

/// Properties of the dialog.
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
    let drafts = &state.extras.drafts;
    let sides = use_session_state("merge-sides", || (Reference::Present, Reference::Draft(0)));
    let decisions = use_session_state("merge-decisions", Decisions::new);
    if drafts.is_empty() {
        return html! {};
    }
    let all: Vec<Reference> = std::iter::once(Reference::Present)
        .chain((0..drafts.entries().len()).map(Reference::Draft))
        .collect();
    let scenario = |what: Reference| -> Scenario {
        match what {
            Reference::Draft(at) => drafts.entries().get(at).map(|entry| entry.scenario.clone()),
            Reference::Plan | Reference::Present => None,
        }
        .unwrap_or_else(|| state.scenario().clone())
    };
    // A draft that was taken out since leaves the one on the screen.
    let known = |what: Reference| match all.contains(&what) {
        true => what,
        false => Reference::Present,
    };
    let (first, second) = (known(sides.0), known(sides.1));
    let (mine, other) = (scenario(first), scenario(second));
    // The changes of both are put on the values that the first was made under.
    let region = mine.region(&state.region);
    let found = conflicts(&region, &mine, &other);
    let undecided = open(&found, &decisions);
    let merged = merge(&region, &mine, &other, &decisions);
    let choose = |is_first: bool, label: &str, chosen: Reference| {
        let (sides, all) = (sides.clone(), all.clone());
        let onchange = Callback::from({
            let all = all.clone();
            move |event: Event| {
                let select: HtmlSelectElement = event.target_unchecked_into();
                let index = usize::try_from(select.selected_index()).unwrap_or(0);
                let what = all.get(index).copied().unwrap_or(Reference::Present);
                sides.set(if is_first {
                    (what, second)
                } else {
                    (first, what)
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
                        <option selected={*what == chosen}>{ name_of(words, drafts, *what) }</option>
                    }) }
                </select>
            </label>
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
    // The second one's changes are put on the first one's figures, which is said.
    let version = (mine.vintage() != other.vintage()).then(|| region.version.to_string());
    let names = [
        name_of(words, drafts, first),
        name_of(words, drafts, second),
    ];
    let merged_on = names[0].clone();
    let said = match &merged {
        Ok(merged) => {
            let income = merged.project(&region).scenario[0].income;
            let year = state.region.years.first_plan.to_string();
            let count = merged.entries().count().to_string();
            html! {
                <>
                    { money_table(words, &state.region, &names, [&mine, &other, merged]) }
                    <p role="status" data-testid="merge-said">{ words.format("plan-merge-said", &[
                        ("count", &count), ("conflicts", &found.len().to_string()), ("year", &year), ("income", &words.money(income)),
                    ]) }</p>
                </>
            }
        }
        Err(problems) => html! {
            <ul class="fault" role="alert">{ for problems.iter().map(|problem| html! { <li>{ words.problem(problem) }</li> }) }</ul>
        },
    };
    let is_same = first == second;
    let hindrance = match (is_same, undecided) {
        (true, _) => Some(words.text("plan-merge-same").to_string()),
        (false, 0) => None,
        (false, count) => Some(words.format("plan-merge-open", &[("count", &count.to_string())])),
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
                <Deciding conflicts={found} {names} {decisions} />
            }
            if let Some(version) = version {
                <p data-testid="merge-version">{ words.format("plan-merge-version", &[("name", &merged_on), ("version", &version)]) }</p>
            }
            if !is_same { { said } }
            <div class="planning-form">
                <button type="button" class="button primary" data-testid="merge-take"
                    disabled={merged.is_err() || hindrance.is_some()} aria-describedby="merge-hindrance"
                    onclick={take}>{ words.text("plan-merge-take") }</button>
                <p id="merge-hindrance" class="soft merge-hindrance" role="status" data-testid="merge-open">{ hindrance }</p>
            </div>
        </section>
    }
}
