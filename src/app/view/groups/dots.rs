//! The predictions of a step as dots, and, once it is revealed, the line of the result and how far each is from it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use crate::app::view::report_table::report_table;
use crate::exercise::collation::statistics::{groups_of_direction, predicted_numbers};
use crate::exercise::judge::{Direction, PredictedAnswer};
use crate::report::groups::GroupsPaper;

/// The width that labels are laid out for, in pixels: that of a narrow phone.
const LEAST_WIDTH: f64 = 300.0;
/// The width of a character of a label, in pixels; of a wide one twice that.
const CHARACTER: f64 = 7.5;
/// The height of a row of dots, in pixels.
const ROW: usize = 38;
/// The height above the rows, for the words on the result.
const ABOVE: usize = 24;
/// The most groups whose names stand beside their dots; of more the table has them.
const MOST_NAMED: usize = 16;

/// A step that asks for a prediction.
pub struct PredictionStep<'a> {
    /// The sheet with its words.
    pub paper: &'a GroupsPaper<'a>,
    /// The step, counted from the first.
    pub step: usize,
    /// True once its result is revealed.
    pub is_revealed: bool,
    /// Reveals the result, or hides it again.
    pub toggle: Callback<()>,
}

/// A dot.
struct Dot {
    name: String,
    said: String,
    /// The place in per cent of the width.
    place: f64,
    row: usize,
}

impl PredictionStep<'_> {
    /// The card of the step.
    pub fn view(&self) -> Html {
        let (paper, step) = (self.paper, self.step);
        let words = paper.words;
        let id = format!("groups-step-{}", step + 1);
        let table = paper.prediction_table(step, self.is_revealed);
        let table = table.filter(|table| !table.rows.is_empty());
        let onclick = self.toggle.reform(|_: MouseEvent| ());
        let button = match self.is_revealed {
            true => "groups-hide",
            false => "groups-reveal",
        };
        html! {
            <section key={step} class="card groups-step" aria-labelledby={id.clone()} data-testid={id.clone()}>
                <h2 {id}>{ paper.step_title(step) }</h2>
                if let Some(table) = table {
                    { self.plot() }
                    <div class="groups-line">
                        <button type="button" class="button primary" data-testid={format!("groups-reveal-{}", step + 1)} {onclick}>
                            { words.text(button) }</button>
                        <strong role="status" data-testid={format!("groups-truth-{}", step + 1)}>{ self.truth() }</strong>
                    </div>
                    { report_table(words, &table) }
                    if let Some(note) = &table.note {
                        <p class="soft">{ note }</p>
                    }
                } else {
                    <p>{ words.text("groups-no-predictions") }</p>
                }
            </section>
        }
    }

    /// The words on the result; none before it is revealed.
    fn truth(&self) -> Option<String> {
        let truth = self.paper.truth_words(self.step);
        let truth = truth.filter(|_| self.is_revealed)?;
        let words = self.paper.words;
        Some(words.format("groups-truth", &[("truth", &truth)]))
    }

    fn plot(&self) -> Html {
        match predicted_numbers(self.paper.sheet, self.step) {
            numbers if numbers.is_empty() => self.directions(),
            numbers => self.dots(&numbers),
        }
    }

    /// The groups by the direction that they predict.
    fn directions(&self) -> Html {
        let (paper, words) = (self.paper, self.paper.words);
        let truth = paper.truth(self.step).map(|truth| truth.direction);
        let line = |(direction, sign): (Direction, &'static str)| {
            let groups = groups_of_direction(paper.sheet, self.step, direction);
            let is_right = self.is_revealed && truth == Some(direction);
            let names = groups
                .iter()
                .map(|at| paper.group_name(&paper.sheet.groups[*at]));
            html! {
                <li class={classes!(is_right.then_some("right"))}>
                    <span aria-hidden="true">{ sign }</span>{ " " }<strong>{ words.direction(direction) }</strong>
                    { " " }<span class="number">{ groups.len() }</span>
                    <ul class="groups-dots">{ for names.map(|name| html! { <li class="chosen">{ name }</li> }) }</ul>
                    if is_right {
                        <span class="badge met gain">{ words.text("groups-right") }</span>
                    }
                </li>
            }
        };
        let all = [
            (Direction::Up, "↑"),
            (Direction::Same, "→"),
            (Direction::Down, "↓"),
        ];
        html! { <ul class="groups-directions" data-testid="groups-directions">{ for all.map(line) }</ul> }
    }

    fn dots(&self, numbers: &[(usize, Decimal)]) -> Html {
        let (paper, words) = (self.paper, self.paper.words);
        let Some(truth) = paper.truth(self.step) else {
            return html! {};
        };
        // Before it is revealed the result must not even stretch the axis.
        let shown = numbers.iter().map(|(_, number)| *number);
        let shown = shown.chain(self.is_revealed.then_some(truth.number));
        let shown: Vec<f64> = shown.filter_map(|number| number.to_f64()).collect();
        let least = shown.iter().copied().fold(f64::INFINITY, f64::min);
        let most = shown.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let place = |number: Decimal| {
            let number = number.to_f64().unwrap_or(least);
            match most > least {
                true => 8.0 + 84.0 * (number - least) / (most - least),
                false => 50.0,
            }
        };
        let mut dots: Vec<Dot> = numbers
            .iter()
            .map(|(group, number)| Dot {
                name: paper.group_name(&paper.sheet.groups[*group]),
                said: words.prediction(PredictedAnswer::Number(*number), &truth),
                place: place(*number),
                row: 0,
            })
            .collect();
        let is_named = dots.len() <= MOST_NAMED;
        let rows = into_rows(&mut dots, is_named);
        let height = ABOVE + rows * ROW + 4;
        let line = self.is_revealed.then(|| place(truth.number));
        let said: Vec<String> = dots
            .iter()
            .map(|dot| {
                let arguments = [("group", &*dot.name), ("prediction", &*dot.said)];
                words.format("groups-plot-said", &arguments)
            })
            .collect();
        let said = said.join(&words.text("report-between"));
        let mut label = words.format("groups-plot", &[("predictions", &said)]);
        if let Some(truth) = paper.truth_words(self.step).filter(|_| self.is_revealed) {
            label.push(' ');
            label.push_str(&words.format("groups-plot-truth", &[("truth", &truth)]));
        }
        let result = paper.truth_words(self.step).filter(|_| self.is_revealed);
        let result = result.map(|truth| words.format("groups-plot-result", &[("truth", &truth)]));
        let percent = |place: f64| format!("{place:.2}%");
        // At the rims words would be cut.
        let anchor = |place: f64| match place {
            place if place < 25.0 => "start",
            place if place > 75.0 => "end",
            _ => "middle",
        };
        html! {
            <svg class="groups-plot" role="img" aria-label={label} width="100%" height={height.to_string()}
                data-testid="groups-plot" data-dots={dots.len().to_string()}>
                { for (0..rows).map(|row| {
                    let y = (ABOVE + row * ROW + 28).to_string();
                    html! { <line class="groups-row" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
                }) }
                if let Some(line) = line {
                    <line class="groups-truth" data-testid="groups-truth-line" x1={percent(line)} x2={percent(line)}
                        y1={(ABOVE - 4).to_string()} y2={height.to_string()} />
                    <text class="groups-truth-said" x={percent(line)} y="14" text-anchor={anchor(line)}>{ result }</text>
                }
                { for dots.iter().map(|dot| {
                    let y = ABOVE + dot.row * ROW;
                    let (at, level) = (percent(dot.place), (y + 28).to_string());
                    html! {
                        <>
                            if let Some(line) = line {
                                <line class="groups-distance" x1={at.clone()} x2={percent(line)} y1={level.clone()} y2={level.clone()} />
                            }
                            <circle class="groups-dot" cx={at.clone()} cy={level} r="6" />
                            if is_named {
                                <text x={at} y={(y + 17).to_string()} text-anchor={anchor(dot.place)}>{ &dot.name }</text>
                            }
                        </>
                    }
                }) }
            </svg>
        }
    }
}

/// Puts dots into rows in which no label covers another, and counts the rows.
fn into_rows(dots: &mut [Dot], is_named: bool) -> usize {
    let width = |dot: &Dot| {
        let wide = dot
            .name
            .chars()
            .map(|c| if c.is_ascii() { 1.0 } else { 2.0 });
        let label = if is_named {
            wide.sum::<f64>() * CHARACTER
        } else {
            0.0
        };
        (label.max(14.0) + 4.0) / LEAST_WIDTH * 100.0
    };
    dots.sort_by(|one, other| one.place.total_cmp(&other.place));
    let mut ends: Vec<f64> = Vec::new();
    for dot in dots.iter_mut() {
        let width = width(dot);
        let start = match dot.place {
            place if place < 25.0 => place - 2.0,
            place if place > 75.0 => place + 2.0 - width,
            place => place - width / 2.0,
        };
        let free = ends.iter().position(|end| *end <= start);
        dot.row = free.unwrap_or(ends.len());
        match free {
            Some(row) => ends[row] = start + width,
            None => ends.push(start + width),
        }
    }
    ends.len()
}
