//! The model in floating point, for questions that need it ten thousand times: Monte Carlo, goal
//! seek, and a map of two levers. It gives incomes and benchmarks, no more; every figure that is
//! shown as the result of one scenario comes from the same formulas in decimals. A property test
//! holds both within one part in 10⁹.
//!
//! There are no formulas of the model here. The model is generic over the kind of number, and this crate is where it
//! is built for floating point; it is a crate of its own because Cargo sets by crate what is built
//! for speed. A projection looks up no name and asks for no memory.

mod effects;
mod projection;
pub mod sampling;
mod values;

pub use effects::{baseline, effects};
pub use projection::Projection;
pub use values::{Floating, FloatingValues, Layout, Slot};
pub use zengshou_model::inputs::{Assumptions, Levers};
