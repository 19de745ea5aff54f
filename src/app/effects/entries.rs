//! The entries of saved work in the browser's storage: reading, listing, saving under a name, removing. The format
//! is described in [`crate::app::shelf`].

use super::storage;
use crate::app::shelf::{self, Known, Mark, StoredContent};
use crate::app::state::{Opened, Origin, State, StorageFault};
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;
use crate::scenario::file::{self, ScenarioFile};

/// A folder of the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    /// Own work of pages.
    Work,
    /// Scenarios that were saved under a name.
    Named,
    /// Links and files of others that were opened.
    Seen,
    /// Entries that earlier releases could not read.
    Damaged,
}

impl Folder {
    const ALL: [Self; 4] = [Self::Work, Self::Named, Self::Seen, Self::Damaged];

    fn name(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Named => "scenario",
            Self::Seen => "seen",
            Self::Damaged => "damaged",
        }
    }

    /// The storage's key of a name in the folder.
    pub fn key(self, name: &str) -> String {
        format!("{}/{name}", self.name())
    }

    /// The names in the folder.
    ///
    /// # Errors
    /// When storage is blocked.
    pub fn names(self) -> Result<Vec<String>, StorageFault> {
        storage::names(self.name())
    }

    /// The names in the folder as slots.
    ///
    /// # Errors
    /// When storage is blocked.
    pub fn marks(self) -> Result<Vec<Mark>, StorageFault> {
        let names = self.names()?;
        Ok(names.iter().map(|name| Mark::read(name)).collect())
    }

    /// The text of an entry.
    ///
    /// # Errors
    /// When storage is blocked.
    pub fn read(self, name: &str) -> Result<Option<String>, StorageFault> {
        storage::read(&self.key(name))
    }
}

/// An entry, and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The folder that holds it.
    pub folder: Folder,
    /// Its name there.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its content, as far as it can be read.
    pub content: StoredContent,
}

impl Entry {
    /// The parsed name, for an entry of a slot.
    pub fn mark(&self) -> Mark {
        Mark::read(&self.name)
    }
}

/// True where a storage event may concern an entry of saved work. Other keys change all the time, since pages use
/// them to talk to each other.
pub fn concerns_entries(event: &web_sys::StorageEvent) -> bool {
    // None where everything was cleared.
    event.key().is_none_or(|key| {
        let key = key.strip_prefix(storage::PREFIX).unwrap_or_default();
        let folder = key.split('/').next().unwrap_or_default();
        Folder::ALL.iter().any(|known| known.name() == folder)
    })
}

/// Everything that is saved: slots newest first, names in their order.
///
/// # Errors
/// When storage is blocked.
pub fn all(region: &Region) -> Result<Vec<Entry>, StorageFault> {
    let mut all = Vec::new();
    for folder in Folder::ALL {
        let mut names = folder.names()?;
        match folder {
            Folder::Work | Folder::Seen => {
                names.sort_by_cached_key(|name| std::cmp::Reverse(Mark::read(name)));
            }
            Folder::Named | Folder::Damaged => names.sort(),
        }
        for name in names {
            if let Some(text) = folder.read(&name)? {
                let content = StoredContent::of(region, &text);
                all.push(Entry {
                    folder,
                    name,
                    text,
                    content,
                });
            }
        }
    }
    Ok(all)
}

/// The names of all saved scenarios, sorted.
///
/// # Errors
/// When storage is blocked.
pub fn names() -> Result<Vec<String>, StorageFault> {
    let mut names = Folder::Named.names()?;
    names.sort();
    Ok(names)
}

/// The content saved under a name; none where nothing is.
///
/// # Errors
/// When storage is blocked.
pub fn saved(region: &Region, name: &str) -> Result<Option<StoredContent>, StorageFault> {
    let text = Folder::Named.read(name)?;
    Ok(text.map(|text| StoredContent::of(region, &text)))
}

/// Saves the scenario on the screen, with drafts and ranges, and returns the name it got: another, if the
/// wanted one holds something that this tab does not know.
///
/// # Errors
/// When storage is blocked or full.
pub fn save(state: &State, name: &str) -> Result<String, StorageFault> {
    let own = Known {
        scenario: state.scenario(),
        extras: &state.extras,
    };
    let known = (state.name.as_deref() == Some(name)).then_some(Known {
        scenario: &state.saved,
        extras: &state.saved_extras,
    });
    let free = shelf::free_name(name, own, known, |name| saved(&state.region, name))?;
    let text = file::write_with(&state.region, own.scenario, Some(&free), own.extras);
    storage::write(&Folder::Named.key(&free), &text)?;
    Ok(free)
}

/// Saves a scenario that was stored otherwise, and returns the name it got.
///
/// # Errors
/// When storage is blocked or full.
pub fn save_file(
    region: &Region,
    found: &ScenarioFile,
    name: &str,
) -> Result<String, StorageFault> {
    let own = Known {
        scenario: &found.scenario,
        extras: &found.extras,
    };
    let free = shelf::free_name(name, own, None, |name| saved(region, name))?;
    let text = file::write_with(region, own.scenario, Some(&free), own.extras);
    storage::write(&Folder::Named.key(&free), &text)?;
    Ok(free)
}

/// Gives an entry a name: a saved one another, work one of its own. Work that an open page uses stays where
/// it is, too.
///
/// # Errors
/// When storage is blocked or full.
pub fn rename(
    region: &Region,
    entry: &Entry,
    name: &str,
    is_in_use: bool,
) -> Result<Option<String>, StorageFault> {
    let Some(found) = entry.content.whole() else {
        return Ok(None);
    };
    let is_same = entry.folder == Folder::Named && entry.name == name;
    if is_same {
        return Ok(Some(name.to_owned()));
    }
    let free = save_file(region, found, name)?;
    if !is_in_use && (entry.folder, &entry.name) != (Folder::Named, &free) {
        delete(entry)?;
    }
    Ok(Some(free))
}

/// Takes an entry away.
///
/// # Errors
/// When storage is blocked.
pub fn delete(entry: &Entry) -> Result<(), StorageFault> {
    storage::remove(&entry.folder.key(&entry.name))
}

/// The reason why an entry can't be opened; none where it can.
pub fn obstacle(content: &StoredContent) -> Option<Problem> {
    match content {
        StoredContent::Whole(_) => None,
        StoredContent::Elsewhere(region, _) => {
            Some(Problem::new("region", Fault::UnknownRegion(quote(region))))
        }
        StoredContent::Unreadable(problem) => Some(problem.clone()),
    }
}

/// The state to open for saved work. The content of a slot may have changed since it was saved under its name.
pub fn opened(region: &Region, found: ScenarioFile) -> Opened {
    let name = found.name.as_deref();
    let kept = name.and_then(|name| saved(region, name).ok().flatten());
    let kept = kept.as_ref().and_then(StoredContent::whole);
    Opened {
        name: found.name.clone().filter(|_| kept.is_some()),
        given: found.name,
        saved: kept.map(|kept| kept.scenario.clone()).unwrap_or_default(),
        saved_extras: Some(kept.map(|kept| kept.extras.clone()).unwrap_or_default()),
        scenario: found.scenario,
        extras: Some(found.extras),
        origin: Origin::Storage,
        problems: found.problems,
        figures_changed: None,
    }
}

/// The state to open for a scenario that was saved under a name. Where it has no drafts and ranges, those on the
/// screen stay.
pub fn opened_saved(name: &str, found: ScenarioFile) -> Opened {
    let extras = Some(found.extras).filter(|extras| !extras.is_usual());
    Opened {
        name: Some(name.to_owned()),
        given: None,
        saved: found.scenario.clone(),
        saved_extras: extras.clone(),
        scenario: found.scenario,
        extras,
        origin: Origin::Storage,
        problems: found.problems,
        figures_changed: None,
    }
}
