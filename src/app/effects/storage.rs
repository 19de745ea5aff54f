//! The browser's storage, as something that may be blocked, full or damaged at any time.

use std::cell::RefCell;
use std::collections::BTreeMap;

use web_sys::Storage;

use super::address;
use crate::app::state::StorageFault;

/// Every key of this program in the storage begins so.
pub const PREFIX: &str = "zengshou/";

thread_local! {
    /// The storage of an embedded page, which ends with it: whoever embeds it is to see none of the reader's own work, and other pages'
    /// frames have no storage of their own in many browsers.
    static IN_FRAME: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

fn is_in_frame() -> bool {
    address::embedding().is_embedded
}

fn local() -> Result<Storage, StorageFault> {
    let storage = gloo::utils::window().local_storage();
    storage.ok().flatten().ok_or(StorageFault::Blocked)
}

fn session() -> Result<Storage, StorageFault> {
    if is_in_frame() {
        return Err(StorageFault::Blocked);
    }
    let storage = gloo::utils::window().session_storage();
    storage.ok().flatten().ok_or(StorageFault::Blocked)
}

/// Writes a text that outlives the tab.
///
/// # Errors
/// When storage is blocked or full.
pub fn write(key: &str, text: &str) -> Result<(), StorageFault> {
    if is_in_frame() {
        IN_FRAME.with_borrow_mut(|kept| kept.insert(key.to_owned(), text.to_owned()));
        return Ok(());
    }
    local()?
        .set_item(&format!("{PREFIX}{key}"), text)
        .map_err(|_| StorageFault::Full)
}

/// Reads a text.
///
/// # Errors
/// When storage is blocked.
pub fn read(key: &str) -> Result<Option<String>, StorageFault> {
    if is_in_frame() {
        return Ok(IN_FRAME.with_borrow(|kept| kept.get(key).cloned()));
    }
    local()?
        .get_item(&format!("{PREFIX}{key}"))
        .map_err(|_| StorageFault::Blocked)
}

/// Takes a text away.
///
/// # Errors
/// When storage is blocked.
pub fn remove(key: &str) -> Result<(), StorageFault> {
    if is_in_frame() {
        IN_FRAME.with_borrow_mut(|kept| kept.remove(key));
        return Ok(());
    }
    local()?
        .remove_item(&format!("{PREFIX}{key}"))
        .map_err(|_| StorageFault::Blocked)
}

/// The names of all texts below a folder, without the folder's name.
///
/// # Errors
/// When storage is blocked.
pub fn names(folder: &str) -> Result<Vec<String>, StorageFault> {
    if is_in_frame() {
        let start = format!("{folder}/");
        return Ok(IN_FRAME.with_borrow(|kept| {
            let names = kept.keys().filter_map(|key| key.strip_prefix(&start));
            names.map(str::to_owned).collect()
        }));
    }
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
