//! Evidence of a value: a badge next to it, and behind the badge the details.

use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::app::view::parts::publication;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::region::key::Key;
use crate::region::{EvidencedValue, Region, Status};
use crate::scenario::note::Note;

/// Properties of the badge.
#[derive(Properties, PartialEq)]
pub struct BadgeProps {
    /// The kind of evidence; none for a value of the user's own.
    pub status: Option<Status>,
    /// True while the evidence is open.
    pub open: bool,
    /// The identifier of the evidence.
    pub controls: AttrValue,
    /// Opens or closes the evidence.
    pub on_toggle: Callback<MouseEvent>,
}

/// The badge; pressing it opens the evidence.
#[component]
pub fn Badge(props: &BadgeProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (class, name) = match props.status {
        Some(status) => (status.name(), words.status(status)),
        None => ("own", words.text("status-own")),
    };
    html! {
        <button type="button" class="badge" aria-expanded={props.open.to_string()}
            aria-controls={props.open.then(|| props.controls.clone())}
            title={words.text("input-evidence")} onclick={props.on_toggle.clone()}>
            <span class={classes!("status", class)}>{ name }</span>
            <span class="unseen">{ words.text("input-evidence") }</span>
        </button>
    }
}

/// Properties of the evidence.
#[derive(Properties, PartialEq)]
pub struct EvidenceProps {
    /// The identifier in the page.
    pub id: AttrValue,
    /// The key.
    pub of: Key,
    /// The region.
    pub region: Shared<Region>,
    /// The user's own word on it.
    pub note: Option<Note>,
}

/// The region's own value of a key with its status, range, arithmetic and publications.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let Some(figure) = props.region.parameters.get(&props.of) else {
        return html! {};
    };
    let value = words.value(props.of, figure.value);
    html! {
        <dl class="evidence" id={props.id.clone()}>
            { entry(words.text("input-evidence-value"), html! {
                { words.format("input-evidence-figure", &[
                    ("value", &value),
                    ("year", &figure.year.to_string()),
                    ("status", &words.status(figure.status)),
                ]) }
            }) }
            if let Some(note) = &props.note {
                { entry(words.text("sources-column-note"), html! { { note.text() } }) }
            }
            if let Some(range) = range_text(words, props.of, figure) {
                { entry(words.text("input-evidence-range"), html! { { range } }) }
            }
            if let Some(basis) = words.basis(figure) {
                { entry(words.text("input-evidence-basis"), html! { { basis } }) }
            }
            if !figure.sources.is_empty() {
                { entry(words.text("input-evidence-sources"), html! {
                    { for figure.sources.iter().filter_map(|id| props.region.sources.get(id)).map(|source| {
                        publication(words, source)
                    }) }
                }) }
            }
        </dl>
    }
}

/// The plausible range in words.
pub fn range_text(words: &Words, key: Key, figure: &EvidencedValue) -> Option<String> {
    Some(words.range(key, figure.range?))
}

fn entry(title: std::rc::Rc<str>, content: Html) -> Html {
    html! { <div><dt>{ title }</dt><dd>{ content }</dd></div> }
}
