//! The buttons that take a step back and do it again. Before the first step of the scenario stands the last correction of
//! the region, if there is one.

use yew::prelude::*;

use super::context::use_page;
use crate::app::effects::corrections::BesideCorrections;
use crate::app::state::Action;

/// Properties of the buttons.
#[derive(Properties, PartialEq)]
pub struct UndoButtonsProps {
    /// True where the scenario has a step to undo.
    pub can_undo: bool,
    /// True where it has one to redo.
    pub can_redo: bool,
    /// The corrections beside the region.
    pub corrections: BesideCorrections,
}

/// The buttons.
#[component]
pub fn UndoButtons(props: &UndoButtonsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let button = |id: &'static str,
                  sign: &str,
                  action: Action,
                  (has_step, correction): (bool, Option<usize>)| {
        let act = page.act.clone();
        let is_undo = matches!(action, Action::Undo);
        let onclick = Callback::from(move |_: MouseEvent| act.emit(action.clone()));
        let correction = correction.filter(|_| !has_step).map(|count| {
            let count = count.to_string();
            let counted = [("count", &*count)];
            let id = match is_undo {
                true => "correct-undo",
                false => "correct-redo",
            };
            AttrValue::from(words.format(id, &counted))
        });
        let title = match &correction {
            Some(title) => title.clone(),
            None => AttrValue::from(words.text(&format!("{id}-keys"))),
        };
        let label = correction
            .clone()
            .unwrap_or_else(|| AttrValue::from(words.text(id)));
        html! {
            <button type="button" class="button" data-testid={id} disabled={!has_step && correction.is_none()}
                {onclick} {title} aria-label={label}>{ sign }</button>
        }
    };
    html! {
        <>
            { button("undo", "↶", Action::Undo, (props.can_undo, props.corrections.back)) }
            { button("redo", "↷", Action::Redo, (props.can_redo, props.corrections.forward)) }
        </>
    }
}
