//! Levers year by year: a small spreadsheet with copying, pasting and filling to the right.

mod faults;
mod parts;
mod row;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, KeyboardEvent};
use yew::prelude::*;

use crate::app::grid::press::{Does, Pressed, does};
use crate::app::grid::{self, Place, Wrong};
use crate::app::state::{Action, State};
use crate::app::view::context::use_page;
use crate::app::view::keys::use_keys;
use crate::i18n::input::read_typed;
use crate::region::key::Fixed;
use crate::scenario::Scenario;
use faults::told;
use parts::{chosen_in, sums, use_focus};
use row::{GridRow, Pointed, RowView};

/// The most faults of a pasted block that are listed.
const MOST_FAULTS: usize = 20;

/// What the tab shows.
#[derive(Properties)]
pub struct YearsProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for YearsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// Where the reader is in the sheet.
#[derive(Clone, Debug, PartialEq)]
struct Cursor {
    /// The cell with the focus.
    at: Place,
    /// The other corner of what is chosen.
    from: Place,
    /// The text that is being typed into the cell.
    typing: Option<String>,
}

/// The tab.
#[component]
pub fn YearsTab(props: &YearsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let region = &state.region;
    // The page follows the newest state behind a frame; what is changed, is changed in the newest.
    let store = page.store.clone();
    let table = use_node_ref();
    let cursor = use_state_eq(|| Cursor {
        at: (0, 0),
        from: (0, 0),
        typing: None,
    });
    // What is being typed until it is taken over or given up, once: the field's last blur comes when
    // it is already decided.
    let unsettled = use_mut_ref(|| None::<String>);
    // What stood in the field when it was opened: left as it was, it changes nothing.
    let opened_with = use_mut_ref(String::new);
    let leaves = use_mut_ref(|| false);
    let drags = use_mut_ref(|| false);
    let start_typing = {
        let (cursor, unsettled) = (cursor.clone(), unsettled.clone());
        Rc::new(move |text: Option<String>| {
            unsettled.borrow_mut().clone_from(&text);
            cursor.set(Cursor {
                typing: text,
                ..(*cursor).clone()
            });
        })
    };
    let open = {
        let (state, words, unsettled) = (state.clone(), words.clone(), unsettled.clone());
        let store = store.clone();
        let (cursor, opened_with) = (cursor.clone(), opened_with.clone());
        Rc::new(move |at: Place| {
            let key = grid::key_at(&state.region, at);
            let cell = grid::cell(&state.region, store.newest().scenario(), at);
            if let Some((key, cell)) = key.zip(cell) {
                let text = words.typed(key.unit(), cell.value);
                opened_with.borrow_mut().clone_from(&text);
                *unsettled.borrow_mut() = Some(text.clone());
                cursor.set(Cursor {
                    at,
                    from: at,
                    typing: Some(text),
                });
            }
        })
    };
    let faults = use_state_eq(Vec::<String>::new);
    let levers = grid::levers();
    let size = (levers.len(), region.years.plan().len());
    // Whether the focus is on its way to something beside the sheet, which must not take it back: that would
    // scroll the page under the finger.
    let goes_out = use_mut_ref(|| false);
    use_focus(&table, &cursor, &goes_out);
    let take = {
        let (act, faults) = (page.act.clone(), faults.clone());
        Rc::new(move |next: Result<Scenario, Vec<String>>| match next {
            Ok(scenario) => {
                faults.set(Vec::new());
                act.emit(Action::Navigate(scenario));
                true
            }
            Err(found) => {
                faults.set(found);
                false
            }
        })
    };
    // Takes over what is typed; what can't be taken stays to be mended.
    let settle = {
        let (state, words, take, cursor) =
            (state.clone(), words.clone(), take.clone(), cursor.clone());
        let store = store.clone();
        let (unsettled, opened_with) = (unsettled.clone(), opened_with.clone());
        Rc::new(move |next: Place| {
            let typed = unsettled.take();
            let is_change =
                |text: &&String| !text.trim().is_empty() && **text != *opened_with.borrow();
            // An empty field changes nothing.
            if let Some(text) = typed.as_ref().filter(is_change) {
                let at = cursor.at;
                let key = grid::key_at(&state.region, at);
                let put = key.map(|key| {
                    read_typed(key.unit(), text)
                        .and_then(|value| {
                            grid::put(&state.region, store.newest().scenario(), at, value)
                        })
                        .map_err(|fault| {
                            vec![told(
                                &words,
                                &state,
                                &Wrong {
                                    place: Some(at),
                                    fault,
                                },
                            )]
                        })
                });
                if let Some(put) = put
                    && !take(put)
                {
                    *unsettled.borrow_mut() = typed;
                    return false;
                }
            }
            cursor.set(Cursor {
                at: next,
                from: next,
                typing: None,
            });
            true
        })
    };
    let stretch = {
        let cursor = cursor.clone();
        Rc::new(move |at: Place| {
            if cursor.typing.is_none() && cursor.at != at {
                cursor.set(Cursor {
                    at,
                    ..(*cursor).clone()
                });
            }
        })
    };
    use_keys(&table, {
        let (cursor, settle, take, state) =
            (cursor.clone(), settle.clone(), take.clone(), state.clone());
        let store = store.clone();
        let (open, stretch, leaves) = (open.clone(), stretch.clone(), leaves.clone());
        let (start_typing, opened_with) = (start_typing.clone(), opened_with.clone());
        Callback::from(move |event: KeyboardEvent| {
            // An input method takes keys for itself while it composes.
            if event.is_composing() {
                return;
            }
            let pressed = Pressed {
                key: &event.key(),
                shift: event.shift_key(),
                command: event.ctrl_key() || event.meta_key() || event.alt_key(),
                is_typing: cursor.typing.is_some(),
            };
            let is_leaving = leaves.replace(false);
            if is_leaving && pressed.key == "Tab" {
                return;
            }
            let corners = (cursor.at, cursor.from);
            let what = does(pressed, cursor.at, size);
            if !matches!(what, Does::Nothing | Does::Leave) {
                event.prevent_default();
            }
            match what {
                Does::Go(next) => {
                    // What can't be taken stays to be mended.
                    let _is_settled = settle(next);
                }
                Does::Stretch(next) => stretch(next),
                Does::Open => open(cursor.at),
                Does::Type(text) => {
                    opened_with.borrow_mut().clear();
                    start_typing(Some(text));
                }
                Does::GiveUp => start_typing(None),
                Does::Leave => *leaves.borrow_mut() = true,
                Does::Clear => {
                    take(Ok(grid::clear(
                        &state.region,
                        store.newest().scenario(),
                        corners,
                    )));
                }
                Does::Fill => {
                    let newest = store.newest();
                    take(Ok(grid::fill_right(
                        &state.region,
                        newest.scenario(),
                        corners,
                    )));
                }
                // Shift held alone is no key that ends a way out.
                Does::Nothing => *leaves.borrow_mut() = is_leaving && event.key() == "Shift",
            }
        })
    });
    let oncopy = {
        let (cursor, state, words) = (cursor.clone(), state.clone(), words.clone());
        let store = store.clone();
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<ClipboardEvent>() else {
                return;
            };
            if cursor.typing.is_none()
                && let Some(data) = event.clipboard_data()
            {
                let corners = (cursor.at, cursor.from);
                let text = grid::copy(
                    &state.region,
                    store.newest().scenario(),
                    corners,
                    |key, value| words.typed(key.unit(), value),
                );
                event.prevent_default();
                // Without a clipboard nothing is copied, as the browser tells itself.
                let _may_fail = data.set_data("text/plain", &text);
            }
        })
    };
    let onpaste = {
        let (cursor, state, words, take) =
            (cursor.clone(), state.clone(), words.clone(), take.clone());
        let store = store.clone();
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<ClipboardEvent>() else {
                return;
            };
            if cursor.typing.is_none()
                && let Some(data) = event.clipboard_data()
            {
                event.prevent_default();
                let text = data.get_data("text/plain").unwrap_or_default();
                let corners = (cursor.at, cursor.from);
                let next = grid::paste(&state.region, store.newest().scenario(), corners, &text);
                let next = next.map_err(|wrong| {
                    let lines = wrong.iter().take(MOST_FAULTS);
                    let mut lines: Vec<String> =
                        lines.map(|wrong| told(&words, &state, wrong)).collect();
                    // What lies beside the sheet is said once.
                    lines.dedup();
                    lines
                });
                // What was put in is chosen, so that one sees where it went.
                if let Ok((_, (from, at))) = &next {
                    cursor.set(Cursor {
                        at: *from,
                        from: *at,
                        typing: None,
                    });
                }
                take(next.map(|(scenario, _)| scenario));
            }
        })
    };
    let fill = {
        let (cursor, state, take) = (cursor.clone(), state.clone(), take.clone());
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            let corners = (cursor.at, cursor.from);
            take(Ok(grid::fill_right(
                &state.region,
                store.newest().scenario(),
                corners,
            )));
        })
    };
    let clear = {
        let (cursor, state, take) = (cursor.clone(), state.clone(), take.clone());
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            let corners = (cursor.at, cursor.from);
            take(Ok(grid::clear(
                &state.region,
                store.newest().scenario(),
                corners,
            )));
        })
    };
    let reset = {
        let (state, take) = (state.clone(), take.clone());
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            let corners = ((0, 1), (size.0 - 1, size.1 - 1));
            take(Ok(grid::clear(
                &state.region,
                store.newest().scenario(),
                corners,
            )));
        })
    };
    let pointed = {
        let (settle, open, stretch, drags) =
            (settle.clone(), open.clone(), stretch.clone(), drags.clone());
        Callback::from(move |(place, how): (Place, Pointed)| match how {
            Pointed::Pressed => *drags.borrow_mut() = settle(place),
            Pointed::Stretched => stretch(place),
            Pointed::Dragged if *drags.borrow() => stretch(place),
            Pointed::Dragged => {}
            Pointed::Opened => open(place),
        })
    };
    let typed = {
        let start_typing = start_typing.clone();
        Callback::from(move |text: String| start_typing(Some(text)))
    };
    let left = {
        let (settle, unsettled, at) = (settle.clone(), unsettled.clone(), cursor.at);
        let goes_out = goes_out.clone();
        Callback::from(move |is_beside: bool| {
            *goes_out.borrow_mut() = is_beside;
            let is_open = unsettled.borrow().is_some();
            if is_open {
                // What can't be taken stays to be mended.
                let _is_settled = settle(at);
            }
        })
    };
    let rows = levers.iter().enumerate().map(|(row, lever)| {
        let view = RowView {
            row,
            lever: *lever,
            first_year: region.years.first_plan,
            cells: (0..size.1)
                .filter_map(|column| grid::cell(region, state.scenario(), (row, column)))
                .collect(),
            focus: (cursor.at.0 == row).then_some(cursor.at.1),
            chosen: chosen_in(&cursor, row),
            typing: cursor.typing.clone().filter(|_| cursor.at.0 == row),
        };
        html! {
            <>
                if *lever == Fixed::Coverage { { sums(words, state, size.1) } }
                <GridRow key={row} {view} pointed={pointed.clone()} typed={typed.clone()} left={left.clone()} />
            </>
        }
    });
    html! {
        <section class="card planning-card" data-testid="years">
            <p class="soft for-keys">{ words.text("plan-years-keys") }</p>
            <p class="soft for-touch">{ words.text("plan-years-touch") }</p>
            <div class="planning-form">
                <button type="button" class="button" data-testid="years-fill" onclick={fill}>{ words.text("plan-years-fill") }</button>
                <button type="button" class="button" data-testid="years-clear" onclick={clear}>{ words.text("plan-years-clear") }</button>
                <button type="button" class="button" data-testid="years-reset" onclick={reset}>{ words.text("plan-years-reset") }</button>
            </div>
            if !faults.is_empty() {
                <ul class="fault" role="alert" data-testid="years-faults">
                    { for faults.iter().map(|fault| html! { <li>{ fault }</li> }) }
                </ul>
            }
            <div class="scroller compare-scroller">
                <table ref={table} role="grid" class="planning-table compare-table years-table" data-testid="years-table"
                    aria-label={words.text("plan-tab-years")} {oncopy} {onpaste}>
                    <thead><tr>
                        <th scope="col">{ words.text("plan-compare-what") }</th>
                        { for region.years.plan().enumerate().map(|(step, year)| html! {
                            <th scope="col" class="number">
                                { year }
                                if step == 0 { <span class="soft chance-plan">{ words.text("plan-years-first") }</span> }
                            </th>
                        }) }
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}
