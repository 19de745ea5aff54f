//! The library of projects as paper in the page.

use std::rc::Rc;

use yew::prelude::*;

use super::paper_tools::PaperSheet;
use super::props::BureauPartProps;
use crate::app::effects::workbook::BureauPaper;
use crate::app::view::context::use_page;
use crate::app::view::report::paper::Written;
use crate::app::view::shared::Shared;
use crate::projects::overview::ProjectOverview;
use crate::report::projects::overview;

/// The library.
#[component]
pub fn ProjectsTab(props: &BureauPartProps) -> Html {
    let words = use_page().words;
    let of = (
        Shared(props.state.region.clone()),
        Shared(props.book.settings().clone()),
        words,
    );
    let document = use_memo(of, |(region, settings, words)| {
        let found = ProjectOverview::of(region, settings, None)?;
        Some(Rc::new(overview(&found, words)))
    });
    let of = Rc::new(BureauPartProps {
        state: props.state.clone(),
        book: props.book.clone(),
    });
    match &*document {
        Some(document) => html! {
            <PaperSheet document={Written(document.clone())} kind={BureauPaper::Projects} {of} />
        },
        None => html! {},
    }
}
