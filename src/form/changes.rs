//! Differences between the region that a form means and the one before.

use std::collections::BTreeSet;

use super::{FormChange, FormRow};
use crate::region::Region;
use crate::region::key::Key;
use crate::region::own::{GivenFigure, OwnRegion};

/// The rows whose value differs, in the form's order of keys; nothing without a region before.
pub fn changes(
    own: &OwnRegion,
    region: &Region,
    before: Option<&OwnRegion>,
    default: &Region,
) -> Vec<FormChange> {
    let Some(before) = before else {
        return Vec::new();
    };
    let earlier = before.parameters(default);
    let keys: BTreeSet<Key> = earlier
        .keys()
        .chain(region.parameters.keys())
        .copied()
        .collect();
    let mut changes = Vec::new();
    for key in keys {
        let old = earlier.get(&key).map(|figure| figure.value);
        let new = region.parameters.get(&key).map(|figure| figure.value);
        if old != new {
            let row = FormRow::Value(key);
            changes.push(FormChange {
                row,
                before: old,
                after: new,
            });
        }
    }
    for (given, _) in GivenFigure::NAMES {
        let of = |own: &OwnRegion| own.figures.get(&given).map(|figure| figure.value);
        let (old, new) = (of(before), of(own));
        if old != new {
            changes.push(FormChange {
                row: FormRow::Given(given),
                before: old,
                after: new,
            });
        }
    }
    changes
}
