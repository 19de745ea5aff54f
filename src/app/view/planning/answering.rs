//! A long question on its way: asked, under way, answered, called off.

use std::rc::Rc;

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use yew::prelude::*;

use crate::app::effects::planner::{self, Asked, Heard};
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::planner::{Question, Reply};

/// How a question stands.
#[derive(Clone, PartialEq)]
pub enum Standing {
    /// Nothing was asked.
    Idle,
    /// It is under way, from 0 to 1.
    Running(f64),
    /// It is answered; the work took so many milliseconds.
    Done(Rc<Reply>, f64),
    /// No worker answers.
    Failed,
}

/// A question on its way.
#[derive(Clone)]
pub struct Answering {
    /// How it stands.
    pub standing: UseStateHandle<Standing>,
    asked: Rc<std::cell::RefCell<Option<Asked>>>,
}

impl Answering {
    /// Asks; what was asked before is called off.
    pub fn ask(&self, state: &State, question: Question) {
        self.standing.set(Standing::Running(0.0));
        let setter = self.standing.setter();
        let asked = planner::ask(&state.region, state.scenario(), question, move |heard| {
            setter.set(match heard {
                Heard::Progress(share) => Standing::Running(share),
                Heard::Reply(reply, took) => Standing::Done(reply, took),
                Heard::Failed => Standing::Failed,
            });
        });
        *self.asked.borrow_mut() = Some(asked);
    }

    /// What shows how it stands.
    pub fn waiting(&self) -> Html {
        let answering = self.clone();
        let on_stop = Callback::from(move |()| answering.stop());
        html! { <Waiting standing={(*self.standing).clone()} {on_stop} /> }
    }

    /// Calls it off.
    pub fn stop(&self) {
        *self.asked.borrow_mut() = None;
        self.standing.set(Standing::Idle);
    }
}

/// A place for one question; it is called off when its tab is left.
#[hook]
pub fn use_answering() -> Answering {
    let standing = use_state_eq(|| Standing::Idle);
    let asked = use_mut_ref(|| None::<Asked>);
    {
        let asked = asked.clone();
        use_effect_with((), move |()| move || *asked.borrow_mut() = None);
    }
    Answering { standing, asked }
}

/// What stands while a question is under way, or when nobody answers it.
#[derive(Properties, PartialEq)]
struct WaitingProps {
    /// How the question stands.
    standing: Standing,
    /// Calls it off.
    on_stop: Callback<()>,
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
    match &props.standing {
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
            <p class="fault" role="alert" data-testid="plan-failed">{ words.text("plan-failed") }</p>
        },
        Standing::Done(reply, _) if **reply == Reply::Refused => html! {
            <p class="fault" role="alert" data-testid="plan-refused">{ words.text("plan-refused") }</p>
        },
        Standing::Done(_, took) => html! {
            <p class="soft planning-took" data-testid="plan-took" data-milliseconds={took.to_string()}>
                { words.format("plan-took", &[("time", &words.decimal(Decimal::from_f64(took.ceil()).unwrap_or_default(), 0))]) }
            </p>
        },
        Standing::Idle => html! {},
    }
}
