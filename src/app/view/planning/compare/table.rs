//! The table: results first, then what differs; least, mean and greatest of every line at its end.

mod head;
pub mod lines;

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::analysis::compare::{Comparison, Counted};
use crate::app::effects::files;
use crate::app::state::{Action, News, State};
use crate::app::view::context::use_page;
use crate::app::view::figure::figure_of_column;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::export::csv::{self, CsvCell};
use crate::region::key::Year;
use crate::scenario::drafts::RemovedDraft;
use head::Head;
use lines::{ComparisonLine, Shown};

/// The heads of least, mean and greatest.
const SPREAD: [&str; 3] = [
    "plan-compare-least",
    "plan-compare-mean",
    "plan-compare-most",
];

/// Properties of the table.
#[derive(Properties)]
pub struct TableProps {
    /// The state.
    pub state: Rc<State>,
    /// The columns.
    pub comparison: Shared<Comparison>,
    /// Their names.
    pub names: Vec<String>,
    /// The year of the results.
    pub year: Year,
    /// The drafts that count for least, mean and greatest.
    pub counted: Counted,
    /// Called with a draft that was taken out.
    pub on_removed: Callback<RemovedDraft>,
}

impl PartialEq for TableProps {
    fn eq(&self, other: &Self) -> bool {
        self.comparison == other.comparison
            && self.names == other.names
            && (self.year, self.counted) == (other.year, other.counted)
    }
}

/// The table.
#[component]
pub fn CompareTable(props: &TableProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let comparison = &props.comparison;
    let results = lines::results(words, comparison, props.year, props.counted);
    let (levers, assumptions) =
        lines::differences(words, &props.state.region, comparison, props.counted);
    let save = {
        let parts = [&results, &levers, &assumptions];
        let rows = csv_rows(words, &props.names, &parts);
        let name = files::file_name(&words.text("plan-compare-file-name"), "csv");
        let act = page.act.clone();
        Callback::from(move |_: MouseEvent| {
            if files::save(&name, "text/csv;charset=utf-8", &csv::write(&rows)).is_err() {
                act.emit(Action::Notify(News::Failed("library-save-failed")));
            }
        })
    };
    // Of two, least and greatest are those that are shown already.
    let counted = comparison.counted(&comparison.columns, props.counted).len();
    let has_spread = counted > 2;
    let columns = props.names.len() + if has_spread { 4 } else { 1 };
    let group = |id: &str, lines: &[ComparisonLine]| {
        if lines.is_empty() {
            return html! {};
        }
        html! {
            <tbody>
                <tr class="sources-group"><th colspan={columns.to_string()} scope="rowgroup">{ words.text(id) }</th></tr>
                { for lines.iter().map(|line| row(words, line, has_spread)) }
            </tbody>
        }
    };
    html! {
        <>
            <div class="scroller compare-scroller" role="region" tabindex="0" aria-label={words.text("plan-tab-compare")}>
                <table class="planning-table compare-table drafts-table" data-testid="compare-table">
                    <thead><tr>
                        <th scope="col">{ words.text("plan-compare-what") }</th>
                        { for props.names.iter().zip(&comparison.columns).enumerate().map(|(index, (name, column))| html! {
                            <Head state={props.state.clone()} what={column.what} name={name.clone()}
                                is_reference={index == comparison.reference} on_removed={props.on_removed.clone()} />
                        }) }
                        if has_spread {
                            { for SPREAD.map(|id| html! { <th scope="col" class="number spread">{ words.text(id) }</th> }) }
                        }
                    </tr></thead>
                    { group("plan-compare-results", &results) }
                    { group("plan-compare-levers", &levers) }
                    { group("plan-compare-assumptions", &assumptions) }
                </table>
            </div>
            <div class="planning-result-head">
                <p class="soft">{ words.text("plan-compare-legend") }</p>
                <button type="button" class="button" data-testid="compare-csv" onclick={save}>
                    { words.text("plan-sweep-save") }
                </button>
            </div>
        </>
    }
}

/// The choice of what least, mean and greatest are taken of, with how many those are.
pub fn counted_choice(
    words: &Words,
    comparison: &Comparison,
    counted: &UseStateHandle<Counted>,
) -> Html {
    let onchange = {
        let counted = counted.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let index = usize::try_from(select.selected_index()).unwrap_or(0);
            counted.set(Counted::ALL.get(index).copied().unwrap_or(Counted::All));
        })
    };
    let option = |which: Counted| {
        let id = match which {
            Counted::Drafts => "plan-compare-count-drafts",
            Counted::WithPresent => "plan-compare-count-present",
            Counted::All => "plan-compare-count-all",
        };
        let count = comparison.counted(&comparison.columns, which).len();
        let text = words.format(id, &[("count", &count.to_string())]);
        html! { <option selected={**counted == which}>{ text }</option> }
    };
    html! {
        <label class="pick">
            <span>{ words.text("plan-compare-counted") }</span>
            <select data-testid="compare-counted" {onchange}>{ for Counted::ALL.map(option) }</select>
        </label>
    }
}

fn row(words: &Words, line: &ComparisonLine, has_spread: bool) -> Html {
    let content = |cell: &Shown, column: Option<usize>| {
        let number = html! { { &cell.text } };
        let number = match cell.figure.zip(column) {
            Some((figure, column)) => figure_of_column(figure, column, number),
            None => number,
        };
        html! {
            <>{ number }if let Some(word) = &cell.word { { " " }<span class="lead-word">{ word }</span> }</>
        }
    };
    html! {
        <tr>
            <th scope="row">{ &line.head }</th>
            { for line.cells.iter().zip(&line.differ).enumerate().map(|(column, (cell, differs))| html! {
                <td class={classes!("number", differs.then_some("differs"))}>
                    { content(cell, Some(column)) }
                    if *differs { <span class="unseen">{ words.text("plan-compare-differs") }</span> }
                </td>
            }) }
            if has_spread {
                { for line.spread.iter().map(|cell| html! { <td class="number soft spread">{ content(cell, None) }</td> }) }
            }
        </tr>
    }
}

fn csv_rows(words: &Words, names: &[String], parts: &[&Vec<ComparisonLine>]) -> Vec<Vec<CsvCell>> {
    let mut head = vec![CsvCell::Text(words.text("plan-compare-what").to_string())];
    head.extend(names.iter().map(|name| CsvCell::Text(name.clone())));
    head.extend(SPREAD.map(|id| CsvCell::Text(words.text(id).to_string())));
    let lines = parts.iter().flat_map(|lines| lines.iter());
    let rows = lines.map(|line| {
        let cells = line.cells.iter().chain(&line.spread);
        std::iter::once(plain(&line.head))
            .chain(cells.map(|cell| plain(&cell.text)))
            .collect()
    });
    std::iter::once(head).chain(rows).collect()
}

/// A number as a spreadsheet reads it; anything else as the text it is.
fn plain(shown: &str) -> CsvCell {
    let bare = shown.replace(',', "");
    let bare = bare.strip_prefix('+').unwrap_or(&bare);
    match rust_decimal::Decimal::from_str_exact(bare) {
        Ok(_) => CsvCell::Number(bare.to_owned()),
        Err(_) => CsvCell::Text(shown.to_owned()),
    }
}
