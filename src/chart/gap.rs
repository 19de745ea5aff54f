//! The gap between the scenario and a chosen benchmark: its shade, the year in which it closes,
//! and the years before the plan set apart.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::line::{Incomes, Line};
use super::options::{known_pixel, pixel};
use crate::analysis::summary::Closing;
use crate::i18n::Catalog;
use crate::region::key::Benchmark;

/// The shade: an unseen line along the scenario, and upon it the signed gap as an area.
pub fn shade(incomes: Incomes<'_>, benchmark: Benchmark) -> Vec<Value> {
    let scenario = Line::Scenario.amounts(incomes);
    let benchmark = Line::Benchmark(benchmark).amounts(incomes);
    let ground: Vec<Value> = scenario.iter().copied().map(known_pixel).collect();
    let gap: Vec<Value> = scenario
        .iter()
        .zip(&benchmark)
        .map(|(own, other)| match own.zip(*other) {
            Some((own, other)) => pixel(other.rounded() - own.rounded()),
            None => Value::Null,
        })
        .collect();
    let unseen = |data: Vec<Value>, area: Value| {
        json!({
            "type": "line", "name": "", "aside": true, "data": data, "silent": true,
            "stack": "gap", "stackStrategy": "all", "symbol": "none", "z": 1,
            "color": "var(--series-benchmark-1)",
            "lineStyle": { "width": 0, "opacity": 0, "color": "var(--surface)" },
            "itemStyle": { "decal": {
                "symbol": "rect", "symbolSize": 1, "color": "var(--surface)",
                "dashArrayX": [1, 0], "dashArrayY": [1, 5], "rotation": -0.785,
            } },
            "areaStyle": area,
            "emphasis": { "disabled": true },
        })
    };
    vec![
        unseen(ground, Value::Null),
        unseen(
            gap,
            json!({ "color": "var(--series-benchmark-1)", "opacity": 0.14 }),
        ),
    ]
}

/// The years before the plan as a ground of their own, and the closing year as a line; borne by
/// the scenario's line.
pub fn marks(words: &Catalog, incomes: Incomes<'_>, benchmark: Option<Benchmark>) -> Value {
    let years = incomes.outcome.years;
    let mut lines = vec![];
    if let Some(benchmark) = benchmark
        && let Closing::In(year) = incomes.closing[benchmark as usize]
    {
        let text = words.format("chart-closes", &[("year", &year.to_string())]);
        lines.push(json!({
            "xAxis": year.to_string(),
            "label": { "show": true, "text": text, "position": "insideEndTop", "rotate": 0,
                "color": "var(--ink)", "fontSize": 12, "distance": 6,
                "align": if year + 2 > years.horizon { "right" } else { "left" },
                "backgroundColor": "var(--surface)", "padding": [1, 4] },
            "lineStyle": { "color": "var(--series-benchmark-1)", "type": "dashed", "width": 1.5 },
        }));
    }
    json!({
        "markArea": {
            "silent": true,
            "itemStyle": { "color": "var(--line)", "opacity": 0.45 },
            "label": { "color": "var(--ink-soft)", "fontSize": 12, "position": "insideTopLeft" },
            "data": [[
                { "name": words.text("chart-history").as_ref(), "xAxis": years.income.to_string() },
                { "xAxis": years.base().to_string() },
            ]],
        },
        "markLine": { "silent": true, "symbol": "none", "animation": false, "data": lines },
    })
}

/// The gap at the horizon, and when it closes, in a sentence.
pub fn sentence(words: &Catalog, incomes: Incomes<'_>, benchmark: Benchmark) -> String {
    let last = incomes.outcome.scenario.last();
    let Some((last, lead)) = last.and_then(|last| Some((last, last.lead(benchmark)?))) else {
        return String::new();
    };
    let name = words.benchmark(benchmark);
    let arguments = [
        ("benchmark", &*name),
        ("year", &*last.year.to_string()),
        ("lead", &*words.signed_money(lead)),
    ];
    let gap = words.format("chart-gap-at-horizon", &arguments);
    let closing = match incomes.closing[benchmark as usize] {
        Closing::In(year) if lead.exact() >= Decimal::ZERO => {
            words.format("chart-gap-closes", &[("year", &year.to_string())])
        }
        Closing::In(year) => words.format("chart-gap-reopens", &[("year", &year.to_string())]),
        Closing::NotByHorizon(_) | Closing::Unknown => {
            let year = last.year.to_string();
            words.format("chart-gap-stays", &[("year", &year)])
        }
    };
    format!("{gap}{closing}")
}
