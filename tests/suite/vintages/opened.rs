//! Work of an earlier version on the screen: as shared, with today's figures a step away.

use super::*;
use zengshou::scenario::examples::Example;

#[test]
fn a_link_of_before_opens_as_shared_and_goes_to_todays_figures_and_back() {
    let version = region().version;
    let (text, before) = shared(&[("coverage", "0.85"), ("benefit_share", "0.7")]);
    let state = start().apply(Action::Open(Box::new(opened(&later(), &text))));
    assert_eq!(headline(&state), before);
    assert_eq!(
        (state.region.version, state.scenario().vintage()),
        (version, Some(version))
    );
    assert!(state.notices.is_empty(), "{:?}", state.notices);
    assert_eq!(
        state.results.published.plan[0].income.to_string(),
        shared(&[]).1
    );

    let today = state.apply(Action::TakeData(None));
    assert_eq!(
        (today.region.version, today.former_vintage()),
        (version + 1, Some(version))
    );
    assert_ne!(headline(&today), before);
    let changed: Vec<_> = today.scenario().entries().collect();
    assert_eq!(
        changed,
        state.scenario().entries().collect::<Vec<_>>(),
        "changes stay changes"
    );

    // Both ways are steps, and each leads back by itself as well.
    assert_eq!(headline(&today.apply(Action::Undo)), before);
    assert_eq!(today.apply(Action::Undo).region.version, version);
    let back = today.apply(Action::TakeData(Some(version)));
    assert_eq!(back.scenario(), state.scenario());
    assert_eq!(headline(&back.apply(Action::Undo)), headline(&today));

    // An edit stays in its version, an edit under today's figures goes along.
    let edited = state.apply(Action::Set(key("targeting"), decimal("0.5")));
    assert_eq!(edited.region.version, version);
    let edited = today.apply(Action::Set(key("targeting"), decimal("0.5")));
    let back = edited.apply(Action::TakeData(Some(version)));
    assert_eq!(
        back.scenario().changed(key("targeting")),
        Some(decimal("0.5"))
    );
    assert_eq!(back.scenario().changed(coverage()), Some(decimal("0.85")));
    assert_eq!(state.apply(Action::ResetLevers).region.version, version);
}

#[test]
fn a_value_equal_to_todays_is_changed_again_on_the_way_back() {
    let (text, before) = shared(&[("coverage_effect", "0.55")]);
    let state = start().apply(Action::Open(Box::new(opened(&later(), &text))));
    let today = state.apply(Action::TakeData(None));
    assert!(today.scenario().is_plan(), "it is what today's data say");
    let back = today.apply(Action::TakeData(Some(region().version)));
    assert_eq!(
        (back.scenario(), headline(&back)),
        (state.scenario(), before)
    );
}

#[test]
fn a_value_without_a_place_in_the_other_version_is_named() {
    let (text, _) = shared(&[]);
    let state = start().apply(Action::Open(Box::new(opened(&later(), &text))));
    let today = state.apply(Action::TakeData(None));
    let edited = today.apply(Action::Set(key(NEW), decimal("26000")));
    let back = edited.apply(Action::TakeData(Some(region().version)));
    let version = region().version;
    let fault = Fault::NoValueThen {
        version,
        value: "26000".to_owned(),
    };
    let left = News::LeftBehind(vec![Problem::new(NEW, fault)]);
    assert!(
        back.notices.iter().any(|notice| notice.news == left),
        "{:?}",
        back.notices
    );
    assert_eq!(back.apply(Action::Undo).scenario(), edited.scenario());
}

#[test]
fn examples_stay_in_the_version_on_the_screen() {
    let (text, _) = shared(&[]);
    let state = start().apply(Action::Open(Box::new(opened(&later(), &text))));
    let example = state.apply(Action::ChooseExample(Example::Coverage));
    assert_eq!(example.scenario().vintage(), Some(region().version));
    assert_eq!(example.results.example, Some(Example::Coverage));
    let (of_before, _) = shared(&[(
        "coverage",
        &(region().values().fixed(Fixed::Coverage0) + decimal("0.04")).to_string(),
    )]);
    assert_eq!(
        headline(&example),
        link::decode(&later(), &of_before)
            .expect("a link")
            .income_as_shared
            .expect("an income")
            .to_string()
    );
    let today = example
        .apply(Action::TakeData(None))
        .apply(Action::ChooseExample(Example::Coverage));
    assert_eq!(
        (today.scenario().vintage(), today.results.example),
        (None, Some(Example::Coverage))
    );
}
