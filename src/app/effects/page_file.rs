//! Files of the page while they load: requested again where that may help, checked against their names, and never
//! requested twice once they are here.

use std::cell::Cell;

use gloo::events::EventListener;
use gloo::net::http::{Request, Response};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlLinkElement, HtmlMetaElement, HtmlScriptElement, RequestCache};

use super::single_file;
use crate::app::whole;

/// Delays before a file is requested again, in milliseconds.
const RETRY_MS: [u32; 2] = [500, 2_000];
/// From this status on an answer is the server's fault, which may pass.
const FAULT_OF_SERVER: u16 = 500;

thread_local! {
    /// Number of files requested under another address, since browsers keep failed scripts by address.
    static AGAIN: Cell<u32> = const { Cell::new(0) };
}

/// The text of a file of the page. A file that was read before, even by the program that shows the first numbers,
/// is not requested again.
///
/// # Errors
/// What went wrong, in both languages or the browser's words.
pub async fn text(file: &str) -> Result<String, String> {
    let name = JsValue::from_str(&format!("zengshou {file}"));
    let known = Reflect::get(&js_sys::global(), &name)
        .ok()
        .and_then(|text| text.as_string());
    if let Some(known) = known {
        return Ok(known);
    }
    let content = whole(file).await?;
    let text = String::from_utf8_lossy(&content).into_owned();
    // Where it can't be remembered it is read again.
    let _may_fail = Reflect::set(&js_sys::global(), &name, &JsValue::from_str(&text));
    Ok(text)
}

/// The content of a file, whole. A line that fails, a server that has a fault, and a content that is
/// not the file's own are tried again after a moment, past what the browser keeps.
///
/// # Errors
/// What went wrong.
pub async fn whole(file: &str) -> Result<Vec<u8>, String> {
    let mut pauses = RETRY_MS.iter();
    let mut cache = RequestCache::Default;
    loop {
        let failed = match answer(file, cache).await {
            Ok(answer) if answer.ok() => match answer.binary().await {
                Ok(content) => match whole::check(file, &content) {
                    Ok(()) => return Ok(content),
                    // A region's file that somebody edited in its place is held against its rules instead.
                    Err(_) if is_edited(file, &content) => return Ok(content),
                    Err(damage) => damage.to_string(),
                },
                Err(error) => error.to_string(),
            },
            Ok(answer) if answer.status() < FAULT_OF_SERVER => {
                return Err(format!("{}: {}", short(file), answer.status()));
            }
            Ok(answer) => answer.status().to_string(),
            Err(error) => error.to_string(),
        };
        cache = RequestCache::Reload;
        match pauses.next() {
            Some(pause) => TimeoutFuture::new(*pause).await,
            None => return Err(format!("{}: {failed}", short(file))),
        }
    }
}

/// The answer to a request for a file, from wherever the page has its files: the one place that knows.
async fn answer(file: &str, cache: RequestCache) -> Result<Response, gloo::net::Error> {
    match single_file::answer(file) {
        Some(answer) => Ok(answer.into()),
        None => Request::get(file).cache(cache).send().await,
    }
}

/// The name of a file without its folders.
fn short(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// True for complete JSON, as left by somebody who edits the data of their own site.
fn is_edited(file: &str, content: &[u8]) -> bool {
    file.ends_with(".json") && serde_json::from_slice::<serde::de::IgnoredAny>(content).is_ok()
}

/// A program of the page by the name under which the page announces it: its own file first, then what
/// that file loads.
pub fn announced(name: &str) -> Option<(String, Vec<String>)> {
    let named = gloo::utils::document().query_selector(&format!("meta[name={name}]"));
    let meta: HtmlMetaElement = named.ok().flatten()?.dyn_into().ok()?;
    let needs = meta.get_attribute("data-needs").unwrap_or_default();
    let needs = needs.split_whitespace().map(str::to_owned).collect();
    Some((meta.content(), needs))
}

/// Looks whether a program's files are all here and whole, so that what is wrong is known at once; the
/// browser keeps them for the program itself. Returns the program's own file.
///
/// # Errors
/// What went wrong with the first that is not.
pub async fn ensure(name: &str) -> Result<String, String> {
    let (program, needs) = announced(name).ok_or_else(|| format!("{name}: ?"))?;
    whole(&program).await?;
    for file in &needs {
        whole(file).await?;
    }
    Ok(program)
}

/// The address that a worker of the page is started from, once its files are all here and whole.
///
/// # Errors
/// What went wrong with the first that is not.
pub async fn worker(name: &str) -> Result<String, String> {
    single_file::worker(ensure(name).await?).await
}

/// Puts a program's script into the page and waits until it is loaded.
///
/// # Errors
/// The browser's words.
pub async fn load_script(address: &str) -> Result<(), JsValue> {
    let document = gloo::utils::document();
    let script: HtmlScriptElement = document.create_element("script")?.dyn_into()?;
    let head = document
        .head()
        .ok_or_else(|| JsValue::from_str("the page has no head"))?;
    if single_file::is_single_file() {
        // It stands in the page and runs at once; the page's policy names its hash.
        script.set_text(&String::from_utf8_lossy(&whole(address).await?))?;
        return head.append_child(&script).map(drop);
    }
    script.set_type("module");
    script.set_src(address);
    let loaded = settled(&script);
    head.append_child(&script)?;
    JsFuture::from(loaded).await.map(drop)
}

/// The same file under an address that the browser has not seen fail.
pub fn fresh_address(address: &str) -> String {
    if single_file::is_single_file() {
        return address.to_owned();
    }
    AGAIN.with(|again| {
        again.set(again.get() + 1);
        format!("{address}?again={}", again.get())
    })
}

/// Applies the deferred style sheet, which stands disabled in the page and is not even requested until now, so that
/// the first number does not wait for it. A sheet that failed to load is requested again.
///
/// # Errors
/// What went wrong.
pub async fn use_later_style() -> Result<(), String> {
    let document = gloo::utils::document();
    let found = document.query_selector("link[data-later]").ok().flatten();
    let Some(link) = found.and_then(|link| link.dyn_into::<HtmlLinkElement>().ok()) else {
        return Ok(());
    };
    if link.sheet().is_some() || enabled(&link).await.is_ok() {
        return Ok(());
    }
    // The browser takes no style that is not the one that was built.
    let address = link.get_attribute("href").unwrap_or_default();
    whole(&address).await?;
    let fresh: HtmlLinkElement = link
        .clone_node()
        .ok()
        .and_then(|copy| copy.dyn_into().ok())
        .ok_or_else(|| short(&address).to_owned())?;
    fresh.set_href(&fresh_address(&address));
    let put = link.replace_with_with_node_1(&fresh);
    debug_assert!(put.is_ok(), "a link stands in the page's head");
    Ok(())
}

/// Enables a style sheet and waits until it is loaded.
async fn enabled(link: &HtmlLinkElement) -> Result<(), JsValue> {
    let loaded = settled(link);
    link.set_disabled(false);
    JsFuture::from(loaded).await.map(drop)
}

/// Kept when the element has loaded, broken when it can't be had.
fn settled(element: &web_sys::EventTarget) -> Promise {
    Promise::new(&mut |resolve, reject| {
        for (event, then) in [("load", resolve), ("error", reject)] {
            let listener = EventListener::once(element, event, move |_| {
                let called = then.call0(&JsValue::NULL);
                debug_assert!(called.is_ok(), "a promise can be settled");
            });
            // The element stays in the page as long as the page itself.
            listener.forget();
        }
    })
}
