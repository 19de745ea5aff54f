//! The names of types: no two that can be seen outside their file share one, so that a name alone finds its thing.

use std::collections::BTreeMap;
use std::path::Path;

use crate::layers::{is_test, root, sources};

/// Readers of released links: frozen as they are, each with the shapes of its own version.
const FROZEN: &str = "src/link/v";

/// The types of a text that can be seen outside its file.
fn visible_types(text: &str) -> Vec<String> {
    use syn::{Item, Visibility};
    let file = syn::parse_file(text).expect("a source file that compiles");
    let found = file.items.into_iter().filter_map(|item| {
        let (visibility, name) = match item {
            Item::Enum(item) => (item.vis, item.ident),
            Item::Struct(item) => (item.vis, item.ident),
            Item::Trait(item) => (item.vis, item.ident),
            Item::Type(item) => (item.vis, item.ident),
            _ => return None,
        };
        let is_visible = !matches!(visibility, Visibility::Inherited);
        is_visible.then(|| name.to_string())
    });
    found.collect()
}

/// Names that several files give to types, with the files.
fn shared<'a>(files: impl Iterator<Item = (&'a Path, &'a str)>) -> Vec<String> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in files {
        for name in visible_types(text) {
            all.entry(name)
                .or_default()
                .push(path.display().to_string());
        }
    }
    all.into_iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(name, files)| format!("{name}: {}", files.join(", ")))
        .collect()
}

#[test]
fn no_two_types_share_a_name() {
    let files = sources(&root().join("src"));
    let files = files.iter().filter_map(|(path, text)| {
        let inside = path.strip_prefix(root()).expect("a file of the project");
        let is_held = !is_test(path) && !inside.display().to_string().starts_with(FROZEN);
        is_held.then_some((inside, &**text))
    });
    let shared = shared(files);
    assert!(shared.is_empty(), "\n{}", shared.join("\n"));
}

#[test]
fn a_shared_name_is_noticed() {
    let files = [
        ("a.rs", "pub struct Line; struct Own;"),
        ("b.rs", "pub(super) enum Line {} struct Own;"),
    ];
    let read = |count: usize| {
        let files = files.iter().take(count);
        shared(files.map(|(path, text)| (Path::new(*path), *text)))
    };
    assert_eq!(read(2), ["Line: a.rs, b.rs"]);
    assert_eq!(read(1), Vec::<String>::new());
}
