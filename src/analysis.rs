//! Questions asked of the model: the meaning of results, the origin of each figure, reasons for
//! changes without effect, help on each lever, uses of each value, and sensitivity of results.

pub mod allocation;
pub mod compare;
pub mod contribution;
pub mod explain;
pub mod flows;
pub mod funds_floor;
pub mod gain;
pub mod goal;
pub mod history;
pub mod households;
pub mod ineffective_changes;
pub mod known_total;
pub mod labour;
pub mod lever_effects;
pub mod lever_help;
pub mod lifetime;
pub mod looking_back;
pub mod marginal;
pub mod monte_carlo;
pub mod one_way_sensitivity;
pub mod plausible;
pub mod policy;
pub mod prices;
pub mod progress;
pub mod ranges;
pub mod running_total;
pub mod search;
pub mod sensitivity;
pub mod summary;
pub mod sums;
pub mod sweep;
pub mod ties;
pub mod uses;
