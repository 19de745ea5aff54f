//! Levers by buttons alone: those that were changed, all funds, and those that the presenter adds. None of them holds
//! the focus.

use std::collections::BTreeSet;
use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::button::BarButton;
use super::keyboard::focus_on;
use crate::app::presentation::Presentation;
use crate::app::presentation::slide::Slide;
use crate::app::state::{Action, State, matrix_of, plan_matrix};
use crate::app::view::context::use_page;
use crate::app::view::inputs::order::Order;
use crate::app::view::inputs::ranges;
use crate::app::view::inputs::track::round_step;
use crate::exercise::step::StepKind;
use crate::number::Yuan;
use crate::region::key::{Fixed, Group, Key, Unit, cells_of_funds, funds};
use crate::scenario::matrix::MatrixPart;

/// The steps from nothing to all funds of the plan.
const STEPS_OF_FUNDS: i64 = 100;
/// The longer way, in steps.
const MANY: i64 = 10;
/// The levers that stand there from the start.
const USUAL: [Fixed; 2] = [Fixed::Coverage, Fixed::JobsOutward];

/// The levers that a step before the room leaves free.
#[derive(Clone, PartialEq)]
pub struct LessonLevers {
    /// Those that the exercise opens.
    open: Rc<BTreeSet<Key>>,
    /// True for a goal; in other steps nothing is moved.
    is_goal: bool,
}

impl LessonLevers {
    /// Those of the step on the screen; none in a free demonstration.
    pub fn of(presentation: &Presentation) -> Option<Self> {
        let lesson = presentation.lesson.as_ref()?;
        let step = match presentation.slide {
            Slide::Step(at) => lesson.exercise.steps.get(at),
            _ => None,
        };
        Some(Self {
            open: Rc::new(lesson.exercise.open.clone()),
            is_goal: step.is_some_and(|step| matches!(step.kind, StepKind::Do(_))),
        })
    }

    fn frees(&self, key: Key) -> bool {
        self.is_goal && self.open.contains(&key)
    }
}

/// Keeps closed levers where they are while a goal is worked at before the room, in the calculator beside it, too. A page of
/// an exercise sees to that itself.
#[hook]
pub fn use_lesson_levers(state: &Rc<State>, presentation: &Presentation) {
    let page = use_page();
    let levers = LessonLevers::of(presentation).filter(|_| state.exercise.is_none());
    let open = levers.filter(|it| it.is_goal).map(|it| it.open);
    let act = page.act.clone();
    use_effect_with(open, move |open| {
        act.emit(Action::Teach(open.clone()));
        let is_taught = open.is_some();
        move || {
            if is_taught {
                act.emit(Action::Teach(None));
            }
        }
    });
}

/// Properties of the panel.
#[derive(Properties)]
pub struct LeversProps {
    /// The state.
    pub state: Rc<State>,
    /// The levers that the step before the room leaves free; none where all are.
    pub lesson: Option<LessonLevers>,
    /// The picture, which gets the focus back.
    pub stage: NodeRef,
}

impl PartialEq for LeversProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.lesson == other.lesson
    }
}

/// The levers.
#[component]
pub fn LeversPanel(props: &LeversProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let picked = use_state_eq(|| USUAL.map(Key::from).to_vec());
    let order = Order::of(&state.region);
    let is_free = |key: Key| {
        let lesson = props.lesson.as_ref();
        lesson.is_none_or(|it| it.frees(key)) && state.may_move(key)
    };
    let are_funds_free =
        cells_of_funds().all(|(level, category)| is_free(funds(level, category).into()));
    let is_cell = |key: &Key| matches!(key, Key::Fixed(fixed) if fixed.cell_of_funds().is_some());
    let all: Vec<Key> = Group::LEVERS
        .iter()
        .flat_map(|group| order.keys(*group))
        .copied()
        .filter(|key| !is_cell(key) && is_free(*key))
        .collect();
    let is_shown = |key: &Key| {
        let is_usual = picked.contains(key) || props.lesson.is_some();
        is_usual || state.scenario().changed(*key).is_some()
    };
    let (shown, rest): (Vec<Key>, Vec<Key>) = all.into_iter().partition(is_shown);
    let pick = {
        let (picked, rest, stage) = (picked.clone(), rest.clone(), props.stage.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            // The first entry is the list's own name.
            let at = usize::try_from(select.selected_index() - 1).ok();
            if let Some(key) = at.and_then(|at| rest.get(at)) {
                picked.set([&**picked, &[*key]].concat());
            }
            select.set_selected_index(0);
            focus_on(&stage);
        })
    };
    html! {
        <div class="presenter-panel presenter-levers" data-testid="presenter-levers">
            if are_funds_free {
                <AllFunds state={state.clone()} />
            }
            if shown.is_empty() && rest.is_empty() && !are_funds_free {
                <p data-testid="present-no-levers">{ words.text("exercise-not-this-step") }</p>
            }
            { for shown.into_iter().map(|key| html! {
                <SteppedLever key={key.to_string()} of={key} state={state.clone()} />
            }) }
            if !rest.is_empty() {
                <label>
                    <span class="unseen">{ words.text("present-levers-pick") }</span>
                    <select data-testid="present-pick" onchange={pick}>
                        <option>{ words.text("present-levers-pick") }</option>
                        { for rest.iter().map(|key| html! { <option>{ words.key_name(*key) }</option> }) }
                    </select>
                </label>
            }
        </div>
    }
}

/// Properties of a lever.
#[derive(Properties)]
struct SteppedLeverProps {
    of: Key,
    state: Rc<State>,
}

impl PartialEq for SteppedLeverProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.of == other.of
    }
}

#[component]
fn SteppedLever(props: &SteppedLeverProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (state, key) = (&props.state, props.of);
    let scenario = state.scenario();
    let value = scenario.value(&state.region, key);
    let figure = state.region.parameters.get(&key);
    let (Some(value), Some(figure), Some(plan)) =
        (value, figure, scenario.default_of(&state.region, key))
    else {
        return html! {};
    };
    let track = ranges::track(key, figure).holding(plan).holding(value);
    let step = {
        let act = page.act.clone();
        Callback::from(move |steps: i64| {
            let position = track.position(value) + steps;
            let position = position.clamp(track.first(), track.last());
            act.emit(Action::Set(key, track.value(position, plan)));
        })
    };
    let many = if key.unit() == Unit::Flag {
        None
    } else {
        Some(MANY)
    };
    let ends = (value > track.low, value < track.high);
    let name = words.key_name(key);
    html! { <Stepper name={AttrValue::from(name)} value={words.value(key, value)} {ends} {many} {step} testid={key.to_string()} /> }
}

/// Properties of all funds.
#[derive(Properties)]
struct AllFundsProps {
    state: Rc<State>,
}

impl PartialEq for AllFundsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

#[component]
fn AllFunds(props: &AllFundsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let resolved = &props.state.results.resolved;
    let now = MatrixPart::Total.of(&matrix_of(resolved));
    let plan = MatrixPart::Total.of(&plan_matrix(resolved)).exact();
    let one = round_step(plan.max(Decimal::from(STEPS_OF_FUNDS)) / Decimal::from(STEPS_OF_FUNDS));
    let step = {
        let act = page.act.clone();
        Callback::from(move |steps: i64| {
            let wanted = (now.exact() + one * Decimal::from(steps)).max(Decimal::ZERO);
            act.emit(Action::SetFunds(MatrixPart::Total, Yuan(wanted)));
        })
    };
    let name = words.text("present-levers-funds");
    let ends = (now > Yuan::ZERO, true);
    html! { <Stepper name={AttrValue::from(name)} value={words.funds(now)} {ends} many={Some(MANY)} {step} testid="funds" /> }
}

/// Properties of a stepper.
#[derive(Properties, PartialEq)]
struct StepperProps {
    name: AttrValue,
    value: AttrValue,
    /// True where there is a way down, and a way up.
    ends: (bool, bool),
    many: Option<i64>,
    step: Callback<i64>,
    testid: AttrValue,
}

/// A value with steps down and up.
#[component]
fn Stepper(props: &StepperProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let button = |steps: i64, sign: &'static str, label: &str, testid, is_open: bool| {
        let step = props.step.clone();
        let label: Rc<str> = words.format(label, &[("name", &props.name)]).into();
        let button = BarButton {
            text: html! { <span aria-hidden="true">{ sign }</span> },
            title: Some(label.clone()),
            label: Some(label),
            is_disabled: !is_open,
            ..BarButton::of(words, testid, "present-levers")
        };
        button.draw(move || step.emit(steps))
    };
    let (down, up) = props.ends;
    html! {
        <div class="presenter-lever" role="group" aria-label={props.name.clone()} data-testid={format!("present-lever-{}", props.testid)}>
            <span class="presenter-lever-name">{ &props.name }</span>
            if let Some(many) = props.many { { button(-many, "−−", "present-much-less", "much-less", down) } }
            { button(-1, "−", "present-less", "less", down) }
            <strong>{ &props.value }</strong>
            { button(1, "+", "present-more-of", "more", up) }
            if let Some(many) = props.many { { button(many, "++", "present-much-more", "much-more", up) } }
        </div>
    }
}
