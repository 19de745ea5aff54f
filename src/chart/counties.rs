//! Counties as dots: one line a county, a dot at its value, and upright lines for what it is held against.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::options::{
    ChartModel, Drawing, Tip, base, category_axis, legend, narrow_legend, pixel, put, value_axis,
};
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::number::round;

/// The most counties that are drawn, half of them from either end; the table has all.
pub const MOST_DOTS: usize = 40;

/// A measure of counties.
#[derive(Clone, Debug, PartialEq)]
pub struct CountyDots {
    /// Its name.
    pub measure: String,
    /// True for a share, else an amount in yuan.
    pub is_share: bool,
    /// The counties with their values, in the order in which they are shown.
    pub dots: Vec<(String, Decimal)>,
    /// Names and values that they are held against.
    pub lines: Vec<(String, Decimal)>,
}

/// The looks of the lines: a colour and a kind of line each.
const LOOKS: [(&str, &str); 5] = [
    ("--series-scenario", "solid"),
    ("--series-benchmark-1", "dashed"),
    ("--series-benchmark-2", "dotted"),
    ("--series-benchmark-3", "dashed"),
    ("--series-benchmark-5", "dotted"),
];

/// The dots of a measure.
pub fn chart_model(words: &Catalog, of: &CountyDots) -> ChartModel {
    let shown = shown(of);
    let mut drawing = Drawing::new(words, option(of, &shown));
    drawing.narrow = narrow_legend(&drawing.option).map(|narrow| {
        put(
            narrow,
            json!({ "yAxis": { "axisLabel": { "width": 84, "fontSize": 11 } } }),
        )
    });
    if of.is_share {
        drawing.unit = "%".to_owned();
    }
    drawing.tips = shown
        .iter()
        .map(|(name, value)| Tip {
            title: name.clone(),
            rows: std::iter::once((&of.measure, *value))
                .chain(of.lines.iter().map(|(name, value)| (name, *value)))
                .map(|(name, value)| vec![name.clone(), said(words, of, value)])
                .collect(),
        })
        .collect();
    ChartModel {
        drawing,
        table: table(words, of),
        description: description(words, of),
    }
}

fn shown(of: &CountyDots) -> Vec<&(String, Decimal)> {
    let count = of.dots.len();
    let half = MOST_DOTS / 2;
    let dots = of.dots.iter().enumerate();
    let drawn = dots.filter(|(at, _)| count <= MOST_DOTS || *at < half || at + half >= count);
    drawn.map(|(_, dot)| dot).collect()
}

/// The number that is drawn and listed: per cent, or yuan.
fn number(of: &CountyDots, value: Decimal) -> Decimal {
    match of.is_share {
        true => value * Decimal::ONE_HUNDRED,
        false => value,
    }
}

fn said(words: &Catalog, of: &CountyDots, value: Decimal) -> String {
    let number = words.decimal(number(of, value), 2);
    match of.is_share {
        true => format!("{number}%"),
        false => number,
    }
}

fn option(of: &CountyDots, shown: &[&(String, Decimal)]) -> Value {
    let drawn = |value: Decimal| pixel(round(number(of, value), 2));
    let labels = shown.iter().map(|(name, _)| name.clone()).collect();
    let dots: Vec<Value> = shown.iter().map(|(_, value)| drawn(*value)).collect();
    let mut series = vec![json!({
        "type": "line", "name": of.measure, "data": dots, "symbol": "circle", "symbolSize": 10,
        "color": "var(--series-plan)", "lineStyle": { "width": 0, "opacity": 0 },
        "itemStyle": { "color": "var(--series-plan)" }, "emphasis": { "disabled": true },
    })];
    for ((name, value), (colour, kind)) in of.lines.iter().zip(LOOKS) {
        let points: Vec<Value> = shown.iter().map(|_| drawn(*value)).collect();
        series.push(json!({
            "type": "line", "name": name, "data": points, "symbol": "none",
            "color": format!("var({colour})"),
            "lineStyle": { "color": format!("var({colour})"), "type": kind, "width": 2 },
            "emphasis": { "disabled": true },
        }));
    }
    let category = put(
        category_axis(labels),
        json!({ "inverse": true, "axisLabel": { "width": 120, "overflow": "truncate", "interval": 0 },
            "splitLine": { "show": true, "lineStyle": { "color": "var(--line)" } } }),
    );
    let value = put(value_axis(), json!({ "scale": true }));
    let names = std::iter::once(of.measure.clone())
        .chain(of.lines.iter().map(|(name, _)| name.clone()))
        .collect();
    let names = legend(names, true);
    let option = put(
        base(category, value, true, series),
        json!({ "legend": names, "tooltip": { "axisPointer": { "type": "shadow" } } }),
    );
    put(option, json!({ "grid": { "top": 44 } }))
}

fn table(words: &Catalog, of: &CountyDots) -> DataTable {
    let cell = |value: Decimal| TableCell::number(number(of, value), 2);
    let heads = [
        words.text("form-county-name").to_string(),
        match of.is_share {
            true => format!("{} (%)", of.measure),
            false => words.format("chart-counties-yuan", &[("measure", &of.measure)]),
        },
    ];
    let line = |(name, value): &(String, Decimal)| TableRow::new(name, vec![cell(*value)]);
    let all = of.dots.iter().chain(&of.lines);
    DataTable {
        heads: heads.into(),
        rows: all.map(line).collect(),
    }
}

/// The ends, and where the lines stand.
fn description(words: &Catalog, of: &CountyDots) -> String {
    let most = of.dots.iter().max_by_key(|(_, value)| *value);
    let least = of.dots.iter().min_by_key(|(_, value)| *value);
    let Some((most, least)) = most.zip(least) else {
        return words.text("chart-counties-none").to_string();
    };
    let lines = of.lines.iter().map(|(name, value)| {
        let below = of.dots.iter().filter(|(_, own)| own < value).count();
        let arguments = [
            ("name", &**name),
            ("value", &said(words, of, *value)),
            ("below", &below.to_string()),
        ];
        words.format("chart-counties-line", &arguments)
    });
    let lines: Vec<String> = lines.collect();
    let arguments = [
        ("measure", &*of.measure),
        ("count", &of.dots.len().to_string()),
        ("most", &most.0),
        ("highest", &said(words, of, most.1)),
        ("least", &least.0),
        ("lowest", &said(words, of, least.1)),
        ("lines", &lines.join(&words.text("chart-list-comma"))),
    ];
    let said = words.format("chart-counties", &arguments);
    match of.dots.len() > MOST_DOTS {
        true => {
            let most = MOST_DOTS.to_string();
            let more = words.format("chart-counties-cut", &[("most", &most)]);
            format!("{said}{more}")
        }
        false => said,
    }
}
