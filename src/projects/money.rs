//! The money of projects by actual sources and uses, in the form of the plan's matrix.

use rust_decimal::Decimal;
use zengshou_sheets::{FundUse, ProjectField, ProjectRow};

use super::check::SOURCES;
use super::library::ProjectLibrary;
use crate::region::key::{Category, Level};

/// Money by source and use, in yuan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectMoney {
    /// Funds of each level of government by category, in the order of [`Level::ALL`] and [`Category::ALL`].
    pub cells: [[Decimal; 3]; 4],
    /// Other funds by category: credit, enterprises, households.
    pub other: [Decimal; 3],
    /// Planned money by category that no source is said for.
    pub without_source: [Decimal; 3],
    /// Projects of which some money has no source.
    pub without_source_projects: usize,
    /// Planned money of projects without a type.
    pub untyped: Decimal,
    /// Projects without a type.
    pub untyped_projects: usize,
}

/// The money of one project by source, in yuan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourcedMoney {
    /// The money of each source, in the order of [`SOURCES`].
    pub sources: [Decimal; SOURCES.len()],
    /// Planned money that no source is said for.
    pub rest: Decimal,
    /// The category that it is counted as; none without a type.
    pub category: Option<Category>,
}

impl SourcedMoney {
    /// The money of a row.
    pub fn of(library: &ProjectLibrary<'_>, index: usize, row: &ProjectRow) -> Self {
        let sources = SOURCES.map(|field| library.checked.amount(index, field));
        let sources = sources.map(Option::unwrap_or_default);
        let said: Decimal = sources.iter().copied().sum();
        let total = library.checked.amount(index, ProjectField::Total);
        Self {
            sources,
            rest: total.map_or(Decimal::ZERO, |total| (total - said).max(Decimal::ZERO)),
            category: library.use_of(row).map(category),
        }
    }
}

impl ProjectMoney {
    /// The money of a year's plan.
    pub fn of(library: &ProjectLibrary<'_>) -> Self {
        Self::of_rows(library, library.rows())
    }

    /// The money of some rows.
    pub fn of_rows<'r>(
        library: &ProjectLibrary<'_>,
        rows: impl Iterator<Item = (usize, &'r ProjectRow)>,
    ) -> Self {
        let mut money = Self::default();
        for (index, row) in rows {
            money.add(&SourcedMoney::of(library, index, row));
        }
        money
    }

    /// Adds the money of one project.
    pub fn add(&mut self, project: &SourcedMoney) {
        let SourcedMoney { sources, rest, .. } = project;
        let Some(category) = project.category else {
            self.untyped += sources.iter().copied().sum::<Decimal>() + rest;
            self.untyped_projects += 1;
            return;
        };
        let column = category as usize;
        for (level, amount) in sources.iter().enumerate() {
            match self.cells.get_mut(level) {
                Some(cells) => cells[column] += amount,
                None => self.other[column] += amount,
            }
        }
        self.without_source[column] += rest;
        self.without_source_projects += usize::from(!rest.is_zero());
    }

    /// A cell of the matrix.
    pub fn cell(&self, level: Level, category: Category) -> Decimal {
        self.cells[level as usize][category as usize]
    }

    /// The funds of a level of government.
    pub fn of_level(&self, level: Level) -> Decimal {
        self.cells[level as usize].iter().copied().sum()
    }

    /// The money of a category from all sources, and from none that is said.
    pub fn of_category(&self, category: Category) -> Decimal {
        let column = category as usize;
        let levels: Decimal = self.cells.iter().map(|cells| cells[column]).sum();
        levels + self.other[column] + self.without_source[column]
    }

    /// The funds of all levels of government.
    pub fn of_government(&self) -> Decimal {
        Level::ALL
            .into_iter()
            .map(|level| self.of_level(level))
            .sum()
    }

    /// Other funds: they are in no cell of the plan's.
    pub fn other_funds(&self) -> Decimal {
        self.other.iter().copied().sum()
    }

    /// All of it.
    pub fn total(&self) -> Decimal {
        let typed: Decimal = Category::ALL
            .into_iter()
            .map(|category| self.of_category(category))
            .sum();
        typed + self.untyped
    }
}

/// The category of the plan that a use of projects is.
pub fn category(of: FundUse) -> Category {
    match of {
        FundUse::Industry => Category::Industry,
        FundUse::Infrastructure => Category::Infrastructure,
        FundUse::Other => Category::Other,
    }
}
