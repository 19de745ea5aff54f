//! Exercises on the command line: checked, printed with today's results, as papers, and the judgement of a result.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::{Lines, Session};
use crate::exercise::attempt::{Answer, ExerciseResult};
use crate::exercise::judge::{BoundVerdict, Judge};
use crate::exercise::link::{ExerciseLink, read_link, read_result, write_own, write_shipped};
use crate::exercise::merge::merge;
use crate::exercise::output::{OutputName, Outputs};
use crate::exercise::step::{Step, StepKind};
use crate::exercise::{Exercise, is_id};
use crate::i18n::exercises::kind_message;
use crate::language::Language;
use crate::link::is_exercise;
use crate::problem::{ExerciseFault, Fault, Problem, quote};
use crate::region::Region;
use crate::report::exercise::ExercisePaper;
use crate::report::markdown;
use crate::scenario::value_text;

/// The demand of a call.
#[derive(Args)]
pub struct ExerciseCall {
    /// The exercise's file, the name of a shipped one, or a link.
    pub input: String,
    /// The link of a result to judge, or a file that holds it.
    #[arg(long, value_name = "LINK")]
    pub result: Option<String>,
    /// Files with the results of groups: chats, saved results, saved sessions. Prints all of them together as CSV, or with
    /// `--json` as the file of a session, which the trainer's page opens.
    #[arg(long, num_args = 1.., value_name = "FILE", conflicts_with = "result")]
    pub collate: Vec<PathBuf>,
    /// The file for the participants' handout, as Markdown.
    #[arg(long, value_name = "OUT.md")]
    pub handout: Option<PathBuf>,
    /// The file for the trainer's notes, as Markdown.
    #[arg(long, value_name = "OUT.md")]
    pub notes: Option<PathBuf>,
    /// The address of the calculator before the `#` of the link.
    #[arg(long, default_value = "")]
    pub base: String,
    /// The group that the link is for.
    #[arg(long)]
    pub group: Option<String>,
    /// Prints JSON.
    #[arg(long)]
    pub json: bool,
}

/// An exercise that was found.
struct Found {
    exercise: Exercise,
    region: Region,
    /// True where every program has it.
    is_shipped: bool,
}

impl Session {
    /// Reads an exercise and does what is asked.
    pub(super) fn exercise(&self, call: &ExerciseCall) -> Result<String, Lines> {
        let found = self.found(&call.input)?;
        self.name_after(&found.region);
        let exercise = &found.exercise;
        let judge = Judge::new(exercise, &found.region);
        let fragment = match found.is_shipped {
            true => write_shipped(&exercise.id, call.group.as_deref(), None),
            false => write_own(exercise, call.group.as_deref(), None),
        };
        let base = call.base.split('#').next().unwrap_or_default();
        let link = format!("{base}#{fragment}");
        let paper = ExercisePaper {
            exercise,
            judge: &judge,
            link: &link,
            words: &self.words,
        };
        let papers = [
            (&call.handout, ExercisePaper::handout as fn(&_) -> _),
            (&call.notes, ExercisePaper::trainer_notes as fn(&_) -> _),
        ];
        for (file, document) in papers {
            if let Some(file) = file {
                let text = markdown::write(&document(&paper), &self.words);
                std::fs::write(file, text).map_err(|e| vec![format!("{}: {e}", file.display())])?;
            }
        }
        if !call.collate.is_empty() {
            return self.collated(exercise, &found.region, (&call.collate, call.json));
        }
        if let Some(result) = &call.result {
            let link = self.exercise_link(result)?;
            let result = read_result(exercise, &found.region, &link)
                .map_err(|problems| self.said("", &problems))?;
            let judged = self.judged(&judge, exercise, &result);
            return Ok(match call.json {
                true => json(&judged),
                false => judged.text(self),
            });
        }
        if call.json {
            return Ok(json(&self.overview(&judge, exercise, &link)));
        }
        let is_written = call.handout.is_some() || call.notes.is_some();
        Ok(match is_written {
            true => String::new(),
            false => markdown::write(&paper.trainer_notes(), &self.words),
        })
    }

    pub(super) fn said(&self, place: &str, problems: &[Problem]) -> Lines {
        let lines = problems.iter().map(|problem| self.words.problem(problem));
        match place {
            "" => lines.collect(),
            place => lines.map(|line| format!("{place}: {line}")).collect(),
        }
    }

    fn exercise_link(&self, given: &str) -> Result<ExerciseLink, Lines> {
        let path = Path::new(given);
        let text = match path.exists() {
            true => self.read_file(path)?,
            false => given.to_owned(),
        };
        match read_link(&text) {
            Some(Ok(link)) => Ok(link),
            Some(Err(problems)) => Err(self.said("", &problems)),
            None => Err(self.said("", &[Problem::new("", Fault::NotALink)])),
        }
    }

    fn found(&self, input: &str) -> Result<Found, Lines> {
        let path = Path::new(input);
        let text = match (input, path.exists()) {
            ("-", _) => self.standard_input()?,
            (_, true) => self.read_file(path)?,
            _ if is_id(input) => return self.shipped(input),
            _ => input.to_owned(),
        };
        if is_exercise(&text) {
            let link = self.exercise_link(&text)?;
            return match link.file {
                Some(file) => self.of_text(input, &file, false),
                None => self.shipped(&link.id),
            };
        }
        self.of_text(input, &text, false)
    }

    fn of_text(&self, place: &str, text: &str, is_shipped: bool) -> Result<Found, Lines> {
        let region = Exercise::region_of(text)
            .map(|id| self.region(&id))
            .transpose()?;
        let read = Exercise::read(text, &region.iter().collect::<Vec<_>>());
        let exercise = read.map_err(|problems| self.said(&quote(place), &problems))?;
        // Without its region it would have been refused.
        let region = region.ok_or_else(Lines::new)?;
        Ok(Found {
            exercise,
            region,
            is_shipped,
        })
    }

    fn shipped(&self, id: &str) -> Result<Found, Lines> {
        let folders = self.folders.iter();
        let mut folders = folders.map(|folder| folder.with_file_name("exercises"));
        let folder = folders.find(|folder| folder.join(format!("{id}.json")).exists());
        let Some(folder) = folder else {
            let fault = ExerciseFault::Unknown(quote(id));
            return Err(self.said("", &[Problem::new("", fault.into())]));
        };
        let numbers = self.read_file(&folder.join(format!("{id}.json")))?;
        let mut texts = Vec::new();
        for language in Language::ALL {
            let tag = language.tag();
            let file = folder.join(id).join(format!("{tag}.json"));
            texts.push((tag, self.read_file(&file)?));
        }
        let whole = merge(&numbers, &texts).map_err(|problems| self.said(id, &problems))?;
        self.of_text(id, &whole, true)
    }

    fn overview<'e>(
        &self,
        judge: &Judge<'_>,
        exercise: &'e Exercise,
        link: &'e str,
    ) -> Overview<'e> {
        let steps = exercise.steps.iter().enumerate();
        Overview {
            id: &exercise.id,
            fingerprint: exercise.fingerprint(),
            region: format!("{}.{}", exercise.region_id, exercise.region_version),
            title: exercise
                .title
                .filled(self.words.language(), |_| String::new()),
            minutes: exercise.minutes,
            link,
            steps: steps
                .map(|(index, step)| outline(judge, index, step))
                .collect(),
        }
    }

    fn judged(&self, judge: &Judge<'_>, exercise: &Exercise, result: &ExerciseResult) -> Judged {
        let answers = result.answers.iter().enumerate();
        let answers = answers.map(|(index, answer)| {
            let kind = exercise.steps[index].kind.name();
            let answer = answer.as_ref();
            self.judged_answer(judge, index, kind, answer)
        });
        let values = result.scenario.entries();
        Judged {
            id: result.id.clone(),
            group: result.group.clone(),
            answers: answers.collect(),
            values: values
                .map(|(key, value)| (key.to_string(), value_text(key, value).into()))
                .collect(),
        }
    }

    fn judged_answer(
        &self,
        judge: &Judge<'_>,
        index: usize,
        kind: &'static str,
        answer: Option<&Answer>,
    ) -> JudgedAnswer {
        let words = &self.words;
        let mut judged = JudgedAnswer {
            step: index + 1,
            kind,
            answer: None,
            result: None,
            is_right: None,
            broken: Vec::new(),
        };
        match answer {
            None => {}
            Some(Answer::Predicted(own)) => {
                if let Some(verdict) = judge.prediction(index, &judge.step_outputs(index), *own) {
                    let truth = verdict.truth;
                    judged.answer = Some(words.prediction(*own, &truth));
                    judged.result = Some(format!(
                        "{} ({})",
                        truth.number,
                        words.direction(truth.direction)
                    ));
                    judged.is_right = verdict.is_right;
                }
            }
            Some(Answer::Tried { tries, scenario }) => {
                judged.answer = Some(tries.to_string());
                let outputs = Outputs::of(judge.region(), scenario);
                if let Some(verdict) = judge.goal(index, &outputs) {
                    judged.is_right = Some(verdict.is_met());
                    let goals = verdict.goal.iter().filter(|goal| !goal.holds());
                    let broken = goals.chain(verdict.broken());
                    judged.broken = broken
                        .map(|bound| words.output_bound(judge, bound))
                        .collect();
                }
            }
            Some(Answer::Chosen { option, why }) => {
                judged.answer = Some(format!("{} {why}", option + 1).trim_end().to_owned());
                if let Some(truth) = judge.choice(index) {
                    judged.is_right = Some(truth.best.contains(option));
                    let best: Vec<String> =
                        truth.best.iter().map(|it| (it + 1).to_string()).collect();
                    judged.result = Some(best.join(", "));
                }
            }
            Some(Answer::Said(text)) => judged.answer = Some(text.clone()),
        }
        judged
    }
}

fn json(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Overview<'e> {
    id: &'e str,
    fingerprint: String,
    region: String,
    title: String,
    minutes: Option<u32>,
    link: &'e str,
    steps: Vec<Outline>,
}

/// A step with its results of today.
#[derive(Serialize, Default)]
struct Outline {
    step: usize,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    truth: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    goal: Vec<BoundOutline>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    limits: Vec<BoundOutline>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<Option<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    best: Vec<usize>,
}

#[derive(Serialize)]
struct BoundOutline {
    output: String,
    at_start: Option<String>,
    at_least: Option<String>,
    at_most: Option<String>,
}

impl From<&BoundVerdict> for BoundOutline {
    fn from(bound: &BoundVerdict) -> Self {
        Self {
            output: bound.output.to_string(),
            at_start: bound.value.map(|value| value.number.to_string()),
            at_least: bound.least.map(|least| least.to_string()),
            at_most: bound.most.map(|most| most.to_string()),
        }
    }
}

fn outline(judge: &Judge<'_>, index: usize, step: &Step) -> Outline {
    let mut outline = Outline {
        step: index + 1,
        kind: step.kind.name(),
        ..Outline::default()
    };
    match &step.kind {
        StepKind::Predict(predict) => {
            let truth = judge.truth(index, &judge.step_outputs(index));
            outline.output = Some(OutputName::to_string(&predict.output));
            outline.start = truth.map(|truth| truth.start.to_string());
            outline.truth = truth.map(|truth| truth.number.to_string());
        }
        StepKind::Do(_) => {
            if let Some(verdict) = judge.goal(index, judge.start()) {
                outline.goal = verdict.goal.iter().map(BoundOutline::from).collect();
                outline.limits = verdict.limits.iter().map(BoundOutline::from).collect();
            }
        }
        StepKind::Choose(_) => {
            if let Some(truth) = judge.choice(index) {
                let values = truth.values.iter();
                outline.options = values
                    .map(|value| value.map(|it| it.number.to_string()))
                    .collect();
                outline.best = truth.best.iter().map(|best| best + 1).collect();
            }
        }
        StepKind::Show(_) | StepKind::Say => {}
    }
    outline
}

/// A result with the model's word on each answer.
#[derive(Serialize)]
struct Judged {
    id: String,
    group: Option<String>,
    answers: Vec<JudgedAnswer>,
    values: serde_json::Map<String, serde_json::Value>,
}

#[derive(Serialize)]
struct JudgedAnswer {
    step: usize,
    kind: &'static str,
    answer: Option<String>,
    result: Option<String>,
    is_right: Option<bool>,
    broken: Vec<String>,
}

impl Judged {
    fn text(&self, session: &Session) -> String {
        let words = &session.words;
        let mut text = String::new();
        if let Some(group) = &self.group {
            text.push_str(&words.format("command-exercise-group", &[("group", group)]));
            text.push('\n');
        }
        for answer in &self.answers {
            text.push_str(&answer.line(session));
            text.push('\n');
            for broken in &answer.broken {
                let line = words.format("command-exercise-broken", &[("bound", broken)]);
                text.push_str(&format!("   {line}\n"));
            }
        }
        text.push_str(&words.text("exercise-no-examination"));
        text.push('\n');
        text
    }
}

impl JudgedAnswer {
    fn line(&self, session: &Session) -> String {
        let words = &session.words;
        let mut parts = Vec::new();
        parts.extend(self.answer.clone());
        if let Some(result) = &self.result {
            parts.push(words.format("command-exercise-result", &[("result", result)]));
        }
        if let Some(is_right) = self.is_right {
            let id = match is_right {
                true => "command-exercise-right",
                false => "command-exercise-wrong",
            };
            parts.push(words.text(id).to_string());
        }
        let kind = words.text(kind_message(self.kind));
        let said = match parts.is_empty() {
            true => "—".to_owned(),
            false => parts.join(&words.text("list-comma")),
        };
        format!("{}. {kind}: {said}", self.step)
    }
}
