//! Small parts that several views share.

use rust_decimal::Decimal;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::state::State;
pub use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::model::gain::GainPart;
use crate::number::YuanPerPerson;
use crate::region::Publication;

/// A sentence that amounts here are in each year's own prices, while other views show constant ones.
pub fn nominal_here(words: &Words, state: &State) -> Html {
    match state.deflator() {
        None => html! {},
        Some(_) => {
            html! { <>{ " " }<span data-testid="prices-nominal">{ words.text("prices-nominal-here") }</span></> }
        }
    }
}

/// The class of a signed number; the sign itself says the same without colour.
pub fn tone(shown: Decimal) -> Option<&'static str> {
    match shown.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Less => Some("loss"),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some("gain"),
    }
}

/// A place in a drawing, in per cent of its width.
pub fn percent(place: Decimal) -> String {
    format!("{place}%")
}

/// The pattern that a part of a gain is filled with, where its style is not enough.
pub fn pattern(part: GainPart) -> Option<&'static str> {
    match part {
        GainPart::Market => None,
        GainPart::PublicWork => Some("url(#public-work)"),
        GainPart::Transfer => Some("url(#received)"),
    }
}

/// The hatches of what public money pays for, for every drawing on the page.
pub fn hatch() -> Html {
    html! {
        <svg class="unseen" aria-hidden="true">
            <defs>
                <pattern id="received" width="4" height="4" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)">
                    <rect class="hatch-ground" width="4" height="4" />
                    <rect class="hatch-line" width="2" height="4" />
                </pattern>
                <pattern id="public-work" width="4" height="4" patternUnits="userSpaceOnUse">
                    <rect class="hatch-ground" width="4" height="4" />
                    <rect class="public-work-line" width="4" height="2" />
                </pattern>
            </defs>
        </svg>
    }
}

/// A note on the difference between a sum and its rounded parts; empty where they agree.
pub fn rounding_note(words: &Words, rounding: YuanPerPerson) -> Html {
    if rounding.rounded().is_zero() {
        return html! {};
    }
    let amount = words.signed_money(rounding);
    html! { <span class="rounding">{ words.format("result-with-rounding", &[("amount", &amount)]) }</span> }
}

/// A sentence with elements in the places of its arguments.
pub fn sentence(words: &Words, id: &str, parts: &[(&str, Html)]) -> Html {
    // Characters that no message holds mark the places.
    let marks: Vec<String> = (0..parts.len() as u32)
        .filter_map(|place| char::from_u32(0xe000 + place))
        .map(String::from)
        .collect();
    let names = parts.iter().map(|(name, _)| *name);
    let arguments: Vec<(&str, &str)> = names.zip(marks.iter().map(String::as_str)).collect();
    let text = words.format(id, &arguments);
    let mut pieces = Vec::new();
    for piece in text.split_inclusive(|c| ('\u{e000}'..='\u{e0ff}').contains(&c)) {
        let mark = parts
            .iter()
            .zip(&marks)
            .find_map(|((_, part), mark)| Some((piece.strip_suffix(mark.as_str())?, part)));
        match mark {
            Some((before, part)) => pieces.push(html! { <>{ before }{ part.clone() }</> }),
            None => pieces.push(html! { { piece } }),
        }
    }
    pieces.into_iter().collect()
}

/// A difference to the fen with its sign.
pub fn signed(words: &Words, amount: YuanPerPerson) -> Html {
    html! {
        <span class={classes!("number", tone(amount.rounded()))}>
            { words.signed_money(amount) }
        </span>
    }
}

/// The mark beside every comparison of net with disposable income.
pub fn other_concept(words: &Words) -> Html {
    html! {
        <span class="concept" title={words.text("result-other-concept-hint")}>
            { words.text("result-other-concept") }
        </span>
    }
}

/// The row that closes a sum of rounded parts; its place is kept where there is nothing to
/// close, so that nothing below moves when it comes and goes.
pub fn rounding_row(words: &Words, amounts: &[YuanPerPerson], before: usize) -> Html {
    let empty = amounts.iter().all(|amount| amount.rounded().is_zero());
    html! {
        <tr class={classes!("rounding", empty.then_some("kept-free"))}>
            <th scope="row">{ words.text("result-rounding") }</th>
            { for (0..before).map(|_| html! { <td></td> }) }
            { for amounts.iter().map(|amount| html! {
                <td class="number">{ words.signed_money(*amount) }</td>
            }) }
        </tr>
    }
}

/// Gives the focus to an element of the page and returns it.
pub fn focus(id: &str) -> Option<HtmlElement> {
    let element = gloo::utils::document().get_element_by_id(id)?;
    let element: HtmlElement = element.dyn_into().ok()?;
    element.focus().ok()?;
    Some(element)
}

/// A publication in a line.
pub fn publication(words: &Words, source: &Publication) -> Html {
    html! { <p>{ words.citation(source) }</p> }
}
