//! An attempt as it is kept, here or by a page around, and own exercises beside it; what is kept here bears its moment, so
//! that of too many the oldest go.
//!
//! An attempt is one line of ASCII: the step on the screen, the furthest one, for each goal with untried work its step and the
//! link of a result without answers that has the scenario, and at the end, so that a line that was cut is seen, the link of the result
//! as it would be handed in. Earlier programs wrote the present goal's work in place of what is handed in.

use std::collections::BTreeMap;

use super::Exercise;
use super::attempt::{Attempt, ExerciseResult};
use super::link::{read_link, read_result, write_result};
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;
use crate::scenario::Scenario;

/// An attempt to go on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAttempt {
    /// The attempt.
    pub attempt: Attempt,
    /// The scenarios that goals are worked on with, by their steps.
    pub work: BTreeMap<usize, Scenario>,
}

impl KeptAttempt {
    /// Writes it as one line of ASCII.
    pub fn write(&self, exercise: &Exercise) -> String {
        let attempt = &self.attempt;
        let link = |attempt: &Attempt, scenario| {
            write_result(exercise, &attempt.result(exercise, scenario))
        };
        let handed_in = link(attempt, attempt.handed_in(exercise));
        let blank = Attempt::new(exercise, None);
        let untried = self.work.iter().filter(|(step, scenario)| {
            let tried = attempt.tried_scenario(**step);
            tried.unwrap_or(&exercise.start) != *scenario
        });
        let (step, reached) = (attempt.step, attempt.reached);
        let mut parts = vec![format!("{step} {reached}")];
        parts.extend(untried.map(|(step, scenario)| format!("{step} {}", link(&blank, scenario))));
        parts.push(handed_in);
        parts.join(" ")
    }

    /// Reads it.
    ///
    /// # Errors
    /// The problems: it was cut off, or is of another exercise or another edition of it.
    pub fn read(exercise: &Exercise, region: &Region, text: &str) -> Result<Self, Vec<Problem>> {
        let wrong = || vec![Problem::new("attempt", Fault::NotUnderstood(quote(text)))];
        // Earlier programs ended the line before the link.
        let parts: Vec<&str> = text.split_ascii_whitespace().collect();
        let [step, reached, ref work @ .., link] = parts[..] else {
            return Err(wrong());
        };
        let number = |text: &str| text.parse::<usize>().map_err(|_| wrong());
        let result = |link: &str| -> Result<ExerciseResult, Vec<Problem>> {
            read_result(exercise, region, &read_link(link).ok_or_else(wrong)??)
        };
        let handed_in = result(link)?;
        let reached = number(reached)?.min(exercise.steps.len());
        let attempt = Attempt {
            group: handed_in.group,
            step: number(step)?.min(reached),
            reached,
            answers: handed_in.answers,
            moves: handed_in.moves,
        };
        let mut untried = BTreeMap::new();
        if *attempt.handed_in(exercise) != handed_in.scenario {
            untried.insert(attempt.step, handed_in.scenario);
        }
        for pair in work.chunks(2) {
            let [step, link] = pair else {
                return Err(wrong());
            };
            untried.insert(number(step)?, result(link)?.scenario);
        }
        Ok(Self {
            attempt,
            work: untried,
        })
    }
}

/// A text as it is kept here, with its moment in milliseconds.
pub fn dated(text: &str, moment: u64) -> String {
    format!("{moment}\n{text}")
}

/// The moment and the text of what is kept here; the first moment of all for what earlier programs kept without one.
pub fn undated(kept: &str) -> (u64, &str) {
    let parts = kept.split_once('\n');
    let dated = parts.and_then(|(moment, text)| Some((moment.parse().ok()?, text)));
    dated.unwrap_or((0, kept))
}

/// The names of those that have to go before one more is kept: the oldest, of which no more than so many may stay.
pub fn oldest(mut kept: Vec<(String, u64)>, most: usize) -> Vec<String> {
    let too_many = (kept.len() + 1).saturating_sub(most);
    kept.sort_by(|(one, first), (other, second)| first.cmp(second).then(one.cmp(other)));
    let gone = kept.into_iter().take(too_many);
    gone.map(|(name, _)| name).collect()
}
