//! A result over two values: lines of equal results, the benchmarks' lines, and where the scenario
//! stands.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use serde_json::{Value, json};

use super::line::Line;
use super::options::{ChartModel, Drawing, base, legend, narrow_legend, put, value_axis};
use crate::analysis::sensitivity::map::{MapPoint, SensitivityMap};
use crate::analysis::sweep::Axis;
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::i18n::number::scale;
use crate::region::key::{Benchmark, Key};

/// A line of fewer points lies in a corner, where a label would cover it or its neighbour's.
const FEWEST_LABELLED: usize = 8;
/// Columns and rows of the table beside the map.
const TABLE_STEPS: usize = 5;

/// The map, with the scenario's own place and the one that is chosen.
pub fn chart_model(
    words: &Catalog,
    map: &SensitivityMap,
    now: MapPoint,
    chosen: Option<MapPoint>,
    result: &str,
) -> ChartModel {
    let (across, up) = (&map.request.across, &map.request.up);
    let shown = |place: MapPoint| (on_axis(across.key, place.0), on_axis(up.key, place.1));
    let of_line = |line: &Vec<MapPoint>| line.iter().copied().map(shown).collect();
    let equal = map.isolines.iter().flat_map(|isoline| {
        let value = Decimal::from_f64(isoline.value).unwrap_or_default();
        let text =
            words
                .numbers()
                .decimal(value.normalize(), value.normalize().scale().min(2), false);
        let lines = isoline.lines.iter();
        lines.map(move |line| (of_line(line), text.clone()))
    });
    let mut series = vec![contours(&words.text("plan-map-equal"), equal)];
    let mut names = vec![words.text("plan-map-equal").to_string()];
    for (lines, benchmark) in map.benchmarks.iter().zip(Benchmark::OF_INCOME) {
        let style = Line::Benchmark(benchmark).style();
        let name = words.benchmark(benchmark);
        if lines.is_empty() {
            continue;
        }
        let lines = lines.iter().map(|line| (of_line(line), String::new()));
        series.push(put(contours(&name, lines), json!({
            "color": format!("var({})", style.colour),
            "lineStyle": { "color": format!("var({})", style.colour), "width": 3,
                "type": if style.dashes.is_empty() { json!("solid") } else { json!(style.dashes) } },
            "z": 4,
        })));
        names.push(name.to_string());
    }
    let points = [
        (Some(now), "plan-map-now", "--series-scenario", "circle"),
        (chosen, "plan-map-chosen", "--series-benchmark-1", "diamond"),
    ];
    for (place, id, colour, symbol) in points {
        if let Some(place) = place {
            let (x, y) = shown(place);
            names.push(words.text(id).to_string());
            series.push(json!({
                "type": "line", "name": words.text(id).as_ref(), "data": [[x, y]], "symbol": symbol,
                "symbolSize": 14, "color": format!("var({colour})"), "z": 6, "silent": true, "aside": true,
                "itemStyle": { "color": format!("var({colour})"), "borderColor": "var(--surface)", "borderWidth": 2 },
                "lineStyle": { "color": format!("var({colour})"), "width": 0 },
                "emphasis": { "disabled": true },
            }));
        }
    }
    let axis = |axis: &Axis, gap: u32| {
        let ends = [axis.values.first(), axis.values.last()].map(|end| {
            let end = end.and_then(Decimal::to_f64).unwrap_or_default();
            on_axis(axis.key, end)
        });
        put(
            value_axis(),
            json!({
                "name": head(words, axis.key), "nameLocation": "middle", "nameGap": gap,
                "nameTextStyle": { "color": "var(--ink)", "fontSize": 12 },
                "min": ends[0].min(ends[1]), "max": ends[0].max(ends[1]),
                "inverse": ends[0] > ends[1],
            }),
        )
    };
    let option = base(axis(across, 28), axis(up, 64), false, series);
    let option = put(
        option,
        json!({
            "legend": legend(names, true),
            "grid": { "top": 52, "left": 76, "bottom": 40, "right": 24, "outerBoundsMode": "none" },
            "tooltip": { "show": false },
        }),
    );
    let mut drawing = Drawing::new(words, option);
    drawing.narrow = narrow_legend(&drawing.option);
    drawing.picks = true;
    ChartModel {
        drawing,
        table: table(words, map),
        description: words.format(
            "plan-map-said",
            &[
                ("result", result),
                ("across", &words.key_name(across.key)),
                ("up", &words.key_name(up.key)),
            ],
        ),
    }
}

/// A value as its axis shows it, in the unit that people read.
pub fn on_axis(key: Key, value: f64) -> f64 {
    value * factor(key)
}

/// The value of a place on an axis.
pub fn off_axis(key: Key, shown: f64) -> f64 {
    shown / factor(key)
}

fn factor(key: Key) -> f64 {
    scale(key.unit()).factor.to_f64().unwrap_or(1.0)
}

fn head(words: &Catalog, key: Key) -> String {
    let unit = words.text(scale(key.unit()).unit);
    words.format(
        "plan-map-axis",
        &[("name", &words.key_name(key)), ("unit", &unit)],
    )
}

/// Lines of one look, with the label of each, as one series: each series more costs as much as all its points.
fn contours(name: &str, lines: impl Iterator<Item = (Vec<(f64, f64)>, String)>) -> Value {
    let mut data: Vec<Value> = Vec::new();
    for (points, label) in lines {
        if !data.is_empty() {
            // A point that is none: the next line begins behind it.
            data.push(json!([null, null]));
        }
        // The label stands in the middle of the line, on a ground of its own: at an end the frame would
        // cut it off or strike it through.
        let middle = points.len() / 2;
        let is_long = points.len() >= FEWEST_LABELLED;
        data.extend(points.iter().enumerate().map(|(index, (x, y))| {
            if index != middle || label.is_empty() || !is_long {
                return json!([x, y]);
            }
            json!({
                "value": [x, y], "symbol": "circle", "symbolSize": 1,
                "label": {
                    "show": true, "position": "inside", "formatter": label, "color": "var(--ink)",
                    "fontSize": 11, "backgroundColor": "var(--surface)", "padding": [1, 3],
                },
            })
        }));
    }
    json!({
        "type": "line", "name": name, "data": data, "symbol": "none",
        "silent": true, "z": 2, "color": "var(--series-published)",
        "lineStyle": { "color": "var(--series-published)", "width": 1.5, "type": "solid" },
        "emphasis": { "disabled": true },
    })
}

/// A few rows and columns of the grid in numbers.
fn table(words: &Catalog, map: &SensitivityMap) -> DataTable {
    let (across, up) = (&map.request.across, &map.request.up);
    let columns = across.values.len();
    let picked = |count: usize| -> Vec<usize> {
        let steps = TABLE_STEPS.min(count - 1);
        (0..=steps).map(|step| step * (count - 1) / steps).collect()
    };
    let value = |axis: &Axis, index: usize| words.value(axis.key, axis.values[index]);
    let corner = words.format(
        "plan-map-corner",
        &[
            ("up", &words.key_name(up.key)),
            ("across", &words.key_name(across.key)),
        ],
    );
    let heads = picked(columns)
        .into_iter()
        .map(|column| value(across, column));
    let rows = picked(up.values.len()).into_iter().map(|row| {
        let cells = picked(columns).into_iter().map(|column| {
            let found = map.values.get(row * columns + column).copied().flatten();
            found
                .and_then(Decimal::from_f64)
                .map_or(TableCell::Empty, |yuan| TableCell::number(yuan, 2))
        });
        TableRow::new(value(up, row), cells.collect())
    });
    DataTable {
        heads: std::iter::once(corner).chain(heads).collect(),
        rows: rows.collect(),
    }
}
