//! The one slider of the matrix: it moves the part that is selected, as far as the locks allow.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::parts::{amount_text, figure_of, part_key, part_name};
use crate::app::state::{Action, matrix_of};
use crate::app::view::context::use_page;
use crate::app::view::figure::figure;
use crate::app::view::inputs::row::focus;
use crate::app::view::inputs::slider::Slider;
use crate::app::view::inputs::track::{Track, round_step};
use crate::app::words::Words;
use crate::number::Yuan;
use crate::scenario::matrix::MatrixPart;

/// The slider's identifier in the page.
pub const SLIDER: &str = "control-funds";
const NAME: &str = "name-funds";
const REACH: &str = "hint-funds";

/// The unit of planning: ten thousand yuan.
const TEN_THOUSAND: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);
/// End of the slider where plan and locks set none: a hundred million yuan.
const HUNDRED_MILLION: Decimal = Decimal::from_parts(100_000_000, 0, 0, false, 0);

/// Properties of the slider.
#[derive(Properties, PartialEq)]
pub struct SteerProps {
    /// The part that it moves.
    pub part: MatrixPart,
    /// The scenario's amount.
    pub amount: Yuan,
    /// The plan's amount.
    pub plan: Yuan,
    /// The least and the most that the part can become.
    pub reach: (Yuan, Option<Yuan>),
    /// True where the part itself is locked.
    pub locked: bool,
    /// The badge of the part's evidence.
    pub children: Html,
}

/// The slider of the selected part.
#[component]
pub fn Steer(props: &SteerProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let part = props.part;
    let (amount, plan) = (props.amount.exact(), props.plan.exact());
    let widened = use_mut_ref(|| None::<(MatrixPart, Track, Track)>);
    let on_value = use_callback((part, page.act.clone()), |value, (part, act)| {
        act.emit(Action::SetFunds(*part, Yuan(value)));
    });
    let on_seal = use_callback(page.act.clone(), |(), act| act.emit(Action::Seal));
    let held_amount = use_callback((part, page.clone()), |(), (part, page)| {
        let newest = page.store.newest();
        Some(part.of(&matrix_of(&newest.results.resolved)).exact())
    });
    let base = track(plan, props.reach);
    let track = {
        // Once widened it stays so, until another part or another reach: an end that followed
        // the thumb would run away under the hand.
        let mut widened = widened.borrow_mut();
        let track = match &*widened {
            Some((of, from, track)) if *of == part && *from == base => *track,
            _ => base,
        }
        .holding(amount);
        *widened = Some((part, base, track));
        track
    };
    let (least, most) = props.reach;
    let held = Some(least) == most;
    let changed = amount != plan;
    let revert = {
        let (act, back) = (page.act.clone(), props.plan);
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::Seal);
            act.emit(Action::SetFunds(part, back));
            act.emit(Action::Seal);
            focus(SLIDER);
        })
    };
    let name = part_name(words, part);
    let plan_text = amount_text(words, props.plan);
    let label =
        changed.then(|| words.format("input-revert", &[("name", &name), ("value", &plan_text)]));
    html! {
        <div class={classes!("lever", "steer", changed.then_some("changed"))}
            data-key={part_key(part)}>
            <div class="lever-head">
                <span class="lever-title">
                    <span class="lever-name" id={NAME}>{ name }</span>
                    { " " }
                    { props.children.clone() }
                </span>
                <button type="button" class={classes!("icon", (!changed).then_some("kept-free"))}
                    data-revert="part" title={label.clone()} aria-label={label} onclick={revert}>
                    <span aria-hidden="true">{ "↺" }</span>
                </button>
                <span class="number" data-testid="steer-amount">
                    { figure(figure_of(part), html! { { amount_text(words, props.amount) } }) }
                </span>
            </div>
            <Slider id={SLIDER} name="funds" {track} value={amount} {plan} plausible={None}
                labelled_by={NAME} described_by={REACH}
                value_text={amount_text(words, props.amount)} disabled={held} held={held_amount} {on_value}
                {on_seal} />
            <p class="hint" id={REACH}>
                { words.format("matrix-plan", &[("amount", &plan_text)]) }
                { " " }
                { reach_text(words, props) }
            </p>
        </div>
    }
}

/// The slider's way: what can be reached, but no further than is practical. Without locks a
/// part could become anything.
fn track(plan: Decimal, (least, most): (Yuan, Option<Yuan>)) -> Track {
    let least = least.exact();
    let twice = plan * Decimal::TWO;
    let coarse = round_step(twice / Decimal::TEN);
    let practical = (twice / coarse).ceil() * coarse;
    let practical = if plan.is_zero() {
        HUNDRED_MILLION
    } else {
        practical
    };
    let high = most.map_or(practical, |most| most.exact().min(practical));
    let high = high.max(least);
    let step = round_step((high - least) / Decimal::from(500)).max(TEN_THOUSAND);
    Track {
        low: least,
        high,
        step,
    }
    .holding(plan.clamp(least, high))
}

/// The part's limits and the reasons for them, in words.
fn reach_text(words: &Words, props: &SteerProps) -> String {
    let (least, most) = props.reach;
    if props.locked {
        return words.text("matrix-reach-locked").to_string();
    }
    if Some(least) == most {
        return words.text("matrix-reach-held").to_string();
    }
    if least == Yuan::ZERO && most.is_none() {
        return words.text("matrix-reach-free").to_string();
    }
    let least = amount_text(words, least);
    match most {
        Some(most) => words.format(
            "matrix-reach",
            &[("least", &least), ("most", &amount_text(words, most))],
        ),
        None => words.format("matrix-reach-open", &[("least", &least)]),
    }
}
