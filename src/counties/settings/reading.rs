//! The means that every part of the file of settings is read by: places of problems, names that come once, bounded numbers, days.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use zengshou_sheets::SheetDate;

use crate::problem::{Fault, Problem, quote};
use crate::region::key::Unit;
use crate::region::parse::parse_value;

/// A file of settings on its way in.
#[derive(Default)]
pub(super) struct SettingsReading {
    pub(super) problems: Vec<Problem>,
}

impl SettingsReading {
    pub(super) fn report(&mut self, place: &str, fault: impl Into<Fault>) {
        self.problems.push(Problem::new(place, fault.into()));
    }

    /// Pairs without those whose name came before, which are reported.
    pub(super) fn once<T>(&mut self, place: &str, pairs: Vec<(String, T)>) -> Vec<(String, T)> {
        let mut kept = BTreeSet::new();
        let mut once = Vec::new();
        for (name, value) in pairs {
            match kept.insert(name.clone()) {
                true => once.push((name, value)),
                false => self.report(&format!("{place}.{}", quote(&name)), Fault::Duplicate),
            }
        }
        once
    }

    pub(super) fn number(&mut self, place: &str, text: &str, most: i64) -> Decimal {
        let most = Decimal::from(most);
        match parse_value(Unit::People, text) {
            Ok(value) if (Decimal::ZERO..=most).contains(&value) => value,
            Ok(value) => {
                self.report(
                    place,
                    Fault::OutOfRange {
                        value,
                        least: Decimal::ZERO,
                        most,
                        unit: Unit::PeoplePerHousehold,
                    },
                );
                Decimal::ZERO
            }
            Err(fault) => {
                self.report(place, fault);
                Decimal::ZERO
            }
        }
    }
}

/// A day as ISO 8601 writes it.
pub fn day_of(text: &str) -> Option<SheetDate> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| -> Option<u16> {
        let part = parts.next()?;
        let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let date = SheetDate::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok());
    date.filter(|_| parts.next().is_none())
}
