//! Questions asked of the model: what the results mean, why a change does nothing, and what each
//! lever is about.

pub mod idle;
pub mod notes;
pub mod summary;
