//! What a picture says of itself when it has left the page: of which region and scenario it is, on
//! which data, made by what and when.

use crate::app::state::State;
use crate::i18n::Catalog;
use crate::report::{Date, date};

/// The line below the title: region and scenario.
pub fn subject(words: &Catalog, state: &State) -> String {
    let region = state.region.name.in_language(words.language());
    let scenario = match (&state.name, state.results.example) {
        (Some(name), _) => name.clone(),
        (None, Some(example)) => words.example(example).to_string(),
        (None, None) => words.text("result-is-own").to_string(),
    };
    let arguments = [("region", region), ("scenario", &*scenario)];
    words.format("chart-credit", &arguments)
}

/// The line at the foot: data, day, tool.
pub fn source(words: &Catalog, state: &State, today: Date) -> String {
    let region = &state.region;
    let arguments = [
        ("known", &*region.years.income.to_string()),
        ("data", &*region.version.to_string()),
        ("date", &*date(words, today)),
        ("tool", &*words.text("app-title")),
    ];
    words.format("chart-credit-source", &arguments)
}
