//! With assumptions of the user's own, charts set what those do apart from what policy does; and
//! what a picture leaves out it says.

use super::*;
use crate::analysis::flows::{FlowSide, flows};
use crate::analysis::marginal::marginal;

fn own() -> State {
    let state = start().apply(Action::ChooseExample(Example::Together));
    set(&state, Fixed::GrowthNearWage, "0.05")
}

fn shown(cell: &TableCell) -> Decimal {
    match cell {
        TableCell::Number { value, places, .. } => crate::number::round(*value, *places),
        TableCell::Empty | TableCell::Text(_) => Decimal::ZERO,
    }
}

#[test]
fn the_waterfall_goes_from_the_published_plan_over_assumptions_to_policy() {
    let words = Catalog::new(Language::SimplifiedChinese);
    let state = own();
    let (outcome, published) = (&state.results.outcome, &state.results.published);
    for (step, scenario) in outcome.scenario.iter().enumerate() {
        let (plan, from) = (&outcome.plan[step], &published.plan[step]);
        let way = waterfall::WaterfallYear {
            published: Some(from),
            plan,
            scenario,
        };
        let model = waterfall::chart_model(&words, way);
        let rows = &model.table.rows;
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names[..2], ["计划（原有假设）", "假设变动的影响"]);
        let own = names.iter().position(|name| *name == "计划（所改假设）");
        let own = own.expect("the plan under the user's assumptions");
        let last = |row: &TableRow| shown(row.cells.last().expect("cells"));
        // Both ways close to the fen: published to own plan, own plan to scenario.
        for (parts, whole) in [
            (&rows[..own], &rows[own]),
            (&rows[own..rows.len() - 1], &rows[rows.len() - 1]),
        ] {
            assert_eq!(parts.iter().map(last).sum::<Decimal>(), last(whole));
        }
        for amount in [
            words.signed_money(plan.income - from.income),
            words.signed_money(scenario.difference()),
        ] {
            assert!(model.description.contains(&amount), "{}", model.description);
        }
        let labels = model.drawing.option["yAxis"]["data"]
            .as_array()
            .expect("a list");
        assert_eq!(labels[0], "假设变动的影响");
        assert_eq!(labels.last().expect("labels"), "方案 − 公布计划");
    }
}

#[test]
fn components_stand_under_published_and_own_assumptions() {
    let words = Catalog::new(Language::SimplifiedChinese);
    let state = own();
    let results = &state.results;
    let model = shares::chart_model(
        &words,
        &results.outcome,
        Some(&results.published),
        shares::ComponentMeasure::Yuan,
    );
    let heads = &model.table.heads;
    for side in ["计划（原有假设）", "计划（所改假设）", "方案"] {
        let of_side = heads.iter().filter(|head| head.ends_with(side)).count();
        assert_eq!(of_side, 6, "{side}: {heads:?}");
    }
    assert_eq!(model.drawing.tips[0].rows[0].len(), 4);
    let wage = shown(&model.table.rows[0].cells[0]);
    assert_eq!(wage, results.published.plan[0].components[0].rounded());
}

/// Falls are not drawn, so that the text says both: the rest and the drawn part.
#[test]
fn a_node_with_falls_tells_the_sum_of_the_sentence() {
    let words = Catalog::new(Language::SimplifiedChinese);
    let state = start().apply(Action::ChooseExample(Example::Jobs));
    let (region, results) = (&state.region, &state.results);
    let year = &results.outcome.scenario[0];
    let flows = flows(region.years, &results.resolved, FlowSide::Scenario, year).expect("a year");
    let model = flows::chart_model(&words, &flows, year.year);
    let transfers = words.money(flows.component(crate::region::key::Component::Transfer));
    let nodes = model.drawing.option["series"][1]["data"]
        .as_array()
        .expect("a list");
    let node = nodes
        .iter()
        .find(|node| node["name"] == "component-transfer");
    let text = node.and_then(|node| node["text"].as_str()).expect("a text");
    assert!(
        text.contains(&format!("转移性收入 {transfers}\n（图中 ")),
        "{text}"
    );
    assert!(model.description.contains(&transfers));
    assert!(model.description.contains("图中未画"));
}

#[test]
fn bars_of_what_more_money_brings_bear_their_sums_and_no_column_is_all_noughts() {
    let words = Catalog::new(Language::SimplifiedChinese);
    let state = start();
    let results = &state.results;
    let all = marginal(
        state.region.years,
        &results.resolved,
        &results.outcome.scenario,
    );
    let model = marginal::chart_model(&words, &all, &[marginal::MarginalSpan::Year(0)]);
    let series = model.drawing.option["series"].as_array().expect("a list");
    let sums = series.last().expect("a series")["data"]
        .as_array()
        .expect("a list");
    assert_eq!(sums.len(), all.len());
    for (sum, place) in sums.iter().zip(&all) {
        let income = place.years[0].income().exact();
        let income = words.numbers().decimal(income, 2, true);
        assert_eq!(sum["text"], *income);
    }
    for column in 1..model.table.heads.len() - 1 {
        let mut cells = model.table.rows.iter().map(|row| &row.cells[column]);
        let head = &model.table.heads[column + 1];
        let is_rounding = head == "尾差";
        assert!(
            is_rounding || cells.any(|cell| !shown(cell).is_zero()),
            "{head}"
        );
    }
}

/// A report shows a place's first year and all years together: the latter is the sum of years.
#[test]
fn bars_of_two_spans_stand_one_below_the_other() {
    let words = Catalog::new(Language::SimplifiedChinese);
    let state = start();
    let results = &state.results;
    let all = marginal(
        state.region.years,
        &results.resolved,
        &results.outcome.scenario,
    );
    let last = state.region.years.plan().count() - 1;
    let spans = [
        marginal::MarginalSpan::Year(0),
        marginal::MarginalSpan::UpTo(last),
    ];
    let option = marginal::chart_model(&words, &all, &spans).drawing.option;
    let labels = option["yAxis"]["data"].as_array().expect("a list");
    assert_eq!(labels.len(), 2 * all.len());
    assert_eq!(labels[0], "产业，2023 年");
    assert_eq!(labels[1], "2023—2030 年累计");
    let series = option["series"].as_array().expect("a list");
    let sums = &series.last().expect("a series")["data"];
    for (index, place) in all.iter().enumerate() {
        for (bar, step) in [(2 * index, 0), (2 * index + 1, last)] {
            let (income, _) = place.up_to(step);
            let income = words.numbers().decimal(income.exact(), 2, true);
            assert_eq!(sums[bar]["text"], *income);
        }
    }
    let alone = marginal::chart_model(&words, &all, &spans[..1])
        .drawing
        .option;
    assert_eq!(alone["yAxis"]["data"][0], "产业");
    for (one, both) in alone["series"]
        .as_array()
        .expect("a list")
        .iter()
        .zip(series)
    {
        if one["name"] == both["name"] && one["name"] != "" {
            assert_eq!(one["data"][0], both["data"][0]);
        }
    }
}

#[test]
fn without_a_month_bars_show_what_may_be_carried_over() {
    use crate::analysis::progress::Published;
    use crate::number::Share;
    let words = Catalog::new(Language::English);
    let state = start();
    let published = Published::of(&state.region).expect("progress is published");
    let asked = progress::Asked {
        month: None,
        target: Share(Decimal::new(95, 2)),
    };
    let option = progress::chart_model(&words, &published, asked)
        .drawing
        .option;
    let left = option["series"][0]["data"].as_array().expect("a list");
    assert_eq!(left[0].as_f64(), Some(0.0));
    assert_eq!(left[7].as_f64(), Some(8.75));
}

#[test]
fn the_mark_of_the_other_concept_goes_with_the_picture() {
    let words = Catalog::new(Language::SimplifiedChinese);
    let state = start();
    let choice = PathsChoice {
        view: PathsView::Levels,
        hidden: vec![],
        benchmark: None,
    };
    let history = history(&state);
    let option = chart_model(&words, state.results.incomes(&history), &choice)
        .drawing
        .option;
    let names = option["legend"]["data"].as_array().expect("a list");
    let marked = names.iter().filter_map(Value::as_str);
    assert_eq!(marked.filter(|name| name.contains("口径不同")).count(), 2);
}
