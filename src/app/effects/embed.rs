//! The page around this one, where there is one: what is said to it and what it says.

use gloo::events::EventListener;
use js_sys::JSON;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, ResizeObserver, Window};

use super::address;
use crate::app::embedding::Incoming;
use crate::problem::Problem;

/// The page around; none where this page is on its own: then it is its own parent, and would talk to itself.
fn around() -> Option<Window> {
    let here = gloo::utils::window();
    let around = here.parent().ok().flatten()?;
    (address::embedding().is_embedded && around != here).then_some(around)
}

/// True where there is a page around this one.
pub fn is_around() -> bool {
    around().is_some()
}

/// True where that page may know of the scenario: its origin is named.
pub fn is_told() -> bool {
    is_around() && address::embedding().origin.is_some()
}

/// Sends what anybody may know: that the page is there, and its height.
pub fn say_openly(message: &str) {
    let to = address::embedding().origin;
    send(message, to.as_deref().unwrap_or("*"));
}

/// Sends what only the page of the named origin may know; without one nothing is sent.
pub fn say(message: &str) {
    if let Some(origin) = address::embedding().origin {
        send(message, &origin);
    }
}

/// Messages are objects, as pages expect them.
fn send(message: &str, to: &str) {
    if let (Some(around), Ok(message)) = (around(), JSON::parse(message)) {
        // A page that was closed hears nothing, and one of another origin is not to hear.
        let _may_fail = around.post_message(&message, to);
    }
}

/// Hears the page around, where it is of the origin that the address names.
pub fn listen(heard: impl Fn(Result<Incoming, Problem>) + 'static) -> Option<EventListener> {
    let around = around()?;
    let origin = address::embedding().origin?;
    Some(EventListener::new(
        &gloo::utils::window(),
        "message",
        move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else {
                return;
            };
            let is_theirs = event
                .source()
                .is_some_and(|source| JsValue::from(source) == JsValue::from(around.clone()));
            if !is_theirs || event.origin() != origin {
                return;
            }
            let text = JSON::stringify(&event.data())
                .ok()
                .and_then(|it| it.as_string());
            if let Some(message) = text.and_then(|text| Incoming::read(&text)) {
                heard(message);
            }
        },
    ))
}

/// Watches the height of the page's content.
pub struct HeightWatch {
    observer: ResizeObserver,
    _told: Closure<dyn FnMut()>,
}

impl HeightWatch {
    /// Begins to watch; `changed` gets the height in CSS pixels each time that it is another.
    pub fn begin(changed: impl Fn(u32) + 'static) -> Option<Self> {
        let root = gloo::utils::document().get_element_by_id("app")?;
        let mut last = None;
        let watched = root.clone();
        let closure = Closure::<dyn FnMut()>::new(move || {
            let height = watched.get_bounding_client_rect().height().ceil();
            if last != Some(height) {
                last = Some(height);
                changed(height as u32);
            }
        });
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(&root);
        Some(Self {
            observer,
            _told: closure,
        })
    }
}

impl Drop for HeightWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
