//! Exercises for trainings: a prepared start, levers that are open, cards that are hidden, and steps in which participants
//! predict before they see.
//!
//! An exercise is a file that anybody can write, so that all of it is checked. What a prediction or a goal is held
//! against is computed by the model each time and stands in no file: new data makes no exercise wrong. The answers are
//! on the participant's own machine, and no examination can be made of them.

mod asked;
pub mod attempt;
pub mod card;
pub mod collation;
pub mod draft;
pub mod hidden;
mod json;
pub mod judge;
pub mod kept;
pub mod link;
pub mod merge;
pub mod output;
mod read;
pub mod shipped;
pub mod step;
pub mod text;
mod write;

#[cfg(test)]
pub mod tests;

use std::collections::BTreeSet;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::region::Region;
use crate::region::key::Key;
use crate::scenario::Scenario;
use card::Card;
pub use read::{is_id, looks_like_exercise};
use step::{OutputBound, Step};
use text::Texts;

/// The version of the form of exercises.
pub const VERSION: u32 = 1;
/// The longest file of an exercise that is read, in bytes.
pub const MOST_BYTES: usize = 1 << 16;
/// The most steps.
pub const MOST_STEPS: u32 = 20;
/// The most characters of a title.
pub const MOST_TITLE: usize = 80;
/// The most characters of any other text.
pub const MOST_TEXT: usize = 1_500;
/// The most minutes.
pub const MOST_MINUTES: u32 = 600;
/// The most characters of an identifier.
pub const MOST_ID: usize = 40;

/// An exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// Its identifier: small letters, digits and hyphens.
    pub id: String,
    /// The version of the model that it was written with.
    pub model: u32,
    /// The region that it is of.
    pub region_id: String,
    /// The version of the region's data.
    pub region_version: u32,
    /// Its title.
    pub title: Texts,
    /// The minutes that it takes.
    pub minutes: Option<u32>,
    /// The scenario to start from.
    pub start: Scenario,
    /// The levers and assumptions that may be moved.
    pub open: BTreeSet<Key>,
    /// The cards that are hidden until a step reveals them.
    pub hide: BTreeSet<Card>,
    /// The limits that hold in every step.
    pub limits: Vec<OutputBound>,
    /// The steps.
    pub steps: Vec<Step>,
    /// Notes that the trainer alone reads.
    pub notes: Option<TrainerNotes>,
}

/// Notes for the trainer. They are in no link to participants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainerNotes {
    /// The aim.
    pub aim: Option<Texts>,
    /// The plan of the time.
    pub plan: Option<Texts>,
    /// Usual mistakes.
    pub mistakes: Option<Texts>,
    /// Questions to ask.
    pub ask: Option<Texts>,
}

impl TrainerNotes {
    /// Every note with its name in files, in its order.
    pub fn parts(&self) -> [(&'static str, Option<&Texts>); 4] {
        [
            ("aim", self.aim.as_ref()),
            ("plan", self.plan.as_ref()),
            ("mistakes", self.mistakes.as_ref()),
            ("ask", self.ask.as_ref()),
        ]
    }
}

impl Exercise {
    /// The region as of the exercise's data.
    pub fn region<'a>(&self, region: &'a Region) -> std::borrow::Cow<'a, Region> {
        self.start.region(region)
    }

    /// The scenario that a step is about: the start with the step's change.
    pub fn step_scenario(&self, region: &Region, index: usize) -> Scenario {
        let change = self.steps.get(index).map_or(&[][..], Step::change);
        // Changes that do not fit were refused when the exercise was read.
        step::changed(&self.region(region), &self.start, change).0
    }

    /// The exercise without what the trainer alone reads.
    pub fn without_notes(&self) -> Self {
        Self {
            notes: None,
            ..self.clone()
        }
    }

    /// A short sum of all that participants see: the same for the same exercise, however its file is laid out.
    pub fn fingerprint(&self) -> String {
        sum_of(&self.without_notes().write_short())
    }

    /// Every text of the exercise with its place, the trainer's among them.
    pub fn texts(&self) -> Vec<(String, &Texts)> {
        let mut all = vec![("title".to_owned(), &self.title)];
        for (index, step) in self.steps.iter().enumerate() {
            let texts = step.texts();
            all.extend(
                texts
                    .into_iter()
                    .map(|text| (format!("steps.{}", index + 1), text)),
            );
        }
        let notes = self.notes.iter().flat_map(TrainerNotes::parts);
        all.extend(notes.filter_map(|(name, text)| Some((format!("notes.{name}"), text?))));
        all
    }
}

/// A short sum of a text.
fn sum_of(text: &str) -> String {
    const SUM: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    format!("{:08x}", SUM.checksum(text.as_bytes()))
}
