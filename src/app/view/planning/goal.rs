//! What it would take: a goal, the levers that may move, and the ways to it side by side.

mod ways;

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::answering::use_answering;
use super::bounds::{self, Bounds};
use super::choice::{benchmark_choice, choice, is_disposable};
use super::year::year_choice;
use crate::analysis::goal::{Goal, Prices, Request};
use crate::analysis::search;
use crate::app::state::State;
use crate::app::view::context::{Words, use_page};
use crate::app::view::inputs::field::Field;
use crate::app::view::kept::use_kept;
use crate::i18n::number::scale;
use crate::planner::{Question, Reply};
use crate::problem::Fault;
use crate::region::key::{Benchmark, Unit};
use ways::Ways;

/// What the tab shows.
#[derive(Properties)]
pub struct GoalProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for GoalProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The kinds of goals, in the order of their list.
const KINDS: [&str; 3] = ["plan-goal-reach", "plan-goal-close", "plan-goal-higher"];

/// The tab.
#[component]
pub fn GoalTab(props: &GoalProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let kind = use_kept("goal-kind", || 0_usize);
    let benchmark = use_kept("goal-benchmark", || Benchmark::LiftedProvince);
    let step = use_kept("goal-step", || 1_usize);
    let share = use_kept("goal-share", || Decimal::new(5, 1));
    let prices = use_kept("goal-prices", || Prices::usual(&state.region));
    let levers = use_kept("goal-levers", || {
        bounds::usual(&state.region, state.scenario(), search::movable(), true)
    });
    let answering = use_answering("goal-answer");
    let years = state.region.years;
    let year = years.plan().nth(*step).unwrap_or(years.first_plan);
    let goal = match *kind {
        0 => Goal::Reach {
            benchmark: *benchmark,
            year,
        },
        1 => Goal::Close {
            benchmark: *benchmark,
            year,
            share: *share,
        },
        _ => Goal::HigherThans,
    };
    let question = Question::Goal(Request {
        goal,
        levers: bounds::moving(&levers),
        prices: *prices,
    });
    let run = {
        let (answering, state, question) = (answering.clone(), state.clone(), question.clone());
        Callback::from(move |_: MouseEvent| answering.ask(&state, question.clone()))
    };
    let choose_kind = {
        let setter = kind.setter();
        Callback::from(move |place| setter.set(place))
    };
    let choose_benchmark = {
        let setter = benchmark.setter();
        Callback::from(move |chosen| setter.set(chosen))
    };
    let change_levers = {
        let setter = levers.setter();
        Callback::from(move |bounds| setter.set(bounds))
    };
    let now = levers.iter().map(|own| {
        let now = state.scenario().value(&state.region, own.limits.key);
        now.unwrap_or_default()
    });
    let kinds = KINDS.map(|id| words.text(id));
    let set_share = {
        let setter = share.setter();
        move |value: Decimal| setter.set(value)
    };
    let is_of_benchmark = goal != Goal::HigherThans;
    html! {
        <section class="card planning-card">
            <div class="planning-form">
                { choice("goal-kind", &words.text("plan-goal-kind"), &kinds, *kind, choose_kind) }
                if is_of_benchmark {
                    { benchmark_choice(words, "goal-benchmark", *benchmark, choose_benchmark) }
                    { year_choice(words, years, &step) }
                }
                if matches!(goal, Goal::Close { .. }) {
                    { number(words, ("goal-share", "plan-goal-share"), Unit::Share, *share, set_share) }
                }
                <button type="button" class="button primary" data-testid="goal-run" onclick={run}>
                    { words.text("plan-goal-run") }
                </button>
            </div>
            if is_of_benchmark && is_disposable(*benchmark) {
                <p class="soft">{ words.text("plan-goal-disposable") }</p>
            }
            <Bounds name="goal-levers" bounds={(*levers).clone()} now={now.collect::<Vec<_>>()}
                on_change={change_levers} />
            { price_fields(words, &prices) }
            { answering.waiting() }
            { answering.outdated(words, &question, state.scenario()) }
            if let Some(answered) = answering.answer_to(&question, state.scenario()) {
                if let Reply::Goal(answer) = &*answered.reply {
                    <Ways state={state.clone()} answer={Rc::new(answer.clone())} {goal} />
                }
            }
        </section>
    }
}

/// The conventions by which ways are compared, and their two weights.
fn price_fields(words: &Words, prices: &UseStateHandle<Prices>) -> Html {
    let set_effort = {
        let prices = prices.clone();
        move |effort| prices.set(Prices { effort, ..*prices })
    };
    let set_shifted = {
        let prices = prices.clone();
        move |shifted| prices.set(Prices { shifted, ..*prices })
    };
    html! {
        <details class="bounds">
            <summary>{ words.text("plan-goal-prices") }</summary>
            <p class="soft">{ words.text("plan-goal-prices-lead") }</p>
            <div class="planning-ends">
                { number(words, ("goal-effort", "plan-goal-effort"), Unit::Yuan, prices.effort, set_effort) }
                { number(words, ("goal-shifted", "plan-goal-shifted"), Unit::Share, prices.shifted, set_shifted) }
            </div>
        </details>
    }
}

/// A number with its name and unit.
fn number(
    words: &Words,
    (name, label): (&'static str, &'static str),
    unit: Unit,
    value: Decimal,
    set: impl Fn(Decimal) + 'static,
) -> Html {
    let on_value = Callback::from(move |typed: Result<Decimal, Fault>| {
        if let Ok(value) = typed {
            set(value);
        }
    });
    let label = words.text(label);
    html! {
        <label class="planning-field">
            <span>{ label.clone() }{ " " }<span class="soft">{ words.text(scale(unit).unit) }</span></span>
            <Field id={name} {name} {unit} {value} refused={false}
                label={Some(AttrValue::from(label))} {on_value} />
        </label>
    }
}
