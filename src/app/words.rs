//! The words of the chosen language, as views and effects hand them on.

use std::ops::Deref;
use std::rc::Rc;

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
