//! One year's way from plan to scenario, channel by channel: the waterfall as a chart.
//!
//! Drawn are running differences to the plan, from nothing to the whole difference: beside whole
//! incomes they could not be seen.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::options::{
    Drawing, Fill, Plate, Texture, base, category_axis, legend, pixel, put, value_axis,
};
use super::sums;
use super::waterfall::{Waterfall, waterfall};
use crate::export::table::{Cell, Row, Table};
use crate::i18n::Catalog;
use crate::model::YearOutcome;
use crate::number::YuanPerPerson;
use crate::region::key::Component;

const RISE: Fill = Fill::new("--series-scenario", Texture::Plain);
const FALL: Fill = Fill::new("--series-benchmark-1", Texture::Falling);
const WHOLE: Fill = Fill::new("--series-plan", Texture::Dots);

/// The waterfall of a year.
pub fn plate(words: &Catalog, plan: &YearOutcome, scenario: &YearOutcome) -> Plate {
    let falls = waterfall(scenario);
    Plate {
        drawing: drawing(words, scenario, &falls),
        table: table(words, plan, scenario, &falls),
        description: description(words, plan, scenario, &falls),
    }
}

/// A bar between two running differences.
struct Span {
    from: Decimal,
    to: Decimal,
    fill: Fill,
    tip: Value,
    text: String,
}

fn drawing(words: &Catalog, year: &YearOutcome, falls: &Waterfall) -> Drawing {
    let mut reached = YuanPerPerson::ZERO;
    let mut spans: Vec<Span> = falls
        .steps
        .iter()
        .map(|step| {
            let from = reached;
            reached += step.amount;
            let amount = words.signed_money(step.amount);
            Span {
                from: from.rounded(),
                to: reached.rounded(),
                fill: if step.amount.exact() < Decimal::ZERO {
                    FALL
                } else {
                    RISE
                },
                tip: json!([
                    [words.text("result-difference").as_ref(), amount],
                    [
                        words.text("result-received-part").as_ref(),
                        words.signed_money(step.received)
                    ],
                    [
                        words.text("chart-reached").as_ref(),
                        words.signed_money(reached)
                    ],
                ]),
                text: amount,
            }
        })
        .collect();
    let difference = year.difference();
    spans.push(Span {
        from: Decimal::ZERO,
        to: difference.rounded(),
        fill: WHOLE,
        tip: json!([[
            words.text("result-difference").as_ref(),
            words.signed_money(difference)
        ]]),
        text: words.signed_money(difference),
    });
    let labels = falls
        .steps
        .iter()
        .map(|step| words.channel(step.channel).to_string())
        .chain([words.text("chart-scenario-less-plan").to_string()])
        .collect();
    // Bars that cross nothing are parted there: the library stacks each side of it apart.
    let above = |amount: Decimal| amount.max(Decimal::ZERO);
    let below = |amount: Decimal| amount.min(Decimal::ZERO);
    let unseen = |part: fn(&Span) -> Decimal| {
        json!({
            "type": "bar", "stack": "steps", "aside": true, "name": "", "silent": true,
            "itemStyle": { "color": "transparent" },
            "data": spans.iter().map(part).map(pixel).collect::<Vec<_>>(),
        })
    };
    let bar = |amount: &dyn Fn(&Span) -> Decimal, ends_here: fn(&Span) -> bool| {
        let data: Vec<Value> = spans
            .iter()
            .map(|span| {
                json!({
                    "value": pixel(amount(span)),
                    "itemStyle": span.fill.style(),
                    "tip": span.tip,
                    "text": if ends_here(span) { span.text.as_str() } else { "" },
                })
            })
            .collect();
        json!({
            "type": "bar", "stack": "steps", "name": "", "barWidth": "62%", "data": data,
            "label": { "show": true, "position": "right", "color": "var(--ink)", "fontSize": 12 },
            "emphasis": { "disabled": true },
        })
    };
    // Bars of no data: names for the legend.
    let named = |id: &str, fill: Fill| {
        json!({
            "type": "bar", "name": words.text(id).as_ref(), "stack": "steps", "data": [],
            "color": format!("var({})", fill.colour), "itemStyle": fill.style(),
        })
    };
    let series = vec![
        unseen(|span| span.from.min(span.to).max(Decimal::ZERO)),
        unseen(|span| span.from.max(span.to).min(Decimal::ZERO)),
        bar(
            &|span| above(span.from.max(span.to)) - above(span.from.min(span.to)),
            |span| span.to.max(span.from) > Decimal::ZERO || span.to == span.from,
        ),
        bar(
            &|span| below(span.from.min(span.to)) - below(span.from.max(span.to)),
            |span| span.to.max(span.from) <= Decimal::ZERO && span.to != span.from,
        ),
        named("chart-rise", RISE),
        named("chart-fall", FALL),
        named("chart-scenario-less-plan", WHOLE),
    ];
    let names = ["chart-rise", "chart-fall", "chart-scenario-less-plan"];
    let names = names.map(|id| words.text(id).to_string());
    let category = put(
        category_axis(labels),
        json!({ "inverse": true, "axisLabel": { "width": 130, "overflow": "break" } }),
    );
    let option = base(category, value_axis(), true, series);
    let option = put(
        option,
        json!({
            "legend": legend(names.into(), true),
            "grid": { "top": 30, "left": 8, "right": 64 },
            "yAxis": { "axisLine": { "onZero": false, "show": false } },
            "tooltip": { "axisPointer": { "type": "shadow" } },
        }),
    );
    Drawing {
        signed: true,
        ..Drawing::new(words, option)
    }
}

fn table(words: &Catalog, plan: &YearOutcome, scenario: &YearOutcome, falls: &Waterfall) -> Table {
    let columns = |amounts: [YuanPerPerson; Component::ALL.len()], sum: YuanPerPerson| {
        let parts = amounts.map(Cell::difference);
        let rounding = Cell::difference(sums::rounding(sum, amounts));
        parts
            .into_iter()
            .chain([rounding, Cell::difference(sum)])
            .collect::<Vec<_>>()
    };
    let money = |year: &YearOutcome| {
        let parts = year.components.map(Cell::money);
        let rounding = Cell::difference(sums::rounding(year.income, year.components));
        parts
            .into_iter()
            .chain([rounding, Cell::money(year.income)])
            .collect::<Vec<_>>()
    };
    let mut rows = vec![Row::sum(words.text("result-plan").as_ref(), money(plan))];
    for step in &falls.steps {
        let amounts = scenario.channels[step.channel as usize];
        let name = words.channel(step.channel);
        rows.push(Row::new(name.as_ref(), columns(amounts, step.amount)));
    }
    let closing = Component::ALL.map(|component| {
        let (own, before) = (
            scenario.components[component as usize],
            plan.components[component as usize],
        );
        let column = scenario.channels.map(|row| row[component as usize]);
        YuanPerPerson(own.rounded() - before.rounded()) - shown(column)
    });
    let whole = YuanPerPerson(scenario.income.rounded() - plan.income.rounded())
        - shown(falls.steps.iter().map(|step| step.amount));
    let cells = closing.map(Cell::difference).into_iter();
    let cells = cells.chain([Cell::Empty, Cell::difference(whole)]);
    rows.push(Row::new(
        words.text("result-rounding").as_ref(),
        cells.collect(),
    ));
    rows.push(Row::sum(
        words.text("result-scenario").as_ref(),
        money(scenario),
    ));
    let heads = [words.text("result-channel").to_string()]
        .into_iter()
        .chain(Component::ALL.map(|component| words.component(component).to_string()))
        .chain(["result-rounding", "result-sum"].map(|id| words.text(id).to_string()))
        .collect();
    Table { heads, rows }
}

/// The sum of amounts as they are shown.
fn shown(amounts: impl IntoIterator<Item = YuanPerPerson>) -> YuanPerPerson {
    YuanPerPerson(amounts.into_iter().map(YuanPerPerson::rounded).sum())
}

fn description(
    words: &Catalog,
    plan: &YearOutcome,
    scenario: &YearOutcome,
    falls: &Waterfall,
) -> String {
    let mut steps: Vec<_> = falls.steps.iter().collect();
    steps.retain(|step| !step.amount.rounded().is_zero());
    let named = |amount: YuanPerPerson, name: &str| {
        words.format(
            "chart-named-amount",
            &[("name", name), ("amount", &words.signed_money(amount))],
        )
    };
    let parts: Vec<String> = steps
        .iter()
        .map(|step| named(step.amount, &words.channel(step.channel)))
        .collect();
    let parts = if parts.is_empty() {
        words.text("result-gain-nothing").to_string()
    } else {
        parts.join(&words.text("chart-list-comma"))
    };
    words.format(
        "chart-steps-description",
        &[
            ("year", &scenario.year.to_string()),
            ("plan", &words.money(plan.income)),
            ("scenario", &words.money(scenario.income)),
            ("parts", &parts),
        ],
    )
}
