//! The scenario at the head of every tool: its name, its income, and the ways back and on.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::effects::address;
use crate::app::effects::corrections::use_corrections;
use crate::app::state::{Action, State};
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::signed;
use crate::app::view::share::ShareDialog;
use crate::model::term::Side;
use crate::number::YuanPerPerson;
use crate::scenario::Scenario;
use crate::scenario::examples::Example;

/// Properties of the status bar.
#[derive(Properties)]
pub struct StatusBarProps {
    /// The state.
    pub state: Rc<State>,
    /// True where the newest change was refused: then the effect of the one before is no news.
    pub is_refused: bool,
}

impl PartialEq for StatusBarProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.is_refused == other.is_refused
    }
}

/// The scenario as it last was, and its income before the last change that was made on this page.
struct Last {
    scenario: Scenario,
    income: YuanPerPerson,
    before: Option<YuanPerPerson>,
}

/// The strip.
#[component]
pub fn StatusBar(props: &StatusBarProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let corrections = use_corrections(&state.region);
    let can_redo = state.history.can_redo() || corrections.in_reach(state).forward.is_some();
    let is_sharing = use_state_eq(|| false);
    let first = &state.results.outcome.scenario[0];
    let last = use_mut_ref(|| Last {
        scenario: state.scenario().clone(),
        income: first.income,
        before: None,
    });
    let before = {
        let mut last = last.borrow_mut();
        if last.scenario != *state.scenario() {
            last.before = Some(last.income);
            last.income = first.income;
            last.scenario = state.scenario().clone();
        }
        last.before
    };
    let send = |action: Action| {
        let act = page.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    let share = {
        let is_sharing = is_sharing.clone();
        Callback::from(move |_: MouseEvent| is_sharing.set(true))
    };
    let end_sharing = {
        let is_sharing = is_sharing.clone();
        Callback::from(move |()| is_sharing.set(false))
    };
    let standing = match state.results.example {
        Some(Example::Plan) => words.text("result-is-plan").to_string(),
        Some(example) => words.format("result-is-example", &[("name", &words.example(example))]),
        None => words.text("result-is-own").to_string(),
    };
    let year = first.year.to_string();
    let changed = before.filter(|_| !props.is_refused).map(|before| {
        let (from, to) = (words.money(before), words.money(first.income));
        match from == to {
            true => words.format("plan-strip-same", &[("year", &year)]),
            false => words.format(
                "plan-strip-changed",
                &[("year", &year), ("from", &from), ("to", &to)],
            ),
        }
    });
    html! {
        <section class="planning-strip" aria-label={words.text("plan-compare-present")} data-testid="plan-strip">
            <div class="strip-what">
                if let Some(name) = &state.name {
                    <strong class="strip-name" title={name.clone()}>{ name }</strong>
                }
                <span class="badge" data-testid="strip-standing">{ standing }</span>
            </div>
            <div class="strip-figures">
                <span><span class="soft">{ words.format("plan-strip-income", &[("year", &year)]) }</span>
                    { " " }<strong class="number" data-testid="strip-income">
                        { figure(ScreenFigure::Income(Side::Scenario, first.year), html! { { words.money(first.income) } }) }
                    </strong>
                    { " " }<span class="soft">{ words.text("result-yuan") }</span></span>
                <span><span class="soft">{ words.text("result-against-plan") }</span>
                    { " " }<strong data-testid="strip-difference">
                        { figure(ScreenFigure::Difference(first.year), signed(words, first.difference())) }
                    </strong></span>
            </div>
            <p class="strip-changed" role="status" data-testid="strip-changed">{ changed }</p>
            <div class="strip-actions">
                <button type="button" class="button" data-testid="strip-undo" disabled={!corrections.has_step_back(state) && corrections.back.is_none()}
                    onclick={send(Action::Undo)} title={words.text("undo-keys")} aria-label={words.text("undo")}>
                    <span aria-hidden="true">{ "↶" }</span><span class="strip-word">{ words.text("undo") }</span>
                </button>
                <button type="button" class="button" data-testid="strip-redo" disabled={!can_redo}
                    onclick={send(Action::Redo)} title={words.text("redo-keys")} aria-label={words.text("redo")}>
                    <span aria-hidden="true">{ "↷" }</span><span class="strip-word">{ words.text("redo") }</span>
                </button>
                <button type="button" class="button primary" data-testid="strip-share" onclick={share}>
                    { words.text("share") }
                </button>
            </div>
            if *is_sharing {
                <ShareDialog state={state.clone()} address={address::address(state)} language_in_link={state.language_in_link}
                    on_close={end_sharing} />
            }
        </section>
    }
}
