//! A row of the sheet: a lever through the years.

use web_sys::{FocusEvent, HtmlInputElement, InputEvent};
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

/// A row and what it tells.
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// What it shows.
    pub view: RowView,
    /// A cell was pressed.
    pub choose: Callback<Place>,
    /// The text that is being typed, or none where typing is to begin with what stands there.
    pub typed: Callback<Option<String>>,
    /// The focus left the field that is typed in.
    pub left: Callback<()>,
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
        let press = {
            let choose = props.choose.clone();
            Callback::from(move |_: MouseEvent| choose.emit(place))
        };
        let edit = {
            let typed = props.typed.clone();
            let text = text.clone();
            Callback::from(move |_: MouseEvent| typed.emit(Some(text.clone())))
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
                        typed.emit(Some(event.target_unchecked_into::<HtmlInputElement>().value()));
                    })
                };
                let onblur = {
                    let left = props.left.clone();
                    Callback::from(move |_: FocusEvent| left.emit(()))
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
                onclick={press} ondblclick={edit}>{ content }</td>
        }
    });
    html! {
        <tr>
            <th scope="row">{ words.key_name(key) }{ " " }<span class="soft">{ unit }</span></th>
            { for cells }
        </tr>
    }
}
