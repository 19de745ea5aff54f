//! One value of the register: its evidence, and the user's own value and source in its place.

use rust_decimal::Decimal;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::analysis::explain::figure::RangeEnd;
use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::analysis::one_way_sensitivity::NoEffectReason;
use crate::analysis::plausible::Unlikely;
use crate::app::state::Action;
use crate::app::view::context::{Context, use_page};
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::inputs::evidence::range_text;
use crate::app::view::inputs::field::Field;
use crate::app::view::inputs::row::{meant_line, unlikely_remark};
use crate::app::view::parts::sentence;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::i18n::input::meant;
use crate::i18n::number::scale;
use crate::number::{Yuan, YuanPerPerson};
use crate::region::key::{Key, Unit, Year};
use crate::region::{EvidencedValue, Region, Status};
use crate::report::register::{RegisterEntry, citations};
use crate::scenario::matrix::MatrixPart;
use crate::scenario::note::{MOST_UNITS, Note};

/// Movement of the income over the value's range.
#[derive(Clone, Debug, PartialEq)]
pub struct Moves {
    /// The measure: the income, or the scenario's effect beyond the plan.
    pub of: OutcomeMeasure,
    /// In which year.
    pub year: Year,
    /// At its low end; none where that end clashes with other values.
    pub at_least: Option<YuanPerPerson>,
    /// At its high end.
    pub at_most: Option<YuanPerPerson>,
    /// The widest way of all values, which fills the scale.
    pub widest: YuanPerPerson,
    /// The reason why the income stays as it is.
    pub still: Option<NoEffectReason>,
    /// The total that is kept by moving other components along, if it is a component of one.
    pub total: Option<AttrValue>,
}

/// Properties of a row.
#[derive(Properties, PartialEq)]
pub struct SourceRowProps {
    /// The value.
    pub entry: RegisterEntry,
    /// The region.
    pub region: Shared<Region>,
    /// Movement of the income over its range; none without a range.
    pub moves: Option<Moves>,
    /// The year in which it does.
    pub year: AttrValue,
    /// True where it no longer matches the filter of the list, since it was changed.
    pub is_replaced: bool,
    /// The calculations that use it.
    pub used: AttrValue,
    /// The plausible range that its change lies outside of.
    pub unlikely: Option<Unlikely>,
    /// The reason why its last change was refused.
    pub fault: Option<AttrValue>,
}

/// A value of the register.
#[component]
pub fn SourceRow(props: &SourceRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let entry = &props.entry;
    let key = entry.key;
    let figure = props.region.parameters.get(&key);
    let id = |part: &str| format!("sources-{part}-{}", key.to_string().replace('.', "-"));
    let (name_id, fault_id, unlikely_id) = (id("name"), id("fault"), id("unlikely"));
    let name = words.key_name(key);
    let changed = entry.value != entry.default;
    let unlikely = props.unlikely;
    let described = [
        props.fault.is_some().then_some(&*fault_id),
        unlikely.is_some().then_some(&*unlikely_id),
    ];
    let described: Vec<&str> = described.into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let status = if entry.is_own {
        let text = if changed {
            "status-own"
        } else {
            "sources-confirmed"
        };
        html! { <span class="status own">{ words.text(text) }</span> }
    } else {
        html! {
            <span class={classes!("status", entry.status.map(Status::name))}>
                { entry.status.map_or_else(|| words.text("value-unknown"), |status| words.status(status)) }
            </span>
        }
    };
    let of = props
        .moves
        .as_ref()
        .map_or(OutcomeMeasure::Income, |moves| moves.of);
    let label = |id: &str| words.format(id, &[("year", &props.year)]);
    html! {
        <tr class={classes!("sources-row", entry.is_own.then_some("changed"))}
            data-testid={format!("source-{key}")}>
            <th scope="row" id={name_id.clone()}>
                { &name }
                <code class="soft">{ key.to_string() }</code>
            </th>
            <td class="sources-value" data-label={label("sources-column-own")}>
                { control(&page, entry, &name, (props.fault.is_some(), described)) }
                if changed {
                    <span class="soft">
                        { words.format("sources-default", &[("value", &words.value_if_known(key, entry.default))]) }
                    </span>
                }
                if let Some(fault) = &props.fault {
                    <p class="remark refused" role="alert" id={fault_id}>{ fault }</p>
                }
                { unlikely_remark(words, unlikely.as_ref(), unlikely_id.into()) }
                if let Some((value, default)) = entry.value.zip(entry.default)
                    && let Some(meant) = meant(key.unit(), value, default) {
                    { meant_line(&page, key, value, meant, format!("sources-field-{key}").into()) }
                }
                { note(&page, entry, &name) }
            </td>
            <td class="sources-status" data-label={label("sources-column-status")}>
                <span>{ status }</span>
                if props.is_replaced && entry.is_own {
                    <span class="badge" data-testid={format!("replaced-{key}")}>{ words.text("sources-replaced") }</span>
                }
                <span class="soft">{ for year_of(key, figure) }</span>
            </td>
            <td class="number" data-label={label("sources-column-range")}>
                { figure.and_then(|figure| range_text(words, key, figure)).unwrap_or_else(|| "—".to_owned()) }
            </td>
            <td class="number sources-swing" data-label={label(swing_column(of))}>
                { swing(words, key, props.moves.as_ref()) }
            </td>
            <td class="sources-evidence" data-label={label("sources-column-evidence")}>
                if let Some(figure) = figure {
                    { words.basis(figure).unwrap_or_default() }
                    { for citations(figure, &props.region, words).into_iter().map(|text| html! {
                        <span class="sources-citation">{ text }</span>
                    }) }
                } else {
                    { words.text("sources-beyond-region") }
                }
                <span class="soft">{ words.format("sources-used", &[("used", &props.used)]) }</span>
            </td>
        </tr>
    }
}

/// The year that a value speaks of.
fn year_of(key: Key, figure: Option<&EvidencedValue>) -> Option<Year> {
    match (figure, key) {
        (Some(figure), _) => Some(figure.year),
        (None, Key::Yearly(_, year)) => Some(year),
        (None, Key::Fixed(_)) => None,
    }
}

/// Field or box, unit, and the way back.
fn control(
    page: &Context,
    entry: &RegisterEntry,
    name: &str,
    (refused, described): (bool, Option<String>),
) -> Html {
    let words = &page.words;
    let key = entry.key;
    let act = &page.act;
    let value = entry.value.unwrap_or_default();
    let set = {
        let act = act.clone();
        move |value: Decimal| {
            act.emit(Action::Seal);
            act.emit(match MatrixPart::of_key(key) {
                Some(part) => Action::SetFunds(part, Yuan(value)),
                None => Action::Set(key, value),
            });
            act.emit(Action::Seal);
        }
    };
    let control = if key.unit() == Unit::Flag {
        let onchange = Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            set(Decimal::from(u8::from(input.checked())));
        });
        html! {
            <input type="checkbox" data-source={key.to_string()} aria-label={name.to_owned()}
                checked={!value.is_zero()} {onchange} />
        }
    } else {
        let act = act.clone();
        let on_value = Callback::from(move |read| match (read, MatrixPart::of_key(key)) {
            (Ok(value), _) => set(value),
            (Err(fault), Some(part)) => act.emit(Action::RefuseFunds(part, fault)),
            (Err(fault), None) => act.emit(Action::Refuse(key, fault)),
        });
        html! {
            <Field id={format!("sources-field-{key}")} name={format!("sources.{key}")}
                unit={key.unit()} {value} is_unknown={entry.value.is_none()} {refused}
                label={name.to_owned()} described_by={described.map(AttrValue::from)} {on_value} />
        }
    };
    let revert = {
        let act = act.clone();
        Callback::from(move |event: MouseEvent| {
            act.emit(Action::Revert(key));
            // The button goes with the change; the focus moves to the value beside it.
            let row = event
                .target_dyn_into::<web_sys::Element>()
                .and_then(|button| button.closest("td").ok().flatten());
            let input = row.and_then(|row| row.query_selector("input").ok().flatten());
            if let Some(input) = input.and_then(|input| {
                use wasm_bindgen::JsCast;
                input.dyn_into::<HtmlElement>().ok()
            }) {
                let focused = input.focus();
                debug_assert!(focused.is_ok(), "an element of the page takes the focus");
            }
        })
    };
    let label = words.format("sources-revert", &[("name", name)]);
    html! {
        <div class="sources-control">
            <div class="sources-field">{ control }</div>
            <span class="unit">{ words.text(scale(key.unit()).unit) }</span>
            if entry.is_own {
                <button type="button" class="icon" data-revert={key.to_string()} title={label.clone()}
                    aria-label={label} onclick={revert}><span aria-hidden="true">{ "↺" }</span></button>
            }
        </div>
    }
}

/// The user's own word on where the value comes from.
fn note(page: &Context, entry: &RegisterEntry, name: &str) -> Html {
    let words = &page.words;
    let (act, key) = (page.act.clone(), entry.key);
    let text = entry.note.as_ref().map_or("", Note::text).to_owned();
    let onchange = {
        let before = text.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let (note, fault) = Note::read(&input.value());
            // Blanks that are no note would otherwise stay in the field.
            if note.as_ref().map_or("", Note::text) == before {
                input.set_value(&before);
            }
            act.emit(Action::SetNote(key, note));
            if let Some(fault) = fault {
                act.emit(Action::Refuse(key, fault));
            }
        })
    };
    html! {
        <input type="text" data-own-source={key.to_string()} value={text}
            maxlength={MOST_UNITS.to_string()} autocomplete="off"
            placeholder={words.text("sources-note-hint")}
            aria-label={words.format("sources-note-for", &[("name", name)])} {onchange} />
    }
}

/// The title of the column of the moves.
pub fn swing_column(of: OutcomeMeasure) -> &'static str {
    match of {
        OutcomeMeasure::Income => "sources-column-swing",
        OutcomeMeasure::Difference => "sources-column-swing-difference",
    }
}

/// The way of the result as a bar about its present place, and in numbers that can be pressed.
fn swing(words: &Words, key: Key, moves: Option<&Moves>) -> Html {
    let Some(moves) = moves else {
        return html! { "—" };
    };
    if let Some(still) = moves.still {
        return html! {
            <>
                <span>{ words.text("sources-swing-none") }</span>
                <span class="soft sources-still">{ why_still(words, still) }</span>
            </>
        };
    }
    let amount = |end: RangeEnd, amount: YuanPerPerson| {
        let name = ScreenFigure::Swing(moves.of, end, moves.year, key);
        figure(name, html! { { words.signed_money(amount) } })
    };
    let (id, parts) = match (moves.at_least, moves.at_most) {
        (Some(least), Some(most)) => (
            "sources-swing-both",
            vec![
                ("least", amount(RangeEnd::Least, least)),
                ("most", amount(RangeEnd::Most, most)),
            ],
        ),
        (Some(least), None) => (
            "sources-swing-only-least",
            vec![("amount", amount(RangeEnd::Least, least))],
        ),
        (None, Some(most)) => (
            "sources-swing-only-most",
            vec![("amount", amount(RangeEnd::Most, most))],
        ),
        (None, None) => ("sources-swing-neither", Vec::new()),
    };
    html! {
        <>
            <svg class="swing" aria-hidden="true" focusable="false">
                { for [moves.at_least, moves.at_most].into_iter().flatten().map(|end| bar(end, moves.widest)) }
                <line class="swing-now" x1="50%" x2="50%" y1="0" y2="12" />
            </svg>
            <span>{ sentence(words, id, &parts) }</span>
            if let Some(total) = &moves.total {
                <span class="soft sources-still">{ words.format("sources-total-kept", &[("total", total)]) }</span>
            }
        </>
    }
}

fn why_still(words: &Words, still: NoEffectReason) -> String {
    let id = match still {
        NoEffectReason::NoIncome => "sources-still-no-income",
        NoEffectReason::From(year) => {
            return words.format("sources-still-from", &[("year", &year.to_string())]);
        }
        NoEffectReason::Before => "sources-still-before",
        NoEffectReason::IsPlan => "sources-still-is-plan",
        NoEffectReason::Alike => "sources-still-alike",
        NoEffectReason::Unused => "sources-still-unused",
    };
    words.text(id).to_string()
}

/// The way to one end. The widest way of all, whichever side it is on, fills half the scale.
fn bar(end: YuanPerPerson, widest: YuanPerPerson) -> Html {
    if widest == YuanPerPerson::ZERO {
        return html! {};
    }
    let half = Decimal::from(50);
    let length = (end.exact() / widest.exact() * half).round_dp(2);
    let (class, from) = if length.is_sign_negative() {
        ("swing-loss", half + length)
    } else {
        ("swing-gain", half)
    };
    let (x, width) = (format!("{from}%"), format!("{}%", length.abs()));
    html! { <rect {class} {x} {width} y="3" height="6" /> }
}
