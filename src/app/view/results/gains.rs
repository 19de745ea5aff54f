//! The parts of the gain: market income, public work and transfers.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::gain::{self, GainVerdict};
use crate::analysis::sums;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{pattern, percent, rounding_note, signed};
use crate::model::gain::{Gain, GainPart};
use crate::number::YuanPerPerson;
use crate::region::key::Year;

/// A difference to the plan.
#[derive(Properties, PartialEq)]
pub struct GainsProps {
    /// The year.
    pub year: Year,
    /// Scenario minus plan, with its parts.
    pub gain: Gain,
    /// True where nothing was changed.
    pub is_plan: bool,
    /// True while something else is shown in its place.
    pub is_hidden: bool,
}

/// The sources of the difference.
#[component]
pub fn Gains(props: &GainsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let gain = props.gain;
    let judged = gain::verdict(&gain);
    let verdict = match judged {
        GainVerdict::Nothing if props.is_plan => words.text("result-gain-plan").to_string(),
        _ => words.gain_verdict(judged),
    };
    let is_loss = gain.difference.rounded().is_sign_negative();
    let rounding = sums::rounding(gain.difference, gain.parts);
    html! {
        <div class={classes!("gains", props.is_hidden.then_some("kept-free"))}>
            <h3>{ words.text(if is_loss { "result-loss" } else { "result-gain" }) }</h3>
            { bars(&gain) }
            <dl class="ledger">
                { for GainPart::ALL.map(|part| html! {
                    <div>
                        <dt><span class={classes!("swatch", bar_class(part, gain.part(part)))} aria-hidden="true"></span>
                            { words.gain_label(part) }</dt>
                        <dd data-testid={format!("gain-{}", part.name())}>
                            { figure(ScreenFigure::GainPart(part, props.year), signed(words, gain.part(part))) }
                        </dd>
                    </div>
                }) }
                <div class="sum">
                    <dt>{ words.text("result-sum") }{ rounding_note(words, rounding) }</dt>
                    <dd>{ figure(ScreenFigure::Difference(props.year), signed(words, gain.difference)) }</dd>
                </div>
            </dl>
            <p class="verdict" data-testid="gain-verdict">
                if let GainVerdict::Gain(Some(_)) = judged {
                    { figure(ScreenFigure::MarketShare(props.year), html! { { verdict } }) }
                } else {
                    { verdict }
                }
            </p>
        </div>
    }
}

/// The style of a part, the same wherever it is drawn.
fn bar_class(part: GainPart, amount: YuanPerPerson) -> &'static str {
    match part {
        GainPart::Market if amount.exact() < Decimal::ZERO => "fall",
        GainPart::Market => "market",
        GainPart::PublicWork => "public-work",
        GainPart::Transfer => "transfer",
    }
}

/// The parts as bars from a common zero line, falls to its left.
fn bars(gain: &Gain) -> Html {
    let amounts = gain.parts.map(YuanPerPerson::exact);
    let [least, most] = [
        amounts.into_iter().fold(Decimal::ZERO, Decimal::min),
        amounts.into_iter().fold(Decimal::ZERO, Decimal::max),
    ];
    let range = most - least;
    let place = |amount: Decimal| {
        if range.is_zero() {
            return Decimal::ZERO;
        }
        ((amount - least) / range * Decimal::ONE_HUNDRED).round_dp(2)
    };
    let zero = place(Decimal::ZERO);
    let bar = |part: GainPart, y: &'static str| {
        let amount = gain.part(part);
        let end = place(amount.exact());
        if end == zero {
            return html! {};
        }
        let fill = pattern(part);
        html! {
            <rect class={format!("bar-{}", bar_class(part, amount))} {fill} {y} height="4.5"
                x={percent(zero.min(end))} width={percent((end - zero).abs())} />
        }
    };
    html! {
        <svg class="gain-bars" aria-hidden="true">
            { bar(GainPart::Market, "0") }
            { bar(GainPart::PublicWork, "5.75") }
            { bar(GainPart::Transfer, "11.5") }
            <line class="bar-zero" x1={percent(zero)} x2={percent(zero)} y1="0" y2="100%" />
        </svg>
    }
}
