//! The panel of the step on the screen: its text, what is asked, and once answered what the model says.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement, SubmitEvent};
use yew::prelude::*;

use super::goal::GoalState;
use super::props::StateProps;
use super::{action_button, paragraphs};
use crate::app::exercise::{OptionWords, StepPart, StepWords, Told, step_words};
use crate::app::state::{Action, ExerciseAction, Ongoing, State};
use crate::app::view::context::{Context, use_page};
use crate::app::view::parts::focus;
use crate::exercise::attempt::{Answer, MOST_GROUP, MOST_SAID};
use crate::exercise::judge::{Direction, PredictedAnswer};
use crate::exercise::step::Ask;
use crate::i18n::exercises::kind_message;
use crate::i18n::input::read_number;
use crate::i18n::number::scale;
use crate::problem::Fault;
use crate::region::key::Unit;

/// The sources of a step's words.
#[derive(Clone)]
struct Said {
    state: Rc<State>,
    ongoing: Rc<Ongoing>,
    words: crate::app::words::Words,
}

impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        // What is moved and tried at a goal is no part of them.
        let parts = |said: &Self| {
            let attempt = &said.ongoing.attempt;
            let answer = attempt.answers.get(attempt.step).cloned().flatten();
            let answer = answer.filter(|it| !matches!(it, Answer::Tried { .. } | Answer::Said(_)));
            (attempt.step, attempt.reached, answer)
        };
        Rc::ptr_eq(&self.ongoing.exercise, &other.ongoing.exercise)
            && parts(self) == parts(other)
            && self.words == other.words
    }
}

/// The panel.
#[component]
pub fn StepPanel(props: &StateProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let Some(ongoing) = props.state.exercise.clone() else {
        return html! {};
    };
    let said = use_memo(
        Said {
            state: props.state.clone(),
            ongoing: ongoing.clone(),
            words: words.clone(),
        },
        |said| step_words(&said.words, &said.state.region, &said.ongoing),
    );
    let (at, count) = (ongoing.attempt.step + 1, ongoing.exercise.steps.len());
    let (step, all) = (at.to_string(), count.to_string());
    let kind = ongoing.step().map_or("say", |step| step.kind.name());
    html! {
        <section class="card exercise-step" aria-labelledby="exercise-step" data-testid="exercise-step-panel"
            data-kind={kind}>
            <progress max={count.to_string()} value={ongoing.attempt.reached.to_string()}
                aria-label={words.text("exercise-progress")}></progress>
            <h2 id="exercise-step" tabindex="-1">
                { words.format("exercise-step", &[("step", &step), ("count", &all)]) }
                <span class="soft">{ words.text(kind_message(kind)) }</span>
            </h2>
            <Group group={ongoing.attempt.group.clone().map(AttrValue::from)} />
            <div class="exercise-text" data-testid="exercise-text">{ paragraphs(&said.text) }</div>
            // What is typed for one step must not stand in the next.
            <div key={at} class="exercise-part">{ part(&page, &props.state, &ongoing, &said) }</div>
            <div class="exercise-ways">
                if ongoing.attempt.step > 0 {
                    { action_button(&page, &words, ("exercise-back", ""), ExerciseAction::Back) }
                }
                if ongoing.attempt.is_done(&ongoing.exercise, ongoing.attempt.step) && is_told(&ongoing, &said) {
                    { action_button(&page, &words, ("exercise-forward", "primary"), ExerciseAction::Forward) }
                }
            </div>
        </section>
    }
}

/// True where the step may be left: nothing is asked for that has not been answered.
fn is_told(ongoing: &Ongoing, said: &StepWords) -> bool {
    match &said.part {
        StepPart::Predict { .. } | StepPart::Choose { .. } => ongoing.is_committed(),
        _ => true,
    }
}

fn part(page: &Context, state: &Rc<State>, ongoing: &Rc<Ongoing>, said: &StepWords) -> Html {
    let words = &page.words;
    match &said.part {
        StepPart::Predict {
            asked,
            ask,
            unit,
            told: None,
        } => match ask {
            Ask::Number => html! { <NumberForm asked={asked.clone()} unit={*unit} /> },
            Ask::Direction => html! { <Directions asked={asked.clone()} /> },
        },
        StepPart::Predict {
            asked,
            told: Some(told),
            ..
        } => told_part(page, asked, told),
        StepPart::Show(lines) => html! {
            <dl class="exercise-outputs">
                { for lines.iter().map(|(name, value, change)| html! {
                    <div>
                        <dt>{ name }</dt>
                        <dd>
                            <strong class="number">{ value }</strong>
                            if let Some(change) = change {
                                <span class="soft number">{ words.format("exercise-changed-by", &[("change", change)]) }</span>
                            }
                        </dd>
                    </div>
                }) }
            </dl>
        },
        StepPart::Do => html! { <GoalState state={state.clone()} /> },
        StepPart::Choose {
            options,
            asks_why,
            chosen,
        } => match chosen.as_ref().filter(|_| ongoing.is_committed()) {
            None => html! { <Choice options={options.clone()} asks_why={*asks_why} /> },
            Some((own, why)) => chosen_part(page, options, *own, why),
        },
        StepPart::None => html! { <Words answer={said_before(ongoing)} /> },
    }
}

fn said_before(ongoing: &Ongoing) -> Option<AttrValue> {
    match ongoing.attempt.answers.get(ongoing.attempt.step) {
        Some(Some(Answer::Said(text))) => Some(text.clone().into()),
        _ => None,
    }
}

fn answer(page: &Context, answer: Answer) {
    page.act
        .emit(Action::Exercise(ExerciseAction::Answer(answer)));
    let _may_fail = focus("exercise-step");
}

/// Properties of the group's name.
#[derive(Properties, PartialEq)]
struct GroupProps {
    group: Option<AttrValue>,
}

/// The group's name, which can be typed where the link has none.
#[component]
fn Group(props: &GroupProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let onchange = {
        let act = page.act.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            act.emit(Action::Exercise(ExerciseAction::Name(input.value())));
        })
    };
    html! {
        <label class="exercise-group">
            <span>{ words.text("exercise-group") }</span>
            <input type="text" maxlength={MOST_GROUP.to_string()} value={props.group.clone().unwrap_or_default()}
                placeholder={words.text("exercise-group-none")} autocomplete="off" data-testid="exercise-group" {onchange} />
        </label>
    }
}

/// Properties of a question.
#[derive(Properties, PartialEq)]
struct AskedProps {
    asked: AttrValue,
    #[prop_or_default]
    unit: Option<Unit>,
}

/// A number that is predicted.
#[component]
fn NumberForm(props: &AskedProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let field = use_node_ref();
    let fault = use_state(|| None::<Fault>);
    let onsubmit = {
        let (page, field, fault, unit) = (page.clone(), field.clone(), fault.clone(), props.unit);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = field.cast::<HtmlInputElement>().map(|it| it.value());
            match read_number(unit, &text.unwrap_or_default()) {
                Ok(number) => answer(&page, Answer::Predicted(PredictedAnswer::Number(number))),
                Err(found) => fault.set(Some(found)),
            }
        })
    };
    let unit = props.unit.map(|unit| words.text(scale(unit).unit));
    html! {
        <form class="exercise-form" {onsubmit}>
            <label for="exercise-number">{ words.format("exercise-asked", &[("name", &props.asked)]) }</label>
            <div class="exercise-line">
                <input ref={field} id="exercise-number" type="text" inputmode="text" autocomplete="off" required=true
                    data-testid="exercise-number" aria-invalid={fault.is_some().then_some("true")}
                    aria-describedby={fault.is_some().then_some("exercise-fault")} />
                if let Some(unit) = unit {
                    <span class="unit">{ unit }</span>
                }
                <button class="button primary" data-testid="exercise-commit">{ words.text("exercise-commit") }</button>
            </div>
            if let Some(fault) = &*fault {
                <p id="exercise-fault" class="remark refused" role="alert">{ words.fault(fault) }</p>
            }
            <p class="hint">{ words.text("exercise-commit-hint") }</p>
        </form>
    }
}

/// A direction that is predicted.
#[component]
fn Directions(props: &AskedProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let button = |direction: Direction, sign: &'static str, id: &'static str| {
        let page = page.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            answer(
                &page,
                Answer::Predicted(PredictedAnswer::Direction(direction)),
            );
        });
        html! {
            <button type="button" class="button" data-testid={id} {onclick}>
                <span aria-hidden="true">{ sign }</span>{ words.direction(direction) }
            </button>
        }
    };
    html! {
        <div class="exercise-form" role="group" aria-labelledby="exercise-asked">
            <p id="exercise-asked">{ words.format("exercise-asked-direction", &[("name", &props.asked)]) }</p>
            <div class="exercise-line">
                { button(Direction::Up, "↑", "exercise-up") }
                { button(Direction::Same, "→", "exercise-same") }
                { button(Direction::Down, "↓", "exercise-down") }
            </div>
            <p class="hint">{ words.text("exercise-commit-hint") }</p>
        </div>
    }
}

/// A prediction beside the result.
fn told_part(page: &Context, asked: &str, told: &Told) -> Html {
    let words = &page.words;
    let verdict = told.is_right.map(|is_right| match is_right {
        true => ("met gain", "exercise-right"),
        false => ("missed loss", "exercise-not-right"),
    });
    html! {
        <div class="exercise-told" role="status" data-testid="exercise-told">
            <p class="soft">{ asked.to_owned() }</p>
            <dl class="exercise-outputs">
                <div><dt>{ words.text("exercise-own") }</dt>
                    <dd><strong class="number">{ &told.own }</strong></dd></div>
                <div><dt>{ words.text("exercise-truth") }</dt>
                    <dd><strong class="number" data-testid="exercise-truth">{ &told.truth }</strong></dd></div>
                if let Some(distance) = &told.distance {
                    <div><dt>{ words.text("exercise-distance") }</dt>
                        <dd><strong class="number">{ distance }</strong></dd></div>
                }
            </dl>
            if let Some((class, id)) = verdict {
                <p class={class}>{ words.text(id) }</p>
            }
            <p class="soft">{ words.format("exercise-way", &[("from", &told.way.0), ("to", &told.way.1)]) }</p>
            if let Some(feedback) = &told.feedback {
                { paragraphs(feedback) }
            }
        </div>
    }
}

/// Properties of a choice.
#[derive(Properties, PartialEq)]
struct ChoiceProps {
    options: Vec<OptionWords>,
    asks_why: bool,
}

/// Answers to choose among, with a reason where one is asked for.
#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let chosen = use_state_eq(|| None::<usize>);
    let why = use_node_ref();
    let onsubmit = {
        let (page, chosen, why) = (page.clone(), chosen.clone(), why.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(option) = *chosen else { return };
            let why = why.cast::<HtmlTextAreaElement>().map(|it| it.value());
            let why = why.unwrap_or_default();
            answer(&page, Answer::Chosen { option, why });
        })
    };
    let option = |(index, option): (usize, &OptionWords)| {
        let chosen = chosen.clone();
        let checked = *chosen == Some(index);
        let onchange = Callback::from(move |_: Event| chosen.set(Some(index)));
        html! {
            <label class="choice">
                <input type="radio" name="exercise-option" {checked} {onchange} required=true
                    data-testid={format!("exercise-option-{}", index + 1)} />
                <span>{ &option.text }</span>
            </label>
        }
    };
    html! {
        <form class="exercise-form" {onsubmit}>
            <fieldset>
                <legend>{ words.text("exercise-choose") }</legend>
                { for props.options.iter().enumerate().map(option) }
            </fieldset>
            if props.asks_why {
                <label>
                    <span>{ words.text("exercise-why") }</span>
                    <textarea ref={why} rows="2" maxlength={MOST_SAID.to_string()} data-testid="exercise-why" />
                </label>
            }
            <button class="button primary" data-testid="exercise-commit">{ words.text("exercise-commit-choice") }</button>
        </form>
    }
}

/// The options with what the model says to each.
fn chosen_part(page: &Context, options: &[OptionWords], own: usize, why: &str) -> Html {
    let words = &page.words;
    html! {
        <div class="exercise-told" role="status" data-testid="exercise-told">
            <ul class="exercise-options">
                { for options.iter().enumerate().map(|(index, option)| html! {
                    <li class={classes!((index == own).then_some("chosen"))}>
                        <span>{ &option.text }</span>
                        if let Some(value) = &option.value {
                            { " " }<strong class="number">{ value }</strong>
                        }
                        if index == own {
                            { " " }<span class="badge">{ words.text("exercise-chosen") }</span>
                        }
                        if option.is_best {
                            { " " }<span class="badge met gain">{ words.text("exercise-best") }</span>
                        }
                        if let Some(feedback) = &option.feedback {
                            { paragraphs(feedback) }
                        }
                    </li>
                }) }
            </ul>
            if !why.is_empty() {
                <p>{ words.format("exercise-your-reason", &[("why", why)]) }</p>
            }
        </div>
    }
}

/// Properties of own words.
#[derive(Properties, PartialEq)]
struct WordsProps {
    answer: Option<AttrValue>,
}

/// Own words, kept as they are typed.
#[component]
fn Words(props: &WordsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let oninput = {
        let act = page.act.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            let said = Answer::Said(area.value());
            act.emit(Action::Exercise(ExerciseAction::Say(said)));
        })
    };
    // The area holds what is typed itself: a blank at the end must not go while the next word comes.
    let first = use_memo((), |()| props.answer.clone().unwrap_or_default());
    html! {
        <label class="exercise-form">
            <span>{ words.text("exercise-say") }</span>
            <textarea rows="3" maxlength={MOST_SAID.to_string()} defaultvalue={(*first).clone()}
                data-testid="exercise-say" {oninput} />
        </label>
    }
}
