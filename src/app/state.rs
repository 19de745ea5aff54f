//! The whole state of the calculator, and the one function that changes it.
//!
//! [`State::apply`] is pure: it knows no browser, no clock and no storage. Whatever happens
//! outside (the address bar, storage, files) is done by the effects, which read the state and
//! send actions.

mod action;
mod begun;
mod data;
mod exercise;
mod funds;
mod news;
mod opening;
mod prices;
mod refused;
mod step;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::analysis;
use crate::analysis::funds_floor::FundsFloor;
use crate::analysis::ineffective_changes::{self, IneffectiveReason};
use crate::analysis::lever_effects::{self, LeverEffects};
use crate::analysis::prices::{Deflator, PriceBasis};
use crate::analysis::summary::{Summary, is_division_known, summary};
use crate::chart::moves_the_plan;
use crate::chart::paths::Incomes;
use crate::language::Language;
use crate::model::Outcome;
use crate::region::Region;
use crate::region::key::{Key, cells_of_funds, funds};
use crate::scenario::drafts::Extras;
use crate::scenario::examples::Example;
use crate::scenario::history::UndoHistory;
use crate::scenario::matrix::{Locks, Matrix};
use crate::scenario::{Resolved, Scenario};

pub use action::{Action, Opened};
pub use begun::{Aside, Begun};
pub use exercise::{ExerciseAction, Ongoing};
pub use funds::Carried;
use funds::Run;
pub use funds::{matrix_of, plan_matrix};
pub use news::{Brought, News, Notice, Origin, StorageFault};
pub use refused::Refused;
use step::Named;
pub use step::UndoStep;

/// Everything that the screen shows.
#[derive(Clone, Debug)]
pub struct State {
    /// The region, with the values that the scenario on the screen was made under.
    pub region: Rc<Region>,
    /// The language of the screen.
    pub language: Language,
    /// The scenario and its locks with what can be taken back.
    pub history: UndoHistory<UndoStep>,
    /// Its results.
    pub results: Rc<Results>,
    /// The locked parts of the funds matrix: those of the present step.
    pub locks: Locks,
    /// The row of moves of a part of the matrix that is going on.
    run: Option<Run>,
    /// The part that gave or took the money in the last change of the matrix, until anything else changes.
    pub carried: Option<Carried>,
    /// Effect and cost of each changed lever; as of the last rest ([`Action::Rest`]), except for those moved
    /// since.
    pub stakes: Rc<LeverEffects>,
    /// A change that was refused, until the next one.
    pub refused: Option<Refused>,
    /// True where the link carries the language of the screen.
    pub language_in_link: bool,
    /// The name under which the scenario is saved, if it has one.
    pub name: Option<String>,
    /// The scenario as it was last saved or opened under that name.
    pub saved: Scenario,
    /// The extras beside it then.
    pub saved_extras: Extras,
    /// The extras that travel with the scenario: the drafts and the ranges of assumptions.
    pub extras: Extras,
    /// The start of the present work; what equals it is nobody's change.
    pub begun: Rc<Begun>,
    /// Own work that was set aside in this tab by something that was opened, oldest first.
    pub aside: Rc<Vec<Aside>>,
    /// The piece of work on the screen: the number of what was opened.
    work: u64,
    /// The names of the pieces of work that are not on the screen.
    works: Rc<BTreeMap<u64, Named>>,
    /// The extras of those steps that have others than the present one.
    laid_away: Rc<BTreeMap<u64, Extras>>,
    /// The extras as links and files brought them.
    brought: Rc<BTreeMap<u64, Extras>>,
    /// The exercise that is going on, if the page was opened for one.
    pub exercise: Option<Rc<Ongoing>>,
    /// The levers that an exercise before a room leaves free, while it does.
    taught: Option<Rc<BTreeSet<Key>>>,
    /// The money that has to come first in a year, by the checklist of guarantees.
    pub floor: FundsFloor,
    /// The open panel of inputs.
    pub panel: Panel,
    /// The prices that amounts a head are shown in.
    pub prices: PriceBasis,
    /// Messages for the user, newest last.
    pub notices: Vec<Notice>,
    /// Counts notices, so that each has an identity.
    notice_count: u64,
    /// The examples' scenarios in this region, made once.
    examples: Rc<Vec<(Example, Scenario)>>,
}

/// The results of a scenario.
#[derive(Clone, Debug)]
pub struct Results {
    region: Rc<Region>,
    /// True where the division of central funds is no mere assumption.
    is_division_known: bool,
    summary: OnceCell<Summary>,
    /// The values of plan and scenario.
    pub resolved: Resolved,
    /// Plan and scenario under the user's assumptions.
    pub outcome: Outcome,
    /// The plan under the region's own assumptions.
    pub published: Rc<Outcome>,
    /// The changes that do nothing, and why; as of the last rest ([`Action::Rest`]).
    pub idle: BTreeMap<Key, IneffectiveReason>,
    /// The example that the scenario is, if it is one.
    pub example: Option<Example>,
    /// The deflator of its amounts; none where they are in each year's own prices.
    pub deflator: Option<Deflator>,
    /// The same in constant prices, made on first use.
    in_constant_prices: OnceCell<Rc<Self>>,
}

/// The panels of inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The planner's decisions.
    Levers,
    /// The planner's assumptions.
    Assumptions,
}

impl State {
    /// Starts with the region's plan, under its newest values.
    pub fn new(region: Rc<Region>, language: Language) -> Self {
        let scenario = Scenario::default();
        let published = Rc::new(scenario.project(&region));
        let examples: Vec<(Example, Scenario)> = Example::ALL
            .map(|example| (example, example.scenario(&region)))
            .into();
        let results = Rc::new(Results::of(&region, &scenario, published, &examples));
        Self {
            region,
            language,
            history: UndoHistory::new(UndoStep::first()),
            results,
            locks: Locks::default(),
            run: None,
            carried: None,
            stakes: Rc::default(),
            refused: None,
            language_in_link: false,
            name: None,
            saved: scenario,
            saved_extras: Extras::default(),
            extras: Extras::default(),
            begun: Rc::default(),
            aside: Rc::default(),
            work: 0,
            works: Rc::default(),
            laid_away: Rc::default(),
            brought: Rc::default(),
            exercise: None,
            taught: None,
            floor: FundsFloor::default(),
            panel: Panel::Levers,
            prices: PriceBasis::Nominal,
            notices: Vec::new(),
            notice_count: 0,
            examples: Rc::new(examples),
        }
    }

    /// The scenario on the screen.
    pub fn scenario(&self) -> &Scenario {
        &self.history.present().scenario
    }

    /// True where there is unsaved work: changed since it was saved, and not the plan.
    pub fn has_unkept_work(&self) -> bool {
        *self.scenario() != self.saved && !self.scenario().is_plan()
    }

    /// True where something, be it a draft or a range, was changed since it was saved under its name.
    pub fn differs_from_kept(&self) -> bool {
        *self.scenario() != self.saved || self.extras != self.saved_extras
    }

    /// The funds matrix of the scenario.
    pub fn matrix(&self) -> Matrix {
        matrix_of(&self.results.resolved)
    }

    /// The state after an action.
    #[must_use]
    pub fn apply(&self, action: Action) -> Self {
        match (&self.exercise, &self.taught) {
            (Some(ongoing), _) => self.applied_in_exercise(ongoing, action),
            (None, Some(open)) => self.applied_before_room(open, action),
            (None, None) => self.applied(action),
        }
    }

    fn applied(&self, action: Action) -> Self {
        let mut next = self.clone();
        let is_of_matrix = matches!(action, Action::SetFunds(..) | Action::MoveFunds { .. });
        let moved = match &action {
            Action::Set(Key::Fixed(lever), _) => Some(*lever),
            _ => None,
        };
        next.change(action);
        next.locks = next.history.present().locks.clone();
        if !is_of_matrix && next.history.present() != self.history.present() {
            next.run = None;
            next.carried = None;
        }
        if next.scenario() != self.scenario() {
            let published = next.follow_data();
            let mut results = Results::of(&next.region, next.scenario(), published, &next.examples);
            // What was found at the last rest stays while a lever moves: checking each change
            // costs a projection, and a sentence that comes and goes would make lines jump.
            results.idle = self.results.idle.clone();
            results
                .idle
                .retain(|key, _| next.scenario().changed(*key).is_some());
            next.results = Rc::new(results);
            match moved {
                Some(lever) if !self.stakes.levers.contains_key(&lever) => {}
                Some(lever) => {
                    Rc::make_mut(&mut next.stakes).levers.remove(&lever);
                }
                None if is_of_matrix => {
                    if next.stakes.funds.is_some() {
                        Rc::make_mut(&mut next.stakes).funds = None;
                    }
                }
                None => next.stakes = Rc::default(),
            }
        }
        next
    }

    fn change(&mut self, action: Action) {
        match action {
            Action::Set(key, value) => {
                let mut scenario = self.scenario().clone();
                self.refused = scenario
                    .set(&self.region, key, value)
                    .err()
                    .map(|fault| Refused::Value(key, fault));
                self.step(scenario, Some(mark(&key)));
            }
            Action::SetNote(key, note) => {
                let mut scenario = self.scenario().clone();
                self.refused = scenario
                    .set_note(&self.region, key, note)
                    .err()
                    .map(|fault| Refused::Value(key, fault));
                self.step(scenario, None);
            }
            Action::Refuse(key, fault) => self.refused = Some(Refused::Value(key, fault)),
            Action::Seal => {
                self.history.seal();
                self.run = None;
            }
            Action::Rest => {
                let outcome = &self.results.outcome;
                let stakes = lever_effects::lever_effects(&self.region, self.scenario(), outcome);
                if stakes != *self.stakes {
                    self.stakes = Rc::new(stakes);
                }
                let idle = ineffective_changes::ineffective_changes(
                    &self.region,
                    self.scenario(),
                    outcome,
                );
                if idle != self.results.idle {
                    self.results = Rc::new(Results {
                        idle,
                        in_constant_prices: OnceCell::new(),
                        ..(*self.results).clone()
                    });
                }
            }
            Action::SetFunds(part, wanted) => self.set_funds(part, wanted),
            Action::MoveFunds { from, to, amount } => self.move_funds(from, to, amount),
            Action::RefuseFunds(part, fault) => {
                self.refused = Some(Refused::FundsText(part, fault));
            }
            Action::ToggleLock(part) => {
                let mut locks = self.locks.clone();
                locks.toggle(part);
                self.refused = None;
                let present = self.history.present().clone();
                self.history.change(UndoStep { locks, ..present }, None);
            }
            Action::Revert(key) => {
                let region = self.region.clone();
                self.edit(|scenario| scenario.revert(&region, key));
            }
            Action::RevertFunds => {
                let region = self.region.clone();
                self.edit(|scenario| {
                    for (level, category) in cells_of_funds() {
                        scenario.revert(&region, funds(level, category).into());
                    }
                });
            }
            Action::ResetLevers => self.edit(Scenario::reset_levers),
            Action::ResetAssumptions => {
                let region = self.region.clone();
                self.edit(|scenario| scenario.reset_assumptions(&region));
            }
            Action::Undo => {
                self.refused = None;
                self.walk(UndoHistory::undo);
            }
            Action::Redo => {
                self.refused = None;
                self.walk(UndoHistory::redo);
            }
            Action::ChooseExample(example) => {
                let chosen = example.scenario(&self.region);
                self.edit(|scenario| *scenario = chosen);
            }
            Action::Teach(open) => self.taught = open,
            Action::TakeData(vintage) => self.take_data(vintage),
            Action::SetDoubts(distributions) => self.extras.distributions = distributions,
            Action::SetTray(drafts) => self.extras.drafts = drafts,
            Action::RestoreExtras(extras) => self.restore_extras(extras),
            Action::KeepFloor(floor) => self.floor = floor,
            Action::OpenPanel(panel) => self.panel = panel,
            Action::ShowIn(prices) => self.prices = prices,
            Action::SetLanguage(language) => self.language = language,
            Action::PutLanguageInLink(wanted) => self.language_in_link = wanted,
            Action::Open(opened) => self.open(*opened),
            Action::Navigate(scenario) => self.navigate(scenario),
            Action::Saved(name) => {
                self.saved = self.scenario().clone();
                self.saved_extras = self.extras.clone();
                self.name = Some(name);
            }
            Action::Unnamed => {
                self.name = None;
                self.saved = Scenario::default();
                self.saved_extras = Extras::default();
            }
            Action::Restore(scenario, name) => self.restore(scenario, name),
            Action::AddDraft(name, scenario) => self.add_draft(&name, scenario),
            Action::Exercise(action) => self.go_on(action),
            Action::Notify(news) => self.notify(news),
            Action::Close(id) => self.notices.retain(|notice| notice.id != id),
        }
    }

    /// Changes the scenario in one step that can be taken back.
    fn edit(&mut self, edit: impl FnOnce(&mut Scenario)) {
        let mut scenario = self.scenario().clone();
        edit(&mut scenario);
        self.refused = None;
        self.step(scenario, None);
    }

    fn notify(&mut self, news: News) {
        // Saying the same twice, or that a second thing was done, would only pile up.
        self.notices.retain(|notice| {
            notice.news != news
                && !(matches!(notice.news, News::Done(_)) && matches!(news, News::Done(_)))
        });
        self.notice_count += 1;
        self.notices.push(Notice {
            id: self.notice_count,
            news,
        });
    }
}

impl Results {
    /// Projects a scenario; the published plan and the examples never change and are handed on.
    pub fn of(
        region: &Rc<Region>,
        scenario: &Scenario,
        published: Rc<Outcome>,
        examples: &[(Example, Scenario)],
    ) -> Self {
        let resolved = scenario.resolve(region);
        let outcome = crate::model::project(region.years, &resolved.plan, &resolved.scenario);
        Self {
            region: region.clone(),
            summary: OnceCell::new(),
            deflator: None,
            in_constant_prices: OnceCell::new(),
            is_division_known: is_division_known(region, scenario),
            idle: BTreeMap::new(),
            example: examples
                .iter()
                .find(|(_, known)| known.has_values_of(scenario))
                .map(|(name, _)| *name),
            resolved,
            outcome,
            published,
        }
    }

    /// The summary of the outcome. It is put together on first use: what is redrawn first on a moved lever does
    /// without it.
    pub fn summary(&self) -> &Summary {
        self.summary.get_or_init(|| {
            let is_known = self.is_division_known;
            summary(&self.region, is_known, &self.resolved, &self.outcome)
        })
    }

    /// The incomes as charts draw them, with the years before the plan.
    pub fn incomes<'a>(&'a self, before: &'a analysis::history::IncomeHistory) -> Incomes<'a> {
        Incomes {
            outcome: &self.outcome,
            published: &self.published,
            history: before,
            closing: &self.summary().closing,
            errors: &[],
        }
    }

    /// True where the user's assumptions move the plan at all.
    pub fn moves_the_plan(&self) -> bool {
        moves_the_plan(&self.outcome, &self.published)
    }
}

/// A number that differs between rows of changes.
fn mark(what: &impl std::hash::Hash) -> u64 {
    use std::hash::{DefaultHasher, Hasher};
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
