//! The newest state, and the order in which views follow it.
//!
//! A moved lever is answered in its own turn by the headline. The page, with the lever's own row,
//! whose thumb the browser has moved already, follows behind the headline's frame; where that takes
//! long, the row comes alone, and the page when the lever rests. So the answer never waits for the rest of
//! the page, and the next move hardly ever does.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::Callback;

use super::after_paint::AfterPaint;
use crate::app::clock::milliseconds;
use crate::app::effects::{address, boot, regions};
use crate::app::state::{Action, State};
use crate::link::exercise::{exercise_parts, write_exercise};
use crate::region::key::Key;

/// After this long without a move the page follows in any case, in milliseconds.
pub const REST_MS: u32 = 250;
/// Longest time of following a moving lever, in milliseconds: above it the page waits until the lever rests, since
/// the next move would often fall into it.
const LONG_MS: f64 = 72.0;
/// The same where a lever is stepped by key: the browser's next frame after the page's would delay the next step.
const LONG_IN_STEPS_MS: f64 = 30.0;
/// Following takes at most one part in this many of the time.
const SHARE_OF_TIME: f64 = 4.0;
/// A lever that is stepped by key moves at such intervals, in milliseconds; closer moves are a drag.
const STEPPED_MS: std::ops::Range<f64> = 40.0..150.0;

/// Kinds of views that show the newest state before the page does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RedrawPriority {
    /// The views of the headline.
    Headline,
    /// The row of a lever or an assumption.
    Row(Key),
    /// The matrix of funds.
    Funds,
}

/// A message to the store.
pub enum StoreMessage {
    /// An action of the user or of an effect.
    Act(Action),
    /// A link from outside was opened in this tab.
    OpenLink(String),
}

/// The newest state.
pub struct Store {
    newest: RefCell<Rc<State>>,
    early: RefCell<Vec<(u32, RedrawPriority, Callback<()>)>>,
    last_early: Cell<u32>,
    page: RefCell<Option<Callback<()>>>,
    following: RefCell<Following>,
    row: RefCell<Option<AfterPaint>>,
    /// Time of the last move of a lever.
    moved_at: Cell<f64>,
    /// Time between the last two moves.
    interval: Cell<f64>,
}

/// Timing of the page's redraws.
#[derive(Default)]
struct Following {
    soon: Option<AfterPaint>,
    at_rest: Option<Timeout>,
    frame: Option<AfterPaint>,
    /// Duration of the page's last redraw, until its frame was painted, in milliseconds.
    took: f64,
    /// The time at its end.
    done_at: f64,
}

impl Following {
    /// True where the page may follow while a lever moves.
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
            early: RefCell::default(),
            last_early: Cell::default(),
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

    /// Time since the last move of a lever, in milliseconds.
    pub fn rested_for(&self) -> f64 {
        milliseconds() - self.moved_at.get()
    }

    /// True while a lever is being stepped, key by key: the next step will come within a few frames. The browser
    /// keeps its frame rate for some frames after one that was drawn, and a step that falls between two frames
    /// waits for the second, so that what is drawn late makes the next step late.
    pub fn is_stepped(&self) -> bool {
        STEPPED_MS.contains(&self.interval.get()) && self.rested_for() < STEPPED_MS.end
    }

    /// Has something drawn in the turn of every change of that kind, before the page, until the
    /// number it returns is handed to [`Self::forget`].
    pub fn draws_early(&self, priority: RedrawPriority, draw: Callback<()>) -> u32 {
        let id = self.last_early.get() + 1;
        self.last_early.set(id);
        self.early.borrow_mut().push((id, priority, draw));
        id
    }

    /// Ends an early drawing.
    pub fn forget(&self, id: u32) {
        self.early.borrow_mut().retain(|(known, ..)| *known != id);
    }

    /// Names what draws the whole page.
    pub fn draws_page(&self, draw: Callback<()>) {
        *self.page.borrow_mut() = Some(draw);
    }

    /// The link to start the page again with, where a text leads to an exercise or to another region that is known here.
    pub fn leads_elsewhere(&self, text: &str) -> Option<String> {
        match exercise_parts(text) {
            Some(Ok(parts)) => Some(write_exercise(&parts)),
            _ => regions::link_elsewhere(&self.newest().region, text),
        }
    }

    /// Takes the newest state one step on and shows it.
    pub fn dispatch(self: &Rc<Self>, message: StoreMessage) {
        let before = self.newest();
        if let StoreMessage::OpenLink(text) = &message
            && let Some(link) = self.leads_elsewhere(text)
        {
            address::leave_for(&link);
            return;
        }
        let moved = match &message {
            StoreMessage::Act(Action::Set(key, _)) => Some(RedrawPriority::Row(*key)),
            StoreMessage::Act(Action::SetFunds(..)) => Some(RedrawPriority::Funds),
            _ => None,
        };
        let next = match message {
            StoreMessage::Act(action) => before.apply(action),
            StoreMessage::OpenLink(text) => boot::open_link(&before, &text),
        };
        *self.newest.borrow_mut() = Rc::new(next);
        self.draw(RedrawPriority::Headline);
        match moved {
            Some(priority) => {
                self.interval.set(self.rested_for());
                self.moved_at.set(milliseconds());
                let is_soon = self.follow_later(priority);
                if !is_soon {
                    self.draw_after_paint(priority);
                }
            }
            None => self.follow(),
        }
    }

    /// Redraws the views of that kind, which show the newest state before the page.
    fn draw(&self, priority: RedrawPriority) {
        let found: Vec<Callback<()>> = self
            .early
            .borrow()
            .iter()
            .filter(|(_, known, _)| *known == priority)
            .map(|(_, _, draw)| draw.clone())
            .collect();
        for draw in found {
            draw.emit(());
        }
    }

    /// Draws those of that kind once the headline's frame was painted.
    fn draw_after_paint(self: &Rc<Self>, priority: RedrawPriority) {
        let store = self.clone();
        *self.row.borrow_mut() = AfterPaint::new(move || {
            *store.row.borrow_mut() = None;
            store.draw(priority);
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

    /// Draws the page behind the headline's frame if that is quick enough, and returns whether it will; in any
    /// case when nothing moves.
    fn follow_later(self: &Rc<Self>, priority: RedrawPriority) -> bool {
        // An assumption moves the plan, too, and with it nearly all of the page.
        let is_assumption = matches!(priority, RedrawPriority::Row(key) if !key.is_lever());
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
