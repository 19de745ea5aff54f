//! The words of an exercise's step, pure: what is asked, what is seen, and, once an answer is committed, what the
//! model says to it. Before, no result is even computed into a text.

use crate::app::state::Ongoing;
use crate::exercise::attempt::Answer;
use crate::exercise::judge::{BoundVerdict, Judge, PredictedAnswer, PredictionVerdict, hints};
use crate::exercise::output::Outputs;
use crate::exercise::step::{Ask, Choose, Do, Predict, Show, StepKind};
use crate::exercise::text::Texts;
use crate::i18n::Catalog;
use crate::i18n::exercises::StepNumbers;
use crate::region::Region;
use crate::region::key::Unit;
use crate::scenario::Scenario;

/// The words of a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepWords {
    /// The text of what is to be done, asked or seen.
    pub text: String,
    /// The rest, by kind.
    pub part: StepPart,
}

/// The words of a step by kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum StepPart {
    /// Nothing more: own words, or the end.
    #[default]
    None,
    /// A prediction.
    Predict {
        /// The name of what is asked for.
        asked: String,
        /// The kind of answer.
        ask: Ask,
        /// The unit of a number; none for a plain factor.
        unit: Option<Unit>,
        /// The result, once the prediction is committed.
        told: Option<Told>,
    },
    /// Outputs that are named large: name, value, and the change against the start where there is one.
    Show(Vec<(String, String, Option<String>)>),
    /// A goal; its state follows the levers ([`goal`]).
    Do,
    /// Options, and which was chosen.
    Choose {
        /// The options with what is said to each once one was chosen.
        options: Vec<OptionWords>,
        /// True where a reason is asked for.
        asks_why: bool,
        /// The option that was chosen and its reason.
        chosen: Option<(usize, String)>,
    },
}

/// A prediction beside the result, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The prediction.
    pub own: String,
    /// The result.
    pub truth: String,
    /// The distance; none for a direction.
    pub distance: Option<String>,
    /// Right or wrong; none for a number where the exercise does not say what is near.
    pub is_right: Option<bool>,
    /// From where to where the output goes.
    pub way: (String, String),
    /// The exercise's own word on it.
    pub feedback: Option<String>,
}

/// An option in words.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionWords {
    /// The option.
    pub text: String,
    /// The value of the output that decides, once one was chosen.
    pub value: Option<String>,
    /// True for the best ones.
    pub is_best: bool,
    /// The exercise's own word on the one that was chosen.
    pub feedback: Option<String>,
}

/// A condition with its state.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionWords {
    /// The output's name.
    pub name: String,
    /// The values that it may have.
    pub wanted: String,
    /// Its value now.
    pub now: String,
    /// By how much it is missed; none where it holds.
    pub missed: Option<Missed>,
}

/// The reason why a condition does not hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Missed {
    /// It is missed by so much.
    By(String),
    /// The output has no value, as a share of nothing has none.
    NoValue,
}

/// A goal with its state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GoalWords {
    /// The conditions of the goal.
    pub goal: Vec<ConditionWords>,
    /// The limits.
    pub limits: Vec<ConditionWords>,
    /// True where the goal is reached within the limits.
    pub is_met: bool,
    /// The state of the last try, which is what is handed in; none before the first.
    pub tried: Option<TriedGoal>,
    /// The hints that the tries have earned.
    pub hints: Vec<String>,
    /// The exercise's own word on a goal that was reached with the last try.
    pub feedback: Option<String>,
}

/// The last try at a goal beside the scenario on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TriedGoal {
    /// The scenario on the screen was tried, and reaches the goal.
    Met,
    /// The scenario on the screen was tried, and does not reach the goal.
    Missed,
    /// The scenario was changed since the last try.
    Changed,
}

/// A scenario of the exercise beside all that its texts may name.
struct Speaker<'a> {
    words: &'a Catalog,
    judge: &'a Judge<'a>,
    ongoing: &'a Ongoing,
    at: usize,
    step: &'a Outputs,
    prediction: Option<(PredictedAnswer, PredictionVerdict)>,
}

impl<'a> Speaker<'a> {
    fn new(
        words: &'a Catalog,
        judge: &'a Judge<'a>,
        ongoing: &'a Ongoing,
        (at, step): (usize, &'a Outputs),
    ) -> Self {
        Self {
            words,
            judge,
            ongoing,
            at,
            step,
            prediction: None,
        }
    }

    fn say(&self, texts: &Texts) -> String {
        let numbers = StepNumbers {
            judge: self.judge,
            step: self.step,
            now: None,
            prediction: self.prediction,
        };
        // Its result stands in no text before a prediction is committed.
        let is_open = |step: usize| step >= self.ongoing.attempt.reached;
        let exercise = &self.ongoing.exercise;
        self.words.exercise_question(texts, &numbers, |of, name| {
            exercise.gives_away(self.at, (of, name), is_open)
        })
    }
}

/// The words of the step on the screen.
pub fn step_words(words: &Catalog, region: &Region, ongoing: &Ongoing) -> StepWords {
    let Some(step) = ongoing.step() else {
        return StepWords::default();
    };
    let at = ongoing.attempt.step;
    let judge = Judge::new(&ongoing.exercise, region);
    let outputs = judge.step_outputs(at);
    let speaker = Speaker::new(words, &judge, ongoing, (at, &outputs));
    let part = match &step.kind {
        StepKind::Predict(predict) => predict_part(&speaker, ongoing, predict),
        StepKind::Show(show) => StepPart::Show(shown(&speaker, show)),
        StepKind::Do(_) => StepPart::Do,
        StepKind::Choose(choose) => choose_part(&speaker, ongoing, choose),
        StepKind::Say => StepPart::None,
    };
    StepWords {
        text: speaker.say(&step.text),
        part,
    }
}

fn predict_part(speaker: &Speaker<'_>, ongoing: &Ongoing, predict: &Predict) -> StepPart {
    let (words, at) = (speaker.words, ongoing.attempt.step);
    let name = words.output_name(speaker.step, &predict.output);
    let asked = match (predict.ask, predict.is_of_change) {
        (Ask::Number, true) => words.format("exercise-change-of", &[("name", &name)]),
        _ => name,
    };
    let unit = speaker.step.measure(&predict.output).unit;
    let answer = match ongoing.attempt.answers.get(at) {
        Some(Some(Answer::Predicted(answer))) if ongoing.is_committed() => Some(*answer),
        _ => None,
    };
    let told = answer.and_then(|answer| told(speaker, predict, at, answer));
    StepPart::Predict {
        asked,
        ask: predict.ask,
        unit,
        told,
    }
}

fn told(
    speaker: &Speaker<'_>,
    predict: &Predict,
    at: usize,
    answer: PredictedAnswer,
) -> Option<Told> {
    let words = speaker.words;
    let verdict = speaker.judge.prediction(at, speaker.step, answer)?;
    let truth = verdict.truth;
    let number = |number| words.output_number(truth.measure.value(number));
    let with_answer = Speaker {
        prediction: Some((answer, verdict)),
        ..*speaker
    };
    Some(Told {
        own: words.prediction(answer, &truth),
        truth: words.result_asked(predict.ask, &truth),
        distance: words.prediction_distance(&verdict),
        is_right: verdict.is_right,
        way: (number(truth.start), number(truth.after)),
        feedback: predict
            .feedback
            .as_ref()
            .map(|texts| with_answer.say(texts)),
    })
}

fn shown(speaker: &Speaker<'_>, show: &Show) -> Vec<(String, String, Option<String>)> {
    let words = speaker.words;
    let line = |name| {
        let value = words.output_value(speaker.step, name);
        let change = speaker.judge.change(name, speaker.step);
        let change = change.filter(|change| !change.number.is_zero());
        let change = change.map(|change| words.output_change(change));
        (words.output_name(speaker.step, name), value, change)
    };
    show.outputs.iter().map(line).collect()
}

fn choose_part(speaker: &Speaker<'_>, ongoing: &Ongoing, choose: &Choose) -> StepPart {
    let (words, at) = (speaker.words, ongoing.attempt.step);
    let chosen = match ongoing.attempt.answers.get(at) {
        Some(Some(Answer::Chosen { option, why })) => Some((*option, why.clone())),
        _ => None,
    };
    let told = chosen.as_ref().filter(|_| ongoing.is_committed());
    let truth = told.and_then(|_| speaker.judge.choice(at));
    let options = choose.options.iter().enumerate().map(|(index, option)| {
        let is_chosen = told.is_some_and(|(own, _)| *own == index);
        let value = truth.as_ref().and_then(|truth| truth.values[index]);
        OptionWords {
            text: speaker.say(&option.text),
            value: value.map(|value| words.output_number(value)),
            is_best: truth
                .as_ref()
                .is_some_and(|truth| truth.best.contains(&index)),
            feedback: option
                .feedback
                .as_ref()
                .filter(|_| is_chosen)
                .map(|texts| speaker.say(texts)),
        }
    });
    StepPart::Choose {
        options: options.collect(),
        asks_why: choose.asks_why,
        chosen,
    }
}

/// The state of the goal of the step on the screen under a scenario; none for another kind of step.
pub fn goal(
    words: &Catalog,
    region: &Region,
    ongoing: &Ongoing,
    scenario: &Scenario,
) -> Option<GoalWords> {
    let at = ongoing.attempt.step;
    let Some(StepKind::Do(task)) = ongoing.step().map(|step| &step.kind) else {
        return None;
    };
    let judge = Judge::new(&ongoing.exercise, region);
    let outputs = Outputs::of(judge.region(), scenario);
    let verdict = judge.goal(at, &outputs)?;
    let condition = |bound: &BoundVerdict| condition(words, &outputs, bound);
    let speaker = Speaker::new(words, &judge, ongoing, (at, &outputs));
    let is_met = verdict.is_met();
    let tried = ongoing.attempt.tried_scenario(at).map(|tried| {
        // Only what was tried is handed in, so that only of it a try is said to have met the goal.
        match (tried == scenario, is_met) {
            (false, _) => TriedGoal::Changed,
            (true, true) => TriedGoal::Met,
            (true, false) => TriedGoal::Missed,
        }
    });
    Some(GoalWords {
        goal: verdict.goal.iter().map(condition).collect(),
        limits: verdict.limits.iter().map(condition).collect(),
        is_met,
        tried,
        hints: earned_hints(&speaker, task, ongoing.attempt.tries(at)),
        feedback: task
            .feedback
            .as_ref()
            .filter(|_| tried == Some(TriedGoal::Met))
            .map(|texts| speaker.say(texts)),
    })
}

fn earned_hints(speaker: &Speaker<'_>, task: &Do, tries: u32) -> Vec<String> {
    hints(task, tries)
        .map(|hint| speaker.say(&hint.text))
        .collect()
}

fn condition(words: &Catalog, outputs: &Outputs, bound: &BoundVerdict) -> ConditionWords {
    let said = |number| words.output_number(bound.measure.value(number));
    let wanted = match (bound.least, bound.most) {
        (Some(least), Some(most)) => words.format(
            "exercise-between",
            &[("least", &said(least)), ("most", &said(most))],
        ),
        (Some(least), None) => words.format("exercise-at-least", &[("value", &said(least))]),
        (None, Some(most)) => words.format("exercise-at-most", &[("value", &said(most))]),
        (None, None) => words.text("value-unknown").to_string(),
    };
    let missed = bound.missed_by.filter(|missed| !missed.is_zero());
    ConditionWords {
        name: words.output_name(outputs, &bound.output),
        wanted,
        now: words.output_value(outputs, &bound.output),
        missed: match (bound.holds(), missed) {
            (true, _) => None,
            (false, Some(missed)) => Some(Missed::By(said(missed))),
            (false, None) => Some(Missed::NoValue),
        },
    }
}

/// The result of an attempt as a text that is passed on, without its link: the answers with the word of the model on each.
pub fn result_lines(words: &Catalog, region: &Region, ongoing: &Ongoing) -> Vec<String> {
    let (exercise, attempt) = (&ongoing.exercise, &ongoing.attempt);
    let judge = Judge::new(exercise, region);
    let last = attempt.answers.len().min(attempt.reached);
    let mut lines = Vec::new();
    for (at, answer) in attempt.answers.iter().take(last).enumerate() {
        let Some(answer) = answer else { continue };
        let outputs = judge.step_outputs(at);
        let speaker = Speaker::new(words, &judge, ongoing, (at, &outputs));
        let said = answer_words(&speaker, ongoing, at, answer);
        let number = (at + 1).to_string();
        lines.push(words.format("exercise-answer", &[("step", &number), ("answer", &said)]));
    }
    lines
}

fn answer_words(speaker: &Speaker<'_>, ongoing: &Ongoing, at: usize, answer: &Answer) -> String {
    let words = speaker.words;
    let kind = ongoing.exercise.steps.get(at).map(|step| &step.kind);
    match (answer, kind) {
        (Answer::Predicted(answer), Some(StepKind::Predict(predict))) => {
            match told(speaker, predict, at, *answer) {
                Some(told) => words.format(
                    "exercise-answer-predicted",
                    &[("own", &told.own), ("truth", &told.truth)],
                ),
                None => words.text("value-unknown").to_string(),
            }
        }
        (Answer::Tried { tries, scenario }, _) => {
            let outputs = Outputs::of(speaker.judge.region(), scenario);
            let verdict = speaker.judge.goal(at, &outputs);
            let is_met = verdict.is_some_and(|it| it.is_met());
            let id = match is_met {
                true => "exercise-answer-met",
                false => "exercise-answer-missed",
            };
            words.format(id, &[("tries", &tries.to_string())])
        }
        (Answer::Chosen { option, why }, Some(StepKind::Choose(choose))) => {
            let text = choose.options.get(*option);
            let text = text.map_or_else(String::new, |option| speaker.say(&option.text));
            match why.is_empty() {
                true => text,
                false => words.format("exercise-answer-why", &[("option", &text), ("why", why)]),
            }
        }
        (Answer::Said(text), _) => text.clone(),
        _ => words.text("value-unknown").to_string(),
    }
}
