//! The rows of the list. Only those in view are in the page; keys move along all of them.

use std::rc::Rc;

use gloo::events::EventListener;
use rust_decimal::Decimal;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::desk::ProjectDesk;
use crate::app::row_window::{rows_in_view, scrolled_to};
use crate::app::view::context::use_page;
use crate::app::view::keys::use_keys;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::number::Share;
use crate::projects::filter::{FoundProjects, ListColumn, ListSorting};
use crate::projects::library::ProjectStanding;
use crate::projects::selection::ProjectSelection;

/// The height of a row, in pixels, until it is measured.
const USUAL_HEIGHT: u32 = 36;
/// The height of what is seen, in pixels, until it is measured.
const USUAL_SEEN: u32 = 560;
/// Rows of the table above the first project.
const HEAD: usize = 1;

/// Rows that are chosen or left.
pub type ChosenRows = (Rc<[usize]>, bool);

/// Properties of the rows.
#[derive(Properties)]
pub struct GridProps {
    /// The data.
    pub desk: Shared<ProjectDesk>,
    /// The rows that were found.
    pub found: Shared<FoundProjects>,
    /// The rows that are chosen.
    pub selection: Rc<ProjectSelection>,
    /// The order.
    pub sorting: ListSorting,
    /// Called with another order.
    pub on_sort: Callback<ListSorting>,
    /// Called with rows that are chosen or left.
    pub on_choose: Callback<ChosenRows>,
}

impl PartialEq for GridProps {
    fn eq(&self, other: &Self) -> bool {
        self.desk == other.desk
            && self.found == other.found
            && self.sorting == other.sorting
            && Rc::ptr_eq(&self.selection, &other.selection)
    }
}

/// The part of the list that is seen, in pixels.
#[derive(Clone, Copy, PartialEq)]
struct Scroll {
    top: u32,
    seen: u32,
    row: u32,
    is_scrolled: bool,
}

/// The rows.
#[component]
pub fn ProjectGrid(props: &GridProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let scroller = use_node_ref();
    let scroll = use_state_eq(|| Scroll {
        top: 0,
        seen: USUAL_SEEN,
        row: USUAL_HEIGHT,
        is_scrolled: false,
    });
    let active = use_state_eq(|| 0_usize);
    let count = props.found.rows.len();
    let at = (*active).min(count.saturating_sub(1));
    use_scrolled(&scroller, &scroll);
    {
        // What is found begins at its first row.
        let (scroller, active) = (scroller.clone(), active.setter());
        let is_scrolled = scroll.is_scrolled;
        use_effect_with(props.found.clone(), move |_| {
            active.set(0);
            // To ask for it would have the browser lay all of it out between.
            if is_scrolled && let Some(scroller) = scroller.cast::<Element>() {
                scroller.set_scroll_top(0);
            }
        });
    }
    use_keys(&scroller, {
        let (found, selection) = (props.found.clone(), props.selection.clone());
        let (on_choose, active) = (props.on_choose.clone(), active.clone());
        let (scroller, scroll) = (scroller.clone(), *scroll);
        Callback::from(move |event: KeyboardEvent| {
            // Buttons in the head have keys of their own.
            let pressed = event.target_dyn_into::<Element>();
            if pressed != scroller.cast::<Element>() {
                return;
            }
            let page_of = (scroll.seen / scroll.row.max(1)).max(1) as usize;
            let last = found.rows.len().saturating_sub(1);
            let next = match &*event.key() {
                "ArrowDown" => at + 1,
                "ArrowUp" => at.saturating_sub(1),
                "PageDown" => at + page_of,
                "PageUp" => at.saturating_sub(page_of),
                "Home" => 0,
                "End" => last,
                " " => {
                    event.prevent_default();
                    if let Some(row) = found.rows.get(at) {
                        on_choose.emit((Rc::new([*row]), !selection.has(*row)));
                    }
                    return;
                }
                "a" if event.ctrl_key() || event.meta_key() => {
                    event.prevent_default();
                    let is_chosen = !selection.has_all(&found.rows);
                    on_choose.emit((found.rows.as_slice().into(), is_chosen));
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            let next = next.min(last);
            active.set(next);
            if let Some(scroller) = scroller.cast::<Element>() {
                let to = scrolled_to(next, scroll.row, pixels(scroller.scroll_top()), scroll.seen);
                scroller.set_scroll_top(i32::try_from(to).unwrap_or(i32::MAX));
            }
        })
    });
    let onclick = {
        let (found, active) = (props.found.clone(), active.setter());
        let (selection, on_choose) = (props.selection.clone(), props.on_choose.clone());
        Callback::from(move |event: MouseEvent| {
            let Some(at) = row_of(&event) else {
                return;
            };
            active.set(at);
            if let Some(row) = found.rows.get(at) {
                on_choose.emit((Rc::new([*row]), !selection.has(*row)));
            }
        })
    };
    let window = rows_in_view(count, scroll.row, scroll.top, scroll.seen);
    let space = |rows: usize| {
        let height = rows as u64 * u64::from(scroll.row);
        html! { <svg class="projects-space" width="1" height={height.to_string()} aria-hidden="true"></svg> }
    };
    let active_id = (count > 0 && window.contains(&at)).then(|| format!("project-line-{at}"));
    html! {
        <>
            <div ref={scroller} class="projects-grid" role="grid" tabindex="0" aria-labelledby="projects-list-title"
                aria-describedby="projects-keys" aria-multiselectable="true" aria-rowcount={(count + HEAD).to_string()}
                aria-colcount={(ListColumn::ALL.len() + 1).to_string()} aria-activedescendant={active_id}
                data-testid="projects-grid" {onclick}>
                <Head found={props.found.clone()} selection={props.selection.clone()} sorting={props.sorting}
                    on_sort={props.on_sort.clone()} on_choose={props.on_choose.clone()} />
                { space(window.start) }
                { for window.clone().map(|place| line(words, props, place, place == at)) }
                { space(count - window.end) }
            </div>
            if count == 0 {
                <p class="projects-none" data-testid="projects-none">{ words.text("projects-none-found") }</p>
            }
            <p id="projects-keys" class="hint">{ words.text("projects-keys") }</p>
        </>
    }
}

/// Follows how far the rows are scrolled, and how high they are.
#[hook]
fn use_scrolled(scroller: &NodeRef, scroll: &UseStateHandle<Scroll>) {
    let (scroller, scroll) = (scroller.clone(), scroll.setter());
    use_effect_with((), move |()| {
        let element = scroller.cast::<Element>();
        let measure = {
            let element = element.clone();
            move || {
                let Some(element) = &element else {
                    return;
                };
                let height = |of: &str| {
                    let found = element.query_selector(of).ok().flatten();
                    found.map(|found| pixels(found.client_height()))
                };
                let row = height(".projects-line").unwrap_or(USUAL_HEIGHT).max(1);
                let head = height(".projects-head").unwrap_or_default();
                scroll.set(Scroll {
                    // Within a row nothing else comes into view than what is drawn beside.
                    top: pixels(element.scroll_top()) / row * row,
                    seen: pixels(element.client_height())
                        .saturating_sub(head)
                        .max(row),
                    row,
                    is_scrolled: element.scroll_top() > 0,
                });
            }
        };
        measure();
        let on_resize = {
            let measure = measure.clone();
            EventListener::new(&gloo::utils::window(), "resize", move |_| measure())
        };
        let on_scroll =
            element.map(|element| EventListener::new(&element, "scroll", move |_| measure()));
        move || drop((on_resize, on_scroll))
    });
}

fn pixels(length: i32) -> u32 {
    u32::try_from(length).unwrap_or_default()
}

/// The place of the row that was pressed.
fn row_of(event: &MouseEvent) -> Option<usize> {
    let pressed: Element = event.target_dyn_into()?;
    let row = pressed.closest("[data-place]").ok().flatten()?;
    row.get_attribute("data-place")?.parse().ok()
}

fn line(words: &Words, props: &GridProps, place: usize, is_active: bool) -> Html {
    let row = props.found.rows[place];
    let (line, project) = (&props.desk.list.lines[row], &props.desk.rows()[row]);
    let is_chosen = props.selection.has(row);
    let is_apart = line.standing == ProjectStanding::Apart;
    let amount = |amount: Option<Decimal>| match amount {
        Some(amount) if !is_apart => words.wan(amount),
        _ => "—".to_owned(),
    };
    let name = project.name.as_deref();
    let name = name.map_or_else(|| words.text("projects-no-name").to_string(), str::to_owned);
    let county = line.county.and_then(|at| props.desk.list.counties.get(at));
    let of_type = line.project_type.map(|it| words.project_type(it));
    let state = match line.standing {
        ProjectStanding::Planned => line.state.map(|it| words.project_state(it)),
        standing => Some(words.project_standing(standing)),
    };
    let share = line.share_paid().filter(|_| !is_apart);
    let share = share.map_or_else(|| "—".to_owned(), |share| words.percent(Share(share), 0));
    html! {
        <div class={classes!("projects-line", is_active.then_some("active"), is_chosen.then_some("chosen"), is_apart.then_some("apart"))}
            role="row" id={format!("project-line-{place}")} aria-rowindex={(place + HEAD + 1).to_string()}
            aria-selected={is_chosen.to_string()} data-place={place.to_string()}>
            <span role="gridcell" class="of-choice">
                <input type="checkbox" tabindex="-1" checked={is_chosen} aria-label={words.format("projects-choose", &[("name", &name)])} />
            </span>
            <span role="gridcell" class="of-number">{ project.number.clone() }</span>
            <span role="gridcell" class="of-name" title={name.clone()}>{ name }</span>
            <span role="gridcell" class="of-county">{ county.cloned().unwrap_or_else(|| "—".to_owned()) }</span>
            <span role="gridcell" class="of-type">{ of_type.unwrap_or_else(|| "—".to_owned()) }</span>
            <span role="gridcell" class="of-state">{ state.unwrap_or_else(|| "—".into()) }</span>
            <span role="gridcell" class="of-planned number">{ amount(line.planned) }</span>
            <span role="gridcell" class="of-paid number">{ amount(line.paid) }</span>
            <span role="gridcell" class="of-share number">{ share }</span>
        </div>
    }
}

/// Properties of the head.
#[derive(Properties)]
struct HeadProps {
    found: Shared<FoundProjects>,
    selection: Rc<ProjectSelection>,
    sorting: ListSorting,
    on_sort: Callback<ListSorting>,
    on_choose: Callback<ChosenRows>,
}

impl PartialEq for HeadProps {
    fn eq(&self, other: &Self) -> bool {
        self.found == other.found
            && self.sorting == other.sorting
            && Rc::ptr_eq(&self.selection, &other.selection)
    }
}

/// The head of the columns: it sorts, and chooses all that is found.
#[component]
fn Head(props: &HeadProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let is_all = props.selection.has_all(&props.found.rows);
    let all = {
        let (found, on_choose) = (props.found.clone(), props.on_choose.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            on_choose.emit((found.rows.as_slice().into(), input.checked()));
        })
    };
    let label = words.format(
        "projects-choose-all",
        &[("count", &words.whole(props.found.rows.len().into()))],
    );
    let column = |column: ListColumn| {
        let (sorting, on_sort) = (props.sorting, props.on_sort.clone());
        let is_own = sorting.column == Some(column);
        let onclick =
            Callback::from(move |_: MouseEvent| on_sort.emit(next_sorting(sorting, column)));
        let (sorted, mark) = match (is_own, sorting.is_falling) {
            (false, _) => ("none", ""),
            (true, false) => ("ascending", "▲"),
            (true, true) => ("descending", "▼"),
        };
        let label = column_label(column);
        let name = label.trim_start_matches("projects-list-");
        html! {
            <span role="columnheader" class={format!("of-{name}")} aria-sort={sorted}>
                <button type="button" class="link" data-testid={format!("projects-sort-{name}")} {onclick}>
                    { words.text(label) }<span aria-hidden="true">{ mark }</span>
                </button>
            </span>
        }
    };
    html! {
        <div class="projects-head" role="row" aria-rowindex="1">
            <span role="columnheader" class="of-choice">
                <input type="checkbox" checked={is_all} disabled={props.found.rows.is_empty()} onchange={all}
                    aria-label={label.clone()} title={label} data-testid="projects-choose-all" />
            </span>
            { for ListColumn::ALL.map(column) }
        </div>
    }
}

/// The message of its name.
fn column_label(column: ListColumn) -> &'static str {
    match column {
        ListColumn::Number => "projects-list-number",
        ListColumn::Name => "projects-list-name",
        ListColumn::County => "projects-list-county",
        ListColumn::Type => "projects-list-type",
        ListColumn::State => "projects-list-state",
        ListColumn::Planned => "projects-list-planned",
        ListColumn::Paid => "projects-list-paid",
        ListColumn::Share => "projects-list-share",
    }
}

/// The order after a press on a column: its own, then turned, then that of the table. Money begins with the most.
fn next_sorting(sorting: ListSorting, column: ListColumn) -> ListSorting {
    let falls_first = matches!(
        column,
        ListColumn::Planned | ListColumn::Paid | ListColumn::Share
    );
    match sorting.column {
        Some(own) if own != column => ListSorting {
            column: Some(column),
            is_falling: falls_first,
        },
        None => ListSorting {
            column: Some(column),
            is_falling: falls_first,
        },
        Some(_) if sorting.is_falling == falls_first => ListSorting {
            is_falling: !falls_first,
            ..sorting
        },
        Some(_) => ListSorting {
            column: None,
            is_falling: false,
        },
    }
}
