//! All that is known of a region's counties, computed once for whoever shows it.

use zengshou_sheets::CountyRow;

use super::campaigns::Campaign;
use super::check::CheckedCounties;
use super::divide::{Division, DivisionRefusal};
use super::effect::{MoneyEffect, effects};
use super::guarantees::Checklist;
use super::league::League;
use super::project::{CountyIncomes, CountyProjector};
use super::settings::CountySettings;
use crate::analysis::funds_floor::{FloorCut, first_year};
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
    /// The checklist of guarantees, where anything is entered.
    pub checklist: Option<Checklist>,
    /// The parts of the first plan year's funds that the scenario has below what has to come first.
    pub cuts: Vec<FloorCut>,
    /// The campaigns, on the last day of the figures or on that of their last entries.
    pub campaigns: Vec<Campaign<'a>>,
}

impl<'a> CountyOverview<'a> {
    /// The contest with guarantees and campaigns, without a projection and under the plan; `before` are the counties of the last import.
    pub fn contest(
        region: &'a Region,
        settings: &'a CountySettings,
        before: Option<&[CountyRow]>,
    ) -> Self {
        let checked = CheckedCounties::of(region);
        let last = before.map(CheckedCounties::rows_alone);
        let league = League::of(&checked, settings, last.as_ref());
        let tables = [Some(&checked), last.as_ref()];
        let tables: Vec<&CheckedCounties<'_>> = tables.into_iter().flatten().collect();
        let day = league.days().map(|(_, last)| last);
        let campaigns = settings.campaigns.iter();
        let campaigns = campaigns.map(|own| Campaign::of(own, &tables, settings.day, day));
        let campaigns = campaigns.collect();
        let checklist = Checklist::of(&settings.guarantees, &checked);
        Self {
            incomes: None,
            cuts: cuts(checklist.as_ref(), region, &Scenario::default()),
            checklist,
            campaigns,
            league,
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
        let cuts = cuts(contest.checklist.as_ref(), region, scenario);
        Ok(Self {
            incomes: Some(projector.all_with(
                &contest.checked,
                &settings.division.taken_money(&contest.checked, &projector),
            )),
            cuts,
            division,
            ..contest
        })
    }
}

/// The parts of the first plan year's funds below what has to come first.
fn cuts(list: Option<&Checklist>, region: &Region, scenario: &Scenario) -> Vec<FloorCut> {
    let floor = list.map(|list| list.floor).unwrap_or_default();
    if floor.is_empty() {
        return Vec::new();
    }
    floor.cuts(&first_year(&scenario.resolve(region), region.years))
}
