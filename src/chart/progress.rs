//! Progress of projects and funds against the calendar. With the month of the report the lines
//! walk on from it; without one each month's consequence stands side by side.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::options::{
    ChartModel, Drawing, Fill, Texture, Tip, base, category_axis, legend, narrow_legend, pixel,
    put, value_axis,
};
use crate::analysis::progress::{MONTHS, Month, Pace, Progress, Published};
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::number::{Share, Yuan};

/// The reader's statements on the report.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// At the end of which month it was made, if the reader knows.
    pub month: Option<Month>,
    /// The share of the funds to be spent by the end of the year.
    pub target: Share,
}

/// The progress that was published, as the reader dates it.
pub fn chart_model(words: &Catalog, published: &Published, asked: Asked) -> ChartModel {
    let mut drawing = match asked.month {
        Some(month) => dated(words, published, month, asked.target),
        None => undated(words, published, asked.target),
    };
    drawing.unit = "%".to_owned();
    drawing.narrow = narrow_legend(&drawing.option);
    ChartModel {
        drawing,
        table: table(words, published, asked),
        description: description(words, published, asked),
    }
}

fn per_cent(share: Share) -> Value {
    pixel(share.rounded() * Decimal::ONE_HUNDRED)
}

fn month_name(words: &Catalog, month: u8) -> String {
    words.text(&format!("month-{month}")).to_string()
}

/// A line's name, colour, dashes, symbol and values.
struct Path(&'static str, &'static str, Value, &'static str, Vec<Value>);

fn line(words: &Catalog, Path(id, colour, dashes, symbol, data): Path) -> Value {
    let colour = format!("var({colour})");
    json!({
        "type": "line", "name": words.text(id).as_ref(), "data": data,
        "symbol": symbol, "symbolSize": 6, "showAllSymbol": true, "color": colour,
        "lineStyle": { "color": colour, "width": 2, "type": dashes },
        "itemStyle": { "color": colour },
        "emphasis": { "disabled": true },
    })
}

fn shares_axis() -> Value {
    put(value_axis(), json!({ "min": 0, "max": 100 }))
}

fn dated(words: &Catalog, published: &Published, month: Month, target: Share) -> Drawing {
    let labels = std::iter::once(words.text("chart-year-begins").to_string())
        .chain(Month::all().map(|month| month_name(words, month.number())))
        .collect();
    let schedule = std::iter::once(json!(0))
        .chain(Month::all().map(|month| per_cent(month.schedule())))
        .collect();
    let walk = |progress: &Progress| -> Vec<Value> {
        std::iter::once(Value::Null)
            .chain(Month::all().map(|later| {
                if later < month {
                    Value::Null
                } else {
                    per_cent(progress.share_at(month, later))
                }
            }))
            .collect()
    };
    let spending = published.spending();
    let needed = std::iter::once(Value::Null)
        .chain(Month::all().map(|later| {
            if later < month || month.left() == 0 {
                return Value::Null;
            }
            let way = Decimal::from(later.number() - month.number());
            let rise = (target.exact() - spending.share().exact()) / Decimal::from(month.left());
            per_cent(Share(spending.share().exact() + rise * way))
        }))
        .collect();
    let paths = [
        Path(
            "chart-progress-schedule",
            "--series-published",
            json!([2, 3]),
            "circle",
            schedule,
        ),
        Path(
            "chart-progress-target",
            "--series-benchmark-2",
            json!([7, 4]),
            "triangle",
            needed,
        ),
        Path(
            "chart-progress-spending",
            "--series-scenario",
            json!("solid"),
            "circle",
            walk(&spending),
        ),
        Path(
            "chart-progress-projects",
            "--series-plan",
            json!("solid"),
            "rect",
            walk(&published.completion()),
        ),
    ];
    let names = paths.iter().map(|path| words.text(path.0).to_string());
    let legend = legend(names.collect(), true);
    let mut series: Vec<Value> = paths.map(|path| line(words, path)).into();
    if let Some(last) = series.last_mut() {
        let mark = json!({ "markLine": { "silent": true, "symbol": "none", "animation": false, "data": [{
            "xAxis": month_name(words, month.number()),
            "label": { "show": true, "text": words.text("chart-progress-report").as_ref(), "color": "var(--ink)",
                "fontSize": 12, "position": "insideEndTop", "rotate": 0, "distance": 6,
                "align": if month.left() < 3 { "right" } else { "left" } },
            "lineStyle": { "color": "var(--line-strong)", "type": "solid", "width": 1 },
        }] } });
        *last = put(last.take(), mark);
    }
    let axis = put(category_axis(labels), json!({ "boundaryGap": false }));
    let option = base(axis, shares_axis(), false, series);
    Drawing::new(
        words,
        put(option, json!({ "legend": legend, "grid": { "top": 52 } })),
    )
}

fn undated(words: &Catalog, published: &Published, target: Share) -> Drawing {
    let (spending, completion) = (published.spending(), published.completion());
    let bars = |id: &str, progress: &Progress, fill: Fill| {
        let ends = Month::all().map(|month| {
            let end = progress.pace(month, target).year_end;
            per_cent(Share(Decimal::ONE - end.exact()))
        });
        json!({
            "type": "bar", "name": words.text(id).as_ref(), "data": ends.collect::<Vec<_>>(),
            "color": format!("var({})", fill.colour), "itemStyle": fill.style(),
            "emphasis": { "disabled": true }, "barGap": "10%",
        })
    };
    let schedule = Month::all().map(|month| per_cent(month.schedule()));
    let known = MONTHS.into();
    let known = std::iter::repeat_n(per_cent(spending.share()), known);
    let series = vec![
        bars(
            "chart-progress-spending-left",
            &spending,
            Fill::new("--series-benchmark-1", Texture::Falling),
        ),
        bars(
            "chart-progress-projects-left",
            &completion,
            Fill::new("--series-plan", Texture::Rising),
        ),
        line(
            words,
            Path(
                "chart-progress-schedule",
                "--series-published",
                json!([2, 3]),
                "circle",
                schedule.collect(),
            ),
        ),
        line(
            words,
            Path(
                "chart-progress-published",
                "--series-benchmark-1",
                json!([7, 4]),
                "diamond",
                known.collect(),
            ),
        ),
    ];
    let names = [
        "chart-progress-spending-left",
        "chart-progress-projects-left",
        "chart-progress-schedule",
        "chart-progress-published",
    ]
    .map(|id| words.text(id).to_string());
    let labels = Month::all().map(|month| month_name(words, month.number()));
    let option = base(
        category_axis(labels.collect()),
        shares_axis(),
        false,
        series,
    );
    let mut drawing = Drawing::new(
        words,
        put(
            option,
            json!({
                "legend": legend(names.into(), true),
                "grid": { "top": 52 },
                "tooltip": { "axisPointer": { "type": "shadow" } },
            }),
        ),
    );
    drawing.tips = Month::all()
        .map(|month| {
            let ends = |id: &str, progress: &Progress| {
                let end = progress.pace(month, target).year_end;
                vec![words.text(id).to_string(), words.percent(end, 2)]
            };
            let name = month_name(words, month.number());
            Tip {
                title: words.format("chart-progress-if", &[("month", &name)]),
                rows: vec![
                    ends("chart-progress-spending-end", &spending),
                    ends("chart-progress-projects-end", &completion),
                    vec![
                        words.text("chart-progress-schedule").to_string(),
                        words.percent(month.schedule(), 2),
                    ],
                ],
            }
        })
        .collect();
    drawing
}

fn table(words: &Catalog, published: &Published, asked: Asked) -> DataTable {
    let (spending, completion) = (published.spending(), published.completion());
    let yi = |yuan: Decimal| TableCell::number(yuan * Decimal::new(1, 8), 2);
    let points = |share: Share| TableCell::signed(share.exact() * Decimal::ONE_HUNDRED, 2);
    let rows = Month::all().map(|month| {
        let name = month_name(words, month.number());
        let name = if asked.month == Some(month) {
            words.format("chart-progress-chosen", &[("month", &name)])
        } else {
            name
        };
        let pace = spending.pace(month, asked.target);
        let projects = completion.pace(month, Share::ONE);
        let cells = vec![
            TableCell::percent(month.schedule()),
            points(pace.lead),
            TableCell::percent(pace.year_end),
            yi(pace.left_over),
            pace.needed.map_or(TableCell::Empty, yi),
            points(projects.lead),
            TableCell::percent(projects.year_end),
            projects
                .needed
                .map_or(TableCell::Empty, |needed| TableCell::number(needed, 1)),
        ];
        TableRow::new(name, cells)
    });
    let heads = [
        "chart-progress-head-month",
        "chart-progress-head-schedule",
        "chart-progress-head-lead",
        "chart-progress-head-end",
        "chart-progress-head-left-over",
        "chart-progress-head-needed",
        "chart-progress-head-projects-lead",
        "chart-progress-head-projects-end",
        "chart-progress-head-projects-needed",
    ];
    DataTable {
        heads: heads.map(|id| words.text(id).to_string()).into(),
        rows: rows.collect(),
    }
}

fn description(words: &Catalog, published: &Published, asked: Asked) -> String {
    let (spending, completion) = (published.spending(), published.completion());
    let known = words.format(
        "chart-progress-known",
        &[
            ("year", &published.year.to_string()),
            ("spent", &words.funds(published.spent)),
            ("funds", &words.funds(published.funds)),
            ("share", &words.percent(spending.share(), 2)),
            ("completed", &words.decimal(published.completed, 0)),
            ("projects", &words.decimal(published.projects, 0)),
            ("completion", &words.percent(completion.share(), 2)),
        ],
    );
    let what = match asked.month {
        Some(month) => said(words, &spending.pace(month, asked.target), asked, month),
        None => without_month(words, &spending, asked.target),
    };
    format!("{known}{what}")
}

/// The consequences of a month.
fn said(words: &Catalog, pace: &Pace, asked: Asked, month: Month) -> String {
    let arguments = [
        ("month", &*month_name(words, month.number())),
        ("lead", &*words.points(pace.lead)),
        ("monthly", &*words.funds(Yuan(pace.monthly))),
        ("end", &*words.percent(pace.year_end, 2)),
        ("rest", &*words.funds(Yuan(pace.left_over))),
    ];
    let so_far = words.format("chart-progress-dated", &arguments);
    let target = words.percent(asked.target, 2);
    let needed = match pace.needed {
        Some(needed) if needed.is_zero() => {
            words.format("chart-progress-reached", &[("target", &target)])
        }
        Some(needed) => words.format(
            "chart-progress-needed",
            &[("target", &target), ("needed", &words.funds(Yuan(needed)))],
        ),
        None => words.format("chart-progress-too-late", &[("target", &target)]),
    };
    format!("{so_far}{needed}")
}

/// Both ends of what is possible while the day is unknown.
fn without_month(words: &Catalog, spending: &Progress, target: Share) -> String {
    let ends: Vec<Share> = Month::all()
        .map(|month| spending.pace(month, target).year_end)
        .collect();
    let (Some(most), Some(least)) = (ends.first(), ends.last()) else {
        return String::new();
    };
    let until = match spending.on_schedule_until() {
        Some(month) => month_name(words, month.number()),
        None => words.text("chart-progress-no-month").to_string(),
    };
    words.format(
        "chart-progress-undated",
        &[
            ("most", &words.percent(*most, 2)),
            ("least", &words.percent(*least, 2)),
            ("until", &until),
        ],
    )
}
