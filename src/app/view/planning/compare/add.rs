//! Sources of new drafts: the scenario on the screen, examples, saved scenarios, links, files.

use std::rc::Rc;

use rust_decimal::Decimal;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::effects::{boot, entries, files};
use crate::app::shelf::StoredContent;
use crate::app::state::{Action, Brought, News, Origin, State};
use crate::app::view::context::use_page;
use crate::problem::Problem;
use crate::scenario::drafts::{Extras, MOST_DRAFTS};
use crate::scenario::examples::Example;
use crate::scenario::input_distributions::InputDistributions;
use crate::scenario::{Scenario, file};

/// Properties of the controls.
#[derive(Properties)]
pub struct AddProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for AddProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// A scenario that is to be added.
struct Incoming {
    name: String,
    scenario: Scenario,
    /// The extras that came with it.
    extras: Option<Extras>,
    problems: Vec<Problem>,
    figures_changed: Option<(Decimal, Decimal)>,
    origin: Origin,
}

impl Incoming {
    /// One from here, without extras.
    fn of(name: String, scenario: Scenario) -> Self {
        Self {
            name,
            scenario,
            extras: None,
            problems: Vec::new(),
            figures_changed: None,
            origin: Origin::Storage,
        }
    }
}

/// The ways to add a draft.
#[component]
pub fn AddToTray(props: &AddProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let name = use_node_ref();
    let link = use_node_ref();
    let add = {
        let store = page.store.clone();
        let act = page.act.clone();
        Callback::from(move |incoming: Incoming| {
            // The newest drafts, since a file may come in later.
            let mut drafts = store.newest().extras.drafts.clone();
            let others = incoming.extras.unwrap_or_default();
            let vintage = incoming.scenario.vintage();
            let left_out = drafts.add_all(&incoming.name, incoming.scenario, &others.drafts);
            let brought = Brought {
                added: others.drafts.entries().len().saturating_sub(left_out.len()),
                left_out,
                without_doubts: others.distributions != InputDistributions::default(),
            };
            act.emit(Action::SetTray(drafts));
            if brought != Brought::default() {
                act.emit(Action::Notify(News::DraftsAdded(brought)));
            }
            if !incoming.problems.is_empty() {
                act.emit(Action::Notify(News::Problems(
                    incoming.origin,
                    incoming.problems,
                )));
            }
            if let Some((shared, today)) = incoming.figures_changed {
                act.emit(Action::Notify(News::FiguresChanged(shared, today, vintage)));
            }
        })
    };
    let is_full = state.extras.drafts.entries().len() >= MOST_DRAFTS;
    let add_present = {
        let (add, state, name) = (add.clone(), state.clone(), name.clone());
        let usual = words.text("plan-compare-draft");
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let input = name.cast::<HtmlInputElement>();
            let typed = input
                .as_ref()
                .map(HtmlInputElement::value)
                .unwrap_or_default();
            let chosen = if typed.trim().is_empty() {
                state.name.clone().unwrap_or_else(|| usual.to_string())
            } else {
                typed
            };
            if let Some(input) = input {
                input.set_value("");
            }
            add.emit(Incoming::of(chosen, state.scenario().clone()));
        })
    };
    let add_known = {
        let (add, state, words, act) =
            (add.clone(), state.clone(), words.clone(), page.act.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let chosen = select.value();
            select.set_value("");
            let example = Example::ALL
                .into_iter()
                .find(|example| format!("example/{}", example.name()) == chosen);
            if let Some(example) = example {
                let scenario = example.scenario(&state.region);
                add.emit(Incoming::of(words.example(example).to_string(), scenario));
            } else if let Some(kept) = chosen.strip_prefix("kept/") {
                match entries::saved(&state.region, kept) {
                    Ok(Some(StoredContent::Whole(found))) => {
                        add.emit(Incoming {
                            extras: Some(found.extras),
                            problems: found.problems,
                            ..Incoming::of(kept.to_owned(), found.scenario)
                        });
                    }
                    Ok(Some(other)) => {
                        let problems = entries::obstacle(&other).into_iter().collect();
                        act.emit(Action::Notify(News::Refused(Origin::Storage, problems)));
                    }
                    Ok(None) => act.emit(Action::Notify(News::Failed("library-gone"))),
                    Err(fault) => act.emit(Action::Notify(News::StorageFailed(fault))),
                }
            }
        })
    };
    let add_link = {
        let (add, state, link, act) = (add.clone(), state.clone(), link.clone(), page.act.clone());
        let usual = words.text("plan-compare-linked");
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = link.cast::<HtmlInputElement>() else {
                return;
            };
            match boot::read_link(&state.region, &input.value()) {
                Ok((opened, _)) => {
                    input.set_value("");
                    add.emit(Incoming {
                        extras: opened.extras,
                        problems: opened.problems,
                        figures_changed: opened.figures_changed,
                        origin: Origin::Link,
                        ..Incoming::of(
                            opened.given.unwrap_or_else(|| usual.to_string()),
                            opened.scenario,
                        )
                    });
                }
                Err(problems) => act.emit(Action::Notify(News::Refused(Origin::Link, problems))),
            }
        })
    };
    let add_file = {
        let (add, state, act) = (add.clone(), state.clone(), page.act.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(chosen) = input.files().and_then(|files| files.get(0)) else {
                return;
            };
            let (add, state, act) = (add.clone(), state.clone(), act.clone());
            spawn_local(async move {
                let name = chosen.name();
                let name = name
                    .rsplit_once('.')
                    .map_or(&*name, |(stem, _)| stem)
                    .to_owned();
                match files::read(&chosen).await {
                    Ok(text) => match file::read(&state.region, &text) {
                        Ok(read) => {
                            let name = read.name.unwrap_or(name);
                            add.emit(Incoming {
                                extras: Some(read.extras),
                                problems: read.problems,
                                origin: Origin::File,
                                ..Incoming::of(name, read.scenario)
                            });
                        }
                        Err(problem) => {
                            act.emit(Action::Notify(News::Refused(Origin::File, vec![problem])));
                        }
                    },
                    Err(news) => act.emit(Action::Notify(news)),
                }
                input.set_value("");
            });
        })
    };
    let kept = entries::names().unwrap_or_default();
    html! {
        <section class="card planning-card" data-testid="compare-add">
            <div class="planning-form">
                <form class="planning-inline" onsubmit={add_present}>
                    <label class="planning-field">
                        <span>{ words.text("plan-compare-name") }</span>
                        <input ref={name} class="field" type="text" maxlength="80" data-testid="compare-name" />
                    </label>
                    <button type="submit" class="button primary" data-testid="compare-add-present" disabled={is_full}>
                        { words.text("plan-compare-add-present") }
                    </button>
                </form>
                <label class="pick">
                    <span>{ words.text("plan-compare-add-known") }</span>
                    <select data-testid="compare-add-known" onchange={add_known} disabled={is_full}>
                        <option value="" selected=true>{ words.text("plan-compare-choose") }</option>
                        <optgroup label={words.text("plan-compare-examples")}>
                            { for Example::ALL.iter().filter(|example| **example != Example::Plan).map(|example| html! {
                                <option value={format!("example/{}", example.name())}>{ words.example(*example) }</option>
                            }) }
                        </optgroup>
                        if !kept.is_empty() {
                            <optgroup label={words.text("plan-compare-kept")}>
                                { for kept.iter().map(|name| html! {
                                    <option value={format!("kept/{name}")}>{ name }</option>
                                }) }
                            </optgroup>
                        }
                    </select>
                </label>
                <form class="planning-inline" onsubmit={add_link}>
                    <label class="planning-field">
                        <span>{ words.text("plan-compare-link") }</span>
                        <input ref={link} class="field" type="text" data-testid="compare-link" />
                    </label>
                    <button type="submit" class="button" data-testid="compare-add-link" disabled={is_full}>
                        { words.text("plan-compare-add-link") }
                    </button>
                </form>
                <label class="button">
                    { words.text("plan-compare-file") }
                    <input class="unseen" type="file" accept=".json,application/json"
                        data-testid="compare-file" disabled={is_full} onchange={add_file} />
                </label>
            </div>
            if is_full {
                <p class="soft">{ words.format("plan-compare-full", &[("most", &MOST_DRAFTS.to_string())]) }</p>
            }
        </section>
    }
}
