//! A region's published figures and assumptions: what every computation starts from.
//!
//! A region is one JSON file; nothing in the program knows a particular city. In the project its
//! texts stand beside it, a file a language, and [`texts`] puts them in. Reading and checking the
//! whole is the business of [`parse`].

mod evidence;
pub mod files;
pub mod own;
pub mod parse;
mod raw;
pub mod terms;
#[cfg(test)]
pub mod tests;
pub mod texts;
mod ties;
mod vintages;
pub mod wholes;

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

pub use crate::model::key;
pub use crate::model::years::Years;

use crate::language::Language;
use crate::model::inputs::Inputs;
use crate::number::Share;
use key::{Benchmark, Fixed, Key, Unit, Year, Yearly};
use vintages::Lineage;
pub use vintages::Replaced;

/// A text in every language of [`Language::ALL`]. A copy shares it: the region as of an earlier
/// version has the same texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Arc<[String; Language::ALL.len()]>);

impl Text {
    /// The text in one language.
    pub fn in_language(&self, language: Language) -> &str {
        &self.0[language as usize]
    }
}

/// The status of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Published, with a citation.
    Source,
    /// Arithmetic on published values, shown.
    Derived,
    /// A value that the planner should replace.
    Assumption,
}

impl Status {
    /// Every status with its name in files and message identifiers.
    pub const NAMES: [(Self, &'static str); 3] = [
        (Self::Source, "source"),
        (Self::Derived, "derived"),
        (Self::Assumption, "assumption"),
    ];

    /// The status's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Derived => "derived",
            Self::Assumption => "assumption",
        }
    }
}

/// The ways in which a value of a bureau's own region stands there without a source or a reason of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Footing {
    /// The default region's, which is not of one place alone.
    Default,
    /// The default region's proportion to its lifted population, applied to the region's own.
    InProportion,
    /// The default region's, moved along its own path to the years of the region.
    Carried,
    /// None: what is not known counts for nothing until it is given.
    NoneKnown,
    /// The plan keeps the value of the base year.
    Kept,
    /// Given by the bureau, which does not say from where.
    Unsourced,
}

/// A publication that figures come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Its title, or its statement where the title is not on record.
    pub title: Text,
    /// True where the title describes the content, the publication's own not being on record.
    pub is_untitled: bool,
    /// True for a study, not a publication of an authority or of the press.
    pub is_study: bool,
    /// True for a publication of one place alone: what it says of that place holds for no other.
    pub is_local: bool,
    /// The publisher.
    pub publisher: Text,
    /// The date or year of publication, as far as known.
    pub published: String,
    /// A remark for the reader.
    pub note: Option<Text>,
    /// The figures that it gives, by their year: what may be cited from it.
    pub gives: BTreeMap<Year, Vec<Decimal>>,
}

/// A number with everything that makes it defensible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidencedValue {
    /// Its name; a parameter's name comes from the key table's messages instead.
    pub name: Option<Text>,
    /// The number; a flag is 1 or 0.
    pub value: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// The year that it speaks of.
    pub year: Year,
    /// Its status.
    pub status: Status,
    /// Identifiers of the publications.
    pub sources: Vec<String>,
    /// The arithmetic of a derived value, the reason for an assumed one.
    pub basis: Option<Text>,
    /// The range that an expert would find plausible.
    pub range: Option<(Decimal, Decimal)>,
    /// The key whose figure this is as well, such as a nation's growth that stands in for two others:
    /// the two are drawn once.
    pub same_as: Option<Key>,
    /// A mark of a value of a bureau's own region that has neither a source nor a reason of its own.
    pub footing: Option<Footing>,
    /// A mark of a value of an earlier version of the data that was replaced since. It has no source
    /// and no basis here: those on file are today's value's.
    pub replaced: Option<Replaced>,
    /// Of a published figure, the series that it is a year of.
    pub series: Option<Benchmark>,
    /// Of an assumed growth, the series whose growth stands in for the one that is not known.
    pub follows: Option<Benchmark>,
}

/// A region, read and checked, with the values of one version of its data. Those of the others are
/// [`Region::as_of`] away.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Its identifier, the file's name without the ending.
    pub id: String,
    /// The version of its data, raised with every change of a value; the newest or an earlier one.
    pub version: u32,
    /// Its name.
    pub name: Text,
    /// Its years.
    pub years: Years,
    /// The publications, by identifier.
    pub sources: BTreeMap<String, Publication>,
    /// The value of every key, with its evidence.
    pub parameters: BTreeMap<Key, EvidencedValue>,
    /// Further published figures, in the file's order.
    pub figures: Vec<(String, EvidencedValue)>,
    /// The districts and counties below it.
    pub divisions: Vec<Text>,
    /// The figures of a bureau's own that the region was made of; none of one that is whole.
    pub own: Option<Arc<own::OwnRegion>>,
    /// Its own names of what is called otherwise in other years.
    pub terms: terms::DatedTerms,
    /// The last first year of plans that a national share of central funds for industry holds for: plans that
    /// begin later have a rule only where one is given for a later year.
    pub national_share_until: Year,
    values: Values,
    lineage: Arc<Lineage>,
}

impl Region {
    /// The region's own values: the plan under published assumptions.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// The first year without a national share of central funds for industry, where this plan begins so late.
    pub fn national_share_ended(&self) -> Option<Year> {
        let until = self.national_share_until;
        (self.years.first_plan > until).then_some(until + 1)
    }

    /// The least share of central funds that must go to industry in a year, if a rule says so.
    pub fn central_industry_rule(&self, values: &Values, year: Year) -> Option<Share> {
        let from = self.national_share_ended().unwrap_or(0);
        let holds = from..=year;
        self.parameters
            .keys()
            .filter_map(|key| match key {
                Key::Yearly(Yearly::RuleCentralIndustry, since) if holds.contains(since) => {
                    Some(*key)
                }
                _ => None,
            })
            .next_back()
            .and_then(|key| values.get(key))
            .map(Share)
    }
}

/// A value for every key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    fixed: Vec<Decimal>,
    /// In the order of their keys. Values are copied for every look at another scenario, and a list is
    /// copied in one piece.
    yearly: Vec<((Yearly, Year), Decimal)>,
}

impl Values {
    fn empty() -> Self {
        Self {
            fixed: vec![Decimal::ZERO; Fixed::ALL.len()],
            yearly: Vec::new(),
        }
    }

    /// The values of parameters, whatever their evidence.
    fn of(parameters: &BTreeMap<Key, EvidencedValue>) -> Self {
        let mut values = Self::empty();
        for (key, figure) in parameters {
            values.set(*key, figure.value);
        }
        values
    }

    /// The value of a key that every region has.
    pub fn fixed(&self, key: Fixed) -> Decimal {
        self.fixed[key as usize]
    }

    /// The value of a key in a year, if there is one.
    pub fn yearly(&self, family: Yearly, year: Year) -> Option<Decimal> {
        let place = self.yearly_place((family, year)).ok()?;
        Some(self.yearly[place].1)
    }

    fn yearly_place(&self, key: (Yearly, Year)) -> Result<usize, usize> {
        self.yearly.binary_search_by_key(&key, |(own, _)| *own)
    }

    /// The value of any key; none where the region gives nothing for its year.
    pub fn get(&self, key: Key) -> Option<Decimal> {
        match key {
            Key::Fixed(fixed) => Some(self.fixed(fixed)),
            Key::Yearly(family, year) => self.yearly(family, year),
        }
    }

    /// True where a lever has a value of its own in any year.
    pub fn has_levers_by_year(&self) -> bool {
        // The levers' families are the last ones.
        let last = self.yearly.last();
        last.is_some_and(|((family, _), _)| matches!(family, Yearly::Lever(_)))
    }

    /// Puts a value in the place of a key's.
    pub fn set(&mut self, key: Key, value: Decimal) {
        match key {
            Key::Fixed(fixed) => self.fixed[fixed as usize] = value,
            Key::Yearly(family, year) => match self.yearly_place((family, year)) {
                Ok(place) => self.yearly[place].1 = value,
                Err(place) => self.yearly.insert(place, ((family, year), value)),
            },
        }
    }
}

impl Inputs for Values {
    type Number = Decimal;
    #[inline]
    fn of_key(&self, key: Fixed) -> Decimal {
        self.fixed(key)
    }
    #[inline]
    fn of_year(&self, family: Yearly, year: Year) -> Option<Decimal> {
        self.yearly(family, year)
    }
    #[inline]
    fn has_levers_by_year(&self) -> bool {
        self.has_levers_by_year()
    }
}
