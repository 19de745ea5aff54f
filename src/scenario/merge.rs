//! Two scenarios put together: what only one of them changed is taken, what both changed alike is
//! taken, and what they disagree on is decided one by one: values, levers of all years against those of
//! single ones, whether funds repeat, shares of one whole.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{Scenario, value_text};
use crate::number::Yuan;
use crate::problem::Problem;
use crate::region::Region;
use crate::region::key::{Category, Fixed, Key, Level, Year, Yearly, funds};
use crate::region::wholes::WHOLES;

/// The value that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The first scenario's.
    First,
    /// The second's.
    Second,
    /// Both, where they can stand beside one another.
    Both,
    /// The one that holds without either change.
    Neither,
}

/// In which way two scenarios disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictKind {
    /// Both changed the same key, and differently.
    Value,
    /// One changed a lever for all years, the other for single years.
    Years,
    /// One decided whether funds repeat every year, the other changed funds as if nothing were decided.
    Repeat,
    /// Shares of one whole that each fit alone, but not all of their combinations.
    Whole,
}

/// A disagreement of two scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeConflict {
    /// The key that names it.
    pub key: Key,
    /// In which way they disagree.
    pub kind: ConflictKind,
    /// The keys that are decided together with their values in the region, the first scenario and the second;
    /// none where a scenario leaves the key alone.
    pub parts: Vec<ConflictPart>,
}

/// A key of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConflictPart {
    /// The key.
    pub key: Key,
    /// The value of the region.
    pub base: Decimal,
    /// The first scenario's value, if changed.
    pub first: Option<Decimal>,
    /// The second scenario's value, if changed.
    pub second: Option<Decimal>,
}

impl MergeConflict {
    /// The possible choices.
    pub fn takes(&self) -> &'static [Take] {
        let disagrees = |part: &ConflictPart| part.first.is_some() && part.second.is_some();
        match self.kind {
            // Leaving it alone is what the other scenario does.
            ConflictKind::Repeat => &[Take::First, Take::Second],
            ConflictKind::Years if !self.parts.iter().any(disagrees) => {
                &[Take::First, Take::Second, Take::Both, Take::Neither]
            }
            ConflictKind::Value | ConflictKind::Years | ConflictKind::Whole => {
                &[Take::First, Take::Second, Take::Neither]
            }
        }
    }
}

/// The decisions so far. A decision counts for the conflict at the time: where a scenario has
/// changed since, it is open again.
pub type Decisions = Vec<(MergeConflict, Take)>;

fn decision(conflict: &MergeConflict, decisions: &[(MergeConflict, Take)]) -> Option<Take> {
    let found = decisions.iter().find(|(decided, _)| decided == conflict);
    found.map(|(_, take)| *take)
}

/// The number of conflicts still open.
pub fn open(conflicts: &[MergeConflict], decisions: &[(MergeConflict, Take)]) -> usize {
    let is_open = |conflict: &&MergeConflict| decision(conflict, decisions).is_none();
    conflicts.iter().filter(is_open).count()
}

/// Disagreements of two scenarios, in the order of the keys.
pub fn conflicts(region: &Region, first: &Scenario, second: &Scenario) -> Vec<MergeConflict> {
    let part = |key: Key| {
        Some(ConflictPart {
            key,
            base: Scenario::default().value(region, key)?,
            first: first.changed(key),
            second: second.changed(key),
        })
    };
    let of = |kind: ConflictKind, keys: Vec<Key>| {
        let parts: Vec<ConflictPart> = keys.into_iter().filter_map(part).collect();
        let key = parts.first()?.key;
        Some(MergeConflict { key, kind, parts })
    };
    let mut found: Vec<MergeConflict> = Vec::new();
    found.extend(WHOLES.into_iter().filter_map(|whole| {
        of(
            ConflictKind::Whole,
            exceeding(region, first, second, whole)?,
        )
    }));
    found.extend(
        Yearly::levers().filter_map(|lever| of(ConflictKind::Years, years(first, second, lever)?)),
    );
    if repeat_matters(first, second) || repeat_matters(second, first) {
        found.extend(of(ConflictKind::Repeat, vec![Fixed::Repeat.into()]));
    }
    let grouped: BTreeSet<Key> = found
        .iter()
        .flat_map(|conflict| conflict.parts.iter().map(|part| part.key))
        .collect();
    let both = first.entries().filter_map(|(key, mine)| {
        second.changed(key).filter(|other| *other != mine)?;
        of(ConflictKind::Value, vec![key])
    });
    found.extend(both.filter(|conflict| !grouped.contains(&conflict.key)));
    found.sort_by_key(|conflict| conflict.key.place_in_order());
    found
}

/// The changed shares of a whole that both changed, where some combination exceeds it.
fn exceeding(
    region: &Region,
    first: &Scenario,
    second: &Scenario,
    whole: &[Fixed],
) -> Option<Vec<Key>> {
    let keys = whole.iter().map(|part| Key::Fixed(*part));
    let changed: Vec<Key> = keys
        .clone()
        .filter(|key| first.changed(*key).is_some() || second.changed(*key).is_some())
        .collect();
    let changes = |scenario: &Scenario| changed.iter().any(|key| scenario.changed(*key).is_some());
    let most: Decimal = keys
        .filter_map(|key| {
            let base = region.values().get(key);
            let candidates = match (first.changed(key), second.changed(key)) {
                (None, None) => [base, None, None],
                (Some(mine), Some(other)) if mine != other => [base, Some(mine), Some(other)],
                // What only one changed is taken.
                (mine, other) => [mine, other, None],
            };
            candidates.into_iter().flatten().max()
        })
        .sum();
    (changes(first) && changes(second) && most > Decimal::ONE).then_some(changed)
}

/// A lever that one changed for all years and the other for single ones, with those years.
fn years(first: &Scenario, second: &Scenario, lever: Fixed) -> Option<Vec<Key>> {
    let all = Key::from(lever);
    let own = |scenario: &Scenario, other: &Scenario| -> Vec<Key> {
        let entries = scenario.entries().map(|(key, _)| key);
        let of_lever = entries
            .filter(|key| matches!(key, Key::Yearly(Yearly::Lever(own), _) if *own == lever));
        of_lever
            .filter(|key| other.changed(*key).is_none())
            .collect()
    };
    let (mine, others) = (own(first, second), own(second, first));
    let differ = first.changed(all) != second.changed(all);
    let is_crossed = first.changed(all).is_some() && !others.is_empty()
        || second.changed(all).is_some() && !mine.is_empty();
    (differ && is_crossed).then(|| {
        let mut keys: Vec<Key> = mine.into_iter().chain(others).collect();
        keys.sort();
        keys.insert(0, all);
        keys
    })
}

/// True where one decided whether funds repeat while the other left that alone and changed funds.
fn repeat_matters(one: &Scenario, other: &Scenario) -> bool {
    let key = Fixed::Repeat.into();
    let is_funds = |key: Key| match key {
        Key::Fixed(fixed) | Key::Yearly(Yearly::Lever(fixed), _) => {
            fixed <= Fixed::FundsCountyOther
        }
        Key::Yearly(..) => false,
    };
    let moves_funds = |(key, value)| is_funds(key) && one.changed(key) != Some(value);
    one.changed(key).is_some() && other.changed(key).is_none() && other.entries().any(moves_funds)
}

/// Puts two scenarios together, on the region's values as they were handed over; conflicts without a decision are taken from the first. Notes come with
/// their values; where both have one, with the first's.
///
/// # Errors
/// Values that do not fit together.
pub fn merge(
    region: &Region,
    first: &Scenario,
    second: &Scenario,
    decisions: &[(MergeConflict, Take)],
) -> Result<Scenario, Vec<Problem>> {
    let taken: BTreeMap<Key, Take> = conflicts(region, first, second)
        .iter()
        .flat_map(|conflict| {
            let take = decision(conflict, decisions).unwrap_or(Take::First);
            conflict.parts.iter().map(move |part| (part.key, take))
        })
        .collect();
    let value = |key: Key| {
        let (mine, other) = (first.changed(key), second.changed(key));
        match taken.get(&key) {
            Some(Take::First) => mine,
            Some(Take::Second) => other,
            Some(Take::Neither) => None,
            Some(Take::Both) | None => mine.or(other),
        }
    };
    let keys: BTreeSet<Key> = first
        .entries()
        .chain(second.entries())
        .map(|(key, _)| key)
        .collect();
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
    for (scenario, left_out) in [(second, Take::First), (first, Take::Second)] {
        for (key, note) in scenario.notes() {
            let take = taken.get(&key).copied();
            if take != Some(left_out) && take != Some(Take::Neither) {
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

/// A level's funds in a plan year.
pub fn funds_of(region: &Region, scenario: &Scenario, level: Level, year: Year) -> Yuan {
    let region = scenario.region(region);
    let cells = Category::ALL.into_iter().map(|category| {
        let lever = funds(level, category);
        let key = match year == region.years.first_plan {
            true => lever.into(),
            false => Key::Yearly(Yearly::Lever(lever), year),
        };
        scenario.value(&region, key).unwrap_or_default()
    });
    Yuan(cells.sum())
}

/// All funds in a plan year.
pub fn all_funds(region: &Region, scenario: &Scenario, year: Year) -> Yuan {
    let region = scenario.region(region);
    let levels = Level::ALL.into_iter();
    levels
        .map(|level| funds_of(&region, scenario, level, year))
        .sum()
}

/// The plan years in which a merged scenario has other funds in all than either of the two.
pub fn years_of_other_money(
    region: &Region,
    first: &Scenario,
    second: &Scenario,
    merged: &Scenario,
) -> Vec<Year> {
    let is_other = |year: &Year| {
        let all = |scenario| all_funds(region, scenario, *year);
        let sum = all(merged);
        sum != all(first) && sum != all(second)
    };
    region.years.plan().filter(is_other).collect()
}

#[cfg(test)]
mod tests;
