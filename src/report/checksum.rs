//! The checksum of a report: over its link and its figures, whatever the language, the title and
//! the day. Whoever opens the link and makes the report again gets the same one; another one
//! says that figures or link were altered, or that model or data have moved on. It is no
//! signature: it does not say who wrote the report.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::{Facts, Given};
use crate::link;
use crate::model;

/// The checksum as people compare it: two groups of four hexadecimal digits.
pub fn checksum(given: &Given<'_>, facts: &Facts) -> String {
    let crc = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    let sum = crc.checksum(content(given, facts).as_bytes());
    format!("{:04X}-{:04X}", sum >> 16, sum & 0xffff)
}

/// Text that the checksum covers: the link without address and language, then a line a year.
fn content(given: &Given<'_>, facts: &Facts) -> String {
    let region = given.region;
    let first = facts.outcome.scenario.first();
    let income = first.map_or_else(Default::default, |year| year.income);
    let mut text = format!(
        "{}\nmodel {} data {}.{}\n",
        link::encode(region, given.scenario, income, None),
        model::VERSION,
        region.id,
        region.version
    );
    for year in facts.years() {
        let scenario = year.scenario;
        text.push_str(&scenario.year.to_string());
        let amounts = [year.published.income, year.plan.income, scenario.income]
            .into_iter()
            .chain(scenario.components)
            .chain(scenario.channels.iter().map(|of| of.iter().copied().sum()))
            // An unknown benchmark is no figure of the report.
            .chain(scenario.benchmarks.into_iter().flatten());
        for amount in amounts {
            text.push_str(&format!(" {amount}"));
        }
        text.push_str(&format!(
            " {} {}\n",
            scenario.coverage, scenario.coverage_missing
        ));
    }
    text
}
