//! The ways to a goal side by side, each with its price, its changes and its income; or why there
//! is none.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::goal::check::Line;
use crate::analysis::goal::{Answer, Goal, Kind, Verdict, Way};
use crate::analysis::search;
use crate::app::state::{Action, State};
use crate::app::view::context::{Context, Words, use_page};
use crate::app::view::planning::bounds::{changes, unfit};
use crate::number::{Yuan, YuanPerPerson};
use crate::region::key::Year;

/// The ways that stand side by side.
const WAYS_SHOWN: usize = 3;
/// The levers named that hold a way back.
const HELD_SHOWN: usize = 4;

/// What is shown.
#[derive(Properties)]
pub struct WaysProps {
    /// The state.
    pub state: Rc<State>,
    /// The answer.
    pub answer: Rc<Answer>,
    /// The goal that is chosen.
    pub goal: Goal,
}

impl PartialEq for WaysProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.answer == other.answer
            && self.goal == other.goal
    }
}

/// The answer.
#[component]
pub fn Ways(props: &WaysProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let answer = &props.answer;
    let verdict = match &answer.verdict {
        Verdict::Unfit(found) => return unfit(words, found),
        Verdict::Met => "plan-goal-met",
        Verdict::NothingMoves => "plan-goal-nothing",
        Verdict::NoSuchGoal => "plan-goal-none",
        Verdict::Reached => "plan-goal-reached",
        Verdict::OutOfReach => "plan-goal-out",
    };
    let (shown, others) = answer.ways.split_at(answer.ways.len().min(WAYS_SHOWN));
    html! {
        <div class="goal-answer" data-testid="goal-answer" aria-live="polite">
            <p class="goal-verdict" data-testid="goal-verdict">{ words.text(verdict) }</p>
            { second(words, &answer.second_fails) }
            { lines(words, "plan-goal-now", &answer.now) }
            if !shown.is_empty() {
                <div class="goal-ways">
                    { for shown.iter().map(|way| card(&page, &props.state, way)) }
                </div>
            }
            if !others.is_empty() {
                <h3>{ words.text("plan-goal-others") }</h3>
                <ul class="goal-others" data-testid="goal-others">
                    { for others.iter().map(|way| html! { <li>{ in_short(words, way) }</li> }) }
                </ul>
            }
        </div>
    }
}

fn kind_name(way: &Way) -> &'static str {
    match way.kind {
        Kind::Cheapest if !way.reaches => "plan-way-all",
        Kind::Cheapest => "plan-way-cheapest",
        Kind::NoNewMoney => "plan-way-no-new-money",
        Kind::Money => "plan-way-money",
        Kind::Coverage => "plan-way-coverage",
        Kind::Jobs => "plan-way-jobs",
        Kind::Operation => "plan-way-operation",
        Kind::OneLever => "plan-way-one-lever",
    }
}

fn yuan(words: &Words, amount: Decimal) -> String {
    words.money(YuanPerPerson(amount))
}

fn funds(words: &Words, amount: Decimal) -> String {
    words.funds(Yuan(amount))
}

/// Years in which the second higher-than fails, whatever the levers do.
fn second(words: &Words, years: &[Year]) -> Html {
    if years.is_empty() {
        return html! {};
    }
    let years: Vec<String> = years.iter().map(Year::to_string).collect();
    let years = years.join(&words.text("plan-join"));
    html! { <p class="fault">{ words.format("plan-goal-second", &[("years", &years)]) }</p> }
}

/// Income against the goal; of a goal of every year the years that miss it most.
fn lines(words: &Words, id: &'static str, lines: &[Line]) -> Html {
    let Some(worst) = lines.iter().max_by_key(|line| (!line.met, line.missing())) else {
        return html! {};
    };
    let failing = lines.iter().filter(|line| !line.met).count();
    let missing = match worst.met {
        true => words.format(
            "plan-goal-over",
            &[("amount", &yuan(words, -worst.missing()))],
        ),
        false => words.format(
            "plan-goal-missing",
            &[("amount", &yuan(words, worst.missing()))],
        ),
    };
    let arguments = [
        ("year", &*worst.year.to_string()),
        ("income", &*yuan(words, worst.income)),
        ("needed", &*yuan(words, worst.needed)),
        ("rest", &*missing),
    ];
    html! {
        <p data-testid={id}>
            { words.format(id, &arguments) }
            if lines.len() > 1 && failing > 0 {
                { " " }{ words.format("plan-goal-years", &[("count", &failing.to_string())]) }
            }
        </p>
    }
}

/// A way that is not among those side by side.
fn in_short(words: &Words, way: &Way) -> String {
    let missing: Decimal = way
        .lines
        .iter()
        .filter(|line| !line.met)
        .map(|line| line.missing())
        .max()
        .unwrap_or_default();
    let name = words.text(kind_name(way));
    let cost = funds(words, way.cost.counted);
    match way.reaches {
        true => words.format(
            "plan-goal-other-reaches",
            &[("name", &name), ("cost", &cost)],
        ),
        false => words.format(
            "plan-goal-other-misses",
            &[("name", &name), ("amount", &yuan(words, missing))],
        ),
    }
}

fn card(page: &Context, state: &Rc<State>, way: &Way) -> Html {
    let words = &page.words;
    let take = {
        let (act, state) = (page.act.clone(), state.clone());
        let moves = way.moves.clone();
        Callback::from(move |_: MouseEvent| {
            if let Ok(own) = search::with(&state.region, state.scenario(), &moves) {
                act.emit(Action::Navigate(own));
            }
        })
    };
    let earned = way.gain - way.received;
    let split = [
        ("gain", &*words.signed_money(YuanPerPerson(way.gain))),
        ("earned", &*words.signed_money(YuanPerPerson(earned))),
        (
            "received",
            &*words.signed_money(YuanPerPerson(way.received)),
        ),
    ];
    let held: Vec<String> = way
        .held_by
        .iter()
        .take(HELD_SHOWN)
        .map(|key| words.key_name(*key).to_string())
        .collect();
    let verdict = match way.reaches {
        true => "plan-way-reaches",
        false => "plan-way-misses",
    };
    html! {
        <article class="goal-way" data-testid="goal-way" data-reaches={way.reaches.to_string()}>
            <h3>{ words.text(kind_name(way)) }</h3>
            <p class={if way.reaches { "badge goal-reaches" } else { "badge" }}>{ words.text(verdict) }</p>
            { lines(words, "plan-goal-then", &way.lines) }
            <p>{ words.format("plan-way-gain", &split) }</p>
            { costs(words, way) }
            { changes(words, &way.moves) }
            if !held.is_empty() {
                <p>{ words.format("plan-way-held", &[("names", &held.join(&words.text("plan-join")))]) }</p>
            }
            if way.coverage_missing > Decimal::ZERO {
                <p class="fault">{ words.format("plan-way-uncovered", &[("amount", &funds(words, way.coverage_missing))]) }</p>
            }
            <button type="button" class="button primary" data-testid="goal-take" onclick={take}>
                { words.text("plan-take") }
            </button>
        </article>
    }
}

/// What a way costs, line by line; what it does not cost is left out.
fn costs(words: &Words, way: &Way) -> Html {
    let cost = &way.cost;
    let money = [
        ("plan-cost-funds", cost.funds),
        ("plan-cost-jobs", cost.jobs),
        ("plan-cost-shifted", cost.shifted),
        ("plan-cost-grants", cost.grants),
    ];
    let money = money.into_iter().filter(|(_, amount)| !amount.is_zero());
    html! {
        <dl class="goal-costs">
            { for money.map(|(id, amount)| html! {
                <><dt>{ words.text(id) }</dt><dd class="number">{ funds(words, amount) }</dd></>
            }) }
            if !cost.effort.is_zero() {
                <dt>{ words.text("plan-cost-effort") }</dt>
                <dd class="number">{ words.decimal(cost.effort, 2) }</dd>
            }
            <dt class="goal-sum">{ words.text("plan-cost-counted") }</dt>
            <dd class="number goal-sum" data-testid="goal-cost">{ funds(words, cost.counted) }</dd>
        </dl>
    }
}
