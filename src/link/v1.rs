//! Version 1 of the encoding: `name=value` joined by `&`, in any order, with a check.
//!
//! A value is a plain decimal, `true` or `false`; whole ten thousands may stand as `71593w`.
//!
//! Frozen once released: it reads the same links forever. It knows names and texts only; the table
//! of keys decides on the keys and their ranges, and its names never change.

use std::borrow::Cow;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use rust_decimal::Decimal;

use crate::language::Language;
use crate::number::parse_decimal;
use crate::problem::{Fault, Problem, quote};

/// The content of a link of version 1.
#[derive(Debug, Default)]
pub struct ContentV1<'a> {
    /// The version of the model.
    pub model: Option<u32>,
    /// The region's identifier and, if it is given, the version of its data.
    pub region: Option<(&'a str, Option<u32>)>,
    /// The headline as it was shared.
    pub income: Option<Decimal>,
    /// The language.
    pub language: Option<Language>,
    /// Everything else: names of keys, and values without their `w`.
    pub values: Vec<(&'a str, Cow<'a, str>)>,
    /// True where the check shows that the link was changed.
    pub is_altered: bool,
    /// Parts above that were not understood.
    pub problems: Vec<Problem>,
}

/// The result of a link's check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// There is none: the link was written by hand.
    Absent,
    /// The link is as it was made.
    Whole,
    /// The link was cut off or altered.
    Broken,
}

/// The name of the part that holds the check.
const CHECK: &str = "check";

/// The sum of the check. Without a table: links are short, and the table would be sixteen
/// kilobytes of a download that nothing compresses.
const SUM: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// The check of a link's other parts: their CRC-32 in base 36. Sorted first, so that a link
/// whose parts only changed places is still whole.
pub fn check_of<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut parts: Vec<&str> = parts.collect();
    parts.sort_unstable();
    let mut rest = SUM.checksum(parts.join("&").as_bytes());
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(rest % 36, 36).unwrap_or('0'));
        rest /= 36;
        if rest == 0 {
            return digits.iter().rev().collect();
        }
    }
}

/// Holds a link against its own check. Where there are two, the first counts and the second
/// belongs to what was altered.
pub fn seal_of(link: &str) -> Seal {
    let mut check = None;
    let others = parts_of(link).filter(|part| match part.split_once('=') {
        Some((CHECK, value)) if check.is_none() => {
            check = Some(value);
            false
        }
        _ => true,
    });
    let computed = check_of(others);
    match check {
        None => Seal::Absent,
        Some(given) if given == computed => Seal::Whole,
        Some(_) => Seal::Broken,
    }
}

/// Reads a link.
pub fn read(link: &str) -> ContentV1<'_> {
    let mut content = ContentV1 {
        is_altered: seal_of(link) == Seal::Broken,
        ..ContentV1::default()
    };
    let mut seen: Vec<&str> = Vec::new();
    for part in parts_of(link) {
        let Some((name, value)) = part.split_once('=') else {
            content.report("", Fault::NotUnderstood(quote(part)));
            continue;
        };
        if !matches!(name, "v" | "model" | "region" | "income" | "lang" | CHECK) {
            content.values.push((name, plain_value(value)));
        } else if seen.contains(&name) {
            content.report(name, Fault::Duplicate);
        } else {
            seen.push(name);
            content.read_header(name, value);
        }
    }
    content
}

impl<'a> ContentV1<'a> {
    fn report(&mut self, place: &str, fault: Fault) {
        self.problems.push(Problem::new(place, fault));
    }

    fn read_header(&mut self, name: &str, value: &'a str) {
        match name {
            "model" => match whole_number(value) {
                Some(version) => self.model = Some(version),
                None => self.report(name, Fault::NotUnderstood(quote(value))),
            },
            "region" => {
                let (id, version) = region_and_version(value);
                let number = version.and_then(whole_number);
                if version.is_some() && number.is_none() {
                    self.report(name, Fault::NotUnderstood(quote(value)));
                }
                self.region = Some((id, number));
            }
            "income" => match parse_decimal(value) {
                Ok(income) => self.income = Some(income),
                Err(_) => self.report(name, Fault::NotANumber(quote(value))),
            },
            "lang" => match Language::parse(value) {
                Some(language) => self.language = Some(language),
                None => self.report(name, Fault::NotUnderstood(quote(value))),
            },
            // The version led here, and the check was compared with the whole link.
            _ => {}
        }
    }
}

/// Splits `zhangjiakou-2021.1` into the region's identifier, which has no point, and the text of
/// its data's version.
pub fn region_and_version(value: &str) -> (&str, Option<&str>) {
    match value.split_once('.') {
        Some((id, version)) => (id, Some(version)),
        None => (value, None),
    }
}

/// A value's text with its whole ten thousands as `w`, for 万: planners count money so, and the
/// twelve cells of the matrix are what makes links long.
pub fn short_value(text: String) -> String {
    match text.strip_suffix("0000") {
        Some(count) if is_digits(count) => format!("{count}w"),
        _ => text,
    }
}

/// The plain text of a value that may end in `w`.
fn plain_value(text: &str) -> Cow<'_, str> {
    match text.strip_suffix('w') {
        Some(count) if is_digits(count) => format!("{count}0000").into(),
        _ => text.into(),
    }
}

fn parts_of(link: &str) -> impl Iterator<Item = &str> {
    link.split('&').filter(|part| !part.is_empty())
}

fn whole_number(text: &str) -> Option<u32> {
    // The library's own reader takes a plus sign too.
    is_digits(text).then(|| text.parse().ok()).flatten()
}

/// True for a text of digits and nothing else.
pub fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
