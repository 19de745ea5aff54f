//! Folders that know each other in a circle can't be understood or moved one at a time: there is none
//! among the rooms of any folder, and the rooms inside `src/app` keep their own import rules.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::paths::{names, sources};
use super::{APP_MAY_USE, OWN_CRATES, is_test, root};

/// A module's place: the names from the root of the crate down.
type Module = Vec<String>;

/// Modules and the modules that each of them names.
struct Tree {
    uses: BTreeMap<Module, BTreeSet<Module>>,
}

impl Tree {
    /// Reads sources, each with its path below `src`.
    fn read<'a>(files: impl Iterator<Item = (&'a Path, &'a str)> + Clone) -> Self {
        let known: BTreeSet<Module> = files.clone().map(|(path, _)| module(path)).collect();
        let uses = files.map(|(path, text)| {
            let own = module(path);
            let found = names(text).into_iter();
            let found = found.filter_map(|name| resolved(&known, &own, &name));
            let found = found.filter(|other| *other != own).collect();
            (own, found)
        });
        Self {
            uses: uses.collect(),
        }
    }

    /// The rooms of a folder and which of the others each of them names, itself or by what it holds.
    fn rooms(&self, folder: &[String]) -> BTreeMap<&str, BTreeSet<&str>> {
        let room = |module: &'_ Module| -> Option<usize> {
            let is_below = module.len() > folder.len() && module.starts_with(folder);
            is_below.then_some(folder.len())
        };
        let mut rooms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (own, uses) in &self.uses {
            let Some(at) = room(own) else { continue };
            let named = rooms.entry(&own[at]).or_default();
            let others = uses.iter().filter_map(|other| Some(&*other[room(other)?]));
            named.extend(others.filter(|other| *other != own[at]));
        }
        rooms
    }

    /// Every folder with rooms in it.
    fn folders(&self) -> BTreeSet<&[String]> {
        let above = |module: &'_ Module| module.len().checked_sub(1);
        self.uses
            .keys()
            .filter_map(|module| Some(&module[..above(module)?]))
            .collect()
    }
}

/// The module that a file is.
fn module(path: &Path) -> Module {
    let parts = path.iter().map(|part| {
        let part = part.to_string_lossy();
        part.trim_end_matches(".rs").to_owned()
    });
    parts.filter(|part| part != "lib").collect()
}

/// The module that a path leads to, as far as it leads through modules.
fn resolved(known: &BTreeSet<Module>, own: &Module, path: &str) -> Option<Module> {
    let mut parts = path.split("::").peekable();
    let crate_root = || -> Module {
        let first = own.first().filter(|name| OWN_CRATES.contains(&&***name));
        first.cloned().into_iter().collect()
    };
    let first = *parts.peek()?;
    let mut at = match first {
        "crate" => crate_root(),
        "zengshou" => Vec::new(),
        "self" | "super" => own.clone(),
        _ => match first.strip_prefix("zengshou_") {
            Some(room) => vec![room.to_owned()],
            // A module within this one; any other name is no module of ours.
            None => {
                let mut inner = own.clone();
                inner.push(first.to_owned());
                known.contains(&inner).then_some(inner)?
            }
        },
    };
    if first != "super" {
        parts.next();
    }
    while parts.next_if_eq(&"super").is_some() {
        at.pop();
    }
    for part in parts {
        at.push(part.to_owned());
        if !known.contains(&at) {
            at.pop();
            break;
        }
    }
    known.contains(&at).then_some(at)
}

/// Rooms that reach themselves again through others.
fn in_circles<'a>(rooms: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<&'a str> {
    let reached = |from: &str| {
        let mut found: BTreeSet<&str> = BTreeSet::new();
        let mut ahead: Vec<&str> = rooms[from].iter().copied().collect();
        while let Some(room) = ahead.pop() {
            if found.insert(room) {
                ahead.extend(rooms.get(room).into_iter().flatten());
            }
        }
        found
    };
    let all = rooms.keys().copied();
    all.filter(|room| reached(room).contains(room)).collect()
}

fn tree() -> Tree {
    let src = root().join("src");
    let files: Vec<_> = sources(&src)
        .into_iter()
        .filter(|(path, _)| !is_test(path))
        .map(|(path, text)| {
            let inside = path.strip_prefix(&src).expect("a file of src").to_owned();
            (inside, text)
        })
        .collect();
    Tree::read(files.iter().map(|(path, text)| (&**path, &**text)))
}

#[test]
fn no_folder_holds_rooms_that_know_each_other_in_a_circle() {
    let tree = tree();
    let circles: Vec<String> = tree
        .folders()
        .into_iter()
        .filter_map(|folder| {
            let found = in_circles(&tree.rooms(folder));
            let said = || format!("src/{}: {}", folder.join("/"), found.join(", "));
            (!found.is_empty()).then(said)
        })
        .collect();
    assert!(circles.is_empty(), "circles in\n{}", circles.join("\n"));
}

#[test]
fn rooms_inside_app_keep_their_import_rules() {
    let tree = tree();
    let rules: BTreeMap<&str, &[&str]> = APP_MAY_USE.into_iter().collect();
    let mut faults = Vec::new();
    for (room, uses) in tree.rooms(&["app".to_owned()]) {
        let Some(allowed) = rules.get(room) else {
            faults.push(format!("app/{room} has no rule"));
            continue;
        };
        let others = uses.iter().filter(|other| !allowed.contains(other));
        faults.extend(others.map(|other| format!("app/{room} names app/{other}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_circle_is_noticed() {
    let read = |files: &[(&str, &str)]| {
        let files = files.iter().map(|(path, text)| (Path::new(*path), *text));
        let tree = Tree::read(files);
        let folders = tree.folders();
        let found = folders.iter().flat_map(|folder| {
            let found = in_circles(&tree.rooms(folder));
            found.into_iter().map(str::to_owned).collect::<Vec<_>>()
        });
        found.collect::<Vec<_>>()
    };
    let both = [
        ("lib.rs", "pub mod left; pub mod right;"),
        ("left.rs", "use crate::right::inner::Thing;"),
        ("right.rs", "pub mod inner;"),
        ("right/inner.rs", "fn f() { super::super::left::g(); }"),
    ];
    assert_eq!(read(&both), ["left", "right"]);
    let one = [both[0], both[1], both[2], ("right/inner.rs", "")];
    assert_eq!(read(&one), Vec::<String>::new());
    let grouped = [
        ("a.rs", "use crate::{b::{self, C}};"),
        ("b.rs", "use super::c;"),
        ("c.rs", "use crate::a::*;"),
    ];
    assert_eq!(read(&grouped), ["a", "b", "c"]);
    // A room of a folder and the folder itself are no circle: what stands above names what it holds.
    let above = [("a.rs", "mod b; use b::C;"), ("a/b.rs", "use super::D;")];
    assert_eq!(read(&above), Vec::<String>::new());
}
