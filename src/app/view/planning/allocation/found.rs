//! The best allocation beside the one that stands, what changes, and what each limit costs.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::parts::part_name;
use crate::analysis::allocation::{Answer, Condition, Objective, Shadow, Standing, Verdict};
use crate::analysis::search;
use crate::app::state::{Action, State};
use crate::app::view::context::{Words, use_page};
use crate::app::view::planning::bounds::{changes, unfit};
use crate::number::{Yuan, YuanPerPerson};
use crate::scenario::matrix::Part;

/// The conditions whose cost is told.
const SHADOWS_SHOWN: usize = 8;

/// What is shown.
#[derive(Properties)]
pub struct FoundProps {
    /// The state.
    pub state: Rc<State>,
    /// The answer.
    pub answer: Rc<Answer>,
    /// The objective that is chosen.
    pub objective: Objective,
}

impl PartialEq for FoundProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.answer == other.answer
            && self.objective == other.objective
    }
}

/// The answer.
#[component]
pub fn Found(props: &FoundProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let answer = &props.answer;
    let verdict = match &answer.verdict {
        Verdict::Unfit(found) => return unfit(words, found),
        Verdict::Contradiction(conditions) => return contradiction(words, conditions),
        Verdict::Found => "plan-alloc-found",
        Verdict::Unchanged => "plan-alloc-unchanged",
        Verdict::OutOfReach => "plan-alloc-out",
        Verdict::NoWhole => "plan-alloc-no-whole",
        Verdict::NotUnderstood => "plan-alloc-not-understood",
    };
    let take = {
        let (act, state, answer) = (page.act.clone(), props.state.clone(), answer.clone());
        Callback::from(move |_: MouseEvent| {
            if let Ok(own) = search::with(&state.region, state.scenario(), &answer.moves) {
                act.emit(Action::Navigate(own));
            }
        })
    };
    html! {
        <div class="goal-answer" data-testid="alloc-answer" aria-live="polite">
            <p class="goal-verdict" data-testid="alloc-verdict">{ words.text(verdict) }</p>
            if let (Some(now), Some(best)) = (answer.now, answer.best) {
                { standings(words, now, best) }
            }
            if !answer.moves.is_empty() {
                <div class="alloc-changes">
                    { changes(words, &answer.moves) }
                    <button type="button" class="button primary" data-testid="alloc-take" onclick={take}>
                        { words.text("plan-take") }
                    </button>
                </div>
            }
            if !answer.shadows.is_empty() {
                <h3>{ words.text("plan-alloc-shadows") }</h3>
                <ul class="goal-others" data-testid="alloc-shadows">
                    { for answer.shadows.iter().take(SHADOWS_SHOWN).map(|own| html! {
                        <li>{ shadow(words, own, props.objective) }</li>
                    }) }
                </ul>
                <p class="soft">{ words.text("plan-alloc-shadows-note") }</p>
            }
        </div>
    }
}

/// What stands and what was found, line by line.
fn standings(words: &Words, now: Standing, best: Standing) -> Html {
    let head = |amount: Decimal| words.money(YuanPerPerson(amount));
    let signed = |amount: Decimal| words.signed_money(YuanPerPerson(amount));
    let money = |amount: Decimal| words.funds(Yuan(amount));
    let row = |id: &'static str, now: String, best: String, change: String| {
        html! {
            <tr>
                <th scope="row">{ words.text(id) }</th>
                <td class="number">{ now }</td>
                <td class="number">{ best }</td>
                <td class="number">{ change }</td>
            </tr>
        }
    };
    let a_head = |id: &'static str, of: fn(Standing) -> Decimal| {
        let (now, best) = (of(now), of(best));
        row(id, head(now), head(best), signed(best - now))
    };
    html! {
        <div class="scroller" role="region" tabindex="0" aria-label={words.text("plan-alloc-standings")}>
            <table class="planning-table" data-testid="alloc-standings">
                <thead><tr>
                    <th scope="col">{ words.text("plan-alloc-what") }</th>
                    <th scope="col" class="number">{ words.text("plan-now") }</th>
                    <th scope="col" class="number">{ words.text("plan-alloc-best") }</th>
                    <th scope="col" class="number">{ words.text("plan-alloc-change") }</th>
                </tr></thead>
                <tbody>
                    { row("plan-alloc-money", money(now.money), money(best.money), money(best.money - now.money)) }
                    { a_head("plan-alloc-total-income", |own| own.income) }
                    { a_head("plan-alloc-earned-income", |own| own.earned) }
                    { a_head("plan-alloc-received-income", |own| own.income - own.earned) }
                    if let Some(needed) = best.needed {
                        { row("plan-alloc-needed", head(needed), head(needed), String::new()) }
                    }
                    if now.coverage_missing > Decimal::ZERO || best.coverage_missing > Decimal::ZERO {
                        { row("plan-alloc-uncovered", money(now.coverage_missing), money(best.coverage_missing), String::new()) }
                    }
                </tbody>
            </table>
        </div>
    }
}

/// A condition as words.
fn condition_name(words: &Words, condition: Condition) -> String {
    let named =
        |id: &'static str, part: Part| words.format(id, &[("name", &part_name(words, part))]);
    match condition {
        Condition::Least(part) => named("plan-condition-least", part),
        Condition::Most(part) => named("plan-condition-most", part),
        Condition::Rule => words.text("plan-condition-rule").to_string(),
    }
}

fn contradiction(words: &Words, conditions: &[Condition]) -> Html {
    html! {
        <div class="fault" role="alert" data-testid="alloc-contradiction">
            <p>{ words.text("plan-alloc-contradiction") }</p>
            <ul>
                { for conditions.iter().map(|own| html! { <li>{ condition_name(words, *own) }</li> }) }
            </ul>
        </div>
    }
}

/// What a condition costs, in a sentence.
fn shadow(words: &Words, shadow: &Shadow, objective: Objective) -> String {
    let worth = words.decimal(shadow.worth, 2);
    let year = objective.year().to_string();
    let part = match shadow.condition {
        Condition::Least(part) | Condition::Most(part) => part_name(words, part),
        Condition::Rule => words.text("plan-condition-rule"),
    };
    let income = words.text(match objective {
        Objective::Earned(_) => "plan-shadow-earned",
        Objective::Income(_) | Objective::LeastMoney(..) => "plan-shadow-all",
    });
    let arguments: [(&str, &str); 4] = [
        ("name", &part),
        ("worth", &worth),
        ("year", &year),
        ("income", &income),
    ];
    let rest = &arguments[1..];
    let saved = [arguments[0], arguments[1]];
    let id = match (shadow.condition, objective) {
        (Condition::Most(_), Objective::LeastMoney(..)) => "plan-shadow-most-saves",
        (Condition::Least(_), Objective::LeastMoney(..)) => "plan-shadow-least-saves",
        (Condition::Rule, Objective::LeastMoney(..)) => {
            return words.format("plan-shadow-rule-saves", &arguments[1..2]);
        }
        (Condition::Rule, _) => return words.format("plan-shadow-rule", rest),
        (Condition::Most(_), _) => return words.format("plan-shadow-most", &arguments),
        (Condition::Least(_), _) => return words.format("plan-shadow-least", &arguments),
    };
    words.format(id, &saved)
}
