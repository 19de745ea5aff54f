//! Figures of published series that the region's data do not give: those of the city, which wait to be
//! entered, and the published value of any benchmark in any year.

use rust_decimal::Decimal;
use web_sys::{HtmlInputElement, HtmlSelectElement, SubmitEvent};
use yew::prelude::*;

use super::field::Field;
use super::row::{Ids, described_by, revert, unlikely_remark, use_typed};
use crate::analysis::plausible::Unlikely;
use crate::app::state::{Action, Refused, State};
use crate::app::view::context::use_page;
use crate::app::view::parts::focus;
use crate::app::words::Words;
use crate::i18n::input::read_over;
use crate::i18n::number::scale;
use crate::problem::Fault;
use crate::region::Years;
use crate::region::key::{Benchmark, Key, Unit, Year, Yearly};
use crate::region::parse::check_range;

/// A figure beyond the region's data.
#[derive(Clone, PartialEq)]
pub struct SeriesData {
    /// The key.
    pub key: Key,
    /// Its value, if one was entered.
    pub value: Option<Decimal>,
    /// The plausible range that it lies outside of.
    unlikely: Option<Unlikely>,
    /// The reason why the last change was refused.
    fault: Option<Fault>,
}

impl SeriesData {
    /// The data of a key.
    pub fn of(state: &State, key: Key) -> Self {
        let value = state.scenario().changed(key);
        Self {
            key,
            value,
            unlikely: value
                .and_then(|value| Unlikely::of(&state.region, state.scenario(), key, value)),
            fault: match &state.refused {
                Some(Refused::Value(refused, fault)) if *refused == key => Some(fault.clone()),
                _ => None,
            },
        }
    }
}

/// Properties of the row.
#[derive(Properties, PartialEq)]
pub struct SeriesRowProps {
    /// Its data.
    pub data: SeriesData,
}

/// An unknown figure with a field for it, or an entered one with the way back.
#[component]
pub fn SeriesRow(props: &SeriesRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let SeriesData {
        key,
        value,
        unlikely,
        fault,
    } = &props.data;
    let key = *key;
    let name = key.to_string();
    let ids = Ids::of(&name);
    let on_value = use_typed(&page, key);
    let (class, status) = match value {
        Some(_) => ("own", "status-own"),
        None => ("unknown", "value-unknown"),
    };
    let label = words.format("series-forget", &[("name", &words.key_name(key))]);
    html! {
        <div class={classes!("lever", "series", value.is_some().then_some("changed"))}
            data-testid={format!("series-{name}")}>
            <div class="lever-head">
                <span class="lever-title">
                    <label class="lever-name" id={ids.name.clone()} for={ids.field.clone()}>
                        { words.key_name(key) }
                    </label>
                    { " " }
                    <span class={classes!("status", class)}>{ words.text(status) }</span>
                </span>
                if value.is_some() {
                    <button type="button" class="icon" data-revert={name.clone()} title={label.clone()}
                        aria-label={label} onclick={revert(&page, key, &ids.field)}>
                        <span aria-hidden="true">{ "↺" }</span>
                    </button>
                }
                <div>
                    <Field id={ids.field.clone()} {name} unit={key.unit()} value={value.unwrap_or_default()}
                        is_unknown={value.is_none()} refused={fault.is_some()}
                        described_by={described_by(&ids, fault.is_some(), unlikely.is_some())} {on_value} />
                </div>
                <span class="unit" id={ids.unit.clone()}>{ words.text(scale(key.unit()).unit) }</span>
            </div>
            <p class="hint" id={ids.hint.clone()}>{ words.key_hint(key) }</p>
            if let Some(fault) = fault {
                <p class="remark refused" role="alert" id={ids.fault.clone()}>{ words.fault(fault) }</p>
            }
            { unlikely_remark(words, unlikely.as_ref(), ids.unlikely.clone()) }
        </div>
    }
}

/// Properties of the form.
#[derive(Properties, PartialEq)]
pub struct AddFigureProps {
    /// The name of the place in the page.
    pub place: &'static str,
    /// The years of the region.
    pub years: Years,
}

/// Takes the published value of a benchmark in a year.
#[component]
pub fn AddFigure(props: &AddFigureProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let years = props.years;
    let all: Vec<Year> = (years.income..=years.horizon).collect();
    let series = use_state_eq(|| Benchmark::RuralCity);
    let year = use_state_eq(|| years.first_plan);
    let typed = use_state_eq(String::new);
    let fault = use_state_eq(|| None::<Fault>);
    let done = use_state_eq(|| None::<Key>);
    let id = |part: &str| format!("add-figure-{part}-{}", props.place);
    let (value_id, fault_id) = (id("value"), id("fault"));
    let onsubmit = {
        let (series, year, typed) = (series.clone(), year.clone(), typed.clone());
        let (fault, done, act) = (fault.clone(), done.clone(), page.act.clone());
        let value_id = value_id.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let key = Key::Yearly(Yearly::Bench(*series), *year);
            match read(&typed, key) {
                Ok(value) => {
                    fault.set(None);
                    typed.set(String::new());
                    done.set(Some(key));
                    act.emit(Action::Seal);
                    act.emit(Action::Set(key, value));
                    act.emit(Action::Seal);
                }
                Err(found) => {
                    done.set(None);
                    fault.set(Some(found));
                    focus(&value_id);
                }
            }
        })
    };
    let choose_series = {
        let series = series.setter();
        Callback::from(move |event: Event| {
            if let Some(chosen) = chosen(&event).and_then(|at| Benchmark::ALL.get(at)) {
                series.set(*chosen);
            }
        })
    };
    let choose_year = {
        let (year, all) = (year.setter(), all.clone());
        Callback::from(move |event: Event| {
            if let Some(chosen) = chosen(&event).and_then(|at| all.get(at)) {
                year.set(*chosen);
            }
        })
    };
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            typed.set(input.value());
        })
    };
    let refused = fault.is_some();
    html! {
        <form class="add-figure" data-testid={id("form")} {onsubmit} novalidate=true>
            <p class="add-figure-title">{ words.text("series-add") }</p>
            <label>
                <span>{ words.text("series-add-series") }</span>
                <select data-testid={id("series")} onchange={choose_series}>
                    { for Benchmark::ALL.map(|own| html! {
                        <option selected={own == *series}>{ words.benchmark(own) }</option>
                    }) }
                </select>
            </label>
            <label>
                <span>{ words.text("series-add-year") }</span>
                <select data-testid={id("year")} onchange={choose_year}>
                    { for all.iter().map(|own| html! { <option selected={*own == *year}>{ own }</option> }) }
                </select>
            </label>
            <label>
                <span>{ words.text("series-add-value") }</span>
                <input type="text" inputmode="decimal" autocomplete="off" id={value_id.clone()} class="field"
                    value={(*typed).clone()} aria-invalid={refused.then_some("true")}
                    aria-describedby={refused.then(|| fault_id.clone())} {oninput} />
            </label>
            <button type="submit" class="button">{ words.text("series-add-take") }</button>
            if let Some(fault) = &*fault {
                <p class="remark refused" role="alert" id={fault_id}>{ words.fault(fault) }</p>
            }
            <p class="soft" role="status" data-testid={id("done")}>{ done_text(words, *done) }</p>
        </form>
    }
}

/// The typed text as a value of the key.
fn read(text: &str, key: Key) -> Result<Decimal, Fault> {
    let value = read_over(Unit::YuanPerPerson, text, Decimal::ZERO)?.value;
    check_range(key, value).map(|()| value)
}

fn chosen(event: &Event) -> Option<usize> {
    let select: HtmlSelectElement = event.target_unchecked_into();
    usize::try_from(select.selected_index()).ok()
}

fn done_text(words: &Words, done: Option<Key>) -> String {
    done.map_or_else(String::new, |key| {
        words.format("series-added", &[("name", &words.key_name(key))])
    })
}
