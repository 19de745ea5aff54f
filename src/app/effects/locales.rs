//! The words of each language: two files of the page. The words of the first numbers are read before them, the
//! rest with the whole program, and the other languages after that, so that switching needs no request.

use std::cell::RefCell;
use std::rc::Rc;

use super::page_file;
use crate::app::clock::next_task;
use crate::app::intl::IntlFormat;
use crate::app::words::Words;
use crate::i18n::Catalog;
use crate::language::Language;
use crate::region::terms::DatedTerms;
use crate::region::{Region, Years};

thread_local! {
    /// The names and the years of the region that everything is called after.
    static NAMED_AFTER: RefCell<Option<(DatedTerms, Years)>> = const { RefCell::new(None) };
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

/// Extent of a language's texts: those of the first screen or all of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Those that are on the page from the start.
    First,
    /// All of them.
    Whole,
}

/// The words of a language, read if they were not yet.
///
/// # Errors
/// What went wrong, in the browser's words.
pub async fn load(language: Language, extent: Extent) -> Result<Words, String> {
    if let Some(words) = loaded(language) {
        return Ok(words);
    }
    let text = match extent {
        Extent::First => page_file::text(&announced("locale", language)?).await?,
        Extent::Whole => whole_text(language).await?,
    };
    next_task().await;
    let numbers = Box::new(IntlFormat::new(language));
    let words = Words(Rc::new(Catalog::read(language, &text, numbers)));
    NAMED_AFTER.with_borrow(|named| {
        if let Some((own, years)) = named {
            words.name_after(own, *years);
        }
    });
    LOADED.with(|loaded| loaded.borrow_mut().push(words.clone()));
    Ok(words)
}

/// Has everything called as in that region, in every language.
pub fn name_after(region: &Region) {
    let (own, years) = (region.terms.clone(), region.years);
    LOADED.with_borrow(|loaded| {
        loaded
            .iter()
            .for_each(|words| words.name_after(&own, years))
    });
    NAMED_AFTER.set(Some((own, years)));
}

/// The text of both of a language's files, read if they were not yet.
///
/// # Errors
/// What went wrong, in the browser's words.
pub async fn whole_text(language: Language) -> Result<String, String> {
    let mut text = page_file::text(&announced("locale", language)?).await?;
    text.push_str(&page_file::text(&announced("locale-later", language)?).await?);
    Ok(text)
}

/// The title of the page: region and tool.
pub fn page_title(words: &Words, region: &Region) -> String {
    let name = region.name.in_language(words.language());
    format!("{name} · {}", words.text("app-title"))
}

/// Sets title and language of the page, for browsers and screen readers.
pub fn announce(words: &Words, region: &Region) {
    let document = gloo::utils::document();
    document.set_title(&page_title(words, region));
    if let Some(root) = document.document_element() {
        let set = root.set_attribute("lang", words.language().tag());
        debug_assert!(
            set.is_ok(),
            "the page's language is an attribute like any other"
        );
    }
}

/// Loads the other languages. One that fails now is requested again when it is chosen.
pub async fn load_others() {
    for language in Language::ALL {
        let _may_fail = load(language, Extent::Whole).await;
    }
}

/// The file that is requested last for that extent of a language.
pub fn file(language: Language, extent: Extent) -> Result<String, String> {
    announced(
        match extent {
            Extent::First => "locale",
            Extent::Whole => "locale-later",
        },
        language,
    )
}

/// A language's file that the page announces under that name.
fn announced(name: &str, language: Language) -> Result<String, String> {
    let selector = format!("link[data-{name}=\"{}\"]", language.tag());
    gloo::utils::document()
        .query_selector(&selector)
        .ok()
        .flatten()
        .and_then(|link| link.get_attribute("href"))
        .ok_or_else(|| format!("no file for {}", language.tag()))
}
