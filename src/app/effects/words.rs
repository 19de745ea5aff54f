//! The words of each language: one file of the page, read when it is first needed. The chosen
//! language is read before the numbers stand, the others after, so that switching asks nobody.

use std::cell::RefCell;
use std::rc::Rc;

use super::boot::fetch;
use crate::app::intl::IntlFormat;
use crate::app::view::context::Words;
use crate::i18n::Catalog;
use crate::language::Language;

thread_local! {
    static LOADED: RefCell<Vec<Words>> = const { RefCell::new(Vec::new()) };
}

/// The words of a language, if they were read.
pub fn loaded(language: Language) -> Option<Words> {
    LOADED.with(|loaded| {
        loaded
            .borrow()
            .iter()
            .find(|words| words.language() == language)
            .cloned()
    })
}

/// The words of a language, read if they were not yet.
///
/// # Errors
/// What went wrong, in the browser's words.
pub async fn load(language: Language) -> Result<Words, String> {
    if let Some(words) = loaded(language) {
        return Ok(words);
    }
    let file = announced(language).ok_or_else(|| format!("no file for {}", language.tag()))?;
    let text = fetch(&file).await?;
    let numbers = Box::new(IntlFormat::new(language));
    let words = Words(Rc::new(Catalog::read(language, &text, numbers)));
    LOADED.with(|loaded| loaded.borrow_mut().push(words.clone()));
    Ok(words)
}

/// Tells the page, and with it every reader of the screen, which language it is in.
pub fn announce(words: &Words) {
    let document = gloo::utils::document();
    document.set_title(&words.text("app-title"));
    if let Some(root) = document.document_element() {
        let set = root.set_attribute("lang", words.language().tag());
        debug_assert!(
            set.is_ok(),
            "the page's language is an attribute like any other"
        );
    }
}

/// Reads the other languages. One that can't be read now is asked for again when it is chosen.
pub async fn load_others() {
    for language in Language::ALL {
        let _may_fail = load(language).await;
    }
}

/// The language file that the page announces.
fn announced(language: Language) -> Option<String> {
    let selector = format!("link[data-locale=\"{}\"]", language.tag());
    let link = gloo::utils::document()
        .query_selector(&selector)
        .ok()
        .flatten()?;
    link.get_attribute("href")
}
