//! Work that waits a while, or until no lever moves any more.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;

use super::store::Store;

/// Something to do later; dropped, it is not done.
pub struct Pause {
    _timeout: Rc<RefCell<Option<Timeout>>>,
}

impl Pause {
    /// Waits that many milliseconds.
    pub fn of(wait: u32, then: impl FnOnce() + 'static) -> Self {
        let timeout = Some(Timeout::new(wait, then));
        Self {
            _timeout: Rc::new(RefCell::new(timeout)),
        }
    }

    /// Waits until no lever has moved for that many milliseconds. What is done at rest takes long, and the
    /// page follows a lever that moves on so seldom that its own pauses are no rest.
    pub fn at_rest(store: &Rc<Store>, wait: u32, then: impl FnOnce() + 'static) -> Self {
        let slot = Rc::default();
        wait_on(Rc::downgrade(&slot), store.clone(), wait, wait, then);
        Self { _timeout: slot }
    }
}

fn wait_on(
    slot: Weak<RefCell<Option<Timeout>>>,
    store: Rc<Store>,
    now: u32,
    wait: u32,
    then: impl FnOnce() + 'static,
) {
    let Some(place) = slot.upgrade() else {
        return;
    };
    let timeout = Timeout::new(now, move || {
        let missing = (f64::from(wait) - store.rested_for()).ceil() as u32;
        if missing > 0 {
            wait_on(slot, store, missing.min(wait), wait, then);
        } else {
            then();
        }
    });
    *place.borrow_mut() = Some(timeout);
}
