//! The components of income over the years, stacked: plan beside scenario, in yuan or in shares.

use serde_json::{Value, json};

use super::options::{
    Drawing, Plate, Tip, base, category_axis, component_fill, legend, narrow_legend, pixel, put,
    value_axis,
};
use super::sums;
use crate::export::table::{Cell, Row, Table};
use crate::i18n::Catalog;
use crate::model::{Outcome, YearOutcome};
use crate::number::Share;
use crate::region::key::Component;

/// What the bars measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Yuan a head.
    Yuan,
    /// Shares of income.
    Share,
}

/// The components of all plan years.
pub fn plate(words: &Catalog, outcome: &Outcome, measure: Measure) -> Plate {
    let mut drawing = Drawing::new(words, option(words, outcome, measure));
    drawing.narrow = narrow_legend(&drawing.option);
    drawing.tips = years(outcome)
        .map(|(plan, scenario)| tip(words, plan, scenario, measure))
        .collect();
    if measure == Measure::Share {
        drawing.unit = "%".to_owned();
    }
    Plate {
        drawing,
        table: table(words, outcome, measure),
        description: description(words, outcome),
    }
}

fn years(outcome: &Outcome) -> impl Iterator<Item = (&YearOutcome, &YearOutcome)> {
    outcome.plan.iter().zip(&outcome.scenario)
}

fn share(year: &YearOutcome, component: Component) -> Share {
    if year.income.exact().is_zero() {
        return Share::default();
    }
    year.components[component as usize] / year.income
}

fn option(words: &Catalog, outcome: &Outcome, measure: Measure) -> Value {
    let labels = years(outcome).map(|(plan, _)| plan.year.to_string());
    let amount = |year: &YearOutcome, component: Component| match measure {
        Measure::Yuan => pixel(year.components[component as usize].rounded()),
        Measure::Share => {
            pixel(share(year, component).rounded() * rust_decimal::Decimal::ONE_HUNDRED)
        }
    };
    let mut series = Vec::new();
    for (stack, side) in [("plan", &outcome.plan), ("scenario", &outcome.scenario)] {
        for component in Component::ALL {
            let fill = component_fill(component);
            let is_plan = stack == "plan";
            let data: Vec<Value> = side.iter().map(|year| amount(year, component)).collect();
            series.push(json!({
                "type": "bar", "stack": stack, "name": words.component(component).as_ref(),
                "data": data, "color": format!("var({})", fill.colour),
                "barGap": "8%", "barCategoryGap": "28%",
                "itemStyle": put(fill.style(), json!({ "opacity": if is_plan { 0.55 } else { 1.0 } })),
                "emphasis": { "disabled": true },
            }));
        }
    }
    let names = Component::ALL.map(|component| words.component(component).to_string());
    let value = match measure {
        Measure::Yuan => value_axis(),
        Measure::Share => put(value_axis(), json!({ "min": 0, "max": 100 })),
    };
    let option = base(category_axis(labels.collect()), value, false, series);
    put(
        option,
        json!({
            "legend": legend(names.into(), true),
            "grid": { "top": 34 },
            "tooltip": { "axisPointer": { "type": "shadow" } },
        }),
    )
}

fn tip(words: &Catalog, plan: &YearOutcome, scenario: &YearOutcome, measure: Measure) -> Tip {
    let said = |year: &YearOutcome, component: Component| match measure {
        Measure::Yuan => words.money(year.components[component as usize]),
        Measure::Share => words.percent(share(year, component), 2),
    };
    let head = ["result-component", "result-plan", "result-scenario"];
    let mut rows = vec![head.map(|id| words.text(id).to_string()).to_vec()];
    // From the top of the bars down.
    for component in Component::ALL.into_iter().rev() {
        rows.push(vec![
            words.component(component).to_string(),
            said(plan, component),
            said(scenario, component),
        ]);
    }
    if measure == Measure::Yuan {
        rows.push(vec![
            words.text("result-sum").to_string(),
            words.money(plan.income),
            words.money(scenario.income),
        ]);
    }
    Tip {
        title: plan.year.to_string(),
        rows,
    }
}

fn table(words: &Catalog, outcome: &Outcome, measure: Measure) -> Table {
    let mut heads = vec![words.text("result-year").to_string()];
    let sides = ["result-plan", "result-scenario"].map(|id| words.text(id));
    for side in &sides {
        heads.extend(
            Component::ALL.map(|component| format!("{} · {side}", words.component(component))),
        );
        if measure == Measure::Yuan {
            heads.push(format!("{} · {side}", words.text("result-rounding")));
            heads.push(format!("{} · {side}", words.text("result-sum")));
        }
    }
    let cells = |year: &YearOutcome| -> Vec<Cell> {
        match measure {
            Measure::Share => Component::ALL
                .map(|component| Cell::percent(share(year, component)))
                .into(),
            Measure::Yuan => {
                let rounding = sums::rounding(year.income, year.components);
                let parts = year.components.map(Cell::money).into_iter();
                parts
                    .chain([Cell::difference(rounding), Cell::money(year.income)])
                    .collect()
            }
        }
    };
    let rows = years(outcome)
        .map(|(plan, scenario)| {
            let both = cells(plan).into_iter().chain(cells(scenario));
            Row::new(plan.year.to_string(), both.collect())
        })
        .collect();
    Table { heads, rows }
}

fn description(words: &Catalog, outcome: &Outcome) -> String {
    let Some((first, last)) = outcome.scenario.first().zip(outcome.scenario.last()) else {
        return String::new();
    };
    let parts = Component::ALL.map(|component| {
        words.format(
            "chart-share-from-to",
            &[
                ("name", &words.component(component)),
                ("from", &words.percent(share(first, component), 1)),
                ("to", &words.percent(share(last, component), 1)),
            ],
        )
    });
    words.format(
        "chart-shares-description",
        &[
            ("from", &first.year.to_string()),
            ("to", &last.year.to_string()),
            ("parts", &parts.join(&words.text("chart-list-comma"))),
        ],
    )
}
