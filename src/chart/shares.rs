//! The components of income over the years, stacked: plan beside scenario, in yuan or in shares.

use serde_json::{Value, json};

use super::options::{
    ChartModel, Drawing, Tip, base, category_axis, component_fill, legend, narrow_legend, pixel,
    put, value_axis,
};
use crate::analysis::explain::figure::ScreenFigure;
use crate::analysis::sums;
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::model::term::Side;
use crate::model::{Outcome, YearOutcome};
use crate::number::Share;
use crate::region::key::Component;

/// The measure of the bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComponentMeasure {
    /// Yuan a head.
    Yuan,
    /// Shares of income.
    Share,
}

/// The components of all plan years.
///
/// `published` is the plan under the region's assumptions, where the user's own move it.
pub fn chart_model(
    words: &Catalog,
    outcome: &Outcome,
    published: Option<&Outcome>,
    measure: ComponentMeasure,
) -> ChartModel {
    let sides = sides(words, outcome, published);
    let mut drawing = Drawing::new(words, option(words, &sides, measure));
    drawing.narrow = narrow_legend(&drawing.option);
    drawing.tips = (0..outcome.scenario.len())
        .map(|step| tip(words, &sides, step, measure))
        .collect();
    if measure == ComponentMeasure::Share {
        drawing.unit = "%".to_owned();
    }
    ChartModel {
        drawing,
        table: table(words, &sides, measure),
        description: description(words, outcome),
    }
}

/// A side of every year: its name, its years, how dense it is drawn.
struct Bars<'a> {
    name: std::rc::Rc<str>,
    /// Plan or scenario; none for the plan under the region's assumptions.
    of: Option<Side>,
    years: &'a [YearOutcome],
    opacity: f64,
}

/// The components of a year's income, what rounding leaves of them, and their sum; without a side those of the plan
/// under the region's assumptions.
pub(super) fn income_cells(of: Option<Side>, year: &YearOutcome) -> Vec<TableCell> {
    let part = |component: Component| {
        TableCell::money(year.components[component as usize]).of(match of {
            Some(side) => ScreenFigure::Component(component, side, year.year),
            None => ScreenFigure::PublishedComponent(component, year.year),
        })
    };
    let rounding = TableCell::difference(sums::rounding(year.income, year.components));
    let whole = TableCell::money(year.income).of(match of {
        Some(side) => ScreenFigure::Income(side, year.year),
        None => ScreenFigure::PublishedIncome(year.year),
    });
    let parts = Component::ALL.map(part).into_iter();
    parts.chain([rounding, whole]).collect()
}

/// The bars side by side, from the left.
fn sides<'a>(
    words: &Catalog,
    outcome: &'a Outcome,
    published: Option<&'a Outcome>,
) -> Vec<Bars<'a>> {
    let side = |id: &str, of: Option<Side>, years: &'a [YearOutcome], opacity| Bars {
        name: words.text(id),
        of,
        years,
        opacity,
    };
    let own = if published.is_some() {
        "chart-plan-own"
    } else {
        "result-plan"
    };
    let published =
        published.map(|published| side("result-plan-published", None, &published.plan, 0.3));
    let others = [
        side(own, Some(Side::Plan), &outcome.plan, 0.55),
        side(
            "result-scenario",
            Some(Side::Scenario),
            &outcome.scenario,
            1.0,
        ),
    ];
    published.into_iter().chain(others).collect()
}

fn share(year: &YearOutcome, component: Component) -> Share {
    if year.income.exact().is_zero() {
        return Share::default();
    }
    year.components[component as usize] / year.income
}

fn option(words: &Catalog, sides: &[Bars<'_>], measure: ComponentMeasure) -> Value {
    let years = sides.first().map_or(&[][..], |side| side.years);
    let labels = years.iter().map(|year| year.year.to_string());
    let amount = |year: &YearOutcome, component: Component| match measure {
        ComponentMeasure::Yuan => pixel(year.components[component as usize].rounded()),
        ComponentMeasure::Share => {
            pixel(share(year, component).rounded() * rust_decimal::Decimal::ONE_HUNDRED)
        }
    };
    let mut series = Vec::new();
    for side in sides {
        for component in Component::ALL {
            let fill = component_fill(component);
            let data: Vec<Value> = side
                .years
                .iter()
                .map(|year| amount(year, component))
                .collect();
            series.push(json!({
                "type": "bar", "stack": side.name.as_ref(), "name": words.component(component).as_ref(),
                "data": data, "color": format!("var({})", fill.colour),
                "barGap": "8%", "barCategoryGap": "28%",
                "itemStyle": put(fill.style(), json!({ "opacity": side.opacity })),
                "emphasis": { "disabled": true },
            }));
        }
    }
    let names = Component::ALL.map(|component| words.component(component).to_string());
    let value = match measure {
        ComponentMeasure::Yuan => value_axis(),
        ComponentMeasure::Share => put(value_axis(), json!({ "min": 0, "max": 100 })),
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

fn tip(words: &Catalog, sides: &[Bars<'_>], step: usize, measure: ComponentMeasure) -> Tip {
    let years: Vec<&YearOutcome> = sides
        .iter()
        .filter_map(|side| side.years.get(step))
        .collect();
    let said = |year: &YearOutcome, component: Component| match measure {
        ComponentMeasure::Yuan => words.money(year.components[component as usize]),
        ComponentMeasure::Share => words.percent(share(year, component), 2),
    };
    let line = |name: std::rc::Rc<str>, said: &dyn Fn(&YearOutcome) -> String| -> Vec<String> {
        let amounts = years.iter().map(|year| said(year));
        std::iter::once(name.to_string()).chain(amounts).collect()
    };
    let names = sides.iter().map(|side| side.name.to_string());
    let head = std::iter::once(words.text("result-component").to_string()).chain(names);
    let mut rows = vec![head.collect()];
    // From the top of the bars down.
    for component in Component::ALL.into_iter().rev() {
        rows.push(line(words.component(component), &|year| {
            said(year, component)
        }));
    }
    if measure == ComponentMeasure::Yuan {
        rows.push(line(words.text("result-sum"), &|year| {
            words.money(year.income)
        }));
    }
    Tip {
        title: years
            .first()
            .map_or_else(String::new, |year| year.year.to_string()),
        rows,
    }
}

fn table(words: &Catalog, sides: &[Bars<'_>], measure: ComponentMeasure) -> DataTable {
    let mut heads = vec![words.text("result-year").to_string()];
    for side in sides.iter().map(|side| &side.name) {
        heads.extend(
            Component::ALL.map(|component| format!("{} · {side}", words.component(component))),
        );
        if measure == ComponentMeasure::Yuan {
            heads.push(format!("{} · {side}", words.text("result-rounding")));
            heads.push(format!("{} · {side}", words.text("result-sum")));
        }
    }
    let cells = |(side, year): (&Bars<'_>, &YearOutcome)| -> Vec<TableCell> {
        match measure {
            ComponentMeasure::Share => Component::ALL
                .map(|component| TableCell::percent(share(year, component)))
                .into(),
            ComponentMeasure::Yuan => income_cells(side.of, year),
        }
    };
    let years = sides.first().map_or(&[][..], |side| side.years);
    let rows = years
        .iter()
        .enumerate()
        .map(|(step, year)| {
            let all = sides
                .iter()
                .filter_map(|side| Some((side, side.years.get(step)?)));
            TableRow::new(year.year.to_string(), all.flat_map(cells).collect())
        })
        .collect();
    DataTable { heads, rows }
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
