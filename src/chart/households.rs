//! Figures of a register as columns or lines over places along an axis, with upright marks.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::options::{
    ChartModel, Drawing, Fill, Texture, Tip, base, category_axis, legend, narrow_legend, pixel,
    put, value_axis,
};
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::number::round;

/// The way in which a register's figures are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterDrawing {
    /// Lines that go up and down in steps: a distribution.
    Steps,
    /// Lines from year to year.
    Lines,
    /// Columns side by side.
    Columns,
}

/// Figures of a register along an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterChart {
    /// The way it is drawn.
    pub drawing: RegisterDrawing,
    /// The head of the places' column.
    pub head: String,
    /// The places along the axis.
    pub places: Vec<String>,
    /// The unit behind every number: of people, or `%`.
    pub unit: String,
    /// Digits behind the point.
    pub digits: u32,
    /// Names and values; none where few.
    pub series: Vec<(String, Vec<Option<Decimal>>)>,
    /// Names of upright marks and the places that they stand at.
    pub marks: Vec<(String, usize)>,
    /// The same in a sentence or two.
    pub description: String,
    /// The words for a number that is not shown.
    pub hidden: String,
}

/// The looks of the first two: a colour, a kind of line and a texture.
const LOOKS: [(&str, &str, Texture); 2] = [
    ("--series-plan", "dashed", Texture::Plain),
    ("--series-scenario", "solid", Texture::Rising),
];

/// The chart.
pub fn chart_model(words: &Catalog, of: &RegisterChart) -> ChartModel {
    let mut drawing = Drawing::new(words, option(of));
    drawing.narrow = narrow_legend(&drawing.option);
    drawing.unit.clone_from(&of.unit);
    drawing.tips = of
        .places
        .iter()
        .enumerate()
        .map(|(at, place)| Tip {
            title: place.clone(),
            rows: of
                .series
                .iter()
                .map(|(name, values)| vec![name.clone(), said(words, of, values.get(at))])
                .collect(),
        })
        .collect();
    ChartModel {
        drawing,
        table: table(of),
        description: of.description.clone(),
    }
}

fn said(words: &Catalog, of: &RegisterChart, value: Option<&Option<Decimal>>) -> String {
    match value.copied().flatten() {
        Some(value) if of.unit == "%" => format!("{}%", words.decimal(value, of.digits)),
        Some(value) => words.decimal(value, of.digits),
        None => of.hidden.clone(),
    }
}

fn option(of: &RegisterChart) -> Value {
    let looks = of.series.iter().zip(LOOKS);
    let mut series: Vec<Value> = looks
        .map(|((name, values), (colour, kind, texture))| {
            let drawn = |value: &Option<Decimal>| {
                value.map_or(Value::Null, |it| pixel(round(it, of.digits)))
            };
            let data: Vec<Value> = values.iter().map(drawn).collect();
            let colour_of = format!("var({colour})");
            match of.drawing {
                RegisterDrawing::Columns => json!({
                    "type": "bar", "name": name, "data": data, "barMaxWidth": 22,
                    "itemStyle": Fill::new(colour, texture).style(), "emphasis": { "disabled": true },
                }),
                _ => json!({
                    "type": "line", "name": name, "data": data, "symbol": "none", "color": colour_of,
                    "step": if of.drawing == RegisterDrawing::Steps { json!("middle") } else { json!(false) },
                    "lineStyle": { "color": colour_of, "type": kind, "width": 2 },
                    "emphasis": { "disabled": true },
                }),
            }
        })
        .collect();
    let marks: Vec<Value> = of.marks.iter().enumerate().map(mark(of)).collect();
    if let Some(last) = series.last_mut().filter(|_| !marks.is_empty()) {
        let line = json!({ "markLine": { "silent": true, "symbol": "none", "animation": false, "data": marks } });
        *last = put(last.take(), line);
    }
    let names = of.series.iter().map(|(name, _)| name.clone()).collect();
    let axis = put(
        category_axis(of.places.clone()),
        json!({ "axisLabel": { "hideOverlap": true } }),
    );
    // Marks stand one above the other, between the legend and the drawing.
    let top = 40 + 16 * of.marks.len();
    put(
        base(axis, value_axis(), false, series),
        json!({ "legend": legend(names, true), "grid": { "top": top } }),
    )
}

fn mark(of: &RegisterChart) -> impl Fn((usize, &(String, usize))) -> Value {
    let count = of.places.len();
    move |(step, (name, at))| {
        json!({
            "xAxis": at,
            "label": { "show": true, "text": name, "color": "var(--ink)", "fontSize": 12, "position": "end",
                "rotate": 0, "distance": [0, 2 + 15 * step], "align": if at * 2 > count { "right" } else { "left" } },
            "lineStyle": { "color": "var(--ink-soft)", "type": if step == 0 { "solid" } else { "dotted" }, "width": 1 },
        })
    }
}

fn table(of: &RegisterChart) -> DataTable {
    let mut heads = vec![of.head.clone()];
    heads.extend(
        of.series
            .iter()
            .map(|(name, _)| format!("{name} ({})", of.unit)),
    );
    let rows = of.places.iter().enumerate().map(|(at, place)| {
        let cells = of.series.iter().map(|(_, values)| {
            let value = values.get(at).copied().flatten();
            value.map_or_else(
                || TableCell::text(&of.hidden),
                |value| TableCell::number(value, of.digits),
            )
        });
        TableRow::new(place, cells.collect())
    });
    DataTable {
        heads,
        rows: rows.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn few_are_a_hole_in_the_drawing_and_a_word_in_the_table() {
        let words = Catalog::new(Language::English);
        let of = RegisterChart {
            drawing: RegisterDrawing::Steps,
            head: "Income".to_owned(),
            places: vec!["0".to_owned(), "1,000".to_owned()],
            unit: "people".to_owned(),
            digits: 0,
            series: vec![("Plan".to_owned(), vec![None, Some(Decimal::from(40))])],
            marks: vec![("Line".to_owned(), 1)],
            description: "Forty".to_owned(),
            hidden: "few".to_owned(),
        };
        let model = chart_model(&words, &of);
        let series = &model.drawing.option["series"][0];
        assert_eq!(series["data"], json!([null, 40.0]));
        assert_eq!(series["markLine"]["data"][0]["xAxis"], 1);
        assert_eq!(model.drawing.tips[0].rows[0][1], "few");
        assert_eq!(model.table.rows[0].cells, vec![TableCell::text("few")]);
    }
}
