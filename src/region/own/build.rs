//! A region of one's own made whole: given values, and the default region's where none is given.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::fallback::Fallback;
use super::raw::may_be_given;
use super::years::fault_of_years;
use super::{GivenFigure, OWN_SOURCE, OwnFigure, OwnRegion, essential_keys};
use crate::language::Language;
use crate::problem::{Fault, Problem};
use crate::region::key::{Component, Fixed, Key, Unit, Year, Yearly, income0};
use crate::region::parse::Reader;
use crate::region::vintages::Lineage;
use crate::region::{
    EvidencedValue, Footing, Publication, Region, Status, Text, Values, ties, wholes,
};

impl OwnRegion {
    /// The whole region.
    ///
    /// # Errors
    /// Every problem found, with the place of the value in the file of own figures.
    pub fn region(&self, default: &Region) -> Result<Region, Vec<Problem>> {
        let default = self.of_default(default);
        if let Some(fault) = self.fault_of_default(&default) {
            return Err(vec![Problem::new("default", fault)]);
        }
        if let Some(fault) = fault_of_years(self.years, default.years.income) {
            return Err(vec![Problem::new("horizon", fault)]);
        }
        let mut building = Building::new(self, &default);
        let region = building.region();
        building.reader.finish(region)
    }

    /// The values of the region, given ones and those that stand in, as far as they are there. Nothing is checked.
    pub fn parameters(&self, default: &Region) -> BTreeMap<Key, EvidencedValue> {
        let default = self.of_default(default);
        Building::new(self, &default).parameters()
    }

    /// The default region with the data that stood in for what is not given.
    fn of_default<'r>(&self, default: &'r Region) -> Cow<'r, Region> {
        let version = self.default.as_ref().map(|used| used.version);
        default.as_of(version.or(Some(default.newest())))
    }

    fn fault_of_default(&self, default: &Region) -> Option<Fault> {
        let used = self.default.as_ref()?;
        if used.id != default.id {
            return Some(Fault::UnknownRegion(used.id.clone()));
        }
        let version = used.version;
        (version != default.version).then(|| Fault::OtherRegionVersion(version.to_string()))
    }

    /// The households of the lifted population and the people in each, if they are given.
    fn household_size(&self) -> Option<(Decimal, String)> {
        let people = self.values.get(&Key::Fixed(Fixed::Population))?.value;
        let households = self.figures.get(&GivenFigure::LiftedHouseholds)?.value;
        let size = people.checked_div(households)?.round_dp(6).normalize();
        Some((size, format!("{people} ÷ {households} = {size}")))
    }

    /// Operating income after its costs, if both are given.
    fn net_operating(&self) -> Option<(Decimal, String)> {
        let gross = self.figures.get(&GivenFigure::OperatingGross)?.value;
        let costs = self.figures.get(&GivenFigure::OperatingCosts)?.value;
        let net = gross.checked_sub(costs)?;
        Some((net, format!("{gross} − {costs} = {net}")))
    }
}

/// The publications of the default region that are not of its place alone.
fn national_sources(default: &Region) -> BTreeMap<String, Publication> {
    let sources = default.sources.iter();
    sources
        .filter(|(_, source)| !source.is_local)
        .map(|(id, source)| (id.clone(), source.clone()))
        .collect()
}

/// A text that is the same in every language.
pub(super) fn in_every_language(text: &str) -> Text {
    Text(Arc::new(Language::ALL.map(|_| text.to_owned())))
}

/// A region on its way to being whole.
pub(super) struct Building<'a> {
    pub(super) own: &'a OwnRegion,
    pub(super) default: &'a Region,
    pub(super) fallback: Fallback<'a>,
    reader: Reader,
    sources: BTreeMap<String, Publication>,
}

impl<'a> Building<'a> {
    fn new(own: &'a OwnRegion, default: &'a Region) -> Self {
        Self {
            own,
            default,
            fallback: Fallback::new(default, own),
            reader: Reader::default(),
            sources: national_sources(default),
        }
    }

    fn region(&mut self) -> Region {
        let parameters = self.parameters();
        let figures = self.figures(&parameters);
        for (place, fault) in ties::faults(&parameters) {
            self.reader.report(&place, fault);
        }
        self.reader
            .check_complete("values", &parameters, self.own.years);
        self.reader
            .check_evidence(&parameters, &figures, &self.sources);
        let values = Values::of(&parameters);
        for whole in wholes::exceeded(&values) {
            self.reader.report("values", whole);
        }
        let divisions = self.own.counties.iter();
        let lineage = Lineage::of_one(self.own.version, &parameters);
        Region {
            id: self.own.id.clone(),
            version: self.own.version,
            name: in_every_language(&self.own.name),
            years: self.own.years,
            sources: std::mem::take(&mut self.sources),
            parameters,
            figures,
            divisions: divisions
                .map(|county| in_every_language(&county.name))
                .collect(),
            own: Some(Arc::new(self.own.clone())),
            terms: self.default.terms.clone(),
            national_share_until: self.default.national_share_until,
            values,
            lineage: Arc::new(lineage),
        }
    }

    fn parameters(&mut self) -> BTreeMap<Key, EvidencedValue> {
        let mut parameters = BTreeMap::new();
        let essential: BTreeSet<Key> = essential_keys(self.own.years.income).into_iter().collect();
        let fixed = Fixed::ALL.iter().map(|fixed| Key::Fixed(*fixed));
        for key in fixed.chain(self.yearly_keys()) {
            let own = self.own.values.get(&key);
            let found = match own.filter(|_| may_be_given(key)) {
                Some(own) => Some(self.given(key, own)),
                None => self.computed(key).or_else(|| match key {
                    Key::Fixed(fixed) => self.fallback.fixed(fixed),
                    Key::Yearly(family, year) => self.fallback.yearly((family, year)),
                }),
            };
            match found {
                Some(figure) => {
                    parameters.insert(key, figure);
                }
                // The others that are missing are reported when the whole is checked.
                None if essential.contains(&key) && matches!(key, Key::Yearly(..)) => {
                    self.reader
                        .report(&format!("values.{key}"), Fault::MissingKey);
                }
                None => {}
            }
        }
        // Drawn with another figure only where that is there and is the same.
        let untied: Vec<Key> = parameters
            .iter()
            .filter(|(_, figure)| {
                figure.same_as.is_some_and(|other| {
                    parameters.get(&other).is_none_or(|other| {
                        other.value != figure.value || other.range != figure.range
                    })
                })
            })
            .map(|(key, _)| *key)
            .collect();
        for key in untied {
            if let Some(figure) = parameters.get_mut(&key) {
                figure.same_as = None;
            }
        }
        parameters
    }

    /// The keys with a year that the region may have: given ones, the default region's, and those that it needs.
    fn yearly_keys(&self) -> BTreeSet<Key> {
        let years = self.own.years;
        let of_default = self.default.parameters.keys().copied();
        let mut keys: BTreeSet<Key> = of_default
            .chain(self.own.values.keys().copied())
            .filter(|key| match key {
                Key::Fixed(_) => false,
                // A rule that ended before the plan begins is no value of it.
                Key::Yearly(Yearly::RuleCentralIndustry, since) => {
                    let until = self.default.national_share_until;
                    years.first_plan <= until || *since > until
                }
                Key::Yearly(Yearly::GrowthKnown, _) => false,
                Key::Yearly(_, year) => (years.income..=years.horizon).contains(year),
            })
            .collect();
        keys.extend(
            (years.income + 1..=years.base()).map(|year| Key::Yearly(Yearly::GrowthKnown, year)),
        );
        keys.insert(Key::Yearly(Yearly::RiskLine, years.income));
        keys.extend(
            essential_keys(years.income)
                .into_iter()
                .filter(|key| matches!(key, Key::Yearly(..))),
        );
        keys
    }

    /// A value that follows from two figures given.
    fn computed(&self, key: Key) -> Option<EvidencedValue> {
        let (value, basis) = match key {
            Key::Fixed(Fixed::HouseholdSize) => self.own.household_size()?,
            Key::Fixed(fixed) if fixed == income0(Component::Operating) => {
                self.own.net_operating()?
            }
            _ => return None,
        };
        Some(EvidencedValue {
            status: Status::Derived,
            basis: Some(in_every_language(&basis)),
            ..bare(key, value, self.own.years.income)
        })
    }

    /// A value that the bureau gives.
    fn given(&mut self, key: Key, own: &OwnFigure) -> EvidencedValue {
        let place = format!("values.{key}");
        let theirs = self.default.parameters.get(&key).map(|it| it.range);
        let year = own.year.unwrap_or_else(|| self.own.implied_year(key));
        let mut figure = self.evidenced(&place, key.unit(), own, year);
        // A plausible range of the default region holds elsewhere too, unless it is of its people.
        let is_national = !essential_keys(self.own.years.income).contains(&key)
            && !matches!(key.unit(), Unit::People | Unit::Yuan | Unit::YuanPerPerson);
        if figure.status == Status::Assumption && own.range.is_none() && is_national {
            let range = theirs
                .flatten()
                .map(|(least, most)| (least.min(own.value), most.max(own.value)));
            figure.range = range.or(figure.range);
        }
        figure
    }

    pub(super) fn evidenced(
        &mut self,
        place: &str,
        unit: Unit,
        own: &OwnFigure,
        year: Year,
    ) -> EvidencedValue {
        let stated = own.status.unwrap_or(match own.source {
            Some(_) => Status::Source,
            None => Status::Assumption,
        });
        match stated {
            Status::Source if own.source.is_none() => {
                self.reader.report(place, Fault::WithoutSource);
            }
            Status::Derived if own.basis.is_none() => {
                self.reader.report(place, Fault::WithoutBasis);
            }
            _ => {}
        }
        let cited = own
            .source
            .as_deref()
            .map(|title| self.cite(title, year, own.value));
        let is_bare = cited.is_none() && own.basis.is_none();
        EvidencedValue {
            value: own.value,
            unit,
            year,
            status: stated,
            sources: cited.into_iter().collect(),
            basis: own.basis.as_deref().map(in_every_language),
            range: match stated {
                Status::Assumption => own.range.or(Some((own.value, own.value))),
                _ => own.range,
            },
            footing: is_bare.then_some(Footing::Unsourced),
            name: None,
            same_as: None,
            replaced: None,
            series: None,
            follows: None,
        }
    }

    /// The identifier of a source in the bureau's words, whose record has the value.
    fn cite(&mut self, title: &str, year: Year, value: Decimal) -> String {
        let title = in_every_language(title);
        let known = self
            .sources
            .iter()
            .find(|(id, source)| id.starts_with(OWN_SOURCE) && source.title == title);
        let id = known.map(|(id, _)| id.clone()).unwrap_or_else(|| {
            let count = self
                .sources
                .keys()
                .filter(|id| id.starts_with(OWN_SOURCE))
                .count();
            format!("{OWN_SOURCE}{}", count + 1)
        });
        let publisher = in_every_language(&self.own.name);
        let source = self.sources.entry(id.clone()).or_insert(Publication {
            title,
            is_untitled: false,
            is_study: false,
            is_local: true,
            publisher,
            published: "—".to_owned(),
            note: None,
            gives: BTreeMap::new(),
        });
        source.gives.entry(year).or_default().push(value);
        id
    }
}

/// A value of a key with nothing said of it yet.
pub(super) fn bare(key: Key, value: Decimal, year: Year) -> EvidencedValue {
    EvidencedValue {
        name: None,
        value,
        unit: key.unit(),
        year,
        status: Status::Assumption,
        sources: Vec::new(),
        basis: None,
        range: None,
        same_as: None,
        footing: None,
        replaced: None,
        series: None,
        follows: None,
    }
}
