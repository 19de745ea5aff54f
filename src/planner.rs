//! The questions of planning that take long, as the page asks them and a worker answers them: what
//! goes over is text, and the work is done in turns, so that it can be called off.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::analysis::allocation;
use crate::analysis::goal;
use crate::analysis::lifetime;
use crate::analysis::monte_carlo::{self, Simulation};
use crate::analysis::sensitivity::map::{self, SensitivityMap};
use crate::analysis::sensitivity::{self, Tornado};
use crate::analysis::sweep::{self, Axis, Sweep};
use crate::counties::answer::{self, CountiesAnswer, CountiesRequest};
use crate::region::Region;
use crate::region::files::RegionFiles;
use crate::scenario::Scenario;

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// A table of values.
    Sweep(Vec<Axis>),
    /// Monte Carlo simulation.
    Chance(monte_carlo::MonteCarloRequest),
    /// One-way sensitivities of a result.
    Tornado(sensitivity::TornadoRequest),
    /// A result over two values.
    Map(map::MapRequest),
    /// Ways to a goal.
    Goal(goal::GoalRequest),
    /// The best allocation of given money.
    Allocation(allocation::AllocationRequest),
    /// Income over a lifetime for each yuan spent.
    Lifetime,
    /// The incomes of all counties.
    Counties(CountiesRequest),
}

impl Question {
    /// True where one takes the place of the other.
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The reply to a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// The table.
    Sweep(sweep::SweepTable),
    /// The results of the simulation.
    Chance(monte_carlo::MonteCarloAnswer),
    /// The tornado.
    Tornado(Tornado),
    /// The map.
    Map(SensitivityMap),
    /// The ways to a goal.
    Goal(goal::GoalAnswer),
    /// The best allocation.
    Allocation(Box<allocation::AllocationAnswer>),
    /// Income over a lifetime.
    Lifetime(lifetime::LifetimeAnswer),
    /// The incomes of all counties.
    Counties(Box<CountiesAnswer>),
    /// The page asked for what it should have refused itself.
    Refused,
}

/// A message from the page to the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageMessage {
    /// The region's files, before anything else.
    Region(RegionFiles),
    /// A question, which takes the place of one of its kind that is under way.
    Ask {
        /// Its number.
        id: u32,
        /// The scenario, as a file.
        scenario: String,
        /// The question.
        question: Question,
    },
    /// The question of that number is wanted no more.
    Stop(u32),
}

/// A message from the worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkerMessage {
    /// The progress of the question of that number, from 0 to 1.
    Progress(u32, f64),
    /// The reply to the question of that number, and the time of the work in milliseconds.
    Done(u32, Reply, f64),
}

/// A question being answered.
pub enum Work {
    /// A table.
    Sweep(Box<Sweep>),
    /// Draws.
    Chance(Box<Simulation>),
    /// Work of a single turn, done.
    Done(Box<Reply>),
}

impl Work {
    /// Starts on a question.
    pub fn start(region: &Region, scenario: &Scenario, question: Question) -> Self {
        let done = |reply: Reply| Self::Done(Box::new(reply));
        let work = match question {
            Question::Tornado(request) => Some(done(Reply::Tornado(sensitivity::tornado(
                region, scenario, request,
            )))),
            Question::Goal(request) => {
                Some(done(Reply::Goal(goal::seek(region, scenario, &request))))
            }
            Question::Allocation(request) => Some(done(Reply::Allocation(Box::new(
                allocation::allocate(region, scenario, &request),
            )))),
            Question::Lifetime => Some(done(Reply::Lifetime(lifetime::answer(region, scenario)))),
            Question::Counties(request) => answer::answer(region, scenario, &request)
                .map(|found| done(Reply::Counties(Box::new(found)))),
            Question::Map(request) => {
                map::map(region, scenario, request).map(|map| done(Reply::Map(map)))
            }
            Question::Sweep(axes) => Sweep::new(region, scenario, axes)
                .map(|sweep| Self::Sweep(Box::new(sweep)))
                .ok(),
            Question::Chance(request) => Simulation::new(region, scenario, request)
                .map(|draws| Self::Chance(Box::new(draws)))
                .ok(),
        };
        work.unwrap_or_else(|| done(Reply::Refused))
    }

    /// Goes on for a turn; the reply to the question once it is known.
    pub fn advance(&mut self, region: &Rc<Region>) -> Option<Reply> {
        match self {
            Self::Sweep(sweep) => sweep.advance(region).cloned().map(Reply::Sweep),
            Self::Chance(draws) => draws
                .advance()
                .then(|| Reply::Chance(draws.answer(region.years))),
            Self::Done(reply) => Some((**reply).clone()),
        }
    }

    /// The share that is done.
    pub fn progress(&self) -> f64 {
        match self {
            Self::Sweep(sweep) => sweep.progress(),
            Self::Chance(draws) => draws.progress(),
            Self::Done(_) => 1.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_goes_over_as_text_and_is_answered_in_turns() {
        let region = Rc::new(crate::region::tests::region());
        let scenario = Scenario::default();
        let axis = Axis::parse(&region, "coverage=0.81..0.9/99").expect("in order");
        let order = PageMessage::Ask {
            id: 3,
            scenario: String::new(),
            question: Question::Sweep(vec![axis.clone()]),
        };
        let sent = serde_json::to_string(&order).expect("text");
        assert_eq!(
            serde_json::from_str::<PageMessage>(&sent).expect("the same"),
            order
        );
        let mut work = Work::start(&region, &scenario, Question::Sweep(vec![axis]));
        let mut turns = 1;
        let reply = loop {
            match work.advance(&region) {
                Some(reply) => break reply,
                None => turns += 1,
            }
            assert!(work.progress() > 0.0 && work.progress() < 1.0);
        };
        assert!(turns > 1);
        let Reply::Sweep(table) = &reply else {
            panic!("a table was asked for");
        };
        assert_eq!(table.rows.len(), 100);
        let told = WorkerMessage::Done(3, reply, 1.5);
        let sent = serde_json::to_string(&told).expect("text");
        assert_eq!(
            serde_json::from_str::<WorkerMessage>(&sent).expect("the same"),
            told
        );
    }

    #[test]
    fn what_can_not_be_answered_is_refused() {
        let region = Rc::new(crate::region::tests::region());
        let mut work = Work::start(&region, &Scenario::default(), Question::Sweep(Vec::new()));
        assert_eq!(work.advance(&region), Some(Reply::Refused));
    }
}
