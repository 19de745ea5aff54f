//! Files that load after the page is shown, its deferred style and the other languages, and the message where one
//! fails.

use yew::prelude::*;

use crate::app::effects::locales::{self, Extent};
use crate::app::effects::page_file;
use crate::app::state::{Action, News};
use crate::language::Language;

/// Reads the deferred files, and the words of a language that a link wants. `shown` is the language whose words
/// are on the page; where the wanted one can't be had, it stays the language.
#[hook]
pub fn use_late_files(wanted: Language, shown: Language, act: &Callback<Action>) {
    {
        let act = act.clone();
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(locales::load_others());
            wasm_bindgen_futures::spawn_local(async move {
                if page_file::use_later_style().await.is_err() {
                    act.emit(Action::Notify(News::Failed("style-failed")));
                }
            });
        });
    }
    let act = act.clone();
    use_effect_with((wanted, shown), move |(wanted, shown)| {
        let (wanted, shown) = (*wanted, *shown);
        if wanted != shown {
            wasm_bindgen_futures::spawn_local(async move {
                if locales::load(wanted, Extent::Whole).await.is_ok() {
                    act.emit(Action::SetLanguage(wanted));
                } else {
                    act.emit(Action::SetLanguage(shown));
                    act.emit(Action::Notify(News::Failed("language-failed")));
                }
            });
        }
    });
}
