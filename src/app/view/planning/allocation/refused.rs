//! Reasons why no answer was sought: limits that contradict each other, and by how much each would have to give
//! way.

use yew::prelude::*;

use super::parts::part_name;
use crate::analysis::allocation::{AllocationConflict, Condition};
use crate::app::words::Words;
use crate::region::key::{Category, Unit};
use crate::scenario::matrix::MatrixPart;

/// A condition as words.
pub fn condition_name(words: &Words, condition: Condition) -> String {
    let named =
        |id: &'static str, part: MatrixPart| words.format(id, &[("name", &part_name(words, part))]);
    match condition {
        Condition::Least(part) => named("plan-condition-least", part),
        Condition::Most(part) => named("plan-condition-most", part),
        Condition::Rule => words.text("plan-condition-rule").to_string(),
        Condition::Floor(part) => {
            words.format("plan-condition-floor", &[("name", &words.floor_part(part))])
        }
        Condition::Other(level) => words.format(
            "plan-condition-other",
            &[(
                "name",
                &part_name(words, MatrixPart::Cell(level, Category::Other)),
            )],
        ),
    }
}

/// Conditions that can't hold together.
pub fn contradiction(words: &Words, conflicts: &[AllocationConflict]) -> Html {
    let amount = |amount| words.value_of_unit(Unit::Yuan, amount);
    let named = |own: &AllocationConflict| {
        let name = condition_name(words, own.condition);
        match own.limit {
            Some(limit) => words.format(
                "plan-conflict-limit",
                &[("name", &name), ("amount", &amount(limit))],
            ),
            None => name,
        }
    };
    let cure = |own: &AllocationConflict| {
        let cure = match own.enough {
            Some(enough) => words.format("plan-conflict-enough", &[("amount", &amount(enough))]),
            None => words.text("plan-conflict-cures").to_string(),
        };
        html! { <li>{ named(own) }{ cure }</li> }
    };
    let others = conflicts.iter().filter(|own| !own.cures).map(named);
    let others: Vec<String> = others.collect();
    let others = others.join(&words.text("plan-join"));
    html! {
        <div class="fault" role="alert" data-testid="alloc-contradiction">
            <p>{ words.text("plan-alloc-contradiction") }</p>
            <ul>
                { for conflicts.iter().filter(|own| own.cures).map(cure) }
                if !others.is_empty() {
                    <li>{ words.format("plan-conflict-more", &[("names", &others)]) }</li>
                }
            </ul>
        </div>
    }
}

/// Parts with a limit below nothing.
pub fn negative(words: &Words, parts: &[MatrixPart]) -> Html {
    let names: Vec<_> = parts.iter().map(|part| part_name(words, *part)).collect();
    let names = names.join(&words.text("plan-join"));
    html! {
        <p class="fault" role="alert" data-testid="alloc-negative">
            { words.format("plan-alloc-negative", &[("names", &names)]) }
        </p>
    }
}
