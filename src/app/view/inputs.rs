//! The left pane: what the planner decides (levers) and what the planner assumes, apart.
//!
//! Every part gets only the few values that it shows, so that a moved lever draws its own row and nothing else. A
//! panel that was open once stays in the page, hidden: a text that was refused waits where it was typed. The
//! assumptions, most of all rows, are made when they are first opened, so that the page starts sooner.

pub mod evidence;
pub mod field;
pub mod flag;
mod group;
pub mod jump;
pub mod limit;
pub mod matrix;
pub mod meant;
pub mod order;
pub mod ranges;
pub mod row;
pub mod series;
mod slider;
mod stake;
mod tabs;
pub mod track;

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::context::use_newest;
use super::context::use_page;
use super::shared::Shared;
use super::stages::use_stage;
use super::store::RedrawPriority;
use super::tools::{Tool, tool_button};
use crate::analysis::funds_floor::first_year;
use crate::analysis::plausible::Unlikely;
use crate::app::state::{Panel, Refused, State, matrix_of};
use crate::app::words::Words;
use crate::exercise::card::Card;
use crate::number::Yuan;
use crate::region::key::{Category, Fixed, Group, Key, Level, Yearly, funds as cell, funds_growth};
use crate::report::register::beyond_region;
use flag::FlagRow;
use group::{AssumptionGroup, FoldedRows, LeverGroup};
use jump::Jump;
use matrix::FundsMatrix;
use order::Order;
use row::RowData;
use series::SeriesData;
use tabs::{Tabs, panel_id, tab_id};

/// The groups of levers in their order on the screen: what the tool is for comes first.
const SHOWN: [Group; 7] = [
    Group::Funds,
    Group::Coverage,
    Group::Spending,
    Group::Operation,
    Group::Employment,
    Group::Relocation,
    Group::Social,
];

/// The state that the panel shows.
#[derive(Properties)]
pub struct InputsProps {
    /// The whole state.
    pub state: Rc<State>,
}

impl PartialEq for InputsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// Levers and assumptions.
#[component]
pub fn Inputs(props: &InputsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let region = Shared(state.region.clone());
    let order = use_memo(region.clone(), |region| Order::of(region));
    let rows = |group: Group| -> Vec<RowData> {
        order
            .keys(group)
            .iter()
            .filter_map(|key| RowData::of(state, *key))
            .collect()
    };
    // Figures of published series that the region does not give stand with its benchmarks.
    let beyond = |group: Group| -> Vec<SeriesData> {
        let keys = beyond_region(&state.region, state.scenario()).into_iter();
        let mut keys: Vec<Key> = keys.filter(|key| key.group() == group).collect();
        keys.sort_by_key(|key| key.place_in_order());
        keys.into_iter()
            .map(|key| SeriesData::of(state, key))
            .collect()
    };
    let changed = |levers: bool| {
        let keys = state.scenario().entries().map(|(key, _)| key);
        keys.filter(|key| key.is_lever() == levers).count()
    };
    let panel = |of: Panel, content: Html| {
        html! {
            <div id={panel_id(of)} class="inputs-panel" role="tabpanel" hidden={state.panel != of}
                aria-labelledby={tab_id(of)}>
                { content }
            </div>
        }
    };
    // The funds come first; the other groups follow, each behind a frame of its own.
    let stage = use_stage(SHOWN.len() as u32 - 1);
    let groups = SHOWN.into_iter().take(stage as usize + 1);
    let levers = groups.map(|group| match group {
        Group::Funds => html! {
            <section key={group.name()} class="group" aria-labelledby="group-funds">
                <Funds state={Shared(state.clone())} />
                if let Some(data) = RowData::of(state, Fixed::Repeat.into()) {
                    <FlagRow {data} region={region.clone()} />
                }
                <FoldedRows title="input-funds-growth" rows={growth_rows(state)} region={region.clone()} />
            </section>
        },
        _ => html! {
            <LeverGroup key={group.name()} {group} rows={rows(group)} region={region.clone()}
                fault={labour_fault(words, state, group)} />
        },
    });
    let jumps = SHOWN.map(|group| {
        let keys = state.scenario().entries().map(|(key, _)| key);
        let changed = keys.filter(|key| key.is_lever() && key.group() == group);
        (group, changed.count())
    });
    let is_of_year = |(key, _): &(Key, Decimal)| matches!(key, Key::Yearly(Yearly::Lever(_), _));
    let by_year = state.scenario().entries().filter(is_of_year).count();
    let is_asked_for = use_mut_ref(|| false);
    *is_asked_for.borrow_mut() |= state.panel == Panel::Assumptions;
    let groups = Group::ASSUMPTIONS
        .into_iter()
        .filter(|_| *is_asked_for.borrow());
    let assumptions = groups.map(|group| {
        html! {
            <AssumptionGroup key={group.name()} {group} rows={rows(group)} beyond={beyond(group)}
                region={region.clone()} />
        }
    });
    html! {
        <div class="inputs">
            <Tabs open={state.panel} levers={changed(true)} assumptions={changed(false)} />
            if by_year > 0 {
                <p class="inputs-by-year" data-testid="inputs-by-year">
                    { words.format("input-by-year", &[("count", &by_year.to_string())]) }{ " " }
                    { tool_button(words, Tool::Years, "tool-years") }
                </p>
            }
            if state.deflator().is_some() {
                <p class="inputs-by-year" data-testid="prices-nominal-levers">{ words.text("prices-nominal-levers") }</p>
            }
            { panel(Panel::Levers, html! { <><Jump groups={jumps} /><>{ for levers }</></> }) }
            { panel(Panel::Assumptions, html! {
                <>
                    <p class="hint panel-hint">
                        { words.text("input-assumptions-hint") }{ " " }
                        { tool_button(words, Tool::Sensitivity, "tool-sensitivity") }
                    </p>
                    { for assumptions }
                </>
            }) }
        </div>
    }
}

/// The rows of the growth of each level's funds.
fn growth_rows(state: &State) -> Vec<RowData> {
    let keys = Level::ALL
        .into_iter()
        .map(|level| funds_growth(level).into());
    keys.filter_map(|key| RowData::of(state, key)).collect()
}

/// Says where a group's levers need more labour than there is.
fn labour_fault(words: &Words, state: &State, group: Group) -> Option<String> {
    let labour = state.results.summary().labour;
    match group {
        Group::Employment => labour.jobs.map(|over| words.jobs_excess(&over)),
        Group::Relocation => labour.relocated.map(|over| words.relocated_excess(&over)),
        _ => None,
    }
}

/// The state of the page.
#[derive(Properties, PartialEq)]
pub struct FundsProps {
    /// The state when the page was last drawn.
    pub state: Shared<State>,
}

/// The matrix of funds with what it needs. It leads: what it was handed may be older than the
/// state.
#[component]
pub fn Funds(_props: &FundsProps) -> Html {
    let state = &*use_newest(RedrawPriority::Funds);
    let results = &state.results;
    let plan = Level::ALL.map(|level| {
        Category::ALL.map(|category| Yuan(results.resolved.plan.fixed(cell(level, category))))
    });
    let idle: Vec<_> = results
        .idle
        .iter()
        .filter(|(key, _)| matches!(key, Key::Fixed(fixed) if *fixed <= Fixed::FundsCountyOther))
        .filter(|_| !state.hides(Card::Effects))
        .map(|(key, reason)| (*key, *reason))
        .collect();
    let (mut refused, mut fault) = (None, None);
    let mut unmovable = None;
    match &state.refused {
        Some(Refused::Move(why)) => unmovable = Some(why.clone()),
        Some(Refused::Funds(part, impossible)) => refused = Some((*part, impossible.clone())),
        Some(Refused::Value(key @ Key::Fixed(fixed), found))
            if *fixed <= Fixed::FundsCountyOther =>
        {
            fault = Some((*key, found.clone()));
        }
        _ => {}
    }
    let unlikely = Unlikely::all(&state.region, state.scenario())
        .into_iter()
        .filter(
            |unlikely| matches!(unlikely.key, Key::Fixed(key) if key <= Fixed::FundsCountyOther),
        )
        .collect::<Vec<_>>();
    html! {
        <FundsMatrix matrix={matrix_of(&results.resolved)} {plan} locks={state.locks.clone()}
            year={state.region.years.first_plan} {refused} {fault} {idle}
            stake={state.stakes.funds.filter(|_| !state.hides(Card::Effects))} carried={state.carried.clone()} {unmovable} {unlikely}
            rule={results.summary().central_industry} cuts={state.floor.cuts(&first_year(&results.resolved, state.region.years))}
            region={Shared(state.region.clone())} />
    }
}
