//! The data of the page, worked out once for a table, a year and the bureau's settings.

use std::rc::Rc;

use zengshou_sheets::{ProjectRow, SheetDate};

use crate::app::words::Words;
use crate::counties::settings::CountySettings;
use crate::i18n::Catalog;
use crate::projects::check::ProjectFault;
use crate::projects::list::{ProjectLine, ProjectList};
use crate::projects::offer::ProjectOffer;
use crate::projects::overview::ProjectOverview;
use crate::projects::pace::{MoneyAtRisk, PaceTerms, ProjectProgress};
use crate::projects::sizes::ProjectSizes;
use crate::region::Region;
use crate::region::key::Year;
use crate::report::document::ReportTable;
use crate::report::projects as report;

/// The most rows of a table of funds at risk.
pub const MOST_AT_RISK: usize = 50;

/// The data.
pub struct ProjectDesk {
    /// The region.
    pub region: Rc<Region>,
    /// The year of the plan; none where no row says one.
    pub year: Option<Year>,
    /// Every year that projects are of.
    pub years: Vec<Year>,
    /// The day of the figures.
    pub day: Option<SheetDate>,
    /// Every row.
    pub list: ProjectList,
    /// The faults of rows.
    pub faults: Vec<ProjectFault>,
    /// The terms of progress.
    pub terms: PaceTerms,
    /// The year's plan by size.
    pub sizes: ProjectSizes,
    /// The progress of all, of counties and of types.
    pub progress: Vec<ProjectProgress>,
    /// The money at risk.
    pub at_risk: Vec<MoneyAtRisk>,
    /// The figures that are offered.
    pub offers: Vec<ProjectOffer>,
    /// The tables as the report has them.
    pub tables: DeskTables,
}

/// The tables of the page.
pub struct DeskTables {
    /// Projects by standing.
    pub standings: ReportTable,
    /// Money by source and use.
    pub funds: ReportTable,
    /// The division among uses beside the assumed one.
    pub division: ReportTable,
    /// Projects by size.
    pub sizes: ReportTable,
    /// The funds at risk.
    pub at_risk: ReportTable,
    /// Assets by class.
    pub assets: ReportTable,
    /// Operation and returns of assets.
    pub rates: ReportTable,
}

impl ProjectDesk {
    /// The data of a region's table; none without one.
    pub fn of(
        region: &Rc<Region>,
        settings: &CountySettings,
        year: Option<Year>,
        words: &Words,
    ) -> Option<Self> {
        let of = ProjectOverview::of(region, settings, year)?;
        let say = |line: &ProjectLine, row: &ProjectRow| said(words, line, row);
        let tables = DeskTables {
            standings: report::standings_table(&of, words),
            funds: report::funds_table(&of, words),
            division: report::division_table(&of, words),
            sizes: report::sizes_table(&of, words),
            at_risk: report::progress::risk_table(&of, words, MOST_AT_RISK),
            assets: report::assets::assets_table(&of, words),
            rates: report::assets::rates_table(&of, words),
        };
        Some(Self {
            year: of.library.year,
            years: of.library.years(),
            day: of.day,
            list: ProjectList::of(&of.library, say),
            faults: of.library.checked.faults.clone(),
            terms: of.terms,
            sizes: of.sizes,
            progress: of.progress,
            at_risk: of.at_risk,
            offers: of.offers,
            tables,
            region: region.clone(),
        })
    }

    /// The rows of the table.
    pub fn rows(&self) -> &[ProjectRow] {
        self.region.own.as_deref().map_or(&[], |own| &own.projects)
    }
}

/// The words of a row that its own texts don't have: type and state.
fn said(words: &Catalog, line: &ProjectLine, row: &ProjectRow) -> String {
    let of_type = row.project_type.map(|it| words.project_type(it));
    let of_state = line.state.map(|it| words.project_state(it).to_string());
    let said: Vec<String> = of_type.into_iter().chain(of_state).collect();
    said.join(" ")
}
