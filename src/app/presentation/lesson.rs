//! An exercise before a room: its steps as slides, the room's answer beside the result.
//!
//! Results come from the exercise's own judge, each time. Before a step is revealed no result of it is computed into
//! its slide; trainers' notes are not read at all.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::slide::{
    ProjectedBody, ProjectedGuess, ProjectedHeadline, ProjectedMove, ProjectedPart, ProjectedRow,
    ProjectedSlide, ProjectedTerm, ProjectedTone, Slide,
};
use crate::app::state::{Ongoing, State};
use crate::exercise::Exercise;
use crate::exercise::attempt::Answer;
use crate::exercise::judge::{BoundVerdict, Judge, PredictedAnswer, PredictionVerdict};
use crate::exercise::output::{OutputName, Outputs};
use crate::exercise::step::{Ask, Choose, Do, Predict, Show, StepKind};
use crate::exercise::text::Texts;
use crate::i18n::Catalog;
use crate::i18n::exercises::{StepNumbers, kind_message};
use crate::region::key::Unit;
use crate::scenario::examples::Example;

/// An exercise that is gone through with a room.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The exercise.
    pub exercise: Rc<Exercise>,
    /// The room's predictions, by step.
    pub answers: BTreeMap<usize, PredictedAnswer>,
    /// The steps whose results may be seen.
    pub revealed: BTreeSet<usize>,
    /// The furthest step that may be shown, where an attempt is being made and has not come further.
    furthest: Option<usize>,
}

impl Lesson {
    /// Stands before the first step.
    pub fn new(exercise: Rc<Exercise>) -> Self {
        Self {
            exercise,
            answers: BTreeMap::new(),
            revealed: BTreeSet::new(),
            furthest: None,
        }
    }

    /// The exercise as far as an attempt has come.
    pub fn of_attempt(ongoing: &Ongoing) -> Self {
        let attempt = &ongoing.attempt;
        let answers = attempt.answers.iter().enumerate();
        let answers = answers.filter_map(|(step, answer)| match answer {
            Some(Answer::Predicted(answer)) => Some((step, *answer)),
            _ => None,
        });
        Self {
            answers: answers.collect(),
            revealed: (0..attempt.reached).collect(),
            furthest: Some(attempt.reached),
            ..Self::new(ongoing.exercise.clone())
        }
    }

    /// True where an attempt is being made.
    pub fn is_of_attempt(&self) -> bool {
        self.furthest.is_some()
    }

    /// Its slides: one for each step.
    pub fn slides(&self) -> Vec<Slide> {
        let count = self.exercise.steps.len();
        let count = self.furthest.map_or(count, |step| count.min(step + 1));
        (0..count).map(Slide::Step).collect()
    }

    /// True where a step has a result that is not to be seen yet.
    pub fn hides(&self, index: usize) -> bool {
        let step = self.exercise.steps.get(index);
        let has_result = step.is_some_and(|step| match &step.kind {
            StepKind::Predict(_) => true,
            StepKind::Choose(choose) => choose.best.is_some(),
            StepKind::Show(_) | StepKind::Do(_) | StepKind::Say => false,
        });
        has_result && !self.revealed.contains(&index)
    }

    /// The kind of answer that a step asks the room for, with the unit of a number, which a plain factor has not; none for
    /// other steps.
    pub fn asks(&self, state: &State, index: usize) -> Option<(Ask, Option<Unit>)> {
        let StepKind::Predict(predict) = &self.exercise.steps.get(index)?.kind else {
            return None;
        };
        let region = self.exercise.region(&state.region);
        let outputs = Outputs::of(&region, &self.exercise.step_scenario(&region, index));
        Some((predict.ask, outputs.measure(&predict.output).unit))
    }
}

/// The title of a step.
pub fn step_title(words: &Catalog, lesson: &Lesson, index: usize) -> String {
    let step = lesson.exercise.steps.get(index);
    let kind = words.text(kind_message(step.map_or("", |step| step.kind.name())));
    let arguments = [("number", &*(index + 1).to_string()), ("kind", &*kind)];
    words.format("present-step", &arguments)
}

/// Everything that a step is written down from.
struct StepShown<'a> {
    words: &'a Catalog,
    state: &'a State,
    lesson: &'a Lesson,
    judge: &'a Judge<'a>,
    outputs: &'a Outputs,
    index: usize,
    is_hidden: bool,
    answer: Option<(PredictedAnswer, PredictionVerdict)>,
}

/// The parts of a step's slide that its kind gives.
#[derive(Default)]
struct StepParts {
    headline: Option<ProjectedHeadline>,
    guess: Option<ProjectedGuess>,
    rows: Vec<ProjectedRow>,
    lines: Vec<String>,
}

/// A step, written down. None where there is no such step.
pub fn written(
    words: &Catalog,
    state: &State,
    lesson: &Lesson,
    index: usize,
) -> Option<ProjectedSlide> {
    let exercise = &*lesson.exercise;
    let step = exercise.steps.get(index)?;
    let judge = Judge::new(exercise, &state.region);
    let outputs = judge.step_outputs(index);
    let is_hidden = lesson.hides(index);
    let answer = lesson.answers.get(&index).copied();
    let shown = StepShown {
        words,
        state,
        lesson,
        judge: &judge,
        outputs: &outputs,
        index,
        is_hidden,
        answer: answer.and_then(|it| Some((it, judge.prediction(index, &outputs, it)?))),
    };
    let parts = match &step.kind {
        StepKind::Predict(predict) => shown.predict(predict),
        StepKind::Show(show) => shown.show(show),
        StepKind::Do(task) => shown.task(task),
        StepKind::Choose(choose) => shown.choose(choose),
        StepKind::Say => StepParts::default(),
    };
    let moves = step.change().iter().map(|(key, to)| ProjectedMove {
        name: words.key_name(*key).to_string(),
        from: words.value_if_known(*key, exercise.start.value(judge.region(), *key)),
        to: words.value(*key, *to),
    });
    let text = shown.say(&step.text);
    Some(ProjectedSlide {
        name: "step".to_owned(),
        subject: shown.say(&exercise.title),
        title: step_title(words, lesson, index),
        said: text.clone(),
        text: Some(text),
        headline: parts.headline,
        guess: parts.guess,
        moves: moves.collect(),
        more_moves: None,
        body: match parts.rows.is_empty() {
            true => ProjectedBody::Words { lines: parts.lines },
            false => ProjectedBody::Rows {
                rows: parts.rows,
                notes: parts.lines,
            },
        },
    })
}

impl StepShown<'_> {
    fn say(&self, texts: &Texts) -> String {
        let numbers = StepNumbers {
            judge: self.judge,
            step: self.outputs,
            now: None,
            prediction: self.answer,
        };
        let is_open = |step: usize| self.lesson.hides(step);
        let exercise = &self.lesson.exercise;
        self.words.exercise_question(texts, &numbers, |of, name| {
            exercise.gives_away(self.index, (of, name), is_open)
        })
    }

    /// The prediction beside the result.
    fn predict(&self, predict: &Predict) -> StepParts {
        let words = self.words;
        let truth = self.judge.truth(self.index, self.outputs);
        let seen = truth.filter(|_| !self.is_hidden);
        let result = seen.map(|truth| words.result_asked(predict.ask, &truth));
        let verdict = self.answer.map(|(_, verdict)| verdict);
        let own = self
            .answer
            .map(|(answer, verdict)| words.prediction(answer, &verdict.truth));
        let off = verdict.filter(|_| !self.is_hidden);
        let off = off.and_then(|it| Some(it.truth.measure.value(it.distance?)));
        let off = off.map(|distance| words.output_change(distance));
        let part = |id: &str, value: Option<String>| ProjectedPart {
            label: words.text(id).to_string(),
            value,
        };
        let mut beside = vec![
            part("present-guess", own),
            part("present-result", result.clone()),
        ];
        if predict.ask == Ask::Number {
            beside.push(part("present-off", off));
        }
        let is_right = verdict.and_then(|verdict| verdict.is_right);
        let is_right = is_right.filter(|_| !self.is_hidden);
        let feedback = predict.feedback.as_ref().filter(|_| !self.is_hidden);
        // The words on a prediction name it, so that they wait for one.
        let feedback = feedback.filter(|_| self.answer.is_some());
        let after = seen.map(|truth| truth.measure.value(truth.after));
        let asked = match predict.ask {
            Ask::Number => result,
            Ask::Direction => after.map(|after| words.output_number(after)),
        };
        StepParts {
            headline: Some(self.headline(self.name(&[self.outputs], &predict.output), asked)),
            guess: Some(ProjectedGuess {
                question: String::new(),
                parts: beside,
                verdict: is_right.map(|is_right| {
                    let id = if is_right {
                        "present-right"
                    } else {
                        "present-wrong"
                    };
                    words.text(id).to_string()
                }),
            }),
            rows: Vec::new(),
            lines: feedback.map(|texts| self.say(texts)).into_iter().collect(),
        }
    }

    fn headline(&self, label: String, number: Option<String>) -> ProjectedHeadline {
        ProjectedHeadline {
            label,
            number,
            unit: String::new(),
            terms: Vec::new(),
        }
    }

    /// Outputs: the first of them leads.
    fn show(&self, show: &Show) -> StepParts {
        let words = self.words;
        let term = |name| ProjectedTerm {
            label: self.name(&[self.outputs], name),
            value: words.output_value(self.outputs, name),
            tone: ProjectedTone::Plain,
        };
        let mut terms: Vec<ProjectedTerm> = show.outputs.iter().map(term).collect();
        if terms.is_empty() {
            return StepParts::default();
        }
        let first = terms.remove(0);
        let rows = terms.into_iter().map(|term| ProjectedRow {
            label: term.label,
            value: Some(term.value),
            is_good: None,
        });
        StepParts {
            headline: Some(self.headline(first.label, Some(first.value))),
            rows: rows.collect(),
            ..StepParts::default()
        }
    }

    /// The name of an output. Where none of the scenarios has it, as a share of nothing, it is named after one that
    /// has.
    fn name(&self, all: &[&Outputs], output: &OutputName) -> String {
        let having = all.iter().find(|outputs| outputs.step(output).is_some());
        if let Some(outputs) = having {
            return self.words.output_name(outputs, output);
        }
        let region = self.judge.region();
        let elsewhere = Outputs::of(region, &Example::Together.scenario(region));
        self.words.output_name(&elsewhere, output)
    }

    /// A goal and its limits, as the calculator's scenario meets them.
    fn task(&self, task: &Do) -> StepParts {
        let words = self.words;
        let scenario = self.state.scenario();
        let now = Outputs::of(self.judge.region(), scenario);
        let Some(verdict) = self.judge.goal(self.index, &now) else {
            return StepParts::default();
        };
        let row = |bound: &BoundVerdict| {
            let number = |number| words.output_number(bound.measure.value(number));
            let wanted = [
                bound.least.map(|least| format!("≥ {}", number(least))),
                bound.most.map(|most| format!("≤ {}", number(most))),
            ];
            let wanted: Vec<String> = wanted.into_iter().flatten().collect();
            let name = self.name(&[&now, self.outputs], &bound.output);
            ProjectedRow {
                label: format!("{name} {}", wanted.join(" ")),
                value: Some(match bound.value {
                    Some(value) => words.output_number(value),
                    None => words.text("present-no-value").to_string(),
                }),
                is_good: Some(bound.holds()),
            }
        };
        let rows = verdict.goal.iter().chain(&verdict.limits).map(row);
        let numbers = StepNumbers {
            judge: self.judge,
            step: self.outputs,
            now: Some(&now),
            prediction: None,
        };
        let feedback = task.feedback.as_ref().filter(|_| verdict.is_met());
        StepParts {
            rows: rows.collect(),
            lines: feedback
                .map(|texts| words.exercise_text(texts, &numbers))
                .into_iter()
                .collect(),
            ..StepParts::default()
        }
    }

    /// Options, with their values and the best once they may be seen.
    fn choose(&self, choose: &Choose) -> StepParts {
        let words = self.words;
        let truth = self.judge.choice(self.index).filter(|_| !self.is_hidden);
        let rows = choose.options.iter().zip(LETTERS.chars()).enumerate();
        let rows = rows.map(|(at, (option, letter))| {
            let value = truth.as_ref().and_then(|truth| *truth.values.get(at)?);
            let is_best = truth.as_ref().map(|truth| truth.best.contains(&at));
            ProjectedRow {
                label: format!("{letter}  {}", self.say(&option.text)),
                value: value.map(|value| words.output_number(value)),
                is_good: is_best.filter(|is_best| *is_best),
            }
        });
        StepParts {
            rows: rows.collect(),
            ..StepParts::default()
        }
    }
}

/// The letters of options.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

#[cfg(test)]
mod tests;
