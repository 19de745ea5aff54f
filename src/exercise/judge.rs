//! The model’s word on answers: a prediction against the result, a scenario against a goal and its limits, a choice
//! against the best one.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::Exercise;
use super::output::{Measure, OutputName, OutputValue, Outputs};
use super::step::{BoundValue, Choose, Do, Hint, OutputBound, Predict, StepKind, changed};
use super::text::NumberOf;
use crate::region::Region;
use crate::scenario::Scenario;

/// A prediction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PredictedAnswer {
    /// A number.
    Number(Decimal),
    /// A direction against the start.
    Direction(Direction),
}

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// More than at the start.
    Up,
    /// Less.
    Down,
    /// As much.
    Same,
}

impl Direction {
    fn of(change: Decimal) -> Self {
        match change.cmp(&Decimal::ZERO) {
            Ordering::Greater => Self::Up,
            Ordering::Less => Self::Down,
            Ordering::Equal => Self::Same,
        }
    }
}

/// The result that a prediction is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Truth {
    /// The number that was asked for: the output's value, or its change.
    pub number: Decimal,
    /// True where it is the change.
    pub is_of_change: bool,
    /// The output's measure.
    pub measure: Measure,
    /// The output at the start.
    pub start: Decimal,
    /// The output after the change.
    pub after: Decimal,
    /// The change, exact before it is rounded.
    pub change: Decimal,
    /// The direction of the change.
    pub direction: Direction,
}

/// A prediction beside the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PredictionVerdict {
    /// The result.
    pub truth: Truth,
    /// The prediction minus the result; none for a direction.
    pub distance: Option<Decimal>,
    /// True for a right direction, or a number that is near enough; none for a number where the exercise does not say what is
    /// near.
    pub is_right: Option<bool>,
}

/// A bound beside the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundVerdict {
    /// The output.
    pub output: OutputName,
    /// Its value; none where it has none.
    pub value: Option<OutputValue>,
    /// Its measure.
    pub measure: Measure,
    /// The least that it may be.
    pub least: Option<Decimal>,
    /// The most that it may be.
    pub most: Option<Decimal>,
    /// The amount by which the bound is missed; nothing where it holds, none where there is no value.
    pub missed_by: Option<Decimal>,
}

impl BoundVerdict {
    /// True where the bound holds.
    pub fn holds(&self) -> bool {
        self.missed_by == Some(Decimal::ZERO)
    }
}

/// A scenario beside a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskVerdict {
    /// The conditions of the goal.
    pub goal: Vec<BoundVerdict>,
    /// The limits, those of the whole exercise first.
    pub limits: Vec<BoundVerdict>,
}

impl TaskVerdict {
    /// True where the goal is reached within the limits.
    pub fn is_met(&self) -> bool {
        self.goal
            .iter()
            .chain(&self.limits)
            .all(BoundVerdict::holds)
    }

    /// The limits that are broken.
    pub fn broken(&self) -> impl Iterator<Item = &BoundVerdict> {
        self.limits.iter().filter(|limit| !limit.holds())
    }
}

/// The answers of a choice as the model sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceTruth {
    /// The value of each option, by the output that decides; none where it has none.
    pub values: Vec<Option<OutputValue>>,
    /// The best ones; several where they are equal.
    pub best: Vec<usize>,
}

/// An exercise's plan, start and steps computed under a region: what judging needs again and again.
pub struct Judge<'a> {
    exercise: &'a Exercise,
    region: Region,
    plan: Outputs,
    start: Outputs,
}

impl<'a> Judge<'a> {
    /// Computes plan and start of an exercise of that region.
    pub fn new(exercise: &'a Exercise, region: &Region) -> Self {
        let region = exercise.region(region).into_owned();
        let plan = Outputs::of(&region, &Scenario::plan(&region));
        let start = Outputs::of(&region, &exercise.start);
        Self {
            exercise,
            region,
            plan,
            start,
        }
    }

    /// The region as of the exercise's data.
    pub fn region(&self) -> &Region {
        &self.region
    }

    /// The scenario that the exercise starts from.
    pub fn exercise_start(&self) -> &'a Scenario {
        &self.exercise.start
    }

    /// The outputs of the plan.
    pub fn plan(&self) -> &Outputs {
        &self.plan
    }

    /// The outputs at the start.
    pub fn start(&self) -> &Outputs {
        &self.start
    }

    /// The outputs of the scenario that a step is about.
    pub fn step_outputs(&self, index: usize) -> Outputs {
        let scenario = self.exercise.step_scenario(&self.region, index);
        Outputs::of(&self.region, &scenario)
    }

    /// The result that a prediction is held against, of the step's own outputs; none for another kind of step or an output
    /// without a value.
    pub fn truth(&self, index: usize, outputs: &Outputs) -> Option<Truth> {
        let predict = self.predict(index)?;
        let after = outputs.value(&predict.output)?;
        // A share of nothing has no value at the start, and moves from there.
        let start = self.start.value(&predict.output);
        let start = start.map_or(Decimal::ZERO, |start| start.number);
        let change = self.change(&predict.output, outputs)?;
        Some(Truth {
            number: match predict.is_of_change {
                true => change.number,
                false => after.number,
            },
            is_of_change: predict.is_of_change,
            measure: after.measure,
            start,
            after: after.number,
            change: change.number,
            direction: Direction::of(change.number),
        })
    }

    /// An output of a step minus that of the start, exact before it is rounded.
    pub fn change(&self, name: &OutputName, step: &Outputs) -> Option<OutputValue> {
        let start = self.start.exact(name).unwrap_or_default();
        Some(OutputValue::new(
            step.exact(name)? - start,
            step.measure(name),
        ))
    }

    /// A prediction beside the result, of the step's own outputs.
    pub fn prediction(
        &self,
        index: usize,
        outputs: &Outputs,
        prediction: PredictedAnswer,
    ) -> Option<PredictionVerdict> {
        let within = self.predict(index)?.within;
        let truth = self.truth(index, outputs)?;
        let (distance, is_right) = match prediction {
            PredictedAnswer::Direction(direction) => (None, Some(direction == truth.direction)),
            PredictedAnswer::Number(number) => {
                let distance = number - truth.number;
                let is_near = within.map(|within| distance.abs() <= within);
                (Some(distance), is_near)
            }
        };
        Some(PredictionVerdict {
            truth,
            distance,
            is_right,
        })
    }

    fn predict(&self, index: usize) -> Option<&'a Predict> {
        match &self.exercise.steps.get(index)?.kind {
            StepKind::Predict(predict) => Some(predict),
            _ => None,
        }
    }

    /// The outputs of a scenario beside the goal of a step; none for another kind of step.
    pub fn goal(&self, index: usize, outputs: &Outputs) -> Option<TaskVerdict> {
        let StepKind::Do(task) = &self.exercise.steps.get(index)?.kind else {
            return None;
        };
        let judged = |bound: &OutputBound| self.bound(bound, outputs);
        let limits = self.exercise.limits.iter().chain(&task.limits);
        Some(TaskVerdict {
            goal: task.goal.iter().map(judged).collect(),
            limits: limits.map(judged).collect(),
        })
    }

    fn bound(&self, bound: &OutputBound, outputs: &Outputs) -> BoundVerdict {
        let value = outputs.value(&bound.output);
        // A share of nothing has no value in plan or start, and moves from there: without an end no bound would bind.
        let of = |outputs: &Outputs| {
            let value = outputs.value(&bound.output);
            value.map_or(Decimal::ZERO, |value| value.number)
        };
        let end = |end: BoundValue| match end {
            BoundValue::Number(number) => number,
            BoundValue::Plan => of(&self.plan),
            BoundValue::Start => of(&self.start),
        };
        let (least, most) = (bound.at_least.map(end), bound.at_most.map(end));
        let missed_by = value.map(|value| {
            let below = least.map_or(Decimal::ZERO, |least| least - value.number);
            let above = most.map_or(Decimal::ZERO, |most| value.number - most);
            below.max(above).max(Decimal::ZERO)
        });
        BoundVerdict {
            output: bound.output.clone(),
            value,
            measure: outputs.measure(&bound.output),
            least,
            most,
            missed_by,
        }
    }

    /// The options of a choice as the model sees them; none where the exercise names no measure.
    pub fn choice(&self, index: usize) -> Option<ChoiceTruth> {
        let StepKind::Choose(choose) = &self.exercise.steps.get(index)?.kind else {
            return None;
        };
        self.best(choose)
    }

    fn best(&self, choose: &Choose) -> Option<ChoiceTruth> {
        let best = choose.best.as_ref()?;
        let values = choose.options.iter().map(|option| {
            let (scenario, _) = changed(&self.region, &self.exercise.start, &option.change);
            Outputs::of(&self.region, &scenario).value(&best.output)
        });
        let values: Vec<Option<OutputValue>> = values.collect();
        let numbers = values.iter().flatten().map(|value| value.number);
        let first = match best.is_most {
            true => numbers.max(),
            false => numbers.min(),
        };
        let is_best = |value: &Option<OutputValue>| value.map(|it| it.number) == first;
        let best = values.iter().enumerate();
        let best = best
            .filter(|(_, value)| value.is_some() && is_best(value))
            .map(|(index, _)| index)
            .collect();
        Some(ChoiceTruth { values, best })
    }

    /// A number that stands in the texts of a step; none where there is none.
    pub fn number(
        &self,
        (of, name): (NumberOf, &OutputName),
        step: &Outputs,
        now: Option<&Outputs>,
    ) -> Option<OutputValue> {
        match of {
            NumberOf::Step => step.value(name),
            NumberOf::Start => self.start.value(name),
            NumberOf::Plan => self.plan.value(name),
            NumberOf::Now => now.unwrap_or(step).value(name),
            NumberOf::Change => self.change(name, step),
        }
    }
}

/// The hints that are given after so many tries without success.
pub fn hints(task: &Do, tries: u32) -> impl Iterator<Item = &Hint> {
    task.hints.iter().filter(move |hint| hint.after <= tries)
}
