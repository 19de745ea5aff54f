//! A row of the sheet: a lever or a total through the years.

use wasm_bindgen::JsCast;
use web_sys::PointerEvent;
use yew::prelude::*;

use super::faults::line_name;
use crate::app::grid::{GridCell, GridLine, Place};
use crate::app::view::context::use_page;
use crate::i18n::number::scale;

/// Content of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// Its number, counted from 0.
    pub row: usize,
    /// Its lever or total.
    pub line: GridLine,
    /// Its cells.
    pub cells: Vec<GridCell>,
    /// True where it is locked.
    pub is_locked: bool,
    /// The columns that are chosen, first and last.
    pub chosen: Option<(usize, usize)>,
    /// The columns of the cells whose change was refused.
    pub refused: Vec<usize>,
    /// The columns of the cells that are hardly plausible.
    pub unlikely: Vec<usize>,
}

/// An action of the pointer at a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// It was pressed there.
    Pressed,
    /// It was pressed there to stretch what is chosen.
    Stretched,
    /// It came there while it was held.
    Dragged,
    /// The cell is to be typed in.
    Opened,
}

/// Properties of a row.
#[derive(Properties, PartialEq)]
pub struct YearRowProps {
    /// Its content.
    pub view: RowView,
    /// The pointer did something at a cell.
    pub pointed: Callback<(Place, Pointed)>,
}

/// A row.
#[component]
pub fn GridRow(props: &YearRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let view = &props.view;
    let unit = view.line.unit();
    let is_sum = matches!(view.line, GridLine::Sum(_));
    let cells = view.cells.iter().enumerate().map(|(column, cell)| {
        let place = (view.row, column);
        let is_chosen = view.chosen.is_some_and(|(first, last)| (first..=last).contains(&column));
        let emit = |how: Pointed| {
            let pointed = props.pointed.clone();
            move || pointed.emit((place, how))
        };
        let onmousedown = {
            let (press, stretch) = (emit(Pointed::Pressed), emit(Pointed::Stretched));
            Callback::from(move |event: MouseEvent| {
                if event.button() == 0 {
                    // The focus stays in the field.
                    event.prevent_default();
                    if event.shift_key() { stretch() } else { press() }
                }
            })
        };
        let onmouseover = {
            let drag = emit(Pointed::Dragged);
            Callback::from(move |event: MouseEvent| {
                if event.buttons() & 1 == 1 {
                    drag();
                }
            })
        };
        // A finger has no second key and no second button: a tap opens the cell.
        let onclick = {
            let open = emit(Pointed::Opened);
            Callback::from(move |event: MouseEvent| {
                let pointer = event.dyn_ref::<PointerEvent>();
                if pointer.is_some_and(|pointer| pointer.pointer_type() == "touch") {
                    open();
                }
            })
        };
        let ondblclick = {
            let open = emit(Pointed::Opened);
            Callback::from(move |_: MouseEvent| open())
        };
        let is_unlikely = view.unlikely.contains(&column);
        let class = classes!(
            "number",
            if cell.is_own { "own" } else { "follows" },
            is_chosen.then_some("chosen"),
            view.refused.contains(&column).then_some("refused"),
            is_unlikely.then_some("unlikely"),
        );
        html! {
            <td role="gridcell" {class} data-cell={format!("{}.{column}", view.row)} aria-selected={is_chosen.to_string()}
                {onmousedown} {onmouseover} {onclick} {ondblclick}>
                { words.typed(unit, cell.value) }
                if is_unlikely { <span class="unseen">{ words.text("plan-years-unlikely") }</span> }
                if cell.is_own && !is_sum { <span class="unseen">{ words.text("plan-years-own") }</span> }
            </td>
        }
    });
    html! {
        <tr class={classes!(is_sum.then_some("years-sum"))}>
            <th scope="row">
                { line_name(words, view.line) }{ " " }<span class="soft">{ words.text(scale(unit).unit) }</span>
                if view.is_locked {
                    <span class="years-locked" title={words.text("plan-years-locked")}>
                        <span class="unseen">{ words.text("plan-years-locked") }</span>
                    </span>
                }
            </th>
            { for cells }
        </tr>
    }
}
