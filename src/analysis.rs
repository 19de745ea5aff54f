//! Questions asked of the model: what the results mean, where each figure comes from, and why a
//! change does nothing.

pub mod explain;
pub mod flows;
pub mod gain;
pub mod idle;
pub mod marginal;
pub mod progress;
pub mod summary;
pub mod sums;
