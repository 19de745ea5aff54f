//! Sensitivity of a result to its inputs, one value at a time, and a map of two values.

mod map;
mod tornado;

use std::rc::Rc;

use yew::prelude::*;

use super::choice::{measure_choice, measure_name};
use super::year::year_choice;
use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::context::use_session_state;
use crate::app::words::Words;
use crate::region::key::Year;
use map::MapCard;
use tornado::TornadoCard;

/// Properties of the tab.
#[derive(Properties)]
pub struct SensitivityProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for SensitivityProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// Of which year which result is looked at.
#[derive(Clone, Copy, PartialEq)]
pub struct Looked {
    measure: OutcomeMeasure,
    year: Year,
}

impl Looked {
    /// The result in words.
    fn name(self, words: &Words) -> String {
        let measure = words.text(measure_name(self.measure));
        words.format(
            "plan-result",
            &[("measure", &measure), ("year", &self.year.to_string())],
        )
    }
}

/// The tab.
#[component]
pub fn SensitivityTab(props: &SensitivityProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let measure = use_session_state("sensitivity-measure", || OutcomeMeasure::Income);
    let step = use_session_state("sensitivity-step", || 0_usize);
    let years = state.region.years;
    let looked = Looked {
        measure: *measure,
        year: years.plan().nth(*step).unwrap_or(years.first_plan),
    };
    html! {
        <>
            <section class="card planning-card">
                <div class="planning-form">
                    { measure_choice(words, &measure) }
                    { year_choice(words, years, &step) }
                </div>
            </section>
            <TornadoCard state={state.clone()} {looked} />
            <MapCard state={state.clone()} {looked} />
        </>
    }
}
