//! The calculator's words, in every language, and its numbers.
//!
//! Messages are Fluent files below `static/locales`: in the browser one file a language, read at
//! the start, and one of what stands in `later`, read with the whole program. Of Fluent's syntax they use texts, `{ $arguments }`, `{ -terms }` and `{"literal"}`; tests hold
//! every file against Fluent's own parser. Every message exists in every language and none is
//! left over; a test holds both.

mod campaigns;
pub mod counties;
pub mod exercises;
pub mod explain;
pub mod forms;
pub mod input;
mod labour;
mod messages;
pub mod names;
pub mod number;
pub mod problems;
pub mod projects;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use crate::language::Language;
use crate::model::years::Years;
use crate::region::terms::{DatedTerm, DatedTerms};
use messages::Messages;
use number::NumberFormat;

/// The messages of one language and the way it writes numbers.
pub struct Catalog {
    language: Language,
    messages: Messages,
    terms: RefCell<HashMap<String, String>>,
    years: Cell<Option<Years>>,
    plain: RefCell<HashMap<String, Rc<str>>>,
    numbers: Box<dyn NumberFormat>,
}

impl Catalog {
    /// The catalog of a language from the text of its files, with a way to write numbers.
    pub fn read(language: Language, text: &str, numbers: Box<dyn NumberFormat>) -> Self {
        let messages = Messages::parse(text);
        Self {
            language,
            terms: RefCell::new(messages.terms(0)),
            years: Cell::default(),
            messages,
            plain: RefCell::default(),
            numbers,
        }
    }

    /// The catalog of a language with plain numbers, for the command line and for tests: its
    /// messages are part of the program.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(language: Language) -> Self {
        Self::read(language, &built_in(language), Box::new(number::PlainFormat))
    }

    /// Has everything called as in the first plan year, by the names of a region where it has its own, and values
    /// of a year by that.
    pub fn name_after(&self, own: &DatedTerms, years: Years) {
        let year = years.first_plan;
        let mut names = self.messages.terms(year);
        let written = self.format("named-plan-year", &[("year", &year.to_string())]);
        names.insert("plan-year".to_owned(), written);
        for (term, name) in DatedTerm::NAMES {
            if let Some(text) = own.name(term, year) {
                let own = text.in_language(Language::SimplifiedChinese);
                names.insert(format!("{name}-chinese"), own.to_owned());
                names.insert(name.to_owned(), text.in_language(self.language).to_owned());
            }
        }
        let named = Some(years);
        let before = (self.terms.replace(names), self.years.replace(named));
        if before != (self.terms.borrow().clone(), named) {
            self.plain.borrow_mut().clear();
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
        let text = self.messages.format(id, arguments, &self.terms.borrow());
        debug_assert!(text.is_some(), "no message {id} with these arguments");
        text.unwrap_or_else(|| id.to_owned())
    }

    /// The way numbers are written.
    pub fn numbers(&self) -> &dyn NumberFormat {
        &*self.numbers
    }
}

/// The files in a language's folder, as they are built into a program of the host.
macro_rules! files_of {
    ($tag:literal) => {
        files_of!($tag:
            // What stands on the page from the start.
            "app", "levers", "parameters", "problems", "results", "terms",
            // What is read later.
            "later/apart", "later/bureau", "later/campaigns", "later/charts", "later/counties", "later/embed", "later/exercise-core", "later/exercise-maker", "later/exercise-paper", "later/exercises", "later/explain", "later/form-rows", "later/forms", "later/groups", "later/households", "later/households-page", "later/looking-back", "later/notes",
            "later/own-regions",
            "later/plan-allocation", "later/plan-goal", "later/planning", "later/presentation", "later/projects", "later/projects-page", "later/regions", "later/report",
            "later/single-file", "later/sources",
        )
    };
    ($tag:literal: $($file:literal,)*) => {
        &[$(include_str!(concat!("../static/locales/", $tag, "/", $file, ".ftl"))),*]
    };
}
macro_rules! locale_files {
    ($($(#[$doc:meta])* $name:ident $tag:literal $own_name:literal;)*) => {
        /// The files of a language.
        fn files(language: Language) -> &'static [&'static str] {
            match language {
                $(Language::$name => files_of!($tag),)*
            }
        }
    };
}
crate::language::with_languages!(locale_files);

/// The text of a language's files, one after the other, as the browser gets it.
pub fn built_in(language: Language) -> String {
    files(language).join("\n")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
