//! The newest state, and who follows it when.
//!
//! A moved lever is answered in its own turn by the headline. The page, with the lever's own row,
//! whose thumb the browser has moved already, follows behind the headline's frame; where that takes
//! long, the row comes alone, and the page when the lever rests. So the answer never waits for the rest of
//! the page, and the next move hardly ever does.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::after_paint::AfterPaint;
use crate::app::effects::boot;
use crate::app::effects::clock::milliseconds;
use crate::app::state::{Action, State};
use crate::region::key::Key;

/// After this long without a move the page follows in any case, in milliseconds.
pub const REST_MS: u32 = 250;
/// Where following takes longer than this, the page waits until the lever rests: the next move
/// would often fall into it.
const LONG_MS: f64 = 72.0;
/// The same where a lever is stepped by key: the browser's beat after the page's frame would meet the next step.
const LONG_IN_STEPS_MS: f64 = 30.0;
/// Following takes at most one part in this many of the time.
const SHARE_OF_TIME: f64 = 4.0;
/// A lever that is stepped by key moves at such intervals, in milliseconds; closer moves are a drag.
const STEPPED_MS: std::ops::Range<f64> = 40.0..150.0;

/// Who is shown the newest state at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// What shows the headline.
    Headline,
    /// The row of a lever or an assumption.
    Row(Key),
    /// The matrix of funds.
    Funds,
}

/// What the store is told.
pub enum Told {
    /// An action of the user or of an effect.
    Act(Action),
    /// A link from outside was opened in this tab.
    OpenLink(String),
}

/// The newest state.
pub struct Store {
    newest: RefCell<Rc<State>>,
    leaders: RefCell<Vec<(u32, Lead, Callback<()>)>>,
    last_leader: Cell<u32>,
    page: RefCell<Option<Callback<()>>>,
    following: RefCell<Following>,
    row: RefCell<Option<AfterPaint>>,
    /// When a lever was last moved.
    moved_at: Cell<f64>,
    /// How long before that it had been moved.
    interval: Cell<f64>,
}

/// When the page follows.
#[derive(Default)]
struct Following {
    soon: Option<AfterPaint>,
    at_rest: Option<Timeout>,
    frame: Option<AfterPaint>,
    /// How long the page took the last time, until its frame was painted, in milliseconds.
    took: f64,
    /// When it was done.
    done_at: f64,
}

impl Following {
    /// Whether the page may follow while a lever moves.
    fn is_due(&self, is_stepped: bool) -> bool {
        let pause = milliseconds() - self.done_at;
        let long = if is_stepped {
            LONG_IN_STEPS_MS
        } else {
            LONG_MS
        };
        self.took <= long && pause >= self.took * (SHARE_OF_TIME - 1.0)
    }
}

impl Store {
    /// Starts with a state.
    pub fn new(start: Rc<State>) -> Rc<Self> {
        Rc::new(Self {
            newest: RefCell::new(start),
            leaders: RefCell::default(),
            last_leader: Cell::default(),
            page: RefCell::default(),
            following: RefCell::default(),
            row: RefCell::default(),
            moved_at: Cell::new(f64::NEG_INFINITY),
            interval: Cell::new(f64::INFINITY),
        })
    }

    /// The newest state.
    pub fn newest(&self) -> Rc<State> {
        self.newest.borrow().clone()
    }

    /// How long no lever has moved, in milliseconds.
    pub fn rested_for(&self) -> f64 {
        milliseconds() - self.moved_at.get()
    }

    /// Whether a lever is being stepped, key by key: the next step will come within a few frames. The
    /// browser keeps a beat for some frames after one that was drawn, and a step that meets it waits for it, so that
    /// what is drawn late makes the next step late.
    pub fn is_stepped(&self) -> bool {
        STEPPED_MS.contains(&self.interval.get()) && self.rested_for() < STEPPED_MS.end
    }

    /// Names what draws the whole page.
    pub fn draws_page(&self, draw: Callback<()>) {
        *self.page.borrow_mut() = Some(draw);
    }

    /// Takes the newest state one step on and shows it.
    pub fn tell(self: &Rc<Self>, told: Told) {
        let before = self.newest();
        let moved = match &told {
            Told::Act(Action::Set(key, _)) => Some(Lead::Row(*key)),
            Told::Act(Action::SetFunds(..)) => Some(Lead::Funds),
            _ => None,
        };
        let next = match told {
            Told::Act(action) => before.apply(action),
            Told::OpenLink(text) => boot::open_link(&before, &text),
        };
        *self.newest.borrow_mut() = Rc::new(next);
        self.draw(Lead::Headline);
        match moved {
            Some(lead) => {
                self.interval.set(self.rested_for());
                self.moved_at.set(milliseconds());
                let is_soon = self.follow_later(lead);
                if !is_soon {
                    self.draw_after_paint(lead);
                }
            }
            None => self.follow(),
        }
    }

    /// Draws those of that kind who show the newest state before the page.
    fn draw(&self, lead: Lead) {
        let leaders: Vec<Callback<()>> = self
            .leaders
            .borrow()
            .iter()
            .filter(|(_, known, _)| *known == lead)
            .map(|(_, _, draw)| draw.clone())
            .collect();
        for draw in leaders {
            draw.emit(());
        }
    }

    /// Draws those of that kind once the headline's frame was painted.
    fn draw_after_paint(self: &Rc<Self>, lead: Lead) {
        let store = self.clone();
        *self.row.borrow_mut() = AfterPaint::new(move || {
            *store.row.borrow_mut() = None;
            store.draw(lead);
        });
    }

    /// Draws the page.
    fn follow(&self) {
        {
            let mut following = self.following.borrow_mut();
            following.soon = None;
            following.at_rest = None;
        }
        let draw = self.page.borrow().clone();
        if let Some(draw) = draw {
            draw.emit(());
        }
    }

    /// Draws the page behind the headline's frame if that is quick enough, which it tells; in any
    /// case when nothing moves.
    fn follow_later(self: &Rc<Self>, lead: Lead) -> bool {
        // An assumption moves the plan, too, and with it nearly all of the page.
        let is_assumption = matches!(lead, Lead::Row(key) if !key.is_lever());
        let is_stepped = self.is_stepped();
        let waits = is_assumption && is_stepped;
        let mut following = self.following.borrow_mut();
        let store = self.clone();
        following.at_rest = Some(Timeout::new(REST_MS, move || store.follow_timed()));
        if following.soon.is_none() && !waits && following.is_due(is_stepped) {
            let store = self.clone();
            following.soon = AfterPaint::new(move || store.follow_timed());
        }
        following.soon.is_some()
    }

    /// Draws the page and notes how long that takes.
    fn follow_timed(self: &Rc<Self>) {
        let start = milliseconds();
        self.follow();
        let store = self.clone();
        self.following.borrow_mut().frame = AfterPaint::new(move || {
            let now = milliseconds();
            let mut following = store.following.borrow_mut();
            following.frame = None;
            following.took = now - start;
            following.done_at = now;
        });
    }
}

/// Has something drawn in the turn of every change of that kind, before the page.
#[hook]
pub fn use_lead(lead: Lead, draw: &Callback<()>) {
    let store = super::context::use_page().store;
    use_effect_with((lead, draw.clone()), move |(lead, draw)| {
        let id = store.last_leader.get() + 1;
        store.last_leader.set(id);
        store.leaders.borrow_mut().push((id, *lead, draw.clone()));
        move || {
            store
                .leaders
                .borrow_mut()
                .retain(|(known, ..)| *known != id)
        }
    });
}

/// The newest state for those who are shown it before the page.
///
/// It is read whenever the component is drawn, so that what leads is never older than the page.
#[hook]
pub fn use_newest(lead: Lead) -> Rc<State> {
    let redraw = use_force_update();
    let draw = use_callback((), move |(), ()| redraw.force_update());
    use_lead(lead, &draw);
    super::context::use_page().store.newest()
}
