//! An attempt as it is kept in the browser: what is answered at once, what is moved once no lever moves any more.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::app::crash;
use crate::app::effects::{address, exercises};
use crate::app::state::{Action, News, Ongoing, State};
use crate::app::view::pause::Pause;
use crate::app::view::store::{REST_MS, Store};
use crate::exercise::link::read_link;

/// The exercise as it stands; another only where something in it has changed.
struct Standing(Option<Rc<Ongoing>>);

impl PartialEq for Standing {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

/// Keeps the attempt in the browser, under the group that the link named.
#[hook]
pub fn use_keeping(store: &Rc<Store>, state: &Rc<State>, act: &Callback<Action>) {
    let group = use_memo((), |()| {
        let link = read_link(&address::current())?.ok()?;
        link.group
    });
    // What was written last, so that nothing is written twice.
    let written = use_mut_ref(|| Standing(None));
    let waiting = use_mut_ref(|| None::<Pause>);
    let write = {
        let (store, act, written) = (store.clone(), act.clone(), written.clone());
        move || {
            let Some(ongoing) = store.newest().exercise.clone() else {
                return;
            };
            let now = Standing(Some(ongoing.clone()));
            if ongoing.is_result || *written.borrow() == now {
                return;
            }
            if let Err(fault) = exercises::keep(&ongoing, (*group).as_deref()) {
                act.emit(Action::Notify(News::StorageFailed(fault)));
            }
            written.replace(now);
        }
    };
    use_effect_with(Standing(state.exercise.clone()), {
        let (store, write) = (store.clone(), write.clone());
        let is_only_moved = |before: &Standing, now: &Standing| match (&before.0, &now.0) {
            (Some(before), Some(now)) => before.is_only_moved_to(now),
            _ => false,
        };
        move |now| {
            crash::remember(&address::current());
            if is_only_moved(&written.borrow(), now) {
                waiting.replace(Some(Pause::at_rest(&store, REST_MS, write)));
            } else {
                waiting.replace(None);
                write();
            }
        }
    });
    use_effect_with((), move |()| {
        // A tab that is closed or sent to the background may never reach its timer.
        let listener = EventListener::new(&gloo::utils::window(), "pagehide", move |_| write());
        move || drop(listener)
    });
}
