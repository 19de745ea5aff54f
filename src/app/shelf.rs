//! Rules for saved work: which entries are opened, written, replaced and listed. Pure, without a browser.
//!
//! # How work is saved in the browser's storage
//!
//! Every entry of these folders is a scenario file (see [`crate::scenario::file`]), drafts and ranges
//! included. All keys begin with `zengshou/`.
//!
//! | key | holds |
//! |---|---|
//! | `work/nORDER-DAY-ID` | own work of one page that was loaded; see [`Mark`] |
//! | `work/MILLISECONDS-CHANCE` | the same, as releases before November 2026 named it; read and never written |
//! | `scenario/NAME` | a scenario that was saved under a name |
//! | `seen/nORDER-DAY-ID` | a link or a file of somebody else's that was opened; the last few |
//! | `damaged/…` | what earlier releases could not read and moved there; listed, never written |
//! | `region/ID` | the file of a region of the reader's own |
//! | `region` | the region that was chosen last |
//! | `language` | the chosen language |
//! | `ask`, `here/ID` | how pages find out which slots are in use where there are no locks |
//!
//! ORDER is one more than the greatest in the storage, so that no clock decides what is newest; DAY is the clock's
//! date (`20261129`), for the label alone; ID differs between pages.
//!
//! What a page keeps:
//!
//! - Only work that was changed takes a slot. A visit that changed nothing writes nothing, and what a link
//!   brought is no own work until it is changed.
//! - A page writes to slots that it made itself. Something that is opened makes it leave its slot as it is;
//!   coming back to the same work, it takes it up again.
//! - A slot that a page went on from is taken away once the page has a slot of its own, if it holds what
//!   the page began with, is of the same day, and no open page uses it.
//! - Reading never writes. What can't be read stays where it is, and is listed with what is known of it.
//!
//! The tab itself remembers `slot`, whose work is on its screen, `hidden`, whose work something that was
//! opened hides there, and `region`, which is on its screen.

mod desk;
mod mark;
#[cfg(test)]
mod tests;

use crate::problem::{Fault, Problem};
use crate::region::Region;
use crate::scenario::Scenario;
use crate::scenario::drafts::Extras;
use crate::scenario::file::{self, ScenarioFile};
use crate::scenario::name::numbered;
pub use desk::{Deed, Now, SlotKeeper};
pub use mark::{Day, Mark};

/// The most pieces of work that are saved without asking whether the oldest may go.
pub const MUCH_WORK: usize = 40;
/// The most links and files of others that are remembered.
pub const MOST_SEEN: usize = 12;

/// A tab's memory over a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TabMemory {
    /// The slot whose work is on its screen.
    pub slot: Option<String>,
    /// The slot whose work is hidden by what was opened over it.
    pub hidden: Option<String>,
}

/// The slots in the order in which a page tries to read its first work: what this tab had, then the
/// newest of any. None where this tab's own work was taken away, since there is nothing to bring back.
pub fn to_be_read(mut marks: Vec<Mark>, memory: &TabMemory) -> Vec<Mark> {
    marks.sort();
    marks.reverse();
    let find = |id: &String| marks.iter().position(|mark| mark.id() == id);
    let first = match &memory.slot {
        Some(slot) => match find(slot) {
            Some(at) => Some(at),
            None => return Vec::new(),
        },
        None => memory.hidden.as_ref().and_then(find),
    };
    if let Some(at) = first {
        let own = marks.remove(at);
        marks.insert(0, own);
    }
    marks
}

/// The content of an entry, as far as it could be understood.
#[derive(Clone, Debug, PartialEq)]
pub enum StoredContent {
    /// A scenario of this region.
    Whole(Box<ScenarioFile>),
    /// A scenario of another region, and its name in the file.
    Elsewhere(String, Option<String>),
    /// Content that can't be read, and why.
    Unreadable(Problem),
}

impl StoredContent {
    /// Reads an entry.
    pub fn of(region: &Region, text: &str) -> Self {
        match file::read(region, text) {
            Ok(file) => Self::Whole(Box::new(file)),
            Err(Problem {
                fault: Fault::UnknownRegion(id),
                ..
            }) => Self::Elsewhere(id, file::label_of(text).name),
            Err(problem) => Self::Unreadable(problem),
        }
    }

    /// The scenario file, if it is one of this region.
    pub fn whole(&self) -> Option<&ScenarioFile> {
        match self {
            Self::Whole(file) => Some(file),
            Self::Elsewhere(..) | Self::Unreadable(_) => None,
        }
    }

    /// True where a newer release may have written it.
    pub fn may_be_newer(&self) -> bool {
        matches!(
            self,
            Self::Unreadable(Problem {
                fault: Fault::FieldUnknown(_),
                ..
            })
        )
    }
}

/// A page's knowledge of a name's content: what it saved or opened there.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its extras.
    pub extras: &'a Extras,
}

impl Known<'_> {
    fn is(&self, file: &ScenarioFile) -> bool {
        let same_extras = file.extras == *self.extras || file.extras.is_usual();
        file.scenario == *self.scenario && same_extras
    }
}

/// The name under which something can be saved without overwriting anything unasked: the wanted one where it is
/// free, or where its content is what the page knows, or the same; else the next one with a number. `lying` reads
/// the content of a name.
pub fn free_name<E>(
    wanted: &str,
    own: Known<'_>,
    known: Option<Known<'_>>,
    lying: impl Fn(&str) -> Result<Option<StoredContent>, E>,
) -> Result<String, E> {
    let mut name = wanted.to_owned();
    let mut number = 2;
    while let Some(content) = lying(&name)? {
        let is_same = |known: Known<'_>| content.whole().is_some_and(|file| known.is(file));
        let is_own = content
            .whole()
            .is_some_and(|file| file.scenario == *own.scenario && file.extras == *own.extras);
        if is_own || known.is_some_and(is_same) {
            break;
        }
        name = numbered(wanted, number);
        number += 1;
    }
    Ok(name)
}

/// The slots that would go if the number of saved works were brought down to the usual one: the oldest that nobody
/// has open.
pub fn surplus(mut marks: Vec<Mark>, is_in_use: impl Fn(&Mark) -> bool) -> Vec<Mark> {
    marks.sort();
    let count = marks.len().saturating_sub(MUCH_WORK);
    marks.retain(|mark| !is_in_use(mark));
    marks.truncate(count);
    marks
}
