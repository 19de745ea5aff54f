//! A step of the history that undo goes back to.

use super::{News, State};
use crate::scenario::Scenario;
use crate::scenario::drafts::Extras;
use crate::scenario::history::UndoHistory;
use crate::scenario::matrix::Locks;
use std::rc::Rc;

/// A scenario as of a step.
///
/// Drafts and ranges are no steps of their own: undoing a lever keeps the draft that was added meanwhile. But
/// where something that was opened brought others, the steps before it have theirs, and going back to them brings
/// those back, too. So it is with the name: the steps before something that was opened belong to another work,
/// with its own name or none.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoStep {
    /// The scenario.
    pub scenario: Scenario,
    /// The number of the extras beside it, given by what brought them.
    pub beside: u64,
    /// The number of the work it belongs to, given by what was opened.
    pub work: u64,
    /// The parts of the funds matrix that were locked.
    pub locks: Locks,
}

/// The name of a work, and the scenario kept under it.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    name: Option<String>,
    saved: Scenario,
    saved_extras: Extras,
}

impl UndoStep {
    /// The plan, before anything.
    pub fn first() -> Self {
        Self {
            scenario: Scenario::default(),
            beside: 0,
            work: 0,
            locks: Locks::default(),
        }
    }
}

impl State {
    /// Takes a step with the extras that are there.
    pub(super) fn step(&mut self, scenario: Scenario, mark: Option<u64>) {
        let beside = self.history.present().beside;
        let (work, locks) = (self.work, self.locks.clone());
        self.history.change(
            UndoStep {
                scenario,
                beside,
                work,
                locks,
            },
            mark,
        );
    }

    /// Walks through the history, and takes up the extras of the step reached.
    pub(super) fn walk(&mut self, walk: fn(&mut UndoHistory<UndoStep>)) {
        let from = self.history.present().beside;
        walk(&mut self.history);
        self.change_extras(from, self.history.present().beside);
        self.change_work(self.history.present().work);
        self.drop_needless_offers();
    }

    /// Begins another work; the present one keeps its name for going back.
    pub(super) fn begin_work(&mut self) {
        let last = self.works.keys().next_back().copied();
        let next = 1 + self.work.max(last.unwrap_or_default());
        self.change_work(next);
    }

    /// Replaces the name of the present work by that of another.
    fn change_work(&mut self, to: u64) {
        if self.work == to {
            return;
        }
        let works = Rc::make_mut(&mut self.works);
        let coming = works.remove(&to).unwrap_or_default();
        let away = Named {
            name: std::mem::replace(&mut self.name, coming.name),
            saved: std::mem::replace(&mut self.saved, coming.saved),
            saved_extras: std::mem::replace(&mut self.saved_extras, coming.saved_extras),
        };
        works.insert(self.work, away);
        self.work = to;
    }

    /// Goes to another of this tab's own scenarios as a new step, with the extras that belonged to it.
    pub(super) fn navigate(&mut self, scenario: Scenario) {
        let from = self.history.present().beside;
        let known: Vec<u64> = self
            .history
            .others()
            .filter(|step| step.scenario == scenario)
            .map(|step| step.beside)
            .collect();
        let beside = match known.first() {
            Some(nearest) if !known.contains(&from) => *nearest,
            _ => from,
        };
        self.refused = None;
        self.take_step(scenario, beside);
        self.change_extras(from, beside);
        self.drop_needless_offers();
    }

    /// Puts a scenario on the screen in a step of its own.
    fn take_step(&mut self, scenario: Scenario, beside: u64) {
        let step = UndoStep {
            scenario,
            beside,
            work: self.work,
            locks: self.locks.clone(),
        };
        self.history.change(step, None);
    }

    /// Lays the extras of one number away and takes up those of another.
    pub(super) fn change_extras(&mut self, from: u64, to: u64) {
        if from == to {
            return;
        }
        let away = Rc::make_mut(&mut self.laid_away);
        let coming = away.remove(&to).unwrap_or_default();
        away.insert(from, std::mem::replace(&mut self.extras, coming));
    }

    /// Puts a scenario and extras on the screen in one step; the extras that were there stay with the steps before.
    pub(super) fn replace_extras(&mut self, scenario: Scenario, extras: Extras, is_brought: bool) {
        let from = self.history.present().beside;
        let last = self.laid_away.keys().next_back().copied();
        let beside = 1 + from.max(last.unwrap_or_default());
        if is_brought {
            Rc::make_mut(&mut self.brought).insert(beside, extras.clone());
        }
        self.take_step(scenario, beside);
        Rc::make_mut(&mut self.laid_away).insert(beside, extras);
        self.change_extras(from, beside);
    }

    /// True where drafts or ranges are the reader's own: not as a link or a file brought them, which has them
    /// still.
    pub fn has_own_extras(&self) -> bool {
        let brought = self.brought.get(&self.history.present().beside);
        !self.extras.is_usual() && brought != Some(&self.extras)
    }

    /// Drops the offers of work that the user has returned to already.
    fn drop_needless_offers(&mut self) {
        let (scenario, extras) = (self.history.present().scenario.clone(), self.extras.clone());
        self.notices.retain(|notice| match &notice.news {
            News::WorkKept(kept, _) => *kept != scenario,
            News::ExtrasKept(kept) => *kept != extras,
            _ => true,
        });
    }
}
