//! The best allocation next to the present one, what changes, and what each limit costs.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::own_years;
use super::parts::part_name;
use super::refused::{condition_name, contradiction, negative};
use super::switching_values::{at_limits, turns};
use crate::analysis::allocation::{
    AllocationAnswer, AllocationOutcome, AllocationVerdict, Condition, DownsideResult, Objective,
    Shadow,
};
use crate::analysis::goal::check::GoalCondition;
use crate::analysis::search;
use crate::app::state::{Action, State};
use crate::app::view::context::use_page;
use crate::app::view::planning::aim::{goal_text, second};
use crate::app::view::planning::bounds::unfit;
use crate::app::view::planning::moves::changes;
use crate::app::view::planning::taken::Taken;
use crate::app::words::Words;
use crate::model::gain::GainPart;
use crate::number::{Yuan, YuanPerPerson};
use crate::region::key::{Category, Fixed, Key, Year};
use crate::scenario::matrix::MatrixPart;

/// Most conditions whose cost is shown.
const SHADOWS_SHOWN: usize = 8;

/// Properties of the answer.
#[derive(Properties)]
pub struct FoundProps {
    /// The state.
    pub state: Rc<State>,
    /// The answer.
    pub answer: Rc<AllocationAnswer>,
    /// The objective that it answers.
    pub objective: Objective,
    /// Called with the change that was applied.
    pub on_take: Callback<Taken>,
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
        AllocationVerdict::Unfit(found) => return unfit(words, found),
        AllocationVerdict::Contradiction(conflicts) => return contradiction(words, conflicts),
        AllocationVerdict::Negative(parts) => return negative(words, parts),
        AllocationVerdict::Found => "plan-alloc-found",
        AllocationVerdict::Unchanged => "plan-alloc-unchanged",
        AllocationVerdict::OutOfReach => "plan-alloc-out",
        AllocationVerdict::NoWhole => "plan-alloc-no-whole",
        AllocationVerdict::UnknownBenchmark => "plan-goal-unknown",
        AllocationVerdict::NoDraws => "plan-alloc-no-draws",
        AllocationVerdict::NotUnderstood => "plan-alloc-not-understood",
    };
    let (region, objective) = (&props.state.region, props.objective);
    let year = objective.year(region);
    let take = {
        let (act, state, answer) = (page.act.clone(), props.state.clone(), answer.clone());
        let on_take = props.on_take.clone();
        Callback::from(move |_: MouseEvent| {
            let region = &state.region;
            if let Ok(own) = search::with(region, state.scenario(), &answer.moves) {
                let line = answer.best.and_then(|best| best.goal);
                on_take.emit(Taken::new(region, state.scenario(), &own, year, line));
                act.emit(Action::Navigate(own));
            }
        })
    };
    let mark = |key: Key| {
        let (level, category) = search::cell(key)?;
        let part = MatrixPart::Cell(level, category);
        let at = |condition: Condition| answer.at.contains(&condition);
        let is_most = at(Condition::Most(part)) || at(Condition::Other(level));
        let is_most = is_most && (at(Condition::Most(part)) || category == Category::Other);
        match (at(Condition::Least(part)), is_most) {
            (true, _) => Some("plan-at-least"),
            (_, true) => Some("plan-at-most"),
            (false, false) => None,
        }
    };
    let is_out = answer.verdict == AllocationVerdict::OutOfReach;
    let is_central = answer.downside.is_none_or(|own| !own.is_other);
    let span = span(words, &props.state, objective);
    let is_plain = own_years(props.state.scenario()).is_empty();
    html! {
        <div class="goal-answer" data-testid="alloc-answer" aria-live="polite">
            { asked(words, &props.state, objective) }
            { second(words, &answer.second_fails) }
            <p class="goal-verdict" data-testid="alloc-verdict">
                { words.text(verdict) }
                if let Some(line) = answer.best.and_then(|best| best.goal).filter(|line| !line.met) {
                    { " " }{ missing(words, &line) }
                }
            </p>
            if is_out && !answer.shadows.is_empty() {
                { held(words, &answer.shadows) }
            }
            if let (Some(now), Some(best)) = (answer.now, answer.best) {
                { standings(words, (&props.state, objective), is_plain, now, best) }
                { left(words, objective, now, best) }
                if let Some(tenth) = answer.downside {
                    { downside(words, tenth) }
                }
            }
            if answer.verdict == AllocationVerdict::Found && is_central {
                { at_limits(words, &answer.at) }
                { turns(words, &answer.switching_values, objective.goal().is_some()) }
            }
            if !answer.moves.is_empty() {
                <div class="alloc-changes">
                    { changes(words, &answer.moves, &mark) }
                    <button type="button" class="button primary" data-testid="alloc-take" onclick={take}>
                        { words.text("plan-take") }
                    </button>
                </div>
            }
            if !answer.shadows.is_empty() && !is_out {
                <h3>{ words.text("plan-alloc-shadows") }</h3>
                <ul class="goal-others" data-testid="alloc-shadows">
                    { for answer.shadows.iter().take(SHADOWS_SHOWN).map(|own| html! {
                        <li>{ shadow(words, own, objective, &span) }</li>
                    }) }
                </ul>
                <p class="soft">{ words.text("plan-alloc-shadows-note") }</p>
            }
        </div>
    }
}

/// The years of an objective.
fn span(words: &Words, state: &State, objective: Objective) -> String {
    let years = state.region.years;
    match objective {
        Objective::Market => words.format(
            "plan-hold-range",
            &[
                ("least", &years.first_plan.to_string()),
                ("most", &years.horizon.to_string()),
            ],
        ),
        _ => objective.year(&state.region).to_string(),
    }
}

/// The rate at which later income is discounted, in words.
fn discount_rate(words: &Words, state: &State) -> String {
    let key = Key::Fixed(Fixed::DiscountRate);
    let rate = state.scenario().value(&state.region, key);
    words.value(key, rate.unwrap_or_default().normalize())
}

/// The question in words.
fn asked(words: &Words, state: &State, objective: Objective) -> Html {
    let year = |year: Year| year.to_string();
    let text = match objective {
        Objective::Market => words.format(
            "plan-alloc-asked-market",
            &[
                ("years", &span(words, state, objective)),
                ("rate", &discount_rate(words, state)),
            ],
        ),
        Objective::Earned(of) => words.format("plan-alloc-asked-earned", &[("year", &year(of))]),
        Objective::Income(of) => words.format("plan-alloc-asked-income", &[("year", &year(of))]),
        Objective::LeastMoney(goal) => words.format(
            "plan-alloc-asked-least",
            &[("goal", &goal_text(words, goal))],
        ),
    };
    html! { <p class="soft" data-testid="goal-named">{ text }</p> }
}

/// A sentence about the year that is furthest from the goal.
fn missing(words: &Words, line: &GoalCondition) -> String {
    let money = |amount: Decimal| words.money(YuanPerPerson(amount));
    let arguments = [
        ("year", &*line.year.to_string()),
        ("income", &*money(line.income)),
        ("needed", &*money(line.needed)),
        ("amount", &*money(line.missing())),
    ];
    words.format("plan-alloc-missing", &arguments)
}

/// The limits that hold the furthest back, the strongest first.
fn held(words: &Words, shadows: &[Shadow]) -> Html {
    let shown = shadows.iter().take(SHADOWS_SHOWN);
    let names: Vec<String> = shown
        .map(|own| condition_name(words, own.condition))
        .collect();
    let names = names.join(&words.text("plan-join"));
    html! { <p data-testid="alloc-held">{ words.format("plan-alloc-held", &[("names", &names)]) }</p> }
}

/// The results at the tenth of draws, and what was compared.
fn downside(words: &Words, tenth: DownsideResult) -> Html {
    let head = |amount: Decimal| words.money(YuanPerPerson(amount));
    let arguments = [
        ("draws", &*tenth.draws.to_string()),
        ("compared", &*tenth.compared.to_string()),
        ("now", &*head(tenth.now)),
        ("central", &*head(tenth.central)),
        ("best", &*head(tenth.best)),
    ];
    let id = match tenth.is_other {
        true => "plan-alloc-tenth-other",
        false => "plan-alloc-tenth-same",
    };
    html! { <p data-testid="alloc-tenth">{ words.format(id, &arguments) }</p> }
}

/// Says where parts of 10,000 yuan stay.
fn left(
    words: &Words,
    objective: Objective,
    now: AllocationOutcome,
    best: AllocationOutcome,
) -> Html {
    if (now.money / search::TEN_THOUSAND).fract().is_zero() || objective.goal().is_some() {
        return html! {};
    }
    let amount = words.funds(Yuan((now.money - best.money).max(Decimal::ZERO)));
    html! { <p class="soft" data-testid="alloc-left">{ words.format("plan-alloc-left", &[("amount", &amount)]) }</p> }
}

/// The present figures and those found, line by line.
fn standings(
    words: &Words,
    (state, objective): (&State, Objective),
    is_plain: bool,
    now: AllocationOutcome,
    best: AllocationOutcome,
) -> Html {
    let year = objective.year(&state.region);
    let head = |amount: Decimal| words.money(YuanPerPerson(amount));
    let signed = |amount: Decimal| words.signed_money(YuanPerPerson(amount));
    let money = |line: [Decimal; 3]| {
        let line = line.map(Yuan);
        line.map(|amount| words.funds_beside(amount, &line))
    };
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
    let money_row = |id: &'static str, line: [Decimal; 3]| {
        let [now, best, change] = money(line);
        row(id, now, best, change)
    };
    let a_head = |id: &'static str, of: fn(AllocationOutcome) -> Decimal| {
        let (now, best) = (of(now), of(best));
        row(id, head(now), head(best), signed(best - now))
    };
    let part = |id: &'static str, part: GainPart| {
        let (now, best) = (now.part(part), best.part(part));
        row(id, signed(now), signed(best), signed(best - now))
    };
    let money_name = if is_plain {
        "plan-alloc-money"
    } else {
        "plan-alloc-money-first"
    };
    let missing = |own: AllocationOutcome| {
        own.goal
            .map_or_else(String::new, |line| head(line.missing().max(Decimal::ZERO)))
    };
    html! {
        <div class="scroller" role="region" tabindex="0" aria-label={words.text("plan-alloc-standings")}>
            <table class="planning-table" data-testid="alloc-standings">
                <thead><tr>
                    <th scope="col">{ words.format("plan-alloc-what", &[("year", &year.to_string())]) }</th>
                    <th scope="col" class="number">{ words.text("plan-now") }</th>
                    <th scope="col" class="number">{ words.text("plan-alloc-best") }</th>
                    <th scope="col" class="number">{ words.text("plan-alloc-change") }</th>
                </tr></thead>
                <tbody>
                    { money_row(money_name, [now.money, best.money, best.money - now.money]) }
                    if objective == Objective::Market {
                        <tr>
                            <th scope="row">{ words.format("plan-alloc-market-all", &[
                                ("years", &span(words, state, objective)),
                                ("rate", &discount_rate(words, state)),
                            ]) }</th>
                            <td class="number">{ signed(now.market) }</td>
                            <td class="number">{ signed(best.market) }</td>
                            <td class="number">{ signed(best.market - now.market) }</td>
                        </tr>
                    }
                    { a_head("plan-alloc-total-income", |own| own.income) }
                    { part("plan-alloc-market", GainPart::Market) }
                    { part("plan-alloc-public-work", GainPart::PublicWork) }
                    { part("plan-alloc-transfer", GainPart::Transfer) }
                    if best.goal.is_some() {
                        { row("plan-alloc-short", missing(now), missing(best), String::new()) }
                    }
                    if now.coverage_missing > Decimal::ZERO || best.coverage_missing > Decimal::ZERO {
                        { money_row("plan-alloc-uncovered", [
                            now.coverage_missing,
                            best.coverage_missing,
                            best.coverage_missing - now.coverage_missing,
                        ]) }
                    }
                </tbody>
            </table>
        </div>
    }
}

/// A sentence about the cost of a condition.
fn shadow(words: &Words, shadow: &Shadow, objective: Objective, span: &str) -> String {
    let price = words.decimal(shadow.price, 2);
    let part = match shadow.condition {
        Condition::Least(part) | Condition::Most(part) => part_name(words, part),
        Condition::Rule => words.text("plan-condition-rule"),
        condition @ (Condition::Other(_) | Condition::Floor(_)) => {
            condition_name(words, condition).into()
        }
    };
    let income = words.text(match objective {
        Objective::Market => "plan-shadow-market",
        Objective::Earned(_) => "plan-shadow-earned",
        Objective::Income(_) | Objective::LeastMoney(..) => "plan-shadow-all",
    });
    let arguments: [(&str, &str); 4] = [
        ("name", &part),
        ("worth", &price),
        ("year", span),
        ("income", &income),
    ];
    let rest = &arguments[1..];
    let saved = [arguments[0], arguments[1]];
    let id = match (shadow.condition, objective) {
        (Condition::Most(_) | Condition::Other(_), Objective::LeastMoney(..)) => {
            "plan-shadow-most-saves"
        }
        (Condition::Least(_) | Condition::Floor(_), Objective::LeastMoney(..)) => {
            "plan-shadow-least-saves"
        }
        (Condition::Rule, Objective::LeastMoney(..)) => {
            return words.format("plan-shadow-rule-saves", &arguments[1..2]);
        }
        (Condition::Rule, _) => return words.format("plan-shadow-rule", rest),
        (Condition::Most(_) | Condition::Other(_), _) => {
            return words.format("plan-shadow-most", &arguments);
        }
        (Condition::Least(_) | Condition::Floor(_), _) => {
            return words.format("plan-shadow-least", &arguments);
        }
    };
    words.format(id, &saved)
}
