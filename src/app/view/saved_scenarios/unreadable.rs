//! Descriptions of saved entries that can't be read here: everything that is known of them.

use crate::app::effects::entries::{self, Entry, Folder};
use crate::app::words::Words;
use crate::problem::quote;
use crate::scenario::file;

/// The name of an entry and its notes; `day` is the day of its slot.
pub fn told(words: &Words, entry: &Entry, day: String) -> (String, Vec<String>) {
    let of = file::label_of(&entry.text);
    let is_named = entry.folder == Folder::Named;
    let called = match of.name {
        Some(name) => name,
        None if is_named => quote(&entry.name),
        None => day.clone(),
    };
    // What is saved under a name bears no day.
    let day = Some(day).filter(|day| !is_named && *day != called);
    let region = of
        .region
        .map(|region| words.format("library-of-region", &[("region", &region)]));
    let version = of.region_version.map(|version| version.to_string());
    let version =
        version.map(|version| words.format("library-of-version", &[("version", &version)]));
    let why = entries::obstacle(&entry.content);
    let why = why.map(|problem| words.problem(&problem));
    let newer = entry.content.may_be_newer();
    let newer = newer.then(|| words.text("library-newer").to_string());
    let size = entry.text.len().to_string();
    let start = quote(&entry.text.chars().take(80).collect::<String>());
    let size = words.format("library-size", &[("count", &size), ("start", &start)]);
    let known = day.into_iter().chain(region).chain(version);
    (
        called,
        known.chain(newer).chain(why).chain([size]).collect(),
    )
}
