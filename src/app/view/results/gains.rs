//! The parts of the gain that are received and that are earned.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::gain::{Gain, GainVerdict};
use crate::analysis::sums;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{percent, rounding_note, signed};
use crate::number::YuanPerPerson;
use crate::region::key::Year;

/// A difference to the plan.
#[derive(Properties, PartialEq)]
pub struct GainsProps {
    /// The year.
    pub year: Year,
    /// Scenario minus plan.
    pub difference: YuanPerPerson,
    /// The part of it that is transfer income.
    pub received: YuanPerPerson,
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
    let gain = Gain::new(props.difference, props.received);
    let verdict = match gain.verdict() {
        GainVerdict::Nothing if props.is_plan => words.text("result-gain-plan").to_string(),
        GainVerdict::Nothing => words.text("result-gain-nothing").to_string(),
        GainVerdict::Offset => words.text("result-gain-offset").to_string(),
        GainVerdict::Gain(None) => words.text("result-gain-small").to_string(),
        GainVerdict::Gain(Some(share)) => {
            words.format("result-gain-share", &[("share", &words.percent(share, 1))])
        }
        GainVerdict::EarningsFall => words.text("result-gain-earnings-fall").to_string(),
        GainVerdict::TransfersFall => words.text("result-gain-transfers-fall").to_string(),
        GainVerdict::Loss => {
            // The larger of the two falls says what the loss is made of.
            let is_of_earnings = gain.earned <= gain.received;
            let id = match is_of_earnings {
                true => "result-loss-earned",
                false => "result-loss-received",
            };
            words.text(id).to_string()
        }
    };
    let is_loss = gain.difference.rounded().is_sign_negative();
    let rounding = sums::rounding(gain.difference, [gain.earned, gain.received]);
    html! {
        <div class={classes!("gains", props.is_hidden.then_some("kept-free"))}>
            <h3>{ words.text(if is_loss { "result-loss" } else { "result-gain" }) }</h3>
            { bars(&gain) }
            <dl class="ledger">
                <div>
                    <dt><span class={classes!("swatch", "earned", (gain.earned.exact() < Decimal::ZERO).then_some("fall"))} aria-hidden="true"></span>
                        { words.text("result-earned") }</dt>
                    <dd data-testid="earned">
                        { figure(ScreenFigure::Earned(props.year), signed(words, gain.earned)) }
                    </dd>
                </div>
                <div>
                    <dt><span class="swatch received" aria-hidden="true"></span>
                        { words.text("result-received") }</dt>
                    <dd data-testid="received">
                        { figure(ScreenFigure::Received(props.year), signed(words, gain.received)) }
                    </dd>
                </div>
                <div class="sum">
                    <dt>{ words.text("result-sum") }{ rounding_note(words, rounding) }</dt>
                    <dd>{ figure(ScreenFigure::Difference(props.year), signed(words, gain.difference)) }</dd>
                </div>
            </dl>
            <p class="verdict" data-testid="gain-verdict">
                if let GainVerdict::Gain(Some(_)) = gain.verdict() {
                    { figure(ScreenFigure::ReceivedShare(props.year), html! { { verdict } }) }
                } else {
                    { verdict }
                }
            </p>
        </div>
    }
}

/// Both parts as bars from a common zero line, falls to its left.
fn bars(gain: &Gain) -> Html {
    let amounts = [gain.earned, gain.received].map(YuanPerPerson::exact);
    let least = amounts[0].min(amounts[1]).min(Decimal::ZERO);
    let most = amounts[0].max(amounts[1]).max(Decimal::ZERO);
    let range = most - least;
    let place = |amount: Decimal| {
        if range.is_zero() {
            return Decimal::ZERO;
        }
        ((amount - least) / range * Decimal::ONE_HUNDRED).round_dp(2)
    };
    let zero = place(Decimal::ZERO);
    let bar =
        |amount: Decimal, y: &'static str, class: &'static str, fill: Option<&'static str>| {
            let end = place(amount);
            if end == zero {
                return html! {};
            }
            html! {
                <rect {class} {fill} {y} height="7" x={percent(zero.min(end))}
                    width={percent((end - zero).abs())} />
            }
        };
    html! {
        <svg class="gain-bars" aria-hidden="true">
            { bar(amounts[0], "0", if amounts[0] < Decimal::ZERO { "bar-fall" } else { "bar-earned" }, None) }
            { bar(amounts[1], "9", "bar-received", Some("url(#received)")) }
            <line class="bar-zero" x1={percent(zero)} x2={percent(zero)} y1="0" y2="100%" />
        </svg>
    }
}
