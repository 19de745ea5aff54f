//! The chart's options and the channels' bars, on the region's own figures.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::waterfall::{WIDTH, waterfall};
use super::*;
use crate::app::state::{Action, State};
use crate::language::Language;
use crate::number::YuanPerPerson;
use crate::region::key::{Fixed, Key};
use crate::region::parse::parse_region;
use crate::scenario::examples::Example;

fn start() -> State {
    let text = include_str!("../../../static/regions/zhangjiakou-2021.json");
    let region = parse_region(text).expect("the region's file is in order");
    State::new(Rc::new(region), Language::English)
}

fn set(state: &State, key: Fixed, text: &str) -> State {
    let value = Decimal::from_str_exact(text).expect("a decimal");
    state.apply(Action::Set(Key::Fixed(key), value))
}

fn history(state: &State) -> History {
    History::of(&state.region, &state.results)
}

#[test]
fn every_line_has_an_amount_for_every_year_and_a_look_of_its_own() {
    let state = set(&start(), Fixed::GrowthNearWage, "0.10");
    assert!(moves_the_plan(&state.results));
    for view in [View::Levels, View::Differences] {
        let lines = Line::of_view(view, true);
        let mut looks = Vec::new();
        for line in &lines {
            assert_eq!(
                line.amounts(&state.results, &history(&state)).len(),
                10,
                "{line:?}"
            );
            let style = line.style();
            let look = (style.dashes, style.symbol);
            assert!(!looks.contains(&look), "{line:?} looks like another");
            looks.push(look);
        }
    }
    assert_eq!(Line::of_view(View::Levels, true).len(), 7);
    assert_eq!(Line::of_view(View::Levels, false).len(), 6);
}

#[test]
fn an_assumption_is_no_policy_effect() {
    let state = set(&start(), Fixed::GrowthNearWage, "0.10");
    let zero = YuanPerPerson::ZERO;
    let policy = Line::PolicyEffect.amounts(&state.results, &history(&state));
    assert!(policy.iter().all(|amount| *amount == zero));
    let assumed = Line::AssumptionEffect.amounts(&state.results, &history(&state));
    assert_eq!(assumed[1], zero);
    assert!(assumed[2] > zero);
    assert!(!moves_the_plan(&start().results));
}

#[test]
fn the_policy_effect_is_scenario_minus_plan() {
    for example in Example::ALL {
        let state = start().apply(Action::ChooseExample(example));
        let outcome = &state.results.outcome;
        let years = outcome.scenario.iter().zip(&outcome.plan);
        let effects = Line::PolicyEffect.amounts(&state.results, &history(&state));
        for ((scenario, plan), effect) in years.zip(&effects[2..]) {
            let difference = scenario.income - plan.income;
            assert_eq!(effect.rounded(), difference.rounded(), "{example:?}");
        }
    }
}

#[test]
fn a_drawing_holds_the_shown_lines_and_their_rounded_amounts() {
    let state = start().apply(Action::ChooseExample(Example::Coverage));
    let words = Catalog::new(Language::English);
    let choice = Choice {
        view: View::Levels,
        hidden: vec![Line::Published],
        benchmark: None,
    };
    let drawing = drawing(&words, &state.results, &history(&state), &choice);
    let series = drawing.option["series"].as_array().expect("a list");
    assert_eq!(series.len(), 5);
    let front = series.last().expect("a series");
    assert_eq!(front["name"], "Scenario");
    let income = state.results.outcome.scenario[0].income.to_string();
    assert_eq!(front["data"][2].to_string(), income);
    let said = description(&words, &state.results);
    assert!(said.contains("2030"), "{said}");
}

/// Names are data: they reach the browser as they are, and it puts them into text nodes.
#[test]
fn markup_in_a_name_stays_a_text() {
    let state = start();
    let name = "<img src=x onerror=\"alert(1)\">";
    let json = serde_json::to_string(&series(
        Line::Scenario,
        name,
        &state.results,
        &history(&state),
    ));
    let read: Value = serde_json::from_str(&json.expect("serializable")).expect("valid");
    assert_eq!(read["name"], name);
}

#[test]
fn channels_follow_each_other_from_plan_to_scenario() {
    for example in Example::ALL {
        let state = start().apply(Action::ChooseExample(example));
        for year in &state.results.outcome.scenario {
            let drawn = waterfall(year);
            let shown: Decimal = drawn.steps.iter().map(|step| step.amount.rounded()).sum();
            assert_eq!(
                shown + drawn.rounding.rounded(),
                year.difference().rounded(),
                "{example:?} {}",
                year.year
            );
            for step in &drawn.steps {
                let bar = step.bar;
                assert!(bar.left >= Decimal::ZERO, "{step:?}");
                assert!(bar.left + bar.width <= Decimal::from(WIDTH), "{step:?}");
                assert!(bar.received_left >= bar.left, "{step:?}");
                assert!(
                    bar.received_left + bar.received_width <= bar.left + bar.width,
                    "{step:?}"
                );
            }
        }
    }
}
