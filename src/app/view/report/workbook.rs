//! The button that has the workbook made, and what becomes of it.

use std::rc::Rc;

use yew::prelude::*;

use super::file_name;
use crate::app::clock;
use crate::app::effects::{files, workbook};
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::report::own::Own;

/// Properties of the button.
#[derive(Properties)]
pub struct ExcelProps {
    /// The state.
    pub state: Rc<State>,
    /// The link of the scenario, as a whole address.
    pub address: AttrValue,
    /// The texts that the reader typed.
    pub own: Own,
}

impl PartialEq for ExcelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.address == other.address
            && self.own == other.own
    }
}

/// The button, with a line that says how it went.
#[component]
pub fn ExcelButton(props: &ExcelProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let said = use_state_eq(|| None::<&'static str>);
    let is_busy = *said == Some("report-excel-loading");
    let onclick = {
        let (state, own, words) = (props.state.clone(), props.own.clone(), words.clone());
        let (address, said) = (props.address.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            let (state, own, words) = (state.clone(), own.clone(), words.clone());
            let (address, said) = (address.clone(), said.clone());
            said.set(Some("report-excel-loading"));
            wasm_bindgen_futures::spawn_local(async move {
                let language = words.language();
                let made = workbook::make(&state, language, &address, clock::today(), &own).await;
                let saved = made.and_then(|bytes| {
                    let name = file_name(&words, state.shown_name(), "xlsx");
                    files::save_bytes(&name, workbook::MEDIA_TYPE, &bytes)
                });
                said.set(Some(match saved {
                    Ok(()) => "report-excel-saved",
                    Err(reason) => {
                        gloo::console::warn!("no workbook", reason);
                        "report-excel-failed"
                    }
                }));
            });
        })
    };
    html! {
        <>
            <button type="button" class="button" data-testid="report-excel" disabled={is_busy}
                {onclick}>{ words.text("report-save-excel") }</button>
            <span class="report-said soft" role="status" data-testid="report-said">
                { said.map(|id| words.text(id)) }
            </span>
        </>
    }
}
