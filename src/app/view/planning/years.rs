//! Levers year by year: a small spreadsheet with totals, copying, pasting and filling to the right, and each
//! year's results under it.

mod clipboard;
mod desk;
mod faults;
mod foot;
mod pen;
mod preview;
mod row;
mod tools;

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::choice::benchmark_choice;
use crate::app::grid::press::{Does, GridPress, does};
use crate::app::grid::{Place, YearSheet, lines, ordered};
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::context::use_session_state;
use crate::app::view::inputs::meant::MeantLine;
use crate::app::view::keys::use_keys;
use crate::app::view::shared::Shared;
use crate::region::key::Benchmark;
use desk::{Mode, Nodes, SheetEditor};
use foot::Foot;
use preview::Preview;
use row::{GridRow, Pointed, RowView};
use tools::{jumps, tools, use_rate};

/// The identifier of the message at a cell.
const BUBBLE: &str = "years-bubble";
/// The identifier of what keys do.
const KEYS: &str = "years-keys";

/// Properties of the tab.
#[derive(Properties)]
pub struct YearsTabProps {
    /// The state.
    pub state: Rc<State>,
    /// Called with true when something was refused, and with false when it no longer is.
    pub on_refusal: Callback<bool>,
}

impl PartialEq for YearsTabProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The tab.
#[component]
pub fn YearsTab(props: &YearsTabProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let region = &state.region;
    let redraw = use_force_update();
    let nodes = Nodes {
        pen: use_node_ref(),
        table: use_node_ref(),
        scroller: use_node_ref(),
        bubble: use_node_ref(),
    };
    let desk = {
        let (page, nodes) = (page.clone(), nodes.clone());
        use_memo((), move |()| {
            let redraw = Callback::from(move |()| redraw.force_update());
            SheetEditor::new(page, nodes, redraw)
        })
    };
    desk.speaks(&page);
    use_pen(&nodes, &desk);
    use_sheet_keys(&nodes, &desk);
    {
        // The drawing may have moved the cell, or changed its value.
        let desk = desk.clone();
        use_effect(move || desk.show_again());
    }
    let refusal = desk.refusal();
    {
        let on_refusal = props.on_refusal.clone();
        use_effect_with(refusal.is_some(), move |is_refused| {
            on_refusal.emit(*is_refused);
            move || on_refusal.emit(false)
        });
    }
    {
        // A block that was taken or given up leaves the focus to the sheet.
        let desk = desk.clone();
        use_effect_with(desk.block().is_some(), move |has_block| {
            let back = has_block.then_some(desk);
            move || {
                if let Some(desk) = back {
                    desk.focus();
                }
            }
        });
    }
    let rate = use_rate();
    let benchmark = use_session_state("years-benchmark", || Benchmark::LiftedProvince);
    let choose_benchmark = {
        let benchmark = benchmark.setter();
        Callback::from(move |chosen| benchmark.set(chosen))
    };
    let drags = use_mut_ref(|| false);
    let pointed = {
        let (desk, drags) = (desk.clone(), drags.clone());
        Callback::from(move |(place, how): (Place, Pointed)| {
            desk.is_used();
            match how {
                Pointed::Pressed => {
                    *drags.borrow_mut() = desk.go(place);
                    desk.focus();
                }
                Pointed::Stretched => desk.stretch(place),
                Pointed::Dragged if *drags.borrow() => desk.stretch(place),
                Pointed::Dragged => {}
                Pointed::Opened => {
                    if desk.at() == place {
                        desk.focus();
                        desk.open();
                    }
                }
            }
        })
    };
    let sheet = YearSheet {
        region,
        scenario: state.scenario(),
        locks: &state.locks,
    };
    let size = sheet.size();
    let ((top, left), (bottom, right)) = ordered(desk.corners());
    let rows = lines().into_iter().enumerate().map(|(row, line)| {
        let refused = refusal.iter().flat_map(|refusal| &refusal.places);
        let view = RowView {
            row,
            line,
            cells: (0..size.1)
                .filter_map(|column| sheet.cell((row, column)))
                .collect(),
            is_locked: line.part().is_some_and(|part| state.locks.contains(part)),
            chosen: (top..=bottom).contains(&row).then_some((left, right)),
            unlikely: (0..size.1)
                .filter(|column| sheet.unlikely((row, *column)).is_some())
                .collect(),
            refused: refused
                .filter(|place| place.0 == row)
                .map(|place| place.1)
                .collect(),
        };
        html! { <GridRow key={row} {view} pointed={pointed.clone()} /> }
    });
    let is_own = sheet.cell(desk.at()).is_some_and(|cell| cell.is_own);
    let take_block = {
        let desk = desk.clone();
        Callback::from(move |()| {
            if let Some(block) = desk.block() {
                desk.take_block(&block);
            }
        })
    };
    let drop_block = {
        let desk = desk.clone();
        Callback::from(move |()| desk.drop_block())
    };
    let unlikely = sheet.unlikely(desk.at());
    let coming = desk.coming().or_else(|| Some(words.unlikely(&unlikely?)));
    let take_meant = {
        let desk = desk.clone();
        Callback::from(move |_| {
            desk.take_meant();
            desk.focus();
        })
    };
    let described = match refusal {
        Some(_) => format!("{BUBBLE} {KEYS}"),
        None => KEYS.to_owned(),
    };
    let skip = {
        let desk = desk.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            desk.focus();
        })
    };
    html! {
        <section class="card planning-card years-card" data-testid="years">
            <a class="skip" href="#years-pen" onclick={skip}>{ words.text("plan-years-skip") }</a>
            <p class="soft for-keys" id={KEYS}>{ words.text("plan-years-keys") }</p>
            <p class="soft for-touch">{ words.text("plan-years-touch") }</p>
            { tools(&page, state, &desk, &rate) }
            <div class="years-line">
                { jumps(words, &desk) }
                { benchmark_choice(words, &state.results.outcome, "years-gap", *benchmark, choose_benchmark) }
            </div>
            <p class="years-said" role="status" data-testid="years-said">
                { desk.said() }
            </p>
            if let Some((value, likely)) = desk.meant() {
                <MeantLine name="years" {value} {likely} on_take={take_meant} />
            }
            <p class="unseen" role="status" data-testid="years-spoken">{ desk.spoken() }</p>
            <div class="years-frame">
                <div class="scroller compare-scroller years-scroller" ref={nodes.scroller.clone()} onscroll={on_scroll(&desk)}>
                    <table ref={nodes.table.clone()} role="grid" class="planning-table compare-table years-table"
                        data-testid="years-table" aria-label={words.text("plan-tab-years")}>
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
                        <Foot results={Shared(state.results.clone())} benchmark={*benchmark} />
                    </table>
                    <input ref={nodes.pen.clone()} type="text" id="years-pen" data-testid="years-pen" autocomplete="off"
                        spellcheck="false" enterkeyhint="next" aria-describedby={described}
                        // Until a cell is chosen, whose name it then has.
                        aria-label={words.text("plan-tab-years")}
                        aria-invalid={refusal.is_some().then_some("true")}
                        class={classes!("years-pen", (desk.mode() == Mode::Ready).then_some("ready"), is_own.then_some("own"))} />
                    <div ref={nodes.bubble.clone()} class={classes!(
                        "years-bubble",
                        refusal.is_some().then_some("fault"),
                        (refusal.is_none() && coming.is_none()).then_some("empty"),
                    )}>
                        <div id={BUBBLE} role="alert" data-testid="years-faults">
                            if let Some(refusal) = &refusal {
                                { for refusal.texts.iter().map(|text| html! { <p>{ text }</p> }) }
                            }
                        </div>
                        <output for="years-pen" data-testid="years-coming">{ coming.clone().filter(|_| refusal.is_none()) }</output>
                    </div>
                </div>
            </div>
            if let Some(block) = desk.block() {
                <Preview {block} region={Shared(region.clone())} on_take={take_block} on_close={drop_block} />
            }
        </section>
    }
}

/// Keeps the message at a cell in sight while the sheet is scrolled.
fn on_scroll(desk: &Rc<SheetEditor>) -> Callback<Event> {
    let desk = desk.clone();
    Callback::from(move |_: Event| desk.place())
}

/// Listens to the events of the field that is typed in. The field itself does, so that they are handled at once.
#[hook]
fn use_pen(nodes: &Nodes, desk: &Rc<SheetEditor>) {
    let desk = desk.clone();
    use_effect_with(nodes.clone(), move |nodes| {
        let pen = nodes.pen.cast::<HtmlElement>();
        let listen = |name: &'static str, handle: fn(&SheetEditor, &Event)| {
            let (pen, desk) = (pen.clone()?, desk.clone());
            let options = EventListenerOptions::enable_prevent_default();
            Some(EventListener::new_with_options(
                &pen,
                name,
                options,
                move |event| handle(&desk, event),
            ))
        };
        let moved = {
            let desk = desk.clone();
            EventListener::new(&gloo::utils::window(), "resize", move |_| desk.place())
        };
        let listeners = [
            listen("input", |desk, _| desk.typed()),
            listen("compositionstart", |desk, _| desk.composes(true)),
            listen("compositionend", |desk, _| desk.composes(false)),
            listen("focus", |desk, _| desk.arrived()),
            listen("blur", |desk, _| {
                // Text that can't be taken stays to be corrected.
                let _is_settled = desk.go_on();
            }),
            listen("copy", copy),
            listen("cut", |desk, event| {
                if copy_of(desk, event) {
                    tools::clear(desk);
                }
            }),
            listen("paste", |desk, event| {
                let data = event.dyn_ref::<ClipboardEvent>();
                let data = data.and_then(ClipboardEvent::clipboard_data);
                let text = data.and_then(|data| data.get_data("text/plain").ok());
                if text.is_some_and(|text| desk.paste(&text)) {
                    event.prevent_default();
                }
            }),
        ];
        move || drop((listeners, moved))
    });
}

fn copy(desk: &SheetEditor, event: &Event) {
    copy_of(desk, event);
}

/// Copies what is chosen in the sheet; false where the field's own text is copied.
fn copy_of(desk: &SheetEditor, event: &Event) -> bool {
    let data = event.dyn_ref::<ClipboardEvent>();
    let data = data.and_then(ClipboardEvent::clipboard_data);
    let is_copied = data.is_some_and(|data| desk.copy(&data));
    if is_copied {
        event.prevent_default();
    }
    is_copied
}

/// Keyboard control of the sheet.
#[hook]
fn use_sheet_keys(nodes: &Nodes, desk: &Rc<SheetEditor>) {
    let desk = desk.clone();
    use_keys(
        &nodes.pen,
        Callback::from(move |event: KeyboardEvent| {
            let pressed = GridPress {
                key: &event.key(),
                shift: event.shift_key(),
                command: event.ctrl_key() || event.meta_key() || event.alt_key(),
                is_typing: desk.mode() == Mode::Typing,
            };
            // Shift held alone is no key that ends a way out.
            if pressed.key == "Shift" {
                return;
            }
            if pressed.key == "Tab" && desk.tab_goes_on() {
                return;
            }
            desk.is_used();
            let size = desk.sheet(|sheet| sheet.size());
            let what = does(pressed, desk.at(), size);
            if !matches!(what, Does::Nothing | Does::Leave) {
                event.prevent_default();
            }
            match what {
                Does::Go(next) => {
                    // Text that can't be taken stays to be corrected.
                    let _is_settled = desk.go(next);
                }
                Does::Stretch(next) => desk.stretch(next),
                Does::Open => desk.open(),
                Does::GiveUp => desk.give_up(),
                Does::Leave => desk.leave_next(),
                Does::Clear => tools::clear(&desk),
                Does::Fill => tools::fill(&desk),
                Does::Nothing => {}
            }
        }),
    );
}
