//! Money moved from one cell to another in one step, folded away until it is opened; and the line that says where
//! a change of the matrix sent the rest.

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::parts::{amount_text, part_name};
use crate::app::state::{Action, Carried, Refused};
use crate::app::view::context::use_page;
use crate::app::view::inputs::field::Field;
use crate::app::words::Words;
use crate::i18n::number::scale;
use crate::number::{Yuan, round};
use crate::problem::Fault;
use crate::region::key::{Category, Level, Unit, cells_of_funds};
use crate::scenario::matrix::transfer::{MatrixCell, Unmovable, elsewhere};
use crate::scenario::matrix::{Locks, Matrix, MatrixPart};

/// The smallest amount of a change's rest that is mentioned.
const HUNDRED_YUAN: Decimal = Decimal::ONE_HUNDRED;

/// Properties of the tool.
#[derive(Properties, PartialEq)]
pub struct TransferProps {
    /// The scenario's funds.
    pub matrix: Matrix,
    /// The reason why the last move was refused.
    pub unmovable: Option<Unmovable>,
}

/// A move that was made, and what the matrix became.
type Done = (MatrixCell, MatrixCell, Yuan, Matrix);

/// The tool.
#[component]
pub fn Transfer(props: &TransferProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let from = use_state_eq(|| (Level::Central, Category::Infrastructure));
    let to = use_state_eq(|| (Level::Central, Category::Industry));
    let amount = use_state_eq(|| Decimal::ZERO);
    // A press right behind the typing must not find the amount of before.
    let newest = use_mut_ref(|| Decimal::ZERO);
    let unread = use_state_eq(|| None::<Fault>);
    let done = use_state_eq(|| None::<Done>);
    let on_amount = {
        let (amount, newest, unread) = (amount.clone(), newest.clone(), unread.clone());
        Callback::from(move |read: Result<Decimal, Fault>| match read {
            Ok(value) => {
                *newest.borrow_mut() = value;
                unread.set(None);
                amount.set(value);
            }
            Err(fault) => unread.set(Some(fault)),
        })
    };
    let move_it = {
        let (page, done, unread) = (page.clone(), done.clone(), unread.clone());
        let (from, to, newest) = (*from, *to, newest.clone());
        Callback::from(move |_: MouseEvent| {
            if unread.is_some() {
                return;
            }
            let amount = Yuan(*newest.borrow());
            page.act.emit(Action::MoveFunds { from, to, amount });
            let state = page.store.newest();
            let is_made = !matches!(state.refused, Some(Refused::Move(_)));
            done.set(is_made.then(|| (from, to, amount, state.matrix())));
        })
    };
    let cell = |name: &'static str, label: &str, chosen: &UseStateHandle<MatrixCell>| {
        let onchange = {
            let chosen = chosen.setter();
            Callback::from(move |event: Event| {
                let select: HtmlSelectElement = event.target_unchecked_into();
                if let Some(cell) = usize::try_from(select.selected_index())
                    .ok()
                    .and_then(|place| cells_of_funds().nth(place))
                {
                    chosen.set(cell);
                }
            })
        };
        html! {
            <label>
                <span>{ words.text(label) }</span>
                <select data-testid={name} {onchange}>
                    { for cells_of_funds().map(|cell| html! {
                        <option selected={cell == **chosen}>{ name_of(words, cell) }</option>
                    }) }
                </select>
            </label>
        }
    };
    let unit = words.text(scale(Unit::Yuan).unit);
    let label = words.format("transfer-amount", &[("unit", &unit)]);
    let fault = match (&*unread, &props.unmovable) {
        (Some(fault), _) => Some(words.fault(fault)),
        (None, Some(why)) => Some(reason(words, *from, *to, why)),
        (None, None) => None,
    };
    let made = (*done)
        .as_ref()
        .filter(|(.., after)| fault.is_none() && *after == props.matrix);
    html! {
        <details class="transfer" data-testid="transfer">
            <summary>{ words.text("transfer-title") }</summary>
            <p class="hint">{ words.text("matrix-keys") }</p>
            <div class="transfer-form">
                { cell("transfer-from", "transfer-from", &from) }
                { cell("transfer-to", "transfer-to", &to) }
                <label class="transfer-amount">
                    <span>{ label.clone() }</span>
                    <Field id="transfer-amount" name="transfer-amount" unit={Unit::Yuan} value={*amount}
                        refused={unread.is_some()} {label}
                        described_by={fault.is_some().then_some("transfer-fault")} on_value={on_amount} />
                </label>
                <button type="button" class="button" data-testid="transfer-move" onclick={move_it}>
                    { words.text("transfer-move") }
                </button>
            </div>
            if let Some(fault) = fault {
                <p class="remark refused" role="alert" id="transfer-fault">{ fault }</p>
            }
            <p class="hint" role="status" data-testid="transfer-done">
                if let Some((from, to, amount, _)) = made {
                    { words.format("transfer-done", &[
                        ("from", &name_of(words, *from)),
                        ("to", &name_of(words, *to)),
                        ("amount", &amount_text(words, *amount)),
                    ]) }
                }
            </p>
        </details>
    }
}

fn name_of(words: &Words, (level, category): MatrixCell) -> String {
    part_name(words, MatrixPart::Cell(level, category))
}

/// The reason why money can't be moved, in words.
fn reason(words: &Words, from: MatrixCell, to: MatrixCell, why: &Unmovable) -> String {
    match why {
        Unmovable::SameCell => words.text("transfer-same").to_string(),
        Unmovable::NoAmount => words.text("transfer-none").to_string(),
        Unmovable::MoreDigitsThanFen => words.text("transfer-digits").to_string(),
        Unmovable::Short(has) => words.format(
            "transfer-short",
            &[
                ("from", &name_of(words, from)),
                ("amount", &amount_text(words, *has)),
            ],
        ),
        Unmovable::AboveRange => words.format("transfer-range", &[("to", &name_of(words, to))]),
        Unmovable::Locked(locks) => {
            words.format("transfer-locked", &[("locks", &names(words, locks))])
        }
    }
}

fn names(words: &Words, parts: &[MatrixPart]) -> String {
    let names: Vec<String> = parts.iter().map(|part| part_name(words, *part)).collect();
    names.join(&words.text("list-and"))
}

/// A line about where the rest of a change went; empty where it stayed in its own part.
pub fn carried_line(
    words: &Words,
    carried: Option<&Carried>,
    matrix: &Matrix,
    locks: &Locks,
) -> Html {
    let text = carried
        .filter(|carried| carried.after == *matrix)
        .and_then(|carried| carried_text(words, carried, locks));
    html! {
        <p class="hint matrix-carried" role="status" data-testid="matrix-carried">{ text.unwrap_or_default() }</p>
    }
}

fn carried_text(words: &Words, carried: &Carried, locks: &Locks) -> Option<String> {
    let (moved, because) = elsewhere(&carried.before, &carried.after, locks, carried.part);
    if moved.is_empty() {
        return None;
    }
    let moves: Vec<String> = moved
        .iter()
        .map(|(cell, change)| {
            let id = if *change > Yuan::ZERO {
                "carried-more"
            } else {
                "carried-less"
            };
            // To a hundred yuan: parts of what is shared out may have all the digits of a fen.
            let amount = Yuan(round(change.exact().abs() / HUNDRED_YUAN, 0) * HUNDRED_YUAN);
            let amount = amount_text(words, amount);
            words.format(id, &[("amount", &amount), ("name", &name_of(words, *cell))])
        })
        .collect();
    let moves = moves.join(&words.text("carried-join"));
    Some(if because.is_empty() {
        words.format("carried-free", &[("moves", &moves)])
    } else {
        let locks = names(words, &because);
        words.format("carried", &[("moves", &moves), ("locks", &locks)])
    })
}
