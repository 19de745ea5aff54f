//! The fan of the draws, and what is said of it.

use super::*;
use crate::analysis::monte_carlo::{
    MonteCarloAnswer, MonteCarloRequest, OutcomeMeasure, Simulation,
};

fn answer(state: &State, draws: u16) -> MonteCarloAnswer {
    let asked = MonteCarloRequest {
        seed: 1,
        draws,
        distributions: Vec::new(),
        year: 2023,
        measure: OutcomeMeasure::Income,
        drafts: Vec::new(),
    };
    let drawn = Simulation::new(&state.region, state.scenario(), asked);
    let mut drawn = drawn.expect("in order");
    while !drawn.advance() {}
    drawn.answer(state.region.years)
}

#[test]
fn the_fan_has_its_scale_to_itself() {
    let state = start();
    let answer = answer(&state, 50);
    let words = Catalog::new(Language::English);
    let lines = |view| {
        let model = fan::chart_model(&words, &state.results.outcome, &answer, view);
        let names = &model.drawing.option["legend"]["data"];
        names.as_array().map(Vec::len)
    };
    // Scenario and plan, with two benchmarks or all four.
    assert_eq!(lines(fan::FanView::Incomes), Some(4));
    assert_eq!(lines(fan::FanView::WithRural), Some(6));
    assert_eq!(lines(fan::FanView::Difference), Some(1));
}

#[test]
fn the_middle_is_held_against_the_single_projection() {
    let state = start().apply(Action::ChooseExample(Example::Together));
    let words = Catalog::new(Language::English);
    let mut answer = answer(&state, 50);
    let last = answer.years.last_mut().expect("a year");
    (last.scenario_single, last.plan_single) = (20_000.0, 19_000.0);
    (last.scenario.p50, last.difference.p50) = (19_876.6, 1_000.2);
    let said = |answer: &MonteCarloAnswer, difference| fan::skew(&words, answer, difference);
    let below =
        "In 2030 the middle of the draws lies 123 yuan below the single projection (20,000 yuan).";
    assert!(
        said(&answer, false).starts_with(below),
        "{}",
        said(&answer, false)
    );
    let none = "In 2030 the middle of the draws lies within a yuan of the single projection (+1,000 yuan).";
    assert_eq!(said(&answer, true), none);
    answer.years.last_mut().expect("a year").scenario.p50 = 20_010.0;
    let above = "In 2030 the middle of the draws lies 10 yuan above";
    assert!(said(&answer, false).starts_with(above));
}
