//! The best use of given money: an objective, limits of the matrix, and what was found beside what
//! stands.

mod found;
mod parts;

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::answering::use_answering;
use super::bounds::{self, Bounds};
use super::choice::{benchmark_choice, choice, is_disposable};
use super::year::year_choice;
use crate::analysis::allocation::{self, Objective, Request};
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::kept::use_kept;
use crate::planner::{Question, Reply};
use crate::region::key::Benchmark;
use found::Found;
use parts::{PartBound, Parts};

/// What the tab shows.
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
const KINDS: [&str; 3] = ["plan-alloc-earned", "plan-alloc-income", "plan-alloc-least"];

/// The tab.
#[component]
pub fn AllocationTab(props: &AllocationProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let kind = use_kept("alloc-kind", || 0_usize);
    let benchmark = use_kept("alloc-benchmark", || Benchmark::LiftedProvince);
    // What is invested works for years, so that the last year shows most of it.
    let step = use_kept("alloc-step", || state.region.years.plan().len() - 1);
    let keeps_rule = use_kept("alloc-rule", || true);
    let parts = use_kept("alloc-parts", || {
        PartBound::usual(&state.region, state.scenario())
    });
    let levers = use_kept("alloc-levers", || {
        let keys = allocation::movable();
        bounds::usual(&state.region, state.scenario(), keys, false)
    });
    let answering = use_answering("alloc-answer");
    {
        // Locked amounts are those of the scenario.
        let parts = parts.clone();
        let (region, scenario) = (state.region.clone(), state.scenario().clone());
        use_effect_with(scenario, move |scenario| {
            parts.set(PartBound::renewed(&parts, &region, scenario));
        });
    }
    let years = state.region.years;
    let year = years.plan().nth(*step).unwrap_or(years.first_plan);
    let objective = match *kind {
        0 => Objective::Earned(year),
        1 => Objective::Income(year),
        _ => Objective::LeastMoney(*benchmark, year),
    };
    let question = Question::Allocation(Request {
        objective,
        parts: PartBound::limits(&parts),
        levers: bounds::moving(&levers),
        keeps_rule: *keeps_rule,
    });
    let run = {
        let (answering, state, question) = (answering.clone(), state.clone(), question.clone());
        Callback::from(move |_: MouseEvent| answering.ask(&state, question.clone()))
    };
    let choose_kind = {
        let (setter, parts, state) = (kind.setter(), parts.clone(), state.clone());
        Callback::from(move |place: usize| {
            setter.set(place);
            // The least money is sought among all that there is, not with every level's money fixed.
            parts.set(match place {
                2 => PartBound::at_most(&state.region, state.scenario()),
                _ => PartBound::usual(&state.region, state.scenario()),
            });
        })
    };
    let choose_benchmark = {
        let setter = benchmark.setter();
        Callback::from(move |chosen| setter.set(chosen))
    };
    let change_levers = {
        let setter = levers.setter();
        Callback::from(move |bounds| setter.set(bounds))
    };
    let change_parts = {
        let setter = parts.setter();
        Callback::from(move |bounds| setter.set(bounds))
    };
    let tick = {
        let setter = keeps_rule.setter();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            setter.set(input.checked());
        })
    };
    let now = levers.iter().map(|own| {
        let now = state.scenario().value(&state.region, own.limits.key);
        now.unwrap_or_default()
    });
    let kinds = KINDS.map(|id| words.text(id));
    let is_least = matches!(objective, Objective::LeastMoney(..));
    html! {
        <section class="card planning-card">
            <div class="planning-form">
                { choice("alloc-kind", &words.text("plan-alloc-kind"), &kinds, *kind, choose_kind) }
                if is_least {
                    { benchmark_choice(words, "alloc-benchmark", *benchmark, choose_benchmark) }
                }
                { year_choice(words, years, &step) }
                <label class="bounds-moves">
                    <input type="checkbox" checked={*keeps_rule} onchange={tick} data-testid="alloc-rule" />
                    <span>{ words.text("plan-alloc-rule") }</span>
                </label>
                <button type="button" class="button primary" data-testid="alloc-run" onclick={run}>
                    { words.text("plan-alloc-run") }
                </button>
            </div>
            if is_least && is_disposable(*benchmark) {
                <p class="soft">{ words.text("plan-goal-disposable") }</p>
            }
            if matches!(objective, Objective::Income(_)) {
                <p class="soft">{ words.text("plan-alloc-income-note") }</p>
            }
            <p class="soft">{ words.text("plan-alloc-blind") }</p>
            <Parts bounds={(*parts).clone()} on_change={change_parts} />
            <Bounds name="alloc-levers" bounds={(*levers).clone()} now={now.collect::<Vec<_>>()}
                on_change={change_levers} />
            { answering.waiting() }
            { answering.outdated(words, &question, state.scenario()) }
            if let Some(answered) = answering.answer_to(&question, state.scenario()) {
                if let Reply::Allocation(answer) = &*answered.reply {
                    <Found state={state.clone()} answer={Rc::new((**answer).clone())} {objective} />
                }
            }
        </section>
    }
}
