//! Keys while a presentation is on: heard before anything else on the page, so that no lever moves by them.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::app::presentation::Curtain;
use crate::app::presentation::keys::{KeyPlace, PresentationKey, presentation_key};
use crate::app::view::keys::is_composing;

/// Hears every key of the window first.
#[hook]
pub fn use_window_keys(on_key: Callback<KeyboardEvent>) {
    let latest = use_mut_ref(|| on_key.clone());
    *latest.borrow_mut() = on_key;
    use_effect_with((), move |()| {
        let options = EventListenerOptions {
            phase: gloo::events::EventListenerPhase::Capture,
            passive: false,
        };
        let window = gloo::utils::window();
        let listener = EventListener::new_with_options(&window, "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && !is_composing(event)
            {
                // Held no longer than for the copy: what it does may redraw the view.
                let on_key = latest.borrow().clone();
                on_key.emit(event.clone());
            }
        });
        move || drop(listener)
    });
}

/// The meaning of a key for the presentation. Where the calculator is in sight, what is open over it comes first.
pub fn key_of(event: &KeyboardEvent, curtain: Curtain, is_beside: bool) -> Option<PresentationKey> {
    let is_with_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    presentation_key(&event.key(), is_with_modifier, place(is_beside), curtain)
}

/// True where the focus is in a field for text or numbers.
pub fn is_in_text() -> bool {
    place(false) == KeyPlace::Text
}

fn place(is_beside: bool) -> KeyPlace {
    let document = gloo::utils::document();
    let focus = document.active_element();
    let own = focus.as_ref().map_or(KeyPlace::Elsewhere, place_of);
    if own == KeyPlace::Text || !is_beside {
        return own;
    }
    let over = document.query_selector("dialog[open], .cover-page:not(.projector-beside)");
    match over {
        Ok(Some(_)) => KeyPlace::Dialog,
        _ => own,
    }
}

fn place_of(focus: &Element) -> KeyPlace {
    let kind = focus.get_attribute("type").unwrap_or_default();
    match &*focus.tag_name().to_ascii_lowercase() {
        "textarea" => KeyPlace::Text,
        "select" => KeyPlace::List,
        "button" | "a" | "summary" => KeyPlace::Button,
        "input" => match &*kind {
            "range" => KeyPlace::Elsewhere,
            "checkbox" | "radio" | "button" | "file" => KeyPlace::Button,
            _ => KeyPlace::Text,
        },
        _ => KeyPlace::Elsewhere,
    }
}

/// Gives the focus to the element of a node.
pub fn focus_on(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let focused = element.focus();
        debug_assert!(focused.is_ok(), "an element of the page takes the focus");
    }
}
