//! An attempt at an exercise: where a group stands, what it answered, what is still hidden from it. Pure, so that the
//! state of the page can hold it; and its result, as it is handed to the trainer.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Exercise;
use super::card::Card;
use super::hidden::{all_cards, with_same_figures};
use super::judge::PredictedAnswer;
use super::step::{Ask, Step, StepKind};
use crate::problem::one_line;
use crate::region::key::Key;
use crate::scenario::Scenario;

/// The most characters of a group's name.
pub const MOST_GROUP: usize = 20;
/// The most characters of an answer in own words.
pub const MOST_SAID: usize = 200;
/// The most tries that are counted.
pub const MOST_TRIES: u32 = 999;
/// The most moves that are kept for a replay.
pub const MOST_MOVES: usize = 60;

/// An answer to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A prediction.
    Predicted(PredictedAnswer),
    /// Tries at a goal, and the scenario of the last one.
    Tried {
        /// The number of tries.
        tries: u32,
        /// The scenario that was handed in.
        scenario: Scenario,
    },
    /// An option, counted from the first, and the reason.
    Chosen {
        /// The option.
        option: usize,
        /// The reason in own words; empty where none was given.
        why: String,
    },
    /// Own words.
    Said(String),
}

impl Answer {
    /// True for an answer that a step can take.
    pub fn fits(&self, step: &Step) -> bool {
        match (self, &step.kind) {
            (Self::Predicted(PredictedAnswer::Number(_)), StepKind::Predict(it)) => {
                it.ask == Ask::Number
            }
            (Self::Predicted(PredictedAnswer::Direction(_)), StepKind::Predict(it)) => {
                it.ask == Ask::Direction
            }
            (Self::Tried { .. }, StepKind::Do(_)) | (Self::Said(_), StepKind::Say) => true,
            (Self::Chosen { option, .. }, StepKind::Choose(it)) => *option < it.options.len(),
            _ => false,
        }
    }

    /// The answer with its own words in one bounded line.
    #[must_use]
    pub fn clean(self) -> Self {
        match self {
            Self::Chosen { option, why } => Self::Chosen {
                option,
                why: said(&why),
            },
            Self::Said(text) => Self::Said(said(&text)),
            Self::Tried { tries, scenario } => Self::Tried {
                tries: tries.min(MOST_TRIES),
                scenario,
            },
            other @ Self::Predicted(_) => other,
        }
    }
}

/// Own words as they may be shown and sent: one line, nothing invisible, bounded.
pub fn said(text: &str) -> String {
    let line = one_line(text);
    let cut: String = line.chars().take(MOST_SAID).collect();
    cut.trim_end().to_owned()
}

/// A group's name as it may be shown and sent; none where nothing is left of it.
pub fn group_name(name: &str) -> Option<String> {
    let line = one_line(name);
    let cut: String = line.chars().take(MOST_GROUP).collect();
    let name = cut.trim_end().to_owned();
    (!name.is_empty()).then_some(name)
}

/// An attempt that is going on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The group.
    pub group: Option<String>,
    /// The step on the screen, counted from the first; one past the last where the exercise is done.
    pub step: usize,
    /// The furthest step that was reached.
    pub reached: usize,
    /// The answer to each step.
    pub answers: Vec<Option<Answer>>,
    /// The moves of levers, in their order.
    pub moves: Vec<(Key, Decimal)>,
}

impl Attempt {
    /// Stands before the first step.
    pub fn new(exercise: &Exercise, group: Option<&str>) -> Self {
        Self {
            group: group.and_then(group_name),
            step: 0,
            reached: 0,
            answers: vec![None; exercise.steps.len()],
            moves: Vec::new(),
        }
    }

    /// True where a step has all that it asks for: nothing for what is only shown.
    pub fn is_done(&self, exercise: &Exercise, index: usize) -> bool {
        let is_shown = |step: &Step| matches!(step.kind, StepKind::Show(_));
        let answered = self.answers.get(index).is_some_and(Option::is_some);
        answered || exercise.steps.get(index).is_some_and(is_shown)
    }

    /// True where the answer to a step can no longer be changed: its results were shown.
    pub fn is_fixed(&self, exercise: &Exercise, index: usize) -> bool {
        let is_guess =
            |step: &Step| matches!(step.kind, StepKind::Predict(_) | StepKind::Choose(_));
        self.reached > index && exercise.steps.get(index).is_some_and(is_guess)
    }

    /// Commits the answer to the step on the screen, so that its results may be shown there.
    #[must_use]
    pub fn committed(&self, exercise: &Exercise) -> Self {
        let mut next = self.clone();
        if self.is_done(exercise, self.step) {
            next.reached = next.reached.max(next.step + 1);
        }
        next
    }

    /// Answers a step. An answer that does not fit, comes too early or too late changes nothing.
    #[must_use]
    pub fn answered(&self, exercise: &Exercise, index: usize, answer: Answer) -> Self {
        let mut next = self.clone();
        let fits = exercise
            .steps
            .get(index)
            .is_some_and(|step| answer.fits(step));
        if fits && index <= self.reached && !self.is_fixed(exercise, index) {
            next.answers[index] = Some(answer.clean());
        }
        next
    }

    /// Counts a try at a goal with the scenario on the screen.
    #[must_use]
    pub fn tried(&self, exercise: &Exercise, index: usize, scenario: &Scenario) -> Self {
        let answer = Answer::Tried {
            tries: self.tries(index) + 1,
            scenario: scenario.clone(),
        };
        self.answered(exercise, index, answer)
    }

    /// The tries at a step so far.
    pub fn tries(&self, index: usize) -> u32 {
        match self.answers.get(index) {
            Some(Some(Answer::Tried { tries, .. })) => *tries,
            _ => 0,
        }
    }

    /// The scenario of the last try at a step, which is handed in.
    pub fn tried_scenario(&self, index: usize) -> Option<&Scenario> {
        match self.answers.get(index)? {
            Some(Answer::Tried { scenario, .. }) => Some(scenario),
            _ => None,
        }
    }

    /// The scenario that is handed in: the last try, else the start.
    pub fn handed_in<'a>(&'a self, exercise: &'a Exercise) -> &'a Scenario {
        let last = self.answers.iter().rev().flatten();
        let mut tried = last.filter_map(|answer| match answer {
            Answer::Tried { scenario, .. } => Some(scenario),
            _ => None,
        });
        tried.next().unwrap_or(&exercise.start)
    }

    /// Goes on to the next step where this one is done.
    #[must_use]
    pub fn forward(&self, exercise: &Exercise) -> Self {
        let mut next = self.clone();
        if self.is_done(exercise, self.step) {
            next.step += 1;
            next.reached = next.reached.max(next.step);
        }
        next
    }

    /// Goes back to a step that was reached before.
    #[must_use]
    pub fn back(&self) -> Self {
        Self {
            step: self.step.saturating_sub(1),
            ..self.clone()
        }
    }

    /// True where every step is done and left behind.
    pub fn is_over(&self, exercise: &Exercise) -> bool {
        self.reached >= exercise.steps.len()
    }

    /// The cards that are not to be seen now: those that are hidden with all that show the same figures, and every one
    /// while an answer about the screen itself is asked for.
    pub fn unseen(&self, exercise: &Exercise) -> BTreeSet<Card> {
        let asks_for_screen = exercise.steps.get(self.step).is_some_and(
            |step| matches!(&step.kind, StepKind::Predict(predict) if predict.change.is_empty()),
        );
        if asks_for_screen && !self.is_fixed(exercise, self.step) {
            return all_cards();
        }
        with_same_figures(&self.hidden(exercise))
    }

    /// True where open levers may be moved in the step on the screen: not while an answer is asked for.
    pub fn may_move(&self, exercise: &Exercise) -> bool {
        let step = exercise.steps.get(self.step);
        step.is_some_and(|step| !matches!(step.kind, StepKind::Predict(_) | StepKind::Choose(_)))
    }

    /// The cards that are hidden now: those of the exercise but for what a step that was reached revealed.
    pub fn hidden(&self, exercise: &Exercise) -> BTreeSet<Card> {
        let mut hidden = exercise.hide.clone();
        for step in exercise.steps.iter().take(self.reached + 1) {
            if let StepKind::Show(show) = &step.kind {
                hidden.retain(|card| !show.reveal.contains(card));
            }
        }
        hidden
    }

    /// Notes a move of a lever; a row of moves of one lever is one, and of too many the last are kept.
    #[must_use]
    pub fn moved(&self, key: Key, value: Decimal) -> Self {
        let mut next = self.clone();
        match next.moves.last_mut() {
            Some((last, old)) if *last == key => *old = value,
            _ => next.moves.push((key, value)),
        }
        if next.moves.len() > MOST_MOVES {
            next.moves.remove(0);
        }
        next
    }

    /// The result as it is handed to the trainer, with the scenario on the screen.
    pub fn result(&self, exercise: &Exercise, scenario: &Scenario) -> ExerciseResult {
        ExerciseResult {
            id: exercise.id.clone(),
            fingerprint: exercise.fingerprint(),
            region_version: exercise.region_version,
            group: self.group.clone(),
            answers: self.answers.clone(),
            scenario: scenario.clone(),
            moves: self.moves.clone(),
        }
    }
}

/// The result of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseResult {
    /// The exercise's identifier.
    pub id: String,
    /// Its fingerprint ([`Exercise::fingerprint`]).
    pub fingerprint: String,
    /// The version of the region's data.
    pub region_version: u32,
    /// The group.
    pub group: Option<String>,
    /// The answer to each step.
    pub answers: Vec<Option<Answer>>,
    /// The final scenario.
    pub scenario: Scenario,
    /// The moves of levers, for a replay.
    pub moves: Vec<(Key, Decimal)>,
}
