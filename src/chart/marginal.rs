//! The effect of 10,000 yuan more in each place, as bars by channel.

use serde_json::{Value, json};

use super::options::{
    ChartModel, Drawing, Tip, base, category_axis, channel_fill, legend, narrow_legend, pixel, put,
    value_axis,
};
use crate::analysis::marginal::{Marginal, MarginalUse, MarginalYear};
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::model::Channel;
use crate::model::gain::GainPart;
use crate::number::{MONEY_PLACES, Yuan};

/// The years of a bar, counted from the first plan year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarginalSpan {
    /// One year.
    Year(usize),
    /// All up to one.
    UpTo(usize),
}

/// A bar: what it is of, and what it amounts to.
struct MarginalBar {
    label: String,
    channels: [Yuan; Channel::ALL.len()],
    income: Yuan,
    parts: [Yuan; GainPart::ALL.len()],
}

impl MarginalBar {
    fn of(
        words: &Catalog,
        marginal: &Marginal,
        span: MarginalSpan,
        is_alone: bool,
    ) -> Option<Self> {
        let (first, last) = match span {
            MarginalSpan::Year(step) => (step, step),
            MarginalSpan::UpTo(step) => (0, step),
        };
        let years = marginal.years.get(first..=last)?;
        let (from, to) = (years.first()?.year, years.last()?.year);
        let place = place_name(words, marginal.place);
        let (from, to) = (from.to_string(), to.to_string());
        let label = match span {
            MarginalSpan::Year(_) if is_alone => place.to_string(),
            MarginalSpan::Year(_) => {
                let arguments = [("name", &*place), ("year", &*to)];
                words.format("chart-marginal-in-year", &arguments)
            }
            MarginalSpan::UpTo(_) => {
                let arguments = [("from", &*from), ("to", &*to)];
                words.format("chart-marginal-so-far", &arguments)
            }
        };
        Some(Self {
            label,
            channels: Channel::ALL
                .map(|channel| years.iter().map(|year| year.channel(channel)).sum()),
            income: years.iter().map(MarginalYear::income).sum(),
            parts: GainPart::ALL.map(|part| years.iter().map(|year| year.part(part)).sum()),
        })
    }

    fn channel(&self, channel: Channel) -> Yuan {
        self.channels[channel as usize]
    }
}

/// All places, each with a bar for each span; the words are on the first span.
pub fn chart_model(words: &Catalog, all: &[Marginal], spans: &[MarginalSpan]) -> ChartModel {
    let is_alone = spans.len() == 1;
    let bars: Vec<MarginalBar> = all
        .iter()
        .flat_map(|marginal| spans.iter().map(move |span| (marginal, *span)))
        .filter_map(|(marginal, span)| MarginalBar::of(words, marginal, span, is_alone))
        .collect();
    let channels: Vec<Channel> = Channel::ALL
        .into_iter()
        .filter(|channel| {
            let mut amounts = bars.iter().map(|bar| bar.channel(*channel));
            amounts.any(|amount| !amount.rounded().is_zero())
        })
        .collect();
    let mut drawing = Drawing::new(words, option(words, &bars, &channels));
    drawing.narrow = narrow_legend(&drawing.option)
        .map(|narrow| put(narrow, json!({ "grid": { "right": 76 } })));
    drawing.tips = bars.iter().map(|bar| tip(words, bar, &channels)).collect();
    let step = match spans.first() {
        Some(MarginalSpan::Year(step) | MarginalSpan::UpTo(step)) => *step,
        None => 0,
    };
    let years: Vec<(MarginalUse, &MarginalYear)> = all
        .iter()
        .filter_map(|marginal| Some((marginal.place, marginal.years.get(step)?)))
        .collect();
    ChartModel {
        drawing,
        table: table(words, all),
        description: description(words, &years),
    }
}

/// The name of a place where money can be put.
pub fn place_name(words: &Catalog, place: MarginalUse) -> std::rc::Rc<str> {
    match place {
        MarginalUse::Funds(category) => words.category(category),
        MarginalUse::Social => words.channel(Channel::Social),
    }
}

fn said(words: &Catalog, amount: Yuan) -> String {
    words.numbers().decimal(amount.exact(), MONEY_PLACES, true)
}

fn option(words: &Catalog, bars: &[MarginalBar], channels: &[Channel]) -> Value {
    let labels = bars.iter().map(|bar| bar.label.clone());
    let mut series: Vec<Value> = channels
        .iter()
        .map(|channel| {
            let fill = channel_fill(*channel);
            let amounts = bars.iter().map(|bar| bar.channel(*channel));
            json!({
                "type": "bar", "stack": "income", "name": words.channel(*channel).as_ref(),
                "data": amounts.map(|amount| pixel(amount.rounded())).collect::<Vec<_>>(),
                "color": format!("var({})", fill.colour), "itemStyle": fill.style(),
                "barWidth": "52%", "emphasis": { "disabled": true },
            })
        })
        .collect();
    // A bar of hardly any width at the end of what is gained bears the sum: one of none would be
    // stacked upon what is lost.
    let sums = bars
        .iter()
        .map(|bar| json!({ "value": 1e-6, "text": said(words, bar.income) }));
    series.push(json!({
        "type": "bar", "stack": "income", "name": "", "aside": true, "silent": true,
        "data": sums.collect::<Vec<_>>(), "itemStyle": { "color": "transparent" },
        "label": { "show": true, "position": "right", "color": "var(--ink)", "fontSize": 12 },
        "emphasis": { "disabled": true },
    }));
    let names = channels
        .iter()
        .map(|channel| words.channel(*channel).to_string());
    let category = put(
        category_axis(labels.collect()),
        json!({ "inverse": true, "axisLabel": { "width": 136, "overflow": "break" } }),
    );
    let option = base(category, value_axis(), true, series);
    put(
        option,
        json!({
            "legend": legend(names.collect(), true),
            "grid": { "top": 52, "right": 84 },
            "tooltip": { "axisPointer": { "type": "shadow" } },
        }),
    )
}

fn tip(words: &Catalog, bar: &MarginalBar, channels: &[Channel]) -> Tip {
    let shown = channels
        .iter()
        .filter(|channel| !bar.channel(**channel).rounded().is_zero());
    let mut rows: Vec<Vec<String>> = shown
        .map(|channel| {
            let amount = said(words, bar.channel(*channel));
            vec![words.channel(*channel).to_string(), amount]
        })
        .collect();
    let [market, public_work, _] = bar.parts;
    for (id, amount) in [
        ("chart-marginal-income", bar.income),
        ("chart-marginal-market", market),
        ("chart-marginal-public-work", public_work),
    ] {
        rows.push(vec![words.text(id).to_string(), said(words, amount)]);
    }
    Tip {
        title: bar.label.clone(),
        rows,
    }
}

fn table(words: &Catalog, all: &[Marginal]) -> DataTable {
    let money = |amount: Yuan| TableCell::signed(amount.exact(), MONEY_PLACES);
    // Channels that no place and no year moves would be columns of noughts.
    let moves = |channel: &Channel| {
        let years = all.iter().flat_map(|marginal| &marginal.years);
        let mut amounts = years.map(|year| year.channel(*channel).rounded());
        amounts.any(|amount| !amount.is_zero())
    };
    let shown: Vec<Channel> = Channel::ALL.into_iter().filter(moves).collect();
    let rows = all.iter().flat_map(|marginal| {
        marginal.years.iter().enumerate().map(|(step, year)| {
            let (income, [market, public_work, _]) = marginal.up_to(step);
            let [own_market, own_public_work, _] = year.parts;
            let mut cells = vec![TableCell::text(year.year.to_string())];
            cells.extend(shown.iter().map(|channel| money(year.channel(*channel))));
            let parts = shown.iter().map(|channel| year.channel(*channel).rounded());
            let rest = year.income().rounded() - parts.sum::<rust_decimal::Decimal>();
            cells.push(money(Yuan(rest)));
            let own = [year.income(), own_market, own_public_work];
            cells.extend(
                own.into_iter()
                    .chain([income, market, public_work])
                    .map(money),
            );
            TableRow::new(place_name(words, marginal.place).as_ref(), cells)
        })
    });
    let heads = ["chart-marginal-place", "result-year"]
        .map(|id| words.text(id).to_string())
        .into_iter()
        .chain(
            shown
                .iter()
                .map(|channel| words.channel(*channel).to_string()),
        )
        .chain(
            [
                "result-rounding",
                "chart-marginal-income",
                "chart-marginal-market",
                "chart-marginal-public-work",
                "chart-marginal-income-so-far",
                "chart-marginal-market-so-far",
                "chart-marginal-public-work-so-far",
            ]
            .map(|id| words.text(id).to_string()),
        );
    DataTable {
        heads: heads.collect(),
        rows: rows.collect(),
    }
}

fn description(words: &Catalog, years: &[(MarginalUse, &MarginalYear)]) -> String {
    let Some((_, first)) = years.first() else {
        return words.text("chart-marginal-nowhere").to_string();
    };
    let parts: Vec<String> = years
        .iter()
        .map(|(place, year)| {
            words.format(
                "chart-marginal-part",
                &[
                    ("name", &place_name(words, *place)),
                    ("income", &said(words, year.income())),
                    ("market", &said(words, year.part(GainPart::Market))),
                ],
            )
        })
        .collect();
    words.format(
        "chart-marginal-description",
        &[
            ("year", &first.year.to_string()),
            ("parts", &parts.join(&words.text("chart-list-comma"))),
        ],
    )
}
