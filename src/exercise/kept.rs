//! An attempt as it is kept, here or by a page around: the step on the screen, the furthest one, and the link of its result,
//! which says all else.

use super::Exercise;
use super::attempt::Attempt;
use super::link::{read_link, read_result, write_result};
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;
use crate::scenario::Scenario;

/// An attempt to go on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAttempt {
    /// The attempt.
    pub attempt: Attempt,
    /// The scenario that a goal was being worked on with, else the last one.
    pub work: Scenario,
}

impl KeptAttempt {
    /// Writes it as one line of ASCII.
    pub fn write(&self, exercise: &Exercise) -> String {
        let (step, reached) = (self.attempt.step, self.attempt.reached);
        let link = write_result(exercise, &self.attempt.result(exercise, &self.work));
        format!("{step} {reached} {link}")
    }

    /// Reads it.
    ///
    /// # Errors
    /// The problems: it was cut off, or is of another exercise or another edition of it.
    pub fn read(exercise: &Exercise, region: &Region, text: &str) -> Result<Self, Vec<Problem>> {
        let wrong = || vec![Problem::new("attempt", Fault::NotUnderstood(quote(text)))];
        // Earlier programs ended the line before the link.
        let parts: Vec<&str> = text.split_ascii_whitespace().collect();
        let [step, reached, link] = parts[..] else {
            return Err(wrong());
        };
        let number = |text: &str| text.parse::<usize>().map_err(|_| wrong());
        let link = read_link(link).ok_or_else(wrong)??;
        let result = read_result(exercise, region, &link)?;
        let reached = number(reached)?.min(exercise.steps.len());
        let attempt = Attempt {
            group: result.group,
            step: number(step)?.min(reached),
            reached,
            answers: result.answers,
            moves: result.moves,
        };
        Ok(Self {
            attempt,
            work: result.scenario,
        })
    }
}
