//! Published figures beside the keys: the nation's from the default region, and what a bureau gives of its funds
//! and projects.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use zengshou_sheets::{CountyRow, ProjectRow, ProjectState};

use super::GivenFigure;
use super::build::{Building, bare, in_every_language};
use crate::region::key::{Category, Fixed, Key, Level, Unit, Yearly, funds};
use crate::region::{EvidencedValue, Status};

impl Building<'_> {
    /// The number of projects, and of those completed, as far as a table gives them.
    fn projects(&self) -> Vec<(&'static str, Decimal)> {
        let (all, completed) = match (&*self.own.projects, &*self.own.counties) {
            ([], []) => return Vec::new(),
            ([], counties) => {
                let sum =
                    |of: fn(&CountyRow) -> Option<u64>| counties.iter().filter_map(of).sum::<u64>();
                (
                    sum(|county| county.projects),
                    sum(|county| county.completed),
                )
            }
            (projects, _) => {
                let is_done = |project: &&ProjectRow| {
                    let done = [ProjectState::Completed, ProjectState::Accepted];
                    project.state.is_some_and(|state| done.contains(&state))
                };
                (
                    projects.len() as u64,
                    projects.iter().filter(is_done).count() as u64,
                )
            }
        };
        match all {
            0 => Vec::new(),
            _ => vec![
                ("projects.total", all.into()),
                ("projects.completed", completed.into()),
            ],
        }
    }

    /// Published figures: the nation's from the default region, and what the bureau gives of its funds.
    pub(super) fn figures(
        &mut self,
        parameters: &BTreeMap<Key, EvidencedValue>,
    ) -> Vec<(String, EvidencedValue)> {
        let mut figures = Vec::new();
        for (id, figure) in &self.default.figures {
            let series = figure.series.map(Yearly::Bench);
            let own = series.and_then(|family| parameters.get(&Key::Yearly(family, figure.year)));
            // The bureau corrected what the default region has of a series.
            let is_replaced = own.is_some_and(|own| own.value != figure.value);
            if !self.fallback.is_local(figure) && !is_replaced {
                figures.push((id.clone(), figure.clone()));
            }
        }
        let Some(spent) = self.own.figures.get(&GivenFigure::FundsSpent) else {
            return figures;
        };
        let name = |id: &str| {
            let found = self.default.figures.iter().find(|(known, _)| known == id);
            found.and_then(|(_, figure)| figure.name.clone())
        };
        for (id, value) in self.projects() {
            figures.push((
                id.to_owned(),
                EvidencedValue {
                    name: name(id),
                    status: Status::Derived,
                    basis: Some(in_every_language(&format!("Σ = {value}"))),
                    unit: Unit::Projects,
                    ..bare(Key::Fixed(Fixed::Population), value, self.own.years.base())
                },
            ));
        }
        let cells = Level::ALL
            .into_iter()
            .flat_map(|level| Category::ALL.map(|category| funds(level, category)));
        let cells: Vec<Decimal> = cells
            .filter_map(|cell| parameters.get(&Key::Fixed(cell)))
            .map(|figure| figure.value)
            .collect();
        let total: Decimal = cells.iter().sum();
        let year = spent.year.or(spent.day.map(|day| day.year));
        let year = year.unwrap_or(self.own.years.base());
        let mut own = self.evidenced("figures.funds.spent", Unit::Yuan, spent, year);
        if let (Some(day), None) = (spent.day, &own.basis) {
            own.basis = Some(in_every_language(&day.to_string()));
        }
        let sum = cells.iter().map(|cell| cell.normalize().to_string());
        let sum = sum.collect::<Vec<_>>().join(" + ");
        let basis = format!("{sum} = {}", total.normalize());
        figures.push((
            "funds.total".to_owned(),
            EvidencedValue {
                status: Status::Derived,
                basis: Some(in_every_language(&basis)),
                unit: Unit::Yuan,
                ..bare(Key::Fixed(Fixed::ExistingAssets), total, year)
            },
        ));
        // Both are called after the funds of their years, by the reader's words.
        figures.push(("funds.spent".to_owned(), own));
        figures
    }
}
