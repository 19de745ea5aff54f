//! Reads a region file and refuses one that can't be defended: every value needs a status, a
//! published one its source, a derived or assumed one its basis, an assumed one its range.

mod json;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::key::{Fixed, Key, Unit, Yearly};
use super::raw::{Pairs, RawFigure, RawRegion, RawSource};
use super::{EvidencedValue, Publication, Region, Status, Text, Values, Years};
use crate::language::Language;
use crate::number::{DecimalError, MOST_PLACES, parse_decimal};
use crate::problem::{Fault, Problem};

pub use super::raw::Pairs as OrderedPairs;
pub use json::json_problem;

/// The schema of region files that this program reads.
pub const SCHEMA: u32 = 1;
/// The longest region file that is read, in bytes.
pub const MOST_BYTES: usize = 4 << 20;
/// The most years that a projection may have.
const MOST_PLAN_YEARS: u16 = 20;
/// The last first year of plans with a national share of central funds for industry, for files that do not say:
/// the transition period ended in 2025, and the document no. 1 of 2026 lets counties differ.
const NATIONAL_SHARE_UNTIL: u16 = 2025;
/// The most years between the known income and the first plan year.
pub const MOST_KNOWN_YEARS: u16 = 10;

/// Reads and checks a region file.
///
/// # Errors
/// Every problem found, each with the path of the value in the file.
pub fn parse_region(text: &str) -> Result<Region, Vec<Problem>> {
    Reader::default().file(text)
}

/// Reads the numbers of a region file whose texts come later: what is said of a value is empty then, and missed by
/// nobody until the whole is read by [`parse_region`].
///
/// # Errors
/// Every other problem found, each with the path of the value in the file.
pub fn parse_numbers(text: &str) -> Result<Region, Vec<Problem>> {
    let reader = Reader {
        texts_come_later: true,
        ..Reader::default()
    };
    reader.file(text)
}

/// The file as it is written.
///
/// # Errors
/// The problem of one that is too long or has another shape.
pub(super) fn raw_region(text: &str) -> Result<RawRegion, Vec<Problem>> {
    if text.len() > MOST_BYTES {
        return Err(vec![Problem::new("", Fault::TooLong(MOST_BYTES))]);
    }
    let raw: RawRegion = serde_json::from_str(text).map_err(|error| vec![json_problem(&error)])?;
    if raw.schema != SCHEMA {
        return Err(vec![Problem::new(
            "schema",
            Fault::UnknownSchema(raw.schema),
        )]);
    }
    Ok(raw)
}

/// Reads the text of a value of that unit: a decimal, or `true` and `false` for a flag.
///
/// # Errors
/// The fault of the text.
pub fn parse_value(unit: Unit, text: &str) -> Result<Decimal, Fault> {
    if unit == Unit::Flag {
        return match text {
            "true" => Ok(Decimal::ONE),
            "false" => Ok(Decimal::ZERO),
            _ => Err(Fault::NotAFlag(crate::problem::quote(text))),
        };
    }
    parse_decimal(text).map_err(|error| match error {
        DecimalError::NotANumber => Fault::NotANumber(crate::problem::quote(text)),
        DecimalError::TooManyDigits => Fault::TooManyDigits(crate::problem::quote(text)),
    })
}

/// Checks that a value lies in its key's range and has no more places than files and links keep.
///
/// # Errors
/// [`Fault::OutOfRange`] with the range, or [`Fault::TooManyDigits`].
pub fn check_range(key: Key, value: Decimal) -> Result<(), Fault> {
    let (least, most) = key.range();
    if (least..=most).contains(&value) {
        if value.normalize().scale() > MOST_PLACES {
            return Err(Fault::TooManyDigits(value.to_string()));
        }
        return Ok(());
    }
    Err(Fault::OutOfRange {
        value,
        least,
        most,
        unit: key.unit(),
    })
}

/// A region file on its way in, with the problems found so far.
#[derive(Default)]
pub(super) struct Reader {
    problems: Vec<Problem>,
    /// True where missing texts are no problem.
    texts_come_later: bool,
}

impl Reader {
    fn file(mut self, text: &str) -> Result<Region, Vec<Problem>> {
        let region = self.region(raw_region(text)?);
        self.finish(region)
    }

    /// The region, unless problems were found on the way.
    pub(super) fn finish(self, region: Region) -> Result<Region, Vec<Problem>> {
        if self.problems.is_empty() {
            Ok(region)
        } else {
            Err(self.problems)
        }
    }

    pub(super) fn report(&mut self, place: &str, fault: Fault) {
        let is_text = matches!(fault, Fault::MissingText(_) | Fault::WithoutBasis);
        if is_text && self.texts_come_later {
            return;
        }
        self.problems.push(Problem::new(place, fault));
    }

    fn region(&mut self, raw: RawRegion) -> Region {
        let years = Years {
            income: raw.income_year,
            first_plan: raw.first_plan_year,
            horizon: raw.horizon,
        };
        let in_order = years.income >= 2000
            && years.income < years.first_plan
            && years.first_plan <= years.horizon
            && years.first_plan - years.income <= MOST_KNOWN_YEARS
            && years.horizon < 2100
            && years.horizon - years.first_plan < MOST_PLAN_YEARS;
        if !in_order {
            self.report(
                "horizon",
                Fault::BadYears(years.income, years.first_plan, years.horizon),
            );
        }
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        if raw.id.is_empty() || !raw.id.bytes().all(is_plain) {
            // Links and file names hold the identifier as it is.
            self.report("id", Fault::NotUnderstood(crate::problem::quote(&raw.id)));
        }
        let name = self.text("name", raw.name);
        let mut sources = BTreeMap::new();
        for (id, source) in raw.sources.0 {
            let place = format!("sources.{id}");
            let source = self.source(&place, source);
            if sources.insert(id, source).is_some() {
                self.report(&place, Fault::Duplicate);
            }
        }
        let mut parameters = BTreeMap::new();
        for (name, figure) in raw.parameters.0 {
            let place = format!("parameters.{name}");
            let Some(key) = Key::parse(&name) else {
                self.report(&place, Fault::UnknownKey);
                continue;
            };
            let Some(figure) = self.figure(&place, figure, Some(key), &sources) else {
                continue;
            };
            if parameters.insert(key, figure).is_some() {
                self.report(&place, Fault::Duplicate);
            }
        }
        for (place, fault) in super::ties::faults(&parameters) {
            self.report(&place, fault);
        }
        let mut figures = Vec::new();
        let mut seen = BTreeSet::new();
        for (id, figure) in raw.figures.0 {
            let place = format!("figures.{id}");
            if let Some(figure) = self.figure(&place, figure, None, &sources) {
                if !seen.insert(id.clone()) {
                    self.report(&place, Fault::Duplicate);
                }
                if figure.same_as.is_some() {
                    self.report(&place, Fault::CannotBeTied);
                }
                figures.push((id, figure));
            }
        }
        let mut divisions = Vec::new();
        for (kind, names) in raw.divisions.0 {
            for name in names {
                divisions.push(self.text(&format!("divisions.{kind}"), name));
            }
        }
        let values = Values::of(&parameters);
        if in_order {
            self.check_complete("parameters", &parameters, years);
        }
        self.check_evidence(&parameters, &figures, &sources);
        for whole in crate::region::wholes::exceeded(&values) {
            self.report("parameters", whole);
        }
        let terms = self.terms(raw.terms);
        let lineage = self.lineage(raw.version, &parameters, raw.vintages);
        if in_order {
            self.check_vintages(&lineage, years);
        }
        Region {
            id: raw.id,
            version: raw.version,
            name,
            years,
            sources,
            parameters,
            figures,
            divisions,
            own: None,
            terms,
            national_share_until: raw.national_share_until.unwrap_or(NATIONAL_SHARE_UNTIL),
            values,
            lineage: Arc::new(lineage),
        }
    }

    /// Reports every value that the model needs and that `parameters`, which stand at `place`, lack.
    pub(super) fn check_complete(
        &mut self,
        place: &str,
        parameters: &BTreeMap<Key, EvidencedValue>,
        years: Years,
    ) {
        let known_growth =
            (years.income + 1..=years.base()).map(|year| Key::Yearly(Yearly::GrowthKnown, year));
        let needed = Fixed::ALL
            .iter()
            .map(|fixed| Key::Fixed(*fixed))
            .chain(known_growth)
            .chain([Key::Yearly(Yearly::RiskLine, years.income)]);
        for key in needed {
            if !parameters.contains_key(&key) {
                self.report(&format!("{place}.{key}"), Fault::MissingKey);
            }
        }
        // The plan keeps the coverage of the known year: two different numbers would be two plans.
        let coverage = parameters
            .get(&Key::Fixed(Fixed::Coverage))
            .map(|figure| figure.value);
        let coverage0 = parameters
            .get(&Key::Fixed(Fixed::Coverage0))
            .map(|figure| figure.value);
        if coverage != coverage0 {
            self.report(
                &format!("{place}.coverage"),
                Fault::MustEqual("coverage0".to_owned()),
            );
        }
    }

    pub(super) fn text(&mut self, place: &str, raw: Pairs<String>) -> Text {
        for (tag, _) in &raw.0 {
            if Language::parse(tag).is_none() {
                self.report(&format!("{place}.{tag}"), Fault::UnknownKey);
            }
        }
        Text(Arc::new(Language::ALL.map(|language| {
            let found = raw.0.iter().find(|(tag, _)| tag == language.tag());
            match found {
                Some((_, text)) if !text.trim().is_empty() => text.clone(),
                _ => {
                    self.report(place, Fault::MissingText(language.tag()));
                    String::new()
                }
            }
        })))
    }

    fn source(&mut self, place: &str, raw: RawSource) -> Publication {
        let gives = self.given(&format!("{place}.gives"), raw.gives);
        Publication {
            gives,
            title: self.text(&format!("{place}.title"), raw.title),
            publisher: self.text(&format!("{place}.publisher"), raw.publisher),
            published: raw.published,
            is_untitled: raw.untitled,
            is_study: raw.study,
            is_local: raw.local,
            note: raw
                .note
                .map(|note| self.text(&format!("{place}.note"), note)),
        }
    }

    pub(super) fn number(&mut self, place: &str, unit: Unit, text: &str) -> Option<Decimal> {
        parse_value(unit, text)
            .map_err(|fault| self.report(place, fault))
            .ok()
    }

    /// A figure; with a key it is a parameter, whose unit and range the key gives, else a
    /// published figure, which needs a name.
    fn figure(
        &mut self,
        place: &str,
        raw: RawFigure,
        key: Option<Key>,
        sources: &BTreeMap<String, Publication>,
    ) -> Option<EvidencedValue> {
        let Some(unit) = Unit::parse(&raw.unit) else {
            self.report(place, Fault::UnknownUnit(crate::problem::quote(&raw.unit)));
            return None;
        };
        if let Some(key) = key
            && key.unit() != unit
        {
            self.report(place, Fault::WrongUnit(key.unit()));
            return None;
        }
        let name = raw
            .name
            .map(|name| self.text(&format!("{place}.name"), name));
        if key.is_none() && name.is_none() {
            self.report(place, Fault::MissingText(Language::SimplifiedChinese.tag()));
        }
        let value = self.number(place, unit, &raw.value)?;
        if let Some(key) = key
            && let Err(fault) = check_range(key, value)
        {
            self.report(place, fault);
        }
        let stated = raw.status.unwrap_or_default();
        let Some((status, _)) = Status::NAMES.into_iter().find(|(_, name)| *name == stated) else {
            self.report(place, Fault::UnknownStatus(crate::problem::quote(&stated)));
            return None;
        };
        let range = match raw.range {
            Some([least, most]) => {
                let range = (
                    self.number(place, unit, &least)?,
                    self.number(place, unit, &most)?,
                );
                if range.0 > range.1 {
                    self.report(place, Fault::BadRange);
                } else if !(range.0..=range.1).contains(&value) {
                    self.report(place, Fault::BesideRange { value, unit });
                }
                Some(range)
            }
            None => None,
        };
        for source in &raw.sources {
            if !sources.contains_key(source) {
                self.report(place, Fault::UnknownSource(crate::problem::quote(source)));
            }
        }
        let same_as = raw.same_as.and_then(|name| {
            let known = Key::parse(&name);
            if known.is_none() {
                self.report(&format!("{place}.same_as"), Fault::UnknownKey);
            }
            known
        });
        let basis = raw
            .basis
            .map(|basis| self.text(&format!("{place}.basis"), basis));
        let series = self.benchmark(&format!("{place}.series"), raw.series);
        let follows = self.benchmark(&format!("{place}.follows"), raw.follows);
        match status {
            Status::Source if raw.sources.is_empty() => self.report(place, Fault::WithoutSource),
            Status::Derived if basis.is_none() => self.report(place, Fault::WithoutBasis),
            Status::Assumption if basis.is_none() => self.report(place, Fault::WithoutBasis),
            Status::Assumption if range.is_none() && unit != Unit::Flag => {
                self.report(place, Fault::WithoutRange);
            }
            _ => {}
        }
        Some(EvidencedValue {
            name,
            value,
            unit,
            year: raw.year,
            status,
            sources: raw.sources,
            basis,
            range,
            same_as,
            footing: None,
            replaced: None,
            series,
            follows,
        })
    }
}
