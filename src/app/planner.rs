//! The worker's side of planning: takes orders, works in turns and listens between them, so that
//! the newest question wins and any can be called off.

use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::worker::{HandlerId, Registrable, Worker, WorkerScope};

use super::clock::Watch;
use crate::planner::{PageMessage, Question, Reply, Work, WorkerMessage};
use crate::region::Region;
use crate::scenario::file;

/// Longest stretch of work before the next order is read, in milliseconds.
const STRETCH_MS: f64 = 30.0;

/// Starts to listen; called in the worker.
pub fn serve() {
    Planner::registrar().register();
}

/// The worker.
pub struct Planner {
    region: Option<Rc<Region>>,
    /// One question of a kind, in the order in which they came.
    work: VecDeque<Running>,
    next: Option<Timeout>,
}

struct Running {
    id: u32,
    question: Question,
    asked_by: HandlerId,
    /// The region as of the version that the scenario was made under; none where nothing is computed.
    region: Option<Rc<Region>>,
    work: Work,
    /// Milliseconds of work so far.
    took: f64,
}

/// Time for the next stretch of work.
pub struct Turn;

impl Worker for Planner {
    type Message = Turn;
    type Input = String;
    type Output = String;

    fn create(_scope: &WorkerScope<Self>) -> Self {
        Self {
            region: None,
            work: VecDeque::new(),
            next: None,
        }
    }

    fn received(&mut self, scope: &WorkerScope<Self>, order: String, asked_by: HandlerId) {
        match serde_json::from_str(&order) {
            Ok(PageMessage::Region(files)) => self.region = files.region().ok().map(Rc::new),
            Ok(PageMessage::Ask {
                id,
                scenario,
                question,
            }) => {
                let started = Watch::start();
                let read = |region: &Rc<Region>| {
                    let scenario = file::read(region, &scenario).ok()?.scenario;
                    let own = match scenario.vintage() {
                        None => region.clone(),
                        Some(_) => Rc::new(scenario.region(region).into_owned()),
                    };
                    let work = Work::start(&own, &scenario, question.clone());
                    Some((Some(own), work))
                };
                let work = self.region.as_ref().and_then(read);
                let (region, work) =
                    work.unwrap_or_else(|| (None, Work::Done(Box::new(Reply::Refused))));
                self.work
                    .retain(|running| !running.question.is_like(&question));
                self.work.push_back(Running {
                    id,
                    question,
                    asked_by,
                    region,
                    work,
                    took: started.elapsed(),
                });
                // A turn that is due already goes on with what came first.
                if self.next.is_none() {
                    scope.send_message(Turn);
                }
            }
            Ok(PageMessage::Stop(id)) => self.work.retain(|running| running.id != id),
            // The page and the worker are of one build; another's order can't be answered.
            Err(_) => {}
        }
    }

    fn update(&mut self, scope: &WorkerScope<Self>, Turn: Turn) {
        self.next = None;
        let Some(running) = self.work.front_mut() else {
            return;
        };
        let Some(region) = running.region.clone().or_else(|| self.region.clone()) else {
            return;
        };
        let (id, asked_by) = (running.id, running.asked_by);
        let watch = Watch::start();
        let message = loop {
            if let Some(reply) = running.work.advance(&region) {
                break WorkerMessage::Done(id, reply, running.took + watch.elapsed());
            }
            if watch.elapsed() >= STRETCH_MS {
                running.took += watch.elapsed();
                break WorkerMessage::Progress(id, running.work.progress());
            }
        };
        if matches!(message, WorkerMessage::Done(..)) {
            self.work.pop_front();
        }
        if !self.work.is_empty() {
            // Orders that arrived meanwhile are read first.
            let scope = scope.clone();
            self.next = Some(Timeout::new(0, move || scope.send_message(Turn)));
        }
        if let Ok(text) = serde_json::to_string(&message) {
            scope.respond(asked_by, text);
        }
    }
}
