//! The parts that every whole page has: its start, its language, undo and redo by keyboard.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::store::Store;
use crate::app::effects::boot::LANGUAGE_KEY;
use crate::app::effects::{locales, storage};
use crate::app::state::{Action, State};
use crate::app::words::Words;
use crate::language::Language;
use crate::region::Region;

/// The start of the page.
#[derive(Properties)]
pub struct PageProps {
    /// The first state.
    pub start: Rc<State>,
}

impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.start, &other.start)
    }
}

/// The store of a page, which draws the page that it is made on.
#[hook]
pub fn use_store(start: &Rc<State>) -> Rc<Store> {
    let redraw = use_force_update();
    let store = use_mut_ref(|| {
        let store = Store::new(start.clone());
        store.draws_page(Callback::from(move |()| redraw.force_update()));
        store
    });
    store.borrow().clone()
}

/// The words of a language. A link may want one whose words are not loaded yet; the present ones stay until then.
#[hook]
pub fn use_words(start: &State, language: Language) -> Option<Words> {
    let last = use_mut_ref(|| locales::loaded(start.language));
    if let Some(words) = locales::loaded(language) {
        *last.borrow_mut() = Some(words);
    }
    last.borrow().clone()
}

/// Sets the page's language, and saves the choice.
#[hook]
pub fn use_language(words: &Words, region: &Rc<Region>) {
    let region = region.clone();
    use_effect_with(words.clone(), move |words| {
        locales::announce(words, &region);
        // Where storage is blocked the browser's language is used again next time; a notice of it is given when
        // work can't be saved.
        let _may_fail = storage::write(LANGUAGE_KEY, words.language().tag());
    });
}

/// Undo and redo by keyboard, but not inside a text that is being typed, which has its own.
#[hook]
pub fn use_keyboard(act: &Callback<Action>) {
    use_effect_with(act.clone(), |act| {
        let act = act.clone();
        let listener = EventListener::new_with_options(
            &gloo::utils::window(),
            "keydown",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || is_typing() {
                    return;
                }
                let action = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
                    ("z", false) => Action::Undo,
                    ("z", true) | ("y", false) => Action::Redo,
                    _ => return,
                };
                event.prevent_default();
                act.emit(action);
            },
        );
        move || drop(listener)
    });
}

/// True while the focus is in a text field with something typed and not yet taken over.
pub fn is_typing() -> bool {
    let Some(focus) = gloo::utils::document().active_element() else {
        return false;
    };
    let is_text = match focus.tag_name().to_ascii_lowercase().as_str() {
        "textarea" => true,
        "input" => {
            let kind = focus.get_attribute("type").unwrap_or_default();
            !matches!(
                kind.as_str(),
                "range" | "checkbox" | "radio" | "button" | "file"
            )
        }
        _ => false,
    };
    let taken_over = focus.get_attribute("data-settled").is_some();
    is_text && !taken_over
}
