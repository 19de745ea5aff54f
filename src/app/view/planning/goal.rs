//! Goal seek: a goal, the levers that may move, and the ways to it side by side.

mod room;
mod ways;

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::aim::{AimNames, use_aim};
use super::answering::use_answering;
use super::bounds::{self, Bounds};
use super::choice::tick;
use super::taken::{Taken, taken};
use crate::analysis::goal::{GoalRequest, Prices};
use crate::analysis::search;
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::context::use_session_state;
use crate::app::view::inputs::limit::LimitField;
use crate::app::words::Words;
use crate::i18n::number::scale;
use crate::planner::{Question, Reply};
use crate::region::key::Unit;
use room::use_room;
use ways::Ways;

/// Properties of the tab.
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

/// The names of the goal's fields.
const AIM: AimNames = AimNames {
    kind: "goal-kind",
    benchmark: "goal-benchmark",
    step: "goal-step",
    share: "goal-share",
};

/// The tab.
#[component]
pub fn GoalTab(props: &GoalProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let aim = use_aim(AIM, 1);
    let prices = use_session_state("goal-prices", || Prices::usual(&state.region));
    let levers = use_session_state("goal-levers", || {
        bounds::usual(&state.region, state.scenario(), search::movable(), true)
    });
    let room = use_room(&state.region);
    let raises_other = use_session_state("goal-other", || false);
    let applied = use_session_state("goal-taken", || None::<Taken>);
    let answering = use_answering("goal-answer");
    let outcome = &state.results.outcome;
    let goal = aim.goal(outcome);
    let question = Question::Goal(GoalRequest {
        goal,
        levers: bounds::moving(&levers),
        prices: *prices,
        raises_other: *raises_other,
    });
    let run = {
        let (answering, state, question) = (answering.clone(), state.clone(), question.clone());
        Callback::from(move |_: MouseEvent| answering.ask(&state, question.clone()))
    };
    let change_levers = {
        let setter = levers.setter();
        Callback::from(move |bounds| setter.set(bounds))
    };
    let now = levers.iter().map(|own| {
        let now = state.scenario().value(&state.region, own.limits.key);
        now.unwrap_or_default()
    });
    let on_take = {
        let setter = applied.setter();
        Callback::from(move |taken: Taken| setter.set(Some(taken)))
    };
    html! {
        <section class="card planning-card">
            <div class="planning-form">
                { aim.fields(words, outcome, AIM) }
                { tick("goal-other", words.text("plan-raises-other"), &raises_other) }
                <button type="button" class="button primary" data-testid="goal-run" onclick={run}>
                    { words.text("plan-goal-run") }
                </button>
            </div>
            { aim.caution(words, outcome) }
            <Bounds name="goal-levers" bounds={(*levers).clone()} now={now.collect::<Vec<_>>()}
                at_once={room.fields(words, state, &levers, &change_levers)} on_change={change_levers} />
            { price_fields(words, &prices) }
            { taken(words, applied.as_ref(), state.scenario()) }
            { answering.waiting() }
            { answering.outdated(words, &question, state.scenario()) }
            if let Some(answered) = answering.answer_to(&question, state.scenario()) {
                if let Reply::Goal(answer) = &*answered.reply {
                    <Ways state={state.clone()} answer={Rc::new(answer.clone())} {goal} prices={*prices} {on_take} />
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
                { number(words, ("goal-effort", "plan-goal-effort"), (Unit::Yuan, None), prices.effort, set_effort) }
                { number(words, ("goal-shifted", "plan-goal-shifted"), (Unit::Share, Some(Decimal::ONE)), prices.shifted, set_shifted) }
            </div>
        </details>
    }
}

/// A number that is not negative, with its name and unit.
pub(super) fn number(
    words: &Words,
    (id, label): (&'static str, &'static str),
    (unit, most): (Unit, Option<Decimal>),
    value: Decimal,
    set: impl Fn(Decimal) + 'static,
) -> Html {
    let on_value = Callback::from(set);
    let label = words.text(label);
    let most = most.unwrap_or(Decimal::from(1_000_000_000_000_i64));
    html! {
        <label class="planning-field">
            <span>{ label.clone() }{ " " }<span class="soft">{ words.text(scale(unit).unit) }</span></span>
            <LimitField {id} {unit} {value} {label} range={Some((Decimal::ZERO, most))} {on_value} />
        </label>
    }
}
