//! All that is known of a region's counties, computed once for whoever shows it.

use super::check::CheckedCounties;
use super::divide::{Division, DivisionRefusal};
use super::effect::{MoneyEffect, effects};
use super::league::League;
use super::project::{CountyIncomes, CountyProjector};
use super::settings::CountySettings;
use crate::region::Region;
use crate::scenario::Scenario;

/// The overview of a region's counties.
pub struct CountyOverview<'a> {
    /// The region.
    pub region: &'a Region,
    /// The settings.
    pub settings: &'a CountySettings,
    /// The table with its faults.
    pub checked: CheckedCounties<'a>,
    /// The incomes, in the first and the last plan year.
    pub incomes: CountyIncomes,
    /// The league.
    pub league: League,
    /// The division with its effects, where money is divided.
    pub division: Option<(Division, Vec<MoneyEffect>)>,
}

impl<'a> CountyOverview<'a> {
    /// The overview under a scenario; `before` is the region of the last import, `wan` the money to divide, in 10,000 yuan.
    ///
    /// # Errors
    /// The reason why the money can't be divided.
    pub fn of(
        region: &'a Region,
        scenario: &Scenario,
        settings: &'a CountySettings,
        before: Option<&Region>,
        wan: Option<u64>,
    ) -> Result<Self, DivisionRefusal> {
        let checked = CheckedCounties::of(region);
        let years = [region.years.first_plan, region.years.horizon];
        let projector = CountyProjector::new(region, scenario, &years);
        let division = match wan {
            None => None,
            Some(wan) => {
                let division = Division::of(&checked, settings, wan)?;
                let is_added = settings.division.is_added;
                let effects = effects(&projector, &checked, &division, is_added);
                Some((division, effects))
            }
        };
        let last = before.map(CheckedCounties::of);
        Ok(Self {
            incomes: projector.all(&checked),
            league: League::of(&checked, settings, last.as_ref()),
            region,
            settings,
            checked,
            division,
        })
    }
}
