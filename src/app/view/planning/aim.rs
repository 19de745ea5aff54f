//! The goal that goal seek and the least money ask for: its kind, benchmark, year and share.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::choice::{benchmark_choice, choice, known_or_first};
use super::year::year_choice;
use crate::analysis::goal::Goal;
use crate::app::view::context::use_session_state;
use crate::app::view::inputs::limit::LimitField;
use crate::app::words::Words;
use crate::i18n::number::scale;
use crate::model::Outcome;
use crate::number::Share;
use crate::region::key::{Benchmark, Unit, Year};

/// The kinds of goals, in the order of their list.
const KINDS: [&str; 3] = ["plan-goal-reach", "plan-goal-close", "plan-goal-higher"];

/// A goal that is being chosen.
#[derive(Clone)]
pub struct Aim {
    kind: UseStateHandle<usize>,
    benchmark: UseStateHandle<Benchmark>,
    /// The year, counted from the first plan year.
    pub step: UseStateHandle<usize>,
    share: UseStateHandle<Decimal>,
}

/// The names under which an aim is kept, and those of its fields in the page.
#[derive(Clone, Copy)]
pub struct AimNames {
    /// Of the kind.
    pub kind: &'static str,
    /// Of the benchmark.
    pub benchmark: &'static str,
    /// Of the year.
    pub step: &'static str,
    /// Of the share.
    pub share: &'static str,
}

/// A goal that is kept while the page lives.
#[hook]
pub fn use_aim(names: AimNames, step: usize) -> Aim {
    Aim {
        kind: use_session_state(names.kind, || 0),
        benchmark: use_session_state(names.benchmark, || Benchmark::LiftedProvince),
        step: use_session_state(names.step, || step),
        share: use_session_state(names.share, || Decimal::new(5, 1)),
    }
}

impl Aim {
    /// The goal that is chosen.
    pub fn goal(&self, outcome: &Outcome) -> Goal {
        let years = outcome.years;
        let year = years.plan().nth(*self.step).unwrap_or(years.first_plan);
        let benchmark = known_or_first(outcome, *self.benchmark);
        match *self.kind {
            0 => Goal::Reach { benchmark, year },
            1 => Goal::Close {
                benchmark,
                year,
                share: *self.share,
            },
            _ => Goal::HigherThans,
        }
    }

    /// The fields.
    pub fn fields(&self, words: &Words, outcome: &Outcome, names: AimNames) -> Html {
        let kinds = KINDS.map(|id| words.text(id));
        let (kind, benchmark, share) = (
            self.kind.setter(),
            self.benchmark.setter(),
            self.share.setter(),
        );
        let goal = self.goal(outcome);
        let choose_kind = Callback::from(move |place| kind.set(place));
        let choose_benchmark = Callback::from(move |chosen| benchmark.set(chosen));
        let on_share = Callback::from(move |typed| share.set(typed));
        let label = words.text("plan-goal-share");
        html! {
            <>
                { choice(names.kind, &words.text("plan-goal-kind"), &kinds, *self.kind, choose_kind) }
                if goal != Goal::HigherThans {
                    { benchmark_choice(words, outcome, names.benchmark, *self.benchmark, choose_benchmark) }
                    { year_choice(words, outcome.years, &self.step) }
                }
                if matches!(goal, Goal::Close { .. }) {
                    <label class="planning-field">
                        <span>{ label.clone() }{ " " }<span class="soft">{ words.text(scale(Unit::Share).unit) }</span></span>
                        <LimitField id={names.share} unit={Unit::Share} value={*self.share} {label}
                            range={Some((Decimal::ZERO, Decimal::ONE))} on_value={on_share} />
                    </label>
                }
            </>
        }
    }

    /// A note where a benchmark measures another concept of income; else empty.
    pub fn caution(&self, words: &Words, outcome: &Outcome) -> Html {
        let is_other = match self.goal(outcome) {
            Goal::Reach { benchmark, .. } | Goal::Close { benchmark, .. } => {
                benchmark.is_disposable_income()
            }
            Goal::HigherThans => false,
        };
        match is_other {
            true => html! { <p class="soft">{ words.text("plan-goal-disposable") }</p> },
            false => html! {},
        }
    }
}

/// A goal in words.
pub fn goal_text(words: &Words, goal: Goal) -> String {
    match goal {
        Goal::Reach { benchmark, year } => words.format(
            "plan-goal-named-reach",
            &[
                ("year", &year.to_string()),
                ("benchmark", &words.benchmark(benchmark)),
            ],
        ),
        Goal::Close {
            benchmark,
            year,
            share,
        } => words.format(
            "plan-goal-named-close",
            &[
                ("year", &year.to_string()),
                ("benchmark", &words.benchmark(benchmark)),
                ("share", &words.percent(Share(share), 0)),
            ],
        ),
        Goal::HigherThans => words.text("plan-goal-higher").to_string(),
    }
}

/// A goal in words, as the line above its answer.
pub fn named(words: &Words, goal: Goal) -> Html {
    let goal = goal_text(words, goal);
    html! { <p class="soft" data-testid="goal-named">{ words.format("plan-goal-named", &[("goal", &goal)]) }</p> }
}

/// Years in which the second higher-than fails, whatever is done.
pub fn second(words: &Words, years: &[Year]) -> Html {
    if years.is_empty() {
        return html! {};
    }
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    let years = years.join(&words.text("plan-join"));
    html! { <p class="fault" data-testid="goal-second">{ words.format("plan-goal-second", &[("years", &years)]) }</p> }
}
