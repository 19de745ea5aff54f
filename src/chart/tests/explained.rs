//! The numbers of a chart's table that can be explained: each is the figure whose name it bears.

use super::*;
use crate::analysis::explain::Trace;
use crate::number::round;

fn check(state: &State, model: &ChartModel) -> usize {
    let trace = Trace::of(&state.region, state.scenario());
    let mut told = 0;
    for (row, cell) in model
        .table
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(move |cell| (row, cell)))
    {
        let TableCell::Number {
            value,
            places,
            figure: Some(name),
            ..
        } = cell
        else {
            continue;
        };
        let figure = trace.find(name);
        let node = figure.and_then(|figure| trace.figure(figure));
        let node = node.unwrap_or_else(|| panic!("{name} of {} is no figure", row.name));
        let traced = trace.node(node).value;
        assert_eq!(
            round(traced, *places),
            round(*value, *places),
            "{name} of {}",
            row.name
        );
        told += 1;
    }
    told
}

fn states() -> Vec<State> {
    let mut all: Vec<State> = Example::ALL
        .into_iter()
        .map(|example| start().apply(Action::ChooseExample(example)))
        .collect();
    let own = set(&start(), Fixed::GrowthNearWage, "0.10");
    all.push(set(&own, Fixed::Coverage, "0.7"));
    all
}

#[test]
fn numbers_in_tables_are_the_figures_that_they_name() {
    let words = Catalog::new(Language::English);
    for state in states() {
        let told: usize = models(&words, &state)
            .iter()
            .map(|model| check(&state, model))
            .sum();
        assert!(told > 8 * 10, "{told} numbers can be asked");
    }
}

#[test]
fn numbers_of_the_paths_are_figures_from_the_plan_on() {
    let words = Catalog::new(Language::English);
    for state in states() {
        for view in [PathsView::Levels, PathsView::Differences] {
            let choice = PathsChoice {
                view,
                hidden: Vec::new(),
                benchmark: None,
            };
            let shown = chart_model(&words, state.results.incomes(&history(&state)), &choice);
            let years = state.region.years.plan().count();
            let lines = shown.table.heads.len() - 1;
            assert!(check(&state, &shown) >= years * lines, "{view:?}");
        }
    }
}

#[test]
fn what_assumptions_do_is_told_too() {
    let words = Catalog::new(Language::English);
    let state = set(&start(), Fixed::GrowthNearWage, "0.10");
    let results = &state.results;
    let way = waterfall::WaterfallYear {
        published: results.published.plan.first(),
        plan: &results.outcome.plan[0],
        scenario: &results.outcome.scenario[0],
    };
    // Plan under both assumptions, the scenario, and the step between.
    assert!(check(&state, &waterfall::chart_model(&words, way)) >= 4 * 5);
    let shares = shares::chart_model(
        &words,
        &results.outcome,
        Some(&results.published),
        shares::ComponentMeasure::Yuan,
    );
    let years = state.region.years.plan().count();
    assert_eq!(check(&state, &shares), years * 3 * 5);
}
