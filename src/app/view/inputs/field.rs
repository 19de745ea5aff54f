//! A typed number: what is typed stays until it is taken over, and what can't be taken over stays until it is
//! corrected or given up, so that nothing typed is lost.

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::app::view::keys::use_keys;
use crate::app::words::Words;
use crate::i18n::input::read_over;
use crate::i18n::number::scale;
use crate::problem::Fault;
use crate::region::key::Unit;

/// Properties of the field.
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The identifier in the page.
    pub id: AttrValue,
    /// The dotted name of what is typed.
    pub name: AttrValue,
    /// The unit of the number.
    pub unit: Unit,
    /// The value that holds.
    pub value: Decimal,
    /// True where nobody knows the value yet: the field is empty.
    #[prop_or_default]
    pub is_unknown: bool,
    /// The most decimals that are shown where there is no room for all.
    #[prop_or_default]
    pub most_places: Option<u32>,
    /// True where its last change was refused.
    pub refused: bool,
    /// Its name for screen readers, where it has no label next to it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The identifiers of what describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Gets what was typed when it is to be taken over.
    pub on_value: Callback<Result<Decimal, Fault>>,
    /// Called when L is pressed while nothing is being typed: no number begins with it.
    #[prop_or_default]
    pub on_lock: Option<Callback<()>>,
    /// Called when the field gets the focus.
    #[prop_or_default]
    pub on_focus: Option<Callback<()>>,
}

/// A text on its way to become the value.
#[derive(Clone, PartialEq)]
enum Draft {
    /// There is none: the field shows the value.
    None,
    /// It is being typed.
    Typing(String),
    /// It was given to be taken over, while this value held.
    Given(String, Decimal),
}

/// A field for a number with its unit's scale.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let page = use_page();
    let draft = use_state_eq(|| Draft::None);
    {
        // A refusal that is over takes the text with it that was refused.
        let draft = draft.clone();
        use_effect_with(props.refused, move |refused| {
            if !refused && matches!(*draft, Draft::Given(..)) {
                draft.set(Draft::None);
            }
        });
    }
    let (shown, settled) = match &*draft {
        Draft::Typing(text) => (text.clone(), false),
        Draft::Given(text, held) if props.refused && *held == props.value => (text.clone(), false),
        _ if props.is_unknown => (String::new(), true),
        _ => (value_text(&page.words, props), true),
    };
    let give = {
        let (draft, unit, held) = (draft.clone(), props.unit, props.value);
        let (on_value, is_unknown) = (props.on_value.clone(), props.is_unknown);
        move || {
            if let Draft::Typing(text) = &*draft {
                // Nothing typed into a field of nothing is no number that can't be read.
                if is_unknown && text.trim().is_empty() {
                    draft.set(Draft::None);
                    return;
                }
                let read = read_over(unit, text, held).map(|typed| typed.value);
                draft.set(match &read {
                    Ok(value) if *value == held && !is_unknown => Draft::None,
                    _ => Draft::Given(text.clone(), held),
                });
                on_value.emit(read);
            }
        }
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            draft.set(Draft::Typing(input.value()));
        })
    };
    let node = use_node_ref();
    use_keys(&node, {
        let (give, draft, on_value) = (give.clone(), draft.clone(), props.on_value.clone());
        let (held, refused, is_unknown) = (props.value, props.refused, props.is_unknown);
        let on_lock = props.on_lock.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => give(),
            "l" | "L" if settled && !(event.ctrl_key() || event.meta_key() || event.alt_key()) => {
                if let Some(on_lock) = &on_lock {
                    event.prevent_default();
                    on_lock.emit(());
                }
            }
            "Escape" => {
                draft.set(Draft::None);
                if refused && !is_unknown {
                    on_value.emit(Ok(held));
                }
            }
            _ => {}
        })
    });
    let onblur = {
        let give = give.clone();
        Callback::from(move |_: FocusEvent| give())
    };
    let onchange = Callback::from(move |_: Event| give());
    let onfocus = props
        .on_focus
        .clone()
        .map(|on_focus| Callback::from(move |_: FocusEvent| on_focus.emit(())));
    let size = match shown.len() {
        0..=7 => None,
        8..=9 => Some("full"),
        10..=12 => Some("long"),
        _ => Some("longer"),
    };
    let coming = match &*draft {
        Draft::Typing(text) => Some(coming(&page.words, props, text)),
        _ => None,
    };
    html! {
        <>
        <input ref={node} type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
            id={props.id.clone()} class={classes!("field", size)} value={shown}
            data-input={props.name.clone()} data-settled={settled.then_some("")}
            placeholder={props.is_unknown.then(|| page.words.text("value-unknown"))}
            aria-label={props.label.clone()} aria-describedby={props.described_by.clone()}
            aria-invalid={props.refused.then_some("true")}
            aria-keyshortcuts={props.on_lock.is_some().then_some("L")}
            {oninput} {onblur} {onchange} {onfocus} />
        if let Some(coming) = coming {
            <output class="field-coming" for={props.id.clone()} data-coming={props.name.clone()}>{ coming }</output>
        }
        </>
    }
}

/// Preview of the value that a typed text stands for, where it is written another way; else empty.
fn coming(words: &Words, props: &FieldProps, text: &str) -> String {
    match read_over(props.unit, text, props.value) {
        Ok(typed) if !typed.is_plain => {
            let sign = if typed.is_rounded { "≈" } else { "=" };
            format!("{sign} {}", words.value_of_unit(props.unit, typed.value))
        }
        _ => String::new(),
    }
}

/// The value as it is typed, rounded where there is no room for all its decimals.
fn value_text(words: &Words, props: &FieldProps) -> String {
    let shown = (props.value * scale(props.unit).factor).normalize();
    match props.most_places {
        Some(places) if shown.scale() > places => words.decimal(shown, places),
        _ => words.typed(props.unit, props.value),
    }
}
