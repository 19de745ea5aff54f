//! An exercise on its way to be written, as the page's form holds it: plain texts in one language and choices. It becomes an
//! exercise through the reader of files, so that everything is checked once and in one way.

use serde::{Deserialize, Serialize};

use super::card::Card;
use super::json::Json;
use super::{Exercise, VERSION};
use crate::language::Language;
use crate::model;
use crate::problem::Problem;
use crate::region::Region;
use crate::region::key::Key;
use crate::region::parse::OrderedPairs;
use crate::scenario::{Scenario, value_text};

/// The tries after which the two hints of a goal come.
const HINTS_AFTER: [u32; 2] = [2, 4];

/// An exercise being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct ExerciseDraft {
    /// The title.
    pub title: String,
    /// The minutes, as typed; none where nothing is.
    pub minutes: String,
    /// True to start from the scenario on the screen, else from the plan.
    pub from_scenario: bool,
    /// The names of the keys that are open.
    pub open: Vec<String>,
    /// The names of the hidden cards.
    pub hide: Vec<String>,
    /// True where all funds may not exceed the plan's.
    pub funds_fixed: bool,
    /// The steps.
    pub steps: Vec<DraftStep>,
    /// The trainer's notes: aim, plan of the time, mistakes, questions.
    pub notes: [String; 4],
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
    /// Results are shown, and everything hidden with them.
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

    /// True where the step is about an output.
    pub fn has_output(self) -> bool {
        matches!(self, Self::Number | Self::Direction | Self::Show | Self::Do)
    }

    /// True where the step may show the changes of the scenario.
    pub fn has_change(self) -> bool {
        matches!(self, Self::Number | Self::Direction | Self::Show)
    }
}

/// A step being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct DraftStep {
    /// Its kind.
    pub kind: DraftKind,
    /// The question, the remark or the task.
    pub text: String,
    /// The output's name.
    pub output: String,
    /// True for the changes of the scenario on the screen.
    pub with_changes: bool,
    /// The distance up to which a number is near, in the output's own unit.
    pub within: String,
    /// The end of the goal, in the output's own unit.
    pub goal: String,
    /// True where the goal is a most.
    pub is_most: bool,
    /// Two hints.
    pub hints: [String; 2],
    /// The answers to choose from, a line each.
    pub options: String,
    /// The words after it.
    pub feedback: String,
}

impl ExerciseDraft {
    /// A first draft for a scenario: what it changes is open, the results are hidden, and its gain is predicted and shown.
    pub fn of_scenario(region: &Region, scenario: &Scenario) -> Self {
        let year = region.years.first_plan;
        let output = format!("difference.{year}");
        let levers = scenario.entries().filter(|(key, _)| key.is_lever());
        let step = |kind| DraftStep {
            kind,
            output: output.clone(),
            with_changes: true,
            ..DraftStep::default()
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
        let text = serde_json::to_string(&self.json(region, scenario, language));
        Exercise::read(&text.unwrap_or_default(), &[region])
    }

    fn json(&self, region: &Region, scenario: &Scenario, language: Language) -> Json {
        let version = scenario.vintage().unwrap_or(region.newest());
        let texts = |text: &str| {
            // A brace that is typed is a brace.
            let text = text.replace('{', "{{").replace('}', "}}");
            Json::Object(OrderedPairs(vec![(
                language.tag().to_owned(),
                Json::text(text),
            )]))
        };
        let some = |text: &str| (!text.trim().is_empty()).then(|| texts(text));
        let words = |names: &[String]| Json::List(names.iter().map(Json::text).collect());
        let start = self
            .from_scenario
            .then(|| Json::object([("values", Some(values(scenario)))]));
        let limit = Json::object([
            ("output", Some(Json::text("funds.total"))),
            ("at_most", Some(Json::text("plan"))),
        ]);
        let [aim, plan, mistakes, ask] = &self.notes;
        let notes = [
            ("aim", aim),
            ("plan", plan),
            ("mistakes", mistakes),
            ("ask", ask),
        ];
        let notes = notes.map(|(name, text)| (name, some(text)));
        let has_notes = notes.iter().any(|(_, text)| text.is_some());
        let steps = self
            .steps
            .iter()
            .map(|step| step.json(self, scenario, &texts, &some));
        let minutes = match self.minutes.trim() {
            "" => None,
            typed => Some(typed.parse::<u32>().map_or(Json::text(typed), whole)),
        };
        Json::object([
            ("exercise", Some(whole(VERSION))),
            ("id", Some(Json::text(self.id()))),
            ("model", Some(whole(model::VERSION))),
            (
                "region",
                Some(Json::text(format!("{}.{version}", region.id))),
            ),
            ("title", Some(texts(&self.title))),
            ("minutes", minutes),
            ("start", start),
            ("open", Some(words(&self.open))),
            ("hide", Some(words(&self.hide))),
            ("limits", self.funds_fixed.then(|| Json::List(vec![limit]))),
            ("steps", Some(Json::List(steps.collect()))),
            ("notes", has_notes.then(|| Json::object(notes))),
        ])
    }

    /// An identifier of the title: the same title has the same, whatever its writing.
    fn id(&self) -> String {
        format!("own-{}", super::sum_of(&self.title))
    }
}

impl DraftStep {
    fn json(
        &self,
        draft: &ExerciseDraft,
        scenario: &Scenario,
        texts: &impl Fn(&str) -> Json,
        some: &impl Fn(&str) -> Option<Json>,
    ) -> Json {
        let kind = match self.kind {
            DraftKind::Number | DraftKind::Direction => "predict",
            DraftKind::Show => "show",
            DraftKind::Do => "do",
            DraftKind::Choose => "choose",
            DraftKind::Say => "say",
        };
        let output = || Json::text(&self.output);
        let change = self.with_changes.then(|| values(scenario));
        let typed = |text: &str| (!text.trim().is_empty()).then(|| Json::text(text.trim()));
        let mut parts = vec![
            ("kind", Some(Json::text(kind))),
            ("text", Some(texts(&self.text))),
        ];
        match self.kind {
            DraftKind::Number | DraftKind::Direction => {
                let is_number = self.kind == DraftKind::Number;
                parts.extend([
                    ("output", Some(output())),
                    ("change", change),
                    ("ask", Some(Json::text(self.kind.name()))),
                    ("within", typed(&self.within).filter(|_| is_number)),
                    ("feedback", some(&self.feedback)),
                ]);
            }
            DraftKind::Show => {
                let hidden = draft.hide.iter().map(Json::text);
                parts.extend([
                    ("change", change),
                    ("outputs", Some(Json::List(vec![output()]))),
                    ("reveal", Some(Json::List(hidden.collect()))),
                ]);
            }
            DraftKind::Do => {
                let end = match self.is_most {
                    true => "at_most",
                    false => "at_least",
                };
                let goal = [
                    ("output", Some(output())),
                    (end, Some(Json::text(self.goal.trim()))),
                ];
                let hints = self
                    .hints
                    .iter()
                    .zip(HINTS_AFTER)
                    .filter_map(|(text, after)| {
                        let text = some(text)?;
                        Some(Json::object([
                            ("after", Some(whole(after))),
                            ("text", Some(text)),
                        ]))
                    });
                let hints: Vec<Json> = hints.collect();
                parts.extend([
                    ("goal", Some(Json::List(vec![Json::object(goal)]))),
                    ("hints", (!hints.is_empty()).then_some(Json::List(hints))),
                    ("feedback", some(&self.feedback)),
                ]);
            }
            DraftKind::Choose => {
                let options = self.options.lines().filter_map(|line| {
                    let text = some(line)?;
                    Some(Json::object([("text", Some(text))]))
                });
                parts.extend([
                    ("options", Some(Json::List(options.collect()))),
                    ("why", Some(Json::Flag(true))),
                ]);
            }
            DraftKind::Say => {}
        }
        Json::object(parts)
    }
}

fn whole(number: u32) -> Json {
    Json::Number(number.into())
}

fn values(scenario: &Scenario) -> Json {
    let pairs = scenario.entries();
    let pairs =
        pairs.map(|(key, value): (Key, _)| (key.to_string(), Json::text(value_text(key, value))));
    Json::Object(OrderedPairs(pairs.collect()))
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::exercise::judge::Judge;
    use crate::exercise::step::StepKind;
    use crate::problem::{ExerciseFault, Fault};
    use crate::region::key::Fixed;
    use crate::region::tests::region;

    fn scenario(region: &Region) -> Scenario {
        let mut scenario = Scenario::plan(region);
        let set = scenario.set(region, Fixed::Coverage.into(), Decimal::new(85, 2));
        set.expect("a value in range");
        scenario
    }

    /// A draft with a step of every kind, filled in.
    fn filled(region: &Region) -> ExerciseDraft {
        let mut draft = ExerciseDraft::of_scenario(region, &scenario(region));
        draft.title = "覆盖{率}".to_owned();
        draft.minutes = "20".to_owned();
        draft.notes[0] = "目的".to_owned();
        for (kind, _) in DraftKind::NAMES.into_iter().skip(3) {
            draft.steps.push(DraftStep {
                kind,
                ..DraftStep::default()
            });
        }
        for step in &mut draft.steps {
            step.text = "请看".to_owned();
        }
        let task = &mut draft.steps[2];
        task.output = "difference.2024".to_owned();
        task.goal = "100".to_owned();
        task.hints[0] = "就业".to_owned();
        draft.steps[3].options = "甲\n\n乙\n".to_owned();
        draft
    }

    #[test]
    fn a_draft_of_a_scenario_opens_what_it_changes_and_asks_for_its_gain() {
        let region = region();
        let scenario = scenario(&region);
        let exercise = filled(&region).exercise(&region, &scenario, Language::SimplifiedChinese);
        let exercise = exercise.unwrap_or_else(|problems| panic!("{problems:?}"));
        assert!(exercise.start.is_plan());
        assert_eq!(exercise.open, [Fixed::Coverage.into()].into());
        let title = exercise
            .title
            .filled(Language::SimplifiedChinese, |_| String::new());
        assert_eq!(title, "覆盖{率}");
        let kinds: Vec<&str> = exercise.steps.iter().map(|step| step.kind.name()).collect();
        assert_eq!(kinds, ["predict", "show", "do", "choose", "say"]);
        let judge = Judge::new(&exercise, &region);
        let truth = judge.truth(0, &judge.step_outputs(0)).expect("a result");
        assert_eq!(
            truth.number,
            scenario.project(&region).scenario[0].difference().rounded()
        );
        let StepKind::Show(show) = &exercise.steps[1].kind else {
            panic!("a reveal");
        };
        assert_eq!(show.reveal, exercise.hide);
        assert!(exercise.notes.is_some() && exercise.without_notes().notes.is_none());
    }

    #[test]
    fn what_is_missing_is_told_at_its_step() {
        let region = region();
        let scenario = scenario(&region);
        let mut draft = filled(&region);
        draft.steps[1].text = String::new();
        draft.steps[2].goal = "viel".to_owned();
        draft.steps[3].options = "甲".to_owned();
        draft.minutes = "many".to_owned();
        let problems = draft
            .exercise(&region, &scenario, Language::English)
            .expect_err("faults");
        let places: Vec<&str> = problems.iter().map(|problem| &*problem.place).collect();
        assert_eq!(
            places,
            [
                "minutes",
                "steps.2.text.en",
                "steps.3.goal.1.at_least",
                "steps.4.options"
            ]
        );
        let count = Fault::from(ExerciseFault::Count { least: 2, most: 6 });
        assert_eq!(problems[3].fault, count);
    }
}
