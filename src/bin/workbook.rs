//! The program that writes workbooks, loaded when somebody asks for one.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Makes a workbook of what the page hands over, as JSON.
    #[wasm_bindgen]
    pub fn workbook(request: &str) -> Result<Vec<u8>, String> {
        zengshou::report::request::workbook(request)
    }

    /// Writes the form of a region that the page hands over, as JSON.
    #[wasm_bindgen]
    pub fn form(request: &str) -> Result<Vec<u8>, String> {
        zengshou::form::request::form(request)
    }

    /// Makes the workbook of a paper of counties or projects, of what the page hands over, as JSON.
    #[wasm_bindgen]
    pub fn paper(request: &str) -> Result<Vec<u8>, String> {
        zengshou::report::request::paper(request)
    }
}
