//! Every chart, computed without a browser: its options, its twin in numbers and its description.
//!
//! The chart library gets its options as JSON. Colours are names of the style sheet's custom
//! properties, looked up when it is drawn, so that light, dark and paper need no second drawing;
//! texts are data that the browser's side puts into text nodes. The screen and the report draw the
//! same options.

pub mod campaign;
pub mod channel_bars;
pub mod counties;
mod errors;
pub mod fan;
pub mod flows;
mod gap;
pub mod households;
pub mod lifetime;
mod line;
pub mod map;
pub mod marginal;
pub mod options;
pub mod overlay;
pub mod paths;
pub mod progress;
pub mod shares;
pub mod tornado;
pub mod waterfall;

pub use errors::sentence as errors_sentence;
pub use gap::sentence as gap_sentence;
pub use line::{Incomes, Line, Style, Symbol, moves_the_plan};
pub use options::{ChartModel, Drawing, Tip};

#[cfg(test)]
mod tests;
