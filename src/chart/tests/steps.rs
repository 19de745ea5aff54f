//! The steps of a year's channels, in their card and as a chart.

use super::*;
use crate::analysis::running_total::ChannelStep;
use crate::model::Channel;
use crate::model::gain::GainPart;

#[test]
fn channels_follow_each_other_from_plan_to_scenario() {
    for example in Example::ALL {
        let state = start().apply(Action::ChooseExample(example));
        for year in &state.results.outcome.scenario {
            let total = RunningTotal::of(year);
            let amounts = total.steps.iter().map(|step| step.amount().rounded());
            assert_eq!(
                amounts.sum::<Decimal>() + total.rounding.rounded(),
                year.difference().rounded(),
                "{example:?} {}",
                year.year
            );
            let whole = total.steps.last().expect("channels").to;
            assert_eq!(whole.rounded(), year.difference().rounded());
            let (_, bars) = channel_bars(&total);
            for (step, bar) in total.steps.iter().zip(bars) {
                assert!(bar.left >= Decimal::ZERO, "{step:?}");
                assert!(bar.left + bar.width <= Decimal::from(WIDTH), "{step:?}");
                for (left, width) in [bar.public_work, bar.transfers] {
                    assert!(left >= bar.left, "{step:?}");
                    assert!(left + width <= bar.left + bar.width, "{step:?}");
                }
            }
        }
    }
}

/// The waterfall's table: what is shown adds up to what is shown, column by column.
#[test]
fn the_steps_table_closes_to_the_fen() {
    let words = Catalog::new(Language::English);
    for example in Example::ALL {
        let state = start().apply(Action::ChooseExample(example));
        let outcome = &state.results.outcome;
        for (plan, scenario) in outcome.plan.iter().zip(&outcome.scenario) {
            let table = waterfall::chart_model(&words, way(plan, scenario)).table;
            let shown = |cell: &TableCell| match cell {
                TableCell::Number { value, places, .. } => crate::number::round(*value, *places),
                TableCell::Empty | TableCell::Text(_) => Decimal::ZERO,
            };
            let (last, rows) = table.rows.split_last().expect("rows");
            for (column, whole) in last.cells.iter().enumerate() {
                let parts: Decimal = rows.iter().map(|row| shown(&row.cells[column])).sum();
                let is_rounding = column == last.cells.len() - 2;
                assert!(is_rounding || parts == shown(whole), "{example:?} {column}");
            }
        }
    }
}

#[test]
fn bars_of_the_steps_reach_the_difference_through_every_channel() {
    let words = Catalog::new(Language::English);
    let state = start().apply(Action::ChooseExample(Example::Shift));
    let outcome = &state.results.outcome;
    let drawn = waterfall::chart_model(&words, way(&outcome.plan[0], &outcome.scenario[0])).drawing;
    let series = drawn.option["series"].as_array().expect("a list");
    let value = |series: &Value, index: usize| {
        let item = &series["data"][index];
        item["value"].as_f64().or(item.as_f64()).expect("a number")
    };
    let number = |amount: YuanPerPerson| {
        let text = amount.rounded().to_string();
        text.parse::<f64>().expect("a number")
    };
    let total = RunningTotal::of(&outcome.scenario[0]);
    for (index, step) in total.steps.iter().enumerate() {
        let [above, below] = [0, 1].map(|part| value(&series[part], index));
        let sum = |parts: std::ops::Range<usize>| -> f64 {
            parts.map(|part| value(&series[part], index)).sum()
        };
        let (over, under) = (sum(2..5), sum(5..8));
        let (from, to) = (number(step.from), number(step.to));
        let (least, most) = (from.min(to), from.max(to));
        assert!((above + over - most.max(0.0)).abs() < 0.05, "{step:?}");
        assert!((below + under - least.min(0.0)).abs() < 0.05, "{step:?}");
    }
}

/// The parts of a step that public money pays for are bars of their own, each with its texture.
#[test]
fn the_parts_of_a_step_are_drawn_apart() {
    let words = Catalog::new(Language::English);
    let state = set(&start(), Fixed::FundsCountyOther, "500000000");
    let outcome = &state.results.outcome;
    let year = &outcome.scenario[0];
    let index = Channel::Other as usize;
    let step = RunningTotal::of(year).steps[index];
    let drawn = waterfall::chart_model(&words, way(&outcome.plan[0], year)).drawing;
    // Level lines are public work, rising ones transfers; other spending pays nothing else.
    for (part, is_drawn_so) in [
        (
            GainPart::PublicWork,
            (|turn| turn == 0.0) as fn(f64) -> bool,
        ),
        (GainPart::Transfer, |turn| turn < 0.0),
    ] {
        let amount = step.parts[part as usize].rounded();
        assert!(amount > Decimal::ONE, "{part:?}");
        let length: f64 = (2..8)
            .map(|part| &drawn.option["series"][part]["data"][index])
            .filter(|bar| {
                let turn = bar["itemStyle"]["decal"]["rotation"].as_f64();
                turn.is_some_and(is_drawn_so)
            })
            .filter_map(|bar| bar["value"].as_f64())
            .sum();
        let expected: f64 = amount.to_string().parse().expect("a number");
        assert!(
            (length - expected).abs() < 0.02,
            "{part:?}: {length} is not {expected}"
        );
    }
    let names = drawn.option["legend"]["data"].as_array().expect("a list");
    for name in [
        "Of it public work (level lines)",
        "Of it transfers (hatched)",
    ] {
        assert!(names.iter().any(|own| own == name), "{name}");
    }
}

/// No part is longer than its step or points the other way, whatever their signs; together they are the step.
#[test]
fn parts_of_a_step_never_overlap() {
    let yuan = |amount: i64| YuanPerPerson(Decimal::from(amount));
    for from in [-7, 0, 4] {
        for market in [-9, 0, 5] {
            for public_work in [-6, 0, 8] {
                for transfer in [-3, 0, 2] {
                    let parts = [market, public_work, transfer].map(yuan);
                    let to = yuan(from + market + public_work + transfer);
                    let from = yuan(from);
                    let step = ChannelStep {
                        channel: Channel::Employment,
                        from,
                        to,
                        parts,
                    };
                    let [first, second] = step.part_starts();
                    let mut along = [from, first, second, to];
                    if to < from {
                        along.reverse();
                    }
                    assert!(
                        along.is_sorted_by(|one, other| one <= other),
                        "{step:?} {along:?}"
                    );
                }
            }
        }
    }
}
