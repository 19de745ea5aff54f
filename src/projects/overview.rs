//! All that is known of a region's projects, computed once for whoever shows it.

use zengshou_sheets::SheetDate;

use super::assets::ProjectAssets;
use super::library::ProjectLibrary;
use super::money::ProjectMoney;
use super::offer::{ProjectOffer, offers};
use super::pace::{MoneyAtRisk, PaceTerms, ProjectProgress, at_risk, progress};
use super::sizes::ProjectSizes;
use crate::analysis::progress::Month;
use crate::counties::settings::CountySettings;
use crate::region::Region;
use crate::region::key::Year;
use crate::region::own::GivenFigure;

/// The overview of a region's projects.
#[derive(Clone, Debug)]
pub struct ProjectOverview<'a> {
    /// The region.
    pub region: &'a Region,
    /// The table, with the projects of one year's plan.
    pub library: ProjectLibrary<'a>,
    /// The day of the figures; none where nobody says one.
    pub day: Option<SheetDate>,
    /// The terms of progress.
    pub terms: PaceTerms,
    /// The money by source and use.
    pub money: ProjectMoney,
    /// The projects by size.
    pub sizes: ProjectSizes,
    /// The progress of all, of each county and of each type.
    pub progress: Vec<ProjectProgress>,
    /// The money at risk, the most first.
    pub at_risk: Vec<MoneyAtRisk>,
    /// The assets of every year.
    pub assets: ProjectAssets,
    /// Figures that are offered in the place of assumptions.
    pub offers: Vec<ProjectOffer>,
}

impl<'a> ProjectOverview<'a> {
    /// The overview of a year's plan; none without a table of projects.
    pub fn of(region: &'a Region, settings: &CountySettings, year: Option<Year>) -> Option<Self> {
        let library = ProjectLibrary::of(region, year)?;
        let day = day_of(region, settings);
        let month = day.and_then(|day| month_of(day, library.year));
        let terms = PaceTerms::of(settings, month);
        let (money, assets) = (
            ProjectMoney::of(&library),
            ProjectAssets::of(&library.checked),
        );
        Some(Self {
            region,
            day,
            sizes: ProjectSizes::of(&library, &settings.projects.edges),
            progress: progress(&library, &terms),
            at_risk: at_risk(&library, &terms),
            offers: offers(region, &library, &assets, &money),
            money,
            assets,
            terms,
            library,
        })
    }
}

/// The day of the bureau: the one it decides on, that of its spending, or the latest of its counties.
fn day_of(region: &Region, settings: &CountySettings) -> Option<SheetDate> {
    let own = region.own.as_deref()?;
    let of_spending = || own.figures.get(&GivenFigure::FundsSpent)?.day;
    let of_counties = || own.counties.iter().filter_map(|row| row.day).max();
    settings.day.or_else(of_spending).or_else(of_counties)
}

/// The month at whose end a year's plan is looked at: its last one for a day after the year, none for a day before it.
fn month_of(day: SheetDate, year: Option<Year>) -> Option<Month> {
    match year {
        Some(year) if day.year > year => Some(Month::LAST),
        Some(year) if day.year < year => None,
        _ => Month::ended(day.month, day.day),
    }
}
