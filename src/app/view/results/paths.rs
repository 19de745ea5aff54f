//! The paths of income: the main chart.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::choices::{Choices, RegionPanelProps};
use super::frame::Frame;
use super::legend::Legend;
use crate::analysis::history::IncomeHistory;
use crate::app::view::context::use_page;
use crate::app::view::parts::{Shared, focus, other_concept};
use crate::chart::paths::{PathsChoice, PathsView, chart_model};
use crate::chart::{Line, gap_sentence};
use crate::region::key::Benchmark;

/// The paths of plan, scenario and benchmarks.
#[component]
pub fn Paths(props: &RegionPanelProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let results = &props.results;
    let choice = &props.choices.paths;
    let history = use_memo(
        (props.region.clone(), results.clone()),
        |(region, results)| IncomeHistory::of(region, &results.resolved.scenario),
    );
    let model = use_memo(
        (
            words.clone(),
            results.clone(),
            Shared(history.clone()),
            choice.clone(),
        ),
        |(words, results, history, choice)| chart_model(words, results.incomes(history), choice),
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
        let (choose, choice) = (choose.clone(), choice.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            // The first entry is no benchmark.
            let index = usize::try_from(select.selected_index() - 1).ok();
            choose(PathsChoice {
                benchmark: index.and_then(|index| Benchmark::OF_INCOME.get(index).copied()),
                ..choice.clone()
            });
        })
    };
    let years = results.outcome.years;
    let span = [
        ("from", &*years.income.to_string()),
        ("to", &*years.horizon.to_string()),
    ];
    let is_levels = choice.view == PathsView::Levels;
    let controls = html! {
        <>
            if is_levels {
                <label class="year-choice">
                    <span>{ words.text("chart-gap-to") }</span>
                    <select data-testid="chart-benchmark" onchange={set_benchmark}>
                        <option selected={choice.benchmark.is_none()}>{ words.text("chart-gap-none") }</option>
                        { for Benchmark::OF_INCOME.map(|benchmark| html! {
                            <option selected={choice.benchmark == Some(benchmark)}>
                                { words.benchmark(benchmark) }
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
    let gap = choice.benchmark.filter(|_| is_levels);
    let about = words.text(match choice.view {
        PathsView::Levels => "chart-note",
        PathsView::Differences => "chart-note-differences",
    });
    let mut caveats = vec![about.to_string()];
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
            { about }
            { " " }
            <button type="button" class="link" onclick={to_years()}>{ words.text("chart-to-years") }</button>
        </p>
    };
    html! {
        <Frame name="paths" title={words.format("chart-title", &span)}
            unit={AttrValue::from(words.text("result-yuan-a-head"))} model={Shared(model)}
            host={props.host.clone()} {controls} {note} {caveats}>
            <Legend view={choice.view} own_assumptions={results.moves_the_plan()}
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
