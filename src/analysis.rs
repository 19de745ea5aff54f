//! Questions asked of the model: what the results mean, and why a change does nothing.

pub mod flows;
pub mod idle;
pub mod marginal;
pub mod progress;
pub mod summary;
