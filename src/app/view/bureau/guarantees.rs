//! The checklist of guarantees (两不愁三保障): typed in, with what is left, what it costs and what the funds keep.

mod rows;

use yew::prelude::*;

use super::props::BureauPartProps;
use crate::analysis::funds_floor::first_year;
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::counties::check::CheckedCounties;
use crate::counties::guarantees::{Checklist, Guarantee};
use crate::region::key::Unit;
use rows::GuaranteeRows;

/// The heads of the table.
const HEADS: [&str; 7] = [
    "guarantee-column-name",
    "guarantee-column-found",
    "guarantee-column-solved",
    "guarantee-column-left",
    "guarantee-column-cost-wan",
    "guarantee-column-money",
    "guarantee-column-from",
];

/// The checklist.
#[component]
pub fn GuaranteesTab(props: &BureauPartProps) -> Html {
    let words = use_page().words;
    let checked = CheckedCounties::of(&props.state.region);
    let settings = props.book.settings();
    let list = Checklist::of(&settings.guarantees, &checked);
    let rows = |guarantee: Guarantee| {
        let own = list.as_ref().and_then(|list| {
            let mut all = list.guarantees.iter();
            all.find(|own| own.guarantee == guarantee).cloned()
        });
        let entry = settings.guarantees.entries[guarantee as usize].clone();
        let names: Vec<AttrValue> = checked
            .usable()
            .map(|(_, row)| AttrValue::from(row.name.clone()))
            .collect();
        html! {
            <GuaranteeRows key={guarantee.name()} {guarantee} {entry} checked={own} {names} book={props.book.clone()} />
        }
    };
    html! {
        <section class="card" aria-labelledby="guarantees-title">
            <h2 id="guarantees-title">{ words.text("guarantee-section") }</h2>
            <p class="soft">{ words.text("guarantee-lead") }</p>
            <div aria-live="polite" data-testid="guarantee-totals">{ totals(&words, &props.state, list.as_ref()) }</div>
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("guarantee-table")}>
                <table class="planning-table bureau-table" data-testid="guarantees">
                    <thead><tr>
                        { for HEADS.iter().enumerate().map(|(place, id)| html! {
                            <th scope="col" class={classes!((1..6).contains(&place).then_some("number"))}>{ words.text(id) }</th>
                        }) }
                    </tr></thead>
                    { for Guarantee::ALL.map(rows) }
                </table>
            </div>
            <p class="soft">{ words.text("guarantee-table-note") }</p>
            if let Some(list) = &list {
                if !list.faults.is_empty() {
                    <div role="status" data-testid="guarantee-faults"><ul class="fault">
                        { for list.faults.iter().map(|fault| html! {
                            <li>{ words.guarantee_fault(&settings.guarantees, fault) }</li>
                        }) }
                    </ul></div>
                }
            }
        </section>
    }
}

/// The money that has to come first, and where the scenario's funds are below it.
fn totals(words: &Words, state: &State, list: Option<&Checklist>) -> Html {
    let Some(list) = list else {
        return html! { <p>{ words.text("guarantee-none") }</p> };
    };
    let names = list
        .unreported
        .iter()
        .map(|one| words.guarantee(*one).to_string());
    let names: Vec<String> = names.collect();
    let names = names.join(&words.text("list-comma"));
    let years = state.region.years;
    let year = years.first_plan.to_string();
    let cuts = list.floor.cuts(&first_year(&state.results.resolved, years));
    html! {
        <>
            <p>
                <strong>{ words.format("guarantee-first", &[("money", &words.needed_money(list.money))]) }</strong>
                if !names.is_empty() {
                    { words.format("guarantee-unreported", &[("names", &names)]) }
                }
            </p>
            if !list.elsewhere.known.is_zero() {
                <p class="soft">{ words.format("guarantee-elsewhere", &[("money", &words.value_of_unit(Unit::Yuan, list.elsewhere.known))]) }</p>
            }
            if !list.floor.is_empty() && cuts.is_empty() {
                <p class="gain" data-testid="floor-kept">{ words.format("floor-kept", &[("year", &year)]) }</p>
            }
            { for cuts.iter().map(|cut| html! {
                <p class="planning-caution" data-testid="floor-cut">{ words.floor_cut(&year, cut) }</p>
            }) }
        </>
    }
}
