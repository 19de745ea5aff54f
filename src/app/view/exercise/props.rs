//! The state as panels of an exercise are handed it.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::State;

/// The state that a panel shows.
#[derive(Properties)]
pub struct StateProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for StateProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}
