//! The one field that is typed in: its content and its place.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::desk::{Mode, SheetEditor};
use super::faults::cell_name;
use crate::app::grid::{self, Place};

impl SheetEditor {
    /// The value of the cell with the focus, as it is typed.
    pub(super) fn text(&self) -> String {
        let unit = grid::lines()[self.at.get().0].unit();
        let cell = self.sheet(|sheet| sheet.cell(self.at.get()));
        let words = self.words();
        cell.map(|cell| words.typed(unit, cell.value))
            .unwrap_or_default()
    }

    /// The field.
    pub fn pen(&self) -> Option<HtmlInputElement> {
        self.nodes.pen.cast()
    }

    /// Gives the field the focus.
    pub fn focus(&self) {
        self.show();
        if let Some(pen) = self.pen() {
            let focused = pen.focus();
            debug_assert!(focused.is_ok(), "the field takes the focus");
        }
        // Whoever is brought here did not come by Tab.
        self.has_arrived.set(false);
    }

    fn element(&self, (row, column): Place) -> Option<HtmlElement> {
        let table = self.nodes.table.cast::<HtmlElement>()?;
        let cell = table.query_selector(&format!("[data-cell='{row}.{column}']"));
        cell.ok().flatten()?.dyn_into().ok()
    }

    /// Lays the field over its cell and, where nothing is typed, puts the cell's value into it.
    pub fn show(&self) {
        let Some(pen) = self.pen() else {
            return;
        };
        self.place();
        let has_focus = self.fill_pen();
        let region = self.page.borrow().store.newest().region.clone();
        let name = cell_name(&self.words(), &region, self.at.get());
        let set = pen.set_attribute("aria-label", &name);
        debug_assert!(set.is_ok(), "the field is an element");
        if has_focus {
            self.reveal();
        }
    }

    /// Scrolls the sheet until the cell with the focus is next to its head, names and results.
    fn reveal(&self) {
        let cell = self.element(self.at.get());
        let table = self.nodes.table.cast::<HtmlElement>();
        let scroller = self.nodes.scroller.cast::<HtmlElement>();
        let Some(((cell, table), scroller)) = cell.zip(table).zip(scroller) else {
            return;
        };
        let part = |selector: &str| {
            let found = table.query_selector(selector).ok().flatten();
            found.and_then(|found| found.dyn_into::<HtmlElement>().ok())
        };
        let width = part("thead th").map_or(0, |names| names.offset_width());
        let head = part("thead").map_or(0, |head| head.offset_height());
        let foot = part("tfoot").map_or(0, |foot| foot.offset_height());
        let left = table.offset_left() + cell.offset_left();
        let right = left + cell.offset_width();
        let seen = scroller.scroll_left();
        if left < seen + width {
            scroller.set_scroll_left(left - width);
        } else if right > seen + scroller.client_width() {
            scroller.set_scroll_left(right - scroller.client_width());
        }
        let top = table.offset_top() + cell.offset_top();
        let bottom = top + cell.offset_height();
        let seen = scroller.scroll_top();
        if top < seen + head {
            scroller.set_scroll_top(top - head);
        } else if bottom > seen + scroller.client_height() - foot {
            scroller.set_scroll_top(bottom - scroller.client_height() + foot);
        }
        below_page_head(&cell, &table);
    }

    /// Puts the cell's value into the field where nothing is typed; whether the field has the focus.
    fn fill_pen(&self) -> bool {
        let Some(pen) = self.pen() else {
            return false;
        };
        let has_focus = gloo::utils::document().active_element().as_ref() == Some(pen.as_ref());
        if self.mode.get() == Mode::Ready && !self.is_composing.get() {
            let text = self.text();
            if pen.value() != text {
                pen.set_value(&text);
            }
            if has_focus {
                pen.select();
            }
            let set = pen.set_attribute("data-settled", "");
            debug_assert!(set.is_ok(), "the field is an element");
        }
        has_focus
    }

    /// Shows what was redrawn, without moving what is seen.
    pub fn show_again(&self) {
        if self.mode.get() == Mode::Ready {
            self.fill_pen();
        }
        self.place();
    }

    /// Lays the field over its cell, and the message at a cell next to that.
    pub fn place(&self) {
        let Some((pen, table)) = self.pen().zip(self.nodes.table.cast::<HtmlElement>()) else {
            return;
        };
        if let Some(cell) = self.element(self.at.get()) {
            let lengths = [
                ("left", table.offset_left() + cell.offset_left()),
                ("top", table.offset_top() + cell.offset_top()),
                ("width", cell.offset_width()),
                ("height", cell.offset_height()),
            ];
            lay(&pen, &lengths);
        }
        let refusal = self.refusal.borrow();
        let at = refusal.as_ref().and_then(|refusal| refusal.places.first());
        let at = at.copied().unwrap_or(self.at.get());
        let bubble = self.nodes.bubble.cast::<HtmlElement>();
        let scroller = self.nodes.scroller.cast::<HtmlElement>();
        if let Some(((bubble, scroller), cell)) = bubble.zip(scroller).zip(self.element(at)) {
            let seen = scroller.scroll_left();
            let most = seen + scroller.client_width() - bubble.offset_width() - 8;
            let left = (table.offset_left() + cell.offset_left())
                .min(most)
                .max(seen + 4);
            let top = table.offset_top() + cell.offset_top();
            let below = top + cell.offset_height() + 2;
            let room = scroller.scroll_top() + scroller.client_height() - bubble.offset_height();
            let above = top - bubble.offset_height() - 2;
            let top = if below > room && above > scroller.scroll_top() {
                above
            } else {
                below
            };
            lay(&bubble, &[("left", left), ("top", top)]);
        }
    }
}

fn lay(element: &HtmlElement, lengths: &[(&str, i32)]) {
    let style = element.style();
    for (name, length) in lengths {
        let set = style.set_property(name, &format!("{length}px"));
        debug_assert!(set.is_ok(), "a length is a value of it");
    }
}

/// Scrolls the page where the cell is below what sticks to its head, or beyond its foot.
fn below_page_head(cell: &HtmlElement, table: &HtmlElement) {
    let window = gloo::utils::window();
    let document = gloo::utils::document();
    let bottom = |selector: &str| {
        let found = document.query_selector(selector).ok().flatten();
        let place = found.map(|found| found.get_bounding_client_rect());
        // Elements that have scrolled away, or are further down, cover nothing.
        let stuck = place.filter(|place| place.top() <= 1.0 && place.bottom() > 0.0);
        stuck.map_or(0.0, |place| place.bottom())
    };
    let covered = bottom(".planning-page .report-tools").max(bottom(".planning-strip"));
    let names = table.query_selector("thead").ok().flatten();
    let names = names.map_or(0.0, |names| names.get_bounding_client_rect().height());
    let place = cell.get_bounding_client_rect();
    let height = window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let height = height.unwrap_or(f64::INFINITY);
    if place.top() < covered {
        window.scroll_by_with_x_and_y(0.0, place.top() - covered - names);
    } else if place.bottom() > height {
        window.scroll_by_with_x_and_y(0.0, place.bottom() - height);
    }
}
