//! What a view was set to, kept while the page lives: who leaves a tool and comes back finds it as it
//! was left.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::context::use_page;

/// The values by name, each of the type that its view gives it.
#[derive(Default)]
pub struct Kept {
    values: RefCell<BTreeMap<&'static str, Rc<dyn Any>>>,
}

impl Kept {
    fn get<T: Clone + 'static>(&self, name: &str) -> Option<T> {
        let value = self.values.borrow().get(name).cloned()?;
        value.downcast_ref::<T>().cloned()
    }

    fn put<T: 'static>(&self, name: &'static str, value: T) {
        self.values.borrow_mut().insert(name, Rc::new(value));
    }
}

/// A state as of `use_state_eq` that begins with what it was when the view was last left. Names are
/// unique among all views.
#[hook]
pub fn use_kept<T: Clone + PartialEq + 'static>(
    name: &'static str,
    begin: impl FnOnce() -> T,
) -> UseStateHandle<T> {
    let kept = use_page().kept;
    let state = {
        let kept = kept.clone();
        use_state_eq(move || kept.get(name).unwrap_or_else(begin))
    };
    use_effect_with((*state).clone(), move |value| kept.put(name, value.clone()));
    state
}
