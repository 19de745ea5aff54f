//! All that is known of a region's counties, computed once for whoever shows it.

use zengshou_sheets::CountyRow;

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
    /// The incomes, in the first and the last plan year; none where the contest alone is asked for.
    pub incomes: Option<CountyIncomes>,
    /// The league.
    pub league: League,
    /// The division with its effects, where money is divided.
    pub division: Option<(Division, Vec<MoneyEffect>)>,
}

impl<'a> CountyOverview<'a> {
    /// The contest alone, without a projection; `before` are the counties of the last import.
    pub fn contest(
        region: &'a Region,
        settings: &'a CountySettings,
        before: Option<&[CountyRow]>,
    ) -> Self {
        let checked = CheckedCounties::of(region);
        let last = before.map(CheckedCounties::rows_alone);
        Self {
            incomes: None,
            league: League::of(&checked, settings, last.as_ref()),
            region,
            settings,
            checked,
            division: None,
        }
    }

    /// The overview under a scenario; `before` are the counties of the last import, `wan` the money to divide, in 10,000
    /// yuan.
    ///
    /// # Errors
    /// The reason why the money can't be divided.
    pub fn of(
        region: &'a Region,
        scenario: &Scenario,
        settings: &'a CountySettings,
        before: Option<&[CountyRow]>,
        wan: Option<u64>,
    ) -> Result<Self, DivisionRefusal> {
        let contest = Self::contest(region, settings, before);
        let years = [region.years.first_plan, region.years.horizon];
        let projector = CountyProjector::new(region, scenario, &years);
        let division = match wan {
            None => None,
            Some(wan) => {
                let division = Division::of(&contest.checked, settings, wan)?;
                let is_added = settings.division.is_added;
                let effects = effects(&projector, &contest.checked, &division, is_added);
                Some((division, effects))
            }
        };
        Ok(Self {
            incomes: Some(projector.all(&contest.checked)),
            division,
            ..contest
        })
    }
}
