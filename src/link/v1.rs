//! Version 1 of the encoding. Frozen: what it reads, it reads for ever.

use rust_decimal::Decimal;

use super::Link;
use crate::language::Language;
use crate::model;
use crate::number::parse_decimal;
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;
use crate::region::key::Key;
use crate::scenario::Scenario;

/// The checksum of a fragment without its check, in base 36.
pub fn check_of(fragment_without_check: &str) -> String {
    let mut rest = crc32fast::hash(fragment_without_check.as_bytes());
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(rest % 36, 36).unwrap_or('0'));
        rest /= 36;
        if rest == 0 {
            break;
        }
    }
    digits.iter().rev().collect()
}

/// Reads a cleaned fragment.
///
/// # Errors
/// The problem, if the link is of another region.
pub fn decode(region: &Region, fragment: &str) -> Result<Link, Vec<Problem>> {
    let mut link = Link {
        region_id: region.id.clone(),
        region_version: region.version,
        model: model::VERSION,
        income_as_shared: None,
        language: None,
        scenario: Scenario::default(),
        problems: Vec::new(),
    };
    let mut problems = Vec::new();
    let mut pairs = Vec::new();
    let mut heads: Vec<&str> = Vec::new();
    for part in fragment.split('&').filter(|part| !part.is_empty()) {
        let Some((name, value)) = part.split_once('=') else {
            problems.push(Problem::new("", Fault::NotUnderstood(quote(part))));
            continue;
        };
        if matches!(name, "v" | "model" | "region" | "income" | "lang" | "check") {
            if heads.contains(&name) {
                problems.push(Problem::new(name, Fault::Duplicate));
                continue;
            }
            heads.push(name);
        }
        match name {
            "v" => {}
            "model" => match value.parse() {
                Ok(version) => {
                    link.model = version;
                    if version != model::VERSION {
                        problems.push(Problem::new(name, Fault::OtherModel(quote(value))));
                    }
                }
                Err(_) => problems.push(Problem::new(name, Fault::NotUnderstood(quote(value)))),
            },
            "region" => read_region(region, value, &mut link, &mut problems)?,
            "income" => match parse_decimal(value) {
                Ok(income) => link.income_as_shared = Some(rescaled(income)),
                Err(_) => problems.push(Problem::new(name, Fault::NotANumber(quote(value)))),
            },
            "lang" => match Language::parse(value) {
                Some(language) => link.language = Some(language),
                None => problems.push(Problem::new(name, Fault::NotUnderstood(quote(value)))),
            },
            "check" => {
                if value != check_of(&without_check(fragment)) {
                    problems.push(Problem::new("", Fault::Altered));
                }
            }
            _ => pairs.push((
                Key::parse(name).or_else(|| Key::parse_code(name)),
                name,
                value,
            )),
        }
    }
    let (scenario, faults) = Scenario::read(region, pairs);
    problems.extend(faults);
    link.scenario = scenario;
    link.problems = problems;
    Ok(link)
}

fn read_region(
    region: &Region,
    value: &str,
    link: &mut Link,
    problems: &mut Vec<Problem>,
) -> Result<(), Vec<Problem>> {
    let (id, version) = value.rsplit_once('.').unwrap_or((value, ""));
    if id != region.id {
        return Err(vec![Problem::new(
            "region",
            Fault::UnknownRegion(quote(id)),
        )]);
    }
    match version.parse() {
        Ok(version) => {
            link.region_version = version;
            if version != region.version {
                let fault = Fault::OtherRegionVersion(version.to_string());
                problems.push(Problem::new("region", fault));
            }
        }
        Err(_) => problems.push(Problem::new("region", Fault::NotUnderstood(quote(value)))),
    }
    Ok(())
}

/// The fragment as it was when its check was computed.
fn without_check(fragment: &str) -> String {
    let parts = fragment
        .split('&')
        .filter(|part| !part.starts_with("check="));
    parts.collect::<Vec<_>>().join("&")
}

fn rescaled(income: Decimal) -> Decimal {
    crate::number::round(income, crate::number::MONEY_PLACES)
}
