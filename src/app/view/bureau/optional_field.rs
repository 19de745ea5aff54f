//! A number that need not be known: an empty field is unknown and not zero. What can't be taken over stays in its field.

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::i18n::input::read_typed;
use crate::region::key::Unit;

/// Properties of the field.
#[derive(Properties, PartialEq)]
pub struct OptionalProps {
    /// The identifier in the page.
    pub id: AttrValue,
    /// Its name for screen readers.
    pub label: AttrValue,
    /// The unit in which it is typed.
    pub unit: Unit,
    /// True where it has to be whole.
    #[prop_or_default]
    pub is_whole: bool,
    /// The number that holds.
    pub value: Option<Decimal>,
    /// Gets a number that can be taken over, or none from an emptied field.
    pub on_value: Callback<Option<Decimal>>,
}

/// The field.
#[component]
pub fn OptionalField(props: &OptionalProps) -> Html {
    let words = use_page().words;
    let refused = use_state_eq(|| None::<(String, String)>);
    {
        // A number that was changed from elsewhere has nothing wrong with it.
        let refused = refused.clone();
        use_effect_with(props.value, move |_| refused.set(None));
    }
    let onchange = {
        let (refused, words) = (refused.clone(), words.clone());
        let (unit, is_whole, on_value) = (props.unit, props.is_whole, props.on_value.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let typed = input.value();
            if typed.trim().is_empty() {
                refused.set(None);
                on_value.emit(None);
                return;
            }
            let fault = match read_typed(unit, &typed) {
                Ok(value) if value < Decimal::ZERO => words.text("plan-limit-negative").to_string(),
                Ok(value) if is_whole && !value.is_integer() => {
                    words.format("campaigns-fault-whole", &[("text", &typed)])
                }
                Ok(value) => {
                    refused.set(None);
                    on_value.emit(Some(value));
                    return;
                }
                Err(fault) => words.fault(&fault),
            };
            refused.set(Some((typed, fault)));
        })
    };
    let shown = match (&*refused, props.value) {
        (Some((typed, _)), _) => typed.clone(),
        (None, Some(value)) => words.typed(props.unit, value),
        (None, None) => String::new(),
    };
    let fault_id = format!("{}-fault", props.id);
    html! {
        <>
            <input type="text" inputmode="decimal" autocomplete="off" class="bureau-number" id={props.id.clone()} data-testid={props.id.clone()}
                aria-label={props.label.clone()} aria-invalid={refused.is_some().to_string()}
                aria-describedby={refused.is_some().then(|| fault_id.clone())} value={shown} {onchange} />
            if let Some((_, fault)) = &*refused {
                <span class="fault" role="alert" id={fault_id}>{ fault.clone() }</span>
            }
        </>
    }
}
