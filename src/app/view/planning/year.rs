//! The choice of a plan year.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::words::Words;
use crate::region::Years;

/// A list of the plan years, counted from the first.
pub fn year_choice(words: &Words, years: Years, chosen: &UseStateHandle<usize>) -> Html {
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            if let Ok(step) = usize::try_from(select.selected_index()) {
                chosen.set(step);
            }
        })
    };
    html! {
        <label class="pick">
            <span>{ words.text("plan-year") }</span>
            <select data-testid="plan-year" {onchange}>
                { for years.plan().enumerate().map(|(step, year)| html! {
                    <option selected={**chosen == step}>{ year.to_string() }</option>
                }) }
            </select>
        </label>
    }
}
