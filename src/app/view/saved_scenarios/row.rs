//! A saved scenario: open, name, delete.

use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::scenario::name::clean_name;

/// Properties of a row.
#[derive(Properties, PartialEq)]
pub struct SavedRowProps {
    /// Its label.
    pub label: AttrValue,
    /// Details known of it.
    #[prop_or_default]
    pub about: Option<AttrValue>,
    /// True where it is on the screen.
    #[prop_or_default]
    pub is_current: bool,
    /// Opens it; where there is none it can't be opened.
    #[prop_or_default]
    pub on_open: Option<Callback<()>>,
    /// Gives it a name.
    #[prop_or_default]
    pub on_name: Option<Callback<String>>,
    /// The name that is proposed first.
    #[prop_or_default]
    pub name: AttrValue,
    /// Saves it to a file unchanged.
    #[prop_or_default]
    pub on_save: Option<Callback<()>>,
    /// Deletes it.
    #[prop_or_default]
    pub on_delete: Option<Callback<()>>,
}

/// The question that the row asks.
#[derive(Clone, Copy, PartialEq)]
enum Asking {
    Nothing,
    Name,
    Delete,
}

/// A row of a list.
#[component]
pub fn Row(props: &SavedRowProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let asking = use_state_eq(|| Asking::Nothing);
    let input = use_node_ref();
    let toggle = |wanted: Asking| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| {
            let next = if *asking == wanted {
                Asking::Nothing
            } else {
                wanted
            };
            asking.set(next);
        })
    };
    let clicked = |callback: &Callback<()>| {
        let callback = callback.clone();
        Callback::from(move |_: MouseEvent| callback.emit(()))
    };
    let take_name = props.on_name.clone().map(|on_name| {
        let (asking, input) = (asking.clone(), input.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = input.cast::<HtmlInputElement>().map(|input| input.value());
            let name = clean_name(&typed.unwrap_or_default());
            if !name.is_empty() {
                asking.set(Asking::Nothing);
                on_name.emit(name);
            }
        })
    });
    let tool = |id: &str, label_id: &str, which: Asking| {
        let is_asking = *asking == which;
        let label = words.format(label_id, &[("name", &props.label)]);
        html! {
            <button type="button" class="button plain" onclick={toggle(which)} aria-expanded={is_asking.to_string()}
                aria-label={(!is_asking).then_some(label)}>
                { words.text(if is_asking { "library-delete-not" } else { id }) }
            </button>
        }
    };
    html! {
        <li class={classes!(props.is_current.then_some("current"))}>
            <div class="kept-what">
                if let Some(on_open) = &props.on_open {
                    <button type="button" class="button plain kept-name" onclick={clicked(on_open)}>
                        <bdi>{ &props.label }</bdi>
                    </button>
                } else {
                    <span class="kept-name"><bdi>{ &props.label }</bdi></span>
                }
                if let Some(about) = &props.about {
                    <span class="soft kept-about">{ about }</span>
                }
            </div>
            if let Some(on_save) = &props.on_save {
                <button type="button" class="button plain" onclick={clicked(on_save)}
                    aria-label={words.format("library-save-one", &[("name", &props.label)])}>
                    { words.text("library-save-short") }
                </button>
            }
            if props.on_name.is_some() { { tool("library-name-short", "library-name-one", Asking::Name) } }
            if let (Asking::Delete, Some(on_delete)) = (*asking, &props.on_delete) {
                <button type="button" class="button" onclick={clicked(on_delete)}>
                    { words.text("library-delete-sure") }
                </button>
            }
            if props.on_delete.is_some() { { tool("library-delete-short", "library-delete", Asking::Delete) } }
            if let (Asking::Name, Some(onsubmit)) = (*asking, take_name) {
                <form class="kept-naming" {onsubmit}>
                    <label>
                        { words.text("library-name") }
                        <input ref={input} type="text" maxlength="80" value={props.name.clone()} required=true
                            data-testid="row-name" autocomplete="off" />
                    </label>
                    <button class="button">{ words.text("library-name-take") }</button>
                </form>
            }
        </li>
    }
}
