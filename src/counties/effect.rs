//! The effect of a division on the income of each county.

use super::check::CheckedCounties;
use super::divide::{DividedPart, Division};
use super::project::{CountyProjector, YearPair};
use crate::number::Yuan;

/// A county's income without and with its part of a division.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyEffect {
    /// Its row in the table.
    pub row: usize,
    /// The money that it has.
    pub present: Yuan,
    /// The money that it has after the division, in every plan year.
    pub after: Yuan,
    /// The incomes of the years asked for: the plan with the present money, the scenario with the money after.
    pub years: Vec<YearPair>,
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
        let income = projector.county(checked, row, Some(after)).ok()?;
        Some(MoneyEffect {
            row: part.row,
            present,
            after,
            years: income.years,
        })
    };
    division.parts.iter().filter_map(effect).collect()
}
