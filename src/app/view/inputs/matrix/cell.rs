//! One part of the matrix: its typed amount with its lock within.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::parts::{amount_text, cell_of, part_key, part_name};
use crate::app::state::Action;
use crate::app::view::context::use_page;
use crate::app::view::inputs::field::Field;
use crate::number::Yuan;
use crate::problem::Fault;
use crate::region::key::Unit;
use crate::scenario::matrix::MatrixPart;

/// A part with the value that was typed for it, or the typed text's fault.
pub type Read = (MatrixPart, Result<Decimal, Fault>);

/// Properties of a part.
#[derive(Properties, PartialEq)]
pub struct CellProps {
    /// The part.
    pub part: MatrixPart,
    /// The scenario's amount.
    pub amount: Yuan,
    /// The plan's amount.
    pub plan: Yuan,
    /// True where it is locked.
    pub locked: bool,
    /// True where the slider below acts on it.
    pub selected: bool,
    /// True where its last change was refused.
    pub refused: bool,
    /// The identifier of the reason.
    pub refusal: AttrValue,
    /// The identifier of the remark that the amount is hardly plausible, if it is.
    pub unlikely: Option<AttrValue>,
    /// Called when the part is selected.
    pub on_select: Callback<MatrixPart>,
    /// Gets what was typed.
    pub on_read: Callback<Read>,
}

/// A part of the matrix.
#[component]
pub fn Cell(props: &CellProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let part = props.part;
    let name = use_memo(part, |part| AttrValue::from(part_key(*part)));
    let on_value = use_callback((part, props.on_read.clone()), |read, (part, on_read)| {
        on_read.emit((*part, read));
    });
    let on_focus = use_callback((part, props.on_select.clone()), |(), (part, on_select)| {
        on_select.emit(*part);
    });
    let toggle = use_callback(
        (part, page.act.clone(), props.on_select.clone()),
        |(), (part, act, on_select)| {
            on_select.emit(*part);
            act.emit(Action::ToggleLock(*part));
        },
    );
    let on_lock = toggle.reform(|_: MouseEvent| ());
    let is_total = cell_of(part).is_none();
    let changed = props.amount != props.plan;
    let spoken = part_name(words, part);
    let lock = words.format("matrix-lock", &[("name", &spoken)]);
    let plan = changed.then(|| {
        words.format(
            "matrix-plan",
            &[("amount", &amount_text(words, props.plan))],
        )
    });
    let title = plan
        .as_ref()
        .map(|plan| format!("{} · {plan}", amount_text(words, props.amount)));
    let described_by = match props.refused {
        true => Some(props.refusal.clone()),
        false => props.unlikely.clone(),
    };
    html! {
        <td class={classes!(
            "cell",
            is_total.then_some("total"),
            changed.then_some("changed"),
            props.locked.then_some("locked"),
            props.selected.then_some("selected"),
        )} {title}>
            <Field id={format!("field-{}", name.replace('.', "-"))} name={(*name).clone()}
                unit={Unit::Yuan} value={props.amount.exact()} most_places={Some(places(props.amount))} refused={props.refused}
                label={spoken} described_by={described_by}
                on_lock={Some(toggle)} {on_value} {on_focus} />
            // Tab goes from cell to cell; the key L in the cell does what the button does.
            <button type="button" class="lock" tabindex="-1" data-lock={(*name).clone()}
                aria-pressed={props.locked.to_string()} aria-label={lock.clone()}
                title={format!("{lock} (L)")} onclick={on_lock} />
            if let Some(plan) = plan {
                <span class="unseen">{ plan }</span>
            }
        </td>
    }
}

/// Most decimals that a cell has room for: next to a million units of ten thousand yuan a fen is of no use.
fn places(amount: Yuan) -> u32 {
    let is_huge = amount.exact() >= Decimal::from(10_000_000_000_i64);
    if is_huge { 0 } else { 2 }
}
