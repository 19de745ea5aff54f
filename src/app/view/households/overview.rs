//! The first figures of a register in a year: mean, those under the line, Gini coefficient, and the distribution.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use super::chart_card::RegisterChartCard;
use super::said::{figure, part, people, percent};
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::chart::households::{RegisterChart, RegisterDrawing};
use crate::model::YearOutcome;
use crate::register::figures::RegisterFigures;

/// Properties of a part that shows figures.
#[derive(Properties, PartialEq)]
pub struct FiguresProps {
    /// The state.
    pub state: Shared<State>,
    /// The figures.
    pub figures: Shared<RegisterFigures>,
}

/// The part of the page.
#[component]
pub fn OverviewPart(props: &FiguresProps) -> Html {
    let words = use_page().words;
    let figures = &*props.figures;
    let outcome = &props.state.results.outcome;
    let year = outcome.scenario.iter().find(|it| it.year == figures.year);
    let benchmark = year.and_then(|year| benchmark(&words, &props.state, year));
    let of = (props.figures.clone(), benchmark.clone(), words.clone());
    let chart = use_memo(of, |(figures, benchmark, words)| {
        distribution(words, figures, benchmark.as_ref())
    });
    html! {
        <>
            <section class="card" aria-labelledby="register-figures-title">
                <h2 id="register-figures-title">{ words.format("register-figures-title", &[("year", &figures.year.to_string())]) }</h2>
                { table(&words, figures, benchmark.as_ref()) }
                { reached(&words, figures) }
                <p class="hint">{ words.text("register-source") }</p>
            </section>
            <RegisterChartCard chart={Shared(chart)} title={words.text("register-distribution").to_string()} />
        </>
    }
}

/// The first benchmark of the income that is known in the year, with its name.
fn benchmark(words: &Words, state: &State, year: &YearOutcome) -> Option<(String, Decimal)> {
    let mut known = state.results.outcome.benchmarks_of_income();
    known.find_map(|it| Some((words.benchmark(it).to_string(), year.benchmark(it)?.exact())))
}

fn table(words: &Words, figures: &RegisterFigures, benchmark: Option<&(String, Decimal)>) -> Html {
    let sides = [&figures.plan, &figures.scenario];
    let all = figures.register.people;
    let line = |name: String, id: &str, values: [String; 2]| {
        html! {
            <tr data-testid={format!("register-figure-{id}")}>
                <th scope="row">{ name }</th>
                { for values.map(|value| html! { <td class="number">{ value }</td> }) }
            </tr>
        }
    };
    let text = |id: &str| words.text(id).to_string();
    let title = words.format(
        "register-size",
        &[
            (
                "households",
                &people(words, Some(figures.register.households)),
            ),
            ("people", &people(words, Some(all))),
        ],
    );
    let income_line = figure(words, Some(figures.line));
    html! {
        <div class="scroller" role="region" tabindex="0" aria-label={title.clone()}>
            <table class="bureau-table numbers" data-testid="register-figures">
                <caption>{ title }</caption>
                <thead><tr>
                    <th scope="col">{ words.text("register-column-figure") }</th>
                    <th scope="col">{ words.text("register-plan") }</th>
                    <th scope="col">{ words.text("register-scenario") }</th>
                </tr></thead>
                <tbody>
                    { line(text("register-mean"), "mean", sides.map(|it| figure(words, it.mean))) }
                    if let Some((name, value)) = benchmark {
                        { line(words.format("register-benchmark", &[("name", name)]), "benchmark", sides.map(|_| figure(words, Some(*value)))) }
                    }
                    { line(text("register-line-of-year"), "line", sides.map(|_| income_line.clone())) }
                    { line(text("register-under-households"), "households", sides.map(|it| people(words, it.under.map(|it| it.households)))) }
                    { line(text("register-under-people"), "people", sides.map(|it| people(words, it.under.map(|it| it.people)))) }
                    { line(text("register-under-share"), "share", sides.map(|it| percent(words, it.under.and_then(|it| part(it.people, all))))) }
                    { line(text("register-gap"), "gap", sides.map(|it| figure(words, it.under.map(|it| it.gap)))) }
                    { line(text("register-gini"), "gini", sides.map(|it| it.gini.map_or_else(|| "—".to_owned(), |it| words.decimal(it, 4)))) }
                    { line(text("register-median"), "median", sides.map(|it| it.quantiles.get(4).map_or_else(|| "—".to_owned(), |it| figure(words, Some(*it))))) }
                </tbody>
            </table>
        </div>
    }
}

/// The households that measures reach, and the number that is missing since the register has too few.
fn reached(words: &Words, figures: &RegisterFigures) -> Html {
    let of = &figures.reached;
    let number = |value: u64| people(words, Some(value));
    let said = words.format(
        "register-reached",
        &[
            ("covered", &number(of.newly_covered)),
            ("lost", &number(of.no_longer_covered)),
            ("jobs", &number(of.jobs)),
        ],
    );
    let missing = of.cover_unreached > 0 || of.jobs_unreached > 0;
    html! {
        <>
            <p data-testid="register-reached">{ said }</p>
            if missing {
                <p class="fault">{ words.format("households-unreached",
                    &[("cover", &number(of.cover_unreached)), ("jobs", &number(of.jobs_unreached))]) }</p>
            }
        </>
    }
}

fn distribution(
    words: &Words,
    figures: &RegisterFigures,
    benchmark: Option<&(String, Decimal)>,
) -> RegisterChart {
    let width = figures.plan.histogram.yuan;
    let last = figures.plan.histogram.people.len().saturating_sub(1);
    let places = (0..=last).map(|bar| {
        let from = words.whole((width * bar as i64).into());
        if bar == 0 {
            let to = words.whole(width.into());
            words.format("register-bar-below", &[("to", &to)])
        } else if bar == last {
            words.format("register-bar-above", &[("from", &from)])
        } else {
            from
        }
    });
    let at = |value: Decimal| {
        let bar = value.checked_div(width.into()).and_then(|it| it.to_usize());
        bar.unwrap_or(0).min(last)
    };
    let side = |id: &str, people: &[Option<u64>]| {
        let people = people.iter().map(|it| it.map(Decimal::from));
        (words.text(id).to_string(), people.collect())
    };
    let mark = |id: &str, value: Decimal| {
        let named = words.format(id, &[("value", &words.whole(value))]);
        (named, at(value))
    };
    let mut marks = vec![mark("register-mark-line", figures.line)];
    marks.extend(
        figures
            .scenario
            .mean
            .map(|mean| mark("register-mark-mean", mean)),
    );
    if let Some((name, value)) = benchmark {
        let said = [("name", &**name), ("value", &words.whole(*value))];
        marks.push((words.format("register-mark-benchmark", &said), at(*value)));
    }
    let description = words.format(
        "register-distribution-said",
        &[
            ("line", &figure(words, Some(figures.line))),
            (
                "plan",
                &people(words, figures.plan.under.map(|it| it.people)),
            ),
            (
                "scenario",
                &people(words, figures.scenario.under.map(|it| it.people)),
            ),
            ("width", &words.whole(width.into())),
        ],
    );
    RegisterChart {
        drawing: RegisterDrawing::Steps,
        head: words.text("register-bar").to_string(),
        places: places.collect(),
        unit: words.text("register-unit-people").to_string(),
        digits: 0,
        series: vec![
            side("register-plan", &figures.plan.histogram.people),
            side("register-scenario", &figures.scenario.histogram.people),
        ],
        marks,
        description,
        hidden: super::said::hidden(words),
    }
}
