//! The checklist of guarantees in the file of settings: `"guarantees": {"water": {"problems": 120, "solved": 100, "unit_cost":
//! "30000", "from": "infrastructure", "counties": {"张北县": {"problems": 20, "solved": 15}}}}`.

use serde::{Deserialize, Serialize};

use super::reading::SettingsReading;
use crate::counties::guarantees::{
    CountyProblems, Guarantee, GuaranteeEntry, GuaranteeSettings, GuaranteeSource, ProblemCount,
};
use crate::problem::{CountiesFault, Fault, quote};
use crate::region::parse::OrderedPairs as Pairs;

/// The most problems of a line.
pub const MOST_PROBLEMS: u64 = 1_500_000_000;
/// The greatest unit cost, yuan.
pub const MOST_UNIT_COST: i64 = 100_000_000;

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawGuarantee {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    problems: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    solved: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit_cost: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    counties: Pairs<RawProblems>,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawProblems {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    problems: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    solved: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit_cost: Option<String>,
}

/// The checklist as it is written.
pub(super) fn written(settings: &GuaranteeSettings) -> Pairs<RawGuarantee> {
    let text = |value: rust_decimal::Decimal| value.normalize().to_string();
    let raw = |entry: &GuaranteeEntry| RawGuarantee {
        problems: entry.whole.found,
        solved: entry.whole.solved,
        unit_cost: entry.unit_cost.map(text),
        from: (entry.source != GuaranteeSource::default()).then(|| entry.source.name().to_owned()),
        counties: Pairs(
            entry
                .counties
                .iter()
                .map(|county| {
                    let raw = RawProblems {
                        problems: county.count.found,
                        solved: county.count.solved,
                        unit_cost: county.unit_cost.map(text),
                    };
                    (county.name.clone(), raw)
                })
                .collect(),
        ),
    };
    let entries = Guarantee::ALL.into_iter().zip(&settings.entries);
    let entries =
        entries.filter_map(|(one, entry)| Some((one.name().to_owned(), raw(entry.as_ref()?))));
    Pairs(entries.collect())
}

impl SettingsReading {
    pub(super) fn guarantees(&mut self, raw: Pairs<RawGuarantee>, into: &mut GuaranteeSettings) {
        for (name, raw) in self.once("guarantees", raw.0) {
            let place = format!("guarantees.{}", quote(&name));
            let entry = self.guarantee(&place, raw);
            match Guarantee::parse(&name) {
                Some(one) => into.entries[one as usize] = Some(entry),
                None => self.report(&place, Fault::UnknownKey),
            }
        }
    }

    fn guarantee(&mut self, place: &str, raw: RawGuarantee) -> GuaranteeEntry {
        let source = match raw.from.as_deref() {
            None => GuaranteeSource::default(),
            Some(word) => GuaranteeSource::parse(word).unwrap_or_else(|| {
                let place = format!("{place}.from");
                self.report(&place, CountiesFault::SourceWord(quote(word)));
                GuaranteeSource::default()
            }),
        };
        let mut counties = Vec::new();
        for (name, raw) in self.once(&format!("{place}.counties"), raw.counties.0) {
            let place = format!("{place}.counties.{}", quote(&name));
            counties.push(CountyProblems {
                count: self.problem_count(&place, raw.problems, raw.solved),
                unit_cost: self.unit_cost(&place, raw.unit_cost),
                name,
            });
        }
        GuaranteeEntry {
            whole: self.problem_count(place, raw.problems, raw.solved),
            unit_cost: self.unit_cost(place, raw.unit_cost),
            source,
            counties,
        }
    }

    fn problem_count(
        &mut self,
        place: &str,
        found: Option<u64>,
        solved: Option<u64>,
    ) -> ProblemCount {
        let mut bounded = |part: &str, count: Option<u64>| {
            let count = count?;
            if count > MOST_PROBLEMS {
                let fault = CountiesFault::TooManyProblems(MOST_PROBLEMS);
                self.report(&format!("{place}.{part}"), fault);
                return None;
            }
            Some(count)
        };
        ProblemCount {
            found: bounded("problems", found),
            solved: bounded("solved", solved),
        }
    }

    fn unit_cost(&mut self, place: &str, text: Option<String>) -> Option<rust_decimal::Decimal> {
        let text = text?;
        Some(self.number(&format!("{place}.unit_cost"), &text, MOST_UNIT_COST))
    }
}
