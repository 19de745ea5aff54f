//! The work of this page in the browser's storage. [`crate::app::shelf`] decides what is written where.

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::entries::Folder;
use super::{presence, storage};
use crate::app::clock;
use crate::app::shelf::{
    self, Day, Deed, MOST_SEEN, MUCH_WORK, Mark, Now, SlotKeeper, StoredContent, TabMemory,
};
use crate::app::state::{Action, Begun, News, State, StorageFault};
use crate::region::Region;
use crate::scenario::Scenario;
use crate::scenario::drafts::Extras;
use crate::scenario::file::{self, ScenarioFile};

const SLOT: &str = "slot";
const HIDDEN: &str = "hidden";
const NAME: &str = "name";

/// Work found in the storage.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    mark: Mark,
    text: String,
    /// Its content.
    pub file: ScenarioFile,
}

/// The tab's memory from before it was reloaded.
pub fn memory() -> TabMemory {
    TabMemory {
        slot: storage::recall_in_tab(SLOT),
        hidden: storage::recall_in_tab(HIDDEN),
    }
}

/// The name under which this tab had opened a saved scenario before it was reloaded.
pub fn remembered_name() -> Option<String> {
    storage::recall_in_tab(NAME)
}

/// The work that a page begins with, and how many entries before it could not be read. Nothing is written.
///
/// # Errors
/// When storage is blocked.
pub fn first(region: &Region, memory: &TabMemory) -> Result<(Option<Found>, usize), StorageFault> {
    let mut unreadable = 0;
    for mark in shelf::to_be_read(Folder::Work.marks()?, memory) {
        let Some(text) = Folder::Work.read(mark.name())? else {
            continue;
        };
        match StoredContent::of(region, &text) {
            StoredContent::Whole(file) => {
                let file = *file;
                return Ok((Some(Found { mark, text, file }), unreadable));
            }
            // Another region's work is in order; it waits for its own region.
            StoredContent::Elsewhere(..) => {}
            StoredContent::Unreadable(_) => unreadable += 1,
        }
    }
    Ok((None, unreadable))
}

/// The work of a slot, if it is there.
pub fn of_slot(region: &Region, id: &str) -> Option<ScenarioFile> {
    let marks = Folder::Work.marks().ok()?;
    let mark = marks.into_iter().find(|mark| mark.id() == id)?;
    let text = Folder::Work.read(mark.name()).ok()??;
    file::read(region, &text).ok()
}

/// The scenario of the work that a page will begin with.
pub fn peek(region: &Region) -> Option<Scenario> {
    let (found, _) = first(region, &memory()).ok()?;
    found.map(|found| found.file.scenario)
}

/// Saves the work of one loaded page.
pub struct Keeper {
    desk: SlotKeeper,
    count: u64,
    act: Callback<Action>,
    has_warned_of_much: bool,
}

impl Keeper {
    /// The page's, which begins with a state.
    pub fn new(state: &State, act: Callback<Action>) -> Self {
        let page = format!("{:09}", (js_sys::Math::random() * 1e9) as u64);
        let mut desk = SlotKeeper::new(&page, state.begun.count);
        if let Ok((Some(found), _)) = first(&state.region, &memory()) {
            let id = found.mark.id().to_owned();
            if state.began_outside() {
                remember(HIDDEN, Some(&*id).filter(|_| state.offers_back()));
            } else {
                presence::hold(&id);
                desk.go_on_from(found.mark, found.text);
                remember(SLOT, Some(&id));
            }
        }
        Self {
            desk,
            count: 0,
            act,
            has_warned_of_much: false,
        }
    }

    /// The slot that holds what is on the screen.
    pub fn slot(&self) -> Option<&str> {
        self.desk.slot()
    }

    /// Keeps the state's work.
    ///
    /// # Errors
    /// When storage is blocked or full; the work is then in this tab and its link.
    pub fn keep(&mut self, state: &State) -> Result<(), StorageFault> {
        let marks = Folder::Work.marks()?;
        let before = self.desk.slot().map(str::to_owned);
        let text = text_of(&state.region, state);
        let now = Now {
            count: state.begun.count,
            is_nothing: state.is_nothing(),
            is_changed: state.is_changed(),
            began_outside: state.began_outside(),
            text: &text,
        };
        let deed = self.desk.decide(&now, &marks, Day::of(clock::today()));
        let is_removed = matches!(deed, Deed::Remove(_));
        let written = match deed {
            Deed::Nothing => Ok(()),
            Deed::Remove(name) => storage::remove(&Folder::Work.key(&name)),
            Deed::Write { name, instead_of } => {
                self.warn_of_much(&marks, &name);
                self.write(&name, instead_of.as_deref(), &text)
            }
        };
        // A tab whose own work was taken away is to find nothing after a reload.
        if !(is_removed && state.is_nothing()) {
            remember(SLOT, self.desk.slot());
        }
        if let Some(id) = self.desk.slot() {
            presence::hold(id);
        }
        if !state.offers_back() {
            remember(HIDDEN, None);
        } else if before.is_some() && before.as_deref() != self.desk.slot() {
            remember(HIDDEN, before.as_deref());
        }
        remember(NAME, state.name.as_deref());
        if self.count != state.begun.count {
            self.count = state.begun.count;
            if state.began_outside() {
                // Whatever is wrong, the link or the file holds it still.
                let _may_fail = remember_seen(&state.region, &state.begun, state.has_own_extras());
            }
        }
        written
    }

    fn write(
        &mut self,
        name: &str,
        instead_of: Option<&str>,
        text: &str,
    ) -> Result<(), StorageFault> {
        let key = Folder::Work.key(name);
        let mut written = storage::write(&key, text);
        // What others sent gives its room to own work.
        while written.is_err() && drop_oldest_seen()? {
            written = storage::write(&key, text);
        }
        if written.is_ok() {
            if let Some(old) = instead_of {
                storage::remove(&Folder::Work.key(old))?;
            }
            if let Some((mark, begun)) = self.desk.outlived() {
                spawn_local(async move {
                    take_away_outlived(&mark, &begun).await;
                });
            }
            return Ok(());
        }
        if let Some(old) = instead_of
            && Mark::read(old).id() == Mark::read(name).id()
            && storage::write(&Folder::Work.key(old), text).is_ok()
        {
            self.desk.stayed(old);
            return Ok(());
        }
        let outlived = self.desk.outlived();
        self.desk.failed();
        let Some((mark, begun)) = outlived else {
            return written;
        };
        // The slot that this page went on from may be the one whose room it needs.
        let (act, text) = (self.act.clone(), text.to_owned());
        spawn_local(async move {
            let room = take_away_outlived(&mark, &begun).await;
            if storage::write(&key, &text).is_err() {
                if room {
                    let back = storage::write(&Folder::Work.key(mark.name()), &begun);
                    debug_assert!(back.is_ok(), "what lay there has room there");
                }
                act.emit(Action::Notify(News::StorageFailed(StorageFault::Full)));
            }
        });
        Ok(())
    }

    fn warn_of_much(&mut self, marks: &[Mark], name: &str) {
        let is_new = !marks.iter().any(|mark| mark.name() == name);
        if is_new && marks.len() >= MUCH_WORK && !self.has_warned_of_much {
            self.has_warned_of_much = true;
            self.act
                .emit(Action::Notify(News::MuchKept(marks.len() + 1)));
        }
    }
}

fn text_of(region: &Region, state: &State) -> String {
    let name = state.name.as_deref();
    file::write_with(region, state.scenario(), name, &state.extras)
}

fn remember(key: &str, value: Option<&str>) {
    match value {
        Some(value) => storage::remember_in_tab(key, value),
        None => storage::forget_in_tab(key),
    }
}

/// Removes a slot if it is as this page found it and no open page uses it; true where it did.
async fn take_away_outlived(mark: &Mark, begun: &str) -> bool {
    let Some(in_use) = presence::in_use_elsewhere().await else {
        return false;
    };
    let lying = Folder::Work.read(mark.name()).ok().flatten();
    let is_free = !in_use.contains(mark.id()) && lying.as_deref() == Some(begun);
    is_free && storage::remove(&Folder::Work.key(mark.name())).is_ok()
}

/// Remembers a link or a file of somebody else's, so that it is listed; the oldest make room.
fn remember_seen(region: &Region, begun: &Begun, has_own_extras: bool) -> Result<(), StorageFault> {
    if begun.scenario.is_plan() {
        return Ok(());
    }
    let name = begun.given.as_deref();
    // Drafts that lay here already are none of the sender's.
    let none = Extras::default();
    let extras = if has_own_extras { &none } else { &begun.extras };
    let text = file::write_with(region, &begun.scenario, name, extras);
    for folder in [Folder::Work, Folder::Seen] {
        for name in folder.names()? {
            if folder.read(&name)?.as_deref() == Some(&text) {
                return Ok(());
            }
        }
    }
    let mut marks = Folder::Seen.marks()?;
    let id = format!("{:09}", (js_sys::Math::random() * 1e9) as u64);
    let mark = Mark::behind(&marks, Day::of(clock::today()), &id);
    storage::write(&Folder::Seen.key(mark.name()), &text)?;
    marks.sort();
    let surplus = (marks.len() + 1).saturating_sub(MOST_SEEN);
    for mark in &marks[..surplus] {
        storage::remove(&Folder::Seen.key(mark.name()))?;
    }
    Ok(())
}

/// Drops the oldest of what came from others; whether there was one.
fn drop_oldest_seen() -> Result<bool, StorageFault> {
    let Some(oldest) = Folder::Seen.marks()?.into_iter().min() else {
        return Ok(false);
    };
    storage::remove(&Folder::Seen.key(oldest.name()))?;
    Ok(true)
}
