//! The keys of each group, in the order in which people look for them.

use std::collections::BTreeMap;

use crate::region::Region;
use crate::region::key::{Group, Key};

/// The keys of a region by group.
pub struct Order(BTreeMap<Group, Vec<Key>>);

impl Order {
    /// The order of a region's keys.
    pub fn of(region: &Region) -> Self {
        let mut groups: BTreeMap<Group, Vec<Key>> = BTreeMap::new();
        for key in region.parameters.keys() {
            groups.entry(key.group()).or_default().push(*key);
        }
        for keys in groups.values_mut() {
            keys.sort_by_key(|key| key.place_in_order());
        }
        Self(groups)
    }

    /// The keys of a group.
    pub fn keys(&self, group: Group) -> &[Key] {
        self.0.get(&group).map_or(&[], Vec::as_slice)
    }
}
