//! The presenter's bar: slides, prediction, replay, countdown, levers, blank screens, the second window, the end.
//!
//! Its buttons don't take the focus from a pointer, so that the keys of a remote go to the picture.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::button::BarButton;
use super::keyboard::focus_on;
use super::lesson::LessonPanel;
use super::levers::{LessonLevers, LeversPanel};
use super::panels::{GuessPanel, TimerPanel};
use super::projector;
use crate::app::presentation::countdown::CountdownPhase;
use crate::app::presentation::free::title;
use crate::app::presentation::keys::PresentationKey;
use crate::app::presentation::lesson::{Lesson, step_title};
use crate::app::presentation::replay::LastChange;
use crate::app::presentation::slide::Slide;
use crate::app::presentation::{Curtain, GuessMeasure, Presentation, PresentationAction};
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::exercise::Exercise;

/// Properties of the bar.
#[derive(Properties)]
pub struct BarProps {
    /// The state.
    pub state: Rc<State>,
    /// The presentation.
    pub presentation: Presentation,
    /// The slides that there are.
    pub slides: Vec<Slide>,
    /// The exercises that can be gone through.
    pub exercises: Shared<Vec<Rc<Exercise>>>,
    /// The slide in a sentence.
    pub said: AttrValue,
    /// True where the picture is in a second window.
    pub is_beside: bool,
    /// The message of a notice.
    pub notice: Option<&'static str>,
    /// Sends an action.
    pub act: Callback<PresentationAction>,
    /// Does what a key does.
    pub press: Callback<PresentationKey>,
    /// Opens the second window.
    pub open_second: Callback<()>,
    /// Closes it.
    pub close_second: Callback<()>,
    /// The picture, which gets the focus back.
    pub stage: NodeRef,
}

impl PartialEq for BarProps {
    fn eq(&self, other: &Self) -> bool {
        // The callbacks follow from these.
        Rc::ptr_eq(&self.state, &other.state)
            && self.presentation == other.presentation
            && self.slides == other.slides
            && self.exercises == other.exercises
            && self.said == other.said
            && self.is_beside == other.is_beside
            && self.notice == other.notice
    }
}

/// The panels that open above the bar.
#[derive(Clone, Copy, PartialEq)]
enum PresenterPanel {
    Timer,
    Levers,
}

/// The bar.
#[component]
pub fn PresenterBar(props: &BarProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let panel = use_state_eq(|| None::<PresenterPanel>);
    let presentation = &props.presentation;
    let toggle = |which: PresenterPanel| {
        let panel = panel.clone();
        move || panel.set((*panel != Some(which)).then_some(which))
    };
    let timer = BarButton {
        is_expanded: Some(*panel == Some(PresenterPanel::Timer)),
        ..BarButton::of(words, "present-timer", "present-timer")
    };
    let levers = BarButton {
        is_expanded: Some(*panel == Some(PresenterPanel::Levers)),
        ..BarButton::of(words, "present-levers", "present-levers")
    };
    html! {
        <div class="presenter" role="region" aria-label={words.text("present-tools")} data-testid="presenter">
            <p class="unseen" role="status" data-testid="present-said">{ &props.said }</p>
            <p class="unseen" role="status">
                if presentation.countdown.phase() == CountdownPhase::Over { { words.text("present-time-up") } }
            </p>
            if let Some(notice) = props.notice {
                <p class="projector-notice" role="status" data-testid="present-notice">{ words.text(notice) }</p>
            }
            if presentation.question.is_some() {
                <GuessPanel presentation={presentation.clone()} act={props.act.clone()}
                    press={props.press.clone()} stage={props.stage.clone()} />
            }
            if let (Slide::Step(index), Some(lesson)) = (presentation.slide, &presentation.lesson) {
                <LessonPanel {index} lesson={lesson.clone()} state={props.state.clone()} act={props.act.clone()}
                    press={props.press.clone()} stage={props.stage.clone()} />
            }
            { match *panel {
                Some(PresenterPanel::Timer) => html! {
                    <TimerPanel countdown={presentation.countdown.clone()} act={props.act.clone()}
                        stage={props.stage.clone()} />
                },
                Some(PresenterPanel::Levers) if !props.is_beside => html! {
                    <LeversPanel state={props.state.clone()} stage={props.stage.clone()} lesson={LessonLevers::of(presentation)} />
                },
                _ => html! {},
            } }
            <div class="presenter-bar">
                { slides(words, props) }
                <div class="presenter-tools">
                    { exercises(words, props) }
                    // An exercise asks its own questions.
                    if presentation.lesson.is_none() {
                        { predict(words, props) }
                        { replay(words, props) }
                    }
                    { timer.draw(toggle(PresenterPanel::Timer)) }
                    // Beside the calculator its own levers are in sight.
                    if !props.is_beside { { levers.draw(toggle(PresenterPanel::Levers)) } }
                </div>
                { windows(words, props) }
            </div>
        </div>
    }
}

/// The ways from slide to slide.
fn slides(words: &Words, props: &BarProps) -> Html {
    let presentation = &props.presentation;
    let shown = presentation.shown(&props.slides);
    let at = props.slides.iter().position(|slide| *slide == shown);
    let at = at.unwrap_or_default();
    let step = |key: PresentationKey, testid, sign: &'static str, label: &str, is_disabled| {
        let press = props.press.clone();
        let button = BarButton {
            text: html! { <span aria-hidden="true">{ sign }</span> },
            title: Some(words.text(label)),
            label: Some(words.text(label)),
            is_disabled,
            ..BarButton::of(words, testid, label)
        };
        button.draw(move || press.emit(key))
    };
    let choose = {
        let (act, all, stage) = (props.act.clone(), props.slides.clone(), props.stage.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let chosen = usize::try_from(select.selected_index()).ok();
            if let Some(slide) = chosen.and_then(|at| all.get(at)) {
                act.emit(PresentationAction::Show(*slide));
            }
            focus_on(&stage);
        })
    };
    let is_hidden = presentation.is_hidden();
    // Behind the last slide of an attempt is the step that it has not reached.
    let lesson = presentation.lesson.as_ref();
    let goes_on = is_hidden || lesson.is_some_and(Lesson::is_of_attempt);
    let is_last = at + 1 >= props.slides.len() && !goes_on;
    let place = [
        ("at", &*(at + 1).to_string()),
        ("count", &*props.slides.len().to_string()),
    ];
    html! {
        <div class="presenter-slides">
            { step(PresentationKey::Back, "present-back", "◀", "present-back", at == 0 || is_hidden) }
            <label>
                <span class="unseen">{ words.text("present-slide") }</span>
                <select data-testid="present-slide" disabled={is_hidden} onchange={choose}>
                    { for props.slides.iter().map(|slide| html! {
                        <option value={slide.name()} selected={*slide == shown}>{ name(words, props, *slide) }</option>
                    }) }
                </select>
            </label>
            { step(PresentationKey::Next, "present-next", "▶", "present-next", is_last) }
            <span class="presenter-place">{ words.format("present-place", &place) }</span>
        </div>
    }
}

/// The name of a slide in the list.
fn name(words: &Words, props: &BarProps, slide: Slide) -> String {
    match (slide, &props.presentation.lesson) {
        (Slide::Step(index), Some(lesson)) => step_title(words, lesson, index),
        _ => title(words, slide).to_string(),
    }
}

/// The choice between the free demonstration and the exercises.
fn exercises(words: &Words, props: &BarProps) -> Html {
    let lesson = props.presentation.lesson.as_ref();
    if props.exercises.is_empty() || lesson.is_some_and(Lesson::is_of_attempt) {
        return html! {};
    }
    let taught = props.presentation.lesson.as_ref();
    let taught = taught.map(|lesson| lesson.exercise.id.clone());
    let choose = {
        let (act, all, stage) = (
            props.act.clone(),
            props.exercises.clone(),
            props.stage.clone(),
        );
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            // The first entry is the free demonstration.
            let at = usize::try_from(select.selected_index() - 1).ok();
            let chosen = at.and_then(|at| all.get(at)).cloned();
            act.emit(PresentationAction::Teach(chosen));
            focus_on(&stage);
        })
    };
    let said = |exercise: &Exercise| {
        let title = exercise.title.written(words.language());
        title.unwrap_or_else(|| exercise.id.clone())
    };
    html! {
        <label>
            <span class="unseen">{ words.text("present-lesson-pick") }</span>
            <select data-testid="present-lesson" onchange={choose}>
                <option selected={taught.is_none()}>{ words.text("present-lesson-free") }</option>
                { for props.exercises.iter().map(|exercise| html! {
                    <option selected={taught.as_ref() == Some(&exercise.id)}>{ said(exercise) }</option>
                }) }
            </select>
        </label>
    }
}

fn predict(words: &Words, props: &BarProps) -> Html {
    let button = BarButton {
        is_disabled: props.presentation.is_hidden(),
        ..BarButton::of(words, "present-predict", "present-predict")
    };
    let (act, scenario) = (props.act.clone(), props.state.scenario().clone());
    let button = button.titled(words.text("present-predict-title"));
    button.draw(move || {
        act.emit(PresentationAction::Ask(
            GuessMeasure::Change,
            scenario.clone(),
        ));
    })
}

fn replay(words: &Words, props: &BarProps) -> Html {
    let is_there = LastChange::of(&props.state).is_some();
    let button = BarButton {
        is_disabled: !is_there || props.presentation.is_hidden(),
        title: (!is_there).then(|| words.text("present-replay-none")),
        ..BarButton::of(words, "present-replay", "present-replay")
    };
    let act = props.act.clone();
    button.draw(move || act.emit(PresentationAction::Replay))
}

/// Blank screens, windows and the end.
fn windows(words: &Words, props: &BarProps) -> Html {
    let pressing = |key: PresentationKey| {
        let press = props.press.clone();
        move || press.emit(key)
    };
    let titled =
        |testid, title: &str| BarButton::of(words, testid, testid).titled(words.text(title));
    let blank = |curtain: Curtain, testid, title: &str| BarButton {
        is_pressed: Some(props.presentation.curtain == curtain),
        ..titled(testid, title)
    };
    let second = {
        let (open, close) = (props.open_second.clone(), props.close_second.clone());
        match props.is_beside {
            false => titled("present-second", "present-second-title").draw(move || open.emit(())),
            true => BarButton::of(words, "present-second-close", "present-second-close")
                .draw(move || close.emit(())),
        }
    };
    html! {
        <div class="presenter-windows">
            { blank(Curtain::Black, "present-black", "present-black-title").draw(pressing(PresentationKey::Black)) }
            { blank(Curtain::White, "present-white", "present-white-title").draw(pressing(PresentationKey::White)) }
            <span class="presenter-second">{ second }</span>
            if !props.is_beside {
                { BarButton::of(words, "present-full", "present-full").draw(projector::enter_full_screen) }
            }
            { titled("present-end", "present-end-title").draw(pressing(PresentationKey::End)) }
        </div>
    }
}
