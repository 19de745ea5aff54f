//! Keeping of changes: the address bar, the storage and the link of the message after a crash.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::pause::Pause;
use super::store::{REST_MS, Store};
use crate::app::crash;
use crate::app::effects::address;
use crate::app::effects::work::Keeper;
use crate::app::state::{Action, News, State, StorageFault};

/// Follow-up of a change once it has rested: address bar and storage.
struct Keeping {
    keeper: Keeper,
    written_steps: u64,
    timer: Option<Pause>,
}

impl Keeping {
    /// Writes a state to the address bar and the storage.
    fn write(&mut self, state: &State) -> Result<(), StorageFault> {
        self.timer = None;
        let steps = state.history.steps();
        address::write(&address::fragment(state), steps != self.written_steps);
        self.written_steps = steps;
        self.keeper.keep(state)
    }
}

/// Keeps address bar, storage and the crash message's link up with the state.
#[hook]
pub fn use_keeping(store: &Rc<Store>, state: &Rc<State>, act: &Callback<Action>) {
    let keeping = use_mut_ref(|| Keeping {
        keeper: Keeper::new(state, act.clone()),
        written_steps: state.history.steps(),
        timer: None,
    });
    let what = (
        state.scenario().clone(),
        state.extras.clone(),
        state.name.clone(),
        state.language_in_link,
        state.language,
        state.offers_back(),
    );
    let write = {
        let (keeping, store, act) = (keeping.clone(), store.clone(), act.clone());
        move || {
            let written = keeping.borrow_mut().write(&store.newest());
            if let Err(fault) = written {
                act.emit(Action::Notify(News::StorageFailed(fault)));
            }
        }
    };
    {
        let (state, act, write) = (state.clone(), act.clone(), write.clone());
        let store = store.clone();
        use_effect_with(what, move |_| {
            crash::remember(&address::fragment(&state));
            keeping.borrow_mut().timer = Some(Pause::at_rest(&store, REST_MS, move || {
                act.emit(Action::Rest);
                // Browsers limit how often an address may change, and a dragged lever changes it each frame.
                write();
            }));
        });
    }
    use_effect_with((), move |()| {
        // A tab that is closed or sent to the background may never reach its timer.
        let listener = EventListener::new(&gloo::utils::window(), "pagehide", move |_| write());
        move || drop(listener)
    });
}
