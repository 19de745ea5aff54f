//! Spending and completion against the calendar, the pace that is still needed, and the funds at risk.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use zengshou_sheets::{ProjectField, ProjectRow, ProjectState, ProjectType};

use super::library::ProjectLibrary;
use crate::analysis::progress::{MONTHS, Month, Pace, Progress};
use crate::counties::index::{CountyIndex, NameFault};
use crate::counties::indicator::Indicator;
use crate::counties::settings::CountySettings;
use crate::number::Share;

/// The terms that progress is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaceTerms {
    /// The month at whose end progress is looked at; none where nobody says a day.
    pub month: Option<Month>,
    /// The share that should be done by the end of each month.
    pub schedule: [Decimal; MONTHS as usize],
    /// The share of the money that should be spent by the end of the year; none where the bureau sets none.
    pub spending_goal: Option<Share>,
    /// The share of the projects that should be completed by then.
    pub completion_goal: Option<Share>,
    /// The month from whose end a project that is not begun puts its money at risk.
    pub begin_by: Month,
    /// The share that spending may lag behind the schedule before money is at risk.
    pub most_lag: Share,
}

impl PaceTerms {
    /// A bureau's terms at the end of a month.
    pub fn of(settings: &CountySettings, month: Option<Month>) -> Self {
        let goal = |of: Indicator| settings.goals[of as usize].map(Share);
        Self {
            month,
            schedule: settings.schedule,
            spending_goal: goal(Indicator::Spending),
            completion_goal: goal(Indicator::Completed),
            begin_by: settings.projects.begin_by,
            most_lag: settings.projects.most_lag,
        }
    }
}

/// The projects of a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProjectGroup {
    /// All of the year's plan.
    All,
    /// Those of a county; none where none is said.
    County(Option<String>),
    /// Those of a type; none where none is said.
    Type(Option<ProjectType>),
}

/// The progress of some projects.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectProgress {
    /// The projects.
    pub group: ProjectGroup,
    /// Their number.
    pub projects: usize,
    /// Those begun, completed ones among them.
    pub begun: usize,
    /// Those completed or accepted.
    pub completed: usize,
    /// Those whose state nothing says.
    pub unknown_state: usize,
    /// Money planned of projects that say what is paid, in yuan.
    pub planned: Decimal,
    /// Of that, paid.
    pub paid: Decimal,
    /// Projects that do not say both, or contradict themselves.
    pub without_paid: usize,
    /// The pace of spending; none without money or a month.
    pub spending: Option<LinePace>,
    /// The pace of completion among projects with a known state; none without any or a month.
    pub completion: Option<LinePace>,
}

/// The pace of a line beside the schedule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinePace {
    /// The share done.
    pub share: Share,
    /// Ahead of the schedule (positive) or behind it.
    pub lead: Share,
    /// The pace, with what each remaining month must bring for the year's goal; none without a goal.
    pub pace: Option<Pace>,
}

/// The reason why money is at risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskReason {
    /// The project is not begun.
    NotBegun,
    /// Its spending lags behind the schedule.
    Behind,
}

/// Money of a project that may not be spent in the year.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyAtRisk {
    /// The row.
    pub row: usize,
    /// The money that is not paid, in yuan.
    pub unpaid: Decimal,
    /// The reason.
    pub reason: RiskReason,
}

/// The state of a project, by what is said or by its days.
pub fn state(library: &ProjectLibrary<'_>, index: usize, row: &ProjectRow) -> Option<ProjectState> {
    let by_days = || {
        if !library.checked.has_days(index) {
            return None;
        }
        let completed = row.completed.map(|_| ProjectState::Completed);
        completed.or_else(|| row.started.map(|_| ProjectState::UnderConstruction))
    };
    row.state.or_else(by_days)
}

/// Progress of all, then of each county and of each type by name and form.
pub fn progress(library: &ProjectLibrary<'_>, terms: &PaceTerms) -> Vec<ProjectProgress> {
    let mut lines: BTreeMap<ProjectGroup, ProjectProgress> = BTreeMap::new();
    let mut counties = CountyLines::default();
    for (index, row) in library.rows() {
        let county = row.county.as_deref().map(|name| counties.name(name));
        let groups = [
            ProjectGroup::All,
            ProjectGroup::County(county),
            ProjectGroup::Type(row.project_type),
        ];
        for group in groups {
            let line = lines.entry(group.clone());
            let line = line.or_insert_with(|| ProjectProgress::empty(group));
            line.add(library, index, row);
        }
    }
    let mut lines: Vec<ProjectProgress> = lines.into_values().collect();
    for line in &mut lines {
        line.hold_against(terms);
    }
    lines
}

/// The names of counties that have a line: two ways to write one are one line, under the first of them.
#[derive(Default)]
pub(super) struct CountyLines {
    index: CountyIndex,
    names: Vec<String>,
}

impl CountyLines {
    pub(super) fn name(&mut self, written: &str) -> String {
        let known = match self.index.of_name(written) {
            Ok(known) => Some(known),
            Err(NameFault::Ambiguous(rows)) => rows.first().copied(),
            Err(NameFault::Unknown) => None,
        };
        if let Some(known) = known {
            return self.names[known].clone();
        }
        self.index.add_name(self.names.len(), written);
        self.names.push(written.to_owned());
        written.to_owned()
    }
}

impl ProjectProgress {
    fn empty(group: ProjectGroup) -> Self {
        Self {
            group,
            projects: 0,
            begun: 0,
            completed: 0,
            unknown_state: 0,
            planned: Decimal::ZERO,
            paid: Decimal::ZERO,
            without_paid: 0,
            spending: None,
            completion: None,
        }
    }

    fn add(&mut self, library: &ProjectLibrary<'_>, index: usize, row: &ProjectRow) {
        self.projects += 1;
        match state(library, index, row) {
            Some(ProjectState::Completed | ProjectState::Accepted) => {
                self.completed += 1;
                self.begun += 1;
            }
            Some(ProjectState::UnderConstruction) => self.begun += 1,
            Some(_) => {}
            None => self.unknown_state += 1,
        }
        let paid = library.checked.amount(index, ProjectField::Paid);
        match (paid, library.checked.planned(index)) {
            (Some(paid), Some(planned)) => {
                self.paid += paid;
                self.planned += planned;
            }
            _ => self.without_paid += 1,
        }
    }

    /// Projects whose state is known.
    pub fn with_state(&self) -> usize {
        self.projects - self.unknown_state
    }

    fn hold_against(&mut self, terms: &PaceTerms) {
        let spending = Progress {
            done: self.paid,
            whole: self.planned,
        };
        self.spending = line_pace(spending, terms, terms.spending_goal);
        let completion = Progress {
            done: Decimal::from(self.completed),
            whole: Decimal::from(self.with_state()),
        };
        self.completion = line_pace(completion, terms, terms.completion_goal);
    }
}

fn line_pace(progress: Progress, terms: &PaceTerms, goal: Option<Share>) -> Option<LinePace> {
    let month = terms.month?;
    if progress.whole <= Decimal::ZERO {
        return None;
    }
    let share = progress.share();
    Some(LinePace {
        share,
        lead: share - month.of(&terms.schedule),
        pace: goal.map(|goal| progress.pace(month, goal)),
    })
}

/// The money at risk, the most first; nothing where no month is known.
pub fn at_risk(library: &ProjectLibrary<'_>, terms: &PaceTerms) -> Vec<MoneyAtRisk> {
    let Some(month) = terms.month else {
        return Vec::new();
    };
    let least = month.of(&terms.schedule) - terms.most_lag;
    let found = library.rows().filter_map(|(index, row)| {
        let planned = library.checked.planned(index);
        let planned = planned.filter(|money| *money > Decimal::ZERO)?;
        let paid = library.checked.amount(index, ProjectField::Paid);
        let state = state(library, index, row);
        let reason = match (state, paid) {
            (Some(ProjectState::NotStarted), _) if month >= terms.begin_by => RiskReason::NotBegun,
            // Accepted work that is not paid is owed, and will be.
            (Some(ProjectState::Completed | ProjectState::Accepted), _) => return None,
            (_, Some(paid)) if Share(paid / planned) < least => RiskReason::Behind,
            _ => return None,
        };
        let unpaid = planned - paid.unwrap_or_default();
        Some(MoneyAtRisk {
            row: index,
            unpaid,
            reason,
        })
    });
    let mut found: Vec<MoneyAtRisk> = found.collect();
    found.sort_by(|one, other| {
        let most_first = other.unpaid.cmp(&one.unpaid);
        most_first.then(one.row.cmp(&other.row))
    });
    found
}
