//! Projects found by what they are, sorted by a column, and added up.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use zengshou_sheets::{ProjectRow, ProjectState, ProjectType, folded};

use super::library::{ProjectStanding, ProjectTotal};
use super::list::{ProjectLine, ProjectList};
use super::selection::ProjectSelection;

/// A source of money, as the list is filtered by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneySource {
    /// A source that has a column of its own, by its place among them.
    Said(usize),
    /// Planned money that no source is said for.
    Unsaid,
}

impl MoneySource {
    /// Every source, that without a name last.
    pub const ALL: [Self; 6] = [
        Self::Said(0),
        Self::Said(1),
        Self::Said(2),
        Self::Said(3),
        Self::Said(4),
        Self::Unsaid,
    ];

    fn pays(self, line: &ProjectLine) -> bool {
        let amount = match self {
            Self::Said(at) => line.money.sources.get(at).copied(),
            Self::Unsaid => Some(line.money.rest),
        };
        amount.is_some_and(|amount| !amount.is_zero())
    }
}

/// The bounds of a size, in yuan: from the first up to, and without, the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeBounds {
    /// The least; none for the smallest projects.
    pub least: Option<Decimal>,
    /// The amount below which it ends; none for the largest.
    pub below: Option<Decimal>,
}

impl SizeBounds {
    fn hold(self, planned: Decimal) -> bool {
        self.least.is_none_or(|least| planned >= least)
            && self.below.is_none_or(|below| planned < below)
    }
}

/// The projects that are looked for; a part that is none asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectFilter {
    /// Words of which each has to be in one of the row's texts.
    pub text: String,
    /// The county among those of the list; within it, none for projects that say none.
    pub county: Option<Option<usize>>,
    /// The type; within it, none for projects without one.
    pub project_type: Option<Option<ProjectType>>,
    /// A source that pays a part of it.
    pub source: Option<MoneySource>,
    /// The state; within it, none for projects of which nothing says it.
    pub state: Option<Option<ProjectState>>,
    /// The size of its planned money.
    pub size: Option<SizeBounds>,
    /// The way it stands to the plan.
    pub standing: Option<ProjectStanding>,
    /// True for those alone that were chosen.
    pub is_chosen: bool,
}

impl ProjectFilter {
    /// True where it asks for something.
    pub fn asks(&self) -> bool {
        *self != Self::default()
    }

    fn fits(&self, words: &[String], line: &ProjectLine) -> bool {
        self.standing.is_none_or(|it| it == line.standing)
            && self.county.is_none_or(|it| it == line.county)
            && self.project_type.is_none_or(|it| it == line.project_type)
            && self.state.is_none_or(|it| it == line.state)
            && self.source.is_none_or(|source| source.pays(line))
            && self
                .size
                .is_none_or(|size| line.planned.is_some_and(|it| size.hold(it)))
            && words.iter().all(|word| line.has(word))
    }
}

/// A column that the list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListColumn {
    /// The number.
    Number,
    /// The name.
    Name,
    /// The county, in the order of the table.
    County,
    /// The type, in the order of the national form.
    Type,
    /// The state, in the order in which projects go through them.
    State,
    /// The planned money.
    Planned,
    /// The money that is paid.
    Paid,
    /// The share that is paid.
    Share,
}

impl ListColumn {
    /// Every column, in the order of the screen.
    pub const ALL: [Self; 8] = [
        Self::Number,
        Self::Name,
        Self::County,
        Self::Type,
        Self::State,
        Self::Planned,
        Self::Paid,
        Self::Share,
    ];
}

/// The order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListSorting {
    /// The column; none for the order of the table.
    pub column: Option<ListColumn>,
    /// True from the greatest down.
    pub is_falling: bool,
}

/// The rows that were found, with their sums.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundProjects {
    /// The rows, in the order asked for.
    pub rows: Vec<usize>,
    /// Their number and planned money; rows that contradict themselves are counted, and their money is not.
    pub total: ProjectTotal,
    /// Their paid money in yuan, as far as it is known.
    pub paid: Decimal,
}

impl ProjectList {
    /// All rows in an order. Rows without what they are sorted by stand last either way, and equal ones in the order of the
    /// table.
    pub fn order(&self, rows: &[ProjectRow], sorting: ListSorting) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.lines.len().min(rows.len())).collect();
        let Some(column) = sorting.column else {
            if sorting.is_falling {
                order.reverse();
            }
            return order;
        };
        match column {
            ListColumn::Number => {
                // Plain numbers by their size, whatever zeros they begin with.
                let key = |at: usize| {
                    let number = rows[at].number.as_deref()?;
                    Some((number.parse::<u128>().unwrap_or(u128::MAX), number))
                };
                sort(&mut order, sorting, key);
            }
            ListColumn::Name => sort(&mut order, sorting, |at| rows[at].name.as_deref()),
            ListColumn::County => sort(&mut order, sorting, |at| self.lines[at].county),
            ListColumn::Type => sort(&mut order, sorting, |at| self.lines[at].project_type),
            ListColumn::State => sort(&mut order, sorting, |at| self.lines[at].state),
            ListColumn::Planned => sort(&mut order, sorting, |at| self.lines[at].planned),
            ListColumn::Paid => sort(&mut order, sorting, |at| self.lines[at].paid),
            ListColumn::Share => sort(&mut order, sorting, |at| self.lines[at].share_paid()),
        }
        order
    }

    /// The rows of an order that fit a filter, with their sums.
    pub fn found(
        &self,
        order: &[usize],
        filter: &ProjectFilter,
        selection: &ProjectSelection,
    ) -> FoundProjects {
        let words = filter.text.split_whitespace().map(folded);
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        let mut found = FoundProjects::default();
        for &row in order {
            let line = &self.lines[row];
            if filter.is_chosen && !selection.has(row) || !filter.fits(&words, line) {
                continue;
            }
            found.rows.push(row);
            match line.standing {
                ProjectStanding::Apart => found.total.add(None),
                _ => {
                    found.total.add(line.planned);
                    found.paid += line.paid.unwrap_or_default();
                }
            }
        }
        found
    }
}

fn sort<K: Ord>(order: &mut [usize], sorting: ListSorting, key: impl Fn(usize) -> Option<K>) {
    order.sort_by_cached_key(|row| ByKey {
        key: key(*row),
        is_falling: sorting.is_falling,
    });
}

/// A key whose order may be turned, while what has none stays last.
#[derive(PartialEq, Eq)]
struct ByKey<K> {
    key: Option<K>,
    is_falling: bool,
}

impl<K: Ord> PartialOrd for ByKey<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K: Ord> Ord for ByKey<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.key, &other.key) {
            (Some(own), Some(other)) if self.is_falling => other.cmp(own),
            (Some(own), Some(other)) => own.cmp(other),
            (own, other) => other.is_some().cmp(&own.is_some()),
        }
    }
}
