//! The page's side of planning: one worker, one question of a kind at a time, the newest one. A worker that stops
//! answering is replaced once; when the new one doesn't answer either, the reader gets a message.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::worker::{Spawnable, WorkerBridge};
use wasm_bindgen_futures::spawn_local;

use super::{page_file, regions};
use crate::app::planner::Planner;
use crate::planner::{PageMessage, Question, Reply, WorkerMessage};
use crate::region::Region;
use crate::region::files::RegionFiles;
use crate::scenario::{Scenario, file};

/// Longest silence of a working worker, in milliseconds; one of its turns takes a hundredth of it.
const SILENCE_MS: u32 = 5_000;
/// Longest time until the first answer of a new worker, in milliseconds: it has to load first.
const START_MS: u32 = 20_000;

/// An answer to a question, or part of one.
#[derive(Clone, Debug, PartialEq)]
pub enum Update {
    /// Progress of the work, from 0 to 1.
    Progress(f64),
    /// The result, and the duration of the work in milliseconds.
    Reply(Rc<Reply>, f64),
    /// The worker did not answer, nor did a second one.
    Failed,
    /// A file that it needs did not load; the reason, in words for the site's maintainers.
    Missing(String),
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

#[derive(Default)]
struct Desk {
    /// The worker's program, once its files were seen whole.
    program: Option<String>,
    worker: Option<WorkerBridge<Planner>>,
    /// The region that the worker has.
    region: Option<String>,
    has_answered: bool,
    last_id: u32,
    open: Vec<Open>,
}

/// The question under way.
struct Open {
    id: u32,
    region: String,
    question: Question,
    order: String,
    on_update: Rc<dyn Fn(Update)>,
    is_second_try: bool,
    watch: Option<Timeout>,
}

/// A question under way; dropping it cancels it.
pub struct PendingQuestion {
    id: u32,
}

impl Drop for PendingQuestion {
    fn drop(&mut self) {
        DESK.with_borrow_mut(|desk| {
            if desk.open.iter().any(|open| open.id == self.id) {
                desk.open.retain(|open| open.id != self.id);
                desk.send(&PageMessage::Stop(self.id));
            }
        });
    }
}

/// Starts a question about a scenario; an earlier one of its kind is cancelled.
pub fn ask(
    region: &Region,
    scenario: &Scenario,
    question: Question,
    on_update: impl Fn(Update) + 'static,
) -> PendingQuestion {
    let id = DESK.with_borrow_mut(|desk| {
        desk.last_id += 1;
        let id = desk.last_id;
        let order = PageMessage::Ask {
            id,
            scenario: file::write(region, scenario, None),
            question: question.clone(),
        };
        desk.open.retain(|open| !open.question.is_like(&question));
        desk.open.push(Open {
            id,
            region: region.id.clone(),
            question,
            order: serde_json::to_string(&order).unwrap_or_default(),
            on_update: Rc::new(on_update),
            is_second_try: false,
            watch: None,
        });
        id
    });
    spawn_local(put(id));
    PendingQuestion { id }
}

/// Puts the open question before the worker, which gets the region first where it has another one.
async fn put(id: u32) {
    let is_open = |desk: &Desk| desk.open.iter().any(|open| open.id == id);
    let wanted = DESK.with_borrow(|desk| {
        let open = desk.open.iter().find(|open| open.id == id)?;
        (desk.region.as_ref() != Some(&open.region)).then(|| open.region.clone())
    });
    if let Some(region) = wanted {
        let (program, files) = match read(&region).await {
            Ok(read) => read,
            Err(reason) => {
                end(id, Update::Missing(reason));
                return;
            }
        };
        DESK.with_borrow_mut(|desk| {
            // Another question may have brought the region meanwhile.
            desk.program = Some(program);
            if is_open(desk) && desk.start() && desk.region.as_ref() != Some(&region) {
                desk.send(&PageMessage::Region(files));
                desk.region = Some(region);
            }
        });
    }
    let is_sent = DESK.with_borrow_mut(|desk| {
        let order = desk.open.iter().find(|open| open.id == id);
        let Some(order) = order.map(|open| open.order.clone()) else {
            return true;
        };
        let Some(worker) = &desk.worker else {
            return false;
        };
        worker.send(order);
        desk.watch(id);
        true
    });
    if !is_sent {
        end(id, Update::Failed);
    }
}

/// The worker's program, all of whose files are loaded, and the region's files. A worker doesn't report a file that
/// failed to load; so they are requested here, once, and the worker gets them from the browser's cache.
async fn read(region: &str) -> Result<(String, RegionFiles), String> {
    let program = match DESK.with_borrow(|desk| desk.program.clone()) {
        Some(program) => program,
        None => page_file::worker("planner").await?,
    };
    Ok((program, regions::files(region).await?))
}

impl Desk {
    /// Starts a worker unless there is one; whether there is one now.
    fn start(&mut self) -> bool {
        if self.worker.is_none() {
            self.has_answered = false;
            self.region = None;
            self.worker = self.program.as_ref().map(|address| {
                Planner::spawner()
                    .callback(|text| receive(&text))
                    .spawn_with_loader(address)
            });
        }
        self.worker.is_some()
    }

    fn send(&self, order: &PageMessage) {
        if let (Some(worker), Ok(text)) = (&self.worker, serde_json::to_string(order)) {
            worker.send(text);
        }
    }

    /// Listens for silence from now on.
    fn watch(&mut self, id: u32) {
        let patience = if self.has_answered {
            SILENCE_MS
        } else {
            START_MS
        };
        if let Some(open) = self.open.iter_mut().find(|open| open.id == id) {
            open.watch = Some(Timeout::new(patience, move || silent(id)));
        }
    }
}

fn receive(text: &str) {
    let (id, update) = match serde_json::from_str(text) {
        Ok(WorkerMessage::Progress(id, share)) => (id, Update::Progress(share)),
        Ok(WorkerMessage::Done(id, reply, took)) => (id, Update::Reply(Rc::new(reply), took)),
        Err(_) => return,
    };
    let on_update = DESK.with_borrow_mut(|desk| {
        desk.has_answered = true;
        // The result of an earlier question is of no interest any more.
        let open = desk.open.iter().find(|open| open.id == id)?;
        let on_update = open.on_update.clone();
        if !matches!(update, Update::Progress(_)) {
            desk.open.retain(|open| open.id != id);
        }
        // Any answer shows that the worker is at work for everyone who waits.
        let waiting: Vec<u32> = desk.open.iter().map(|open| open.id).collect();
        waiting.into_iter().for_each(|id| desk.watch(id));
        Some(on_update)
    });
    if let Some(on_update) = on_update {
        on_update(update);
    }
}

/// Handles a worker that has been silent for too long: another one gets the question, once.
fn silent(id: u32) {
    let waiting = DESK.with_borrow_mut(|desk| {
        if desk.open.iter().all(|open| open.id != id) {
            return Vec::new();
        }
        desk.worker = None;
        desk.region = None;
        // What it was made of is looked at again.
        desk.program = None;
        let waiting = desk.open.iter_mut().map(|open| {
            let again = !open.is_second_try;
            open.is_second_try = true;
            open.watch = None;
            (open.id, again)
        });
        waiting.collect()
    });
    for (id, again) in waiting {
        match again {
            true => spawn_local(put(id)),
            false => end(id, Update::Failed),
        }
    }
}

/// Ends a question that won't be answered.
fn end(id: u32, why: Update) {
    let on_update = DESK.with_borrow_mut(|desk| {
        let place = desk.open.iter().position(|open| open.id == id)?;
        Some(desk.open.remove(place).on_update)
    });
    if let Some(on_update) = on_update {
        on_update(why);
    }
}
