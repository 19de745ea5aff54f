//! Names that change with the years: of the funds, of the households that they help. A region's file may give
//! its own, each with the year that it holds from; otherwise the words of the language hold.

use std::collections::BTreeMap;

use super::Text;
use super::key::Year;
use super::parse::Reader;
use super::raw::Pairs;
use crate::problem::{Fault, quote};

/// The most characters of a name: it stands within sentences.
const MOST_CHARACTERS: usize = 40;

/// A matter whose name changes with the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DatedTerm {
    /// The funds of four levels of government.
    Funds,
    /// The households that were lifted out of poverty.
    Households,
    /// Those who are watched for risks of poverty.
    Monitored,
}

impl DatedTerm {
    /// Every matter with its name in files and messages.
    pub const NAMES: [(Self, &'static str); 3] = [
        (Self::Funds, "funds"),
        (Self::Households, "households"),
        (Self::Monitored, "monitored"),
    ];
}

/// The names of a region's file, each with the year that it holds from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DatedTerms(BTreeMap<(DatedTerm, Year), Text>);

impl DatedTerms {
    /// The name of a matter in a year: the newest that holds by then, else the first of those to come; none
    /// where the file gives none.
    pub fn name(&self, term: DatedTerm, year: Year) -> Option<&Text> {
        let mut until = self.0.range((term, 0)..=(term, year));
        let mut later = self.0.range((term, year)..=(term, Year::MAX));
        let found = until.next_back().or_else(|| later.next());
        found.map(|(_, name)| name)
    }
}

impl Reader {
    /// The names of a file.
    pub(super) fn terms(&mut self, raw: Pairs<Pairs<Pairs<String>>>) -> DatedTerms {
        let mut terms = DatedTerms::default();
        for (name, years) in raw.0 {
            let known = DatedTerm::NAMES
                .into_iter()
                .find(|(_, known)| *known == name);
            let Some((term, _)) = known else {
                self.report(&format!("terms.{name}"), Fault::UnknownKey);
                continue;
            };
            for (year, texts) in years.0 {
                let place = format!("terms.{name}.{year}");
                let Ok(since) = year.parse::<Year>() else {
                    self.report(&place, Fault::NotANumber(quote(&year)));
                    continue;
                };
                for (_, text) in &texts.0 {
                    if text.chars().count() > MOST_CHARACTERS {
                        self.report(&place, Fault::NotUnderstood(quote(text)));
                    }
                }
                let text = self.text(&place, texts);
                if terms.0.insert((term, since), text).is_some() {
                    self.report(&place, Fault::Duplicate);
                }
            }
        }
        terms
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::language::Language;
    use crate::region::Region;
    use crate::region::parse::parse_region;
    use crate::region::tests::region_file;

    fn with_terms(terms: &Value) -> Result<Region, Vec<crate::problem::Problem>> {
        let mut file: Value = serde_json::from_str(&region_file()).expect("JSON");
        file["terms"] = terms.clone();
        parse_region(&file.to_string())
    }

    fn texts(name: &str) -> Value {
        json!({ "zh-Hans": name, "zh-Hant": name, "en": name })
    }

    #[test]
    fn a_name_holds_from_its_year_on() {
        let terms = json!({ "funds": { "2026": texts("later"), "2021": texts("early") } });
        let region = with_terms(&terms).expect("names with years");
        let name = |year| {
            let text = region.terms.name(DatedTerm::Funds, year);
            text.map(|text| text.in_language(Language::English))
        };
        assert_eq!(name(2019), Some("early"));
        assert_eq!(name(2025), Some("early"));
        assert_eq!(name(2026), Some("later"));
        assert_eq!(name(2040), Some("later"));
        assert_eq!(region.terms.name(DatedTerm::Monitored, 2026), None);
        let shipped = crate::region::tests::region();
        assert_eq!(shipped.terms.name(DatedTerm::Funds, 2023), None);
    }

    #[test]
    fn faulty_names_are_reported_with_their_place() {
        let long = "x".repeat(MOST_CHARACTERS + 1);
        for (terms, place) in [
            (json!({ "fund": { "2026": texts("a") } }), "terms.fund"),
            (
                json!({ "funds": { "soon": texts("a") } }),
                "terms.funds.soon",
            ),
            (
                json!({ "funds": { "2026": { "en": "a" } } }),
                "terms.funds.2026",
            ),
            (
                json!({ "funds": { "2026": texts(&long) } }),
                "terms.funds.2026",
            ),
        ] {
            let problems = with_terms(&terms).expect_err("a fault");
            assert!(problems.iter().all(|it| it.place == place), "{problems:?}");
        }
    }
}
