//! Something that comes in over what is there, and the ways back.

use std::rc::Rc;

use super::{Aside, Begun, News, Opened, Origin, State};
use crate::scenario::Scenario;
use crate::scenario::drafts::Extras;

/// Most pieces of work that a tab holds aside; the storage holds them, too.
const MOST_ASIDE: usize = 12;

impl State {
    /// Puts a scenario that came in on the screen. Work that would be hidden by it is saved and offered back; it
    /// can be undone to, too.
    pub(super) fn open(&mut self, opened: Opened) {
        let vintage = opened.scenario.vintage();
        let hides_work = self.has_unkept_work() && opened.scenario != *self.scenario();
        let others = opened.extras.filter(|extras| *extras != self.extras);
        let hides_extras = others.is_some() && self.has_own_extras();
        let own = Aside {
            scenario: self.scenario().clone(),
            extras: self.extras.clone(),
            name: self.name.clone(),
            saved: self.saved.clone(),
            saved_extras: self.saved_extras.clone(),
        };
        // The ways back stay through any number of links.
        self.notices.retain(|notice| match &notice.news {
            News::WorkKept(kept, _) => !hides_work && *kept != opened.scenario,
            News::ExtrasKept(_) => !hides_extras,
            News::StorageFailed(_) => true,
            _ => false,
        });
        self.refused = None;
        if opened.scenario != *self.scenario() || others.is_some() {
            self.begin_work();
        }
        let is_brought = matches!(opened.origin, Origin::Link | Origin::File);
        match others {
            Some(extras) => self.replace_extras(opened.scenario, extras, is_brought),
            None => self.step(opened.scenario, None),
        }
        self.saved = opened.saved;
        self.saved_extras = opened.saved_extras.unwrap_or_else(|| self.extras.clone());
        self.name = opened.name;
        self.begun = Rc::new(Begun {
            count: self.begun.count + 1,
            scenario: self.scenario().clone(),
            extras: self.extras.clone(),
            name: self.name.clone(),
            given: opened.given,
            origin: Some(opened.origin),
        });
        // The way back comes first: a long list of faults must not push it off the screen.
        if hides_work {
            self.notify(News::WorkKept(own.scenario.clone(), own.name.clone()));
        }
        if hides_extras {
            self.notify(News::ExtrasKept(own.extras.clone()));
        }
        if hides_work || hides_extras {
            let aside = Rc::make_mut(&mut self.aside);
            aside.retain(|known| *known != own);
            aside.push(own);
            let surplus = aside.len().saturating_sub(MOST_ASIDE);
            aside.drain(..surplus);
        }
        if let Some((shared, today)) = opened.figures_changed {
            self.notify(News::FiguresChanged(shared, today, vintage));
        }
        if !opened.problems.is_empty() {
            self.notify(News::Problems(opened.origin, opened.problems));
        }
    }

    /// Brings work back that something opened had set aside.
    pub(super) fn restore(&mut self, scenario: Scenario, name: Option<String>) {
        if scenario != *self.scenario() {
            self.begin_work();
        }
        let known = self
            .aside
            .iter()
            .rfind(|aside| aside.scenario == scenario && aside.name == name);
        if let Some(aside) = known {
            self.saved = aside.saved.clone();
            self.saved_extras = aside.saved_extras.clone();
        }
        self.name = name;
        self.edit(|present| *present = scenario);
        self.notices
            .retain(|notice| !matches!(notice.news, News::WorkKept(..)));
    }

    /// Brings drafts and ranges back that something opened had set aside. Those that it brought stay with the
    /// steps before.
    pub(super) fn restore_extras(&mut self, extras: Extras) {
        self.notices
            .retain(|notice| !matches!(notice.news, News::ExtrasKept(_)));
        self.replace_extras(self.scenario().clone(), extras, false);
    }

    /// Adds a scenario as a draft; a notice says so where there is no room.
    pub(super) fn add_draft(&mut self, name: &str, scenario: Scenario) {
        let drafts = &mut self.extras.drafts;
        let is_there = drafts
            .entries()
            .iter()
            .any(|entry| entry.scenario == scenario);
        if !is_there && !drafts.add(name, scenario) {
            self.notify(News::Failed("compare-mine-full"));
        }
    }
}
