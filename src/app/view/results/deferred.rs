//! Details that follow with the page where they can be seen, and at rest where they can't. So a moved lever waits
//! for nothing that nobody looks at, and a reader of the whole page, a search or a print finds every number right.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::prelude::*;

use super::changes::Changes;
use super::channels::Channels;
use super::components::Components;
use super::coverage::Coverage;
use super::risk::Risk;
use super::years::YearsTable;
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::parts::Shared;
use crate::app::view::pause::Pause;
use crate::app::view::store::REST_MS;
use crate::exercise::card::Card;

/// Time without changes until what can't be seen follows, in milliseconds.
const UNSEEN_REST_MS: u32 = 200;
/// The same for what can be seen but takes long: a frame and a half, so that the page's numbers
/// are drawn before it.
const SOON_MS: u32 = 24;

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

    /// The card that an exercise may hide.
    pub fn card(self) -> Card {
        match self {
            Self::Channels => Card::Channels,
            Self::Components => Card::Components,
            Self::Coverage => Card::Coverage,
            Self::Risk => Card::Risk,
            Self::Years => Card::Years,
            Self::Changes => Card::Changes,
        }
    }

    /// The name as identifier and class.
    pub fn name(self) -> &'static str {
        self.card().name()
    }
}

/// A detail and the state that it follows.
#[derive(Properties, PartialEq)]
pub struct DeferredProps {
    /// The detail.
    pub detail: Detail,
    /// The latest state.
    pub state: Shared<State>,
}

/// A card that shows the latest state as soon as that delays nothing.
#[component]
pub fn Deferred(props: &DeferredProps) -> Html {
    let card = use_node_ref();
    let shown = use_when_seen(&props.state, &card, false);
    let results = Shared(shown.shown());
    let content = match props.detail {
        Detail::Channels => html! { <Channels {results} /> },
        Detail::Components => html! { <Components {results} /> },
        Detail::Coverage => html! { <Coverage {results} /> },
        Detail::Risk => html! { <Risk {results} /> },
        Detail::Years => html! { <YearsTable {results} /> },
        Detail::Changes => html! { <Changes state={shown} /> },
    };
    let name = props.detail.name();
    html! {
        <section ref={card} id={format!("results-{name}")} tabindex="-1" class={classes!("card", "detail", name)}
            aria-labelledby={format!("results-{name}-title")}>
            { content }
        </section>
    }
}

struct Queue<T> {
    shown: Shared<T>,
    latest: Shared<T>,
    is_visible: bool,
    waiting: Option<Pause>,
}

impl<T> Queue<T> {
    fn show(&mut self) {
        self.waiting = None;
        self.shown = self.latest.clone();
    }
}

/// The latest value where the element can be seen, with `patient` a moment later; where it can't,
/// when nothing has changed for a while.
#[hook]
pub fn use_when_seen<T: 'static>(latest: &Shared<T>, node: &NodeRef, patient: bool) -> Shared<T> {
    let redraw = use_force_update();
    let store = use_page().store;
    let queue = use_mut_ref(|| Queue {
        shown: latest.clone(),
        latest: latest.clone(),
        is_visible: true,
        waiting: None,
    });
    {
        let mut entry = queue.borrow_mut();
        entry.latest = latest.clone();
        if entry.is_visible && !patient {
            entry.show();
        }
    }
    {
        let (queue, redraw, node) = (queue.clone(), redraw.clone(), node.clone());
        use_effect_with((), move |()| {
            let watch = node.cast::<Element>().and_then(|element| {
                Watch::new(&element, move |is_visible| {
                    let mut entry = queue.borrow_mut();
                    entry.is_visible = is_visible;
                    if is_visible && entry.waiting.is_some() {
                        entry.show();
                        redraw.force_update();
                    }
                })
            });
            move || drop(watch)
        });
    }
    let shown = queue.borrow().shown.clone();
    use_effect_with(latest.clone(), move |latest| {
        let later = queue.clone();
        let mut entry = queue.borrow_mut();
        entry.waiting = (entry.shown != *latest).then(|| {
            let show = move || {
                later.borrow_mut().show();
                redraw.force_update();
            };
            if !entry.is_visible {
                Pause::at_rest(&store, UNSEEN_REST_MS, show)
            } else if store.is_stepped() {
                Pause::at_rest(&store, REST_MS, show)
            } else {
                Pause::of(SOON_MS, show)
            }
        });
    });
    shown
}

/// Observer of an element's visibility. Without the browser's observer the element counts as visible.
struct Watch {
    observer: JsValue,
    _on_change: Closure<dyn FnMut(Array)>,
}

impl Watch {
    fn new(element: &Element, on_visible: impl Fn(bool) + 'static) -> Option<Self> {
        let on_change = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let last = entries.get(entries.length().saturating_sub(1));
            let is_visible = Reflect::get(&last, &"isIntersecting".into());
            on_visible(is_visible.is_ok_and(|visible| visible.is_truthy()));
        });
        // Taken by name: the crate's features for it belong to the whole project.
        let class = Reflect::get(&js_sys::global(), &"IntersectionObserver".into()).ok()?;
        let class: Function = class.dyn_into().ok()?;
        let observer = Reflect::construct(&class, &Array::of1(on_change.as_ref())).ok()?;
        let watch = Self {
            observer,
            _on_change: on_change,
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
