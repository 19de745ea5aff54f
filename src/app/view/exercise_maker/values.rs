//! The choice of values: none, those of the scenario on the screen, or those that the opened file had.

use yew::prelude::*;

use super::fields::choice;
use crate::app::words::Words;
use crate::exercise::draft::{DraftSource, DraftValues};
use crate::number::parse_decimal;
use crate::region::key::Key;

/// The choice. What the file had stays there to be chosen again.
pub fn values_choice(
    words: &Words,
    (label, testid): (&'static str, String),
    values: &DraftValues,
    change: Callback<DraftValues>,
) -> Html {
    let names = DraftSource::NAMES.iter();
    let names = names.filter(|(from, _)| *from != DraftSource::File || !values.file.is_empty());
    let (_, chosen) = DraftSource::NAMES[values.from as usize];
    let options = names.map(|(from, name)| {
        let said = match from {
            DraftSource::None if label == "maker-start" => words.text("maker-values-plan"),
            DraftSource::None => words.text("maker-values-none"),
            DraftSource::Screen => words.text("maker-values-screen"),
            DraftSource::File => words
                .format("maker-values-file", &[("values", &listed(words, values))])
                .into(),
        };
        (*name, said)
    });
    let on = {
        let values = values.clone();
        Callback::from(move |name: String| {
            let found = DraftSource::NAMES.iter().find(|(_, own)| *own == name);
            change.emit(DraftValues {
                from: found.map_or(values.from, |(from, _)| *from),
                ..values.clone()
            });
        })
    };
    choice(words.text(label), testid, options, chosen, on)
}

/// The values of the file in words.
fn listed(words: &Words, values: &DraftValues) -> String {
    let said = values.file.iter().filter_map(|(name, value)| {
        let key = Key::parse(name)?;
        let value = words.value(key, parse_decimal(value).ok()?);
        Some(format!("{} {value}", words.key_name(key)))
    });
    said.collect::<Vec<_>>().join(&words.text("list-and"))
}
