//! Saving a file to the reader's disk and opening one from there; nothing leaves the machine.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, File, HtmlAnchorElement, TextDecoder, TextDecoderOptions, Url,
};

use crate::app::state::{News, Origin};
use crate::counties::settings::MOST_SETTINGS_BYTES;
use crate::exercise::collation::MOST_SESSION_BYTES;
use crate::problem::{Fault, Problem};
use crate::region::own::MOST_OWN_BYTES;
use crate::scenario::bytes;
use crate::scenario::file::MOST_BYTES;

/// Hands a text to the browser to be saved under a file name.
///
/// # Errors
/// When the browser can't make the file.
pub fn save(file_name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &of_type(media_type))?;
    save_blob(file_name, &blob)
}

/// Hands bytes to the browser to be saved under a file name.
///
/// # Errors
/// When the browser can't make the file.
pub fn save_bytes(file_name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &of_type(media_type))?;
    save_blob(file_name, &blob)
}

fn of_type(media_type: &str) -> BlobPropertyBag {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    options
}

/// Hands a blob to the browser to be saved under a file name.
///
/// # Errors
/// When the browser can't make the file.
pub fn save_blob(file_name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let document = gloo::utils::document();
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    anchor.set_href(&address);
    anchor.set_download(file_name);
    gloo::utils::body().append_child(&anchor)?;
    anchor.click();
    anchor.remove();
    // The download has its own handle by the next turn of the event loop.
    gloo::timers::callback::Timeout::new(1_000, move || {
        let revoked = Url::revoke_object_url(&address);
        debug_assert!(revoked.is_ok(), "an address can be given back");
    })
    .forget();
    Ok(())
}

/// Reads a chosen file, at most one byte more than a scenario file may have, so that a larger
/// one is refused without being read whole.
///
/// # Errors
/// The message for the user where the browser can't read the file, or where it is no text.
pub async fn read(file: &File) -> Result<String, News> {
    read_up_to(file, MOST_BYTES).await
}

/// The same of a region's file, which may hold a bureau's tables.
///
/// # Errors
/// As [`read`].
pub async fn read_region(file: &File) -> Result<String, News> {
    read_up_to(file, MOST_OWN_BYTES).await
}

/// The same of the record of a session with groups.
///
/// # Errors
/// As [`read`].
pub async fn read_session(file: &File) -> Result<String, News> {
    read_up_to(file, MOST_SESSION_BYTES).await
}

/// The same of a file of the bureau's settings.
///
/// # Errors
/// As [`read`].
pub async fn read_settings(file: &File) -> Result<String, News> {
    read_up_to(file, MOST_SETTINGS_BYTES).await
}

async fn read_up_to(file: &File, most: usize) -> Result<String, News> {
    let unreadable = |_| News::Failed("library-read-failed");
    let bytes = bytes_up_to(file, most + 1).await.map_err(unreadable)?;
    if bytes.len() > most {
        // The cut may have gone through a character; whoever reads it refuses it for its length.
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    let not_utf8 = || vec![Problem::new("", Fault::NotUtf8)];
    bytes::text_of(&bytes, gb18030).ok_or_else(|| News::Refused(Origin::File, not_utf8()))
}

/// True for a file that is read as a region's, by its ending or by its first sign: whatever some messenger has
/// named it, JSON is no spreadsheet.
pub async fn is_region(file: &File) -> bool {
    if file.name().to_lowercase().ends_with(".json") {
        return true;
    }
    let start = bytes_up_to(file, 64).await.unwrap_or_default();
    let start = String::from_utf8_lossy(&start);
    start
        .trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n'])
        .starts_with('{')
}

async fn bytes_up_to(file: &File, most: usize) -> Result<Vec<u8>, JsValue> {
    let most = i32::try_from(most).unwrap_or(i32::MAX);
    let start = file.slice_with_i32_and_i32(0, most)?;
    let buffer = wasm_bindgen_futures::JsFuture::from(start.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The text of bytes that are valid GB18030.
fn gb18030(bytes: &[u8]) -> Option<String> {
    let strict = TextDecoderOptions::new();
    strict.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("gb18030", &strict).ok()?;
    decoder
        .decode_with_js_u8_array(&Uint8Array::from(bytes))
        .ok()
}

/// A file name from a scenario's name: without characters that a file system forbids.
pub fn file_name(name: &str, ending: &str) -> String {
    let forbidden = |c: char| c.is_control() || "\\/:*?\"<>|.".contains(c);
    let stem: String = name
        .chars()
        .map(|c| if forbidden(c) { '-' } else { c })
        .collect();
    format!("{}.{ending}", stem.trim())
}
