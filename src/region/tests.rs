//! The region that comes with the program, for tests of every room, and another made of it.

pub mod another_city;

use std::fs;

use super::Region;
use super::parse::parse_region;
use super::texts::merge;
use crate::language::Language;

/// The numbers of the shipped file.
pub const NUMBERS: &str = include_str!("../../static/regions/zhangjiakou-2021.json");

/// Its texts in every language, by the tag.
pub fn texts() -> Vec<(&'static str, String)> {
    let text = |language: Language| {
        let tag = language.tag();
        let folder = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/static/regions/zhangjiakou-2021"
        );
        let file = format!("{folder}/{tag}.json");
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        (tag, text)
    };
    Language::ALL.map(text).into()
}

/// The region's whole file, as the page is served it.
pub fn region_file() -> String {
    merge(NUMBERS, &texts()).expect("numbers and texts that belong together")
}

/// The region of the shipped file.
pub fn region() -> Region {
    parse_region(&region_file()).expect("the region's file is in order")
}

/// The region with the values of an earlier version of its data, for arithmetic that was written down under it.
pub fn region_as_of(version: u32) -> Region {
    let region = region();
    assert!(region.knows(version), "no data of version {version}");
    region.as_of(Some(version)).into_owned()
}
