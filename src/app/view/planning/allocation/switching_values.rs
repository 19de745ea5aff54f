//! Dependence of an answer: limits that it has reached, and assumptions whose change would make another one
//! better.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::refused::condition_name;
use crate::analysis::allocation::{Condition, SwitchingValue};
use crate::app::words::Words;
use crate::region::key::Category;

/// The limits that an answer has reached; cells are counted, others named.
pub fn at_limits(words: &Words, at: &[Condition]) -> Html {
    if at.is_empty() {
        return html! {};
    }
    let names: Vec<String> = at.iter().map(|own| condition_name(words, *own)).collect();
    let names = names.join(&words.text("plan-join"));
    let arguments = [("count", &*at.len().to_string()), ("names", &*names)];
    html! {
        <p class="planning-caution" data-testid="alloc-at-limits">{ words.format("plan-alloc-at-limits", &arguments) }</p>
    }
}

/// The assumptions within whose plausible range the answer turns.
pub fn turns(words: &Words, turns: &[SwitchingValue], is_least: bool) -> Html {
    // The least money leaves nothing over, so that any worse assumption misses the goal.
    let least = match is_least {
        true => html! { <p class="soft">{ words.text("plan-alloc-turns-least") }</p> },
        false => html! {},
    };
    if turns.is_empty() && is_least {
        return least;
    }
    if turns.is_empty() {
        return html! { <p class="soft" data-testid="alloc-firm">{ words.text("plan-alloc-firm") }</p> };
    }
    html! {
        <div class="planning-caution" data-testid="alloc-turns">
            <h3>{ words.text("plan-alloc-turns") }</h3>
            <ul class="goal-others">{ for turns.iter().map(|own| html! { <li>{ turn(words, own) }</li> }) }</ul>
            <p class="soft">{ words.text("plan-alloc-turns-note") }</p>
            { least }
        </div>
    }
}

fn turn(words: &Words, turn: &SwitchingValue) -> String {
    let value = |value: Decimal| words.value(turn.key, value.normalize());
    let list = |categories: &[Category]| {
        let names: Vec<_> = categories.iter().map(|own| words.category(*own)).collect();
        names.join(&words.text("plan-join"))
    };
    let way = |id: &'static str, categories: &[Category]| {
        words.format(id, &[("names", &list(categories))])
    };
    let ways: Vec<String> = [
        ("plan-turn-rises", &turn.rises),
        ("plan-turn-falls", &turn.falls),
    ]
    .into_iter()
    .filter(|(_, categories)| !categories.is_empty())
    .map(|(id, categories)| way(id, categories))
    .collect();
    let id = if turn.end < turn.now {
        "plan-turn-below"
    } else {
        "plan-turn-above"
    };
    let arguments = [
        ("name", &*words.key_name(turn.key)),
        ("now", &*value(turn.now)),
        ("least", &*value(turn.least)),
        ("most", &*value(turn.most)),
        ("edge", &*value(turn.edge)),
        ("ways", &*ways.join(&words.text("plan-turn-and"))),
    ];
    words.format(id, &arguments)
}
