//! The regions to choose among: those that the page was built with, and the reader's own in the browser's storage.
//! Choosing one loads the page again with it, so that nothing of another region can stay on the screen.

use std::cell::RefCell;

use super::page_regions::{PageRegion, announced, default_text};
use super::{address, bureau, storage};
use crate::app::packed::{packed, unpacked};
use crate::app::state::StorageFault;
use crate::link;
use crate::problem::{Fault, Problem};
use crate::region::Region;
use crate::region::files::RegionFiles;
use crate::region::own::raw::looks_like_own;
use crate::region::own::{MOST_OWN_BYTES, OwnRegion};
use crate::region::parse::parse_region;
use crate::scenario::drafts::Extras;
use crate::scenario::file;

/// The folder of the reader's own regions in the storage, and the key of the one chosen last.
const FOLDER: &str = "region";
/// The longest whole file of a region that is read, in bytes; one of own figures may hold tables.
const MOST_BYTES: usize = 1 << 20;

thread_local! {
    /// The identifier and the file of the own region on the screen. It stays when the storage loses it.
    static SHOWN: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// The region that the page is to start with.
pub struct RegionToShow {
    /// The page's region, or the one that an own region begins with.
    pub page: PageRegion,
    /// The file of an own region, as it lies in the storage.
    pub own: Option<String>,
}

/// A region of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its identifier.
    pub id: String,
    /// The region; none where its file can't be read here.
    pub region: Result<Box<Region>, Vec<Problem>>,
    /// The file of an own region.
    pub own: Option<String>,
    /// True where the browser's storage holds it, or the page itself.
    pub is_kept: bool,
}

/// The place of an own region in the storage.
pub fn key(id: &str) -> String {
    format!("{FOLDER}/{id}")
}

/// The text of an own region as it lies in the storage.
fn lying(id: &str) -> Option<String> {
    storage::read(&key(id)).ok().flatten()
}

/// The file of an own region that the storage has.
pub fn kept(id: &str) -> Option<String> {
    lying(id).map(as_kept)
}

/// The file of an own region that lies in the storage.
pub fn as_kept(lying: String) -> String {
    unpacked(lying, MOST_OWN_BYTES)
}

/// Keeps the file of an own region. What lies there is packed: the storage has room for little. Counties that another
/// table takes the place of are kept apart, as those before the last import.
///
/// # Errors
/// When storage is full or blocked.
pub fn keep(id: &str, file: &str) -> Result<(), StorageFault> {
    let before = kept(id);
    storage::write(&key(id), &packed(file))?;
    if let Some(Ok(before)) = before.map(|text| OwnRegion::read(&text))
        && let Ok(now) = OwnRegion::read(file)
        && !before.counties.is_empty()
        && !now.counties.is_empty()
        && before.counties != now.counties
    {
        // Where there is no room, the league has nothing to compare with.
        let _may_be_full = bureau::keep_earlier(&before);
    }
    Ok(())
}

/// True where the page has that region, or the browser's storage.
pub fn is_known(id: &str) -> bool {
    announced().iter().any(|page| page.id == id) || lying(id).is_some()
}

/// True where the storage holds a region of that identifier with another text.
pub fn is_other_kept(id: &str, text: &str) -> bool {
    kept(id).is_some_and(|kept| kept != text)
}

/// The region that was chosen last: in this tab, else in any.
fn chosen() -> Option<String> {
    let in_tab = storage::recall_in_tab(FOLDER).filter(|id| is_known(id));
    in_tab.or_else(|| {
        storage::read(FOLDER)
            .ok()
            .flatten()
            .filter(|id| is_known(id))
    })
}

/// The region to start with: the one that the link carries, or the link's where it is known here, else the one chosen
/// last; none where the page has no region at all. `of_link` reads the figures that a link carries.
pub fn wanted(fragment: &str, of_link: fn(&str) -> Option<String>) -> Option<RegionToShow> {
    let announced = announced();
    if let Some(own) = of_link(fragment) {
        return Some(RegionToShow {
            page: announced.first()?.clone(),
            own: Some(own),
        });
    }
    let of_link = link::region_of(fragment).filter(|id| is_known(id));
    let id = of_link.or_else(chosen);
    let found = id
        .as_ref()
        .and_then(|id| announced.iter().find(|page| page.id == *id));
    let own = id.as_deref().filter(|_| found.is_none()).and_then(lying);
    let page = found.or(announced.first())?.clone();
    Some(RegionToShow { page, own })
}

/// The file of the own figures that a link carries, with the tables that the storage has of the same region; none where
/// it carries none that can be read: what is wrong is said when the link is opened.
pub fn carried(fragment: &str) -> Option<String> {
    let mut own = link::own_figures_of(fragment)?.ok()?;
    if let Some(Ok(kept)) = kept(&own.id).map(|text| OwnRegion::read(&text)) {
        own.take_tables(&kept);
    }
    Some(own.write())
}

/// Remembers the own region that is on the screen.
pub fn shows(region: &Region, own: Option<String>) {
    SHOWN.set(own.map(|own| (region.id.clone(), own)));
    storage::remember_in_tab(FOLDER, &region.id);
}

/// The file of the own region on the screen.
pub fn shown() -> Option<String> {
    SHOWN.with_borrow(|shown| shown.as_ref().map(|(_, own)| own.clone()))
}

/// The files of a region that is known here.
///
/// # Errors
/// What went wrong, in the browser's words.
pub async fn files(id: &str) -> Result<RegionFiles, String> {
    let announced = announced();
    let built_in = announced.iter().find(|page| page.id == id);
    let own = match built_in {
        Some(_) => None,
        None => {
            let shown = SHOWN.with_borrow(|shown| {
                let shown = shown.as_ref().filter(|(known, _)| known == id);
                shown.map(|(_, own)| own.clone())
            });
            let own = shown.or_else(|| kept(id));
            Some(own.ok_or_else(|| format!("no file for {id}"))?)
        }
    };
    let page = built_in.or(announced.first());
    let built_in = page
        .ok_or_else(|| format!("no file for {id}"))?
        .whole()
        .await?;
    Ok(RegionFiles { built_in, own })
}

/// Every region that is known here: the page's, then the own ones in the order of their names.
///
/// # Errors
/// What went wrong with the page's own file.
pub async fn list() -> Result<Vec<Listed>, String> {
    let mut all = Vec::new();
    for page in announced() {
        let files = RegionFiles {
            built_in: page.whole().await?,
            own: None,
        };
        all.push(Listed {
            id: page.id,
            region: files.region().map(Box::new),
            own: None,
            is_kept: true,
        });
    }
    if all.is_empty() {
        return Ok(all);
    }
    let built_in = default_text().await?;
    let mut ids = storage::names(FOLDER).unwrap_or_default();
    let shown = SHOWN.with_borrow(Clone::clone);
    if let Some((id, _)) = &shown
        && !ids.contains(id)
    {
        ids.push(id.clone());
    }
    let mut own_regions = Vec::new();
    for id in ids {
        let lying = kept(&id);
        let is_kept = lying.is_some();
        let shown = shown.as_ref().filter(|(known, _)| *known == id);
        let Some(own) = lying.or_else(|| shown.map(|(_, own)| own.clone())) else {
            continue;
        };
        let files = RegionFiles {
            built_in: built_in.clone(),
            own: Some(own.clone()),
        };
        own_regions.push(Listed {
            id,
            region: files.region().map(Box::new),
            own: Some(own),
            is_kept,
        });
    }
    own_regions.sort_by_key(|listed| match &listed.region {
        Ok(region) => (
            region
                .name
                .in_language(crate::language::Language::ALL[0])
                .to_owned(),
            listed.id.clone(),
        ),
        Err(_) => (String::new(), listed.id.clone()),
    });
    all.extend(own_regions);
    Ok(all)
}

/// Reasons why a region could not be added.
#[derive(Clone, Debug, PartialEq)]
pub enum NotAdded {
    /// Its file is not in order.
    Problems(Vec<Problem>),
    /// It bears the identifier of a region that the page was built with.
    BuiltIn(String),
    /// The browser keeps nothing.
    Storage(StorageFault),
    /// The page's own file is not here; the reason.
    Missing(String),
}

/// Keeps the region of a file, and returns its identifier.
///
/// # Errors
/// Why it could not be added.
pub async fn add(text: &str) -> Result<String, NotAdded> {
    let most = match looks_like_own(text) {
        true => MOST_OWN_BYTES,
        false => MOST_BYTES,
    };
    if text.len() > most {
        let problem = Problem::new("", Fault::TooLong(most));
        return Err(NotAdded::Problems(vec![problem]));
    }
    let files = RegionFiles {
        built_in: default_text().await.map_err(NotAdded::Missing)?,
        own: Some(text.to_owned()),
    };
    let region = files.region().map_err(NotAdded::Problems)?;
    if announced().iter().any(|page| page.id == region.id) {
        return Err(NotAdded::BuiltIn(region.id));
    }
    keep(&region.id, text).map_err(NotAdded::Storage)?;
    Ok(region.id)
}

/// Takes an own region away from the browser's storage. Work that was done with it stays.
///
/// # Errors
/// When storage is blocked.
pub fn remove(id: &str) -> Result<(), StorageFault> {
    storage::remove(&key(id))
}

/// Loads the page again with a region and the newest work of it.
///
/// # Errors
/// When storage is blocked: then the choice could not be handed on.
pub fn choose(id: &str) -> Result<(), StorageFault> {
    storage::write(FOLDER, id)?;
    storage::remember_in_tab(FOLDER, id);
    address::leave_for("");
    Ok(())
}

/// Loads the page again with the default region.
pub fn choose_default() {
    storage::forget_in_tab(FOLDER);
    // A choice that can't be taken back leads to a region that is not here, and so to the default.
    let _may_fail = storage::remove(FOLDER);
    address::leave_for("");
}

/// The link to load the page again with, where a text is a link of another region that is known here.
pub fn link_elsewhere(shown: &Region, text: &str) -> Option<String> {
    if let Some(own) = link::own_figures_of(text) {
        let own = own.ok()?;
        let is_shown = shown
            .own
            .as_deref()
            .is_some_and(|it| it.has_same_figures(&own));
        return (!is_shown).then(|| link::clean(text)).flatten();
    }
    let id = link::region_of(text)?;
    (id != shown.id && is_known(&id))
        .then(|| link::clean(text))
        .flatten()
}

/// The link that leads to a scenario file of another region that is known here.
pub async fn file_elsewhere(shown: &Region, text: &str) -> Option<String> {
    let id = file::region_id(text).ok()?;
    let region = match file::own_region_of(text) {
        Some(own) => {
            let own = own.ok()?;
            if shown
                .own
                .as_deref()
                .is_some_and(|it| it.has_same_figures(&own))
            {
                return None;
            }
            let built_in = default_text().await.ok()?;
            let region = own.region(&parse_region(&built_in).ok()?).ok()?;
            // The link has no room for its tables, so that the storage has to hand them on.
            if kept(&id).is_none() {
                let _may_be_full = keep(&id, &own.write());
            }
            region
        }
        None if id == shown.id || !is_known(&id) => return None,
        None => files(&id).await.ok()?.region().ok()?,
    };
    let read = file::read(&region, text)
        .ok()
        .filter(|read| read.problems.is_empty())?;
    let own = read.scenario.region(&region);
    let income = read.scenario.project(&own).scenario[0].income;
    let extras: &Extras = &read.extras;
    Some(link::encode_with(
        &region,
        &read.scenario,
        extras,
        read.name.as_deref(),
        income,
        None,
    ))
}
