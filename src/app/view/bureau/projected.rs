//! The incomes of counties, asked of the worker: the first plan year at once, the last behind it.

use std::rc::Rc;

use yew::prelude::*;

use super::props::BureauPartProps;
use crate::app::view::planning::answering::use_answering;
use crate::app::view::shared::Shared;
use crate::counties::answer::{CountiesAnswer, CountiesRequest};
use crate::counties::settings::CountySettings;
use crate::planner::{Question, Reply};

/// The incomes as far as they are known.
#[derive(Clone, PartialEq)]
pub struct Projected {
    /// The answer, where there is one.
    reply: Option<Shared<Reply>>,
    /// The stage of the question as elements.
    pub waiting: Html,
}

impl Projected {
    /// The incomes and the effects of the division.
    pub fn answer(&self) -> Option<&CountiesAnswer> {
        match &**self.reply.as_ref()? {
            Reply::Counties(answer) => Some(answer),
            _ => None,
        }
    }
}

/// Asks for the incomes under the settings.
#[hook]
pub fn use_projected(props: &BureauPartProps) -> Projected {
    let answering = use_answering("counties-answer");
    // What the contest is judged by moves no income.
    let settings = CountySettings {
        division: props.book.settings().division.clone(),
        ..CountySettings::default()
    }
    .write();
    let state = props.state.clone();
    let question = |to_horizon: bool| {
        Question::Counties(CountiesRequest {
            settings: settings.clone(),
            to_horizon,
        })
    };
    let (near, far) = (question(false), question(true));
    let scenario = state.scenario().clone();
    let has_near = answering.answer_to(&near, &scenario).is_some();
    let has_far = answering.answer_to(&far, &scenario).is_some();
    {
        let (answering, state) = (answering.clone(), state.clone());
        let of = (settings.clone(), scenario.clone(), has_near, has_far);
        let (near, far) = (near.clone(), far.clone());
        use_effect_with(of, move |(_, _, has_near, has_far)| {
            match (has_near, has_far) {
                (_, true) => {}
                (true, false) => answering.ask(&state, far),
                (false, false) => answering.ask(&state, near),
            }
        });
    }
    let shown = match has_far {
        true => answering.shown(&far, &scenario),
        false => answering.shown(&near, &scenario),
    };
    Projected {
        reply: shown.map(|answer| Shared(Rc::clone(&answer.reply))),
        waiting: answering.waiting(),
    }
}
