//! Campaigns (百日行动): their days and goals, the entries by day, done and short, and the pace that is still needed.

mod entries;
mod plan;
mod progress;

use yew::prelude::*;
use zengshou_sheets::SheetDate;

use super::book::BureauHandle;
use super::props::BureauPartProps;
use crate::app::effects::bureau;
use crate::app::view::context::use_page;
use crate::app::view::shared::Shared;
use crate::counties::campaigns::{CampaignAim, CampaignMeasure, CampaignSettings};
use crate::counties::check::CheckedCounties;
use crate::counties::overview::CountyOverview;
use crate::problem::quote;
use entries::Entries;
use plan::CampaignPlan;
use progress::Progress;

/// The days of a new campaign.
const USUAL_DAYS: usize = 100;

/// Changes one campaign.
fn edit(book: &BureauHandle, index: usize, change: impl Fn(&mut CampaignSettings) + 'static) {
    book.edit(None, move |settings| {
        if let Some(own) = settings.campaigns.get_mut(index) {
            change(own);
        }
    });
}

/// The campaigns.
#[component]
pub fn CampaignsTab(props: &BureauPartProps) -> Html {
    let words = use_page().words;
    let settings = props.book.settings().clone();
    let region = &props.state.region;
    let before = use_memo(region.id.clone(), |id| bureau::earlier(id));
    let found = CountyOverview::contest(region, &settings, before.as_deref());
    let names: Vec<AttrValue> = CheckedCounties::of(region)
        .usable()
        .map(|(_, row)| AttrValue::from(row.name.clone()))
        .collect();
    let add = {
        let (book, name) = (
            props.book.clone(),
            words.text("campaign-new-name").to_string(),
        );
        // A campaign begins on the day of the figures: the page knows no other day.
        let days = found.league.days();
        let first = settings.day.or_else(|| days.map(|(_, last)| last));
        let years = region.years;
        Callback::from(move |_: MouseEvent| {
            let usual = SheetDate::new(years.first_plan, 1, Some(1));
            let Some(first) = first.filter(|day| day.day.is_some()).or(usual) else {
                return;
            };
            let mut last = first;
            for _ in 1..USUAL_DAYS {
                last = last.next_day().unwrap_or(last);
            }
            let name = name.clone();
            book.edit(None, move |settings| {
                settings.campaigns.push(CampaignSettings {
                    name: name.clone(),
                    first,
                    last,
                    measure: CampaignMeasure::Jobs,
                    aim: CampaignAim::default(),
                    counties: Vec::new(),
                    entries: Vec::new(),
                    takes_imports: false,
                });
            });
        })
    };
    let campaign = |(index, own): (usize, &CampaignSettings)| {
        let remove = {
            let book = props.book.clone();
            Callback::from(move |_: MouseEvent| {
                book.edit(None, move |settings| {
                    if index < settings.campaigns.len() {
                        settings.campaigns.remove(index);
                    }
                });
                let _focused = crate::app::view::parts::focus("campaign-add");
            })
        };
        let label = words.format("campaign-remove", &[("name", &quote(&own.name))]);
        html! {
            <section key={index} class="card" aria-label={quote(&own.name)} data-testid={format!("campaign-{}", index + 1)}>
                <div class="bureau-campaign-head">
                    <h2>{ quote(&own.name) }</h2>
                    <button type="button" class="button" aria-label={label} onclick={remove}>{ words.text("campaign-remove-short") }</button>
                </div>
                { found.campaigns.get(index).map(|campaign| progress::about(&words, campaign)) }
                <CampaignPlan {index} own={own.clone()} names={names.clone()} book={props.book.clone()} />
                <Progress {index} state={Shared(props.state.clone())} book={props.book.clone()} />
                <Entries {index} own={own.clone()} names={names.clone()} state={Shared(props.state.clone())} book={props.book.clone()} />
            </section>
        }
    };
    html! {
        <>
            <p class="soft">{ words.text("campaign-lead") }</p>
            { for settings.campaigns.iter().enumerate().map(campaign) }
            <div>
                <button type="button" class="button" id="campaign-add" data-testid="campaign-add" onclick={add}>
                    { words.text("campaign-add") }</button>
            </div>
        </>
    }
}
