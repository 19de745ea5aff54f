//! The projects of one year's plan, apart from those in reserve, those given up, and those of other years.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use zengshou_sheets::{FundUse, ProjectRow, ProjectState, TypeMap};

use super::check::CheckedProjects;
use crate::region::Region;
use crate::region::key::Year;

/// A number of projects with their planned money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProjectTotal {
    /// The projects.
    pub projects: usize,
    /// Their planned money in yuan, as far as it is known.
    pub money: Decimal,
    /// Projects whose money is not known.
    pub without_money: usize,
}

impl ProjectTotal {
    /// Counts one more.
    pub fn add(&mut self, money: Option<Decimal>) {
        self.projects += 1;
        match money {
            Some(money) => self.money += money,
            None => self.without_money += 1,
        }
    }
}

/// The way a project stands to the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProjectStanding {
    /// In the year's plan.
    Planned,
    /// In reserve.
    Reserve,
    /// Given up.
    Ended,
    /// Of another year, or of none where others say theirs.
    OtherYear,
    /// A row with a fault that no sum can count.
    Apart,
}

impl ProjectStanding {
    /// Every standing.
    pub const ALL: [Self; 5] = [
        Self::Planned,
        Self::Reserve,
        Self::Ended,
        Self::OtherYear,
        Self::Apart,
    ];
}

/// A table of projects, with those of one year's plan chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectLibrary<'a> {
    /// The table with its faults.
    pub checked: CheckedProjects<'a>,
    /// The uses that types are counted as.
    pub map: &'a TypeMap,
    /// The year; none where no row says one.
    pub year: Option<Year>,
    /// The rows of the year's plan, in the order of the table.
    pub planned: Vec<usize>,
    /// Every standing that occurs.
    pub standings: BTreeMap<ProjectStanding, ProjectTotal>,
}

impl<'a> ProjectLibrary<'a> {
    /// A region's table; none where it has none. Without a year it is the plan's first, and where no project is of that the
    /// latest of all.
    pub fn of(region: &'a Region, year: Option<Year>) -> Option<Self> {
        let own = region
            .own
            .as_deref()
            .filter(|own| !own.projects.is_empty())?;
        let year = year.or_else(|| usual_year(&own.projects, region.years.first_plan));
        Some(Self::new(&own.projects, &own.types, year))
    }

    /// A table with the projects of a year.
    pub fn new(rows: &'a [ProjectRow], map: &'a TypeMap, year: Option<Year>) -> Self {
        let mut library = Self {
            checked: CheckedProjects::new(rows),
            map,
            year,
            planned: Vec::new(),
            standings: BTreeMap::new(),
        };
        for (index, row) in rows.iter().enumerate() {
            let standing = library.standing(index, row);
            if standing == ProjectStanding::Planned {
                library.planned.push(index);
            }
            let total = library.standings.entry(standing).or_default();
            // An impossible amount is not added up with others.
            let money = (standing != ProjectStanding::Apart)
                .then(|| library.checked.planned(index))
                .flatten();
            total.add(money);
        }
        library
    }

    /// The way a row stands to the plan.
    pub fn standing(&self, index: usize, row: &ProjectRow) -> ProjectStanding {
        match row.state {
            _ if self.checked.is_apart(index) => ProjectStanding::Apart,
            Some(ProjectState::Reserve) => ProjectStanding::Reserve,
            Some(ProjectState::Ended) => ProjectStanding::Ended,
            _ if row.year != self.year => ProjectStanding::OtherYear,
            _ => ProjectStanding::Planned,
        }
    }

    /// Every year that projects are of.
    pub fn years(&self) -> Vec<Year> {
        let mut years: Vec<Year> = self
            .checked
            .rows
            .iter()
            .filter_map(|row| row.year)
            .collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The rows of the year's plan.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &'a ProjectRow)> + '_ {
        let rows = self.checked.rows;
        self.planned.iter().map(move |row| (*row, &rows[*row]))
    }

    /// The use of a project's money; none without a type.
    pub fn use_of(&self, row: &ProjectRow) -> Option<FundUse> {
        let project_type = row.project_type?;
        Some(self.map.use_of(project_type, row.second_level.as_deref()))
    }

    /// The total of the year's plan.
    pub fn total(&self) -> ProjectTotal {
        let total = self.standings.get(&ProjectStanding::Planned);
        total.copied().unwrap_or_default()
    }
}

/// The year that is looked at unless another is asked for.
fn usual_year(rows: &[ProjectRow], first_plan: Year) -> Option<Year> {
    let years = || rows.iter().filter_map(|row| row.year);
    match years().any(|year| year == first_plan) {
        true => Some(first_plan),
        false => years().max(),
    }
}
