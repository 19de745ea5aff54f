//! The band of errors on the scenario's line: by how much published figures lay off from what the
//! same rules gave for them, as many years ahead.

use serde_json::{Value, json};

use super::line::{Incomes, Line};
use super::options::pixel;
use crate::export::table::TableCell;
use crate::i18n::Catalog;
use crate::number::YuanPerPerson;
use crate::region::key::Year;

/// The colour of the band's edges and texture.
const COLOUR: &str = "var(--series-scenario)";

/// The band in one year.
#[derive(Clone, Copy)]
struct Edge {
    year: Year,
    low: YuanPerPerson,
    high: YuanPerPerson,
}

/// The band year by year, from the year of the known income, where it has no width, as far as errors reach.
fn edges(incomes: Incomes<'_>) -> Vec<Edge> {
    let known = incomes.outcome.years.income;
    let amounts = Line::Scenario.amounts(incomes);
    let years = amounts.into_iter().zip(known..);
    years
        .map_while(|(amount, year)| {
            let amount = amount?;
            if year == known {
                let (low, high) = (amount, amount);
                return Some(Edge { year, low, high });
            }
            let of = incomes
                .errors
                .iter()
                .find(|one| one.ahead == year - known)?;
            Some(Edge {
                year,
                low: amount * of.lowest.factor(),
                high: amount * of.highest.factor(),
            })
        })
        .collect()
}

/// The band's series: an unseen one along its lower edge, and its width upon it.
pub fn band(words: &Catalog, incomes: Incomes<'_>) -> Vec<Value> {
    let edges = edges(incomes);
    let data = |of: fn(&Edge) -> Value| -> Vec<Value> { edges.iter().map(of).collect() };
    let low = data(|edge| pixel(edge.low.rounded()));
    let width = data(|edge| pixel(edge.high.rounded() - edge.low.rounded()));
    let edge = |name: &str, data: Vec<Value>, area: Value| {
        json!({
            "type": "line", "name": name, "aside": true, "data": data, "silent": true,
            "stack": "errors", "stackStrategy": "all", "symbol": "none", "z": 1, "color": COLOUR,
            "lineStyle": { "width": 1, "type": [1, 3], "color": COLOUR },
            "itemStyle": { "color": COLOUR, "decal": {
                "symbol": "rect", "symbolSize": 1, "color": "var(--surface)",
                "dashArrayX": [1, 0], "dashArrayY": [1, 4], "rotation": 0.785,
            } },
            "areaStyle": area,
            "emphasis": { "disabled": true },
        })
    };
    let shade = json!({ "color": COLOUR, "opacity": 0.2 });
    vec![
        edge("", low, json!({ "opacity": 0 })),
        edge(&words.text("chart-errors"), width, shade),
    ]
}

/// The heads of its columns.
pub fn heads(words: &Catalog) -> [String; 2] {
    ["chart-errors-low", "chart-errors-high"].map(|id| words.text(id).to_string())
}

/// Its cells in the table's row of a year.
pub fn cells(incomes: Incomes<'_>, year: Year) -> [TableCell; 2] {
    let edges = edges(incomes);
    match edges.iter().find(|edge| edge.year == year) {
        Some(edge) => [edge.low, edge.high].map(TableCell::money),
        None => [TableCell::Empty, TableCell::Empty],
    }
}

/// The band in a sentence: its reach, and its edges in its last year. Empty where there is none.
pub fn sentence(words: &Catalog, incomes: Incomes<'_>) -> String {
    let edges = edges(incomes);
    let known = incomes.outcome.years.income;
    let last = edges.last().filter(|edge| edge.year > known);
    let of = last.and_then(|edge| {
        let mut errors = incomes.errors.iter();
        errors.find(|one| one.ahead == edge.year - known)
    });
    let (Some(edge), Some(of)) = (last, of) else {
        return String::new();
    };
    let percent = |share| format!("{}%", words.points(share));
    words.format(
        "chart-errors-said",
        &[
            ("ahead", &of.ahead.to_string()),
            ("lowest", &percent(of.lowest)),
            ("highest", &percent(of.highest)),
            ("year", &edge.year.to_string()),
            ("low", &words.money(edge.low)),
            ("high", &words.money(edge.high)),
        ],
    )
}
