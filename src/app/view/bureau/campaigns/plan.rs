//! A campaign's name, days, measure and goals, of the whole region and of its counties.

use rust_decimal::Decimal;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zengshou_sheets::SheetDate;

use super::edit;
use crate::app::view::bureau::book::BureauHandle;
use crate::app::view::bureau::optional_field::OptionalField;
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::counties::campaigns::{CampaignAim, CampaignMeasure, CampaignSettings, CountyAim};
use crate::problem::quote;
use crate::region::key::Unit;

/// Properties of the plan.
#[derive(Properties, PartialEq)]
pub struct CampaignPlanProps {
    /// The campaign's number, from zero.
    pub index: usize,
    /// The campaign.
    pub own: CampaignSettings,
    /// The counties of the region's table.
    pub names: Vec<AttrValue>,
    /// The settings.
    pub book: BureauHandle,
}

/// The unit in which standings of a measure are typed.
pub fn unit(measure: CampaignMeasure) -> Unit {
    match measure {
        CampaignMeasure::Jobs | CampaignMeasure::Solved => Unit::People,
        CampaignMeasure::Spending => Unit::Yuan,
        CampaignMeasure::Coverage => Unit::Share,
    }
}

/// The plan.
#[component]
pub fn CampaignPlan(props: &CampaignPlanProps) -> Html {
    let words = use_page().words;
    let (index, own) = (props.index, &props.own);
    let number = index + 1;
    let book = &props.book;
    let rename = {
        let book = book.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let name = input.value();
            edit(&book, index, move |own| own.name = name.clone());
        })
    };
    let measure = {
        let book = book.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let Some(measure) = CampaignMeasure::parse(&select.value()) else {
                return;
            };
            // Numbers of another measure say nothing of this one.
            edit(&book, index, move |own| {
                own.measure = measure;
                own.aim = CampaignAim::default();
                own.entries.clear();
                for county in &mut own.counties {
                    county.aim = CampaignAim::default();
                }
            });
        })
    };
    let aim = |id: &'static str, label: &'static str, value: Option<Decimal>, is_goal: bool| {
        let book = book.clone();
        let on_value = Callback::from(move |value: Option<Decimal>| {
            edit(&book, index, move |own| put(&mut own.aim, is_goal, value));
        });
        html! {
            <label class="pick">
                <span>{ aim_label(&words, label, own.measure) }</span>
                <OptionalField id={format!("campaign-{number}-{id}")} label={words.text(label).to_string()} unit={unit(own.measure)}
                    is_whole={own.measure.is_count()} {value} {on_value} />
            </label>
        }
    };
    html! {
        <div class="planning-form">
            <label class="pick">
                <span>{ words.text("campaign-name") }</span>
                <input type="text" maxlength="60" data-testid={format!("campaign-{number}-name")} value={own.name.clone()} onchange={rename} />
            </label>
            { day(&words, props, "campaign-first", own.first, |own, day| own.first = day) }
            { day(&words, props, "campaign-last", own.last, |own, day| own.last = day) }
            <label class="pick">
                <span>{ words.text("campaign-measure") }</span>
                <select data-testid={format!("campaign-{number}-measure")} onchange={measure}>
                    { for CampaignMeasure::ALL.map(|one| html! {
                        <option value={one.name()} selected={one == own.measure}>{ words.campaign_measure(one) }</option>
                    }) }
                </select>
            </label>
            { aim("start", "campaign-column-start", own.aim.start, false) }
            { aim("goal", "campaign-column-goal", own.aim.goal, true) }
            { county_aims(&words, props) }
        </div>
    }
}

fn put(aim: &mut CampaignAim, is_goal: bool, value: Option<Decimal>) {
    match is_goal {
        true => aim.goal = value,
        false => aim.start = value,
    }
}

/// The name of an amount with the unit that it is typed in.
pub fn aim_label(words: &Words, id: &str, measure: CampaignMeasure) -> String {
    let name = words.text(id);
    match measure {
        CampaignMeasure::Jobs | CampaignMeasure::Solved => name.to_string(),
        CampaignMeasure::Spending | CampaignMeasure::Coverage => {
            let unit = words.text(crate::i18n::number::scale(unit(measure)).unit);
            words.format("campaign-with-unit", &[("name", &name), ("unit", &unit)])
        }
    }
}

/// The field of a first or last day.
fn day(
    words: &Words,
    props: &CampaignPlanProps,
    id: &'static str,
    value: SheetDate,
    put: fn(&mut CampaignSettings, SheetDate),
) -> Html {
    let (book, index) = (props.book.clone(), props.index);
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(day) = typed_day(&input.value()) {
            edit(&book, index, move |own| put(own, day));
        }
    });
    html! {
        <label class="pick">
            <span>{ words.text(id) }</span>
            <input type="date" required={true} min="1900-01-01" max="2200-12-31" data-testid={format!("{id}-{}", props.index + 1)}
                value={value.to_string()} {onchange} />
        </label>
    }
}

/// The day of a field of dates, which gives ISO 8601 or nothing.
pub fn typed_day(text: &str) -> Option<SheetDate> {
    crate::counties::settings::day_of(text)
}

/// The goals of counties.
fn county_aims(words: &Words, props: &CampaignPlanProps) -> Html {
    let (index, own) = (props.index, &props.own);
    let add = {
        let book = props.book.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let name = select.value();
            select.set_selected_index(0);
            if !name.is_empty() {
                edit(&book, index, move |own| {
                    own.counties.push(CountyAim {
                        name: name.clone(),
                        aim: CampaignAim::default(),
                    });
                });
            }
        })
    };
    let county = |(place, county): (usize, &CountyAim)| {
        let field = |id: &'static str, label: &'static str, is_goal: bool| {
            let value = if is_goal {
                county.aim.goal
            } else {
                county.aim.start
            };
            let book = props.book.clone();
            let on_value = Callback::from(move |value: Option<Decimal>| {
                edit(&book, index, move |own| {
                    if let Some(county) = own.counties.get_mut(place) {
                        put(&mut county.aim, is_goal, value);
                    }
                });
            });
            let named = [
                ("name", &*words.text(label)),
                ("place", &*quote(&county.name)),
            ];
            let label = words.format("guarantee-row", &named);
            html! {
                <OptionalField id={format!("campaign-{}-{id}-{}", index + 1, place + 1)} {label} unit={unit(own.measure)}
                    is_whole={own.measure.is_count()} {value} {on_value} />
            }
        };
        let remove = {
            let book = props.book.clone();
            Callback::from(move |_: MouseEvent| {
                edit(&book, index, move |own| {
                    if place < own.counties.len() {
                        own.counties.remove(place);
                    }
                });
            })
        };
        let label = words.format("guarantee-remove", &[("place", &quote(&county.name))]);
        html! {
            <tr key={format!("{place}-{}", county.name)}>
                <th scope="row">{ quote(&county.name) }</th>
                <td>{ field("start", "campaign-column-start", false) }</td>
                <td>{ field("goal", "campaign-column-goal", true) }</td>
                <td><button type="button" class="button" aria-label={label.clone()} title={label} onclick={remove}>{ "✕" }</button></td>
            </tr>
        }
    };
    let is_free = |name: &&AttrValue| own.counties.iter().all(|county| county.name != **name);
    html! {
        <details class="bounds bureau-wide">
            <summary>{ words.format("campaign-counties", &[("count", &own.counties.len().to_string())]) }</summary>
            if !own.counties.is_empty() {
                <table class="planning-table bureau-table">
                    <thead><tr>
                        <th scope="col">{ words.text("guarantee-column-place") }</th>
                        <th scope="col">{ aim_label(words, "campaign-column-start", own.measure) }</th>
                        <th scope="col">{ aim_label(words, "campaign-column-goal", own.measure) }</th>
                        <td></td>
                    </tr></thead>
                    <tbody>{ for own.counties.iter().enumerate().map(county) }</tbody>
                </table>
            }
            <select data-testid={format!("campaign-{}-county", index + 1)} aria-label={words.text("campaign-county-add")} onchange={add}>
                <option value="" selected={true}>{ words.text("guarantee-add") }</option>
                { for props.names.iter().filter(is_free).map(|name| html! {
                    <option value={name.clone()}>{ quote(name) }</option>
                }) }
            </select>
        </details>
    }
}
