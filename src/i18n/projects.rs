//! Projects in words: their standing, groups, sizes and the faults of their table.

use std::rc::Rc;

use rust_decimal::Decimal;
use zengshou_sheets::{Kind, ProjectField, ProjectRow, ProjectState, SheetDate};

use super::Catalog;
use crate::counties::WAN;
use crate::number::round;
use crate::problem::quote;
use crate::projects::check::ProjectFault;
use crate::projects::filter::MoneySource;
use crate::projects::library::ProjectStanding;
use crate::projects::offer::ProjectOffer;
use crate::projects::pace::ProjectGroup;
use crate::projects::sizes::SizeClass;
use crate::region::key::Level;

/// Decimal places of an amount in units of 10,000 yuan.
const WAN_PLACES: u32 = 2;

impl Catalog {
    /// An amount in yuan as a bare number of units of 10,000 yuan.
    pub fn wan(&self, yuan: Decimal) -> String {
        let wan = round(yuan / Decimal::from(WAN), WAN_PLACES);
        self.decimal(wan, WAN_PLACES)
    }

    /// The name of a project's row: its number or its name, bounded, with the place where it stands.
    pub fn project_place(&self, rows: &[ProjectRow], row: usize) -> String {
        let project = &rows[row];
        let name = project.name.as_deref().or(project.number.as_deref());
        let name = name.map_or_else(|| self.text("projects-no-name").to_string(), quote);
        if project.place.is_nowhere() {
            let number = (row + 1).to_string();
            return self.format("counties-row", &[("number", &number), ("name", &name)]);
        }
        let place = self.cell_place(&project.place);
        self.format("counties-cell", &[("place", &place), ("name", &name)])
    }

    /// The county of a project.
    pub fn project_county(&self, row: &ProjectRow) -> String {
        let county = row.county.as_deref();
        county.map_or_else(|| self.text("projects-no-county").to_string(), quote)
    }

    /// The way a project stands to the plan.
    pub fn project_standing(&self, standing: ProjectStanding) -> Rc<str> {
        self.text(match standing {
            ProjectStanding::Planned => "projects-standing-planned",
            ProjectStanding::Reserve => "projects-standing-reserve",
            ProjectStanding::Ended => "projects-standing-ended",
            ProjectStanding::OtherYear => "projects-standing-other-year",
            ProjectStanding::Apart => "projects-standing-apart",
        })
    }

    /// A project's state.
    pub fn project_state(&self, state: ProjectState) -> Rc<str> {
        self.text(match state {
            ProjectState::Reserve => "project-state-reserve",
            ProjectState::NotStarted => "project-state-not-started",
            ProjectState::UnderConstruction => "project-state-under-construction",
            ProjectState::Completed => "project-state-completed",
            ProjectState::Accepted => "project-state-accepted",
            ProjectState::Ended => "project-state-ended",
        })
    }

    /// A source of projects' money.
    pub fn money_source(&self, source: MoneySource) -> String {
        let level = match source {
            MoneySource::Said(at) => Level::ALL.get(at),
            MoneySource::Unsaid => return self.text("projects-without-source").to_string(),
        };
        match level {
            Some(level) => self.level(*level).to_string(),
            None => self.text("projects-other-funds").to_string(),
        }
    }

    /// The name of a line of projects.
    pub fn project_group(&self, group: &ProjectGroup) -> String {
        match group {
            ProjectGroup::All => self.text("projects-all").to_string(),
            ProjectGroup::County(Some(name)) => quote(name),
            ProjectGroup::County(None) => self.text("projects-no-county").to_string(),
            ProjectGroup::Type(Some(of)) => self.project_type(*of),
            ProjectGroup::Type(None) => self.text("projects-no-type").to_string(),
        }
    }

    /// The bounds of a class of sizes.
    pub fn size_class(&self, class: &SizeClass) -> String {
        let edge = |yuan: Decimal| {
            let wan = (yuan / Decimal::from(WAN)).normalize();
            self.decimal(wan, wan.scale())
        };
        match (class.least, class.below) {
            (None, None) => self.text("projects-all").to_string(),
            (None, Some(below)) => self.format("projects-size-below", &[("below", &edge(below))]),
            (Some(least), None) => self.format("projects-size-from", &[("least", &edge(least))]),
            (Some(least), Some(below)) => {
                let named = [("least", &*edge(least)), ("below", &edge(below))];
                self.format("projects-size-between", &named)
            }
        }
    }

    /// The source of what is taken from a table of projects.
    pub fn project_source(&self, day: Option<SheetDate>) -> String {
        match day {
            Some(day) => self.format("projects-offer-source", &[("day", &day.to_string())]),
            None => self.text("projects-offer-source-undated").to_string(),
        }
    }

    /// The way in which an offer follows from projects.
    pub fn offer_basis(&self, offer: &ProjectOffer) -> String {
        let (projects, left_out) = (
            self.whole(offer.projects.into()),
            self.whole(offer.left_out.into()),
        );
        let part = self.wan(offer.part);
        match offer.whole {
            None => {
                let named = [
                    ("part", &*part),
                    ("projects", &projects),
                    ("left_out", &left_out),
                ];
                self.format("projects-offer-sum", &named)
            }
            Some(whole) => {
                let whole = self.wan(whole);
                let named = [
                    ("part", &*part),
                    ("whole", &whole),
                    ("projects", &projects),
                    ("left_out", &left_out),
                ];
                self.format("projects-offer-share", &named)
            }
        }
    }

    /// A fault of the table of projects.
    pub fn project_fault(&self, rows: &[ProjectRow], fault: &ProjectFault) -> String {
        let place = self.project_place(rows, fault.row());
        let amount = |field: ProjectField, value: Decimal| match field.kind() {
            Kind::Amount => {
                let wan = (value / Decimal::from(WAN)).normalize();
                let number = self.decimal(wan, wan.scale());
                self.format("amount-wan-yuan", &[("number", &number)])
            }
            _ => self.whole(value),
        };
        match fault {
            ProjectFault::Twice { earlier, .. } => {
                let earlier = self.project_place(rows, *earlier);
                let named = [("place", &*place), ("earlier", &earlier)];
                self.format("projects-fault-twice", &named)
            }
            ProjectFault::NoCounty { .. } => {
                self.format("projects-fault-county", &[("place", &place)])
            }
            ProjectFault::Impossible { field, value, .. } => {
                let (name, value) = (self.form_field((*field).into()), amount(*field, *value));
                let named = [("place", &*place), ("field", &name), ("value", &value)];
                self.format("projects-fault-impossible", &named)
            }
            ProjectFault::AboveWhole {
                part,
                whole,
                value,
                most,
                ..
            } => {
                let (value, most) = (amount(*part, *value), amount(*whole, *most));
                // Sources that are too much together have no column of their own.
                if part == whole {
                    let named = [("place", &*place), ("value", &value), ("most", &most)];
                    return self.format("projects-fault-sources", &named);
                }
                let (part, whole) = (
                    self.form_field((*part).into()),
                    self.form_field((*whole).into()),
                );
                let named = [
                    ("place", &*place),
                    ("part", &part),
                    ("whole", &whole),
                    ("value", &value),
                    ("most", &most),
                ];
                self.format("projects-fault-above", &named)
            }
            ProjectFault::CompletedFirst {
                started, completed, ..
            } => {
                let (started, completed) = (started.to_string(), completed.to_string());
                let named = [
                    ("place", &*place),
                    ("started", &started),
                    ("completed", &completed),
                ];
                self.format("projects-fault-days", &named)
            }
        }
    }
}
