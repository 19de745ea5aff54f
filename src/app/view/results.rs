//! What the scenario comes to.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::State;
use crate::app::view::context::use_page;

/// The state that the results show.
#[derive(Properties)]
pub struct ResultsProps {
    /// The whole state.
    pub state: Rc<State>,
}

impl PartialEq for ResultsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The results, headline first.
#[component]
pub fn ResultsPane(props: &ResultsProps) -> Html {
    let page = use_page();
    let first = &props.state.results.outcome.scenario[0];
    html! { <strong data-testid="headline">{ page.words.money(first.income) }</strong> }
}
