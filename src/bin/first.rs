//! The small program that shows the first numbers.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Shows the first numbers; returns whether the page can go on.
    #[wasm_bindgen]
    pub async fn first() -> bool {
        zengshou::app::crash::install();
        zengshou::app::first::show().await
    }
}
