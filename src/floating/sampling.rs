//! The parts of ten thousand draws and of their sums: orders of steps, distributions, ranks, statistics. It
//! stands beside the model in floating point since it is built for speed as well.

mod band;
mod beta;
pub mod latin_hypercube;
mod normal;
pub mod rank_correlation;
mod sample_statistics;
mod sampled_values;
mod shared_factor;

pub use band::Band;
pub use beta::beta_quantiles;
pub use sample_statistics::{Benchmarks, HigherThans, SampleStatistics};
pub use sampled_values::{SampledValues, put_draw};
pub use shared_factor::{SharedFactor, is_shared};
