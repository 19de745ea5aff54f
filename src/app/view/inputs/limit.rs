//! A limit as it is typed: what can't be taken over stays in its field, with what is wrong below it.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::app::view::inputs::field::Field;
use crate::app::view::inputs::meant::MeantLine;
use crate::app::view::inputs::row::focus;
use crate::i18n::input::meant;
use crate::problem::Fault;
use crate::region::key::Unit;

/// Properties of the field.
#[derive(Properties, PartialEq)]
pub struct LimitProps {
    /// The name in the page.
    pub id: AttrValue,
    /// The unit of the number.
    pub unit: Unit,
    /// The limit that holds.
    pub value: Decimal,
    /// Its name for screen readers.
    pub label: AttrValue,
    /// The least and the most that it may be.
    #[prop_or_default]
    pub range: Option<(Decimal, Decimal)>,
    /// A usual value, besides the limit itself: a share far below it leads to a question.
    #[prop_or_default]
    pub usual: Option<Decimal>,
    /// Gets a limit that can be taken over.
    pub on_value: Callback<Decimal>,
}

/// The field of a limit.
#[component]
pub fn LimitField(props: &LimitProps) -> Html {
    let page = use_page();
    let fault = use_state_eq(|| None::<AttrValue>);
    let asked = use_state_eq(|| None::<(Decimal, Decimal)>);
    {
        // A limit that was changed from elsewhere has nothing wrong with it.
        let fault = fault.clone();
        use_effect_with(props.value, move |_| fault.set(None));
    }
    let on_value = {
        let (fault, words) = (fault.clone(), page.words.clone());
        let (unit, range, on_value) = (props.unit, props.range, props.on_value.clone());
        let usual = props.value.abs().max(props.usual.unwrap_or_default().abs());
        let asked = asked.clone();
        Callback::from(move |typed: Result<Decimal, Fault>| {
            let refused = match typed {
                Ok(value) if unit == Unit::Yuan && value < Decimal::ZERO => {
                    words.text("plan-limit-negative").to_string()
                }
                Ok(value) => match range {
                    Some((least, most)) if value < least || value > most => {
                        words.fault(&Fault::OutOfRange {
                            value,
                            least,
                            most,
                            unit,
                        })
                    }
                    _ => {
                        fault.set(None);
                        let likely = meant(unit, value, usual)
                            .filter(|likely| range.is_none_or(|(_, most)| *likely <= most));
                        asked.set(likely.map(|likely| (value, likely)));
                        on_value.emit(value);
                        return;
                    }
                },
                Err(found) => words.fault(&found),
            };
            fault.set(Some(refused.into()));
        })
    };
    // Once another value holds, nothing is left to be asked.
    let asked = asked.filter(|(value, _)| *value == props.value && fault.is_none());
    let described = format!("{}-fault", props.id);
    let take = {
        let (on_value, id) = (props.on_value.clone(), props.id.clone());
        Callback::from(move |likely: Decimal| {
            on_value.emit(likely);
            // The line goes with the press; the focus must not fall off the page.
            focus(&id);
        })
    };
    html! {
        <>
            <Field id={props.id.clone()} name={props.id.clone()} unit={props.unit} value={props.value}
                refused={fault.is_some()} label={Some(props.label.clone())}
                described_by={fault.is_some().then(|| AttrValue::from(described.clone()))} {on_value} />
            if let Some(fault) = &*fault {
                <span class="fault limit-fault" role="alert" id={described}>{ fault.clone() }</span>
            }
            if let Some((value, likely)) = asked {
                <MeantLine name={props.id.clone()} {value} {likely} on_take={take} />
            }
        </>
    }
}
