//! Input distributions: the ranges that assumptions are drawn from, and the seed of the draws.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::problem::{Fault, Problem};
use crate::region::Region;
use crate::region::key::Key;
use crate::region::parse::{check_range, parse_value};

/// The draws that are usual.
pub const USUAL_DRAWS: u16 = 10_000;
/// The most draws of one request.
pub const MOST_DRAWS: u16 = 50_000;

/// The form of a distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DistributionShape {
    /// A beta distribution with `α = 1 + 4·mode`, `β = 5 − 4·mode` on the range scaled to 0–1, so that its mean is
    /// `(least + 4·likeliest + most) / 6` (Malcolm and others, 1959).
    Pert,
    /// Rising straight to the likeliest value and falling straight from it.
    Triangular,
    /// Every value of the range alike.
    Uniform,
    /// The present value, without uncertainty.
    Fixed,
}

impl DistributionShape {
    /// All of them, the usual one first.
    pub const ALL: [Self; 4] = [Self::Pert, Self::Triangular, Self::Uniform, Self::Fixed];

    /// The name in links, files and message identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pert => "pert",
            Self::Triangular => "triangular",
            Self::Uniform => "uniform",
            Self::Fixed => "fixed",
        }
    }
}

/// The distribution of one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputDistribution {
    /// The key.
    pub key: Key,
    /// The least possible value.
    pub least: Decimal,
    /// The greatest.
    pub most: Decimal,
    /// The shape of the distribution between the ends.
    pub shape: DistributionShape,
}

impl InputDistribution {
    /// Checks the range against the present value, which is the likeliest one.
    ///
    /// # Errors
    /// An end out of the key's range; a range that is upside down; one that doesn't hold the value.
    pub fn check(&self, likeliest: Decimal) -> Result<(), Problem> {
        let at = |fault| Problem::new(&self.key.to_string(), fault);
        for end in [self.least, self.most] {
            check_range(self.key, end).map_err(at)?;
        }
        if self.least > self.most {
            return Err(at(Fault::BadRange));
        }
        if self.holding(likeliest) != *self {
            let (value, unit) = (likeliest, self.key.unit());
            return Err(at(Fault::BesideRange { value, unit }));
        }
        Ok(())
    }

    /// The range, widened to the value that holds where it doesn't hold that. Where all values are
    /// alike none is the likeliest, so that none need be held.
    #[must_use]
    pub fn holding(self, likeliest: Decimal) -> Self {
        if self.shape == DistributionShape::Uniform || self.least > self.most {
            return self;
        }
        Self {
            least: self.least.min(likeliest),
            most: self.most.max(likeliest),
            ..self
        }
    }

    /// `SHAPE_LEAST_MOST`, as links and files write it.
    pub fn text(&self) -> String {
        format!(
            "{}_{}_{}",
            self.shape.name(),
            self.least.normalize(),
            self.most.normalize()
        )
    }

    /// Reads that text.
    ///
    /// # Errors
    /// The fault, if it is another text, the key is a lever or unknown to the region, or the ends
    /// are no range.
    pub fn read(region: &Region, key: Key, text: &str) -> Result<Self, Fault> {
        let not_understood = || Fault::NotUnderstood(crate::problem::quote(text));
        if key.is_lever() || region.values().get(key).is_none() {
            return Err(Fault::UnknownKey);
        }
        let mut parts = text.split('_');
        let (Some(shape), Some(least), Some(most), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(not_understood());
        };
        let shape = DistributionShape::ALL
            .into_iter()
            .find(|known| known.name() == shape);
        let shape = shape.ok_or_else(not_understood)?;
        let end = |text| {
            let value = parse_value(key.unit(), text)?;
            check_range(key, value).map(|()| value.normalize())
        };
        let (least, most) = (end(least)?, end(most)?);
        if least > most {
            return Err(Fault::BadRange);
        }
        Ok(Self {
            key,
            least,
            most,
            shape,
        })
    }
}

/// The user's choices for the draws; links and files carry them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputDistributions {
    /// The seed of the generator.
    pub seed: u64,
    /// The number of draws.
    pub draws: u16,
    /// Ranges that the user changed, in the order of their keys.
    pub distributions: Vec<InputDistribution>,
}

impl Default for InputDistributions {
    fn default() -> Self {
        Self {
            seed: 1,
            draws: USUAL_DRAWS,
            distributions: Vec::new(),
        }
    }
}

impl InputDistributions {
    /// Puts a range in the place of the one that holds.
    pub fn put(&mut self, distribution: InputDistribution) {
        self.distributions
            .retain(|known| known.key != distribution.key);
        self.distributions.push(distribution);
        self.distributions
            .sort_by_key(|distribution| distribution.key);
    }

    /// `(name, text)` of all that differs from what is usual: `seed`, `count`, and ranges under the
    /// names that `name` gives their keys.
    pub fn texts(&self, name: impl Fn(Key) -> String) -> Vec<(String, String)> {
        let usual = Self::default();
        let mut texts = Vec::new();
        if self.seed != usual.seed {
            texts.push(("seed".to_owned(), self.seed.to_string()));
        }
        if self.draws != usual.draws {
            texts.push(("count".to_owned(), self.draws.to_string()));
        }
        texts.extend(
            self.distributions
                .iter()
                .map(|distribution| (name(distribution.key), distribution.text())),
        );
        texts
    }

    /// Takes in one such text; keys may stand as names or codes.
    ///
    /// # Errors
    /// The fault; nothing is then changed.
    pub fn take(&mut self, region: &Region, name: &str, text: &str) -> Result<(), Fault> {
        let not_understood = |_| Fault::NotUnderstood(crate::problem::quote(text));
        match name {
            "seed" => self.seed = text.parse().map_err(not_understood)?,
            "count" => {
                let draws: u16 = text.parse().map_err(not_understood)?;
                if draws == 0 || draws > MOST_DRAWS {
                    return Err(Fault::NotUnderstood(crate::problem::quote(text)));
                }
                self.draws = draws;
            }
            name => {
                let key = Key::parse(name).or_else(|| Key::parse_code(name));
                let key = key.ok_or(Fault::UnknownKey)?;
                let distribution = InputDistribution::read(region, key, text)?;
                if self.distributions.iter().any(|known| known.key == key) {
                    return Err(Fault::Duplicate);
                }
                self.put(distribution);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::key::Fixed;
    use crate::region::tests::region;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    #[test]
    fn ranges_upside_down_or_beside_the_value_are_reported() {
        let check = |least: &str, most: &str, shape| {
            let distribution = InputDistribution {
                key: Fixed::Clawback.into(),
                least: decimal(least),
                most: decimal(most),
                shape,
            };
            distribution
                .check(decimal("0.1"))
                .map_err(|problem| problem.fault)
        };
        assert_eq!(check("0", "0.28", DistributionShape::Pert), Ok(()));
        assert_eq!(
            check("0.2", "0.05", DistributionShape::Pert),
            Err(Fault::BadRange)
        );
        let beside = Fault::BesideRange {
            value: decimal("0.1"),
            unit: crate::region::key::Unit::Share,
        };
        assert_eq!(check("0.2", "0.28", DistributionShape::Pert), Err(beside));
        assert_eq!(check("0.2", "0.28", DistributionShape::Uniform), Ok(()));
        assert!(matches!(
            check("0", "7", DistributionShape::Uniform),
            Err(Fault::OutOfRange { .. })
        ));
    }

    #[test]
    fn texts_lead_back_to_the_same_distributions() {
        let region = region();
        let mut distributions = InputDistributions {
            seed: u64::MAX,
            draws: 1_000,
            ..InputDistributions::default()
        };
        for (key, text) in [
            (Fixed::PopulationGrowth, "triangular_-0.02_0"),
            (Fixed::AssetReturn, "uniform_0_0.2"),
            (Fixed::Targeting, "fixed_0.75_0.75"),
        ] {
            let distribution = InputDistribution::read(&region, key.into(), text).expect("a range");
            assert_eq!(distribution.text(), text);
            distributions.put(distribution);
        }
        let mut read = InputDistributions::default();
        for (name, text) in distributions.texts(|key| key.code()) {
            read.take(&region, &name, &text).expect("the same");
        }
        assert_eq!(read, distributions);
        assert!(
            InputDistributions::default()
                .texts(|key| key.code())
                .is_empty()
        );
    }

    #[test]
    fn what_is_no_range_is_reported() {
        let region = region();
        let mut distributions = InputDistributions::default();
        for (name, text, fault) in [
            ("coverage", "pert_0_1", Fault::UnknownKey),
            ("nokey", "pert_0_1", Fault::UnknownKey),
            ("clawback", "pert_0.2_0.1", Fault::BadRange),
            (
                "clawback",
                "bell_0_0.1",
                Fault::NotUnderstood("bell_0_0.1".to_owned()),
            ),
            ("seed", "-1", Fault::NotUnderstood("-1".to_owned())),
            ("count", "60000", Fault::NotUnderstood("60000".to_owned())),
            ("count", "0", Fault::NotUnderstood("0".to_owned())),
        ] {
            assert_eq!(
                distributions.take(&region, name, text),
                Err(fault),
                "{name}={text}"
            );
        }
        assert_eq!(distributions, InputDistributions::default());
        distributions
            .take(&region, "clawback", "pert_0_0.2")
            .expect("a range");
        assert_eq!(
            distributions.take(&region, "clawback", "pert_0_0.2"),
            Err(Fault::Duplicate)
        );
    }
}
