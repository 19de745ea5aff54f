//! An exercise on its way to be written, as the page's form holds it: texts in one language, typed numbers and choices. It becomes
//! an exercise through the reader of files, so that everything is checked once and in one way; and it is made of one that is opened
//! to be written on.

mod json;
mod opened;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Exercise;
use super::card::Card;
use crate::language::Language;
use crate::problem::Problem;
use crate::region::Region;
use crate::scenario::Scenario;
pub use opened::DraftRemark;

/// The tries after which the first two hints of a goal come.
const HINTS_AFTER: [&str; 2] = ["2", "4"];

/// A text being written, and the same in the other languages of the file that it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct DraftText {
    /// The text in the draft's language.
    pub text: String,
    /// The texts in other languages, by their tags, as files write them.
    pub others: BTreeMap<String, String>,
}

impl From<&str> for DraftText {
    fn from(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            others: BTreeMap::new(),
        }
    }
}

impl DraftText {
    fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The origin of values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftSource {
    /// There are none.
    #[default]
    None,
    /// The scenario on the screen.
    Screen,
    /// The file that the exercise came from.
    File,
}

impl DraftSource {
    /// All of them with their names in identifiers.
    pub const NAMES: [(Self, &'static str); 3] = [
        (Self::None, "none"),
        (Self::Screen, "screen"),
        (Self::File, "file"),
    ];
}

/// The values that a start or a step has beyond the plan or the start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct DraftValues {
    /// Their origin.
    pub from: DraftSource,
    /// Those of the file, by the names of their keys.
    pub file: Vec<(String, String)>,
}

impl DraftValues {
    /// Those of the scenario on the screen.
    pub fn screen() -> Self {
        Self {
            from: DraftSource::Screen,
            file: Vec::new(),
        }
    }
}

/// An end of a bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftEnd {
    /// At least a number.
    #[default]
    AtLeast,
    /// At most a number.
    AtMost,
    /// At least as in the plan.
    AtLeastPlan,
    /// At most as in the plan.
    AtMostPlan,
    /// At least as at the start.
    AtLeastStart,
    /// At most as at the start.
    AtMostStart,
    /// Between two numbers.
    Between,
}

impl DraftEnd {
    /// All of them with their names in identifiers, their field in files and its word where it takes no number.
    pub const NAMES: [(Self, &'static str, &'static str, Option<&'static str>); 7] = [
        (Self::AtLeast, "least", "at_least", None),
        (Self::AtMost, "most", "at_most", None),
        (Self::AtLeastPlan, "least-plan", "at_least", Some("plan")),
        (Self::AtMostPlan, "most-plan", "at_most", Some("plan")),
        (Self::AtLeastStart, "least-start", "at_least", Some("start")),
        (Self::AtMostStart, "most-start", "at_most", Some("start")),
        (Self::Between, "between", "at_least", None),
    ];

    /// True where a number is typed.
    pub fn has_number(self) -> bool {
        Self::NAMES[self as usize].3.is_none()
    }
}

/// A condition being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct DraftBound {
    /// The output's name.
    pub output: String,
    /// The end.
    pub end: DraftEnd,
    /// Its number, in the output's own unit.
    pub value: String,
    /// The greater number of a range.
    pub up_to: String,
}

/// A hint being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct DraftHint {
    /// The tries after which it comes, as typed.
    pub after: String,
    /// The hint; one without a text is none.
    pub text: DraftText,
}

/// An answer to choose, being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct DraftOption {
    /// The answer; one without a text is none.
    pub text: DraftText,
    /// The change that it stands for.
    pub change: DraftValues,
    /// The words after it was chosen.
    pub feedback: DraftText,
}

/// The kind of a step being written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftKind {
    /// A number is predicted.
    #[default]
    Number,
    /// A direction is predicted.
    Direction,
    /// Results are shown, and what is hidden with them.
    Show,
    /// A goal is to be reached.
    Do,
    /// An answer is chosen.
    Choose,
    /// Own words.
    Say,
}

impl DraftKind {
    /// All of them with their names in identifiers.
    pub const NAMES: [(Self, &'static str); 6] = [
        (Self::Number, "number"),
        (Self::Direction, "direction"),
        (Self::Show, "show"),
        (Self::Do, "do"),
        (Self::Choose, "choose"),
        (Self::Say, "say"),
    ];

    /// The name in identifiers.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// True for a prediction.
    pub fn is_prediction(self) -> bool {
        matches!(self, Self::Number | Self::Direction)
    }

    /// True where the step may have values of its own.
    pub fn has_change(self) -> bool {
        self.is_prediction() || self == Self::Show
    }
}

/// A step being written. It keeps what another kind would need, so that a kind chosen by mistake loses nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct DraftStep {
    /// Its kind.
    pub kind: DraftKind,
    /// The question, the remark or the task.
    pub text: DraftText,
    /// The output that is predicted.
    pub output: String,
    /// True where its change against the start is asked for.
    pub of_change: bool,
    /// The values beyond the start.
    pub change: DraftValues,
    /// The distance up to which a number is near, in the output's own unit.
    pub within: String,
    /// The outputs that are shown.
    pub outputs: Vec<String>,
    /// The cards that are revealed; none where it is all that are hidden.
    pub reveal: Option<Vec<String>>,
    /// The conditions of the goal.
    pub goal: Vec<DraftBound>,
    /// Limits beside those of the whole exercise.
    pub limits: Vec<DraftBound>,
    /// The hints.
    pub hints: Vec<DraftHint>,
    /// The answers to choose from.
    pub options: Vec<DraftOption>,
    /// The output by which an answer is best; empty where none is.
    pub best: String,
    /// True where the least of it is best.
    pub best_is_least: bool,
    /// True where a reason is asked for.
    pub asks_why: bool,
    /// The words after it.
    pub feedback: DraftText,
}

impl DraftStep {
    /// A step about an output.
    pub fn about(output: &str) -> Self {
        let hint = |after: &&str| DraftHint {
            after: (*after).to_owned(),
            ..DraftHint::default()
        };
        Self {
            output: output.to_owned(),
            outputs: vec![output.to_owned()],
            goal: vec![DraftBound {
                output: output.to_owned(),
                ..DraftBound::default()
            }],
            hints: HINTS_AFTER.iter().map(hint).collect(),
            options: vec![DraftOption::default(); 2],
            asks_why: true,
            ..Self::default()
        }
    }
}

/// An exercise being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct ExerciseDraft {
    /// The identifier of the file that was opened; one that is new has its title's.
    pub id: Option<String>,
    /// The tag of the language of its texts, where it came from a file.
    pub language: Option<String>,
    /// True where braces in its texts enclose numbers, as in files; else they are braces.
    pub has_numbers: bool,
    /// The version of the data of the file that was opened.
    pub version: Option<u32>,
    /// The title.
    pub title: DraftText,
    /// The minutes, as typed; none where nothing is.
    pub minutes: String,
    /// The start's values.
    pub start: DraftValues,
    /// The names of the keys that are open.
    pub open: Vec<String>,
    /// The names of the hidden cards.
    pub hide: Vec<String>,
    /// True where all funds may not exceed the plan's.
    pub funds_fixed: bool,
    /// Further limits of the whole exercise.
    pub limits: Vec<DraftBound>,
    /// The steps.
    pub steps: Vec<DraftStep>,
    /// The trainer's notes: aim, plan of the time, mistakes, questions.
    pub notes: [DraftText; 4],
}

impl ExerciseDraft {
    /// A first draft for a scenario: what it changes is open, the results are hidden, and its gain is predicted and shown.
    pub fn of_scenario(region: &Region, scenario: &Scenario) -> Self {
        let output = format!("difference.{}", region.years.first_plan);
        let levers = scenario.entries().filter(|(key, _)| key.is_lever());
        let step = |kind| DraftStep {
            kind,
            change: DraftValues::screen(),
            ..DraftStep::about(&output)
        };
        Self {
            open: levers.map(|(key, _)| key.to_string()).collect(),
            hide: Card::NAMES
                .iter()
                .map(|(_, name)| (*name).to_owned())
                .collect(),
            funds_fixed: true,
            steps: vec![step(DraftKind::Number), step(DraftKind::Show)],
            ..Self::default()
        }
    }

    /// The exercise, checked as a file is.
    ///
    /// # Errors
    /// Every problem, each with its place: `title`, `steps.2.text`.
    pub fn exercise(
        &self,
        region: &Region,
        scenario: &Scenario,
        language: Language,
    ) -> Result<Exercise, Vec<Problem>> {
        let language = self
            .language
            .as_deref()
            .and_then(Language::parse)
            .unwrap_or(language);
        let text = serde_json::to_string(&self.json(region, scenario, language));
        Exercise::read(&text.unwrap_or_default(), &[region])
    }

    /// An identifier: that of the file, else of the title. The same title has the same, whatever its writing.
    fn id(&self) -> String {
        match &self.id {
            Some(id) => id.clone(),
            None => format!("own-{}", super::sum_of(&self.title.text)),
        }
    }
}
