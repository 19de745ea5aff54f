//! Rows of projects that contradict themselves or each other: said by row, and kept out of the sums that they would spoil.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use zengshou_sheets::{ProjectField, ProjectRow, SheetDate, folded};

/// The greatest amount of one project, in yuan.
const MOST_YUAN: i64 = 1_000_000_000_000;
/// The most people or households of one project.
const MOST_COUNT: u64 = 1_500_000_000;

/// A fault of a project's row. Rows are counted from zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProjectFault {
    /// The number of an earlier row of the same year.
    Twice {
        /// The row.
        row: usize,
        /// The earlier row.
        earlier: usize,
    },
    /// No county is said.
    NoCounty {
        /// The row.
        row: usize,
    },
    /// An amount or a count that no project can have.
    Impossible {
        /// The row.
        row: usize,
        /// The column.
        field: ProjectField,
        /// The number.
        value: Decimal,
    },
    /// A part above its whole.
    AboveWhole {
        /// The row.
        row: usize,
        /// The part.
        part: ProjectField,
        /// The whole.
        whole: ProjectField,
        /// The part's amount.
        value: Decimal,
        /// The whole's amount.
        most: Decimal,
    },
    /// Completed before it was begun.
    CompletedFirst {
        /// The row.
        row: usize,
        /// The beginning.
        started: SheetDate,
        /// The completion.
        completed: SheetDate,
    },
}

impl ProjectFault {
    /// The row that it is of.
    pub fn row(&self) -> usize {
        match self {
            Self::Twice { row, .. }
            | Self::NoCounty { row }
            | Self::Impossible { row, .. }
            | Self::AboveWhole { row, .. }
            | Self::CompletedFirst { row, .. } => *row,
        }
    }
}

/// A table of projects with its faults.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedProjects<'a> {
    /// The rows.
    pub rows: &'a [ProjectRow],
    /// The faults, in the order of the rows.
    pub faults: Vec<ProjectFault>,
    apart: Vec<bool>,
    wrong_parts: HashSet<(usize, ProjectField)>,
}

impl<'a> CheckedProjects<'a> {
    /// Checks a table.
    pub fn new(rows: &'a [ProjectRow]) -> Self {
        let mut checked = Self {
            rows,
            faults: Vec::new(),
            apart: vec![false; rows.len()],
            wrong_parts: HashSet::new(),
        };
        let twice = twice(rows);
        for (index, row) in rows.iter().enumerate() {
            if let Some(earlier) = twice.get(&index) {
                checked.faults.push(ProjectFault::Twice {
                    row: index,
                    earlier: *earlier,
                });
                // The first stays: most often the second is a copy of it.
                checked.apart[index] = true;
            }
            if row.county.is_none() {
                checked.faults.push(ProjectFault::NoCounty { row: index });
            }
            checked.check_numbers(index, row);
            checked.check_parts(index, row);
            checked.check_days(index, row);
        }
        checked
    }

    /// True for a row that no sum counts.
    pub fn is_apart(&self, row: usize) -> bool {
        self.apart.get(row).copied().unwrap_or(true)
    }

    /// An amount of a row; none where it is blank or contradicts another of the row.
    pub fn amount(&self, row: usize, field: ProjectField) -> Option<Decimal> {
        let wrong = self.wrong_parts.contains(&(row, field));
        (!wrong)
            .then(|| self.rows.get(row)?.amount(field))
            .flatten()
    }

    /// The planned money of a row: its total, or its sources where that is blank or in doubt.
    pub fn planned(&self, row: usize) -> Option<Decimal> {
        let total = self.amount(row, ProjectField::Total);
        total.or_else(|| self.rows.get(row)?.from_sources())
    }

    /// True where the row's days can be relied on.
    pub fn has_days(&self, row: usize) -> bool {
        !self.wrong_parts.contains(&(row, ProjectField::Completed))
    }

    fn check_numbers(&mut self, index: usize, row: &ProjectRow) {
        let amounts = AMOUNTS.into_iter().filter_map(|field| {
            let value = row.amount(field)?;
            let is_possible = !value.is_sign_negative() && value <= Decimal::from(MOST_YUAN);
            (!is_possible).then_some((field, value))
        });
        let counts = [
            (ProjectField::LiftedHouseholds, row.lifted_households),
            (ProjectField::MonitoredHouseholds, row.monitored_households),
            (ProjectField::Workers, row.workers),
        ];
        let counts = counts.into_iter().filter_map(|(field, count)| {
            let count = count.filter(|count| *count > MOST_COUNT)?;
            Some((field, Decimal::from(count)))
        });
        for (field, value) in amounts.chain(counts) {
            self.faults.push(ProjectFault::Impossible {
                row: index,
                field,
                value,
            });
            self.apart[index] = true;
        }
    }

    fn check_parts(&mut self, index: usize, row: &ProjectRow) {
        self.check_sources(index, row);
        let wholes = [
            (ProjectField::Paid, ProjectField::Total, self.planned(index)),
            (
                ProjectField::YearlyReturn,
                ProjectField::AssetValue,
                row.asset_value,
            ),
            (
                ProjectField::ReturnToHouseholds,
                ProjectField::YearlyReturn,
                row.yearly_return,
            ),
        ];
        for (part, whole, most) in wholes {
            if let (Some(value), Some(most)) = (row.amount(part), most)
                && value > most
            {
                self.above(index, part, whole, value, most);
            }
        }
    }

    fn check_sources(&mut self, index: usize, row: &ProjectRow) {
        let Some(total) = row.total else {
            return;
        };
        for source in SOURCES {
            if let Some(value) = row.amount(source).filter(|value| *value > total) {
                self.above(index, source, ProjectField::Total, value, total);
            }
        }
        // Sources that are all below the total can still be more together.
        if let Some(sum) = row.from_sources().filter(|sum| *sum > total)
            && SOURCES
                .into_iter()
                .all(|source| row.amount(source).is_none_or(|value| value <= total))
        {
            self.above(index, ProjectField::Total, ProjectField::Total, sum, total);
        }
    }

    fn above(
        &mut self,
        row: usize,
        part: ProjectField,
        whole: ProjectField,
        value: Decimal,
        most: Decimal,
    ) {
        self.faults.push(ProjectFault::AboveWhole {
            row,
            part,
            whole,
            value,
            most,
        });
        // Money from sources counts as it is given: only the total is in doubt.
        let is_source = SOURCES.contains(&part);
        let doubtful = if is_source { whole } else { part };
        self.wrong_parts.insert((row, doubtful));
    }

    fn check_days(&mut self, index: usize, row: &ProjectRow) {
        if let (Some(started), Some(completed)) = (row.started, row.completed)
            && is_before(completed, started)
        {
            self.faults.push(ProjectFault::CompletedFirst {
                row: index,
                started,
                completed,
            });
            self.wrong_parts.insert((index, ProjectField::Completed));
        }
    }
}

/// The columns of sources, central government first and other funds last.
pub const SOURCES: [ProjectField; 5] = [
    ProjectField::Central,
    ProjectField::Province,
    ProjectField::City,
    ProjectField::CountyFunds,
    ProjectField::OtherFunds,
];

const AMOUNTS: [ProjectField; 10] = [
    ProjectField::Total,
    ProjectField::Central,
    ProjectField::Province,
    ProjectField::City,
    ProjectField::CountyFunds,
    ProjectField::OtherFunds,
    ProjectField::Paid,
    ProjectField::AssetValue,
    ProjectField::YearlyReturn,
    ProjectField::ReturnToHouseholds,
];

/// Rows with the number of an earlier row of the same year, with that row. A project that goes on has a row in each.
fn twice(rows: &[ProjectRow]) -> HashMap<usize, usize> {
    let mut first = HashMap::new();
    let mut twice = HashMap::new();
    for (index, row) in rows.iter().enumerate() {
        let Some(number) = row.number.as_deref().filter(|text| !text.is_empty()) else {
            continue;
        };
        let earlier = *first.entry((folded(number), row.year)).or_insert(index);
        if earlier != index {
            twice.insert(index, earlier);
        }
    }
    twice
}

/// True where a day is certainly before another: a month without a day may be any of its days.
fn is_before(day: SheetDate, other: SheetDate) -> bool {
    let month = |date: SheetDate| (date.year, date.month);
    match (day.day, other.day) {
        (Some(one), Some(two)) => (month(day), one) < (month(other), two),
        _ => month(day) < month(other),
    }
}
