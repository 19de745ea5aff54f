//! The paths of income: plan, scenario and benchmarks over the years.

use serde_json::{Value, json};

pub use super::line::{Incomes, PathsView};
use super::line::{Line, moves_the_plan};
use super::options::{
    ChartModel, Drawing, base, category_axis, known_pixel, legend, put, value_axis,
};
use super::{errors, gap};
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::model::Outcome;
use crate::region::key::Benchmark;

/// The shown part of the main chart.
#[derive(Clone, Debug, PartialEq)]
pub struct PathsChoice {
    /// The kind of lines.
    pub view: PathsView,
    /// The lines that are hidden.
    pub hidden: Vec<Line>,
    /// The benchmark to which the gap is shaded.
    pub benchmark: Option<Benchmark>,
}

/// The main chart, without the lines that are hidden, with all lines in its table.
pub fn chart_model(words: &Catalog, incomes: Incomes<'_>, choice: &PathsChoice) -> ChartModel {
    let own = moves_the_plan(incomes.outcome, incomes.published);
    let lines = Line::of_view(choice.view, incomes.outcome, own);
    let years = incomes.outcome.years;
    let amounts: Vec<_> = lines.iter().map(|line| line.amounts(incomes)).collect();
    let has_band = has_band(incomes, choice);
    let rows = (years.income..=years.horizon)
        .enumerate()
        .map(|(step, year)| {
            let cells = lines.iter().zip(&amounts).filter_map(|(line, amounts)| {
                let Some(amount) = *amounts.get(step)? else {
                    return Some(TableCell::Empty);
                };
                let cell = match choice.view {
                    PathsView::Levels => TableCell::money(amount),
                    PathsView::Differences => TableCell::difference(amount),
                };
                Some(match line.figure(year, years) {
                    Some(figure) => cell.of(figure),
                    None => cell,
                })
            });
            let mut cells: Vec<TableCell> = cells.collect();
            if has_band {
                cells.extend(errors::cells(incomes, year));
            }
            TableRow::new(year.to_string(), cells)
        });
    let heads = lines.iter().map(|line| marked_name(words, *line, own));
    let mut said = description(words, incomes.outcome);
    if let Some(benchmark) = choice
        .benchmark
        .filter(|_| choice.view == PathsView::Levels)
    {
        let gap = gap::sentence(words, incomes, benchmark);
        let both = [("first", &*said), ("second", &*gap)];
        said = words.format("report-two-sentences", &both);
    }
    if has_band {
        let band = errors::sentence(words, incomes);
        said = words.format(
            "report-two-sentences",
            &[("first", &said), ("second", &band)],
        );
    }
    ChartModel {
        drawing: drawing(words, incomes, choice),
        table: DataTable {
            heads: std::iter::once(words.text("result-year").to_string())
                .chain(heads)
                .chain(has_band.then(|| errors::heads(words)).into_iter().flatten())
                .collect(),
            rows: rows.collect(),
        },
        description: said,
    }
}

/// True where the band of errors is drawn: beside whole incomes alone.
fn has_band(incomes: Incomes<'_>, choice: &PathsChoice) -> bool {
    choice.view == PathsView::Levels && !incomes.errors.is_empty()
}

fn drawing(words: &Catalog, incomes: Incomes<'_>, choice: &PathsChoice) -> Drawing {
    let own = moves_the_plan(incomes.outcome, incomes.published);
    let years = incomes.outcome.years;
    let labels = (years.income..=years.horizon)
        .map(|year| year.to_string())
        .collect();
    let is_levels = choice.view == PathsView::Levels;
    let benchmark = choice.benchmark.filter(|_| is_levels);
    let lines = || {
        let all = Line::of_view(choice.view, incomes.outcome, own).into_iter();
        all.filter(|line| !choice.hidden.contains(line))
    };
    let has_band = has_band(incomes, choice);
    // Two shades upon each other would look like one: the band takes the gap's place.
    let mut all: Vec<Value> = match benchmark {
        _ if has_band => errors::band(words, incomes),
        Some(benchmark) => gap::shade(incomes, benchmark),
        None => vec![],
    };
    // Drawn from the back to the front: the scenario lies over everything.
    let mut shown: Vec<Value> = lines()
        .map(|line| series(line, &marked_name(words, line, own), incomes))
        .collect();
    shown.reverse();
    all.append(&mut shown);
    if let Some(front) = all.last_mut() {
        *front = put(front.take(), gap::marks(words, incomes, benchmark));
    }
    let names = lines().map(|line| marked_name(words, line, own));
    let names = names.chain(has_band.then(|| words.text("chart-errors").to_string()));
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
        signed: choice.view == PathsView::Differences,
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

pub(super) fn series(line: Line, name: &str, incomes: Incomes<'_>) -> Value {
    let style = line.style();
    let colour = format!("var({})", style.colour);
    // Rounded once, as everywhere.
    let amounts = line.amounts(incomes).into_iter();
    let amounts: Vec<Value> = amounts.map(known_pixel).collect();
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
pub fn description(words: &Catalog, outcome: &Outcome) -> String {
    let (Some(plan), Some(scenario)) = (outcome.plan.last(), outcome.scenario.last()) else {
        return String::new();
    };
    let years = outcome.years;
    words.format(
        "chart-description",
        &[
            ("from", &years.base().to_string()),
            ("to", &years.horizon.to_string()),
            ("base", &words.money(outcome.base_income)),
            ("plan", &words.money(plan.income)),
            ("scenario", &words.money(scenario.income)),
        ],
    )
}
