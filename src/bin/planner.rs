//! The program of the worker that answers the long questions of planning.

fn main() {
    #[cfg(target_arch = "wasm32")]
    zengshou::app::planner::serve();
}
