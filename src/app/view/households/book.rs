//! The page's one book of the open register, and the orders that go with its changes. It outlives the page of households,
//! not the tab.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::File;
use yew::prelude::*;

use crate::app::clock;
use crate::app::effects::files;
use crate::app::effects::households::{self, RegisterListener, RegisterNews};
use crate::app::households::{LISTED, RegisterAction, RegisterBook, RegisterEnd};
use crate::app::state::State;
use crate::register::message::{
    ComputeOrder, ExportWords, RegisterOrder, RegisterReport, RiskFilter,
};
use crate::scenario::file;

/// A moving lever is followed after this rest, in milliseconds.
const REST_MS: u32 = 120;
/// Figures that are awaited so long, in milliseconds, are said to be computed.
const SLOW_MS: u32 = 300;

thread_local! {
    static DESK: RefCell<RegisterHolding> = RefCell::default();
}

#[derive(Default)]
struct RegisterHolding {
    book: Rc<RegisterBook>,
    readers: Vec<(u32, Callback<Rc<RegisterBook>>)>,
    listener: Option<RegisterListener>,
    waiting: Option<Timeout>,
    slow: Option<Timeout>,
    region: Option<String>,
    file_name: String,
}

/// The book as it stands.
pub fn book() -> Rc<RegisterBook> {
    DESK.with_borrow(|desk| desk.book.clone())
}

/// Changes the book and hands it to its readers.
pub fn act(action: RegisterAction) {
    let (book, readers) = DESK.with_borrow_mut(|desk| {
        desk.book = Rc::new(desk.book.apply(action));
        (desk.book.clone(), desk.readers.clone())
    });
    for (_, reader) in readers {
        reader.emit(book.clone());
    }
}

/// The book, read again with every change.
#[hook]
pub fn use_book() -> Rc<RegisterBook> {
    let state = use_state_eq(book);
    let setter = state.setter();
    use_effect_with((), move |()| {
        let id = households::next_id();
        let reader = Callback::from(move |book| setter.set(book));
        // It may have changed since it was drawn.
        reader.emit(book());
        DESK.with_borrow_mut(|desk| desk.readers.push((id, reader)));
        move || DESK.with_borrow_mut(|desk| desk.readers.retain(|(known, _)| *known != id))
    });
    (*state).clone()
}

fn listen() {
    let is_new = DESK.with_borrow(|desk| desk.listener.is_none());
    if is_new {
        let listener = households::listen(hear);
        DESK.with_borrow_mut(|desk| desk.listener = Some(listener));
    }
}

fn hear(news: RegisterNews) {
    match news {
        RegisterNews::Report(report, bytes) => {
            if let (RegisterReport::File { id, .. }, Some(bytes)) = (&*report, bytes)
                && book().awaits_file(*id)
            {
                let name = DESK.with_borrow(|desk| desk.file_name.clone());
                let saved = files::save_bytes(&name, "text/csv;charset=utf-8", &bytes);
                debug_assert!(saved.is_ok(), "a browser makes a file of bytes");
            }
            act(RegisterAction::Report(report, clock::today()));
        }
        RegisterNews::Missing(reason) => end(RegisterEnd::Missing(reason)),
        RegisterNews::Fallen => end(RegisterEnd::Fallen),
    }
}

fn end(end: RegisterEnd) {
    forget_orders();
    act(RegisterAction::End(end));
}

/// Orders that wait belong to a register that is gone.
fn forget_orders() {
    DESK.with_borrow_mut(|desk| {
        desk.waiting = None;
        desk.slow = None;
        desk.region = None;
    });
}

/// Opens a file in the place of what is open.
pub fn open(file: File) {
    let id = start(false);
    households::send(RegisterOrder::Open { id }, Some(file));
}

/// Makes an invented register in the place of what is open.
pub fn invent(region: &str, rows: u32, seed: u64) {
    let id = start(true);
    hand_over(region);
    households::send(RegisterOrder::Sample { id, rows, seed }, None);
}

/// Hands the worker a region unless it has it.
fn hand_over(region: &str) {
    let is_new = DESK.with_borrow_mut(|desk| {
        let is_new = desk.region.as_deref() != Some(region);
        desk.region = Some(region.to_owned());
        is_new
    });
    if is_new {
        households::use_region(region);
    }
}

fn start(is_invented: bool) -> u32 {
    listen();
    let id = households::next_id();
    act(RegisterAction::Open(id, is_invented));
    id
}

/// Calls off what is on its way in: ending the worker frees its memory at once, whatever it is doing.
pub fn cancel() {
    households::close();
    end(RegisterEnd::Canceled);
}

/// Lets the register go.
pub fn forget() {
    households::close();
    forget_orders();
    act(RegisterAction::Forget);
}

/// Asks for the figures of a state after a rest; a newer wish takes the place of one that waits.
pub fn follow(state: &Rc<State>) {
    let state = state.clone();
    let waiting = Timeout::new(REST_MS, move || compute(&state));
    DESK.with_borrow_mut(|desk| desk.waiting = Some(waiting));
}

fn compute(state: &State) {
    let book = book();
    let first = state.results.outcome.scenario.first();
    let Some(first) = first.filter(|_| book.opened.is_some()) else {
        return;
    };
    // The vintage of the scenario on the screen is in its file.
    hand_over(&state.region.id);
    let id = households::next_id();
    let choices = book.choices.clone();
    households::send(
        RegisterOrder::Compute(Box::new(ComputeOrder {
            id,
            scenario: file::write(&state.region, state.scenario(), None),
            year: choices.year.unwrap_or(first.year),
            line: choices.line,
            cover: choices.cover,
            jobs: choices.jobs,
        })),
        None,
    );
    act(RegisterAction::Compute(id));
    let slow = Timeout::new(SLOW_MS, move || act(RegisterAction::Slow(id)));
    DESK.with_borrow_mut(|desk| desk.slow = Some(slow));
}

/// Asks for the share under the line of every plan year.
pub fn ask_years() {
    let id = households::next_id();
    households::send(RegisterOrder::Years { id }, None);
    act(RegisterAction::AskYears(id));
}

/// Asks for the part of the list that the book names.
pub fn ask_list() {
    let book = book();
    let id = households::next_id();
    let order = RegisterOrder::AtRisk {
        id,
        filter: book.filter.clone(),
        offset: book.offset,
        count: LISTED,
    };
    households::send(order, None);
    act(RegisterAction::AskList(id));
}

/// Asks for the whole list as a file, saved under that name when it comes.
pub fn export(filter: RiskFilter, words: ExportWords, file_name: String) {
    let id = households::next_id();
    DESK.with_borrow_mut(|desk| desk.file_name = file_name);
    act(RegisterAction::AskFile(id));
    households::send(
        RegisterOrder::Export {
            id,
            filter,
            words: Box::new(words),
        },
        None,
    );
}
