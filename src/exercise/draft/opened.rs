//! An exercise that is opened to be written on.

use rust_decimal::Decimal;

use super::json::funds_as_planned;
use super::{
    DraftBound, DraftEnd, DraftHint, DraftKind, DraftOption, DraftSource, DraftStep, DraftText,
    DraftValues, ExerciseDraft,
};
use crate::exercise::Exercise;
use crate::exercise::step::{
    Ask, BoundValue, Choose, Do, OutputBound, Predict, Show, Step, StepKind,
};
use crate::exercise::text::Texts;
use crate::language::Language;
use crate::region::key::Key;
use crate::scenario::value_text;

/// Something of an opened exercise that the form does not show as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftRemark {
    /// Texts in other languages are kept as they were.
    OtherLanguages,
    /// Numbers stand in texts in braces.
    Numbers,
    /// The exercise was of that version of the data; it becomes one of the version on the screen.
    OtherData(u32),
}

impl ExerciseDraft {
    /// An exercise as a draft, its texts in that language where it has them. Numbers are the decimals of the file.
    pub fn of_exercise(exercise: &Exercise, language: Language) -> Self {
        let has = |language: &Language| exercise.title.written(*language).is_some();
        let first = || exercise.title.languages().next();
        let language = Some(language)
            .filter(has)
            .or_else(first)
            .unwrap_or(language);
        let opening = Opening { language };
        let hidden: Vec<String> = exercise
            .hide
            .iter()
            .map(|it| it.name().to_owned())
            .collect();
        let funds = funds_as_planned();
        let bounds = opening.bounds(&exercise.limits);
        let (fixed, limits): (Vec<_>, Vec<_>) = bounds.into_iter().partition(|it| *it == funds);
        let notes = exercise.notes.clone().unwrap_or_default();
        let notes = notes
            .parts()
            .map(|(_, text)| text.map(|text| opening.text(text)));
        let steps = exercise
            .steps
            .iter()
            .map(|step| opening.step(step, exercise));
        let values: Vec<(Key, Decimal)> = exercise.start.entries().collect();
        Self {
            id: Some(exercise.id.clone()),
            language: Some(language.tag().to_owned()),
            has_numbers: true,
            version: Some(exercise.region_version),
            title: opening.text(&exercise.title),
            minutes: exercise
                .minutes
                .map(|it| it.to_string())
                .unwrap_or_default(),
            start: own(&values),
            open: exercise.open.iter().map(Key::to_string).collect(),
            hide: hidden,
            funds_fixed: !fixed.is_empty(),
            limits,
            steps: steps.collect(),
            notes: notes.map(Option::unwrap_or_default),
        }
    }

    /// The parts that the form does not show as they were, with the version of the data on the screen.
    pub fn remarks(&self, version: u32) -> Vec<DraftRemark> {
        let texts = self.texts();
        let has_others = texts.iter().any(|text| !text.others.is_empty());
        let has_numbers = self.has_numbers && texts.iter().any(|text| text.text.contains('{'));
        let older = self.version.filter(|own| *own != version);
        let remarks = [
            has_others.then_some(DraftRemark::OtherLanguages),
            has_numbers.then_some(DraftRemark::Numbers),
            older.map(DraftRemark::OtherData),
        ];
        remarks.into_iter().flatten().collect()
    }

    fn texts(&self) -> Vec<&DraftText> {
        let mut all = vec![&self.title];
        all.extend(&self.notes);
        for step in &self.steps {
            all.extend([&step.text, &step.feedback]);
            all.extend(step.hints.iter().map(|hint| &hint.text));
            let options = step.options.iter();
            all.extend(options.flat_map(|option| [&option.text, &option.feedback]));
        }
        all
    }
}

/// The language in which an exercise is opened.
struct Opening {
    language: Language,
}

impl Opening {
    fn text(&self, texts: &Texts) -> DraftText {
        let others = texts.languages().filter(|it| *it != self.language);
        let others = others.filter_map(|it| Some((it.tag().to_owned(), texts.written(it)?)));
        DraftText {
            text: texts.written(self.language).unwrap_or_default(),
            others: others.collect(),
        }
    }

    fn some(&self, texts: Option<&Texts>) -> DraftText {
        texts.map(|texts| self.text(texts)).unwrap_or_default()
    }

    /// Bounds as conditions: those with two ends that are no plain numbers become two.
    fn bounds(&self, bounds: &[OutputBound]) -> Vec<DraftBound> {
        let ends = bounds.iter().flat_map(|bound| {
            let output = bound.output.to_string();
            if let (Some(BoundValue::Number(least)), Some(BoundValue::Number(most))) =
                (bound.at_least, bound.at_most)
            {
                return vec![DraftBound {
                    output,
                    end: DraftEnd::Between,
                    value: least.normalize().to_string(),
                    up_to: most.normalize().to_string(),
                }];
            }
            let least = bound.at_least.map(|value| (false, value));
            let most = bound.at_most.map(|value| (true, value));
            let ends = [least, most].into_iter().flatten();
            ends.map(|end| one_ended(&output, end)).collect()
        });
        ends.collect()
    }

    fn step(&self, step: &Step, exercise: &Exercise) -> DraftStep {
        let draft = DraftStep {
            text: self.text(&step.text),
            ..DraftStep::about("")
        };
        match &step.kind {
            StepKind::Predict(predict) => self.predict(draft, predict),
            StepKind::Show(show) => self.show(draft, show, exercise),
            StepKind::Do(task) => self.task(draft, task),
            StepKind::Choose(choose) => self.choose(draft, choose),
            StepKind::Say => DraftStep {
                kind: DraftKind::Say,
                ..draft
            },
        }
    }

    fn predict(&self, draft: DraftStep, predict: &Predict) -> DraftStep {
        let within = predict.within.map(|it| it.normalize().to_string());
        DraftStep {
            kind: match predict.ask {
                Ask::Number => DraftKind::Number,
                Ask::Direction => DraftKind::Direction,
            },
            output: predict.output.to_string(),
            of_change: predict.is_of_change,
            change: own(&predict.change),
            within: within.unwrap_or_default(),
            feedback: self.some(predict.feedback.as_ref()),
            ..draft
        }
    }

    fn show(&self, draft: DraftStep, show: &Show, exercise: &Exercise) -> DraftStep {
        let reveal = show.reveal.iter().map(|it| it.name().to_owned());
        DraftStep {
            kind: DraftKind::Show,
            change: own(&show.change),
            outputs: show.outputs.iter().map(ToString::to_string).collect(),
            reveal: (show.reveal != exercise.hide).then(|| reveal.collect()),
            ..draft
        }
    }

    fn task(&self, draft: DraftStep, task: &Do) -> DraftStep {
        let hints = task.hints.iter().map(|hint| DraftHint {
            after: hint.after.to_string(),
            text: self.text(&hint.text),
        });
        DraftStep {
            kind: DraftKind::Do,
            goal: self.bounds(&task.goal),
            limits: self.bounds(&task.limits),
            hints: hints.collect(),
            feedback: self.some(task.feedback.as_ref()),
            ..draft
        }
    }

    fn choose(&self, draft: DraftStep, choose: &Choose) -> DraftStep {
        let options = choose.options.iter().map(|option| DraftOption {
            text: self.text(&option.text),
            change: own(&option.change),
            feedback: self.some(option.feedback.as_ref()),
        });
        let best = choose.best.as_ref();
        DraftStep {
            kind: DraftKind::Choose,
            options: options.collect(),
            best: best.map(|it| it.output.to_string()).unwrap_or_default(),
            best_is_least: best.is_some_and(|it| !it.is_most),
            asks_why: choose.asks_why,
            ..draft
        }
    }
}

/// A condition with one end; it is a most where the mark is true.
fn one_ended(output: &str, (is_most, value): (bool, BoundValue)) -> DraftBound {
    DraftBound {
        output: output.to_owned(),
        end: match (is_most, value) {
            (false, BoundValue::Number(_)) => DraftEnd::AtLeast,
            (true, BoundValue::Number(_)) => DraftEnd::AtMost,
            (false, BoundValue::Plan) => DraftEnd::AtLeastPlan,
            (true, BoundValue::Plan) => DraftEnd::AtMostPlan,
            (false, BoundValue::Start) => DraftEnd::AtLeastStart,
            (true, BoundValue::Start) => DraftEnd::AtMostStart,
        },
        value: match value {
            BoundValue::Number(number) => number.normalize().to_string(),
            BoundValue::Plan | BoundValue::Start => String::new(),
        },
        ..DraftBound::default()
    }
}

fn own(values: &[(Key, Decimal)]) -> DraftValues {
    let values = values.iter();
    let values: Vec<(String, String)> = values
        .map(|(key, value)| (key.to_string(), value_text(*key, *value)))
        .collect();
    let from = match values.is_empty() {
        true => DraftSource::None,
        false => DraftSource::File,
    };
    DraftValues { from, file: values }
}
