//! The drafts under the same draws: the certainty of each, and how often it brings more than the scenario on the
//! screen.

use yew::prelude::*;

use super::goals::percent;
use crate::analysis::monte_carlo::{Band, DraftYearDistribution, MonteCarloAnswer};
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::chart::fan::whole_yuan;
use crate::region::key::{Benchmark, Year};

/// Properties of the comparison.
#[derive(Properties, PartialEq)]
pub struct DraftsProps {
    /// The results of the draws.
    pub answer: MonteCarloAnswer,
    /// The drafts' names in the order of the answer.
    pub names: Vec<String>,
    /// The year.
    pub year: Year,
    /// The version of the data that all are drawn under, where a draft is of another.
    pub version: Option<u32>,
}

/// A line of the table.
struct Line {
    name: String,
    income: Band,
    /// More than the scenario on the screen: the middle, and in what share of worlds.
    beyond: Option<(f64, f64)>,
    reaches: [f64; Benchmark::ALL.len()],
    first: f64,
}

/// The table: plan and present scenario above the drafts.
#[component]
pub fn Drafts(props: &DraftsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let answer = &props.answer;
    let Some(of_year) = answer.years.iter().find(|own| own.year == props.year) else {
        return html! {};
    };
    let known = [
        Line {
            name: words.text("chart-plan").to_string(),
            income: of_year.plan,
            beyond: None,
            reaches: of_year.plan_reaches,
            first: of_year.plan_first,
        },
        Line {
            name: words.text("plan-compare-present").to_string(),
            income: of_year.scenario,
            beyond: None,
            reaches: of_year.scenario_reaches,
            first: of_year.scenario_first,
        },
    ];
    let drafts = props.names.iter().zip(&answer.drafts).map(|(name, found)| {
        let years = found.as_ref().map(|found| &found.years);
        let year = years.and_then(|years| years.iter().find(|own| own.year == props.year));
        match year {
            Some(year) => row(words, &line_of(name, year), &answer.known),
            None => html! {
                <tr>
                    <th scope="row">{ name }</th>
                    <td colspan="10" class="soft">{ words.text("plan-chance-draft-stands-not") }</td>
                </tr>
            },
        }
    });
    let year = props.year.to_string();
    let heads = [
        "plan-chance-p10",
        "plan-chance-p50",
        "plan-chance-p90",
        "plan-chance-beyond",
        "plan-chance-ahead",
    ];
    html! {
        <section class="card planning-card" data-testid="chance-drafts">
            <h2>{ words.format("plan-chance-drafts", &[("year", &year)]) }</h2>
            <p class="soft">{ words.text("plan-chance-drafts-lead") }</p>
            if let Some(version) = props.version {
                <p data-testid="chance-version">{ words.format("plan-chance-version", &[("version", &version.to_string())]) }</p>
            }
            <div class="scroller" role="region" tabindex="0" aria-label={words.format("plan-chance-drafts", &[("year", &year)])}>
                <table class="planning-table chance-drafts">
                    <thead><tr>
                        <th scope="col">{ words.text("plan-chance-draft") }</th>
                        { for heads.map(|id| html! { <th scope="col" class="number">{ words.text(id) }</th> }) }
                        { for answer.known.iter().copied().map(|name| html! {
                            <th scope="col" class="number">{ words.format("plan-chance-reaches", &[("benchmark", &words.benchmark(name))]) }</th>
                        }) }
                        <th scope="col" class="number">{ words.text("plan-chance-first") }</th>
                    </tr></thead>
                    <tbody>
                        { for known.iter().map(|line| row(words, line, &answer.known)) }
                        { for drafts }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn line_of(name: &str, year: &DraftYearDistribution) -> Line {
    Line {
        name: name.to_owned(),
        income: year.income,
        beyond: Some((year.beyond.p50, year.ahead)),
        reaches: year.reaches,
        first: year.first,
    }
}

fn row(words: &Words, line: &Line, known: &[Benchmark]) -> Html {
    let yuan = |value: f64, signed: bool| words.numbers().decimal(whole_yuan(value), 0, signed);
    let cell = |text: String| html! { <td class="number">{ text }</td> };
    let Band { p10, p50, p90 } = line.income;
    let (beyond, ahead) = match line.beyond {
        Some((beyond, ahead)) => (yuan(beyond, true), percent(words, ahead)),
        None => Default::default(),
    };
    html! {
        <tr>
            <th scope="row">{ &line.name }</th>
            { for [p10, p50, p90].map(|value| cell(yuan(value, false))) }
            { cell(beyond) }
            { cell(ahead) }
            { for known.iter().map(|name| cell(percent(words, line.reaches[*name as usize]))) }
            { cell(percent(words, line.first)) }
        </tr>
    }
}
