//! The report's paper: the document as the page shows and prints it.

use std::rc::Rc;

use yew::prelude::*;

use super::figure::FigureView;
use crate::app::view::context::use_page;
use crate::app::view::qr::QrCode;
use crate::app::view::results::chart_loader::{ChartLibrary, use_chart_library};
use crate::report::document::{
    Document, DocumentBlock, ReportCell, ReportRow, ReportTable, Section,
};

/// Tables of more rows than this may be split by a page's end.
const MOST_ROWS_KEPT_TOGETHER: usize = 20;

/// Tables of more columns than this are scrolled where the screen is narrow.
const MOST_COLUMNS_WITHOUT_SCROLLING: usize = 3;

/// Words of a cell that are no longer than this stand in one line: units and verdicts.
const MOST_CHARACTERS_UNBROKEN: usize = 12;

/// A written document, equal only to itself.
#[derive(Clone)]
pub struct Written(pub Rc<Document>);

impl PartialEq for Written {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The document, and where its title is.
#[derive(Properties, PartialEq)]
pub struct PaperProps {
    /// The document.
    pub document: Written,
    /// The title's element.
    pub title: NodeRef,
}

/// The paper.
#[component]
pub fn Paper(props: &PaperProps) -> Html {
    let document = &props.document.0;
    let library = use_chart_library();
    html! {
        <article class="report-paper">
            <h1 id="report-title" ref={props.title.clone()} tabindex="-1">
                <bdi>{ &document.title }</bdi>
            </h1>
            <p class="report-imprint">
                { for document.imprint.iter().map(|line| html! { <bdi>{ line }</bdi> }) }
            </p>
            { for document.sections.iter().map(|of| section(of, &library)) }
        </article>
    }
}

fn section(section: &Section, library: &UseStateHandle<ChartLibrary>) -> Html {
    let id = format!("report-{}", section.name);
    html! {
        <section key={section.name} class={classes!("report-section", format!("of-{}", section.name))}
            aria-labelledby={id.clone()}>
            <h2 {id}>{ &section.title }</h2>
            { for section.blocks.chunk_by(draws).map(|together| match together {
                [one] => block(one, library),
                several => html! {
                    <div class="report-together">{ for several.iter().map(|of| block(of, library)) }</div>
                },
            }) }
        </section>
    }
}

/// True for a table and the figure behind it, which draws the table and stays on its page.
fn draws(block: &DocumentBlock, next: &DocumentBlock) -> bool {
    matches!(
        (block, next),
        (DocumentBlock::Table(_), DocumentBlock::Figure(_))
    )
}

/// A text in which no line ends within an amount such as `36.82 × 10⁸`.
fn amounts_unbroken(text: &str) -> String {
    text.replace(" × 10", "\u{a0}×\u{a0}10")
}

fn block(block: &DocumentBlock, library: &UseStateHandle<ChartLibrary>) -> Html {
    match block {
        DocumentBlock::Title(title) => html! { <h3>{ title }</h3> },
        DocumentBlock::Text(text) => html! { <p>{ amounts_unbroken(text) }</p> },
        DocumentBlock::Items(items) => html! {
            <ol>{ for items.iter().map(|item| html! { <li>{ amounts_unbroken(item) }</li> }) }</ol>
        },
        DocumentBlock::Table(table) => html! { <TableView table={table.clone()} /> },
        DocumentBlock::Figure(figure) => {
            html! { <FigureView figure={(**figure).clone()} library={library.clone()} /> }
        }
        DocumentBlock::Blank(label, lines) => html! {
            <div class="report-blank">
                <p>{ label }</p>
                { for (0..*lines).map(|_| html! { <div class="report-rule"></div> }) }
            </div>
        },
        DocumentBlock::Link(link) => html! {
            <div class="report-link">
                <a href={link.clone()} data-testid="report-link">{ link }</a>
                // A phone can't open what has no address.
                if !link.starts_with('#') {
                    <QrCode text={link.clone()} />
                }
            </div>
        },
    }
}

/// A table.
#[derive(Properties, PartialEq)]
struct TableProps {
    table: ReportTable,
}

#[component]
fn TableView(props: &TableProps) -> Html {
    let page = use_page();
    let table = &props.table;
    let is_number = |column: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        cells.any(ReportCell::is_number)
    };
    let unit = table
        .unit
        .as_ref()
        .map(|unit| page.words.format("report-unit", &[("unit", unit)]));
    let is_long = table.rows.len() > MOST_ROWS_KEPT_TOGETHER;
    // A narrow screen scrolls it, by keyboard too.
    let is_wide = table.columns.len() > MOST_COLUMNS_WITHOUT_SCROLLING;
    html! {
        <div class={classes!("report-table", format!("of-{}", table.name), is_long.then_some("long"))}
            role={is_wide.then_some("region")} tabindex={is_wide.then_some("0")}
            aria-label={is_wide.then(|| table.caption.clone())}>
            <table data-testid={format!("report-table-{}", table.name)}>
                <caption>
                    <span>{ &table.caption }</span>
                    if let Some(unit) = unit { <span class="report-unit">{ unit }</span> }
                </caption>
                <thead>
                    <tr>
                        { for table.columns.iter().enumerate().map(|(column, title)| html! {
                            <th scope="col" class={is_number(column).then_some("number")}>{ title }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>{ for table.rows.iter().map(|of| row(of, is_number)) }</tbody>
            </table>
            if let Some(note) = &table.note { <p class="report-note">{ note }</p> }
        </div>
    }
}

/// A row; a dash in a column of numbers is where the numbers are.
fn row(row: &ReportRow, is_number: impl Fn(usize) -> bool) -> Html {
    let cells = row.cells.iter().enumerate().map(|(column, cell)| {
        if column == 0 {
            html! { <th scope="row">{ cell.shown() }</th> }
        } else {
            let is_short = cell.shown().chars().count() <= MOST_CHARACTERS_UNBROKEN;
            let class = match is_number(column) {
                true => Some("number"),
                false => is_short.then_some("short"),
            };
            html! { <td {class}>{ cell.shown() }</td> }
        }
    });
    html! { <tr class={row.is_sum.then_some("sum")}>{ for cells }</tr> }
}
