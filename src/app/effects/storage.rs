//! The browser's storage, as something that may be blocked, full or damaged at any time.

use web_sys::Storage;

use crate::app::state::StorageFault;

/// Every key of this program in the storage begins so.
pub const PREFIX: &str = "zengshou/";

fn local() -> Result<Storage, StorageFault> {
    let storage = gloo::utils::window().local_storage();
    storage.ok().flatten().ok_or(StorageFault::Blocked)
}

fn session() -> Result<Storage, StorageFault> {
    let storage = gloo::utils::window().session_storage();
    storage.ok().flatten().ok_or(StorageFault::Blocked)
}

/// Writes a text that outlives the tab.
///
/// # Errors
/// When storage is blocked or full.
pub fn write(key: &str, text: &str) -> Result<(), StorageFault> {
    local()?
        .set_item(&format!("{PREFIX}{key}"), text)
        .map_err(|_| StorageFault::Full)
}

/// Reads a text.
///
/// # Errors
/// When storage is blocked.
pub fn read(key: &str) -> Result<Option<String>, StorageFault> {
    local()?
        .get_item(&format!("{PREFIX}{key}"))
        .map_err(|_| StorageFault::Blocked)
}

/// Takes a text away.
///
/// # Errors
/// When storage is blocked.
pub fn remove(key: &str) -> Result<(), StorageFault> {
    local()?
        .remove_item(&format!("{PREFIX}{key}"))
        .map_err(|_| StorageFault::Blocked)
}

/// The names of all texts below a folder, without the folder's name.
///
/// # Errors
/// When storage is blocked.
pub fn names(folder: &str) -> Result<Vec<String>, StorageFault> {
    let storage = local()?;
    let count = storage.length().map_err(|_| StorageFault::Blocked)?;
    let start = format!("{PREFIX}{folder}/");
    Ok((0..count)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter_map(|key| key.strip_prefix(&start).map(str::to_owned))
        .collect())
}

/// Remembers a text for this tab alone; without storage it is simply not remembered.
pub fn remember_in_tab(key: &str, text: &str) {
    if let Ok(storage) = session() {
        let written = storage.set_item(&format!("{PREFIX}{key}"), text);
        debug_assert!(
            written.is_ok() || written.is_err(),
            "a full tab storage loses a hint only"
        );
    }
}

/// Forgets a text that was remembered for this tab.
pub fn forget_in_tab(key: &str) {
    if let Ok(storage) = session() {
        // What can't be forgotten was never remembered.
        let _may_fail = storage.remove_item(&format!("{PREFIX}{key}"));
    }
}

/// A text remembered for this tab.
pub fn recall_in_tab(key: &str) -> Option<String> {
    session()
        .ok()?
        .get_item(&format!("{PREFIX}{key}"))
        .ok()
        .flatten()
}
