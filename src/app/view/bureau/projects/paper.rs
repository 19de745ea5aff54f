//! The library of projects as paper, to print and to take along.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::effects::workbook::BureauPaper;
use crate::app::view::bureau::paper_tools::PaperSheet;
use crate::app::view::bureau::props::BureauPartProps;
use crate::app::view::context::use_page;
use crate::app::view::report::paper::Written;
use crate::app::view::shared::Shared;
use crate::projects::overview::ProjectOverview;
use crate::report::projects::overview;

/// The paper.
#[component]
pub fn PaperPart(props: &BureauPartProps) -> Html {
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
