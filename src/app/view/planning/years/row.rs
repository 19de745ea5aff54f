//! A row of the sheet: a lever through the years.

use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlInputElement, InputEvent, PointerEvent};
use yew::prelude::*;

use crate::app::grid::{Cell, Place};
use crate::app::view::context::use_page;
use crate::i18n::number::scale;
use crate::region::key::{Fixed, Key, Year};

use super::faults::place_name;

/// What a row shows.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// Which one it is, counted from nothing.
    pub row: usize,
    /// Its lever.
    pub lever: Fixed,
    /// The year of its first cell.
    pub first_year: Year,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// The column of the cell with the focus.
    pub focus: Option<usize>,
    /// The columns that are chosen, first and last.
    pub chosen: Option<(usize, usize)>,
    /// The text that is being typed into the cell with the focus.
    pub typing: Option<String>,
}

/// What the pointer does at a cell.
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

/// A row and what it tells.
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// What it shows.
    pub view: RowView,
    /// The pointer did something at a cell.
    pub pointed: Callback<(Place, Pointed)>,
    /// The text that is being typed.
    pub typed: Callback<String>,
    /// The focus left the field that is typed in; whether for something beside the sheet.
    pub left: Callback<bool>,
}

/// A row.
#[component]
pub fn GridRow(props: &RowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let view = &props.view;
    let key = Key::from(view.lever);
    let unit = words.text(scale(key.unit()).unit);
    let cells = view.cells.iter().enumerate().map(|(column, cell)| {
        let place = (view.row, column);
        let has_focus = view.focus == Some(column);
        let is_chosen = view.chosen.is_some_and(|(first, last)| (first..=last).contains(&column));
        let text = words.typed(key.unit(), cell.value);
        let is_open = has_focus && view.typing.is_some();
        let tell = |how: Pointed| {
            let pointed = props.pointed.clone();
            move || pointed.emit((place, how))
        };
        let onmousedown = {
            let (press, stretch) = (tell(Pointed::Pressed), tell(Pointed::Stretched));
            // Within the field the pointer sets the caret.
            Callback::from(move |event: MouseEvent| match event.shift_key() {
                _ if is_open || event.button() != 0 => {}
                true => stretch(),
                false => press(),
            })
        };
        let onmouseover = {
            let drag = tell(Pointed::Dragged);
            Callback::from(move |event: MouseEvent| {
                if event.buttons() & 1 == 1 {
                    drag();
                }
            })
        };
        // A finger has no second key and no second button: a tap opens the cell.
        let onclick = {
            let open = tell(Pointed::Opened);
            Callback::from(move |event: MouseEvent| {
                let pointer = event.dyn_ref::<PointerEvent>();
                let is_finger = pointer.is_some_and(|pointer| pointer.pointer_type() == "touch");
                if is_finger && !is_open {
                    open();
                }
            })
        };
        let ondblclick = {
            let open = tell(Pointed::Opened);
            Callback::from(move |_: MouseEvent| {
                if !is_open {
                    open();
                }
            })
        };
        let class = classes!(
            "number",
            if cell.is_own { "own" } else { "follows" },
            is_chosen.then_some("chosen"),
        );
        let content = match (&view.typing, has_focus) {
            (Some(typing), true) => {
                let oninput = {
                    let typed = props.typed.clone();
                    Callback::from(move |event: InputEvent| {
                        typed.emit(event.target_unchecked_into::<HtmlInputElement>().value());
                    })
                };
                let onblur = {
                    let left = props.left.clone();
                    Callback::from(move |event: FocusEvent| left.emit(is_beside_sheet(&event)))
                };
                html! {
                    <input class="field" type="text" inputmode="decimal" value={typing.clone()} {oninput} {onblur}
                        placeholder={text} aria-label={place_name(words, key, view.first_year + column as Year)} />
                }
            }
            _ => html! {
                <>
                    { text }
                    if cell.is_own { <span class="unseen">{ words.text("plan-years-own") }</span> }
                </>
            },
        };
        html! {
            <td role="gridcell" {class} data-cell={format!("{}.{column}", view.row)} aria-selected={is_chosen.to_string()}
                tabindex={if has_focus || (view.focus.is_none() && view.row == 0 && column == 0) { "0" } else { "-1" }}
                {onmousedown} {onmouseover} {onclick} {ondblclick}>{ content }</td>
        }
    });
    html! {
        <tr>
            <th scope="row">{ words.key_name(key) }{ " " }<span class="soft">{ unit }</span></th>
            { for cells }
        </tr>
    }
}

/// Whether the focus goes on to something that is not in the field's own sheet.
fn is_beside_sheet(event: &FocusEvent) -> bool {
    let element = |target: web_sys::EventTarget| target.dyn_into::<web_sys::Element>().ok();
    let next = event.related_target().and_then(element);
    let sheet = event.target().and_then(element);
    let sheet = sheet.and_then(|field| field.closest("table").ok().flatten());
    next.is_some_and(|next| !sheet.is_some_and(|sheet| sheet.contains(Some(&next))))
}
