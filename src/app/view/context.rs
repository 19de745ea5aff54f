//! What every view may use without being handed it: the words, and the way to act.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use super::kept::Kept;
use super::store::Store;
use crate::app::state::Action;
use crate::i18n::Catalog;

/// The words of the chosen language; equal only to themselves.
#[derive(Clone)]
pub struct Words(pub Rc<Catalog>);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Words {
    type Target = Catalog;
    fn deref(&self) -> &Catalog {
        &self.0
    }
}

/// The words and the way to act. It changes only with the language, so that a view that uses it
/// is not drawn anew with every moved lever.
#[derive(Clone)]
pub struct Context {
    /// The words.
    pub words: Words,
    /// Sends an action to the state.
    pub act: Callback<Action>,
    /// The newest state.
    pub store: Rc<Store>,
    /// What views were set to when they were left.
    pub kept: Rc<Kept>,
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
