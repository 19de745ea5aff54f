//! The switch between the prices of each year and those of one year.

use yew::prelude::*;

use crate::analysis::prices::Deflator;
use crate::app::state::Action;
use crate::app::view::context::use_page;
use crate::region::key::Year;

/// Properties of the switch.
#[derive(Properties, PartialEq)]
pub struct PriceSwitchProps {
    /// The year of constant prices.
    pub year: Year,
    /// The deflator of the amounts shown; none where they are in each year's own prices.
    pub deflator: Option<Deflator>,
}

/// The button that shows amounts a head in constant prices, or as they were again.
#[component]
pub fn PriceSwitch(props: &PriceSwitchProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let is_on = props.deflator.is_some();
    let onclick = {
        let (act, store) = (page.act.clone(), page.store.clone());
        // Asked of the newest state: a slow chart may still show the one before.
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::ShowIn(store.newest().prices.other()));
        })
    };
    let year = props.year.to_string();
    html! {
        <div class="view-choice">
            <button type="button" data-testid="prices" aria-pressed={is_on.to_string()}
                title={words.format("prices-hint", &[("year", &year)])} {onclick}>
                { words.format("prices-constant", &[("year", &year)]) }
            </button>
        </div>
    }
}
