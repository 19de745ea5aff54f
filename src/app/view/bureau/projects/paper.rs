//! The library of projects as paper, to print and to take along.

use yew::prelude::*;

use crate::app::effects::workbook::BureauPaper;
use crate::app::view::bureau::paper_tools::use_paper;
use crate::app::view::bureau::props::BureauPartProps;
use crate::projects::overview::ProjectOverview;
use crate::report::projects::overview;

/// The paper.
#[component]
pub fn PaperPart(props: &BureauPartProps) -> Html {
    use_paper(props, BureauPaper::Projects, |region, settings, words| {
        let found = ProjectOverview::of(region, settings, None)?;
        Some(overview(&found, words))
    })
}
