//! Numbers and directions that are called out: the group and its prediction in one line.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::RecordProps;
use super::record::CollectAction;
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::exercise::collation::called::{direction, lines, parts};
use crate::exercise::collation::{CalledAnswer, KnownExercise, SessionEntry};
use crate::exercise::judge::{Judge, PredictedAnswer};
use crate::exercise::step::{Ask, Predict, StepKind};
use crate::i18n::input::read_number;
use crate::problem::{Fault, quote};
use crate::region::key::Unit;

/// The outcome of a line.
#[derive(Clone, PartialEq)]
enum CalledLine {
    /// It was taken in: the group, and the prediction as it was typed.
    Added(String, String),
    /// There is no group, or nothing behind it.
    Unclear(String),
    /// A direction is asked for, and this is none.
    NoDirection(String),
    /// The number is none.
    Fault(String, Fault),
}

/// The form.
#[component]
pub fn CalledForm(props: &RecordProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let record = &props.record;
    let field = use_node_ref();
    let said = use_state(Vec::<CalledLine>::new);
    let wanted = use_state_eq(|| None::<usize>);
    let Some(known) = record.exercise().cloned() else {
        return html! {};
    };
    let steps = predictions(&known);
    let step = wanted.filter(|step| steps.iter().any(|(own, _)| own == step));
    let Some(step) = step.or(steps.first().map(|(step, _)| *step)) else {
        return html! {};
    };
    let ask = steps.iter().find(|(own, _)| *own == step);
    let ask = ask.map_or(Ask::Number, |(_, predict)| predict.ask);
    let choose = {
        let wanted = wanted.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            wanted.set(select.value().parse().ok());
        })
    };
    let onsubmit = {
        let (record, field, said, known) =
            (record.clone(), field.clone(), said.clone(), known.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = field.cast::<HtmlInputElement>() else {
                return;
            };
            let text = input.value();
            let unit = unit_of(&known, step);
            let mut all = Vec::new();
            let mut left = Vec::new();
            for line in lines(&text) {
                match read_line(line, ask, unit) {
                    Ok((group, answer, typed)) => {
                        record.dispatch(CollectAction::Call(SessionEntry::Called(CalledAnswer {
                            mark: known.mark.clone(),
                            step,
                            group: group.clone(),
                            answer,
                        })));
                        all.push(CalledLine::Added(group, typed));
                    }
                    Err(fault) => {
                        left.push(line.to_owned());
                        all.push(fault);
                    }
                }
            }
            // What was not taken in can be mended where it stands.
            input.set_value(&left.join("；"));
            said.set(all);
        })
    };
    let label = match ask {
        Ask::Number => "groups-call-line",
        Ask::Direction => "groups-call-line-direction",
    };
    let is_refused = said
        .iter()
        .any(|line| !matches!(line, CalledLine::Added(..)));
    html! {
        <form class="groups-call" {onsubmit}>
            <h3>{ words.text("groups-call") }</h3>
            if steps.len() > 1 {
                <label class="groups-field">
                    <span>{ words.text("groups-call-step") }</span>
                    <select data-testid="groups-call-step" onchange={choose}>
                        { for steps.iter().map(|(index, predict)| {
                            let selected = *index == step;
                            html! { <option key={*index} value={index.to_string()} {selected}>
                                { step_name(&words, &known, *index, predict) }</option> }
                        }) }
                    </select>
                </label>
            }
            <label class="groups-field">
                <span>{ words.text(label) }</span>
                <span class="groups-line">
                    <input ref={field} type="text" autocomplete="off" required=true data-testid="groups-call-line"
                        aria-describedby="groups-call-said" aria-invalid={is_refused.then_some("true")} />
                    <button class="button" data-testid="groups-call-add">{ words.text("groups-call-add") }</button>
                </span>
            </label>
            <div id="groups-call-said" role="status" data-testid="groups-call-said">
                { for said.iter().map(|line| said_line(&words, line)) }
            </div>
            <p class="hint">{ words.text("groups-call-hint") }</p>
        </form>
    }
}

/// The steps that ask for a prediction.
fn predictions(known: &KnownExercise) -> Vec<(usize, Predict)> {
    let steps = known.exercise.steps.iter().enumerate();
    let found = steps.filter_map(|(index, step)| match &step.kind {
        StepKind::Predict(predict) => Some((index, predict.clone())),
        _ => None,
    });
    found.collect()
}

fn step_name(words: &Words, known: &KnownExercise, index: usize, predict: &Predict) -> String {
    let judge = Judge::new(&known.exercise, &known.region);
    let name = words.output_name(judge.plan(), &predict.output);
    let step = (index + 1).to_string();
    words.format("exercise-answer", &[("step", &step), ("answer", &name)])
}

fn unit_of(known: &KnownExercise, step: usize) -> Option<Unit> {
    let StepKind::Predict(predict) = &known.exercise.steps.get(step)?.kind else {
        return None;
    };
    let judge = Judge::new(&known.exercise, &known.region);
    judge.plan().measure(&predict.output).unit
}

fn read_line(
    line: &str,
    ask: Ask,
    unit: Option<Unit>,
) -> Result<(String, PredictedAnswer, String), CalledLine> {
    let Some((group, rest)) = parts(line) else {
        return Err(CalledLine::Unclear(quote(line)));
    };
    let answer = match ask {
        Ask::Direction => direction(rest)
            .map(PredictedAnswer::Direction)
            .ok_or_else(|| CalledLine::NoDirection(quote(line)))?,
        Ask::Number => {
            // A sign before a gain is said aloud and no part of a sum.
            let plain = rest.trim_start_matches(['+', '＋']);
            let number = read_number(unit, plain);
            let number = number.map_err(|fault| CalledLine::Fault(quote(line), fault))?;
            PredictedAnswer::Number(number)
        }
    };
    Ok((group, answer, quote(rest)))
}

fn said_line(words: &Words, line: &CalledLine) -> Html {
    let (id, line, problem) = match line {
        CalledLine::Added(group, answer) => {
            let arguments = [("group", &**group), ("answer", &**answer)];
            return html! { <p>{ words.format("groups-called", &arguments) }</p> };
        }
        CalledLine::Unclear(line) => ("groups-call-unclear", line, String::new()),
        CalledLine::NoDirection(line) => ("groups-call-direction", line, String::new()),
        CalledLine::Fault(line, fault) => ("groups-call-fault", line, words.fault(fault)),
    };
    let arguments = [("line", &**line), ("problem", &*problem)];
    html! { <p class="remark refused">{ words.format(id, &arguments) }</p> }
}
