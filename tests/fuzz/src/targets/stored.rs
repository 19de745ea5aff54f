//! Stored work: anything in the browser's storage after other programs, other versions and a full disk; names and
//! entries.

use zengshou::app::shelf::{Day, MUCH_WORK, Mark, StoredContent, TabMemory, surplus, to_be_read};
use zengshou::region::Region;
use zengshou::report::Date;

use crate::fixtures::{
    REGION, are_readable, are_sound, is_name, is_plain, is_sound, survives_a_file, text,
};

/// Reads the lines before an empty one as names of slots, what comes behind it as an entry.
pub fn check(data: &[u8]) {
    let text = text(data);
    let (names, entry) = text.split_once("\n\n").unwrap_or(("", &text));
    slots(names);
    content(&REGION, entry);
}

fn content(region: &Region, entry: &str) {
    match StoredContent::of(region, entry) {
        StoredContent::Whole(read) => {
            are_readable(&read.problems);
            is_sound(&read.scenario);
            are_sound(&read.extras);
            survives_a_file(&read.scenario, read.name.as_deref(), &read.extras);
        }
        // Another region's is in order; it must never be taken for the plan of this one.
        StoredContent::Elsewhere(id, name) => {
            assert_ne!(id, region.id);
            is_plain(&id);
            if let Some(name) = name {
                is_name(&name);
            }
        }
        StoredContent::Unreadable(problem) => are_readable(&[problem]),
    }
}

/// No slot is lost by being ordered, the newest is the newest, and none that is in use goes.
fn slots(names: &str) {
    let marks: Vec<Mark> = names.lines().take(100).map(Mark::read).collect();
    for (name, mark) in names.lines().zip(&marks) {
        assert_eq!(mark.name(), name);
        if let Some(day) = mark.day() {
            let date = day.date();
            assert!((1..=12).contains(&date.month) && (1..=31).contains(&date.day));
        }
    }
    let memory = |slot: Option<&Mark>, hidden: Option<&Mark>| TabMemory {
        slot: slot.map(|mark| mark.id().to_owned()),
        hidden: hidden.map(|mark| mark.id().to_owned()),
    };
    for (slot, hidden) in [(None, None), (marks.first(), None), (None, marks.last())] {
        let read = to_be_read(marks.clone(), &memory(slot, hidden));
        assert_eq!(read.len(), marks.len(), "a slot was lost");
        assert!(read.iter().all(|mark| marks.contains(mark)));
        if let (Some(own), Some(first)) = (slot.or(hidden), read.first()) {
            assert_eq!(first.id(), own.id(), "the tab's own comes first");
        }
    }
    let today = Day::of(Date {
        year: 2026,
        month: 11,
        day: 29,
    });
    let next = Mark::behind(&marks, today, "own");
    assert_eq!((next.id(), next.day()), ("own", Some(today)));
    assert_eq!(next, Mark::read(next.name()));
    let is_in_use = |mark: &Mark| mark.name().len().is_multiple_of(2);
    let gone = surplus(marks.clone(), is_in_use);
    assert!(!gone.iter().any(is_in_use), "a slot in use would go");
    let free = marks.iter().filter(|mark| !is_in_use(mark)).count();
    let surplus = marks.len().saturating_sub(MUCH_WORK);
    assert!(gone.len() <= surplus.min(free));
}
