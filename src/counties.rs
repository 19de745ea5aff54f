//! The units below a region: counties, districts and the city itself, each with its own data and the region's assumptions.
//!
//! `check` sets apart the rows that contradict themselves, each other or the region; `project` projects the incomes of the
//! others and holds them against the region's; `league` ranks them for the quarterly contest; `divide` divides money among
//! them by factors. `guarantees` is the checklist of problems
//! and the money that has to come first; `campaigns` holds what was done against a goal by day. All of it is arithmetic on the table at hand: the day comes from the table, never from a clock.
#![deny(clippy::float_arithmetic)]

pub mod answer;
pub mod campaigns;
pub mod check;
pub mod divide;
pub mod effect;
pub mod goals;
pub mod guarantees;
pub mod index;
pub mod indicator;
pub mod league;
pub mod name;
pub mod numbers;
pub mod order;
pub mod overview;
mod own_figures;
pub mod project;
pub mod settings;
pub mod shares;
#[cfg(test)]
mod tests;

use crate::number::Yuan;
use rust_decimal::Decimal;

/// Fewer people than this behind a figure, and it is not shown.
pub const FEWEST_PEOPLE: u64 = 10;
/// The money that divisions count in: 10,000 yuan.
pub const WAN: i64 = 10_000;

/// An amount of so many times 10,000 yuan.
pub fn wan_amount(wan: u64) -> Yuan {
    Yuan(Decimal::from(wan) * Decimal::from(WAN))
}
