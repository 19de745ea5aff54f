//! Choices that the figures of a register depend on beside the scenario: the year, the line, whom measures reach.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zengshou_households::columns::HouseholdKind;
use zengshou_households::order::CoverRule;

use super::book::{self, use_book};
use super::said;
use crate::app::households::{RegisterAction, RegisterChoices};
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::shared::Shared;

/// Lines that places have published, in fen a head: the message that names place and year, and the line.
const PUBLISHED: [(&str, i64); 2] = [
    ("register-line-guizhou", 730_000),
    ("register-line-yunnan", 870_000),
];

/// Properties of the choices.
#[derive(Properties, PartialEq)]
pub struct RegisterChoicesProps {
    /// The state, for its plan years.
    pub state: Shared<State>,
}

/// The choices.
#[component]
pub fn ChoicesCard(props: &RegisterChoicesProps) -> Html {
    let words = use_page().words;
    let book = use_book();
    let wrong = use_state_eq(|| false);
    let choices = &book.choices;
    let set = |edit: fn(&mut RegisterChoices, &str)| {
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let mut choices = book::book().choices.clone();
            edit(&mut choices, &select.value());
            book::act(RegisterAction::Choose(choices));
        })
    };
    let on_line = {
        let wrong = wrong.setter();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let text = input.value().replace([',', ' ', '，'], "");
            let line = fen(&text);
            wrong.set(line.is_none() && !text.is_empty());
            if line.is_some() || text.is_empty() {
                choose_line(line);
            }
        })
    };
    let wrong_line = |line: i64| {
        let wrong = wrong.setter();
        Callback::from(move |_: MouseEvent| {
            wrong.set(false);
            choose_line(Some(line));
        })
    };
    let on_kind = |kind: HouseholdKind| {
        Callback::from(move |_: Event| {
            let mut choices = book::book().choices.clone();
            let mut kinds = of_jobs(&choices);
            match kinds.iter().position(|known| *known == kind) {
                Some(at) => {
                    kinds.remove(at);
                }
                None => kinds.push(kind),
            }
            // Jobs for nobody are no choice: the last kind stays.
            if !kinds.is_empty() {
                choices.jobs = match kinds.len() == HouseholdKind::ALL.len() {
                    true => Vec::new(),
                    false => kinds,
                };
                book::act(RegisterAction::Choose(choices));
            }
        })
    };
    let for_jobs = of_jobs(choices);
    let years = props.state.results.outcome.scenario.iter();
    let first = props.state.results.outcome.scenario.first();
    let chosen = choices.year.or(first.map(|it| it.year));
    let line = choices
        .line
        .map(|fen| Decimal::new(fen, 2).normalize().to_string());
    html! {
        <section class="card" aria-labelledby="register-choices-title">
            <h2 id="register-choices-title">{ words.text("register-choices-title") }</h2>
            <div class="register-line">
                <label class="bureau-setting">
                    <span>{ words.text("register-year") }</span>
                    <select data-testid="register-year" onchange={set(|choices, text| choices.year = text.parse().ok())}>
                        { for years.map(|it| html! {
                            <option value={it.year.to_string()} selected={chosen == Some(it.year)}>{ it.year.to_string() }</option>
                        }) }
                    </select>
                </label>
                <label class="bureau-setting">
                    <span>{ words.text("register-line-own") }</span>
                    <input class="bureau-field" inputmode="decimal" value={line.unwrap_or_default()} placeholder={words.text("register-line-region")}
                        aria-invalid={wrong.then_some("true")} data-testid="register-line" onchange={on_line} />
                </label>
                { for PUBLISHED.map(|(id, fen)| html! {
                    <button type="button" class="button" data-testid={id} onclick={wrong_line(fen)}>{ words.text(id) }</button>
                }) }
                <label class="bureau-setting">
                    <span>{ words.text("register-cover") }</span>
                    <select data-testid="register-cover" onchange={set(|choices, text| choices.cover = match text {
                        "by_place" => CoverRule::ByPlace,
                        _ => CoverRule::LowestOperating,
                    })}>
                        <option value="lowest_operating" selected={choices.cover == CoverRule::LowestOperating}>{ words.text("register-cover-lowest") }</option>
                        <option value="by_place" selected={choices.cover == CoverRule::ByPlace}>{ words.text("register-cover-place") }</option>
                    </select>
                </label>
            </div>
            if *wrong { <p class="fault" role="alert">{ words.text("register-line-wrong") }</p> }
            <fieldset class="register-kinds">
                <legend>{ words.text("register-jobs") }</legend>
                { for HouseholdKind::ALL.map(|kind| html! {
                    <label>
                        <input type="checkbox" checked={for_jobs.contains(&kind)} data-testid={format!("register-jobs-{}", kind.name())}
                            onchange={on_kind(kind)} />
                        { said::kind(&words, kind) }
                    </label>
                }) }
            </fieldset>
            <p class="hint">{ words.text("register-line-hint") }</p>
        </section>
    }
}

fn choose_line(line: Option<i64>) {
    let mut choices = book::book().choices.clone();
    choices.line = line;
    book::act(RegisterAction::Choose(choices));
}

/// Fen of an amount in yuan above nothing, with at most two digits behind the point.
fn fen(text: &str) -> Option<i64> {
    let yuan: Decimal = text.parse().ok()?;
    let fen = yuan.checked_mul(Decimal::ONE_HUNDRED)?;
    let fen = fen.is_integer().then(|| fen.to_i64()).flatten()?;
    (1..=100_000_000).contains(&fen).then_some(fen)
}

fn of_jobs(choices: &RegisterChoices) -> Vec<HouseholdKind> {
    match choices.jobs.is_empty() {
        true => HouseholdKind::ALL.to_vec(),
        false => choices.jobs.clone(),
    }
}
