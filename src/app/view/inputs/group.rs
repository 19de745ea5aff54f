//! A group of rows: always open for levers, folded for assumptions.

use web_sys::Element;
use yew::prelude::*;

use super::row::{Row, RowData};
use super::series::{AddFigure, SeriesData, SeriesRow};
use crate::app::view::context::use_page;
use crate::app::view::shared::Shared;
use crate::region::key::Group;
use crate::region::{Region, Status};

/// Properties of a group.
#[derive(Properties, PartialEq)]
pub struct GroupProps {
    /// The group.
    pub group: Group,
    /// Its rows in their order.
    pub rows: Vec<RowData>,
    /// Figures of its series that the region does not give.
    #[prop_or_default]
    pub beyond: Vec<SeriesData>,
    /// The region.
    pub region: Shared<Region>,
    /// A fault of the rows together.
    #[prop_or_default]
    pub fault: Option<String>,
}

/// A group of levers.
#[component]
pub fn LeverGroup(props: &GroupProps) -> Html {
    let page = use_page();
    let id = format!("group-{}", props.group.name());
    html! {
        <section class="group" aria-labelledby={id.clone()}>
            <h2 {id}>{ page.words.group(props.group) }</h2>
            { rows(props) }
            if let Some(fault) = &props.fault {
                <p class="fault" role="status" data-testid={format!("fault-{}", props.group.name())}>{ fault.clone() }</p>
            }
        </section>
    }
}

/// Properties of rows that are folded away within a group of levers.
#[derive(Properties, PartialEq)]
pub struct FoldedRowsProps {
    /// The identifier of their title's message.
    pub title: &'static str,
    /// The rows in their order.
    pub rows: Vec<RowData>,
    /// The region.
    pub region: Shared<Region>,
}

/// Levers that few move, folded away under a line of their own; open where one of them was moved.
#[component]
pub fn FoldedRows(props: &FoldedRowsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let changed = props.rows.iter().filter(|row| row.is_changed()).count();
    let (open, ontoggle) = use_fold(changed > 0);
    html! {
        <details class="folded folded-levers" open={*open} {ontoggle} data-testid={props.title}>
            <summary>
                <h3>{ words.text(props.title) }</h3>
                if changed > 0 {
                    <span class="group-facts">
                        <span class="status own">
                            { words.format("input-group-changed", &[("count", &changed.to_string())]) }
                        </span>
                    </span>
                }
            </summary>
            if *open {
                { for props.rows.iter().map(|data| html! {
                    <Row key={data.key.to_string()} data={data.clone()} region={props.region.clone()} />
                }) }
            }
        </details>
    }
}

/// The state of folded content, and what follows the browser's own opening and closing of it.
#[hook]
fn use_fold(open_at_first: bool) -> (UseStateHandle<bool>, Callback<Event>) {
    let open = use_state_eq(|| open_at_first);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let details: Element = event.target_unchecked_into();
            open.set(details.has_attribute("open"));
        })
    };
    (open, ontoggle)
}

/// A group of assumptions; its rows are drawn only while it is open.
#[component]
pub fn AssumptionGroup(props: &GroupProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (open, ontoggle) = use_fold(props.group == Group::Population);
    let entered = props
        .beyond
        .iter()
        .filter(|own| own.value.is_some())
        .count();
    let unknown = props.beyond.len() - entered;
    let changed = props.rows.iter().filter(|row| row.is_changed()).count() + entered;
    let assumed = props
        .rows
        .iter()
        .filter(|row| !row.is_changed())
        .filter_map(|row| props.region.parameters.get(&row.key))
        .filter(|figure| figure.status == Status::Assumption)
        .count();
    html! {
        <details class="group folded" open={*open} {ontoggle}
            data-testid={format!("group-{}", props.group.name())}>
            <summary>
                <h2>{ words.group(props.group) }</h2>
                <span class="group-facts">
                    if changed > 0 {
                        <span class="status own">
                            { words.format("input-group-changed", &[("count", &changed.to_string())]) }
                        </span>
                    }
                    if assumed > 0 {
                        <span class="status assumption">
                            { words.format("input-group-assumed", &[("count", &assumed.to_string())]) }
                        </span>
                    }
                    if unknown > 0 {
                        <span class="status unknown">
                            { words.format("input-group-unknown", &[("count", &unknown.to_string())]) }
                        </span>
                    }
                    <span class="soft">
                        { words.format("input-group-all", &[("count", &(props.rows.len() + props.beyond.len()).to_string())]) }
                    </span>
                </span>
            </summary>
            if *open {
                { rows(props) }
                { for props.beyond.iter().map(|data| html! {
                    <SeriesRow key={data.key.to_string()} data={data.clone()} />
                }) }
                if props.group == Group::Benchmarks {
                    <AddFigure place="inputs" years={props.region.years} />
                }
            }
        </details>
    }
}

fn rows(props: &GroupProps) -> Html {
    html! {
        { for props.rows.iter().map(|data| html! {
            <Row key={data.key.to_string()} data={data.clone()} region={props.region.clone()} />
        }) }
    }
}
