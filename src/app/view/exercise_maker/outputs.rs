//! The outputs that a trainer may point at, by year and with their names, and numbers as they are typed for them.

use crate::app::words::Words;
use crate::exercise::output::{OutputName, OutputNames, Outputs};
use crate::i18n::input::read_number;
use crate::region::Region;
use crate::region::key::Unit;
use crate::scenario::Scenario;

/// The beginnings of the names that are offered.
const OFFERED: [&str; 12] = [
    "income.scenario.",
    "difference.",
    "gap.",
    "lead.",
    "gain.",
    "gain_share.market.",
    "coverage.",
    "coverage_missing.",
    "margin.",
    "channel.",
    "average_growth",
    "funds.total",
];

/// The outputs that are offered.
#[derive(PartialEq)]
pub struct Offered {
    all: Vec<OfferedOutput>,
}

/// An output with its name in words.
#[derive(PartialEq)]
pub struct OfferedOutput {
    /// Its name.
    pub name: String,
    /// Its name in words.
    pub label: String,
    /// The year; empty where it has none.
    pub year: String,
    unit: Option<Unit>,
}

impl Offered {
    /// The outputs of a region.
    pub fn of(words: &Words, region: &Region) -> Self {
        let outputs = Outputs::of(region, &Scenario::plan(region));
        let names = OutputNames::of(region);
        let all = names.all().filter(is_offered).map(|name| {
            let last = name.as_str().rsplit('.').next().unwrap_or_default();
            let is_year = last.len() == 4 && last.bytes().all(|b| b.is_ascii_digit());
            OfferedOutput {
                label: words.output_name(&outputs, &name),
                year: if is_year {
                    last.to_owned()
                } else {
                    String::new()
                },
                unit: outputs.measure(&name).unit,
                name: name.to_string(),
            }
        });
        let mut all: Vec<OfferedOutput> = all.collect();
        let place = |name: &str| OFFERED.iter().position(|start| name.starts_with(start));
        all.sort_by_key(|output| (output.year.clone(), place(&output.name)));
        Self { all }
    }

    /// The outputs by year, those without a year first.
    pub fn by_year(&self) -> impl Iterator<Item = &[OfferedOutput]> {
        self.all.chunk_by(|one, other| one.year == other.year)
    }

    /// The unit of an output.
    pub fn unit(&self, name: &str) -> Option<Unit> {
        let mut all = self.all.iter();
        all.find(|output| output.name == name)?.unit
    }
}

/// Channels as a whole, and everything else whose name begins as it should.
fn is_offered(name: &OutputName) -> bool {
    let text = name.as_str();
    let is_part = text.starts_with("channel.") && text.split('.').count() > 3;
    !is_part && OFFERED.iter().any(|start| text.starts_with(start))
}

/// The decimal that a typed number means; what means none stays as it is and is refused with its own words.
pub fn decimal_text(unit: Option<Unit>, typed: &str) -> String {
    let number = read_number(unit, typed);
    number.map_or_else(
        |_| typed.to_owned(),
        |number| number.normalize().to_string(),
    )
}
