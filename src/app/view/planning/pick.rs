//! The choice of one key out of many.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::region::key::{Group, Key};

/// Properties of the list.
#[derive(Properties, PartialEq)]
pub struct PickProps {
    /// The name in the page.
    pub name: &'static str,
    /// Its label.
    pub label: AttrValue,
    /// The keys, in order.
    pub keys: Vec<Key>,
    /// The one that is chosen.
    pub chosen: Option<Key>,
    /// The text of choosing none, where that is possible.
    #[prop_or_default]
    pub none: Option<AttrValue>,
    /// Gets what is chosen.
    pub on_choose: Callback<Option<Key>>,
}

/// A list of keys in their groups.
#[component]
pub fn Pick(props: &PickProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let onchange = {
        let on_choose = props.on_choose.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            on_choose.emit(Key::parse(&select.value()));
        })
    };
    let mut groups: Vec<(Group, Vec<Key>)> = Vec::new();
    for key in &props.keys {
        match groups.last_mut() {
            Some((group, keys)) if *group == key.group() => keys.push(*key),
            _ => groups.push((key.group(), vec![*key])),
        }
    }
    let option = |key: &Key| {
        html! {
            <option value={key.to_string()} selected={props.chosen == Some(*key)}>
                { words.key_name(*key) }
            </option>
        }
    };
    html! {
        <label class="pick">
            <span>{ props.label.clone() }</span>
            <select data-testid={props.name} {onchange}>
                if let Some(none) = &props.none {
                    <option value="" selected={props.chosen.is_none()}>{ none.clone() }</option>
                }
                { for groups.iter().map(|(group, keys)| html! {
                    <optgroup label={words.group(*group)}>{ for keys.iter().map(option) }</optgroup>
                }) }
            </select>
        </label>
    }
}
