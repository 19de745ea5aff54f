//! Shared parts of the tests: the region and the state that they start from.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::OnceLock;

use rust_decimal::Decimal;
use zengshou::app::state::State;
use zengshou::language::Language;
use zengshou::region::Region;
use zengshou::region::key::{Fixed, Key};
use zengshou::region::parse::parse_region;
use zengshou::region::texts::merge;

/// The whole file of a shipped region, its texts beside its numbers; none where there is no such region.
pub fn whole_region_file(id: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/regions");
    let numbers = fs::read_to_string(folder.join(format!("{id}.json"))).ok()?;
    let text = |language: Language| {
        let file = folder.join(id).join(format!("{}.json", language.tag()));
        let text = fs::read_to_string(&file);
        let text = text.unwrap_or_else(|error| panic!("write {}: {error}", file.display()));
        (language.tag(), text)
    };
    let whole = merge(&numbers, &Language::ALL.map(text));
    Some(whole.unwrap_or_else(|problems| panic!("{id}: {problems:?}")))
}

/// The shipped region's whole file, read once.
pub fn region_file() -> &'static str {
    static FILE: OnceLock<String> = OnceLock::new();
    FILE.get_or_init(|| whole_region_file("zhangjiakou-2021").expect("the shipped region"))
}

/// The shipped region, read once.
pub fn region() -> &'static Region {
    static REGION: OnceLock<Region> = OnceLock::new();
    REGION.get_or_init(|| parse_region(region_file()).expect("the region's file is in order"))
}

/// The screen's first state.
pub fn start() -> State {
    State::new(Rc::new(region().clone()), Language::SimplifiedChinese)
}

/// A number written out.
pub fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

/// The lever that most tests move.
pub fn coverage() -> Key {
    Fixed::Coverage.into()
}

/// A test for each file of a folder, named after it, so that each can be run alone; and a test that every
/// file of the folder is among them.
macro_rules! a_test_for_each_file {
    ($folder:literal, $ending:literal, $check:path: $($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                let files = $crate::support::data_files($folder, $ending);
                let file = files.iter().find(|(name, _)| name == stringify!($name));
                let (_, path) = file.expect(concat!(
                    $folder, " has no file for the test ", stringify!($name)
                ));
                $check(path);
            }
        )*

        #[test]
        fn every_file_has_its_test() {
            $crate::support::assert_each_has_a_test(
                file!(), $folder, $ending, &[$(stringify!($name)),*],
            );
        }
    };
}
pub(crate) use a_test_for_each_file;

/// The files of a folder with that ending in their order, each under the name of its test.
pub fn data_files(folder: &str, ending: &str) -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).expect("a folder of data");
    let mut files: Vec<(String, PathBuf)> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| {
            let stem = path.file_stem().expect("a name").to_string_lossy();
            (stem.replace('-', "_"), path)
        })
        .collect();
    files.sort();
    files
}

/// Refuses a file of data without a test of its own, which would never be looked at.
pub fn assert_each_has_a_test(source: &str, folder: &str, ending: &str, tests: &[&str]) {
    let listed: BTreeSet<&str> = tests.iter().copied().collect();
    for (name, path) in data_files(folder, ending) {
        assert!(
            listed.contains(&*name),
            "{} has no test: add {name} to the list in {source}",
            path.display()
        );
    }
}
