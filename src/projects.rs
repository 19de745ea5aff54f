//! The library of projects: what its rows say of money, progress and assets, in the place of assumptions.
//!
//! `check` sets apart the rows that contradict themselves or each other; `library` chooses the projects of one year's plan;
//! `money`, `sizes`, `pace` and `assets` add them up; `offer` holds the sums against the region's assumptions. `list`
//! has every row, `filter` finds and sorts them, `selection` holds those that were chosen, and `choice` asks what happens to the
//! plan if they wait. Amounts are yuan; the day comes from the bureau, never from a clock.
#![deny(clippy::float_arithmetic)]

pub mod assets;
pub mod check;
pub mod choice;
pub mod filter;
pub mod library;
pub mod list;
pub mod money;
pub mod offer;
pub mod overview;
pub mod pace;
pub mod selection;
pub mod sizes;
#[cfg(test)]
mod tests;
