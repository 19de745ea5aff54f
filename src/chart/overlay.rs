//! The incomes of scenarios side by side, with the benchmarks of the one that they are measured
//! against.

use serde_json::{Value, json};

use super::line::Line;
use super::options::{
    ChartModel, Drawing, base, category_axis, known_pixel, legend, narrow_legend, put, value_axis,
};
use crate::analysis::compare::Comparison;
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::number::YuanPerPerson;

/// Colours, dashes and symbols, so that no two lines look alike.
const LOOKS: [(&str, &[u8], &str); 10] = [
    ("--series-published", &[2, 3], "emptyCircle"),
    ("--series-scenario", &[], "circle"),
    ("--series-plan", &[], "rect"),
    ("--series-benchmark-3", &[], "triangle"),
    ("--series-benchmark-2", &[], "diamond"),
    ("--series-benchmark-1", &[], "circle"),
    ("--series-plan", &[6, 3], "triangle"),
    ("--series-scenario", &[6, 3], "diamond"),
    ("--series-benchmark-3", &[6, 3], "rect"),
    ("--series-benchmark-2", &[6, 3], "circle"),
];

/// Incomes, or income less the reference's.
pub fn chart_model(
    words: &Catalog,
    comparison: &Comparison,
    names: &[String],
    shows_difference: bool,
) -> ChartModel {
    let reference = &comparison.columns[comparison.reference].outcome;
    let years = reference.years;
    let labels: Vec<String> = years.plan().map(|year| year.to_string()).collect();
    let amounts: Vec<Vec<Option<YuanPerPerson>>> = comparison
        .columns
        .iter()
        .map(|column| {
            let incomes = column.outcome.scenario.iter().zip(&reference.scenario);
            incomes
                .map(|(own, other)| match shows_difference {
                    true => Some(own.income - other.income),
                    false => Some(own.income),
                })
                .collect()
        })
        .collect();
    let mut series: Vec<Value> = Vec::new();
    for (index, (name, amounts)) in names.iter().zip(&amounts).enumerate() {
        let (colour, dashes, symbol) = LOOKS[index % LOOKS.len()];
        let is_reference = index == comparison.reference;
        series.push(line(
            name,
            amounts,
            colour,
            dashes,
            symbol,
            if is_reference { 3.0 } else { 2.0 },
        ));
    }
    let mut legends: Vec<String> = names.to_vec();
    if !shows_difference {
        for benchmark in reference.benchmarks_of_income() {
            let style = Line::Benchmark(benchmark).style();
            let values = reference.scenario.iter();
            let values: Vec<_> = values.map(|year| year.benchmark(benchmark)).collect();
            let name = words.benchmark(benchmark);
            series.push(put(
                line(&name, &values, style.colour, &[1, 3], "none", 1.0),
                json!({ "z": 2 }),
            ));
            legends.push(name.to_string());
        }
    }
    let option = base(
        put(
            category_axis(labels.clone()),
            json!({ "boundaryGap": false }),
        ),
        put(value_axis(), json!({ "scale": true })),
        false,
        series,
    );
    let option = put(
        option,
        json!({ "legend": legend(legends, true), "grid": { "top": 64 } }),
    );
    let mut drawing = Drawing::new(words, option);
    drawing.signed = shows_difference;
    drawing.narrow = narrow_legend(&drawing.option);
    let rows = labels.iter().enumerate().map(|(step, year)| {
        let cells = amounts.iter().map(|amounts| match amounts[step] {
            Some(amount) if shows_difference => TableCell::difference(amount),
            Some(amount) => TableCell::money(amount),
            None => TableCell::Empty,
        });
        TableRow::new(year.clone(), cells.collect())
    });
    ChartModel {
        drawing,
        table: DataTable {
            heads: std::iter::once(words.text("result-year").to_string())
                .chain(names.iter().cloned())
                .collect(),
            rows: rows.collect(),
        },
        description: words.format(
            "plan-compare-said",
            &[
                ("count", &names.len().to_string()),
                ("from", &years.first_plan.to_string()),
                ("to", &years.horizon.to_string()),
            ],
        ),
    }
}

fn line(
    name: &str,
    amounts: &[Option<YuanPerPerson>],
    colour: &str,
    dashes: &[u8],
    symbol: &str,
    width: f64,
) -> Value {
    let colour = format!("var({colour})");
    json!({
        "type": "line", "name": name, "symbol": symbol, "symbolSize": 7, "showAllSymbol": true, "z": 3,
        "data": amounts.iter().copied().map(known_pixel).collect::<Vec<_>>(),
        "color": colour, "itemStyle": { "color": colour },
        "lineStyle": { "color": colour, "width": width,
            "type": if dashes.is_empty() { json!("solid") } else { json!(dashes) } },
        "emphasis": { "disabled": true },
    })
}
