//! The switch between levers and assumptions, with the way back of each.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::row::focus;
use crate::app::state::{Action, Panel};
use crate::app::view::context::use_page;
use crate::app::view::keys::use_keys;

const PANELS: [Panel; 2] = [Panel::Levers, Panel::Assumptions];

fn name(panel: Panel) -> &'static str {
    match panel {
        Panel::Levers => "levers",
        Panel::Assumptions => "assumptions",
    }
}

/// The identifier of a panel's tab.
pub fn tab_id(panel: Panel) -> String {
    format!("inputs-tab-{}", name(panel))
}

/// The identifier of a panel.
pub fn panel_id(panel: Panel) -> String {
    format!("inputs-panel-{}", name(panel))
}

/// Properties of the switch.
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// The panel that is open.
    pub open: Panel,
    /// Number of changed levers.
    pub levers: usize,
    /// Number of changed assumptions.
    pub assumptions: usize,
}

/// The switch.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let root = use_node_ref();
    let scrolled = use_scroll_of_each_panel(props.open, &root);
    let open_panel = {
        let (act, scrolled, root) = (page.act.clone(), scrolled, root.clone());
        let open = props.open;
        move |panel: Panel| {
            if let Some(scroller) = scroller(&root) {
                let top = scroller.scroll_top();
                scrolled.borrow_mut().insert(name(open), top);
            }
            act.emit(Action::OpenPanel(panel));
        }
    };
    let tabs = use_node_ref();
    use_keys(&tabs, {
        let (open, open_panel) = (props.open, open_panel.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = match (event.key().as_str(), open) {
                ("Home", _) | ("ArrowLeft" | "ArrowRight", Panel::Assumptions) => Panel::Levers,
                ("End", _) | ("ArrowLeft" | "ArrowRight", Panel::Levers) => Panel::Assumptions,
                _ => return,
            };
            event.prevent_default();
            open_panel(next);
            focus(&tab_id(next));
        })
    });
    let tab = |panel: Panel| {
        let (label, count) = match panel {
            Panel::Levers => (words.text("input-levers"), props.levers),
            Panel::Assumptions => (words.text("input-assumptions"), props.assumptions),
        };
        let selected = props.open == panel;
        let onclick = {
            let open_panel = open_panel.clone();
            Callback::from(move |_: MouseEvent| open_panel(panel))
        };
        html! {
            <button type="button" role="tab" id={tab_id(panel)} class="tab"
                data-testid={format!("panel-{}", name(panel))} aria-selected={selected.to_string()}
                aria-controls={panel_id(panel)} tabindex={if selected { "0" } else { "-1" }} {onclick}>
                { label }
                if count > 0 {
                    <span class="count" aria-hidden="true">{ count }</span>
                    <span class="unseen">
                        { words.format("input-group-changed", &[("count", &count.to_string())]) }
                    </span>
                }
            </button>
        }
    };
    let (count, reset, label, title) = match props.open {
        Panel::Levers => (
            props.levers,
            Action::ResetLevers,
            words.text("input-reset"),
            words.text("input-reset-levers"),
        ),
        Panel::Assumptions => (
            props.assumptions,
            Action::ResetAssumptions,
            words.text("input-reset"),
            words.text("input-reset-assumptions"),
        ),
    };
    let onclick = {
        let (act, open) = (page.act.clone(), props.open);
        Callback::from(move |_: MouseEvent| {
            act.emit(reset.clone());
            // The button can't keep the focus: there is nothing left to take back.
            focus(&tab_id(open));
        })
    };
    html! {
        <div class="inputs-head" ref={root.clone()}>
            <div class="segments" role="tablist" ref={tabs} aria-label={words.text("inputs")}>
                { for PANELS.map(tab) }
            </div>
            <button type="button" class="button" disabled={count == 0} {title}
                data-testid={format!("reset-{}", name(props.open))} {onclick}>
                { label }
            </button>
        </div>
    }
}

/// Keeps how far each panel was scrolled, since both share one scroller.
#[hook]
fn use_scroll_of_each_panel(
    open: Panel,
    root: &NodeRef,
) -> Rc<RefCell<HashMap<&'static str, i32>>> {
    let scrolled = use_mut_ref(HashMap::<&'static str, i32>::new);
    {
        let (scrolled, root) = (scrolled.clone(), root.clone());
        use_effect_with(open, move |open| {
            if let Some(scroller) = scroller(&root) {
                let top = scrolled.borrow().get(name(*open)).copied();
                scroller.set_scroll_top(top.unwrap_or_default());
            }
        });
    }
    scrolled
}

/// The element that scrolls the panels: the pane, or the sheet on a phone.
fn scroller(root: &NodeRef) -> Option<Element> {
    let head = root.cast::<Element>()?;
    let content = head.closest(".inputs-content").ok().flatten()?;
    if content.scroll_height() > content.client_height() {
        return Some(content);
    }
    content.closest(".pane").ok().flatten()
}
