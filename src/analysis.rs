//! Questions asked of the model: what the results mean, and why a change does nothing.

pub mod gain;
pub mod idle;
pub mod summary;
pub mod sums;
