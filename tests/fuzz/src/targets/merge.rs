//! Two scenarios put together under any decisions.

use rust_decimal::Decimal;
use zengshou::region::key::Unit;
use zengshou::scenario::Scenario;
use zengshou::scenario::merge::{MergeConflict, Take, conflicts, merge, open};
use zengshou::scenario::note::Note;

use crate::fixtures::{KEYS, REGION, are_readable, is_sound};

/// Bytes per change.
const CHANGE: usize = 5;
/// Bytes for the decisions.
const DECISIONS: usize = 8;

/// Reads two scenarios and decisions out of the bytes and merges them.
pub fn check(data: &[u8]) {
    let (decisions, rest) = data.split_at(data.len().min(DECISIONS));
    let mut first = Scenario::default();
    let mut second = Scenario::default();
    for change in rest.chunks_exact(CHANGE).take(120) {
        match change[0] & 3 {
            0 => put(&mut first, change),
            1 => put(&mut second, change),
            _ => {
                put(&mut first, change);
                put(&mut second, change);
            }
        }
    }
    let found = conflicts(&REGION, &first, &second);
    let takes: Vec<(MergeConflict, Take)> = found
        .iter()
        .enumerate()
        .filter_map(|(at, conflict)| {
            let byte = usize::from(*decisions.get(at % DECISIONS)?);
            let takes = conflict.takes();
            Some((conflict.clone(), *takes.get(byte % (takes.len() + 1))?))
        })
        .collect();
    assert_eq!(open(&found, &takes), found.len() - takes.len());
    is_merged(&first, &second, &found, &takes);
    if first.has_values_of(&second) {
        assert_eq!(found, [], "one scenario in conflict with itself");
    }
}

/// Puts a change of some bytes into a scenario: a value or a note.
fn put(scenario: &mut Scenario, change: &[u8]) {
    let key = KEYS[usize::from(change[1]) % KEYS.len()];
    if change[0] & 0b1000 != 0 {
        let (note, _) = Note::read(&format!("{:x}", change[2]));
        scenario
            .set_note(&REGION, key, note)
            .expect("a key of the region");
        return;
    }
    let (least, most) = key.range();
    let place = u16::from_le_bytes([change[2], change[3]]);
    let value = match (place, key.unit()) {
        (_, Unit::Flag) => Decimal::from(place & 1),
        (0, _) => least,
        (u16::MAX, _) => most,
        _ => {
            let between = least + (most - least) * Decimal::from(place) / Decimal::from(u16::MAX);
            let places = u32::from(change[4]) % 9;
            between.round_dp(places).clamp(least, most)
        }
    };
    // Shares that would exceed their whole are refused, as a user's are.
    let _refused = scenario.set(&REGION, key, value);
}

fn is_merged(
    first: &Scenario,
    second: &Scenario,
    found: &[MergeConflict],
    takes: &[(MergeConflict, Take)],
) {
    let merged = match merge(&REGION, first, second, takes) {
        Ok(merged) => merged,
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a word");
            assert!(!takes.is_empty(), "{problems:?} without a decision");
            are_readable(&problems);
            return;
        }
    };
    is_sound(&merged);
    let disputed = |key| {
        found
            .iter()
            .flat_map(|conflict| &conflict.parts)
            .any(|part| part.key == key)
    };
    for (key, value) in first.entries().chain(second.entries()) {
        if !disputed(key) && merged.changed(key) != Some(value) {
            // A value that is there anyway once the other's changes are in is no change.
            assert_eq!(merged.value(&REGION, key), Some(value), "{key} was lost");
        }
    }
    for (key, value) in merged.entries() {
        let known = [first.changed(key), second.changed(key)];
        assert!(known.contains(&Some(value)), "{key} = {value} is nobody's");
    }
}
