//! The region file as it is written, before anything is checked.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// The whole file.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawRegion {
    pub schema: u32,
    pub id: String,
    pub version: u32,
    #[serde(default)]
    pub name: Pairs<String>,
    pub income_year: u16,
    pub first_plan_year: u16,
    pub horizon: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub national_share_until: Option<u16>,
    pub sources: Pairs<RawSource>,
    pub parameters: Pairs<RawFigure>,
    #[serde(default)]
    pub figures: Pairs<RawFigure>,
    #[serde(default)]
    pub divisions: Pairs<Vec<Pairs<String>>>,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub terms: Pairs<Pairs<Pairs<String>>>,
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub vintages: Pairs<Pairs<Option<RawEarlier>>>,
}

/// A value of an earlier version: the value alone, or with the range that it had.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub enum RawEarlier {
    Value(String),
    Ranged(RawRanged),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawRanged {
    pub value: String,
    pub range: [String; 2],
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    #[serde(default)]
    pub title: Pairs<String>,
    #[serde(default)]
    pub publisher: Pairs<String>,
    pub published: String,
    #[serde(default)]
    pub untitled: bool,
    #[serde(default)]
    pub study: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub local: bool,
    pub note: Option<Pairs<String>>,
    #[serde(default)]
    pub gives: Pairs<Vec<String>>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawFigure {
    pub name: Option<Pairs<String>>,
    pub value: String,
    pub unit: String,
    pub year: u16,
    pub status: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub basis: Option<Pairs<String>>,
    pub range: Option<[String; 2]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    pub series: Option<String>,
    pub follows: Option<String>,
}

/// A JSON object with its pairs in order and its duplicates kept, so that a key written twice
/// can be reported instead of one of the two being lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs<V>(pub Vec<(String, V)>);

impl<V> Default for Pairs<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Pairs<V> {
    /// True for an object without pairs.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<V: Serialize> Serialize for Pairs<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for PairsVisitor<V> {
            type Value = Pairs<V>;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<V>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}
