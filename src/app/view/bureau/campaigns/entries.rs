//! The entries of a campaign by day, one more, and those that the table of counties gives.

use rust_decimal::Decimal;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zengshou_sheets::SheetDate;

use super::edit;
use super::plan::{aim_label, typed_day, unit};
use crate::app::state::State;
use crate::app::view::bureau::book::BureauHandle;
use crate::app::view::bureau::optional_field::OptionalField;
use crate::app::view::context::use_page;
use crate::app::view::shared::Shared;
use crate::counties::campaigns::{CampaignEntry, CampaignSettings, entries};
use crate::counties::check::CheckedCounties;
use crate::problem::quote;

/// Properties of the entries.
#[derive(Properties, PartialEq)]
pub struct EntriesProps {
    /// The campaign's number, from zero.
    pub index: usize,
    /// The campaign.
    pub own: CampaignSettings,
    /// The counties of the region's table.
    pub names: Vec<AttrValue>,
    /// The state.
    pub state: Shared<State>,
    /// The settings.
    pub book: BureauHandle,
}

/// The entries.
#[component]
pub fn Entries(props: &EntriesProps) -> Html {
    let words = use_page().words;
    let (index, own) = (props.index, &props.own);
    let number = index + 1;
    // The day after the last entry is the likeliest of the next one.
    let after = own.entries.iter().map(|entry| entry.day).max();
    let usual = after.and_then(SheetDate::next_day).unwrap_or(own.first);
    let day = use_state_eq(|| None::<SheetDate>);
    let county = use_state_eq(|| None::<String>);
    let value = use_state_eq(|| None::<Decimal>);
    let chosen = day.unwrap_or(usual);
    let on_day = {
        let day = day.setter();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            day.set(typed_day(&input.value()));
        })
    };
    let on_county = {
        let county = county.setter();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let name = select.value();
            county.set((!name.is_empty()).then_some(name));
        })
    };
    let on_value = {
        let value = value.setter();
        Callback::from(move |typed: Option<Decimal>| value.set(typed))
    };
    let add = {
        let (book, value, day) = (props.book.clone(), value.clone(), day.setter());
        let county = county.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(standing) = *value else { return };
            let name = (*county).clone();
            edit(&book, index, move |own| {
                own.entries.push(CampaignEntry {
                    day: chosen,
                    county: name.clone(),
                    value: standing,
                });
            });
            value.set(None);
            day.set(None);
        })
    };
    let day = props.book.settings().day;
    let imported = entries(own.measure, &CheckedCounties::of(&props.state.region), day);
    let take = {
        let (book, imported) = (props.book.clone(), imported.clone());
        Callback::from(move |_: MouseEvent| {
            let imported = imported.clone();
            edit(&book, index, move |own| {
                for entry in &imported {
                    let is_there = |known: &CampaignEntry| {
                        known.day == entry.day && known.county == entry.county
                    };
                    if !own.entries.iter().any(is_there) {
                        own.entries.push(entry.clone());
                    }
                }
            });
        })
    };
    let imports = {
        let book = props.book.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let takes = input.checked();
            edit(&book, index, move |own| own.takes_imports = takes);
        })
    };
    let row = |(place, entry): (usize, &CampaignEntry)| {
        let book = props.book.clone();
        let remove = Callback::from(move |_: MouseEvent| {
            edit(&book, index, move |own| {
                if place < own.entries.len() {
                    own.entries.remove(place);
                }
            });
        });
        let label = words.format(
            "campaign-entry-remove",
            &[("number", &(place + 1).to_string())],
        );
        html! {
            <tr key={place}>
                <td class="number">{ place + 1 }</td>
                <td>{ entry.day.to_string() }</td>
                <td>{ words.campaign_place(entry.county.as_deref()) }</td>
                <td class="number">{ words.campaign_amount(own.measure, entry.value) }</td>
                <td><button type="button" class="button" aria-label={label.clone()} title={label} onclick={remove}>{ "✕" }</button></td>
            </tr>
        }
    };
    html! {
        <details class="bounds" open={own.entries.len() < MOST_OPEN} data-testid={format!("campaign-{number}-entries")}>
            <summary>{ words.format("campaign-entries", &[("count", &own.entries.len().to_string())]) }</summary>
            <p class="soft">{ words.text("campaign-entries-lead") }</p>
            <div class="planning-form">
                <label class="pick">
                    <span>{ words.text("campaign-chart-head-date") }</span>
                    <input type="date" data-testid={format!("campaign-{number}-day")} min={own.first.to_string()} max={own.last.to_string()}
                        value={chosen.to_string()} onchange={on_day} />
                </label>
                <label class="pick">
                    <span>{ words.text("guarantee-column-place") }</span>
                    <select data-testid={format!("campaign-{number}-place")} onchange={on_county}>
                        <option value="" selected={county.is_none()}>{ words.text("guarantee-whole") }</option>
                        { for props.names.iter().map(|name| html! { <option value={name.clone()} selected={county.as_deref() == Some(name)}>{ quote(name) }</option> }) }
                    </select>
                </label>
                <label class="pick">
                    <span>{ aim_label(&words, "campaign-column-done", own.measure) }</span>
                    <OptionalField id={format!("campaign-{number}-value")} label={words.text("campaign-column-done").to_string()}
                        unit={unit(own.measure)} is_whole={own.measure.is_count()} value={*value} {on_value} />
                </label>
                <button type="button" class="button primary" data-testid={format!("campaign-{number}-enter")} onclick={add}>
                    { words.text("campaign-enter") }</button>
            </div>
            <div class="planning-form">
                <label class="bounds-moves">
                    <input type="checkbox" checked={own.takes_imports} onchange={imports} data-testid={format!("campaign-{number}-imports")} />
                    <span>{ words.text("campaign-imports") }</span>
                </label>
                if !imported.is_empty() {
                    <button type="button" class="button" data-testid={format!("campaign-{number}-take")} onclick={take}>
                        { words.format("campaign-take", &[("count", &imported.len().to_string())]) }</button>
                }
            </div>
            if !own.entries.is_empty() {
                <div class="scroller" role="region" tabindex="0" aria-label={words.text("campaign-entries-table")}>
                    <table class="planning-table bureau-table">
                        <thead><tr>
                            <th scope="col" class="number">{ words.text("campaign-number") }</th>
                            <th scope="col">{ words.text("campaign-chart-head-date") }</th>
                            <th scope="col">{ words.text("guarantee-column-place") }</th>
                            <th scope="col" class="number">{ words.text("campaign-column-done") }</th>
                            <td></td>
                        </tr></thead>
                        <tbody>{ for own.entries.iter().enumerate().map(row) }</tbody>
                    </table>
                </div>
            }
        </details>
    }
}

/// Entries below this number stand open.
const MOST_OPEN: usize = 12;
