//! The cost of a way, by stated conventions.
//!
//! New money is what a level's funds rise by in all, social help, and the pay of jobs, which comes
//! from outside the plan; each for one year. Money that a level moves from one category to another
//! is not new, but counts in part. A lever without a price counts by effort: the part of its
//! allowed room that is used. A rise of coverage is paid from grants within the plan: no new money either.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::analysis::search::{LeverLimits, LeverMove, cell, planned_funds};
use crate::number::round;
use crate::region::Region;
use crate::region::key::{Batch, Fixed, Key, Level, jobs, pay};
use crate::scenario::Scenario;

/// The conventions that a user may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prices {
    /// The cost of using the whole room of a lever without a price, yuan.
    pub effort: Decimal,
    /// The cost of each yuan that a level moves to another category, yuan.
    pub shifted: Decimal,
}

impl Prices {
    /// The whole room of a lever counts as a hundredth of all planned funds, in whole 1,000,000
    /// yuan; moved money as a tenth of new money.
    pub fn usual(region: &Region) -> Self {
        let million = Decimal::from(1_000_000);
        let hundredth = planned_funds(region) / Decimal::ONE_HUNDRED;
        Self {
            effort: round(hundredth / million, 0) * million,
            shifted: Decimal::new(1, 1),
        }
    }
}

/// The cost of a way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayCost {
    /// Funds and social help beyond the scenario as it stands, yuan a year.
    pub funds: Decimal,
    /// Pay of jobs beyond it, from outside the plan, yuan a year.
    pub jobs: Decimal,
    /// Money that levels move from one category to another, yuan a year.
    pub shifted: Decimal,
    /// The cost of a rise of coverage for the grants within the plan, yuan.
    pub grants: Decimal,
    /// The effort of levers without a price: the parts of their rooms that are used, added up.
    pub effort: Decimal,
    /// All of it by the conventions, yuan; grants are not in it.
    pub counted: Decimal,
}

/// The cost of a unit of a lever: by price, or by effort.
pub(super) enum PriceUnit {
    /// Yuan for each unit more.
    Priced(Decimal),
    /// A cell of the level's funds: what the level needs in all costs.
    Cell(Level),
    /// Effort for each unit, yuan.
    Effort(Decimal),
}

/// The cost of a lever's units.
pub(super) fn unit(
    region: &Region,
    scenario: &Scenario,
    limits: &LeverLimits,
    prices: &Prices,
) -> PriceUnit {
    if let Some((level, _)) = cell(limits.key) {
        return PriceUnit::Cell(level);
    }
    if let Some(batch) = batch(limits.key) {
        let pay = scenario.value(region, pay(batch).into());
        return PriceUnit::Priced(pay.unwrap_or_default());
    }
    if limits.key == Key::Fixed(Fixed::Social) {
        return PriceUnit::Priced(Decimal::ONE);
    }
    let room = limits.most - limits.least;
    PriceUnit::Effort(if room.is_zero() {
        Decimal::ZERO
    } else {
        prices.effort / room
    })
}

fn batch(key: Key) -> Option<Batch> {
    Batch::ALL
        .into_iter()
        .find(|batch| Key::from(jobs(*batch)) == key)
}

/// The total cost of changes.
pub(super) fn cost(
    region: &Region,
    scenario: &Scenario,
    limits: &[LeverLimits],
    prices: &Prices,
    moves: &[LeverMove],
) -> WayCost {
    let mut cost = WayCost::default();
    let mut more = [Decimal::ZERO; Level::ALL.len()];
    for moved in moves {
        let change = moved.to - moved.from;
        let Some(own) = limits.iter().find(|own| own.key == moved.key) else {
            continue;
        };
        match unit(region, scenario, own, prices) {
            PriceUnit::Cell(level) => {
                more[level as usize] += change;
                cost.shifted += (-change).max(Decimal::ZERO);
            }
            PriceUnit::Priced(price) if batch(moved.key).is_some() => {
                cost.jobs += (change * price).max(Decimal::ZERO);
            }
            PriceUnit::Priced(price) => cost.funds += (change * price).max(Decimal::ZERO),
            PriceUnit::Effort(_) => {
                let room = own.most - own.least;
                if !room.is_zero() {
                    cost.effort += change.abs() / room;
                }
            }
        }
        if moved.key == Key::Fixed(Fixed::Coverage) && change > Decimal::ZERO {
            let value = |fixed: Fixed| scenario.value(region, fixed.into()).unwrap_or_default();
            let households = value(Fixed::Population) / value(Fixed::HouseholdSize);
            cost.grants = change * value(Fixed::CoverageCost) * households;
        }
    }
    for change in more {
        cost.funds += change.max(Decimal::ZERO);
    }
    cost.counted =
        cost.funds + cost.jobs + cost.shifted * prices.shifted + cost.effort * prices.effort;
    cost
}
