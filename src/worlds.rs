//! What is assumed and decided, as the fast kernel takes it: read once from the values of all keys, changed
//! in place ten thousand times.

mod levers;
mod world;

pub use levers::levers;
pub use world::{Layout, Slot, World};
pub use zengshou_kernel::{Assumptions, Levers, Projection};
