//! Context of every view: the words, and the way to act.

use std::rc::Rc;

use yew::prelude::*;

use super::session::SessionState;
use super::store::{RedrawPriority, Store};
use crate::app::state::{Action, State};
use crate::app::words::Words;

/// The words and the way to act. It changes only with the language, so that a view that uses it is not redrawn
/// with every moved lever.
#[derive(Clone)]
pub struct Context {
    /// The words.
    pub words: Words,
    /// Sends an action to the state.
    pub act: Callback<Action>,
    /// The newest state.
    pub store: Rc<Store>,
    /// Settings of views that were left.
    pub session: Rc<SessionState>,
}

impl PartialEq for Context {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words && self.act == other.act && Rc::ptr_eq(&self.store, &other.store)
    }
}

/// The context of the page.
///
/// # Panics
/// Outside the page's context provider, which is a fault of the program.
#[hook]
#[allow(clippy::expect_used)]
pub fn use_page() -> Context {
    use_context::<Context>().expect("every view stands below the page's context")
}

/// Has something drawn in the turn of every change of that kind, before the page.
#[hook]
pub fn use_early_redraw(priority: RedrawPriority, draw: &Callback<()>) {
    let store = use_page().store;
    use_effect_with((priority, draw.clone()), move |(priority, draw)| {
        let id = store.draws_early(*priority, draw.clone());
        move || store.forget(id)
    });
}

/// The newest state for components that are drawn before the page.
///
/// It is read whenever the component is drawn, so that it is never older than the page.
#[hook]
pub fn use_newest(priority: RedrawPriority) -> Rc<State> {
    let redraw = use_force_update();
    let draw = use_callback((), move |(), ()| redraw.force_update());
    use_early_redraw(priority, &draw);
    use_page().store.newest()
}

/// A state as of `use_state_eq` that begins as it was when the view was last left. Names are
/// unique among all views.
#[hook]
pub fn use_session_state<T: Clone + PartialEq + 'static>(
    name: &'static str,
    begin: impl FnOnce() -> T,
) -> UseStateHandle<T> {
    let session = use_page().session;
    let state = {
        let session = session.clone();
        use_state_eq(move || session.get(name).unwrap_or_else(begin))
    };
    use_effect_with((*state).clone(), move |value| {
        session.put(name, value.clone());
    });
    state
}
