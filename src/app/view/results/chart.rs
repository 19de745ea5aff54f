//! The main chart. Its twin in numbers is the table of the years.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::later::use_when_seen;
use super::legend::Legend;
use super::library::{self, Library, use_library};
use super::parts::Shared;
use crate::app::chart::{Line, View, description, drawing, moves_the_plan};
use crate::app::state::Results;
use crate::app::view::context::use_page;

/// A drawing that takes longer than this waits until the lever rests, so that it is never in the
/// way of the next move.
const QUICK_MS: f64 = 5.0;

/// The results.
#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// Those to be shown.
    pub results: Shared<Results>,
}

/// The card of the main chart.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let canvas = use_node_ref();
    let is_slow = use_memo((), |()| Cell::new(false));
    let results = use_when_seen(&props.results, &canvas, is_slow.get());
    let library = use_library();
    let view = use_state_eq(|| View::Levels);
    let hidden = use_state_eq(Vec::<Line>::new);
    {
        let (canvas, library) = (canvas.clone(), library.clone());
        let what = (results.clone(), words.clone(), *view, (*hidden).clone());
        use_effect_with(
            (what, *library == Library::Ready),
            move |((results, words, view, hidden), is_ready)| {
                let element = canvas.cast::<Element>().filter(|_| *is_ready);
                if let Some(element) = element {
                    let drawing = drawing(words, results, *view, hidden);
                    let took = serde_json::to_string(&drawing)
                        .ok()
                        .and_then(|drawing| library::draw(&element, &drawing));
                    match took {
                        Some(took) => is_slow.set(took > QUICK_MS),
                        None => library.set(Library::Failed),
                    }
                }
            },
        );
    }
    {
        let canvas = canvas.clone();
        use_effect_with((), move |()| {
            let element: Rc<Option<Element>> = Rc::new(canvas.cast());
            move || {
                if let Some(element) = &*element {
                    library::dispose(element);
                }
            }
        });
    }
    let toggle = {
        let hidden = hidden.clone();
        Callback::from(move |line: Line| {
            let mut next = (*hidden).clone();
            match next.iter().position(|known| *known == line) {
                Some(index) => drop(next.remove(index)),
                None => next.push(line),
            }
            hidden.set(next);
        })
    };
    let choose = |chosen: View, label: Rc<str>| {
        let setter = view.setter();
        html! {
            <button type="button" aria-pressed={(*view == chosen).to_string()}
                onclick={move |_: MouseEvent| setter.set(chosen)}>{ label }</button>
        }
    };
    let own = moves_the_plan(&results);
    let years = results.outcome.years;
    let span = [
        ("from", &*years.base().to_string()),
        ("to", &*years.horizon.to_string()),
    ];
    html! {
        <section class="card chart" aria-labelledby="results-chart-title">
            <div class="card-head">
                <h2 id="results-chart-title">
                    { words.format("chart-title", &span) }
                    <span class="soft">{ words.text("result-yuan-a-head") }</span>
                </h2>
                <div class="view-choice" role="group" aria-label={words.text("chart-view")}>
                    { choose(View::Levels, words.text("chart-levels")) }
                    { choose(View::Differences, words.text("chart-differences")) }
                </div>
            </div>
            <Legend view={*view} own_assumptions={own} hidden={(*hidden).clone()} {toggle} />
            <div class="canvas-frame">
                <div ref={canvas} class="canvas" role="img"
                    aria-label={description(words, &results)} aria-describedby="chart-note"></div>
                { match *library {
                    Library::Ready => html! {},
                    Library::Loading => html! { <p class="soft">{ words.text("chart-loading") }</p> },
                    Library::Failed => html! {
                        <p data-testid="chart-failed">{ words.text("chart-failed") }</p>
                    },
                } }
            </div>
            <p id="chart-note" class="soft note">
                { match *view {
                    View::Levels => words.text("chart-note"),
                    View::Differences => words.text("chart-note-differences"),
                } }
                { " " }
                <button type="button" class="link" onclick={to_years()}>{ words.text("chart-to-years") }</button>
            </p>
        </section>
    }
}

/// Leads to the table that says the same.
fn to_years() -> Callback<MouseEvent> {
    Callback::from(|_| {
        let table = gloo::utils::document().get_element_by_id("results-years");
        if let Some(table) = table.and_then(|table| table.dyn_into::<HtmlElement>().ok()) {
            table.scroll_into_view();
            let focused = table.focus();
            debug_assert!(focused.is_ok(), "the years' table takes the focus");
        }
    })
}
