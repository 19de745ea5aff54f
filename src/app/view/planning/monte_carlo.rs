//! Uncertainty of the result: the fan of the incomes, the share of draws that reach each goal, the drivers of the
//! spread, and the ranges that are drawn from.

mod drafts;
mod drivers;
mod goals;
mod notices;
mod ranges;

use std::rc::Rc;

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::answering::use_answering;
use super::chart_host::use_chart_host;
use super::choice::measure_choice;
use super::year::year_choice;
use crate::analysis::monte_carlo::{
    MonteCarloAnswer, MonteCarloRequest, OutcomeMeasure, levers_of,
};
use crate::analysis::ranges::{faults, ranges};
use crate::app::state::{Action, State};
use crate::app::view::context::{Context, use_page, use_session_state};
use crate::app::view::inputs::limit::LimitField;
use crate::app::view::results::frame::Frame;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::chart;
use crate::chart::fan::FanView;
use crate::number::Share;
use crate::planner::{Question, Reply};
use crate::region::key::{Fixed, Key, Unit, Year};
use crate::scenario::drafts::Extras;
use crate::scenario::input_distributions::{InputDistributions, USUAL_DRAWS};
use drafts::Drafts;
use drivers::Drivers;
use goals::Goals;
use notices::Notices;
use ranges::Ranges;

/// The numbers of draws that can be chosen.
const DRAWS: [u16; 3] = [1_000, USUAL_DRAWS, 50_000];

/// Properties of the tab.
#[derive(Properties)]
pub struct MonteCarloTabProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for MonteCarloTabProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The tab.
#[component]
pub fn MonteCarloTab(props: &MonteCarloTabProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let answering = use_answering("chance-answer");
    let measure = use_session_state("chance-measure", || OutcomeMeasure::Income);
    let step = use_session_state("chance-step", || 0_usize);
    let years = state.region.years;
    let year = years.plan().nth(*step).unwrap_or(years.first_plan);
    let opened = use_session_state("chance-ranges", || false);
    let request = request_of(&state.extras, year, *measure);
    let own = &state.extras.distributions.distributions;
    let used = ranges(&state.region, state.scenario(), own);
    let faults = faults(&state.region, state.scenario(), &used);
    {
        // A new scenario, seed or range starts a new question; the newest one wins.
        let (answering, state) = (answering.clone(), state.clone());
        let asked = (state.scenario().clone(), request.clone(), faults.is_empty());
        use_effect_with(asked, move |(_, request, fits)| {
            if *fits {
                answering.ask(&state, Question::Chance(request.clone()));
            }
        });
    }
    // While new draws are made the last ones stay, so that nothing jumps.
    let question = Question::Chance(request);
    let reply = answering.shown(&question, state.scenario());
    let reply = reply.filter(|_| faults.is_empty());
    let reply = reply.map(|answer| (answer.reply.clone(), draws_of(&answer.question)));
    let set = {
        let act = page.act.clone();
        move |settings: InputDistributions| act.emit(Action::SetDoubts(settings))
    };
    html! {
        <>
            <section class="card planning-card">
                <div class="planning-form">
                    { draws_choice(words, &state.extras.distributions, &set) }
                    { seed_field(words, &state.extras.distributions, &set) }
                    <button type="button" class="button" data-testid="chance-again" onclick={again(&state.extras.distributions, &set)}>
                        { words.text("plan-chance-again") }
                    </button>
                    { together_field(&page, state) }
                    { measure_choice(words, &measure) }
                    { year_choice(words, years, &step) }
                </div>
                if faults.is_empty() {
                    { answering.waiting() }
                    { answering.outdated(words, &question, state.scenario()) }
                }
                <Notices state={state.clone()} {faults} on_open={
                    let opened = opened.setter();
                    move |()| opened.set(true)
                } />
            </section>
            if let Some((reply, draws)) = reply {
                <Drawn {reply} state={state.clone()} measure={*measure} {year} {draws} />
            }
            <Ranges state={state.clone()} is_open={*opened} on_toggle={
                let opened = opened.clone();
                move |()| opened.set(!*opened)
            } />
        </>
    }
}

/// Number of draws in a question.
fn draws_of(question: &Question) -> u16 {
    match question {
        Question::Chance(request) => request.draws,
        _ => 0,
    }
}

fn request_of(extras: &Extras, year: Year, measure: OutcomeMeasure) -> MonteCarloRequest {
    let settings = &extras.distributions;
    let drafts = extras.drafts.entries().iter();
    MonteCarloRequest {
        drafts: drafts.map(|entry| levers_of(&entry.scenario)).collect(),
        seed: settings.seed,
        draws: settings.draws,
        distributions: settings.distributions.clone(),
        year,
        measure,
    }
}

fn draws_choice(
    words: &Words,
    settings: &InputDistributions,
    set: &(impl Fn(InputDistributions) + Clone + 'static),
) -> Html {
    let (set, now) = (set.clone(), settings.clone());
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Ok(draws) = select.value().parse() {
            set(InputDistributions {
                draws,
                ..now.clone()
            });
        }
    });
    html! {
        <label class="pick">
            <span>{ words.text("plan-chance-draws") }</span>
            <select data-testid="chance-draws" {onchange}>
                { for DRAWS.map(|draws| html! {
                    <option value={draws.to_string()} selected={settings.draws == draws}>
                        { words.decimal(Decimal::from(draws), 0) }
                    </option>
                }) }
            </select>
        </label>
    }
}

fn seed_field(
    words: &Words,
    settings: &InputDistributions,
    set: &(impl Fn(InputDistributions) + Clone + 'static),
) -> Html {
    let (set, now) = (set.clone(), settings.clone());
    let on_value = Callback::from(move |value: Decimal| {
        if let Some(seed) = value.trunc().to_u64() {
            set(InputDistributions {
                seed,
                ..now.clone()
            });
        }
    });
    let label = words.text("plan-chance-seed");
    html! {
        <label class="planning-field">
            <span>{ label.clone() }</span>
            <LimitField id="chance-seed" unit={Unit::People} value={Decimal::from(settings.seed)} {label}
                range={Some((Decimal::ZERO, Decimal::from(u64::MAX)))} {on_value} />
        </label>
    }
}

/// The field of how far growths go together: an assumption like others, set where its effect is seen.
fn together_field(page: &Context, state: &State) -> Html {
    let key = Key::from(Fixed::GrowthTogether);
    let Some(value) = state.scenario().value(&state.region, key) else {
        return html! {};
    };
    let on_value = page.act.reform(move |value| Action::Set(key, value));
    let parts = [
        ("label", &*page.words.key_name(key)),
        ("unit", &*page.words.text("unit-percent")),
    ];
    let label = AttrValue::from(page.words.format("plan-sweep-in", &parts));
    html! {
        <label class="planning-field" title={page.words.key_hint(key).to_string()}>
            <span>{ label.clone() }</span>
            <LimitField id="chance-together" unit={key.unit()} {value} {label} range={Some(key.range())} {on_value} />
        </label>
    }
}

/// Another seed: the next one, so that the draws can be named and repeated.
fn again(
    settings: &InputDistributions,
    set: &(impl Fn(InputDistributions) + Clone + 'static),
) -> Callback<MouseEvent> {
    let (set, now) = (set.clone(), settings.clone());
    Callback::from(move |_: MouseEvent| {
        set(InputDistributions {
            seed: now.seed.wrapping_add(1),
            ..now.clone()
        });
    })
}

/// Properties of the results of the draws.
#[derive(Properties)]
struct DrawnProps {
    reply: Rc<Reply>,
    state: Rc<State>,
    measure: OutcomeMeasure,
    year: Year,
    draws: u16,
}

impl PartialEq for DrawnProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.reply, &other.reply)
            && Rc::ptr_eq(&self.state, &other.state)
            && (self.measure, self.year, self.draws) == (other.measure, other.year, other.draws)
    }
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let host = use_chart_host();
    let with_rural = use_session_state("chance-rural", || false);
    let view = match (props.measure, *with_rural) {
        (OutcomeMeasure::Difference, _) => FanView::Difference,
        (OutcomeMeasure::Income, true) => FanView::WithRural,
        (OutcomeMeasure::Income, false) => FanView::Incomes,
    };
    let model = {
        let results = Shared(props.state.results.clone());
        use_memo(
            (Shared(props.reply.clone()), results, words.clone(), view),
            |(reply, results, words, view)| {
                let answer = answer(reply)?;
                Some(Rc::new(chart::fan::chart_model(
                    words,
                    &results.outcome,
                    answer,
                    *view,
                )))
            },
        )
    };
    let (Some(answer), Some(model)) = (answer(&props.reply), (*model).clone()) else {
        return html! {};
    };
    let said = model.description.clone();
    let shows_difference = props.measure == OutcomeMeasure::Difference;
    // A draft that came in since is not among the answers yet.
    let drafts = props.state.extras.drafts.entries();
    let names = drafts.iter().take(answer.drafts.len());
    let names: Vec<String> = names.map(|entry| entry.name.clone()).collect();
    // Drafts of another version are drawn under the present one's figures, as under its assumptions.
    let present = &props.state.scenario().vintage();
    let mixes = drafts
        .iter()
        .any(|entry| entry.scenario.vintage() != *present);
    let other_version = mixes.then_some(props.state.region.version);
    let rural = {
        let with_rural = with_rural.clone();
        move |_: MouseEvent| with_rural.set(!*with_rural)
    };
    let controls = match props.measure {
        OutcomeMeasure::Difference => html! {},
        OutcomeMeasure::Income => html! {
            <button type="button" class="button" data-testid="chance-rural" onclick={rural}
                aria-pressed={with_rural.to_string()}>{ words.text("plan-chance-rural") }</button>
        },
    };
    let is_plan = props
        .state
        .scenario()
        .entries()
        .all(|(key, _)| !key.is_lever());
    html! {
        <>
            <section class="card chart planning-chart" data-testid="chance-fan">
                <Frame name="fan" title={AttrValue::from(words.text("plan-chance-fan"))}
                    unit={AttrValue::from(words.text("unit-yuan"))} model={Shared(model)} {host} {controls}
                    note={html! {
                        <>
                            <p>{ said }</p>
                            <p data-testid="chance-skew">{ chart::fan::skew(words, answer, shows_difference) }</p>
                            <p>{ words.text("plan-chance-note") }</p>
                            <p data-testid="chance-together-note">{ together_note(words, answer) }</p>
                            <p>{ words.text("plan-chance-omits") }</p>
                        </>
                    }} />
            </section>
            <Goals answer={answer.clone()} />
            if !names.is_empty() {
                <Drafts answer={answer.clone()} {names} year={props.year} version={other_version} />
            }
            <Drivers shares_growth={answer.together > 0.0} drivers={answer.drivers.clone()} noise={answer.noise} draws={props.draws} {is_plan}
                year={props.year} measure={props.measure} />
        </>
    }
}

/// A sentence on what the draws of this answer had in common.
fn together_note(words: &Words, answer: &MonteCarloAnswer) -> String {
    let together = Decimal::from_f64(answer.together).unwrap_or_default();
    match together.is_zero() {
        true => words.text("plan-chance-apart").to_string(),
        false => words.format(
            "plan-chance-together",
            &[("together", &words.percent(Share(together), 0))],
        ),
    }
}

fn answer(reply: &Reply) -> Option<&MonteCarloAnswer> {
    match reply {
        Reply::Chance(answer) => Some(answer),
        _ => None,
    }
}
