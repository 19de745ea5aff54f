//! Parts of the sheet: its sums, what is chosen in a row, and where the focus goes.

use std::cell::RefCell;
use std::rc::Rc;

use rust_decimal::Decimal;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::Cursor;
use crate::app::grid;
use crate::app::state::State;
use crate::app::view::context::Words;
use crate::i18n::number::scale;
use crate::region::key::{Fixed, Unit};

/// The columns of a row between the corners of what is chosen.
pub fn chosen_in(cursor: &Cursor, row: usize) -> Option<(usize, usize)> {
    let ((r1, c1), (r2, c2)) = (cursor.at, cursor.from);
    (r1.min(r2)..=r1.max(r2))
        .contains(&row)
        .then(|| (c1.min(c2), c1.max(c2)))
}

/// All funds of each year.
pub fn sums(words: &Words, state: &State, years: usize) -> Html {
    let cells = Fixed::FundsCountyOther as usize + 1;
    let sum = |column: usize| -> Decimal {
        let rows =
            (0..cells).filter_map(|row| grid::cell(&state.region, state.scenario(), (row, column)));
        rows.map(|cell| cell.value).sum()
    };
    html! {
        <tr class="years-sum">
            <th scope="row">{ words.text("plan-years-sum") }{ " " }<span class="soft">{ words.text(scale(Unit::Yuan).unit) }</span></th>
            { for (0..years).map(|column| html! { <td class="number">{ words.typed(Unit::Yuan, sum(column)) }</td> }) }
        </tr>
    }
}

/// The focus goes where the cursor is, once the reader has been in the sheet, but where it is on its way out.
#[hook]
pub fn use_focus(table: &NodeRef, cursor: &UseStateHandle<Cursor>, goes_out: &Rc<RefCell<bool>>) {
    let goes_out = goes_out.clone();
    let table = table.clone();
    use_effect_with((**cursor).clone(), move |cursor| {
        if goes_out.replace(false) {
            return;
        }
        let document = gloo::utils::document();
        let Some(table) = table.cast::<HtmlElement>() else {
            return;
        };
        let inside = document.active_element().is_some_and(|active| {
            table.contains(Some(&active)) || active == gloo::utils::body().into()
        });
        let (row, column) = cursor.at;
        let selector = match cursor.typing {
            Some(_) => "input".to_owned(),
            None => format!("[data-cell='{row}.{column}']"),
        };
        let wanted = table.query_selector(&selector).ok().flatten();
        let wanted = wanted.and_then(|element| element.dyn_into::<HtmlElement>().ok());
        let was_moved = cursor.at != (0, 0) || cursor.typing.is_some();
        if inside
            && was_moved
            && let Some(wanted) = wanted
        {
            let focused = wanted.focus();
            debug_assert!(focused.is_ok(), "a cell takes the focus");
        }
    });
}
