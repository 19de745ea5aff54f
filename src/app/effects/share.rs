//! Passing a link on and taking one in: clipboard, the system's share sheet, what is pasted.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Element, HtmlElement, ShareData};

use crate::link::reach::Reach;

/// Copies a text. The clipboard is closed to pages without a secure connection, as on plain http in an
/// intranet, so that the older way is tried as well: a text that is selected and copied.
///
/// # Errors
/// When the browser allows neither.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let navigator = gloo::utils::window().navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    if clipboard.is_object() {
        let copied = JsFuture::from(navigator.clipboard().write_text(text)).await;
        if copied.is_ok() {
            return Ok(());
        }
    }
    copy_selected(text)
}

fn copy_selected(text: &str) -> Result<(), JsValue> {
    let document = gloo::utils::document();
    let before = document.active_element();
    // Beside an open dialog nothing can be selected.
    let place = document.query_selector("dialog[open]")?;
    let place = place.unwrap_or_else(|| gloo::utils::body().into());
    let source: HtmlElement = document.create_element("textarea")?.dyn_into()?;
    source.set_class_name("copied-text");
    source.set_attribute("readonly", "")?;
    source.set_attribute("aria-hidden", "true")?;
    Reflect::set(&source, &"value".into(), &text.into())?;
    place.append_child(&source)?;
    source.focus()?;
    call(&source, "select", &JsValue::UNDEFINED)?;
    let copied = call(&document, "execCommand", &"copy".into());
    source.remove();
    if let Some(before) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        before.focus()?;
    }
    match copied?.as_bool() {
        Some(true) => Ok(()),
        _ => Err(JsValue::NULL),
    }
}

fn call(of: &JsValue, name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    method.call1(of, argument)
}

/// Reach of the address that the page was loaded from: who else can open it.
pub fn reach() -> Reach {
    let location = gloo::utils::window().location();
    let protocol = location.protocol().unwrap_or_default();
    let host = location.hostname().unwrap_or_default();
    Reach::of(&protocol, &host)
}

/// Listens for a text that is pasted on the page itself: not into a field, nor into a sheet of cells, which take
/// it themselves. The listener says whether it could use it.
pub fn on_paste(paste: impl Fn(String) -> bool + 'static) -> EventListener {
    on_paste_in(EventListenerPhase::Bubble, paste)
}

/// The same before any listener of [`on_paste`], for what covers the page.
pub fn on_paste_first(paste: impl Fn(String) -> bool + 'static) -> EventListener {
    on_paste_in(EventListenerPhase::Capture, paste)
}

fn on_paste_in(
    phase: EventListenerPhase,
    paste: impl Fn(String) -> bool + 'static,
) -> EventListener {
    let options = EventListenerOptions {
        phase,
        passive: false,
    };
    EventListener::new_with_options(&gloo::utils::document(), "paste", options, move |event| {
        let Some(event) = event.dyn_ref::<ClipboardEvent>() else {
            return;
        };
        let target = event.target();
        let element = target.and_then(|target| target.dyn_into::<Element>().ok());
        let takes_text = |element: &Element| {
            let field = "input, textarea, select, [contenteditable], [role=grid]";
            element.closest(field).ok().flatten().is_some()
        };
        if event.default_prevented() || element.as_ref().is_some_and(takes_text) {
            return;
        }
        let data = event.clipboard_data();
        let text = data.and_then(|data| data.get_data("text/plain").ok());
        if text.is_some_and(&paste) {
            event.prevent_default();
        }
    })
}

/// True where the browser has a share sheet.
pub fn has_share_sheet() -> bool {
    let navigator = gloo::utils::window().navigator();
    Reflect::get(&navigator, &"share".into()).is_ok_and(|share| share.is_function())
}

/// Opens the system's share sheet.
///
/// # Errors
/// When the reader closes it, or the browser refuses.
pub async fn share(title: &str, address: &str) -> Result<(), JsValue> {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let navigator = gloo::utils::window().navigator();
    JsFuture::from(navigator.share_with_data(&data))
        .await
        .map(drop)
}
