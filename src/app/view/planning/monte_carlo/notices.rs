//! Remarks on the ranges to read before the draws: those that were widened, those that are no longer drawn with
//! another, those that can't be drawn from. Each leads to its row.

use std::rc::Rc;

use yew::prelude::*;

use super::ranges::{focus_range, range_text};
use crate::analysis::ranges::widened;
use crate::analysis::ties::ties;
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::problem::Problem;
use crate::region::key::Key;

/// Properties of the remarks.
#[derive(Properties)]
pub struct DrawNoticesProps {
    /// The state.
    pub state: Rc<State>,
    /// The faults of the ranges.
    pub faults: Vec<Problem>,
    /// Opens the ranges.
    pub on_open: Callback<()>,
}

impl PartialEq for DrawNoticesProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.faults == other.faults
    }
}

/// The notices; nothing where there is nothing to say.
#[component]
pub fn Notices(props: &DrawNoticesProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let (region, scenario) = (&state.region, state.scenario());
    // The ranges are opened first, so that their row is there to be gone to.
    let sought = use_state_eq(|| None::<(Key, u32)>);
    use_effect_with(*sought, |sought| {
        if let Some((key, _)) = sought {
            focus_range(*key);
        }
    });
    let lead = |key: Key| {
        let (on_open, sought) = (props.on_open.clone(), sought.clone());
        Callback::from(move |_: MouseEvent| {
            on_open.emit(());
            let times = sought.map_or(0, |(_, times)| times);
            sought.set(Some((key, times.wrapping_add(1))));
        })
    };
    let row = |key: Key, text: String| {
        html! {
            <li key={key.to_string()}>
                <button type="button" class="link" data-testid={format!("range-of-{key}")}
                    onclick={lead(key)}>{ text }</button>
            </li>
        }
    };
    let widened = widened(region, scenario, &state.extras.distributions.distributions);
    let widened = widened.into_iter().map(|(own, used)| {
        let value = scenario.value(region, own.key).unwrap_or_default();
        let parts = [
            ("name", &*words.key_name(own.key)),
            ("own", &*range_text(words, own)),
            ("value", &*words.value(own.key, value)),
            ("used", &*range_text(words, used)),
        ];
        row(own.key, words.format("plan-chance-widened-row", &parts))
    });
    let widened: Vec<Html> = widened.collect();
    let own = &state.extras.distributions.distributions;
    let untied = ties(region, scenario, own).into_iter();
    let untied = untied.filter(|tie| !tie.holds).map(|tie| {
        let parts = [
            ("name", &*words.key_name(tie.key)),
            ("other", &*words.key_name(tie.with)),
        ];
        row(tie.key, words.format("plan-chance-untied-row", &parts))
    });
    let untied: Vec<Html> = untied.collect();
    let faults = props.faults.iter().filter_map(|problem| {
        let key = Key::parse(&problem.place)?;
        Some(row(key, words.problem(problem)))
    });
    // One root that stays, so that what comes and goes before it always finds its place.
    html! {
        <div class="planning-standing">
            if !props.faults.is_empty() {
                <div class="fault" role="alert" data-testid="chance-faulty">
                    <p>{ words.text("plan-chance-faulty") }</p>
                    <ul>{ for faults }</ul>
                </div>
            }
            if !widened.is_empty() {
                <div class="range-notices" role="status" data-testid="chance-widened">
                    <p>{ words.text("plan-chance-widened") }</p>
                    <ul>{ for widened }</ul>
                </div>
            }
            if !untied.is_empty() {
                <div class="range-notices" role="status" data-testid="chance-untied">
                    <p>{ words.text("plan-chance-untied") }</p>
                    <ul>{ for untied }</ul>
                </div>
            }
        </div>
    }
}
