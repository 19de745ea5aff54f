//! A column's name, with what can be done with it.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::state::{Action, Opened, State};
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::scenario::drafts::{Drafts, Reference, RemovedDraft};

/// Properties of a head.
#[derive(Properties)]
pub struct HeadProps {
    /// The state.
    pub state: Rc<State>,
    /// The column.
    pub what: Reference,
    /// Its name.
    pub name: String,
    /// True where the others are measured against it.
    pub is_reference: bool,
    /// Called with a draft that was taken out.
    pub on_removed: Callback<RemovedDraft>,
}

impl PartialEq for HeadProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && (self.what, &self.name, self.is_reference)
                == (other.what, &other.name, other.is_reference)
    }
}

/// The head of a column.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (state, what, name) = (&props.state, props.what, &props.name);
    let change = |edit: fn(&mut Drafts, Reference)| {
        let (act, drafts) = (page.act.clone(), state.extras.drafts.clone());
        Callback::from(move |_: MouseEvent| {
            let mut drafts = drafts.clone();
            edit(&mut drafts, what);
            act.emit(Action::SetTray(drafts));
        })
    };
    let refer = change(|drafts, what| drafts.refer_to(what));
    let forward = change(|drafts, what| {
        if let Reference::Draft(at) = what {
            drafts.move_forward(at);
        }
    });
    let open = {
        let (act, state) = (page.act.clone(), state.clone());
        Callback::from(move |_: MouseEvent| {
            if let Reference::Draft(at) = what
                && let Some(entry) = state.extras.drafts.entries().get(at)
            {
                let opened = Opened::draft(entry.scenario.clone());
                act.emit(Action::Open(Box::new(opened)));
            }
        })
    };
    let remove = {
        let (act, drafts) = (page.act.clone(), state.extras.drafts.clone());
        let on_removed = props.on_removed.clone();
        Callback::from(move |_: MouseEvent| {
            let mut drafts = drafts.clone();
            if let Reference::Draft(at) = what
                && let Some(removed) = drafts.remove(at)
            {
                act.emit(Action::SetTray(drafts));
                on_removed.emit(removed);
            }
        })
    };
    let tools = match what {
        Reference::Draft(at) => html! {
            <>
                if !props.is_reference { { tool(words, REFER, name, refer) } }
                { tool(words, OPEN, name, open) }
                if at > 0 { { tool(words, FORWARD, name, forward) } }
                { tool(words, REMOVE, name, remove) }
            </>
        },
        Reference::Plan | Reference::Present if props.is_reference => html! {},
        Reference::Plan | Reference::Present => tool(words, REFER, name, refer),
    };
    let label = match what {
        Reference::Draft(at) => {
            let rename = {
                let (act, drafts) = (page.act.clone(), state.extras.drafts.clone());
                Callback::from(move |event: Event| {
                    let input: HtmlInputElement = event.target_unchecked_into();
                    let mut drafts = drafts.clone();
                    drafts.rename(at, &input.value());
                    act.emit(Action::SetTray(drafts));
                })
            };
            html! {
                <input class="field compare-name" type="text" maxlength="80" value={name.clone()} title={name.clone()}
                    aria-label={words.format("plan-compare-rename", &[("name", name)])} onchange={rename} />
            }
        }
        Reference::Plan | Reference::Present => {
            html! { <span class="compare-name">{ name }</span> }
        }
    };
    html! {
        <th scope="col" class={classes!("number", props.is_reference.then_some("reference"))}>
            { label }
            if props.is_reference { <span class="badge">{ words.text("plan-compare-reference") }</span> }
            <span class="compare-tools">{ tools }</span>
        </th>
    }
}

/// The identifiers of a button's full and short labels, and its sign.
type Tool = [&'static str; 3];

const REFER: Tool = ["plan-compare-refer", "plan-compare-short-refer", "◎"];
const OPEN: Tool = ["plan-compare-open", "plan-compare-short-open", "↗"];
const FORWARD: Tool = ["plan-compare-forward", "plan-compare-short-forward", "←"];
const REMOVE: Tool = ["plan-compare-remove", "plan-compare-short-remove", "✕"];

/// A button with its sign and a short word; its full label is for tooltips and screen readers.
fn tool(words: &Words, [id, short, sign]: Tool, name: &str, onclick: Callback<MouseEvent>) -> Html {
    let label = words.format(id, &[("name", name)]);
    let short = words.text(short);
    // The visible words are part of its name, for users of voice control.
    let name = format!("{short}{}{label}", words.text("plan-merge-colon"));
    html! {
        <button type="button" class="tool" data-testid={id} title={label} aria-label={name} {onclick}>
            <span aria-hidden="true">{ sign }{ " " }</span>{ short }
        </button>
    }
}
