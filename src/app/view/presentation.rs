//! The projector view: the picture for the room over the page, or in a second window while this one goes on as the
//! calculator.

mod attempt;
mod bar;
mod button;
mod keyboard;
mod lesson;
mod levers;
mod light;
mod panels;
pub mod screen;
mod stage;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::context::use_page;
use super::cover::{use_cover, use_window_title};
use super::header::PRESENT;
use super::parts::focus;
use super::shared::Shared;
use crate::app::clock::milliseconds;
use crate::app::effects::address;
use crate::app::effects::projector::{self, SecondWindow};
use crate::app::presentation::free;
use crate::app::presentation::keys::PresentationKey;
use crate::app::presentation::messages::{ProjectorMessage, ProjectorReport};
use crate::app::presentation::slide::Slide;
use crate::app::presentation::{Curtain, Presentation, PresentationAction};
use crate::app::state::State;
use crate::exercise::Exercise;
use attempt::{meant, use_attempt};
use bar::PresenterBar;
use keyboard::{focus_on, is_in_text, key_of, use_window_keys};
use levers::use_lesson_levers;
use light::use_light;
use stage::ProjectedStage;

/// Interval of the countdown's looks at the clock, in milliseconds.
const TICK_MS: u32 = 250;
/// Time that a frame of a replay stands, in milliseconds.
const FRAME_MS: u32 = 350;
/// The same where there is one step and no motion.
const STILL_FRAME_MS: u32 = 1_200;

/// Properties of the view.
#[derive(Properties)]
pub struct PresentationProps {
    /// The state.
    pub state: Rc<State>,
    /// Called at the end.
    pub on_close: Callback<()>,
}

impl PartialEq for PresentationProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The presentation as the view keeps it.
#[derive(Clone, Default, PartialEq)]
struct Lectern(Presentation);

impl Reducible for Lectern {
    type Action = (PresentationAction, Vec<Slide>);

    fn reduce(self: Rc<Self>, (action, slides): Self::Action) -> Rc<Self> {
        Rc::new(Self(self.0.apply(action, &slides)))
    }
}

/// The time, in whole milliseconds.
fn now() -> u64 {
    milliseconds() as u64
}

/// Begins the presentation by F5, where the page can present. Everywhere else the browser reloads, as it does by its
/// own button and by Ctrl+R.
#[hook]
pub fn use_presentation_key(can_present: bool, on_begin: &Callback<()>) {
    let on_begin = on_begin.clone();
    use_window_keys(Callback::from(move |event: KeyboardEvent| {
        let is_plain =
            !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
        let dialog = gloo::utils::document().query_selector("dialog[open]");
        let is_free = can_present && matches!(dialog, Ok(None));
        if event.key() == "F5" && is_plain && is_free {
            event.prevent_default();
            on_begin.emit(());
        }
    }));
}

/// The view.
#[component]
pub fn PresentationView(props: &PresentationProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let lectern = use_reducer_eq(|| {
        // Nothing of an exercise's page may be seen that its attempt has not reached.
        let attempt = state.exercise.as_deref().map(Presentation::of_attempt);
        Lectern(attempt.unwrap_or_default())
    });
    let presentation = &lectern.0;
    let all = presentation.slides(state);
    let act = {
        let (dispatcher, all) = (lectern.dispatcher(), all.clone());
        Callback::from(move |action: PresentationAction| dispatcher.dispatch((action, all.clone())))
    };
    let second = use_mut_ref(|| None::<SecondWindow>);
    let is_beside = use_state_eq(|| false);
    let notice = use_state_eq(|| None::<&'static str>);
    let stage = use_node_ref();
    // The countdown changes four times a second, the slide does not.
    let still = presentation.without_countdown();
    let slide = use_memo(
        (Shared(state.clone()), words.clone(), still),
        |(state, words, presentation)| free::written(words, state, presentation),
    );
    let projection = use_memo(
        (words.clone(), Shared(slide.clone()), presentation.clone()),
        |(words, slide, presentation)| free::projection(words, (**slide).clone(), presentation),
    );
    use_ticks(&act, state, presentation.replay);
    use_attempt(state, &act);
    use_lesson_levers(state, presentation);
    let exercises = use_exercises(state, &notice);
    {
        // The newest one, for a window that is only just ready.
        let latest = use_mut_ref(|| projection.clone());
        *latest.borrow_mut() = projection.clone();
        use_sending(&second, &projection);
        let close = {
            let (on_close, second) = (props.on_close.clone(), second.clone());
            use_callback((), move |(), ()| {
                *second.borrow_mut() = None;
                projector::leave_full_screen();
                on_close.emit(());
            })
        };
        let press = {
            let (act, close) = (act.clone(), close.clone());
            let is_open = presentation.curtain == Curtain::Open;
            let meant = {
                let (state, presentation) = (state.clone(), presentation.clone());
                move |key| meant(&state, &presentation, key).filter(|_| is_open)
            };
            let (on_page, notice) = (page.act.clone(), notice.clone());
            Callback::from(move |key: PresentationKey| match (key, meant(key)) {
                (PresentationKey::End, _) if is_open => close.emit(()),
                (_, Some(meant)) => {
                    notice.set(meant.as_ref().err().copied());
                    meant.into_iter().for_each(|action| on_page.emit(action));
                }
                (key, None) => act.emit(PresentationAction::Press(key)),
            })
        };
        let newest_press = use_mut_ref(|| press.clone());
        *newest_press.borrow_mut() = press.clone();
        let curtain = presentation.curtain;
        use_window_keys({
            let (press, stage, is_beside) = (press.clone(), stage.clone(), *is_beside);
            Callback::from(move |event: KeyboardEvent| {
                if let Some(key) = key_of(&event, curtain, is_beside) {
                    event.prevent_default();
                    event.stop_propagation();
                    press.emit(key);
                } else if event.key() == "Escape" && is_in_text() && !is_beside {
                    focus_on(&stage);
                }
            })
        });
        use_idle_levers(*is_beside);
        use_closing(&second, &is_beside, &notice);
        let open_second = {
            let (second, is_beside, notice) = (second.clone(), is_beside.clone(), notice.clone());
            let address = match state.exercise {
                Some(_) => address::with_fragment(&address::current()),
                None => address::address(state),
            };
            Callback::from(move |()| {
                let (latest, press, window) =
                    (latest.clone(), newest_press.clone(), Rc::downgrade(&second));
                let opened = SecondWindow::open(&address, move |report| match report {
                    ProjectorReport::Ready => {
                        if let Some(second) = window.upgrade()
                            && let Some(window) = &*second.borrow()
                        {
                            window.show(&latest.borrow());
                        }
                    }
                    ProjectorReport::Key(key) => {
                        // Held no longer than for the copy: what it does may redraw the view.
                        let press = press.borrow().clone();
                        press.emit(key);
                    }
                });
                notice.set(Some(match opened {
                    Some(_) => "present-second-on",
                    None => "present-second-refused",
                }));
                is_beside.set(opened.is_some());
                *second.borrow_mut() = opened;
            })
        };
        let close_second = {
            let (second, is_beside, notice) = (second.clone(), is_beside.clone(), notice.clone());
            Callback::from(move |()| {
                *second.borrow_mut() = None;
                notice.set(None);
                is_beside.set(false);
            })
        };
        let bar = html! {
            <PresenterBar state={state.clone()} presentation={presentation.clone()} slides={all}
                {exercises} said={projection.slide.said.clone()} is_beside={*is_beside} notice={*notice}
                {act} press={press.clone()} {open_second} {close_second} stage={stage.clone()} />
        };
        let on_curtain = Callback::from(move |()| press.emit(PresentationKey::Any));
        if *is_beside {
            html! { <Beside {curtain} {on_curtain}>{ bar }</Beside> }
        } else {
            html! { <Over {projection} {stage} {on_curtain} on_end={close}>{ bar }</Over> }
        }
    }
}

/// Properties of the view over the page.
#[derive(Properties, PartialEq)]
struct OverProps {
    projection: Rc<ProjectorMessage>,
    stage: NodeRef,
    on_curtain: Callback<()>,
    on_end: Callback<()>,
    children: Html,
}

/// The picture over the page, in full screen where the browser allows it.
#[component]
fn Over(props: &OverProps) -> Html {
    let page = use_page();
    use_cover(&props.stage);
    use_light(true);
    use_window_title(&props.projection.window_title, &page.words);
    // Browsers leave full screen by Escape without a word about the key.
    let left = {
        let (on_curtain, on_end) = (props.on_curtain.clone(), props.on_end.clone());
        match props.projection.curtain {
            Curtain::Open => on_end,
            _ => on_curtain,
        }
    };
    let latest = use_mut_ref(|| left.clone());
    *latest.borrow_mut() = left;
    use_effect_with((), move |()| {
        projector::enter_full_screen();
        let listener = projector::on_full_screen(move |is_full| {
            if !is_full {
                let left = latest.borrow().clone();
                left.emit(());
            }
        });
        move || {
            drop(listener);
            projector::leave_full_screen();
        }
    });
    html! {
        <div class="cover-page projector">
            <ProjectedStage projection={props.projection.clone()} node={props.stage.clone()}
                on_curtain={props.on_curtain.clone()} curtain_label={page.words.text("present-return")} />
            { props.children.clone() }
        </div>
    }
}

/// Properties of the bar below the calculator.
#[derive(Properties, PartialEq)]
struct BesideProps {
    curtain: Curtain,
    on_curtain: Callback<()>,
    children: Html,
}

/// The bar alone, below the calculator; the picture is in the second window.
#[component]
fn Beside(props: &BesideProps) -> Html {
    use_effect_with((), |()| {
        move || {
            // The button with which all began.
            let _may_be_gone = focus(PRESENT);
        }
    });
    html! { <div class="cover-page projector-beside">{ props.children.clone() }</div> }
}

/// The clock, the moved levers and the frames of a replay.
#[hook]
fn use_ticks(act: &Callback<PresentationAction>, state: &Rc<State>, replay: Option<u32>) {
    let latest = use_mut_ref(|| act.clone());
    *latest.borrow_mut() = act.clone();
    {
        let latest = latest.clone();
        use_effect_with((), move |()| {
            let ticks = Interval::new(TICK_MS, move || {
                let act = latest.borrow().clone();
                act.emit(PresentationAction::Tick(now()));
            });
            move || drop(ticks)
        });
    }
    {
        let latest = latest.clone();
        let is_first = use_mut_ref(|| true);
        use_effect_with(state.scenario().clone(), move |_| {
            if !is_first.replace(false) {
                let act = latest.borrow().clone();
                act.emit(PresentationAction::Moved(now()));
            }
        });
    }
    use_effect_with(replay, move |replay| {
        let moves = !projector::wants_no_motion();
        let wait = if moves { FRAME_MS } else { STILL_FRAME_MS };
        let timeout = replay.map(|_| {
            Timeout::new(wait, move || {
                let act = latest.borrow().clone();
                act.emit(PresentationAction::NextFrame(moves));
            })
        });
        move || drop(timeout)
    });
}

/// The exercises that can be gone through, once they are loaded.
#[hook]
fn use_exercises(
    state: &Rc<State>,
    notice: &UseStateHandle<Option<&'static str>>,
) -> Shared<Vec<Rc<Exercise>>> {
    let loaded = use_state(|| Shared(Rc::new(Vec::new())));
    let (setter, notice) = (loaded.setter(), notice.setter());
    use_effect_with(Shared(state.region.clone()), move |region| {
        let region = region.0.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match projector::exercises_of(&region).await {
                Ok(exercises) => setter.set(Shared(Rc::new(exercises))),
                Err(_) => notice.set(Some("present-lesson-failed")),
            }
        });
    });
    (*loaded).clone()
}

/// Sends whatever is shown to the second window.
#[hook]
fn use_sending(second: &Rc<RefCell<Option<SecondWindow>>>, projection: &Rc<ProjectorMessage>) {
    let second = second.clone();
    use_effect_with(projection.clone(), move |projection| {
        if let Some(window) = &*second.borrow() {
            window.show(projection);
        }
    });
}

/// Goes on in one window where the second one was closed.
#[hook]
fn use_closing(
    second: &Rc<RefCell<Option<SecondWindow>>>,
    is_beside: &UseStateHandle<bool>,
    notice: &UseStateHandle<Option<&'static str>>,
) {
    let (second, setter, notice) = (second.clone(), is_beside.setter(), notice.setter());
    use_effect_with(**is_beside, move |is_beside| {
        let looks = is_beside.then(|| {
            Interval::new(TICK_MS, move || {
                let is_closed = second
                    .borrow()
                    .as_ref()
                    .is_some_and(SecondWindow::is_closed);
                if is_closed {
                    *second.borrow_mut() = None;
                    notice.set(Some("present-second-closed"));
                    setter.set(false);
                }
            })
        });
        move || drop(looks)
    });
}

/// Takes the focus from levers while presenting, as soon as no pointer holds them: a remote's keys would move them.
#[hook]
fn use_idle_levers(is_beside: bool) {
    use_effect_with(is_beside, |is_beside| {
        let listeners = is_beside.then(|| {
            let is_held = Rc::new(std::cell::Cell::new(false));
            let window = gloo::utils::window();
            let held = |value: bool| {
                let is_held = is_held.clone();
                move |_: &Event| {
                    is_held.set(value);
                    if !value {
                        Timeout::new(0, let_go).forget();
                    }
                }
            };
            let focused = {
                let is_held = is_held.clone();
                move |_: &Event| {
                    if !is_held.get() {
                        let_go();
                    }
                }
            };
            [
                EventListener::new(&window, "pointerdown", held(true)),
                EventListener::new(&window, "pointerup", held(false)),
                EventListener::new(&window, "pointercancel", held(false)),
                EventListener::new(&window, "focusin", focused),
            ]
        });
        move || drop(listeners)
    });
}

/// Takes the focus from a slider.
fn let_go() {
    use wasm_bindgen::JsCast;
    let focus = gloo::utils::document().active_element();
    let slider = focus.filter(|it| it.matches("input[type=range]").unwrap_or(false));
    if let Some(slider) = slider.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let left = slider.blur();
        debug_assert!(left.is_ok(), "an element of the page gives the focus back");
    }
}
