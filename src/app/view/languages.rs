//! The choice of the language.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::context::use_page;
use crate::app::effects::locales::{self, Extent};
use crate::app::state::{Action, News};
use crate::language::Language;

/// The list of languages, each in its own words.
#[component]
pub fn Languages() -> Html {
    let page = use_page();
    let shown = page.words.language();
    let onchange = {
        let act = page.act.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let Some(language) = Language::parse(&select.value()) else {
                return;
            };
            let act = act.clone();
            wasm_bindgen_futures::spawn_local(async move {
                act.emit(match locales::load(language, Extent::Whole).await {
                    Ok(_) => Action::SetLanguage(language),
                    Err(_) => {
                        // What is chosen is what is shown, so that the other can be chosen again.
                        select.set_value(shown.tag());
                        Action::Notify(News::Failed("language-failed"))
                    }
                });
            });
        })
    };
    html! {
        <label class="language">
            <span class="unseen">{ page.words.text("language") }</span>
            <select data-testid="language" {onchange}>
                { for Language::ALL.map(|language| html! {
                    <option value={language.tag()} lang={language.tag()} selected={language == shown}>
                        { language.own_name() }
                    </option>
                }) }
            </select>
        </label>
    }
}
