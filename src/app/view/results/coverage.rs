//! Industry-support coverage against the province, and what it still lacks in money.

use yew::prelude::*;

use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{Shared, sentence, tone};
use crate::number::{Share, Yuan};
use crate::region::key::{Fixed, Year};

/// The results.
#[derive(Properties, PartialEq)]
pub struct CoverageProps {
    /// Those shown.
    pub results: Shared<Results>,
}

/// The card of coverage.
#[component]
pub fn Coverage(props: &CoverageProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let results = &props.results;
    let province = results.summary().coverage_province;
    let wanted = Share(results.resolved.scenario.fixed(Fixed::Coverage));
    let scenario = results.outcome.scenario.iter();
    let missing: Vec<Yuan> = scenario.map(|year| year.coverage_missing).collect();
    let input =
        |key: Fixed, number: String| figure(ScreenFigure::Input(key.into()), html! { { number } });
    html! {
        <>
            <h2 id="results-coverage-title">{ words.text("result-coverage") }</h2>
            <p class="facts">
                { sentence(words, "result-coverage-facts", &[
                    ("province", input(Fixed::CoverageProvince, words.percent(province, 2))),
                    ("wanted", input(Fixed::Coverage, words.percent(wanted, 2))),
                ]) }
            </p>
            <table>
                <caption class="unseen">{ words.text("result-coverage-caption") }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.text("result-year") }</th>
                        <th scope="col" class="number">{ words.text("result-coverage-reached") }</th>
                        <th scope="col" class="number">{ words.text("result-coverage-against") }</th>
                        <th scope="col" class="number">{ words.text("result-coverage-missing") }</th>
                    </tr>
                </thead>
                <tbody>
                    { for results.outcome.scenario.iter().map(|year| html! {
                        <CoverageRow key={year.year.to_string()} year={year.year}
                            reached={year.coverage} lead={year.coverage - province}
                            missing={words.funds_beside(year.coverage_missing, &missing)}
                            is_paid={year.coverage_missing.rounded().is_zero()} />
                    }) }
                </tbody>
            </table>
            <p class="soft note">{ words.text("result-coverage-note") }</p>
        </>
    }
}

/// One year.
#[derive(Properties, PartialEq)]
struct CoverageRowProps {
    year: Year,
    reached: Share,
    lead: Share,
    /// The missing money, in the unit of all years.
    missing: String,
    is_paid: bool,
}

#[component]
fn CoverageRow(props: &CoverageRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let year = props.year;
    let missing = if props.is_paid {
        words.text("result-nothing-missing").to_string()
    } else {
        props.missing.clone()
    };
    html! {
        <tr>
            <th scope="row">{ year.to_string() }</th>
            <td class="number" data-testid={format!("coverage-{year}")}>
                { figure(ScreenFigure::Coverage(year), html! { { words.percent(props.reached, 2) } }) }
            </td>
            <td class={classes!("number", tone(props.lead.rounded()))}>
                { figure(ScreenFigure::CoverageLead(year), html! { { words.points(props.lead) } }) }
            </td>
            <td class="number" data-testid={format!("coverage-missing-{year}")}>
                { figure(ScreenFigure::CoverageMissing(year), html! { { missing } }) }
            </td>
        </tr>
    }
}
