//! Data flows one way, and the core knows no browser, clock or storage: the import rules of
//! `ARCHITECTURE.md`, held by reading the sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What each room of `src` may name of the others.
const MAY_USE: [(&str, &[&str]); 15] = [
    ("number", &[]),
    ("language", &[]),
    ("problem", &["region"]),
    ("region", &["number", "language", "problem"]),
    ("model", &["number", "region"]),
    ("scenario", &["number", "problem", "region", "model"]),
    (
        "link",
        &[
            "number", "language", "problem", "region", "model", "scenario",
        ],
    ),
    (
        "analysis",
        &["number", "problem", "region", "model", "scenario"],
    ),
    (
        "i18n",
        &[
            "number", "language", "problem", "region", "model", "scenario", "analysis",
        ],
    ),
    ("export", &[]),
    (
        "report",
        &[
            "number", "language", "problem", "region", "model", "scenario", "link", "analysis",
            "i18n", "export",
        ],
    ),
    (
        "command",
        &[
            "number", "language", "problem", "region", "model", "scenario", "link", "analysis",
            "i18n", "report",
        ],
    ),
    (
        "app",
        &[
            "number", "language", "problem", "region", "model", "scenario", "link", "analysis",
            "i18n", "export", "report",
        ],
    ),
    ("bin", &["command", "app", "report"]),
    (
        "lib",
        &[
            "analysis", "app", "command", "export", "i18n", "language", "link", "model", "number",
            "problem", "region", "report", "scenario",
        ],
    ),
];

/// Crates of the browser, and the only rooms that may name them.
const BROWSER: [&str; 6] = [
    "yew",
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "wasm_bindgen_futures",
];
const BROWSER_ROOMS: [&str; 2] = ["app", "bin"];

/// Ways out of the core: time, chance, files, surroundings, floating clocks.
const WAYS_OUT: [&str; 8] = [
    "SystemTime",
    "Instant",
    "rand::",
    "thread_rng",
    "std::env",
    "std::fs",
    "std::net",
    "std::thread",
];
const ROOMS_WITH_WAYS_OUT: [&str; 3] = ["command", "bin", "app"];

/// The most lines of a file that a reader can hold.
const MOST_LINES: usize = 450;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            found.push((path, text));
        }
    }
    found
}

/// The room that a file below `src` belongs to.
fn room(path: &Path) -> String {
    let inside = path
        .strip_prefix(root().join("src"))
        .expect("a file of src");
    let first = inside
        .components()
        .next()
        .expect("a name")
        .as_os_str()
        .to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The code of a file without comments and without its tests.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    before_tests
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// What a file of a room does against the rules.
fn faults(room: &str, text: &str) -> Vec<String> {
    let rules: BTreeMap<&str, &[&str]> = MAY_USE.into_iter().collect();
    let Some(allowed) = rules.get(room) else {
        return vec![format!("{room} has no rule")];
    };
    let code = code(text);
    let mut faults = Vec::new();
    for start in ["crate::", "zengshou::"] {
        for rest in code.split(start).skip(1) {
            let name: String = rest
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if name != room && rules.contains_key(&*name) && !allowed.contains(&&*name) {
                faults.push(format!("names {name}"));
            }
        }
    }
    let names = |word: &str| {
        code.split(word)
            .zip(code.split(word).skip(1))
            .any(|(before, after)| {
                let starts = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
                starts && after.starts_with("::")
            })
    };
    for name in BROWSER
        .iter()
        .filter(|name| !BROWSER_ROOMS.contains(&room) && names(name))
    {
        faults.push(format!("names the browser by {name}"));
    }
    let held = !ROOMS_WITH_WAYS_OUT.contains(&room);
    for way in WAYS_OUT.iter().filter(|way| held && code.contains(**way)) {
        faults.push(format!("has a way out by {way}"));
    }
    faults
}

#[test]
fn every_room_keeps_the_import_rules() {
    let mut all = Vec::new();
    for (path, text) in sources(&root().join("src")) {
        let is_test = path.components().any(|part| part.as_os_str() == "tests")
            || path.file_stem().is_some_and(|stem| stem == "tests");
        if is_test {
            continue;
        }
        for fault in faults(&room(&path), &text) {
            all.push(format!("{} {fault}", path.display()));
        }
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn a_broken_rule_is_noticed() {
    for (room, text) in [
        ("model", "use crate::scenario::Scenario;"),
        (
            "region",
            "use crate::link;\nfn f() { crate::link::encode() }",
        ),
        ("model", "fn f() { web_sys::window(); }"),
        ("scenario", "use yew::prelude::*;"),
        ("link", "let t = std::time::SystemTime::now();"),
        ("new_room", ""),
    ] {
        assert!(!faults(room, text).is_empty(), "{room}: {text}");
    }
    for (room, text) in [
        (
            "model",
            "// use crate::scenario::Scenario;\nuse crate::number::Yuan;",
        ),
        ("app", "use yew::prelude::*;\nuse crate::link;"),
        (
            "link",
            "fn preview::x() {}\n#[cfg(test)]\nuse std::time::Instant;",
        ),
    ] {
        assert_eq!(faults(room, text), Vec::<String>::new(), "{room}: {text}");
    }
}

#[test]
fn no_file_has_outgrown_its_reader() {
    for folder in ["src", "xtask/src", "tests", "benches"] {
        for (path, text) in sources(&root().join(folder)) {
            let lines = text.lines().count();
            assert!(lines <= MOST_LINES, "{} has {lines} lines", path.display());
        }
    }
}

/// Documents that name files which no longer exist mislead.
#[test]
fn every_file_that_a_document_names_exists() {
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "docs/model.en.md",
        "docs/model.zh-Hans.md",
    ] {
        let text = fs::read_to_string(root().join(document)).expect(document);
        let quoted = text.split('`').skip(1).step_by(2).map(str::to_owned);
        let linked = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
            .map(str::to_owned);
        for name in quoted.chain(linked) {
            let is_path = ["src/", "static/", "tests/", "benches/", "xtask/", "docs/"]
                .iter()
                .any(|start| name.starts_with(start));
            if is_path && !name.contains('*') {
                assert!(root().join(&name).exists(), "{document} names {name}");
            }
        }
    }
}
