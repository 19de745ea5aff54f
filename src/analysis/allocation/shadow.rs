//! Shadow prices of binding conditions: the gain in the objective, or the money saved, if the
//! condition left 10,000 yuan more room and everything else were allocated again.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::cell_program::{CellProgram, Cells};
use super::levers::Search;
use super::weights::CELLS;
use super::{Condition, Objective, discount_rate, standing};
use crate::analysis::search::{self, TEN_THOUSAND};
use crate::analysis::summary::population;
use crate::model::gain::GainPart;
use crate::number::{MOST_PLACES, round};
use crate::region::key::Fixed;
use crate::scenario::Scenario;

/// The shadow price of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shadow {
    /// The condition.
    pub condition: Condition,
    /// The gain from 10,000 yuan more room: yuan of all people's income in the year together, or of their
    /// discounted market income where that is the objective; yuan of money saved where the least money is searched for, or the reduction of the shortfall
    /// where a goal is out of reach.
    pub price: Decimal,
}

/// Shadow prices of the conditions that bind at these levers, largest first; those of zero are left
/// out.
pub(super) fn shadows(search: &mut Search<'_>, levers: &[f64]) -> Vec<Shadow> {
    let objective = search.request.objective;
    let (region, scenario) = (search.region, search.scenario);
    let people = people(search);
    // Whole units would hide a part of what a single one brings: here cells are not whole.
    let value = |search: &Search<'_>, cells: &Cells| -> Option<Decimal> {
        let moves = search.moves(levers, &amounts(&search.table, cells));
        let changed = search::with(region, scenario, &moves).ok()?;
        if objective == Objective::Market {
            return Some(all_market(search, &changed));
        }
        let found = standing(region, &changed, objective);
        let value = search.standing_value(&found);
        Some(if search.seeks_least() {
            value
        } else {
            value * people
        })
    };
    let Some(cells) = search.cells(levers) else {
        return Vec::new();
    };
    let Some(now) = value(search, &cells) else {
        return Vec::new();
    };
    let mut shadows = Vec::new();
    for index in 0..search.table.rows.len() {
        if search.table.rows[index].slack(&cells) > 1e-6 {
            continue;
        }
        let row = &mut search.table.rows[index];
        let condition = row.condition;
        let bound = row.bound;
        row.bound += if row.is_most { 1.0 } else { -1.0 };
        let relaxed = search.cells(levers);
        let price = relaxed.and_then(|relaxed| value(search, &relaxed));
        search.table.rows[index].bound = bound;
        let Some(price) = price else { continue };
        let price = round(price - now, 2);
        if price > Decimal::ZERO {
            shadows.push(Shadow { condition, price });
        }
    }
    shadows.sort_by_key(|shadow| std::cmp::Reverse(shadow.price));
    shadows
}

/// Market income of all people together over the plan years, discounted to the first, yuan.
fn all_market(search: &Search<'_>, scenario: &Scenario) -> Decimal {
    let rate = discount_rate(search.region, scenario).factor().exact();
    let outcome = scenario.project(search.region);
    let values = scenario.resolve(search.region).scenario;
    let mut factor = Decimal::ONE;
    let mut sum = Decimal::ZERO;
    for (step, year) in outcome.scenario.iter().enumerate() {
        let people = population(&values, step).exact();
        sum += year.gain().part(GainPart::Market).exact() * people * factor;
        factor /= rate;
    }
    sum
}

/// The lifted population in the objective's year.
fn people(search: &Search<'_>) -> Decimal {
    let value = |fixed: Fixed| {
        let value = search.scenario.value(search.region, fixed.into());
        value.unwrap_or_default()
    };
    let years = search.request.objective.year(search.region) - search.region.years.base();
    let growth = Decimal::ONE + value(Fixed::PopulationGrowth);
    (0..years).fold(value(Fixed::Population), |people, _| people * growth)
}

/// The amounts of cells that need not be whole, yuan.
fn amounts(table: &CellProgram, cells: &Cells) -> [Decimal; CELLS] {
    let whole: Cells = std::array::from_fn(|index| cells[index].floor());
    let mut amounts = table.amounts(&whole);
    for index in 0..CELLS {
        let part = Decimal::from_f64(cells[index] - whole[index]).unwrap_or_default();
        amounts[index] += round(part * TEN_THOUSAND, MOST_PLACES);
    }
    amounts
}
