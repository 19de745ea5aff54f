//! The projects that are chosen: what they need, as the scenario's matrix of funds, and what happens if they slip a year.

use std::rc::Rc;

use yew::prelude::*;

use super::desk::ProjectDesk;
use crate::app::state::{Action, State, matrix_of};
use crate::app::view::context::{use_page, use_session_state};
use crate::app::view::parts::signed;
use crate::app::view::report_table::report_table;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::number::{Yuan, YuanPerPerson};
use crate::problem::Problem;
use crate::projects::choice::{ProjectChoice, funded};
use crate::projects::money::ProjectMoney;
use crate::projects::selection::{ProjectSelection, SelectedProjects};
use crate::region::key::{Category, Level};
use crate::report::projects::needs_table;
use crate::scenario::Scenario;

/// Properties of the panel.
#[derive(Properties)]
pub struct ChosenPanelProps {
    /// The state.
    pub state: Rc<State>,
    /// The data.
    pub desk: Shared<ProjectDesk>,
    /// The projects that are chosen.
    pub selection: Rc<ProjectSelection>,
    /// Called with another choice.
    pub on_select: Callback<Rc<ProjectSelection>>,
}

impl PartialEq for ChosenPanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.desk == other.desk
            && Rc::ptr_eq(&self.selection, &other.selection)
    }
}

/// A scenario that could be taken, and what it changes.
struct Proposal {
    scenario: Scenario,
    /// Incomes of the years in question, now and then, with their year.
    incomes: Vec<(u16, YuanPerPerson, YuanPerPerson)>,
}

impl Proposal {
    fn of(
        state: &State,
        next: Result<Scenario, Vec<Problem>>,
        years: usize,
    ) -> Result<Self, Vec<Problem>> {
        let scenario = next?;
        let outcome = scenario.project(&state.region);
        let then = outcome.scenario.iter().take(years);
        let incomes = then.zip(&state.results.outcome.scenario);
        let incomes = incomes.map(|(then, now)| (then.year, now.income, then.income));
        Ok(Self {
            incomes: incomes.collect(),
            scenario,
        })
    }
}

/// The panel.
#[component]
pub fn ChosenPanel(props: &ChosenPanelProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let deps = (props.desk.clone(), Shared(props.selection.clone()));
    let sums = use_memo(deps.clone(), |(desk, selection)| {
        SelectedProjects::of(&desk.list, selection)
    });
    let deps = (deps.0, deps.1, Shared(props.state.clone()));
    let matrix = use_memo((Shared(sums.clone()), deps.2.clone()), |(sums, state)| {
        (sums.total.projects > 0).then(|| {
            let next = funded(&state.region, state.scenario(), &sums.money);
            Proposal::of(state, next, 1)
        })
    });
    let slip = use_memo(deps, |(desk, selection, state)| {
        let choice = ProjectChoice::new(&desk.list, |row| selection.has(row));
        (choice.deferred.projects > 0).then(|| {
            let next = choice.slipped(&state.region, state.scenario());
            Proposal::of(state, next, 2)
        })
    });
    let clear = {
        let on_select = props.on_select.clone();
        Callback::from(move |_: MouseEvent| on_select.emit(Rc::default()))
    };
    let is_empty = props.selection.count() == 0;
    // What was taken would else be offered once more on top of itself.
    let taken = use_session_state(
        "projects-taken",
        || None::<(Scenario, Rc<ProjectSelection>)>,
    );
    let is_taken = taken.as_ref().is_some_and(|(scenario, selection)| {
        scenario.has_values_of(props.state.scenario()) && *selection == props.selection
    });
    let take = |name: &str, scenario: &Scenario| {
        let (act, scenario) = (page.act.clone(), scenario.clone());
        let (taken, selection) = (taken.setter(), props.selection.clone());
        let slips = name == "slip";
        Callback::from(move |_: MouseEvent| {
            if slips {
                taken.set(Some((scenario.clone(), selection.clone())));
            }
            act.emit(Action::Navigate(scenario.clone()));
        })
    };
    let proposal = |name: &str, of: &Option<Result<Proposal, Vec<Problem>>>| match of {
        None => html! {},
        Some(Err(problems)) => html! {
            <ul class="projects-refused" data-testid={format!("projects-{name}-refused")}>
                { for problems.iter().map(|problem| html! { <li>{ words.problem(problem) }</li> }) }
            </ul>
        },
        Some(Ok(proposal)) => {
            let is_there = proposal.scenario.has_values_of(props.state.scenario())
                || (is_taken && name == "slip");
            html! {
                <>
                    if !is_there {
                        <ul class="projects-effects" data-testid={format!("projects-{name}-effect")}>
                            { for proposal.incomes.iter().map(|(year, now, then)| income_line(words, *year, *now, *then)) }
                        </ul>
                    }
                    <button type="button" class="button primary" disabled={is_there} data-testid={format!("projects-{name}-take")}
                        onclick={take(name, &proposal.scenario)}>
                        { words.text(if is_there { "projects-taken-already" } else if name == "matrix" { "projects-matrix-take" } else { "projects-slip-take" }) }
                    </button>
                </>
            }
        }
    };
    html! {
        <section class="card projects-chosen" aria-labelledby="projects-chosen-title" data-testid="projects-chosen">
            <h2 id="projects-chosen-title">{ words.text("projects-chosen-title") }</h2>
            <p role="status" data-testid="projects-chosen-sums">{ chosen_sums(words, &sums, is_empty) }</p>
            if !is_empty {
                <button type="button" class="button" data-testid="projects-choose-none" onclick={clear}>
                    { words.text("projects-choose-none") }
                </button>
            }
            if sums.total.projects > 0 {
                { report_table(words, &needs_table(&sums.money, words)) }
                <h3>{ words.text("projects-matrix-title") }</h3>
                <p class="hint">{ words.text("projects-matrix-hint") }{ outside(words, &sums) }</p>
                if moves_locked(&props.state, &sums.money) {
                    <p data-testid="projects-matrix-refused">{ words.text("projects-matrix-locked") }</p>
                } else {
                    { proposal("matrix", &matrix) }
                }
                <h3>{ words.text("projects-slip-title") }</h3>
                <p class="hint">
                    { words.format("projects-slip-hint", &[("count", &words.whole(sums.planned.into()))]) }
                </p>
                { proposal("slip", &slip) }
            }
        </section>
    }
}

/// True where a locked part of the matrix would become another.
fn moves_locked(state: &State, money: &ProjectMoney) -> bool {
    let now = matrix_of(&state.results.resolved);
    let cell = |level, category| Yuan(money.cell(level, category));
    let then = Level::ALL.map(|level| Category::ALL.map(|category| cell(level, category)));
    let mut locks = state.locks.iter();
    locks.any(|part| part.of(&now) != part.of(&then))
}

fn chosen_sums(words: &Words, sums: &SelectedProjects, is_empty: bool) -> String {
    if is_empty {
        return words.text("projects-chosen-none").to_string();
    }
    let count = words.whole(sums.total.projects.into());
    let named = [("count", &*count), ("money", &words.wan(sums.total.money))];
    let mut said = words.format("projects-chosen-sums", &named);
    if sums.total.without_money > 0 {
        let count = words.whole(sums.total.without_money.into());
        said += &words.format("projects-found-without", &[("count", &count)]);
    }
    if sums.apart > 0 {
        let count = words.whole(sums.apart.into());
        said += &words.format("projects-chosen-apart", &[("count", &count)]);
    }
    said
}

/// A sentence on the money that is in no cell of the funds.
fn outside(words: &Words, sums: &SelectedProjects) -> Option<String> {
    let money = &sums.money;
    let outside = money.total() - money.of_government();
    (!outside.is_zero())
        .then(|| words.format("projects-matrix-outside", &[("money", &words.wan(outside))]))
}

fn income_line(words: &Words, year: u16, now: YuanPerPerson, then: YuanPerPerson) -> Html {
    let named = [
        ("year", &*year.to_string()),
        ("now", &words.money(now)),
        ("then", &words.money(then)),
    ];
    html! { <li>{ words.format("projects-effect", &named) }{ " " }<strong>{ signed(words, then - now) }</strong></li> }
}
