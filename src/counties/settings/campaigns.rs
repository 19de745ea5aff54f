//! Campaigns in the file of settings: `"campaigns": [{"name": "百日行动", "first": "2026-07-01", "last": "2026-10-08", "measure":
//! "jobs", "start": "0", "goal": "3000", "imports": true, "counties": {"张北县": {"start": "0", "goal": "400"}}, "entries":
//! [{"day": "2026-07-10", "county": "张北县", "value": "60"}]}]`.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use zengshou_sheets::SheetDate;

use super::reading::{SettingsReading, day_of};
use crate::counties::campaigns::{
    CampaignAim, CampaignEntry, CampaignMeasure, CampaignSettings, CountyAim,
};
use crate::problem::{CountiesFault, Fault, quote};
use crate::region::parse::OrderedPairs as Pairs;

/// The most campaigns.
pub const MOST_CAMPAIGNS: usize = 50;
/// The most days of a campaign.
pub const MOST_CAMPAIGN_DAYS: i64 = 1_000;
/// The most characters of a campaign's name.
pub const MOST_CAMPAIGN_NAME: usize = 60;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawCampaign {
    name: String,
    first: String,
    last: String,
    measure: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    goal: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    imports: bool,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    counties: Pairs<RawAim>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    entries: Vec<RawEntry>,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawAim {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    goal: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    day: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    county: Option<String>,
    value: String,
}

impl CampaignMeasure {
    /// The most that a standing can be.
    pub fn most(self) -> i64 {
        match self {
            Self::Jobs | Self::Solved => 1_500_000_000,
            Self::Spending => 1_000_000_000_000,
            Self::Coverage => 1,
        }
    }
}

/// The campaigns as they are written.
pub(super) fn written(campaigns: &[CampaignSettings]) -> Vec<RawCampaign> {
    let text = |value: Decimal| value.normalize().to_string();
    let raw = |own: &CampaignSettings| RawCampaign {
        name: own.name.clone(),
        first: own.first.to_string(),
        last: own.last.to_string(),
        measure: own.measure.name().to_owned(),
        start: own.aim.start.map(text),
        goal: own.aim.goal.map(text),
        imports: own.takes_imports,
        counties: Pairs(
            own.counties
                .iter()
                .map(|county| {
                    let raw = RawAim {
                        start: county.aim.start.map(text),
                        goal: county.aim.goal.map(text),
                    };
                    (county.name.clone(), raw)
                })
                .collect(),
        ),
        entries: own
            .entries
            .iter()
            .map(|entry| RawEntry {
                day: entry.day.to_string(),
                county: entry.county.clone(),
                value: text(entry.value),
            })
            .collect(),
    };
    campaigns.iter().map(raw).collect()
}

impl SettingsReading {
    pub(super) fn campaigns(&mut self, raw: Vec<RawCampaign>, into: &mut Vec<CampaignSettings>) {
        if raw.len() > MOST_CAMPAIGNS {
            self.report("campaigns", CountiesFault::TooManyCampaigns(MOST_CAMPAIGNS));
            return;
        }
        for (index, raw) in raw.into_iter().enumerate() {
            let place = format!("campaigns.{}", index + 1);
            into.extend(self.campaign(&place, raw));
        }
    }

    fn campaign(&mut self, place: &str, raw: RawCampaign) -> Option<CampaignSettings> {
        let name = raw.name.trim().to_owned();
        if name.is_empty() {
            self.report(&format!("{place}.name"), CountiesFault::NoName);
        }
        if name.chars().count() > MOST_CAMPAIGN_NAME {
            let fault = Fault::TooLong(MOST_CAMPAIGN_NAME);
            self.report(&format!("{place}.name"), fault);
        }
        let first = self.campaign_day(&format!("{place}.first"), &raw.first);
        let last = self.campaign_day(&format!("{place}.last"), &raw.last);
        let days = last
            .and_then(SheetDate::number)
            .zip(first.and_then(SheetDate::number));
        if days.is_some_and(|(last, first)| last - first >= MOST_CAMPAIGN_DAYS) {
            let fault = CountiesFault::TooLongCampaign(MOST_CAMPAIGN_DAYS);
            self.report(&format!("{place}.last"), fault);
        }
        let Some(measure) = CampaignMeasure::parse(&raw.measure) else {
            let fault = CountiesFault::MeasureWord(quote(&raw.measure));
            self.report(&format!("{place}.measure"), fault);
            return None;
        };
        let aim = self.campaign_aim(place, measure, (raw.start, raw.goal));
        let mut counties = Vec::new();
        for (name, raw) in self.once(&format!("{place}.counties"), raw.counties.0) {
            let place = format!("{place}.counties.{}", quote(&name));
            let aim = self.campaign_aim(&place, measure, (raw.start, raw.goal));
            counties.push(CountyAim { name, aim });
        }
        let mut entries = Vec::new();
        for (index, raw) in raw.entries.into_iter().enumerate() {
            let place = format!("{place}.entries.{}", index + 1);
            let day = self.campaign_day(&format!("{place}.day"), &raw.day);
            let value = self.standing(&format!("{place}.value"), measure, &raw.value);
            entries.extend(day.map(|day| CampaignEntry {
                day,
                county: raw.county,
                value,
            }));
        }
        Some(CampaignSettings {
            name,
            first: first?,
            last: last?,
            measure,
            aim,
            counties,
            entries,
            takes_imports: raw.imports,
        })
    }

    fn campaign_aim(
        &mut self,
        place: &str,
        measure: CampaignMeasure,
        (start, goal): (Option<String>, Option<String>),
    ) -> CampaignAim {
        let mut part = |part: &str, text: Option<String>| {
            let place = format!("{place}.{part}");
            text.map(|text| self.standing(&place, measure, &text))
        };
        CampaignAim {
            start: part("start", start),
            goal: part("goal", goal),
        }
    }

    fn standing(&mut self, place: &str, measure: CampaignMeasure, text: &str) -> Decimal {
        let value = self.number(place, text, measure.most());
        if measure.is_count() && !value.is_integer() {
            self.report(place, CountiesFault::NotWhole(quote(text)));
        }
        value
    }

    fn campaign_day(&mut self, place: &str, text: &str) -> Option<SheetDate> {
        let day = day_of(text);
        if day.is_none() {
            self.report(place, Fault::NotADay(quote(text)));
        }
        day
    }
}
