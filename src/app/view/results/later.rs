//! Details that follow the headline: after its frame where they can be seen, at rest where they
//! can't. So a moved lever waits for nothing that nobody looks at, and a reader of the whole
//! page, a search or a print finds every number right.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::prelude::*;

use super::changes::Changes;
use super::channels::Channels;
use super::components::Components;
use super::coverage::Coverage;
use super::parts::Shared;
use super::risk::Risk;
use super::years::YearsTable;
use crate::app::state::State;
use crate::scenario::Change;

/// How long nothing must change until what can't be seen follows, in milliseconds.
const REST_MS: u32 = 200;

/// A part of the results below the headline.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The channels from plan to scenario.
    Channels,
    /// The components of income.
    Components,
    /// Industry-support coverage.
    Coverage,
    /// The people estimated at risk.
    Risk,
    /// The years in a table.
    Years,
    /// All that was changed.
    Changes,
}

impl Detail {
    /// All of them in their order on the page.
    pub const ALL: [Self; 6] = [
        Self::Channels,
        Self::Components,
        Self::Coverage,
        Self::Risk,
        Self::Years,
        Self::Changes,
    ];

    /// The name as identifier and class.
    pub fn name(self) -> &'static str {
        match self {
            Self::Channels => "channels",
            Self::Components => "components",
            Self::Coverage => "coverage",
            Self::Risk => "risk",
            Self::Years => "years",
            Self::Changes => "changes",
        }
    }
}

/// A detail and the state that it follows.
#[derive(Properties, PartialEq)]
pub struct LaterProps {
    /// Which.
    pub detail: Detail,
    /// The latest state.
    pub state: Shared<State>,
}

/// A card that shows the latest state as soon as that is in nobody's way.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    let card = use_node_ref();
    let shown = use_later(&props.state, &card, false);
    let results = Shared(shown.results.clone());
    let content = match props.detail {
        Detail::Channels => html! { <Channels {results} /> },
        Detail::Components => html! { <Components {results} /> },
        Detail::Coverage => html! { <Coverage {results} /> },
        Detail::Risk => html! { <Risk {results} /> },
        Detail::Years => html! { <YearsTable {results} /> },
        Detail::Changes => {
            let changes: Vec<Change> = shown.scenario().changes(&shown.region);
            html! { <Changes {changes} idle={shown.results.idle.clone()} /> }
        }
    };
    let name = props.detail.name();
    html! {
        <section ref={card} id={format!("results-{name}")} tabindex="-1" class={classes!("card", "detail", name)}
            aria-labelledby={format!("results-{name}-title")}>
            { content }
        </section>
    }
}

/// What waits to be shown.
enum Waiting {
    Nothing,
    ForPaint { _pending: AfterPaint },
    ForRest { _pending: Timeout },
}

struct Queue<T> {
    latest: Shared<T>,
    is_visible: bool,
    waiting: Waiting,
}

/// The latest value, handed on when that delays no paint of the headline; the last one wins.
/// `patient` waits for rest even where it can be seen.
#[hook]
pub fn use_later<T: 'static>(latest: &Shared<T>, node: &NodeRef, patient: bool) -> Shared<T> {
    let shown = use_state_eq(|| latest.clone());
    let queue = use_mut_ref(|| Queue {
        latest: latest.clone(),
        is_visible: true,
        waiting: Waiting::Nothing,
    });
    let show: Rc<dyn Fn()> = {
        let (queue, setter) = (queue.clone(), shown.setter());
        Rc::new(move || {
            let latest = {
                let mut queue = queue.borrow_mut();
                queue.waiting = Waiting::Nothing;
                queue.latest.clone()
            };
            setter.set(latest);
        })
    };
    {
        let (queue, show) = (queue.clone(), show.clone());
        use_effect_with(node.clone(), move |node| {
            let watch = node.cast::<Element>().and_then(|element| {
                Watch::new(&element, move |is_visible| {
                    queue.borrow_mut().is_visible = is_visible;
                    let is_waiting = !matches!(queue.borrow().waiting, Waiting::Nothing);
                    if is_visible && is_waiting {
                        show();
                    }
                })
            });
            move || drop(watch)
        });
    }
    use_effect_with(latest.clone(), move |latest| {
        let mut entry = queue.borrow_mut();
        let is_first = entry.latest == *latest && matches!(entry.waiting, Waiting::Nothing);
        entry.latest = latest.clone();
        if is_first {
            return;
        }
        if entry.is_visible && !patient {
            // What already waits for the frame will show this one.
            if !matches!(entry.waiting, Waiting::ForPaint { .. }) {
                let show = show.clone();
                entry.waiting = match AfterPaint::new(move || show()) {
                    Some(pending) => Waiting::ForPaint { _pending: pending },
                    None => Waiting::Nothing,
                };
            }
        } else {
            let show = show.clone();
            entry.waiting = Waiting::ForRest {
                _pending: Timeout::new(REST_MS, move || show()),
            };
        }
    });
    (*shown).clone()
}

/// Something to do after the next frame was painted; dropped, it is not done.
pub struct AfterPaint {
    frame: i32,
    _on_frame: Closure<dyn FnMut()>,
    _after: Rc<RefCell<Option<Timeout>>>,
}

impl AfterPaint {
    /// Waits for the frame. None where the browser gives no frames.
    pub fn new(then: impl FnOnce() + 'static) -> Option<Self> {
        let after = Rc::new(RefCell::new(None));
        let on_frame = {
            let after = after.clone();
            Closure::once(move || {
                // A task of its own comes behind the frame's layout and paint.
                *after.borrow_mut() = Some(Timeout::new(0, then));
            })
        };
        let frame = gloo::utils::window()
            .request_animation_frame(on_frame.as_ref().unchecked_ref())
            .ok()?;
        Some(Self {
            frame,
            _on_frame: on_frame,
            _after: after,
        })
    }
}

impl Drop for AfterPaint {
    fn drop(&mut self) {
        // A frame that has come can't be cancelled any more, which is no fault.
        let _cancelled = gloo::utils::window().cancel_animation_frame(self.frame);
    }
}

/// Tells whether an element is on the screen. Without the browser's observer it stays taken
/// for visible.
struct Watch {
    observer: JsValue,
    _tell: Closure<dyn FnMut(Array)>,
}

impl Watch {
    fn new(element: &Element, tell: impl Fn(bool) + 'static) -> Option<Self> {
        let tell = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let last = entries.get(entries.length().saturating_sub(1));
            let is_visible = Reflect::get(&last, &"isIntersecting".into());
            tell(is_visible.is_ok_and(|visible| visible.is_truthy()));
        });
        // Taken by name: the crate's features for it belong to the whole project.
        let class = Reflect::get(&js_sys::global(), &"IntersectionObserver".into()).ok()?;
        let class: Function = class.dyn_into().ok()?;
        let observer = Reflect::construct(&class, &Array::of1(tell.as_ref())).ok()?;
        let watch = Self {
            observer,
            _tell: tell,
        };
        watch.call("observe", &Array::of1(element))?;
        Some(watch)
    }

    fn call(&self, method: &str, arguments: &Array) -> Option<()> {
        let method = Reflect::get(&self.observer, &method.into()).ok()?;
        let method: Function = method.dyn_into().ok()?;
        Reflect::apply(&method, &self.observer, arguments).ok()?;
        Some(())
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let stopped = self.call("disconnect", &Array::new());
        debug_assert!(stopped.is_some(), "an observer can be disconnected");
    }
}
