//! The monthly notice as paper in the page.

use std::rc::Rc;

use yew::prelude::*;

use super::paper_tools::PaperSheet;
use super::props::BureauPartProps;
use crate::app::effects::bureau;
use crate::app::effects::workbook::BureauPaper;
use crate::app::view::context::use_page;
use crate::app::view::report::paper::Written;
use crate::app::view::shared::Shared;
use crate::counties::overview::CountyOverview;
use crate::report::counties::notice;

/// The notice.
#[component]
pub fn NoticeTab(props: &BureauPartProps) -> Html {
    let words = use_page().words;
    let of = (
        Shared(props.state.region.clone()),
        Shared(props.book.settings().clone()),
        words,
    );
    let document = use_memo(of, |(region, settings, words)| {
        let before = bureau::earlier(&region.id);
        let found = CountyOverview::contest(region, settings, before.as_deref());
        notice(&found, words)
    });
    let of = Rc::new(BureauPartProps {
        state: props.state.clone(),
        book: props.book.clone(),
    });
    html! { <PaperSheet document={Written(document)} kind={BureauPaper::Notice} {of} /> }
}
