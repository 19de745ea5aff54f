//! Messages for the user.

use rust_decimal::Decimal;

use crate::problem::Problem;
use crate::scenario::Scenario;
use crate::scenario::drafts::Extras;

/// Something that the user should know.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Its identity, for closing it.
    pub id: u64,
    /// Its message.
    pub news: News,
}

/// The message of a notice.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// Parts of a link, a file or stored work that were not understood.
    Problems(Origin, Vec<Problem>),
    /// A link or a file of which nothing was taken, and why.
    Refused(Origin, Vec<Problem>),
    /// Drafts that a link or a file brought were added to the reader's own.
    DraftsAdded(Brought),
    /// A link was made when the headline income was another: as shared, and here; and the earlier
    /// version of the data that it was made under, where it is known.
    FiguresChanged(Decimal, Decimal, Option<u32>),
    /// Changes that do not fit the values of another version of the data.
    LeftBehind(Vec<Problem>),
    /// A link or file was opened over work that is saved here and can be brought back.
    WorkKept(Scenario, Option<String>),
    /// The same of the drafts and the input distributions.
    ExtrasKept(Extras),
    /// The browser's storage can't be used; the work is in this tab and its link alone.
    StorageFailed(StorageFault),
    /// Saved work that can't be read; it stays where it is. The number of entries.
    Unreadable(usize),
    /// More work is saved here than can be looked through. The number of pieces.
    MuchKept(usize),
    /// Something was done: the message's identifier.
    Done(&'static str),
    /// Something failed: the message's identifier.
    Failed(&'static str),
}

/// The drafts that a link or a file brought with its scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brought {
    /// Number of drafts that were added.
    pub added: usize,
    /// The names of those for which there was no room.
    pub left_out: Vec<String>,
    /// True where the sender's ranges and draws were left out.
    pub without_doubts: bool,
}

/// The origin of something that was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A link.
    Link,
    /// A file.
    File,
    /// The browser's storage.
    Storage,
}

impl Origin {
    /// The name in message identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::File => "file",
            Self::Storage => "storage",
        }
    }
}

/// Reasons why storage can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// The browser forbids it.
    Blocked,
    /// There is no room left.
    Full,
}
