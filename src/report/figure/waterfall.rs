//! The channels of one year from plan to scenario, each beginning where the last one ended.

use super::{Anchor, Drawing, Filling, GUIDE, Pen, Shape, label, pixels, text_width};
use crate::i18n::Catalog;
use crate::model::Channel;
use crate::number::YuanPerPerson;
use crate::region::key::Component;
use crate::report::YearFacts;

const WIDTH: f64 = 660.0;
const ROW: f64 = 24.0;
const BAR: f64 = 13.0;
/// Room for the amounts at the right.
const AMOUNTS: f64 = 84.0;
/// The least width of a bar that is not nothing, so that it can be seen.
const LEAST: f64 = 1.5;

/// What a row shows: a part of the way, its earned end first.
struct Step {
    name: String,
    from: f64,
    to: f64,
    /// Where the received part begins; it ends with the step.
    received_from: f64,
    amount: YuanPerPerson,
}

/// Draws the channels that do anything; before them, with assumptions of the user's own, what those
/// do to the published plan.
pub fn waterfall(year: YearFacts<'_>, is_own: bool, words: &Catalog) -> Drawing {
    let scenario = year.scenario;
    let mut reached = YuanPerPerson::ZERO;
    let mut steps = Vec::new();
    for channel in Channel::ALL {
        let amount = scenario.channel(channel);
        let received = scenario.channels[channel as usize][Component::Transfer as usize];
        let from = reached;
        reached += amount;
        if !amount.rounded().is_zero() {
            steps.push(Step {
                name: words.channel(channel).to_string(),
                from: pixels(from),
                to: pixels(reached),
                received_from: pixels(reached - received),
                amount,
            });
        }
    }
    // The plan under the user's assumptions stands at nothing, the published one beside it.
    let assumed = year.assumption_effect();
    let published = if is_own { -pixels(assumed) } else { 0.0 };
    let ends = steps.iter().flat_map(|step| [step.from, step.to]);
    let ends = ends.chain([published]);
    let (least, most) = ends.fold((0f64, 0f64), |(least, most), at| {
        (least.min(at), most.max(at))
    });
    let plan = if is_own {
        "report-plan-own"
    } else {
        "result-plan"
    };
    let [plan, whole, sum, start, assumption] = [
        plan,
        "result-scenario",
        "report-policy-sum",
        "report-plan-published",
        "result-assumption-effect",
    ]
    .map(|id| words.text(id).to_string());
    let names = steps
        .iter()
        .map(|step| &step.name)
        .chain([&plan, &whole, &sum])
        .chain([&start, &assumption].into_iter().filter(|_| is_own));
    let left = names.map(|name| text_width(name)).fold(0f64, f64::max) + 16.0;
    let plot = WIDTH - left - AMOUNTS;
    let span = if most > least { most - least } else { 1.0 };
    let x = |amount: f64| left + plot * (amount - least) / span;

    let mut shapes = Vec::new();
    let mut row = 0.0;
    let middle = |row: f64| ROW * row + ROW / 2.0 + 4.0;
    let end = |shapes: &mut Vec<Shape>, row: f64, name: String, amount: String| {
        for (at, anchor, text) in [
            ((left - 8.0, middle(row)), Anchor::End, name),
            ((WIDTH - 2.0, middle(row)), Anchor::End, amount),
        ] {
            shapes.push(Shape::Text {
                at,
                anchor,
                text,
                is_bold: true,
            });
        }
    };
    if is_own {
        end(&mut shapes, row, start, words.money(year.published.income));
        row += 1.0;
        shapes.push(label((left - 8.0, middle(row)), Anchor::End, assumption));
        let (from, to) = (published.min(0.0), published.max(0.0));
        if to > from {
            shapes.push(Shape::Bar {
                x: x(from),
                y: ROW * row + (ROW - BAR) / 2.0,
                width: (x(to) - x(from)).max(LEAST),
                height: BAR,
                filling: Filling::Dotted,
            });
        }
        let amount = words.signed_money(assumed);
        shapes.push(label((WIDTH - 2.0, middle(row)), Anchor::End, amount));
        row += 1.0;
    }
    let before = row;
    end(&mut shapes, row, plan, words.money(year.plan.income));
    let rows = before + steps.len() as f64 + 3.0;
    // The line of the plan: what lies left of it is lost, right of it is gained.
    shapes.push(Shape::Line {
        points: vec![(x(0.0), ROW * (before + 0.5)), (x(0.0), ROW * (rows - 0.5))],
        pen: Pen {
            width: 0.8,
            dashes: "3 2",
            is_faint: false,
        },
    });
    for step in &steps {
        row += 1.0;
        shapes.push(label(
            (left - 8.0, middle(row)),
            Anchor::End,
            step.name.clone(),
        ));
        bars(&mut shapes, step, row, &x);
        shapes.push(Shape::Line {
            points: vec![
                (x(step.to), ROW * (row + 0.5)),
                (x(step.to), ROW * (row + 1.5)),
            ],
            pen: GUIDE,
        });
        let amount = words.signed_money(step.amount);
        shapes.push(label((WIDTH - 2.0, middle(row)), Anchor::End, amount));
    }
    row += 1.0;
    let difference = scenario.difference();
    let (from, to) = (0f64.min(pixels(difference)), 0f64.max(pixels(difference)));
    end(&mut shapes, row, sum, words.signed_money(difference));
    if to > from {
        shapes.push(Shape::Bar {
            x: x(from),
            y: ROW * row + (ROW - BAR) / 2.0,
            width: (x(to) - x(from)).max(LEAST),
            height: BAR,
            filling: Filling::Whole,
        });
    }
    row += 1.0;
    end(&mut shapes, row, whole, words.money(scenario.income));
    row += 1.0;
    let height = key(&mut shapes, ROW * row + 18.0, left, words);
    Drawing {
        width: WIDTH,
        height,
        shapes,
    }
}

/// A step's bar: the received part lies at the end at which it arrives.
fn bars(shapes: &mut Vec<Shape>, step: &Step, row: f64, x: &impl Fn(f64) -> f64) {
    let parts = [
        (step.from, step.received_from, Filling::Earned),
        (step.received_from, step.to, Filling::Received),
    ];
    for (from, to, filling) in parts {
        let (left, right) = (x(from.min(to)), x(from.max(to)));
        if right - left > 1e-6 {
            shapes.push(Shape::Bar {
                x: left,
                y: ROW * row + (ROW - BAR) / 2.0,
                width: (right - left).max(LEAST),
                height: BAR,
                filling,
            });
        }
    }
}

/// What the fillings mean; returns where it ends.
fn key(shapes: &mut Vec<Shape>, y: f64, left: f64, words: &Catalog) -> f64 {
    let mut x = left;
    for (filling, id) in [
        (Filling::Earned, "result-earned"),
        (Filling::Received, "result-received"),
        (Filling::Whole, "report-policy-sum"),
    ] {
        let name = words.text(id);
        let width = 20.0 + text_width(&name) + 16.0;
        if x > left && x + width > WIDTH {
            break;
        }
        shapes.push(Shape::Bar {
            x,
            y: y - 10.0,
            width: 14.0,
            height: 10.0,
            filling,
        });
        shapes.push(label((x + 20.0, y), Anchor::Start, name.to_string()));
        x += width;
    }
    y + 8.0
}
