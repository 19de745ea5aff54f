//! The sensitivity of a result: one bar a value, from its result at the lower end to that at the upper.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::options::{
    ChartModel, Drawing, Fill, Texture, Tip, base, category_axis, legend, pixel, put, value_axis,
};
use crate::analysis::known_total::component_of;
use crate::analysis::sensitivity::{BarSubject, Tornado, TornadoBar, column_of};
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::number::{Yuan, YuanPerPerson};

/// The most bars that are drawn; the table has all.
pub const MOST_BARS: usize = 14;

/// The widest bars.
pub fn chart_model(words: &Catalog, tornado: &Tornado, result: &str) -> ChartModel {
    let shown = &tornado.bars[..tornado.bars.len().min(MOST_BARS)];
    let option = option(words, shown);
    let mut drawing = Drawing::new(words, option);
    drawing.signed = true;
    drawing.narrow = Some(json!({
        "grid": { "right": 12 },
        "yAxis": { "axisLabel": { "width": 124, "fontSize": 11, "lineHeight": 13 } },
    }));
    drawing.tips = shown.iter().map(|bar| tip(words, bar)).collect();
    ChartModel {
        drawing,
        table: table(words, &tornado.bars),
        description: description(words, tornado, result),
    }
}

/// The name of what a bar moves. A component of the known income says that the others move along.
pub fn name(words: &Catalog, moved: BarSubject) -> String {
    match moved {
        BarSubject::Key(key) if component_of(key).is_some() => {
            words.format("plan-tornado-total", &[("name", &words.key_name(key))])
        }
        BarSubject::Key(key) => words.key_name(key).to_string(),
        BarSubject::Column(cell) => {
            let category = words.category(column_of(cell));
            words.format("plan-tornado-column", &[("category", &category)])
        }
    }
}

/// A value of what a bar moves, with its unit.
pub fn value(words: &Catalog, moved: BarSubject, value: Decimal) -> String {
    match moved {
        BarSubject::Key(key) => words.value(key, value),
        BarSubject::Column(_) => words.funds(Yuan(value)),
    }
}

/// The message of an end's name, its look and the result's change there.
type End = (&'static str, Fill, fn(&TornadoBar) -> Option<Decimal>);

fn option(words: &Catalog, bars: &[TornadoBar]) -> Value {
    let labels = bars.iter().map(|bar| name(words, bar.moved)).collect();
    let ends: [End; 2] = [
        (
            "plan-tornado-least",
            Fill::new("--series-benchmark-2", Texture::Rising),
            |bar| bar.at_least,
        ),
        (
            "plan-tornado-most",
            Fill::new("--series-plan", Texture::Plain),
            |bar| bar.at_most,
        ),
    ];
    let series = ends
        .iter()
        .map(|(id, fill, of)| {
            let amounts = bars.iter().map(|bar| match of(bar) {
                Some(change) => pixel(YuanPerPerson(change).rounded()),
                None => Value::Null,
            });
            json!({
                "type": "bar", "name": words.text(id).as_ref(), "data": amounts.collect::<Vec<_>>(),
                "color": format!("var({})", fill.colour), "itemStyle": fill.style(),
                "barWidth": "60%", "barGap": "-100%", "emphasis": { "disabled": true },
            })
        })
        .collect();
    let names = ends.iter().map(|(id, ..)| words.text(id).to_string());
    let category = put(
        category_axis(labels),
        json!({ "inverse": true, "axisLabel": {
            "width": 220, "overflow": "break", "lineHeight": 14, "interval": 0,
        } }),
    );
    let option = base(category, value_axis(), true, series);
    put(
        option,
        json!({
            "legend": legend(names.collect(), true),
            "grid": { "top": 32 },
            "tooltip": { "axisPointer": { "type": "shadow" } },
        }),
    )
}

fn ends(bar: &TornadoBar) -> [(&'static str, Decimal, Option<Decimal>); 2] {
    [
        ("plan-tornado-least", bar.least, bar.at_least),
        ("plan-tornado-most", bar.most, bar.at_most),
    ]
}

fn tip(words: &Catalog, bar: &TornadoBar) -> Tip {
    let row = |(id, end, change): (&str, Decimal, Option<Decimal>)| {
        let change = change.map_or_else(
            || words.text("plan-tornado-cannot").to_string(),
            |change| words.signed_money(YuanPerPerson(change)),
        );
        vec![
            words.text(id).to_string(),
            value(words, bar.moved, end),
            change,
        ]
    };
    let mut rows: Vec<Vec<String>> = ends(bar).map(row).into();
    if let BarSubject::Key(key) = bar.moved
        && component_of(key).is_some()
    {
        rows.push(vec![words.text("plan-tornado-total-kept").to_string()]);
    }
    Tip {
        title: name(words, bar.moved),
        rows,
    }
}

fn table(words: &Catalog, bars: &[TornadoBar]) -> DataTable {
    let rows = bars.iter().map(|bar| {
        let cells = ends(bar).into_iter().flat_map(|(_, end, change)| {
            let change = change.map_or(TableCell::Empty, |change| {
                TableCell::difference(YuanPerPerson(change))
            });
            [TableCell::text(value(words, bar.moved, end)), change]
        });
        TableRow::new(name(words, bar.moved), cells.collect())
    });
    let heads = [
        "plan-tornado-what",
        "plan-tornado-least",
        "plan-tornado-change-least",
        "plan-tornado-most",
        "plan-tornado-change-most",
    ];
    DataTable {
        heads: heads.map(|id| words.text(id).to_string()).into(),
        rows: rows.collect(),
    }
}

fn description(words: &Catalog, tornado: &Tornado, result: &str) -> String {
    let Some(first) = tornado.bars.first() else {
        return words.text("plan-tornado-nothing").to_string();
    };
    let said = words.format(
        "plan-tornado-said",
        &[
            ("result", result),
            ("now", &words.money(YuanPerPerson(tornado.now))),
            ("name", &name(words, first.moved)),
            ("width", &words.money(YuanPerPerson(first.width()))),
            ("idle", &tornado.idle.to_string()),
        ],
    );
    let others = tornado.bars.len().saturating_sub(MOST_BARS);
    if others == 0 {
        return said;
    }
    let parts = [
        ("shown", &*MOST_BARS.to_string()),
        ("others", &*others.to_string()),
    ];
    let capped = words.format("plan-tornado-capped", &parts);
    said + &capped
}
