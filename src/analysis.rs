//! Questions asked of the model: what the results mean, where each figure comes from, why a change
//! does nothing, what each lever is about, who uses each value, and how much hangs on it.

pub mod allocation;
pub mod compare;
pub mod contribution;
pub mod explain;
pub mod flows;
pub mod gain;
pub mod goal;
pub mod history;
pub mod ineffective_changes;
pub mod known_total;
pub mod lever_effects;
pub mod lever_help;
pub mod marginal;
pub mod monte_carlo;
pub mod one_way_sensitivity;
pub mod policy;
pub mod progress;
pub mod ranges;
pub mod search;
pub mod sensitivity;
pub mod summary;
pub mod sums;
pub mod sweep;
pub mod uses;
