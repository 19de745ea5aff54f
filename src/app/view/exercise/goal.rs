//! A goal with its state now, the limits that are broken and by how much, tries and the hints that they earn.

use yew::prelude::*;

use super::props::StateProps;
use super::{action_button, paragraphs};
use crate::app::exercise::{ConditionWords, GoalWords, Missed, TriedGoal, goal};
use crate::app::state::ExerciseAction;
use crate::app::view::context::use_page;
use crate::app::view::pause::Pause;
use crate::app::view::store::REST_MS;
use crate::app::words::Words;

/// The goal of the step on the screen.
#[component]
pub fn GoalState(props: &StateProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let state = props.state.clone();
    let Some(ongoing) = state.exercise.clone() else {
        return html! {};
    };
    let tries = ongoing.attempt.tries(ongoing.attempt.step);
    let tried_here = ongoing.attempt.tried_scenario(ongoing.attempt.step);
    let is_changed = tried_here.is_some_and(|tried| tried != state.scenario());
    // Judging costs a recording of the model, for which a moving lever does not wait.
    let judged =
        use_state(|| goal(&words, &state.region, &ongoing, state.scenario()).unwrap_or_default());
    // A try waits for nothing: what was judged before was another scenario's.
    let judged_tries = use_mut_ref(|| None::<u32>);
    use_effect_with((state.scenario().clone(), tries, words.clone()), {
        let (judged, store) = (judged.setter(), page.store.clone());
        move |(scenario, tries, words)| {
            let (scenario, words) = (scenario.clone(), words.clone());
            let judge = move || {
                let found = goal(&words, &state.region, &ongoing, &scenario);
                judged.set(found.unwrap_or_default());
            };
            let waiting = match judged_tries.replace(Some(*tries)) {
                None => None,
                Some(before) if before != *tries => {
                    judge();
                    None
                }
                Some(_) => Some(Pause::at_rest(&store, REST_MS, judge)),
            };
            move || drop(waiting)
        }
    });
    let GoalWords {
        goal,
        limits,
        is_met,
        tried,
        hints,
        feedback,
    } = &*judged;
    let tried = match is_changed {
        true => Some(TriedGoal::Changed),
        false => *tried,
    };
    let said = tried.map(|tried| {
        let (class, id) = match tried {
            TriedGoal::Met => ("met gain", "exercise-met"),
            TriedGoal::Missed => ("missed loss", "exercise-not-met"),
            TriedGoal::Changed => ("soft", "exercise-not-this"),
        };
        (class, words.format(id, &[("tries", &tries.to_string())]))
    });
    html! {
        <div class="exercise-goal" data-testid="exercise-goal" data-met={is_met.to_string()}>
            <h3>{ words.text("exercise-goal") }</h3>
            { conditions(&words, goal) }
            if !limits.is_empty() {
                // Limits that hold take no room; one that breaks shows itself.
                <details class="folded" open={limits.iter().any(|limit| limit.missed.is_some())}>
                    <summary><h3>{ words.format("exercise-limits", &[
                        ("count", &limits.len().to_string()),
                        ("broken", &limits.iter().filter(|limit| limit.missed.is_some()).count().to_string()),
                    ]) }</h3></summary>
                    { conditions(&words, limits) }
                </details>
            }
            <div class="exercise-line">
                { action_button(&page, &words, ("exercise-try", "primary"), ExerciseAction::Try) }
            </div>
            <div role="status">
                if let Some((class, said)) = said {
                    <p {class} data-testid="exercise-tried">{ said }</p>
                }
                if let Some(feedback) = feedback.as_ref().filter(|_| tried == Some(TriedGoal::Met)) {
                    { paragraphs(feedback) }
                }
                if tried != Some(TriedGoal::Met) {
                    { for hints.iter().map(|hint| html! {
                        <div class="exercise-hint" data-testid="exercise-hint">
                            <strong>{ words.text("exercise-hint") }</strong>
                            { paragraphs(hint) }
                        </div>
                    }) }
                }
            </div>
        </div>
    }
}

fn conditions(words: &Words, all: &[ConditionWords]) -> Html {
    html! {
        <ul class="exercise-conditions">
            { for all.iter().map(|condition| condition_line(words, condition)) }
        </ul>
    }
}

fn condition_line(words: &Words, condition: &ConditionWords) -> Html {
    let (class, shape) = match condition.missed {
        None => ("met gain", "✓"),
        Some(_) => ("missed loss", "✗"),
    };
    let now = || words.format("exercise-now", &[("value", &condition.now)]);
    let (now, said) = match &condition.missed {
        None => (Some(now()), words.text("exercise-holds").to_string()),
        Some(Missed::By(amount)) => {
            let amount = [("amount", &**amount)];
            (Some(now()), words.format("exercise-missed-by", &amount))
        }
        Some(Missed::NoValue) => (None, words.text("exercise-no-value").to_string()),
    };
    html! {
        <li>
            <span class={class} aria-hidden="true">{ shape }</span>
            <span>
                { format!("{} {}", condition.name, condition.wanted) }
                <small>
                    if let Some(now) = now { { now }{ " " } }<span class={class}>{ said }</span>
                </small>
            </span>
        </li>
    }
}
