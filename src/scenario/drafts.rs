//! Drafts: scenarios side by side for comparison, and the other extras of the scenario on the screen.

use super::Scenario;
use super::input_distributions::InputDistributions;
use super::name::{clean_name, numbered};

/// The most scenarios that lie side by side.
pub const MOST_DRAFTS: usize = 8;

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its name among the drafts.
    pub name: String,
    /// The scenario.
    pub scenario: Scenario,
}

/// The reference of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reference {
    /// The region's plan under its own assumptions.
    #[default]
    Plan,
    /// The scenario on the screen.
    Present,
    /// An entry, counted from the first.
    Draft(usize),
}

/// An entry that was taken out, and where it lay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovedDraft {
    /// The entry.
    pub entry: Draft,
    /// Its place, counted from the first.
    pub at: usize,
    /// True where the others were compared with it.
    pub was_reference: bool,
}

/// The drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    entries: Vec<Draft>,
    reference: Reference,
}

impl Drafts {
    /// The entries in their order.
    pub fn entries(&self) -> &[Draft] {
        &self.entries
    }

    /// The reference of the comparison.
    pub fn reference(&self) -> Reference {
        self.reference
    }

    /// True where there are no drafts.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds a scenario; true where there was room. A name that exists already gets a number, so
    /// that columns differ.
    pub fn add(&mut self, name: &str, scenario: Scenario) -> bool {
        if self.is_full() {
            return false;
        }
        let name = self.free_name(name, None);
        self.entries.push(Draft { name, scenario });
        true
    }

    /// Lays a scenario into it with the drafts that came along; the names of those that found no room.
    pub fn add_all(&mut self, name: &str, scenario: Scenario, others: &Self) -> Vec<String> {
        let own = Draft {
            name: name.to_owned(),
            scenario,
        };
        let all = std::iter::once(&own).chain(&others.entries);
        all.filter(|entry| !self.add(&entry.name, entry.scenario.clone()))
            .map(|entry| entry.name.clone())
            .collect()
    }

    /// True where there is no more room.
    pub fn is_full(&self) -> bool {
        self.entries.len() >= MOST_DRAFTS
    }

    /// Lays an entry that was taken out back to where it lay; whether there was room.
    pub fn put_back(&mut self, removed: RemovedDraft) -> bool {
        let RemovedDraft {
            entry,
            at,
            was_reference,
        } = removed;
        if !self.add(&entry.name, entry.scenario) {
            return false;
        }
        let last = self.entries.len() - 1;
        let at = at.min(last);
        self.entries[at..].rotate_right(1);
        self.reference = match self.reference {
            _ if was_reference => Reference::Draft(at),
            Reference::Draft(own) if own >= at => Reference::Draft(own + 1),
            other => other,
        };
        true
    }

    /// Takes an entry out and returns it. What was measured against it is measured against the plan.
    pub fn remove(&mut self, index: usize) -> Option<RemovedDraft> {
        if index >= self.entries.len() {
            return None;
        }
        let was_reference = self.reference == Reference::Draft(index);
        let entry = self.entries.remove(index);
        self.reference = match self.reference {
            Reference::Draft(at) if at == index => Reference::Plan,
            Reference::Draft(at) if at > index => Reference::Draft(at - 1),
            other => other,
        };
        Some(RemovedDraft {
            entry,
            at: index,
            was_reference,
        })
    }

    /// Gives an entry another name.
    pub fn rename(&mut self, index: usize, name: &str) {
        let name = self.free_name(name, Some(index));
        if let Some(entry) = self.entries.get_mut(index) {
            entry.name = name;
        }
    }

    /// Moves an entry one place to the front.
    pub fn move_forward(&mut self, index: usize) {
        if index == 0 || index >= self.entries.len() {
            return;
        }
        self.entries.swap(index - 1, index);
        self.reference = match self.reference {
            Reference::Draft(at) if at == index => Reference::Draft(index - 1),
            Reference::Draft(at) if at + 1 == index => Reference::Draft(index),
            other => other,
        };
    }

    /// Chooses what the others are measured against; an entry that isn't there is not chosen.
    pub fn refer_to(&mut self, reference: Reference) {
        let is_there = match reference {
            Reference::Draft(at) => at < self.entries.len(),
            Reference::Plan | Reference::Present => true,
        };
        if is_there {
            self.reference = reference;
        }
    }

    fn free_name(&self, name: &str, own: Option<usize>) -> String {
        let clean = clean_name(name);
        let wanted = if clean.is_empty() {
            "?".to_owned()
        } else {
            clean
        };
        let is_taken = |name: &str| {
            let others = self
                .entries
                .iter()
                .enumerate()
                .filter(|(at, _)| Some(*at) != own);
            others.into_iter().any(|(_, entry)| entry.name == name)
        };
        let numbered = (2..).map(|number| numbered(&wanted, number));
        std::iter::once(wanted.clone())
            .chain(numbered)
            .find(|name| !is_taken(name))
            .unwrap_or(wanted)
    }
}

/// Extras beside the scenario on the screen: drafts, and distributions of assumptions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// Scenarios side by side.
    pub drafts: Drafts,
    /// Ranges, seed and number of draws.
    pub distributions: InputDistributions,
}

impl Extras {
    /// True where there is nothing to carry.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::name::MOST_NAME_CHARACTERS;
    use super::*;

    fn drafts(names: &[&str]) -> Drafts {
        let mut drafts = Drafts::default();
        for name in names {
            assert!(drafts.add(name, Scenario::default()));
        }
        drafts
    }

    fn names(drafts: &Drafts) -> Vec<&str> {
        drafts.entries().iter().map(|entry| &*entry.name).collect()
    }

    #[test]
    fn names_are_clean_and_differ() {
        let mut drafts = drafts(&["甲", "甲", " 甲\n", "\u{202e}乙"]);
        assert_eq!(names(&drafts), ["甲", "甲 (2)", "甲 (3)", "乙"]);
        let long = "长".repeat(MOST_NAME_CHARACTERS);
        let mut both = self::drafts(&[&long, &long]);
        assert!(both.add(&long, Scenario::default()));
        for (entry, end) in both.entries().iter().zip(["长长长长", " (2)", " (3)"]) {
            assert!(entry.name.ends_with(end), "{}", entry.name);
            assert_eq!(entry.name, clean_name(&entry.name), "a name that travels");
        }
        drafts.rename(3, "甲");
        drafts.rename(0, "甲");
        assert_eq!(names(&drafts), ["甲", "甲 (2)", "甲 (3)", "甲 (4)"]);
    }

    #[test]
    fn the_reference_follows_its_entry() {
        let mut drafts = drafts(&["a", "b", "c"]);
        drafts.refer_to(Reference::Draft(3));
        assert_eq!(drafts.reference(), Reference::Plan);
        drafts.refer_to(Reference::Draft(2));
        drafts.move_forward(2);
        assert_eq!(
            (names(&drafts), drafts.reference()),
            (vec!["a", "c", "b"], Reference::Draft(1))
        );
        drafts.move_forward(2);
        assert_eq!(drafts.reference(), Reference::Draft(2));
        drafts.remove(0);
        assert_eq!(drafts.reference(), Reference::Draft(1));
        drafts.remove(1);
        assert_eq!(drafts.reference(), Reference::Plan);
        drafts.remove(7);
        drafts.move_forward(0);
        assert_eq!(names(&drafts), ["b"]);
    }

    #[test]
    fn what_was_taken_out_comes_back_to_its_place() {
        for reference in [
            Reference::Plan,
            Reference::Present,
            Reference::Draft(0),
            Reference::Draft(1),
            Reference::Draft(2),
        ] {
            for at in 0..3 {
                let mut drafts = drafts(&["a", "b", "c"]);
                drafts.refer_to(reference);
                let before = drafts.clone();
                let removed = drafts.remove(at).expect("is there");
                assert!(drafts.put_back(removed));
                assert_eq!(drafts, before, "{at} under {reference:?}");
            }
        }
        let mut full = drafts(&["x"; MOST_DRAFTS]);
        let removed = full.remove(2).expect("is there");
        assert!(full.add("y", Scenario::default()));
        assert!(!full.put_back(removed));
    }

    #[test]
    fn drafts_that_come_along_are_laid_in_as_far_as_there_is_room() {
        let others = drafts(&["a", "b", "c"]);
        let mut own = drafts(&["a"]);
        assert!(
            own.add_all("front", Scenario::default(), &others)
                .is_empty()
        );
        assert_eq!(names(&own), ["a", "front", "a (2)", "b", "c"]);
        let left = own.add_all("again", Scenario::default(), &others);
        assert_eq!(left, ["c"]);
        assert_eq!(own.entries().len(), MOST_DRAFTS);
    }

    #[test]
    fn there_is_room_for_so_many() {
        let mut drafts = drafts(&["x"; MOST_DRAFTS]);
        assert!(!drafts.add("one more", Scenario::default()));
        assert_eq!(drafts.entries().len(), MOST_DRAFTS);
    }
}
