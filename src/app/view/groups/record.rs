//! The record on the page: the session, the exercises of it that are at hand, and the outcome of the last reading.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use crate::exercise::collation::scan::ScanFault;
use crate::exercise::collation::{
    AddedEntries, ExerciseMark, GroupSession, KnownExercise, SessionEntry,
};
use crate::exercise::text::Texts;
use crate::problem::Problem;

/// The outcome of a reading of texts and files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CollectNews {
    /// The entries.
    pub added: AddedEntries,
    /// The titles of exercises that were taken in.
    pub exercises: Vec<Texts>,
    /// Links that give no result, with their file.
    pub faults: Vec<(Option<String>, ScanFault)>,
    /// The number of those beyond what is listed.
    pub further: usize,
    /// Files and records that can't be read.
    pub files: Vec<(String, Problem)>,
    /// True where a text was too long to be read whole.
    pub is_cut: bool,
}

/// The content of texts and files.
#[derive(Clone, Default)]
pub struct TakenTexts {
    /// The entries.
    pub entries: Vec<SessionEntry>,
    /// Whole records.
    pub sessions: Vec<GroupSession>,
    /// Exercises that were not at hand before.
    pub known: Vec<Rc<KnownExercise>>,
    /// The rest, to be said.
    pub news: CollectNews,
}

/// The record.
#[derive(Clone, Default)]
pub struct Collecting {
    /// The session.
    pub session: Rc<GroupSession>,
    /// Its exercises that are at hand.
    pub known: Rc<Vec<Rc<KnownExercise>>>,
    /// The exercise on the screen.
    pub chosen: Option<ExerciseMark>,
    /// The outcome of the last reading.
    pub news: Option<Rc<CollectNews>>,
    /// True once the record that was kept is read.
    pub is_ready: bool,
}

/// The record as it was when the page was drawn, and the way to change it.
#[derive(Clone)]
pub struct RecordHandle {
    now: Collecting,
    dispatcher: UseReducerDispatcher<Collecting>,
}

impl RecordHandle {
    /// The record as it is.
    pub fn new(record: &UseReducerHandle<Collecting>) -> Self {
        Self {
            now: (**record).clone(),
            dispatcher: record.dispatcher(),
        }
    }

    /// Changes the record.
    pub fn dispatch(&self, action: CollectAction) {
        self.dispatcher.dispatch(action);
    }

    /// The way to change it later.
    pub fn dispatcher(&self) -> UseReducerDispatcher<Collecting> {
        self.dispatcher.clone()
    }
}

impl Deref for RecordHandle {
    type Target = Collecting;
    fn deref(&self) -> &Collecting {
        &self.now
    }
}

impl PartialEq for RecordHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.session, &other.session)
            && Rc::ptr_eq(&self.known, &other.known)
            && self.chosen == other.chosen
            && self.news == other.news
            && self.is_ready == other.is_ready
    }
}

/// A change of the record.
pub enum CollectAction {
    /// The record that was kept was read.
    Open(Box<TakenTexts>, Option<ExerciseMark>),
    /// Texts and files were read.
    Take(Box<TakenTexts>),
    /// A number was called out.
    Call(SessionEntry),
    /// Results of steps of the exercise on the screen were revealed, or hidden again.
    Reveal(Vec<usize>, bool),
    /// A group was taken away.
    Remove(String),
    /// Another exercise was chosen.
    Choose(ExerciseMark),
    /// An exercise was added and chosen.
    Begin(Rc<KnownExercise>),
    /// All of it was cleared.
    Forget,
}

impl Reducible for Collecting {
    type Action = CollectAction;

    fn reduce(self: Rc<Self>, action: CollectAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            CollectAction::Open(taken, chosen) => {
                next.take(*taken);
                next.chosen = chosen.or(next.chosen);
                next.news = next.news.filter(|news| !news.files.is_empty());
                next.is_ready = true;
            }
            CollectAction::Take(taken) => next.take(*taken),
            CollectAction::Call(entry) => {
                Rc::make_mut(&mut next.session).add([entry]);
            }
            CollectAction::Reveal(steps, is_revealed) => {
                if let Some(mark) = &next.chosen {
                    let session = Rc::make_mut(&mut next.session);
                    for step in steps {
                        session.reveal(mark, step, is_revealed);
                    }
                }
            }
            CollectAction::Remove(key) => {
                if let Some(mark) = &next.chosen {
                    Rc::make_mut(&mut next.session).remove_group(mark, &key);
                }
            }
            CollectAction::Choose(mark) => next.chosen = Some(mark),
            CollectAction::Begin(known) => {
                if Rc::make_mut(&mut next.session).add_exercise(&known.exercise) {
                    next.chosen = Some(known.mark.clone());
                    next.know([known]);
                }
            }
            CollectAction::Forget => {
                next = Self {
                    is_ready: true,
                    ..Self::default()
                };
            }
        }
        Rc::new(next)
    }
}

impl Collecting {
    /// The exercise on the screen.
    pub fn exercise(&self) -> Option<&Rc<KnownExercise>> {
        let chosen = self.chosen.as_ref()?;
        self.known.iter().find(|known| known.mark == *chosen)
    }

    /// The steps of it that are revealed.
    pub fn revealed(&self) -> BTreeSet<usize> {
        let chosen = self.chosen.as_ref();
        let exercise = chosen.and_then(|mark| self.session.exercise(mark));
        exercise.map(|it| it.revealed.clone()).unwrap_or_default()
    }

    fn know(&mut self, known: impl IntoIterator<Item = Rc<KnownExercise>>) {
        let all = Rc::make_mut(&mut self.known);
        for exercise in known {
            if all.iter().all(|own| own.mark != exercise.mark) {
                all.push(exercise);
            }
        }
    }

    fn take(&mut self, taken: TakenTexts) {
        let session = Rc::make_mut(&mut self.session);
        let mut added = AddedEntries::default();
        let mut count = |more: AddedEntries| {
            added.new += more.new;
            added.repeated += more.repeated;
            added.left_out += more.left_out;
        };
        for exercise in &taken.known {
            session.add_exercise(&exercise.exercise);
        }
        for other in taken.sessions {
            count(session.merge(other));
        }
        count(session.add(taken.entries));
        let mut news = taken.news;
        news.added = added;
        self.news = Some(Rc::new(news));
        self.know(taken.known);
        let is_known = |mark: &ExerciseMark| self.known.iter().any(|known| known.mark == *mark);
        if self.chosen.as_ref().is_none_or(|mark| !is_known(mark)) {
            let marks = self.session.entries.iter().map(SessionEntry::mark);
            let marks = marks.chain(self.session.exercises.iter().map(|it| &it.mark));
            let first = marks.into_iter().find(|mark| is_known(mark)).cloned();
            self.chosen = first;
        }
    }
}
