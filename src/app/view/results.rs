//! The results of the scenario: headline before detail.
//!
//! The headline's number leads: it is drawn in the same turn as the lever moves ([`super::store`]). The rest
//! follows with the page, or when the lever rests where it can't be seen ([`deferred`]).

mod announcer;
mod canvas;
mod changes;
mod channels;
pub mod chart_loader;
mod charts;
mod choices;
mod components;
mod coverage;
mod deferred;
pub mod frame;
mod gains;
mod gaps;
mod headline;
pub mod leading;
mod legend;
mod panels;
mod paths;
mod prices;
mod progress;
mod risk;
mod targets;
mod vintage;
pub mod welcome;
mod years;

use std::rc::Rc;

use yew::prelude::*;

use super::parts::{self, Shared};
use super::stages::use_stage;
use crate::analysis::plausible::Unlikely;
use crate::app::state::State;
use crate::exercise::card::Card;
use announcer::Announcer;
use charts::Charts;
use deferred::{Deferred, Detail};
use gaps::Gaps;
use headline::Headline;
use targets::Targets;
use vintage::Vintage;
use welcome::{Ways, use_welcome};

/// The state that the results show.
#[derive(Properties)]
pub struct ResultsProps {
    /// The whole state.
    pub state: Rc<State>,
    /// The ways to begin on a first visit.
    pub ways: Ways,
}

impl PartialEq for ResultsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.ways == other.ways
    }
}

/// The stage after which each further one draws a detail more.
const DETAILS_AFTER: u32 = 3;
/// The stage with the last of them.
const STAGES: u32 = DETAILS_AFTER + Detail::ALL.len() as u32;

/// The results, headline first.
#[component]
pub fn ResultsPane(props: &ResultsProps) -> Html {
    let state = &props.state;
    let stage = use_stage(STAGES);
    let details = stage.saturating_sub(DETAILS_AFTER) as usize;
    let changes = state.scenario().entries().count();
    // What an exercise hides is not made at all, whatever would show it.
    let is_seen = |card: Card| !state.hides(card);
    let is_exercise = state.exercise.is_some();
    let is_welcome = use_welcome(
        if is_exercise {
            0
        } else {
            state.history.steps()
        },
        changes == 0 && !is_exercise,
    );
    let results = Shared(state.results.clone());
    let (outcome, summary) = (&results.outcome, results.summary());
    let Some((plan, scenario)) = outcome.plan.first().zip(outcome.scenario.first()) else {
        return html! {};
    };
    let published = results.published.plan.first().unwrap_or(plan);
    let entries = || state.scenario().entries();
    let own_assumptions = entries().any(|(key, _)| !key.is_lever());
    html! {
        <div class="results"><div class={classes!("results-grid", (stage < STAGES).then_some("in-pieces"))}>
            { parts::hatch() }
            if is_seen(Card::Headline) {
            <Announcer year={scenario.year} income={scenario.income}
                difference={scenario.difference()}
                assumed={own_assumptions.then(|| plan.income - published.income)} />
            }
            if !is_exercise {
                <Vintage state={Shared(state.clone())} />
            }
            if is_seen(Card::Headline) {
            <Headline year={scenario.year} base={outcome.years.base()}
                horizon={outcome.years.horizon} income={scenario.income} plan={plan.income}
                published={published.income} gain={scenario.gain()}
                growth={summary.average_growth}
                {own_assumptions}
                example={results.example} {changes} unlikely={Unlikely::all(&state.region, state.scenario()).len()} deflator={state.deflator()} version={state.scenario().vintage()}
                welcome={is_welcome.then(|| props.ways.clone())} with_gain={is_seen(Card::Gain)} {is_exercise} />
            }
            if stage >= 1 && is_seen(Card::Gaps) {
                <Gaps results={results.clone()} />
            }
            if stage >= 2 && charts::any_seen(state) {
                <Charts state={Shared(state.clone())} />
            }
            if stage >= DETAILS_AFTER && is_seen(Card::Targets) {
                <Targets {results} />
            }
            // A list of its own: one that grew among the others would have all of them made again.
            <>
                { for Detail::ALL.into_iter().take(details).filter(|it| is_seen(it.card())).map(|detail| html! {
                    <Deferred key={detail.name()} {detail} state={Shared(state.clone())} />
                }) }
            </>
        </div></div>
    }
}
