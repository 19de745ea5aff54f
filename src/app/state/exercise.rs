//! An exercise that is going on: what may be moved in it, what is not to be seen, and its way through the steps.
//!
//! All of it holds at the state: whatever way an action comes, what the exercise has not opened stays as it was.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Action, News, Refused, State, UndoStep};
use crate::exercise::Exercise;
use crate::exercise::attempt::{Answer, Attempt};
use crate::exercise::card::Card;
use crate::exercise::kept::KeptAttempt;
use crate::exercise::step::{Step, StepKind, changed};
use crate::language::Language;
use crate::region::Region;
use crate::region::key::{Key, cells_of_funds, funds};
use crate::scenario::Scenario;
use crate::scenario::history::UndoHistory;
use crate::scenario::matrix::{Locks, MatrixPart};

/// An action within an exercise.
#[derive(Clone, Debug, PartialEq)]
pub enum ExerciseAction {
    /// The exercise was opened, or opened again.
    Begin,
    /// The step on the screen was answered, and the answer committed.
    Answer(Answer),
    /// Own words were changed; they can be changed until the end.
    Say(Answer),
    /// The scenario on the screen was tried at the goal.
    Try,
    /// On to the next step.
    Forward,
    /// Back to the step before.
    Back,
    /// All over again.
    Restart,
    /// On with an attempt that was kept elsewhere.
    Resume(Box<KeptAttempt>),
    /// The group was named.
    Name(String),
}

/// An exercise that is going on.
#[derive(Clone, Debug, PartialEq)]
pub struct Ongoing {
    /// The exercise.
    pub exercise: Rc<Exercise>,
    /// The attempt.
    pub attempt: Attempt,
    /// The cards that are not to be seen now.
    unseen: BTreeSet<Card>,
    /// The scenarios that goals are worked on with, by their steps.
    work: BTreeMap<usize, Scenario>,
    /// True for the result of somebody else's attempt, which is only looked at.
    pub is_result: bool,
}

impl Ongoing {
    /// An exercise with an attempt that was begun before, and the scenarios that its goals were worked on with then.
    pub fn new(
        exercise: Rc<Exercise>,
        attempt: Attempt,
        work: BTreeMap<usize, Scenario>,
        is_result: bool,
    ) -> Self {
        let unseen = attempt.unseen(&exercise);
        Self {
            exercise,
            attempt,
            unseen,
            work,
            is_result,
        }
    }

    /// The step on the screen; none where the exercise is over.
    pub fn step(&self) -> Option<&Step> {
        self.exercise.steps.get(self.attempt.step)
    }

    /// True where the results of the step on the screen may be shown.
    pub fn is_committed(&self) -> bool {
        self.attempt.reached > self.attempt.step
    }

    /// True while an answer is asked for that the model has a word on.
    fn asks(&self) -> bool {
        let is_asking =
            |step: &Step| matches!(step.kind, StepKind::Predict(_) | StepKind::Choose(_));
        self.step().is_some_and(is_asking) && !self.is_committed()
    }

    /// The scenario of the last try up to the step on the screen, else the start.
    fn last_try(&self) -> &Scenario {
        let tries = self.attempt.answers.iter().take(self.attempt.step + 1);
        let tried = tries.rev().find_map(|answer| match answer {
            Some(Answer::Tried { scenario, .. }) => Some(scenario),
            _ => None,
        });
        tried.unwrap_or(&self.exercise.start)
    }

    /// The scenario that the step on the screen shows.
    fn scenario(&self, region: &Region) -> Scenario {
        let (exercise, at) = (&self.exercise, self.attempt.step);
        match self.step().map(|step| &step.kind) {
            Some(StepKind::Predict(_)) if !self.is_committed() => exercise.start.clone(),
            Some(StepKind::Predict(_) | StepKind::Show(_)) => exercise.step_scenario(region, at),
            // Options that change nothing are asked about what was done before.
            Some(StepKind::Choose(choose))
                if choose.options.iter().all(|option| option.change.is_empty()) =>
            {
                self.last_try().clone()
            }
            Some(StepKind::Choose(choose)) => {
                let chosen = match self.attempt.answers.get(at) {
                    Some(Some(Answer::Chosen { option, .. })) if self.is_committed() => {
                        choose.options.get(*option)
                    }
                    _ => None,
                };
                let change = chosen.map_or(&[][..], |option| &option.change);
                changed(&exercise.region(region), &exercise.start, change).0
            }
            Some(StepKind::Do(_)) => {
                let tried = || self.attempt.tried_scenario(at);
                let own = self.work.get(&at).or_else(tried);
                own.unwrap_or(&exercise.start).clone()
            }
            Some(StepKind::Say) | None => self.last_try().clone(),
        }
    }

    /// The scenario that is handed in: the last try, else the start.
    pub fn final_scenario(&self) -> Scenario {
        self.attempt.handed_in(&self.exercise).clone()
    }

    /// The scenarios of the goals as far as they were worked on, by step.
    pub fn work(&self) -> &BTreeMap<usize, Scenario> {
        &self.work
    }

    /// True where nothing but levers at a goal was moved from here to there.
    pub fn is_only_moved_to(&self, later: &Self) -> bool {
        let (one, other) = (&self.attempt, &later.attempt);
        let place = |it: &Attempt| (it.step, it.reached);
        place(one) == place(other) && one.answers == other.answers && one.group == other.group
    }

    fn is_open(&self, key: Key) -> bool {
        self.exercise.open.contains(&key)
    }

    /// The locks that keep closed cells of the matrix as they are.
    fn locks(&self) -> Locks {
        cells_of_funds()
            .filter(|(level, category)| !self.is_open(funds(*level, *category).into()))
            .map(|(level, category)| MatrixPart::Cell(level, category))
            .collect()
    }

    fn acted(&self, action: ExerciseAction, shown: &Scenario) -> Self {
        let (exercise, attempt) = (&self.exercise, &self.attempt);
        let at = attempt.step;
        let is_goal = self
            .step()
            .is_some_and(|step| matches!(step.kind, StepKind::Do(_)));
        if self.is_result && action != ExerciseAction::Begin {
            return self.clone();
        }
        let work = match &action {
            ExerciseAction::Restart => BTreeMap::new(),
            ExerciseAction::Resume(kept) => kept.work.clone(),
            _ => self.work.clone(),
        };
        let attempt = match action {
            ExerciseAction::Begin => attempt.clone(),
            ExerciseAction::Answer(answer) => {
                let answered = attempt.answered(exercise, at, answer);
                answered.committed(exercise)
            }
            ExerciseAction::Say(answer) => attempt.answered(exercise, at, answer),
            ExerciseAction::Try if is_goal => attempt.tried(exercise, at, shown),
            ExerciseAction::Try => attempt.clone(),
            ExerciseAction::Forward => attempt.forward(exercise),
            ExerciseAction::Back => attempt.back(),
            ExerciseAction::Restart => Attempt::new(exercise, attempt.group.as_deref()),
            ExerciseAction::Resume(kept) => kept.attempt,
            ExerciseAction::Name(name) => Attempt {
                group: crate::exercise::attempt::group_name(&name),
                ..attempt.clone()
            },
        };
        Self {
            exercise: exercise.clone(),
            unseen: attempt.unseen(exercise),
            attempt,
            work,
            is_result: self.is_result,
        }
    }
}

/// The cards of results; the others stand beside levers or are pages of their own.
fn results() -> impl Iterator<Item = Card> {
    const OTHERS: [Card; 6] = [
        Card::Effects,
        Card::Explanations,
        Card::Planning,
        Card::Report,
        Card::Sources,
        Card::LookingBack,
    ];
    let all = Card::NAMES.into_iter().map(|(card, _)| card);
    all.filter(|card| !OTHERS.contains(card))
}

impl State {
    /// Starts with an exercise.
    pub fn of_exercise(region: Rc<Region>, language: Language, ongoing: Ongoing) -> Self {
        let mut state = Self::new(region, language);
        state.exercise = Some(Rc::new(ongoing));
        state.apply(Action::Exercise(ExerciseAction::Begin))
    }

    /// True where a card is not to be seen. Every view that shows a figure asks here.
    pub fn hides(&self, card: Card) -> bool {
        self.exercise
            .as_ref()
            .is_some_and(|ongoing| ongoing.unseen.contains(&card))
    }

    /// True where any of the results is not to be seen.
    pub fn hides_results(&self) -> bool {
        results().any(|card| self.hides(card))
    }

    /// True where none of the results is to be seen.
    pub fn hides_all_results(&self) -> bool {
        results().all(|card| self.hides(card))
    }

    /// True where a page of its own may be opened: not while it would show what is hidden or asked for.
    pub fn opens(&self, card: Card) -> bool {
        self.exercise
            .as_ref()
            .is_none_or(|ongoing| !ongoing.unseen.contains(&card) && !ongoing.asks())
    }

    /// True where a key may be moved now.
    pub fn may_move(&self, key: Key) -> bool {
        self.exercise.as_ref().is_none_or(|ongoing| {
            ongoing.is_open(key) && ongoing.attempt.may_move(&ongoing.exercise)
        })
    }

    /// The state after an action within an exercise.
    pub(super) fn applied_in_exercise(&self, ongoing: &Ongoing, action: Action) -> Self {
        if let Action::ToggleLock(MatrixPart::Cell(level, category)) = &action {
            let key = funds(*level, *category).into();
            if !ongoing.is_open(key) {
                return self.with_closed(key);
            }
        }
        if !is_of_exercises(&action) {
            return self.applied(Action::Notify(News::Failed("exercise-not-here")));
        }
        let is_whole = matches!(action, Action::Navigate(_));
        let is_way = matches!(action, Action::Exercise(_));
        let next = self.applied(action);
        let (before, after) = (self.scenario(), next.scenario());
        if is_way || before == after {
            return next;
        }
        let touched = touched(before, after);
        let closed = touched.iter().find(|key| !self.may_move(**key));
        match closed {
            // A page that covers the levers would cover the reason, too.
            Some(key) if is_whole => self
                .with_closed(*key)
                .applied(Action::Notify(News::Failed("exercise-not-all-open"))),
            Some(key) => self.with_closed(*key),
            None if before.vintage() != after.vintage() => self.clone(),
            None => next.with_work(ongoing, &touched),
        }
    }

    /// The state after an action of the calculator while an exercise before a room leaves some levers free.
    pub(super) fn applied_before_room(&self, open: &BTreeSet<Key>, action: Action) -> Self {
        let next = self.applied(action);
        let touched = touched(self.scenario(), next.scenario());
        match touched.iter().any(|key| !open.contains(key)) {
            true => self.applied(Action::Notify(News::Failed("present-closed"))),
            false => next,
        }
    }

    fn with_closed(&self, key: Key) -> Self {
        Self {
            refused: Some(Refused::Closed(key)),
            ..self.clone()
        }
    }

    /// Notes what was moved at a goal.
    fn with_work(mut self, ongoing: &Ongoing, touched: &[Key]) -> Self {
        let is_goal = ongoing
            .step()
            .is_some_and(|step| matches!(step.kind, StepKind::Do(_)));
        if is_goal {
            let mut ongoing = ongoing.clone();
            for key in touched {
                if let Some(value) = self.scenario().value(&self.region, *key) {
                    ongoing.attempt = ongoing.attempt.moved(*key, value);
                }
            }
            let at = ongoing.attempt.step;
            ongoing.work.insert(at, self.scenario().clone());
            self.exercise = Some(Rc::new(ongoing));
        }
        self
    }

    /// Goes through the exercise.
    pub(super) fn go_on(&mut self, action: ExerciseAction) {
        let Some(ongoing) = &self.exercise else {
            return;
        };
        let is_begun = matches!(
            action,
            ExerciseAction::Begin | ExerciseAction::Restart | ExerciseAction::Resume(_)
        );
        let next = ongoing.acted(action, self.scenario());
        let place = |it: &Ongoing| (it.attempt.step, it.is_committed());
        let is_moved = is_begun || place(&next) != place(ongoing);
        self.refused = None;
        if is_moved {
            // What was done in one step is taken back in no other.
            self.locks = next.locks();
            self.history = UndoHistory::new(UndoStep {
                scenario: next.scenario(&self.region),
                locks: self.locks.clone(),
                ..UndoStep::first()
            });
        }
        self.exercise = Some(Rc::new(next));
    }
}

/// True for an action that an exercise knows: what brings or keeps other work is none of it.
fn is_of_exercises(action: &Action) -> bool {
    matches!(
        action,
        Action::Set(..)
            | Action::Refuse(..)
            | Action::Seal
            | Action::Rest
            | Action::SetFunds(..)
            | Action::MoveFunds { .. }
            | Action::RefuseFunds(..)
            | Action::ToggleLock(_)
            | Action::Revert(_)
            | Action::RevertFunds
            | Action::ResetLevers
            | Action::ResetAssumptions
            | Action::Undo
            | Action::Redo
            | Action::Navigate(_)
            | Action::SetTray(_)
            | Action::SetDoubts(_)
            | Action::KeepFloor(_)
            | Action::OpenPanel(_)
            | Action::ShowIn(_)
            | Action::SetLanguage(_)
            | Action::Exercise(_)
            | Action::Notify(_)
            | Action::Close(_)
    )
}

/// The keys whose values or words differ.
fn touched(before: &Scenario, after: &Scenario) -> Vec<Key> {
    let keys: BTreeSet<Key> = before
        .entries()
        .chain(after.entries())
        .map(|(key, _)| key)
        .collect();
    let differs = |key: &Key| {
        before.changed(*key) != after.changed(*key) || before.note(*key) != after.note(*key)
    };
    keys.into_iter().filter(differs).collect()
}
