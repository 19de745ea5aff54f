//! A pasted block before it is taken: what goes where, and what is refused.

use std::rc::Rc;

use yew::prelude::*;

use super::faults::{cell_name, line_name, why};
use crate::app::grid::paste::{Block, Comes, Pasted};
use crate::app::grid::{GridLine, lines};
use crate::app::view::context::use_page;
use crate::app::view::modal::Modal;
use crate::app::words::Words;
use crate::region::Region;
use crate::region::key::Year;

/// The most cells that are listed as refused.
const MOST_LISTED: usize = 12;

/// A summary of a pasted block, in a sentence or two.
pub fn summary(words: &Words, block: &Block) -> String {
    let mut parts = vec![words.format("plan-paste-put", &[("count", &block.put().to_string())])];
    if block.heads.years.is_some() {
        parts.push(words.text("plan-paste-years").to_string());
    }
    if block.heads.rows.is_some() {
        parts.push(words.text("plan-paste-names").to_string());
    }
    let lines = lines();
    let is_sum = |cell: &&Pasted| {
        let line = cell.to.and_then(|(row, _)| lines.get(row));
        matches!((line, &cell.comes), (Some(GridLine::Sum(_)), Comes::Put(_)))
    };
    let count = |count: usize| count.to_string();
    let set = block.cells.iter().filter(is_sum).count();
    if set > 0 {
        parts.push(words.format("plan-paste-totals-set", &[("count", &count(set))]));
    }
    if block.agreeing() > 0 {
        let agreeing = count(block.agreeing());
        parts.push(words.format("plan-paste-totals-agree", &[("count", &agreeing)]));
    }
    parts.join(&words.text("plan-paste-join"))
}

/// The block and what is done with it.
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The block.
    pub block: Rc<Block>,
    /// The region.
    pub region: crate::app::view::shared::Shared<Region>,
    /// The reader takes it.
    pub on_take: Callback<()>,
    /// The reader gives it up.
    pub on_close: Callback<()>,
}

/// The dialog.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let block = &props.block;
    let region = &props.region;
    let send = |to: &Callback<()>| {
        let to = to.clone();
        Callback::from(move |_: MouseEvent| to.emit(()))
    };
    let refused: Vec<_> = block.refused().collect();
    let count = [("count", &*refused.len().to_string())];
    let more = refused.len().saturating_sub(MOST_LISTED);
    let put = block.put();
    html! {
        <Modal title={words.text("plan-paste-title")} on_close={props.on_close.clone()}>
            <p data-testid="paste-summary">{ summary(words, block) }</p>
            if block.skips_totals {
                <p>{ words.text("plan-paste-past-totals") }</p>
            }
            if block.has_foreign_names {
                <p>{ words.text("plan-paste-foreign-names") }</p>
            }
            if block.heads.is_guessed {
                <p>{ words.text("plan-paste-guessed") }</p>
            }
            if put > 0 { { goes_where(words, region, block) } }
            if !refused.is_empty() {
                <p class="fault">{ words.format("plan-paste-refused", &count) }</p>
                <ul class="paste-refused" data-testid="paste-refused">
                    { for refused.iter().take(MOST_LISTED).map(|(cell, reason)| html! {
                        <li>{ refusal(words, region, cell, &why(words, reason)) }</li>
                    }) }
                    if more > 0 {
                        <li>{ words.format("plan-paste-more", &[("count", &more.to_string())]) }</li>
                    }
                </ul>
            }
            <div class="planning-form paste-ways">
                <button type="button" class="button primary" data-testid="paste-take" disabled={put == 0}
                    onclick={send(&props.on_take)}>
                    { words.format("plan-paste-take", &[("count", &put.to_string())]) }
                </button>
                <button type="button" class="button" data-testid="paste-cancel" onclick={send(&props.on_close)}>
                    { words.text("plan-paste-cancel") }
                </button>
            </div>
        </Modal>
    }
}

/// A refused cell: its place in the block, the place where it would go, and the reason.
fn refusal(words: &Words, region: &Region, cell: &Pasted, reason: &str) -> String {
    let (line, column) = cell.from;
    let arguments = [
        ("line", &*(line + 1).to_string()),
        ("column", &*(column + 1).to_string()),
        ("text", &*cell.text),
        ("reason", reason),
    ];
    match cell.to {
        Some(place) => {
            let place = cell_name(words, region, place);
            let arguments = [arguments.as_slice(), &[("place", &*place)]].concat();
            words.format("plan-paste-refused-at", &arguments)
        }
        None => words.format("plan-paste-refused-beside", &arguments),
    }
}

/// The table of what goes where.
fn goes_where(words: &Words, region: &Region, block: &Block) -> Html {
    let ((top, left), (bottom, right)) = block.over;
    let at = |place| block.cells.iter().find(|cell| cell.to == Some(place));
    let cell =
        |place: (usize, usize), line: GridLine| match at(place).map(|cell| (cell, &cell.comes)) {
            Some((_, Comes::Put(value))) => html! {
                <td class="number paste-put">{ words.typed(line.unit(), *value) }</td>
            },
            Some((cell, Comes::Agrees)) => html! { <td class="number soft">{ &cell.text }</td> },
            Some((cell, Comes::Refused(_))) => html! {
                <td class="number paste-not"><s>{ &cell.text }</s></td>
            },
            None => html! { <td></td> },
        };
    let rows = lines().into_iter().enumerate();
    let is_touched = |row: usize| {
        block
            .cells
            .iter()
            .any(|cell| cell.to.is_some_and(|to| to.0 == row))
    };
    let rows = rows.filter(|(row, _)| (top..=bottom).contains(row) && is_touched(*row));
    html! {
        <div class="scroller paste-scroller" role="region" tabindex="0" aria-label={words.text("plan-paste-where")}>
            <table class="planning-table">
                <thead><tr>
                    <th scope="col">{ words.text("plan-compare-what") }</th>
                    { for (left..=right).map(|column| html! {
                        <th scope="col" class="number">{ region.years.first_plan + column as Year }</th>
                    }) }
                </tr></thead>
                <tbody>
                    { for rows.map(|(row, line)| html! {
                        <tr>
                            <th scope="row">{ line_name(words, line) }</th>
                            { for (left..=right).map(|column| cell((row, column), line)) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
