//! Limits of the levers that may move: a table of levers with a box to tick and two ends.

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::analysis::search::{self, LeverLimits, LimitsFault};
use crate::app::view::context::use_page;
use crate::app::view::inputs::limit::LimitField;
use crate::app::words::Words;
use crate::i18n::number::scale;
use crate::region::Region;
use crate::region::key::{Group, Key};
use crate::scenario::Scenario;

/// A lever that may move or not.
#[derive(Clone, Copy, PartialEq)]
pub struct Bound {
    /// Its limits, where it may move.
    pub limits: LeverLimits,
    /// True where it may move.
    pub moves: bool,
}

/// The usual limits of levers.
pub fn usual(region: &Region, scenario: &Scenario, keys: Vec<Key>, moves: bool) -> Vec<Bound> {
    keys.into_iter()
        .map(|key| Bound {
            limits: search::usual(region, scenario, key),
            moves,
        })
        .collect()
}

/// The limits of those that may move.
pub fn moving(bounds: &[Bound]) -> Vec<LeverLimits> {
    let moving = bounds.iter().filter(|own| own.moves);
    moving.map(|own| own.limits).collect()
}

/// Properties of the table.
#[derive(Properties, PartialEq)]
pub struct BoundsProps {
    /// The name in the page.
    pub name: &'static str,
    /// The levers.
    pub bounds: Vec<Bound>,
    /// Their present values.
    pub now: Vec<Decimal>,
    /// Controls that set the limits of many levers at once.
    #[prop_or_default]
    pub at_once: Html,
    /// Gets the levers when one is changed.
    pub on_change: Callback<Vec<Bound>>,
}

/// The table, folded until opened.
#[component]
pub fn Bounds(props: &BoundsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let count = props.bounds.iter().filter(|own| own.moves).count();
    let all = |moves: bool| {
        let (bounds, on_change) = (props.bounds.clone(), props.on_change.clone());
        Callback::from(move |_: MouseEvent| {
            let all = bounds.iter().map(|own| Bound { moves, ..*own });
            on_change.emit(all.collect());
        })
    };
    let mut groups: Vec<(Group, Vec<usize>)> = Vec::new();
    for (index, bound) in props.bounds.iter().enumerate() {
        let group = bound.limits.key.group();
        match groups.last_mut() {
            Some((last, rows)) if *last == group => rows.push(index),
            _ => groups.push((group, vec![index])),
        }
    }
    let counts = [
        ("count", &*count.to_string()),
        ("all", &*props.bounds.len().to_string()),
    ];
    html! {
        <details class="bounds" data-testid={props.name}>
            <summary>{ words.format("plan-bounds", &counts) }</summary>
            <p class="soft">{ words.text("plan-bounds-lead") }</p>
            <div class="bounds-all">
                <button type="button" class="button" onclick={all(true)}>{ words.text("plan-bounds-all") }</button>
                <button type="button" class="button" data-testid={format!("{}-none", props.name)}
                    onclick={all(false)}>{ words.text("plan-bounds-none") }</button>
            </div>
            { props.at_once.clone() }
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("plan-bounds-table")}>
                <table class="planning-table bounds-table">
                    <thead><tr>
                        <th scope="col">{ words.text("plan-bounds-moves") }</th>
                        <th scope="col" class="number">{ words.text("plan-now") }</th>
                        <th scope="col">{ words.text("plan-least") }</th>
                        <th scope="col">{ words.text("plan-most") }</th>
                    </tr></thead>
                    { for groups.iter().map(|(group, rows)| html! {
                        <tbody>
                            <tr><th scope="rowgroup" colspan="4" class="bounds-group">{ words.group(*group) }</th></tr>
                            { for rows.iter().map(|index| row(words, props, *index)) }
                        </tbody>
                    }) }
                </table>
            </div>
        </details>
    }
}

fn row(words: &Words, props: &BoundsProps, index: usize) -> Html {
    let bound = props.bounds[index];
    let key = bound.limits.key;
    let name = words.key_name(key);
    let change = |set: fn(&mut Bound, Decimal)| {
        let (bounds, on_change) = (props.bounds.clone(), props.on_change.clone());
        Callback::from(move |value: Decimal| {
            let mut bounds = bounds.clone();
            set(&mut bounds[index], value);
            on_change.emit(bounds);
        })
    };
    let tick = {
        let (bounds, on_change) = (props.bounds.clone(), props.on_change.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let mut bounds = bounds.clone();
            bounds[index].moves = input.checked();
            on_change.emit(bounds);
        })
    };
    let end = |part: &str, text: &'static str, value: Decimal, set: fn(&mut Bound, Decimal)| {
        let id = format!("{}-{part}-{key}", props.name);
        let label = words.format(text, &[("name", &name)]);
        html! {
            if bound.moves {
                <LimitField {id} unit={key.unit()} {value} {label} range={Some(key.range())}
                    usual={props.now[index]} on_value={change(set)} />
            }
        }
    };
    html! {
        <tr>
            <th scope="row">
                <label class="bounds-moves">
                    <input type="checkbox" checked={bound.moves} onchange={tick}
                        data-testid={format!("{}-moves-{key}", props.name)} />
                    <span>{ name.clone() }{ " " }<span class="soft">{ words.text(scale(key.unit()).unit) }</span></span>
                </label>
            </th>
            <td class="number">{ words.value(key, props.now[index]) }</td>
            <td data-label={words.text("plan-least")}>
                { end("least", "plan-least-of", bound.limits.least, |own, value| own.limits.least = value) }
            </td>
            <td data-label={words.text("plan-most")}>
                { end("most", "plan-most-of", bound.limits.most, |own, value| own.limits.most = value) }
                if bound.moves && bound.limits.least > bound.limits.most {
                    <span class="fault limit-fault" role="alert">{ words.text("plan-limit-upside") }</span>
                }
            </td>
        </tr>
    }
}

/// The faults of limits, as sentences.
pub fn unfit(words: &Words, found: &[(Key, LimitsFault)]) -> Html {
    let sentence = |(key, fault): &(Key, LimitsFault)| {
        let name = words.key_name(*key);
        let arguments: [(&str, &str); 1] = [("name", &name)];
        match fault {
            LimitsFault::UpsideDown => words.format("plan-unfit-upside", &arguments),
            LimitsFault::OutOfRange => words.format("plan-unfit-range", &arguments),
            LimitsFault::NoLever => words.format("plan-unfit-lever", &arguments),
            LimitsFault::AbovePlan => words.format("plan-unfit-above-plan", &arguments),
            LimitsFault::BeyondLabour => words.format("plan-unfit-labour", &arguments),
        }
    };
    html! {
        <ul class="fault" role="alert" data-testid="plan-unfit">
            { for found.iter().map(|own| html! { <li>{ sentence(own) }</li> }) }
        </ul>
    }
}
