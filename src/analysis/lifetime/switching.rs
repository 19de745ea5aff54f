//! Values that turn the order of two uses of the plan's own funds, each changed alone within its plausible range.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{LifetimeIncome, LifetimeTable, LifetimeUse};
use crate::analysis::search;
use crate::region::Region;
use crate::region::key::{Key, Unit};
use crate::scenario::Scenario;

/// Halvings of the way from a value to the end at which the order is another.
const HALVINGS: usize = 12;

/// A value with which another of two uses brings more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifetimeSwitch {
    /// The value.
    pub key: Key,
    /// The present value.
    pub now: Decimal,
    /// The least that is plausible.
    pub least: Decimal,
    /// The most that is plausible.
    pub most: Decimal,
    /// The approximate value at which both bring the same, on the way to `end`.
    pub edge: Decimal,
    /// The end of the range at which the order is turned.
    pub end: Decimal,
    /// The use that brings more there.
    pub above: LifetimeUse,
    /// The use that brings more now.
    pub below: LifetimeUse,
    /// True for income up to the far year, false for that up to the horizon; both discounted.
    pub is_far: bool,
}

/// Discounted income of the compared uses, up to the horizon and up to the far year.
type Incomes = [[Option<f64>; LifetimeUse::COMPARED.len()]; 2];

/// All of them, the one whose edge is nearest to the present value first.
pub fn switching(
    region: &Region,
    scenario: &Scenario,
    table: &LifetimeTable,
) -> Vec<LifetimeSwitch> {
    let now = incomes(|place| {
        let row = table.row(place)?;
        Some((row.horizon, row.far))
    });
    let mut found = Vec::new();
    for (key, figure) in &region.parameters {
        let is_assumption = !key.is_lever() && key.unit() != Unit::Flag;
        let Some((least, most)) = figure.range.filter(|_| is_assumption) else {
            continue;
        };
        let Some(value) = scenario.value(region, *key) else {
            continue;
        };
        for end in [least, most] {
            let Some(then) = (end != value)
                .then(|| under(region, scenario, *key, end))
                .flatten()
            else {
                continue;
            };
            for (index, (above, below)) in turned(&now, &then) {
                let is_far = index == 1;
                let pair = (index, above, below);
                let edge = edge(region, scenario, *key, (value, end), pair);
                found.push(LifetimeSwitch {
                    key: *key,
                    now: value,
                    least,
                    most,
                    edge,
                    end,
                    above: LifetimeUse::COMPARED[above],
                    below: LifetimeUse::COMPARED[below],
                    is_far,
                });
            }
        }
    }
    found.sort_by_key(|turn| (turn.edge - turn.now).abs() / (turn.most - turn.least));
    found
}

/// The columns and pairs whose order is turned: which brings more then, and which now.
fn turned(now: &Incomes, then: &Incomes) -> Vec<(usize, (usize, usize))> {
    let count = LifetimeUse::COMPARED.len();
    let pairs = (0..count).flat_map(|one| (0..count).map(move |other| (one, other)));
    let columns = (0..now.len()).flat_map(|column| pairs.clone().map(move |pair| (column, pair)));
    let is_more = |of: &Incomes, column: usize, one: usize, other: usize| matches!((of[column][one], of[column][other]), (Some(one), Some(other)) if one > other);
    columns
        .filter(|(column, (above, below))| {
            is_more(now, *column, *below, *above) && is_more(then, *column, *above, *below)
        })
        .collect()
}

/// The value at which both of a pair bring the same.
fn edge(
    region: &Region,
    scenario: &Scenario,
    key: Key,
    way: (Decimal, Decimal),
    (column, above, below): (usize, usize, usize),
) -> Decimal {
    let is_turned = |value: Decimal| {
        under(region, scenario, key, value).is_some_and(|then| {
            let both = (then[column][above], then[column][below]);
            matches!(both, (Some(above), Some(below)) if above > below)
        })
    };
    search::turning_value(way, HALVINGS, is_turned)
}

/// The incomes with a key at another value; none where it can't have that.
fn under(region: &Region, scenario: &Scenario, key: Key, value: Decimal) -> Option<Incomes> {
    let mut changed = scenario.clone();
    changed.set(region, key, value).ok()?;
    let resolved = changed.resolve(region);
    let streams = super::of(region, &resolved, LifetimeUse::COMPARED.into_iter());
    let rows = super::rows(&streams, region.years);
    Some(incomes(|place| {
        let row = rows.iter().find(|row| row.place == place)?;
        Some((row.horizon, row.far))
    }))
}

fn incomes(of: impl Fn(LifetimeUse) -> Option<(LifetimeIncome, LifetimeIncome)>) -> Incomes {
    let both = LifetimeUse::COMPARED.map(of);
    [
        both.map(|both| both.map(|(horizon, _)| horizon.discounted)),
        both.map(|both| both.map(|(_, far)| far.discounted)),
    ]
}
