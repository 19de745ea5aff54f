//! Changes of values: from, to and by how much.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::search::LeverMove;
use crate::app::words::Words;
use crate::i18n::number::scale;
use crate::region::key::{Key, Unit};

/// The table of changes; a row may carry a mark on the limit that a value has reached.
pub fn changes(
    words: &Words,
    moves: &[LeverMove],
    mark: &dyn Fn(Key) -> Option<&'static str>,
) -> Html {
    let head = |id: &'static str| html! { <th scope="col" class="number">{ words.text(id) }</th> };
    let cell = |id: &'static str, text: String, mark: Html| {
        html! { <td class="number" data-label={words.text(id)}>{ text }{ mark }</td> }
    };
    let row = |moved: &LeverMove| {
        let mark = match mark(moved.key) {
            Some(id) => html! { <span class="soft moves-mark">{ words.text(id) }</span> },
            None => html! {},
        };
        html! {
            <tr>
                <th scope="row">
                    { words.key_name(moved.key) }
                    // What is counted in people says so by its name.
                    if moved.key.unit() != Unit::People {
                        { " " }<span class="soft moves-unit">{ words.text(scale(moved.key.unit()).unit) }</span>
                    }
                </th>
                { cell("plan-from", words.typed(moved.key.unit(), moved.from), html! {}) }
                { cell("plan-to", words.typed(moved.key.unit(), moved.to), html! {}) }
                { cell("plan-by", difference(words, moved.key, moved.to - moved.from), mark) }
            </tr>
        }
    };
    html! {
        <table class="planning-table moves-table" data-testid="plan-moves">
            <thead><tr>
                <th scope="col">{ words.text("plan-change") }</th>
                { for ["plan-from", "plan-to", "plan-by"].map(head) }
            </tr></thead>
            <tbody>{ for moves.iter().map(row) }</tbody>
        </table>
    }
}

/// A difference of a key's values with its sign; of shares in points.
fn difference(words: &Words, key: Key, change: Decimal) -> String {
    let sign = if change < Decimal::ZERO { "-" } else { "+" };
    let number = format!("{sign}{}", words.typed(key.unit(), change.abs()));
    match key.unit() {
        Unit::Share => words.format("plan-by-points", &[("number", &number)]),
        _ => number,
    }
}
