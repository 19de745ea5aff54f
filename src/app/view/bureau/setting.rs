//! A setting that is typed: what is typed stays until it is taken over; what can't be read is said beside it.

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::app::view::keys::use_keys;
use crate::counties::settings::whole_wan;
use crate::i18n::input::read_typed;
use crate::i18n::number::scale;
use crate::problem::{Problem, quote};
use crate::region::key::Unit;

/// Properties of the field.
#[derive(Properties, PartialEq)]
pub struct SettingProps {
    /// The place in the file of settings, which is its name in the page.
    pub place: AttrValue,
    /// Its name for readers.
    pub label: AttrValue,
    /// True where the label is seen beside it, not only heard.
    #[prop_or_default]
    pub is_labelled: bool,
    /// The unit in which it is typed.
    pub unit: Unit,
    /// The value that holds; none where there is none.
    pub value: Option<Decimal>,
    /// True where it may be left empty.
    #[prop_or_default]
    pub can_be_empty: bool,
    /// The words where it is empty.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// The reason why its last change was refused.
    #[prop_or_default]
    pub refusal: Option<Problem>,
    /// Gets the value when it is to be taken over.
    pub on_value: Callback<Option<Decimal>>,
}

/// The field.
#[component]
pub fn Setting(props: &SettingProps) -> Html {
    let words = use_page().words;
    let draft = use_state_eq(|| None::<String>);
    let fault = use_state_eq(|| None::<String>);
    let settled = match props.value {
        Some(value) => (value * scale(props.unit).factor).normalize().to_string(),
        None => String::new(),
    };
    let give = {
        let (draft, fault, words) = (draft.clone(), fault.clone(), words.clone());
        let (unit, value, can_be_empty) = (props.unit, props.value, props.can_be_empty);
        let on_value = props.on_value.clone();
        move || {
            let Some(text) = (*draft).clone() else {
                return;
            };
            let read = match text.trim().is_empty() && can_be_empty {
                true => Ok(None),
                false => read_typed(unit, &text).map(Some),
            };
            // Amounts here are divided in whole 10,000 yuan.
            if let Ok(Some(value)) = &read
                && unit == Unit::Yuan
                && whole_wan(*value).is_none()
            {
                let given = [("text", &*quote(&text))];
                fault.set(Some(words.format("bureau-whole-wan", &given)));
                return;
            }
            match read {
                Ok(read) => {
                    draft.set(None);
                    fault.set(None);
                    if read != value {
                        on_value.emit(read);
                    }
                }
                Err(why) => fault.set(Some(words.fault(&why))),
            }
        }
    };
    let node = use_node_ref();
    use_keys(&node, {
        let (give, draft, fault) = (give.clone(), draft.clone(), fault.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => give(),
            "Escape" => {
                draft.set(None);
                fault.set(None);
            }
            _ => {}
        })
    });
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            draft.set(Some(input.value()));
        })
    };
    let said = (*fault).clone();
    let said = said.or_else(|| props.refusal.as_ref().map(|it| words.fault(&it.fault)));
    let is_settled = draft.is_none();
    let fault_id = format!("fault-{}", props.place);
    let input = html! {
        <input ref={node} type="text" inputmode="decimal" autocomplete="off" spellcheck="false" class="bureau-field"
            data-testid={props.place.clone()} value={(*draft).clone().unwrap_or(settled)}
            data-settled={is_settled.then_some("")} placeholder={props.placeholder.clone()}
            aria-label={(!props.is_labelled).then(|| props.label.clone())}
            aria-invalid={said.is_some().then_some("true")}
            aria-describedby={said.is_some().then(|| fault_id.clone())}
            {oninput} onblur={Callback::from(move |_: FocusEvent| give())} />
    };
    html! {
        <>
            if props.is_labelled {
                <label class="bureau-setting"><span>{ &props.label }</span>{ input }</label>
            } else {
                { input }
            }
            if let Some(said) = said {
                <span class="fault bureau-fault" id={fault_id}>{ said }</span>
            }
        </>
    }
}
