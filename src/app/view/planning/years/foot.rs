//! Results of each year, under the sheet: income, difference to the plan, and the gap to a benchmark.

use yew::prelude::*;

use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{signed, tone};
use crate::app::view::shared::Shared;
use crate::model::term::Side;
use crate::region::key::Benchmark;

/// The results and the benchmark.
#[derive(Properties, PartialEq)]
pub struct FootProps {
    /// The results.
    pub results: Shared<Results>,
    /// The benchmark that is chosen.
    pub benchmark: Benchmark,
}

/// The rows under the sheet.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let benchmark = props.benchmark;
    let years = &props.results.outcome.scenario;
    let name = words.benchmark(benchmark);
    let gap = words.format("plan-years-gap", &[("name", &name)]);
    let unit = words.text("result-yuan");
    let head = |text: &str| {
        html! { <th scope="row">{ text }{ " " }<span class="soft">{ &*unit }</span></th> }
    };
    html! {
        <tfoot data-testid="years-foot">
            <tr class="years-result">
                { head(&words.text("plan-years-income")) }
                { for years.iter().map(|year| html! {
                    <td class="number">{ figure(ScreenFigure::Income(Side::Scenario, year.year), html! { { words.money(year.income) } }) }</td>
                }) }
            </tr>
            <tr>
                { head(&words.text("plan-years-difference")) }
                { for years.iter().map(|year| html! {
                    <td class="number">{ figure(ScreenFigure::Difference(year.year), signed(words, year.difference())) }</td>
                }) }
            </tr>
            <tr>
                { head(&gap) }
                { for years.iter().map(|year| {
                    let Some(lead) = year.lead(benchmark) else {
                        return html! { <td class="number soft">{ words.text("value-unknown") }</td> };
                    };
                    html! {
                        <td class={classes!("number", tone(lead.rounded()))}>
                            { figure(ScreenFigure::Lead(benchmark, year.year), html! { { words.signed_money(lead) } }) }
                        </td>
                    }
                }) }
            </tr>
        </tfoot>
    }
}
