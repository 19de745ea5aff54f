//! Room of the cells of the funds matrix, set for all twelve at once.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::number;
use crate::analysis::search;
use crate::app::state::State;
use crate::app::view::context::use_session_state;
use crate::app::view::planning::bounds::Bound;
use crate::app::words::Words;
use crate::number::round;
use crate::region::Region;
use crate::region::key::Unit;

/// The most that every cell may give and get, in yuan.
#[derive(Clone)]
pub struct Room {
    give: UseStateHandle<Decimal>,
    get: UseStateHandle<Decimal>,
}

/// The usual room: a fifth of a cell's plan less, a tenth of all planned funds more.
#[hook]
pub fn use_room(region: &Region) -> Room {
    let tenth = search::planned_funds(region) / Decimal::TEN / search::TEN_THOUSAND;
    Room {
        give: use_session_state("goal-give", || search::USUAL_REACH),
        get: use_session_state("goal-get", || round(tenth, 0) * search::TEN_THOUSAND),
    }
}

impl Room {
    /// The two fields.
    pub fn fields(
        &self,
        words: &Words,
        state: &Rc<State>,
        levers: &[Bound],
        on_change: &Callback<Vec<Bound>>,
    ) -> Html {
        let set = |handle: &UseStateHandle<Decimal>,
                   limit: fn(&Region, &State, &mut Bound, Decimal)| {
            let (setter, state) = (handle.setter(), state.clone());
            let (levers, on_change) = (levers.to_vec(), on_change.clone());
            move |value: Decimal| {
                setter.set(value);
                let mut levers = levers.clone();
                let cells = levers.iter_mut();
                for own in cells.filter(|own| search::cell(own.limits.key).is_some()) {
                    limit(&state.region, &state, own, value);
                }
                on_change.emit(levers);
            }
        };
        let give = set(&self.give, |region, state, own, share| {
            let scenario = state.scenario();
            own.limits.least = search::reach(region, scenario, own.limits.key, share).0;
        });
        let get = set(&self.get, |region, _, own, more| {
            let plan = region.values().get(own.limits.key).unwrap_or_default();
            own.limits.most = (plan + more).min(own.limits.key.range().1);
        });
        html! {
            <div class="planning-ends">
                { number(words, ("goal-give", "plan-room-give"), (Unit::Share, Some(Decimal::ONE)), *self.give, give) }
                { number(words, ("goal-get", "plan-room-get"), (Unit::Yuan, None), *self.get, get) }
            </div>
        }
    }
}
