//! Money and what becomes of it: levels to categories in a hundred million yuan, below them
//! channels to components in yuan a head. Widths are comparable within each half alone; what
//! falls has no width and is said beside the figure.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Anchor, Drawing, Filling, Shade, Shape, label, text_width};
use crate::analysis::flows::Flows;
use crate::i18n::Catalog;
use crate::model::Channel;
use crate::region::key::{Category, Component, Level};

const WIDTH: f64 = 660.0;
const NODE: f64 = 10.0;
/// Between two nodes of a column: room for a label.
const GAP: f64 = 9.0;

/// A flow from a row of the left column to one of the right.
struct Link {
    from: usize,
    to: usize,
    amount: f64,
}

/// A column's nodes: their names and what is written behind.
struct Half {
    title: String,
    left: Vec<(String, String)>,
    right: Vec<(String, String)>,
    links: Vec<Link>,
    height: f64,
}

/// Draws both halves, one below the other.
pub fn flows(flows: &Flows, words: &Catalog) -> Drawing {
    let mut shapes = Vec::new();
    let mut top = 0.0;
    for half in [funds(flows, words), effects(flows, words)] {
        top = draw(&mut shapes, &half, top) + 14.0;
    }
    Drawing {
        width: WIDTH,
        height: top,
        shapes,
    }
}

fn number(amount: Decimal) -> f64 {
    amount.to_f64().unwrap_or_default()
}

fn funds(flows: &Flows, words: &Catalog) -> Half {
    let yi = |amount: Decimal| words.decimal(amount * Decimal::new(1, 8), 2);
    let mut left: Vec<(String, String)> = Level::ALL
        .map(|level| {
            let row = flows.funds[level as usize].iter();
            let whole = row.map(|amount| amount.exact()).sum::<Decimal>();
            (words.level(level).to_string(), yi(whole))
        })
        .into();
    let mut links: Vec<Link> = Vec::new();
    for level in Level::ALL {
        for category in Category::ALL {
            links.push(Link {
                from: level as usize,
                to: category as usize,
                amount: number(flows.funds[level as usize][category as usize].exact()),
            });
        }
    }
    let mut columns: Vec<Decimal> = Category::ALL
        .map(|category| {
            let column = flows.funds.iter().map(|row| row[category as usize].exact());
            column.sum()
        })
        .into();
    let help = flows.help_to_industry + flows.help_direct;
    let has_help = !help.exact().is_zero();
    if has_help {
        left.push((words.text("chart-flows-help").to_string(), yi(help.exact())));
        columns[Category::Industry as usize] += flows.help_to_industry.exact();
        columns.push(flows.help_direct.exact());
        for (to, amount) in [
            (Category::Industry as usize, flows.help_to_industry),
            (Category::ALL.len(), flows.help_direct),
        ] {
            links.push(Link {
                from: Level::ALL.len(),
                to,
                amount: number(amount.exact()),
            });
        }
    }
    let names = Category::ALL.map(|category| words.category(category));
    let direct = has_help.then(|| words.channel(Channel::Social));
    Half {
        title: words.text("chart-flows-funds").to_string(),
        left,
        right: names
            .into_iter()
            .chain(direct)
            .zip(columns)
            .map(|(name, whole)| (name.to_string(), yi(whole)))
            .collect(),
        links,
        height: 110.0,
    }
}

fn effects(flows: &Flows, words: &Catalog) -> Half {
    let mut left = Vec::new();
    let mut links = Vec::new();
    for channel in Channel::ALL {
        let parts = Component::ALL
            .map(|component| flows.channels[channel as usize][component as usize].exact());
        if parts.iter().all(|part| *part <= Decimal::ZERO) {
            continue;
        }
        for (to, part) in parts.into_iter().enumerate() {
            links.push(Link {
                from: left.len(),
                to,
                amount: number(part),
            });
        }
        let whole = words.money(flows.channel(channel));
        left.push((words.channel(channel).to_string(), whole));
    }
    let right = Component::ALL.map(|component| {
        let name = words.component(component).to_string();
        (name, words.money(flows.component(component)))
    });
    Half {
        title: words.text("chart-flows-effects").to_string(),
        left,
        right: right.into(),
        links,
        height: 150.0,
    }
}

/// Draws a half and returns where it ends.
fn draw(shapes: &mut Vec<Shape>, half: &Half, top: f64) -> f64 {
    let text = |(name, amount): &(String, String)| format!("{name} {amount}");
    let widest = |nodes: &[(String, String)]| {
        let widths = nodes.iter().map(|node| text_width(&text(node)));
        widths.fold(0f64, f64::max) + 10.0
    };
    let (start, end) = (widest(&half.left), WIDTH - widest(&half.right));
    shapes.push(Shape::Text {
        at: (0.0, top + 12.0),
        anchor: Anchor::Start,
        text: half.title.clone(),
        is_bold: true,
    });
    let drawn = || half.links.iter().filter(|link| link.amount > 0.0);
    let whole: f64 = drawn().map(|link| link.amount).sum();
    let scale = half.height / whole.max(1e-9);
    let sizes = |count: usize, end: fn(&Link) -> usize| -> Vec<f64> {
        let of = |index| {
            let links = drawn().filter(move |link| end(link) == index);
            links.map(|link| link.amount).sum::<f64>() * scale
        };
        (0..count).map(of).collect()
    };
    let columns = [
        (
            sizes(half.left.len(), |link| link.from),
            &half.left,
            start,
            Anchor::End,
        ),
        (
            sizes(half.right.len(), |link| link.to),
            &half.right,
            end,
            Anchor::Start,
        ),
    ];
    let mut tops = [Vec::new(), Vec::new()];
    let mut bottom = top;
    let mut nodes = Vec::new();
    for ((sizes, names, x, anchor), tops) in columns.into_iter().zip(&mut tops) {
        let mut y = top + 24.0;
        for (size, name) in sizes.into_iter().zip(names) {
            tops.push(y);
            let is_left = anchor == Anchor::End;
            nodes.push(Shape::Bar {
                x: if is_left { x } else { x - NODE },
                y,
                width: NODE,
                height: size.max(0.5),
                filling: Filling::Earned,
            });
            let at = if is_left { x - 5.0 } else { x + 5.0 };
            nodes.push(label((at, y + size / 2.0 + 4.0), anchor, text(name)));
            y += size.max(4.0) + GAP;
        }
        bottom = bottom.max(y);
    }
    let [mut from, mut to] = tops;
    for link in drawn() {
        let height = link.amount * scale;
        let (Some(left), Some(right)) = (from.get_mut(link.from), to.get_mut(link.to)) else {
            continue;
        };
        shapes.push(Shape::Area {
            points: vec![
                (start + NODE, *left),
                (end - NODE, *right),
                (end - NODE, *right + height),
                (start + NODE, *left + height),
            ],
            shade: Shade::Flow,
        });
        *left += height;
        *right += height;
    }
    shapes.append(&mut nodes);
    bottom
}
