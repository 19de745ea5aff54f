//! The address bar always is the link of the scenario; Back and Forward walk through it.

use std::cell::{Cell, LazyCell};

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::PopStateEvent;

use super::share;
use crate::app::embedding::{self, Embedding};
use crate::app::state::State;
use crate::link;
use crate::link::reach::Reach;

/// The mark of history entries that this program made; an entry without it was typed or clicked
/// by the reader and holds a link from outside.
const OWN_ENTRY: &str = "zengshou";

thread_local! {
    /// The page around this one, as the address named it when it was opened.
    static EMBEDDING: LazyCell<Embedding> = LazyCell::new(|| embedding::parted(&written()).1);
    /// True once this page is on its way to another one.
    static IS_LEFT: Cell<bool> = const { Cell::new(false) };
}

/// The link of a state, without the `#`.
pub fn fragment(state: &State) -> String {
    let income = state.results.outcome.scenario[0].income;
    let language = state.language_in_link.then_some(state.language);
    let (scenario, extras) = (state.scenario(), &state.extras);
    let name = state.shown_name();
    link::encode_with(&state.region, scenario, extras, name, income, language)
}

/// The whole link of a state; without the address of a page that is a file of this machine, where no one else can
/// open it.
pub fn address(state: &State) -> String {
    with_fragment(&fragment(state))
}

/// A fragment as it is passed on: a file's own address is of no use to others.
pub fn passed_on(fragment: &str) -> String {
    match share::reach() {
        Reach::File => format!("#{fragment}"),
        _ => with_fragment(fragment),
    }
}

/// The page's address with a fragment.
pub fn with_fragment(fragment: &str) -> String {
    if share::reach() == Reach::File {
        return format!("#{fragment}");
    }
    let here = gloo::utils::window().location().href().unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// The link of the address bar, without its `#` and without what stands there of a page around.
pub fn current() -> String {
    embedding::parted(&written()).0
}

/// The page around this one, as the address names it.
pub fn embedding() -> Embedding {
    EMBEDDING.with(|embedding| Embedding::clone(embedding))
}

/// A fragment with what is said of the page around this one.
fn with_embedding(fragment: &str) -> String {
    match embedding() {
        Embedding { parts, .. } if parts.is_empty() => fragment.to_owned(),
        Embedding { parts, .. } if fragment.is_empty() => parts,
        Embedding { parts, .. } => format!("{fragment}&{parts}"),
    }
}

/// The fragment as it stands in the address bar, without its `#`.
fn written() -> String {
    let hash = gloo::utils::window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Writes a link into the address bar: as a new entry of the tab's history, or in the place of the present one. An
/// entry from outside is always replaced, so that Back leads to the page before it.
pub fn write(fragment: &str, as_new_entry: bool) {
    let is_own = is_own_entry(&history_state());
    if IS_LEFT.get() || (current() == fragment && is_own) {
        return;
    }
    let Ok(history) = gloo::utils::window().history() else {
        return;
    };
    let own = JsValue::from_str(OWN_ENTRY);
    let address = format!("#{}", with_embedding(fragment));
    // A browser that refuses (too many entries in a short time) keeps the older link; the next
    // change writes again.
    let written = if as_new_entry && is_own {
        history.push_state_with_url(&own, "", Some(&address))
    } else {
        history.replace_state_with_url(&own, "", Some(&address))
    };
    if let Err(error) = written {
        web_sys_warn(&error);
    }
}

/// Leaves this page for a new one with that fragment, which may be empty. What is on the screen is kept as when
/// the tab is closed.
pub fn leave_for(fragment: &str) {
    let window = gloo::utils::window();
    let location = window.location();
    let place = match with_embedding(fragment).as_str() {
        "" => format!(
            "{}{}",
            location.pathname().unwrap_or_default(),
            location.search().unwrap_or_default()
        ),
        fragment => format!("#{fragment}"),
    };
    if let Ok(history) = window.history()
        && let Err(error) = history.push_state_with_url(&JsValue::NULL, "", Some(&place))
    {
        web_sys_warn(&error);
    }
    start_again();
}

/// Loads the page again with the fragment that the address bar has.
pub fn start_again() {
    IS_LEFT.set(true);
    if let Err(error) = gloo::utils::window().location().reload() {
        web_sys_warn(&error);
    }
}

fn history_state() -> JsValue {
    gloo::utils::window()
        .history()
        .and_then(|history| history.state())
        .unwrap_or(JsValue::NULL)
}

fn is_own_entry(state: &JsValue) -> bool {
    state.as_string().as_deref() == Some(OWN_ENTRY)
}

/// Destination of a change of the address bar.
pub enum Went {
    /// To another entry that this tab made itself.
    ToOwn(String),
    /// To a link from outside.
    ToForeign(String),
}

/// Listens for changes of the address bar that this program did not make.
pub fn listen(went: impl Fn(Went) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "popstate", move |event| {
        let own = event
            .dyn_ref::<PopStateEvent>()
            .is_some_and(|event| is_own_entry(&event.state()));
        went(if own {
            Went::ToOwn(current())
        } else {
            Went::ToForeign(current())
        });
    })
}

fn web_sys_warn(error: &JsValue) {
    gloo::console::warn!("the address bar was not written", error);
}
