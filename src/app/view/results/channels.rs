//! Through which channels the scenario differs from the plan, in any year.

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::analysis::running_total::{ChannelStep, RunningTotal};
use crate::analysis::sums;
use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{Shared, pattern, percent, rounding_note, sentence, signed, tone};
use crate::chart::channel_bars::{ChannelBar, channel_bars};
use crate::model::gain::GainPart;
use crate::model::term::Side;
use crate::region::key::Year;

/// The results.
#[derive(Properties, PartialEq)]
pub struct ChannelsProps {
    /// Those shown.
    pub results: Shared<Results>,
}

/// The channels of one year from plan to scenario.
#[component]
pub fn Channels(props: &ChannelsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let chosen = use_state_eq(|| 0_usize);
    let outcome = &props.results.outcome;
    let index = (*chosen).min(outcome.scenario.len().saturating_sub(1));
    let (Some(plan), Some(scenario)) = (outcome.plan.get(index), outcome.scenario.get(index))
    else {
        return html! {};
    };
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            chosen.set(usize::try_from(select.selected_index()).unwrap_or_default());
        })
    };
    // Effects of assumptions come before the plan, those of policy after it.
    let published = props.results.published.plan.get(index);
    let published = published
        .filter(|_| props.results.moves_the_plan())
        .map(|year| year.income);
    let total = RunningTotal::of(scenario);
    let (origin, bars) = channel_bars(&total);
    let is_closed = total.rounding.rounded().is_zero();
    let origin = percent(origin);
    let years = outcome.years.plan().enumerate().map(|(step, year)| {
        html! { <option selected={step == index}>{ year.to_string() }</option> }
    });
    html! {
        <>
            <div class="card-head">
                <h2 id="results-channels-title">
                    { words.text("result-channels") }
                    <span class="soft">{ words.yuan_a_head(props.results.deflator) }</span>
                </h2>
                <label class="year-choice">
                    <span>{ words.text("result-year") }</span>
                    <select data-testid="channels-year" onchange={choose}>{ for years }</select>
                </label>
            </div>
            <table class="waterfall">
                <caption class="unseen">{ words.text("result-channels-caption") }</caption>
                <thead class="unseen">
                    <tr>
                        <th scope="col">{ words.text("result-channel") }</th>
                        <th scope="col">{ words.text("result-channel-bar") }</th>
                        <th scope="col">{ words.yuan_a_head(props.results.deflator) }</th>
                        <th scope="col">{ words.text("result-paid-part") }</th>
                    </tr>
                </thead>
                <tbody>
                    if let Some(published) = published {
                        <tr class="end">
                            <th scope="row">{ words.text("result-plan-published") }</th>
                            <td></td>
                            <td class="number">
                                { figure(ScreenFigure::PublishedIncome(plan.year), html! { { words.money(published) } }) }
                            </td>
                            <td></td>
                        </tr>
                        <tr data-testid="channels-assumed">
                            <th scope="row">{ words.text("result-assumption-effect") }</th>
                            <td></td>
                            <td class="number">
                                { figure(ScreenFigure::AssumptionEffect(plan.year), signed(words, plan.income - published)) }
                            </td>
                            <td></td>
                        </tr>
                    }
                    <tr class="end">
                        <th scope="row">
                            { words.text(if published.is_some() { "chart-plan-own" } else { "result-plan" }) }
                            if let Some(published) = published {
                                { rounding_note(words, sums::rounding(plan.income, [published, plan.income - published])) }
                            }
                        </th>
                        <td></td>
                        <td class="number">
                            { figure(ScreenFigure::Income(Side::Plan, plan.year), html! { { words.money(plan.income) } }) }
                        </td>
                        <td></td>
                    </tr>
                    { for total.steps.into_iter().zip(bars).map(|(step, bar)| html! {
                        <ChannelRow key={step.channel.name()} year={plan.year} {step} {bar} origin={origin.clone()} />
                    }) }
                    <tr class={classes!("rounding", is_closed.then_some("kept-free"))}>
                        <th scope="row">{ words.text("result-rounding") }</th>
                        <td></td>
                        <td class="number">{ words.signed_money(total.rounding) }</td>
                        <td></td>
                    </tr>
                    <tr class="end">
                        <th scope="row">{ words.text("result-scenario") }</th>
                        <td></td>
                        <td class="number">
                            { figure(ScreenFigure::Income(Side::Scenario, plan.year), html! { { words.money(scenario.income) } }) }
                        </td>
                        <td class="number soft">
                            { figure(ScreenFigure::Difference(plan.year), html! { { words.signed_money(scenario.difference()) } }) }
                        </td>
                    </tr>
                </tbody>
            </table>
            <p class="soft note">
                <span class="swatch market" aria-hidden="true"></span>{ words.gain_label(GainPart::Market) }
                <span class="swatch public-work" aria-hidden="true"></span>{ words.gain_label(GainPart::PublicWork) }
                <span class="swatch transfer" aria-hidden="true"></span>{ words.gain_label(GainPart::Transfer) }
                <span class="swatch fall" aria-hidden="true"></span>{ words.text("result-falls") }
            </p>
            <p class="soft note">{ words.text("result-channels-note") }
            </p>
        </>
    }
}

/// One channel.
#[derive(Properties, PartialEq)]
struct ChannelRowProps {
    year: Year,
    step: ChannelStep,
    bar: ChannelBar,
    origin: AttrValue,
}

#[component]
fn ChannelRow(props: &ChannelRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let step = &props.step;
    let amount = step.amount().rounded();
    let shares = [
        (GainPart::PublicWork, "result-public-work-share"),
        (GainPart::Transfer, "result-received-share"),
    ];
    let shares = shares.into_iter().filter_map(|(part, id)| {
        let number = html! { { words.percent(step.share(part)?, 0) } };
        let of = ScreenFigure::ChannelShare(step.channel, part, props.year);
        let said = sentence(words, id, &[("share", figure(of, number))]);
        Some(html! { <div>{ said }</div> })
    });
    let bar = props.bar;
    html! {
        <tr class={amount.is_zero().then_some("idle")}>
            <th scope="row">{ words.channel(step.channel) }</th>
            <td class="bar">
                <svg aria-hidden="true">
                    <line class="bar-zero" x1={props.origin.clone()} x2={props.origin.clone()}
                        y1="0" y2="100%" />
                    if !amount.is_zero() {
                        <rect class={if amount < Decimal::ZERO { "bar-fall" } else { "bar-market" }} x={percent(bar.left)} y="4" height="12"
                            width={percent(bar.width)} />
                        { paid(GainPart::PublicWork, bar.public_work) }
                        { paid(GainPart::Transfer, bar.transfers) }
                    }
                </svg>
            </td>
            <td class={classes!("number", tone(amount))}
                data-testid={format!("channel-{}", step.channel.name())}>
                { figure(ScreenFigure::Channel(step.channel, props.year), html! { { words.signed_money(step.amount()) } }) }
            </td>
            <td class="paid-share">{ for shares }</td>
        </tr>
    }
}

/// The part of a bar that public money pays for, over the bar.
fn paid(part: GainPart, (left, width): (Decimal, Decimal)) -> Html {
    if width.is_zero() {
        return html! {};
    }
    let class = match part {
        GainPart::PublicWork => "bar-public-work",
        _ => "bar-transfer",
    };
    html! {
        <rect {class} fill={pattern(part)} y="4" height="12" x={percent(left)} width={percent(width)} />
    }
}
