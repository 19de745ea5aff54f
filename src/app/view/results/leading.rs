//! The numbers that lead: written in the turn of the event that moves a lever, straight into the page.
//!
//! They alone don't go through the page's own way of drawing. Making and comparing their elements would take longer than
//! the projection that they show, and the frame that shows them waits for that.

use web_sys::{HtmlElement, Node};
use yew::prelude::*;

use crate::app::state::State;
use crate::app::view::context::use_early_redraw;
use crate::app::view::context::use_page;
use crate::app::view::parts::tone;
use crate::app::view::store::RedrawPriority;
use crate::app::words::Words;

/// A number that leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadingNumber {
    /// The scenario's income in the first plan year.
    Income,
    /// Its difference to the plan.
    Difference,
}

impl LeadingNumber {
    /// The text and the class of the newest number; nothing without plan years.
    fn written(self, words: &Words, state: &State) -> Option<(String, Option<&'static str>)> {
        let first = state.results.outcome.scenario.first()?;
        Some(match self {
            Self::Income => (words.money(first.income), None),
            Self::Difference => {
                let difference = first.difference();
                (words.signed_money(difference), tone(difference.rounded()))
            }
        })
    }
}

/// Properties of the number.
#[derive(Properties, PartialEq)]
pub struct LeadingProps {
    /// The number.
    pub number: LeadingNumber,
    /// Its name for tests.
    #[prop_or_default]
    pub testid: Option<&'static str>,
}

/// A number that is drawn first. Its text is no child that the page knows of, so that only the number itself
/// writes it.
#[component]
pub fn Leading(props: &LeadingProps) -> Html {
    let page = use_page();
    let node = use_node_ref();
    let number = props.number;
    let write = use_callback((node.clone(), page.clone()), move |(), (node, page)| {
        let Some(element) = node.cast::<HtmlElement>() else {
            return;
        };
        if let Some((text, tone)) = number.written(&page.words, &page.store.newest()) {
            write(&element, &text, tone);
        }
    });
    use_early_redraw(RedrawPriority::Headline, &write);
    // First of all, and again in another language.
    use_effect_with(write, |write| write.emit(()));
    html! { <strong ref={node} class="number" data-testid={props.testid} /> }
}

/// Writes only what changed: each write costs the frame a layout.
fn write(element: &HtmlElement, text: &str, tone: Option<&'static str>) {
    // Anything else than one text is no writing of ours, but a translator's.
    let own = element
        .first_child()
        .filter(|child| child.node_type() == Node::TEXT_NODE && child.next_sibling().is_none());
    match own {
        Some(old) if old.node_value().as_deref() == Some(text) => {}
        // The same node with another value is less work for the browser than another node.
        Some(old) => old.set_node_value(Some(text)),
        None => element.set_text_content(Some(text)),
    }
    let class = match (tone, size(text)) {
        (Some(tone), Some(size)) => format!("number {tone} {size}"),
        (Some(class), None) | (None, Some(class)) => format!("number {class}"),
        (None, None) => "number".to_owned(),
    };
    if element.class_name() != class {
        element.set_class_name(&class);
    }
}

/// The class of a number too long for the usual size: its box has a width of its own, which no number changes.
fn size(text: &str) -> Option<&'static str> {
    match text.chars().count() {
        0..=11 => None,
        12..=13 => Some("long"),
        14..=16 => Some("longer"),
        _ => Some("longest"),
    }
}
