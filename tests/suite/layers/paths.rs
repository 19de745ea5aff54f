//! The paths that a source file names, and the source files of a folder.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens;

/// Every source file of a folder and below, with its text.
pub fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
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

/// True for a file that holds tests alone.
pub fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests")
        || path.file_stem().is_some_and(|stem| stem == "tests")
}

/// The names in a file's code, without comments and without what is compiled for tests alone: the
/// idents and `::` in their order, where `crate::{a, b::c}` reads as `crate::a crate::b::c`.
pub fn names(text: &str) -> Vec<String> {
    let mut file = syn::parse_file(text).expect("a source file that compiles");
    without_tests(&mut file.items);
    let mut found = Vec::new();
    collect(file.to_token_stream(), &[], &mut found);
    found
}

fn without_tests(items: &mut Vec<syn::Item>) {
    items.retain(|item| !is_for_tests(item));
    for item in items {
        if let syn::Item::Mod(module) = item
            && let Some((_, inner)) = &mut module.content
        {
            without_tests(inner);
        }
    }
}

/// True for an item that is compiled only where `test` is set. An item that is compiled where it is not set, or
/// where something else may be set instead, is no test.
fn is_for_tests(item: &syn::Item) -> bool {
    use syn::Item;
    let attributes = match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        let text = attribute.to_token_stream().to_string().replace(' ', "");
        text == "#[cfg(test)]" || text.starts_with("#[cfg(all(test,")
    })
}

/// Collects the paths of some code, each behind the path before its braces.
fn collect(code: TokenStream, prefix: &[String], found: &mut Vec<String>) {
    let mut path: Vec<String> = prefix.to_vec();
    let mut joined = !prefix.is_empty();
    for token in code {
        match token {
            TokenTree::Ident(name) => {
                if !joined {
                    end(&mut path, found);
                }
                path.push(name.to_string());
                joined = false;
            }
            // The first of two colons; one alone is between a name and its type.
            TokenTree::Punct(mark) if mark.as_char() == ':' && mark.spacing() == Spacing::Joint => {
                joined = true;
            }
            TokenTree::Punct(mark) if mark.as_char() == ':' && joined => {}
            TokenTree::Group(group) => {
                let behind = if joined { &*path } else { &[] };
                collect(group.stream(), behind, found);
                end(&mut path, found);
                joined = false;
            }
            _ => {
                end(&mut path, found);
                path.extend_from_slice(prefix);
                joined = !prefix.is_empty();
            }
        }
    }
    end(&mut path, found);
}

fn end(path: &mut Vec<String>, found: &mut Vec<String>) {
    if !path.is_empty() {
        found.push(path.join("::"));
    }
    path.clear();
}
