//! One value at a time: what moves the result most.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::Looked;
use crate::analysis::sensitivity::{LeverSteps, TornadoInputs, TornadoRequest};
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::context::use_session_state;
use crate::app::view::inputs::limit::LimitField;
use crate::app::view::planning::answering::use_answering;
use crate::app::view::planning::chart_host::use_chart_host;
use crate::app::view::results::frame::Frame;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::chart;
use crate::i18n::number::scale;
use crate::planner::{Question, Reply};
use crate::region::key::Unit;

/// Properties of the tornado.
#[derive(Properties)]
pub struct TornadoProps {
    /// The state.
    pub state: Rc<State>,
    /// The result.
    pub looked: Looked,
}

impl PartialEq for TornadoProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.looked == other.looked
    }
}

/// The card of the bars.
#[component]
pub fn TornadoCard(props: &TornadoProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let host = use_chart_host();
    let answering = use_answering("tornado-answer");
    let over_levers = use_session_state("tornado-over", || true);
    let steps = use_session_state("tornado-steps", || LeverSteps::usual(state.region.values()));
    let over = match *over_levers {
        true => TornadoInputs::Levers(*steps),
        false => TornadoInputs::Assumptions,
    };
    let request = TornadoRequest {
        over,
        // Levers have no input distribution.
        distributions: match over {
            TornadoInputs::Levers(_) => Vec::new(),
            TornadoInputs::Assumptions => state.extras.distributions.distributions.clone(),
        },
        measure: props.looked.measure,
        year: props.looked.year,
    };
    {
        let (answering, state) = (answering.clone(), state.clone());
        let asked = (state.scenario().clone(), request.clone());
        use_effect_with(asked, move |(_, request)| {
            answering.ask(&state, Question::Tornado(request.clone()));
        });
    }
    let question = Question::Tornado(request);
    let reply = answering.shown(&question, state.scenario());
    let reply = reply.map(|answer| answer.reply.clone());
    let result = props.looked.name(words);
    let model = use_memo(
        (reply.map(Shared), words.clone(), result),
        |(reply, words, result)| match &**reply.as_ref()? {
            Reply::Tornado(tornado) => {
                Some(Rc::new(chart::tornado::chart_model(words, tornado, result)))
            }
            _ => None,
        },
    );
    let choices = [
        (true, "plan-tornado-levers"),
        (false, "plan-tornado-assumptions"),
    ];
    let choices = choices.map(|(levers, id)| {
        let setter = over_levers.setter();
        html! {
            <button type="button" aria-pressed={(*over_levers == levers).to_string()} data-testid={id}
                onclick={move |_: MouseEvent| setter.set(levers)}>{ words.text(id) }</button>
        }
    });
    let controls = html! {
        <div class="view-choice" role="group" aria-label={words.text("plan-tornado-over")}>{ for choices }</div>
    };
    let lead = match *over_levers {
        true => "plan-tornado-levers-lead",
        false => "plan-tornado-assumptions-lead",
    };
    html! {
        <section class="card chart planning-chart" data-testid="tornado">
            if let Some(model) = (*model).clone() {
                <Frame name="tornado" title={AttrValue::from(words.text("plan-tornado-title"))}
                    unit={AttrValue::from(words.text("unit-yuan"))} model={Shared(model.clone())} {host} {controls}
                    note={html! { <><p>{ &model.description }</p><p>{ words.text(lead) }</p></> }}>
                    if *over_levers {
                        { step_fields(words, &steps) }
                    }
                </Frame>
            }
            { answering.waiting() }
            { answering.outdated(words, &question, state.scenario()) }
        </section>
    }
}

/// The fields for the steps of levers without a plausible range.
fn step_fields(words: &Words, steps: &UseStateHandle<LeverSteps>) -> Html {
    let field = |name: &'static str,
                 label: &str,
                 unit: Unit,
                 value: Decimal,
                 set: fn(&mut LeverSteps, Decimal)| {
        let steps = steps.clone();
        let on_value = Callback::from(move |value: Decimal| {
            let mut next = *steps;
            set(&mut next, value);
            steps.set(next);
        });
        let most = match unit {
            Unit::Share => Decimal::ONE,
            _ => Decimal::from(1_000_000_000_000_i64),
        };
        let label = words.text(label);
        html! {
            <label class="planning-field">
                <span>{ label.clone() }{ " " }<span class="soft">{ words.text(scale(unit).unit) }</span></span>
                <LimitField id={name} {unit} {value} {label} range={Some((Decimal::ZERO, most))} {on_value} />
            </label>
        }
    };
    html! {
        <div class="planning-ends planning-steps">
            { field("tornado-money", "plan-tornado-money", Unit::Yuan, steps.money, |steps, value| steps.money = value) }
            { field("tornado-share", "plan-tornado-share", Unit::Share, steps.share, |steps, value| steps.share = value) }
            { field("tornado-people", "plan-tornado-people", Unit::People, steps.people, |steps, value| steps.people = value) }
        </div>
    }
}
