//! The place where the library draws.

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use super::chart_loader::{self, ChartLibrary, ChartSize};
use crate::app::view::context::use_page;
use crate::app::view::parts::Shared;
use crate::chart::ChartModel;

/// A drawing that takes longer than this waits until the page's numbers are drawn.
const QUICK_MS: f64 = 16.0;

/// Properties of a drawing.
#[derive(Properties, PartialEq)]
pub struct CanvasProps {
    /// The chart.
    pub model: Shared<ChartModel>,
    /// State of the charts' library.
    pub library: UseStateHandle<ChartLibrary>,
    /// Set to true where drawing is slow here.
    pub is_slow: Shared<Cell<bool>>,
    /// True where it is drawn in a task of its own, behind that which gave the model: what takes long is in two
    /// parts then, between which the page hears its reader.
    pub is_apart: bool,
    /// Its element, by which pictures are requested.
    pub node: NodeRef,
    /// True where it is drawn for a projector.
    #[prop_or_default]
    pub is_large: bool,
    /// The name of the chart, for its height.
    pub name: &'static str,
}

/// A drawing that follows what it is given.
#[component]
pub fn Canvas(props: &CanvasProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let node = props.node.clone();
    {
        let (node, library) = (node.clone(), props.library.clone());
        let (is_slow, is_apart) = (props.is_slow.clone(), props.is_apart);
        let size = match props.is_large {
            true => ChartSize::Large,
            false => ChartSize::Usual,
        };
        use_effect_with(
            (props.model.clone(), *library == ChartLibrary::Ready),
            move |(model, is_ready)| {
                let (node, model, is_ready) = (node.clone(), model.clone(), *is_ready);
                let draw = move || {
                    let Some(element) = node.cast::<Element>().filter(|_| is_ready) else {
                        return;
                    };
                    let took = serde_json::to_string(&model.drawing)
                        .ok()
                        .and_then(|drawing| chart_loader::draw(&element, &drawing, size));
                    match took {
                        Some(took) => is_slow.set(took > QUICK_MS),
                        None => library.set(ChartLibrary::Failed),
                    }
                };
                let waiting = match is_apart {
                    true => Some(Timeout::new(0, draw)),
                    false => {
                        draw();
                        None
                    }
                };
                move || drop(waiting)
            },
        );
    }
    chart_loader::use_disposal(&node);
    let size = if props.is_large { "large" } else { props.name };
    html! {
        <div class={classes!("canvas-frame", format!("canvas-{size}"))}>
            <div ref={node} class="canvas" role="img" aria-label={props.model.description.clone()}></div>
            { match *props.library {
                ChartLibrary::Ready => html! {},
                ChartLibrary::Loading => html! { <p class="soft">{ words.text("chart-loading") }</p> },
                ChartLibrary::Failed => html! {
                    <p data-testid="chart-failed">{ words.text("chart-failed") }</p>
                },
            } }
        </div>
    }
}
