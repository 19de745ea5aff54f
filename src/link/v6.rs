//! Version 6 of the encoding: version 5 with a bureau's own figures, as their differences from the default
//! region.
//!
//! `o.of=zhangjiakou-2021.2` is the default region and its version, `o.years=2025_2026_2035` the base year, the
//! first plan year and the last year, `o.name=TEXT` the name. `o.texts=TEXT` holds every source and reason once, a
//! line each. `o.v=CODE_VALUE~CODE_VALUE` are the values, `CODE` that of the key or, of the figures beside the keys, a
//! capital; behind a value stand, each after `_`, `y2024` its year, `d20251130` its day, `q0` its status, `b2` the line
//! of its reason, `r0.1` and `m0.3` its range, and `s1` the line of its source where it is another than that of the
//! value before, `s` alone for none. Tables do not fit: `o.counties=12_1x2y3z` says how many rows there are, and the
//! sum of their characters.
//!
//! The texts are in the base64 of the notes of version 3. All parts stand before the region. Frozen once released,
//! as version 1 is.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::v5;
use crate::problem::{Fault, Problem, quote};

/// The beginning of the names of all parts.
const OWN: &str = "o.";
/// The most values that are read.
const MOST_VALUES: usize = 600;

/// The content of a link of version 6.
#[derive(Debug, Default)]
pub struct ContentV6<'a> {
    /// All that version 5 says too.
    pub fifth: v5::ContentV5<'a>,
    /// The own figures, if the link has any.
    pub own: Option<OwnV6<'a>>,
}

/// Own figures as they stand in a link.
#[derive(Debug, Default)]
pub struct OwnV6<'a> {
    /// The default region with its version.
    pub default: &'a str,
    /// The three years.
    pub years: &'a str,
    /// The name.
    pub name: String,
    /// Sources and reasons.
    pub texts: Vec<String>,
    /// Codes, values and what stands behind them.
    pub values: Vec<(&'a str, ValueV6<'a>)>,
    /// Tables that did not fit: their name, the number of rows and the sum.
    pub tables: Vec<(&'a str, &'a str, &'a str)>,
    /// Parts that were not understood.
    pub problems: Vec<Problem>,
}

/// A value with what stands behind it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ValueV6<'a> {
    /// The number.
    pub value: String,
    /// The year.
    pub year: Option<&'a str>,
    /// The day.
    pub day: Option<&'a str>,
    /// The status.
    pub status: Option<&'a str>,
    /// The line of the source.
    pub source: Option<&'a str>,
    /// The line of the reason.
    pub basis: Option<&'a str>,
    /// The range.
    pub range: (Option<&'a str>, Option<&'a str>),
}

/// Reads a link.
pub fn read(link: &str) -> ContentV6<'_> {
    let mut fifth = v5::read(link);
    let values = &mut fifth.fourth.third.first.values;
    values.retain(|(name, _)| !name.starts_with(OWN));
    let parts = link.split('&').filter_map(|part| {
        let (name, value) = part.split_once('=')?;
        Some((name.strip_prefix(OWN)?, value))
    });
    let mut own: Option<OwnV6<'_>> = None;
    let mut seen = Vec::new();
    for (name, value) in parts {
        let own = own.get_or_insert_default();
        if seen.contains(&name) {
            own.report(name, Fault::Duplicate);
            continue;
        }
        seen.push(name);
        own.take(name, value);
    }
    ContentV6 { fifth, own }
}

impl<'a> OwnV6<'a> {
    fn report(&mut self, name: &str, fault: Fault) {
        self.problems
            .push(Problem::new(&format!("{OWN}{name}"), fault));
    }

    fn take(&mut self, name: &'a str, value: &'a str) {
        match name {
            "of" => self.default = value,
            "years" => self.years = value,
            "name" | "texts" => match text_of(value) {
                Some(text) if name == "name" => self.name = text,
                Some(text) => self.texts = text.lines().map(str::to_owned).collect(),
                None => self.report(name, Fault::NotUnderstood(quote(value))),
            },
            "counties" | "projects" => match value.split_once('_') {
                Some((rows, sum)) => self.tables.push((name, rows, sum)),
                None => self.report(name, Fault::NotUnderstood(quote(value))),
            },
            "v" => {
                for entry in value.split('~').take(MOST_VALUES) {
                    match value_of(entry) {
                        Some((code, _)) if self.values.iter().any(|(known, _)| *known == code) => {
                            self.report(code, Fault::Duplicate);
                        }
                        Some(read) => self.values.push(read),
                        None => self.report(name, Fault::NotUnderstood(quote(entry))),
                    }
                }
            }
            other => self.report(other, Fault::UnknownKey),
        }
    }
}

fn text_of(value: &str) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(value).ok()?;
    String::from_utf8(bytes).ok()
}

fn value_of(text: &str) -> Option<(&str, ValueV6<'_>)> {
    let mut parts = text.split('_');
    let (code, number) = (parts.next()?, parts.next()?);
    let number = match number.strip_suffix('w') {
        Some(count) if super::v1::is_digits(count) => format!("{count}0000"),
        _ => number.to_owned(),
    };
    let mut value = ValueV6 {
        value: number,
        ..ValueV6::default()
    };
    for part in parts {
        let (mark, rest) = part.split_at_checked(1)?;
        let place = match mark {
            "y" => &mut value.year,
            "d" => &mut value.day,
            "q" => &mut value.status,
            "s" => &mut value.source,
            "b" => &mut value.basis,
            "r" => &mut value.range.0,
            "m" => &mut value.range.1,
            _ => return None,
        };
        if place.replace(rest).is_some() {
            return None;
        }
    }
    Some((code, value))
}

/// A part of the own figures.
pub fn part(name: &str, value: &str) -> String {
    format!("{OWN}{name}={value}")
}

/// A part that is a text.
pub fn text_part(name: &str, text: &str) -> String {
    part(name, &URL_SAFE_NO_PAD.encode(text))
}

/// The part of all values.
pub fn values_part(values: &[String]) -> String {
    part("v", &values.join("~"))
}

/// A value with what stands behind it.
pub fn value_text(code: &str, value: &ValueV6<'_>) -> String {
    let number = super::v1::short_value(value.value.clone());
    let mut text = format!("{code}_{number}");
    let parts = [
        ('y', value.year),
        ('d', value.day),
        ('q', value.status),
        ('s', value.source),
        ('b', value.basis),
        ('r', value.range.0),
        ('m', value.range.1),
    ];
    for (mark, part) in parts {
        if let Some(part) = part {
            text.push('_');
            text.push(mark);
            text.push_str(part);
        }
    }
    text
}
