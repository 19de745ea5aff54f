//! Money and what becomes of it as two flow charts side by side: funds in a hundred million yuan
//! from levels to categories, effects in yuan a head from categories through channels to
//! components. Widths are comparable within each, never between them.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::options::{
    ChartModel, Drawing, Fill, Texture, channel_fill, component_fill, pixel, tooltip,
};
use crate::analysis::flows::{FlowOrigin, Flows};
use crate::analysis::sums;
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::language::Language;
use crate::model::Channel;
use crate::number::{Yuan, YuanPerPerson, round};
use crate::region::key::{Category, Component, Level, Year};

/// The decimals of a hundred million yuan that hold whole 万元.
const PLACES: u32 = 4;

/// One year's flows.
pub fn chart_model(words: &Catalog, flows: &Flows, year: Year) -> ChartModel {
    let funds = funds(words, flows);
    let effects = effects(words, flows);
    let option = json!({
        "animation": false,
        "textStyle": { "fontFamily": "var(--font)" },
        "tooltip": tooltip("item"),
        "title": [title(words, "chart-flows-funds"), title(words, "chart-flows-effects")],
        "series": [series(words, &funds, "left"), series(words, &effects, "right")],
    });
    let mut drawing = Drawing::new(words, super::options::put(option, wide()));
    drawing.narrow = Some(narrow(words.language()));
    ChartModel {
        drawing,
        table: table(words, flows, &funds, &effects),
        description: match undrawn(words, flows) {
            Some(undrawn) => {
                let said = description(words, flows, year);
                let both = [("first", &*said), ("second", &*undrawn)];
                words.format("report-two-sentences", &both)
            }
            None => description(words, flows, year),
        },
    }
}

/// The flows that are not drawn, in words: falls have no width. None where all is drawn.
pub fn undrawn(words: &Catalog, flows: &Flows) -> Option<String> {
    let falls: Vec<String> = effects(words, flows)
        .links
        .iter()
        .filter(|link| link.from.depth == 1 && link.amount < Decimal::ZERO)
        .map(|link| format!("{} → {} {}", link.from.name, link.to.name, link.said))
        .collect();
    (!falls.is_empty()).then(|| {
        let list = falls.join(&words.text("chart-list-comma"));
        words.format("chart-flows-undrawn", &[("list", &list)])
    })
}

/// Both side by side.
fn wide() -> Value {
    json!({
        "title": [{ "left": 8, "top": 0 }, { "left": "38%", "top": 0 }],
        "series": [
            { "left": 8, "right": "67%", "top": 30, "bottom": 22 },
            { "left": "38%", "right": "18%", "top": 30, "bottom": 22, "nodeGap": 24, "label": { "width": 150, "overflow": "break" } },
        ],
    })
}

/// Both side by side on paper, where the names beside the nodes have less room.
fn paper() -> Value {
    json!({
        "title": [{}, { "left": "35%" }],
        "series": [
            { "right": "69%" },
            { "left": "35%", "right": 132, "label": { "width": 96 } },
        ],
    })
}

/// The drawing of a report.
pub fn on_paper(mut drawing: Drawing) -> Drawing {
    drawing.option = super::options::put(drawing.option, paper());
    drawing
}

/// One below the other.
fn narrow(language: Language) -> Value {
    // The longest English word would be parted at the width that suits Chinese.
    let width = if language == Language::English {
        102
    } else {
        84
    };
    json!({
        "title": [{ "left": 0, "top": 0 }, { "left": 0, "top": "41%" }],
        "series": [
            { "left": 0, "right": 0, "top": 26, "bottom": "62%" },
            { "left": 0, "right": "37%", "top": "46%", "bottom": 24, "nodeGap": 34, "label": { "width": width, "fontSize": 11 } },
        ],
    })
}

fn title(words: &Catalog, id: &str) -> Value {
    json!({
        "text": words.text(id).as_ref(), "padding": 0,
        "textStyle": { "color": "var(--ink-soft)", "fontSize": 12, "fontWeight": 600 },
    })
}

#[derive(Clone, Debug)]
struct Node {
    id: String,
    name: String,
    depth: u8,
    fill: Fill,
}

#[derive(Clone, Debug)]
struct Link {
    from: Node,
    to: Node,
    /// In the unit of its half, exact.
    exact: Decimal,
    /// The same, rounded as shown.
    amount: Decimal,
    said: String,
}

/// A half of the chart.
struct Half {
    links: Vec<Link>,
    unit: String,
    places: u32,
    last_depth: u8,
}

impl Half {
    /// Links that can be drawn.
    fn drawn(&self) -> impl Iterator<Item = &Link> + Clone {
        self.links.iter().filter(|link| link.amount > Decimal::ZERO)
    }
}

fn category_fill(category: Category) -> Fill {
    match category {
        Category::Industry => Fill::new("--series-scenario", Texture::Plain),
        Category::Infrastructure => Fill::new("--series-plan", Texture::Plain),
        Category::Other => Fill::new("--series-benchmark-3", Texture::Level),
    }
}

fn origin_node(words: &Catalog, origin: FlowOrigin, depth: u8) -> Node {
    let (name, fill) = match origin {
        FlowOrigin::Funds(category) => (words.category(category), category_fill(category)),
        FlowOrigin::Direct => (
            words.channel(Channel::Social),
            channel_fill(Channel::Social),
        ),
        FlowOrigin::Employers => (
            words.text("chart-flows-employers"),
            channel_fill(Channel::Employment),
        ),
        FlowOrigin::Allowances => (
            words.text("chart-flows-allowances"),
            channel_fill(Channel::Clawback),
        ),
    };
    Node {
        id: format!("origin-{origin:?}"),
        name: name.to_string(),
        depth,
        fill,
    }
}

fn funds(words: &Catalog, flows: &Flows) -> Half {
    let source = |id: String, name: String| Node {
        id,
        name,
        depth: 0,
        fill: Fill::new("--series-benchmark-4", Texture::Plain),
    };
    let link = |from: Node, origin: FlowOrigin, amount: Yuan| {
        let exact = amount.exact() * Decimal::new(1, 8);
        let amount = round(exact, PLACES);
        Link {
            from,
            to: origin_node(words, origin, 1),
            exact,
            amount,
            said: words.decimal(amount, PLACES),
        }
    };
    let mut links = Vec::new();
    for level in Level::ALL {
        for category in Category::ALL {
            let from = source(
                format!("level-{}", level.name()),
                words.level(level).to_string(),
            );
            let amount = flows.funds[level as usize][category as usize];
            links.push(link(from, FlowOrigin::Funds(category), amount));
        }
    }
    let help = || {
        let name = words.text("chart-flows-help").to_string();
        source("help".to_owned(), name)
    };
    let industry = FlowOrigin::Funds(Category::Industry);
    for (origin, amount) in [
        (industry, flows.help_to_industry),
        (FlowOrigin::Direct, flows.help_direct),
    ] {
        if !amount.exact().is_zero() {
            links.push(link(help(), origin, amount));
        }
    }
    Half {
        links,
        unit: words.text("chart-yi-yuan").to_string(),
        places: PLACES,
        last_depth: 1,
    }
}

fn effects(words: &Catalog, flows: &Flows) -> Half {
    let mut links = Vec::new();
    let link = |from: Node, to: Node, amount: YuanPerPerson| Link {
        from,
        to,
        exact: amount.exact(),
        amount: amount.rounded(),
        said: words.money(amount),
    };
    for channel in Channel::ALL {
        let node = Node {
            id: format!("channel-{}", channel.name()),
            name: words.channel(channel).to_string(),
            depth: 1,
            fill: channel_fill(channel),
        };
        let parts = Component::ALL.map(|component| {
            let to = Node {
                id: format!("component-{}", component.name()),
                name: words.component(component).to_string(),
                depth: 2,
                fill: component_fill(component),
            };
            let amount = flows.channels[channel as usize][component as usize];
            link(node.clone(), to, amount)
        });
        if parts.iter().all(|part| part.amount.is_zero()) {
            continue;
        }
        let origin = origin_node(words, FlowOrigin::of(channel), 0);
        links.push(link(origin, node, flows.channel(channel)));
        links.extend(parts.into_iter().filter(|part| !part.amount.is_zero()));
    }
    Half {
        links,
        unit: words.text("result-yuan-a-head").to_string(),
        places: 2,
        last_depth: 2,
    }
}

fn series(words: &Catalog, half: &Half, id: &str) -> Value {
    let mut nodes: Vec<&Node> = Vec::new();
    for node in half.drawn().flat_map(|link| [&link.from, &link.to]) {
        if nodes.iter().all(|known| known.id != node.id) {
            nodes.push(node);
        }
    }
    let data: Vec<Value> = nodes
        .iter()
        .map(|node| {
            let of = |end: fn(&Link) -> &Node| -> Decimal {
                let links = half.drawn().filter(|link| end(link).id == node.id);
                links.map(|link| link.exact).sum()
            };
            let amount = of(|link| &link.from).max(of(|link| &link.to));
            let said = format!("{} {}", words.decimal(amount, half.places), half.unit);
            // What falls has no width: what is written says that the sum is less than what is drawn.
            let falls: Decimal = half
                .links
                .iter()
                .filter(|link| link.amount < Decimal::ZERO)
                .filter(|link| match (node.depth == half.last_depth, node.depth) {
                    (true, _) => link.to.id == node.id,
                    (false, 0) => false,
                    (false, _) => link.from.id == node.id,
                })
                .map(|link| link.exact)
                .sum();
            let drawn = words.decimal(amount, 2);
            let text = if falls.is_zero() {
                format!("{} {drawn}", node.name)
            } else {
                let net = words.decimal(amount + falls, 2);
                let drawn = words.format("chart-flows-net", &[("drawn", &drawn)]);
                format!("{} {net}\n{drawn}", node.name)
            };
            // Categories stand before what they bring; components have the margin to themselves.
            let label = match (node.depth, half.last_depth) {
                (1, 1) => json!({ "position": "left" }),
                (2, 2) => json!({ "position": "right", "width": 128, "overflow": "break" }),
                _ => json!({ "position": "right" }),
            };
            json!({
                "name": node.id, "depth": node.depth, "title": node.name,
                "text": text,
                "tip": [[node.name, said]],
                "itemStyle": node.fill.style(),
                "label": label,
            })
        })
        .collect();
    let links: Vec<Value> = half
        .drawn()
        .map(|link| {
            json!({
                "source": link.from.id, "target": link.to.id, "value": pixel(link.amount),
                "title": format!("{} → {}", link.from.name, link.to.name),
                "tip": [[half.unit, link.said]],
            })
        })
        .collect();
    json!({
        "type": "sankey", "id": id, "data": data, "links": links,
        "nodeWidth": 14, "nodeGap": 14, "layoutIterations": 0, "draggable": false,
        "lineStyle": { "color": "source", "opacity": 0.28, "curveness": 0.5 },
        "label": { "show": true, "color": "var(--ink)", "fontSize": 12, "textBorderWidth": 3, "textBorderColor": "var(--surface)" },
        "emphasis": { "focus": "none", "lineStyle": { "opacity": 0.5 } },
    })
}

fn table(words: &Catalog, flows: &Flows, funds: &Half, effects: &Half) -> DataTable {
    let drawn = |link: &Link| {
        let id = if link.amount > Decimal::ZERO {
            "chart-flows-drawn"
        } else {
            "chart-flows-not-drawn"
        };
        TableCell::text(words.text(id).as_ref())
    };
    let name = |link: &Link| format!("{} → {}", link.from.name, link.to.name);
    let mut rows: Vec<TableRow> = funds
        .links
        .iter()
        .map(|link| {
            let amount = TableCell::number(link.amount, PLACES);
            TableRow::new(name(link), vec![amount, TableCell::Empty, drawn(link)])
        })
        .collect();
    let all: Yuan = flows.funds.iter().flatten().copied().sum();
    let all = all + flows.help_to_industry + flows.help_direct;
    let all = TableCell::number(all.exact() * Decimal::new(1, 8), PLACES);
    rows.push(TableRow::sum(
        words.text("chart-flows-funds-sum").as_ref(),
        vec![all, TableCell::Empty, TableCell::Empty],
    ));
    for link in &effects.links {
        let amount = TableCell::number(link.amount, 2);
        rows.push(TableRow::new(
            name(link),
            vec![TableCell::Empty, amount, drawn(link)],
        ));
    }
    let channels = Channel::ALL.map(|channel| flows.channel(channel));
    let whole: YuanPerPerson = channels.into_iter().sum();
    let rounding = sums::rounding(whole, channels);
    for (id, amount, is_sum) in [
        ("chart-flows-rounding", rounding, false),
        ("chart-flows-effects-sum", whole, true),
    ] {
        let cells = vec![TableCell::Empty, TableCell::money(amount), TableCell::Empty];
        rows.push(TableRow {
            name: words.text(id).to_string(),
            cells,
            is_sum,
        });
    }
    let heads = [
        words.text("chart-flows-flow"),
        words.text("chart-yi-yuan"),
        words.text("result-yuan-a-head"),
        words.text("chart-flows-in-chart"),
    ];
    DataTable {
        heads: heads.map(|head| head.to_string()).into(),
        rows,
    }
}

fn description(words: &Catalog, flows: &Flows, year: Year) -> String {
    let allocated: Yuan = flows.funds.iter().flatten().copied().sum();
    let spent: Yuan = flows.spent.iter().copied().sum();
    let whole: YuanPerPerson = Channel::ALL
        .map(|channel| flows.channel(channel))
        .into_iter()
        .sum();
    let parts: Vec<String> = Component::ALL
        .into_iter()
        .map(|component| {
            let amount = words.money(flows.component(component));
            let name = words.component(component);
            words.format(
                "chart-named-amount",
                &[("name", &name), ("amount", &amount)],
            )
        })
        .collect();
    words.format(
        "chart-flows-description",
        &[
            ("year", &year.to_string()),
            ("allocated", &words.funds(allocated)),
            ("spent", &words.funds(spent)),
            ("whole", &words.money(whole)),
            ("parts", &parts.join(&words.text("chart-list-comma"))),
        ],
    )
}
