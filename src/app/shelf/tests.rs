//! Tests of which work is opened, written and replaced, over visits, tabs and clocks.

use super::*;
use crate::region::tests::region;
use crate::report::Date;
use std::collections::BTreeMap;

fn day(year: u16, month: u8, day: u8) -> Day {
    Day::of(Date { year, month, day })
}

fn today() -> Day {
    day(2026, 11, 29)
}

/// A browser's storage of work.
#[derive(Default)]
struct Storage(BTreeMap<String, String>);

impl Storage {
    fn marks(&self) -> Vec<Mark> {
        self.0.keys().map(|name| Mark::read(name)).collect()
    }

    fn texts(&self) -> Vec<&str> {
        let mut marks = self.marks();
        marks.sort();
        marks.iter().map(|mark| &*self.0[mark.name()]).collect()
    }

    fn first(&self, memory: &TabMemory) -> Option<String> {
        let first = to_be_read(self.marks(), memory).into_iter().next()?;
        Some(first.name().to_owned())
    }
}

/// A tab with one loaded page.
struct Tab {
    desk: SlotKeeper,
    memory: TabMemory,
    count: u64,
    begun: String,
    outside: bool,
    today: Day,
}

impl Tab {
    /// A page that was loaded without a link.
    fn visit(page: &str, storage: &Storage, memory: TabMemory) -> Self {
        let first = storage.first(&memory);
        let count = u64::from(first.is_some());
        let mut desk = SlotKeeper::new(page, count);
        let text = first.as_ref().map(|name| storage.0[name].clone());
        if let (Some(name), Some(text)) = (&first, &text) {
            desk.go_on_from(Mark::read(name), text.clone());
        }
        Self {
            desk,
            memory,
            count,
            begun: text.unwrap_or_default(),
            outside: false,
            today: today(),
        }
    }

    /// Something from outside was opened over it.
    fn open(&mut self, text: &str) {
        self.count += 1;
        self.begun = text.to_owned();
        self.outside = true;
    }

    fn shows(&mut self, storage: &mut Storage, text: &str, in_use: &[&str]) -> Deed {
        let now = Now {
            count: self.count,
            is_nothing: text.is_empty(),
            is_changed: text != self.begun,
            began_outside: self.outside,
            text,
        };
        let deed = self.desk.decide(&now, &storage.marks(), self.today);
        match &deed {
            Deed::Nothing => {}
            Deed::Remove(name) => {
                storage.0.remove(name);
            }
            Deed::Write { name, instead_of } => {
                storage.0.insert(name.clone(), text.to_owned());
                if let Some(old) = instead_of {
                    storage.0.remove(old);
                }
                if let Some((mark, begun)) = self.desk.outlived()
                    && !in_use.contains(&mark.id())
                    && storage.0.get(mark.name()) == Some(&begun)
                {
                    storage.0.remove(mark.name());
                }
            }
        }
        self.memory.slot = self.desk.slot().map(str::to_owned);
        deed
    }

    fn reload(self, page: &str, storage: &Storage) -> Self {
        Self::visit(page, storage, self.memory)
    }
}

fn visit(page: &str, storage: &Storage) -> Tab {
    Tab::visit(page, storage, TabMemory::default())
}

#[test]
fn a_link_of_somebody_else_and_plain_visits_take_no_slot() {
    let mut storage = Storage::default();
    visit("a", &storage).shows(&mut storage, "mine", &[]);
    let mut linked = visit("b", &storage);
    linked.open("theirs");
    assert_eq!(linked.shows(&mut storage, "theirs", &[]), Deed::Nothing);
    for page in 0..13 {
        let mut tab = visit(&format!("c{page}"), &storage);
        assert_eq!(tab.begun, "mine");
        assert_eq!(tab.shows(&mut storage, "mine", &[]), Deed::Nothing);
    }
    assert_eq!(storage.texts(), ["mine"]);
    // A link becomes own work once it is changed, next to the other.
    linked.shows(&mut storage, "theirs, changed", &[]);
    assert_eq!(storage.texts(), ["mine", "theirs, changed"]);
    // Changed back to the link's scenario, none of the user's own work is left in it.
    linked.shows(&mut storage, "theirs", &[]);
    assert_eq!(storage.texts(), ["mine"]);
}

#[test]
fn no_clock_decides_what_is_newest() {
    for (first, second) in [
        (day(2027, 11, 29), today()),
        (today(), day(2009, 1, 1)),
        (day(2009, 1, 1), day(2009, 1, 1)),
    ] {
        let mut storage = Storage::default();
        let mut tab = visit("z", &storage);
        tab.today = first;
        tab.shows(&mut storage, "earlier", &[]);
        let mut tab = visit("a", &storage);
        assert_eq!(tab.begun, "earlier");
        tab.today = second;
        tab.open("a file");
        tab.shows(&mut storage, "later", &[]);
        assert_eq!(storage.texts(), ["earlier", "later"]);
        assert_eq!(visit("b", &storage).begun, "later");
    }
}

#[test]
fn work_of_earlier_releases_is_read_and_comes_before_all_other() {
    let mut storage = Storage::default();
    // A clock that was a year ahead, one that was right, one that showed 2009, and garbage.
    for (name, text) in [
        ("1795860000000-000000003", "ahead"),
        ("1764374400000-000000001", "right"),
        ("1230768000000-000000009", "2009"),
        ("what is this", "garbage"),
    ] {
        storage.0.insert(name.to_owned(), text.to_owned());
    }
    assert_eq!(storage.texts(), ["garbage", "2009", "right", "ahead"]);
    let days: Vec<Option<Day>> = storage.marks().iter().map(Mark::day).collect();
    assert_eq!(
        days,
        [
            Some(day(2009, 1, 1)),
            Some(day(2025, 11, 29)),
            Some(day(2026, 11, 28)),
            None
        ]
    );
    let mut tab = visit("a", &storage);
    assert_eq!(tab.begun, "ahead");
    tab.today = day(2009, 1, 1);
    tab.shows(&mut storage, "new", &[]);
    assert_eq!(visit("b", &storage).begun, "new");
    assert_eq!(storage.texts().len(), 5);
    // A tab that an earlier release had a slot for finds it after a reload.
    let memory = TabMemory {
        slot: Some("1764374400000-000000001".to_owned()),
        hidden: None,
    };
    assert_eq!(Tab::visit("c", &storage, memory).begun, "right");
}

#[test]
fn a_page_that_goes_on_takes_the_place_of_what_it_began_with() {
    let mut storage = Storage::default();
    visit("a", &storage).shows(&mut storage, "one", &[]);
    let mut tab = visit("b", &storage);
    tab.shows(&mut storage, "two", &[]);
    assert_eq!(storage.texts(), ["two"]);
    tab.shows(&mut storage, "three", &[]);
    let mut tab = tab.reload("c", &storage);
    assert_eq!(tab.begun, "three");
    tab.shows(&mut storage, "four", &[]);
    assert_eq!(storage.texts(), ["four"]);
    // Not while it is open elsewhere, as after duplicating a tab.
    let mut twin = Tab::visit("d", &storage, tab.memory.clone());
    let open = tab.memory.slot.clone().expect("a slot");
    twin.shows(&mut storage, "five", &[&open]);
    assert_eq!(storage.texts(), ["four", "five"]);
    // Nor where the other page wrote on, nor what another day left.
    let mut late = visit("e", &storage);
    twin.shows(&mut storage, "five and a half", &[]);
    late.shows(&mut storage, "six", &[]);
    assert_eq!(storage.texts(), ["four", "five and a half", "six"]);
    let mut tomorrow = visit("f", &storage);
    tomorrow.today = day(2026, 11, 30);
    tomorrow.shows(&mut storage, "seven", &[]);
    assert_eq!(storage.texts(), ["four", "five and a half", "six", "seven"]);
}

#[test]
fn what_is_opened_leaves_the_work_before_it_and_coming_back_takes_it_up_again() {
    let mut storage = Storage::default();
    let mut tab = visit("a", &storage);
    tab.shows(&mut storage, "mine", &[]);
    for link in ["first link", "second link"] {
        tab.open(link);
        tab.shows(&mut storage, link, &[]);
        assert_eq!(storage.texts(), ["mine"]);
    }
    tab.shows(&mut storage, "second link, changed", &[]);
    assert_eq!(storage.texts(), ["mine", "second link, changed"]);
    // Undone to the own work: it goes on in its own slot, and redoing leaves it there.
    tab.shows(&mut storage, "mine", &[]);
    assert_eq!(storage.texts(), ["mine"]);
    tab.shows(&mut storage, "second link", &[]);
    assert_eq!(storage.texts(), ["mine"]);
    tab.shows(&mut storage, "mine", &[]);
    tab.shows(&mut storage, "mine, changed", &[]);
    assert_eq!(storage.texts(), ["mine, changed"]);
}

#[test]
fn the_last_changed_work_is_the_newest_whichever_tab_was_first() {
    let mut storage = Storage::default();
    let mut one = visit("a", &storage);
    let mut other = visit("b", &storage);
    one.shows(&mut storage, "1", &[]);
    other.shows(&mut storage, "2", &[]);
    one.shows(&mut storage, "1, changed", &[]);
    assert_eq!(storage.texts(), ["2", "1, changed"]);
    assert_eq!(other.shows(&mut storage, "2", &[]), Deed::Nothing);
    assert_eq!(visit("c", &storage).begun, "1, changed");
    assert_eq!(other.reload("d", &storage).begun, "2");
}

#[test]
fn a_reset_leaves_nothing_and_a_cleared_storage_is_written_again() {
    let mut storage = Storage::default();
    let mut tab = visit("a", &storage);
    tab.shows(&mut storage, "mine", &[]);
    storage.0.clear();
    tab.shows(&mut storage, "mine", &[]);
    assert_eq!(storage.texts(), ["mine"]);
    let memory = tab.memory.clone();
    tab.shows(&mut storage, "", &[]);
    assert!(storage.texts().is_empty());
    visit("b", &storage).shows(&mut storage, "another", &[]);
    // The tab's own was taken away, so that there is nothing to bring back.
    assert_eq!(Tab::visit("c", &storage, memory).begun, "");
}

#[test]
fn work_that_could_not_be_written_is_tried_again() {
    let storage = Storage::default();
    let mut desk = SlotKeeper::new("a", 0);
    let now = Now {
        count: 0,
        is_nothing: false,
        is_changed: true,
        began_outside: false,
        text: "mine",
    };
    let first = desk.decide(&now, &storage.marks(), today());
    assert!(matches!(first, Deed::Write { .. }));
    desk.failed();
    assert_eq!(desk.decide(&now, &storage.marks(), today()), first);
}

#[test]
fn the_hidden_work_comes_first_after_a_reload_of_a_links_tab() {
    let mut storage = Storage::default();
    let mut mine = visit("a", &storage);
    mine.shows(&mut storage, "mine", &[]);
    visit("b", &storage).shows(&mut storage, "another", &["a.1"]);
    let memory = TabMemory {
        slot: None,
        hidden: mine.memory.slot,
    };
    assert_eq!(Tab::visit("c", &storage, memory).begun, "mine");
    let gone = TabMemory {
        slot: None,
        hidden: Some("gone".to_owned()),
    };
    assert_eq!(Tab::visit("d", &storage, gone).begun, "another");
}

#[test]
fn only_the_oldest_that_nobody_has_open_would_go() {
    let mut marks: Vec<Mark> = Vec::new();
    for page in 0..MUCH_WORK + 3 {
        let mark = Mark::behind(&marks, today(), &format!("{page}"));
        marks.push(mark);
    }
    let gone = surplus(marks.clone(), |mark| mark.id() == "1");
    let ids: Vec<&str> = gone.iter().map(Mark::id).collect();
    assert_eq!(ids, ["0", "2", "3"]);
    assert!(surplus(marks.split_off(5), |_| false).is_empty());
}

fn entry(values: &str) -> String {
    format!(r#"{{"region":"zhangjiakou-2021","values":{{{values}}}}}"#)
}

/// Every kind of entry in a storage is recognized, and none is taken for empty.
#[test]
fn every_kind_of_entry_is_recognized() {
    let region = region();
    let deep = format!(r#"{{"region":{}1"#, "[".repeat(100_000));
    let long = entry(&format!(r#""coverage":"{}""#, "9".repeat(1 << 20)));
    for text in [
        "",
        " ",
        "null",
        "42",
        "[]",
        "{}",
        "{broken",
        "\u{0}\u{1}",
        r#"{"region":"zhangjiakou-2021"}"#,
        r#"{"region":7,"values":{}}"#,
        r#"{"region":"zhangjiakou-2021","values":{}"#,
        r#"{"region":"zhangjiakou-2021","values":[]}"#,
        r#"{"region":"zhangjiakou-2021","values":{},"tray":"x"}"#,
        &*deep,
        &*long,
    ] {
        let content = StoredContent::of(&region, text);
        let start: String = text.chars().take(60).collect();
        assert!(
            matches!(content, StoredContent::Unreadable(_)) && !content.may_be_newer(),
            "{start}: {content:?}"
        );
    }
    let newer = r#"{"region":"zhangjiakou-2021","values":{},"weather":"fine"}"#;
    assert!(StoredContent::of(&region, newer).may_be_newer());
    let elsewhere = r#"{"region":"chengde-2021","name":"他们的","values":{}}"#;
    assert_eq!(
        StoredContent::of(&region, elsewhere),
        StoredContent::Elsewhere("chengde-2021".to_owned(), Some("他们的".to_owned()))
    );
    let good = StoredContent::of(&region, &entry(r#""coverage":"0.88""#));
    assert!(good.whole().is_some_and(|file| file.problems.is_empty()));
}

#[test]
fn nothing_is_saved_over_what_nobody_asked_for() {
    let region = region();
    let scenario = |values: &str| {
        let file = file::read(&region, &entry(values)).expect("a scenario file");
        file.scenario
    };
    let (mine, theirs) = (
        scenario(r#""coverage":"0.88""#),
        scenario(r#""coverage":"0.5""#),
    );
    let none = Extras::default();
    let mut drafts = Extras::default();
    assert!(drafts.drafts.add("草案", theirs.clone()));
    let known = |scenario, extras| Known { scenario, extras };
    let under = |lying: &[&str], own, known| {
        let lying = |name: &str| {
            let at = match name {
                "甲" => 0,
                "甲 (2)" => 1,
                _ => return Ok::<_, ()>(None),
            };
            Ok(lying.get(at).map(|text| StoredContent::of(&region, text)))
        };
        free_name("甲", own, known, lying).expect("it is read")
    };
    let own = known(&mine, &none);
    let (same, other) = (entry(r#""coverage":"0.88""#), entry(r#""coverage":"0.5""#));
    assert_eq!(under(&[], own, None), "甲");
    assert_eq!(under(&[&same], own, None), "甲");
    assert_eq!(under(&[&other], own, None), "甲 (2)");
    // What this page opened or kept there may be written over: that is what saving is for.
    assert_eq!(under(&[&other], own, Some(known(&theirs, &none))), "甲");
    assert_eq!(under(&[&other], own, Some(known(&mine, &none))), "甲 (2)");
    // Drafts are part of the content.
    let with_drafts = file::write_with(&region, &theirs, Some("甲"), &drafts);
    let seen = Some(known(&theirs, &none));
    assert_eq!(under(&[&with_drafts], own, seen), "甲 (2)");
    let seen = Some(known(&theirs, &drafts));
    assert_eq!(under(&[&with_drafts], own, seen), "甲");
    // Another region's, a newer release's, a damaged one: never, whatever the page believes.
    for text in [
        r#"{"region":"chengde-2021","values":{}}"#,
        r#"{"region":"zhangjiakou-2021","values":{},"weather":"fine"}"#,
        "{broken",
    ] {
        assert_eq!(under(&[text], own, seen), "甲 (2)", "{text}");
        assert_eq!(under(&[text, text], own, seen), "甲 (3)", "{text}");
    }
}
