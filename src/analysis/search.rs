//! Common parts of goal seek and best allocation: the levers that may move and their limits, the
//! whole units in which people set them, and an evaluator of the results.

pub mod evaluator;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use crate::analysis::labour;
use crate::number::{Share, round};
use crate::problem::Fault;
use crate::region::Region;
use crate::region::key::{Category, Fixed, Key, Level, Unit, funds, funds_growth};
use crate::region::wholes;
use crate::scenario::{Change, Scenario};

/// Money is set in whole amounts of this many yuan.
pub const TEN_THOUSAND: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);
/// Shares are set in tenths of a percentage point.
const TENTH_OF_POINT: Decimal = Decimal::from_parts(1, 0, 0, false, 3);
/// Usual reach of a cell of the funds matrix from its plan: a fifth of it.
pub const USUAL_REACH: Decimal = Decimal::from_parts(2, 0, 0, false, 1);
/// Usual reach of a share above the plan: ten points.
const USUAL_POINTS: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// Limits of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeverLimits {
    /// The lever.
    pub key: Key,
    /// The least that it may become.
    pub least: Decimal,
    /// The most that it may become.
    pub most: Decimal,
}

/// A fault of limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LimitsFault {
    /// The least is more than the most.
    UpsideDown,
    /// An end is beyond what the lever can be at all.
    OutOfRange,
    /// The key is no lever, or given twice.
    NoLever,
    /// The least is above the plan, where other spending may not be raised above it.
    AbovePlan,
    /// The least is more than the relocated people without work allow.
    BeyondLabour,
}

/// One change of a lever that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeverMove {
    /// The lever.
    pub key: Key,
    /// Its value in the scenario as it stands.
    pub from: Decimal,
    /// Its value in what was found.
    pub to: Decimal,
}

impl From<LeverMove> for Change {
    fn from(moved: LeverMove) -> Self {
        let LeverMove { key, from, to } = moved;
        Self {
            key,
            from: Some(from),
            to,
        }
    }
}

/// The approximate value at which an answer turns, on the way from a value to the `end` at which it is
/// another, after so many halvings.
pub fn turning_value(
    (value, end): (Decimal, Decimal),
    halvings: usize,
    mut is_turned: impl FnMut(Decimal) -> bool,
) -> Decimal {
    let (mut same, mut other) = (value, end);
    for _ in 0..halvings {
        let middle = (same + other) / Decimal::TWO;
        if is_turned(middle) {
            other = middle;
        } else {
            same = middle;
        }
    }
    round(other, TURNING_PLACES)
}

/// The levers that can be moved at all, in the order of the page. Growth of later funds is a supposition on
/// budgets that nobody has decided, and no way to a goal.
pub fn movable() -> Vec<Key> {
    let keys = Fixed::ALL.iter().map(|fixed| Key::Fixed(*fixed));
    let is_growth = |key: &Key| {
        let growths = Level::ALL.map(|level| Key::from(funds_growth(level)));
        growths.contains(key)
    };
    keys.filter(|key| key.is_lever() && key.unit() != Unit::Flag && !is_growth(key))
        .collect()
}

/// Decimals of a value at which an answer turns.
const TURNING_PLACES: u32 = 4;

/// The smallest step in which people set a lever: 10,000 yuan, a job, a tenth of a point.
pub fn step(key: Key) -> Decimal {
    match key.unit() {
        Unit::Share => TENTH_OF_POINT,
        Unit::Yuan => TEN_THOUSAND,
        _ => Decimal::ONE,
    }
}

/// The nearest value in whole steps.
pub fn to_step(key: Key, value: Decimal) -> Decimal {
    whole(value, step(key))
}

/// The key's cell of the funds matrix; none for another key.
pub fn cell(key: Key) -> Option<(Level, Category)> {
    Level::ALL.into_iter().find_map(|level| {
        Category::ALL
            .into_iter()
            .find(|category| Key::from(funds(level, *category)) == key)
            .map(|category| (level, category))
    })
}

/// The ends of a cell that may go a share of its plan down and up, in whole 10,000 yuan; the present
/// value is always within.
pub fn reach(region: &Region, scenario: &Scenario, key: Key, share: Decimal) -> (Decimal, Decimal) {
    let plan = region.values().get(key).unwrap_or_default();
    let now = scenario.value(region, key).unwrap_or(plan);
    let (lowest, highest) = key.range();
    let units = |part: Decimal| plan * part / TEN_THOUSAND;
    let least = units(Decimal::ONE - share).ceil() * TEN_THOUSAND;
    let most = units(Decimal::ONE + share).floor() * TEN_THOUSAND;
    (
        least.max(lowest).min(now),
        most.min(highest).max(least).max(now),
    )
}

/// The limits that a lever has unless others are given: money from a fifth below the plan, so that
/// some may move between categories, up to a tenth of all planned funds more; from the plan's value up
/// to a hundredth of the lifted population more for jobs, ten points more for shares. The present
/// value is always within.
pub fn usual(region: &Region, scenario: &Scenario, key: Key) -> LeverLimits {
    let plan = region.values().get(key).unwrap_or_default();
    let plan = match key {
        Key::Fixed(Fixed::Coverage) => scenario.default_of(region, key).unwrap_or(plan),
        _ => plan,
    };
    let now = scenario.value(region, key).unwrap_or(plan);
    let population = scenario.value(region, Fixed::Population.into());
    let room = match key.unit() {
        Unit::Share => USUAL_POINTS,
        Unit::Yuan => whole(planned_funds(region) / Decimal::TEN, TEN_THOUSAND),
        _ => round(population.unwrap_or_default() / Decimal::ONE_HUNDRED, 0),
    };
    let (lowest, highest) = range(region, scenario, key);
    let least = match cell(key) {
        Some(_) => reach(region, scenario, key, USUAL_REACH).0,
        None => plan.min(now),
    };
    let mut most = plan + room;
    if key == Key::Fixed(Fixed::RelocatedEmployment) {
        let there = labour::relocated_most(&scenario.resolve(region).scenario);
        most = there.map_or(most, |there| most.min(there));
    }
    LeverLimits {
        key,
        least: least.clamp(lowest, highest),
        most: most.max(now).clamp(lowest, highest),
    }
}

/// The most that another cell of the matrix may have where other spending is not raised above the plan; what
/// the scenario has beyond it stays.
pub fn most_other(region: &Region, scenario: &Scenario, level: Level) -> Decimal {
    let key = Key::from(funds(level, Category::Other));
    let plan = region.values().get(key).unwrap_or_default();
    scenario.value(region, key).unwrap_or(plan).max(plan)
}

/// Possible values of a lever beside the other values: its range, and the room left by shares of
/// the same whole.
pub fn range(region: &Region, scenario: &Scenario, key: Key) -> (Decimal, Decimal) {
    let (least, most) = key.range();
    let mut partners = wholes::partners(key).peekable();
    if partners.peek().is_none() {
        return (least, most);
    }
    let taken: Decimal = partners
        .filter_map(|partner| scenario.value(region, partner.into()))
        .sum();
    (least, most.min(Decimal::ONE - taken).max(least))
}

/// All money of the plan.
pub fn planned_funds(region: &Region) -> Decimal {
    let cells = Level::ALL
        .into_iter()
        .flat_map(|level| Category::ALL.map(|category| funds(level, category)));
    cells.map(|cell| region.values().fixed(cell)).sum()
}

/// The share of central funds that industry must have in every plan year, by the rule as the scenario has it.
pub fn central_rule(region: &Region, scenario: &Scenario) -> Option<Decimal> {
    let values = scenario.resolve(region).scenario;
    let years = region.years.plan();
    years
        .filter_map(|year| region.central_industry_rule(&values, year))
        .map(Share::exact)
        .max()
}

/// Limits as the plan and the labour that there is allow them: other spending is not raised above the plan
/// unless it may be, the relocated take no more work than there are people without it.
///
/// # Errors
/// Limits whose least is beyond that.
pub fn allowed(
    region: &Region,
    scenario: &Scenario,
    limits: &[LeverLimits],
    raises_other: bool,
) -> Result<Vec<LeverLimits>, Vec<(Key, LimitsFault)>> {
    let values = scenario.resolve(region).scenario;
    let now = |key: Key| scenario.value(region, key).unwrap_or_default();
    let highest = |key: Key| match cell(key) {
        Some((level, Category::Other)) if !raises_other => {
            let most = most_other(region, scenario, level);
            Some((most, LimitsFault::AbovePlan))
        }
        _ if key == Key::Fixed(Fixed::RelocatedEmployment) => {
            let most = labour::relocated_most(&values)?;
            Some((most.max(now(key)), LimitsFault::BeyondLabour))
        }
        _ => None,
    };
    let mut faults = Vec::new();
    let mut allowed = limits.to_vec();
    for own in &mut allowed {
        let Some((highest, fault)) = highest(own.key) else {
            continue;
        };
        if own.least > highest {
            faults.push((own.key, fault));
        }
        own.most = own.most.min(highest);
    }
    if faults.is_empty() {
        Ok(allowed)
    } else {
        Err(faults)
    }
}

/// Faults of limits, each lever once.
pub fn unfit(
    region: &Region,
    scenario: &Scenario,
    limits: &[LeverLimits],
) -> Vec<(Key, LimitsFault)> {
    let mut found = Vec::new();
    for (index, limit) in limits.iter().enumerate() {
        let is_twice = limits[..index].iter().any(|other| other.key == limit.key);
        let (lowest, highest) = range(region, scenario, limit.key);
        let fault = if is_twice || !movable().contains(&limit.key) {
            LimitsFault::NoLever
        } else if limit.least > limit.most {
            LimitsFault::UpsideDown
        } else if limit.least < lowest || limit.most > highest {
            LimitsFault::OutOfRange
        } else {
            continue;
        };
        found.push((limit.key, fault));
    }
    found
}

/// The scenario with what was found.
///
/// # Errors
/// Values that don't fit beside the other values; nothing is then changed.
pub fn with(region: &Region, scenario: &Scenario, moves: &[LeverMove]) -> Result<Scenario, Fault> {
    let mut changed = scenario.clone();
    for moved in moves {
        changed.set(region, moved.key, moved.to)?;
    }
    Ok(changed)
}

/// The nearest whole multiple of a step.
fn whole(amount: Decimal, step: Decimal) -> Decimal {
    round(amount / step, 0) * step
}

/// The number as the search computes with it.
pub fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(f64::NAN)
}
