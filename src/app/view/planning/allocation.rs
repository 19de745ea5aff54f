//! The best use of given money: an objective, limits of the matrix, and the best allocation next to the present
//! one.

mod found;
mod lifetime;
mod parts;
mod refused;
mod switching_values;

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::aim::{AimNames, use_aim};
use super::answering::use_answering;
use super::bounds::{self, Bounds};
use super::choice::{choice, tick};
use super::goal::number;
use super::taken::{Taken, taken};
use super::year::year_choice;
use crate::analysis::allocation::downside::USUAL_DRAWS;
use crate::analysis::allocation::{self, AllocationRequest, Downside, Objective};
use crate::analysis::funds_floor::{FloorPart, FundsFloor};
use crate::analysis::search;
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::context::use_session_state;
use crate::app::words::Words;
use crate::planner::{Question, Reply};
use crate::region::key::{Key, Unit, Yearly};
use crate::scenario::Scenario;
use found::Found;
use lifetime::Lifetime;
use parts::{PartBound, Parts};

/// Properties of the tab.
#[derive(Properties)]
pub struct AllocationProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for AllocationProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The kinds of objectives, in the order of their list.
const KINDS: [&str; 4] = [
    "plan-alloc-discounted",
    "plan-alloc-earned",
    "plan-alloc-income",
    "plan-alloc-least",
];
/// The last of them.
const LEAST: usize = 3;
/// The names of the goal's fields.
const AIM: AimNames = AimNames {
    kind: "alloc-goal-kind",
    benchmark: "alloc-benchmark",
    step: "alloc-step",
    share: "alloc-share",
};

/// The tab.
#[component]
pub fn AllocationTab(props: &AllocationProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let kind = use_session_state("alloc-kind", || 0_usize);
    // What is invested works for years, so that the last year shows most of it.
    let aim = use_aim(AIM, state.region.years.plan().len() - 1);
    let keeps_rule = use_session_state("alloc-rule", || true);
    let raises_other = use_session_state("alloc-other", || false);
    let is_careful = use_session_state("alloc-downside", || false);
    let reach = use_session_state("alloc-reach", || search::USUAL_REACH);
    let parts = use_session_state("alloc-parts", || {
        PartBound::usual(&state.region, state.scenario(), *reach)
    });
    let levers = use_session_state("alloc-levers", || {
        let keys = allocation::movable();
        bounds::usual(&state.region, state.scenario(), keys, false)
    });
    let applied = use_session_state("alloc-taken", || None::<Taken>);
    let answering = use_answering("alloc-answer");
    {
        // Locked amounts and steps from the plan are those of the scenario.
        let parts = parts.clone();
        let region = state.region.clone();
        let of = (state.scenario().clone(), *reach);
        use_effect_with(of, move |(scenario, reach)| {
            parts.set(PartBound::renewed(&parts, &region, scenario, *reach));
        });
    }
    let outcome = &state.results.outcome;
    let years = outcome.years;
    let year = years.plan().nth(*aim.step).unwrap_or(years.first_plan);
    let objective = match *kind {
        0 => Objective::Market,
        1 => Objective::Earned(year),
        2 => Objective::Income(year),
        _ => Objective::LeastMoney(aim.goal(outcome)),
    };
    let is_least = objective.goal().is_some();
    let question = Question::Allocation(AllocationRequest {
        objective,
        parts: PartBound::limits(&parts),
        levers: bounds::moving(&levers),
        keeps_rule: *keeps_rule,
        raises_other: *raises_other,
        floor: state.floor,
        downside: (*is_careful && !is_least).then(|| Downside {
            seed: state.extras.distributions.seed,
            draws: USUAL_DRAWS,
            distributions: state.extras.distributions.distributions.clone(),
        }),
    });
    let run = {
        let (answering, state, question) = (answering.clone(), state.clone(), question.clone());
        Callback::from(move |_: MouseEvent| answering.ask(&state, question.clone()))
    };
    let choose_kind = {
        let (kind, parts) = (kind.clone(), parts.clone());
        Callback::from(move |place: usize| {
            // The least money is sought between less and more than there is, not with every level's fixed.
            if (place == LEAST) != (*kind == LEAST) {
                parts.set(PartBound::with_rows(&parts, place == LEAST));
            }
            kind.set(place);
        })
    };
    let change_levers = {
        let setter = levers.setter();
        Callback::from(move |bounds| setter.set(bounds))
    };
    let change_parts = {
        let setter = parts.setter();
        Callback::from(move |bounds| setter.set(bounds))
    };
    let change_reach = {
        let setter = reach.setter();
        move |share: Decimal| setter.set(share)
    };
    let on_take = {
        let setter = applied.setter();
        Callback::from(move |taken: Taken| setter.set(Some(taken)))
    };
    let now = levers.iter().map(|own| {
        let now = state.scenario().value(&state.region, own.limits.key);
        now.unwrap_or_default()
    });
    let kinds = KINDS.map(|id| words.text(id));
    html! {
        <section class="card planning-card">
            <div class="planning-form">
                { choice("alloc-kind", &words.text("plan-alloc-kind"), &kinds, *kind, choose_kind) }
                if is_least {
                    { aim.fields(words, outcome, AIM) }
                } else if objective != Objective::Market {
                    { year_choice(words, years, &aim.step) }
                }
                { number(words, ("alloc-reach", "plan-alloc-reach"), (Unit::Share, Some(Decimal::TEN)), *reach, change_reach) }
                if search::central_rule(&state.region, state.scenario()).is_some() {
                    { tick("alloc-rule", words.text("plan-alloc-rule"), &keeps_rule) }
                }
                { tick("alloc-other", words.text("plan-raises-other"), &raises_other) }
                if !is_least {
                    { tick("alloc-downside", words.text("plan-alloc-downside"), &is_careful) }
                }
                <button type="button" class="button primary" data-testid="alloc-run" onclick={run}>
                    { words.text("plan-alloc-run") }
                </button>
            </div>
            if is_least {
                { aim.caution(words, outcome) }
                <p class="soft">{ words.text("plan-alloc-least-note") }</p>
            }
            if matches!(objective, Objective::Income(_)) {
                <p class="soft">{ words.text("plan-alloc-income-note") }</p>
            }
            <p class="soft">{ words.text("plan-alloc-blind") }</p>
            { floor(words, &state.floor) }
            { untouched(words, state.scenario()) }
            <Parts bounds={(*parts).clone()} on_change={change_parts} />
            <Bounds name="alloc-levers" bounds={(*levers).clone()} now={now.collect::<Vec<_>>()}
                on_change={change_levers} />
            { taken(words, applied.as_ref(), state.scenario()) }
            { answering.waiting() }
            { answering.outdated(words, &question, state.scenario()) }
            if let Some(answered) = answering.answer_to(&question, state.scenario()) {
                if let Reply::Allocation(answer) = &*answered.reply {
                    <Found state={state.clone()} answer={Rc::new((**answer).clone())} {objective} {on_take} />
                }
            }
            <Lifetime state={state.clone()} />
        </section>
    }
}

/// The money that has to come first, which every allocation keeps, and in which cells.
fn floor(words: &Words, floor: &FundsFloor) -> Html {
    let part = |(part, bound): (FloorPart, Decimal)| {
        let amount = words.value_of_unit(Unit::Yuan, bound);
        let said = [("part", &*words.floor_part(part)), ("amount", &amount)];
        html! { <li>{ words.format("plan-alloc-floor-part", &said) }</li> }
    };
    if floor.is_empty() {
        return html! {};
    }
    html! {
        <div class="soft" data-testid="alloc-floor">
            <p>{ words.text("plan-alloc-floor") }</p>
            <ul class="goal-others">{ for floor.parts().map(part) }</ul>
        </div>
    }
}

/// The money of single years, which no allocation moves.
fn own_years(scenario: &Scenario) -> Vec<Key> {
    let keys = scenario.entries().map(|(key, _)| key);
    keys.filter(|key| match key {
        Key::Yearly(Yearly::Lever(lever), _) => search::cell((*lever).into()).is_some(),
        _ => false,
    })
    .collect()
}

/// Says which years stay as they are.
fn untouched(words: &Words, scenario: &Scenario) -> Html {
    let own = own_years(scenario);
    if own.is_empty() {
        return html! {};
    }
    let names: Vec<_> = own.iter().map(|key| words.key_name(*key)).collect();
    let names = names.join(&words.text("plan-join"));
    html! {
        <p class="planning-caution" data-testid="alloc-untouched">
            { words.format("plan-alloc-untouched", &[("names", &names)]) }
        </p>
    }
}
