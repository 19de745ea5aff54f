//! The room's prediction beside the result.

use rust_decimal::Decimal;

use super::Shown;
use crate::app::presentation::slide::{ProjectedGuess, ProjectedPart};
use crate::app::presentation::{GuessMeasure, RoomQuestion};
use crate::number::YuanPerPerson;

/// Prediction and result; the result is computed from the scenarios before and now, and left out while it is hidden.
pub fn beside(shown: &Shown<'_>, question: &RoomQuestion) -> ProjectedGuess {
    let words = shown.words;
    let before = shown.state.shown_of(&question.before);
    let before = before.outcome.scenario.first().map(|year| year.income);
    let change = shown.income() - before.unwrap_or_else(|| shown.income());
    let is_change = question.measure == GuessMeasure::Change;
    let result = if is_change { change } else { shown.income() };
    let result = YuanPerPerson(result.rounded());
    let text = |amount: YuanPerPerson| match is_change {
        true => words.signed_money(amount),
        false => words.money(amount),
    };
    let guess = question.guess.map(YuanPerPerson);
    let seen = question.is_revealed.then_some(result);
    let off = guess.zip(seen).map(|(guess, result)| guess - result);
    let part = |id: &str, value: Option<String>| ProjectedPart {
        label: words.text(id).to_string(),
        value,
    };
    let verdict = match (is_change, guess, seen) {
        (true, Some(guess), Some(result)) => Some(words.text(direction(guess, result)).to_string()),
        _ => None,
    };
    let year = shown.results.outcome.years.first_plan.to_string();
    let id = match question.measure {
        GuessMeasure::Change => "present-question-change",
        GuessMeasure::Income => "present-question-income",
    };
    ProjectedGuess {
        question: words.format(id, &[("year", &year)]),
        parts: vec![
            part("present-guess", guess.map(text)),
            part("present-result", seen.map(text)),
            part("present-off", off.map(|off| words.signed_money(off))),
        ],
        verdict,
    }
}

/// The message that says whether the direction was right.
fn direction(guess: YuanPerPerson, result: YuanPerPerson) -> &'static str {
    let sign = |amount: YuanPerPerson| amount.rounded().cmp(&Decimal::ZERO);
    match sign(guess) == sign(result) {
        true => "present-direction-right",
        false => "present-direction-wrong",
    }
}
