//! The projects that somebody chose from the list, and what they need.

use super::library::{ProjectStanding, ProjectTotal};
use super::list::ProjectList;
use super::money::ProjectMoney;

/// The rows that are chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectSelection {
    chosen: Vec<bool>,
    count: usize,
}

impl ProjectSelection {
    /// True for a chosen row.
    pub fn has(&self, row: usize) -> bool {
        self.chosen.get(row).copied().unwrap_or_default()
    }

    /// The number of chosen rows.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Chooses rows, or leaves them.
    pub fn set(&mut self, rows: impl IntoIterator<Item = usize>, is_chosen: bool) {
        for row in rows {
            if row >= self.chosen.len() {
                self.chosen.resize(row + 1, false);
            }
            match (self.chosen[row], is_chosen) {
                (false, true) => self.count += 1,
                (true, false) => self.count -= 1,
                _ => {}
            }
            self.chosen[row] = is_chosen;
        }
    }

    /// True where each of these rows is chosen; nothing is chosen of none.
    pub fn has_all(&self, rows: &[usize]) -> bool {
        !rows.is_empty() && rows.iter().all(|row| self.has(*row))
    }
}

/// The sums of the chosen rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SelectedProjects {
    /// Those that sums count.
    pub total: ProjectTotal,
    /// Their money by source and use.
    pub money: ProjectMoney,
    /// Those among them that are in the year's plan: only they can wait.
    pub planned: usize,
    /// Chosen rows with a fault that no sum counts.
    pub apart: usize,
}

impl SelectedProjects {
    /// The sums of a selection.
    pub fn of(list: &ProjectList, selection: &ProjectSelection) -> Self {
        let mut sums = Self::default();
        let lines = list.lines.iter().enumerate();
        for (_, line) in lines.filter(|(row, _)| selection.has(*row)) {
            match line.standing {
                ProjectStanding::Apart => sums.apart += 1,
                standing => {
                    sums.total.add(line.planned);
                    sums.money.add(&line.money);
                    sums.planned += usize::from(standing == ProjectStanding::Planned);
                }
            }
        }
        sums
    }
}
