//! A card with a chart of a register, its table, and its ways to be taken along.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::app::view::planning::chart_host::use_chart_host;
use crate::app::view::results::frame::Frame;
use crate::app::view::shared::Shared;
use crate::chart::households::{RegisterChart, chart_model};

/// Properties of the card.
#[derive(Properties, PartialEq)]
pub struct RegisterChartProps {
    /// The figures.
    pub chart: Shared<RegisterChart>,
    /// The title.
    pub title: AttrValue,
    /// Choices beside it.
    #[prop_or_default]
    pub controls: Html,
}

/// The card.
#[component]
pub fn RegisterChartCard(props: &RegisterChartProps) -> Html {
    let words = use_page().words;
    let host = use_chart_host();
    let model = use_memo((props.chart.clone(), words), |(chart, words)| {
        Rc::new(chart_model(words, chart))
    });
    html! {
        <div class="results bureau-dots">
            <section class="card chart bureau-chart" data-testid="register-chart">
                <Frame name="register" title={props.title.clone()} unit={props.chart.unit.clone()} model={Shared((*model).clone())} {host}
                    controls={props.controls.clone()} note={html! { <p>{ &model.description }</p> }} />
            </section>
        </div>
    }
}
