//! The file of own figures as it is written, and its way in.

use std::collections::BTreeMap;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, Serializer};
use zengshou_sheets::{FundUse, SheetDate, TypeMap, TypeName};

use super::table::RawTable;
use super::years::fault_of_years;
use super::{
    AbsentTable, DefaultUsed, GivenFigure, MOST_NAME, MOST_OWN_BYTES, MOST_TEXT, OWN_SCHEMA,
    OwnFigure, OwnRegion, TableKind,
};
use crate::problem::{Fault, Problem, is_hidden, quote};
use crate::region::key::{Key, Unit, Yearly};
use crate::region::parse::{check_range, json_problem, parse_value};
use crate::region::raw::Pairs;
use crate::region::{Status, Years};

/// The words with which a file of own figures begins.
const MARK: &str = "\"zengshou-region\"";
/// The least and the greatest number of a further figure.
const MOST_GIVEN: Decimal = Decimal::from_parts(1_000_000_000, 10_000, 0, false, 2);

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawOwn {
    #[serde(rename = "zengshou-region")]
    schema: u32,
    id: String,
    version: u32,
    name: String,
    base_year: u16,
    first_plan_year: u16,
    horizon: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    default: Option<String>,
    values: Pairs<RawOwnFigure>,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    figures: Pairs<RawOwnFigure>,
    #[serde(default, skip_serializing_if = "RawTable::is_empty")]
    counties: RawTable,
    #[serde(default, skip_serializing_if = "RawTable::is_empty")]
    projects: RawTable,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    types: Pairs<String>,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    absent: Pairs<RawAbsent>,
}

/// A table that is elsewhere.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawAbsent {
    rows: usize,
    fingerprint: String,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawOwnFigure {
    value: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<SheetDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    basis: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    range: Option<[String; 2]>,
}

/// True for a text that is meant as a file of own figures.
pub fn looks_like_own(text: &str) -> bool {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n', '{']);
    start.starts_with(MARK)
}

impl OwnRegion {
    /// Reads a file of own figures.
    ///
    /// # Errors
    /// Every problem found, each with its place in the file.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        if text.len() > MOST_OWN_BYTES {
            return Err(vec![Problem::new("", Fault::TooLong(MOST_OWN_BYTES))]);
        }
        let text = text.trim_start_matches('\u{feff}');
        let raw: RawOwn = serde_json::from_str(text).map_err(|error| vec![json_problem(&error)])?;
        let mut reading = OwnReading::default();
        let own = reading.own(raw);
        if reading.problems.is_empty() {
            Ok(own)
        } else {
            Err(reading.problems)
        }
    }

    /// The file of the figures.
    pub fn write(&self) -> String {
        // Figures alone are few and read by eye; a table of projects would be a line a cell.
        let written = match self.counties.len() + self.projects.len() {
            0 => serde_json::to_string_pretty(self),
            _ => serde_json::to_string(self),
        };
        // Texts, numbers and lists: nothing that JSON could not hold.
        written.unwrap_or_default()
    }

    fn raw(&self) -> RawOwn {
        RawOwn {
            schema: OWN_SCHEMA,
            id: self.id.clone(),
            version: self.version,
            name: self.name.clone(),
            base_year: self.years.income,
            first_plan_year: self.years.first_plan,
            horizon: self.years.horizon,
            default: self
                .default
                .as_ref()
                .map(|used| format!("{}.{}", used.id, used.version)),
            values: Pairs(
                self.values
                    .iter()
                    .map(|(key, figure)| (key.to_string(), raw_figure(figure, key.unit())))
                    .collect(),
            ),
            figures: Pairs(
                self.figures
                    .iter()
                    .map(|(given, figure)| {
                        (given.name().to_owned(), raw_figure(figure, Unit::Yuan))
                    })
                    .collect(),
            ),
            counties: RawTable::of(&self.counties),
            projects: RawTable::of(&self.projects),
            types: Pairs(
                self.types
                    .changes()
                    .map(|(name, of)| (name.to_string(), of.name().to_owned()))
                    .collect(),
            ),
            absent: Pairs(
                self.absent
                    .iter()
                    .map(|table| {
                        let raw = RawAbsent {
                            rows: table.rows,
                            fingerprint: table.fingerprint.clone(),
                        };
                        (table.kind.name().to_owned(), raw)
                    })
                    .collect(),
            ),
        }
    }
}

impl Serialize for OwnRegion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.raw().serialize(serializer)
    }
}

fn raw_figure(figure: &OwnFigure, unit: Unit) -> RawOwnFigure {
    let number = |value: Decimal| match unit {
        Unit::Flag => (!value.is_zero()).to_string(),
        _ => value.normalize().to_string(),
    };
    RawOwnFigure {
        value: number(figure.value),
        year: figure.year,
        day: figure.day,
        status: figure.status.map(|status| status.name().to_owned()),
        source: figure.source.clone(),
        basis: figure.basis.clone(),
        range: figure
            .range
            .map(|(least, most)| [number(least), number(most)]),
    }
}

/// The rows of a table as one text, whatever file they came from.
pub fn plain(rows: &impl Serialize) -> String {
    // Texts and numbers: nothing that JSON could not hold.
    serde_json::to_string(rows).unwrap_or_default()
}

/// The sum of a text, in base 16.
pub fn fingerprint(text: &str) -> String {
    let sum = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(text.as_bytes());
    format!("{sum:08x}")
}

/// True for a text that may be an identifier: links, files and storage hold it as it is.
pub fn is_identifier(id: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    !id.is_empty() && id.len() <= 60 && id.bytes().all(is_plain)
}

/// A file of own figures on its way in.
#[derive(Default)]
struct OwnReading {
    problems: Vec<Problem>,
}

impl OwnReading {
    fn report(&mut self, place: &str, fault: Fault) {
        self.problems.push(Problem::new(place, fault));
    }

    fn own(&mut self, raw: RawOwn) -> OwnRegion {
        if raw.schema != OWN_SCHEMA {
            self.report("zengshou-region", Fault::UnknownSchema(raw.schema));
        }
        if !is_identifier(&raw.id) {
            self.report("id", Fault::NotUnderstood(quote(&raw.id)));
        }
        let name = self.text("name", raw.name, MOST_NAME);
        if name.is_empty() {
            self.report("name", Fault::NotUnderstood(String::new()));
        }
        let years = Years {
            income: raw.base_year,
            first_plan: raw.first_plan_year,
            horizon: raw.horizon,
        };
        if let Some(fault) = fault_of_years(years, 2000) {
            self.report("horizon", fault);
        }
        let mut values = BTreeMap::new();
        for (name, raw) in raw.values.0 {
            let place = format!("values.{name}");
            let Some(key) = Key::parse(&name).filter(|key| may_be_given(*key)) else {
                self.report(&place, Fault::UnknownKey);
                continue;
            };
            let Some(figure) = self.figure(&place, raw, key.unit()) else {
                continue;
            };
            if let Err(fault) = check_range(key, figure.value) {
                self.report(&place, fault);
            }
            if values.insert(key, figure).is_some() {
                self.report(&place, Fault::Duplicate);
            }
        }
        let mut figures = BTreeMap::new();
        for (name, raw) in raw.figures.0 {
            let place = format!("figures.{name}");
            let Some(given) = GivenFigure::parse(&name) else {
                self.report(&place, Fault::UnknownKey);
                continue;
            };
            let Some(figure) = self.figure(&place, raw, Unit::Yuan) else {
                continue;
            };
            if figure.value.abs() > MOST_GIVEN {
                self.report(
                    &place,
                    Fault::TooManyDigits(quote(&figure.value.to_string())),
                );
            }
            if figures.insert(given, figure).is_some() {
                self.report(&place, Fault::Duplicate);
            }
        }
        let default = raw.default.and_then(|text| {
            let used = text.split_once('.').and_then(|(id, version)| {
                let version = version.parse().ok()?;
                let id = is_identifier(id).then(|| id.to_owned())?;
                Some(DefaultUsed { id, version })
            });
            if used.is_none() {
                self.report("default", Fault::NotUnderstood(quote(&text)));
            }
            used
        });
        let mut absent = Vec::new();
        for (name, table) in raw.absent.0 {
            let is_sum = table.fingerprint.len() <= 8
                && table.fingerprint.bytes().all(|b| b.is_ascii_alphanumeric());
            match TableKind::parse(&name).filter(|_| is_sum) {
                Some(kind) => absent.push(AbsentTable {
                    kind,
                    rows: table.rows,
                    fingerprint: table.fingerprint,
                }),
                None => self.report(
                    &format!("absent.{name}"),
                    Fault::NotUnderstood(quote(&name)),
                ),
            }
        }
        OwnRegion {
            default,
            absent,
            id: raw.id,
            version: raw.version.max(1),
            name,
            years,
            values,
            figures,
            counties: self.table("counties", raw.counties),
            projects: self.table("projects", raw.projects),
            types: self.types(raw.types),
        }
    }

    fn types(&mut self, raw: Pairs<String>) -> TypeMap {
        let mut found = BTreeMap::new();
        for (written, of) in raw.0 {
            let place = format!("types.{written}");
            let name = TypeName::parse(&written);
            match (name, FundUse::parse(&of)) {
                (Some(name), Some(of)) => {
                    if found.insert(name, of).is_some() {
                        self.report(&place, Fault::Duplicate);
                    }
                }
                (None, _) => self.report(&place, Fault::NotUnderstood(quote(&written))),
                (_, None) => self.report(&place, Fault::NotUnderstood(quote(&of))),
            }
        }
        let mut types = TypeMap::default();
        // In their order: a type before its second levels.
        for (name, of) in found {
            types.set(name, Some(of));
        }
        types
    }

    fn table<T: DeserializeOwned>(&mut self, place: &str, table: RawTable) -> Vec<T> {
        table.read().unwrap_or_else(|row| {
            self.report(&format!("{place}.{row}"), Fault::Shape);
            Vec::new()
        })
    }

    fn text(&mut self, place: &str, text: String, most: usize) -> String {
        let text: String = text.trim().chars().filter(|c| !is_hidden(*c)).collect();
        if text.chars().count() > most {
            self.report(place, Fault::TooLong(most));
        }
        text
    }

    fn figure(&mut self, place: &str, raw: RawOwnFigure, unit: Unit) -> Option<OwnFigure> {
        let mut number = |text: &str| match parse_value(unit, text) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.problems.push(Problem::new(place, fault));
                None
            }
        };
        let value = number(&raw.value)?;
        let range = match raw.range {
            Some([least, most]) => Some((number(&least)?, number(&most)?)),
            None => None,
        };
        match range {
            Some((least, most)) if least > most => self.report(place, Fault::BadRange),
            Some((least, most)) if !(least..=most).contains(&value) => {
                self.report(place, Fault::BesideRange { value, unit });
            }
            _ => {}
        }
        let status = match raw.status {
            None => None,
            Some(stated) => {
                let found = Status::NAMES.into_iter().find(|(_, name)| *name == stated);
                if found.is_none() {
                    self.report(place, Fault::UnknownStatus(quote(&stated)));
                }
                found.map(|(status, _)| status)
            }
        };
        let mut words = |text: Option<String>| {
            let text = text.map(|text| self.text(place, text, MOST_TEXT));
            text.filter(|text| !text.is_empty())
        };
        Some(OwnFigure {
            value,
            year: raw.year,
            day: raw.day,
            status,
            source: words(raw.source),
            basis: words(raw.basis),
            range,
        })
    }
}

/// True for a key that a region may have: levers by year are a scenario's.
pub fn may_be_given(key: Key) -> bool {
    // The plan keeps the coverage of the base year, so that it is given once.
    !matches!(
        key,
        Key::Yearly(Yearly::Lever(_), _) | Key::Fixed(super::Fixed::Coverage)
    )
}
