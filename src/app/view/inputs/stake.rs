//! One line beside a changed lever: what it moves and what it costs.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::lever_effects::{CostKind, LeverEffect};
use crate::app::words::Words;
use crate::number::{Share, Yuan, YuanPerPerson};
use crate::region::key::Component;

/// The line of a changed lever, whose place is kept until it is found.
pub fn stake_line(words: &Words, name: &str, stake: Option<&LeverEffect>) -> Html {
    match stake {
        Some(stake) => html! {
            <p class="hint stake" data-testid={format!("stake-{name}")}>{ stake_text(words, stake) }</p>
        },
        None => html! { <p class="hint stake" aria-hidden="true">{ "…" }</p> },
    }
}

/// A sentence about a lever's effect and cost.
fn stake_text(words: &Words, stake: &LeverEffect) -> String {
    let [first, last] = stake.years.map(|year| year.to_string());
    let both = |id: &str, [now, then]: [YuanPerPerson; 2], more: &[(&str, &str)]| {
        let (now, then) = (words.signed_money(now), words.signed_money(then));
        let mut arguments = vec![
            ("first", &*first),
            ("last", &*last),
            ("now", &*now),
            ("then", &*then),
        ];
        arguments.extend(more);
        words.format(id, &arguments)
    };
    let moved = Component::ALL
        .into_iter()
        .zip(stake.components)
        .filter(|(_, moves)| *moves);
    let names: Vec<_> = moved
        .map(|(component, _)| words.component(component))
        .collect();
    let mut parts = Vec::new();
    if names.is_empty() {
        parts.push(words.text("stake-nothing").to_string());
    } else {
        let names = names.join(&words.text("stake-and"));
        let is_single = stake.components.iter().filter(|moves| **moves).count() == 1;
        let id = if is_single {
            "stake-moves-only"
        } else {
            "stake-moves"
        };
        parts.push(both(id, stake.income, &[("components", &names)]));
    }
    if stake
        .clawback
        .iter()
        .any(|amount| !amount.rounded().is_zero())
    {
        let [now, then] = stake.clawback.map(|amount| words.signed_money(amount));
        parts.push(words.format("stake-clawback", &[("now", &now), ("then", &then)]));
    }
    if let Some(part) = stake.at_first {
        let share = words.percent(Share(part.exact()), 0);
        parts.push(words.format("stake-at-first", &[("share", &share)]));
    }
    let id = match stake.cost {
        CostKind::Nothing => "stake-cost-nothing",
        CostKind::Funds => "stake-cost-funds",
        CostKind::Spending => "stake-cost-spending",
        CostKind::Grants => "stake-cost-grants",
        CostKind::Pay => "stake-cost-pay",
        CostKind::Social => "stake-cost-social",
    };
    parts.push(if stake.cost == CostKind::Nothing {
        words.text(id).to_string()
    } else {
        let [now, all] = stake.money.map(|amount| ten_thousands(words, amount));
        let arguments = [
            ("first", &*first),
            ("last", &*last),
            ("now", &*now),
            ("all", &*all),
        ];
        words.format(id, &arguments)
    });
    let text = parts.join(&words.text("stake-join"));
    words.format("stake-sentence", &[("text", &text)])
}

/// An amount in 万元 with its sign.
fn ten_thousands(words: &Words, amount: Yuan) -> String {
    let number = amount.exact() * Decimal::new(1, 4);
    let places = if number.abs() < Decimal::TEN { 2 } else { 0 };
    let number = words.numbers().decimal(number, places, true);
    words.format("amount-wan-yuan", &[("number", &number)])
}
