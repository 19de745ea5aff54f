//! The buttons above the sheet: filling, growing, locking, taking back, and ways to jump.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::desk::SheetEditor;
use super::faults::line_name;
use crate::app::grid::growth::RATES;
use crate::app::grid::{GridLine, lines};
use crate::app::state::{Action, State};
use crate::app::view::context::Context;
use crate::app::view::context::use_session_state;
use crate::app::view::inputs::limit::LimitField;
use crate::app::words::Words;
use crate::region::key::{Category, Fixed, Level, Unit};
use crate::scenario::matrix::MatrixPart;

/// The growth that a row is filled with.
#[hook]
pub fn use_rate() -> UseStateHandle<Decimal> {
    use_session_state("years-rate", || Decimal::new(-5, 2))
}

/// The buttons.
pub fn tools(
    page: &Context,
    state: &State,
    desk: &Rc<SheetEditor>,
    rate: &UseStateHandle<Decimal>,
) -> Html {
    let words = &page.words;
    let press = |act: fn(&SheetEditor)| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| act(&desk))
    };
    let grow = {
        let (desk, rate) = (desk.clone(), **rate);
        Callback::from(move |_: MouseEvent| grow(&desk, rate))
    };
    let on_rate = {
        let rate = rate.setter();
        Callback::from(move |value: Decimal| rate.set(value))
    };
    let line = lines().get(desk.at().0).copied();
    let part = line.and_then(GridLine::part);
    let locked = part.is_some_and(|part| state.locks.contains(part));
    let lock = {
        let act = page.act.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(part) = part {
                act.emit(Action::ToggleLock(part));
            }
        })
    };
    let name = line.map(|line| line_name(words, line)).unwrap_or_default();
    let name = [("name", &*name)];
    let percent = words.typed(Unit::Share, **rate);
    html! {
        <div class="planning-form years-tools">
            <button type="button" class="button" data-testid="years-fill" onclick={press(fill)}>{ words.text("plan-years-fill") }</button>
            <span class="years-growth">
                <label for="years-rate">{ words.text("plan-years-rate") }</label>
                <LimitField id="years-rate" unit={Unit::Share} value={**rate} range={Some(RATES)}
                    label={words.text("plan-years-rate-label")} on_value={on_rate} />
                <span class="soft" aria-hidden="true">{ "%" }</span>
                <button type="button" class="button" data-testid="years-grow" onclick={grow}>
                    { words.format("plan-years-grow", &[("rate", &percent)]) }
                </button>
            </span>
            <button type="button" class="button" data-testid="years-lock" disabled={part.is_none()}
                aria-pressed={locked.to_string()} onclick={lock}>
                { words.format(if locked { "plan-years-unlock" } else { "plan-years-lock" }, &name) }
            </button>
            <button type="button" class="button" data-testid="years-clear" onclick={press(clear)}>{ words.text("plan-years-clear") }</button>
            <button type="button" class="button" data-testid="years-reset" onclick={press(reset)}>{ words.text("plan-years-reset") }</button>
        </div>
    }
}

/// The groups of rows, each to jump to.
pub fn jumps(words: &Words, desk: &Rc<SheetEditor>) -> Html {
    let lines = lines();
    let jump = |line: GridLine, name: Rc<str>| {
        let row = lines.iter().position(|known| *known == line);
        let desk = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(row) = row
                && desk.go((row, desk.at().1))
            {
                desk.focus();
            }
        });
        html! { <button type="button" class="button plain" data-testid={row.map(|row| format!("years-jump-{row}"))} {onclick}>{ name }</button> }
    };
    let level = |level: Level| {
        let first = crate::region::key::funds(level, Category::Industry);
        jump(GridLine::Lever(first), words.level(level))
    };
    html! {
        <nav class="years-jumps" aria-label={words.text("plan-years-jump")}>
            <span class="soft" aria-hidden="true">{ words.text("plan-years-jump") }</span>
            { for Level::ALL.map(level) }
            { jump(GridLine::Sum(MatrixPart::Total), words.text("matrix-total")) }
            { jump(GridLine::Lever(Fixed::Coverage), words.key_name(Fixed::Coverage.into())) }
            { jump(GridLine::Lever(Fixed::JobsOutward), words.group(crate::region::key::Group::Employment)) }
        </nav>
    }
}

/// Fills what is chosen to the right.
pub fn fill(desk: &SheetEditor) {
    desk.take(desk.sheet(|sheet| sheet.fill_right(desk.corners())));
}

/// Takes what is chosen back.
pub fn clear(desk: &SheetEditor) {
    desk.take(desk.sheet(|sheet| sheet.clear(desk.corners())));
}

/// Takes every year back but the first.
fn reset(desk: &SheetEditor) {
    let cleared = desk.sheet(|sheet| {
        let (rows, columns) = sheet.size();
        sheet.clear(((0, 1), (rows - 1, columns - 1)))
    });
    desk.take(cleared);
}

/// Lets what is chosen grow from year to year.
fn grow(desk: &SheetEditor, rate: Decimal) {
    match desk.sheet(|sheet| sheet.grow(desk.corners(), rate)) {
        Err(wrong) => desk.refuse(&wrong),
        Ok(filled) => {
            let held = filled.at_limit.len();
            if desk.take(Ok(filled.scenario)) {
                desk.say_grown(rate, held);
            }
        }
    }
}
