//! The effect of each change, found when nothing has changed for a moment: it costs a projection a change, which a
//! moving lever must not wait for.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::contribution::{Contributions, Together, contributions};
use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{sentence, signed};
use crate::app::view::pause::Pause;
use crate::app::view::shared::Shared;
use crate::app::view::store::REST_MS;
use crate::app::words::Words;
use crate::number::YuanPerPerson;
use crate::region::key::{Key, Yearly};

/// Effects of the state's changes; none until they are found.
#[hook]
pub fn use_contributions(state: &Shared<State>) -> Option<Rc<Contributions>> {
    let store = use_page().store;
    let found = use_state(|| None::<(Shared<State>, Rc<Contributions>)>);
    {
        let found = found.clone();
        use_effect_with(state.clone(), move |state| {
            let state = state.clone();
            let pause = Pause::at_rest(&store, REST_MS, move || {
                if let Some(parts) = contributions(&state.region, state.scenario()) {
                    found.set(Some((state, Rc::new(parts))));
                }
            });
            move || drop(pause)
        });
    }
    let (of, parts) = (*found).as_ref()?;
    // What was found for another scenario is never shown for this one.
    (of.scenario() == state.scenario()).then(|| parts.clone())
}

/// A line with the effect of one change; its place is kept until it is found.
pub fn contribution_line(words: &Words, key: Key, parts: Option<&Contributions>) -> Html {
    let found = parts.and_then(|parts| parts.each.get(&key));
    let Some(found) = found else {
        return html! { <span class="change-each soft" aria-hidden="true">{ "…" }</span> };
    };
    let amount = |of: OutcomeMeasure, amount: YuanPerPerson| {
        figure(ScreenFigure::Contribution(of, key), signed(words, amount))
    };
    let policy = amount(OutcomeMeasure::Difference, found.policy);
    let text = if let Key::Yearly(Yearly::Lever(_), year) = key {
        let parts = [("year", html! { { year } }), ("amount", policy)];
        sentence(words, "each-year", &parts)
    } else if key.is_lever() {
        sentence(words, "each-lever", &[("amount", policy)])
    } else if found.policy.rounded().is_zero() {
        let plan = amount(OutcomeMeasure::Income, found.plan);
        sentence(words, "each-assumption", &[("amount", plan)])
    } else {
        let amounts = [
            ("amount", amount(OutcomeMeasure::Income, found.plan)),
            ("policy", policy),
        ];
        sentence(words, "each-assumption-both", &amounts)
    };
    html! { <span class="change-each soft" data-testid={format!("each-{key}")}>{ text }</span> }
}

/// A line on how the parts add up to the whole; empty where there is one part alone.
pub fn together_line(
    words: &Words,
    test: &'static str,
    count: usize,
    parts: Option<&Together>,
) -> Html {
    if count < 2 {
        return html! {};
    }
    let Some(parts) = parts else {
        return html! { <p class="changes-effect" aria-hidden="true">{ "…" }</p> };
    };
    let rest = parts.interplay.rounded() + parts.rounding.rounded();
    let one_by_one = YuanPerPerson(parts.total.rounded() - rest);
    let amounts = [
        ("parts", signed(words, one_by_one)),
        ("interplay", signed(words, parts.interplay)),
        ("rounding", signed(words, parts.rounding)),
    ];
    let id = if parts.rounding.rounded().is_zero() {
        "each-together"
    } else {
        "each-together-rounded"
    };
    html! {
        <p class="changes-effect" data-testid={test}>{ sentence(words, id, &amounts) }</p>
    }
}
