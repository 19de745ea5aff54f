//! The people estimated at risk of a return to poverty. An estimate, marked so and shown no
//! finer than it is known.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use yew::prelude::*;

use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::Shared;
use crate::app::words::Words;
use crate::model::risk::AtRisk;
use crate::model::term::Side;
use crate::number::{People, Share};
use crate::region::key::Year;

/// The results.
#[derive(Properties, PartialEq)]
pub struct RiskProps {
    /// Those shown.
    pub results: Shared<Results>,
}

/// The card of people at risk.
#[component]
pub fn Risk(props: &RiskProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let results = &props.results;
    let summary = results.summary();
    let line = summary.risk_line.first().copied().unwrap_or_default();
    let year = results.outcome.years.first_plan.to_string();
    let rows = results
        .outcome
        .years
        .plan()
        .zip(summary.at_risk_in_plan.iter().zip(&summary.at_risk));
    html! {
        <>
            <h2 id="results-risk-title">
                { words.text("result-risk") }
                <span class="status assumption">{ words.text("result-estimate") }</span>
                if let Some(deflator) = results.deflator {
                    <span class="soft">{ words.constant_prices(deflator) }</span>
                }
            </h2>
            <p class="facts">
                { figure(ScreenFigure::RiskLine(results.outcome.years.first_plan), html! {
                    { words.format("result-risk-facts", &[("year", &year), ("line", &words.money(line))]) }
                }) }
            </p>
            <table>
                <caption class="unseen">{ words.text("result-risk-caption") }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.text("result-year") }</th>
                        <th scope="col" class="number">{ words.text("result-risk-plan") }</th>
                        <th scope="col" class="number">{ words.text("result-risk-scenario") }</th>
                        <th scope="col" class="number">{ words.text("result-risk-share") }</th>
                        <th scope="col" class="number">{ words.text("result-risk-shortfall") }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rows.map(|(year, (plan, scenario))| html! {
                        <RiskRow key={year.to_string()} {year} plan={*plan} scenario={*scenario} />
                    }) }
                </tbody>
            </table>
            <p class="soft note">{ words.text("result-risk-note") }</p>
            if results.moves_the_plan() {
                <p class="soft note" data-testid="risk-apart">{ words.text("apart-risk") }</p>
            }
        </>
    }
}

/// One year.
#[derive(Properties, PartialEq)]
struct RiskRowProps {
    year: Year,
    plan: Option<AtRisk>,
    scenario: Option<AtRisk>,
}

#[component]
fn RiskRow(props: &RiskRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let year = props.year;
    let shown = |name: ScreenFigure,
                 of: Option<AtRisk>,
                 how: fn(&Words, AtRisk) -> Option<String>| match of
        .and_then(|risk| how(words, risk))
    {
        Some(number) => figure(name, html! { { number } }),
        None => html! { { "—" } },
    };
    html! {
        <tr>
            <th scope="row">{ props.year.to_string() }</th>
            <td class="number">{ shown(ScreenFigure::PeopleAtRisk(Side::Plan, year), props.plan, people) }</td>
            <td class="number">{ shown(ScreenFigure::PeopleAtRisk(Side::Scenario, year), props.scenario, people) }</td>
            <td class="number">{ shown(ScreenFigure::ShareAtRisk(year), props.scenario, share) }</td>
            <td class="number">{ shown(ScreenFigure::MeanShortfall(year), props.scenario, shortfall) }</td>
        </tr>
    }
}

fn people(words: &Words, risk: AtRisk) -> Option<String> {
    Some(words.tens(People(Decimal::from_f64(risk.people)?)))
}

fn share(words: &Words, risk: AtRisk) -> Option<String> {
    Some(words.percent(Share(Decimal::from_f64(risk.share)?), 2))
}

fn shortfall(words: &Words, risk: AtRisk) -> Option<String> {
    Some(words.whole(Decimal::from_f64(risk.mean_shortfall_yuan)?))
}
