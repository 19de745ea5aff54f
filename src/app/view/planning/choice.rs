//! A choice of one out of a few.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::app::words::Words;
use crate::model::Outcome;
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

/// A box to tick.
pub fn tick(name: &'static str, label: Rc<str>, ticked: &UseStateHandle<bool>) -> Html {
    let setter = ticked.setter();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        setter.set(input.checked());
    });
    html! {
        <label class="bounds-moves">
            <input type="checkbox" checked={**ticked} {onchange} data-testid={name} />
            <span>{ label }</span>
        </label>
    }
}

/// A list of the benchmarks that income is measured against, as far as they are known.
pub fn benchmark_choice(
    words: &Words,
    outcome: &Outcome,
    name: &'static str,
    chosen: Benchmark,
    on_choose: Callback<Benchmark>,
) -> Html {
    let known: Vec<Benchmark> = outcome.benchmarks_of_income().collect();
    if known.is_empty() {
        return html! { <p class="soft">{ words.text("plan-no-benchmark") }</p> };
    }
    let texts: Vec<_> = known.iter().map(|own| words.benchmark(*own)).collect();
    let place = known.iter().position(|own| *own == chosen);
    let on_place = Callback::from(move |place: usize| {
        if let Some(benchmark) = known.get(place) {
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

/// The chosen benchmark, or the first known one where a change of the scenario made that unknown.
pub fn known_or_first(outcome: &Outcome, chosen: Benchmark) -> Benchmark {
    let known = || outcome.benchmarks_of_income();
    let same = known().find(|own| *own == chosen);
    same.or_else(|| known().next()).unwrap_or(chosen)
}
