//! Ways to bring figures in: a file that is chosen or dropped, and a pasted block.

use web_sys::{File, HtmlInputElement, HtmlTextAreaElement, SubmitEvent};
use yew::prelude::*;

use super::{Said, added};
use crate::app::effects::files;
use crate::app::effects::sheets::SheetOrder;
use crate::app::state::News;
use crate::app::view::context::use_page;
use crate::app::view::dropped::use_dropped_file;
use crate::problem::quote;

/// Kinds of files that can be chosen.
const KINDS: &str = ".json,.xlsx,.xlsm,.xls,.et,.ods,.csv,.tsv,.txt,application/json,text/csv,text/plain,\
    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.ms-excel,\
    application/vnd.oasis.opendocument.spreadsheet";

/// Properties of the ways in.
#[derive(Properties, PartialEq)]
pub struct OpenSheetProps {
    /// Called with the order that opens a spreadsheet, and its name in sentences.
    pub on_sheet: Callback<(SheetOrder, String)>,
    /// Called with what is wrong with a region's file.
    pub tell: Callback<Option<Said>>,
}

/// The ways in.
#[component]
pub fn OpenSheet(props: &OpenSheetProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let area = use_node_ref();
    let is_over = use_state_eq(|| false);
    let take = {
        let (words, tell, on_sheet) = (words.clone(), props.tell.clone(), props.on_sheet.clone());
        Callback::from(move |file: File| {
            let (words, tell, on_sheet) = (words.clone(), tell.clone(), on_sheet.clone());
            wasm_bindgen_futures::spawn_local(async move {
                if !files::is_region(&file).await {
                    let name = format!("“{}”", quote(&file.name()));
                    on_sheet.emit((SheetOrder::File(file), name));
                    return;
                }
                let said = match files::read_region(&file).await {
                    Ok(text) => added(&words, &text).await,
                    Err(News::Refused(_, problems)) => {
                        Some(Said::problems(&words, "regions-refused", &problems))
                    }
                    Err(_) => Some(Said::of(&words, "library-read-failed", Vec::new())),
                };
                tell.emit(said);
            });
        })
    };
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let file = input.files().and_then(|files| files.get(0));
            // The same file can be chosen again once it was mended.
            input.set_value("");
            if let Some(file) = file {
                take.emit(file);
            }
        })
    };
    let on_over = {
        let is_over = is_over.setter();
        Callback::from(move |is: bool| is_over.set(is))
    };
    use_dropped_file(on_over, take);
    let onsubmit = {
        let (area, on_sheet, words) = (area.clone(), props.on_sheet.clone(), words.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = area.cast::<HtmlTextAreaElement>().map(|area| area.value());
            let text = text.filter(|text| !text.trim().is_empty());
            if let Some(text) = text {
                let name = words.text("sheets-pasted").to_string();
                on_sheet.emit((SheetOrder::Paste(text), name));
            }
        })
    };
    html! {
        <section class={classes!("region-files", is_over.then_some("over"))} data-testid="drop-sheet">
            <div class="library-files">
                <label class="button">
                    { words.text("regions-open") }
                    <input class="unseen" type="file" accept={KINDS} data-testid="open-region" {onchange} />
                </label>
            </div>
            <p class="soft">{ words.text("sheets-drop") }</p>
            <form {onsubmit}>
                <label>
                    { words.text("sheets-paste-title") }
                    <textarea ref={area} rows="3" data-testid="paste-sheet" autocomplete="off" spellcheck="false"
                        placeholder={words.text("sheets-paste-label")} />
                </label>
                <button class="button" data-testid="paste-read">{ words.text("sheets-paste-read") }</button>
            </form>
        </section>
    }
}
