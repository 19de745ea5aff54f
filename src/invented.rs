//! An invented city of sixteen counties and 2,602 projects, for trying and teaching without anybody's data.
//!
//! Its sums are those that were published of Zhangjiakou in 2022: funds by source, projects by use, those completed, and
//! what was spent. All parts are made by a seeded generator: the same seed gives the same table on every machine, and no
//! county, project or village of it exists. Names come from whoever shows it, in the reader's language.
#![deny(clippy::float_arithmetic)]

mod counties;
mod projects;

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use rust_decimal::Decimal;
use zengshou_sheets::SheetDate;

use crate::i18n::Catalog;
use crate::language::Language;
use crate::region::Region;
use crate::region::key::Year;
use crate::region::own::OwnRegion;

/// The seed that is used unless another is asked for.
pub const USUAL_SEED: u64 = 1;
/// The number of counties.
pub const COUNTIES: usize = 16;
/// The month and the day that progress is counted on; those of the published figures are not known.
pub const DAY: (u8, u8) = (8, 31);
/// The unit that amounts are divided in, in yuan: tables count in 10,000 yuan with two digits.
const UNIT: u64 = 100;

/// Names for what does not exist. Each should say so.
pub struct InventedNames<'a> {
    /// The city.
    pub city: String,
    /// The county of a number from 1.
    pub county: &'a dyn Fn(usize) -> String,
    /// The project of a number from 1.
    pub project: &'a dyn Fn(usize) -> String,
    /// The remark on every county, which says that it is invented.
    pub remark: String,
}

/// The identifier of the city of a seed.
pub fn id(seed: u64) -> String {
    format!("invented-{seed}")
}

/// The invented city beside the figures of a default region.
pub fn city(
    default: &Region,
    language: Language,
    seed: u64,
    names: &InventedNames<'_>,
) -> OwnRegion {
    let mut own = OwnRegion::of_region(default, default, language);
    own.id = id(seed);
    own.version = 1;
    own.name.clone_from(&names.city);
    let mut chance = Chance::new(seed);
    let sizes = counties::sizes(&mut chance);
    own.projects = projects::projects(&mut chance, own.years.first_plan, &sizes, names);
    own.counties = counties::counties(&mut chance, default, &sizes, &own.projects, names);
    own
}

/// The invented city under names in the reader's language.
pub fn in_words(default: &Region, words: &Catalog, seed: u64) -> OwnRegion {
    // With leading zeros they stand in order wherever they are sorted.
    let numbered = |id: &str, number: usize, digits: usize| {
        let number = format!("{number:0digits$}");
        words.format(id, &[("number", &number)])
    };
    let names = InventedNames {
        city: words.text("invented-city").to_string(),
        county: &|number| numbered("invented-county", number, 2),
        project: &|number| numbered("invented-project", number, 4),
        remark: words.text("invented-remark").to_string(),
    };
    city(default, words.language(), seed, &names)
}

/// Chance from a seed, in whole numbers alone.
struct Chance(Xoshiro256PlusPlus);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// A number from a least one up to and with a most.
    fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.0.next_u64() % (most - least + 1)
    }

    /// The place of one of some weights, the heavier the likelier.
    fn choose(&mut self, weights: &[u64]) -> usize {
        let mut left = self.between(0, weights.iter().sum::<u64>().saturating_sub(1));
        for (place, weight) in weights.iter().enumerate() {
            if left < *weight {
                return place;
            }
            left -= weight;
        }
        0
    }

    /// The numbers below a count in a random order.
    fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            let other = self.between(0, last as u64) as usize;
            order.swap(last, other);
        }
        order
    }
}

/// A day of a year.
fn day(year: Year, month: u64, day: u64) -> Option<SheetDate> {
    SheetDate::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok())
}

/// An amount in yuan of units.
fn yuan(units: u64) -> Decimal {
    Decimal::from(units * UNIT)
}

#[cfg(test)]
mod tests;
