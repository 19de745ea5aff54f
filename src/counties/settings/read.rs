//! The way in of a file of settings: nothing of it is left out in silence.

use rust_decimal::Decimal;

use super::raw::{ADDED, INSTEAD, RawDivision, RawProjectSettings, RawSettings};
use super::reading::{SettingsReading, day_of};
use super::{
    COUNTIES_SCHEMA, CountySettings, CountyTerms, DivisionSettings, Factor, MONTHS,
    MOST_SETTINGS_BYTES, ProjectSettings, whole_wan,
};
use crate::analysis::progress::Month;
use crate::counties::indicator::Indicator;
use crate::number::Share;
use crate::problem::{CountiesFault, Fault, Problem, quote};
use crate::region::key::Unit;
use crate::region::parse::{json_problem, parse_value};

/// The greatest weight.
const MOST_WEIGHT: i64 = 1_000;
/// The most edges of classes of size.
const MOST_EDGES: usize = 20;
/// The greatest edge, in yuan.
const MOST_EDGE_YUAN: i64 = 1_000_000_000_000;

impl CountySettings {
    /// Reads a file of settings.
    ///
    /// # Errors
    /// Every problem found, each with its place in the file.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        if text.len() > MOST_SETTINGS_BYTES {
            return Err(vec![Problem::new("", Fault::TooLong(MOST_SETTINGS_BYTES))]);
        }
        let text = text.trim_start_matches('\u{feff}');
        let raw: RawSettings =
            serde_json::from_str(text).map_err(|error| vec![json_problem(&error)])?;
        let mut reading = SettingsReading::default();
        let settings = reading.settings(raw);
        match reading.problems.is_empty() {
            true => Ok(settings),
            false => Err(reading.problems),
        }
    }
}

impl SettingsReading {
    fn settings(&mut self, raw: RawSettings) -> CountySettings {
        let mut settings = CountySettings::default();
        if raw.schema != COUNTIES_SCHEMA {
            self.report("zengshou-counties", Fault::UnknownSchema(raw.schema));
        }
        for (name, text) in self.once("weights", raw.weights.0) {
            let place = format!("weights.{name}");
            let weight = self.number(&place, &text, MOST_WEIGHT);
            match Indicator::parse(&name) {
                Some(one) => settings.weights[one as usize] = weight,
                None => self.report(&place, Fault::UnknownKey),
            }
        }
        if settings.weights.iter().all(Decimal::is_zero) {
            self.report("weights", CountiesFault::NoWeight);
        }
        if let Some(schedule) = raw.schedule {
            self.schedule(&schedule, &mut settings.schedule);
        }
        if let Some(lamps) = raw.lamps {
            settings.yellow = self.number("lamps.yellow", &lamps.yellow, 1);
        }
        for (place, raw, into) in [
            ("targets", raw.targets, &mut settings.targets),
            ("goals", raw.goals, &mut settings.goals),
        ] {
            for (name, text) in self.once(place, raw.0) {
                let place = format!("{place}.{name}");
                let goal = text.map(|text| self.number(&place, &text, 1));
                match Indicator::parse(&name) {
                    Some(one) => into[one as usize] = goal,
                    None => self.report(&place, Fault::UnknownKey),
                }
            }
        }
        if settings.targets[Indicator::Spending as usize].is_some() {
            self.report("targets.spending", CountiesFault::ScheduleIsTarget);
        }
        settings.small = raw.small.unwrap_or(settings.small);
        if let Some(text) = raw.day {
            settings.day = day_of(&text);
            if settings.day.is_none() {
                self.report("day", Fault::NotADay(quote(&text)));
            }
        }
        if let Some(division) = raw.division {
            self.division(division, &mut settings.division);
        }
        if let Some(projects) = raw.projects {
            self.projects(projects, &mut settings.projects);
        }
        self.guarantees(raw.guarantees, &mut settings.guarantees);
        self.campaigns(raw.campaigns, &mut settings.campaigns);
        settings
    }

    fn schedule(&mut self, texts: &[String], into: &mut [Decimal; MONTHS]) {
        if texts.len() != MONTHS {
            self.report("schedule", CountiesFault::NotTwelve(texts.len()));
            return;
        }
        for (month, (share, text)) in into.iter_mut().zip(texts).enumerate() {
            *share = self.number(&format!("schedule.{}", month + 1), text, 1);
        }
        if let Some(month) = (1..MONTHS).find(|month| into[*month] < into[month - 1]) {
            self.report(&format!("schedule.{}", month + 1), CountiesFault::Falling);
        }
    }

    fn division(&mut self, raw: RawDivision, into: &mut DivisionSettings) {
        for (name, text) in self.once("division.weights", raw.weights.0) {
            let place = format!("division.weights.{name}");
            let weight = self.number(&place, &text, MOST_WEIGHT);
            let factor = Factor::ALL.into_iter().find(|one| one.name() == name);
            match factor {
                Some(factor) => into.weights[factor as usize] = weight,
                None => self.report(&place, Fault::UnknownKey),
            }
        }
        if into.weights.iter().all(Decimal::is_zero) {
            self.report("division.weights", CountiesFault::NoWeight);
        }
        into.money = self.wan("division.amount", raw.amount);
        into.floor = self.wan("division.floor", raw.floor);
        into.cap = self.wan("division.cap", raw.cap);
        into.is_added = match raw.money.as_deref() {
            None | Some(INSTEAD) => false,
            Some(ADDED) => true,
            Some(other) => {
                self.report("division.money", CountiesFault::MoneyWord(quote(other)));
                false
            }
        };
        for (name, raw) in self.once("division.counties", raw.counties.0) {
            let place = format!("division.counties.{}", quote(&name));
            let mut factor = |part: &str, text: Option<String>| {
                let place = format!("{place}.{part}");
                text.map_or(Decimal::ONE, |text| self.number(&place, &text, MOST_WEIGHT))
            };
            let (policy, appraisal) = (
                factor("policy", raw.policy),
                factor("appraisal", raw.appraisal),
            );
            let terms = CountyTerms {
                floor: self.wan(&format!("{place}.floor"), raw.floor),
                cap: self.wan(&format!("{place}.cap"), raw.cap),
                policy,
                appraisal,
            };
            into.counties.insert(name, terms);
        }
        for (name, text) in self.once("division.taken", raw.taken.0) {
            let place = format!("division.taken.{}", quote(&name));
            if let Some(wan) = self.wan(&place, Some(text)) {
                into.taken.insert(name, wan);
            }
        }
    }

    fn projects(&mut self, raw: RawProjectSettings, into: &mut ProjectSettings) {
        if let Some(texts) = raw.sizes {
            into.edges.clear();
            if texts.len() > MOST_EDGES {
                let fault = CountiesFault::TooManyEdges(MOST_EDGES);
                self.report("projects.sizes", fault);
                return;
            }
            for (index, text) in texts.iter().enumerate() {
                let place = format!("projects.sizes.{}", index + 1);
                let edge = self.number(&place, text, MOST_EDGE_YUAN);
                if into.edges.last().is_some_and(|last| edge <= *last) {
                    self.report(&place, CountiesFault::EdgesFall);
                }
                into.edges.push(edge);
            }
        }
        if let Some(number) = raw.begin_by {
            match Month::new(number) {
                Some(month) => into.begin_by = month,
                None => self.report("projects.begin_by", CountiesFault::NotAMonth(number)),
            }
        }
        if let Some(text) = raw.most_lag {
            into.most_lag = Share(self.number("projects.most_lag", &text, 1));
        }
    }

    fn wan(&mut self, place: &str, text: Option<String>) -> Option<u64> {
        let text = text?;
        let value = match parse_value(Unit::Yuan, &text) {
            Ok(value) => value,
            Err(fault) => {
                self.report(place, fault);
                return None;
            }
        };
        let wan = whole_wan(value);
        if wan.is_none() {
            self.report(place, CountiesFault::NotWholeWan(quote(&text)));
        }
        wan
    }
}
