//! A campaign's progress: done and short by place, the pace that is needed, and the chart against an even pace.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::app::effects::bureau;
use crate::app::state::State;
use crate::app::view::bureau::book::BureauHandle;
use crate::app::view::context::use_page;
use crate::app::view::planning::chart_host::use_chart_host;
use crate::app::view::planning::choice::choice;
use crate::app::view::results::frame::Frame;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::chart::campaign;
use crate::counties::campaigns::{Campaign, CampaignMeasure, CampaignStanding};
use crate::counties::overview::CountyOverview;
use crate::problem::quote;
use crate::report::counties::campaigns::CAMPAIGN_COLUMNS;

/// Properties of the progress.
#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    /// The campaign's number, from zero.
    pub index: usize,
    /// The state.
    pub state: Shared<State>,
    /// The settings.
    pub book: BureauHandle,
}

/// The progress.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let words = use_page().words;
    let host = use_chart_host();
    let place = use_state_eq(|| 0_usize);
    let settings = props.book.settings().clone();
    let before = use_memo(props.state.region.id.clone(), |id| bureau::earlier(id));
    let found = CountyOverview::contest(&props.state.region, &settings, before.as_deref());
    let Some(campaign) = found.campaigns.get(props.index) else {
        return html! {};
    };
    let number = props.index + 1;
    let whole = words.campaign_place(None);
    let mut places: Vec<(&str, &CampaignStanding)> = vec![(&whole, &campaign.whole)];
    let shown = campaign
        .counties
        .iter()
        .filter(|county| !county.standing.is_hidden);
    places.extend(shown.map(|county| (county.name.as_str(), &county.standing)));
    let chosen = places
        .get(*place)
        .copied()
        .unwrap_or((&whole, &campaign.whole));
    let model = Shared(std::rc::Rc::new(campaign::chart_model(
        &words, campaign, chosen,
    )));
    let names: Vec<std::rc::Rc<str>> = places.iter().map(|(name, _)| quote(name).into()).collect();
    let on_place = {
        let place = place.setter();
        Callback::from(move |index: usize| place.set(index))
    };
    html! {
            <>
                { faults(&words, campaign) }
                if campaign.days > 0 {
                    <p data-testid={format!("campaign-{number}-pace")}>
                        { words.campaign_pace(campaign.settings.measure, campaign.whole.pace) }
                    </p>
                    { table(&words, campaign) }
                    if places.len() > 1 {
                        { choice("campaign-place", &words.text("guarantee-column-place"), &names, (*place).min(places.len() - 1), on_place) }
                    }
    <div class="results"><section class="chart">
                    <Frame name="campaign" title={words.format("campaign-table", &[("name", &quote(chosen.0))])}
                        unit={model.0.drawing.unit.clone()} {model} {host} />
    </section></div>
                }
            </>
        }
}

/// The campaign's days and the day of the look.
pub fn about(words: &Words, campaign: &Campaign<'_>) -> Html {
    let own = campaign.settings;
    let said = [
        ("measure", &*words.campaign_measure(own.measure)),
        ("first", &own.first.to_string()),
        ("last", &own.last.to_string()),
        ("days", &campaign.days.to_string()),
        ("today", &campaign.today.to_string()),
    ];
    html! { <p class="soft">{ words.format("campaign-days", &said) }</p> }
}

fn faults(words: &Words, campaign: &Campaign<'_>) -> Html {
    if campaign.faults.is_empty() {
        return html! {};
    }
    html! {
        <div role="status" data-testid="campaign-faults"><ul class="fault">
            { for campaign.faults.iter().map(|fault| html! {
                <li>{ words.campaign_fault(campaign.settings, fault) }</li>
            }) }
        </ul></div>
    }
}

fn table(words: &Words, campaign: &Campaign<'_>) -> Html {
    let measure = campaign.settings.measure;
    let counties = campaign.counties.iter();
    html! {
        <>
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("campaign-progress")}>
                <table class="planning-table bureau-table">
                    <thead><tr>
                        { for CAMPAIGN_COLUMNS.iter().enumerate().map(|(place, id)| html! {
                            <th scope="col" class={classes!((place > 0).then_some("number"))}>{ words.text(id) }</th>
                        }) }
                    </tr></thead>
                    <tbody>
                        { row(words, measure, &words.campaign_place(None), &campaign.whole) }
                        { for counties.map(|county| row(words, measure, &quote(&county.name), &county.standing)) }
                    </tbody>
                </table>
            </div>
            <p class="soft">{ words.text("campaign-table-note") }</p>
        </>
    }
}

fn row(words: &Words, measure: CampaignMeasure, name: &str, standing: &CampaignStanding) -> Html {
    let amount = |value: Option<Decimal>| match (value, standing.is_hidden) {
        (_, true) => words.text("counties-gap-few").to_string(),
        (Some(value), false) => words.campaign_amount(measure, value),
        (None, false) => words.text("value-unknown").to_string(),
    };
    let lead = standing.lead().filter(|_| !standing.is_hidden);
    let lead = lead.map_or_else(|| "—".to_owned(), |lead| words.campaign_lead(measure, lead));
    let pace = match standing.is_hidden {
        true => "—".to_owned(),
        false => words.campaign_pace(measure, standing.pace),
    };
    html! {
        <tr>
            <th scope="row">{ name.to_owned() }</th>
            <td class="number">{ amount(standing.aim.start) }</td>
            <td class="number">{ amount(standing.aim.goal) }</td>
            <td class="number">{ amount(standing.done) }</td>
            <td class="number">{ amount(standing.short) }</td>
            <td class="number">{ lead }</td>
            <td class="number">{ pace }</td>
        </tr>
    }
}
