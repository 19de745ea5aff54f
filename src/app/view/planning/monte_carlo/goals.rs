//! The share of draws that reach each goal, year by year.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use yew::prelude::*;

use crate::analysis::monte_carlo::{MonteCarloAnswer, YearDistribution};
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::number::Share;

/// Properties of the goals.
#[derive(Properties, PartialEq)]
pub struct GoalsProps {
    /// The results of the draws.
    pub answer: MonteCarloAnswer,
}

/// The table: a goal a row, a year a column; the plan's share is below the scenario's.
#[component]
pub fn Goals(props: &GoalsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let years = &props.answer.years;
    let benchmarks = props.answer.known.iter().copied().map(|name| {
        let goal = words.format(
            "plan-chance-reaches",
            &[("benchmark", &words.benchmark(name))],
        );
        let of = move |year: &YearDistribution| {
            let index = name as usize;
            (year.scenario_reaches[index], Some(year.plan_reaches[index]))
        };
        row(words, &goal, years, of)
    });
    let first = props.answer.first_benchmark.map(|of| words.first_goal(of));
    let second = props.answer.second_series.map(|of| words.second_goal(of));
    html! {
        <section class="card planning-card" data-testid="chance-goals">
            <h2>{ words.text("plan-chance-goals") }</h2>
            <p class="soft">{ words.text("plan-chance-goals-lead") }</p>
            <p class="soft">{ words.text("plan-chance-omits") }</p>
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("plan-chance-goals")}>
                <table class="planning-table">
                    <thead><tr>
                        <th scope="col">{ words.text("plan-chance-goal") }</th>
                        { for years.iter().map(|year| html! { <th scope="col" class="number">{ year.year }</th> }) }
                    </tr></thead>
                    <tbody>
                        { for benchmarks }
                        if let Some(first) = first {
                            { row(words, &first, years, |year| (year.scenario_first, Some(year.plan_first))) }
                        }
                        if let Some(second) = second {
                            { row(words, &second, years, |year| (year.second, None)) }
                        }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn row(
    words: &Words,
    goal: &str,
    years: &[YearDistribution],
    of: impl Fn(&YearDistribution) -> (f64, Option<f64>),
) -> Html {
    let cells = years.iter().map(|year| {
        let (scenario, plan) = of(year);
        html! {
            <td class="number">
                { percent(words, scenario) }
                if let Some(plan) = plan {
                    <span class="soft chance-plan">
                        { words.format("plan-chance-plan", &[("share", &percent(words, plan))]) }
                    </span>
                }
            </td>
        }
    });
    html! { <tr><th scope="row">{ goal }</th>{ for cells }</tr> }
}

/// A share of draws in whole per cent; more digits would pretend.
pub fn percent(words: &Words, share: f64) -> String {
    words.percent(Share(Decimal::from_f64(share).unwrap_or_default()), 0)
}
