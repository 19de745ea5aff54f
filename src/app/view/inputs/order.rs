//! Which keys stand in which group, and in which order people look for them.

use std::collections::BTreeMap;

use crate::region::Region;
use crate::region::key::{Benchmark, Fixed, Group, Key, Year, Yearly, bench_growth_after};

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
            keys.sort_by_key(|key| place(*key));
        }
        Self(groups)
    }

    /// The keys of a group.
    pub fn keys(&self, group: Group) -> &[Key] {
        self.0.get(&group).map_or(&[], Vec::as_slice)
    }
}

/// Where a key stands within its group: a series, in it the part, then the year. A series is
/// read from its published values over the growth of single years to the growth afterwards.
fn place(key: Key) -> (usize, u8, Year) {
    let last = Fixed::ALL.len();
    match key {
        Key::Yearly(Yearly::GrowthKnown, year) => (Fixed::Income0Transfer as usize, 1, year),
        Key::Yearly(Yearly::RiskLine, year) => (0, 0, year),
        Key::Yearly(Yearly::RiskLineGrowth, year) => (0, 1, year),
        Key::Fixed(Fixed::RiskLineGrowth) => (0, 2, 0),
        Key::Yearly(Yearly::Bench(benchmark), year) => (benchmark as usize, 0, year),
        Key::Yearly(Yearly::BenchGrowth(benchmark), year) => (benchmark as usize, 1, year),
        Key::Yearly(Yearly::RuleCentralIndustry, year) => (last, 0, year),
        Key::Fixed(fixed) => Benchmark::ALL
            .into_iter()
            .find(|benchmark| bench_growth_after(*benchmark) == fixed)
            .map_or((fixed as usize, 0, 0), |benchmark| {
                (benchmark as usize, 2, 0)
            }),
    }
}
