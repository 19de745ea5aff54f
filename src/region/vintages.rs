//! Earlier versions of a region's data: what differed from today, so that what was shared then still
//! shows its numbers.
//!
//! `"vintages": {"1": {"household_size": "2.1", "bench.rural_nation.2025": null}}` keeps, for each
//! version that was ever released, the values that differ from the newest: `null` where that version
//! had none. A key that is new since stands at the value at which it changes nothing. Where the range
//! differed, it stands beside the value: `{"value": "2.1", "range": ["1.9", "2.4"]}`. What once was
//! released never changes.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::key::{Fixed, Key};
use super::parse::{Reader, check_range};
use super::raw::{Pairs, RawEarlier, RawRanged};
use super::{EvidencedValue, Region, Status, Values, Years, wholes};
use crate::model::version::is_neutral;
use crate::problem::Fault;

/// A mark of an earlier version's value that was replaced since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The version that has the value.
    pub version: u32,
    /// Today's value, if there is one.
    pub today: Option<Decimal>,
}

/// A value as an earlier version had it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Earlier {
    value: Decimal,
    range: Option<(Decimal, Decimal)>,
}

/// The versions of a region's data.
#[derive(Debug, PartialEq)]
pub struct Lineage {
    /// The newest version.
    newest: u32,
    /// Its values.
    today: BTreeMap<Key, EvidencedValue>,
    /// The values that each earlier version had instead; none where it had no value.
    earlier: BTreeMap<u32, BTreeMap<Key, Option<Earlier>>>,
}

impl Lineage {
    /// A lineage of one version, as a bureau's own figures have it: what was shared travels whole.
    pub(super) fn of_one(version: u32, parameters: &BTreeMap<Key, EvidencedValue>) -> Self {
        Self {
            newest: version,
            today: parameters.clone(),
            earlier: BTreeMap::new(),
        }
    }

    /// The values of a version, those that were replaced since marked.
    fn parameters(&self, version: u32) -> BTreeMap<Key, EvidencedValue> {
        let mut parameters = self.today.clone();
        let earlier = self.earlier.get(&version).into_iter().flatten();
        for (key, earlier) in earlier {
            let today = parameters.remove(key);
            if let Some(earlier) = earlier {
                parameters.insert(*key, replaced(*key, *earlier, version, today));
            }
        }
        // A version whose draws had nothing in common drew each value apart.
        let together = parameters.get(&Key::from(Fixed::GrowthTogether));
        let apart = together.is_none_or(|figure| figure.value.is_zero());
        if version != self.newest && apart {
            parameters
                .values_mut()
                .for_each(|figure| figure.same_as = None);
        }
        parameters
    }
}

/// A value that was replaced since: without the evidence on file, which is of today's.
fn replaced(
    key: Key,
    earlier: Earlier,
    version: u32,
    today: Option<EvidencedValue>,
) -> EvidencedValue {
    let value = earlier.value;
    let holds = |range: &(Decimal, Decimal)| (range.0..=range.1).contains(&value);
    let todays = today.as_ref().and_then(|today| today.range);
    // A key that the model did not have yet was neither uncertain nor drawn.
    let range = match is_neutral(key, value) {
        true => None,
        false => todays.filter(holds),
    };
    EvidencedValue {
        name: today.as_ref().and_then(|today| today.name.clone()),
        value,
        unit: key.unit(),
        year: match (&today, key) {
            (Some(today), _) => today.year,
            (None, Key::Yearly(_, year)) => year,
            (None, Key::Fixed(_)) => 0,
        },
        status: today.as_ref().map_or(Status::Assumption, |it| it.status),
        sources: Vec::new(),
        basis: None,
        range: earlier.range.or(range),
        same_as: None,
        footing: None,
        series: None,
        follows: today.as_ref().and_then(|today| today.follows),
        replaced: Some(Replaced {
            version,
            today: today.map(|today| today.value),
        }),
    }
}

impl Region {
    /// The newest version of the data.
    pub fn newest(&self) -> u32 {
        self.lineage.newest
    }

    /// The version whose values these are, if it is an earlier one.
    pub fn vintage(&self) -> Option<u32> {
        (self.version != self.newest()).then_some(self.version)
    }

    /// The earlier versions, the oldest first.
    pub fn vintages(&self) -> impl Iterator<Item = u32> + '_ {
        self.lineage.earlier.keys().copied()
    }

    /// True for a version whose values are known.
    pub fn knows(&self, version: u32) -> bool {
        version == self.newest() || self.lineage.earlier.contains_key(&version)
    }

    /// The region with the values of an earlier version; with the newest for none, or for one that is
    /// not known.
    pub fn as_of(&self, vintage: Option<u32>) -> Cow<'_, Self> {
        let known = vintage.filter(|version| self.knows(*version));
        let version = known.unwrap_or(self.newest());
        if version == self.version {
            return Cow::Borrowed(self);
        }
        let parameters = self.lineage.parameters(version);
        Cow::Owned(Self {
            id: self.id.clone(),
            version,
            name: self.name.clone(),
            years: self.years,
            sources: self.sources.clone(),
            values: Values::of(&parameters),
            parameters,
            figures: self.figures.clone(),
            divisions: self.divisions.clone(),
            own: self.own.clone(),
            terms: self.terms.clone(),
            national_share_until: self.national_share_until,
            lineage: Arc::clone(&self.lineage),
        })
    }
}

impl Reader {
    /// The versions of the data, from today's values and what differed.
    pub(super) fn lineage(
        &mut self,
        newest: u32,
        today: &BTreeMap<Key, EvidencedValue>,
        vintages: Pairs<Pairs<Option<RawEarlier>>>,
    ) -> Lineage {
        let mut earlier = BTreeMap::new();
        for (name, values) in vintages.0 {
            let place = format!("vintages.{name}");
            let number = name.parse::<u32>().ok();
            let number = number.filter(|number| number.to_string() == name);
            let Some(version) = number.filter(|number| (1..newest).contains(number)) else {
                self.report(&place, Fault::NotEarlier(newest));
                continue;
            };
            let values = self.vintage(&place, today, values);
            if earlier.insert(version, values).is_some() {
                self.report(&place, Fault::Duplicate);
            }
        }
        Lineage {
            newest,
            today: today.clone(),
            earlier,
        }
    }

    fn vintage(
        &mut self,
        place: &str,
        today: &BTreeMap<Key, EvidencedValue>,
        values: Pairs<Option<RawEarlier>>,
    ) -> BTreeMap<Key, Option<Earlier>> {
        let mut read = BTreeMap::new();
        for (name, raw) in values.0 {
            let place = format!("{place}.{name}");
            let Some(key) = Key::parse(&name) else {
                self.report(&place, Fault::UnknownKey);
                continue;
            };
            let now = today.get(&key);
            let earlier = match raw {
                None if matches!(key, Key::Fixed(_)) => {
                    self.report(&place, Fault::MissingKey);
                    continue;
                }
                None => None,
                Some(raw) => match self.earlier(&place, key, raw) {
                    Some(earlier) => Some(earlier),
                    None => continue,
                },
            };
            let is_same = match (&earlier, now) {
                (None, now) => now.is_none(),
                (Some(earlier), Some(now)) => {
                    // A key that the model did not have yet had no range.
                    let without = is_neutral(key, earlier.value) && now.range.is_some();
                    let same_range = match earlier.range {
                        None => !without,
                        range => range == now.range,
                    };
                    earlier.value == now.value && same_range
                }
                (Some(_), None) => false,
            };
            if is_same {
                self.report(&place, Fault::SameAsToday);
            }
            if read.insert(key, earlier).is_some() {
                self.report(&place, Fault::Duplicate);
            }
        }
        read
    }

    fn earlier(&mut self, place: &str, key: Key, raw: RawEarlier) -> Option<Earlier> {
        let (value, range) = match raw {
            RawEarlier::Value(value) => (value, None),
            RawEarlier::Ranged(RawRanged { value, range }) => (value, Some(range)),
        };
        let unit = key.unit();
        let value = self.number(place, unit, &value)?;
        if let Err(fault) = check_range(key, value) {
            self.report(place, fault);
        }
        let range = match range {
            Some([least, most]) => {
                let least = self.number(place, unit, &least)?;
                let most = self.number(place, unit, &most)?;
                if least > most {
                    self.report(place, Fault::BadRange);
                } else if !(least..=most).contains(&value) {
                    self.report(place, Fault::BesideRange { value, unit });
                }
                Some((least, most))
            }
            None => None,
        };
        Some(Earlier { value, range })
    }

    /// Holds every earlier version to what today's values are held to.
    pub(super) fn check_vintages(&mut self, lineage: &Lineage, years: Years) {
        for version in lineage.earlier.keys() {
            let place = format!("vintages.{version}");
            let parameters = lineage.parameters(*version);
            self.check_complete(&place, &parameters, years);
            for whole in wholes::exceeded(&Values::of(&parameters)) {
                self.report(&place, whole);
            }
        }
    }
}
