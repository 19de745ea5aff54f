//! Data flows one way, and the core knows no browser, clock or storage: the import rules of
//! `ARCHITECTURE.md`, held by reading the sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};

mod circles;
mod paths;
mod rooms;

use paths::names;
pub use paths::{is_test, sources};
use rooms::{APP_MAY_USE, MAY_USE, OWN_CRATES};

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

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The room of a file below `src`, and the number of modules between it and its crate's root. The model's crate
/// holds rooms of its own: numbers and keys, which know no formula.
fn room(path: &Path) -> (String, usize) {
    let inside = path
        .strip_prefix(root().join("src"))
        .expect("a file of src");
    let name = |part: Component<'_>| {
        let part = part.as_os_str().to_string_lossy();
        part.trim_end_matches(".rs").to_owned()
    };
    let mut parts = inside.components().map(name);
    let first = parts.next().expect("a name");
    let depth = inside.components().count();
    if !OWN_CRATES.contains(&&*first) {
        return (first, depth);
    }
    let inner = parts.next().expect("a file of a crate");
    let own = ["number", "key"].contains(&&*inner);
    (if own { inner } else { first }, depth - 1)
}

/// The room of our own that a path leads to, if to one, from the crate's root or up from a module that deep.
fn room_of(path: &str, depth: usize) -> Option<&str> {
    let mut parts = path.split("::").skip_while(|part| *part == "self");
    let mut part = parts.next()?;
    if part == "crate" || part == "zengshou" {
        return parts.next();
    }
    if let Some(own) = part.strip_prefix("zengshou_") {
        // Numbers and keys are rooms of their own within the model's crate.
        let inner = parts.next().filter(|name| ["number", "key"].contains(name));
        return inner.or(Some(own));
    }
    let mut ups = 0;
    while part == "super" {
        ups += 1;
        part = parts.next()?;
    }
    (ups > 0 && ups >= depth).then_some(part)
}

/// Violations of the rules in a file of a room, that many modules below the crate's root.
fn faults(room: &str, depth: usize, text: &str) -> Vec<String> {
    let rules: BTreeMap<&str, &[&str]> = MAY_USE.into_iter().collect();
    let Some(allowed) = rules.get(room) else {
        return vec![format!("{room} has no rule")];
    };
    let mut faults = Vec::new();
    for path in names(text) {
        if let Some(name) = room_of(&path, depth) {
            // What else the model's crate holds is the model.
            let is_inner = ["number", "key"].contains(&room) && !rules.contains_key(name);
            let name = if is_inner { "model" } else { name };
            if name == "self" || name == "as" {
                faults.push(format!("renames the crate by {path}"));
            }
            if name != room && rules.contains_key(name) && !allowed.contains(&name) {
                faults.push(format!("names {name}"));
            }
        }
        let outer = path.split("::").next().unwrap_or_default();
        if !BROWSER_ROOMS.contains(&room) && BROWSER.contains(&outer) {
            faults.push(format!("names the browser by {path}"));
        }
        let held = !ROOMS_WITH_WAYS_OUT.contains(&room);
        let is_way = |way: &&str| {
            format!("::{path}::").contains(&format!("::{}::", way.trim_end_matches("::")))
        };
        if held && WAYS_OUT.iter().any(is_way) {
            faults.push(format!("has a way out by {path}"));
        }
    }
    faults
}

#[test]
fn every_room_keeps_the_import_rules() {
    let mut all = Vec::new();
    for (path, text) in sources(&root().join("src")) {
        if is_test(&path) {
            continue;
        }
        let (room, depth) = room(&path);
        for fault in faults(&room, depth, &text) {
            all.push(format!("{} {fault}", path.display()));
        }
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn a_broken_rule_is_noticed() {
    for (room, text) in [
        ("model", "use crate::scenario::Scenario;"),
        ("model", "use crate::{number::Yuan, scenario::Scenario};"),
        ("model", "use crate::{self as own};"),
        ("model", "use super::scenario::Scenario;"),
        ("model", "use super::{number, scenario};"),
        (
            "model",
            "fn f() { vec![crate::scenario::Scenario::default()]; }",
        ),
        (
            "model",
            "fn f() -> crate :: scenario :: Scenario { loop {} }",
        ),
        (
            "region",
            "use crate::link;\nfn f() { crate::link::encode() }",
        ),
        (
            "region",
            "#[cfg(test)]\nmod tests;\nuse crate::link::encode;",
        ),
        ("region", "mod inner { use crate::link::encode; }"),
        (
            "region",
            "#[cfg(any(test, unix))]\nuse crate::link::encode;",
        ),
        ("model", "fn f() { web_sys::window(); }"),
        ("model", "fn f() { ::web_sys::window(); }"),
        ("model", "extern crate yew;"),
        ("scenario", "use yew::prelude::*;"),
        ("link", "fn f() { let t = std::time::SystemTime::now(); }"),
        ("link", "use std::{fs, fmt};"),
        ("link", "use std::time::{Duration, Instant};"),
        ("model", "use zengshou_floating::Projection;"),
        ("key", "use crate::effects::effects;"),
        ("number", "use zengshou_model::key::Key;"),
        ("new_room", ""),
    ] {
        assert!(!faults(room, 1, text).is_empty(), "{room}: {text}");
    }
    for (room, text) in [
        (
            "model",
            "// use crate::scenario::Scenario;\nuse crate::number::Yuan;",
        ),
        (
            "model",
            "/// See [`crate::scenario`].\nuse super::number::{Share, Yuan};",
        ),
        ("model", "use self::inputs::Levers;\nuse std::fmt;"),
        ("app", "use yew::prelude::*;\nuse crate::link;"),
        (
            "link",
            "fn preview() {}\n#[cfg(test)]\nuse std::time::Instant;",
        ),
        (
            "link",
            "#[cfg(all(test, unix))]\nmod tests { use std::fs; }",
        ),
    ] {
        assert_eq!(
            faults(room, 1, text),
            Vec::<String>::new(),
            "{room}: {text}"
        );
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
        "CONTRIBUTING.md",
        "docs/model.en.md",
        "docs/model.zh-Hans.md",
        "docs/households.en.md",
        "docs/households.zh-Hans.md",
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
