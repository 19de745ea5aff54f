//! The ways to a goal side by side, each with its price, its changes and its income; or why there
//! is none.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::goal::check::{self, GoalCondition};
use crate::analysis::goal::{Goal, GoalAnswer, GoalVerdict, Prices, WayKind, WayToGoal};
use crate::analysis::search;
use crate::app::state::{Action, State};
use crate::app::view::context::{Context, use_page};
use crate::app::view::planning::aim::{named, second};
use crate::app::view::planning::bounds::unfit;
use crate::app::view::planning::moves::changes;
use crate::app::view::planning::taken::Taken;
use crate::app::words::Words;
use crate::number::{Yuan, YuanPerPerson};
use crate::region::key::Year;

/// The ways that are shown side by side.
const WAYS_SHOWN: usize = 3;
/// The levers named that hold a way back.
const HELD_SHOWN: usize = 4;

/// Properties of the answer.
#[derive(Properties)]
pub struct WaysProps {
    /// The state.
    pub state: Rc<State>,
    /// The answer.
    pub answer: Rc<GoalAnswer>,
    /// The goal that it answers.
    pub goal: Goal,
    /// The weights of the costs.
    pub prices: Prices,
    /// Called with the change that was applied.
    pub on_take: Callback<Taken>,
}

impl PartialEq for WaysProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.answer == other.answer
            && self.goal == other.goal
            && self.prices == other.prices
    }
}

/// The answer.
#[component]
pub fn Ways(props: &WaysProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let answer = &props.answer;
    let reaching = answer.ways.iter().filter(|way| way.reaches).count();
    let is_first_met = answer.now.iter().all(|line| line.met);
    let verdict = match &answer.verdict {
        GoalVerdict::Unfit(found) => return unfit(words, found),
        // Where the second higher-than fails, all that can be done is for the first.
        _ if !answer.second_fails.is_empty() && is_first_met => "plan-goal-first-met",
        _ if !answer.second_fails.is_empty() && reaching > 0 => "plan-goal-first-reached",
        GoalVerdict::Met => "plan-goal-met",
        GoalVerdict::NothingMoves => "plan-goal-nothing",
        GoalVerdict::UnknownBenchmark => "plan-goal-unknown",
        GoalVerdict::NoSuchGoal => "plan-goal-none",
        GoalVerdict::Reached if reaching == 1 => "plan-goal-reached-once",
        GoalVerdict::Reached => "plan-goal-reached",
        GoalVerdict::OutOfReach => "plan-goal-out",
    };
    // Ways that reach the goal are shown side by side; others only where none does.
    let count = if reaching > 0 {
        reaching
    } else {
        answer.ways.len()
    };
    let (shown, others) = answer.ways.split_at(count.min(WAYS_SHOWN));
    html! {
        <div class="goal-answer" data-testid="goal-answer" aria-live="polite">
            { named(words, props.goal) }
            { second(words, &answer.second_fails) }
            <p class="goal-verdict" data-testid="goal-verdict">{ words.text(verdict) }</p>
            { lines(words, "plan-goal-now", &answer.now) }
            if !shown.is_empty() {
                <div class="goal-ways">
                    { for shown.iter().map(|way| card(&page, props, way)) }
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

fn kind_name(way: &WayToGoal) -> &'static str {
    match way.kind {
        WayKind::Cheapest if !way.reaches => "plan-way-all",
        WayKind::Cheapest => "plan-way-cheapest",
        WayKind::NoNewMoney => "plan-way-no-new-money",
        WayKind::Money => "plan-way-money",
        WayKind::Coverage => "plan-way-coverage",
        WayKind::Jobs => "plan-way-jobs",
        WayKind::Operation => "plan-way-operation",
        WayKind::OneLever => "plan-way-one-lever",
        WayKind::FewestLevers => "plan-way-fewest",
        WayKind::NoMoney => "plan-way-no-money",
        WayKind::NoCoverage => "plan-way-no-coverage",
        WayKind::NoJobs => "plan-way-no-jobs",
        WayKind::NoOperation => "plan-way-no-operation",
    }
}

/// True where no way that reaches the goal costs less.
fn is_cheapest(answer: &GoalAnswer, way: &WayToGoal) -> bool {
    let reaching = answer.ways.iter().filter(|own| own.reaches);
    let least = reaching.map(|own| own.cost.counted).min();
    least.is_some_and(|least| way.cost.counted <= least)
}

fn yuan(words: &Words, amount: Decimal) -> String {
    words.money(YuanPerPerson(amount))
}

fn funds(words: &Words, amount: Decimal) -> String {
    words.funds(Yuan(amount))
}

/// Income against the goal; of a goal of every year the years that miss it most.
fn lines(words: &Words, id: &'static str, lines: &[GoalCondition]) -> Html {
    let Some(worst) = check::hardest(lines) else {
        return html! {};
    };
    let failing = lines.iter().filter(|line| !line.met).count();
    let (income, needed) = (yuan(words, worst.income), yuan(words, worst.needed));
    let missing = match worst.met {
        // Whole units reach a goal by fractions of a fen, which no figure shows.
        true if income == needed => words.text("plan-goal-just").to_string(),
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
        ("income", &*income),
        ("needed", &*needed),
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
fn in_short(words: &Words, way: &WayToGoal) -> String {
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

fn card(page: &Context, props: &WaysProps, way: &WayToGoal) -> Html {
    let words = &page.words;
    let take = {
        let (act, state, on_take) = (page.act.clone(), props.state.clone(), props.on_take.clone());
        let (moves, goal) = (way.moves.clone(), props.goal);
        let line = check::hardest(&way.lines).copied();
        Callback::from(move |_: MouseEvent| {
            let region = &state.region;
            if let Ok(own) = search::with(region, state.scenario(), &moves) {
                let last = region.years.first_plan + goal.last_step(region) as Year;
                let year = line.map_or(last, |line| line.year);
                on_take.emit(Taken::new(region, state.scenario(), &own, year, line));
                act.emit(Action::Navigate(own));
            }
        })
    };
    let signed = |amount: Decimal| words.signed_money(YuanPerPerson(amount));
    let [market, public_work, transfer] = way.gain_parts.map(signed);
    let split = [
        ("gain", &*signed(way.gain)),
        ("market", &*market),
        ("public_work", &*public_work),
        ("transfer", &*transfer),
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
            <p class="goal-badges">
                <span class={if way.reaches { "badge goal-reaches" } else { "badge" }}>{ words.text(verdict) }</span>
                if way.kind == WayKind::FewestLevers && is_cheapest(&props.answer, way) {
                    <span class="badge">{ words.text("plan-way-cheapest") }</span>
                }
                <span class="soft" data-testid="goal-levers-moved">
                    { words.format("plan-way-moves", &[("count", &way.moves.len().to_string())]) }
                </span>
            </p>
            { lines(words, "plan-goal-then", &way.lines) }
            <p>{ words.format("plan-way-gain", &split) }</p>
            { costs(words, way, &props.prices) }
            <div class="moves-box">{ changes(words, &way.moves, &|_| None) }</div>
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

/// The costs of a way, line by line with their weighted amounts; those that it does not have are left out.
fn costs(words: &Words, way: &WayToGoal, prices: &Prices) -> Html {
    let cost = &way.cost;
    let money = [
        ("plan-cost-funds", cost.funds),
        ("plan-cost-jobs", cost.jobs),
        ("plan-cost-grants", cost.grants),
    ];
    let line = |id: &'static str, text: String| {
        html! { <><dt>{ words.text(id) }</dt><dd class="number">{ text }</dd></> }
    };
    let counted = |amount: String, sum: Decimal| {
        let sum = funds(words, sum);
        words.format(
            "plan-cost-counts",
            &[("amount", &amount), ("counted", &sum)],
        )
    };
    html! {
        <dl class="goal-costs">
            { for money.into_iter().filter(|(_, amount)| !amount.is_zero()).map(|(id, amount)| line(id, funds(words, amount))) }
            if !cost.shifted.is_zero() {
                { line("plan-cost-shifted", counted(funds(words, cost.shifted), cost.shifted * prices.shifted)) }
            }
            if !cost.effort.is_zero() {
                { line("plan-cost-effort", counted(
                    words.format("plan-cost-rooms", &[("count", &words.decimal(cost.effort, 2))]),
                    cost.effort * prices.effort,
                )) }
            }
            <dt class="goal-sum">{ words.text("plan-cost-counted") }</dt>
            <dd class="number goal-sum" data-testid="goal-cost">{ funds(words, cost.counted) }</dd>
        </dl>
    }
}
