//! Published figures that the model does not read, and all publications.

use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::app::view::shared::Shared;
use crate::region::Region;
use crate::report::register::citations;

/// Properties of the table.
#[derive(Properties, PartialEq)]
pub struct PublishedProps {
    /// The region.
    pub region: Shared<Region>,
}

/// The further figures and the publications.
#[component]
pub fn Published(props: &PublishedProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let region = &props.region;
    let language = words.language();
    let figures = region.figures.iter().map(|(id, figure)| {
        html! {
            <tr key={id.clone()} class="sources-row">
                <th scope="row">{ words.figure_name(id, figure) }</th>
                <td class="number" data-label={words.text("sources-column-value")}>
                    { words.value_of_unit(figure.unit, figure.value) }
                </td>
                <td class="number" data-label={words.text("sources-column-year")}>{ figure.year }</td>
                <td data-label={words.text("sources-column-status")}>
                    <span class={classes!("status", figure.status.name())}>{ words.status(figure.status) }</span>
                </td>
                <td class="sources-evidence" data-label={words.text("sources-column-evidence")}>
                    { words.basis(figure).unwrap_or_default() }
                    { for citations(figure, region, words).into_iter().map(|text| html! {
                        <span class="sources-citation">{ text }</span>
                    }) }
                </td>
            </tr>
        }
    });
    let cited = |id: &str| {
        let parameters = region.parameters.values();
        let figures = region.figures.iter().map(|(_, figure)| figure);
        let all = parameters.chain(figures);
        all.filter(|figure| figure.sources.iter().any(|source| source == id))
            .count()
    };
    let publications = region.sources.iter().map(|(id, source)| {
        let note = source.note.as_ref();
        html! {
            <tr key={id.clone()} class="sources-row">
                <th scope="row">{ source.title.in_language(language) }</th>
                <td data-label={words.text("sources-publication-publisher")}>
                    { source.publisher.in_language(language) }
                </td>
                <td class="number" data-label={words.text("sources-publication-date")}>{ words.published(source) }</td>
                <td class="number" data-label={words.text("sources-publication-count")}>{ cited(id) }</td>
                <td data-label={words.text("sources-publication-note")}>
                    { note.map_or("", |note| note.in_language(language)) }
                </td>
            </tr>
        }
    });
    let head = |columns: [&str; 5]| {
        html! { <thead><tr>{ for columns.map(|id| html! { <th scope="col">{ words.text(id) }</th> }) }</tr></thead> }
    };
    html! {
        <>
            <h2>{ words.text("sources-figures") }</h2>
            <p class="soft">{ words.text("sources-figures-why") }</p>
            <table class="sources-table" data-testid="sources-figures">
                <caption class="unseen">{ words.text("sources-figures") }</caption>
                { head(["sources-column-name", "sources-column-value", "sources-column-year",
                    "sources-column-status", "sources-column-evidence"]) }
                <tbody>{ for figures }</tbody>
            </table>
            <h2>{ words.text("sources-publications") }</h2>
            <table class="sources-table" data-testid="sources-publications">
                <caption class="unseen">{ words.text("sources-publications") }</caption>
                { head(["sources-publication", "sources-publication-publisher", "sources-publication-date",
                    "sources-publication-count", "sources-publication-note"]) }
                <tbody>{ for publications }</tbody>
            </table>
        </>
    }
}
