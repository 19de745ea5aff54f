//! The program of the worker that reads spreadsheets, loaded when somebody opens one.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Opens a file and looks at it under the reader's choices and in the page's setting, as JSON.
    #[wasm_bindgen]
    pub fn open(bytes: &[u8], name: &str, choices: &str, setting: &str) -> Result<String, String> {
        zengshou::intake::desk::open(bytes, name, choices, setting)
    }

    /// Opens a pasted block and looks at it.
    #[wasm_bindgen]
    pub fn paste(text: &str, choices: &str, setting: &str) -> Result<String, String> {
        zengshou::intake::desk::paste(text, choices, setting)
    }

    /// Looks at what was opened again, under other choices.
    #[wasm_bindgen]
    pub fn look(choices: &str) -> Result<String, String> {
        zengshou::intake::desk::look(choices)
    }

    /// The region that the last look found ready to be taken.
    #[wasm_bindgen]
    pub fn take() -> Result<String, String> {
        zengshou::intake::desk::take()
    }
}
