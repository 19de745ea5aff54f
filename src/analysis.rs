//! Questions asked of the model: what the results mean, and why a change does nothing.

pub mod idle;
pub mod summary;
