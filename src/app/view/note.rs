//! A lever's note: a button beside the lever's name, and the page that it opens.

use yew::prelude::*;

use super::context::use_page;
use super::modal::Modal;
use super::parts::publication;
use super::shared::Shared;
use crate::analysis::lever_help::{LeverHelp, PARTS};
use crate::region::Region;

/// Properties of the button.
#[derive(Properties, PartialEq)]
pub struct NoteButtonProps {
    /// The note.
    pub note: &'static LeverHelp,
    /// The lever's name.
    pub name: AttrValue,
    /// The region, whose figures the note mentions.
    pub region: Shared<Region>,
}

/// The button, and the page while it is open.
#[component]
pub fn NoteButton(props: &NoteButtonProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let open = use_state_eq(|| false);
    let on_open = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(true))
    };
    let on_close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let title = words.format("note-title", &[("name", &props.name)]);
    html! {
        <>
            <button type="button" class="note-button" data-note={props.note.lever}
                aria-haspopup="dialog" aria-label={title.clone()} title={title.clone()}
                onclick={on_open}>
                <span aria-hidden="true">{ "?" }</span>
            </button>
            if *open {
                <Modal {title} {on_close}>
                    <NotePage note={props.note} region={props.region.clone()} />
                </Modal>
            }
        </>
    }
}

/// Properties of the page.
#[derive(Properties, PartialEq)]
struct NotePageProps {
    note: &'static LeverHelp,
    region: Shared<Region>,
}

/// The page of a note.
#[component]
fn NotePage(props: &NotePageProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let NotePageProps { note, region } = props;
    let sources = note.sources(region);
    let assumed: Vec<String> = note
        .assumed(region)
        .into_iter()
        .map(|key| words.key_name(key).to_string())
        .collect();
    html! {
        <div class="lever-note" data-testid="note">
            { for PARTS.map(|part| html! {
                <section>
                    <h3>{ words.text(&format!("note-heading-{part}")) }</h3>
                    <p>{ words.note_part(note, part, region) }</p>
                </section>
            }) }
            <section>
                <h3>{ words.text("note-heading-source") }</h3>
                if sources.is_empty() {
                    <p>{ words.text("note-no-source") }</p>
                }
                { for sources.into_iter().map(|source| publication(words, source)) }
                if !assumed.is_empty() {
                    <p>
                        { words.format("note-assumed", &[
                            ("names", &assumed.join(&words.text("note-and"))),
                        ]) }
                    </p>
                }
            </section>
            <p class="soft">{ words.text("note-numbers") }</p>
        </div>
    }
}
