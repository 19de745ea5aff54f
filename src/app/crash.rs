//! Reports a crash: a message with the last scenario as a link, so that no work is lost.

use std::cell::RefCell;
use std::panic::PanicHookInfo;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlAnchorElement;

thread_local! {
    static LAST_FRAGMENT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the link of the scenario on the screen for the message.
pub fn remember(fragment: &str) {
    LAST_FRAGMENT.with(|last| {
        if let Ok(mut last) = last.try_borrow_mut() {
            fragment.clone_into(&mut last);
        }
    });
}

/// Shows the message whenever the program panics.
pub fn install() {
    std::panic::set_hook(Box::new(|panic: &PanicHookInfo<'_>| {
        show(&panic.to_string())
    }));
}

/// Reports that the page can't be opened, and why: no fault of the program's, but of a file that it read. The
/// page's own script shows the message, which works even where no program came.
pub fn cannot_open(details: &str) {
    call("zengshouCannotOpen", &[details.into()]);
}

/// The same for a file that failed to load: the page's script checks all files first, and reloads the page if the
/// browser kept an old one.
pub fn misses_file(details: &str, file: &str) {
    let files = Array::of1(&file.into());
    call("zengshouFiles", &[details.into(), files.into()]);
}

/// Calls the page's own script.
fn call(name: &str, arguments: &[JsValue]) {
    let found = Reflect::get(&js_sys::global(), &name.into());
    let called = found
        .and_then(|found| found.dyn_into::<Function>())
        .and_then(|script| script.apply(&JsValue::NULL, &arguments.iter().collect::<Array>()));
    if called.is_err()
        && let Some(details) = arguments.first().and_then(JsValue::as_string)
    {
        show(&details);
    }
}

/// Shows the message with these details. It must not panic itself: every step may fail quietly.
pub fn show(details: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let Some(overlay) = document.get_element_by_id("crash") else {
        return;
    };
    let fragment = LAST_FRAGMENT.with(|last| last.try_borrow().map(|text| text.clone()));
    if let Some(link) = document.get_element_by_id("crash-link")
        && let Ok(link) = link.dyn_into::<HtmlAnchorElement>()
        && let Ok(address) = document
            .location()
            .ok_or(())
            .and_then(|at| at.href().map_err(drop))
    {
        let page = address.split('#').next().unwrap_or_default();
        let href = match fragment {
            Ok(fragment) if !fragment.is_empty() => format!("{page}#{fragment}"),
            _ => address.clone(),
        };
        link.set_href(&href);
        link.set_text_content(Some(&href));
    }
    if let Some(element) = document.get_element_by_id("crash-details") {
        element.set_text_content(Some(details));
    }
    let filled = overlay.set_attribute("data-filled", "");
    let shown = overlay.remove_attribute("hidden");
    debug_assert!(
        filled.is_ok() && shown.is_ok(),
        "attributes of the overlay can be changed"
    );
}
