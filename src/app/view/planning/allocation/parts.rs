//! How much money each part of the matrix may have: as it stands, between two ends, or whatever the
//! others leave.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::analysis::allocation::{PartLimits, matrix};
use crate::app::view::context::{Words, use_page};
use crate::app::view::inputs::field::Field;
use crate::number::Yuan;
use crate::problem::Fault;
use crate::region::Region;
use crate::region::key::{Key, Unit, funds};
use crate::scenario::Scenario;
use crate::scenario::matrix::{Matrix, Part};

/// How a part is bound.
#[derive(Clone, Copy, PartialEq)]
enum Hold {
    /// By the others alone.
    Free,
    /// It keeps what it has.
    Locked,
    /// Between two ends.
    Between,
}

impl Hold {
    const ALL: [(Self, &'static str); 3] = [
        (Self::Free, "plan-hold-free"),
        (Self::Locked, "plan-hold-locked"),
        (Self::Between, "plan-hold-between"),
    ];
}

/// A part and how it is bound.
#[derive(Clone, Copy, PartialEq)]
pub struct PartBound {
    part: Part,
    now: Decimal,
    hold: Hold,
    least: Decimal,
    most: Decimal,
}

impl PartBound {
    fn new(matrix: &Matrix, part: Part) -> Self {
        let now = part.of(matrix).exact();
        let hold = match part {
            Part::Row(_) => Hold::Locked,
            Part::Cell(..) | Part::Column(_) | Part::Total => Hold::Free,
        };
        Self {
            part,
            now,
            hold,
            least: Decimal::ZERO,
            most: now,
        }
    }

    /// Every level keeps what it has, everything else is free; totals first.
    pub fn usual(region: &Region, scenario: &Scenario) -> Vec<Self> {
        let matrix = matrix(region, scenario);
        let mut parts: Vec<Part> = Part::all().collect();
        parts.sort_by_key(|part| match part {
            Part::Total => 0,
            Part::Row(_) => 1,
            Part::Column(_) => 2,
            Part::Cell(..) => 3,
        });
        parts
            .into_iter()
            .map(|part| Self::new(&matrix, part))
            .collect()
    }

    /// Every level may have what it has at most.
    pub fn at_most(region: &Region, scenario: &Scenario) -> Vec<Self> {
        let mut all = Self::usual(region, scenario);
        for own in &mut all {
            if own.hold == Hold::Locked {
                own.hold = Hold::Between;
            }
        }
        all
    }

    /// The same bounds around what a scenario has now.
    pub fn renewed(bounds: &[Self], region: &Region, scenario: &Scenario) -> Vec<Self> {
        let matrix = matrix(region, scenario);
        bounds
            .iter()
            .map(|own| Self {
                now: own.part.of(&matrix).exact(),
                ..*own
            })
            .collect()
    }

    /// The limits of those that are bound.
    pub fn limits(bounds: &[Self]) -> Vec<PartLimits> {
        bounds
            .iter()
            .filter_map(|own| {
                let (least, most) = match own.hold {
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
pub fn part_name(words: &Words, part: Part) -> Rc<str> {
    match part {
        Part::Cell(level, category) => words.key_name(Key::from(funds(level, category))),
        Part::Row(level) => words
            .format("plan-part-sum", &[("name", &words.level(level))])
            .into(),
        Part::Column(category) => words
            .format("plan-part-sum", &[("name", &words.category(category))])
            .into(),
        Part::Total => words.text("plan-part-total"),
    }
}

/// What the table shows.
#[derive(Properties, PartialEq)]
pub struct PartsProps {
    /// The parts.
    pub bounds: Vec<PartBound>,
    /// Gets the parts when one is changed.
    pub on_change: Callback<Vec<PartBound>>,
}

/// The table of parts, folded until somebody wants it.
#[component]
pub fn Parts(props: &PartsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let bound = props
        .bounds
        .iter()
        .filter(|own| own.hold != Hold::Free)
        .count();
    html! {
        <details class="bounds" data-testid="alloc-parts">
            <summary>{ words.format("plan-alloc-parts", &[("count", &bound.to_string())]) }</summary>
            <p class="soft">{ words.text("plan-alloc-parts-lead") }</p>
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("plan-alloc-parts-table")}>
                <table class="planning-table bounds-table">
                    <thead><tr>
                        <th scope="col">{ words.text("plan-alloc-part") }</th>
                        <th scope="col" class="number">{ words.text("plan-now") }</th>
                        <th scope="col">{ words.text("plan-alloc-hold") }</th>
                        <th scope="col">{ words.text("plan-least-wan") }</th>
                        <th scope="col">{ words.text("plan-most-wan") }</th>
                    </tr></thead>
                    <tbody>{ for (0..props.bounds.len()).map(|index| row(words, props, index)) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn row(words: &Words, props: &PartsProps, index: usize) -> Html {
    let own = props.bounds[index];
    let name = part_name(words, own.part);
    let onchange = {
        let (bounds, on_change) = (props.bounds.clone(), props.on_change.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let place = usize::try_from(select.selected_index()).ok();
            if let Some((hold, _)) = place.and_then(|place| Hold::ALL.get(place)) {
                let mut bounds = bounds.clone();
                bounds[index].hold = *hold;
                on_change.emit(bounds);
            }
        })
    };
    let end = |part: &str,
               short: &'static str,
               text: &'static str,
               value: Decimal,
               set: fn(&mut PartBound, Decimal)| {
        let (bounds, on_change) = (props.bounds.clone(), props.on_change.clone());
        let on_value = Callback::from(move |typed: Result<Decimal, Fault>| {
            if let Ok(value) = typed {
                let mut bounds = bounds.clone();
                set(&mut bounds[index], value);
                on_change.emit(bounds);
            }
        });
        let id = format!("alloc-{part}-{index}");
        let label = words.format(text, &[("name", &name)]);
        html! {
            <td data-label={words.text(short)}>
                if own.hold == Hold::Between {
                    <Field id={id.clone()} name={id} unit={Unit::Yuan} {value} refused={false}
                        label={Some(AttrValue::from(label))} {on_value} />
                }
            </td>
        }
    };
    html! {
        <tr>
            <th scope="row">{ name.clone() }</th>
            <td class="number">{ words.funds(Yuan(own.now)) }</td>
            <td class="bounds-hold">
                <select aria-label={words.format("plan-alloc-hold-of", &[("name", &name)])}
                    data-testid={format!("alloc-hold-{index}")} {onchange}>
                    { for Hold::ALL.map(|(hold, id)| html! {
                        <option selected={hold == own.hold}>{ words.text(id) }</option>
                    }) }
                </select>
            </td>
            { end("least", "plan-least-wan", "plan-least-of", own.least, |own, value| own.least = value) }
            { end("most", "plan-most-wan", "plan-most-of", own.most, |own, value| own.most = value) }
        </tr>
    }
}
