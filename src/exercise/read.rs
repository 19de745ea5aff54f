//! Reads the file of an exercise, and refuses one in which anything is not as it must be: each fault with its place.

mod steps;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::card::Card;
use super::json::{Faults, Fields, Json};
use super::output::{OutputName, OutputNames};
use super::step::{BoundValue, OutputBound, StepChange, changed};
use super::text::Texts;
use super::{
    Exercise, MOST_BYTES, MOST_ID, MOST_MINUTES, MOST_TEXT, MOST_TITLE, TrainerNotes, VERSION,
};
use crate::language::Language;
use crate::model;
use crate::number::parse_decimal;
use crate::problem::{ExerciseFault, Fault, Problem, quote};
use crate::region::Region;
use crate::region::key::{Key, cells_of_funds, funds};
use crate::region::parse::{check_range, json_problem, parse_value};
use crate::scenario::{Scenario, file};

/// The most entries of lists of bounds, outputs and cards.
const MOST_ENTRIES: u32 = 30;
/// The most keys that are open or set.
const MOST_KEYS: u32 = 200;
/// The fewest and the most answers to choose among.
const OPTIONS: std::ops::RangeInclusive<u32> = 2..=6;
/// All cells of the funds matrix, as a list of open levers may call them.
const ALL_CELLS: &str = "funds";

pub use steps::{BEST, OF};

/// True for a text that is meant as the file of an exercise.
pub fn looks_like_exercise(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c == '\u{feff}' || c == '{' || c.is_whitespace());
    start.starts_with("\"exercise\"")
}

impl Exercise {
    /// The region that an exercise is of, as far as the text says so: to read the region first.
    pub fn region_of(text: &str) -> Option<String> {
        let Json::Object(fields) = parsed(text).ok()? else {
            return None;
        };
        let region = fields.0.iter().find(|(name, _)| name == "region")?;
        match &region.1 {
            Json::Text(region) => Some(region.split('.').next()?.to_owned()),
            _ => None,
        }
    }

    /// Reads the file of an exercise of one of the regions at hand.
    ///
    /// # Errors
    /// Every problem found, each with its place in the file.
    pub fn read(text: &str, regions: &[&Region]) -> Result<Self, Vec<Problem>> {
        let json = parsed(text).map_err(|problem| vec![problem])?;
        let mut faults = Faults::default();
        let exercise = exercise(&mut faults, &json, regions);
        let Faults(mut problems) = faults;
        match exercise {
            Some(exercise) if problems.is_empty() => Ok(exercise),
            _ => {
                file::shorten(&mut problems);
                Err(problems)
            }
        }
    }
}

fn parsed(text: &str) -> Result<Json, Problem> {
    if text.len() > MOST_BYTES {
        return Err(Problem::new("", Fault::TooLong(MOST_BYTES)));
    }
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).map_err(|error| json_problem(&error))
}

fn exercise(faults: &mut Faults, json: &Json, regions: &[&Region]) -> Option<Exercise> {
    let mut fields = Fields::of(faults, "", json)?;
    let version = fields.must(faults, "exercise");
    let version = version.and_then(|(place, it)| faults.whole(&place, it, 1..=u32::MAX))?;
    if version != VERSION {
        // Whatever a later form means by its fields, this program does not know.
        let fault = ExerciseFault::Newer(version);
        faults.report("exercise", fault.into());
        return None;
    }
    let id = fields.must(faults, "id");
    let id = id.and_then(|(place, json)| identifier(faults, &place, json));
    let model = fields.must(faults, "model");
    let model = model.and_then(|(place, json)| {
        let model = faults.whole(&place, json, 1..=u32::MAX)?;
        if model > model::VERSION {
            faults.report(&place, Fault::OtherModel(model.to_string()));
        }
        Some(model)
    });
    let region = fields.must(faults, "region");
    let (region, region_version) =
        region.and_then(|(place, json)| region_of(faults, &place, json, regions))?;
    let own = region.as_of(Some(region_version));
    let mut reading = Reading {
        names: OutputNames::of(&own),
        region: &own,
        start: Scenario::plan(&own),
        faults,
    };
    let title = fields.must(reading.faults, "title");
    let title = title.and_then(|(place, json)| reading.texts(&place, json, MOST_TITLE));
    let minutes = fields.may("minutes");
    let minutes =
        minutes.and_then(|(place, json)| reading.faults.whole(&place, json, 1..=MOST_MINUTES));
    if let Some((place, json)) = fields.may("start") {
        reading.start(&place, json);
    }
    let open = fields.may("open");
    let open = open.map(|(place, json)| reading.open(&place, json));
    let hide = fields.may("hide");
    let hide = hide.map(|(place, json)| reading.cards(&place, json));
    let limits = fields.may("limits");
    let limits = limits.map(|(place, json)| reading.bounds(&place, json, 0));
    let steps = fields.must(reading.faults, "steps");
    let steps = steps.map(|(place, json)| reading.steps(&place, json));
    let notes = fields.may("notes");
    let notes = notes.and_then(|(place, json)| reading.notes(&place, json));
    let start = reading.start;
    fields.finish(faults);
    Some(Exercise {
        id: id?,
        model: model?,
        region_id: region.id.clone(),
        region_version,
        title: title?,
        minutes,
        start,
        open: open.unwrap_or_default(),
        hide: hide.unwrap_or_default(),
        limits: limits.unwrap_or_default(),
        steps: steps?,
        notes,
    })
}

/// True for the identifier of an exercise: small letters, digits and hyphens.
pub fn is_id(id: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let starts = id.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
    starts && id.len() <= MOST_ID && id.bytes().all(is_plain)
}

fn identifier(faults: &mut Faults, place: &str, json: &Json) -> Option<String> {
    let text = faults.text(place, json)?;
    if !is_id(text) {
        faults.report(place, Fault::NotUnderstood(quote(text)));
        return None;
    }
    Some(text.to_owned())
}

fn region_of<'r>(
    faults: &mut Faults,
    place: &str,
    json: &Json,
    regions: &[&'r Region],
) -> Option<(&'r Region, u32)> {
    let text = faults.text(place, json)?;
    let (id, version) = text.split_once('.').unwrap_or((text, ""));
    let Some(region) = regions.iter().find(|region| region.id == id) else {
        faults.report(place, Fault::UnknownRegion(quote(text)));
        return None;
    };
    let version = version
        .parse()
        .ok()
        .filter(|version| region.knows(*version));
    if version.is_none() {
        faults.report(place, Fault::OtherRegionVersion(quote(text)));
    }
    version.map(|version| (*region, version))
}

/// A reading of what depends on the region.
struct Reading<'a> {
    names: OutputNames,
    region: &'a Region,
    start: Scenario,
    faults: &'a mut Faults,
}

impl Reading<'_> {
    fn texts(&mut self, place: &str, json: &Json, most: usize) -> Option<Texts> {
        let mut fields = Fields::of(self.faults, place, json)?;
        let mut texts = Texts::default();
        let mut is_empty = true;
        for (tag, place, json) in fields.all() {
            is_empty = false;
            let Some(language) = Language::parse(tag) else {
                self.faults.report(&place, Fault::UnknownKey);
                continue;
            };
            let Some(text) = self.faults.text(&place, json) else {
                continue;
            };
            if let Err(fault) = texts.take(language, text, (&self.names, most)) {
                self.faults.report(&place, fault);
            }
        }
        if is_empty {
            self.faults.report(place, ExerciseFault::NoLanguage.into());
            return None;
        }
        Some(texts)
    }

    fn text(&mut self, found: Option<(String, &Json)>) -> Option<Texts> {
        found.and_then(|(place, json)| self.texts(&place, json, MOST_TEXT))
    }

    /// The keys with their values of an object.
    fn values(&mut self, place: &str, json: &Json) -> StepChange {
        let Some(mut fields) = Fields::of(self.faults, place, json) else {
            return Vec::new();
        };
        let mut values = Vec::new();
        for (name, place, json) in fields.all() {
            let Some(key) = Key::parse(name) else {
                self.faults.report(&place, Fault::UnknownKey);
                continue;
            };
            let Some(text) = self.faults.decimal(&place, json) else {
                continue;
            };
            let value = parse_value(key.unit(), text);
            match value.and_then(|value| check_range(key, value).map(|()| value)) {
                Ok(value) => values.push((key, value)),
                Err(fault) => self.faults.report(&place, fault),
            }
        }
        if u32::try_from(values.len()).is_ok_and(|count| count > MOST_KEYS) {
            self.faults.count(place, 0..=MOST_KEYS);
            values.clear();
        }
        // However a file orders them, the exercise is the same.
        values.sort_unstable();
        values
    }

    /// Values that fit beside those of the start.
    fn change(&mut self, found: Option<(String, &Json)>) -> StepChange {
        let Some((place, json)) = found else {
            return Vec::new();
        };
        let change = self.values(&place, json);
        let (_, problems) = changed(self.region, &self.start, &change);
        self.misfits(&place, problems);
        change
    }

    fn misfits(&mut self, place: &str, problems: Vec<Problem>) {
        for problem in problems {
            self.faults
                .report(&format!("{place}.{}", problem.place), problem.fault);
        }
    }

    fn start(&mut self, place: &str, json: &Json) {
        let Some(mut fields) = Fields::of(self.faults, place, json) else {
            return;
        };
        if let Some((place, json)) = fields.may("values") {
            let values = self.values(&place, json);
            let (start, problems) = changed(self.region, &self.start, &values);
            self.misfits(&place, problems);
            self.start = start;
        }
        fields.finish(self.faults);
    }

    fn open(&mut self, place: &str, json: &Json) -> BTreeSet<Key> {
        let mut open = BTreeSet::new();
        for (place, json) in self.faults.list(place, json, 0..=MOST_KEYS) {
            let Some(name) = self.faults.text(&place, json) else {
                continue;
            };
            if name == ALL_CELLS {
                open.extend(cells());
                continue;
            }
            let fault = match Key::parse(name) {
                None => Fault::UnknownKey,
                Some(key) if !self.start.takes(self.region, key) => Fault::UnknownYear,
                Some(key) if !open.insert(key) => Fault::Duplicate,
                Some(_) => continue,
            };
            self.faults.report(&place, fault);
        }
        open
    }

    fn cards(&mut self, place: &str, json: &Json) -> BTreeSet<Card> {
        let mut cards = BTreeSet::new();
        for (place, json) in self.faults.list(place, json, 0..=MOST_ENTRIES) {
            if let Some(card) = self.faults.word(&place, json, &Card::NAMES)
                && !cards.insert(card)
            {
                self.faults.report(&place, Fault::Duplicate);
            }
        }
        cards
    }

    fn output(&mut self, place: &str, json: &Json) -> Option<OutputName> {
        let text = self.faults.text(place, json)?;
        let found = self.names.find(text);
        if found.is_none() {
            let fault = ExerciseFault::UnknownOutput(quote(text));
            self.faults.report(place, fault.into());
        }
        found
    }

    fn bounds(&mut self, place: &str, json: &Json, least: u32) -> Vec<OutputBound> {
        let entries = self.faults.list(place, json, least..=MOST_ENTRIES);
        let bounds = entries.into_iter();
        bounds
            .filter_map(|(place, json)| self.bound(&place, json))
            .collect()
    }

    fn bound(&mut self, place: &str, json: &Json) -> Option<OutputBound> {
        let mut fields = Fields::of(self.faults, place, json)?;
        let output = fields.must(self.faults, "output");
        let output = output.and_then(|(place, json)| self.output(&place, json));
        let at_least = fields.may("at_least");
        let at_most = fields.may("at_most");
        if at_least.is_none() && at_most.is_none() {
            let missing = Fault::FieldMissing("at_least".to_owned());
            self.faults.report(place, missing);
        }
        let at_least = at_least.and_then(|(place, json)| self.bound_value(&place, json));
        let at_most = at_most.and_then(|(place, json)| self.bound_value(&place, json));
        fields.finish(self.faults);
        Some(OutputBound {
            output: output?,
            at_least,
            at_most,
        })
    }

    fn bound_value(&mut self, place: &str, json: &Json) -> Option<BoundValue> {
        match self.faults.decimal(place, json)? {
            "plan" => Some(BoundValue::Plan),
            "start" => Some(BoundValue::Start),
            _ => self.number(place, json).map(BoundValue::Number),
        }
    }

    fn number(&mut self, place: &str, json: &Json) -> Option<Decimal> {
        let text = self.faults.decimal(place, json)?;
        let number = parse_decimal(text).ok();
        if number.is_none() {
            self.faults.report(place, Fault::NotANumber(quote(text)));
        }
        number
    }

    fn notes(&mut self, place: &str, json: &Json) -> Option<TrainerNotes> {
        let mut fields = Fields::of(self.faults, place, json)?;
        let notes = TrainerNotes {
            aim: self.text(fields.may("aim")),
            plan: self.text(fields.may("plan")),
            mistakes: self.text(fields.may("mistakes")),
            ask: self.text(fields.may("ask")),
        };
        fields.finish(self.faults);
        Some(notes)
    }
}

/// The cells of the funds matrix.
pub fn cells() -> impl Iterator<Item = Key> {
    cells_of_funds().map(|(level, category)| funds(level, category).into())
}
