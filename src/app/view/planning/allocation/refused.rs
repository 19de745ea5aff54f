//! Why nothing was sought: limits that can't hold, and which of them would have to give way how far.

use yew::prelude::*;

use super::parts::part_name;
use crate::analysis::allocation::{Condition, Conflict};
use crate::app::view::context::Words;
use crate::region::key::Unit;
use crate::scenario::matrix::Part;

/// A condition as words.
pub fn condition_name(words: &Words, condition: Condition) -> String {
    let named =
        |id: &'static str, part: Part| words.format(id, &[("name", &part_name(words, part))]);
    match condition {
        Condition::Least(part) => named("plan-condition-least", part),
        Condition::Most(part) => named("plan-condition-most", part),
        Condition::Rule => words.text("plan-condition-rule").to_string(),
    }
}

/// Conditions that can't hold together.
pub fn contradiction(words: &Words, conflicts: &[Conflict]) -> Html {
    let amount = |amount| words.value_of_unit(Unit::Yuan, amount);
    let line = |own: &Conflict| {
        let mut text = condition_name(words, own.condition);
        if let Some(limit) = own.limit {
            let arguments = [("name", &*text), ("amount", &*amount(limit))];
            text = words.format("plan-conflict-limit", &arguments);
        }
        let cure = match (own.cures, own.enough) {
            (true, Some(enough)) => {
                words.format("plan-conflict-enough", &[("amount", &amount(enough))])
            }
            (true, None) => words.text("plan-conflict-cures").to_string(),
            (false, _) => words.text("plan-conflict-more").to_string(),
        };
        html! { <li>{ text }{ cure }</li> }
    };
    html! {
        <div class="fault" role="alert" data-testid="alloc-contradiction">
            <p>{ words.text("plan-alloc-contradiction") }</p>
            <ul>{ for conflicts.iter().map(line) }</ul>
        </div>
    }
}

/// Parts with a limit below nothing.
pub fn negative(words: &Words, parts: &[Part]) -> Html {
    let names: Vec<_> = parts.iter().map(|part| part_name(words, *part)).collect();
    let names = names.join(&words.text("plan-join"));
    html! {
        <p class="fault" role="alert" data-testid="alloc-negative">
            { words.format("plan-alloc-negative", &[("names", &names)]) }
        </p>
    }
}
