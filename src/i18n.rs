//! The calculator's words, in every language, and its numbers.
//!
//! Messages are Fluent files below `static/locales`, built into the program, so that switching
//! the language asks no server. Every message exists in every language and none is left over;
//! a test holds both.

pub mod input;
pub mod names;
pub mod number;
pub mod problems;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::language::Language;
use number::{NumberFormat, PlainFormat};

macro_rules! locale_files {
    ($($file:literal),* $(,)?) => {
        /// The files of a language.
        fn files(language: Language) -> Vec<&'static str> {
            match language {
                Language::SimplifiedChinese => vec![
                    $(include_str!(concat!("../static/locales/zh-Hans/", $file, ".ftl")),)*
                ],
                Language::English => vec![
                    $(include_str!(concat!("../static/locales/en/", $file, ".ftl")),)*
                ],
            }
        }
    };
}
locale_files!["app", "levers", "parameters", "problems", "results"];

/// The messages of one language and the way it writes numbers.
pub struct Catalog {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    plain: RefCell<HashMap<String, Rc<str>>>,
    numbers: Box<dyn NumberFormat>,
}

impl Catalog {
    /// The catalog of a language with plain numbers, for the command line and for tests.
    pub fn new(language: Language) -> Self {
        Self::with_numbers(language, Box::new(PlainFormat))
    }

    /// The catalog of a language with another way to write numbers.
    pub fn with_numbers(language: Language, numbers: Box<dyn NumberFormat>) -> Self {
        let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![identifier]);
        // The marks that isolate a foreign direction would end up in copied numbers.
        bundle.set_use_isolating(false);
        for file in files(language) {
            // A faulty entry is left out here and found by the test that reads every file.
            let resource = match FluentResource::try_new(file.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            let added = bundle.add_resource(resource);
            debug_assert!(added.is_ok(), "a message is written twice: {added:?}");
        }
        Self {
            language,
            bundle,
            plain: RefCell::default(),
            numbers,
        }
    }

    /// The catalog's language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without arguments; formatted once and kept.
    pub fn text(&self, id: &str) -> Rc<str> {
        if let Some(text) = self.plain.borrow().get(id) {
            return text.clone();
        }
        let text: Rc<str> = self.format(id, &[]).into();
        self.plain.borrow_mut().insert(id.to_owned(), text.clone());
        text
    }

    /// A message with arguments. Numbers come as texts that [`number`] has written.
    pub fn format(&self, id: &str, arguments: &[(&str, &str)]) -> String {
        let pattern = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value());
        let Some(pattern) = pattern else {
            debug_assert!(false, "no message {id}");
            return id.to_owned();
        };
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            values.set(*name, *value);
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        text.into_owned()
    }

    /// The way numbers are written.
    pub fn numbers(&self) -> &dyn NumberFormat {
        &*self.numbers
    }
}

#[cfg(test)]
mod tests;
