//! Projects by the size of their planned money.

use rust_decimal::Decimal;

use super::library::{ProjectLibrary, ProjectTotal};
use crate::number::Share;

/// A class of projects by their size: from its least amount up to, and without, its most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizeClass {
    /// The least amount in yuan; none for the class of the smallest.
    pub least: Option<Decimal>,
    /// The amount below which it ends; none for the class of the largest.
    pub below: Option<Decimal>,
    /// Its projects.
    pub total: ProjectTotal,
}

/// Projects by size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectSizes {
    /// The classes, the smallest first.
    pub classes: Vec<SizeClass>,
    /// Projects whose money is not known.
    pub unknown: usize,
}

impl ProjectSizes {
    /// A year's plan in classes between edges, which rise.
    pub fn of(library: &ProjectLibrary<'_>, edges: &[Decimal]) -> Self {
        let ends = edges.iter().copied().map(Some).chain([None]);
        let starts = [None].into_iter().chain(edges.iter().copied().map(Some));
        let classes = starts.zip(ends).map(|(least, below)| SizeClass {
            least,
            below,
            total: ProjectTotal::default(),
        });
        let mut sizes = Self {
            classes: classes.collect(),
            unknown: 0,
        };
        for (index, _) in library.rows() {
            let Some(money) = library.checked.planned(index) else {
                sizes.unknown += 1;
                continue;
            };
            let class = edges.partition_point(|edge| *edge <= money);
            sizes.classes[class].total.add(Some(money));
        }
        sizes
    }

    /// The share of a class in the projects whose size is known; none where none is.
    pub fn share(&self, class: &SizeClass) -> Option<Share> {
        let all: usize = self.classes.iter().map(|class| class.total.projects).sum();
        (all > 0).then(|| Share(Decimal::from(class.total.projects) / Decimal::from(all)))
    }
}
