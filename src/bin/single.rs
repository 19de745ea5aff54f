//! The programs of the page in one, for the single file: what they share stands in it once.

#[allow(dead_code, reason = "each program's own start is empty")]
#[path = "households.rs"]
mod households;
#[allow(dead_code, reason = "each program's own start is empty")]
#[path = "sheets.rs"]
mod sheets;
#[allow(dead_code, reason = "each program's own start is empty")]
#[path = "workbook.rs"]
mod workbook;

fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Puts the calculator on the page.
    #[wasm_bindgen]
    pub fn page() {
        zengshou::app::start();
    }

    /// Starts to answer the long questions of planning; called in a worker.
    #[wasm_bindgen]
    pub fn planner() {
        zengshou::app::planner::serve();
    }
}
