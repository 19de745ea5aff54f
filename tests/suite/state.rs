//! The state of the screen: every action, without a browser.

use crate::support::{coverage, decimal, start};
use rust_decimal::Decimal;
use zengshou::analysis::prices::PriceBasis;
use zengshou::app::state::{Action, News, Opened, Origin, Refused, State};
use zengshou::number::Yuan;
use zengshou::problem::{Fault, Problem};
use zengshou::region::key::{Category, Fixed, Key, Level};
use zengshou::scenario::Scenario;
use zengshou::scenario::examples::Example;
use zengshou::scenario::matrix::MatrixPart;
use zengshou::scenario::note::Note;

fn headline(state: &State) -> String {
    state.results.outcome.scenario[0].income.to_string()
}

#[test]
fn a_moved_lever_moves_the_headline_and_undo_brings_it_back() {
    let state = start();
    assert_eq!(headline(&state), "13892.27");
    let moved = state.apply(Action::Set(coverage(), decimal("0.85")));
    assert_ne!(headline(&moved), headline(&state));
    let back = moved.apply(Action::Undo);
    assert_eq!(headline(&back), "13892.27");
    assert!(back.scenario().is_plan());
    let again = back.apply(Action::Redo);
    assert_eq!(headline(&again), headline(&moved));
}

#[test]
fn constant_prices_are_a_way_to_look_and_nothing_else() {
    let state = start().apply(Action::Set(coverage(), decimal("0.85")));
    let shown = state.apply(Action::ShowIn(PriceBasis::Constant));
    // No step, no change, no other figures to be shared.
    assert_eq!(shown.history.steps(), state.history.steps());
    assert_eq!(shown.results.outcome, state.results.outcome);
    let (seen, known) = (shown.shown(), &state.results);
    assert_eq!(seen.outcome.scenario[0], known.outcome.scenario[0]);
    let last = |of: &zengshou::model::Outcome| of.scenario[7].income.exact();
    let level = decimal("1.14868566764928");
    assert_eq!(last(&seen.outcome), last(&known.outcome) / level);
    assert_eq!(seen.summary().closing, known.summary().closing);
    assert_eq!(
        seen.summary().second_higher_than,
        known.summary().second_higher_than
    );
    // They stay through other changes, undo and what is opened, and follow the assumption.
    let moved = shown.apply(Action::Undo);
    assert_eq!(moved.prices, PriceBasis::Constant);
    assert_eq!(
        last(&moved.shown().outcome),
        last(&start().results.outcome) / level
    );
    let dearer = shown.apply(Action::Set(Fixed::PriceGrowth.into(), decimal("0.04")));
    assert_eq!(dearer.results.outcome, state.results.outcome);
    assert!(last(&dearer.shown().outcome) < last(&seen.outcome));
    let back = shown.apply(Action::ShowIn(PriceBasis::Nominal));
    assert_eq!(back.shown().outcome, state.results.outcome);
}

#[test]
fn a_note_is_a_step_of_its_own_and_goes_with_the_change() {
    let noted = |state: &State, text| state.apply(Action::SetNote(coverage(), Note::read(text).0));
    let text = |state: &State| {
        let note = state.scenario().note(coverage());
        note.map(|note| note.text().to_owned())
    };
    let state = noted(
        &start().apply(Action::Set(coverage(), decimal("0.85"))),
        "台账",
    );
    assert_eq!(text(&state).as_deref(), Some("台账"));
    assert!(state.scenario().is_own(coverage()) && state.has_unkept_work());
    // Saying where a number comes from makes it no other scenario.
    assert_eq!(
        state.results.example,
        start()
            .apply(Action::Set(coverage(), decimal("0.85")))
            .results
            .example
    );

    let undone = state.apply(Action::Undo);
    assert_eq!((text(&undone), headline(&undone)), (None, headline(&state)));
    assert_eq!(text(&undone.apply(Action::Redo)).as_deref(), Some("台账"));
    assert_eq!(text(&noted(&state, " ")), None);
    for action in [Action::Revert(coverage()), Action::ResetLevers] {
        assert!(state.apply(action).scenario().is_plan());
    }
    assert_eq!(
        text(&state.apply(Action::ResetAssumptions)).as_deref(),
        Some("台账")
    );

    // Nothing is changed, but a word on the region's own value is work too.
    let confirmed = noted(&start(), "核对无误");
    assert!(!confirmed.scenario().is_plan() && confirmed.has_unkept_work());
    assert_eq!(headline(&confirmed), headline(&start()));
}

#[test]
fn a_drag_is_one_step_until_it_is_sealed() {
    let mut state = start();
    for hundredths in 82..=90 {
        state = state.apply(Action::Set(coverage(), Decimal::new(hundredths, 2)));
    }
    state = state
        .apply(Action::Seal)
        .apply(Action::Set(coverage(), decimal("0.95")));
    state = state.apply(Action::Undo);
    assert_eq!(state.scenario().changed(coverage()), Some(decimal("0.9")));
    state = state.apply(Action::Undo);
    assert!(state.scenario().is_plan());
}

#[test]
fn a_refused_value_changes_nothing_and_says_why_until_the_next_change() {
    let state = start().apply(Action::Set(coverage(), decimal("0.9")));
    let refused = state.apply(Action::Set(coverage(), decimal("1.5")));
    assert!(matches!(
        &refused.refused,
        Some(Refused::Value(key, Fault::OutOfRange { .. })) if *key == coverage()
    ));
    assert_eq!(refused.scenario(), state.scenario());
    let next = refused.apply(Action::Set(coverage(), decimal("0.91")));
    assert_eq!(next.refused, None);
    let unread = next.apply(Action::Refuse(
        coverage(),
        Fault::NotANumber("x".to_owned()),
    ));
    assert!(unread.refused.is_some());
    assert_eq!(unread.scenario(), next.scenario());
}

#[test]
fn levers_and_assumptions_are_reset_apart() {
    let population = Key::from(Fixed::Population);
    let state = start()
        .apply(Action::Set(coverage(), decimal("0.9")))
        .apply(Action::Set(population, decimal("400000")));
    let without_levers = state.apply(Action::ResetLevers);
    assert_eq!(without_levers.scenario().changed(coverage()), None);
    assert_eq!(
        without_levers.scenario().changed(population),
        Some(decimal("400000"))
    );
    let without_assumptions = state.apply(Action::ResetAssumptions);
    assert_eq!(without_assumptions.scenario().changed(population), None);
    assert_eq!(
        without_assumptions.scenario().changed(coverage()),
        Some(decimal("0.9"))
    );
}

#[test]
fn an_assumption_moves_the_plan_too_but_never_the_published_one() {
    let state = start();
    let key = Key::from(Fixed::GrowthNearWage);
    let moved = state.apply(Action::Set(key, decimal("0.1")));
    let results = &moved.results;
    assert_eq!(
        results.outcome.plan[0].income,
        results.outcome.scenario[0].income
    );
    assert_ne!(
        results.outcome.plan[0].income,
        results.published.plan[0].income
    );
    assert_eq!(results.published, state.results.published);
}

#[test]
fn the_matrix_changes_as_a_whole_and_reverts_as_a_whole() {
    let state = start();
    let wanted = Yuan(decimal("1200000000"));
    let moved = state.apply(Action::SetFunds(MatrixPart::Row(Level::Central), wanted));
    assert_eq!(MatrixPart::Row(Level::Central).of(&moved.matrix()), wanted);
    assert!(moved.apply(Action::RevertFunds).scenario().is_plan());
    let locked = state
        .apply(Action::ToggleLock(MatrixPart::Total))
        .apply(Action::ToggleLock(MatrixPart::Row(Level::Central)))
        .apply(Action::SetFunds(MatrixPart::Row(Level::Central), wanted));
    assert!(matches!(locked.refused, Some(Refused::Funds(..))));
    assert!(locked.scenario().is_plan());
    let cell = MatrixPart::Cell(Level::Central, Category::Industry);
    let total = MatrixPart::Total.of(&locked.matrix());
    let shifted = locked.apply(Action::SetFunds(cell, Yuan(decimal("700000000"))));
    assert_eq!(MatrixPart::Total.of(&shifted.matrix()), total);
    assert_eq!(cell.of(&shifted.matrix()), Yuan(decimal("700000000")));
}

#[test]
fn one_knows_whether_one_is_still_on_an_example() {
    let mut state = start();
    assert_eq!(state.results.example, Some(Example::Plan));
    for example in Example::ALL {
        state = state.apply(Action::ChooseExample(example));
        assert_eq!(state.results.example, Some(example));
        assert_eq!(example == Example::Plan, state.scenario().is_plan());
    }
    state = state.apply(Action::Set(Fixed::JobsStartup.into(), decimal("1")));
    assert_eq!(state.results.example, None);
}

fn opened(scenario: Scenario) -> Opened {
    Opened {
        saved: scenario.clone(),
        saved_extras: None,
        scenario,
        extras: None,
        name: None,
        given: None,
        origin: Origin::Link,
        problems: vec![Problem::new("x", Fault::UnknownKey)],
        figures_changed: Some((decimal("1"), decimal("2"))),
    }
}

#[test]
fn opening_a_link_keeps_the_readers_own_work() {
    let mine = start().apply(Action::Set(coverage(), decimal("0.9")));
    let theirs = Example::Jobs.scenario(&mine.region);
    let state = mine.apply(Action::Open(Box::new(opened(theirs.clone()))));
    assert_eq!(*state.scenario(), theirs);
    let kept = state.notices.iter().find_map(|notice| match &notice.news {
        News::WorkKept(scenario, name) => Some((scenario.clone(), name.clone())),
        _ => None,
    });
    let (scenario, name) = kept.expect("the work is offered back");
    assert_eq!(scenario, *mine.scenario());
    assert!(
        state
            .notices
            .iter()
            .any(|n| matches!(n.news, News::Problems(..)))
    );
    assert!(
        state
            .notices
            .iter()
            .any(|n| matches!(n.news, News::FiguresChanged(..)))
    );
    let back = state.apply(Action::Restore(scenario, name));
    assert_eq!(back.scenario(), mine.scenario());
    assert!(
        !back
            .notices
            .iter()
            .any(|n| matches!(n.news, News::WorkKept(..)))
    );
    // And it can be undone to as well.
    assert_eq!(state.apply(Action::Undo).scenario(), mine.scenario());
}

#[test]
fn opening_a_link_over_the_plan_offers_nothing_back() {
    let state = start().apply(Action::Open(Box::new(opened(Scenario::default()))));
    assert!(
        !state
            .notices
            .iter()
            .any(|n| matches!(n.news, News::WorkKept(..)))
    );
    let jobs = Example::Jobs.scenario(&state.region);
    let state = state.apply(Action::Open(Box::new(opened(jobs))));
    assert!(
        !state
            .notices
            .iter()
            .any(|n| matches!(n.news, News::WorkKept(..)))
    );
}

#[test]
fn what_is_kept_under_a_name_is_not_unkept_work() {
    let state = start().apply(Action::Set(coverage(), decimal("0.9")));
    assert!(state.has_unkept_work());
    let kept = state.apply(Action::Saved("草案".to_owned()));
    assert!(!kept.has_unkept_work());
    let moved_on = kept.apply(Action::Set(coverage(), decimal("0.91")));
    assert!(moved_on.has_unkept_work());
    assert!(kept.apply(Action::Unnamed).has_unkept_work());
}

#[test]
fn notices_are_closed_one_by_one_and_not_piled_up() {
    let mut state = start();
    for _ in 0..3 {
        state = state.apply(Action::Notify(News::Failed("share-failed")));
    }
    assert_eq!(state.notices.len(), 1);
    state = state.apply(Action::Notify(News::Done("library-done")));
    state = state.apply(Action::Notify(News::Done("library-unnamed-done")));
    assert_eq!(state.notices.len(), 2);
    let id = state.notices[0].id;
    state = state.apply(Action::Close(id));
    assert_eq!(state.notices.len(), 1);
    assert!(state.notices.iter().all(|notice| notice.id != id));
}

#[test]
fn what_is_idle_is_found_at_rest_and_forgotten_with_the_change() {
    let social = Key::from(Fixed::SocialIndustry);
    let state = start().apply(Action::Set(social, decimal("0.2")));
    assert!(state.results.idle.is_empty());
    let rested = state.apply(Action::Rest);
    assert!(rested.results.idle.contains_key(&social));
    let moved = rested.apply(Action::Set(coverage(), decimal("0.9")));
    assert!(moved.results.idle.contains_key(&social));
    assert!(moved.apply(Action::Revert(social)).results.idle.is_empty());
}

#[test]
fn a_change_without_effect_says_what_holds_it_back() {
    use zengshou::analysis::ineffective_changes::IneffectiveReason;
    let idle = |state: &State, key: Fixed| {
        state
            .apply(Action::Rest)
            .results
            .idle
            .get(&key.into())
            .copied()
    };
    let state = start().apply(Action::Set(Fixed::Repeat.into(), Decimal::ZERO));
    assert_eq!(
        idle(&state, Fixed::Repeat),
        Some(IneffectiveReason::NothingToRepeat)
    );
    let state = start()
        .apply(Action::Set(Fixed::GrantsShare.into(), Decimal::ZERO))
        .apply(Action::Set(coverage(), decimal("0.9")));
    // Without grants no rise can be paid: the coverage stays, and that more money is lacking is no result.
    assert_eq!(
        idle(&state, Fixed::Coverage),
        Some(IneffectiveReason::NoGrants)
    );
    assert!(state.results.outcome.scenario[0].coverage_missing > Yuan::ZERO);
    // Where grants pay for a part of a rise it is no riddle; where they pay for none of what a year wants beyond
    // the others, it is.
    let dear = start().apply(Action::Set(Fixed::CoverageCost.into(), decimal("60000")));
    let risen = dear.apply(Action::Set(coverage(), decimal("0.98")));
    assert_eq!(idle(&risen, Fixed::Coverage), None);
    let in_2024 = Key::parse("coverage.2024").expect("a lever of a year");
    let beyond = risen
        .apply(Action::Set(in_2024, decimal("1")))
        .apply(Action::Rest);
    assert_eq!(
        beyond.results.idle.get(&in_2024),
        Some(&IneffectiveReason::GrantsExhausted)
    );
    let population = start().apply(Action::Set(Fixed::Population.into(), decimal("309000")));
    assert_eq!(idle(&population, Fixed::Population), None, "people at risk");
    let cell = Key::parse("funds.city.other").expect("a cell");
    let yuan = start().results.resolved.plan.get(cell).expect("a value") + Decimal::ONE;
    let tiny = start().apply(Action::Set(cell, yuan)).apply(Action::Rest);
    assert_eq!(
        tiny.results.idle.get(&cell),
        Some(&IneffectiveReason::BelowFen)
    );
    let state = start().apply(Action::Set(Fixed::SocialIndustry.into(), decimal("0.2")));
    assert_eq!(
        idle(&state, Fixed::SocialIndustry),
        Some(IneffectiveReason::NoSocialHelp)
    );
    let state = start()
        .apply(Action::Set(Fixed::ReliefShare.into(), Decimal::ZERO))
        .apply(Action::Set(Fixed::LabourShare.into(), decimal("0.5")));
    assert_eq!(
        idle(&state, Fixed::LabourShare),
        Some(IneffectiveReason::NoWorkRelief)
    );
    let state = start()
        .apply(Action::Set(Fixed::DisplacementOutward.into(), Decimal::ONE))
        .apply(Action::Set(Fixed::JobsOutward.into(), decimal("5000")));
    assert_eq!(
        idle(&state, Fixed::JobsOutward),
        Some(IneffectiveReason::PayReplaced)
    );
    // A single year is held back by what holds its lever back; one that has what all years have is no riddle.
    let in_2025 = |name: &str| Key::parse(name).expect("a lever of a year");
    let jobs = in_2025("jobs.outward.2025");
    let rested = state
        .apply(Action::Set(jobs, decimal("700")))
        .apply(Action::Rest);
    assert_eq!(
        rested.results.idle.get(&jobs),
        Some(&IneffectiveReason::PayReplaced)
    );
    let year = in_2025("coverage.2025");
    let rested = start()
        .apply(Action::Set(coverage(), decimal("0.82")))
        .apply(Action::Set(year, decimal("0.82")))
        .apply(Action::Rest);
    assert_eq!(rested.results.idle.get(&year), None);
    let state = start().apply(Action::Set(Fixed::AssetReturn.into(), decimal("0.05")));
    assert_eq!(
        idle(&state, Fixed::AssetReturn),
        Some(IneffectiveReason::SameInPlan)
    );
    let state = start().apply(Action::Set(Fixed::Gini.into(), decimal("0.3")));
    assert_eq!(idle(&state, Fixed::Gini), None);
    let state = start().apply(Action::Set(Fixed::JobsOutward.into(), decimal("5000")));
    assert!(state.apply(Action::Rest).results.idle.is_empty());
}
