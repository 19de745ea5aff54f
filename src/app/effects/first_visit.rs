//! Detection of a first visit: nothing is saved, and no lever was ever moved in this browser.

use super::entries::Folder;
use super::storage;

/// Storage key that records that a lever was moved.
const BEGUN: &str = "begun";

/// True for a first visit. Where storage is blocked, every visit counts as one.
pub fn is_first() -> bool {
    let has_begun = storage::read(BEGUN).is_ok_and(|text| text.is_some());
    let has_begun_in_tab = storage::recall_in_tab(BEGUN).is_some();
    let own = [Folder::Work, Folder::Named, Folder::Damaged];
    let is_kept = |folder: Folder| folder.names().is_ok_and(|names| !names.is_empty());
    !has_begun && !has_begun_in_tab && !own.into_iter().any(is_kept)
}

/// Saves that a lever was moved: in this browser, or where that is not allowed in this tab.
pub fn end() {
    if storage::write(BEGUN, "1").is_err() {
        storage::remember_in_tab(BEGUN, "1");
    }
}
