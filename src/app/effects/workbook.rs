//! The program that writes workbooks: a download of its own, loaded when somebody asks for one.
//! It gets the texts that the page has read already, so that nothing else is requested.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use serde_json::json;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{bureau, locales, page_file, regions};
use crate::app::state::State;
use crate::counties::settings::CountySettings;
use crate::form::new_region::NewRegion;
use crate::language::Language;
use crate::report::Date;
use crate::report::own::Own;
pub use crate::report::request::BureauPaper;
use crate::scenario::file;

/// The media type of a workbook.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The name under which the program makes itself known, the one of its forms and the one of papers.
const NAME: &str = "zengshouWorkbook";
const FORM_NAME: &str = "zengshouForm";
const PAPER_NAME: &str = "zengshouPaper";

/// Has the workbook of a state made.
///
/// # Errors
/// What went wrong, in the browser's words.
pub async fn make(
    state: &State,
    language: Language,
    link: &str,
    date: Date,
    own: &Own,
) -> Result<Vec<u8>, JsValue> {
    let request = json!({
        "region": regions::files(&state.region.id).await?,
        "scenario": file::write(&state.region, state.scenario(), state.name.as_deref()),
        "language": language.tag(),
        "words": locales::whole_text(language).await?,
        "link": link,
        "date": [u32::from(date.year), u32::from(date.month), u32::from(date.day)],
        "title": own.title,
        "prepared_by": own.prepared_by,
    });
    answer(NAME, &request.to_string()).await
}

/// Has the form written that a clerk fills in, a workbook or a text with commas: prefilled with a region, or for a new
/// one with what that region has for its years.
///
/// # Errors
/// What went wrong, in the browser's words.
pub async fn form(
    region: &str,
    new: Option<&NewRegion>,
    language: Language,
    is_text: bool,
) -> Result<Vec<u8>, JsValue> {
    let new = new.map(|new| {
        json!({
            "name": new.name,
            "base_year": new.years.income,
            "first_plan_year": new.years.first_plan,
            "last_plan_year": new.years.horizon,
        })
    });
    let request = json!({
        "region": regions::files(region).await?,
        "language": language.tag(),
        "words": locales::whole_text(language).await?,
        "is_text": is_text,
        "new": new,
    });
    answer(FORM_NAME, &request.to_string()).await
}

/// Has the workbook of a paper of counties or projects made.
///
/// # Errors
/// What went wrong, in the browser's words.
pub async fn paper(
    kind: BureauPaper,
    state: &State,
    settings: &CountySettings,
    language: Language,
) -> Result<Vec<u8>, JsValue> {
    let request = json!({
        "kind": kind,
        "region": regions::files(&state.region.id).await?,
        "scenario": file::write(&state.region, state.scenario(), None),
        "language": language.tag(),
        "words": locales::whole_text(language).await?,
        "settings": settings.write(),
        "before": bureau::earlier_file(&state.region.id),
    });
    answer(PAPER_NAME, &request.to_string()).await
}

/// The program's answer to a request by the name of what it makes.
async fn answer(name: &str, request: &str) -> Result<Vec<u8>, JsValue> {
    if known(name).is_none() {
        let program = page_file::ensure("workbook").await?;
        if page_file::load_script(&program).await.is_err() {
            // It failed before and has come since.
            page_file::load_script(&page_file::fresh_address(&program)).await?;
        }
    }
    let make =
        known(name).ok_or_else(|| JsValue::from_str("the program did not make itself known"))?;
    let promise = make.call1(&JsValue::NULL, &request.into())?;
    let bytes = JsFuture::from(Promise::resolve(&promise)).await?;
    let bytes: Uint8Array = bytes.dyn_into()?;
    Ok(bytes.to_vec())
}

fn known(name: &str) -> Option<Function> {
    let found = Reflect::get(&js_sys::global(), &name.into()).ok()?;
    found.dyn_into().ok()
}
