//! The ways to a table, for a region that has none.

use yew::prelude::*;

use super::tab::BureauTab;
use crate::app::view::context::use_page;

/// Properties of the ways.
#[derive(Properties, PartialEq)]
pub struct NoTableProps {
    /// The part that needs a table.
    pub tab: BureauTab,
    /// Opens the dialog of the regions.
    pub on_regions: Callback<()>,
}

/// The ways to a table.
#[component]
pub fn NoTable(props: &NoTableProps) -> Html {
    let words = use_page().words;
    let (lead, sheet) = match props.tab.is_of_projects() {
        true => ("bureau-none-projects", "bureau-none-sheet-projects"),
        false => ("bureau-none-counties", "bureau-none-sheet-counties"),
    };
    html! {
        <section class="card" aria-labelledby="bureau-none" data-testid="bureau-none">
            <h2 id="bureau-none">{ words.text(lead) }</h2>
            <ul>
                { for [sheet, "bureau-none-own", "bureau-none-invented"].map(|id| html! { <li>{ words.text(id) }</li> }) }
            </ul>
            <button type="button" class="button primary" data-testid="bureau-regions"
                onclick={props.on_regions.reform(|_: MouseEvent| ())}>{ words.text("bureau-none-open") }</button>
        </section>
    }
}
