//! Own work, drafts and ranges through whatever is opened over them, without a browser.

use crate::support::{coverage, start};
use rust_decimal::Decimal;
use zengshou::app::state::{Action, News, Opened, Origin, State};
use zengshou::scenario::Scenario;
use zengshou::scenario::drafts::Extras;
use zengshou::scenario::examples::Example;

fn set(state: &State, hundredths: i64) -> State {
    state
        .apply(Action::Set(coverage(), Decimal::new(hundredths, 2)))
        .apply(Action::Seal)
}

fn drafts(name: &str) -> Extras {
    let mut extras = Extras::default();
    assert!(extras.drafts.add(name, Scenario::default()));
    extras
}

fn link(state: &State, hundredths: i64, extras: Option<Extras>) -> State {
    let scenario = set(&start(), hundredths).scenario().clone();
    state.apply(Action::Open(Box::new(Opened {
        saved: scenario.clone(),
        saved_extras: None,
        scenario,
        extras,
        name: None,
        given: None,
        origin: Origin::Link,
        problems: Vec::new(),
        figures_changed: None,
    })))
}

fn offered(state: &State) -> Vec<&Extras> {
    let offered = state
        .notices
        .iter()
        .filter_map(|notice| match &notice.news {
            News::ExtrasKept(extras) => Some(extras),
            _ => None,
        });
    offered.collect()
}

#[test]
fn own_drafts_come_through_any_number_of_links() {
    let own = drafts("own");
    let mine = set(&start(), 88).apply(Action::SetTray(own.drafts.clone()));
    let linked = link(&mine, 50, Some(drafts("theirs")));
    assert_eq!(
        (&linked.extras, offered(&linked)),
        (&drafts("theirs"), vec![&own])
    );
    // A second link, a third with drafts of its own, and a fourth: the offer stays that of the own ones.
    let second = link(&linked, 60, None);
    let third = link(&second, 70, Some(drafts("others")));
    let fourth = link(&third, 75, Some(Extras::default()));
    for state in [&second, &third, &fourth] {
        assert_eq!(offered(state), vec![&own]);
        assert!(state.notices.iter().any(|notice| matches!(
            &notice.news,
            News::WorkKept(scenario, _) if scenario == mine.scenario()
        )));
    }
    // Steps back lead through the drafts of each, and forward again.
    let steps = [
        (fourth.clone(), Extras::default()),
        (third, drafts("others")),
        (second, drafts("theirs")),
        (linked, drafts("theirs")),
        (mine.clone(), own.clone()),
    ];
    let mut back = fourth.clone();
    for (state, extras) in &steps {
        assert_eq!((back.scenario(), &back.extras), (state.scenario(), extras));
        back = back.apply(Action::Undo);
    }
    let mut forth = back.apply(Action::Redo);
    for (state, extras) in steps.iter().rev() {
        assert_eq!(
            (forth.scenario(), &forth.extras),
            (state.scenario(), extras)
        );
        forth = forth.apply(Action::Redo);
    }
    // The offer brings them back to what is on the screen.
    let brought = fourth.apply(Action::RestoreExtras(own.clone()));
    assert_eq!(brought.extras, own);
    assert!(offered(&brought).is_empty());
    assert_eq!(brought.apply(Action::Undo).extras, Extras::default());
    // And all that was set aside is listed.
    assert_eq!(fourth.aside.len(), 1);
    assert_eq!(
        (&fourth.aside[0].scenario, &fourth.aside[0].extras),
        (mine.scenario(), &own)
    );
}

#[test]
fn drafts_that_a_link_brought_are_own_once_they_are_changed() {
    let linked = link(&start(), 50, Some(drafts("theirs")));
    let changed = linked.apply(Action::SetTray(drafts("changed").drafts));
    assert!(changed.is_changed() && !linked.is_changed());
    let next = link(&changed, 60, Some(Extras::default()));
    assert_eq!(offered(&next), vec![&drafts("changed")]);
    assert!(offered(&link(&linked, 60, Some(Extras::default()))).is_empty());
}

#[test]
fn a_lever_taken_back_keeps_the_draft_that_was_laid_aside_meanwhile() {
    let state = set(&start(), 88).apply(Action::SetTray(drafts("own").drafts));
    assert_eq!(state.apply(Action::Undo).extras, drafts("own"));
}

#[test]
fn back_and_forward_bring_the_drafts_of_where_they_lead() {
    let own = drafts("own");
    let mine = set(&start(), 88).apply(Action::SetTray(own.drafts.clone()));
    let linked = link(&mine, 50, Some(drafts("theirs")));
    let back = linked.apply(Action::Navigate(mine.scenario().clone()));
    assert_eq!(back.extras, own);
    assert!(!back.offers_back());
    let forth = back.apply(Action::Navigate(linked.scenario().clone()));
    assert_eq!(forth.extras, drafts("theirs"));
    // Among steps with the same drafts those stay, whatever was added to them since.
    let more = set(&mine, 90).apply(Action::SetTray(drafts("more").drafts));
    assert_eq!(
        more.apply(Action::Navigate(mine.scenario().clone())).extras,
        drafts("more")
    );
}

#[test]
fn a_draft_or_a_range_is_a_change_of_what_was_saved() {
    let saved = set(&start(), 88).apply(Action::Saved("甲".to_owned()));
    assert!(!saved.differs_from_kept());
    let drafted = saved.apply(Action::SetTray(drafts("own").drafts));
    assert!(drafted.differs_from_kept());
    assert!(
        !drafted
            .apply(Action::Saved("甲".to_owned()))
            .differs_from_kept()
    );
}

#[test]
fn work_that_is_brought_back_is_what_was_saved_under_its_name() {
    let named = set(&set(&start(), 88).apply(Action::Saved("甲".to_owned())), 89);
    let linked = link(&named, 50, None);
    let back = linked.apply(Action::Restore(
        named.scenario().clone(),
        named.name.clone(),
    ));
    assert_eq!((&back.saved, &back.name), (&named.saved, &named.name));
}

#[test]
fn own_work_is_laid_beside_what_was_opened_as_a_draft_once() {
    let mine = set(&start(), 88);
    let lay =
        |state: &State| state.apply(Action::AddDraft("我的".to_owned(), mine.scenario().clone()));
    let beside = lay(&lay(&link(&mine, 50, None)));
    let entries = beside.extras.drafts.entries();
    assert_eq!(entries.len(), 1);
    assert_eq!(
        (&*entries[0].name, &entries[0].scenario),
        ("我的", mine.scenario())
    );
    let mut full = link(&mine, 50, None);
    let mut drafts = full.extras.drafts.clone();
    while drafts.add("x", Example::Jobs.scenario(&full.region)) {}
    full = lay(&full.apply(Action::SetTray(drafts)));
    let said = full.notices.last().map(|notice| &notice.news);
    assert_eq!(said, Some(&News::Failed("compare-mine-full")));
}

/// The name belongs to the work, not to the screen: going back over what was opened brings it back.
#[test]
fn a_step_back_over_what_was_opened_brings_the_name_back() {
    let own = set(&set(&start(), 88).apply(Action::Saved("甲".to_owned())), 89);
    let name = |state: &State| state.name.clone();
    let theirs = link(&link(&own, 50, None), 60, Some(drafts("theirs")));
    assert_eq!(name(&theirs), None);
    let changed = set(&theirs, 61);
    let back = [Action::Undo, Action::Undo, Action::Undo]
        .into_iter()
        .fold(changed.clone(), |state, action| state.apply(action));
    assert_eq!(back.scenario(), own.scenario());
    assert_eq!(name(&back).as_deref(), Some("甲"));
    assert!(back.has_unkept_work());
    assert!(!back.apply(Action::Undo).has_unkept_work());
    // Forward again it is theirs, and has no name.
    let again = back.apply(Action::Redo);
    assert_eq!(
        (name(&again), again.scenario()),
        (None, link(&own, 50, None).scenario())
    );
    // Brought back by the notice it has its name too, and the step before that has none.
    let brought = changed.apply(Action::Restore(own.scenario().clone(), name(&own)));
    assert_eq!(name(&brought).as_deref(), Some("甲"));
    assert!(brought.has_unkept_work());
    let undone = brought.apply(Action::Undo);
    assert_eq!(
        (name(&undone), undone.scenario()),
        (None, changed.scenario())
    );
    assert_eq!(name(&undone.apply(Action::Redo)).as_deref(), Some("甲"));
}
