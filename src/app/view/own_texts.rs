//! Texts that somebody else replaced: a browser that translates the page, or an extension, puts nodes of its
//! own in the place of the page's. What the page then writes into its own is seen by nobody; so it notices
//! and draws itself again.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, MutationRecord, Node};
use yew::prelude::*;

use super::pause::Pause;
use super::shared::Shared;
use super::store::{REST_MS, Store};
use crate::app::state::{Action, News, State};

/// How long nothing was replaced when the page is drawn again: translators come in waves.
const WAVE_MS: u32 = 150;
/// How often the page is drawn again by itself. Who replaces its texts even then meets it again only where
/// something changed, or both would go on for ever.
const MOST_TIMES: u32 = 3;

/// Watches for foreign texts.
struct Watch {
    observer: MutationObserver,
    _heard: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// How often the page was drawn again, as a key of all that it shows: with another one nothing of what was
/// drawn before is used.
#[hook]
pub fn use_own_texts(store: &Rc<Store>, state: &Rc<State>, act: &Callback<Action>) -> u32 {
    let times = use_state_eq(|| 0_u32);
    let waits = use_mut_ref(|| None::<Pause>);
    let is_foreign = use_memo((), |()| Cell::new(false));
    let redraw = {
        let (times, is_foreign, act) = (times.clone(), is_foreign.clone(), act.clone());
        let focused = use_mut_ref(|| None::<String>);
        {
            let focused = focused.clone();
            use_effect_with(*times, move |_| give_focus(focused.borrow_mut().take()));
        }
        move || {
            is_foreign.set(false);
            *focused.borrow_mut() = focused_id();
            let before = *times;
            times.set(before + 1);
            if before == 0 {
                act.emit(Action::Tell(News::Failed("texts-replaced")));
            }
        }
    };
    {
        let (store, waits) = (store.clone(), waits.clone());
        let (is_foreign, redraw) = (is_foreign.clone(), redraw.clone());
        use_effect_with(*times, move |times| {
            let times = *times;
            let watch = watch(move || {
                is_foreign.set(true);
                if times < MOST_TIMES {
                    *waits.borrow_mut() = Some(Pause::at_rest(&store, WAVE_MS, redraw.clone()));
                }
            });
            move || drop(watch)
        });
    }
    {
        let (store, waits) = (store.clone(), waits.clone());
        use_effect_with(Shared(state.clone()), move |_| {
            if is_foreign.get() {
                *waits.borrow_mut() = Some(Pause::at_rest(&store, REST_MS, redraw));
            }
        });
    }
    *times
}

/// Calls `told` whenever nodes of the page were replaced by others. None where the browser tells nobody.
fn watch(told: impl Fn() + 'static) -> Option<Watch> {
    let page = gloo::utils::document().get_element_by_id("app")?;
    let heard = Closure::new(move |records: Array| {
        let mut records = records.iter().map(JsCast::unchecked_into::<MutationRecord>);
        if records.any(|record| is_foreign(&record)) {
            told();
        }
    });
    let observer = MutationObserver::new(heard.as_ref().unchecked_ref()).ok()?;
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    observer.observe_with_options(&page, &options).ok()?;
    Some(Watch {
        observer,
        _heard: heard,
    })
}

/// Whether a change was not the page's own: it never makes an element `font`, and never puts a node in the
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
    let target: Option<Element> = record.target().and_then(|target| target.dyn_into().ok());
    let is_drawn = target.is_some_and(|target| target.closest(".canvas").ok().flatten().is_some());
    !is_drawn && nodes(&removed).iter().any(is_text)
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
