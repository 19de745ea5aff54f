//! The settings of each view while the page lives: a user who leaves a tool and comes back finds it as it was.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Settings by name, each of the type that its view gives it.
#[derive(Default)]
pub struct SessionState {
    values: RefCell<BTreeMap<&'static str, Rc<dyn Any>>>,
}

impl SessionState {
    /// A copy of a setting; none where there is none of that type yet.
    pub fn get<T: Clone + 'static>(&self, name: &str) -> Option<T> {
        let value = self.values.borrow().get(name).cloned()?;
        value.downcast_ref::<T>().cloned()
    }

    /// Replaces a setting.
    pub fn put<T: 'static>(&self, name: &'static str, value: T) {
        self.values.borrow_mut().insert(name, Rc::new(value));
    }
}
