//! The version of the region's data that the results are of, where an earlier one is on the screen or was
//! before, and the way from one to the other.

use yew::prelude::*;

use crate::app::state::{Action, Origin, State};
use crate::app::view::context::use_page;
use crate::app::view::parts::Shared;

/// Properties of the line.
#[derive(Properties, PartialEq)]
pub struct VintageProps {
    /// The state.
    pub state: Shared<State>,
}

/// The line; nothing where today's data are all that was on the screen.
#[component]
pub fn Vintage(props: &VintageProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let shown = state.scenario().vintage();
    let former = state.former_vintage();
    // The version at the other end of the way.
    let other = match shown {
        Some(_) => Some(None),
        None => former.map(Some),
    };
    let region = use_memo((Shared(state.region.clone()), other), |(region, other)| {
        other.map(|vintage| region.as_of(vintage).into_owned())
    });
    let income = use_memo(
        (Shared(state.results.clone()), Shared(region.clone())),
        |(_, region)| (**region).as_ref().map(|region| state.income_on(region)),
    );
    let (Some(other), Some(income), Some(earlier)) = (other, *income, shown.or(former)) else {
        return html! {};
    };
    let is_saved = state.begun.origin == Some(Origin::Storage);
    let [said, way] = match (shown, is_saved) {
        (Some(_), false) => ["vintage-shared", "vintage-take"],
        (Some(_), true) => ["vintage-saved", "vintage-take"],
        (None, false) => ["vintage-today", "vintage-back"],
        (None, true) => ["vintage-today-saved", "vintage-back-saved"],
    };
    let said = words.format(
        said,
        &[
            ("version", &earlier.to_string()),
            ("newest", &state.region.newest().to_string()),
            ("income", &words.money(income)),
        ],
    );
    let onclick = {
        let act = page.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::TakeData(other)))
    };
    html! {
        <section class="card vintage" aria-label={words.text("vintage")} data-testid="vintage">
            <p>{ said }</p>
            <button type="button" class="button" data-testid="vintage-way" {onclick}>{ words.text(way) }</button>
        </section>
    }
}
