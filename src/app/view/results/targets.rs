//! The two tests “两个高于”: whether one growth is above another, year by year: a line a test, a mark of three kinds a year.

use yew::prelude::*;

use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{Shared, other_concept};
use crate::model::targets::{HigherThan, Verdict};
use crate::model::term::Target;
use crate::number::Share;
use crate::region::key::{Benchmark, Year};

/// The results.
#[derive(Properties, PartialEq)]
pub struct TargetsProps {
    /// Those shown.
    pub results: Shared<Results>,
}

/// The card of the two tests.
#[component]
pub fn Targets(props: &TargetsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let summary = props.results.summary();
    let (against, series) = (summary.first_benchmark, summary.second_series);
    let years = props.results.outcome.years;
    let line = |target: Target, id: &'static str, name: [&str; 2], held: &[HigherThan]| {
        let mark = |year: Year| match held.iter().find(|own| own.year == year) {
            Some(own) => html! {
                <Mark key={year.to_string()} {target} {year} verdict={own.verdict} margin={own.margin()} />
            },
            None => {
                html! { <td key={year.to_string()} class="soft">{ words.text("value-unknown") }</td> }
            }
        };
        html! {
            <tr data-testid={id}>
                <th scope="row">
                    <span>{ words.text(name[0]) }</span>
                    { " " }
                    <span class="soft">{ words.text(name[1]) }</span>
                    if target == Target::First { { other_concept(words) } }
                </th>
                { for years.plan().map(mark) }
            </tr>
        }
    };
    let first_name = match against {
        Some(Benchmark::RuralCity) => ["result-target-first", "result-target-first-than-city"],
        _ => ["result-target-first", "result-target-first-than"],
    };
    let second_name = match series {
        Some(Benchmark::LiftedCountiesCity) => {
            ["result-target-second-city", "result-target-second-than"]
        }
        _ => ["result-target-second", "result-target-second-than"],
    };
    let close_call = props.results.outcome.close_call;
    let mut said = vec![
        words.measured_against(against, series),
        words.text("result-targets-note").to_string(),
    ];
    if close_call != Share::ZERO {
        let margin = words.percent(close_call, 2);
        said.push(words.format("result-targets-close", &[("margin", &margin)]));
    }
    let said = said.into_iter().reduce(|first, second| {
        words.format(
            "result-two-sentences",
            &[("first", &first), ("second", &second)],
        )
    });
    html! {
        <section class="card targets" aria-labelledby="results-targets-title">
            <table>
                <caption class="unseen">{ words.text("result-targets-caption") }</caption>
                <thead>
                    <tr>
                        <td><h2 id="results-targets-title">{ words.text("result-targets") }</h2></td>
                        { for years.plan().map(|year| html! { <th scope="col">{ year }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { line(Target::First, "result-target-first", first_name, &summary.first_higher_than) }
                    { line(Target::Second, "result-target-second", second_name, &summary.second_higher_than) }
                </tbody>
            </table>
            <p class="soft note" data-testid="targets-against">
                { said }
            </p>
        </section>
    }
}

/// Properties of the mark.
#[derive(Properties, PartialEq)]
struct MarkProps {
    target: Target,
    year: Year,
    verdict: Verdict,
    margin: Share,
}

/// A target met, missed or too close to call in a year, by shape, word and number.
#[component]
fn Mark(props: &MarkProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (class, shape) = match props.verdict {
        Verdict::Met => ("met gain", "✓"),
        Verdict::NotMet => ("missed loss", "✗"),
        Verdict::TooClose => ("close", "≈"),
    };
    let word = words.verdict(props.verdict);
    let margin = words.points(props.margin);
    html! {
        <td class={class} title={format!("{word} {margin}")}>
            { figure(ScreenFigure::Margin(props.target, props.year), html! {
                <>
                    <span class="mark" aria-hidden="true">{ shape }</span>
                    <span class="unseen">{ word }{ " " }</span>
                    <span class="margin">{ margin }</span>
                </>
            }) }
        </td>
    }
}
