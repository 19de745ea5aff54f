//! What the results draw, computed without a browser: the main chart here, the channels' bars in
//! [`waterfall`].
//!
//! The chart's library is told in JSON. Colours are names of the style sheet's custom
//! properties, looked up when it is drawn, so that light and dark need no second drawing; texts
//! are data that the browser's side puts into text nodes.

pub mod credit;
pub mod fan;
pub mod flows;
mod gap;
mod line;
pub mod map;
pub mod marginal;
pub mod options;
pub mod overlay;
pub mod progress;
pub mod shares;
pub mod steps;
pub mod tornado;
pub mod waterfall;

/// Where a gain comes from, and sums that agree: also what a report says.
pub use crate::analysis::{gain, sums};

use serde_json::{Value, json};

pub use crate::analysis::history::History;
use crate::app::state::Results;
use crate::export::table::{Cell, Row, Table};
use crate::i18n::Catalog;
use crate::region::key::Benchmark;
pub use gap::sentence as gap_sentence;
pub use line::{Line, Style, Symbol, View, moves_the_plan};
pub use options::{Drawing, Plate, Tip};
use options::{base, category_axis, legend, pixel, put, value_axis};

/// What of the main chart is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Which lines.
    pub view: View,
    /// The lines that are hidden.
    pub hidden: Vec<Line>,
    /// The benchmark to which the gap is shaded.
    pub benchmark: Option<Benchmark>,
}

/// The main chart, without the lines that are hidden, with all lines in its table.
pub fn plate(words: &Catalog, results: &Results, history: &History, choice: &Choice) -> Plate {
    let own = moves_the_plan(results);
    let lines = Line::of_view(choice.view, own);
    let years = results.outcome.years;
    let amounts: Vec<_> = lines
        .iter()
        .map(|line| line.amounts(results, history))
        .collect();
    let rows = (years.income..=years.horizon)
        .enumerate()
        .map(|(step, year)| {
            let cells = lines.iter().zip(&amounts).filter_map(|(line, amounts)| {
                let amount = *amounts.get(step)?;
                let cell = match choice.view {
                    View::Levels => Cell::money(amount),
                    View::Differences => Cell::difference(amount),
                };
                Some(match line.figure(year, years) {
                    Some(figure) => cell.of(figure),
                    None => cell,
                })
            });
            Row::new(year.to_string(), cells.collect())
        });
    let heads = lines.iter().map(|line| marked_name(words, *line, own));
    let mut said = description(words, results);
    if let Some(benchmark) = choice.benchmark.filter(|_| choice.view == View::Levels) {
        let gap = gap::sentence(words, results, benchmark);
        let both = [("first", &*said), ("second", &*gap)];
        said = words.format("report-two-sentences", &both);
    }
    Plate {
        drawing: drawing(words, results, history, choice),
        table: Table {
            heads: std::iter::once(words.text("result-year").to_string())
                .chain(heads)
                .collect(),
            rows: rows.collect(),
        },
        description: said,
    }
}

fn drawing(words: &Catalog, results: &Results, history: &History, choice: &Choice) -> Drawing {
    let own = moves_the_plan(results);
    let years = results.outcome.years;
    let labels = (years.income..=years.horizon)
        .map(|year| year.to_string())
        .collect();
    let is_levels = choice.view == View::Levels;
    let benchmark = choice.benchmark.filter(|_| is_levels);
    let lines = || {
        let all = Line::of_view(choice.view, own).into_iter();
        all.filter(|line| !choice.hidden.contains(line))
    };
    let mut all: Vec<Value> = match benchmark {
        Some(benchmark) => gap::shade(results, history, benchmark),
        None => vec![],
    };
    // Drawn from the back to the front: the scenario lies over everything.
    let mut shown: Vec<Value> = lines()
        .map(|line| series(line, &marked_name(words, line, own), results, history))
        .collect();
    shown.reverse();
    all.append(&mut shown);
    if let Some(front) = all.last_mut() {
        *front = put(front.take(), gap::marks(words, results, benchmark));
    }
    let names = lines().map(|line| marked_name(words, line, own));
    let option = base(
        put(category_axis(labels), json!({ "boundaryGap": false })),
        put(value_axis(), json!({ "scale": is_levels })),
        false,
        all,
    );
    let option = put(
        option,
        json!({ "legend": legend(names.collect(), false), "grid": { "top": 24 } }),
    );
    Drawing {
        signed: choice.view == View::Differences,
        ..Drawing::new(words, option)
    }
}

/// A line's name, marked where it is another concept of income: the mark goes wherever the
/// picture goes.
fn marked_name(words: &Catalog, line: Line, own_assumptions: bool) -> String {
    let name = line.name(words, own_assumptions);
    if line.is_other_concept() {
        words.format("report-benchmark-other", &[("name", &name)])
    } else {
        name.to_string()
    }
}

fn series(line: Line, name: &str, results: &Results, history: &History) -> Value {
    let style = line.style();
    let colour = format!("var({})", style.colour);
    // Rounded once, as everywhere.
    let amounts: Vec<Value> = line
        .amounts(results, history)
        .iter()
        .map(|amount| pixel(amount.rounded()))
        .collect();
    // The library paints the inside of its own empty symbols white, also in the dark.
    let inside = if style.symbol.is_empty() {
        "var(--surface)"
    } else {
        &colour
    };
    json!({
        "type": "line",
        "name": name,
        "data": amounts,
        "symbol": style.symbol.shape(),
        "symbolSize": if style.symbol.is_empty() { 6 } else { 8 },
        "showAllSymbol": true,
        "z": 3,
        "color": colour,
        "itemStyle": { "color": inside, "borderColor": colour, "borderWidth": if style.symbol.is_empty() { 1.5 } else { 0.0 } },
        "lineStyle": {
            "color": colour,
            "width": style.width,
            "type": if style.dashes.is_empty() { json!("solid") } else { json!(style.dashes) },
        },
        "emphasis": { "disabled": true },
    })
}

/// The chart in a sentence, for those who don't see it.
pub fn description(words: &Catalog, results: &Results) -> String {
    let (Some(plan), Some(scenario)) =
        (results.outcome.plan.last(), results.outcome.scenario.last())
    else {
        return String::new();
    };
    let years = results.outcome.years;
    words.format(
        "chart-description",
        &[
            ("from", &years.base().to_string()),
            ("to", &years.horizon.to_string()),
            ("base", &words.money(results.outcome.base_income)),
            ("plan", &words.money(plan.income)),
            ("scenario", &words.money(scenario.income)),
        ],
    )
}

#[cfg(test)]
mod tests;
