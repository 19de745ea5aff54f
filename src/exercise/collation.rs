//! The results of groups put together, without a server: links out of pasted chats, result files and numbers that were
//! called out, in any mix.
//!
//! A session keeps the links and the numbers as they came, and everything else is read off them. The last answer of a group
//! counts, and earlier ones stay listed. Results of another exercise or of another edition of it, which its data version
//! makes too, are kept apart and are part of no mean. Groups are known by their own names; nobody's name is kept.

pub mod called;
mod file;
pub mod group;
pub mod replay;
pub mod scan;
pub mod sheet;
pub mod statistics;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fmt;

use super::Exercise;
use super::judge::PredictedAnswer;
use super::link::ExerciseLink;
use super::read::is_id;
use crate::problem::{Problem, without_tricks};
use crate::region::Region;

pub use file::looks_like_session;

/// The most results that a session holds.
pub const MOST_RESULTS: usize = 200;
/// The most numbers called out that it holds.
pub const MOST_CALLED: usize = 400;
/// The most exercises that it holds.
pub const MOST_EXERCISES: usize = 20;
/// The longest file of a session that is read, in bytes.
pub const MOST_SESSION_BYTES: usize = 2 << 20;

/// An edition of an exercise: its identifier, the sum of all that participants see, and the version of the region's data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExerciseMark {
    /// The identifier.
    pub id: String,
    /// The fingerprint.
    pub fingerprint: String,
    /// The version of the data.
    pub region_version: u32,
}

impl ExerciseMark {
    /// The mark of an exercise.
    pub fn of(exercise: &Exercise) -> Self {
        Self {
            id: exercise.id.clone(),
            fingerprint: exercise.fingerprint(),
            region_version: exercise.region_version,
        }
    }

    /// The mark that its text in files says.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let (id, fingerprint, version) = (parts.next()?, parts.next()?, parts.next()?);
        let is_plain = fingerprint.len() == 8 && fingerprint.bytes().all(|b| b.is_ascii_hexdigit());
        (is_id(id) && is_plain && parts.next().is_none()).then_some(())?;
        Some(Self {
            id: id.to_owned(),
            fingerprint: fingerprint.to_owned(),
            region_version: version.parse().ok()?,
        })
    }

    fn of_link(link: &ExerciseLink) -> Option<Self> {
        let result = link.result.as_ref()?;
        Some(Self {
            id: link.id.clone(),
            fingerprint: result.fingerprint.clone(),
            region_version: result.region_version,
        })
    }
}

impl fmt::Display for ExerciseMark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}.{}.{}",
            self.id, self.fingerprint, self.region_version
        )
    }
}

/// An exercise of a session: its file, as it stands there, and what of it was revealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionExercise {
    /// Its mark.
    pub mark: ExerciseMark,
    /// The text of its file, without the trainer's notes.
    pub text: String,
    /// The steps whose results were revealed, counted from the first.
    pub revealed: BTreeSet<usize>,
}

/// A result that was handed in as a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedResult {
    /// The edition of the exercise that it is of.
    pub mark: ExerciseMark,
    /// The link, without what was around it.
    pub link: String,
    /// The link as it was read.
    pub read: ExerciseLink,
}

/// A prediction that was called out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalledAnswer {
    /// The exercise.
    pub mark: ExerciseMark,
    /// The step, counted from the first.
    pub step: usize,
    /// The group.
    pub group: String,
    /// The prediction.
    pub answer: PredictedAnswer,
}

/// An entry of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionEntry {
    /// A result.
    Handed(HandedResult),
    /// A number, or a direction, that was called out.
    Called(CalledAnswer),
}

impl SessionEntry {
    /// The exercise that it is of.
    pub fn mark(&self) -> &ExerciseMark {
        match self {
            Self::Handed(handed) => &handed.mark,
            Self::Called(called) => &called.mark,
        }
    }

    /// The name of the group; none where the link has none.
    pub fn group(&self) -> Option<&str> {
        match self {
            Self::Handed(handed) => handed.read.group.as_deref(),
            Self::Called(called) => Some(&called.group),
        }
    }
}

/// A session: exercises, and the entries in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupSession {
    /// The exercises.
    pub exercises: Vec<SessionExercise>,
    /// The entries.
    pub entries: Vec<SessionEntry>,
}

/// The number of entries that a session took, and of those that it did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AddedEntries {
    /// New ones.
    pub new: usize,
    /// Those that were there before: a chat that is pasted again, a message that is quoted.
    pub repeated: usize,
    /// Those for which there was no room.
    pub left_out: usize,
}

impl GroupSession {
    /// True where nothing was collected.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The exercise of that mark.
    pub fn exercise(&self, mark: &ExerciseMark) -> Option<&SessionExercise> {
        self.exercises.iter().find(|own| own.mark == *mark)
    }

    /// Takes an exercise in, without the trainer's notes; false where there is no more room.
    pub fn add_exercise(&mut self, exercise: &Exercise) -> bool {
        self.put_exercise(SessionExercise {
            mark: ExerciseMark::of(exercise),
            text: exercise.without_notes().write_short(),
            revealed: BTreeSet::new(),
        })
    }

    fn put_exercise(&mut self, exercise: SessionExercise) -> bool {
        let known = self
            .exercises
            .iter_mut()
            .find(|own| own.mark == exercise.mark);
        if let Some(known) = known {
            known.revealed.extend(exercise.revealed);
            return true;
        }
        let has_room = self.exercises.len() < MOST_EXERCISES;
        if has_room {
            self.exercises.push(exercise);
        }
        has_room
    }

    /// Takes entries in. A link that is there already is the same message once more.
    pub fn add(&mut self, entries: impl IntoIterator<Item = SessionEntry>) -> AddedEntries {
        let mut added = AddedEntries::default();
        for entry in entries {
            let is_handed = matches!(entry, SessionEntry::Handed(_));
            let same_kind =
                |own: &&SessionEntry| matches!(own, SessionEntry::Handed(_)) == is_handed;
            let count = self.entries.iter().filter(same_kind).count();
            let most = if is_handed { MOST_RESULTS } else { MOST_CALLED };
            if is_handed && self.entries.contains(&entry) {
                added.repeated += 1;
            } else if count >= most {
                added.left_out += 1;
            } else {
                self.entries.push(entry);
                added.new += 1;
            }
        }
        added
    }

    /// Takes all of another session in.
    pub fn merge(&mut self, other: Self) -> AddedEntries {
        for exercise in other.exercises {
            self.put_exercise(exercise);
        }
        let before = self.entries.clone();
        let is_old = |entry: &SessionEntry| {
            matches!(entry, SessionEntry::Called(_)) && before.contains(entry)
        };
        let (old, new): (Vec<_>, Vec<_>) = other.entries.into_iter().partition(is_old);
        let mut added = self.add(new);
        added.repeated += old.len();
        added
    }

    /// Reveals the result of a step, or hides it again.
    pub fn reveal(&mut self, mark: &ExerciseMark, step: usize, is_revealed: bool) {
        let exercise = self.exercises.iter_mut().find(|own| own.mark == *mark);
        if let Some(exercise) = exercise {
            match is_revealed {
                true => exercise.revealed.insert(step),
                false => exercise.revealed.remove(&step),
            };
        }
    }

    /// Takes all entries of a group away, by [`group::group_key`].
    pub fn remove_group(&mut self, mark: &ExerciseMark, key: &str) {
        let keys = group::keys(self.entries.iter());
        let mut keys = keys.into_iter();
        self.entries.retain(|entry| {
            let own = keys.next();
            entry.mark() != mark || own.as_deref() != Some(key)
        });
    }
}

/// An exercise of a session with the region that it is of.
#[derive(Clone, Debug)]
pub struct KnownExercise {
    /// Its mark.
    pub mark: ExerciseMark,
    /// The exercise.
    pub exercise: Exercise,
    /// The region as of the exercise's data.
    pub region: Region,
}

impl KnownExercise {
    /// Reads an exercise of a session.
    ///
    /// # Errors
    /// The problems of its file.
    pub fn read(text: &str, region: &Region) -> Result<Self, Vec<Problem>> {
        let exercise = Exercise::read(text, &[region])?.without_notes();
        Ok(Self {
            mark: ExerciseMark::of(&exercise),
            region: exercise.region(region).into_owned(),
            exercise,
        })
    }
}

/// A line of foreign text, short enough to be repeated.
fn words_of(line: &str) -> String {
    const MOST: usize = 40;
    let plain = without_tricks(line.trim());
    match plain.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &plain[..end]),
        None => plain,
    }
}
