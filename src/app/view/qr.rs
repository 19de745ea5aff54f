//! A link as a QR code, drawn as one path. The library that computes it comes with the charts, after the numbers
//! are shown.

use gloo::timers::callback::Timeout;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use super::context::use_page;

/// The light margin that readers of the code need, in modules.
const MARGIN: usize = 4;

/// Time until the library is looked for again, in milliseconds.
const LOOK_AGAIN_MS: u32 = 500;

/// The text of the code.
#[derive(Properties, PartialEq)]
pub struct QrProps {
    /// The text that the code holds.
    pub text: AttrValue,
}

/// A code's dark modules.
enum Code {
    /// The path of the dark modules, and the number of modules along a side.
    Drawn(String, usize),
    /// The text is too long for any code.
    TooLong,
    /// The library was not loaded.
    Missing,
}

/// A QR code; where there is none, the reason in words.
#[component]
pub fn QrCode(props: &QrProps) -> Html {
    let page = use_page();
    // The library may still be on its way.
    let tries = use_state_eq(|| 0_u32);
    let code = use_memo((props.text.clone(), *tries), |(text, _)| compute(text));
    {
        let tries = tries.clone();
        let is_missing = matches!(*code, Code::Missing);
        use_effect_with((is_missing, *tries), move |(is_missing, _)| {
            let next =
                is_missing.then(|| Timeout::new(LOOK_AGAIN_MS, move || tries.set(*tries + 1)));
            move || drop(next)
        });
    }
    match &*code {
        Code::TooLong => html! { <p>{ page.words.text("share-qr-too-long") }</p> },
        Code::Missing => html! { <p>{ page.words.text("share-qr-missing") }</p> },
        Code::Drawn(path, size) => {
            let whole = size + 2 * MARGIN;
            let view = format!("-{MARGIN} -{MARGIN} {whole} {whole}");
            html! {
                <svg class="qr" viewBox={view} role="img"
                    aria-label={page.words.text("share-qr")} shape-rendering="crispEdges">
                    <rect x={format!("-{MARGIN}")} y={format!("-{MARGIN}")}
                        width={whole.to_string()} height={whole.to_string()} fill="#ffffff" />
                    <path d={path.clone()} fill="#000000" />
                </svg>
            }
        }
    }
}

/// Calls the library, which returns rows of `1` and `0` separated by line feeds, or nothing for a text that is too
/// long.
fn compute(text: &str) -> Code {
    let library = Reflect::get(&js_sys::global(), &"zengshouQrRows".into());
    let Some(rows) = library
        .ok()
        .and_then(|rows| rows.dyn_into::<Function>().ok())
    else {
        return Code::Missing;
    };
    let answer = rows.call1(&JsValue::NULL, &JsValue::from_str(text));
    let Some(rows) = answer.ok().and_then(|answer| answer.as_string()) else {
        return Code::TooLong;
    };
    let mut path = String::new();
    for (y, row) in rows.lines().enumerate() {
        for (x, _) in row
            .bytes()
            .enumerate()
            .filter(|(_, module)| *module == b'1')
        {
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    Code::Drawn(path, rows.lines().count())
}
