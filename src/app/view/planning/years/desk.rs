//! State of the sheet: the reader's place, and the one field that is typed in.
//!
//! The field ([`super::pen`]) lies over the cell with the focus and is always there, as in the spreadsheets of
//! browsers: the browser itself puts typed text into it, also before anything was redrawn, so that no key is lost
//! on a slow machine and every input method works. Its content and place are set here at once, not with the next
//! drawing.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::faults::{cell_name, fault_text};
use crate::app::grid::paste::Block;
use crate::app::grid::{self, Place, Why, Wrong, YearSheet};
use crate::app::state::Action;
use crate::app::view::context::Context;
use crate::app::words::Words;
use crate::i18n::input::{Typed, meant as likely, read_over};
use crate::problem::Fault;
use crate::scenario::Scenario;

/// State of the field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// It holds the cell's value, chosen whole: what is typed takes its place.
    #[default]
    Ready,
    /// Something is typed in it.
    Typing,
}

/// A refused change, and the cell that shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The cells; the first shows the message.
    pub places: Vec<Place>,
    /// The reasons in words.
    pub texts: Vec<String>,
}

/// The most reasons that are listed.
const MOST_REASONS: usize = 8;

/// The sheet's elements.
#[derive(Clone, Default, PartialEq)]
pub struct Nodes {
    /// The field.
    pub pen: NodeRef,
    /// The table.
    pub table: NodeRef,
    /// The element that scrolls it.
    pub scroller: NodeRef,
    /// The message at a cell.
    pub bubble: NodeRef,
}

/// State of the sheet.
pub struct SheetEditor {
    pub(super) page: RefCell<Context>,
    pub(super) redraw: Callback<()>,
    pub(super) nodes: Nodes,
    /// The cell with the focus.
    pub(super) at: Cell<Place>,
    /// The other corner of what is chosen.
    pub(super) from: Cell<Place>,
    pub(super) mode: Cell<Mode>,
    pub(super) is_composing: Cell<bool>,
    /// The field's text when typing began: left as it was, it changes nothing.
    opened_with: RefCell<String>,
    pub(super) refusal: RefCell<Option<Refusal>>,
    /// The result of the last change, in words.
    pub(super) said: RefCell<String>,
    /// A share that was typed as a fraction: where, what it was taken for, what is likely to be meant.
    meant: Cell<Option<(Place, Decimal, Decimal)>>,
    /// A block that waits to be taken.
    pub(super) block: RefCell<Option<Rc<Block>>>,
    /// True where the focus came by Tab and nothing was done since: the next Tab goes on.
    pub(super) has_arrived: Cell<bool>,
    /// True where the next Tab leaves the sheet.
    leaves: Cell<bool>,
}

impl SheetEditor {
    /// A desk at the first cell.
    pub fn new(page: Context, nodes: Nodes, redraw: Callback<()>) -> Self {
        Self {
            page: RefCell::new(page),
            redraw,
            nodes,
            at: Cell::default(),
            from: Cell::default(),
            mode: Cell::default(),
            is_composing: Cell::default(),
            opened_with: RefCell::default(),
            refusal: RefCell::default(),
            said: RefCell::default(),
            meant: Cell::default(),
            block: RefCell::default(),
            has_arrived: Cell::default(),
            leaves: Cell::default(),
        }
    }

    /// Takes the words of another language.
    pub fn speaks(&self, page: &Context) {
        *self.page.borrow_mut() = page.clone();
    }

    pub(super) fn words(&self) -> Words {
        self.page.borrow().words.clone()
    }

    /// The sheet of the newest state: the page follows it behind a frame.
    pub fn sheet<T>(&self, ask: impl FnOnce(YearSheet<'_>) -> T) -> T {
        let newest = self.page.borrow().store.newest();
        ask(YearSheet {
            region: &newest.region,
            scenario: newest.scenario(),
            locks: &newest.locks,
        })
    }

    /// The cell with the focus.
    pub fn at(&self) -> Place {
        self.at.get()
    }

    /// The corners of what is chosen.
    pub fn corners(&self) -> (Place, Place) {
        (self.at.get(), self.from.get())
    }

    /// The state of the field.
    pub fn mode(&self) -> Mode {
        self.mode.get()
    }

    /// The last refused change.
    pub fn refusal(&self) -> Option<Refusal> {
        self.refusal.borrow().clone()
    }

    /// The result of the last change, in words.
    pub fn said(&self) -> String {
        self.said.borrow().clone()
    }

    /// The block that waits to be taken.
    pub fn block(&self) -> Option<Rc<Block>> {
        self.block.borrow().clone()
    }

    /// True where a Tab goes on to what follows the sheet.
    pub fn tab_goes_on(&self) -> bool {
        self.leaves.replace(false) || (self.has_arrived.get() && self.mode.get() == Mode::Ready)
    }

    /// Lets the next Tab leave the sheet.
    pub fn leave_next(&self) {
        self.leaves.set(true);
    }

    /// Notes that a key or the pointer did something in the sheet.
    pub fn is_used(&self) {
        self.has_arrived.set(false);
        self.leaves.set(false);
    }

    /// Handles the focus coming to the field.
    pub fn arrived(&self) {
        self.has_arrived.set(true);
        self.show();
    }

    /// Goes to a cell and takes over what is typed; false where that can't be taken and stays to be corrected.
    pub fn go(&self, to: Place) -> bool {
        let is_settled = self.settle();
        if is_settled {
            *self.refusal.borrow_mut() = None;
            self.at.set(to);
            self.from.set(to);
        }
        self.show();
        (self.redraw).emit(());
        is_settled
    }

    /// Takes over what is typed where the focus leaves the field; false where that can't be taken.
    pub fn go_on(&self) -> bool {
        let is_settled = self.settle();
        if is_settled {
            self.show();
        }
        (self.redraw).emit(());
        is_settled
    }

    /// Stretches what is chosen to a cell.
    pub fn stretch(&self, to: Place) {
        if self.mode.get() == Mode::Ready && self.at.get() != to {
            self.at.set(to);
            self.show();
            (self.redraw).emit(());
        }
    }

    /// Opens the cell with its present value.
    pub fn open(&self) {
        let text = self.text();
        self.begin(&text);
        if let Some(pen) = self.pen() {
            let end = text.encode_utf16().count() as u32;
            let set = pen.set_selection_range(end, end);
            debug_assert!(set.is_ok(), "a field of text has a caret");
        }
    }

    fn begin(&self, text: &str) {
        if self.mode.replace(Mode::Typing) == Mode::Ready {
            text.clone_into(&mut self.opened_with.borrow_mut());
            if let Some(pen) = self.pen() {
                let removed = pen.remove_attribute("data-settled");
                debug_assert!(removed.is_ok(), "the field is an element");
            }
        }
        *self.refusal.borrow_mut() = None;
        (self.redraw).emit(());
    }

    /// Handles text that the browser put into the field.
    pub fn typed(&self) {
        self.is_used();
        self.begin("");
    }

    /// Handles the start or end of an input method's composition.
    pub fn composes(&self, is_composing: bool) {
        self.is_composing.set(is_composing);
        if is_composing {
            self.typed();
        }
    }

    /// Gives up what is typed.
    pub fn give_up(&self) {
        self.mode.set(Mode::Ready);
        *self.refusal.borrow_mut() = None;
        self.show();
        (self.redraw).emit(());
    }

    /// Takes over what is typed; false where that can't be taken and stays to be corrected.
    pub fn settle(&self) -> bool {
        if self.mode.get() == Mode::Ready {
            return true;
        }
        let text = self.pen().map(|pen| pen.value()).unwrap_or_default();
        // An empty field changes nothing, nor does one that was left as it was.
        if text.trim().is_empty() || text == *self.opened_with.borrow() {
            self.mode.set(Mode::Ready);
            return true;
        }
        let at = self.at.get();
        let mut meant = None;
        let put = self.sheet(|sheet| {
            let fault = |fault| {
                vec![Wrong {
                    place: Some(at),
                    why: Why::Fault(fault),
                }]
            };
            let typed = Self::read(sheet, at, &text).map_err(fault)?;
            let usual = sheet.cell(at).map(|cell| cell.value).unwrap_or_default();
            let likely = likely(grid::lines()[at.0].unit(), typed.value, usual);
            meant = likely.map(|likely| (at, typed.value, likely));
            sheet.put(at, typed.value)
        });
        let is_taken = self.take(put);
        self.meant.set(meant.filter(|_| is_taken));
        if is_taken {
            self.mode.set(Mode::Ready);
        }
        is_taken
    }

    /// Reads typed text over the value of a cell.
    fn read(sheet: YearSheet<'_>, at: Place, text: &str) -> Result<Typed, Fault> {
        let present = sheet.cell(at).map(|cell| cell.value).unwrap_or_default();
        read_over(grid::lines()[at.0].unit(), text, present)
    }

    /// Preview of the value that the typed text stands for, where it is written another way; else none.
    pub fn coming(&self) -> Option<String> {
        let pen = self.pen().filter(|_| self.mode.get() == Mode::Typing)?;
        let at = self.at.get();
        let typed = self
            .sheet(|sheet| Self::read(sheet, at, &pen.value()))
            .ok()?;
        let sign = if typed.is_rounded { "≈" } else { "=" };
        let unit = grid::lines()[at.0].unit();
        let value = self.words().value_of_unit(unit, typed.value);
        (!typed.is_plain).then(|| format!("{sign} {value}"))
    }

    /// A share that was typed as a fraction: what it was taken for, and what is likely to be meant.
    pub fn meant(&self) -> Option<(Decimal, Decimal)> {
        self.meant.get().map(|(_, value, likely)| (value, likely))
    }

    /// Takes what is likely to be meant.
    pub fn take_meant(&self) {
        if let Some((place, _, likely)) = self.meant.take() {
            self.take(self.sheet(|sheet| sheet.put(place, likely)));
        }
    }

    /// Makes a scenario the present one, or shows at the cells why not.
    pub fn take(&self, next: Result<Scenario, Vec<Wrong>>) -> bool {
        let is_taken = next.is_ok();
        match next {
            Ok(scenario) => {
                *self.refusal.borrow_mut() = None;
                self.said.borrow_mut().clear();
                self.meant.set(None);
                let act = self.page.borrow().act.clone();
                act.emit(Action::Navigate(scenario));
            }
            Err(wrong) => self.refuse(&wrong),
        }
        if self.mode.get() == Mode::Ready {
            self.show();
        }
        (self.redraw).emit(());
        is_taken
    }

    /// Shows at its cells why something can't be done.
    pub fn refuse(&self, wrong: &[Wrong]) {
        let words = self.words();
        let region = self.page.borrow().store.newest().region.clone();
        let mut texts: Vec<String> = wrong
            .iter()
            .take(MOST_REASONS)
            .map(|wrong| fault_text(&words, &region, wrong))
            .collect();
        texts.dedup();
        let mut places: Vec<Place> = wrong.iter().filter_map(|wrong| wrong.place).collect();
        if places.is_empty() {
            places.push(self.at.get());
        }
        self.said.borrow_mut().clear();
        *self.refusal.borrow_mut() = Some(Refusal { places, texts });
        (self.redraw).emit(());
    }

    /// Says how a growth went, and how many cells ended at a limit.
    pub fn say_grown(&self, rate: Decimal, at_limit: usize) {
        let words = self.words();
        let rate = words.typed(crate::region::key::Unit::Share, rate);
        let mut text = words.format("plan-years-grown", &[("rate", &rate)]);
        if at_limit > 0 {
            let count = at_limit.to_string();
            text.push_str(&words.format("plan-years-at-limit", &[("count", &count)]));
        }
        self.say(text);
    }

    /// Shows the result of a change, in words.
    pub(super) fn say(&self, text: String) {
        *self.said.borrow_mut() = text;
        (self.redraw).emit(());
    }

    /// The name and the value of the cell with the focus.
    pub fn spoken(&self) -> String {
        let words = self.words();
        let region = self.page.borrow().store.newest().region.clone();
        let name = cell_name(&words, &region, self.at.get());
        let unit = grid::lines()[self.at.get().0].unit();
        let value = self.sheet(|sheet| sheet.cell(self.at.get()));
        let value = value.map(|cell| words.value_of_unit(unit, cell.value));
        let value = value.unwrap_or_default();
        words.format("plan-years-spoken", &[("name", &name), ("value", &value)])
    }
}
