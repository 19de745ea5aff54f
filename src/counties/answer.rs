//! The incomes of a region's counties as a long question: the first plan year is answered first, all years behind it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::check::CheckedCounties;
use super::divide::Division;
use super::effect::{MoneyEffect, effects};
use super::project::{CountyIncomes, CountyProjector};
use super::settings::CountySettings;
use crate::region::Region;
use crate::scenario::Scenario;

/// A question for the incomes of all counties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountiesRequest {
    /// The file of the settings, whose division is taken along.
    pub settings: String,
    /// True for the first and the last plan year, else the first alone.
    pub to_horizon: bool,
}

/// The incomes of all counties.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountiesAnswer {
    /// The incomes; under a division that was taken over with its money.
    pub incomes: CountyIncomes,
    /// The effects of the division, where money is divided and can be.
    pub effects: Vec<MoneyEffect>,
}

/// Answers the question; none where it holds no settings that can be read.
pub fn answer(
    region: &Region,
    scenario: &Scenario,
    request: &CountiesRequest,
) -> Option<CountiesAnswer> {
    let settings = CountySettings::read(&request.settings).ok()?;
    let years = match request.to_horizon {
        true => vec![region.years.first_plan, region.years.horizon],
        false => vec![region.years.first_plan],
    };
    let checked = CheckedCounties::of(region);
    let projector = CountyProjector::new(region, scenario, &years);
    let money = settings.division.taken_money(&checked, &projector);
    let division = settings.division.money;
    let division = division.and_then(|wan| Division::of(&checked, &settings, wan).ok());
    let effects = division.map(|division| {
        let is_added = settings.division.is_added;
        effects(&projector, &checked, &division, is_added)
    });
    Some(CountiesAnswer {
        incomes: projector.all_with(&checked, &money),
        effects: effects.unwrap_or_default(),
    })
}

impl super::settings::DivisionSettings {
    /// The money of each row under a division that was taken over, by row.
    pub fn taken_money(
        &self,
        checked: &CheckedCounties<'_>,
        projector: &CountyProjector<'_>,
    ) -> HashMap<usize, crate::number::Yuan> {
        let index = super::index::CountyIndex::of(checked.rows);
        let money = self.taken.iter().filter_map(|(name, wan)| {
            let row = index.of_name(name).ok()?;
            let part = super::wan_amount(*wan);
            let present = projector.present_money(checked, (row, &checked.rows[row]))?;
            let all = match self.is_added {
                true => present + part,
                false => part,
            };
            Some((row, all))
        });
        money.collect()
    }
}
