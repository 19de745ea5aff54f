//! The page's side of reading spreadsheets: one worker, which keeps the rows of one file until it is let go. A worker
//! that dies or falls silent is ended, and its file with it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, MessageEvent, Worker};
use zengshou_sheets::{ReadFault, ReadLimit, Synonyms};

use super::{page_file, regions, storage};
use crate::intake::{IntakeChoices, IntakeReply, IntakeSetting};
use crate::language::Language;

/// Longest time until an answer, in milliseconds: the largest file that is read takes a slow machine a third of it.
const SILENCE_MS: u32 = 90_000;
/// The key of the remembered words in the storage.
const SYNONYMS: &str = "sheet-words";
/// The most bytes of remembered words that are kept.
const MOST_SYNONYMS: usize = 100_000;

/// An order to the worker.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetOrder {
    /// Opens a file.
    File(File),
    /// Opens a pasted block.
    Paste(String),
    /// Looks at what is open again.
    Look,
    /// Hands over the region that is ready to be taken.
    Take,
}

/// The reason for which there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// A file of the page did not load; the reason, in words for the site's maintainers.
    Missing(String),
    /// The worker died or did not answer. What it had open is gone.
    Ended,
}

thread_local! {
    static DESK: RefCell<SheetDesk> = RefCell::default();
}

#[derive(Default)]
struct SheetDesk {
    worker: Option<Running>,
    last_id: u32,
    waiting: BTreeMap<u32, Waiting>,
}

/// A worker at work; dropping it ends it.
struct Running {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

struct Waiting {
    resolve: Function,
    _watch: Timeout,
}

/// Hands an order to the worker and waits for its reply.
///
/// # Errors
/// The reason for which there is none.
pub async fn ask(
    order: SheetOrder,
    choices: &IntakeChoices,
    (language, region): (Language, &str),
) -> Result<IntakeReply, NoAnswer> {
    if let SheetOrder::File(file) = &order {
        let most = ReadLimit::FileBytes.most();
        let size = file.size();
        if size > most as f64 {
            let fault = ReadFault::TooLarge(ReadLimit::FileBytes, size as u64);
            return Ok(IntakeReply::Unread(fault));
        }
    }
    let is_running = DESK.with_borrow(|desk| desk.worker.is_some());
    if !is_running {
        let program = page_file::worker("sheets")
            .await
            .map_err(NoAnswer::Missing)?;
        DESK.with_borrow_mut(|desk| desk.start(&program))?;
    }
    let message = message(&order, choices).map_err(|_| NoAnswer::Ended)?;
    if matches!(order, SheetOrder::File(_) | SheetOrder::Paste(_)) {
        let setting = IntakeSetting {
            language: language.tag().to_owned(),
            region: regions::files(region).await.map_err(NoAnswer::Missing)?,
        };
        let setting = serde_json::to_string(&setting).unwrap_or_default();
        Reflect::set(&message, &"setting".into(), &setting.into()).map_err(|_| NoAnswer::Ended)?;
    }
    let sent = DESK.with_borrow_mut(|desk| desk.send(&message));
    let answer = JsFuture::from(sent?).await.map_err(|_| NoAnswer::Ended)?;
    let text = answer.as_string().ok_or(NoAnswer::Ended)?;
    serde_json::from_str(&text).map_err(|_| NoAnswer::Ended)
}

/// Ends the worker, and lets what it had open go.
pub fn close() {
    end();
}

/// Words for columns that were remembered in this browser.
pub fn remembered() -> Synonyms {
    let text = storage::read(SYNONYMS).ok().flatten();
    let known = text.and_then(|text| serde_json::from_str(&text).ok());
    known.unwrap_or_default()
}

/// Remembers words for columns. Without storage they are simply asked for again.
pub fn remember(synonyms: &Synonyms) {
    if let Ok(text) = serde_json::to_string(synonyms)
        && text.len() <= MOST_SYNONYMS
    {
        // A full or blocked storage loses a convenience only.
        let _may_fail = storage::write(SYNONYMS, &text);
    }
}

fn message(order: &SheetOrder, choices: &IntakeChoices) -> Result<Object, JsValue> {
    let message = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&message, &name.into(), value);
    match order {
        SheetOrder::File(file) => {
            set("kind", &"file".into())?;
            set("file", file)?;
        }
        SheetOrder::Paste(text) => {
            set("kind", &"paste".into())?;
            set("text", &text.into())?;
        }
        SheetOrder::Look => {
            set("kind", &"look".into())?;
        }
        SheetOrder::Take => {
            set("kind", &"take".into())?;
        }
    }
    let choices = serde_json::to_string(choices).unwrap_or_default();
    set("choices", &choices.into())?;
    Ok(message)
}

impl SheetDesk {
    fn start(&mut self, program: &str) -> Result<(), NoAnswer> {
        let worker = Worker::new(program).map_err(|_| NoAnswer::Ended)?;
        let listeners = [
            EventListener::new(&worker, "message", |event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>() {
                    receive(&event.data());
                }
            }),
            EventListener::new(&worker, "error", |_| end()),
        ];
        self.worker = Some(Running {
            worker,
            _listeners: listeners,
        });
        Ok(())
    }

    fn send(&mut self, message: &Object) -> Result<Promise, NoAnswer> {
        self.last_id += 1;
        let id = self.last_id;
        let running = self.worker.as_ref().ok_or(NoAnswer::Ended)?;
        Reflect::set(message, &"id".into(), &id.into()).map_err(|_| NoAnswer::Ended)?;
        running
            .worker
            .post_message(message)
            .map_err(|_| NoAnswer::Ended)?;
        let mut resolve = None;
        let promise = Promise::new(&mut |kept, _| resolve = Some(kept));
        let resolve = resolve.ok_or(NoAnswer::Ended)?;
        let watch = Timeout::new(SILENCE_MS, end);
        self.waiting.insert(
            id,
            Waiting {
                resolve,
                _watch: watch,
            },
        );
        Ok(promise)
    }
}

/// Hands a reply to whoever waits for it. A worker whose program died can answer nothing more.
fn receive(data: &JsValue) {
    let field = |name: &str| Reflect::get(data, &name.into()).ok();
    let id = field("id").and_then(|id| id.as_f64());
    let reply = field("reply").and_then(|reply| reply.as_string());
    let (Some(id), Some(reply)) = (id, reply) else {
        end();
        return;
    };
    let waiting = DESK.with_borrow_mut(|desk| desk.waiting.remove(&(id as u32)));
    if let Some(waiting) = waiting {
        settle(&waiting, &reply.into());
    }
}

/// Ends the worker: whoever waits learns that there is no answer.
fn end() {
    let waiting = DESK.with_borrow_mut(|desk| {
        desk.worker = None;
        std::mem::take(&mut desk.waiting)
    });
    for waiting in waiting.values() {
        settle(waiting, &JsValue::NULL);
    }
}

fn settle(waiting: &Waiting, with: &JsValue) {
    let called = waiting.resolve.call1(&JsValue::NULL, with);
    debug_assert!(called.is_ok(), "a promise can be settled");
}
