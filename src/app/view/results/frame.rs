//! Frame of every chart: title, choices, the drawing, its note, its table of numbers, the ways to take it along,
//! and the large view.

use std::cell::Cell;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Element};
use yew::prelude::*;

use super::canvas::Canvas;
use super::chart_loader::{self, ChartLibrary, PictureWords};
use super::prices::PriceSwitch;
use crate::analysis::prices::Deflator;
use crate::app::clock;
use crate::app::credit;
use crate::app::effects::files;
use crate::app::view::context::{Context, use_page};
use crate::app::view::figure::named_figure;
use crate::app::view::modal::Modal;
use crate::app::view::parts::Shared;
use crate::app::words::Words;
use crate::chart::ChartModel;
use crate::export::table::{DataTable, TableCell as Entry, TableRow};
use crate::region::key::Year;

/// Drawing tools that every chart of the card shares.
#[derive(Clone, PartialEq)]
pub struct ChartHost {
    /// State of the charts' library.
    pub library: UseStateHandle<ChartLibrary>,
    /// Set to true where drawing is slow here.
    pub is_slow: Shared<Cell<bool>>,
    /// True where each chart is drawn in a task of its own.
    pub is_apart: bool,
}

/// A chart with its frame.
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// Its short name, for identifiers.
    pub name: &'static str,
    /// Its title.
    pub title: AttrValue,
    /// The unit behind the title.
    #[prop_or_default]
    pub unit: AttrValue,
    /// The chart.
    pub model: Shared<ChartModel>,
    /// Its drawing tools.
    pub host: ChartHost,
    /// Choices beside the title.
    #[prop_or_default]
    pub controls: Html,
    /// Elements between title and drawing.
    #[prop_or_default]
    pub children: Html,
    /// For amounts a head: the year of constant prices, and the deflator where they are shown.
    #[prop_or_default]
    pub prices: Option<(Year, Option<Deflator>)>,
    /// A note that a reader needs to read it.
    #[prop_or_default]
    pub note: Html,
    /// The same as texts, for pictures and the large view.
    #[prop_or_default]
    pub caveats: Vec<String>,
}

/// The frame.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let canvas = use_node_ref();
    let large = use_node_ref();
    let shows_table = use_state_eq(|| false);
    let is_large = use_state_eq(|| false);
    let failed = use_state_eq(|| false);
    let is_drawn = *props.host.library == ChartLibrary::Ready;
    let title = if props.unit.is_empty() {
        props.title.clone()
    } else {
        AttrValue::from(format!("{} ({})", props.title, props.unit))
    };
    let deflator = props.prices.and_then(|(_, deflator)| deflator);
    let mut caveats = props.caveats.clone();
    caveats.extend(deflator.map(|deflator| words.of_prices("prices-sentence", deflator)));
    let save = |kind: Kind| {
        let (canvas, failed) = (canvas.clone(), failed.clone());
        let (model, title, name) = (props.model.clone(), title.clone(), props.title.clone());
        let (page, caveats) = (page.clone(), caveats.clone());
        Callback::from(move |_: MouseEvent| {
            let failed = failed.clone();
            let (subject, foot) = credits(&page, &caveats);
            let (canvas, model) = (canvas.clone(), model.clone());
            let (title, name) = (title.clone(), name.clone());
            spawn_local(async move {
                let file = files::file_name(&name, kind.ending());
                let saved = {
                    let words = PictureWords {
                        title: &title,
                        subject: &subject,
                        description: &model.description,
                        foot: &foot,
                    };
                    kind.save(canvas.cast(), &file, &words, &model).await
                };
                failed.set(saved.is_none());
            });
        })
    };
    let tool = |kind: Kind| {
        let label = words.format(
            "chart-save",
            &[("title", &props.title), ("kind", kind.name())],
        );
        html! {
            <button type="button" class="tool" data-testid={format!("chart-{}", kind.ending())}
                aria-label={label.clone()} title={label} disabled={kind != Kind::Csv && !is_drawn}
                onclick={save(kind)}>{ kind.name() }</button>
        }
    };
    let toggle_table = {
        let shows_table = shows_table.clone();
        Callback::from(move |_: MouseEvent| shows_table.set(!*shows_table))
    };
    let enlarge = {
        let is_large = is_large.setter();
        Callback::from(move |_: MouseEvent| is_large.set(true))
    };
    let close = {
        let is_large = is_large.setter();
        Callback::from(move |()| is_large.set(false))
    };
    let is_open = *shows_table || *props.host.library == ChartLibrary::Failed;
    let table_id = format!("chart-table-{}", props.name);
    html! {
        <>
            <div class="card-head">
                <div class="card-title">
                    <h2 id="results-chart-title">
                        { &props.title }
                        if !props.unit.is_empty() { <span class="soft">{ &props.unit }</span> }
                    </h2>
                    if let Some((year, deflator)) = props.prices {
                        <PriceSwitch {year} {deflator} />
                    }
                </div>
                <div class="chart-controls">{ props.controls.clone() }</div>
            </div>
            { props.children.clone() }
            <Canvas model={props.model.clone()} library={props.host.library.clone()}
                is_slow={props.host.is_slow.clone()} is_apart={props.host.is_apart} node={canvas.clone()} name={props.name} />
            <div class="chart-foot">
                <button type="button" class="tool" data-testid="chart-table"
                    aria-expanded={is_open.to_string()} aria-controls={table_id.clone()}
                    onclick={toggle_table}>{ words.text("chart-table") }</button>
                <div class="tools" role="group" aria-label={words.text("chart-tools")}>
                    { for [Kind::Png, Kind::Svg, Kind::Csv].map(tool) }
                    <button type="button" class="tool" data-testid="chart-large" disabled={!is_drawn}
                        onclick={enlarge}>{ words.text("chart-large") }</button>
                </div>
            </div>
            <p class="soft note" role="status">
                if *failed { { words.text("chart-save-failed") } }
            </p>
            <div id={table_id} class="chart-table" hidden={!is_open}>
                if is_open { { table(words, &props.title, &props.model.table) } }
            </div>
            <div class="soft note">
                { props.note.clone() }
                if let Some(deflator) = deflator {
                    <p data-testid="prices-said">{ words.of_prices("prices-sentence", deflator) }</p>
                }
            </div>
            if *is_large {
                <Modal title={title.clone()} on_close={close}>
                    <p class="large-subject">{ credit::subject(words, &page.store.newest()) }</p>
                    <Canvas model={props.model.clone()} library={props.host.library.clone()}
                        is_slow={props.host.is_slow.clone()} is_apart={props.host.is_apart} node={large} name={props.name}
                        is_large={true} />
                    <p class="large-words">{ &props.model.description }</p>
                    { for credits(&page, &caveats).1.into_iter().map(|line| html! {
                        <p class="large-words soft">{ line }</p>
                    }) }
                </Modal>
            }
        </>
    }
}

/// The subject of a picture, and the lines at its foot.
fn credits(page: &Context, caveats: &[String]) -> (String, Vec<String>) {
    let state = page.store.newest();
    let source = credit::source(&page.words, &state, clock::today());
    let foot = caveats.iter().cloned().chain([source]).collect();
    (credit::subject(&page.words, &state), foot)
}

/// In which form a chart is taken along.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Png,
    Svg,
    Csv,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Csv => "CSV",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
        }
    }

    /// Hands the chart to the browser to be saved. None where it can't be made.
    async fn save(
        self,
        drawn: Option<Element>,
        file: &str,
        words: &PictureWords<'_>,
        model: &ChartModel,
    ) -> Option<()> {
        match self {
            Self::Csv => {
                let mut said = vec![words.title, words.subject, words.description];
                said.extend(words.foot.iter().map(String::as_str));
                let text = model.table.csv(&said);
                files::save(file, "text/csv;charset=utf-8", &text).ok()
            }
            Self::Svg => {
                let text = chart_loader::svg(&drawn?, words)?;
                files::save(file, "image/svg+xml", &text).ok()
            }
            Self::Png => {
                let promise = chart_loader::png(&drawn?, words)?;
                let blob: Blob = Blob::from(JsFuture::from(promise).await.ok()?);
                files::save_blob(file, &blob).ok()
            }
        }
    }
}

/// A chart's twin in numbers.
fn table(words: &Words, title: &str, table: &DataTable) -> Html {
    let is_number = |column: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        cells.any(Entry::is_number)
    };
    let head = |(column, text): (usize, &String)| {
        let class = (column > 0 && is_number(column - 1)).then_some("number");
        html! { <th scope="col" {class}>{ text }</th> }
    };
    html! {
        <div class="scroller" role="region" tabindex="0" aria-label={title.to_owned()}>
            <table>
                <caption class="unseen">{ title }</caption>
                <thead><tr>{ for table.heads.iter().enumerate().map(head) }</tr></thead>
                <tbody>{ for table.rows.iter().map(|row| line(words, row)) }</tbody>
            </table>
        </div>
    }
}

fn line(words: &Words, row: &TableRow) -> Html {
    let cell = |cell: &Entry| match cell {
        Entry::Empty => html! { <td></td> },
        Entry::Text(text) => html! { <td>{ text }</td> },
        Entry::Number {
            value,
            places,
            signed,
            figure,
        } => {
            let number = html! { { words.numbers().decimal(*value, *places, *signed) } };
            html! {
                <td class="number">
                    { match figure {
                        Some(name) => named_figure(name, number),
                        None => number,
                    } }
                </td>
            }
        }
    };
    html! {
        <tr class={row.is_sum.then_some("sum")}>
            <th scope="row">{ &row.name }</th>
            { for row.cells.iter().map(cell) }
        </tr>
    }
}
