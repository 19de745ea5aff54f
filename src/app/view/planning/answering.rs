//! A long question and its stages: started, under way, answered, cancelled.

use std::cell::RefCell;
use std::rc::Rc;

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use yew::prelude::*;

use crate::app::effects::planner::{self, PendingQuestion, Update};
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::context::use_session_state;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::planner::{Question, Reply};
use crate::scenario::Scenario;

/// Stage of a question.
#[derive(Clone, PartialEq)]
pub enum Standing {
    /// No question was started.
    Idle,
    /// It is under way, from 0 to 1.
    Running(f64),
    /// It is answered.
    Done,
    /// The reader called it off.
    Stopped,
    /// No worker answers.
    Failed,
    /// A file did not come, and why.
    Missing(String),
}

/// An answer with what it is the answer to.
pub struct Answered {
    /// The question.
    pub question: Question,
    /// The scenario of the question.
    pub scenario: Scenario,
    /// The result.
    pub reply: Rc<Reply>,
    /// Duration of the work, in milliseconds.
    pub took: f64,
}

/// A question on its way.
#[derive(Clone)]
pub struct Answering {
    standing: UseStateHandle<Standing>,
    answered: UseStateHandle<Option<Shared<Answered>>>,
    asked: Rc<RefCell<Asking>>,
}

/// The last question.
#[derive(Default)]
struct Asking {
    asked: Option<PendingQuestion>,
    question: Option<(Rc<State>, Question)>,
}

impl Answering {
    /// Starts a question; the one before is cancelled.
    pub fn ask(&self, state: &Rc<State>, question: Question) {
        self.standing.set(Standing::Running(0.0));
        let (standing, answered) = (self.standing.setter(), self.answered.setter());
        let of = (question.clone(), state.scenario().clone());
        let kept = (state.clone(), question.clone());
        let asked = planner::ask(&state.region, state.scenario(), question, move |update| {
            standing.set(match update {
                Update::Progress(share) => Standing::Running(share),
                Update::Reply(reply, took) => {
                    let (question, scenario) = of.clone();
                    let answer = Answered {
                        question,
                        scenario,
                        reply,
                        took,
                    };
                    answered.set(Some(Shared(Rc::new(answer))));
                    Standing::Done
                }
                Update::Failed => Standing::Failed,
                Update::Missing(reason) => Standing::Missing(reason),
            });
        });
        *self.asked.borrow_mut() = Asking {
            asked: Some(asked),
            question: Some(kept),
        };
    }

    /// Starts the last question again.
    fn again(&self) {
        let last = self.asked.borrow().question.clone();
        if let Some((state, question)) = last {
            self.ask(&state, question);
        }
    }

    /// The last answer, to whatever question: it stays in its place while a newer question is under way.
    pub fn last(&self) -> Option<Rc<Answered>> {
        self.answered.as_ref().map(|answer| answer.0.clone())
    }

    /// The answer to just this question of just this scenario.
    pub fn answer_to(&self, question: &Question, scenario: &Scenario) -> Option<Rc<Answered>> {
        self.last()
            .filter(|answer| answer.question == *question && answer.scenario == *scenario)
    }

    /// The answer that may be shown: the one to this question of this scenario, and while that is under way the
    /// last one, so that nothing jumps. Once it was called off or failed, another's answer is not shown.
    pub fn shown(&self, question: &Question, scenario: &Scenario) -> Option<Rc<Answered>> {
        match &*self.standing {
            Standing::Running(_) => self.last(),
            _ => self.answer_to(question, scenario),
        }
    }

    /// The stage of the question as elements, with buttons to stop and to retry.
    pub fn waiting(&self) -> Html {
        let answering = self.clone();
        let on_stop = {
            let answering = answering.clone();
            Callback::from(move |()| answering.stop())
        };
        let on_again = Callback::from(move |()| answering.again());
        html! {
            <Waiting standing={(*self.standing).clone()} answered={(*self.answered).clone()} {on_stop} {on_again} />
        }
    }

    /// Says that the last answer is to another question or scenario, where it is; such an answer is not shown.
    pub fn outdated(&self, words: &Words, question: &Question, scenario: &Scenario) -> Html {
        let is_resting = !matches!(
            *self.standing,
            Standing::Running(_) | Standing::Failed | Standing::Missing(_)
        );
        let is_old = self.last().is_some() && self.answer_to(question, scenario).is_none();
        match is_resting && is_old {
            true => html! {
                <p class="soft" role="status" data-testid="plan-outdated">{ words.text("plan-outdated") }</p>
            },
            false => html! {},
        }
    }

    /// Calls it off.
    pub fn stop(&self) {
        self.asked.borrow_mut().asked = None;
        self.standing.set(Standing::Stopped);
    }
}

/// A place for one question under a name of its own; it is called off when its tab is left, and the last answer
/// is there again when one comes back.
#[hook]
pub fn use_answering(name: &'static str) -> Answering {
    let standing = use_state_eq(|| Standing::Idle);
    let answered = use_session_state(name, || None::<Shared<Answered>>);
    let asked = use_mut_ref(Asking::default);
    {
        let asked = asked.clone();
        use_effect_with((), move |()| move || asked.borrow_mut().asked = None);
    }
    Answering {
        standing,
        answered,
        asked,
    }
}

/// Properties of the display of a stage.
#[derive(Properties, PartialEq)]
struct WaitingProps {
    /// The stage of the question.
    standing: Standing,
    /// The last answer.
    answered: Option<Shared<Answered>>,
    /// Calls it off.
    on_stop: Callback<()>,
    /// Asks once more.
    on_again: Callback<()>,
}

/// Progress with a way to call it off; a notice where no worker answers.
#[component]
fn Waiting(props: &WaitingProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let stop = {
        let on_stop = props.on_stop.clone();
        Callback::from(move |_: MouseEvent| on_stop.emit(()))
    };
    let again = {
        let on_again = props.on_again.clone();
        html! {
            <button type="button" class="button" data-testid="plan-again"
                onclick={move |_: MouseEvent| on_again.emit(())}>{ words.text("plan-again") }</button>
        }
    };
    let shown = match &props.standing {
        Standing::Running(share) => html! {
            <div class="planning-waiting" data-testid="plan-running">
                <label>
                    <span>{ words.text("plan-running") }</span>
                    <progress max="1" value={share.to_string()}></progress>
                </label>
                <button type="button" class="button" data-testid="plan-stop" onclick={stop}>
                    { words.text("plan-stop") }
                </button>
            </div>
        },
        Standing::Failed => html! {
            <div class="planning-waiting">
                <p class="fault" role="alert" data-testid="plan-failed">{ words.text("plan-failed") }</p>
                { again }
            </div>
        },
        Standing::Missing(reason) => html! {
            <div class="planning-waiting">
                <p class="fault" role="alert" data-testid="plan-missing">
                    { words.format("plan-missing", &[("reason", reason)]) }
                </p>
                { again }
            </div>
        },
        Standing::Stopped => html! {
            <div class="planning-waiting">
                <p class="soft" role="status" data-testid="plan-stopped">{ words.text("plan-stopped") }</p>
                { again }
            </div>
        },
        Standing::Done => match &props.answered {
            Some(answer) if *answer.reply == Reply::Refused => html! {
                <p class="fault" role="alert" data-testid="plan-refused">{ words.text("plan-refused") }</p>
            },
            Some(answer) => html! {
                <p class="soft planning-took" data-testid="plan-took" data-milliseconds={answer.took.to_string()}>
                    { words.format("plan-took", &[("time", &words.decimal(Decimal::from_f64(answer.took.ceil()).unwrap_or_default(), 0))]) }
                </p>
            },
            None => html! {},
        },
        Standing::Idle => html! {},
    };
    // One root that stays, so that what comes and goes before it always finds its place.
    html! { <div class="planning-standing">{ shown }</div> }
}
