//! The uncertainty of incomes: the band in which eight of ten draws lie, with the benchmarks as they
//! stand.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde_json::{Value, json};

use super::line::Line;
use super::options::{
    ChartModel, Drawing, Tip, base, category_axis, known_pixel, legend, narrow_legend, pixel, put,
    value_axis,
};
use crate::analysis::monte_carlo::{Band, MonteCarloAnswer, YearDistribution};
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::model::Outcome;
use crate::region::key::Benchmark;

/// The drawn part of the draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FanView {
    /// The incomes with the benchmarks of the lifted population.
    Incomes,
    /// The same with those of all rural residents, which lie far above and press the fan together.
    WithRural,
    /// Scenario minus plan.
    Difference,
}

impl FanView {
    /// The benchmarks that are drawn.
    fn benchmarks(self, outcome: &Outcome) -> impl Iterator<Item = Benchmark> + '_ {
        let is_shown = move |benchmark: &Benchmark| match self {
            Self::Incomes => !benchmark.is_disposable_income(),
            Self::WithRural => true,
            Self::Difference => false,
        };
        outcome.benchmarks_of_income().filter(is_shown)
    }
}

/// The fan of the incomes, or of scenario minus plan.
pub fn chart_model(
    words: &Catalog,
    outcome: &Outcome,
    answer: &MonteCarloAnswer,
    view: FanView,
) -> ChartModel {
    let shows_difference = view == FanView::Difference;
    let bands: Vec<Shown> = match shows_difference {
        true => vec![("plan-chance-difference", "--series-scenario", |year| {
            year.difference
        })],
        false => vec![
            ("chart-scenario", "--series-scenario", |year| year.scenario),
            ("chart-plan", "--series-plan", |year| year.plan),
        ],
    };
    let labels: Vec<String> = answer
        .years
        .iter()
        .map(|year| year.year.to_string())
        .collect();
    let mut series = Vec::new();
    let mut names = Vec::new();
    for (index, (name, colour, of)) in bands.iter().enumerate() {
        let values = answer.years.iter().map(of).collect::<Vec<_>>();
        let name = words.text(name);
        names.push(name.to_string());
        series.extend(band_series(&name, colour, index, &values));
    }
    for benchmark in view.benchmarks(outcome) {
        let line = Line::Benchmark(benchmark);
        let name = words.benchmark(benchmark);
        series.push(benchmark_series(line, &name, outcome, benchmark));
        names.push(name.to_string());
    }
    let option = base(
        put(category_axis(labels), json!({ "boundaryGap": false })),
        put(value_axis(), json!({ "scale": true })),
        false,
        series,
    );
    let option = put(
        option,
        json!({ "legend": legend(names, true), "grid": { "top": 52 } }),
    );
    let mut drawing = Drawing::new(words, option);
    drawing.signed = shows_difference;
    drawing.narrow = narrow_legend(&drawing.option);
    drawing.tips = answer
        .years
        .iter()
        .map(|year| tip(words, year, &bands))
        .collect();
    ChartModel {
        drawing,
        table: table(words, answer, &bands),
        description: description(words, answer, shows_difference),
    }
}

/// The message of a band's name, its colour and its values.
type Shown = (&'static str, &'static str, fn(&YearDistribution) -> Band);

/// Simulated yuan a head, to the yuan: fen would pretend an exactness that there is not.
pub fn whole_yuan(value: f64) -> Decimal {
    Decimal::from_f64(value).unwrap_or_default().round()
}

/// A band from its lower to its upper edge, and the line of its middle.
fn band_series(name: &str, colour: &str, index: usize, values: &[Band]) -> Vec<Value> {
    let colour = format!("var({colour})");
    let data = |of: fn(&Band) -> f64| -> Vec<Value> {
        values
            .iter()
            .map(|band| pixel(whole_yuan(of(band))))
            .collect()
    };
    let edge = |data: Vec<Value>, opacity: f64| {
        json!({
            "type": "line", "stack": format!("band-{index}"), "stackStrategy": "all", "data": data,
            "symbol": "none", "silent": true, "aside": true, "color": colour,
            "lineStyle": { "color": colour, "width": 1, "type": [2, 3] },
            "areaStyle": { "color": colour, "opacity": opacity, "origin": "start" },
            "emphasis": { "disabled": true }, "z": 1,
        })
    };
    let widths = |band: &Band| band.p90 - band.p10;
    let symbol = if index == 0 { "circle" } else { "rect" };
    vec![
        edge(data(|band| band.p10), 0.0),
        edge(data(widths), 0.16),
        json!({
            "type": "line", "name": name, "data": data(|band| band.p50), "symbol": symbol,
            "symbolSize": 7, "showAllSymbol": true, "z": 3, "color": colour,
            "itemStyle": { "color": colour },
            "lineStyle": { "color": colour, "width": if index == 0 { 3 } else { 2 }, "type": "solid" },
            "emphasis": { "disabled": true },
        }),
    ]
}

fn benchmark_series(line: Line, name: &str, outcome: &Outcome, benchmark: Benchmark) -> Value {
    let style = line.style();
    let colour = format!("var({})", style.colour);
    let years = outcome.scenario.iter();
    let amounts: Vec<Value> = years
        .map(|year| known_pixel(year.benchmark(benchmark)))
        .collect();
    json!({
        "type": "line", "name": name, "data": amounts, "symbol": style.symbol.shape(), "symbolSize": 6,
        "showAllSymbol": true, "z": 2, "color": colour, "itemStyle": { "color": colour },
        "lineStyle": {
            "color": colour, "width": style.width,
            "type": if style.dashes.is_empty() { json!("solid") } else { json!(style.dashes) },
        },
        "emphasis": { "disabled": true },
    })
}

fn said(words: &Catalog, value: f64) -> String {
    words.numbers().decimal(whole_yuan(value), 0, false)
}

fn tip(words: &Catalog, year: &YearDistribution, bands: &[Shown]) -> Tip {
    let rows = bands.iter().map(|(name, _, of)| {
        let band = of(year);
        let mut row = vec![words.text(name).to_string()];
        row.extend([band.p10, band.p50, band.p90].map(|value| said(words, value)));
        row
    });
    let heads = ["plan-chance-p10", "plan-chance-p50", "plan-chance-p90"];
    let mut head = vec![String::new()];
    head.extend(heads.map(|id| words.text(id).to_string()));
    Tip {
        title: year.year.to_string(),
        rows: std::iter::once(head).chain(rows).collect(),
    }
}

fn table(words: &Catalog, answer: &MonteCarloAnswer, bands: &[Shown]) -> DataTable {
    let quantiles = ["plan-chance-p10", "plan-chance-p50", "plan-chance-p90"];
    let heads = bands.iter().flat_map(|(name, ..)| {
        quantiles.map(|id| {
            let (name, part) = (words.text(name), words.text(id));
            words.format("plan-chance-column", &[("name", &name), ("part", &part)])
        })
    });
    let rows = answer.years.iter().map(|year| {
        let cells = bands.iter().flat_map(|(_, _, of)| {
            let band = of(year);
            [band.p10, band.p50, band.p90].map(|value| TableCell::number(whole_yuan(value), 0))
        });
        TableRow::new(year.year.to_string(), cells.collect())
    });
    DataTable {
        heads: std::iter::once(words.text("result-year").to_string())
            .chain(heads)
            .collect(),
        rows: rows.collect(),
    }
}

/// The distance at which the middle of the draws lies from the single projection in the last year, and why.
pub fn skew(words: &Catalog, answer: &MonteCarloAnswer, shows_difference: bool) -> String {
    let Some(last) = answer.years.last() else {
        return String::new();
    };
    let (middle, single) = match shows_difference {
        true => (last.difference.p50, last.scenario_single - last.plan_single),
        false => (last.scenario.p50, last.scenario_single),
    };
    let by = whole_yuan(middle) - whole_yuan(single);
    let id = match (by.is_zero(), by.is_sign_negative()) {
        (true, _) => "plan-chance-skew-none",
        (false, true) => "plan-chance-skew-below",
        (false, false) => "plan-chance-skew-above",
    };
    let single = words
        .numbers()
        .decimal(whole_yuan(single), 0, shows_difference);
    words.format(
        id,
        &[
            ("year", &last.year.to_string()),
            ("single", &single),
            ("by", &words.decimal(by.abs(), 0)),
        ],
    )
}

fn description(words: &Catalog, answer: &MonteCarloAnswer, shows_difference: bool) -> String {
    let Some(last) = answer.years.last() else {
        return String::new();
    };
    let (id, band) = match shows_difference {
        true => ("plan-chance-said-difference", last.difference),
        false => ("plan-chance-said", last.scenario),
    };
    words.format(
        id,
        &[
            ("year", &last.year.to_string()),
            ("low", &said(words, band.p10)),
            ("middle", &said(words, band.p50)),
            ("high", &said(words, band.p90)),
        ],
    )
}
