//! The file of settings as it is written.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize, Serializer};

use super::campaigns::{self, RawCampaign};
use super::guarantees::{self, RawGuarantee};
use super::{COUNTIES_SCHEMA, CountySettings, DivisionSettings, Factor, ProjectSettings};
use crate::counties::WAN;
use crate::counties::indicator::{ByIndicator, Indicator};
use crate::number::{MOST_PLACES, round};
use crate::region::parse::OrderedPairs as Pairs;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawSettings {
    #[serde(rename = "zengshou-counties")]
    pub schema: u32,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub weights: Pairs<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lamps: Option<RawLamps>,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub targets: Pairs<Option<String>>,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub goals: Pairs<Option<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub small: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub division: Option<RawDivision>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<RawProjectSettings>,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub guarantees: Pairs<RawGuarantee>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub campaigns: Vec<RawCampaign>,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawProjectSettings {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sizes: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begin_by: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_lag: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawLamps {
    pub yellow: String,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawDivision {
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub weights: Pairs<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<String>,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub counties: Pairs<RawTerms>,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub taken: Pairs<String>,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawTerms {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appraisal: Option<String>,
}

/// The word for money that stands in the place of what counties have.
pub const INSTEAD: &str = "instead";
/// The word for money on top of what counties have.
pub const ADDED: &str = "added";

impl CountySettings {
    /// The file of the settings: what differs from the usual.
    pub fn write(&self) -> String {
        // Texts and numbers: nothing that JSON could not hold.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    fn raw(&self) -> RawSettings {
        let usual = Self::default();
        let text = |value: Decimal| value.normalize().to_string();
        let goals = |own: &ByIndicator<Option<Decimal>>, usual: &ByIndicator<Option<Decimal>>| {
            let differ = Indicator::ALL.into_iter().zip(own.iter().zip(usual));
            let differ = differ.filter(|(_, (own, usual))| own != usual);
            Pairs(
                differ
                    .map(|(one, (own, _))| (one.name().to_owned(), own.map(text)))
                    .collect(),
            )
        };
        let weights = Indicator::ALL
            .into_iter()
            .zip(self.weights.iter().zip(usual.weights));
        let weights = weights.filter(|(_, (own, usual))| *own != usual);
        RawSettings {
            schema: COUNTIES_SCHEMA,
            weights: Pairs(
                weights
                    .map(|(one, (own, _))| (one.name().to_owned(), text(*own)))
                    .collect(),
            ),
            schedule: (self.schedule != usual.schedule).then(|| {
                self.schedule
                    .map(|share| text(round(share, MOST_PLACES)))
                    .to_vec()
            }),
            lamps: (self.yellow != usual.yellow).then(|| RawLamps {
                yellow: text(self.yellow),
            }),
            targets: goals(&self.targets, &usual.targets),
            goals: goals(&self.goals, &usual.goals),
            small: (self.small != usual.small).then_some(self.small),
            day: self.day.map(|day| day.to_string()),
            division: (self.division != usual.division).then(|| self.division.raw()),
            projects: (self.projects != usual.projects).then(|| self.projects.raw()),
            guarantees: guarantees::written(&self.guarantees),
            campaigns: campaigns::written(&self.campaigns),
        }
    }
}

impl Serialize for CountySettings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.raw().serialize(serializer)
    }
}

impl ProjectSettings {
    fn raw(&self) -> RawProjectSettings {
        let text = |value: &Decimal| value.normalize().to_string();
        RawProjectSettings {
            sizes: Some(self.edges.iter().map(text).collect()),
            begin_by: Some(self.begin_by.number()),
            most_lag: Some(text(&self.most_lag.exact())),
        }
    }
}

impl DivisionSettings {
    fn raw(&self) -> RawDivision {
        let text = |value: Decimal| value.normalize().to_string();
        let yuan = |wan: u64| text(Decimal::from(wan) * Decimal::from(WAN));
        let unless_one = |value: Decimal| (value != Decimal::ONE).then(|| text(value));
        let weights = Factor::ALL.into_iter().zip(self.weights);
        RawDivision {
            weights: Pairs(
                weights
                    .map(|(factor, weight)| (factor.name().to_owned(), text(weight)))
                    .collect(),
            ),
            amount: self.money.map(yuan),
            floor: self.floor.map(yuan),
            cap: self.cap.map(yuan),
            money: self.is_added.then(|| ADDED.to_owned()),
            counties: Pairs(
                self.counties
                    .iter()
                    .map(|(name, terms)| {
                        let raw = RawTerms {
                            floor: terms.floor.map(yuan),
                            cap: terms.cap.map(yuan),
                            policy: unless_one(terms.policy),
                            appraisal: unless_one(terms.appraisal),
                        };
                        (name.clone(), raw)
                    })
                    .collect(),
            ),
            taken: Pairs(
                self.taken
                    .iter()
                    .map(|(name, wan)| (name.clone(), yuan(*wan)))
                    .collect(),
            ),
        }
    }
}
