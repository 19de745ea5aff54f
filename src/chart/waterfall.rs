//! One year's way from plan to scenario, channel by channel: the waterfall as a chart.
//!
//! Drawn are running differences to the plan, from nothing to the whole difference: beside whole
//! incomes they could not be seen.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::options::{
    ChartModel, Drawing, Fill, Texture, base, category_axis, legend, narrow_legend, pixel, put,
    value_axis,
};
use super::shares::income_cells;
use crate::analysis::explain::figure::ScreenFigure;
use crate::analysis::running_total::{ChannelStep, RunningTotal};
use crate::analysis::sums;
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::model::YearOutcome;
use crate::model::gain::GainPart;
use crate::model::term::Side;
use crate::number::YuanPerPerson;
use crate::region::key::Component;

const RISE: Fill = Fill::new("--series-scenario", Texture::Plain);
const FALL: Fill = Fill::new("--series-benchmark-1", Texture::Falling);
const ASSUMED: Fill = Fill::new("--series-benchmark-4", Texture::Upright);
const WHOLE: Fill = Fill::new("--series-plan", Texture::Dots);

/// The fill of a part of a bar.
const fn fill_of(part: GainPart, fill: Fill) -> Fill {
    match part {
        GainPart::Market => fill,
        GainPart::PublicWork => Fill::new(fill.colour, Texture::Level),
        GainPart::Transfer => Fill::new(fill.colour, Texture::Rising),
    }
}

/// A year's way.
#[derive(Clone, Copy)]
pub struct WaterfallYear<'a> {
    /// The plan under the region's assumptions, where the user's own move it: what they do is then
    /// a step of its own, before what policy does.
    pub published: Option<&'a YearOutcome>,
    /// The plan under the user's assumptions.
    pub plan: &'a YearOutcome,
    /// The scenario.
    pub scenario: &'a YearOutcome,
}

impl WaterfallYear<'_> {
    /// The effect of changed assumptions on the plan.
    fn assumed(&self) -> YuanPerPerson {
        let published = self.published.map(|year| year.income);
        self.plan.income - published.unwrap_or(self.plan.income)
    }

    /// The message of the plan that policy starts from.
    fn plan_name(&self) -> &'static str {
        match self.published {
            Some(_) => "chart-plan-own",
            None => "result-plan",
        }
    }

    /// The message of the last bar.
    fn whole_name(&self) -> &'static str {
        match self.published {
            Some(_) => "chart-scenario-less-published",
            None => "chart-scenario-less-plan",
        }
    }
}

/// The waterfall of a year.
pub fn chart_model(words: &Catalog, way: WaterfallYear<'_>) -> ChartModel {
    let total = RunningTotal::of(way.scenario);
    ChartModel {
        drawing: drawing(words, way, &total),
        table: table(words, way, &total),
        description: description(words, way, &total),
    }
}

/// A bar between two running differences; its public work and its transfers, if it has any, lie at the
/// end at which it arrives.
struct WaterfallBar {
    from: Decimal,
    /// The running differences at which public work and transfers begin.
    part_starts: [Decimal; 2],
    to: Decimal,
    fill: Fill,
    tip: Value,
    text: String,
}

impl WaterfallBar {
    fn least(&self) -> Decimal {
        self.from.min(self.to)
    }

    fn most(&self) -> Decimal {
        self.from.max(self.to)
    }

    /// The lengths of the parts on one side of nothing, the one nearest to it first.
    fn parts(&self, is_above: bool) -> [(Decimal, GainPart); GainPart::ALL.len()] {
        let clipped = |amount: Decimal| match is_above {
            true => amount.max(Decimal::ZERO),
            false => amount.min(Decimal::ZERO),
        };
        let length = |one: Decimal, other: Decimal| {
            let length = (clipped(one) - clipped(other)).abs();
            if is_above { length } else { -length }
        };
        let [public_work, transfers] = self.part_starts;
        let mut parts = [
            (length(self.from, public_work), GainPart::Market),
            (length(public_work, transfers), GainPart::PublicWork),
            (length(transfers, self.to), GainPart::Transfer),
        ];
        // What moves away from nothing is market income first.
        if (self.to >= self.from) != is_above {
            parts.reverse();
        }
        parts
    }
}

/// The effect of assumptions, and the plan on top of it: nothing where there are none.
fn assumed(words: &Catalog, way: WaterfallYear<'_>) -> Vec<(String, WaterfallBar)> {
    if way.published.is_none() {
        return Vec::new();
    }
    let amount = way.assumed();
    let said = words.signed_money(amount);
    let bar = |id: &str, fill: Fill| {
        let name = words.text(id).to_string();
        let tip = json!([[name, said]]);
        let span = WaterfallBar {
            from: Decimal::ZERO,
            part_starts: [amount.rounded(); 2],
            to: amount.rounded(),
            fill,
            tip,
            text: said.clone(),
        };
        (name, span)
    };
    vec![
        bar("result-assumption-effect", ASSUMED),
        bar(way.plan_name(), WHOLE),
    ]
}

/// The pointer's lines on a channel: its difference, the parts of it that public money pays for, and
/// what is reached with it.
fn tip(words: &Catalog, step: &ChannelStep, reached: YuanPerPerson) -> Value {
    let [_, public_work, transfer] = step.parts;
    let lines = [
        ("result-difference", step.amount()),
        ("result-public-work-part", public_work),
        ("result-received-part", transfer),
        ("chart-reached", reached),
    ];
    json!(lines.map(|(id, amount)| [words.text(id).to_string(), words.signed_money(amount)]))
}

fn drawing(words: &Catalog, way: WaterfallYear<'_>, total: &RunningTotal) -> Drawing {
    let (mut labels, mut spans): (Vec<String>, Vec<WaterfallBar>) =
        assumed(words, way).into_iter().unzip();
    let before = way.assumed();
    let channels: Vec<WaterfallBar> = total
        .steps
        .iter()
        .map(|step| {
            let amount = words.signed_money(step.amount());
            WaterfallBar {
                from: (before + step.from).rounded(),
                part_starts: step.part_starts().map(|start| (before + start).rounded()),
                to: (before + step.to).rounded(),
                fill: if step.amount().exact() < Decimal::ZERO {
                    FALL
                } else {
                    RISE
                },
                tip: tip(words, step, before + step.to),
                text: amount,
            }
        })
        .collect();
    spans.extend(channels);
    let difference = way.assumed() + way.scenario.difference();
    spans.push(WaterfallBar {
        from: Decimal::ZERO,
        part_starts: [difference.rounded(); 2],
        to: difference.rounded(),
        fill: WHOLE,
        tip: json!([[
            words.text("result-difference").as_ref(),
            words.signed_money(difference)
        ]]),
        text: words.signed_money(difference),
    });
    let steps = total.steps.iter();
    labels.extend(steps.map(|step| words.channel(step.channel).to_string()));
    labels.push(words.text(way.whole_name()).to_string());
    let unseen = |part: fn(&WaterfallBar) -> Decimal| {
        json!({
            "type": "bar", "stack": "steps", "aside": true, "name": "", "silent": true,
            "itemStyle": { "color": "transparent" },
            "data": spans.iter().map(part).map(pixel).collect::<Vec<_>>(),
        })
    };
    // Bars that cross nothing are parted there: the library stacks each side of it apart.
    let bar = |is_above: bool, index: usize, bears_text: fn(&WaterfallBar) -> bool| {
        let data: Vec<Value> = spans
            .iter()
            .map(|span| {
                let (length, part) = span.parts(is_above)[index];
                let fill = fill_of(part, span.fill);
                json!({
                    "value": pixel(length),
                    "itemStyle": fill.style(),
                    "tip": span.tip,
                    "text": if bears_text(span) { span.text.as_str() } else { "" },
                })
            })
            .collect();
        json!({
            "type": "bar", "stack": "steps", "name": "", "barWidth": "62%", "data": data,
            "label": { "show": true, "position": "right", "color": "var(--ink)", "fontSize": 12 },
            "emphasis": { "disabled": true },
        })
    };
    let ends_above = |span: &WaterfallBar| span.most() > Decimal::ZERO || span.to == span.from;
    let ends_below = |span: &WaterfallBar| span.most() <= Decimal::ZERO && span.to != span.from;
    // Bars of no data: names for the legend.
    let named = |id: &str, fill: Fill| {
        json!({
            "type": "bar", "name": words.text(id).as_ref(), "stack": "steps", "data": [],
            "color": format!("var({})", fill.colour), "itemStyle": fill.style(),
        })
    };
    let mut series = vec![
        unseen(|span| span.least().max(Decimal::ZERO)),
        unseen(|span| span.most().min(Decimal::ZERO)),
        bar(true, 0, |_| false),
        bar(true, 1, |_| false),
        bar(true, 2, ends_above),
        bar(false, 0, ends_below),
        bar(false, 1, |_| false),
        bar(false, 2, |_| false),
        named("chart-rise", RISE),
        named("chart-fall", FALL),
        named("chart-public-work", fill_of(GainPart::PublicWork, RISE)),
        named("chart-received", fill_of(GainPart::Transfer, RISE)),
        named(way.whole_name(), WHOLE),
    ];
    let mut names = vec![
        "chart-rise",
        "chart-fall",
        "chart-public-work",
        "chart-received",
        way.whole_name(),
    ];
    if way.published.is_some() {
        series.push(named("result-assumption-effect", ASSUMED));
        names.insert(0, "result-assumption-effect");
    }
    let names: Vec<String> = names.iter().map(|id| words.text(id).to_string()).collect();
    let category = put(
        category_axis(labels),
        json!({ "inverse": true, "axisLabel": { "width": 130, "overflow": "break" } }),
    );
    let option = base(category, value_axis(), true, series);
    let option = put(
        option,
        json!({
            "legend": legend(names, true),
            "grid": { "top": 30, "left": 8, "right": 64 },
            "yAxis": { "axisLine": { "onZero": false, "show": false } },
            "tooltip": { "axisPointer": { "type": "shadow" } },
        }),
    );
    let narrow =
        narrow_legend(&option).map(|narrow| put(narrow, json!({ "grid": { "right": 64 } })));
    Drawing {
        signed: true,
        narrow,
        ..Drawing::new(words, option)
    }
}

fn table(words: &Catalog, way: WaterfallYear<'_>, total: &RunningTotal) -> DataTable {
    let (plan, scenario) = (way.plan, way.scenario);
    let columns = |amounts: [YuanPerPerson; Component::ALL.len()],
                   part: &dyn Fn(Component) -> ScreenFigure,
                   sum: YuanPerPerson,
                   whole: ScreenFigure| {
        let parts = Component::ALL.map(|component| {
            TableCell::difference(amounts[component as usize]).of(part(component))
        });
        let rounding = TableCell::difference(sums::rounding(sum, amounts));
        let parts = parts.into_iter();
        let cells = parts.chain([rounding, TableCell::difference(sum).of(whole)]);
        cells.collect::<Vec<_>>()
    };
    let year = scenario.year;
    let mut rows = Vec::new();
    if let Some(published) = way.published {
        let name = words.text("result-plan-published");
        rows.push(TableRow::sum(name.as_ref(), income_cells(None, published)));
        let parts = Component::ALL.map(|component| {
            plan.components[component as usize] - published.components[component as usize]
        });
        let name = words.text("result-assumption-effect");
        let part = |component| ScreenFigure::ComponentAssumption(component, year);
        let cells = columns(
            parts,
            &part,
            way.assumed(),
            ScreenFigure::AssumptionEffect(year),
        );
        rows.push(TableRow::new(name.as_ref(), cells));
        rows.extend(closing_row(words, published, plan, parts, way.assumed()));
    }
    let of_plan = income_cells(Some(Side::Plan), plan);
    rows.push(TableRow::sum(words.text(way.plan_name()).as_ref(), of_plan));
    for step in &total.steps {
        let amounts = scenario.channels[step.channel as usize];
        let name = words.channel(step.channel);
        let part = |component| ScreenFigure::ChannelPart(step.channel, component, year);
        let whole = ScreenFigure::Channel(step.channel, year);
        let cells = columns(amounts, &part, step.amount(), whole);
        rows.push(TableRow::new(name.as_ref(), cells));
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
        - shown(total.steps.iter().map(|step| step.amount()));
    let cells = closing.map(TableCell::difference).into_iter();
    let cells = cells.chain([TableCell::Empty, TableCell::difference(whole)]);
    rows.push(TableRow::new(
        words.text("result-rounding").as_ref(),
        cells.collect(),
    ));
    rows.push(TableRow::sum(
        words.text("result-scenario").as_ref(),
        income_cells(Some(Side::Scenario), scenario),
    ));
    let heads = [words.text("result-channel").to_string()]
        .into_iter()
        .chain(Component::ALL.map(|component| words.component(component).to_string()))
        .chain(["result-rounding", "result-sum"].map(|id| words.text(id).to_string()))
        .collect();
    DataTable { heads, rows }
}

/// The rounding between a step and two rounded incomes; none where there is none.
fn closing_row(
    words: &Catalog,
    from: &YearOutcome,
    to: &YearOutcome,
    parts: [YuanPerPerson; Component::ALL.len()],
    step: YuanPerPerson,
) -> Option<TableRow> {
    let rest = |from: YuanPerPerson, to: YuanPerPerson, step: YuanPerPerson| {
        YuanPerPerson(to.rounded() - from.rounded() - step.rounded())
    };
    let closing = Component::ALL.map(|component| {
        let index = component as usize;
        rest(from.components[index], to.components[index], parts[index])
    });
    let whole = rest(from.income, to.income, step);
    let mut all = closing.iter().chain([&whole]);
    let is_open = all.any(|rest| !rest.exact().is_zero());
    is_open.then(|| {
        let cells = closing.map(TableCell::difference).into_iter();
        let cells = cells.chain([TableCell::Empty, TableCell::difference(whole)]);
        TableRow::new(words.text("result-rounding").as_ref(), cells.collect())
    })
}

/// The sum of amounts as they are shown.
fn shown(amounts: impl IntoIterator<Item = YuanPerPerson>) -> YuanPerPerson {
    YuanPerPerson(amounts.into_iter().map(YuanPerPerson::rounded).sum())
}

fn description(words: &Catalog, way: WaterfallYear<'_>, total: &RunningTotal) -> String {
    let (plan, scenario) = (way.plan, way.scenario);
    let mut steps: Vec<_> = total.steps.iter().collect();
    steps.retain(|step| !step.amount().rounded().is_zero());
    let named = |amount: YuanPerPerson, name: &str| {
        words.format(
            "chart-named-amount",
            &[("name", name), ("amount", &words.signed_money(amount))],
        )
    };
    let parts: Vec<String> = steps
        .iter()
        .map(|step| named(step.amount(), &words.channel(step.channel)))
        .collect();
    let parts = if parts.is_empty() {
        words.text("result-gain-nothing").to_string()
    } else {
        parts.join(&words.text("chart-list-comma"))
    };
    let arguments = [
        ("year", &*scenario.year.to_string()),
        ("plan", &*words.money(plan.income)),
        ("scenario", &*words.money(scenario.income)),
        ("parts", &*parts),
    ];
    let Some(published) = way.published else {
        return words.format("chart-steps-description", &arguments);
    };
    let published = words.money(published.income);
    let (assumed, policy) = (
        words.signed_money(way.assumed()),
        words.signed_money(scenario.difference()),
    );
    let more = [
        ("published", &*published),
        ("assumed", &*assumed),
        ("policy", &*policy),
    ];
    let arguments: Vec<(&str, &str)> = arguments.into_iter().chain(more).collect();
    words.format("chart-steps-description-own", &arguments)
}
