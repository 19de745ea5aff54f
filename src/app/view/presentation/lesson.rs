//! The panel of an exercise's step: the room's answer, the reveal, the way to the start of a goal.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::button::BarButton;
use super::keyboard::focus_on;
use super::panels::Typed;
use crate::app::presentation::PresentationAction;
use crate::app::presentation::keys::PresentationKey;
use crate::app::presentation::lesson::Lesson;
use crate::app::state::{Action, Opened, State};
use crate::app::view::context::use_page;
use crate::exercise::judge::{Direction, PredictedAnswer};
use crate::exercise::step::{Ask, StepKind};
use crate::i18n::input::read_number;
use crate::i18n::number::scale;
use crate::problem::Fault;
use crate::region::key::Unit;

/// The directions, in their order.
const DIRECTIONS: [Direction; 3] = [Direction::Up, Direction::Down, Direction::Same];

/// Properties of the panel.
#[derive(Properties)]
pub struct LessonPanelProps {
    /// The step, counted from the first.
    pub index: usize,
    /// The exercise as it stands.
    pub lesson: Lesson,
    /// The state.
    pub state: Rc<State>,
    /// Sends an action.
    pub act: Callback<PresentationAction>,
    /// Does what a key does.
    pub press: Callback<PresentationKey>,
    /// The picture, which gets the focus back.
    pub stage: NodeRef,
}

impl PartialEq for LessonPanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.index == other.index
            && self.lesson == other.lesson
    }
}

/// The panel; empty for steps that ask for nothing.
#[component]
pub fn LessonPanel(props: &LessonPanelProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (lesson, index) = (&props.lesson, props.index);
    let exercise = lesson.exercise.clone();
    // It computes the exercise, which a moved lever must not wait for.
    let asks = use_memo((exercise.id.clone(), index), |_| {
        lesson.asks(&props.state, index)
    });
    let reveal = lesson.hides(index).then(|| {
        let press = props.press.clone();
        BarButton::of(words, "present-reveal", "present-reveal")
            .draw(move || press.emit(PresentationKey::Next))
    });
    let step = exercise.steps.get(index);
    let is_goal = step.is_some_and(|step| matches!(step.kind, StepKind::Do(_)));
    // An attempt has its own way to begin again.
    let start = (is_goal && !lesson.is_of_attempt()).then(|| {
        let (act, start) = (page.act.clone(), exercise.start.clone());
        let open = Rc::new(exercise.open.clone());
        BarButton::of(words, "present-lesson-start", "present-lesson-start")
            .titled(words.text("present-lesson-start-title"))
            .draw(move || {
                // The start has other values of closed levers, too.
                act.emit(Action::Teach(None));
                act.emit(Action::Open(Box::new(Opened::draft(start.clone()))));
                act.emit(Action::Teach(Some(open.clone())));
            })
    });
    if asks.is_none() && reveal.is_none() && start.is_none() {
        return html! {};
    }
    let answer = match *asks {
        Some((Ask::Number, unit)) => html! {
            // What was typed for one step stands in no other, nor in another exercise's.
            <NumberAnswer key={format!("{}.{index}", exercise.id)} {unit} act={props.act.clone()} stage={props.stage.clone()} />
        },
        Some((Ask::Direction, _)) => {
            let chosen = lesson.answers.get(&index).copied();
            html! { <DirectionAnswer {chosen} act={props.act.clone()} stage={props.stage.clone()} /> }
        }
        None => html! {},
    };
    html! {
        <div class="presenter-panel" data-testid="presenter-lesson">
            { answer }
            { reveal.unwrap_or_default() }
            { start.unwrap_or_default() }
        </div>
    }
}

/// Properties of a number.
#[derive(Properties, PartialEq)]
struct NumberAnswerProps {
    unit: Option<Unit>,
    act: Callback<PresentationAction>,
    stage: NodeRef,
}

/// The room's number.
#[component]
fn NumberAnswer(props: &NumberAnswerProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let fault = use_state_eq(|| None::<Fault>);
    let field = use_node_ref();
    let unit = props.unit;
    let take = {
        let (act, fault) = (props.act.clone(), fault.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let text = input.value();
            let read: Result<Option<Decimal>, Fault> = match text.trim() {
                "" => Ok(None),
                text => read_number(unit, text).map(Some),
            };
            let number = read.clone().ok().flatten();
            act.emit(PresentationAction::Answer(
                number.map(PredictedAnswer::Number),
            ));
            fault.set(read.err());
        })
    };
    let label = match unit {
        Some(unit) => {
            let unit = words.text(scale(unit).unit);
            words.format("present-answer-field", &[("unit", &unit)])
        }
        None => words.text("present-answer-factor").to_string(),
    };
    html! {
        <>
            <label>
                <span>{ label }</span>
                <Typed node={field} onchange={take} stage={props.stage.clone()} is_refused={fault.is_some()} />
            </label>
            if let Some(fault) = &*fault {
                <p class="presenter-fault" role="alert">{ words.fault(fault) }</p>
            }
        </>
    }
}

/// Properties of a direction.
#[derive(Properties, PartialEq)]
struct DirectionAnswerProps {
    chosen: Option<PredictedAnswer>,
    act: Callback<PresentationAction>,
    stage: NodeRef,
}

/// The room's direction.
#[component]
fn DirectionAnswer(props: &DirectionAnswerProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let choose = {
        let (act, stage) = (props.act.clone(), props.stage.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            // The first entry is none.
            let at = usize::try_from(select.selected_index() - 1).ok();
            let direction = at.and_then(|at| DIRECTIONS.get(at)).copied();
            act.emit(PresentationAction::Answer(
                direction.map(PredictedAnswer::Direction),
            ));
            focus_on(&stage);
        })
    };
    html! {
        <label>
            <span>{ words.text("present-lesson-direction") }</span>
            <select data-testid="present-direction" onchange={choose}>
                <option selected={props.chosen.is_none()}>{ words.text("present-lesson-none") }</option>
                { for DIRECTIONS.map(|direction| html! {
                    <option selected={props.chosen == Some(PredictedAnswer::Direction(direction))}>
                        { words.direction(direction) }
                    </option>
                }) }
            </select>
        </label>
    }
}
