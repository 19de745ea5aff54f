//! A choice of one out of a few.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::app::words::Words;
use crate::region::key::Benchmark;

/// A list of a few texts; calls back with the place of the chosen one.
pub fn choice(
    name: &'static str,
    label: &str,
    texts: &[Rc<str>],
    chosen: usize,
    on_choose: Callback<usize>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Ok(place) = usize::try_from(select.selected_index()) {
            on_choose.emit(place);
        }
    });
    html! {
        <label class="pick">
            <span>{ label.to_owned() }</span>
            <select data-testid={name} {onchange}>
                { for texts.iter().enumerate().map(|(place, text)| html! {
                    <option selected={place == chosen}>{ text.clone() }</option>
                }) }
            </select>
        </label>
    }
}

/// A list of the benchmarks that income is measured against.
pub fn benchmark_choice(
    words: &Words,
    name: &'static str,
    chosen: Benchmark,
    on_choose: Callback<Benchmark>,
) -> Html {
    let texts = Benchmark::OF_INCOME.map(|benchmark| words.benchmark(benchmark));
    let place = Benchmark::OF_INCOME.iter().position(|own| *own == chosen);
    let on_place = Callback::from(move |place: usize| {
        if let Some(benchmark) = Benchmark::OF_INCOME.get(place) {
            on_choose.emit(*benchmark);
        }
    });
    let label = words.text("plan-goal-benchmark");
    choice(name, &label, &texts, place.unwrap_or(0), on_place)
}

/// The message of a measure, which is its name for tests, too.
pub fn measure_name(measure: OutcomeMeasure) -> &'static str {
    match measure {
        OutcomeMeasure::Income => "plan-measure-income",
        OutcomeMeasure::Difference => "plan-measure-difference",
    }
}

/// The switch between income and policy effect.
pub fn measure_choice(words: &Words, measure: &UseStateHandle<OutcomeMeasure>) -> Html {
    let button = |which: OutcomeMeasure| {
        let id = measure_name(which);
        let setter = measure.setter();
        html! {
            <button type="button" aria-pressed={(**measure == which).to_string()}
                data-testid={id} onclick={move |_: MouseEvent| setter.set(which)}>
                { words.text(id) }
            </button>
        }
    };
    html! {
        <div class="view-choice" role="group" aria-label={words.text("plan-measure")}>
            { button(OutcomeMeasure::Income) }
            { button(OutcomeMeasure::Difference) }
        </div>
    }
}

/// True where a benchmark is about disposable income, another concept than net income.
pub fn is_disposable(benchmark: Benchmark) -> bool {
    matches!(benchmark, Benchmark::RuralProvince | Benchmark::RuralNation)
}
