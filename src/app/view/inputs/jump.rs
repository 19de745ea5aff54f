//! The list of groups of levers: a press leads to a group's first lever, and what was changed says so.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::region::key::Group;

/// Selector of the controls that move levers.
const CONTROLS: &str = "input[type=range], input[type=checkbox]";

/// Properties of the list.
#[derive(Properties, PartialEq)]
pub struct JumpProps {
    /// The groups in their order, each with how many of its values are changed.
    pub groups: [(Group, usize); 7],
}

/// The list. It has buttons, not links: the address's fragment is the scenario.
#[component]
pub fn Jump(props: &JumpProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let entry = |(group, changed): (Group, usize)| {
        let onclick = Callback::from(move |_: MouseEvent| to_group(group));
        html! {
            <button type="button" class={classes!("jump-to", (changed > 0).then_some("changed"))}
                data-testid={format!("jump-{}", group.name())} title={words.group(group)} {onclick}>
                { words.text(&format!("jump-{}", group.name())) }
                if changed > 0 {
                    <span class="count" aria-hidden="true">{ changed }</span>
                    <span class="unseen">
                        { words.format("input-group-changed", &[("count", &changed.to_string())]) }
                    </span>
                }
            </button>
        }
    };
    html! {
        <nav class="jump" aria-label={words.text("jump")}>
            { for props.groups.into_iter().map(entry) }
        </nav>
    }
}

/// Shows a group and gives the focus to its first lever.
pub fn to_group(group: Group) {
    let document = gloo::utils::document();
    let Some(head) = document.get_element_by_id(&format!("group-{}", group.name())) else {
        return;
    };
    let Some(section) = head.closest(".group").ok().flatten() else {
        return;
    };
    let control = section.query_selector(CONTROLS).ok().flatten();
    if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
        let focused = control.focus();
        debug_assert!(focused.is_ok(), "a lever takes the focus");
    }
    if !is_in_sight(&section) {
        section.scroll_into_view();
    }
}

/// True where a group is seen whole, below the list that stays above it.
fn is_in_sight(section: &Element) -> bool {
    let list = gloo::utils::document()
        .query_selector(".jump")
        .ok()
        .flatten();
    let from = list.map_or(0.0, |list| list.get_bounding_client_rect().bottom());
    let to = gloo::utils::window().inner_height().ok();
    let to = to.and_then(|height| height.as_f64()).unwrap_or_default();
    let own = section.get_bounding_client_rect();
    own.top() >= from && own.bottom() <= to
}
