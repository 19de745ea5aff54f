//! The steps of an exercise.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::card::Card;
use super::output::OutputName;
use super::text::Texts;
use crate::problem::Problem;
use crate::region::Region;
use crate::region::key::Key;
use crate::scenario::{Scenario, value_text};

/// Values of keys that a step sets beyond the start.
pub type StepChange = Vec<(Key, Decimal)>;

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The text of what is to be done, asked or seen.
    pub text: Texts,
    /// The rest, by kind.
    pub kind: StepKind,
}

/// The demand of a step, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// To predict an output for a change, before anything of it is shown.
    Predict(Predict),
    /// To look at results.
    Show(Show),
    /// To reach a goal with the open levers.
    Do(Do),
    /// To choose among answers.
    Choose(Choose),
    /// To say something in own words.
    Say,
}

impl StepKind {
    /// The name in files and message identifiers.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Predict(_) => "predict",
            Self::Show(_) => "show",
            Self::Do(_) => "do",
            Self::Choose(_) => "choose",
            Self::Say => "say",
        }
    }
}

/// A prediction that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predict {
    /// The output.
    pub output: OutputName,
    /// The change that it is predicted for; none asks for the start itself.
    pub change: StepChange,
    /// The kind of answer.
    pub ask: Ask,
    /// True where the output's change against the start is asked for, not its value.
    pub is_of_change: bool,
    /// The distance up to which a number counts as near.
    pub within: Option<Decimal>,
    /// The words on the result, shown with it.
    pub feedback: Option<Texts>,
}

/// The kind of answer that a prediction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A number.
    Number,
    /// Up, down or the same.
    Direction,
}

impl Ask {
    /// Both with their names in files.
    pub const NAMES: [(Self, &'static str); 2] =
        [(Self::Number, "number"), (Self::Direction, "direction")];

    /// The name in files.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }
}

/// Results that are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Show {
    /// The change that the results are of.
    pub change: StepChange,
    /// Outputs that are named large.
    pub outputs: Vec<OutputName>,
    /// Cards that are no longer hidden from here on.
    pub reveal: BTreeSet<Card>,
}

/// A goal to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Do {
    /// The conditions of the goal.
    pub goal: Vec<OutputBound>,
    /// Limits beside those of the whole exercise.
    pub limits: Vec<OutputBound>,
    /// Hints, by the number of tries after which they are given.
    pub hints: Vec<Hint>,
    /// The words on a goal that was reached.
    pub feedback: Option<Texts>,
}

/// A bound of an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputBound {
    /// The output.
    pub output: OutputName,
    /// The least that it may be.
    pub at_least: Option<BoundValue>,
    /// The most that it may be.
    pub at_most: Option<BoundValue>,
}

/// The end of a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundValue {
    /// The output's value in the plan.
    Plan,
    /// Its value at the start of the exercise.
    Start,
    /// A number.
    Number(Decimal),
}

impl BoundValue {
    /// The text in files.
    pub fn text(self) -> String {
        match self {
            Self::Plan => "plan".to_owned(),
            Self::Start => "start".to_owned(),
            Self::Number(number) => number.normalize().to_string(),
        }
    }
}

/// A hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The number of tries without success after which it is given.
    pub after: u32,
    /// The hint.
    pub text: Texts,
}

/// A choice among answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choose {
    /// The answers.
    pub options: Vec<ChoiceOption>,
    /// The output by which the model finds the best answer; none where there is no best.
    pub best: Option<Best>,
    /// True where a reason in own words is asked for.
    pub asks_why: bool,
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// The answer.
    pub text: Texts,
    /// The change that it stands for.
    pub change: StepChange,
    /// The words on it, shown after it was chosen.
    pub feedback: Option<Texts>,
}

/// The measure of the best answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Best {
    /// The output.
    pub output: OutputName,
    /// True where the most is best.
    pub is_most: bool,
}

impl Step {
    /// The change that the step's own scenario makes beyond the start; none for steps without one.
    pub fn change(&self) -> &[(Key, Decimal)] {
        match &self.kind {
            StepKind::Predict(predict) => &predict.change,
            StepKind::Show(show) => &show.change,
            _ => &[],
        }
    }

    /// Every text of the step.
    pub fn texts(&self) -> Vec<&Texts> {
        let mut all = vec![&self.text];
        match &self.kind {
            StepKind::Predict(predict) => all.extend(&predict.feedback),
            StepKind::Do(goal) => {
                all.extend(goal.hints.iter().map(|hint| &hint.text));
                all.extend(&goal.feedback);
            }
            StepKind::Choose(choose) => {
                for option in &choose.options {
                    all.push(&option.text);
                    all.extend(&option.feedback);
                }
            }
            StepKind::Show(_) | StepKind::Say => {}
        }
        all
    }
}

/// A scenario with values of a change in the place of its own, and what of them does not fit.
pub fn changed(
    region: &Region,
    start: &Scenario,
    change: &[(Key, Decimal)],
) -> (Scenario, Vec<Problem>) {
    let given = change.iter();
    let given = given.map(|(key, value)| (Some(*key), key.to_string(), value_text(*key, *value)));
    start.with(region, given.collect())
}
