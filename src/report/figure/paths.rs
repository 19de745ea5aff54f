//! Income and benchmarks over the years.

use super::{Anchor, Drawing, GUIDE, Pen, Shape, Symbol, label, pixels, round_step, text_width};
use crate::i18n::Catalog;
use crate::number::YuanPerPerson;
use crate::region::key::Benchmark;
use crate::report::Facts;
use rust_decimal::Decimal;

const WIDTH: f64 = 660.0;
const LEFT: f64 = 58.0;
const RIGHT: f64 = 18.0;
const TOP: f64 = 22.0;
/// The height of the plot itself.
const PLOT: f64 = 236.0;
/// The height of a line of the legend.
const LEGEND_LINE: f64 = 18.0;

/// A line of the figure.
struct Path {
    name: String,
    amounts: Vec<YuanPerPerson>,
    pen: Pen,
    symbol: Symbol,
}

/// Draws the paths.
pub fn paths(facts: &Facts, words: &Catalog) -> Drawing {
    let lines = lines(facts, words);
    let years: Vec<u16> = std::iter::once(facts.outcome.years.base())
        .chain(facts.outcome.years.plan())
        .collect();
    let all = lines.iter().flat_map(|line| &line.amounts).copied();
    let (least, most) = all.fold((f64::MAX, f64::MIN), |(least, most), amount| {
        let amount = pixels(amount);
        (least.min(amount), most.max(amount))
    });
    let step = round_step(most - least, 5.0);
    let (floor, ceiling) = ((least / step).floor() * step, (most / step).ceil() * step);
    let span = (ceiling - floor).max(step);
    let x = |index: usize| {
        let parts = (years.len() - 1).max(1) as f64;
        LEFT + 12.0 + (WIDTH - LEFT - RIGHT - 24.0) * index as f64 / parts
    };
    let y = |amount: f64| TOP + PLOT * (1.0 - (amount - floor) / span);

    let mut shapes = vec![label(
        (4.0, 12.0),
        Anchor::Start,
        words.text("result-yuan-a-head").to_string(),
    )];
    let ticks = (span / step).round() as u32;
    for tick in 0..=ticks {
        let amount = floor + step * f64::from(tick);
        let at = y(amount);
        shapes.push(Shape::Line {
            points: vec![(LEFT, at), (WIDTH - RIGHT, at)],
            pen: GUIDE,
        });
        let shown = Decimal::try_from(amount).unwrap_or_default();
        let text = words.decimal(shown, u32::from(step < 1.0));
        shapes.push(label((LEFT - 6.0, at + 4.0), Anchor::End, text));
    }
    for (index, year) in years.iter().enumerate() {
        let text = year.to_string();
        shapes.push(label((x(index), TOP + PLOT + 16.0), Anchor::Middle, text));
    }
    for line in &lines {
        let points: Vec<(f64, f64)> = line
            .amounts
            .iter()
            .enumerate()
            .map(|(index, amount)| (x(index), y(pixels(*amount))))
            .collect();
        shapes.push(Shape::Line {
            points: points.clone(),
            pen: line.pen,
        });
        let symbol = line.symbol;
        shapes.extend(points.into_iter().map(|at| Shape::Mark { at, symbol }));
    }
    let below = legend(&mut shapes, &lines, TOP + PLOT + 38.0);
    Drawing {
        width: WIDTH,
        height: below,
        shapes,
    }
}

/// Puts the names below the plot, as many in a line as fit; returns where they end.
fn legend(shapes: &mut Vec<Shape>, lines: &[Path], top: f64) -> f64 {
    const SAMPLE: f64 = 30.0;
    let (mut x, mut y) = (LEFT, top);
    for line in lines {
        let width = SAMPLE + 6.0 + text_width(&line.name) + 18.0;
        if x > LEFT && x + width > WIDTH {
            x = LEFT;
            y += LEGEND_LINE;
        }
        shapes.push(Shape::Line {
            points: vec![(x, y - 4.0), (x + SAMPLE, y - 4.0)],
            pen: line.pen,
        });
        shapes.push(Shape::Mark {
            at: (x + SAMPLE / 2.0, y - 4.0),
            symbol: line.symbol,
        });
        shapes.push(label(
            (x + SAMPLE + 6.0, y),
            Anchor::Start,
            line.name.clone(),
        ));
        x += width;
    }
    y + 8.0
}

/// The lines, those that matter most last, so that they lie on top.
fn lines(facts: &Facts, words: &Catalog) -> Vec<Path> {
    let outcome = &facts.outcome;
    let own = facts.has_own_assumptions();
    let pen = |width, dashes| Pen {
        width,
        dashes,
        is_faint: false,
    };
    let mut lines: Vec<Path> = Benchmark::OF_INCOME
        .into_iter()
        .map(|benchmark| {
            let index = benchmark as usize;
            let (dashes, symbol) = match benchmark {
                Benchmark::LiftedProvince => ("", Symbol::Triangle),
                Benchmark::LiftedNation => ("", Symbol::EmptyTriangle),
                Benchmark::RuralProvince => ("9 3 2 3", Symbol::Diamond),
                Benchmark::RuralNation | Benchmark::LiftedCounties => {
                    ("9 3 2 3", Symbol::EmptyDiamond)
                }
            };
            let later = outcome.scenario.iter().map(|year| year.benchmarks[index]);
            Path {
                name: words.benchmark(benchmark).to_string(),
                amounts: std::iter::once(outcome.base_benchmarks[index])
                    .chain(later)
                    .collect(),
                pen: pen(1.0, dashes),
                symbol,
            }
        })
        .collect();
    let incomes = |base, years: &[crate::model::YearOutcome]| {
        std::iter::once(base)
            .chain(years.iter().map(|year| year.income))
            .collect::<Vec<_>>()
    };
    lines.push(Path {
        name: words.text("report-plan-published").to_string(),
        amounts: incomes(facts.published.base_income, &facts.published.plan),
        pen: pen(1.2, "2 3"),
        symbol: Symbol::Square,
    });
    if own {
        lines.push(Path {
            name: words.text("report-plan-own").to_string(),
            amounts: incomes(outcome.base_income, &outcome.plan),
            pen: pen(1.2, "6 3"),
            symbol: Symbol::Circle,
        });
    }
    lines.push(Path {
        name: words.text("result-scenario").to_string(),
        amounts: incomes(outcome.base_income, &outcome.scenario),
        pen: pen(2.0, ""),
        symbol: Symbol::Disc,
    });
    lines
}
