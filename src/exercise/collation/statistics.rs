//! The figures of a sheet: predictions, levers, outputs, goals, ranks.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::KnownExercise;
use super::sheet::{GroupRecord, GroupSheet};
use crate::exercise::Exercise;
use crate::exercise::attempt::{Answer, ExerciseResult};
use crate::exercise::judge::{Direction, Judge, PredictedAnswer, Truth};
use crate::exercise::output::{OutputName, OutputNames, OutputValue, Outputs};
use crate::exercise::step::{OutputBound, StepKind};
use crate::region::key::Key;

/// The most outputs beside each other.
const MOST_OUTPUTS: usize = 6;

/// The least, the mean and the most of some numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberSpread {
    /// The least.
    pub least: Decimal,
    /// The mean.
    pub mean: Decimal,
    /// The most.
    pub most: Decimal,
}

/// The spread of numbers; none of no number.
pub fn spread(numbers: impl IntoIterator<Item = Decimal>) -> Option<NumberSpread> {
    let numbers: Vec<Decimal> = numbers.into_iter().collect();
    let (least, most) = (numbers.iter().min()?, numbers.iter().max()?);
    let count = Decimal::from(numbers.len());
    let sum = numbers
        .iter()
        .fold(Decimal::ZERO, |sum, number| sum.saturating_add(*number));
    let mean = sum / count;
    Some(NumberSpread {
        least: *least,
        mean,
        most: *most,
    })
}

/// The numbers that groups predict in a step, by the place of the group.
pub fn predicted_numbers(sheet: &GroupSheet, step: usize) -> Vec<(usize, Decimal)> {
    let groups = sheet.groups.iter().enumerate();
    let numbers = groups.filter_map(|(index, group)| match group.prediction(step)?.answer {
        PredictedAnswer::Number(number) => Some((index, number)),
        PredictedAnswer::Direction(_) => None,
    });
    numbers.collect()
}

/// The groups that predict a direction in a step.
pub fn groups_of_direction(sheet: &GroupSheet, step: usize, direction: Direction) -> Vec<usize> {
    let wanted = PredictedAnswer::Direction(direction);
    let says = |group: &GroupRecord| group.prediction(step).is_some_and(|it| it.answer == wanted);
    let groups = sheet.groups.iter().enumerate();
    groups
        .filter(|(_, group)| says(group))
        .map(|(index, _)| index)
        .collect()
}

/// A lever over all groups that handed a result in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeverSpread {
    /// The lever.
    pub key: Key,
    /// Its value at the start.
    pub start: Decimal,
    /// Its values in the final scenarios.
    pub spread: NumberSpread,
    /// The number of groups that touched it: moved it, whatever it is in the end.
    pub touched: usize,
}

/// The open levers over all results that count, in their order.
pub fn levers(sheet: &GroupSheet) -> Vec<LeverSpread> {
    let Some(known) = &sheet.known else {
        return Vec::new();
    };
    let (start, region) = (&known.exercise.start, &known.region);
    let results: Vec<&ExerciseResult> = sheet.results().map(|(_, result)| result).collect();
    let moved = results.iter().flat_map(|result| result.scenario.entries());
    let changed =
        |(key, value): (Key, Decimal)| (start.value(region, key) != Some(value)).then_some(key);
    let mut keys: BTreeSet<Key> = known.exercise.open.clone();
    keys.extend(moved.filter_map(changed));
    let lever = |key: Key| {
        let first = start.value(region, key)?;
        let values = results.iter().map(|it| it.scenario.value(region, key));
        let values: Vec<Decimal> = values.collect::<Option<_>>()?;
        let is_touched = |(value, result): &(&Decimal, &&ExerciseResult)| {
            **value != first || result.moves.iter().any(|(own, _)| *own == key)
        };
        Some(LeverSpread {
            key,
            start: first,
            touched: values.iter().zip(&results).filter(is_touched).count(),
            spread: spread(values)?,
        })
    };
    keys.into_iter().filter_map(lever).collect()
}

/// The outputs that matter in an exercise: the headline, and those of its goals and limits.
pub fn outputs_of(known: &KnownExercise) -> Vec<OutputName> {
    let exercise = &known.exercise;
    let names = OutputNames::of(&known.region);
    let year = known.region.years.first_plan;
    let headline = names.find(&format!("income.scenario.{year}"));
    let tasks = exercise.steps.iter().filter_map(|step| match &step.kind {
        StepKind::Do(task) => Some(task.goal.iter().chain(&task.limits)),
        _ => None,
    });
    let bounds = tasks.flatten().chain(&exercise.limits);
    let mut found: Vec<OutputName> = Vec::new();
    for name in headline
        .into_iter()
        .chain(bounds.map(|bound| bound.output.clone()))
    {
        if !found.contains(&name) && found.len() < MOST_OUTPUTS {
            found.push(name);
        }
    }
    found
}

/// The outputs of a group's final scenario, and its goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultFigures {
    /// The values of the outputs, in their order.
    pub values: Vec<Option<OutputValue>>,
    /// The goals that it tried.
    pub goals: Vec<GoalFigures>,
}

/// A goal that a group tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalFigures {
    /// The step.
    pub step: usize,
    /// The number of tries.
    pub tries: u32,
    /// True where the last one reached the goal within the limits.
    pub is_met: bool,
}

/// All figures of a sheet that the model computes, each once.
#[derive(Default)]
pub struct SheetFigures {
    /// The outputs that are shown.
    pub outputs: Vec<OutputName>,
    /// The figures of the results that count, with the place of their group.
    pub results: Vec<(usize, ResultFigures)>,
    /// The outputs of the steps that change something.
    steps: BTreeMap<usize, Outputs>,
}

impl SheetFigures {
    /// Computes those of a sheet; nothing where its exercise is not at hand.
    pub fn of(sheet: &GroupSheet, judge: &Judge<'_>) -> Self {
        let outputs = sheet.known.as_deref().map(outputs_of).unwrap_or_default();
        let results = sheet.results();
        let results = results.map(|(group, result)| (group, figures(judge, &outputs, result)));
        let steps = sheet.known.iter().flat_map(|known| &known.exercise.steps);
        let steps = steps.enumerate();
        let steps = steps.filter(|(_, step)| !step.change().is_empty());
        Self {
            results: results.collect(),
            steps: steps
                .map(|(index, _)| (index, judge.step_outputs(index)))
                .collect(),
            outputs,
        }
    }

    /// The outputs of the scenario that a step is about.
    pub fn step<'a>(&'a self, judge: &'a Judge<'_>, index: usize) -> &'a Outputs {
        self.steps.get(&index).unwrap_or(judge.start())
    }

    /// The result that a step's predictions are held against.
    pub fn truth(&self, judge: &Judge<'_>, index: usize) -> Option<Truth> {
        judge.truth(index, self.step(judge, index))
    }

    /// The figures of a group.
    pub fn group(&self, group: usize) -> Option<&ResultFigures> {
        let found = self.results.iter().find(|(own, _)| *own == group);
        found.map(|(_, figures)| figures)
    }
}

/// The numbers by which groups are ranked, the least first, each at the place of its group.
pub fn ranked_numbers(
    sheet: &GroupSheet,
    judge: &Judge<'_>,
    figures: &SheetFigures,
    by: &RankedBy,
) -> Vec<Option<Decimal>> {
    let output = |at: usize| {
        let name = figures.outputs.get(at)?;
        let is_less_better = is_less_better(&sheet.known.as_ref()?.exercise, name);
        Some(move |group: usize| {
            let value = figures.group(group)?.values.get(at).copied()??.number;
            Some(if is_less_better { value } else { -value })
        })
    };
    let truth = |step: usize| figures.truth(judge, step).map(|truth| truth.number);
    match by {
        RankedBy::Output(at) => {
            let number = output(*at);
            let groups = 0..sheet.groups.len();
            groups.map(|group| number.as_ref()?(group)).collect()
        }
        RankedBy::Distance(step) => {
            let truth = truth(*step);
            let distance = |group: &GroupRecord| match group.prediction(*step)?.answer {
                PredictedAnswer::Number(number) => Some((number - truth?).abs()),
                PredictedAnswer::Direction(_) => None,
            };
            sheet.groups.iter().map(distance).collect()
        }
    }
}

/// The figures of a result.
pub fn figures(judge: &Judge<'_>, names: &[OutputName], result: &ExerciseResult) -> ResultFigures {
    let last = Outputs::of(judge.region(), &result.scenario);
    let answers = result.answers.iter().enumerate();
    let goals = answers.filter_map(|(step, answer)| match answer {
        Some(Answer::Tried { tries, scenario }) => {
            let other =
                (*scenario != result.scenario).then(|| Outputs::of(judge.region(), scenario));
            let verdict = judge.goal(step, other.as_ref().unwrap_or(&last));
            Some(GoalFigures {
                step,
                tries: *tries,
                is_met: verdict.is_some_and(|it| it.is_met()),
            })
        }
        _ => None,
    });
    ResultFigures {
        values: names.iter().map(|name| last.value(name)).collect(),
        goals: goals.collect(),
    }
}

/// The measure by which groups are put in an order, where that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RankedBy {
    /// The distance of a prediction from the result; the nearest is first.
    Distance(usize),
    /// An output, by its place among the outputs.
    Output(usize),
}

/// True where less of an output is better: a goal or a limit is a most.
pub fn is_less_better(exercise: &Exercise, name: &OutputName) -> bool {
    let tasks = exercise.steps.iter().filter_map(|step| match &step.kind {
        StepKind::Do(task) => Some(task.goal.iter().chain(&task.limits)),
        _ => None,
    });
    let bounds = tasks.flatten().chain(&exercise.limits);
    let is_most = |bound: &&OutputBound| bound.at_least.is_none() && bound.at_most.is_some();
    bounds
        .filter(|bound| bound.output == *name)
        .any(|bound| is_most(&bound))
}

/// The ranks of numbers, of which the least is first; equal ones share a rank.
pub fn ranks(numbers: &[Option<Decimal>]) -> Vec<Option<usize>> {
    let rank = |own: &Decimal| {
        numbers
            .iter()
            .flatten()
            .filter(|other| *other < own)
            .count()
            + 1
    };
    numbers.iter().map(|own| own.as_ref().map(rank)).collect()
}
