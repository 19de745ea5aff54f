//! Income and benchmarks over the years.

use super::plot::Plot;
use super::{Anchor, Drawing, Pen, Shade, Shape, Symbol, label, pixels, text_width};
use crate::analysis::history::IncomeHistory;
use crate::analysis::summary::Closing;
use crate::i18n::Catalog;
use crate::model::YearOutcome;
use crate::number::YuanPerPerson;
use crate::region::key::Benchmark;
use crate::report::Facts;
use crate::report::results::benchmark_name;

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
    benchmark: Option<Benchmark>,
    amounts: Vec<YuanPerPerson>,
    pen: Pen,
    symbol: Symbol,
}

/// The benchmark to which the gap is shaded: the first one, of the same concept of income.
pub const SHADED: Benchmark = Benchmark::LiftedProvince;

/// Draws the paths from the year of the known income on.
pub fn paths(facts: &Facts, history: &IncomeHistory, words: &Catalog) -> Drawing {
    let lines = lines(facts, history, words);
    let known = facts.outcome.years;
    let years: Vec<u16> = (known.income..=known.horizon).collect();
    let all = lines.iter().flat_map(|line| &line.amounts).copied();
    let (least, most) = all.fold((f64::MAX, f64::MIN), |(least, most), amount| {
        let amount = pixels(amount);
        (least.min(amount), most.max(amount))
    });
    let plot = Plot::new((LEFT, WIDTH - RIGHT, TOP, PLOT), least, most);
    let x = |index: usize| {
        let parts = (years.len() - 1).max(1) as f64;
        LEFT + 12.0 + (WIDTH - LEFT - RIGHT - 24.0) * index as f64 / parts
    };
    let place = |line: &Path| -> Vec<(f64, f64)> {
        let amounts = line.amounts.iter().enumerate();
        amounts
            .map(|(index, amount)| (x(index), plot.y(pixels(*amount))))
            .collect()
    };
    let before = usize::from(known.base() - known.income);
    let mut shapes = vec![Shape::Area {
        points: vec![
            (LEFT, TOP),
            (x(before), TOP),
            (x(before), plot.bottom()),
            (LEFT, plot.bottom()),
        ],
        shade: Shade::Ground,
    }];
    let unit = words.text("result-yuan-a-head").to_string();
    shapes.push(label((4.0, 12.0), Anchor::Start, unit));
    let plan_begins = (LEFT + x(before)) / 2.0;
    let text = words.text("chart-history").to_string();
    shapes.push(label((plan_begins, TOP + 14.0), Anchor::Middle, text));
    plot.guides(&mut shapes, words, "");
    for (index, year) in years.iter().enumerate() {
        let at = (x(index), TOP + PLOT + 16.0);
        shapes.push(label(at, Anchor::Middle, year.to_string()));
    }
    let shaded = lines.iter().find(|line| line.benchmark == Some(SHADED));
    if let Some((shaded, scenario)) = shaded.zip(lines.last()) {
        let mut points = place(shaded);
        points.extend(place(scenario).into_iter().rev());
        shapes.push(Shape::Area {
            points,
            shade: Shade::Between,
        });
    }
    for line in &lines {
        let points = place(line);
        shapes.push(Shape::Line {
            points: points.clone(),
            pen: line.pen,
        });
        let symbol = line.symbol;
        shapes.extend(points.into_iter().map(|at| Shape::Mark { at, symbol }));
    }
    if let Closing::In(year) = facts.summary.closing[SHADED as usize]
        && let Some(index) = years.iter().position(|known| *known == year)
    {
        let at = x(index);
        shapes.push(Shape::Line {
            points: vec![(at, TOP), (at, plot.bottom())],
            pen: Pen {
                width: 1.0,
                dashes: "4 3",
                is_faint: false,
            },
        });
        let text = words.format("chart-closes", &[("year", &year.to_string())]);
        let is_late = at > WIDTH / 2.0;
        let (at, anchor) = if is_late {
            (at - 5.0, Anchor::End)
        } else {
            (at + 5.0, Anchor::Start)
        };
        shapes.push(label((at, plot.bottom() - 8.0), anchor, text));
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
fn lines(facts: &Facts, history: &IncomeHistory, words: &Catalog) -> Vec<Path> {
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
                name: benchmark_name(benchmark, words),
                benchmark: Some(benchmark),
                amounts: history.benchmarks[index]
                    .iter()
                    .copied()
                    .chain([outcome.base_benchmarks[index]])
                    .chain(later)
                    .collect(),
                pen: pen(1.0, dashes),
                symbol,
            }
        })
        .collect();
    let incomes = |before: &[YuanPerPerson], base, years: &[YearOutcome]| -> Vec<YuanPerPerson> {
        let later = years.iter().map(|year| year.income);
        before.iter().copied().chain([base]).chain(later).collect()
    };
    lines.push(Path {
        name: words.text("report-plan-published").to_string(),
        benchmark: None,
        amounts: incomes(
            &history.published,
            facts.published.base_income,
            &facts.published.plan,
        ),
        pen: pen(1.2, "2 3"),
        symbol: Symbol::Square,
    });
    if own {
        lines.push(Path {
            name: words.text("report-plan-own").to_string(),
            benchmark: None,
            amounts: incomes(&history.own, outcome.base_income, &outcome.plan),
            pen: pen(1.2, "6 3"),
            symbol: Symbol::Circle,
        });
    }
    lines.push(Path {
        name: words.text("result-scenario").to_string(),
        benchmark: None,
        amounts: incomes(&history.own, outcome.base_income, &outcome.scenario),
        pen: pen(2.0, ""),
        symbol: Symbol::Disc,
    });
    lines
}
