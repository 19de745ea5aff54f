//! Full screen, and the second window for a projector.
//!
//! The second window is the same page, opened by this one under a name of its own; it shows what it is sent and
//! reports its keys. Each message has to come from the other window itself and from the same origin; pages from
//! files have the origin `null`, and there the window alone decides.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, Window};

use super::exercises;
use crate::app::presentation::messages::{self, PROJECTOR, ProjectorMessage, ProjectorReport};
use crate::exercise::Exercise;
use crate::region::Region;

/// The origin of pages that have none, as from files.
const NO_ORIGIN: &str = "null";
/// The size that the second window begins with; it is then put on the projector's screen.
const FEATURES: &str = "popup,width=1280,height=720";

/// The second window; dropped, it is closed.
pub struct SecondWindow {
    window: Window,
    _reports: EventListener,
    _end: EventListener,
}

impl SecondWindow {
    /// Opens it with the page at that address. None where the browser refuses.
    pub fn open(address: &str, on_report: impl Fn(ProjectorReport) + 'static) -> Option<Self> {
        let here = gloo::utils::window();
        let window = here
            .open_with_url_and_target_and_features(address, PROJECTOR, FEATURES)
            .ok()??;
        let other = window.clone();
        let reports = EventListener::new(&here, "message", move |event| {
            if let Some(report) = text_from(&other, event).and_then(|text| messages::read(&text)) {
                on_report(report);
            }
        });
        // Without this page it would show something that nobody changes any more.
        let closing = window.clone();
        let end = EventListener::new(&here, "pagehide", move |_| close(&closing));
        Some(Self {
            window,
            _reports: reports,
            _end: end,
        })
    }

    /// Has it show something.
    pub fn show(&self, projection: &ProjectorMessage) {
        send(&self.window, &messages::write(projection));
    }

    /// True once somebody has closed it.
    pub fn is_closed(&self) -> bool {
        self.window.closed().unwrap_or(true)
    }
}

impl Drop for SecondWindow {
    fn drop(&mut self) {
        close(&self.window);
    }
}

fn close(window: &Window) {
    // A window that was closed by hand can't be closed again, which is no fault.
    let _may_fail = window.close();
}

/// The calculator's window, where this page is its second window.
pub fn calculator() -> Option<Window> {
    let here = gloo::utils::window();
    let is_named = here.name().is_ok_and(|name| name == PROJECTOR);
    let opener = here.opener().ok().filter(JsValue::is_object)?;
    is_named.then(|| opener.unchecked_into())
}

/// Hears what the calculator's window sends.
pub fn on_projection(
    calculator: &Window,
    on_projection: impl Fn(ProjectorMessage) + 'static,
) -> EventListener {
    let calculator = calculator.clone();
    EventListener::new(&gloo::utils::window(), "message", move |event| {
        if let Some(shown) = text_from(&calculator, event).and_then(|text| messages::read(&text)) {
            on_projection(shown);
        }
    })
}

/// Reports something to the calculator's window.
pub fn report(calculator: &Window, report: ProjectorReport) {
    send(calculator, &messages::write(&report));
}

/// True where the calculator's window is gone.
pub fn is_gone(calculator: &Window) -> bool {
    calculator.closed().unwrap_or(true)
}

/// The text of a message, if it comes from that window and from this page's origin.
fn text_from(window: &Window, event: &web_sys::Event) -> Option<String> {
    let event: &MessageEvent = event.dyn_ref()?;
    let source = event.source()?;
    let is_theirs = JsValue::from(source) == JsValue::from(window.clone());
    let is_ours = event.origin() == gloo::utils::window().origin();
    (is_theirs && is_ours).then(|| event.data().as_string())?
}

fn send(window: &Window, text: &str) {
    let origin = gloo::utils::window().origin();
    let to = if origin == NO_ORIGIN { "*" } else { &origin };
    // A window that was closed hears nothing, which is looked for elsewhere.
    let _may_fail = window.post_message(&text.into(), to);
}

/// The exercises that the page was built with and that are of the region, without what the trainer alone reads.
///
/// # Errors
/// What went wrong, in the browser's words.
pub async fn exercises_of(region: &Region) -> Result<Vec<Rc<Exercise>>, String> {
    let shipped = exercises::shipped(false).await?;
    let read = |id| shipped.exercise(id, &[region]).ok().map(Rc::new);
    Ok(shipped.ids().filter_map(read).collect())
}

/// Asks for full screen. Browsers may refuse, and the view then fills the window alone.
pub fn enter_full_screen() {
    if let Some(root) = gloo::utils::document().document_element() {
        ask(&root, "requestFullscreen");
    }
}

/// Leaves full screen.
pub fn leave_full_screen() {
    if is_full_screen() {
        ask(&gloo::utils::document(), "exitFullscreen");
    }
}

/// True in full screen.
pub fn is_full_screen() -> bool {
    gloo::utils::document().fullscreen_element().is_some()
}

/// Calls back when full screen begins or ends.
pub fn on_full_screen(changed: impl Fn(bool) + 'static) -> EventListener {
    let document = gloo::utils::document();
    EventListener::new(&document, "fullscreenchange", move |_| {
        changed(is_full_screen());
    })
}

/// Calls a method that answers with a promise, and takes a refusal as it comes.
fn ask(of: &JsValue, method: &str) {
    let method: Option<Function> = Reflect::get(of, &method.into())
        .ok()
        .and_then(|method| method.dyn_into().ok());
    if let Some(answer) = method.and_then(|method| method.call0(of).ok()) {
        spawn_local(async move {
            let _may_refuse = JsFuture::from(Promise::resolve(&answer)).await;
        });
    }
}

/// True where the reader wants no motion.
pub fn wants_no_motion() -> bool {
    let asked = gloo::utils::window().match_media("(prefers-reduced-motion: reduce)");
    asked.ok().flatten().is_some_and(|query| query.matches())
}
