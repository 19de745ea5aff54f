//! Writes an exercise as a file.

use super::json::Json;
use super::read::{BEST, OF, cells};
use super::step::{
    ChoiceOption, Choose, Do, Hint, OutputBound, Predict, Show, Step, StepChange, StepKind,
};
use super::text::Texts;
use super::{Exercise, VERSION};
use crate::region::key::Key;
use crate::region::parse::OrderedPairs;
use crate::scenario::value_text;

impl Exercise {
    /// The file, laid out to be read.
    pub fn write(&self) -> String {
        // Texts, numbers and lists: nothing that JSON could not hold.
        let mut text = serde_json::to_string_pretty(&self.json()).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The file in one line.
    pub fn write_short(&self) -> String {
        serde_json::to_string(&self.json()).unwrap_or_default()
    }

    fn json(&self) -> Json {
        let start: StepChange = self.start.entries().collect();
        let start = (!start.is_empty()).then(|| Json::object([("values", values(&start))]));
        let notes = self.notes.as_ref().map(|notes| {
            let parts = notes.parts();
            Json::object(parts.map(|(name, text)| (name, text.map(texts))))
        });
        Json::object([
            ("exercise", Some(whole(VERSION))),
            ("id", Some(Json::text(&self.id))),
            ("model", Some(whole(self.model))),
            (
                "region",
                Some(Json::text(format!(
                    "{}.{}",
                    self.region_id, self.region_version
                ))),
            ),
            ("title", Some(texts(&self.title))),
            ("minutes", self.minutes.map(whole)),
            ("start", start),
            ("open", list(self.open_names())),
            (
                "hide",
                list(self.hide.iter().map(|card| Json::text(card.name()))),
            ),
            ("limits", list(self.limits.iter().map(bound))),
            (
                "steps",
                Some(Json::List(self.steps.iter().map(step).collect())),
            ),
            ("notes", notes),
        ])
    }

    /// The open keys by their names; all cells of the matrix have one in common.
    fn open_names(&self) -> Vec<Json> {
        let has_all = cells().all(|cell| self.open.contains(&cell));
        let is_cell = |key: Key| cells().any(|cell| cell == key);
        let others = self.open.iter().filter(|key| !(has_all && is_cell(**key)));
        let all = has_all.then(|| Json::text("funds")).into_iter();
        all.chain(others.map(|key| Json::text(key.to_string())))
            .collect()
    }
}

fn whole(number: u32) -> Json {
    Json::Number(number.into())
}

/// A list; nothing where it is empty.
fn list(entries: impl IntoIterator<Item = Json>) -> Option<Json> {
    let entries: Vec<Json> = entries.into_iter().collect();
    (!entries.is_empty()).then_some(Json::List(entries))
}

fn texts(texts: &Texts) -> Json {
    let by_language = texts.languages().filter_map(|language| {
        let text = texts.written(language)?;
        Some((language.tag().to_owned(), Json::Text(text)))
    });
    Json::Object(OrderedPairs(by_language.collect()))
}

/// Values by their keys; nothing where there are none.
fn values(change: &[(Key, rust_decimal::Decimal)]) -> Option<Json> {
    let pairs = change
        .iter()
        .map(|(key, value)| (key.to_string(), Json::text(value_text(*key, *value))));
    (!change.is_empty()).then(|| Json::Object(OrderedPairs(pairs.collect())))
}

fn bound(bound: &OutputBound) -> Json {
    Json::object([
        ("output", Some(Json::text(bound.output.as_str()))),
        ("at_least", bound.at_least.map(|end| Json::text(end.text()))),
        ("at_most", bound.at_most.map(|end| Json::text(end.text()))),
    ])
}

fn name_of<T: PartialEq>(all: &[(T, &'static str)], one: &T) -> Option<Json> {
    let found = all.iter().find(|(own, _)| own == one);
    found.map(|(_, name)| Json::text(*name))
}

fn step(step: &Step) -> Json {
    let mut parts = vec![
        ("kind", Some(Json::text(step.kind.name()))),
        ("text", Some(texts(&step.text))),
    ];
    match &step.kind {
        StepKind::Predict(it) => parts.extend(predict(it)),
        StepKind::Show(it) => parts.extend(show(it)),
        StepKind::Do(it) => parts.extend(task(it)),
        StepKind::Choose(it) => parts.extend(choose(it)),
        StepKind::Say => {}
    }
    Json::object(parts)
}

type Part = (&'static str, Option<Json>);

fn predict(it: &Predict) -> Vec<Part> {
    vec![
        ("output", Some(Json::text(it.output.as_str()))),
        ("change", values(&it.change)),
        ("ask", Some(Json::text(it.ask.name()))),
        ("of", name_of(&OF, &it.is_of_change)),
        (
            "within",
            it.within
                .map(|within| Json::text(within.normalize().to_string())),
        ),
        ("feedback", it.feedback.as_ref().map(texts)),
    ]
}

fn show(it: &Show) -> Vec<Part> {
    let outputs = it.outputs.iter().map(|output| Json::text(output.as_str()));
    let reveal = it.reveal.iter().map(|card| Json::text(card.name()));
    vec![
        ("change", values(&it.change)),
        ("outputs", list(outputs)),
        ("reveal", list(reveal)),
    ]
}

fn task(it: &Do) -> Vec<Part> {
    let hint = |hint: &Hint| {
        Json::object([
            ("after", Some(whole(hint.after))),
            ("text", Some(texts(&hint.text))),
        ])
    };
    vec![
        ("goal", list(it.goal.iter().map(bound))),
        ("limits", list(it.limits.iter().map(bound))),
        ("hints", list(it.hints.iter().map(hint))),
        ("feedback", it.feedback.as_ref().map(texts)),
    ]
}

fn choose(it: &Choose) -> Vec<Part> {
    let option = |option: &ChoiceOption| {
        Json::object([
            ("text", Some(texts(&option.text))),
            ("change", values(&option.change)),
            ("feedback", option.feedback.as_ref().map(texts)),
        ])
    };
    let best = it.best.as_ref().map(|best| {
        Json::object([
            ("output", Some(Json::text(best.output.as_str()))),
            ("is", name_of(&BEST, &best.is_most)),
        ])
    });
    vec![
        ("options", list(it.options.iter().map(option))),
        ("best", best),
        ("why", it.asks_why.then_some(Json::Flag(true))),
    ]
}
