//! A figure of the report: the screen's chart as a still picture, with its words.

use web_sys::Element;
use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::app::view::results::chart_loader::{self, ChartLibrary};
use crate::report::document::ReportFigure;

/// A figure.
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// The drawing and its description.
    pub figure: ReportFigure,
    /// The state of the chart library.
    pub library: UseStateHandle<ChartLibrary>,
}

/// The figure, drawn once the chart library is there.
#[component]
pub fn FigureView(props: &FigureProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let library = props.library.clone();
    let node = use_node_ref();
    {
        let (node, library) = (node.clone(), library.clone());
        use_effect_with(
            (
                props.figure.drawing.clone(),
                *library == ChartLibrary::Ready,
            ),
            move |(drawing, is_ready)| {
                if let Some(element) = node.cast::<Element>().filter(|_| *is_ready) {
                    let json = serde_json::to_string(drawing).ok();
                    if json
                        .and_then(|json| chart_loader::figure(&element, &json))
                        .is_none()
                    {
                        library.set(ChartLibrary::Failed);
                    }
                }
            },
        );
    }
    chart_loader::use_disposal(&node);
    let figure = &props.figure;
    let instead = match *library {
        ChartLibrary::Ready => None,
        ChartLibrary::Loading => Some("chart-loading"),
        ChartLibrary::Failed => Some("report-figure-failed"),
    };
    html! {
        <figure>
            if let Some(instead) = instead {
                <p class="report-note" data-testid={instead}>{ words.text(instead) }</p>
            }
            <div ref={node} class={classes!("report-drawing", format!("of-{}", figure.name))} role="img"
                aria-label={figure.description.clone()} hidden={instead.is_some()}></div>
            <figcaption>{ &figure.caption }</figcaption>
            { for [&figure.reading, &figure.note].into_iter().flatten().map(|note| html! {
                <p class="report-note">{ note }</p>
            }) }
        </figure>
    }
}
