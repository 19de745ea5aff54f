//! Keys pressed within an element.
//!
//! The element itself listens for them. The page's own way of listening walks up from every pressed key to the top
//! of the page, and the key that moves a lever would wait for that.
//!
//! A key that an input method takes for itself is not reported at all: Escape then ends composing and nothing
//! else.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// The code of every key that an input method took, where a browser ends composing before it reports the key.
const TAKEN_BY_INPUT_METHOD: u32 = 229;

/// True where an input method takes the key for itself.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == TAKEN_BY_INPUT_METHOD
}

/// Calls `on_close` where Escape is pressed within the element.
#[hook]
pub fn use_escape(node: &NodeRef, on_close: &Callback<()>) {
    let on_close = on_close.clone();
    use_keys(
        node,
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                on_close.emit(());
            }
        }),
    );
}

/// The tab that a key turns to from another one: the one beside it, or the first or last of all; the key does nothing else
/// then.
pub fn turned_tab<T: Copy + PartialEq>(event: &KeyboardEvent, all: &[T], from: T) -> Option<T> {
    let count = all.len();
    let at = all.iter().position(|known| *known == from).unwrap_or(0);
    let next = match event.key().as_str() {
        "ArrowLeft" => (at + count.saturating_sub(1)).checked_rem(count)?,
        "ArrowRight" => (at + 1).checked_rem(count)?,
        "Home" => 0,
        "End" => count.checked_sub(1)?,
        _ => return None,
    };
    event.prevent_default();
    all.get(next).copied()
}

/// Calls `on_key` for each key pressed within the element, which must be there from the first drawing on.
#[hook]
pub fn use_keys(node: &NodeRef, on_key: Callback<KeyboardEvent>) {
    let latest = use_mut_ref(|| on_key.clone());
    *latest.borrow_mut() = on_key;
    use_effect_with(node.clone(), move |node| {
        let element = node.cast::<Element>();
        debug_assert!(
            element.is_some(),
            "the element with the keys is on the page"
        );
        let listener = element.map(|element| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&element, "keydown", options, move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                    && !is_composing(event)
                {
                    // Held no longer than for the copy: what it does may redraw this very element.
                    let on_key = latest.borrow().clone();
                    on_key.emit(event.clone());
                }
            })
        });
        move || drop(listener)
    });
}
