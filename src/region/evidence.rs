//! Checks of a region's evidence: a published figure is one that each publication cited for it gives, a
//! value that stands in for another is no published one, and one figure is nowhere two.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::key::{Benchmark, Key, Year, Yearly};
use super::parse::Reader;
use super::raw::Pairs;
use super::{EvidencedValue, Publication, Status};
use crate::number::parse_decimal;
use crate::problem::{Fault, quote};

impl Publication {
    /// True where the record of the publication has that figure for that year.
    fn has(&self, year: Year, value: Decimal) -> bool {
        let given = self.gives.get(&year);
        given.is_some_and(|values| values.contains(&value))
    }
}

impl Reader {
    /// Holds every value and figure against the records of publications and against each other.
    pub(super) fn check_evidence(
        &mut self,
        parameters: &BTreeMap<Key, EvidencedValue>,
        figures: &[(String, EvidencedValue)],
        sources: &BTreeMap<String, Publication>,
    ) {
        for (key, figure) in parameters {
            let place = format!("parameters.{key}");
            self.check_given(&place, figure, sources);
            self.check_stand_in(&place, figure);
        }
        for (id, figure) in figures {
            let place = format!("figures.{id}");
            self.check_given(&place, figure, sources);
            let key = figure.series.map(Yearly::Bench);
            let key = key.map(|family| Key::Yearly(family, figure.year));
            if let Some(key) = key
                && let Some(own) = parameters.get(&key)
                && own.value != figure.value
            {
                self.report(&place, Fault::MustEqual(key.to_string()));
            }
        }
    }

    /// Reports the citations of a published value whose publications do not give it.
    fn check_given(
        &mut self,
        place: &str,
        figure: &EvidencedValue,
        sources: &BTreeMap<String, Publication>,
    ) {
        if figure.status != Status::Source {
            return;
        }
        for id in &figure.sources {
            let source = sources.get(id);
            if source.is_some_and(|source| !source.has(figure.year, figure.value)) {
                let year = figure.year;
                let source = quote(id);
                self.report(place, Fault::NotGiven { source, year });
            }
        }
    }

    /// Reports a value that stands in for an unknown one and is called published.
    fn check_stand_in(&mut self, place: &str, figure: &EvidencedValue) {
        // A tie of a published value is refused with the ties.
        if figure.follows.is_some() && figure.status == Status::Source {
            self.report(place, Fault::StandInAsSource);
        }
    }

    /// The figures of a publication's record.
    pub(super) fn given(
        &mut self,
        place: &str,
        raw: Pairs<Vec<String>>,
    ) -> BTreeMap<Year, Vec<Decimal>> {
        let mut gives = BTreeMap::new();
        for (year, texts) in raw.0 {
            let place = format!("{place}.{year}");
            let Ok(year) = year.parse::<Year>() else {
                self.report(&place, Fault::NotUnderstood(quote(&year)));
                continue;
            };
            let mut values = Vec::new();
            for text in texts {
                match parse_decimal(&text) {
                    Ok(value) => values.push(value),
                    Err(_) => self.report(&place, Fault::NotANumber(quote(&text))),
                }
            }
            if gives.insert(year, values).is_some() {
                self.report(&place, Fault::Duplicate);
            }
        }
        gives
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
