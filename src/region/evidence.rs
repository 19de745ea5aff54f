//! Checks of a region's evidence against itself.

use std::collections::BTreeMap;

use super::EvidencedValue;
use super::key::{Benchmark, Key, Yearly};
use super::parse::Reader;
use crate::problem::{Fault, quote};

impl Reader {
    /// Reports a year of a series that is one figure among the published figures and another among the
    /// values.
    pub(super) fn check_series(
        &mut self,
        parameters: &BTreeMap<Key, EvidencedValue>,
        figures: &[(String, EvidencedValue)],
    ) {
        for (id, figure) in figures {
            let key = figure.series.map(Yearly::Bench);
            let key = key.map(|family| Key::Yearly(family, figure.year));
            if let Some(key) = key
                && let Some(own) = parameters.get(&key)
                && own.value != figure.value
            {
                let place = format!("figures.{id}");
                self.report(&place, Fault::MustEqual(key.to_string()));
            }
        }
    }

    /// The series of that name.
    pub(super) fn benchmark(&mut self, place: &str, name: Option<String>) -> Option<Benchmark> {
        let name = name?;
        let found = Benchmark::ALL.into_iter().find(|one| one.name() == name);
        if found.is_none() {
            self.report(place, Fault::NotUnderstood(quote(&name)));
        }
        found
    }
}
