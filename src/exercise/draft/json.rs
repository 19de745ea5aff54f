//! A draft as the file of an exercise.

use super::{
    DraftBound, DraftEnd, DraftKind, DraftOption, DraftSource, DraftStep, DraftText, DraftValues,
    ExerciseDraft,
};
use crate::exercise::VERSION;
use crate::exercise::json::Json;
use crate::language::Language;
use crate::model;
use crate::region::Region;
use crate::region::key::Key;
use crate::region::parse::OrderedPairs;
use crate::scenario::{Scenario, value_text};

/// Everything that a draft's parts are written with.
struct Writing<'a> {
    draft: &'a ExerciseDraft,
    scenario: &'a Scenario,
    language: Language,
}

impl ExerciseDraft {
    pub(super) fn json(&self, region: &Region, scenario: &Scenario, language: Language) -> Json {
        let version = scenario.vintage().unwrap_or(region.newest());
        let writing = Writing {
            draft: self,
            scenario,
            language,
        };
        let names = ["aim", "plan", "mistakes", "ask"].into_iter();
        let notes = names.zip(&self.notes);
        let notes: Vec<_> = notes
            .map(|(name, text)| (name, writing.some(text)))
            .collect();
        let has_notes = notes.iter().any(|(_, text)| text.is_some());
        let funds = self.funds_fixed.then(funds_as_planned);
        let limits: Vec<Json> = funds.iter().chain(&self.limits).map(bound).collect();
        let steps = self.steps.iter().map(|step| writing.step(step));
        let start = writing.values(&self.start);
        Json::object([
            ("exercise", Some(whole(VERSION))),
            ("id", Some(Json::text(self.id()))),
            ("model", Some(whole(model::VERSION))),
            (
                "region",
                Some(Json::text(format!("{}.{version}", region.id))),
            ),
            ("title", Some(writing.texts(&self.title))),
            ("minutes", typed_whole(&self.minutes)),
            (
                "start",
                start.map(|values| Json::object([("values", Some(values))])),
            ),
            ("open", Some(words(&self.open))),
            ("hide", Some(words(&self.hide))),
            ("limits", (!limits.is_empty()).then_some(Json::List(limits))),
            ("steps", Some(Json::List(steps.collect()))),
            ("notes", has_notes.then(|| Json::object(notes))),
        ])
    }
}

impl Writing<'_> {
    fn texts(&self, text: &DraftText) -> Json {
        let own = match self.draft.has_numbers {
            true => text.text.clone(),
            // A brace that is typed is a brace.
            false => text.text.replace('{', "{{").replace('}', "}}"),
        };
        // A text that is in other languages alone stays so.
        let has_own = !text.is_empty() || text.others.is_empty();
        let own = has_own.then(|| (self.language.tag().to_owned(), Json::text(own)));
        let others = text.others.iter();
        let others = others.map(|(tag, text)| (tag.clone(), Json::text(text)));
        Json::Object(OrderedPairs(own.into_iter().chain(others).collect()))
    }

    /// A text that may be left out.
    fn some(&self, text: &DraftText) -> Option<Json> {
        let is_there = !text.is_empty() || !text.others.is_empty();
        is_there.then(|| self.texts(text))
    }

    fn values(&self, values: &DraftValues) -> Option<Json> {
        let pairs = match values.from {
            DraftSource::None => return None,
            DraftSource::Screen => {
                let pairs = self.scenario.entries();
                pairs
                    .map(|(key, value): (Key, _)| {
                        (key.to_string(), Json::text(value_text(key, value)))
                    })
                    .collect()
            }
            DraftSource::File => {
                let pairs = values.file.iter();
                pairs
                    .map(|(name, value)| (name.clone(), Json::text(value)))
                    .collect()
            }
        };
        Some(Json::Object(OrderedPairs(pairs)))
    }

    fn step(&self, step: &DraftStep) -> Json {
        let kind = match step.kind {
            DraftKind::Number | DraftKind::Direction => "predict",
            other => other.name(),
        };
        let mut parts = vec![
            ("kind", Some(Json::text(kind))),
            ("text", Some(self.texts(&step.text))),
        ];
        match step.kind {
            DraftKind::Number | DraftKind::Direction => {
                let is_number = step.kind == DraftKind::Number;
                let of_change = is_number && step.of_change;
                parts.extend([
                    ("output", Some(Json::text(&step.output))),
                    ("change", self.values(&step.change)),
                    ("ask", Some(Json::text(step.kind.name()))),
                    ("of", of_change.then(|| Json::text("change"))),
                    ("within", typed(&step.within).filter(|_| is_number)),
                    ("feedback", self.some(&step.feedback)),
                ]);
            }
            DraftKind::Show => parts.extend([
                ("change", self.values(&step.change)),
                ("outputs", Some(words(&step.outputs))),
                (
                    "reveal",
                    Some(words(step.reveal.as_ref().unwrap_or(&self.draft.hide))),
                ),
            ]),
            DraftKind::Do => {
                let bounds = |all: &[DraftBound]| Json::List(all.iter().map(bound).collect());
                let hints = step.hints.iter().filter_map(|hint| {
                    let text = self.some(&hint.text)?;
                    let after = typed_whole(&hint.after).unwrap_or(Json::text(""));
                    Some(Json::object([("after", Some(after)), ("text", Some(text))]))
                });
                let hints: Vec<Json> = hints.collect();
                parts.extend([
                    ("goal", Some(bounds(&step.goal))),
                    (
                        "limits",
                        (!step.limits.is_empty()).then(|| bounds(&step.limits)),
                    ),
                    ("hints", (!hints.is_empty()).then_some(Json::List(hints))),
                    ("feedback", self.some(&step.feedback)),
                ]);
            }
            DraftKind::Choose => {
                let options = step.options.iter().filter_map(|option| self.option(option));
                let best = (!step.best.is_empty()).then(|| {
                    let is = if step.best_is_least { "least" } else { "most" };
                    Json::object([
                        ("output", Some(Json::text(&step.best))),
                        ("is", Some(Json::text(is))),
                    ])
                });
                parts.extend([
                    ("options", Some(Json::List(options.collect()))),
                    ("best", best),
                    ("why", step.asks_why.then_some(Json::Flag(true))),
                ]);
            }
            DraftKind::Say => {}
        }
        Json::object(parts)
    }

    fn option(&self, option: &DraftOption) -> Option<Json> {
        let text = self.some(&option.text)?;
        Some(Json::object([
            ("text", Some(text)),
            ("change", self.values(&option.change)),
            ("feedback", self.some(&option.feedback)),
        ]))
    }
}

/// The limit that all funds may not exceed the plan's.
pub fn funds_as_planned() -> DraftBound {
    DraftBound {
        output: "funds.total".to_owned(),
        end: DraftEnd::AtMostPlan,
        ..DraftBound::default()
    }
}

fn bound(bound: &DraftBound) -> Json {
    let (_, _, field, word) = DraftEnd::NAMES[bound.end as usize];
    let value = word.unwrap_or(bound.value.trim());
    let is_range = bound.end == DraftEnd::Between;
    let up_to = is_range.then(|| Json::text(bound.up_to.trim()));
    Json::object([
        ("output", Some(Json::text(&bound.output))),
        (field, Some(Json::text(value))),
        ("at_most", up_to),
    ])
}

fn words(names: &[String]) -> Json {
    Json::List(names.iter().map(Json::text).collect())
}

fn whole(number: u32) -> Json {
    Json::Number(number.into())
}

/// A text that was typed; none where nothing was.
fn typed(text: &str) -> Option<Json> {
    (!text.trim().is_empty()).then(|| Json::text(text.trim()))
}

/// A whole number that was typed; what is none stays a text, and is refused as one.
fn typed_whole(text: &str) -> Option<Json> {
    let typed = typed(text)?;
    Some(text.trim().parse::<u32>().map_or(typed, whole))
}
