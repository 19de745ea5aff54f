//! Work that is kept in the browser: the scenario of each open tab, and scenarios with names.
//!
//! Every page that is loaded has a slot of its own, so that two tabs never write over one
//! another; a reload finds its former slot through the tab's own memory. Named scenarios are
//! entries of their own, and one that another tab changed meanwhile is not written over.

use super::storage;
use crate::app::state::{News, Origin, State, StorageFault};
use crate::problem::{Fault, Problem};
use crate::region::Region;
use crate::scenario::Scenario;
use crate::scenario::file;
use crate::scenario::tray::Extras;

const WORK: &str = "work";
const NAMED: &str = "scenario";
const DAMAGED: &str = "damaged";
const SLOT_OF_TAB: &str = "slot";
/// The most slots that are kept; the oldest go first.
const MOST_SLOTS: usize = 12;

/// A slot of one loaded page.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot(String);

/// Work found in the storage.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The scenario.
    pub scenario: Scenario,
    /// What was kept beside it.
    pub extras: Extras,
    /// Its name, if it was kept under one.
    pub name: Option<String>,
    /// What was not understood.
    pub problems: Vec<Problem>,
}

impl Slot {
    /// A new slot for this page.
    pub fn new() -> Self {
        let chance = (js_sys::Math::random() * 1e9) as u64;
        Self(format!("{:013}-{chance:09}", js_sys::Date::now() as u64))
    }

    /// Keeps the state's scenario in the slot.
    ///
    /// # Errors
    /// When storage is blocked or full.
    pub fn keep(&self, state: &State) -> Result<(), StorageFault> {
        let key = format!("{WORK}/{}", self.0);
        if state.scenario().is_plan() && state.name.is_none() && state.extras.is_usual() {
            storage::remove(&key)?;
        } else {
            let name = state.name.as_deref();
            let text = file::write_with(&state.region, state.scenario(), name, &state.extras);
            if storage::write(&key, &text).is_err() {
                // Old slots give their room to the present work.
                drop_slots(&self.0, 1)?;
                storage::write(&key, &text)?;
            }
        }
        storage::remember_in_tab(SLOT_OF_TAB, &self.0);
        Ok(())
    }
}

impl Default for Slot {
    fn default() -> Self {
        Self::new()
    }
}

/// The work of this tab before it was reloaded, else the newest work of any tab.
///
/// # Errors
/// When storage is blocked.
pub fn latest(region: &Region, news: &mut Vec<News>) -> Result<Option<Found>, StorageFault> {
    let mut slots = storage::names(WORK)?;
    slots.sort();
    let own = storage::recall_in_tab(SLOT_OF_TAB).filter(|own| slots.contains(own));
    // A tab that was reloaded after a reset has no slot any more, and nothing to bring back.
    if own.is_none() && storage::recall_in_tab(SLOT_OF_TAB).is_some() {
        return Ok(None);
    }
    let newest_first = own.into_iter().chain(slots.into_iter().rev());
    for slot in newest_first {
        let key = format!("{WORK}/{slot}");
        if let Some(found) = read_entry(region, &key, news)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// The scenario that [`latest`] will bring, without telling anything or changing the storage.
pub fn peek(region: &Region) -> Option<Scenario> {
    let slots = storage::names(WORK).ok()?;
    let own = storage::recall_in_tab(SLOT_OF_TAB);
    let slot = match own {
        Some(own) => slots.contains(&own).then_some(own),
        None => slots.into_iter().max(),
    };
    let text = storage::read(&format!("{WORK}/{}", slot?)).ok().flatten()?;
    file::read(region, &text).ok().map(|file| file.scenario)
}

/// Drops the oldest slots, so that at most `most` others are left beside this one.
///
/// # Errors
/// When storage is blocked.
pub fn drop_slots(own: &str, most: usize) -> Result<(), StorageFault> {
    let mut slots = storage::names(WORK)?;
    slots.retain(|slot| slot != own);
    slots.sort();
    let surplus = slots.len().saturating_sub(most);
    for slot in &slots[..surplus] {
        storage::remove(&format!("{WORK}/{slot}"))?;
    }
    Ok(())
}

/// Keeps the number of slots bounded.
///
/// # Errors
/// When storage is blocked.
pub fn tidy() -> Result<(), StorageFault> {
    drop_slots("", MOST_SLOTS)
}

/// The names of all kept scenarios, sorted.
///
/// # Errors
/// When storage is blocked.
pub fn names() -> Result<Vec<String>, StorageFault> {
    let mut names = storage::names(NAMED)?;
    names.sort();
    Ok(names)
}

/// Keeps a scenario under a name and returns the name it got: another, if the name already
/// holds a scenario that is not the one this tab opened (`known`).
///
/// # Errors
/// When storage is blocked or full.
pub fn keep_as(
    state: &State,
    name: &str,
    known: Option<&Scenario>,
) -> Result<String, StorageFault> {
    let mut free = name.to_owned();
    let mut number = 2;
    while let Some(text) = storage::read(&format!("{NAMED}/{free}"))? {
        let stored = file::read(&state.region, &text)
            .ok()
            .map(|file| file.scenario);
        if stored.is_none() || stored.as_ref() == known || stored.as_ref() == Some(state.scenario())
        {
            break;
        }
        free = format!("{name} ({number})");
        number += 1;
    }
    let text = file::write(&state.region, state.scenario(), Some(&free));
    storage::write(&format!("{NAMED}/{free}"), &text)?;
    Ok(free)
}

/// Opens a kept scenario.
///
/// # Errors
/// When storage is blocked.
pub fn open(
    region: &Region,
    name: &str,
    news: &mut Vec<News>,
) -> Result<Option<Found>, StorageFault> {
    let found = read_entry(region, &format!("{NAMED}/{name}"), news)?;
    Ok(found.map(|found| Found {
        name: Some(name.to_owned()),
        ..found
    }))
}

/// Deletes a kept scenario.
///
/// # Errors
/// When storage is blocked.
pub fn delete(name: &str) -> Result<(), StorageFault> {
    storage::remove(&format!("{NAMED}/{name}"))
}

/// Reads an entry. One that can't be read is put aside, told once and never deleted.
fn read_entry(
    region: &Region,
    key: &str,
    news: &mut Vec<News>,
) -> Result<Option<Found>, StorageFault> {
    let Some(text) = storage::read(key)? else {
        return Ok(None);
    };
    match file::read(region, &text) {
        Ok(file) => Ok(Some(Found {
            scenario: file.scenario,
            extras: file.extras,
            name: file.name,
            problems: file.problems,
        })),
        // Another region's work is in order; it waits for its own region.
        Err(problem) if matches!(problem.fault, Fault::UnknownRegion(_)) => Ok(None),
        Err(problem) => {
            let aside = format!("{DAMAGED}/{}", key.replace('/', "-"));
            if storage::write(&aside, &text).is_ok() {
                storage::remove(key)?;
            }
            news.push(News::Problems(Origin::Storage, vec![problem]));
            Ok(None)
        }
    }
}
