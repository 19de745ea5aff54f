//! Parts that touch the browser, tested in a browser: number formats, storage, the address bar, the crash message,
//! QR codes and the whole page put up and moved.
//!
//! An example and no test to cargo, which would compile everything once more for tests, with another way to panic.

#[cfg(target_arch = "wasm32")]
mod in_browser;

fn main() {}
