//! The panel of levers and assumptions.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::State;

/// The state that the panel shows.
#[derive(Properties)]
pub struct InputsProps {
    /// The whole state.
    pub state: Rc<State>,
}

impl PartialEq for InputsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// Levers, or assumptions.
#[component]
pub fn Inputs(_props: &InputsProps) -> Html {
    html! { <div /> }
}
