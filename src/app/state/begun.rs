//! The start of the work on the screen, and the work that was set aside for it.

use super::{News, Origin, State};
use crate::scenario::Scenario;
use crate::scenario::drafts::Extras;

/// The start of the work on the screen: the plan, or what was opened last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Begun {
    /// Number of times that something was opened until then.
    pub count: u64,
    /// The scenario.
    pub scenario: Scenario,
    /// Its extras.
    pub extras: Extras,
    /// Its name here.
    pub name: Option<String>,
    /// The name that whoever sent it gave it.
    pub given: Option<String>,
    /// Its origin; none for the plan.
    pub origin: Option<Origin>,
}

/// Own work that was set aside by something that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// The scenario.
    pub scenario: Scenario,
    /// Its extras.
    pub extras: Extras,
    /// Its name.
    pub name: Option<String>,
    /// The scenario as it was saved under that name.
    pub saved: Scenario,
    /// The extras beside it then.
    pub saved_extras: Extras,
}

impl State {
    /// True where anything was changed since the work began.
    pub fn is_changed(&self) -> bool {
        let begun = &self.begun;
        *self.scenario() != begun.scenario || self.extras != begun.extras || self.name != begun.name
    }

    /// True where the work began with a link or a file.
    pub fn began_outside(&self) -> bool {
        matches!(self.begun.origin, Some(Origin::Link | Origin::File))
    }

    /// True where a notice offers work, drafts or ranges back that something opened has set aside.
    pub fn offers_back(&self) -> bool {
        self.notices
            .iter()
            .any(|notice| matches!(notice.news, News::WorkKept(..) | News::ExtrasKept(_)))
    }

    /// The scenario's name to show: its name here, else, while it is as it came in, the name that it came with.
    pub fn shown_name(&self) -> Option<&str> {
        let given = self.begun.given.as_deref();
        let given = given.filter(|_| *self.scenario() == self.begun.scenario);
        self.name.as_deref().or(given)
    }

    /// True where there is nothing to save: the plan, without a name and any extras.
    pub fn is_nothing(&self) -> bool {
        self.scenario().is_plan() && self.name.is_none() && self.extras.is_usual()
    }
}
