//! The page's side of registers of households: one worker, which keeps what was opened until it is ended. Nothing of it is kept
//! here, nor in any storage.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, MessageEvent, Worker};

use super::{page_file, regions};
use crate::register::message::{RegisterOrder, RegisterReport};

/// News of the register.
#[derive(Clone, Debug, PartialEq)]
pub enum RegisterNews {
    /// A report, with the bytes of an exported file.
    Report(Box<RegisterReport>, Option<Rc<Vec<u8>>>),
    /// A file of the page did not load; the reason, in words for the site's maintainers. Nothing is open.
    Missing(String),
    /// The worker fell, most likely for want of memory. What it had open is gone.
    Fallen,
}

thread_local! {
    static HALL: RefCell<RegisterHall> = RefCell::default();
}

#[derive(Default)]
struct RegisterHall {
    worker: Option<RunningRegister>,
    /// Orders that are still to be sent, one after the other: a program that loads and a region's file take their time.
    waiting: VecDeque<Sending>,
    is_sending: bool,
    /// The number of workers that were ended: what was begun for one of them is let go.
    ended: u32,
    listener: Option<(u32, OnNews)>,
    last: u32,
}

/// The use of news of the worker.
type OnNews = Rc<dyn Fn(RegisterNews)>;

enum Sending {
    Region(String),
    Order(Box<RegisterOrder>, Option<File>),
}

/// A worker at work; dropping it ends it.
struct RunningRegister {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Drop for RunningRegister {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The listener of a page; dropping it ends its listening, not the worker.
#[derive(Debug)]
pub struct RegisterListener(u32);

impl Drop for RegisterListener {
    fn drop(&mut self) {
        HALL.with_borrow_mut(|hall| {
            if hall.listener.as_ref().is_some_and(|(id, _)| *id == self.0) {
                hall.listener = None;
            }
        });
    }
}

/// Listens to news, in the place of whoever listened before.
pub fn listen(on_news: impl Fn(RegisterNews) + 'static) -> RegisterListener {
    HALL.with_borrow_mut(|hall| {
        hall.last += 1;
        hall.listener = Some((hall.last, Rc::new(on_news)));
        RegisterListener(hall.last)
    })
}

/// A number for an order.
pub fn next_id() -> u32 {
    HALL.with_borrow_mut(|hall| {
        hall.last += 1;
        hall.last
    })
}

/// Hands the worker the files of a region, by its identifier; before anything is computed, and again where it changes.
pub fn use_region(id: &str) {
    put(Sending::Region(id.to_owned()));
}

/// Hands an order to the worker, which starts with the first; a file goes with [`RegisterOrder::Open`].
pub fn send(order: RegisterOrder, file: Option<File>) {
    put(Sending::Order(Box::new(order), file));
}

/// True while a worker is there, with or without a register.
pub fn is_running() -> bool {
    HALL.with_borrow(|hall| hall.worker.is_some())
}

/// Ends the worker: what it had open is gone, whatever it was doing.
pub fn close() {
    HALL.with_borrow_mut(|hall| {
        hall.worker = None;
        hall.waiting.clear();
        hall.ended += 1;
    });
}

fn put(what: Sending) {
    let is_first = HALL.with_borrow_mut(|hall| {
        hall.waiting.push_back(what);
        !std::mem::replace(&mut hall.is_sending, true)
    });
    if is_first {
        spawn_local(send_all());
    }
}

/// Sends what waits, one after the other.
async fn send_all() {
    loop {
        let next = HALL.with_borrow_mut(|hall| {
            let next = hall.waiting.pop_front();
            hall.is_sending = next.is_some();
            next.map(|next| (next, hall.ended))
        });
        let Some((next, of)) = next else {
            return;
        };
        if let Err(news) = sent(next, of).await {
            close();
            tell(news);
        }
    }
}

/// Sends to the worker that was there, or is started, after `of` others were ended.
async fn sent(what: Sending, of: u32) -> Result<(), RegisterNews> {
    let (order, file) = match what {
        Sending::Region(id) => {
            let files = regions::files(&id).await.map_err(RegisterNews::Missing)?;
            (RegisterOrder::Region(Box::new(files)), None)
        }
        Sending::Order(order, file) => (*order, file),
    };
    if !is_running() {
        let program = page_file::worker("households")
            .await
            .map_err(RegisterNews::Missing)?;
        if HALL.with_borrow(|hall| hall.ended == of) {
            let running = started(&program).map_err(|_| RegisterNews::Fallen)?;
            HALL.with_borrow_mut(|hall| hall.worker = Some(running));
        }
    }
    let message = message(&order, file).map_err(|_| RegisterNews::Fallen)?;
    HALL.with_borrow(|hall| match &hall.worker {
        Some(running) if hall.ended == of => running.worker.post_message(&message),
        // It was closed meanwhile: nobody waits for an answer.
        _ => Ok(()),
    })
    .map_err(|_| RegisterNews::Fallen)
}

fn started(program: &str) -> Result<RunningRegister, JsValue> {
    let worker = Worker::new(program)?;
    let listeners = [
        EventListener::new(&worker, "message", |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                receive(&event.data());
            }
        }),
        EventListener::new(&worker, "error", |_| fall()),
    ];
    Ok(RunningRegister {
        worker,
        _listeners: listeners,
    })
}

fn message(order: &RegisterOrder, file: Option<File>) -> Result<Object, JsValue> {
    let message = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&message, &name.into(), value);
    let text = serde_json::to_string(order).unwrap_or_default();
    set("order", &text.into())?;
    if let (RegisterOrder::Open { id }, Some(file)) = (order, file) {
        set("id", &(*id).into())?;
        set("file", &file)?;
    }
    Ok(message)
}

/// Passes a report on. A worker whose program fell can say nothing more.
fn receive(data: &JsValue) {
    let field = |name: &str| Reflect::get(data, &name.into()).ok();
    let text = field("report").and_then(|text| text.as_string());
    let report = text.and_then(|text| serde_json::from_str(&text).ok());
    let Some(report) = report else {
        fall();
        return;
    };
    let bytes = field("bytes").and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
    let bytes = bytes.map(|bytes| Rc::new(bytes.to_vec()));
    tell(RegisterNews::Report(Box::new(report), bytes));
}

fn fall() {
    close();
    tell(RegisterNews::Fallen);
}

fn tell(news: RegisterNews) {
    let listener = HALL.with_borrow(|hall| hall.listener.as_ref().map(|(_, it)| it.clone()));
    if let Some(listener) = listener {
        listener(news);
    }
}
