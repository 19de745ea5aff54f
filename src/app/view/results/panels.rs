//! The waterfall, the components, the flows and the worth of 10,000 yuan more.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::choices::{Choices, PanelProps, RegionPanelProps};
use super::frame::Frame;
use crate::analysis::flows::{FlowSide, flows};
use crate::analysis::marginal::marginal;
use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::parts::Shared;
use crate::app::words::Words;
use crate::chart::marginal::MarginalSpan;
use crate::chart::shares::ComponentMeasure;
use crate::chart::waterfall::WaterfallYear;
use crate::chart::{self, ChartModel};
use crate::model::Outcome;
use crate::region::key::{Fixed, Year};

/// The year of all yearly charts.
fn year_choice(
    words: &Words,
    results: &Results,
    choices: &Rc<Choices>,
    choose: &Callback<Choices>,
) -> Html {
    let (choices, choose) = (choices.clone(), choose.clone());
    let step = choices.step;
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Ok(step) = usize::try_from(select.selected_index()) {
            choose.emit(Choices {
                step,
                ..(*choices).clone()
            });
        }
    });
    let years = results.outcome.years.plan().enumerate();
    html! {
        <label class="year-choice">
            <span>{ words.text("result-year") }</span>
            <select data-testid="chart-year" {onchange}>
                { for years.map(|(index, year)| html! {
                    <option selected={index == step}>{ year.to_string() }</option>
                }) }
            </select>
        </label>
    }
}

/// The plan under the region's assumptions, where the user's own move it.
fn published(results: &Results) -> Option<&Outcome> {
    results.moves_the_plan().then_some(&*results.published)
}

/// The year that was chosen.
fn chosen_year(results: &Results, step: usize) -> Year {
    let years = results.outcome.years;
    years.plan().nth(step).unwrap_or(years.first_plan)
}

/// Two or three buttons of which one holds.
fn switch<const COUNT: usize>(
    label: Rc<str>,
    entries: [(Rc<str>, &'static str, bool, Choices); COUNT],
    choose: &Callback<Choices>,
) -> Html {
    let button = |(text, name, is_chosen, next): (Rc<str>, &'static str, bool, Choices)| {
        let choose = choose.clone();
        let onclick = Callback::from(move |_: MouseEvent| choose.emit(next.clone()));
        html! {
            <button type="button" data-testid={name} aria-pressed={is_chosen.to_string()} {onclick}>
                { text }
            </button>
        }
    };
    html! {
        <div class="view-choice" role="group" aria-label={label}>{ for entries.map(button) }</div>
    }
}

/// The way from plan to scenario in a year.
#[component]
pub fn StepsPanel(props: &PanelProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let step = props.choices.step;
    let model = use_memo(
        (props.results.clone(), words.clone(), step),
        |(results, words, step)| {
            let outcome = &results.outcome;
            let years = outcome.plan.get(*step).zip(outcome.scenario.get(*step));
            years.map(|(plan, scenario)| {
                let way = WaterfallYear {
                    published: published(results).and_then(|plan| plan.plan.get(*step)),
                    plan,
                    scenario,
                };
                Rc::new(
                    chart::waterfall::chart_model(words, way).in_prices(words, results.deflator),
                )
            })
        },
    );
    let Some(model) = (*model).clone() else {
        return html! {};
    };
    let year = chosen_year(&props.results, step).to_string();
    let said = model.description.clone();
    html! {
        <Frame name="steps" title={words.format("chart-steps-title", &[("year", &year)])}
            unit={words.yuan_a_head(props.results.deflator)} prices={Some((props.results.outcome.years.first_plan, props.results.deflator))}
            model={Shared(model)} host={props.host.clone()}
            controls={year_choice(words, &props.results, &props.choices, &props.choose)}
            caveats={vec![words.text("chart-steps-note").to_string()]}
            note={html! { <>{ said }{ " " }{ words.text("chart-steps-note") }</> }} />
    }
}

/// The components over the years.
#[component]
pub fn SharesPanel(props: &PanelProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let measure = props.choices.measure;
    let model = use_memo(
        (props.results.clone(), words.clone(), measure),
        |(results, words, measure)| {
            let model =
                chart::shares::chart_model(words, &results.outcome, published(results), *measure);
            // Shares are the same in any prices.
            let of_amounts = *measure == ComponentMeasure::Yuan;
            model.in_prices(words, results.deflator.filter(|_| of_amounts))
        },
    );
    let entry = |id: &str, name, which: ComponentMeasure| {
        let next = Choices {
            measure: which,
            ..(*props.choices).clone()
        };
        (words.text(id), name, which == measure, next)
    };
    let entries = [
        entry("chart-in-yuan", "chart-in-yuan", ComponentMeasure::Yuan),
        entry("chart-in-share", "chart-in-share", ComponentMeasure::Share),
    ];
    let note = words.text(if published(&props.results).is_some() {
        "chart-shares-note-own"
    } else {
        "chart-shares-note"
    });
    let years = props.results.outcome.years;
    let span = [
        ("from", &*years.first_plan.to_string()),
        ("to", &*years.horizon.to_string()),
    ];
    let deflator = props.results.deflator;
    let (unit, prices) = match measure {
        ComponentMeasure::Yuan => (
            words.yuan_a_head(deflator),
            Some((years.first_plan, deflator)),
        ),
        ComponentMeasure::Share => (words.text("unit-percent").to_string(), None),
    };
    html! {
        <Frame name="shares" title={words.format("chart-shares-title", &span)}
            {unit} {prices} model={Shared(model)} host={props.host.clone()}
            controls={switch(words.text("chart-measure"), entries, &props.choose)}
            caveats={vec![note.to_string()]} note={html! { { note.clone() } }} />
    }
}

/// Money and what becomes of it.
#[component]
pub fn FlowsPanel(props: &RegionPanelProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (step, side) = (props.choices.step, props.choices.side);
    let made = use_memo(
        (
            props.results.clone(),
            props.region.clone(),
            words.clone(),
            step,
            side,
        ),
        |(results, region, words, step, side)| {
            let outcome = match side {
                FlowSide::Plan => results.outcome.plan.get(*step)?,
                FlowSide::Scenario => results.outcome.scenario.get(*step)?,
            };
            let flows = flows(region.years, &results.resolved, *side, outcome)?;
            let model = chart::flows::chart_model(words, &flows, outcome.year);
            Some((Rc::new(model), chart::flows::undrawn(words, &flows)))
        },
    );
    let Some((model, undrawn)): Option<(Rc<ChartModel>, _)> = (*made).clone() else {
        return html! {};
    };
    let entry = |id: &str, name, which: FlowSide| {
        let next = Choices {
            side: which,
            ..(*props.choices).clone()
        };
        (words.text(id), name, which == side, next)
    };
    // Under assumptions of the user's own the plan shown is theirs.
    let plan_name = match published(&props.results) {
        Some(_) => "chart-plan-own",
        None => "result-plan",
    };
    let side_name = words.text(match side {
        FlowSide::Plan => plan_name,
        FlowSide::Scenario => "result-scenario",
    });
    let entries = [
        entry(plan_name, "chart-side-plan", FlowSide::Plan),
        entry("result-scenario", "chart-side-scenario", FlowSide::Scenario),
    ];
    let year = chosen_year(&props.results, step).to_string();
    let controls = html! {
        <>
            { switch(words.text("chart-side"), entries, &props.choose) }
            { year_choice(words, &props.results, &props.choices, &props.choose) }
        </>
    };
    let mut caveats: Vec<String> = undrawn.iter().cloned().collect();
    caveats.push(words.text("chart-flows-note").to_string());
    let note = html! {
        <>
            if let Some(undrawn) = undrawn { <p>{ undrawn }</p> }
            <p>{ words.text("chart-flows-note") }</p>
        </>
    };
    html! {
        <Frame name="flows" title={words.format("chart-flows-title", &[("year", &year), ("side", &side_name)])}
            model={Shared(model)} host={props.host.clone()} {controls} {note} {caveats} />
    }
}

/// The gain from 10,000 yuan more in each use.
#[component]
pub fn MarginalPanel(props: &RegionPanelProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let step = props.choices.step;
    let all = use_memo(
        (props.results.clone(), props.region.clone()),
        |(results, region)| marginal(region.years, &results.resolved, &results.outcome.scenario),
    );
    let model = use_memo(
        (Shared(all.clone()), words.clone(), step),
        |(all, words, step)| chart::marginal::chart_model(words, all, &[MarginalSpan::Year(*step)]),
    );
    let year = chosen_year(&props.results, step).to_string();
    let repeats = !props
        .results
        .resolved
        .scenario
        .fixed(Fixed::Repeat)
        .is_zero();
    let how = if repeats {
        words.text("chart-marginal-each-year")
    } else {
        words.text("chart-marginal-once")
    };
    let said = model.description.clone();
    html! {
        <Frame name="marginal" title={words.format("chart-marginal-title", &[("year", &year)])}
            unit={AttrValue::from(words.text("unit-yuan"))} model={Shared(model)}
            host={props.host.clone()}
            controls={year_choice(words, &props.results, &props.choices, &props.choose)}
            caveats={vec![format!("{how}{}", words.text("chart-marginal-note"))]}
            note={html! { <><p>{ said }</p><p>{ how }{ words.text("chart-marginal-note") }</p></> }} />
    }
}
