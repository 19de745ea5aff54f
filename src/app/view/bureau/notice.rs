//! The monthly notice as paper in the page.

use yew::prelude::*;

use super::paper_tools::use_paper;
use super::props::BureauPartProps;
use crate::app::effects::bureau;
use crate::app::effects::workbook::BureauPaper;
use crate::counties::overview::CountyOverview;
use crate::report::counties::notice;

/// The notice.
#[component]
pub fn NoticeTab(props: &BureauPartProps) -> Html {
    use_paper(props, BureauPaper::Notice, |region, settings, words| {
        let before = bureau::earlier(&region.id);
        let found = CountyOverview::contest(region, settings, before.as_deref());
        Some(notice(&found, words))
    })
}
