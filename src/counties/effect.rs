//! The effect of a division on the income of each county.

use serde::{Deserialize, Serialize};

use super::check::CheckedCounties;
use super::divide::{DividedPart, Division};
use super::project::CountyProjector;
use crate::number::{Yuan, YuanPerPerson};

/// A county's income without and with its part of a division.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MoneyEffect {
    /// Its row in the table.
    pub row: usize,
    /// The money that it has.
    pub present: Yuan,
    /// The money that it has after the division, in every plan year.
    pub after: Yuan,
    /// The incomes of the years asked for, under the scenario with either money.
    pub years: Vec<WithMoney>,
}

/// The income of a year with the present money and with the money after.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WithMoney {
    /// With the present money.
    pub before: YuanPerPerson,
    /// With the money after.
    pub after: YuanPerPerson,
}

/// The effects of a division, in the order of its parts; added to what counties have, or in its place.
pub fn effects(
    projector: &CountyProjector<'_>,
    checked: &CheckedCounties<'_>,
    division: &Division,
    is_added: bool,
) -> Vec<MoneyEffect> {
    let effect = |part: &DividedPart| {
        let row = (part.row, &checked.rows[part.row]);
        let present = projector.present_money(checked, row)?;
        let after = match is_added {
            true => present + part.amount(),
            false => part.amount(),
        };
        // Both under the scenario: its other levers are no effect of the division.
        let with = |money| projector.county(checked, row, Some(money)).ok();
        let (old, new) = (with(present)?, with(after)?);
        let years = old
            .years
            .iter()
            .zip(&new.years)
            .map(|(old, new)| WithMoney {
                before: old.scenario,
                after: new.scenario,
            });
        Some(MoneyEffect {
            row: part.row,
            present,
            after,
            years: years.collect(),
        })
    };
    division.parts.iter().filter_map(effect).collect()
}
