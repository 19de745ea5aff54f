//! Corrections of the region's figures: the region goes on as a bureau's own, a version on, and the page begins again
//! with it. The way back is kept in the tab.

use serde::{Deserialize, Serialize};

use super::page_regions::default_text;
use super::regions::{self, NotAdded};
use super::{address, storage};
use crate::app::state::{State, StorageFault};
use crate::language::Language;
use crate::link;
use crate::region::own::OwnRegion;
use crate::region::own::correct::Correction;
use crate::region::parse::parse_region;

/// The place of the way back in the tab's storage.
const PLACE: &str = "correction";

/// A correction that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct LastCorrection {
    /// The identifier of the region after it.
    id: String,
    /// The version of the region after it.
    version: u32,
    /// The number of figures corrected.
    pub count: usize,
    /// The link of the work before.
    link: String,
    /// The file of the own region before; none where there was none.
    file: Option<String>,
}

/// Corrects figures of the region on the screen, and begins again with it. Corrected values are no longer the
/// scenario's own.
///
/// # Errors
/// Why it could not be done; then nothing has changed.
pub async fn correct(
    state: &State,
    corrections: &[Correction],
    language: Language,
) -> Result<(), NotAdded> {
    let built_in = default_text().await.map_err(NotAdded::Missing)?;
    let default = parse_region(&built_in).map_err(NotAdded::Problems)?;
    let before = OwnRegion::of_region(&state.region, &default, language);
    let own = before.corrected(corrections);
    let region = own.region(&default).map_err(NotAdded::Problems)?;
    let mut scenario = state.scenario().clone();
    for correction in corrections {
        scenario.revert(&state.region, correction.key);
    }
    let (scenario, problems) = scenario.moved_to(&region);
    if !problems.is_empty() {
        return Err(NotAdded::Problems(problems));
    }
    let income = scenario.project(&region).scenario[0].income;
    let name = state.name.as_deref();
    let link = link::encode_with(&region, &scenario, &state.extras, name, income, None);
    let last = LastCorrection {
        id: own.id.clone(),
        version: own.version,
        count: corrections.len(),
        link: address::fragment(state),
        file: regions::kept(&own.id),
    };
    match storage::write(&regions::key(&own.id), &own.write()) {
        Ok(()) => {}
        // Without tables the link carries all of it.
        Err(StorageFault::Blocked | StorageFault::Full) if own.tables().is_empty() => {}
        Err(fault) => return Err(NotAdded::Storage(fault)),
    }
    if let Ok(text) = serde_json::to_string(&last) {
        storage::remember_in_tab(PLACE, &text);
    }
    address::leave_for(&link);
    Ok(())
}

/// The last correction of the region on the screen in this tab, if it can be taken back.
pub fn last(state: &State) -> Option<LastCorrection> {
    let text = storage::recall_in_tab(PLACE)?;
    let last: LastCorrection = serde_json::from_str(&text).ok()?;
    let own = state.region.own.as_deref()?;
    (own.id == last.id && own.version == last.version).then_some(last)
}

/// Takes a correction back: the region and the work are as they were before it.
///
/// # Errors
/// When storage is blocked.
pub fn take_back(last: &LastCorrection) -> Result<(), StorageFault> {
    match &last.file {
        Some(file) => storage::write(&regions::key(&last.id), file)?,
        None => storage::remove(&regions::key(&last.id))?,
    }
    storage::forget_in_tab(PLACE);
    address::leave_for(&last.link);
    Ok(())
}
