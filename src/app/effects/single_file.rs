//! The single file: a page that carries all of its files packed in itself, for a machine without server or network.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

#[wasm_bindgen]
extern "C" {
    /// The files that the page carries.
    type PackedFiles;

    #[wasm_bindgen(thread_local_v2, js_name = zengshouPacked)]
    static PACKED: Option<PackedFiles>;

    #[wasm_bindgen(method)]
    fn answer(this: &PackedFiles, file: &str) -> Response;

    #[wasm_bindgen(method)]
    fn worker(this: &PackedFiles, program: &str) -> Promise;
}

/// True where this page is the single file.
pub fn is_single_file() -> bool {
    PACKED.with(Option::is_some)
}

/// A file that the page carries, as a server would answer; none in a page with a server.
pub fn answer(file: &str) -> Option<Response> {
    PACKED.with(|packed| packed.as_ref().map(|packed| packed.answer(file)))
}

/// The address that a worker is started from: its program’s own, or in the single file one of what that carries.
///
/// # Errors
/// What went wrong, in the browser's words.
pub async fn worker(program: String) -> Result<String, String> {
    let made = PACKED.with(|packed| packed.as_ref().map(|packed| packed.worker(&program)));
    match made {
        None => Ok(program),
        Some(made) => match JsFuture::from(made).await {
            Ok(address) => Ok(address.as_string().unwrap_or_default()),
            Err(error) => Err(format!("{error:?}")),
        },
    }
}
