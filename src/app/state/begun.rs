//! What the work on the screen began with, and what was put aside for it.

use super::{News, Origin, State};
use crate::scenario::Scenario;
use crate::scenario::tray::Extras;

/// What the work on the screen began with: the plan, or what was opened last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Begun {
    /// How many times something was opened until then.
    pub count: u64,
    /// The scenario.
    pub scenario: Scenario,
    /// What was beside it.
    pub extras: Extras,
    /// Its name here.
    pub name: Option<String>,
    /// The name that whoever sent it gave it.
    pub given: Option<String>,
    /// Where it came from; none for the plan.
    pub origin: Option<Origin>,
}

/// Own work that was put aside by something that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// The scenario.
    pub scenario: Scenario,
    /// What was beside it.
    pub extras: Extras,
    /// Its name.
    pub name: Option<String>,
    /// The scenario as it was kept under that name.
    pub saved: Scenario,
    /// What was beside it then.
    pub saved_extras: Extras,
}

impl State {
    /// Whether anything was changed since the work began.
    pub fn is_changed(&self) -> bool {
        let begun = &self.begun;
        *self.scenario() != begun.scenario || self.extras != begun.extras || self.name != begun.name
    }

    /// Whether the work began with something from outside.
    pub fn began_outside(&self) -> bool {
        matches!(self.begun.origin, Some(Origin::Link | Origin::File))
    }

    /// Whether a notice offers work, drafts or ranges back that something opened has put aside.
    pub fn offers_back(&self) -> bool {
        self.notices
            .iter()
            .any(|notice| matches!(notice.news, News::WorkKept(..) | News::ExtrasKept(_)))
    }

    /// What the scenario is called: its name here, else, as long as it is what came in, the name that it came
    /// with.
    pub fn shown_name(&self) -> Option<&str> {
        let given = self.begun.given.as_deref();
        let given = given.filter(|_| *self.scenario() == self.begun.scenario);
        self.name.as_deref().or(given)
    }

    /// Whether there is nothing to keep: the plan, without a name and anything beside it.
    pub fn is_nothing(&self) -> bool {
        self.scenario().is_plan() && self.name.is_none() && self.extras.is_usual()
    }
}
