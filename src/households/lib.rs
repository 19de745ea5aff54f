//! Households one by one: their incomes under a plan and a scenario, in whole numbers alone, so that every program that
//! follows these rules arrives at the same bits.
//!
//! [`columns`] keeps them, [`order`] says which of them come first, [`factors`] how incomes change; [`incomes`] applies
//! that, [`tally`] adds it up and [`statistics`] makes figures of the sums. Nothing here knows the calculator, a language's words or
//! a browser. Sums and counts depend neither on the order of the rows nor on how these are divided into parts.
#![deny(clippy::float_arithmetic)]

pub mod columns;
pub mod factors;
pub mod incomes;
pub mod order;
pub mod pass;
pub mod read;
pub mod sample;
pub mod small;
pub mod statistics;
pub mod tally;

#[cfg(test)]
mod tests;
