//! Two scenarios put together: what only one of them changed is taken, what both changed alike is
//! taken, and what they changed differently is decided one by one.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{Scenario, value_text};
use crate::problem::Problem;
use crate::region::Region;
use crate::region::key::Key;

/// Which value is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The first scenario's.
    First,
    /// The second's.
    Second,
    /// The one that holds without either change.
    Neither,
}

/// A key that both changed, and differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The key.
    pub key: Key,
    /// The value of the region.
    pub base: Decimal,
    /// The first scenario's value.
    pub first: Decimal,
    /// The second's.
    pub second: Decimal,
}

/// What two scenarios changed differently, in the order of the keys.
pub fn conflicts(region: &Region, first: &Scenario, second: &Scenario) -> Vec<Conflict> {
    let both = first.entries().filter_map(|(key, mine)| {
        let other = second.changed(key).filter(|other| *other != mine)?;
        Some(Conflict {
            key,
            base: Scenario::default().value(region, key)?,
            first: mine,
            second: other,
        })
    });
    both.collect()
}

/// Puts two scenarios together; keys in conflict without a decision are taken from the first. Notes
/// come with their values; where both have one, with the first's.
///
/// # Errors
/// What does not fit: shares that together exceed their whole.
pub fn merge(
    region: &Region,
    first: &Scenario,
    second: &Scenario,
    decisions: &BTreeMap<Key, Take>,
) -> Result<Scenario, Vec<Problem>> {
    let keys: BTreeSet<Key> = first
        .entries()
        .chain(second.entries())
        .map(|(key, _)| key)
        .collect();
    let value = |key: Key| match (first.changed(key), second.changed(key)) {
        (Some(mine), Some(other)) if mine != other => match decisions.get(&key) {
            None | Some(Take::First) => Some(mine),
            Some(Take::Second) => Some(other),
            Some(Take::Neither) => None,
        },
        (mine, other) => mine.or(other),
    };
    let texts: Vec<(Key, String, String)> = keys
        .into_iter()
        .filter_map(|key| Some((key, key.to_string(), value_text(key, value(key)?))))
        .collect();
    let pairs = texts
        .iter()
        .map(|(key, name, text)| (Some(*key), name.as_str(), text.as_str()));
    let (mut merged, problems) = Scenario::read(region, pairs);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut notes = BTreeMap::new();
    for (scenario, take) in [(second, Take::Second), (first, Take::First)] {
        let left_out = match take {
            Take::First => Take::Second,
            _ => Take::First,
        };
        for (key, note) in scenario.notes() {
            let decision = decisions.get(&key).copied();
            if decision != Some(left_out) && decision != Some(Take::Neither) {
                notes.insert(key, note.clone());
            }
        }
    }
    for (key, note) in notes {
        // Keys of both scenarios are known to the region.
        let _known = merged.set_note(region, key, Some(note));
    }
    Ok(merged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::key::Fixed;
    use crate::region::parse::parse_region;
    use crate::scenario::note::Note;

    fn region() -> Region {
        let text = include_str!("../../static/regions/zhangjiakou-2021.json");
        parse_region(text).expect("the region's file is in order")
    }

    fn scenario(region: &Region, values: &[(Fixed, &str)]) -> Scenario {
        let mut scenario = Scenario::default();
        for (key, text) in values {
            let value = Decimal::from_str_exact(text).expect("a decimal");
            scenario.set(region, (*key).into(), value).expect("fits");
        }
        scenario
    }

    #[test]
    fn what_one_changed_is_taken_and_conflicts_are_decided() {
        let region = region();
        let one = scenario(
            &region,
            &[
                (Fixed::Coverage, "0.85"),
                (Fixed::Execution, "0.9"),
                (Fixed::GrantsShare, "0.2"),
            ],
        );
        let other = scenario(
            &region,
            &[
                (Fixed::Coverage, "0.9"),
                (Fixed::Execution, "0.9"),
                (Fixed::JobsOutward, "500"),
            ],
        );
        let found = conflicts(&region, &one, &other);
        assert_eq!(found.len(), 1);
        let key = Key::from(Fixed::Coverage);
        let decimal = |text: &str| Decimal::from_str_exact(text).expect("a decimal");
        let expected = Conflict {
            key,
            base: decimal("0.81"),
            first: decimal("0.85"),
            second: decimal("0.9"),
        };
        assert_eq!(found[0], expected);
        for (take, coverage) in [
            (None, Some("0.85")),
            (Some(Take::First), Some("0.85")),
            (Some(Take::Second), Some("0.9")),
            (Some(Take::Neither), None),
        ] {
            let decisions = take.map(|take| (key, take)).into_iter().collect();
            let merged = merge(&region, &one, &other, &decisions).expect("fits");
            assert_eq!(merged.changed(key), coverage.map(decimal));
            assert_eq!(
                merged.changed(Fixed::JobsOutward.into()),
                Some(decimal("500"))
            );
            assert_eq!(
                merged.changed(Fixed::GrantsShare.into()),
                Some(decimal("0.2"))
            );
            assert_eq!(
                merged.changed(Fixed::Execution.into()),
                Some(decimal("0.9"))
            );
        }
    }

    #[test]
    fn what_exceeds_its_whole_is_told() {
        let region = region();
        let one = scenario(&region, &[(Fixed::SplitWage, "0.7")]);
        let other = scenario(&region, &[(Fixed::SplitOperating, "0.6")]);
        let merged = merge(&region, &one, &other, &BTreeMap::new());
        assert!(merged.is_err(), "0.7 and 0.6 of one whole");
    }

    #[test]
    fn notes_come_with_their_values() {
        let region = region();
        let key = Key::from(Fixed::Population);
        let note = |text: &str| Note::read(text).0;
        let mut one = scenario(&region, &[(Fixed::Population, "400000")]);
        one.set_note(&region, key, note("甲")).expect("known");
        let mut other = scenario(&region, &[(Fixed::Population, "450000")]);
        other.set_note(&region, key, note("乙")).expect("known");
        for (take, text) in [
            (Take::First, Some("甲")),
            (Take::Second, Some("乙")),
            (Take::Neither, None),
        ] {
            let merged = merge(&region, &one, &other, &[(key, take)].into()).expect("fits");
            assert_eq!(merged.note(key).map(Note::text), text);
        }
    }
}
