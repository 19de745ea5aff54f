//! Detection of the slots that open pages use.
//!
//! A page holds a lock of the browser for each slot that it shows; the lock ends with the page, however it ends.
//! Where there are no locks, as on plain http, a page writes a question into the storage; the other pages get an
//! event for it and answer there. No clock or regular signal is needed, and a page that was killed doesn't answer.

use std::cell::RefCell;
use std::collections::BTreeSet;

use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEvent;

use super::storage::{self, PREFIX};

const ASK: &str = "ask";
const HERE: &str = "here";
/// Time that the other pages have for an answer, in milliseconds.
const ANSWER_MS: u32 = 700;

thread_local! {
    static HELD: RefCell<BTreeSet<String>> = RefCell::default();
    static ANSWERS: RefCell<Option<EventListener>> = RefCell::default();
}

/// Marks a slot as used by this page, as long as the page lives.
pub fn hold(id: &str) {
    let is_new = HELD.with(|held| held.borrow_mut().insert(id.to_owned()));
    if !is_new {
        return;
    }
    match locks() {
        Some(locks) => {
            // Where it is refused the slot counts as free, which loses nothing: its page writes it again.
            let _may_fail = hold_lock(&locks, id);
        }
        None => answer_questions(),
    }
}

/// The slots that other open pages use; none where that can't be known.
pub async fn in_use_elsewhere() -> Option<BTreeSet<String>> {
    match locks() {
        Some(locks) => held_locks(&locks).await,
        None => ask().await,
    }
}

fn locks() -> Option<JsValue> {
    let navigator = gloo::utils::window().navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}

fn method(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &name.into())?.dyn_into()
}

fn hold_lock(locks: &JsValue, id: &str) -> Result<(), JsValue> {
    let options = js_sys::Object::new();
    Reflect::set(&options, &"mode".into(), &"shared".into())?;
    // A promise that is never fulfilled holds the lock for the page's life.
    let forever = Closure::<dyn FnMut() -> Promise>::new(|| Promise::new(&mut |_, _| {}));
    let name = JsValue::from_str(&format!("{PREFIX}{id}"));
    let asked = method(locks, "request")?.call3(locks, &name, &options, forever.as_ref())?;
    forever.forget();
    wasm_bindgen_futures::spawn_local(async move {
        // It ends only where the browser refuses.
        let _may_fail = JsFuture::from(Promise::resolve(&asked)).await;
    });
    Ok(())
}

async fn held_locks(locks: &JsValue) -> Option<BTreeSet<String>> {
    let asked = method(locks, "query").ok()?.call0(locks).ok()?;
    let answer = JsFuture::from(Promise::resolve(&asked)).await.ok()?;
    let held: Array = Reflect::get(&answer, &"held".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    let mut ids: Vec<String> = held
        .iter()
        .filter_map(name)
        .filter_map(|name| name.strip_prefix(PREFIX).map(str::to_owned))
        .collect();
    // This page's own hold is one of them.
    HELD.with(|own| {
        for id in own.borrow().iter() {
            if let Some(at) = ids.iter().position(|known| known == id) {
                ids.swap_remove(at);
            }
        }
    });
    Some(ids.into_iter().collect())
}

/// Answers the questions of other pages.
fn answer_questions() {
    ANSWERS.with(|answers| {
        answers.borrow_mut().get_or_insert_with(|| {
            EventListener::new(&gloo::utils::window(), "storage", |event| {
                let Some(event) = event.dyn_ref::<StorageEvent>() else {
                    return;
                };
                let is_question = event.key().as_deref() == Some(&format!("{PREFIX}{ASK}"));
                if let (true, Some(question)) = (is_question, event.new_value()) {
                    HELD.with(|held| {
                        for id in held.borrow().iter() {
                            // Without room for the answer there was none for the question.
                            let _may_fail = storage::write(&format!("{HERE}/{id}"), &question);
                        }
                    });
                }
            })
        });
    });
}

async fn ask() -> Option<BTreeSet<String>> {
    let question = format!("{:.0}", js_sys::Math::random() * 1e15);
    storage::write(ASK, &question).ok()?;
    TimeoutFuture::new(ANSWER_MS).await;
    let mut ids = BTreeSet::new();
    for id in storage::names(HERE).ok()? {
        let key = format!("{HERE}/{id}");
        if storage::read(&key).ok()?.as_deref() == Some(&question) {
            ids.insert(id);
        }
        storage::remove(&key).ok()?;
    }
    storage::remove(ASK).ok()?;
    Some(ids)
}
