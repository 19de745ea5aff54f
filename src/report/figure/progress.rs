//! Progress of funds and projects against the calendar. The day of the report is not published:
//! at the left stands what was published beside the even schedule of every month, at the right
//! what each month as the day of the report would mean for the funds.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::plot::{Plot, fillings};
use super::{Anchor, Drawing, Filling, Pen, Shape, Symbol, label};
use crate::analysis::progress::{Month, Published};
use crate::i18n::Catalog;
use crate::number::Share;

const WIDTH: f64 = 660.0;
/// Where the right plot begins.
const HALF: f64 = 344.0;
const TOP: f64 = 26.0;
const PLOT: f64 = 170.0;

fn per_cent(share: Share) -> f64 {
    share.exact().to_f64().unwrap_or_default() * 100.0
}

/// Yuan in a hundred million.
fn yi(yuan: Decimal) -> f64 {
    (yuan * Decimal::new(1, 8)).to_f64().unwrap_or_default()
}

/// Draws both.
pub fn progress(published: &Published, target: Share, words: &Catalog) -> Drawing {
    let mut shapes = Vec::new();
    let below = shares(&mut shapes, published, words);
    let other = money(&mut shapes, published, target, words);
    Drawing {
        width: WIDTH,
        height: below.max(other),
        shapes,
    }
}

/// The months along a plot: their middles.
fn months(plot: &Plot) -> impl Fn(u8) -> f64 {
    let (left, room) = (plot.left, (plot.right - plot.left) / 12.0);
    move |month| left + room * (f64::from(month) - 0.5)
}

fn month_labels(shapes: &mut Vec<Shape>, plot: &Plot, words: &Catalog) {
    let x = months(plot);
    for month in Month::all().map(Month::number) {
        let at = (x(month), plot.bottom() + 15.0);
        shapes.push(label(at, Anchor::Middle, month.to_string()));
    }
    let middle = (plot.left + plot.right) / 2.0;
    let text = words.text("report-progress-axis").to_string();
    shapes.push(label((middle, plot.bottom() + 31.0), Anchor::Middle, text));
}

fn shares(shapes: &mut Vec<Shape>, published: &Published, words: &Catalog) -> f64 {
    let plot = Plot::new((46.0, HALF - 30.0, TOP, PLOT), 0.0, 100.0);
    let title = words.text("report-progress-shares").to_string();
    shapes.push(label((4.0, 12.0), Anchor::Start, title));
    plot.guides(shapes, words, "%");
    month_labels(shapes, &plot, words);
    let x = months(&plot);
    let level = |share: Share| -> Vec<(f64, f64)> {
        let at = plot.y(per_cent(share));
        Month::all().map(|month| (x(month.number()), at)).collect()
    };
    let schedule: Vec<(f64, f64)> = Month::all()
        .map(|month| (x(month.number()), plot.y(per_cent(month.schedule()))))
        .collect();
    let lines = [
        ("chart-progress-schedule", schedule, "2 3", Symbol::Circle),
        (
            "chart-progress-published",
            level(published.spending().share()),
            "",
            Symbol::Disc,
        ),
        (
            "report-progress-completed",
            level(published.completion().share()),
            "6 3",
            Symbol::Square,
        ),
    ];
    let mut y = plot.bottom() + 54.0;
    for (id, points, dashes, symbol) in lines {
        let pen = Pen {
            width: 1.2,
            dashes,
            is_faint: false,
        };
        let marks = points.iter().map(|at| Shape::Mark { at: *at, symbol });
        let marks: Vec<Shape> = marks.collect();
        shapes.push(Shape::Line { points, pen });
        shapes.extend(marks);
        shapes.push(Shape::Line {
            points: vec![(plot.left, y - 4.0), (plot.left + 26.0, y - 4.0)],
            pen,
        });
        let at = (plot.left + 13.0, y - 4.0);
        shapes.push(Shape::Mark { at, symbol });
        let name = words.text(id).to_string();
        shapes.push(label((plot.left + 32.0, y), Anchor::Start, name));
        y += 18.0;
    }
    y - 8.0
}

fn money(shapes: &mut Vec<Shape>, published: &Published, target: Share, words: &Catalog) -> f64 {
    let paces: Vec<(u8, f64, Option<f64>)> = Month::all()
        .map(|month| {
            let pace = published.spending().pace(month, target);
            (month.number(), yi(pace.left_over), pace.needed.map(yi))
        })
        .collect();
    let most = paces
        .iter()
        .flat_map(|(_, left, needed)| [*left, needed.unwrap_or_default()])
        .fold(0f64, f64::max);
    let plot = Plot::new((HALF + 40.0, WIDTH - 8.0, TOP, PLOT), 0.0, most.max(1.0));
    let title = words.text("report-progress-money").to_string();
    shapes.push(label((HALF + 6.0, 12.0), Anchor::Start, title));
    plot.guides(shapes, words, "");
    month_labels(shapes, &plot, words);
    let x = months(&plot);
    for (month, left, _) in &paces {
        let at = plot.y(*left);
        if plot.bottom() - at > 0.2 {
            shapes.push(Shape::Bar {
                x: x(*month) - 7.0,
                y: at,
                width: 14.0,
                height: plot.bottom() - at,
                filling: Filling::Received,
            });
        }
    }
    let pen = Pen {
        width: 1.4,
        dashes: "",
        is_faint: false,
    };
    let needed: Vec<(f64, f64)> = paces
        .iter()
        .filter_map(|(month, _, needed)| Some((x(*month), plot.y((*needed)?))))
        .collect();
    let symbol = Symbol::Triangle;
    let marks: Vec<Shape> = needed
        .iter()
        .map(|at| Shape::Mark { at: *at, symbol })
        .collect();
    shapes.push(Shape::Line {
        points: needed,
        pen,
    });
    shapes.extend(marks);
    let name = words.text("report-progress-left").to_string();
    let left = plot.left;
    let y = plot.bottom() + 54.0;
    let entries = [(Filling::Received, name)];
    fillings(shapes, &entries, (left, WIDTH, y));
    shapes.push(Shape::Line {
        points: vec![(left, y + 14.0), (left + 14.0, y + 14.0)],
        pen,
    });
    shapes.push(Shape::Mark {
        at: (left + 7.0, y + 14.0),
        symbol,
    });
    let arguments = [("target", &*words.percent(target, 2))];
    let name = words.format("report-progress-needed", &arguments);
    shapes.push(label((left + 20.0, y + 18.0), Anchor::Start, name));
    y + 26.0
}
