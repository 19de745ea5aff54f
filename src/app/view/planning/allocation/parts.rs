//! Bounds on the money of each part of the matrix: a step from the plan, its present amount, between two ends, or
//! whatever the others leave. Laid out as the matrix is.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::analysis::allocation::{PartLimits, matrix};
use crate::analysis::search;
use crate::app::view::context::use_page;
use crate::app::view::inputs::limit::LimitField;
use crate::app::view::inputs::matrix::part_key;
use crate::app::words::Words;
use crate::i18n::number::scale;
use crate::number::Yuan;
use crate::region::Region;
use crate::region::key::{Category, Key, Level, Unit, funds};
use crate::scenario::Scenario;
use crate::scenario::matrix::{Matrix, MatrixPart};

/// Kind of bound on a part.
#[derive(Clone, Copy, PartialEq)]
enum Hold {
    /// Within the share of its plan that holds for every cell.
    Reach,
    /// By the others alone.
    Free,
    /// It keeps what it has.
    Locked,
    /// Between two ends.
    Between,
}

impl Hold {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Reach, "plan-hold-reach"),
        (Self::Free, "plan-hold-free"),
        (Self::Locked, "plan-hold-locked"),
        (Self::Between, "plan-hold-between"),
    ];

    /// The ways in which a part may be bound; sums have no plan of their own to step from.
    fn of(part: MatrixPart) -> &'static [(Self, &'static str)] {
        match part {
            MatrixPart::Cell(..) => &Self::ALL,
            MatrixPart::Row(_) | MatrixPart::Column(_) | MatrixPart::Total => &Self::ALL[1..],
        }
    }
}

/// A part and how it is bound.
#[derive(Clone, Copy, PartialEq)]
pub struct PartBound {
    part: MatrixPart,
    now: Decimal,
    hold: Hold,
    /// Its ends by the share that holds for every cell.
    reach: (Decimal, Decimal),
    least: Decimal,
    most: Decimal,
}

impl PartBound {
    fn new(matrix: &Matrix, part: MatrixPart) -> Self {
        let now = part.of(matrix).exact();
        let hold = match part {
            MatrixPart::Cell(..) => Hold::Reach,
            MatrixPart::Row(_) => Hold::Locked,
            MatrixPart::Column(_) | MatrixPart::Total => Hold::Free,
        };
        Self {
            part,
            now,
            hold,
            reach: (now, now),
            least: Decimal::ZERO,
            most: now,
        }
    }

    /// Every level keeps what it has, every cell stays near its plan.
    pub fn usual(region: &Region, scenario: &Scenario, reach: Decimal) -> Vec<Self> {
        let matrix = matrix(region, scenario);
        let all: Vec<Self> = MatrixPart::all()
            .map(|part| Self::new(&matrix, part))
            .collect();
        Self::renewed(&all, region, scenario, reach)
    }

    /// The same with every level's sum left to its cells or kept, as the least money or the most income
    /// is sought; what was set otherwise stays.
    pub fn with_rows(bounds: &[Self], is_least: bool) -> Vec<Self> {
        let (from, to) = match is_least {
            true => (Hold::Locked, Hold::Free),
            false => (Hold::Free, Hold::Locked),
        };
        let mut all = bounds.to_vec();
        for own in &mut all {
            if matches!(own.part, MatrixPart::Row(_)) && own.hold == from {
                own.hold = to;
            }
        }
        all
    }

    /// The same bounds around what a scenario has now.
    pub fn renewed(
        bounds: &[Self],
        region: &Region,
        scenario: &Scenario,
        reach: Decimal,
    ) -> Vec<Self> {
        let matrix = matrix(region, scenario);
        let renew = |own: &Self| {
            let now = own.part.of(&matrix).exact();
            let reach = match own.part {
                MatrixPart::Cell(level, category) => {
                    search::reach(region, scenario, funds(level, category).into(), reach)
                }
                MatrixPart::Row(_) | MatrixPart::Column(_) | MatrixPart::Total => (now, now),
            };
            Self { now, reach, ..*own }
        };
        bounds.iter().map(renew).collect()
    }

    /// The limits of those that are bound.
    pub fn limits(bounds: &[Self]) -> Vec<PartLimits> {
        bounds
            .iter()
            .filter_map(|own| {
                let (least, most) = match own.hold {
                    Hold::Reach => own.reach,
                    Hold::Free => return None,
                    Hold::Locked => (own.now, own.now),
                    Hold::Between => (own.least, own.most),
                };
                Some(PartLimits {
                    part: own.part,
                    least,
                    most,
                })
            })
            .collect()
    }
}

/// The name of a part.
pub fn part_name(words: &Words, part: MatrixPart) -> Rc<str> {
    match part {
        MatrixPart::Cell(level, category) => words.key_name(Key::from(funds(level, category))),
        MatrixPart::Row(level) => words
            .format("plan-part-sum", &[("name", &words.level(level))])
            .into(),
        MatrixPart::Column(category) => words
            .format("plan-part-sum", &[("name", &words.category(category))])
            .into(),
        MatrixPart::Total => words.text("plan-part-total"),
    }
}

/// Properties of the table.
#[derive(Properties, PartialEq)]
pub struct PartsProps {
    /// The parts.
    pub bounds: Vec<PartBound>,
    /// Gets the parts when one is changed.
    pub on_change: Callback<Vec<PartBound>>,
}

/// The parts as a matrix, folded until opened.
#[component]
pub fn Parts(props: &PartsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let count = |hold: Hold| props.bounds.iter().filter(|own| own.hold == hold).count();
    let counts = [
        ("reach", &*count(Hold::Reach).to_string()),
        ("locked", &*count(Hold::Locked).to_string()),
        ("between", &*count(Hold::Between).to_string()),
    ];
    let cell = |part: MatrixPart| cell(words, props, part);
    let line = |head: Rc<str>, cells: [MatrixPart; 3], sum: MatrixPart| {
        html! {
            <tr>
                <th scope="row">{ head }</th>
                { for cells.map(cell) }
                { cell(sum) }
            </tr>
        }
    };
    html! {
        <details class="bounds" data-testid="alloc-parts">
            <summary>{ words.format("plan-alloc-parts", &counts) }</summary>
            <p class="soft">{ words.text("plan-alloc-parts-lead") }</p>
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("plan-alloc-parts-table")}>
                <table class="planning-table limits-matrix">
                    <thead><tr>
                        <td>{ words.text(scale(Unit::Yuan).unit) }</td>
                        { for Category::ALL.map(|own| html! { <th scope="col">{ words.category(own) }</th> }) }
                        <th scope="col">{ words.text("matrix-sum") }</th>
                    </tr></thead>
                    <tbody>
                        { for Level::ALL.map(|level| line(
                            words.level(level),
                            Category::ALL.map(|category| MatrixPart::Cell(level, category)),
                            MatrixPart::Row(level),
                        )) }
                        { line(words.text("matrix-sum"), Category::ALL.map(MatrixPart::Column), MatrixPart::Total) }
                    </tbody>
                </table>
            </div>
        </details>
    }
}

fn cell(words: &Words, props: &PartsProps, part: MatrixPart) -> Html {
    let Some(index) = props.bounds.iter().position(|own| own.part == part) else {
        return html! {};
    };
    let own = props.bounds[index];
    let (name, key) = (part_name(words, part), part_key(part));
    let change = |set: fn(&mut PartBound, Decimal)| {
        let (bounds, on_change) = (props.bounds.clone(), props.on_change.clone());
        Callback::from(move |value: Decimal| {
            let mut bounds = bounds.clone();
            set(&mut bounds[index], value);
            on_change.emit(bounds);
        })
    };
    let onchange = {
        let (bounds, on_change) = (props.bounds.clone(), props.on_change.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let place = usize::try_from(select.selected_index()).ok();
            if let Some((hold, _)) = place.and_then(|place| Hold::of(part).get(place)) {
                let mut bounds = bounds.clone();
                let own = &mut bounds[index];
                if *hold == Hold::Between && own.hold == Hold::Reach {
                    (own.least, own.most) = own.reach;
                }
                own.hold = *hold;
                on_change.emit(bounds);
            }
        })
    };
    let end = |name_of: &str,
               short: &'static str,
               text: &'static str,
               value: Decimal,
               set: fn(&mut PartBound, Decimal)| {
        let label = words.format(text, &[("name", &name)]);
        html! {
            <label class="limits-end">
                <span class="soft">{ words.text(short) }</span>
                <LimitField id={format!("alloc-{name_of}-{key}")} unit={Unit::Yuan} {value} {label} on_value={change(set)} />
            </label>
        }
    };
    let column = match part {
        MatrixPart::Cell(_, category) | MatrixPart::Column(category) => words.category(category),
        MatrixPart::Row(_) | MatrixPart::Total => words.text("matrix-sum"),
    };
    let typed = |amount: Decimal| words.typed(Unit::Yuan, amount);
    html! {
        <td data-label={column}>
            <div class="limits-cell">
                <span class="number" title={words.funds(Yuan(own.now))}>{ typed(own.now) }</span>
                <select aria-label={words.format("plan-alloc-hold-of", &[("name", &name)])}
                    data-testid={format!("alloc-hold-{key}")} {onchange}>
                    { for Hold::of(part).iter().map(|(hold, id)| html! {
                        <option selected={*hold == own.hold}>{ words.text(id) }</option>
                    }) }
                </select>
                if own.hold == Hold::Reach {
                    <span class="soft limits-range">
                        { words.format("plan-hold-range", &[("least", &typed(own.reach.0)), ("most", &typed(own.reach.1))]) }
                    </span>
                }
                if own.hold == Hold::Between {
                    { end("least", "plan-least", "plan-least-of", own.least, |own, value| own.least = value) }
                    { end("most", "plan-most", "plan-most-of", own.most, |own, value| own.most = value) }
                    if own.least > own.most {
                        <span class="fault limit-fault" role="alert">{ words.text("plan-limit-upside") }</span>
                    }
                }
            </div>
        </td>
    }
}
