//! The chart's options and the channels' bars, on the region's own figures.

use std::rc::Rc;

use rust_decimal::Decimal;

mod apart;
mod errors;
mod explained;
mod fan_of_draws;
mod steps;

use super::channel_bars::{WIDTH, channel_bars};
use serde_json::Value;

use super::paths::*;
use super::*;
use crate::analysis::history::IncomeHistory;
use crate::analysis::running_total::RunningTotal;
use crate::app::state::{Action, State};
use crate::export::table::{TableCell, TableRow};
use crate::i18n::Catalog;
use crate::language::Language;
use crate::model::YearOutcome;
use crate::number::YuanPerPerson;
use crate::region::key::{Benchmark, Fixed, Key};
use crate::scenario::examples::Example;

fn start() -> State {
    let region = crate::region::tests::region();
    State::new(Rc::new(region), Language::English)
}

fn set(state: &State, key: Fixed, text: &str) -> State {
    let value = Decimal::from_str_exact(text).expect("a decimal");
    state.apply(Action::Set(Key::Fixed(key), value))
}

fn history(state: &State) -> IncomeHistory {
    IncomeHistory::of(&state.region, &state.results.resolved.scenario)
}

#[test]
fn every_line_has_an_amount_for_every_year_and_a_look_of_its_own() {
    let state = set(&start(), Fixed::GrowthNearWage, "0.13");
    assert!(state.results.moves_the_plan());
    for view in [PathsView::Levels, PathsView::Differences] {
        let lines = Line::of_view(view, &state.results.outcome, true);
        let mut looks = Vec::new();
        for line in &lines {
            assert_eq!(
                line.amounts(state.results.incomes(&history(&state))).len(),
                10,
                "{line:?}"
            );
            let style = line.style();
            let look = (style.dashes, style.symbol);
            assert!(!looks.contains(&look), "{line:?} looks like another");
            looks.push(look);
        }
    }
    assert_eq!(
        Line::of_view(PathsView::Levels, &state.results.outcome, true).len(),
        7
    );
    assert_eq!(
        Line::of_view(PathsView::Levels, &state.results.outcome, false).len(),
        6
    );
}

#[test]
fn an_assumption_is_no_policy_effect() {
    let state = set(&start(), Fixed::GrowthNearWage, "0.13");
    let zero = Some(YuanPerPerson::ZERO);
    let policy = Line::PolicyEffect.amounts(state.results.incomes(&history(&state)));
    assert!(policy.iter().all(|amount| *amount == zero));
    let assumed = Line::AssumptionEffect.amounts(state.results.incomes(&history(&state)));
    assert_eq!(assumed[1], zero);
    assert!(assumed[2] > zero);
    assert!(!start().results.moves_the_plan());
}

#[test]
fn the_policy_effect_is_scenario_minus_plan() {
    for example in Example::ALL {
        let state = start().apply(Action::ChooseExample(example));
        let outcome = &state.results.outcome;
        let years = outcome.scenario.iter().zip(&outcome.plan);
        let effects = Line::PolicyEffect.amounts(state.results.incomes(&history(&state)));
        for ((scenario, plan), effect) in years.zip(&effects[2..]) {
            let difference = scenario.income - plan.income;
            assert_eq!(
                effect.map(|effect| effect.rounded()),
                Some(difference.rounded()),
                "{example:?}"
            );
        }
    }
}

#[test]
fn a_drawing_holds_the_shown_lines_and_their_rounded_amounts() {
    let state = start().apply(Action::ChooseExample(Example::Coverage));
    let words = Catalog::new(Language::English);
    let choice = PathsChoice {
        view: PathsView::Levels,
        hidden: vec![Line::Published],
        benchmark: None,
    };
    let drawing = chart_model(&words, state.results.incomes(&history(&state)), &choice).drawing;
    let series = drawing.option["series"].as_array().expect("a list");
    assert_eq!(series.len(), 5);
    let front = series.last().expect("a series");
    assert_eq!(front["name"], "Scenario");
    let income = state.results.outcome.scenario[0].income.to_string();
    assert_eq!(front["data"][2].to_string(), income);
    let said = description(&words, &state.results.outcome);
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
        state.results.incomes(&history(&state)),
    ));
    let read: Value = serde_json::from_str(&json.expect("serializable")).expect("valid");
    assert_eq!(read["name"], name);
}

/// A year's way without assumptions of the user's.
fn way<'a>(plan: &'a YearOutcome, scenario: &'a YearOutcome) -> waterfall::WaterfallYear<'a> {
    waterfall::WaterfallYear {
        published: None,
        plan,
        scenario,
    }
}

/// Every chart but the paths, of every year, of a state.
fn models(words: &Catalog, state: &State) -> Vec<ChartModel> {
    use crate::analysis::flows::{FlowSide, flows};
    use crate::analysis::marginal::marginal;
    use crate::analysis::progress::{Month, Published};
    use crate::number::Share;
    use progress::Asked;
    use shares::ComponentMeasure;

    let (region, results) = (&state.region, &state.results);
    let outcome = &results.outcome;
    let more = marginal(region.years, &results.resolved, &outcome.scenario);
    let published = Published::of(region).expect("progress is published");
    let mut models = vec![
        shares::chart_model(words, outcome, None, ComponentMeasure::Yuan),
        shares::chart_model(words, outcome, None, ComponentMeasure::Share),
    ];
    for is_share in [false, true] {
        let name = |number: u32| {
            (
                format!("虚构{number:02}县"),
                Decimal::new(5 + i64::from(number), 1),
            )
        };
        models.push(counties::chart_model(
            words,
            &counties::CountyDots {
                measure: words.text("counties-indicator-growth").to_string(),
                is_share,
                dots: (0..counties::MOST_DOTS as u32 + 9).map(name).collect(),
                lines: vec![(words.text("counties-together").to_string(), Decimal::ONE)],
            },
        ));
    }
    for month in [None, Month::new(1), Month::new(8), Month::new(12)] {
        let target = Share(Decimal::new(95, 2));
        models.push(progress::chart_model(
            words,
            &published,
            Asked { month, target },
        ));
    }
    for (step, year) in outcome.scenario.iter().enumerate() {
        models.push(waterfall::chart_model(
            words,
            way(&outcome.plan[step], year),
        ));
        models.push(marginal::chart_model(
            words,
            &more,
            &[marginal::MarginalSpan::Year(step)],
        ));
        for (side, year) in [
            (FlowSide::Plan, &outcome.plan[step]),
            (FlowSide::Scenario, year),
        ] {
            let flows = flows(region.years, &results.resolved, side, year);
            let flows = flows.expect("a plan year");
            models.push(flows::chart_model(words, &flows, year.year));
        }
    }
    models
}

#[test]
fn every_chart_has_a_whole_table_and_a_description_in_every_language() {
    for language in Language::ALL {
        let words = Catalog::new(language);
        for example in Example::ALL {
            let state = start().apply(Action::ChooseExample(example));
            for model in models(&words, &state) {
                assert!(model.description.chars().count() > 20);
                assert!(model.table.rows.len() > 3);
                for row in &model.table.rows {
                    let cells = row.cells.len() + 1;
                    assert_eq!(cells, model.table.heads.len(), "{}", row.name);
                }
                let series = model.drawing.option["series"].as_array().expect("a list");
                assert!(!series.is_empty());
            }
        }
    }
}

#[test]
fn what_falls_is_not_drawn_but_said() {
    use crate::analysis::flows::{FlowSide, flows};
    let words = Catalog::new(Language::English);
    let state = set(&start(), Fixed::Coverage, "0.7");
    let (region, results) = (&state.region, &state.results);
    let year = &results.outcome.scenario[0];
    let flows = flows(region.years, &results.resolved, FlowSide::Scenario, year).expect("a year");
    let said = flows::undrawn(&words, &flows).expect("coverage falls");
    assert!(said.contains("Industry-support coverage"), "{said}");
    let drawn = flows::chart_model(&words, &flows, year.year).drawing.option;
    let links = drawn["series"][1]["links"].as_array().expect("a list");
    assert!(links.iter().all(|link| link["value"].as_f64() > Some(0.0)));
    assert!(
        links
            .iter()
            .all(|link| link["source"] != "channel-coverage")
    );
}

#[test]
fn the_gap_lies_between_scenario_and_benchmark() {
    let state = start();
    let words = Catalog::new(Language::English);
    let benchmark = Benchmark::RuralProvince;
    let choice = PathsChoice {
        view: PathsView::Levels,
        hidden: vec![],
        benchmark: Some(benchmark),
    };
    let history = history(&state);
    let model = chart_model(&words, state.results.incomes(&history), &choice);
    let series = model.drawing.option["series"].as_array().expect("a list");
    let number = |index: usize, year: usize| series[index]["data"][year].as_f64();
    let other = Line::Benchmark(benchmark).amounts(state.results.incomes(&history));
    for (year, amount) in other.iter().enumerate() {
        let top = number(0, year)
            .zip(number(1, year))
            .map(|(own, gap)| own + gap);
        let shown: f64 = amount
            .expect("known")
            .rounded()
            .to_string()
            .parse()
            .expect("a number");
        assert!(top.is_some_and(|top| (top - shown).abs() < 0.01));
    }
    assert_eq!(history.own[0].to_string(), "10905.00");
    assert_eq!(model.table.rows.len(), 10);
}

#[test]
fn a_tornado_says_what_it_does_not_draw_and_which_total_it_keeps() {
    use crate::analysis::monte_carlo::OutcomeMeasure;
    use crate::analysis::sensitivity::{TornadoInputs, TornadoRequest, tornado};
    let state = start();
    let scenario = Example::Shift.scenario(&state.region);
    let asked = TornadoRequest {
        over: TornadoInputs::Assumptions,
        distributions: Vec::new(),
        measure: OutcomeMeasure::Income,
        year: 2023,
    };
    let found = tornado(&state.region, &scenario, asked);
    let words = Catalog::new(Language::English);
    let model = tornado::chart_model(&words, &found, "Income 2023");
    let drawn = &model.drawing.option["yAxis"]["data"];
    assert_eq!(drawn.as_array().map(Vec::len), Some(tornado::MOST_BARS));
    let others = found.bars.len() - tornado::MOST_BARS;
    let said = format!("The 14 widest bars are drawn; the table has {others} more.");
    assert!(model.description.ends_with(&said), "{}", model.description);
    assert_eq!(model.table.rows.len(), found.bars.len());
    let kept = |tip: &&Tip| tip.title.ends_with("(total kept)");
    let tip = model.drawing.tips.iter().find(kept).expect("a component");
    assert_eq!(tip.rows.len(), 3, "{:?}", tip.rows);
}

#[test]
fn a_map_has_one_series_for_all_lines_of_one_look() {
    use crate::analysis::monte_carlo::OutcomeMeasure;
    use crate::analysis::sensitivity::map::{MapRequest, map};
    use crate::analysis::sweep::Axis;
    let state = start();
    let axis = |text: &str| Axis::parse(&state.region, text).expect("in order");
    let asked = MapRequest {
        across: axis("grants_share=0.05..0.3/20"),
        up: axis("jobs.outward=0..30000/20"),
        measure: OutcomeMeasure::Income,
        year: 2026,
    };
    let found = map(&state.region, state.scenario(), asked).expect("a map");
    let words = Catalog::new(Language::English);
    let model = map::chart_model(&words, &found, (0.15, 10_000.0), None, "Income 2026");
    let series = model.drawing.option["series"].as_array().expect("series");
    let known = found.benchmarks.iter().filter(|lines| !lines.is_empty());
    // The lines of equal results, those of each benchmark, and the scenario's own place.
    assert_eq!(series.len(), 1 + known.count() + 1);
    let lines: Vec<&Vec<_>> = found.isolines.iter().flat_map(|own| &own.lines).collect();
    assert!(lines.len() > 2, "{}", lines.len());
    let data = series[0]["data"].as_array().expect("points");
    let breaks = data
        .iter()
        .filter(|point| point[0].is_null() && point["value"].is_null());
    assert_eq!(breaks.count(), lines.len() - 1);
    let points: usize = lines.iter().map(|line| line.len()).sum();
    assert_eq!(data.len(), points + lines.len() - 1);
    let labels = data.iter().filter(|point| point["label"]["show"] == true);
    assert!(labels.count() >= found.isolines.len() / 2);
}
