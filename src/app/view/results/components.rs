//! The components of income in the first plan year.

use yew::prelude::*;

use super::parts::{Shared, rounding_row, signed};
use crate::app::chart::sums;
use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::figure::{Figure, figure};
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
    let differences =
        Component::ALL.map(|k| scenario.components[k as usize] - plan.components[k as usize]);
    let difference = scenario.income - plan.income;
    let rounding = [
        sums::rounding(plan.income, plan.components),
        sums::rounding(scenario.income, scenario.components),
        sums::rounding(difference, differences),
    ];
    let year = plan.year.to_string();
    html! {
        <>
            <h2 id="results-components-title">
                { words.format("result-components", &[("year", &year)]) }
                <span class="soft">{ words.text("result-yuan-a-head") }</span>
            </h2>
            <table class="components-table">
                <caption class="unseen">{ words.text("result-components-caption") }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.text("result-component") }</th>
                        <th scope="col" class="number">{ words.text("result-plan") }</th>
                        <th scope="col" class="number">{ words.text("result-scenario") }</th>
                        <th scope="col" class="number">{ words.text("result-difference") }</th>
                    </tr>
                </thead>
                <tbody>
                    { for Component::ALL.map(|component| html! {
                        <ComponentRow key={component.name()} {component} year={plan.year}
                            plan={plan.components[component as usize]}
                            scenario={scenario.components[component as usize]}
                            difference={differences[component as usize]} />
                    }) }
                    { rounding_row(words, &rounding, 0) }
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{ words.text("result-sum") }</th>
                        <td class="number">
                            { figure(Figure::Income(Side::Plan, plan.year), html! { { words.money(plan.income) } }) }
                        </td>
                        <td class="number">
                            { figure(Figure::Income(Side::Scenario, plan.year), html! { { words.money(scenario.income) } }) }
                        </td>
                        <td class="number">
                            { figure(Figure::Difference(plan.year), signed(words, difference)) }
                        </td>
                    </tr>
                </tfoot>
            </table>
            <p class="soft note">{ words.text("result-rounding-note") }</p>
        </>
    }
}

/// One component.
#[derive(Properties, PartialEq)]
struct ComponentRowProps {
    component: Component,
    year: Year,
    plan: YuanPerPerson,
    scenario: YuanPerPerson,
    difference: YuanPerPerson,
}

#[component]
fn ComponentRow(props: &ComponentRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (component, year) = (props.component, props.year);
    let of = |side| Figure::Component(component, side, year);
    html! {
        <tr>
            <th scope="row">{ words.component(props.component) }</th>
            <td class="number">{ figure(of(Side::Plan), html! { { words.money(props.plan) } }) }</td>
            <td class="number">{ figure(of(Side::Scenario), html! { { words.money(props.scenario) } }) }</td>
            <td class="number">
                { figure(Figure::ComponentDifference(component, year), signed(words, props.difference)) }
            </td>
        </tr>
    }
}
