//! A scenario: what a user changed against a region's plan and assumptions.
//!
//! Only what differs is kept. A lever moves the scenario alone; an assumption moves plan and
//! scenario alike, so that what it changes is never taken for the effect of a policy.

pub mod bytes;
pub mod drafts;
pub mod examples;
pub mod file;
pub mod history;
pub mod input_distributions;
pub mod matrix;
pub mod merge;
pub mod name;
pub mod note;

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::{self, Outcome};
use crate::problem::{Fault, Problem, quote};
use crate::region::key::{Fixed, Key, Unit, Year, Yearly};
use crate::region::parse::check_range;
use crate::region::{Region, Values, wholes};
use note::Note;

/// Differences from the region's values, those of one version of its data.
///
/// What takes a scenario and a region takes the region as of the scenario's version, which
/// [`Scenario::region`] gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    vintage: Option<u32>,
    changed: BTreeMap<Key, Decimal>,
    notes: BTreeMap<Key, Note>,
}

/// One entry of the list of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The changed key.
    pub key: Key,
    /// The value without the change; none for a series that is unknown there.
    pub from: Option<Decimal>,
    /// The value with it.
    pub to: Decimal,
}

/// The values that plan and scenario are projected from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The plan's levers under the user's assumptions.
    pub plan: Values,
    /// The scenario's levers under the user's assumptions.
    pub scenario: Values,
}

impl Scenario {
    /// The plan of a region, under the version of its data.
    pub fn plan(region: &Region) -> Self {
        Self {
            vintage: region.vintage(),
            ..Self::default()
        }
    }

    /// The earlier version of the region's data that it was made under; none for the newest.
    pub fn vintage(&self) -> Option<u32> {
        self.vintage
    }

    /// The region with the values that the scenario was made under.
    pub fn region<'a>(&self, region: &'a Region) -> Cow<'a, Region> {
        region.as_of(self.vintage)
    }

    /// The same changes and notes on the values of another version: what was changed stays as it was
    /// changed, what was not is the version's. What does not fit there is listed.
    pub fn moved_to(&self, region: &Region) -> (Self, Vec<Problem>) {
        self.with(region, Vec::new())
    }

    /// The same with values in the place of its own, as keys, names for problems, and texts. All are put in together, so
    /// that shares of one whole fit whatever their order. What does not fit is listed.
    pub fn with(
        &self,
        region: &Region,
        given: Vec<(Option<Key>, String, String)>,
    ) -> (Self, Vec<Problem>) {
        let kept = self
            .entries()
            .map(|(key, value)| (Some(key), key.to_string(), value_text(key, value)));
        let kept = kept.filter(|(key, ..)| given.iter().all(|(own, ..)| own != key));
        let all: Vec<_> = kept.chain(given.iter().cloned()).collect();
        let pairs = all.iter();
        let pairs = pairs.map(|(key, name, text)| (*key, name.as_str(), text.as_str()));
        let (mut next, mut problems) = Self::read(region, pairs);
        let notes = self.notes();
        let notes = notes.map(|(key, note)| (Some(key), key.to_string(), note.text()));
        problems.extend(next.read_notes(region, notes));
        (next, problems)
    }

    /// True for the plan under published assumptions, without a note.
    pub fn is_plan(&self) -> bool {
        self.changed.is_empty() && self.notes.is_empty()
    }

    /// True where it computes the same as another: notes change no number.
    pub fn has_values_of(&self, other: &Self) -> bool {
        self.changed == other.changed && self.vintage == other.vintage
    }

    /// The user's own note on where a value comes from.
    pub fn note(&self, key: Key) -> Option<&Note> {
        self.notes.get(&key)
    }

    /// Every note, in the order of the keys.
    pub fn notes(&self) -> impl Iterator<Item = (Key, &Note)> + '_ {
        self.notes.iter().map(|(key, note)| (*key, note))
    }

    /// True where the user answers for the value: changed it, or gave its source.
    pub fn is_own(&self, key: Key) -> bool {
        self.changed.contains_key(&key) || self.notes.contains_key(&key)
    }

    /// Sets the note of a key, or takes it away. A note may also stand where the region's value
    /// was found right.
    ///
    /// # Errors
    /// The fault if the region has no such year; nothing is then changed.
    pub fn set_note(&mut self, region: &Region, key: Key, note: Option<Note>) -> Result<(), Fault> {
        if !self.takes(region, key) {
            return Err(Self::no_such_year(region, key));
        }
        match note {
            Some(note) => self.notes.insert(key, note),
            None => self.notes.remove(&key),
        };
        Ok(())
    }

    /// The value of a key if it was changed.
    pub fn changed(&self, key: Key) -> Option<Decimal> {
        self.changed.get(&key).copied()
    }

    /// Every changed key with its value, in the order of the keys.
    pub fn entries(&self) -> impl Iterator<Item = (Key, Decimal)> + '_ {
        self.changed.iter().map(|(key, value)| (*key, *value))
    }

    /// The value of a key without the user's change of it: the plan's for a lever, the region's
    /// for an assumption. The wanted coverage follows the known coverage, also a changed one.
    pub fn default_of(&self, region: &Region, key: Key) -> Option<Decimal> {
        let key = match key {
            Key::Fixed(Fixed::Coverage) => Fixed::Coverage0.into(),
            Key::Yearly(Yearly::Lever(lever), year) => {
                return self.lever_without(region, lever, year);
            }
            other => return region.values().get(other),
        };
        self.changed(key).or_else(|| region.values().get(key))
    }

    /// A lever's value in a year without a value of its own there: the value for all years, or the
    /// plan's funds where those don't repeat. None for a year that can't have one: in the first
    /// plan year it is the lever itself.
    fn lever_without(&self, region: &Region, lever: Fixed, year: Year) -> Option<Decimal> {
        let years = region.years;
        if year <= years.first_plan || year > years.horizon {
            return None;
        }
        let is_funds = lever <= Fixed::FundsCountyOther;
        let repeats = self.value(region, Fixed::Repeat.into())? != Decimal::ZERO;
        if is_funds && !repeats {
            return region.values().get(lever.into());
        }
        self.value(region, lever.into())
    }

    /// True for a key that may be given a value: it has one without the scenario's change, or it belongs to
    /// a published series, of which a user may know more than the region.
    pub fn takes(&self, region: &Region, key: Key) -> bool {
        let series = Self::years_of_series(region, key);
        let is_of_series = || match (series, key) {
            (Some((least, most)), Key::Yearly(_, year)) => (least..=most).contains(&year),
            _ => false,
        };
        self.default_of(region, key).is_some() || is_of_series()
    }

    /// The years for which a published series may be given values: up to the horizon, growth from the
    /// second year on.
    fn years_of_series(region: &Region, key: Key) -> Option<(Year, Year)> {
        let years = region.years;
        match key {
            Key::Yearly(Yearly::Bench(_), _) => Some((years.income, years.horizon)),
            Key::Yearly(Yearly::BenchGrowth(_), _) => Some((years.income + 1, years.horizon)),
            _ => None,
        }
    }

    /// The reason for a key without a value: the region gives nothing for its year, or it is the
    /// year of a lever that has none of its own.
    fn no_such_year(region: &Region, key: Key) -> Fault {
        match key {
            Key::Yearly(Yearly::Lever(_), _) => Fault::YearOutside {
                least: region.years.first_plan + 1,
                most: region.years.horizon,
            },
            _ => match Self::years_of_series(region, key) {
                Some((least, most)) => Fault::NoYearOfSeries { least, most },
                None => Fault::UnknownYear,
            },
        }
    }

    /// The reason for leaving a value out whose key has none: today's data may have one.
    fn no_value(region: &Region, key: Key, text: &str) -> Fault {
        match region.vintage() {
            Some(version) if region.as_of(None).values().get(key).is_some() => Fault::NoValueThen {
                version,
                value: quote(text),
            },
            _ => Self::no_such_year(region, key),
        }
    }

    /// The value of a key; none where the region gives nothing for its year.
    pub fn value(&self, region: &Region, key: Key) -> Option<Decimal> {
        self.changed(key).or_else(|| self.default_of(region, key))
    }

    /// Changes a value. The value that holds without a change takes the change back, but for a single year,
    /// where what was put stays.
    ///
    /// # Errors
    /// The fault if the region has no such year, the value is out of range or the shares of one
    /// whole would exceed it; the scenario is then as before.
    pub fn set(&mut self, region: &Region, key: Key, value: Decimal) -> Result<(), Fault> {
        if !self.takes(region, key) {
            return Err(Self::no_such_year(region, key));
        }
        let default = self.default_of(region, key);
        check_range(key, value)?;
        // Only shares of one whole may have to be put back.
        let is_part = wholes::partners(key).next().is_some();
        let before = is_part.then(|| self.changed.clone());
        let value = value.normalize();
        if Some(value) == default && is_taken_back_by_its_default(key) {
            self.changed.remove(&key);
        } else {
            self.changed.insert(key, value);
        }
        self.drop_idle_coverage(region);
        match (before, self.exceeded_whole(region, key)) {
            (Some(before), Some(fault)) => {
                self.changed = before;
                Err(fault)
            }
            _ => Ok(()),
        }
    }

    /// Takes the change of a key back, and its note. Shares of one whole that no longer fit beside the old
    /// value are taken back too, since the region's own values always fit.
    pub fn revert(&mut self, region: &Region, key: Key) {
        self.forget(key);
        if self.exceeded_whole(region, key).is_some() {
            for partner in wholes::partners(key) {
                self.forget(Key::Fixed(partner));
            }
        }
        self.drop_idle_coverage(region);
    }

    fn forget(&mut self, key: Key) {
        self.changed.remove(&key);
        self.notes.remove(&key);
    }

    /// Takes the changes of every lever back, and their notes.
    pub fn reset_levers(&mut self) {
        self.changed.retain(|key, _| !key.is_lever());
        self.notes.retain(|key, _| !key.is_lever());
    }

    /// Takes the changes of every assumption back, and their notes.
    pub fn reset_assumptions(&mut self, region: &Region) {
        let own: Vec<Key> = self
            .changed
            .keys()
            .chain(self.notes.keys())
            .copied()
            .filter(|key| !key.is_lever())
            .collect();
        for key in own {
            self.revert(region, key);
        }
    }

    /// The list of all that was changed, levers before assumptions.
    pub fn changes(&self, region: &Region) -> Vec<Change> {
        let mut changes: Vec<Change> = self
            .entries()
            .map(|(key, to)| Change {
                key,
                from: self.default_of(region, key),
                to,
            })
            .collect();
        changes.sort_by_key(|change| (change.key.group(), change.key));
        changes
    }

    /// The values that the model projects.
    pub fn resolve(&self, region: &Region) -> Resolved {
        debug_assert!(
            self.vintage.is_none_or(|vintage| vintage == region.version),
            "a scenario is projected from the values that it was made under"
        );
        let mut plan = region.values().clone();
        for (key, value) in self.entries().filter(|(key, _)| !key.is_lever()) {
            plan.set(key, value);
        }
        plan.set(Fixed::Coverage.into(), plan.fixed(Fixed::Coverage0));
        let mut scenario = plan.clone();
        for (key, value) in self.entries().filter(|(key, _)| key.is_lever()) {
            scenario.set(key, value);
        }
        Resolved { plan, scenario }
    }

    /// The projection of plan and scenario.
    pub fn project(&self, region: &Region) -> Outcome {
        self.project_until(region, region.years.horizon)
    }

    /// The same up to one of the plan years, for questions that no later year answers.
    pub fn project_until(&self, region: &Region, year: Year) -> Outcome {
        let resolved = self.resolve(region);
        let years = region.years.until(year);
        model::project(years, &resolved.plan, &resolved.scenario)
    }

    /// Builds a scenario from what came in, as far as it can be understood: texts of keys and
    /// values in their order. The first of two equal keys counts.
    pub fn read<'a>(
        region: &Region,
        pairs: impl IntoIterator<Item = (Option<Key>, &'a str, &'a str)>,
    ) -> (Self, Vec<Problem>) {
        let mut scenario = Self::plan(region);
        let mut problems = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        let mut entries = Vec::new();
        for (key, name, text) in pairs {
            let read = match key {
                None => Err(Fault::UnknownKey),
                Some(key) if !scenario.takes(region, key) => Err(Self::no_value(region, key, text)),
                Some(key) if !seen.insert(key) => Err(Fault::Duplicate),
                Some(key) => crate::region::parse::parse_value(key.unit(), text)
                    .and_then(|value| check_range(key, value).map(|()| (key, value))),
            };
            match read {
                Ok((key, value)) => entries.push((key, name, value)),
                Err(fault) => problems.push(Problem::new(name, fault)),
            }
        }
        // Shares of one whole are put in together: one after the other could exceed the whole on
        // the way to values that fit. The same holds for coverage and the known coverage.
        for (key, _, value) in &entries {
            scenario.changed.insert(*key, value.normalize());
        }
        for (key, name, _) in &entries {
            if let Some(fault) = scenario.exceeded_whole(region, *key) {
                problems.push(Problem::new(name, fault));
                scenario.revert(region, *key);
            }
        }
        let equal: Vec<Key> = scenario
            .entries()
            .filter(|(key, _)| is_taken_back_by_its_default(*key))
            .filter(|(key, value)| scenario.default_of(region, *key) == Some(*value))
            .map(|(key, _)| key)
            .collect();
        for key in equal {
            scenario.changed.remove(&key);
        }
        (scenario, problems)
    }

    fn exceeded_whole(&self, region: &Region, key: Key) -> Option<Fault> {
        wholes::partners(key).next()?;
        let scenario = self.resolve(region).scenario;
        wholes::exceeded(&scenario).into_iter().find(|fault| {
            matches!(fault, Fault::MoreThanWhole(names) if names.contains(&key.to_string()))
        })
    }

    /// A wanted coverage equal to the known one, which may itself have been changed, is no change.
    fn drop_idle_coverage(&mut self, region: &Region) {
        let key = Fixed::Coverage.into();
        if self.changed(key).is_some() && self.changed(key) == self.default_of(region, key) {
            self.changed.remove(&key);
        }
    }
}

/// True where setting a key's default reverts its change. A year's own value stays as it was set,
/// even where the other years become the same.
fn is_taken_back_by_its_default(key: Key) -> bool {
    !matches!(key, Key::Yearly(Yearly::Lever(_), _))
}

/// A value as files and links write it: a plain decimal without idle zeros, or a flag's word.
pub fn value_text(key: Key, value: Decimal) -> String {
    match key.unit() {
        Unit::Flag if value.is_zero() => "false".to_owned(),
        Unit::Flag => "true".to_owned(),
        _ => value.normalize().to_string(),
    }
}
