//! Every year in numbers: the twin of the main chart.

use yew::prelude::*;

use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{Shared, other_concept, signed, tone};
use crate::model::term::Side;
use crate::number::YuanPerPerson;
use crate::region::key::{Benchmark, Year};

/// The results.
#[derive(Properties, PartialEq)]
pub struct YearsTableProps {
    /// Those shown.
    pub results: Shared<Results>,
}

/// The table of the years.
#[component]
pub fn YearsTable(props: &YearsTableProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let shows_gaps = use_state_eq(|| false);
    let results = &props.results;
    let outcome = &results.outcome;
    let own = results.moves_the_plan();
    let known: Vec<Benchmark> = outcome.benchmarks_of_income().collect();
    let choose = |gaps: bool, label: std::rc::Rc<str>| {
        let setter = shows_gaps.setter();
        html! {
            <button type="button" aria-pressed={(*shows_gaps == gaps).to_string()}
                onclick={move |_: MouseEvent| setter.set(gaps)}>{ label }</button>
        }
    };
    let rows = outcome.scenario.iter().enumerate().map(|(step, year)| {
        html! {
            <YearRow key={year.year.to_string()} year={year.year}
                published={results.published.plan.get(step).map(|plan| plan.income)}
                plan={own.then_some(outcome.plan[step].income)}
                income={year.income} difference={year.difference()}
                benchmarks={known.iter().map(|name| (*name, year.benchmark(*name))).collect::<Vec<_>>()}
                shows_gaps={*shows_gaps} />
        }
    });
    html! {
        <>
            <div class="card-head">
                <h2 id="results-years-title">
                    { words.text("result-years") }
                    <span class="soft">{ words.yuan_a_head(results.deflator) }</span>
                </h2>
                <div class="view-choice" role="group" aria-label={words.text("result-years-show")}>
                    { choose(false, words.text("result-benchmark-values")) }
                    { choose(true, words.text("result-gaps-each-year")) }
                </div>
            </div>
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("result-years-caption")}>
                <table>
                    <caption class="unseen">{ words.text("result-years-caption") }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ words.text("result-year") }</th>
                            if own {
                                <th scope="col" class="number">{ words.text("chart-plan-published") }</th>
                                <th scope="col" class="number">{ words.text("result-assumption-effect") }</th>
                                <th scope="col" class="number">{ words.text("chart-plan-own") }</th>
                            } else {
                                <th scope="col" class="number">{ words.text("result-plan") }</th>
                            }
                            <th scope="col" class="number">{ words.text("result-scenario") }</th>
                            <th scope="col" class="number">
                                { words.text(if own { "result-policy-effect" } else { "result-difference" }) }
                            </th>
                            { for known.iter().copied().map(|benchmark| html! {
                                <th key={benchmark.name()} scope="col" class="number">
                                    { words.benchmark(benchmark) }
                                    if benchmark.is_disposable_income() { { other_concept(words) } }
                                </th>
                            }) }
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            <p class="soft note">
                { words.text("result-years-note") }
                if let Some(deflator) = results.deflator {
                    { " " }{ words.of_prices("prices-sentence", deflator) }
                }
            </p>
        </>
    }
}

/// One year.
#[derive(Properties, PartialEq)]
struct YearRowProps {
    year: Year,
    published: Option<YuanPerPerson>,
    plan: Option<YuanPerPerson>,
    income: YuanPerPerson,
    difference: YuanPerPerson,
    benchmarks: Vec<(Benchmark, Option<YuanPerPerson>)>,
    shows_gaps: bool,
}

#[component]
fn YearRow(props: &YearRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let year = props.year;
    let benchmark = |(name, value): &(Benchmark, Option<YuanPerPerson>)| {
        let (name, Some(value)) = (*name, *value) else {
            return html! { <td class="number soft">{ words.text("value-unknown") }</td> };
        };
        if props.shows_gaps {
            let lead = props.income - value;
            let class = classes!("number", tone(lead.rounded()));
            html! { <td {class}>{ figure(ScreenFigure::Lead(name, year), html! { { words.signed_money(lead) } }) }</td> }
        } else {
            html! { <td class="number">{ figure(ScreenFigure::Benchmark(name, year), html! { { words.money(value) } }) }</td> }
        }
    };
    let published = match props.published {
        Some(amount) => figure(
            ScreenFigure::PublishedIncome(year),
            html! { { words.money(amount) } },
        ),
        None => html! { { "—" } },
    };
    html! {
        <tr>
            <th scope="row">{ props.year.to_string() }</th>
            <td class="number">{ published }</td>
            if let Some((plan, published)) = props.plan.zip(props.published) {
                <td class="number">
                    { figure(ScreenFigure::AssumptionEffect(year), signed(words, plan - published)) }
                </td>
                <td class="number">
                    { figure(ScreenFigure::Income(Side::Plan, year), html! { { words.money(plan) } }) }
                </td>
            }
            <td class="number">
                { figure(ScreenFigure::Income(Side::Scenario, year), html! {
                    <strong>{ words.money(props.income) }</strong>
                }) }
            </td>
            <td class="number">{ figure(ScreenFigure::Difference(year), signed(words, props.difference)) }</td>
            { for props.benchmarks.iter().map(benchmark) }
        </tr>
    }
}
