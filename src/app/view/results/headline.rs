//! The one number, and how it comes about.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::gains::Gains;
use super::leading::{Leading, LeadingNumber};
use super::welcome::{Ways, Welcome};
use crate::analysis::prices::Deflator;
use crate::analysis::sums;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{rounding_note, signed};
use crate::app::view::tools::looking_back_button;
use crate::app::words::Words;
use crate::model::gain::Gain;
use crate::model::term::Side;
use crate::number::{Share, YuanPerPerson};
use crate::region::key::Year;
use crate::scenario::examples::Example;

/// Properties of the headline.
#[derive(Properties, PartialEq)]
pub struct HeadlineProps {
    /// The first plan year.
    pub year: Year,
    /// The year before it.
    pub base: Year,
    /// The last year.
    pub horizon: Year,
    /// The scenario's income.
    pub income: YuanPerPerson,
    /// The plan's under the user's assumptions.
    pub plan: YuanPerPerson,
    /// The plan's under the region's assumptions.
    pub published: YuanPerPerson,
    /// Scenario minus plan, with its parts.
    pub gain: Gain,
    /// The scenario's growth a year until the horizon.
    pub growth: Option<Share>,
    /// True where an assumption was changed.
    pub own_assumptions: bool,
    /// The example that the scenario is.
    pub example: Option<Example>,
    /// Number of changed values.
    pub changes: usize,
    /// Number of those that are outside what is plausible.
    pub unlikely: usize,
    /// The deflator of the amounts shown; none where they are in each year's own prices.
    pub deflator: Option<Deflator>,
    /// The version of the data, if it is an earlier one.
    pub version: Option<u32>,
    /// On a first visit, the ways to begin.
    pub welcome: Option<Ways>,
    /// True where the sources of the gain are shown.
    pub with_gain: bool,
    /// True within an exercise.
    pub is_exercise: bool,
}

/// The headline card.
#[component]
pub fn Headline(props: &HeadlineProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let year = props.year.to_string();
    html! {
        <section class="card headline" aria-labelledby="results-headline-title">
            <div class="headline-main">
                <h2 id="results-headline-title">
                    { words.text("result-headline") }
                    <span class="soft">{ words.format("result-first-year", &[("year", &year)]) }</span>
                </h2>
                { lead(words, props.year, props.own_assumptions) }
                if let Some(deflator) = props.deflator {
                    <p class="price-mark" data-testid="price-mark">{ words.constant_prices(deflator) }</p>
                }
                <Standing example={props.example} changes={props.changes} unlikely={props.unlikely} version={props.version}
                    leads_on={!props.is_exercise} />
            </div>
            { chain(words, props) }
            if props.with_gain {
            <Gains year={props.year} gain={props.gain} is_plan={props.changes == 0} is_hidden={props.welcome.is_some()} />
            }
            if let Some(ways) = props.welcome.clone() {
                <Welcome {ways} />
            }
        </section>
    }
}

/// The numbers that lead, in boxes whose size no number changes, so that nothing else has to be laid out for them.
fn lead(words: &Words, year: Year, own_assumptions: bool) -> Html {
    html! {
        <>
            <p class="headline-number boxed">
                { figure(ScreenFigure::Income(Side::Scenario, year), html! {
                    <Leading number={LeadingNumber::Income} testid="headline" />
                }) }
                <span>{ words.text("result-yuan") }</span>
            </p>
            <div class="headline-difference">
                <span class="soft">
                    { if own_assumptions {
                        words.text("result-against-own-plan")
                    } else {
                        words.text("result-against-plan")
                    } }
                </span>
                <p>
                    <span class="boxed">
                        { figure(ScreenFigure::Difference(year), html! {
                            <Leading number={LeadingNumber::Difference} testid="difference" />
                        }) }
                        <span class="soft">{ words.text("result-yuan") }</span>
                    </span>
                </p>
            </div>
        </>
    }
}

/// From the plan to the scenario, with what assumptions do apart from what policy does.
fn chain(words: &Words, props: &HeadlineProps) -> Html {
    let assumed = props.plan - props.published;
    let parts = if props.own_assumptions {
        vec![props.published, assumed, props.gain.difference]
    } else {
        vec![props.plan, props.gain.difference]
    };
    let rounding = sums::rounding(props.income, parts);
    let start = if props.own_assumptions {
        words.text("result-plan-published")
    } else {
        words.text("result-plan")
    };
    let growth = match props.growth {
        Some(growth) => words.percent(growth, 2),
        None => "—".to_owned(),
    };
    let years = [
        ("from", &*props.base.to_string()),
        ("to", &*props.horizon.to_string()),
    ];
    html! {
        <div class="chain">
            <h3>{ words.text("result-chain") }</h3>
            <dl class="ledger">
                <div>
                    <dt>{ start }</dt>
                    <dd class="number" data-testid="plan-income">
                        { if props.own_assumptions {
                            figure(ScreenFigure::PublishedIncome(props.year), html! { { words.money(props.published) } })
                        } else {
                            figure(ScreenFigure::Income(Side::Plan, props.year), html! { { words.money(props.plan) } })
                        } }
                    </dd>
                </div>
                if props.own_assumptions {
                    <div>
                        <dt>{ words.text("result-assumption-effect") }</dt>
                        <dd data-testid="assumption-effect">{ figure(ScreenFigure::AssumptionEffect(props.year), signed(words, assumed)) }</dd>
                    </div>
                }
                <div>
                    <dt>{ words.text("result-policy-effect") }</dt>
                    <dd data-testid="policy-effect">
                        { figure(ScreenFigure::Difference(props.year), signed(words, props.gain.difference)) }
                    </dd>
                </div>
                <div class="sum">
                    <dt>{ words.text("result-scenario") }{ rounding_note(words, rounding) }</dt>
                    <dd class="number">
                        { figure(ScreenFigure::Income(Side::Scenario, props.year), html! { { words.money(props.income) } }) }
                    </dd>
                </div>
            </dl>
            <p class="chain-growth soft">
                { words.format("result-growth", &years) }
                <span class="number">{ figure(ScreenFigure::AverageGrowth, html! { { growth } }) }</span>
            </p>
        </div>
    }
}

/// Properties of the badge.
#[derive(Properties, PartialEq)]
struct StandingProps {
    example: Option<Example>,
    changes: usize,
    unlikely: usize,
    version: Option<u32>,
    /// True where there are a list of changes and a page that looks back to go to.
    leads_on: bool,
}

/// A badge for the plan, an example or an own scenario, and a link to the list of changes.
#[component]
fn Standing(props: &StandingProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let standing = match props.example {
        Some(Example::Plan) => words.text("result-is-plan").to_string(),
        Some(example) => words.format("result-is-example", &[("name", &words.example(example))]),
        None => words.text("result-is-own").to_string(),
    };
    let standing = match props.version {
        Some(version) => words.of_version(&standing, version),
        None => standing,
    };
    let to_changes = Callback::from(|_: MouseEvent| {
        // Not by an address: the address's fragment is the scenario.
        let list = gloo::utils::document().get_element_by_id("results-changes");
        if let Some(list) = list.and_then(|list| list.dyn_into::<HtmlElement>().ok()) {
            list.scroll_into_view();
            let focused = list.focus();
            debug_assert!(focused.is_ok(), "the list of changes takes the focus");
        }
    });
    html! {
        <p class="standing">
            <span class="badge" data-testid="standing">{ standing }</span>
            if props.changes > 0 && props.leads_on {
                <button type="button" class="link" data-testid="to-changes" onclick={to_changes}>
                    { words.format("result-changes", &[("count", &props.changes.to_string())]) }
                </button>
            }
            if props.unlikely > 0 {
                <span class="badge unlikely" role="status" data-testid="unlikely-count">
                    { words.format("result-unlikely", &[("count", &props.unlikely.to_string())]) }
                </span>
            }
            if props.leads_on {
                { looking_back_button(words, "result-looking-back") }
            }
        </p>
    }
}
