//! A question for a share that was typed as a fraction: `0.85` is read as 0.85 %, and 85 % may be meant.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::region::key::Unit;

/// Properties of the line.
#[derive(Properties, PartialEq)]
pub struct MeantProps {
    /// The name of the field.
    pub name: AttrValue,
    /// The value as it was read.
    pub value: Decimal,
    /// The value that is likely to be meant.
    pub likely: Decimal,
    /// Called with the likely value when it is chosen.
    pub on_take: Callback<Decimal>,
}

/// The line, with a button for the likely value.
#[component]
pub fn MeantLine(props: &MeantProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let [value, likely] =
        [props.value, props.likely].map(|share| words.value_of_unit(Unit::Share, share));
    let take = {
        let (on_take, likely) = (props.on_take.clone(), props.likely);
        Callback::from(move |event: MouseEvent| {
            // Within a label a press would go on to its field.
            event.prevent_default();
            on_take.emit(likely);
        })
    };
    html! {
        <span class="remark idle meant" role="status" data-testid={format!("meant-{}", props.name)}>
            { words.format("input-meant", &[("value", &value), ("meant", &likely)]) }
            { " " }
            <button type="button" class="link" data-testid={format!("meant-take-{}", props.name)} onclick={take}>
                { words.format("input-meant-take", &[("meant", &likely)]) }
            </button>
        </span>
    }
}
