//! Texts that another program replaced: a browser that translates the page, or an extension, puts nodes of its own
//! in the place of the page's. The page's later changes to its own nodes are then invisible; so it detects this
//! and redraws itself.

use std::cell::Cell;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, MutationRecord, Node};
use yew::prelude::*;

use crate::app::state::{Action, News};

/// Most redraws of the page by itself. A program that replaces its texts even then finds them redrawn only where
/// something changed, or both would go on without end.
const MOST_TIMES: u32 = 8;

/// Watches for foreign texts.
struct Watch {
    observer: MutationObserver,
    _on_records: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Number of redraws of the page, as a key of all that it shows: with another one nothing of what was drawn before
/// is used. No drawing may go on with nodes that are gone, so that each one after a foreign change starts from
/// nothing.
#[hook]
pub fn use_own_texts(act: &Callback<Action>) -> u32 {
    let redraw = use_force_update();
    let is_foreign = use_memo((), |()| Cell::new(false));
    let times = use_memo((), |()| Cell::new(0_u32));
    let focused = use_memo((), |()| Cell::new(None::<String>));
    if is_foreign.take() {
        focused.set(focused_id());
        times.set(times.get() + 1);
    }
    {
        let (times, is_foreign) = (times.clone(), is_foreign.clone());
        use_effect_with((), move |()| {
            let watch = watch(move || {
                is_foreign.set(true);
                if times.get() < MOST_TIMES {
                    redraw.force_update();
                }
            });
            move || drop(watch)
        });
    }
    {
        let act = act.clone();
        use_effect_with(times.get(), move |times| {
            give_focus(focused.take());
            if *times == 1 {
                act.emit(Action::Notify(News::Failed("texts-replaced")));
            }
        });
    }
    times.get()
}

/// Calls `on_replaced` whenever nodes of the page were replaced by others. None where the browser can't observe
/// that.
fn watch(on_replaced: impl Fn() + 'static) -> Option<Watch> {
    let page = gloo::utils::document().get_element_by_id("app")?;
    let on_records = Closure::new(move |records: Array| {
        let mut records = records.iter().map(JsCast::unchecked_into::<MutationRecord>);
        if records.any(|record| is_foreign(&record)) {
            on_replaced();
        }
    });
    let observer = MutationObserver::new(on_records.as_ref().unchecked_ref()).ok()?;
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    observer.observe_with_options(&page, &options).ok()?;
    Some(Watch {
        observer,
        _on_records: on_records,
    })
}

/// True where a change was not the page's own: it never makes an element `font`, and never puts a node in the
/// place of a text in one go. The charts' library does, inside its canvas.
fn is_foreign(record: &MutationRecord) -> bool {
    let (added, removed) = (record.added_nodes(), record.removed_nodes());
    if added.length() == 0 {
        return false;
    }
    let nodes = |list: &web_sys::NodeList| -> Vec<Node> {
        (0..list.length()).filter_map(|at| list.item(at)).collect()
    };
    if nodes(&added).iter().any(|node| node.node_name() == "FONT") {
        return true;
    }
    let is_text = |node: &Node| {
        node.node_type() == Node::TEXT_NODE
            && node
                .node_value()
                .is_some_and(|text| !text.trim().is_empty())
    };
    // What is only added is most of what the page does, and is looked at no further.
    if !nodes(&removed).iter().any(is_text) {
        return false;
    }
    let target: Option<Element> = record.target().and_then(|target| target.dyn_into().ok());
    target.is_none_or(|target| target.closest(".canvas").ok().flatten().is_none())
}

/// The identifier of what has the focus.
fn focused_id() -> Option<String> {
    let focused = gloo::utils::document().active_element()?;
    Some(focused.id()).filter(|id| !id.is_empty())
}

/// Gives the focus back to what has that identifier now.
fn give_focus(id: Option<String>) {
    let found = id.and_then(|id| gloo::utils::document().get_element_by_id(&id));
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let focused = element.focus();
        debug_assert!(focused.is_ok(), "an element of the page takes the focus");
    }
}
