//! Pages that cover the whole page while they are open, on paper as on the screen: the report, the sources.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::context::use_page;
use crate::app::effects::locales;
use crate::app::words::Words;

/// The class of the page's root while it is covered.
const COVERED: &str = "covered";

/// Hides the rest of the page as long as the covering page is drawn, and brings the focus to its title and back to
/// where it was.
#[hook]
pub fn use_cover(title: &NodeRef) {
    let title = title.clone();
    use_effect_with((), move |()| {
        let document = gloo::utils::document();
        let before = document.active_element();
        let root = document.document_element();
        if let Some(root) = &root {
            set_class(root, true);
        }
        gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
        focus(title.cast::<HtmlElement>());
        move || {
            if let Some(root) = &root {
                set_class(root, false);
            }
            focus(before.and_then(|element| element.dyn_into::<HtmlElement>().ok()));
        }
    });
}

/// Names the window after what covers the page: a browser calls the PDF by that name.
#[hook]
pub fn use_window_title(title: &str, words: &Words) {
    let region = use_page().store.newest().region.clone();
    use_effect_with((title.to_owned(), words.clone()), move |(title, words)| {
        gloo::utils::document().set_title(title);
        let usual = locales::page_title(words, &region);
        move || gloo::utils::document().set_title(&usual)
    });
}

fn set_class(root: &web_sys::Element, is_open: bool) {
    let set = if is_open {
        root.class_list().add_1(COVERED)
    } else {
        root.class_list().remove_1(COVERED)
    };
    debug_assert!(set.is_ok(), "a class is a plain word");
}

fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        let focused = element.focus();
        debug_assert!(focused.is_ok(), "an element of the page takes the focus");
    }
}
