//! JSON whose every part is read with its place in the file, so that each fault can be named where it stands.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::problem::{ExerciseFault, Fault, JsonKind, Problem};
use crate::region::parse::OrderedPairs;

/// A part of a file. Objects keep their order and what stands in them twice.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Json {
    /// `null`.
    Null(()),
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(serde_json::Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// An object.
    Object(OrderedPairs<Self>),
}

impl Json {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// An object of the parts that are there.
    pub fn object(parts: impl IntoIterator<Item = (&'static str, Option<Self>)>) -> Self {
        let parts = parts
            .into_iter()
            .filter_map(|(name, part)| Some((name.to_owned(), part?)));
        Self::Object(OrderedPairs(parts.collect()))
    }

    fn kind(&self) -> JsonKind {
        match self {
            Self::Null(()) => JsonKind::Null,
            Self::Flag(_) => JsonKind::Flag,
            Self::Number(_) => JsonKind::Number,
            Self::Text(_) => JsonKind::Text,
            Self::List(_) => JsonKind::List,
            Self::Object(_) => JsonKind::Object,
        }
    }
}

/// The faults found on the way through a file.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<Problem>);

impl Faults {
    /// Notes a fault.
    pub fn report(&mut self, place: &str, fault: Fault) {
        self.0.push(Problem::new(place, fault));
    }

    fn other_kind<T>(&mut self, place: &str, found: &Json, expected: JsonKind) -> Option<T> {
        let found = found.kind();
        self.report(place, Fault::OtherKind { found, expected });
        None
    }

    /// A text.
    pub fn text<'a>(&mut self, place: &str, json: &'a Json) -> Option<&'a str> {
        match json {
            Json::Text(text) => Some(text),
            other => self.other_kind(place, other, JsonKind::Text),
        }
    }

    /// The text of a decimal, which only a text keeps whole.
    pub fn decimal<'a>(&mut self, place: &str, json: &'a Json) -> Option<&'a str> {
        if let Json::Number(number) = json {
            self.report(place, Fault::Unquoted(number.to_string()));
            return None;
        }
        self.text(place, json)
    }

    /// True or false.
    pub fn flag(&mut self, place: &str, json: &Json) -> Option<bool> {
        match json {
            Json::Flag(flag) => Some(*flag),
            other => self.other_kind(place, other, JsonKind::Flag),
        }
    }

    /// A whole number within bounds.
    pub fn whole(&mut self, place: &str, json: &Json, bounds: RangeInclusive<u32>) -> Option<u32> {
        let Json::Number(number) = json else {
            return self.other_kind(place, json, JsonKind::Number);
        };
        let whole = number.as_u64().and_then(|whole| u32::try_from(whole).ok());
        let whole = whole.filter(|whole| bounds.contains(whole));
        if whole.is_none() {
            self.count(place, bounds);
        }
        whole
    }

    /// Says that a number or a count is out of its bounds.
    pub fn count(&mut self, place: &str, bounds: RangeInclusive<u32>) {
        let (least, most) = bounds.into_inner();
        self.report(place, ExerciseFault::Count { least, most }.into());
    }

    /// The entries of a list of so many, each with its place.
    pub fn list<'a>(
        &mut self,
        place: &str,
        json: &'a Json,
        bounds: RangeInclusive<u32>,
    ) -> Vec<(String, &'a Json)> {
        let Json::List(entries) = json else {
            return self
                .other_kind(place, json, JsonKind::List)
                .unwrap_or_default();
        };
        if !u32::try_from(entries.len()).is_ok_and(|count| bounds.contains(&count)) {
            self.count(place, bounds);
            return Vec::new();
        }
        let placed = entries.iter().enumerate();
        placed
            .map(|(index, entry)| (format!("{place}.{}", index + 1), entry))
            .collect()
    }

    /// A word of a closed list.
    pub fn word<T: Copy>(&mut self, place: &str, json: &Json, all: &[(T, &str)]) -> Option<T> {
        let text = self.text(place, json)?;
        let found = all.iter().find(|(_, name)| *name == text);
        if found.is_none() {
            let allowed: Vec<&str> = all.iter().map(|(_, name)| *name).collect();
            let fault = ExerciseFault::NotOneOf {
                text: crate::problem::quote(text),
                allowed: allowed.join(", "),
            };
            self.report(place, fault.into());
        }
        found.map(|(word, _)| *word)
    }
}

/// The fields of an object; what nobody asked for is a fault.
pub struct Fields<'a> {
    place: String,
    pairs: &'a [(String, Json)],
    asked: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// The fields of an object at a place, each once.
    pub fn of(faults: &mut Faults, place: &str, json: &'a Json) -> Option<Self> {
        let Json::Object(pairs) = json else {
            return faults.other_kind(place, json, JsonKind::Object);
        };
        let fields = Self {
            place: place.to_owned(),
            pairs: &pairs.0,
            asked: Vec::new(),
        };
        for (index, (name, _)) in fields.pairs.iter().enumerate() {
            if fields.pairs[..index].iter().any(|(other, _)| other == name) {
                let fault = Fault::FieldTwice(crate::problem::quote(name));
                faults.report(place, fault);
            }
        }
        Some(fields)
    }

    /// The place of a field.
    pub fn place(&self, name: &str) -> String {
        match self.place.as_str() {
            "" => name.to_owned(),
            place => format!("{place}.{name}"),
        }
    }

    /// A field that may be missing, with its place.
    pub fn may(&mut self, name: &'static str) -> Option<(String, &'a Json)> {
        self.asked.push(name);
        let (_, json) = self.pairs.iter().find(|(own, _)| own == name)?;
        Some((self.place(name), json))
    }

    /// A field that must be there, with its place.
    pub fn must(&mut self, faults: &mut Faults, name: &'static str) -> Option<(String, &'a Json)> {
        let found = self.may(name);
        if found.is_none() {
            faults.report(&self.place, Fault::FieldMissing(name.to_owned()));
        }
        found
    }

    /// Every field by its own name, for objects whose names are data.
    pub fn all(&mut self) -> impl Iterator<Item = (&'a str, String, &'a Json)> {
        let place = std::mem::take(&mut self.place);
        self.pairs
            .iter()
            .map(move |(name, json)| (name.as_str(), format!("{place}.{name}"), json))
    }

    /// Says which fields nobody asked for.
    pub fn finish(self, faults: &mut Faults) {
        let unknown = self.pairs.iter();
        for (name, _) in unknown.filter(|(name, _)| !self.asked.contains(&name.as_str())) {
            let fault = Fault::FieldUnknown(crate::problem::quote(name));
            faults.report(&self.place, fault);
        }
    }
}
