//! Properties of the parts of the page.

use std::rc::Rc;

use yew::prelude::*;
use zengshou_sheets::CountyRow;

use super::book::BureauHandle;
use crate::app::state::State;

/// The state and the settings, as every part has them.
#[derive(Properties)]
pub struct BureauPartProps {
    /// The state.
    pub state: Rc<State>,
    /// The settings and the way to change them.
    pub book: BureauHandle,
}

impl BureauPartProps {
    /// The rows of the region's table of counties.
    pub fn rows(&self) -> &[CountyRow] {
        let own = self.state.region.own.as_deref();
        own.map_or(&[], |own| &*own.counties)
    }
}

impl PartialEq for BureauPartProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.book == other.book
    }
}
