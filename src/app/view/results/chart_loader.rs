//! The chart's library: loaded when the numbers are shown, and called by name.

use js_sys::{Function, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::prelude::*;

use crate::app::effects::page_file;
use crate::app::view::after_paint::AfterPaint;

/// The name under which the library makes itself known.
const NAME: &str = "zengshouCharts";

/// Loading state of the charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartLibrary {
    /// Not yet.
    Loading,
    /// They can.
    Ready,
    /// They can't; the tables say the same.
    Failed,
}

/// Loads the library once the first numbers are painted.
#[hook]
pub fn use_chart_library() -> UseStateHandle<ChartLibrary> {
    let library = use_state_eq(|| match loaded() {
        Some(_) => ChartLibrary::Ready,
        None => ChartLibrary::Loading,
    });
    {
        let library = library.clone();
        use_effect_with((), move |()| {
            let waiting = (*library == ChartLibrary::Loading).then(|| {
                AfterPaint::new(move || {
                    wasm_bindgen_futures::spawn_local(async move {
                        library.set(match load().await {
                            Some(()) => ChartLibrary::Ready,
                            None => ChartLibrary::Failed,
                        });
                    });
                })
            });
            move || drop(waiting)
        });
    }
    library
}

/// Loads the library; where it does not come whole it is requested once more. None where it can't be had.
async fn load() -> Option<()> {
    let (address, _) = page_file::announced("charts")?;
    let _may_fail = page_file::load_script(&address).await;
    if loaded().is_none() {
        page_file::ensure("charts").await.ok()?;
        let _may_fail = page_file::load_script(&page_file::fresh_address(&address)).await;
    }
    loaded().map(drop)
}

fn loaded() -> Option<JsValue> {
    let charts = Reflect::get(&js_sys::global(), &NAME.into()).ok()?;
    let can_draw = Reflect::get(&charts, &"draw".into()).ok()?.is_function();
    can_draw.then_some(charts)
}

fn function(charts: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(charts, &name.into()).ok()?.dyn_into().ok()
}

/// Size of everything that is read in a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartSize {
    /// As on the page.
    Usual,
    /// Larger, in a dialog.
    Large,
    /// As large as its place allows, to be read from the back of a room.
    Projected,
}

/// Draws into an element; how many milliseconds it took, or none where it failed.
pub fn draw(element: &Element, drawing: &str, size: ChartSize) -> Option<f64> {
    let charts = loaded()?;
    let draw = function(&charts, "draw")?;
    let size = match size {
        ChartSize::Usual => "usual",
        ChartSize::Large => "large",
        ChartSize::Projected => "projected",
    };
    let took = draw.call3(&charts, element, &drawing.into(), &size.into());
    took.ok()?.as_f64()
}

/// Has a figure of a report drawn into an element, as a still picture. None where it failed.
pub fn figure(element: &Element, drawing: &str) -> Option<()> {
    let charts = loaded()?;
    let figure = function(&charts, "figure")?;
    figure.call2(&charts, element, &drawing.into()).ok()?;
    Some(())
}

/// The drawing of an element as a picture of its own: the text of an SVG file.
pub fn svg(element: &Element, words: &PictureWords<'_>) -> Option<String> {
    picture("svg", element, words)?.as_string()
}

/// The same as a promise of a PNG file's bytes.
pub fn png(element: &Element, words: &PictureWords<'_>) -> Option<Promise> {
    let promise = picture("png", element, words)?;
    promise.dyn_into().ok()
}

fn picture(kind: &str, element: &Element, words: &PictureWords<'_>) -> Option<JsValue> {
    let charts = loaded()?;
    let made = function(&charts, kind)?;
    let words = serde_json::to_string(words).ok()?;
    made.call2(&charts, element, &words.into()).ok()
}

/// The texts that are written into a picture.
#[derive(Serialize)]
pub struct PictureWords<'a> {
    /// Its title.
    pub title: &'a str,
    /// Region and scenario.
    pub subject: &'a str,
    /// The same in words, for those who don't see it.
    pub description: &'a str,
    /// Notes and sources that a reader needs: lines at the foot.
    pub foot: &'a [String],
}

/// Gives back what was drawn into the element of a node when its view goes.
#[hook]
pub fn use_disposal(node: &NodeRef) {
    let node = node.clone();
    use_effect_with((), move |()| {
        let element = node.cast::<Element>();
        move || {
            if let Some(element) = &element {
                dispose(element);
            }
        }
    });
}

/// Gives back what was drawn into an element.
fn dispose(element: &Element) {
    if let Some(charts) = loaded()
        && let Some(dispose) = function(&charts, "dispose")
    {
        let disposed = dispose.call1(&charts, element);
        debug_assert!(disposed.is_ok(), "a chart can be disposed of");
    }
}
