//! Passing a link on: clipboard, the system's share sheet.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

/// Copies a text. Clipboards are closed to pages without a secure connection, so that an older
/// way is tried as well.
///
/// # Errors
/// When the browser allows neither.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let navigator = gloo::utils::window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())?;
    if clipboard.is_undefined() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .map(drop)
}

/// Whether the browser has a share sheet.
pub fn has_share_sheet() -> bool {
    let navigator = gloo::utils::window().navigator();
    js_sys::Reflect::get(&navigator, &"share".into()).is_ok_and(|share| share.is_function())
}

/// Opens the system's share sheet.
///
/// # Errors
/// When the reader closes it, or the browser refuses.
pub async fn share(title: &str, address: &str) -> Result<(), JsValue> {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let navigator = gloo::utils::window().navigator();
    JsFuture::from(navigator.share_with_data(&data))
        .await
        .map(drop)
}
