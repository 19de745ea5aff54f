//! The components of income in the first plan year.

use yew::prelude::*;

use crate::analysis::sums;
use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{Shared, rounding_row, signed};
use crate::model::term::Side;
use crate::number::YuanPerPerson;
use crate::region::key::{Component, Year};

/// The results.
#[derive(Properties, PartialEq)]
pub struct ComponentsProps {
    /// Those shown.
    pub results: Shared<Results>,
}

/// The table of components.
#[component]
pub fn Components(props: &ComponentsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let outcome = &props.results.outcome;
    let Some((plan, scenario)) = outcome.plan.first().zip(outcome.scenario.first()) else {
        return html! {};
    };
    // With assumptions of the user's own the way goes from the plan as published over what they do
    // to what policy does.
    let published = props.results.published.plan.first();
    let published = published.filter(|_| props.results.moves_the_plan());
    let start = published.unwrap_or(plan);
    let assumed = published.map(|published| {
        Component::ALL.map(|k| plan.components[k as usize] - published.components[k as usize])
    });
    let differences =
        Component::ALL.map(|k| scenario.components[k as usize] - plan.components[k as usize]);
    let difference = scenario.income - plan.income;
    let mut rounding = vec![sums::rounding(start.income, start.components)];
    if let Some(assumed) = assumed {
        rounding.push(sums::rounding(plan.income - start.income, assumed));
        rounding.push(sums::rounding(difference, differences));
    }
    rounding.push(sums::rounding(scenario.income, scenario.components));
    if assumed.is_none() {
        rounding.push(sums::rounding(difference, differences));
    }
    let year = plan.year.to_string();
    let money = |of, amount| figure(of, html! { { words.money(amount) } });
    let policy = figure(
        ScreenFigure::Difference(plan.year),
        signed(words, difference),
    );
    let to = money(
        ScreenFigure::Income(Side::Scenario, plan.year),
        scenario.income,
    );
    let (titles, sums) = match published {
        Some(published) => (
            &OWN_TITLES[..],
            vec![
                money(ScreenFigure::PublishedIncome(plan.year), published.income),
                figure(
                    ScreenFigure::AssumptionEffect(plan.year),
                    signed(words, plan.income - published.income),
                ),
                policy,
                to,
            ],
        ),
        None => (
            &TITLES[..],
            vec![
                money(ScreenFigure::Income(Side::Plan, plan.year), plan.income),
                to,
                policy,
            ],
        ),
    };
    html! {
        <>
            <h2 id="results-components-title">
                { words.format("result-components", &[("year", &year)]) }
                <span class="soft">{ words.yuan_a_head(props.results.deflator) }</span>
            </h2>
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("result-components-caption")}>
            <table class={classes!("components-table", assumed.is_some().then_some("apart"))}>
                <caption class="unseen">{ words.text("result-components-caption") }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.text("result-component") }</th>
                        { for titles.iter().map(|id| html! {
                            <th scope="col" class="number">{ words.text(id) }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for Component::ALL.map(|component| html! {
                        <ComponentRow key={component.name()} {component} year={plan.year}
                            plan={start.components[component as usize]}
                            assumed={assumed.map(|assumed| assumed[component as usize])}
                            scenario={scenario.components[component as usize]}
                            difference={differences[component as usize]} />
                    }) }
                    { rounding_row(words, &rounding, 0) }
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{ words.text("result-sum") }</th>
                        { for sums.into_iter().map(|sum| html! { <td class="number">{ sum }</td> }) }
                    </tr>
                </tfoot>
            </table>
            </div>
            <p class="soft note">{ words.text("result-rounding-note") }</p>
        </>
    }
}

const TITLES: [&str; 3] = ["result-plan", "result-scenario", "result-difference"];
const OWN_TITLES: [&str; 4] = [
    "result-plan-published",
    "result-assumption-effect",
    "result-policy-effect",
    "result-scenario",
];

/// One component.
#[derive(Properties, PartialEq)]
struct ComponentRowProps {
    component: Component,
    year: Year,
    /// Of the plan; with own assumptions, of the plan as published.
    plan: YuanPerPerson,
    /// Effect of own assumptions.
    assumed: Option<YuanPerPerson>,
    scenario: YuanPerPerson,
    difference: YuanPerPerson,
}

#[component]
fn ComponentRow(props: &ComponentRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (component, year) = (props.component, props.year);
    let money = |of, amount| figure(of, html! { { words.money(amount) } });
    let policy = figure(
        ScreenFigure::ComponentDifference(component, year),
        signed(words, props.difference),
    );
    let to = money(
        ScreenFigure::Component(component, Side::Scenario, year),
        props.scenario,
    );
    let cells = match props.assumed {
        Some(assumed) => vec![
            money(
                ScreenFigure::PublishedComponent(component, year),
                props.plan,
            ),
            figure(
                ScreenFigure::ComponentAssumption(component, year),
                signed(words, assumed),
            ),
            policy,
            to,
        ],
        None => vec![
            money(
                ScreenFigure::Component(component, Side::Plan, year),
                props.plan,
            ),
            to,
            policy,
        ],
    };
    html! {
        <tr>
            <th scope="row">{ words.component(props.component) }</th>
            { for cells.into_iter().map(|cell| html! { <td class="number">{ cell }</td> }) }
        </tr>
    }
}
