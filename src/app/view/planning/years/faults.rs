//! What can't be put into a cell, in words.

use crate::app::grid::{self, Wrong};
use crate::app::state::State;
use crate::app::view::context::Words;
use crate::region::key::{Key, Year, Yearly};

/// The lever itself, whatever the year.
fn lever_of(key: Key) -> Key {
    match key {
        Key::Yearly(Yearly::Lever(lever), _) => lever.into(),
        other => other,
    }
}

/// A cell's name: its lever and its year.
pub fn place_name(words: &Words, key: Key, year: Year) -> String {
    let name = words.key_name(lever_of(key));
    let parts = [("name", &*name), ("year", &year.to_string())];
    words.format("plan-years-place", &parts)
}

/// What is wrong, and where.
pub fn told(words: &Words, state: &State, wrong: &Wrong) -> String {
    let fault = words.fault(&wrong.fault);
    let key = wrong
        .place
        .and_then(|place| grid::key_at(&state.region, place));
    let Some((key, (_, column))) = key.zip(wrong.place) else {
        return words.text("plan-years-beside").to_string();
    };
    let place = place_name(words, key, state.region.years.first_plan + column as u16);
    words.format("plan-years-fault", &[("place", &place), ("fault", &fault)])
}
