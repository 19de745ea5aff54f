//! The bar that opens and closes the sheet of levers on a phone. Over the open sheet it shows the headline, so
//! that its change is seen while a lever moves.

use yew::prelude::*;

use super::context::use_page;
use super::results::leading::{Leading, LeadingNumber};

/// Properties of the bar.
#[derive(Properties, PartialEq)]
pub struct SheetBarProps {
    /// True while the sheet is open.
    pub open: bool,
    /// Opens or closes it.
    pub on_toggle: Callback<()>,
}

/// The bar.
#[component]
pub fn SheetBar(props: &SheetBarProps) -> Html {
    let page = use_page();
    let toggle = {
        let on_toggle = props.on_toggle.clone();
        Callback::from(move |_: MouseEvent| on_toggle.emit(()))
    };
    let label = if props.open {
        "sheet-close"
    } else {
        "sheet-open"
    };
    html! {
        <div class="sheet-bar">
            if props.open {
                <SheetHeadline />
            }
            <button type="button" class="button primary sheet-toggle" data-testid="sheet"
                aria-expanded={props.open.to_string()} onclick={toggle}>
                { page.words.text(label) }
            </button>
        </div>
    }
}

/// The headline's number and its difference to the plan.
#[component]
fn SheetHeadline() -> Html {
    let page = use_page();
    let words = &page.words;
    let year = page.store.newest().region.years.first_plan;
    html! {
        <p class="sheet-headline" data-testid="sheet-headline">
            <span class="soft">{ words.format("sheet-income", &[("year", &year.to_string())]) }</span>
            <Leading number={LeadingNumber::Income} />
            <Leading number={LeadingNumber::Difference} />
        </p>
    }
}
