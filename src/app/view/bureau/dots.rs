//! Counties as dots, by an indicator of the contest that the reader chooses.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::contest::Contest;
use crate::app::view::context::{use_page, use_session_state};
use crate::app::view::planning::chart_host::use_chart_host;
use crate::app::view::results::frame::Frame;
use crate::app::view::shared::Shared;
use crate::chart::counties::{CountyDots, chart_model};
use crate::counties::indicator::Indicator;
use crate::counties::settings::CountySettings;

/// Properties of the dots of the contest.
#[derive(Properties, PartialEq)]
pub struct CountyDotsProps {
    /// The contest.
    pub contest: Shared<Contest>,
    /// The settings, for targets.
    pub settings: Shared<CountySettings>,
}

/// The dots of an indicator.
#[component]
pub fn CountyDotsCard(props: &CountyDotsProps) -> Html {
    let words = use_page().words;
    let chosen = use_session_state("league-dots", || Indicator::ALL[0]);
    let of = (
        props.contest.clone(),
        props.settings.clone(),
        *chosen,
        words.clone(),
    );
    let dots = use_memo(of, |(contest, settings, one, words)| {
        let lines = contest.league.lines.iter();
        let mut dots: Vec<(String, Decimal)> = lines
            .filter_map(|line| {
                let rate = line.rates[*one as usize].as_ref().ok()?;
                let name = words.county_name(&contest.rows()[line.row]);
                Some((name, rate.share.exact()))
            })
            .collect();
        dots.sort_by_key(|(_, value)| std::cmp::Reverse(*value));
        let together = contest.league.together[*one as usize].map(|share| share.exact());
        let target = match one {
            Indicator::Spending => contest
                .league
                .lines
                .iter()
                .find_map(|line| line.scheduled)
                .map(|it| it.exact()),
            _ => settings.targets[*one as usize],
        };
        let named = [
            ("counties-together", together),
            ("bureau-target", target),
            ("counties-column-goal", settings.goals[*one as usize]),
        ];
        let lines = named
            .into_iter()
            .filter_map(|(id, value)| Some((words.text(id).to_string(), value?)));
        CountyDots {
            measure: words.indicator(*one).to_string(),
            is_share: true,
            dots,
            lines: lines.collect(),
        }
    });
    let onchange = {
        let chosen = chosen.setter();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            if let Some(one) = Indicator::parse(&select.value()) {
                chosen.set(one);
            }
        })
    };
    let controls = html! {
        <label class="bureau-setting">
            <span>{ words.text("counties-column-indicator") }</span>
            <select data-testid="league-dots" {onchange}>
                { for Indicator::ALL.map(|one| html! {
                    <option value={one.name()} selected={one == *chosen}>{ words.indicator(one) }</option>
                }) }
            </select>
        </label>
    };
    html! { <DotsCard dots={Shared(dots)} {controls} /> }
}

/// Properties of a card of dots.
#[derive(Properties, PartialEq)]
pub struct DotsCardProps {
    /// The dots.
    pub dots: Shared<CountyDots>,
    /// Choices beside the title.
    #[prop_or_default]
    pub controls: Html,
}

/// A card of dots with its table and its ways to be taken along.
#[component]
pub fn DotsCard(props: &DotsCardProps) -> Html {
    let words = use_page().words;
    let host = use_chart_host();
    let model = use_memo((props.dots.clone(), words.clone()), |(dots, words)| {
        Rc::new(chart_model(words, dots))
    });
    let title = words.format("bureau-dots", &[("measure", &props.dots.measure)]);
    html! {
        <div class="results bureau-dots">
        <section class="card chart bureau-chart" data-testid="county-dots">
            <Frame name="counties" {title} model={Shared((*model).clone())} {host} controls={props.controls.clone()}
                note={html! { <p>{ &model.description }</p> }} />
        </section>
        </div>
    }
}
