//! Switching values: the assumptions within whose plausible range a category would have to be moved
//! in the other direction.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::cell_program::CellProgram;
use super::levers::{COLUMNS, Search};
use crate::analysis::search::{LeverMove, cell, turning_value};
use crate::region::key::{Category, Key, Unit};
use crate::scenario::Scenario;

/// Halvings of the way from a value to the end at which the answer turns.
const HALVINGS: usize = 8;

/// A value with which the answer would be another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwitchingValue {
    /// The value.
    pub key: Key,
    /// The present value.
    pub now: Decimal,
    /// The least that is plausible.
    pub least: Decimal,
    /// The most that is plausible.
    pub most: Decimal,
    /// The approximate switching value, on the way from the present value to `end`.
    pub edge: Decimal,
    /// The end of the range at which it is turned.
    pub end: Decimal,
    /// Categories that would then get more instead of less.
    pub rises: Vec<Category>,
    /// Categories that would then get less instead of more.
    pub falls: Vec<Category>,
}

/// The values that turn the answer, the one whose edge is nearest first.
///
/// The ranking of the categories decides the answer, so that the program is solved again only where
/// a value changes that ranking.
pub(super) fn switching_values(
    search: &mut Search<'_>,
    levers: &[f64],
    moves: &[LeverMove],
) -> Vec<SwitchingValue> {
    let now = CellProgram::columns(&search.table.now);
    let best = CellProgram::columns(&search.table.cells_of(moves));
    let ways = ways(now, best);
    let order = order(search.slopes(best, levers));
    let region = search.region;
    let ranges = region.parameters.iter().filter_map(|(key, figure)| {
        let is_fixed = search.limits.iter().all(|own| own.key != *key);
        let is_other = is_fixed && cell(*key).is_none() && key.unit() != Unit::Flag;
        let range = figure.range.filter(|_| is_other)?;
        Some((*key, range, search.scenario.value(region, *key)?))
    });
    let mut switching_values = Vec::new();
    for (key, (least, most), value) in ranges {
        for end in [least, most] {
            let at = |value: Decimal| -> Option<Scenario> {
                let mut changed = search.scenario.clone();
                changed.set(region, key, value).ok()?;
                Some(changed)
            };
            let differs = |value: Decimal| {
                at(value).is_some_and(|changed| {
                    order != self::order(search.under(&changed).slopes(best, levers))
                })
            };
            if end == value || !differs(end) {
                continue;
            }
            let Some(changed) = at(end) else { continue };
            let Some(cells) = search.under(&changed).cells(levers) else {
                continue;
            };
            let turned = self::ways(now, CellProgram::columns(&cells));
            let of = |from: i8| -> Vec<Category> {
                let all = Category::ALL.into_iter();
                all.filter(|own| ways[*own as usize] == from && turned[*own as usize] == -from)
                    .collect()
            };
            let (rises, falls) = (of(-1), of(1));
            if rises.is_empty() && falls.is_empty() {
                continue;
            }
            switching_values.push(SwitchingValue {
                key,
                now: value,
                least,
                most,
                edge: turning_value((value, end), HALVINGS, differs),
                end,
                rises,
                falls,
            });
        }
    }
    switching_values.sort_by_key(|turn| (turn.edge - turn.now).abs() / (turn.most - turn.least));
    switching_values
}

impl<'a> Search<'a> {
    /// The same question under another scenario with the same money.
    pub(super) fn under<'b>(&self, scenario: &'b Scenario) -> Search<'b>
    where
        'a: 'b,
    {
        let (table, most) = (self.table.clone(), self.most_industry);
        Search::with(self.region, scenario, self.request, table, most)
    }
}

/// The direction of change of each category: more money (1), less (-1) or the same (0).
fn ways(now: [f64; COLUMNS], best: [f64; COLUMNS]) -> [i8; COLUMNS] {
    std::array::from_fn(|category| match best[category] - now[category] {
        more if more >= 1.0 => 1,
        less if less <= -1.0 => -1,
        _ => 0,
    })
}

/// Comparisons of marginal returns: for each pair of categories, then for each category against
/// zero.
fn order(slopes: [f64; COLUMNS]) -> [bool; 2 * COLUMNS] {
    std::array::from_fn(|index| match index.checked_sub(COLUMNS) {
        None => slopes[index] > slopes[(index + 1) % COLUMNS],
        Some(category) => slopes[category] > 0.0,
    })
}
