//! The slides of the free demonstration, written down.

use rust_decimal::Decimal;

use super::*;
use crate::analysis::prices::PriceBasis;
use crate::app::presentation::{GuessMeasure, PresentationAction};
use crate::app::state::Action;
use crate::language::Language;
use crate::region::key::Fixed;

fn start() -> State {
    let region = Rc::new(crate::region::tests::region());
    State::new(region, Language::SimplifiedChinese)
}

fn number(slide: &ProjectedSlide) -> Option<String> {
    slide.headline.as_ref()?.number.clone()
}

fn moved() -> State {
    start()
        .apply(Action::Set(Fixed::Coverage.into(), Decimal::new(85, 2)))
        .apply(Action::Seal)
        .apply(Action::Set(Fixed::JobsOutward.into(), Decimal::from(8000)))
        .apply(Action::Seal)
}

fn every_slide(state: &State, presentation: &Presentation) -> Vec<ProjectedSlide> {
    let words = Catalog::new(state.language);
    let all = slides(state);
    let of = |slide: &Slide| {
        let shown = presentation.apply(PresentationAction::Show(*slide), &all);
        written(&words, state, &shown)
    };
    all.iter().map(of).collect()
}

#[test]
fn what_is_said_has_the_effect_of_assumptions_apart_from_that_of_policy() {
    let said = |state: &State| {
        let slides = every_slide(state, &Presentation::default());
        slides.first().map(|slide| slide.said.clone())
    };
    let plain = said(&moved()).expect("a slide");
    assert!(
        plain.contains("比计划 ") && !plain.contains("假设变动"),
        "{plain}"
    );
    let key = Fixed::CoverageEffect.into();
    let state = moved().apply(Action::Set(key, Decimal::new(5, 2)));
    let apart = said(&state).expect("a slide");
    let first = |years: &[crate::model::YearOutcome]| years[0].income;
    let outcome = &state.results.outcome;
    let assumed = first(&outcome.plan) - first(&state.results.published.plan);
    let words = Catalog::new(state.language);
    let amounts = [assumed, outcome.scenario[0].difference()];
    for amount in amounts.map(|amount| words.signed_money(amount)) {
        assert!(apart.contains(&amount), "{amount}: {apart}");
    }
}

#[test]
fn each_slide_has_its_title_its_headline_and_something_to_see() {
    for state in [
        start(),
        moved(),
        moved().apply(Action::ShowIn(PriceBasis::Constant)),
    ] {
        for slide in every_slide(&state, &Presentation::default()) {
            assert!(!slide.title.is_empty() && !slide.said.is_empty());
            assert!(number(&slide).is_some(), "{}", slide.name);
            let seen = match &slide.body {
                ProjectedBody::Chart {
                    drawing,
                    description,
                } => drawing.len() > 100 && !description.is_empty(),
                ProjectedBody::Bars { rows, .. } => !rows.is_empty(),
                ProjectedBody::Table { rows, .. } => rows.len() > 1,
                ProjectedBody::Words { .. } | ProjectedBody::Rows { .. } => false,
            };
            assert!(seen, "{}", slide.name);
        }
    }
}

#[test]
fn the_plan_has_no_slides_of_changes() {
    let names = |state: &State| slides(state).iter().map(|it| it.name()).collect::<Vec<_>>();
    assert_eq!(
        names(&start()),
        [
            "result", "paths", "shares", "flows", "progress", "marginal", "years"
        ]
    );
    let all = names(&moved());
    assert!(all.contains(&"gain") && all.contains(&"changes") && all.contains(&"steps"));
}

/// Every number of the results as people read it; whole ones would be found in years and names by chance.
fn results_of(state: &State) -> Vec<String> {
    let words = Catalog::new(state.language);
    let first = &state.results.outcome.scenario[0];
    vec![
        words.money(first.income),
        words.signed_money(first.difference()),
    ]
}

#[test]
fn a_hidden_result_is_in_no_part_of_any_slide() {
    let state = start();
    let ask = PresentationAction::Ask(GuessMeasure::Change, state.scenario().clone());
    let asked = Presentation::default().apply(ask, &slides(&state));
    let after = moved();
    let text = |presentation: &Presentation| {
        let written = every_slide(&after, presentation);
        serde_json::to_string(&written).expect("JSON")
    };
    let hidden = text(&asked);
    for number in results_of(&after) {
        assert!(!hidden.contains(&number), "{number}");
    }
    assert!(!hidden.contains("series"), "no chart is drawn");
    let words = Catalog::new(after.language);
    let slide = written(&words, &after, &asked);
    assert_eq!(slide.moves.len(), 2);
    assert_eq!(number(&slide), None);
    let guess = asked
        .apply(PresentationAction::Guess(Some(Decimal::from(100))), &[])
        .apply(
            PresentationAction::Press(super::super::keys::PresentationKey::Next),
            &[],
        );
    let seen = written(&words, &after, &guess);
    let parts = seen.guess.expect("a prediction").parts;
    let difference =
        after.results.outcome.scenario[0].income - state.results.outcome.scenario[0].income;
    assert_eq!(parts[0].value.as_deref(), Some("+100.00"));
    assert_eq!(parts[1].value, Some(words.signed_money(difference)));
    let off = YuanPerPerson(Decimal::from(100)) - YuanPerPerson(difference.rounded());
    assert_eq!(parts[2].value, Some(words.signed_money(off)));
}

#[test]
fn a_replay_names_the_lever_and_shows_the_models_numbers_on_the_way() {
    let state = moved();
    let words = Catalog::new(state.language);
    let mut at = Presentation::default().apply(PresentationAction::Replay, &slides(&state));
    let first = written(&words, &state, &at);
    let before = state.apply(Action::Undo);
    assert_eq!(number(&first), results_of(&before).first().cloned());
    assert_eq!(first.moves.len(), 1);
    assert_eq!(
        first.moves[0].name,
        &*words.key_name(Fixed::JobsOutward.into())
    );
    for _ in 0..4 {
        at = at.apply(PresentationAction::NextFrame(true), &slides(&state));
    }
    let middle = LastChange::of(&state)
        .expect("a change")
        .frame(&state.region, 4);
    let income = middle.project(&state.region).scenario[0].income;
    assert_eq!(
        number(&written(&words, &state, &at)),
        Some(words.money(income))
    );
}

#[test]
fn what_is_projected_goes_to_the_second_window_and_back_whole() {
    let state = moved();
    let words = Catalog::new(state.language);
    let projected = projection(
        &words,
        written(&words, &state, &Presentation::default()),
        &Presentation::default(),
    );
    let text = crate::app::presentation::messages::write(&projected);
    assert_eq!(
        crate::app::presentation::messages::read(&text),
        Some(projected)
    );
}
