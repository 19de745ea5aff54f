//! The bureau's settings of a region and the counties of its last import, as the browser keeps them.

use zengshou_sheets::CountyRow;

use super::storage;
use crate::app::packed::{packed, unpacked};
use crate::app::state::StorageFault;
use crate::counties::settings::CountySettings;
use crate::problem::Problem;
use crate::region::own::{MOST_OWN_BYTES, OwnRegion};

/// The folder of settings in the storage, and the one of the tables before the last import; by region.
const SETTINGS: &str = "bureau";
const EARLIER: &str = "earlier";

/// The place of the part of the page that is shown, in the tab's storage.
const SHOWN: &str = "projects";

/// The settings that are kept for a region; none where there are none.
///
/// # Errors
/// The problems of settings that can't be read; they stay where they are until something is changed.
pub fn kept(region: &str) -> Result<Option<CountySettings>, Vec<Problem>> {
    match storage::read(&format!("{SETTINGS}/{region}")) {
        Ok(Some(text)) => CountySettings::read(&text).map(Some),
        // A storage that is blocked is reported as soon as something is to be kept.
        Ok(None) | Err(_) => Ok(None),
    }
}

/// Keeps the settings of a region.
///
/// # Errors
/// When storage is blocked or full.
pub fn keep(region: &str, settings: &CountySettings) -> Result<(), StorageFault> {
    let key = format!("{SETTINGS}/{region}");
    match *settings == CountySettings::default() {
        true => storage::remove(&key),
        false => storage::write(&key, &settings.write()),
    }
}

/// Notes the part of the page of projects that is shown: where the page begins again, it stands there again.
pub fn stay_at(part: &str) {
    storage::remember_in_tab(SHOWN, part);
}

/// Notes that the page of projects was left.
pub fn leave() {
    storage::forget_in_tab(SHOWN);
}

/// The part of the page of projects that was shown when the page began again.
pub fn stayed_at() -> Option<String> {
    storage::recall_in_tab(SHOWN)
}

/// The counties before the last import of a region.
pub fn earlier(region: &str) -> Option<Vec<CountyRow>> {
    let own = OwnRegion::read(&earlier_file(region)?).ok()?;
    Some(own.counties)
}

/// The file that holds them.
pub fn earlier_file(region: &str) -> Option<String> {
    let lying = storage::read(&format!("{EARLIER}/{region}")).ok()??;
    Some(unpacked(lying, MOST_OWN_BYTES))
}

/// Keeps the counties that an import replaces, for changes in the league.
///
/// # Errors
/// When storage is blocked or full.
pub fn keep_earlier(before: &OwnRegion) -> Result<(), StorageFault> {
    let mut own = before.clone();
    own.projects.clear();
    storage::write(&format!("{EARLIER}/{}", own.id), &packed(&own.write()))
}
