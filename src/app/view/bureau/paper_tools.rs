//! A document of counties or projects as paper in the page, with the ways to take it along.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::effects::files;
use crate::app::effects::workbook::{self, BureauPaper};
use crate::app::state::{Action, News, State};
use crate::app::view::context::use_page;
use crate::app::view::report::paper::{Paper, Written};
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::counties::settings::CountySettings;
use crate::region::Region;
use crate::report::document::Document;
use crate::report::markdown;

use super::book::BureauHandle;
use super::props::BureauPartProps;

/// Properties of the paper.
#[derive(Properties, PartialEq)]
struct BureauPaperProps {
    /// The document.
    document: Written,
    /// The kind of paper, which the program of workbooks writes again.
    kind: BureauPaper,
    /// The state and the settings that it is written from.
    of: BureauPart,
}

/// The state and the settings of a paper.
type BureauPart = Rc<BureauPartProps>;

/// The paper with its tools.
#[component]
fn PaperSheet(props: &BureauPaperProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let title = use_node_ref();
    let document = &props.document.0;
    let print = Callback::from(|_: MouseEvent| {
        // A browser without a printer has no dialog to show; the files remain.
        let _may_fail = gloo::utils::window().print();
    });
    let markdown = {
        let (act, document, words) = (page.act.clone(), document.clone(), words.clone());
        Callback::from(move |_: MouseEvent| {
            let name = files::file_name(&document.title, "md");
            let text = markdown::write(&document, &words);
            if files::save(&name, "text/markdown;charset=utf-8", &text).is_err() {
                act.emit(Action::Notify(News::Failed("library-save-failed")));
            }
        })
    };
    html! {
        <div class="bureau-paper">
            <div class="report-actions bureau-paper-tools">
                <button type="button" class="button primary" data-testid="bureau-print" onclick={print}>
                    { words.text("report-print") }</button>
                <button type="button" class="button" data-testid="bureau-markdown" onclick={markdown}>
                    { words.text("report-save-markdown") }</button>
                <ExcelPaper kind={props.kind} title={document.title.clone()} state={props.of.state.clone()} book={props.of.book.clone()} />
            </div>
            <Paper document={props.document.clone()} {title} />
        </div>
    }
}

/// The paper that is written from a region and a bureau's settings, again when one of both changes; nothing where there is
/// none to be written.
#[hook]
pub fn use_paper(
    props: &BureauPartProps,
    kind: BureauPaper,
    write: impl FnOnce(&Region, &CountySettings, &Words) -> Option<Document>,
) -> Html {
    let of = (
        Shared(props.state.region.clone()),
        Shared(props.book.settings().clone()),
        use_page().words,
    );
    let document = use_memo(of, |(region, settings, words)| {
        write(region, settings, words).map(Rc::new)
    });
    let Some(document) = (*document).clone() else {
        return html! {};
    };
    let of = Rc::new(BureauPartProps {
        state: props.state.clone(),
        book: props.book.clone(),
    });
    html! { <PaperSheet document={Written(document)} {kind} {of} /> }
}

/// Properties of the button that has a workbook made.
#[derive(Properties)]
pub struct ExcelPaperProps {
    /// The kind of paper.
    pub kind: BureauPaper,
    /// The title, for the file's name.
    pub title: AttrValue,
    /// The state.
    pub state: Rc<State>,
    /// The settings.
    pub book: BureauHandle,
}

impl PartialEq for ExcelPaperProps {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.title == other.title
            && Rc::ptr_eq(&self.state, &other.state)
            && self.book == other.book
    }
}

/// The button that has a workbook made.
#[component]
pub fn ExcelPaper(props: &ExcelPaperProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let is_busy = use_state_eq(|| false);
    let excel = {
        let (act, is_busy) = (page.act.clone(), is_busy.clone());
        let (kind, state, language) = (props.kind, props.state.clone(), words.language());
        let settings = props.book.settings().clone();
        let name = files::file_name(&props.title, "xlsx");
        Callback::from(move |_: MouseEvent| {
            let (act, is_busy, name) = (act.clone(), is_busy.clone(), name.clone());
            let (state, settings) = (state.clone(), settings.clone());
            is_busy.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                let made = workbook::paper(kind, &state, &settings, language).await;
                let saved =
                    made.and_then(|bytes| files::save_bytes(&name, workbook::MEDIA_TYPE, &bytes));
                if let Err(reason) = saved {
                    gloo::console::warn!("no workbook", reason);
                    act.emit(Action::Notify(News::Failed("bureau-excel-failed")));
                }
                is_busy.set(false);
            });
        })
    };
    html! {
        <button type="button" class="button bureau-excel" data-testid="bureau-excel" disabled={*is_busy} onclick={excel}>
            { words.text("bureau-save-excel") }</button>
    }
}
