//! Links: any text, as the screen and the command line read it.

use rust_decimal::Decimal;
use zengshou::link::{self, Link};
use zengshou::number::YuanPerPerson;
use zengshou::scenario::drafts::Extras;
use zengshou::scenario::file;

use crate::fixtures::{
    REGION, are_readable, are_sound, can_be_taken_back, is_name, is_sound, survives_a_file, text,
};

/// Reads the text as a link, and what was read once more after it was written.
pub fn check(data: &[u8]) {
    let text = text(data);
    let looks = link::looks_like_link(&text);
    let region = link::region_of(&text);
    let language = link::language_of(&text);
    assert!(looks || (region.is_none() && language.is_none()));
    match link::decode(&REGION, &text) {
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a word");
            are_readable(&problems);
        }
        Ok(read) => {
            assert!(looks, "read, though it looks like no link");
            is_right(&read);
        }
    }
}

fn is_right(read: &Link) {
    are_readable(&read.problems);
    is_sound(&read.scenario);
    let usual = Extras::default();
    let extras = read.extras.as_ref().unwrap_or(&usual);
    are_sound(extras);
    if let Some(name) = &read.name {
        is_name(name);
    }
    // Projections cost more than reading, and depend on few of the texts.
    let is_projected = read.problems.len().is_multiple_of(4);
    let mut income = YuanPerPerson(Decimal::new(1_356_819, 2));
    if is_projected {
        let region = read.scenario.region(&REGION);
        income = read.scenario.project(&region).scenario[0].income;
        if let Some((shared, today)) = link::compare_headline(read, income) {
            assert_ne!(shared, today, "a change that is none");
        }
    }
    let name = read.name.as_deref();
    let written = link::encode_with(&REGION, &read.scenario, extras, name, income, read.language);
    if written.len() <= link::MOST_BYTES {
        survives(read, extras, &written);
    }
    survives_a_file(&read.scenario, name, extras);
    if is_projected && written.len().is_multiple_of(4) {
        can_be_taken_back(&read.scenario, read.extras.as_ref(), &read.problems);
    }
}

/// A link that was written is read without a word as what it was written from, also between the
/// words of a sentence.
fn survives(before: &Link, extras: &Extras, written: &str) {
    for text in [
        format!("#{written}"),
        format!("看这个 https://a.example/zs/?v=3#{written} 。"),
    ] {
        let link = link::decode(&REGION, &text).unwrap_or_else(|problems| {
            panic!("{problems:?} in {text}");
        });
        assert_eq!(link.problems, [], "{text}");
        assert_eq!(link.scenario, before.scenario, "{text}");
        assert_eq!(link.name, before.name, "{text}");
        assert_eq!(link.language, before.language, "{text}");
        assert_eq!(&link.extras.unwrap_or_default(), extras, "{text}");
    }
    assert!(file::read(&REGION, written).is_err(), "a link is no file");
}
