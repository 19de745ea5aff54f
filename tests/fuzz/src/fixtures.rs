//! Shared parts of the targets: the region, the words, and the checks of anything that was read.

use std::cell::OnceCell;
use std::fs;
use std::rc::Rc;
use std::sync::LazyLock;

use zengshou::app::state::{Action, Opened, Origin, State};
use zengshou::i18n::Catalog;
use zengshou::language::Language;
use zengshou::problem::Problem;
use zengshou::region::key::{Key, Yearly};
use zengshou::region::parse::parse_region;
use zengshou::region::texts::merge;
use zengshou::region::{Region, wholes};
use zengshou::scenario::drafts::{Extras, MOST_DRAFTS};
use zengshou::scenario::name::clean_name;
use zengshou::scenario::{Scenario, file};

/// The most bytes that a problem takes in words, its place included.
const MOST_WORDS: usize = 4_000;

/// The region that everything is held against.
pub static REGION: LazyLock<Region> = LazyLock::new(|| {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../static/regions/zhangjiakou-2021"
    );
    let text = |language: Language| {
        let file = format!("{folder}/{}.json", language.tag());
        (
            language.tag(),
            fs::read_to_string(file).expect("the region's texts"),
        )
    };
    let numbers = include_str!("../../../static/regions/zhangjiakou-2021.json");
    let text = merge(numbers, &Language::ALL.map(text)).expect("texts that belong to the numbers");
    parse_region(&text).expect("the region's file is in order")
});

/// Every key that a scenario can have.
pub static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| {
    let years = REGION.years;
    let by_year = Yearly::levers().flat_map(move |lever| {
        let later = years.plan().skip(1);
        later.map(move |year| Key::Yearly(Yearly::Lever(lever), year))
    });
    REGION.parameters.keys().copied().chain(by_year).collect()
});

/// An input as the text that a browser would make of it.
pub fn text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// Work with the words of one of the languages.
pub fn with_words<T>(choice: usize, work: impl FnOnce(&Catalog) -> T) -> T {
    thread_local! {
        static WORDS: [OnceCell<Catalog>; 3] = const { [OnceCell::new(), OnceCell::new(), OnceCell::new()] };
    }
    let at = choice % Language::ALL.len();
    WORDS.with(|words| work(words[at].get_or_init(|| Catalog::new(Language::ALL[at]))))
}

/// True for a character that is not seen, or that makes other text look like something else.
fn is_trick(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{3164}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        )
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

/// Holds a text that is shown: nothing in it is hidden.
pub fn is_plain(text: &str) {
    if let Some(trick) = text.chars().find(|c| is_trick(*c)) {
        panic!("{trick:?} is left in {text:?}");
    }
}

/// Checks the messages for the reader: a short list of short sentences, in which nothing is hidden.
pub fn are_readable(problems: &[Problem]) {
    assert!(
        problems.len() <= file::MOST_PROBLEMS + 1,
        "{} problems",
        problems.len()
    );
    for (at, problem) in problems.iter().enumerate() {
        let message = with_words(at + problem.place.len(), |words| words.problem(problem));
        assert!(
            message.len() <= MOST_WORDS,
            "{} bytes: {problem:?}",
            message.len()
        );
        is_plain(&message);
    }
}

/// Holds a scenario that was read: values within their ranges, notes of one plain line, and incomes
/// that can be computed.
pub fn is_sound(scenario: &Scenario) {
    let region = scenario.region(&REGION);
    for (key, value) in scenario.entries() {
        let (least, most) = key.range();
        assert!((least..=most).contains(&value), "{key} is {value}");
        assert!(scenario.takes(&region, key), "{key}");
    }
    for (key, note) in scenario.notes() {
        is_plain(note.text());
        assert!(!note.text().trim().is_empty(), "an empty note on {key}");
        assert!(note.text().len() <= zengshou::scenario::note::MOST_BYTES);
    }
    let resolved = scenario.resolve(&region);
    let exceeded = wholes::exceeded(&resolved.scenario);
    assert!(exceeded.is_empty(), "{exceeded:?}");
}

/// Checks the extras that were read with a scenario.
pub fn are_sound(extras: &Extras) {
    let entries = extras.drafts.entries();
    assert!(entries.len() <= MOST_DRAFTS);
    for (at, entry) in entries.iter().enumerate() {
        is_name(&entry.name);
        is_sound(&entry.scenario);
        let is_same = |other: &zengshou::scenario::drafts::Draft| other.name == entry.name;
        assert!(!entries[..at].iter().any(is_same), "{:?} twice", entry.name);
    }
}

/// Holds a name: one bounded line that can be seen.
pub fn is_name(name: &str) {
    is_plain(name);
    assert!(!name.is_empty(), "an empty name");
    assert_eq!(name, clean_name(name), "a name that is cut once more");
    assert!(name.chars().count() <= zengshou::scenario::name::MOST_NAME_CHARACTERS);
}

/// Holds that what was read can be written as a file, that the file is read without a word as the
/// same, and that writing it again gives the same text.
pub fn survives_a_file(scenario: &Scenario, name: Option<&str>, extras: &Extras) {
    let written = file::write_with(&REGION, scenario, name, extras);
    if written.len() > file::MOST_BYTES {
        return;
    }
    let read = file::read(&REGION, &written).unwrap_or_else(|problem| panic!("{problem:?}"));
    assert_eq!(read.problems, [], "{written}");
    assert_eq!(&read.scenario, scenario);
    assert_eq!(&read.extras, extras);
    assert_eq!(read.name.as_deref(), name);
    let again = file::write_with(&REGION, &read.scenario, read.name.as_deref(), &read.extras);
    assert_eq!(again, written);
}

/// Holds that opening something over own work can be taken back, and that the work is as it was.
pub fn can_be_taken_back(scenario: &Scenario, extras: Option<&Extras>, problems: &[Problem]) {
    thread_local! {
        static OWN: State = own_work();
    }
    OWN.with(|own| {
        let opened = own.apply(Action::Open(Box::new(Opened {
            scenario: scenario.clone(),
            name: None,
            given: None,
            saved: scenario.clone(),
            saved_extras: None,
            extras: extras.cloned(),
            origin: Origin::Link,
            problems: problems.to_vec(),
            figures_changed: None,
        })));
        assert_eq!(opened.scenario(), scenario);
        let back = opened.apply(Action::Undo);
        assert_eq!(back.scenario(), own.scenario());
        assert_eq!(
            back.results.outcome.scenario[0].income,
            own.results.outcome.scenario[0].income
        );
        assert_eq!(back.apply(Action::Redo).scenario(), scenario);
    });
}

/// A state with work of its own.
fn own_work() -> State {
    let region = Rc::new(REGION.clone());
    let coverage = zengshou::region::key::Fixed::Coverage.into();
    let value = rust_decimal::Decimal::new(7777, 4);
    State::new(region, Language::SimplifiedChinese)
        .apply(Action::Set(coverage, value))
        .apply(Action::Seal)
}
