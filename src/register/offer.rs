//! Averages of a register in the place of assumptions: each is offered, none is taken by itself.

use rust_decimal::Decimal;

use super::figures::RegisterAverages;
use crate::number::{SHARE_PLACES, round};
use crate::region::Region;
use crate::region::key::{Component, Fixed, Key, income0};
use crate::region::own::correct::Correction;
use crate::region::parse::check_range;

/// Digits behind the point of people a household.
const SIZE_PLACES: u32 = 2;

/// A figure of a register for a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterOffer {
    /// The key.
    pub key: Key,
    /// The value, as precise as the key takes it.
    pub value: Decimal,
    /// The region's own value.
    pub present: Option<Decimal>,
    /// The households behind it.
    pub households: u64,
}

impl RegisterOffer {
    /// The offer as a correction of the region, with where it comes from and how it follows in the reader's words.
    pub fn correction(&self, source: String, basis: String) -> Correction {
        Correction::derived(self.key, self.value, source, basis)
    }
}

/// The offers of a register: population, people a household, the four known incomes, the Gini coefficient. People at risk
/// are no key: they follow from the incomes and the coefficient. What no region could have is not offered.
pub fn offers(region: &Region, averages: &RegisterAverages) -> Vec<RegisterOffer> {
    let incomes = Component::ALL.into_iter().filter_map(|component| {
        let compared = averages.components.get(component.name())?;
        Some((income0(component), compared.register))
    });
    let gini = averages
        .gini
        .map(|gini| (Fixed::Gini, round(gini.register, SHARE_PLACES)));
    let size = round(averages.household_size, SIZE_PLACES);
    let values = [
        (Fixed::Population, averages.population.register),
        (Fixed::HouseholdSize, size),
    ];
    let all = values.into_iter().chain(incomes).chain(gini);
    let known = region.values();
    let offers = all.map(|(key, value)| RegisterOffer {
        key: key.into(),
        value: value.normalize(),
        present: known.get(key.into()).map(|value| value.normalize()),
        households: averages.households,
    });
    offers
        .filter(|offer| check_range(offer.key, offer.value).is_ok())
        .collect()
}
