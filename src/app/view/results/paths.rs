//! The paths of income: the main chart.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::choices::Choices;
use super::frame::{ChartHost, Frame};
use super::legend::Legend;
use crate::analysis::history::IncomeHistory;
use crate::analysis::looking_back::looking_back;
use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::parts::{Shared, focus, other_concept};
use crate::app::view::tools::looking_back_button;
use crate::chart::paths::{PathsChoice, PathsView, chart_model};
use crate::chart::{Incomes, Line, errors_sentence, gap_sentence};
use crate::region::Region;
use crate::region::key::Benchmark;
use crate::scenario::Scenario;

/// Properties of the panel.
#[derive(Properties, PartialEq)]
pub struct PathsProps {
    /// The results shown.
    pub results: Shared<Results>,
    /// The region.
    pub region: Shared<Region>,
    /// The scenario, whose own figures join the errors of the past.
    pub scenario: Scenario,
    /// The drawing tools.
    pub host: ChartHost,
    /// The reader's choices.
    pub choices: Rc<Choices>,
    /// Chooses.
    pub choose: Callback<Choices>,
}

/// The paths of plan, scenario and benchmarks.
#[component]
pub fn Paths(props: &PathsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let results = &props.results;
    let choice = &props.choices.paths;
    let known: Vec<Benchmark> = results.outcome.benchmarks_of_income().collect();
    let known = Rc::new(known);
    let history = use_memo(
        (props.region.clone(), results.clone()),
        |(region, results)| {
            let history = IncomeHistory::of(region, &results.resolved.scenario);
            match results.deflator {
                None => history,
                Some(deflator) => deflator.history(region.years, &history),
            }
        },
    );
    let is_levels = choice.view == PathsView::Levels;
    // Only asked for where the band is shown.
    let errors = {
        let asked = props.choices.shows_errors && is_levels;
        let of = asked.then(|| (props.region.clone(), props.scenario.clone()));
        use_memo(of, |of| match of {
            Some((region, scenario)) => looking_back(region, scenario).errors,
            None => Vec::new(),
        })
    };
    let model = use_memo(
        (
            words.clone(),
            results.clone(),
            Shared(history.clone()),
            choice.clone(),
            Shared(errors.clone()),
        ),
        |(words, results, history, choice, errors)| {
            let incomes = Incomes {
                errors,
                ..results.incomes(history)
            };
            chart_model(words, incomes, choice).in_prices(words, results.deflator)
        },
    );
    let choose = {
        let (choices, choose) = (props.choices.clone(), props.choose.clone());
        move |paths: PathsChoice| {
            choose.emit(Choices {
                paths,
                ..(*choices).clone()
            });
        }
    };
    let toggle = {
        let (choose, choice) = (choose.clone(), choice.clone());
        Callback::from(move |line: Line| {
            let mut next = choice.clone();
            match next.hidden.iter().position(|known| *known == line) {
                Some(index) => drop(next.hidden.remove(index)),
                None => next.hidden.push(line),
            }
            choose(next);
        })
    };
    let view = |view: PathsView, label: Rc<str>| {
        let (choose, choice) = (choose.clone(), choice.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            choose(PathsChoice {
                view,
                ..choice.clone()
            });
        });
        html! {
            <button type="button" aria-pressed={(props.choices.paths.view == view).to_string()}
                {onclick}>{ label }</button>
        }
    };
    let set_benchmark = {
        let (choose, choice, known) = (choose.clone(), choice.clone(), known.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            // The first entry is no benchmark.
            let index = usize::try_from(select.selected_index() - 1).ok();
            choose(PathsChoice {
                benchmark: index.and_then(|index| known.get(index).copied()),
                ..choice.clone()
            });
        })
    };
    let years = results.outcome.years;
    let span = [
        ("from", &*years.income.to_string()),
        ("to", &*years.horizon.to_string()),
    ];
    let toggle_errors = {
        let (choices, choose) = (props.choices.clone(), props.choose.clone());
        Callback::from(move |_: MouseEvent| {
            choose.emit(Choices {
                shows_errors: !choices.shows_errors,
                ..(*choices).clone()
            });
        })
    };
    let controls = html! {
        <>
            if is_levels {
                <div class="view-choice">
                    <button type="button" data-testid="chart-errors" aria-pressed={props.choices.shows_errors.to_string()}
                        onclick={toggle_errors}>{ words.text("chart-errors") }</button>
                </div>
                <label class="year-choice">
                    <span>{ words.text("chart-gap-to") }</span>
                    <select data-testid="chart-benchmark" onchange={set_benchmark}>
                        <option selected={choice.benchmark.is_none()}>{ words.text("chart-gap-none") }</option>
                        { for known.iter().map(|benchmark| html! {
                            <option selected={choice.benchmark == Some(*benchmark)}>
                                { words.benchmark(*benchmark) }
                            </option>
                        }) }
                    </select>
                </label>
            }
            <div class="view-choice" role="group" aria-label={words.text("chart-view")}>
                { view(PathsView::Levels, words.text("chart-levels")) }
                { view(PathsView::Differences, words.text("chart-differences")) }
            </div>
        </>
    };
    let is_known = |benchmark: &Benchmark| is_levels && known.contains(benchmark);
    let gap = choice.benchmark.filter(is_known);
    let about = words.text(match choice.view {
        PathsView::Levels => "chart-note",
        PathsView::Differences => "chart-note-differences",
    });
    let band = Incomes {
        errors: &errors,
        ..results.incomes(&history)
    };
    let band = errors_sentence(words, band);
    let mut caveats = vec![about.to_string()];
    if !band.is_empty() {
        caveats.insert(0, band.clone());
    }
    if is_levels {
        caveats.push(words.text("result-other-concept-hint").to_string());
    }
    let note = html! {
        <p id="chart-note">
            if let Some(benchmark) = gap {
                <span data-testid="chart-gap">{ gap_sentence(words, results.incomes(&history), benchmark) }</span>
                if benchmark.is_disposable_income() { { other_concept(words) } }
                { " " }
            }
            if !band.is_empty() {
                <span data-testid="chart-errors-said">{ band }</span>
                { " " }
                { looking_back_button(words, "chart-errors-more") }
                { " " }
            }
            { about }
            { " " }
            <button type="button" class="link" onclick={to_years()}>{ words.text("chart-to-years") }</button>
        </p>
    };
    html! {
        <Frame name="paths" title={words.format("chart-title", &span)}
            unit={words.yuan_a_head(results.deflator)} prices={Some((years.first_plan, results.deflator))} model={Shared(model)}
            host={props.host.clone()} {controls} {note} {caveats}>
            <Legend view={choice.view} results={props.results.clone()}
                hidden={choice.hidden.clone()} {toggle} />
        </Frame>
    }
}

/// Leads to the table that says the same.
fn to_years() -> Callback<MouseEvent> {
    Callback::from(|_| {
        if let Some(table) = focus("results-years") {
            table.scroll_into_view();
        }
    })
}
