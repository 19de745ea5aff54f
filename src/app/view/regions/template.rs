//! The form that a clerk fills in, saved from the dialog of the regions.

use yew::prelude::*;

use super::Said;
use crate::app::effects::{files, workbook};
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::form::new_region::NewRegion;

/// The media type of a text with commas.
const TEXT_TYPE: &str = "text/csv;charset=utf-8";

/// Saves the form of a region, or of a new one with what that region has for it; the failure, if it does.
pub async fn save_form(
    words: &Words,
    (region, new): (&str, Option<&NewRegion>),
    name: &str,
    is_text: bool,
) -> Option<Said> {
    let made = workbook::form(region, new, words.language(), is_text).await;
    let saved = made.and_then(|bytes| {
        let name = words.format("sheets-form-file", &[("name", name)]);
        let (ending, media_type) = match is_text {
            true => ("csv", TEXT_TYPE),
            false => ("xlsx", workbook::MEDIA_TYPE),
        };
        files::save_bytes(&files::file_name(&name, ending), media_type, &bytes)
    });
    let failed = saved.is_err();
    failed.then(|| Said::of(words, "sheets-form-failed", Vec::new()))
}

/// Properties of the buttons.
#[derive(Properties, PartialEq)]
pub struct SaveFormProps {
    /// The identifier of the region that the form is prefilled with.
    pub region: AttrValue,
    /// Its name.
    pub name: AttrValue,
    /// Called with a failure.
    pub tell: Callback<Option<Said>>,
}

/// The buttons.
#[component]
pub fn SaveForm(props: &SaveFormProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let is_busy = use_state_eq(|| false);
    let save = |is_text: bool| {
        let (words, tell, is_busy) = (words.clone(), props.tell.clone(), is_busy.setter());
        let (region, name) = (props.region.clone(), props.name.clone());
        Callback::from(move |_: MouseEvent| {
            let (words, tell, is_busy) = (words.clone(), tell.clone(), is_busy.clone());
            let (region, name) = (region.clone(), name.clone());
            is_busy.set(true);
            tell.emit(None);
            wasm_bindgen_futures::spawn_local(async move {
                let failed = save_form(&words, (&region, None), &name, is_text).await;
                is_busy.set(false);
                if failed.is_some() {
                    tell.emit(failed);
                }
            });
        })
    };
    html! {
        <section>
            <p>{ words.text("sheets-form-about") }</p>
            <div class="intake-buttons">
                <button type="button" class="button" disabled={*is_busy} data-testid="form-xlsx" onclick={save(false)}>
                    { words.text("sheets-form-workbook") }
                </button>
                <button type="button" class="button plain" disabled={*is_busy} data-testid="form-csv" onclick={save(true)}>
                    { words.text("sheets-form-text") }
                </button>
            </div>
        </section>
    }
}
